"""A process of its own that keeps the journal of a PostgreSQL database: what the database streams goes to the journal.

PostgreSQL tells every committed transaction in the order of the commits (logical decoding), and lets no commit return
before the one named in `synchronous_standby_names` has confirmed it: that is this process, once the disk has it.
"""

import logging
import secrets
import select
import signal
import struct
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, LiteralString

import psycopg
from psycopg import sql

from desk_client.server.continuity.port import LINEAGE, JournalUnusableError, refuse_missing
from desk_client.server.continuity.records import JournalFile, JournalWriter, journal_files
from desk_client.server.storage.postgres_door import Door
from desk_client.server.storage.schema import metadata

STANDBY: Final = "majlis_journal"
"""What PostgreSQL knows this by: as a standby, a slot and a publication."""
TURN: Final = "turn"
END: Final = "end"
_LOCK: Final = 0x4D_61_6A_6C_69_74  # beside the one for migrations
_LINEAGES: Final = 1 << 31
_NEEDS: Final = "The server's user may not stream PostgreSQL's changes: ALTER ROLE … REPLICATION."
_AGAIN_AFTER_S: Final = 1.0
_SAYS_EVERY_S: Final = 1.0
LENGTH: Final = struct.Struct(">I")
_COMMIT: Final = struct.Struct(">cBQQQ")
_DATA: Final = struct.Struct(">cQQq")
_ALIVE: Final = struct.Struct(">cQqB")
_STATUS: Final = struct.Struct(">cQQQqB")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Said:
    """What the process tells whoever started it, every second.

    Attributes:
        lineage: of the journal.
        fault: why nothing is kept just now, as a code; None: all is, by this process or by another server's.
        unusable: a sentence for the operator, where only they can help.
    """

    lineage: int = 0
    fault: str | None = None
    unusable: str | None = None


def packed(messages: Sequence[bytes]) -> bytes:
    """Messages as one record."""
    return b"".join(LENGTH.pack(len(message)) + message for message in messages)


def commit_end(message: bytes) -> int:
    """Where in the write-ahead log the transaction ends that this Commit message ends."""
    return int(_COMMIT.unpack(message)[3])


def keep(url: str, directory: Path, key: bytes, parent: Connection) -> None:
    """Keep the journal until whoever started this says END, or is gone."""
    for each in (signal.SIGINT, signal.SIGTERM):  # they go to the whole group, and the server has commits to finish
        signal.signal(each, signal.SIG_IGN)
    keeper = _Keeper(Door(url), directory, key, parent)
    while True:
        try:
            keeper.session()
        except (EOFError, BrokenPipeError):
            return
        except JournalUnusableError as error:
            said = Said(fault="unusable", unusable=str(error))
        except OSError as error:
            said = Said(fault="unwritable", unusable=f"The journal in {directory} cannot be written: {error.strerror}.")
        except psycopg.Error as error:
            why = error.sqlstate or type(error).__name__  # never its text, which may hold a row
            said = Said(fault="connection", unusable=f"PostgreSQL does not stream to the journal ({why}).")
        try:
            parent.send(said)
            if parent.poll(_AGAIN_AFTER_S) and parent.recv() == END:
                return
        except (EOFError, OSError):
            return


class _Keeper:
    """What outlasts a connection that broke: how far the journal has come."""

    def __init__(self, door: Door, directory: Path, key: bytes, parent: Connection) -> None:
        self._door = door
        self._directory = directory
        self._key = key
        self._parent = parent

    def session(self) -> None:
        """Keep what comes, for as long as the connection lasts.

        Raises:
            EOFError: it is to end.
            JournalUnusableError: the database or the folder is not as it has to be.
            OSError: the disk failed. What was not kept was not confirmed, and comes again.
            psycopg.Error: the connection broke.
        """
        refuse_missing(self._directory)
        with closing(self._door.journal_connection()) as asking:
            refuse_unready(asking)
            while asking.execute("SELECT pg_try_advisory_lock(%s)", [_LOCK]).fetchone() != (True,):
                self._parent.send(Said(lineage=_lineage(asking) or 0))  # another program keeps it
                self._listen(_AGAIN_AFTER_S)
            lineage, confirmed = self._joined(asking)
            target = _position(asking, "SELECT pg_current_wal_flush_lsn()")
            own = [each for each in journal_files(self._directory) if each.lineage == lineage]
            places = (place for each in own for place in each.places())
            number = max((place.number for place in places if place.moment <= confirmed), default=0)
            with closing(_streaming(self._door)) as streaming:
                stream = _Stream(streaming, confirmed)
                kept = _Kept(self._directory, self._key, lineage, _revision(asking), number)
                with closing(kept):
                    self._run(stream, kept, Said(lineage), target)

    def _run(self, stream: "_Stream", kept: "_Kept", said: Said, target: int) -> None:
        spoke = 0.0
        is_behind = True
        while True:
            batch = list(stream.arrived())  # whoever commits meanwhile shares the next wait for the disk
            if batch:
                kept.append(batch)
            stream.confirm(batch)
            is_behind = is_behind and stream.confirmed < target
            if time.monotonic() - spoke >= _SAYS_EVERY_S or (not is_behind and spoke == 0.0):
                self._parent.send(Said(said.lineage, "behind") if is_behind else said)
                spoke = 0.0 if is_behind else time.monotonic()
            select.select([stream.fileno(), self._parent.fileno()], [], [], _SAYS_EVERY_S)
            if self._listen(0) == TURN:
                kept.turn()

    def _listen(self, within_s: float) -> str | None:
        """What is asked for. Raises EOFError: the end."""
        if not self._parent.poll(within_s):
            return None
        asked: str = self._parent.recv()
        if asked == END:
            raise EOFError
        return asked

    def _joined(self, asking: psycopg.Connection) -> tuple[int, int]:
        """The journal's lineage, and how far PostgreSQL was told that it goes; a new one where it is not whole."""
        files = journal_files(self._directory)
        for each in files:
            if not each.is_of(self._key):
                raise JournalUnusableError(
                    f"The journal {each.path} is sealed with the keys of another installation. Give this one a folder "
                    "of its own, or restore the keys that belong to the store."
                )
        lineage = _lineage(asking)
        found = asking.execute(
            "SELECT database = current_database(), wal_status, confirmed_flush_lsn - '0/0'::pg_lsn "
            "FROM pg_replication_slots WHERE slot_name = %s",
            [STANDBY],
        ).fetchone()
        if found is not None and not found[0]:
            raise JournalUnusableError(
                f"The replication slot {STANDBY} belongs to another database of this PostgreSQL. Where that one is not "
                f"served any more, drop it there: SELECT pg_drop_replication_slot('{STANDBY}')."
            )
        if lineage is not None and found is not None and found[1] != "lost" and self._goes_on(files, lineage, asking):
            return lineage, int(found[2])
        return self._begun(asking, is_there=found is not None)

    def _goes_on(self, files: list[JournalFile], lineage: int, asking: psycopg.Connection) -> bool:
        schema = _revision(asking)
        own = [each for each in files if each.lineage == lineage]
        return bool(own) and all(each.schema == schema for each in own)

    def _begun(self, asking: psycopg.Connection, *, is_there: bool) -> tuple[int, int]:
        """Begin anew: the database tells its changes from here on."""
        if is_there:
            asking.execute("SELECT pg_drop_replication_slot(%s)", [STANDBY])
        lineage = secrets.randbelow(_LINEAGES)
        asking.execute("DELETE FROM counter WHERE name = %s", [LINEAGE])
        asking.execute("INSERT INTO counter (name, value) VALUES (%s, %s)", [LINEAGE, lineage])
        name = sql.Identifier(STANDBY)
        tables = sql.SQL(", ").join(sql.Identifier(table.name) for table in metadata.sorted_tables)
        asking.execute(sql.SQL("DROP PUBLICATION IF EXISTS {}").format(name))
        asking.execute(sql.SQL("CREATE PUBLICATION {} FOR TABLE {}").format(name, tables))
        JournalWriter(self._directory, self._key, lineage, _revision(asking)).close()
        asking.execute("SET statement_timeout = '20s'")
        try:
            asking.execute("SELECT pg_create_logical_replication_slot(%s, 'pgoutput')", [STANDBY])
        except psycopg.errors.InsufficientPrivilege:
            raise JournalUnusableError(_NEEDS) from None
        except psycopg.errors.QueryCanceled:
            raise JournalUnusableError(
                "The journal cannot begin: transactions in this PostgreSQL do not end. If they wait for the journal "
                "itself (wait_event SyncRep), set synchronous_standby_names to '', reload, and back again."
            ) from None
        asking.execute("SET statement_timeout = 0")
        _log.warning("a new journal begins; from the next backup on it is of use")
        slot = "SELECT confirmed_flush_lsn FROM pg_replication_slots WHERE slot_name = 'majlis_journal'"
        return lineage, _position(asking, slot)


class _Kept:
    """The file that is written just now."""

    def __init__(self, directory: Path, key: bytes, lineage: int, schema: str, number: int) -> None:
        self._place = (directory, key, lineage, schema)
        self._file: JournalWriter | None = None
        self._number = number
        self._relations: dict[bytes, bytes] = {}

    def append(self, transactions: list[list[bytes]]) -> None:
        """Keep these, and wait for the disk. Raises OSError."""
        messages = [message for transaction in transactions for message in transaction]
        if self._file is None:
            self._file = JournalWriter(*self._place)
            messages = [*self._relations.values(), *messages]  # each file is understood by itself
        self._relations.update({message[1:5]: message for message in messages if message[:1] == b"R"})
        self._file.append(self._number + 1, commit_end(messages[-1]), packed(messages))
        self._number += 1

    def turn(self) -> None:
        """Go on in a new file."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _streaming(door: Door) -> psycopg.Connection:
    try:
        return door.stream_connection(STANDBY)
    except psycopg.OperationalError as error:
        if "permission denied" in str(error):
            raise JournalUnusableError(_NEEDS) from None
        raise


class _Stream:
    """PostgreSQL's protocol of replication: https://www.postgresql.org/docs/15/protocol-replication.html."""

    def __init__(self, connection: psycopg.Connection, confirmed: int) -> None:
        self._driver = connection.pgconn
        self.confirmed = confirmed
        self._open: list[bytes] | None = None
        self._seen = confirmed
        self._is_asked = False
        result = self._driver.exec_(
            f"START_REPLICATION SLOT {STANDBY} LOGICAL 0/0 "
            f"(proto_version '1', publication_names '{STANDBY}', binary 'true')".encode()
        )
        if result.status != psycopg.pq.ExecStatus.COPY_BOTH:
            raise psycopg.OperationalError("the stream does not begin")

    def fileno(self) -> int:
        """For `select`."""
        return self._driver.socket

    def arrived(self) -> Iterator[list[bytes]]:
        """The messages of each whole transaction that is here by now. Raises psycopg.Error: the stream broke."""
        self._driver.consume_input()
        while True:
            length, data = self._driver.get_copy_data(1)
            if length == 0:
                return
            if length < 0:
                raise psycopg.OperationalError("the stream has ended")
            message = bytes(data)
            if message[:1] == b"k":
                _, self._seen, _, asked = _ALIVE.unpack(message)
                self._is_asked |= bool(asked)
                continue
            body = message[_DATA.size :]
            if body[:1] == b"B":
                self._open = []
            if self._open is None:
                raise psycopg.OperationalError("a change came outside of any transaction")
            self._open.append(body)
            if body[:1] == b"C":
                yield self._open
                self._open = None

    def confirm(self, kept: list[list[bytes]]) -> None:
        """Say that these are on the disk, and with them all that has come."""
        reached = self.confirmed
        if kept:
            reached = max(reached, commit_end(kept[-1][-1]))
        if self._open is None:  # else what was seen may lie behind the transaction that is still coming
            reached = max(reached, self._seen)
        if reached > self.confirmed or self._is_asked:
            self.confirmed, self._is_asked = reached, False
            self._driver.put_copy_data(_STATUS.pack(b"r", reached, reached, reached, 0, 0))
            self._driver.flush()


def refuse_unready(asking: psycopg.Connection) -> None:
    """Raise JournalUnusableError where this PostgreSQL does not stream, or does not wait."""
    level, names = asking.execute(
        "SELECT current_setting('wal_level'), current_setting('synchronous_standby_names')"
    ).fetchone() or ("", "")
    if level != "logical":
        raise JournalUnusableError(f"PostgreSQL's wal_level is {level}: set it to logical, and restart PostgreSQL.")
    if names.strip(' "') != STANDBY:
        raise JournalUnusableError(
            "PostgreSQL does not wait for the journal: "
            f"set synchronous_standby_names = '{STANDBY}' (it is {names!r}), and reload."
        )


def _lineage(asking: psycopg.Connection) -> int | None:
    found = asking.execute("SELECT value FROM counter WHERE name = %s", [LINEAGE]).fetchone()
    return None if found is None else int(found[0])


def _revision(asking: psycopg.Connection) -> str:
    found = asking.execute("SELECT version_num FROM alembic_version").fetchone()
    return "" if found is None else str(found[0])


def _position(asking: psycopg.Connection, question: LiteralString) -> int:
    """A place in the write-ahead log, as a number."""
    high, low = str((asking.execute(question).fetchone() or ("0/0",))[0]).split("/")
    return (int(high, 16) << 32) + int(low, 16)
