"""Statements for PostgreSQL whose answer nobody waits for: they travel with the next one for which somebody does.

To wait for an answer costs a writer more than most statements cost the database, most of all over a network. So
what only has to be done by the end of a transaction is kept back, its BEGIN as well, and goes out with what
follows; the last of it with the COMMIT (PostgreSQL's documentation, "Pipeline Mode"). The order stays as it was
said. An error comes out of whatever is said next, at the latest out of the commit.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, cast

import psycopg
from sqlalchemy import Connection, Engine, event

from desk_client.server.storage.driver_errors import translated

_UNSENT: Final = "majlis-unsent"

Said = tuple[str, Any]
"""A statement as the driver takes it, and what it binds."""
_BEGIN: Final[Said] = ("BEGIN", None)


def keep_back(engine: Engine) -> None:
    """Let statements be kept back on an engine whose connections commit by themselves: BEGIN is the first of them."""

    @event.listens_for(engine, "connect")
    def connected(driver: psycopg.Connection, record: Any) -> None:  # SQLAlchemy's record of it
        driver.autocommit = True
        record.info[_UNSENT] = []

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        connection.info[_UNSENT][:] = [_BEGIN]

    @event.listens_for(engine, "before_cursor_execute")
    def executed(connection: Connection, *_: object) -> None:
        send(connection)


def kept_back(connection: Connection, text: str, bound: Any) -> bool:
    """Keep a statement back; False where the connection's store has to be told at once."""
    unsent: list[Said] | None = connection.info.get(_UNSENT)
    if unsent is None:
        return False
    unsent.append((text, bound))
    return True


def is_waiting(connection: Connection) -> bool:
    """Whether something was kept back."""
    return bool(connection.info.get(_UNSENT))


@contextmanager
def sent_first(connection: Connection) -> Iterator[None]:
    """Send what was kept back, and in one go with it what the driver is told within the block."""
    unsent: list[Said] | None = connection.info.get(_UNSENT)
    if not unsent:
        yield
        return
    driver = _driver(connection)
    said, unsent[:] = tuple(unsent), ()
    with driver.pipeline():
        for text, bound in said:
            driver.cursor().execute(text, bound)
        yield


def begin(connection: Connection) -> None:
    """Let the transaction have begun: a connection that was cut while it was idle is found out before the commit.

    What comes of a COMMIT that is lost, nobody knows; what is lost before can be done again.
    """
    unsent: list[Said] | None = connection.info.get(_UNSENT)
    if unsent and unsent[0] is _BEGIN:
        send(connection)


def send(connection: Connection) -> None:
    """Send what was kept back, if anything was."""
    try:
        with sent_first(connection):
            pass
    except psycopg.Error as error:
        raise translated(connection, error) from error


def commit(connection: Connection) -> None:
    """Send what was kept back and COMMIT with it; SQLAlchemy's own commit then finds it done."""
    try:
        with sent_first(connection):
            _driver(connection).cursor().execute("COMMIT")
    except psycopg.Error as error:
        raise translated(connection, error) from error


def _driver(connection: Connection) -> psycopg.Connection:
    return cast("psycopg.Connection", connection.connection.driver_connection)
