"""Brings a store's tables up to date by Alembic, inside the caller's transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from desk_client.server.storage.errors import NewerSchemaError


def migrated(connection: Connection) -> None:
    """Apply every revision that is missing. Raises NewerSchemaError where the store knows one that we do not."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    found = MigrationContext.configure(connection).get_current_revision()
    if found is not None and found not in known:
        raise NewerSchemaError(found)
    command.upgrade(config, "head")
