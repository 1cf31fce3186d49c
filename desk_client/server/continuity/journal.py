"""The journal of an embedded store: each commit's changes are on a second disk before it is made.

A transaction draws the store's next number and is kept under it before its commit. So whatever the store holds, the
journal holds; beyond that at most a last record whose commit never came, which is cut off at the next start. A second
disk that fails makes the commit fail, and nothing of it is in the store. Several programs may write one store: which
of two records of one number was committed is told by its moment, which the store keeps as well. Which journal is a
store's own is told by its lineage, which is drawn anew wherever an older backup could not be brought up to date: after
a change of the schema, after a program that kept no journal, on a new disk.
"""

import fcntl
import logging
import os
import secrets
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, delete, insert, select
from sqlcipher3 import dbapi2

from desk_client.server.continuity.port import LINEAGE, MOMENT, NUMBER, JournalUnusableError, refuse_missing
from desk_client.server.continuity.records import JournalFile, JournalWriter, journal_files
from desk_client.server.continuity.statements import StatementWriter
from desk_client.server.storage.errors import Fault, StoreUnavailableError
from desk_client.server.storage.migrate import current
from desk_client.server.storage.port import Store
from desk_client.server.storage.sqlcipher import RecordingConnection
from desk_client.server.storage.tables.bookkeeping import counter

_OWN: Final = (NUMBER, MOMENT, LINEAGE)
_LOCK: Final = "in-use"
_DRAW: Final = """
UPDATE counter SET value = CASE name WHEN 'journal' THEN value + 1 ELSE :moment END
WHERE name IN ('journal', 'journal-moment')
AND EXISTS (SELECT 1 FROM counter AS lineage WHERE lineage.name = 'journal-lineage' AND lineage.value = :lineage)
RETURNING name, value
"""
_LINEAGES: Final = 1 << 31
_log = logging.getLogger(__name__)


class StatementJournal:
    """One program's part in the journal of one store; a `Journal`, and the store's `Witness`.

    `in_commit`, `after_commit` and `commit_failed` are the writer's thread's.
    """

    records: Final = True

    def __init__(self, directory: Path, key: bytes) -> None:
        """Nothing is written before `begin`. Raises JournalUnusableError: the folder is not there, or not ours."""
        refuse_missing(directory)
        self._directory = directory
        self._key = key
        self._file: StatementWriter | None = None
        self._lineage = 0
        self._schema = ""
        self._ended = False
        self._unfounded = False
        self._beginning = False
        self._unwritable = False
        self._turn = threading.Event()
        try:
            self._lock: int | None = os.open(directory / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise JournalUnusableError(f"The journal's folder {directory} cannot be used: {error.strerror}.") from None

    @property
    def fault(self) -> str | None:
        """See `Journal.fault`: unwritable, ended (by a program that kept none), or unfounded (no backup of it yet)."""
        if self._ended:
            return "ended"
        if self._unfounded:
            return "unfounded"
        return "unwritable" if self._unwritable else None

    @property
    def lineage(self) -> int:
        """See `Journal.lineage`."""
        return self._lineage

    @property
    def is_broken(self) -> bool:
        """See `Journal.is_broken`."""
        return self._ended

    def begin(self, connection: Connection, *, schema_changed: bool) -> None:
        """Join the store's journal, in a transaction that writes; where it could not be whole, begin a new one.

        Raises:
            JournalUnusableError: the folder is another installation's, or the store is older than its journal.
        """
        found = kept(connection)
        self._schema = current(connection) or ""
        own = self._own_files(found.get(LINEAGE))
        assert self._lock is not None
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:  # somebody else writes it at this moment: whether it is whole is theirs to find out
            whole = bool(own)
        else:
            whole = self._made_whole(own, found)
        fcntl.flock(self._lock, fcntl.LOCK_SH)
        if schema_changed or not whole or any(each.schema != self._schema for each in own):
            try:
                self._begin_anew(connection)
            except OSError as error:
                raise JournalUnusableError(
                    f"The journal in {self._directory} cannot be written: {error.strerror}. Give it room, or a disk."
                ) from None
        else:
            self._lineage = found[LINEAGE]

    def mend(self, store: Store) -> None:
        """See `Journal.mend`."""

        def work(connection: Connection) -> None:
            try:
                self._begin_anew(connection)
            except OSError as error:
                raise StoreUnavailableError(Fault.JOURNAL, error.strerror or "") from None
            self._beginning, self._ended, self._unfounded = True, False, True

        store.write(work).result()

    def founded(self) -> None:
        """See `Journal.founded`."""
        self._unfounded = False

    def turn(self) -> None:
        """See `Journal.turn`."""
        self._turn.set()

    def in_commit(self, connection: Connection) -> None:
        """At the end of a transaction that writes: keep it, if it has changed something, and wait for the disk.

        Raises:
            StoreUnavailableError: it could not be kept, and is not to be committed.
        """
        driver = _recording(connection)
        if not driver.recorder.heard:
            return
        if self._ended or (self._unfounded and not self._beginning):
            raise StoreUnavailableError(Fault.JOURNAL, self.fault or "")
        moment = time.monotonic_ns()
        said = {"moment": moment, "lineage": self._lineage}
        drawn = dict(driver.cursor(dbapi2.Cursor).execute(_DRAW, said).fetchall())
        if NUMBER not in drawn:
            self._ended = True
            _log.error("the journal was ended by a program that keeps none; nothing is taken until a backup was")
            raise StoreUnavailableError(Fault.JOURNAL, "ended")
        try:
            self._writer().append(int(drawn[NUMBER]), moment, driver.recorder.taken())
        except OSError as error:
            self._close_file()  # whether the record stands there is not known: the next one goes into a new file
            self._unwritable = True
            raise StoreUnavailableError(Fault.JOURNAL, error.strerror or type(error).__name__) from None
        self._unwritable = False

    def after_commit(self, connection: Connection) -> None:
        """It was kept before."""
        self._beginning = False
        _recording(connection).recorder.taken()

    def commit_failed(self) -> None:
        """A record whose commit did not come is told from the one that did by its moment; a beginning is repeated."""
        self._ended |= self._beginning
        self._beginning = False

    def close(self) -> None:
        """Let go of the files."""
        self._close_file()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def _own_files(self, lineage: int | None) -> list[JournalFile]:
        files = journal_files(self._directory)
        for each in files:
            if not each.is_of(self._key):
                raise JournalUnusableError(
                    f"The journal {each.path} is sealed with the keys of another installation. Give this one a folder "
                    "of its own, or restore the keys that belong to the store."
                )
        return [each for each in files if each.lineage == lineage]

    def _made_whole(self, own: Sequence[JournalFile], found: Mapping[str, int]) -> bool:
        """Cut off what was never committed; whether the journal then ends where the store does."""
        if not own:
            return False
        number, moment = found[NUMBER], found[MOMENT]
        last = max(each.last for each in own)
        if last > number + 1:
            raise JournalUnusableError(
                f"The store is older than its journal in {self._directory}, which holds {last - number} commits more. "
                "Bring it back with `admin restore BACKUP --journal`, or move the journal's files away to do without."
            )
        ends_together = number == 0
        for each in own:
            for place in each.places():
                if (place.number, place.moment) > (number, moment):
                    each.cut_at(place)
                    break
                ends_together |= (place.number, place.moment) == (number, moment)
        return ends_together

    def _begin_anew(self, connection: Connection) -> None:
        """Draw a new lineage, in a transaction that writes, and make its first file. Raises OSError."""
        self._lineage = secrets.randbelow(_LINEAGES)
        connection.execute(delete(counter).where(counter.c.name.in_(_OWN)))
        values = {NUMBER: 0, MOMENT: 0, LINEAGE: self._lineage}
        connection.execute(insert(counter), [{"name": name, "value": value} for name, value in values.items()])
        self._close_file()
        self._writer()
        _log.warning("a new journal begins; from the next backup on it is of use")

    def _writer(self) -> StatementWriter:
        if self._file is None or self._turn.is_set():
            self._turn.clear()
            self._close_file()
            self._file = StatementWriter(JournalWriter(self._directory, self._key, self._lineage, self._schema))
        return self._file

    def _close_file(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def kept(connection: Connection) -> Mapping[str, int]:
    """What the store knows of its journal: NUMBER and MOMENT of the last commit in it, and LINEAGE; or nothing."""
    rows = connection.execute(select(counter.c.name, counter.c.value).where(counter.c.name.in_(_OWN)))
    return {row.name: row.value for row in rows}


class NoJournal:
    """For a program that is told of no journal: what it writes could not be found in an old one, so that one ends."""

    records: Final = False

    def begin(self, connection: Connection, *, schema_changed: bool) -> None:
        """End the store's journal, where it has one."""
        del schema_changed
        if connection.execute(delete(counter).where(counter.c.name.in_(_OWN))).rowcount:
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
