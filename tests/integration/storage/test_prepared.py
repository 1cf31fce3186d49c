"""Statements handed to the driver find, change and fail as they would through SQLAlchemy, on both stores."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from desk_client.server.storage.port import Store
from desk_client.server.storage.prepared import Prepared
from desk_client.server.storage.tables.bookkeeping import idempotency
from tests.integration.storage.places import seat, take, taken, visits

_NOW = datetime(2026, 3, 1, 9, 30, 0, 250_000, tzinfo=UTC)
_ROWS: list[dict[str, Any]] = [
    {"actor": "a", "key": f"key-{n}", "request_hash": bytes([n]) * 32, "answer_sealed": b"\0\xff", "created_at": at}
    for n, at in enumerate((_NOW, _NOW + timedelta(hours=1)))
]


def test_types_come_back_as_sqlalchemy_gives_them(store: Store) -> None:
    assert store.write(lambda at: Prepared(insert(idempotency)).change_all(at, _ROWS)).result() == len(_ROWS)
    statement = select(idempotency).where(idempotency.c.actor == bindparam("who")).order_by(idempotency.c.key)

    def both(connection: Connection) -> tuple[list[Any], list[Any]]:
        plain = connection.execute(statement, {"who": "a"}).all()
        return Prepared(statement).rows(connection, {"who": "a"}), [tuple(row) for row in plain]

    prepared, plain = store.read(both)
    assert [tuple(row) for row in prepared] == plain
    assert [(row.created_at, row.answer_sealed) for row in prepared] == [
        (row["created_at"], row["answer_sealed"]) for row in _ROWS
    ]
    assert store.read(lambda at: Prepared(statement).first(at, {"who": "nobody"})) is None


def test_a_list_may_have_any_length_beside_a_list_of_the_statements_own(store: Store) -> None:
    for number in range(6):
        store.write(take(number, owner="xyz"[number % 3])).result()
    some = Prepared(
        select(seat.c.number)
        .where(seat.c.number.in_(bindparam("numbers", expanding=True)), seat.c.owner.in_(["x", "y"]))
        .order_by(seat.c.number),
        a_list="numbers",
    )

    def found(numbers: list[int]) -> list[int]:
        return store.read(lambda at: [row.number for row in some.rows(at, {"numbers": numbers})])

    for numbers in ([], [4], [0, 1, 2, 3], [5, 3], [2]):
        assert found(numbers) == sorted(number for number in numbers if number % 3 < 2)


def test_a_change_counts_what_it_met(store: Store) -> None:
    for number in range(4):
        store.write(take(number)).result()
    visit = Prepared(update(seat).where(seat.c.number == bindparam("which")))
    assert store.write(lambda at: visit.change(at, {"which": 2, "visits": 7})).result() == 1
    assert store.write(lambda at: visit.change(at, {"which": 9, "visits": 7})).result() == 0
    assert store.read(visits(2)) == 7
    gone = Prepared(delete(seat).where(seat.c.number == bindparam("which")))
    assert store.write(lambda at: gone.change_all(at, [{"which": 0}, {"which": 9}, {"which": 3}])).result() == 2
    assert store.read(taken) == [1, 2]


def test_the_same_statement_takes_other_columns_the_next_time(store: Store) -> None:
    store.write(take(1)).result()
    change = Prepared(update(seat).where(seat.c.number == bindparam("which")))
    store.write(lambda at: change.change(at, {"which": 1, "visits": 3})).result()
    store.write(lambda at: change.change(at, {"which": 1, "owner": "else"})).result()
    row = store.read(lambda at: Prepared(select(seat)).first(at, {}))
    assert row is not None
    assert (row.owner, row.visits) == ("else", 3)


def test_an_error_is_sqlalchemys_and_does_not_repeat_the_row(store: Store) -> None:
    secret = {"number": 1, "owner": "a secret", "visits": 0}
    store.write(lambda at: Prepared(insert(seat)).change(at, secret)).result()
    with pytest.raises(IntegrityError) as refused:
        store.write(lambda at: Prepared(insert(seat)).change(at, secret)).result()
    assert "a secret" not in str(refused.value)
    assert store.read(taken) == [1]


def test_an_error_of_a_later_row_is_sqlalchemys_as_well(store: Store) -> None:
    rows = [{"number": 1, "owner": "x", "visits": 1}, {"number": 2, "owner": "x", "visits": -(2**63)}]
    store.write(lambda at: Prepared(insert(seat)).change_all(at, rows)).result()
    beyond = Prepared(select(func.abs(seat.c.visits).label("visits")).order_by(seat.c.number))
    with pytest.raises(DBAPIError):
        store.read(lambda at: beyond.rows(at, {}))
