"""Carries out again what the journal holds beyond a backup, on the restored file, commit by commit."""

import heapq
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Final

from sqlcipher3 import dbapi2

from desk_client.server.continuity.files import BackupError
from desk_client.server.continuity.journal import LINEAGE, NUMBER
from desk_client.server.continuity.records import JournalDamagedError, JournalFile, journal_files
from desk_client.server.storage.recording import UNCOUNTED, Change
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
        if LINEAGE not in numbers:
            raise BackupError("the backup was taken of a store without a journal")
        before = after = int(numbers[NUMBER])
        own = [each for each in journal_files(directory) if each.lineage == numbers[LINEAGE]]
        beyond = 0
        connection.execute("BEGIN IMMEDIATE")
        try:
            for number, changes in _in_order(own, journal_key):
                if number <= after:
                    continue
                if number != after + 1:
                    beyond += 1
                    continue
                _done(connection, number, changes)
                after = number
                if after % _AT_ONCE == 0:
                    connection.execute("COMMIT")
                    connection.execute("BEGIN IMMEDIATE")
        except JournalDamagedError as error:
            raise BackupError(str(error)) from None
        except dbapi2.Error as error:
            raise BackupError(f"commit {after + 1} of the journal cannot be carried out: {error}") from None
        connection.execute("COMMIT")
        return Replayed(before, after, beyond)


def _in_order(files: list[JournalFile], key: bytes) -> Iterator[tuple[int, list[Change]]]:
    """The records of all files by number: several programs may have written at once, each its own file."""
    return heapq.merge(*(each.changes(key) for each in files), key=itemgetter(0))


def _done(connection: dbapi2.Connection, number: int, changes: list[Change]) -> None:
    for change in changes:
        cursor = connection.cursor()
        if change.many:
            cursor.executemany(change.statement, change.values)
        else:
            cursor.execute(change.statement, change.values)
        cursor.fetchall()  # a statement that returns rows has not ended before they are read
        if change.rows not in {UNCOUNTED, cursor.rowcount}:
            raise BackupError(
                f"commit {number} of the journal does not change what it once changed "
                f"({cursor.rowcount} rows, not {change.rows}): {change.statement}"
            )
        cursor.close()
    connection.execute("UPDATE counter SET value = ? WHERE name = ?", (number, NUMBER))
