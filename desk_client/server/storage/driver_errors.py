"""Errors of statements that were handed to a driver past SQLAlchemy: they come out as they would through it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection
from sqlalchemy import exc as sqlalchemy_errors


def translated(connection: Connection, error: Any) -> Exception:
    """An error of whichever driver as SQLAlchemy's, as if it had run the statement; no row is repeated in it."""
    dialect = connection.dialect
    if not connection.invalidated and dialect.is_disconnect(error, connection.connection.driver_connection, None):
        connection.invalidate(error)
    wrapped: Exception = sqlalchemy_errors.DBAPIError.instance(
        None,
        None,
        error,
        dialect.loaded_dbapi.Error,
        hide_parameters=True,
        connection_invalidated=connection.invalidated,
        dialect=dialect,
    )
    return wrapped


@contextmanager
def translating(connection: Connection) -> Iterator[None]:
    """The same for whatever the block raises of the driver's."""
    try:
        yield
    except connection.dialect.loaded_dbapi.Error as error:
        raise translated(connection, error) from error
