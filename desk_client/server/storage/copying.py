"""Copies a whole store into an empty one, of the same or the other kind, and makes sure that nothing differs.

Values travel as they are kept: milliseconds as numbers, sealed columns as their bytes. Rows go through in batches; both
transactions stay open until everything was compared, so a copy is one state of its source, whole or not there at all.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Row,
    Table,
    TypeDecorator,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.schema import AddConstraint, DropConstraint
from sqlalchemy.types import TypeEngine

from desk_client.server.storage.errors import CopyDiffersError, OtherSchemaError, TargetNotEmptyError
from desk_client.server.storage.migrate import current
from desk_client.server.storage.port import Store
from desk_client.server.storage.schema import metadata

_BATCH: Final = 1000
_MODULUS: Final = 1 << 256
Values = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class CopiedTable:
    """One table, as it is in both stores.

    Attributes:
        rows: how many.
        digest: the sum, modulo 2²⁵⁶, of the SHA-256 of each row: the same rows in any order give the same digest.
    """

    name: str
    rows: int
    digest: str


@dataclass(frozen=True, slots=True)
class CopyReport:
    """What was copied and compared, in the order of the tables' dependence."""

    revision: str
    tables: tuple[CopiedTable, ...]

    @property
    def rows(self) -> int:
        """All of them."""
        return sum(table.rows for table in self.tables)


def copy_store(source: Store, target: Store, begun: Callable[[Connection], None] = lambda _: None) -> CopyReport:
    """Copy every table. The source should rest meanwhile: what is written after the start is not copied.

    `begun` is called first of all in the source's transaction.

    Raises:
        OtherSchemaError: the two are not at the same revision.
        TargetNotEmptyError: the target holds rows.
        CopyDiffersError: what arrived is not what was sent; the target is empty as before.
    """

    def copied(sending: Connection) -> CopyReport:
        begun(sending)
        return target.write(lambda receiving: _copy(sending, receiving)).result()

    return source.read(copied)


def _copy(sending: Connection, receiving: Connection) -> CopyReport:
    revision = current(sending)
    if revision is None or revision != current(receiving):
        raise OtherSchemaError(revision, current(receiving))
    tables = [_plain(table) for table in metadata.sorted_tables]
    for table in tables:
        if receiving.execute(select(table).limit(1)).first() is not None:
            raise TargetNotEmptyError(table.name)
    for connection in (sending, receiving):
        _take_time(connection)
    copied = []
    keys = _foreign_keys(receiving)
    for table in tables:
        sum_of_sent = RowSum()
        for batch in _batches(sending, table):
            receiving.execute(insert(table), [row._asdict() for row in batch])
            sum_of_sent.add(batch)
        sum_of_received = RowSum()
        for batch in _batches(receiving, table):
            sum_of_received.add(batch)
        if (sum_of_sent.rows, sum_of_sent.digest) != (sum_of_received.rows, sum_of_received.digest):
            raise CopyDiffersError(table.name)
        copied.append(CopiedTable(table.name, sum_of_sent.rows, sum_of_sent.digest))
        _count_on(sending, receiving, table)
    for key in keys:
        receiving.execute(AddConstraint(key))  # looks through all rows
    return CopyReport(revision, tuple(copied))


def _take_time(connection: Connection) -> None:
    """A copy may take longer than a booking."""
    if connection.dialect.name != "sqlite":
        connection.execute(text("SET LOCAL statement_timeout = 0"))
        connection.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))


def _plain(table: Table) -> Table:
    """The table without our own types: a moment is the number that the store keeps."""
    columns = [
        Column(column.name, _plain_type(column.type), primary_key=column.primary_key, autoincrement=False)
        for column in table.columns
    ]
    return Table(table.name, MetaData(), *columns)


def _plain_type(kind: TypeEngine[Any]) -> TypeEngine[Any]:  # a column's type says which values it takes
    return kind.impl_instance if isinstance(kind, TypeDecorator) else kind


def _batches(connection: Connection, table: Table) -> Iterator[Sequence[Row[Values]]]:
    # for this statement alone: a connection would keep the option for all that come after
    result = connection.execute(select(table), execution_options={"stream_results": True})
    yield from result.partitions(_BATCH)


class RowSum:
    """Number and digest of rows, in whatever order they come; see `CopiedTable`."""

    def __init__(self) -> None:
        self.rows = 0
        self._sum = 0

    def add(self, rows: Iterable[Iterable[object]]) -> None:
        """Count these too."""
        for row in rows:
            self.rows += 1
            self._sum += int.from_bytes(hashlib.sha256(b"".join(map(_canonical, row))).digest())
        self._sum %= _MODULUS

    @property
    def digest(self) -> str:
        """Of all rows so far, in hexadecimal."""
        return f"{self._sum:064x}"


def _canonical(value: object) -> bytes:
    """A value's kind, length and bytes, the same whichever store it came from."""
    match value:
        case None:
            kind, body = b"n", b""
        case bool():
            kind, body = b"b", b"1" if value else b"0"
        case int():
            kind, body = b"i", str(value).encode()
        case float():
            kind, body = b"f", repr(value).encode()
        case str():
            kind, body = b"s", value.encode()
        case bytes() | memoryview() | bytearray():
            kind, body = b"y", bytes(value)
        case _:
            raise TypeError(f"a column of type {type(value).__name__} cannot be compared yet")
    return kind + len(body).to_bytes(8) + body


def _foreign_keys(receiving: Connection) -> list[ForeignKeyConstraint]:
    """Let rows come before those they refer to: a table may refer to itself. What is returned is to be added again."""
    if receiving.dialect.name == "sqlite":
        receiving.execute(text("PRAGMA defer_foreign_keys = ON"))  # until the commit, which looks through all rows
        return []
    # of tables of our own: whoever drops a constraint by SQLAlchemy changes how its table is made later
    own = MetaData(naming_convention=metadata.naming_convention)
    keys = [
        constraint
        for table in [table.to_metadata(own) for table in metadata.sorted_tables]
        for constraint in table.constraints
        if isinstance(constraint, ForeignKeyConstraint)
    ]
    for key in keys:
        receiving.execute(DropConstraint(key))
    return keys


def _count_on(sending: Connection, receiving: Connection, table: Table) -> None:
    """Numbers that the source has given are not given again, even those of rows that are gone."""
    column = metadata.tables[table.name].autoincrement_column
    if column is None or not isinstance(_plain_type(column.type), BigInteger | Integer):
        return
    given = max(_given(sending, table, column.name), _highest(sending, table, column.name))
    if given == 0:
        return
    if receiving.dialect.name == "sqlite":
        if _sqlite_counts(receiving, table):
            receiving.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), {"name": table.name})
            receiving.execute(
                text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :given)"),
                {"name": table.name, "given": given},
            )
    else:
        receiving.execute(select(func.setval(_sequence(receiving, table, column.name), given)))


def _highest(connection: Connection, table: Table, column: str) -> int:
    return int(connection.execute(select(func.coalesce(func.max(table.c[column]), 0))).scalar_one())


def _given(connection: Connection, table: Table, column: str) -> int:
    """The last number that was given; 0 where none was, or where nobody knows."""
    if connection.dialect.name == "sqlite":
        if not _sqlite_counts(connection, table):
            return 0
        kept = connection.execute(text("SELECT seq FROM sqlite_sequence WHERE name = :name"), {"name": table.name})
        return int(kept.scalar_one_or_none() or 0)
    sequence = _sequence(connection, table, column)
    kept = connection.execute(
        text("SELECT pg_sequence_last_value(CAST(:sequence AS regclass))"), {"sequence": sequence}
    )
    return int(kept.scalar_one() or 0)


def _sqlite_counts(connection: Connection, table: Table) -> bool:
    """Whether the table is AUTOINCREMENT; other tables give the number after the highest."""
    made_by = connection.execute(text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table.name})
    return "AUTOINCREMENT" in str(made_by.scalar_one())


def _sequence(connection: Connection, table: Table, column: str) -> str:
    quoted = connection.dialect.identifier_preparer.format_table(table)
    return str(connection.execute(select(func.pg_get_serial_sequence(quoted, column))).scalar_one())
