"""The few statements that SQLite and PostgreSQL word differently, or that only one of them needs.

Statements are built once: to build one costs four times as much as to run it.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Final

from sqlalchemy import BigInteger, Connection, Table, Text, bindparam, case, cast, func, select
from sqlalchemy.dialects import postgresql, sqlite

from desk_client.server.storage.prepared import Prepared, Values

_SQLITE: Final = "sqlite"


def insert_new(connection: Connection, table: Table, rows: Sequence[Values]) -> int:
    """Insert the rows whose keys are free, and tell how many those were; the others are passed over.

    Where a concurrent transaction is about to take a key, this waits for how it ends.
    """
    return _insert_new(table, connection.dialect.name).change_all(connection, rows)


def lock_row(connection: Connection, table: Table, key: str) -> None:
    """Keep others from changing what depends on this row until the transaction ends.

    On SQLite nothing is to be done: there is one writer.
    """
    if connection.dialect.name != _SQLITE:
        _lock_row(table).first(connection, {"key": key})


def bump(connection: Connection, table: Table, key: str, version: str, names: Sequence[str]) -> None:
    """Count up the `version` of the rows with these keys, in order, and make those that are missing."""
    rows = [{key: name, version: 1} for name in sorted(names)]
    _bump(table, key, version, connection.dialect.name).send_all(connection, rows)


def writers_under_way(connection: Connection) -> tuple[int, int]:
    """The number of the oldest transaction that may still commit something, and the number that the next one will have.

    What has a lower number than the first has ended, and can be seen by this transaction if it was committed. On
    SQLite nobody writes beside what is seen: there both are 0.
    """
    if connection.dialect.name == _SQLITE:
        return 0, 0
    snapshot = func.pg_current_snapshot()
    oldest, following = connection.execute(
        select(
            cast(cast(func.pg_snapshot_xmin(snapshot), Text), BigInteger),
            cast(cast(func.pg_snapshot_xmax(snapshot), Text), BigInteger),
        )
    ).one()
    return oldest, following


def count_up(connection: Connection, table: Table, row: Values, *, now: datetime) -> int:
    """Count a try in `table` (subject, window_ends_at, count) and tell the new count, in one statement.

    A window that is over by `now` is replaced by the row's own.
    """
    insert = sqlite.insert if connection.dialect.name == _SQLITE else postgresql.insert
    counted, ends_at = table.c["count"], table.c.window_ends_at
    fresh = insert(table).values(**row)
    running = ends_at > now
    statement = fresh.on_conflict_do_update(
        index_elements=["subject"],
        set_={
            "count": case((running, counted + fresh.excluded["count"]), else_=fresh.excluded["count"]),
            "window_ends_at": case((running, ends_at), else_=fresh.excluded.window_ends_at),
        },
    )
    return int(connection.execute(statement.returning(counted)).scalar_one())


@cache
def _insert_new(table: Table, dialect: str) -> Prepared:
    insert = sqlite.insert if dialect == _SQLITE else postgresql.insert
    return Prepared(insert(table).on_conflict_do_nothing())


@cache
def _lock_row(table: Table) -> Prepared:
    return Prepared(select(table.c.id).where(table.c.id == bindparam("key")).with_for_update())


@cache
def _bump(table: Table, key: str, version: str, dialect: str) -> Prepared:
    insert = sqlite.insert if dialect == _SQLITE else postgresql.insert
    return Prepared(insert(table).on_conflict_do_update(index_elements=[key], set_={version: table.c[version] + 1}))
