"""A store in PostgreSQL: several writers at once, each with a connection of its own, and a pool of readers.

Each piece of work is a transaction of its own, READ COMMITTED; PostgreSQL gathers the commits of several connections in
one write to the disk by itself. Two transactions that get into each other's way are undone and done again, one of them.
"""

import random
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import Connection, Engine, func, select
from sqlalchemy import exc as sqlalchemy_errors

from desk_client.server.storage import talk
from desk_client.server.storage.bell import Bell
from desk_client.server.storage.books import forget_books, write_books
from desk_client.server.storage.errors import Fault, StoreUnavailableError
from desk_client.server.storage.guard import Guard
from desk_client.server.storage.line import Line
from desk_client.server.storage.listeners import Listeners
from desk_client.server.storage.migrate import Attributes, migrated
from desk_client.server.storage.port import Work
from desk_client.server.storage.postgres_door import Door, conflict, explained

T = TypeVar("T")
_MOST_ATTEMPTS: Final = 8
_ALONE_FROM: Final = 2
_FIRST_PAUSE_S: Final = 0.002
_MIGRATION_LOCK: Final = 0x4D_61_6A_6C_69_73  # "Majlis"; any number that no other program on this database takes
_LISTENS_WITHIN_S: Final = 5.0
_CANCELS_WITHIN_S: Final = 2.0
_NOT_WAITED_FOR: Final = "01000"  # the SQLSTATE of "canceling wait for synchronous replication"


@dataclass(slots=True)
class _Job(Generic[T]):
    """Work handed in."""

    work: Work[T]
    future: Future[T]


class _LostError(Exception):
    """The connection broke before the commit was asked for: nothing of the work was kept."""


class _Writer:
    """One thread with one connection."""

    def __init__(
        self,
        number: int,
        engine: Engine,
        line: Line[_Job[object]],
        again: threading.Lock,
        committed: Callable[[], None],
        guard: Guard | None,
    ) -> None:
        self._engine = engine
        self._line = line
        self._again = again
        self._committed = committed
        self._guard = guard
        self._connection: Connection | None = None
        self._committing: psycopg.Connection | None = None
        self._waited = True
        self._thread = threading.Thread(target=self._run, name=f"store-writer-{number}")
        self._thread.start()

    def join(self) -> None:
        self._thread.join()

    def give_up(self) -> None:
        """Do not wait for a journal that does not come: the commit under way is neither acknowledged nor undone."""
        driver = self._committing
        if driver is not None:
            with suppress(psycopg.Error):  # it has ended by itself, or its connection has
                driver.cancel_safe(timeout=_CANCELS_WITHIN_S)

    def _run(self) -> None:
        while (job := self._line.next()) is not None:
            if not job.future.set_running_or_notify_cancel():
                continue
            try:
                result = self._carried_out(job.work)
            except Exception as error:  # noqa: BLE001 - it is handed to the caller through the future, whatever it is
                job.future.set_exception(explained(error) or error)
            else:
                # before the caller is answered: who reads after an answer must find the word of it already under way
                self._committed()
                job.future.set_result(result)
        self._drop()

    def _carried_out(self, work: Work[T]) -> T:
        """The work's result, once it is committed."""
        for attempt in range(_MOST_ATTEMPTS):
            # those who got into each other's way twice take turns; nobody waits for a turn inside of a transaction
            turn = self._again if attempt >= _ALONE_FROM else nullcontext()
            try:
                with turn:
                    return self._once(work)
            except _LostError:
                continue  # a restarted server has cut every idle connection; the first work after it finds that out
            except sqlalchemy_errors.DBAPIError as error:
                if not conflict(error):
                    raise
            # whoever got into each other's way once does not come back at the same moment
            time.sleep(random.uniform(0, _FIRST_PAUSE_S * 2**attempt))  # noqa: S311 - chance, no secret
        raise StoreUnavailableError(Fault.BUSY, f"{_MOST_ATTEMPTS} attempts")

    def _once(self, work: Work[T]) -> T:
        if self._guard is not None:
            self._guard.refuse()
        connection = self._connected()
        transaction = connection.begin()
        forget_books(connection)
        try:
            result = work(connection)
            write_books(connection)
            talk.begun(connection)
        except Exception as error:
            lost = connection.invalidated
            try:
                transaction.rollback()
            except sqlalchemy_errors.SQLAlchemyError:  # a connection that is gone has forgotten it all anyway
                lost = True
            if lost:
                self._drop()
                if isinstance(error, sqlalchemy_errors.SQLAlchemyError):
                    raise _LostError from error
            raise
        if connection.invalidated:
            self._drop()
            raise _LostError
        driver = self._refuse_failed(connection)
        self._waited = True
        self._committing = driver
        try:
            talk.commit(connection)
            transaction.commit()
        except Exception as error:
            with suppress(sqlalchemy_errors.SQLAlchemyError):
                transaction.rollback()
            self._drop()
            fault = explained(error)
            if fault is not None and fault.fault is Fault.CONNECTION:
                raise StoreUnavailableError(Fault.UNKNOWN_OUTCOME) from None
            raise
        finally:
            self._committing = None
        if not self._waited or not self._is_guarded():
            # it is in the database and perhaps not in the journal, or it has seen something of which that is true
            raise StoreUnavailableError(Fault.UNKNOWN_OUTCOME, "journal")
        return result

    def _is_guarded(self) -> bool:
        try:
            if self._guard is not None:
                self._guard.refuse()
        except StoreUnavailableError:
            return False
        return True

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
            _driver(self._connection).add_notice_handler(self._note)
        return self._connection

    def _note(self, said: psycopg.errors.Diagnostic) -> None:
        if said.sqlstate == _NOT_WAITED_FOR:
            self._waited = False

    def _refuse_failed(self, connection: Connection) -> psycopg.Connection:
        """Work may not swallow an error of a statement: PostgreSQL answers COMMIT with ROLLBACK then, and no error."""
        driver = _driver(connection)
        if driver.info.transaction_status is TransactionStatus.INERROR:
            self._drop()
            raise RuntimeError("the work went on after a statement had failed outside of a savepoint")
        return driver

    def _drop(self) -> None:
        if self._connection is not None:
            with suppress(sqlalchemy_errors.SQLAlchemyError):
                self._connection.invalidate()
            self._connection.close()
            self._connection = None


def _driver(connection: Connection) -> psycopg.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    return driver


class PostgresStore:
    """A `Store` in one PostgreSQL database, which several servers may share."""

    def __init__(self, door: Door, *, writers: int, readers: int, guard: Guard | None = None) -> None:
        """Start the threads; `open_postgres` has looked after the tables."""
        self._guard = guard
        self._listeners = Listeners()
        self._writing = door.writing_engine()
        self._reading = door.reading_engine(readers)
        self._bell = Bell(door.bell_connection, self._listeners.tell)
        self._bell.wait_listening(_LISTENS_WITHIN_S)
        self._line: Line[_Job[object]] = Line()
        again = threading.Lock()
        self._writers = [
            _Writer(number, self._writing, self._line, again, self._committed, guard)
            for number in range(1, writers + 1)
        ]
        if guard is not None:
            guard.on_fault(self._give_up)

    def write(self, work: Work[T]) -> Future[T]:
        """Hand the work to whichever writer is free next; see `Store.write`."""
        job: _Job[T] = _Job(work, Future())
        self._line.join(job)  # type: ignore[arg-type]  # the line holds jobs of every result type
        return job.future

    def read(self, work: Work[T]) -> T:
        """Read a consistent state (REPEATABLE READ, READ ONLY); see `Store.read`."""
        first = True
        while True:
            try:
                with self._reading.begin() as connection:
                    return work(connection)
            except (sqlalchemy_errors.DBAPIError, sqlalchemy_errors.TimeoutError) as error:
                if first and isinstance(error, sqlalchemy_errors.DBAPIError) and error.connection_invalidated:
                    first = False  # the database was restarted: by now the pool has let go of every older connection
                    continue
                if (fault := explained(error)) is not None:
                    raise fault from None  # the original's text may hold a row
                raise

    @property
    def waiting(self) -> int:
        """Work that nobody has begun yet; see `Store.waiting`."""
        return len(self._line)

    @property
    def delay_s(self) -> float:
        """How long the first in line has waited; see `Store.delay_s`."""
        return self._line.delay_s

    def on_commit(self, listener: Callable[[], None]) -> None:
        """Tell the listener of each commit, here or by another server; see `Store.on_commit`."""
        self._listeners.add(listener)

    def close(self) -> None:
        """Finish what was handed in, then let go of every connection."""
        if not self._line.close(len(self._writers)):
            return
        for writer in self._writers:
            writer.join()
        self._bell.close()
        self._reading.dispose()
        self._writing.dispose()
        if self._guard is not None:
            self._guard.close()

    def _give_up(self) -> None:
        for writer in self._writers:
            writer.give_up()

    def _committed(self) -> None:
        self._listeners.tell()
        self._bell.ring()


def open_postgres(
    url: str,
    *,
    writers: int = 4,
    readers: int = 4,
    attributes: Attributes | None = None,
    guard: Callable[[], Guard] | None = None,
    alone: bool = False,
) -> PostgresStore:
    """Open the store and bring its tables up to date; of several servers that start at once, one does so.

    Args:
        url: `postgresql://USER:PASSWORD@HOST:PORT/DATABASE?PARAMETER=…`, as libpq reads it; it goes into no message.
        writers: how many transactions write at most at one time.
        readers: how many read at most at one time.
        attributes: what revisions need; see `migrate.Attributes`.
        guard: makes who is asked before each transaction that writes, once the tables are there; closed with the store.
        alone: commits wait for no journal; for a database that nobody serves from yet.

    Raises:
        StoreUnusableError: no such database, no way in, a server that is too old, or tables of a newer program.
    """
    with postgres_schema(url) as connection:
        migrated(connection, attributes)
    return PostgresStore(
        Door(url, alone=alone), writers=writers, readers=readers, guard=None if guard is None else guard()
    )


@contextmanager
def postgres_schema(url: str) -> Iterator[Connection]:
    """A transaction in which tables may be changed; no other server does so meanwhile.

    Raises:
        StoreUnusableError: no such database, no way in, or a server that is too old.
    """
    door = Door(url)
    engine = door.schema_engine()
    try:
        try:
            connection = engine.connect()
        except sqlalchemy_errors.DBAPIError as error:
            refusal = door.refusal(error)
            if refusal is not None:
                raise refusal from None  # the original repeats how we connect
            raise
        with connection, connection.begin():
            door.refuse(connection)
            connection.execute(select(func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
            yield connection
    finally:
        engine.dispose()
