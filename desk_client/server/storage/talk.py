"""A writer's talk with PostgreSQL: statements go past the driver's cursors, and those that nobody waits for together.

To wait for an answer costs a writer more than most statements cost the database, most of all over a network. So what
only has to be done by the end of a transaction is kept back, its BEGIN as well, and goes out with what follows; the
last of it with the COMMIT. The order stays as it was said. An error comes out of whatever is said next, at the latest
out of the commit.

psycopg's cursors spend 27 µs on a statement and 26 on each of a pipeline's, its wrapper of libpq 8 and 2; a booking
has thirty. So these go by the wrapper (PostgreSQL's documentation, "Pipeline Mode"); psycopg still connects, converts
values and words errors.
"""

import itertools
import select
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

import psycopg
from psycopg import pq
from psycopg.abc import Transformer as Converter
from psycopg.adapt import PyFormat, Transformer
from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.engine import Dialect

from desk_client.server.storage.driver_errors import translating

NUMBERED: Final[Dialect] = PGDialect_psycopg(paramstyle="numeric_dollar")  # type: ignore[no-untyped-call]  # SQLAlchemy's
"""How statements are worded here: `$1`, `$2` for what is bound."""

Said = tuple[str, Any]
"""A statement, and the sequence of what it binds."""
_BEGIN: Final[Said] = ("BEGIN", ())
_COMMIT: Final[Said] = ("COMMIT", ())
_TALK: Final = "majlis-talk"
_FINE: Final = frozenset({pq.ExecStatus.COMMAND_OK, pq.ExecStatus.TUPLES_OK})


class Answer:
    """What came of a statement; read as a driver's cursor is."""

    def __init__(self, result: pq.abc.PGresult, transformer: Converter) -> None:
        self._result = result
        self._transformer = transformer

    @property
    def rowcount(self) -> int:
        """How many rows it met."""
        return self._result.command_tuples or 0

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All that it found."""
        self._transformer.set_pgresult(self._result)
        return self._transformer.load_rows(0, self._result.ntuples, tuple)

    def fetchone(self) -> tuple[Any, ...] | None:
        """The first row, if it found any."""
        if not self._result.ntuples:
            return None
        self._transformer.set_pgresult(self._result)
        return self._transformer.load_row(0, tuple)


class Talk:
    """With one connection, which is not in use otherwise while something is said. For one thread at a time."""

    def __init__(self, driver: psycopg.Connection) -> None:
        """The connection commits by itself: BEGIN and COMMIT are said here."""
        self._pg = driver.pgconn
        self._transformer: Converter = Transformer(driver)
        self._names: dict[str, bytes] = {}
        self._numbers = itertools.count()
        self._unsent: list[Said] = []

    def begin(self) -> None:
        """Forget what was left of the last transaction, and begin one with whatever is said next."""
        self._unsent[:] = [_BEGIN]

    def keep_back(self, said: Said) -> None:
        """Say it with whatever follows."""
        self._unsent.append(said)

    def send(self) -> None:
        """Say what was kept back, if anything was."""
        if self._unsent:
            self.ask(self._unsent.pop())

    def begun(self) -> None:
        """Let the transaction have begun: a connection that was cut while it was idle is found out before the commit.

        What comes of a COMMIT that is lost, nobody knows; what is lost before can be done again.
        """
        if self._unsent and self._unsent[0] is _BEGIN:
            self.send()

    def commit(self) -> None:
        """Say what was kept back, and COMMIT with it."""
        self.ask(_COMMIT)

    def ask(self, said: Said) -> Answer:
        """Say what was kept back and this, and wait for what comes of this. Errors are psycopg's."""
        # converted first, for a value that cannot be said must not leave half of a pipeline behind
        said_now = [(text, self._dumped(values)) for text, values in (*self._unsent, said)]
        self._unsent.clear()
        new: dict[str, bytes] = {}
        makes_known: list[str] = []  # for each result to come, which statement it prepares
        self._pg.enter_pipeline_mode()
        try:
            for text, dumped in said_now:
                name = self._names.get(text) or new.get(text)
                if name is None:
                    name = new[text] = b"majlis_%d" % next(self._numbers)
                    self._pg.send_prepare(name, text.encode())
                    makes_known.append(text)
                self._pg.send_query_prepared(name, dumped)
                makes_known.append("")
            self._pg.pipeline_sync()
            results = self._results()
        finally:
            with suppress(psycopg.Error):  # of a connection that is gone, which has failed already
                self._pg.exit_pipeline_mode()
        for result, text in zip(results, makes_known, strict=False):
            if result.status not in _FINE:
                raise psycopg.errors.error_from_result(result, "utf-8")
            if text:
                self._names[text] = new[text]
        return Answer(results[-1], self._transformer)

    def _dumped(self, values: Sequence[Any]) -> Sequence[Any] | None:
        if not values:
            return None
        return self._transformer.dump_sequence(values, [PyFormat.TEXT] * len(values))

    def _results(self) -> list[pq.abc.PGresult]:
        """All up to the end of what was said."""
        pg, results = self._pg, list[pq.abc.PGresult]()
        unsent = pg.flush()
        while True:
            if unsent or pg.is_busy():
                # never both sides waiting for the other to read: what comes is taken while there is more to send
                readable, writable = _wait(pg.socket, writing=bool(unsent))
                if readable:
                    pg.consume_input()
                if writable:
                    unsent = pg.flush()
                continue
            result = pg.get_result()
            if result is None:
                if pg.status == pq.ConnStatus.BAD:
                    raise psycopg.OperationalError("the connection is lost")
            elif result.status == pq.ExecStatus.PIPELINE_SYNC:
                return results
            else:
                results.append(result)


def keep_talks(engine: Engine) -> None:
    """Give every connection of an engine a talk; what is said by SQLAlchemy's way comes after what was kept back."""

    @event.listens_for(engine, "connect")
    def connected(driver: psycopg.Connection, record: Any) -> None:  # SQLAlchemy's record of it
        driver.autocommit = True
        driver.prepare_threshold = None  # it would forget ours with its own, after a ROLLBACK that it hears of
        record.info[_TALK] = Talk(driver)

    @event.listens_for(engine, "begin")
    def begins(connection: Connection) -> None:
        connection.info[_TALK].begin()

    @event.listens_for(engine, "before_cursor_execute")
    def executed(connection: Connection, *_: object) -> None:
        with translating(connection):
            connection.info[_TALK].send()


def talk_of(connection: Connection) -> Talk | None:
    """The connection's, if it has one."""
    talk: Talk | None = connection.info.get(_TALK)
    return talk


def begun(connection: Connection) -> None:
    """`Talk.begun`, with SQLAlchemy's errors."""
    with translating(connection):
        connection.info[_TALK].begun()


def commit(connection: Connection) -> None:
    """`Talk.commit`, with SQLAlchemy's errors; SQLAlchemy's own commit then finds it done."""
    with translating(connection):
        connection.info[_TALK].commit()


def _wait(descriptor: int, *, writing: bool) -> tuple[bool, bool]:
    """Whether it can be read, and written; a connection that broke can be read."""
    poll = select.poll()
    poll.register(descriptor, select.POLLIN | (select.POLLOUT if writing else 0))
    ready = poll.poll()[0][1]
    return bool(ready & ~select.POLLOUT), bool(ready & select.POLLOUT)
