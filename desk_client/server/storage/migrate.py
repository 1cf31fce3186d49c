"""Brings a store's tables from one revision to another by Alembic, in the caller's transaction, on either backend."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError

from desk_client.server.storage.errors import (
    ForeignStoreError,
    NewerSchemaError,
    NoSuchRevisionError,
    NotPermittedError,
)

_BASE: Final = "base"  # Alembic's name for no tables at all
_OURS: Final = re.compile(r"[0-9]{4}")
_NOT_PERMITTED: Final = "42501"  # https://www.postgresql.org/docs/15/errcodes-appendix.html
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
    newest = _scripts().get_current_head()
    assert newest is not None
    return newest


def current(connection: Connection) -> str | None:
    """The store's revision; None where there are no tables."""
    return MigrationContext.configure(connection).get_current_revision()


def migrated(connection: Connection, attributes: Attributes | None = None) -> Migration:
    """Apply every revision that is missing.

    Raises:
        NewerSchemaError: the store is at a revision that we do not know.
        ForeignStoreError: there are tables of another program.
        NotPermittedError: the database's user may not make or read tables there.
    """
    config = _config(connection, attributes or {})
    with _permitted(connection):
        before = _known(connection)
        steps = [script.revision for script in _scripts().iterate_revisions("head", before or _BASE)]
        if steps:  # else it would read all of them once more, to run none
            command.upgrade(config, "head")
    return Migration(before, head(), tuple(reversed(steps)))


def downgraded(connection: Connection, revision: str, attributes: Attributes | None = None) -> Migration:
    """Take back every revision after this one. What only they could hold is lost.

    The first revision stays: whoever wants no tables at all deletes the store.

    Raises:
        NewerSchemaError, ForeignStoreError, NotPermittedError: as `migrated`.
        NoSuchRevisionError: there is no such revision below the store's own.
    """
    config = _config(connection, attributes or {})
    with _permitted(connection):
        before = _known(connection)
        below = [] if before is None else [each.revision for each in _scripts().iterate_revisions(before, _BASE)]
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


@cache
def _scripts() -> ScriptDirectory:
    """The revisions of this program; each is a file, and all are read when one is asked for."""
    return ScriptDirectory.from_config(_config(None, {}))


def _known(connection: Connection) -> str | None:
    """The store's revision, which is one of ours; None where there is nothing at all."""
    heads = MigrationContext.configure(connection).get_current_heads()
    if not heads:
        tables = sorted(set(inspect(connection).get_table_names()) - {"alembic_version"})
        if tables:  # ours never stand without their revision: they were made in one transaction
            raise ForeignStoreError(f"the table {tables[0]}" + (" and others" if len(tables) > 1 else ""))
        return None
    found = heads[0]
    if len(heads) > 1 or _OURS.fullmatch(found) is None:
        raise ForeignStoreError(f"the schema {', '.join(sorted(heads))}")
    if found not in {script.revision for script in _scripts().walk_revisions()}:
        raise NewerSchemaError(found)
    return found


@contextmanager
def _permitted(connection: Connection) -> Iterator[None]:
    """Say in a sentence that the database's user may not do what is done here."""
    try:
        yield
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != _NOT_PERMITTED:
            raise
        reason = str(error.orig).splitlines()[0]  # names a table or a schema of the database
        raise NotPermittedError(connection.engine.url.username or "", reason) from None
