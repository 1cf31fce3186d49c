"""Hints reach their readers each once, whatever the order in which transactions commit."""

import secrets
import threading
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from sqlalchemy import Connection, delete, insert

from desk_client.config.settings import ServerSettings
from desk_client.server.security.vault import Vault
from desk_client.server.services.memory import Memory
from desk_client.server.services.transaction import Transaction
from desk_client.server.signalling.feed import OPEN_FOR, ChangeFeed
from desk_client.server.storage.port import Store
from desk_client.server.storage.postgres import open_postgres
from desk_client.server.storage.tables.bookkeeping import change
from tests.fakes.clock import StandingClock


class Reader:
    """One who reads on, as the hub does."""

    def __init__(self, store: Store, clock: StandingClock) -> None:
        self._store = store
        self._clock = clock
        self.feed = store.read(lambda connection: ChangeFeed.begin(self._transaction(connection)))

    def new(self) -> list[str]:
        self.feed, changes = self._store.read(lambda connection: self.feed.new(self._transaction(connection)))
        return [each.appointment_id for each in changes]

    def _transaction(self, connection: Connection) -> Transaction:
        return Transaction(
            connection,
            self._clock.now(),
            secrets.token_bytes,
            b"",
            ServerSettings(),
            Vault({1: bytes(32)}, bytes(32)),
            Memory(),
        )


@pytest.fixture
def clock() -> StandingClock:
    return StandingClock()


@pytest.fixture
def postgres_store(migrated_url: str) -> Iterator[Store]:
    store = open_postgres(migrated_url)
    yield store
    store.close()


def changed(name: str, clock: StandingClock) -> Callable[[Connection], int]:
    row = {"at": clock.now(), "appointment_id": name, "office_id": "emir", "person_id": "per_1"}
    return lambda connection: connection.execute(insert(change), row).rowcount


def test_every_change_is_new_once(store: Store, clock: StandingClock) -> None:
    store.write(changed("before", clock)).result()
    reader = Reader(store, clock)
    assert reader.new() == []
    for name in ("apt_1", "apt_2"):
        store.write(changed(name, clock)).result()
    assert reader.new() == ["apt_1", "apt_2"]
    assert reader.new() == []


def test_old_rows_may_be_cleared_away(store: Store, clock: StandingClock) -> None:
    for number in range(5):
        store.write(changed(f"apt_{number}", clock)).result()
    reader = Reader(store, clock)
    store.write(lambda connection: connection.execute(delete(change)).rowcount).result()
    assert reader.new() == []
    store.write(changed("apt_9", clock)).result()
    assert reader.new() == ["apt_9"]


def test_a_lower_number_that_commits_later_is_new_to_old_and_new_readers(
    postgres_store: Store, clock: StandingClock
) -> None:
    reader = Reader(postgres_store, clock)
    drawn, go_on = threading.Event(), threading.Event()

    def slow(connection: Connection) -> int:
        done = changed("apt_slow", clock)(connection)
        drawn.set()
        go_on.wait(10)
        return done

    late = postgres_store.write(slow)
    assert drawn.wait(10)
    postgres_store.write(changed("apt_fast", clock)).result()
    assert reader.new() == ["apt_fast"]
    newcomer = Reader(postgres_store, clock)
    go_on.set()
    late.result()
    assert reader.new() == ["apt_slow"]
    assert reader.new() == []
    assert reader.feed.missing == {}
    assert newcomer.new() == ["apt_slow"]


def test_numbers_of_undone_transactions_are_missed_for_a_while_only(
    postgres_store: Store, clock: StandingClock
) -> None:
    reader = Reader(postgres_store, clock)

    def undone(connection: Connection) -> None:
        changed("apt_never", clock)(connection)
        raise LookupError

    assert isinstance(postgres_store.write(undone).exception(), LookupError)
    postgres_store.write(changed("apt_1", clock)).result()
    assert reader.new() == ["apt_1"]
    assert len(reader.feed.missing) == 1
    clock.advance(OPEN_FOR + timedelta(seconds=1))
    assert reader.new() == []
    assert reader.feed.missing == {}
