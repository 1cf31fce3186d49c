"""One thread that writes, and commits what several callers handed in at once together.

A commit waits for the disk, and that wait is most of a booking's cost; so whatever has arrived in the meantime shares
the next one. Each piece of work has a savepoint of its own: one that fails undoes only itself. Nobody is answered
before the commit they are part of.
"""

import logging
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from sqlalchemy import Connection, Engine

from desk_client.server.storage.books import forget_books, write_books
from desk_client.server.storage.errors import Fault, StoreUnavailableError
from desk_client.server.storage.line import Line
from desk_client.server.storage.port import Work
from desk_client.server.storage.recording import Witness

T = TypeVar("T")
Explain = Callable[[BaseException], StoreUnavailableError | None]
"""Finds out whether an error is the world's fault: a full or broken disk. None: it is not."""
_MOST_IN_ONE_COMMIT: Final = 64
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Job(Generic[T]):
    """Work handed in, and how it ended before the commit."""

    work: Work[T]
    future: Future[T]
    result: T | None = None
    error: BaseException | None = None

    def run(self, connection: Connection) -> None:
        """Do the work behind a savepoint. What it raises is kept for its caller; other errors end the transaction.

        Savepoints are set through the driver: SQLAlchemy's own cost 79 µs each, these 4.
        """
        driver = connection.connection
        _say(driver, "SAVEPOINT job")
        try:
            self.result = self.work(connection)
        except Exception as error:  # noqa: BLE001 - it is handed to the caller through the future, whatever it is
            self.error = error
            # a disk that is full or fails makes SQLite end the whole transaction by itself: then this raises, and
            # nothing of the batch is taken for done (https://sqlite.org/lang_transaction.html, "Response To Errors")
            _say(driver, "ROLLBACK TO SAVEPOINT job")
        _say(driver, "RELEASE SAVEPOINT job")

    def settle(self, explain: Explain) -> None:
        if self.error is not None:
            self.fail(explain(self.error) or self.error)
        else:
            self.future.set_result(self.result)  # type: ignore[arg-type]  # it was set by run, or T is None

    def fail(self, error: BaseException) -> None:
        self.future.set_exception(error)


class Writer:
    """Owns the one connection that writes. Started at once; `close` lets it finish what it was given."""

    def __init__(
        self, engine: Engine, committed: Callable[[], None], explain: Explain, witness: Witness | None = None
    ) -> None:
        """`committed` is called after each commit, and the witness around it, in the writer's thread."""
        self._engine = engine
        self._committed = committed
        self._explain = explain
        self._witness = witness
        self._line: Line[_Job[object]] = Line()
        self._begun = False
        self._thread = threading.Thread(target=self._run, name="store-writer")
        self._thread.start()

    @property
    def line(self) -> Line[_Job[object]]:
        """Those who wait for it."""
        return self._line

    def submit(self, work: Work[T]) -> Future[T]:
        """Hand in work. Raises RuntimeError after `close`."""
        job: _Job[T] = _Job(work, Future())
        self._line.join(job)  # type: ignore[arg-type]  # the line holds jobs of every result type
        return job.future

    def close(self) -> None:
        """Finish everything handed in, then end the thread."""
        self._line.close()
        self._thread.join()

    def _run(self) -> None:
        connection: Connection | None = None
        ending = False
        while not ending and (first := self._line.next()) is not None:
            batch, ending = self._batch(first)
            jobs = [job for job in batch if job.future.set_running_or_notify_cancel()]
            try:
                connection = connection or self._engine.connect()
                self._commit(connection, jobs)
            except Exception as error:  # noqa: BLE001 - a full or broken disk: every caller of this commit hears it
                connection = _kept(connection, begun=self._begun)
                if self._witness is not None and self._begun:
                    self._witness.commit_failed()
                self._fail(jobs, error)
        if connection is not None:
            connection.close()

    def _batch(self, first: _Job[object]) -> tuple[list[_Job[object]], bool]:
        """Everything that waits, up to a limit, and whether the end was among it."""
        batch = [first]
        while len(batch) < _MOST_IN_ONE_COMMIT:
            try:
                job = self._line.next_if_any()
            except queue.Empty:
                break
            if job is None:
                return batch, True
            batch.append(job)
        return batch, False

    def _commit(self, connection: Connection, jobs: list[_Job[object]]) -> None:
        self._begun = False
        with connection.begin():
            self._begun = True
            forget_books(connection)
            for job in jobs:
                job.run(connection)
            write_books(connection)
            if self._witness is not None:
                self._witness.in_commit(connection)
        if self._witness is not None:
            self._witness.after_commit(connection)
        # before the callers are answered: who reads after an answer must find the word of it already under way
        self._committed()
        for job in jobs:
            job.settle(self._explain)

    def _fail(self, jobs: list[_Job[object]], error: Exception) -> None:
        """Nothing of a batch was kept: say so to everybody in it, with the first reason that tells something."""
        causes = [error, *(job.error for job in jobs if job.error is not None)]
        reason = next(filter(None, map(self._explain, causes)), None)
        if reason is None:
            _log.error("a commit failed", exc_info=error)
            reason = StoreUnavailableError(Fault.DISK, type(error).__name__)
        for job in jobs:
            if not job.future.done():
                job.fail(reason)


def _kept(connection: Connection | None, *, begun: bool) -> Connection | None:
    """The connection if it can begin anew after a failure; otherwise the next batch opens the file again.

    It is kept where it can be: SQLite writes its next commit over one that did not reach the disk, but who opens the
    file anew may find that one whole and take it for done. One that could not even begin may have been opened when the
    file could only be read.
    """
    if connection is None:
        return None
    ended = not (connection.in_transaction() or connection.invalidated or connection.connection.in_transaction)
    if begun and ended:
        return connection
    connection.invalidate()
    connection.close()
    return None


def _say(driver: object, statement: str) -> None:
    driver.cursor().execute(statement)  # type: ignore[attr-defined]  # a PEP 249 connection, which SQLAlchemy leaves untyped
