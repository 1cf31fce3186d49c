"""Rows that nothing reads before the commit (audit, messages, hints), written together just before it.

Whoever shares a commit shares these statements as well: one for each table, however many bookings it keeps.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Table, insert

from desk_client.server.storage.prepared import Prepared

Row = Mapping[str, Any]  # a row's columns are of many types; the table checks them
_WITHIN: Final = "majlis-within"
_BOOKS: Final = "books"


def within(connection: Connection) -> dict[str, Any]:
    """What is kept on a connection that writes until its transaction ends, and no longer."""
    kept: dict[str, Any] = connection.info.setdefault(_WITHIN, {})
    return kept


def put_off(connection: Connection, rows: Mapping[Table, Sequence[Row]]) -> None:
    """Have these rows written before the transaction commits; rows of one table all name the same columns.

    For work that will not fail any more: nobody takes them back but whoever gives up the whole transaction.
    """
    books: dict[Table, list[Row]] = within(connection).setdefault(_BOOKS, {})
    for table, more in rows.items():
        books.setdefault(table, []).extend(more)


def write_books(connection: Connection) -> None:
    """Write what was put off. A store calls this before it commits."""
    for table, rows in within(connection).pop(_BOOKS, {}).items():
        _insert(table).send_all(connection, rows)


def forget_books(connection: Connection) -> None:
    """Nothing is put off or kept. A store calls this when a transaction begins: an earlier one may have been undone."""
    connection.info.pop(_WITHIN, None)


@cache
def _insert(table: Table) -> Prepared:
    return Prepared(insert(table))
