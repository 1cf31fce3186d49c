"""What nobody waits for is kept back and said with what follows: in order, undone with it, and never lost."""

import threading
from collections.abc import Callable
from functools import partial

import psycopg
import pytest
from psycopg.pq import TransactionStatus
from sqlalchemy import Connection, bindparam, insert, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from desk_client.server.storage.port import Store
from desk_client.server.storage.postgres import PostgresStore
from desk_client.server.storage.prepared import Prepared
from tests.integration.storage.places import seat, take, taken, visits
from tests.postgres import Postgres

INSERT = Prepared(insert(seat))
VISIT = Prepared(update(seat).where(seat.c.number == bindparam("which")))


def row(number: int) -> dict[str, object]:
    return {"number": number, "owner": "x", "visits": 0}


def test_nothing_goes_out_before_somebody_waits_for_an_answer(database: PostgresStore) -> None:
    def work(connection: Connection) -> tuple[TransactionStatus, list[int]]:
        INSERT.send(connection, row(1))
        INSERT.send_all(connection, [row(2), row(3)])
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        return driver.info.transaction_status, taken(connection)

    before, seen = database.write(work).result()
    assert before is TransactionStatus.IDLE  # not even the transaction's beginning was sent
    assert seen == [1, 2, 3]


def test_it_is_done_in_the_order_in_which_it_was_said(store: Store) -> None:
    def work(connection: Connection) -> int:
        INSERT.send(connection, row(1))
        VISIT.send(connection, {"which": 1, "visits": 5})
        VISIT.send(connection, {"which": 1, "visits": 7})
        changed = VISIT.change(connection, {"which": 1, "owner": "y"})
        VISIT.send(connection, {"which": 1, "visits": 9})
        return changed

    assert store.write(work).result() == 1
    assert store.read(visits(1)) == 9


def test_many_rows_are_one_statement_and_are_counted(store: Store) -> None:
    many = [row(number) for number in range(200)]
    assert store.write(lambda connection: INSERT.change_all(connection, many)).result() == 200
    assert store.read(taken) == list(range(200))


def test_what_a_savepoint_takes_back_is_taken_back(store: Store) -> None:
    def work(connection: Connection) -> None:
        INSERT.send(connection, row(1))
        attempt = connection.begin_nested()
        INSERT.send(connection, row(2))
        attempt.rollback()
        INSERT.send(connection, row(3))

    store.write(work).result()
    assert store.read(taken) == [1, 3]


def test_statements_stay_known_whatever_is_taken_back(store: Store) -> None:
    """psycopg forgets all of a connection's prepared statements, ours as well, after a ROLLBACK that it hears of."""
    store.write(take(0)).result()

    def work(connection: Connection) -> int:
        attempt = connection.begin_nested()
        take(1)(connection)
        VISIT.send(connection, {"which": 0, "visits": 5})
        attempt.rollback()
        return VISIT.change(connection, {"which": 0, "visits": 7})

    for _ in range(40):  # each writer's connection often enough for whatever is prepared later
        assert store.write(work).result() == 1
    assert store.read(taken) == [0]
    assert store.read(visits(0)) == 7


def test_work_that_fails_sends_nothing_of_what_was_kept_back(store: Store) -> None:
    def work(connection: Connection) -> None:
        INSERT.send(connection, row(1))
        raise LookupError

    with pytest.raises(LookupError):
        store.write(work).result()
    store.write(take(2)).result()
    assert store.read(taken) == [2]


def test_an_error_comes_out_at_the_commit_and_undoes_all_of_it(store: Store) -> None:
    store.write(take(1)).result()

    def work(connection: Connection) -> str:
        take(2)(connection)
        INSERT.send(connection, row(1) | {"owner": "a secret"})
        return "done"

    with pytest.raises(IntegrityError) as refused:
        store.write(work).result()
    assert "a secret" not in str(refused.value)
    assert store.read(taken) == [1]
    assert store.write(take(3)).result() == 1


def test_two_that_wait_for_each_other_at_their_commits_are_done_again(database: PostgresStore) -> None:
    for number in (1, 2):
        database.write(take(number)).result()
    both = threading.Barrier(2, timeout=10)
    runs: list[int] = []

    def crossing(first: int, second: int) -> int:
        def work(connection: Connection) -> int:
            runs.append(first)
            changed = VISIT.change(connection, {"which": first, "visits": first})
            if len(runs) <= 2:
                both.wait()
            VISIT.send(connection, {"which": second, "visits": first})
            return changed

        return database.write(work).result()

    other = threading.Thread(target=crossing, args=(2, 1))
    other.start()
    crossing(1, 2)
    other.join()
    assert len(runs) == 3, "one of the two was undone and done again"
    assert database.read(visits(1)) == database.read(visits(2))


def test_a_value_that_cannot_be_said_is_an_error_and_the_next_work_goes_on(database: PostgresStore) -> None:
    for before in (INSERT.send, INSERT.change):

        def work(connection: Connection, before: Callable[..., object] = before) -> None:
            before(connection, row(1))
            INSERT.send(connection, row(2) | {"owner": "a\0b"})

        with pytest.raises(DBAPIError, match="NUL"):
            database.write(work).result()
    for number in range(8):  # more than there are writers
        database.write(take(number)).result()
    assert database.read(taken) == list(range(8))


def test_more_than_the_line_holds_is_said_without_waiting_for_each_other(database: PostgresStore) -> None:
    """The database answers a statement before it reads the next: both must not be stuck in writing."""
    many = [row(number) | {"owner": "x" * 64} for number in range(20_000)]

    def work(connection: Connection) -> list[int]:
        for first in range(0, len(many), 100):
            INSERT.send_all(connection, many[first : first + 100])
        return [each.number for each in Prepared(select(seat.c.number).order_by(seat.c.number)).rows(connection, {})]

    assert database.write(work).result() == list(range(20_000))


def test_a_connection_that_was_cut_while_it_was_idle_costs_nobody_anything(
    database: PostgresStore, postgres: Postgres
) -> None:
    postgres.say("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'majlis'")
    for number in range(8):  # more than there are writers
        database.write(partial(INSERT.send, values=row(number))).result()
    assert database.read(taken) == list(range(8))
