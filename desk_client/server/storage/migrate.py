"""Brings a store's tables from one revision to another by Alembic, in the caller's transaction, on either backend."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from desk_client.server.storage.errors import NewerSchemaError, NoSuchRevisionError

_BASE: Final = "base"  # Alembic's name for no tables at all
Attributes = Mapping[str, object]
"""What revisions may need beside the connection, by name; they find it in `context.config.attributes`."""


@dataclass(frozen=True, slots=True)
class Migration:
    """What was done.

    Attributes:
        before: the revision found; None where there were no tables.
        after: the revision now.
        applied: the revisions that ran, in their order.
    """

    before: str | None
    after: str
    applied: tuple[str, ...]


def head() -> str:
    """The newest revision that this program knows."""
    newest = _scripts(_config(None, {})).get_current_head()
    assert newest is not None
    return newest


def current(connection: Connection) -> str | None:
    """The store's revision; None where there are no tables."""
    return MigrationContext.configure(connection).get_current_revision()


def migrated(connection: Connection, attributes: Attributes | None = None) -> Migration:
    """Apply every revision that is missing.

    Raises:
        NewerSchemaError: the store is at a revision that we do not know.
    """
    config = _config(connection, attributes or {})
    before = _known(connection, config)
    steps = [script.revision for script in _scripts(config).iterate_revisions("head", before or _BASE)]
    command.upgrade(config, "head")
    return Migration(before, head(), tuple(reversed(steps)))


def downgraded(connection: Connection, revision: str, attributes: Attributes | None = None) -> Migration:
    """Take back every revision after this one. What only they could hold is lost.

    The first revision stays: whoever wants no tables at all deletes the store.

    Raises:
        NewerSchemaError: the store is at a revision that we do not know.
        NoSuchRevisionError: there is no such revision below the store's own.
    """
    config = _config(connection, attributes or {})
    before = _known(connection, config)
    below = [] if before is None else [each.revision for each in _scripts(config).iterate_revisions(before, _BASE)]
    if revision not in below[1:]:
        raise NoSuchRevisionError(revision, before)
    command.downgrade(config, revision)
    return Migration(before, revision, tuple(below[: below.index(revision)]))


def _config(connection: Connection | None, attributes: Attributes) -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes.update(attributes)
    config.attributes["connection"] = connection
    return config


def _scripts(config: Config) -> ScriptDirectory:
    return ScriptDirectory.from_config(config)


def _known(connection: Connection, config: Config) -> str | None:
    found = current(connection)
    if found is not None and found not in {script.revision for script in _scripts(config).walk_revisions()}:
        raise NewerSchemaError(found)
    return found
