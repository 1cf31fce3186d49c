"""Carries out again what the journal holds beyond a backup, on the restored file, commit by commit."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from desk_client.server.continuity.files import BackupError
from desk_client.server.continuity.port import LINEAGE, MOMENT, NUMBER
from desk_client.server.continuity.records import JournalDamagedError, JournalFile, journal_files
from desk_client.server.continuity.statements import Commit, commits
from desk_client.server.storage.recording import UNCOUNTED
from desk_client.server.storage.sqlcipher import connected

_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Replayed:
    """What was brought back.

    Attributes:
        before: the number of the last commit that the file held.
        after: the same, now.
        beyond: commits that the journal holds behind a gap, which cannot be carried out; 0 where nothing is missing.
    """

    before: int
    after: int
    beyond: int


def replayed(store: Path, key: bytes, directory: Path, journal_key: bytes) -> Replayed:
    """Bring a restored store up to the journal's end.

    Raises:
        BackupError: the journal does not belong to the store, is damaged, or does not do what it once did.
    """
    with closing(connected(store, key)) as connection:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        numbers = dict(connection.execute("SELECT name, value FROM counter").fetchall())
        own = own_files(directory, journal_key, numbers.get(LINEAGE))
        before = after = int(numbers[NUMBER])
        beyond = 0
        connection.execute("BEGIN IMMEDIATE")
        try:
            for commit in commits(own, journal_key):
                if commit.number <= after:
                    continue
                if commit.number != after + 1:
                    beyond += 1
                    continue
                _done(connection, commit)
                after = commit.number
                if after % _AT_ONCE == 0:
                    connection.execute("COMMIT")
                    connection.execute("BEGIN IMMEDIATE")
        except JournalDamagedError as error:
            raise BackupError(str(error)) from None
        except dbapi2.Error as error:
            raise BackupError(f"commit {after + 1} of the journal cannot be carried out: {error}") from None
        connection.execute("COMMIT")
        return Replayed(before, after, beyond)


def own_files(directory: Path, key: bytes, lineage: int | None) -> list[JournalFile]:
    """The files of the journal that goes on from a backup; there is one at least, from its beginning on.

    Raises:
        BackupError: there are none, or they are sealed with other keys.
    """
    if lineage is None:
        raise BackupError("the backup was taken of a store without a journal")
    if not directory.is_dir():
        raise BackupError(f"there is no journal in {directory}: the folder is not there")
    files = journal_files(directory)
    own = [each for each in files if each.lineage == lineage]
    if not own:
        others = "it is another store's, or was begun anew since" if files else "the folder holds none"
        raise BackupError(f"the journal in {directory} does not belong to the backup: {others}")
    if not all(each.is_of(key) for each in own):
        raise BackupError(f"the journal in {directory} is sealed with other keys: restore those of its installation")
    return own


def without_journal(store: Path, key: bytes) -> None:
    """Have a store that does not go on from its journal's end begin a new one."""
    with closing(connected(store, key)) as connection:
        connection.executemany("DELETE FROM counter WHERE name = ?", [(NUMBER,), (MOMENT,), (LINEAGE,)])


def _done(connection: dbapi2.Connection, commit: Commit) -> None:
    for change in commit.changes:
        cursor = connection.cursor()
        if change.many:
            cursor.executemany(change.statement, change.values)
        else:
            cursor.execute(change.statement, change.values)
        cursor.fetchall()  # a statement that returns rows has not ended before they are read
        if change.rows not in {UNCOUNTED, cursor.rowcount}:
            raise BackupError(
                f"commit {commit.number} of the journal does not change what it once changed "
                f"({cursor.rowcount} rows, not {change.rows}): {change.statement}"
            )
        cursor.close()
    connection.executemany(
        "UPDATE counter SET value = ? WHERE name = ?", [(commit.number, NUMBER), (commit.moment, MOMENT)]
    )
