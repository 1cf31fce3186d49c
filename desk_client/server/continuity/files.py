"""Store files as they are backed up and restored: whole copies under another key, and what is in them."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from desk_client.server.storage.copying import RowSum
from desk_client.server.storage.sqlcipher import connected

_BATCH: Final = 1000


class BackupError(Exception):
    """A backup or a restore cannot be done, or is not what it should be; a sentence for the administrator."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is in a store file: by table, the number of rows and their digest (`copying.RowSum`).

    Attributes:
        numbers: the counters, those of the journal among them.
        snapshot: which of PostgreSQL's transactions are in it (pg_snapshot); nothing for an embedded store.
    """

    tables: Mapping[str, tuple[int, str]]
    revision: str | None
    numbers: Mapping[str, int]
    snapshot: str = ""

    @property
    def rows(self) -> int:
        """Of all tables."""
        return sum(rows for rows, _ in self.tables.values())

    def differing(self, other: "Content") -> list[str]:
        """The tables that are not the same in both."""
        names = self.tables.keys() | other.tables.keys()
        return sorted(name for name in names if self.tables.get(name) != other.tables.get(name))


def copied(source: Path, source_key: bytes, target: Path, target_key: bytes) -> Content:
    """Copy one committed state of a store into a new file, also while others write; what the source held.

    Raises:
        BackupError: the source cannot be read.
        OSError: the target cannot be written.
    """
    if not source.exists():
        raise BackupError(f"there is no store at {source}")
    with _reading(source, source_key) as reading, closing(connected(target, target_key)) as writing:
        try:
            reading.backup(writing, pages=-1)  # in one go: one in pieces begins again with each commit of others
            writing.execute("PRAGMA journal_mode = DELETE")  # one file, whole by itself
        except dbapi2.OperationalError as error:
            raise OSError(f"{target} cannot be written: {error}") from None
        return _content(reading)


def settled(path: Path, key: bytes) -> Content:
    """Make one file, whole by itself, of a store that was closed; what is in it."""
    with closing(connected(path, key)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return content(path, key)


def content(path: Path, key: bytes) -> Content:
    """What is in a store file, after every page and every reference in it was looked at.

    Raises:
        BackupError: it is damaged, or of another key.
    """
    with _reading(path, key) as reading:
        damaged = reading.execute("PRAGMA cipher_integrity_check").fetchall()
        damaged += [row for row in reading.execute("PRAGMA integrity_check(10)") if row[0] != "ok"]
        damaged += reading.execute("PRAGMA foreign_key_check").fetchmany(10)
        if damaged:
            raise BackupError(f"{path} is damaged ({len(damaged)} findings)")
        return _content(reading)


@contextmanager
def _reading(path: Path, key: bytes) -> Iterator[dbapi2.Connection]:
    """A connection within one transaction that reads: all of it sees the same state."""
    try:
        with closing(connected(path, key)) as connection:
            connection.execute("PRAGMA query_only = ON")
            connection.execute("BEGIN")
            connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()
            yield connection
    except dbapi2.DatabaseError as error:
        if "not a database" in str(error):
            raise BackupError(f"the key does not open {path}: restore the keys of the same installation") from None
        raise BackupError(f"{path} cannot be read: {error}") from None


def _content(connection: dbapi2.Connection) -> Content:
    names = [
        str(name)
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        if not str(name).startswith("sqlite_")
    ]
    tables = {}
    for name in names:
        total = RowSum()
        rows = connection.execute(f'SELECT * FROM "{name}"')  # noqa: S608 - a name that the file itself gives
        while batch := rows.fetchmany(_BATCH):
            total.add(batch)
        tables[name] = (total.rows, total.digest)
    revision = (
        connection.execute("SELECT version_num FROM alembic_version").fetchone() if "alembic_version" in names else None
    )
    numbers = connection.execute("SELECT name, value FROM counter").fetchall() if "counter" in names else []
    return Content(
        tables, None if revision is None else str(revision[0]), {str(name): int(value) for name, value in numbers}
    )
