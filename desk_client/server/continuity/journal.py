"""The journal of an embedded store: each commit's changes are on a second disk before anybody is answered.

A commit draws the store's next number in its own transaction, and its changes go to the journal under that number
after it. So a backup knows exactly which commits it holds, several programs may write one store, and a number that is
missing is noticed. Which journal is a store's own is told by its lineage, which is drawn anew wherever the chain of
numbers would have a gap: after a restore without the journal, a change of the schema, a disk that failed.
"""

import fcntl
import logging
import os
import secrets
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select
from sqlcipher3 import dbapi2

from desk_client.server.continuity.records import JournalWriter, journal_files
from desk_client.server.storage.sqlcipher import RecordingConnection
from desk_client.server.storage.tables.bookkeeping import counter

NUMBER: Final = "journal"
LINEAGE: Final = "journal-lineage"
_LOCK: Final = "in-use"
_NEXT: Final = """
UPDATE counter SET value = value + 1 WHERE name = 'journal' AND EXISTS (
    SELECT 1 FROM counter AS lineage WHERE lineage.name = 'journal-lineage' AND lineage.value = ?
) RETURNING value
"""
_LINEAGES: Final = 1 << 31
_log = logging.getLogger(__name__)


class Journal:
    """One program's part in the journal of one store; `in_commit` and `after_commit` are the writer's thread's."""

    records: Final = True

    def __init__(self, directory: Path, key: bytes) -> None:
        """Nothing is opened before `begin`. Raises OSError: the directory cannot be used."""
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._directory = directory
        self._key = key
        self._file: JournalWriter | None = None
        self._lineage = 0
        self._pending: int | None = None
        self._fault: str | None = None
        self._turn = threading.Event()
        self._lock = os.open(directory / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)

    @property
    def fault(self) -> str | None:
        """Why changes are not journalled just now, as a code; None: they are. A new beginning and a backup mend it."""
        return self._fault

    @property
    def lineage(self) -> int:
        """Of the journal that is written."""
        return self._lineage

    def begin(self, connection: Connection, *, schema_changed: bool) -> None:
        """Join the store's journal, in a transaction that writes; where it could not be whole, begin a new one."""
        found = kept(connection)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:  # somebody else writes it at this moment: whether it is whole is theirs to find out
            whole = LINEAGE in found
        else:
            own = [each for each in journal_files(self._directory) if each.lineage == found.get(LINEAGE)]
            whole = LINEAGE in found and max((each.last for each in own), default=0) == found.get(NUMBER)
        fcntl.flock(self._lock, fcntl.LOCK_SH)
        if schema_changed or not whole:
            self.begin_anew(connection)
        else:
            self._lineage = found[LINEAGE]

    def begin_anew(self, connection: Connection) -> None:
        """Draw a new lineage, in a transaction that writes. Only a backup made after it can be brought up to date."""
        self._lineage = secrets.randbelow(_LINEAGES)
        connection.execute(delete(counter).where(counter.c.name.in_([NUMBER, LINEAGE])))
        connection.execute(insert(counter), [{"name": NUMBER, "value": 0}, {"name": LINEAGE, "value": self._lineage}])
        self._fault = None
        self._turn.set()
        _log.warning("a new journal begins; from the next backup on it is of use")

    def turn(self) -> None:
        """Go on in a new file from the next commit on, so that the old one can be pruned."""
        self._turn.set()

    def in_commit(self, connection: Connection) -> None:
        """At the end of a transaction that writes: draw its number, if it has changed something.

        A number is drawn after a fault as well: that it is missing in the files is what shows the gap later.
        """
        self._pending = None
        driver = _recording(connection)
        if not driver.recorder.heard:
            return
        drawn = driver.cursor(dbapi2.Cursor).execute(_NEXT, (self._lineage,)).fetchone()
        if self._fault is not None:
            return
        if drawn is None:
            self._fail("ended", "another program has used the store without its journal")
        else:
            self._pending = int(drawn[0])

    def after_commit(self, connection: Connection) -> None:
        """Write what was committed, and wait for the disk. A disk that fails is told of; the store goes on."""
        changes = _recording(connection).recorder.taken()
        number, self._pending = self._pending, None
        if number is None:
            return
        try:
            if self._file is None or self._turn.is_set():
                self._turn.clear()
                self._close_file()
                self._file = JournalWriter(self._directory, self._key, self._lineage)
            self._file.append(number, changes)
        except OSError as error:
            self._close_file()
            self._fail("unwritable", error.strerror or type(error).__name__)

    def commit_failed(self) -> None:
        """It may stand in the store all the same, under the number that the next one would draw as well."""
        if self._fault is None:
            self._fail("unsure", "a commit has failed")

    def close(self) -> None:
        """Let go of the files."""
        self._close_file()
        os.close(self._lock)

    def _fail(self, code: str, why: str) -> None:
        self._fault = code
        _log.error("changes are not journalled any more (%s): a backup is needed now", why)

    def _close_file(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def kept(connection: Connection) -> Mapping[str, int]:
    """What the store knows of its journal: NUMBER of the last commit in it, and LINEAGE; neither where it has none."""
    rows = connection.execute(select(counter.c.name, counter.c.value).where(counter.c.name.in_([NUMBER, LINEAGE])))
    return {row.name: row.value for row in rows}


class NoJournal:
    """For a program that is told of no journal: what it writes could not be found in an old one, so that one ends."""

    records: Final = False

    def begin(self, connection: Connection, *, schema_changed: bool) -> None:
        """End the store's journal, where it has one."""
        del schema_changed
        if connection.execute(delete(counter).where(counter.c.name.in_([NUMBER, LINEAGE]))).rowcount:
            _log.warning("the store's journal ends here: this program is told of none")

    def in_commit(self, connection: Connection) -> None:
        """Nothing is numbered."""

    def after_commit(self, connection: Connection) -> None:
        """Nothing is kept."""

    def commit_failed(self) -> None:
        """Nothing was numbered."""

    def close(self) -> None:
        """Nothing is open."""


def _recording(connection: Connection) -> Any:  # a RecordingConnection; its library publishes no types
    driver = connection.connection.driver_connection
    assert isinstance(driver, RecordingConnection)
    return driver
