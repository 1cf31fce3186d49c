"""What revisions do with rows: go through them in batches, open and seal them, and leave nothing readable behind.

Revisions outlive the tables they speak of, so nothing here knows `storage.tables`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any, Final

import sqlalchemy as sa
from alembic import context, op
from alembic.operations import BatchOperations

from desk_client.server.security.vault import Vault

BATCH: Final = 1000
"""Rows held in memory at a time."""

Values = Mapping[str, Any]  # a row's columns are of many types; the database checks them


def vault() -> Vault:
    """The vault that whoever migrates handed over.

    Raises:
        LookupError: there is none, though rows are to be sealed or opened.
    """
    found: Vault | None = context.config.attributes.get("vault")
    if found is None:
        raise LookupError("this store holds rows that are to be sealed or opened: migrate it with the server's vault")
    return found


def batches(name: str, key: Sequence[str], columns: Sequence[str]) -> Iterator[Sequence[sa.Row[Any]]]:
    """Every row, `BATCH` at a time in the order of its key; rows already given may be changed meanwhile."""
    table = _table(name, *key, *columns)
    place = sa.tuple_(*(table.c[each] for each in key))
    every = sa.select(*(table.c[each] for each in (*key, *columns))).order_by(*(table.c[each] for each in key))
    after: tuple[Any, ...] | None = None
    while True:
        wanted = every if after is None else every.where(place > sa.tuple_(*after))
        rows = op.get_bind().execute(wanted.limit(BATCH)).all()
        if rows:
            yield rows
        if len(rows) < BATCH:
            return
        after = tuple(rows[-1][: len(key)])


def change(name: str, key: Sequence[str], rows: Iterable[tuple[Sequence[Any], Values]]) -> None:
    """Give each row, named by its key's values, new values; all of them for the same columns."""
    parameters = [
        {f"key_{each}": part for each, part in zip(key, parts, strict=True)} | dict(values) for parts, values in rows
    ]
    if not parameters:
        return
    columns = [each for each in parameters[0] if not each.startswith("key_")]
    table = _table(name, *key, *columns)
    op.get_bind().execute(
        sa.update(table)
        .where(*(table.c[each] == sa.bindparam(f"key_{each}") for each in key))
        .values({each: sa.bindparam(each) for each in columns}),
        parameters,
    )


def add(name: str, rows: Sequence[Values]) -> None:
    """Insert rows; all of them have the same columns."""
    if rows:
        op.get_bind().execute(sa.insert(_table(name, *rows[0])), [dict(row) for row in rows])


def fill(name: str, **values: object) -> None:
    """Give every row the same values, or what an SQL expression says."""
    op.execute(sa.update(_table(name, *values)).values(**values))


def count(name: str, where: str = "") -> int:
    """How many rows there are."""
    every = sa.select(sa.func.count()).select_from(_table(name))
    found: int = op.get_bind().execute(every.where(sa.text(where)) if where else every).scalar_one()
    return found


def rewrite(name: str) -> None:
    """Write the table anew once its readable columns are gone, so that their old values leave the disk with it.

    PostgreSQL otherwise keeps them in dropped columns and dead rows, perhaps for ever. SQLite needs nothing of this:
    the embedded store migrates with `secure_delete`, which overwrites what it frees.
    """
    if op.get_bind().dialect.name == "postgresql":
        op.execute(f'CLUSTER "{name}" USING "pk_{name}"')
        op.execute(f'ALTER TABLE "{name}" SET WITHOUT CLUSTER')


def _table(name: str, *columns: str) -> sa.TableClause:
    return sa.table(name, *(sa.column(each) for each in dict.fromkeys(columns)))


def altering(name: str, *, numbered: bool = False) -> AbstractContextManager[BatchOperations]:
    """Changes of a table for which SQLite has to make it anew; the tables it refers to need not be read for that.

    `numbered`: SQLite gives no number of its rows twice from now on.
    """
    options = {"sqlite_autoincrement": True} if numbered else {}
    return op.batch_alter_table(name, reflect_kwargs={"resolve_fks": False}, table_kwargs=options)
