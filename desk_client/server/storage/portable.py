"""The few statements that SQLite and PostgreSQL word differently, or that only one of them needs."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import BigInteger, Connection, Table, Text, cast, func, select
from sqlalchemy.dialects import postgresql, sqlite

Row = Mapping[str, Any]  # a row's columns are of many types; the table checks them
_SQLITE: Final = "sqlite"


def insert_new(connection: Connection, table: Table, rows: Sequence[Row]) -> int:
    """Insert the rows whose keys are free, and tell how many those were; the others are passed over.

    Where a concurrent transaction is about to take a key, this waits for how it ends.
    """
    if connection.dialect.name == _SQLITE:
        return connection.execute(sqlite.insert(table).on_conflict_do_nothing(), rows).rowcount
    return connection.execute(postgresql.insert(table).on_conflict_do_nothing(), rows).rowcount


def lock_row(connection: Connection, table: Table, key: str) -> None:
    """Keep others from changing what depends on this row until the transaction ends.

    On SQLite nothing is to be done: there is one writer.
    """
    if connection.dialect.name != _SQLITE:
        connection.execute(select(table.c.id).where(table.c.id == key).with_for_update())


def bump(connection: Connection, table: Table, key: str, version: str, names: Sequence[str]) -> None:
    """Count up the `version` of the rows with these keys, in order, and make those that are missing."""
    rows = [{key: name, version: 1} for name in sorted(names)]
    grown = {version: table.c[version] + 1}
    if connection.dialect.name == _SQLITE:
        connection.execute(sqlite.insert(table).on_conflict_do_update(index_elements=[key], set_=grown), rows)
    else:
        connection.execute(postgresql.insert(table).on_conflict_do_update(index_elements=[key], set_=grown), rows)


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
