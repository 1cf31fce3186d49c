"""What `storage.port.Store` promises, on both stores."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Connection, insert, select
from sqlalchemy.exc import IntegrityError

from desk_client.server.storage.errors import StoreUnavailableError
from desk_client.server.storage.port import Store
from tests.integration.storage.places import Place, seat, take, taken, visit, visits


def test_what_work_returns_comes_out_and_is_read_at_once(store: Store) -> None:
    for number in range(30):
        assert store.write(take(number)).result() == 1
        assert store.read(taken)[-1] == number


def test_what_work_raises_comes_out_and_undoes_it_all(store: Store) -> None:
    def half(connection: Connection) -> None:
        take(1)(connection)
        raise LookupError("no further")

    with pytest.raises(LookupError, match="no further"):
        store.write(half).result()
    assert store.read(taken) == []


def test_a_hundred_failures_among_a_hundred_others_undo_only_themselves(store: Store) -> None:
    store.write(take(0)).result()

    def half(number: int) -> Callable[[Connection], int]:
        def work(connection: Connection) -> int:
            take(1000 + number)(connection)
            return take(0)(connection)  # it is there already

        return work

    futures = [store.write(take(number) if number % 2 else half(number)) for number in range(1, 201)]
    assert [type(future.exception()) for future in futures] == [type(None), IntegrityError] * 100
    assert store.read(taken) == [0, *range(1, 201, 2)]


def test_a_savepoint_inside_of_work_is_its_own(store: Store) -> None:
    def both(connection: Connection) -> bool:
        take(1)(connection)
        try:
            with connection.begin_nested():
                take(2)(connection)
                take(1)(connection)
        except IntegrityError:
            return False
        return True

    assert store.write(both).result() is False
    assert store.read(taken) == [1]


def test_of_many_who_want_one_seat_one_gets_it(store: Store) -> None:
    with ThreadPoolExecutor(16) as pool:
        futures = list(pool.map(lambda name: store.write(take(7, f"per_{name}")), range(100)))
    won = [future for future in futures if future.exception() is None]
    assert len(won) == 1
    assert {type(future.exception()) for future in futures if future not in won} == {IntegrityError}


def test_counting_in_one_statement_loses_no_count(store: Store) -> None:
    store.write(take(1)).result()
    for future in [store.write(visit(1)) for _ in range(200)]:
        future.result()
    assert store.read(visits(1)) == 200


def test_work_that_crosses_other_work_is_done_all_the_same(store: Store) -> None:
    """Two seats, counted up in both orders at once: PostgreSQL ends the deadlock, and the store tries again."""
    for number in (1, 2):
        store.write(take(number)).result()

    def cross(first: int, second: int) -> Callable[[Connection], None]:
        def work(connection: Connection) -> None:
            visit(first)(connection)
            visit(second)(connection)

        return work

    for future in [store.write(cross(*order)) for _ in range(20) for order in ((1, 2), (2, 1))]:
        future.result()
    assert (store.read(visits(1)), store.read(visits(2))) == (40, 40)


def test_a_reader_sees_one_state_whatever_is_written_meanwhile(store: Store) -> None:
    def twice(connection: Connection) -> tuple[list[int], list[int]]:
        before = taken(connection)
        store.write(take(1)).result()
        return before, taken(connection)

    assert store.read(twice) == ([], [])
    assert store.read(taken) == [1]


def test_a_listener_hears_of_a_commit_before_its_caller_is_answered(store: Store) -> None:
    heard: list[list[int]] = []
    store.on_commit(lambda: heard.append(store.read(taken)))
    for number in range(5):
        store.write(take(number)).result()
        assert list(range(number + 1)) in heard


@pytest.mark.expected_errors("a listener failed")
def test_a_listener_that_fails_undoes_nothing_and_others_hear(store: Store) -> None:
    def deaf() -> None:
        raise LookupError

    heard = threading.Event()
    store.on_commit(deaf)
    store.on_commit(heard.set)
    assert store.write(take(1)).result() == 1
    assert heard.is_set()
    assert store.write(take(2)).result() == 1


def test_closing_finishes_what_was_handed_in_and_takes_no_more(place: Place, store: Store) -> None:
    futures = [store.write(take(number)) for number in range(40)]
    store.close()
    assert all(future.done() and future.exception() is None for future in futures)
    with pytest.raises(RuntimeError, match="closed"):
        store.write(take(99))
    again = place.open()
    assert again.read(taken) == list(range(40))
    again.close()


def test_work_that_is_called_off_in_time_is_not_done(store: Store) -> None:
    go = threading.Event()
    waiting = [store.write(lambda _connection: go.wait(5)) for _ in range(4)]
    called_off = store.write(take(1))
    assert called_off.cancel()
    go.set()
    for future in waiting:
        future.result()
    store.write(take(2)).result()
    assert store.read(taken) == [2]


def test_a_reader_may_not_write(store: Store) -> None:
    with pytest.raises(StoreUnavailableError, match="read_only"):
        store.read(lambda connection: connection.execute(insert(seat).values(number=1, owner="x", visits=0)))
    assert store.read(lambda connection: connection.execute(select(seat.c.number)).all()) == []
