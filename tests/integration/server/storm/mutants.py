"""Servers that are wrong in one way each. Whoever says that an oracle has teeth shows it one of these.

They break the server from outside, in the test's process or in one that is forked for them; nothing of them ships.
"""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Final, TypeVar
from unittest.mock import patch

from sqlalchemy import Connection, delete

from desk_client.bootstrap.house import make_server, open_house
from desk_client.config.settings import ServerSettings
from desk_client.domain.clock import Clock
from desk_client.server.run import Server
from desk_client.server.services.booking import claims
from desk_client.server.services.booking.claims import Wanted
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.port import Store, Work
from desk_client.server.storage.tables.booking import claim

T = TypeVar("T")
_SLOW_DISK_S: Final = 0.01


@contextmanager
def without_claims() -> Iterator[None]:
    """Nothing is claimed, so nothing is ever taken."""

    def take(
        _transaction: Transaction, needs: Wanted, _quanta: range, _owner: str, _expires_at: datetime | None
    ) -> tuple[str, ...]:
        return (*needs.each, *(group[0] for group in needs.any_of))

    with patch.object(claims, "take", take), patch.object(claims, "keep", lambda *_: True):
        yield


@contextmanager
def claiming_over_others() -> Iterator[None]:
    """Claims are made, but whoever comes second takes them away from the first."""
    free, drop = claims._free, claims._THESE

    def overlook(transaction: Transaction, needs: Wanted, quanta: range) -> tuple[str, ...] | None:
        these = {"names": needs.names, "first": quanta.start, "beyond": quanta.stop}
        transaction.connection.execute(delete(claim).where(*drop), these)
        return free(transaction, needs, quanta)

    with patch.object(claims, "_free", overlook), patch.object(claims, "keep", lambda *_: True):
        yield


class HastyStore:
    """Answers before it commits, and then takes its time, as a disk may."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def write(self, work: Work[T]) -> Future[T]:
        answered: Future[T] = Future()

        def hastily(connection: Connection) -> T:
            result = work(connection)
            if not answered.done():
                answered.set_result(result)
            threading.Event().wait(_SLOW_DISK_S)
            return result

        def failed(written: Future[T]) -> None:
            error = written.exception()
            if error is not None and not answered.done():
                answered.set_exception(error)

        self._store.write(hastily).add_done_callback(failed)
        return answered

    def read(self, work: Work[T]) -> T:
        return self._store.read(work)

    @property
    def waiting(self) -> int:
        return self._store.waiting

    @property
    def delay_s(self) -> float:
        return self._store.delay_s

    def on_commit(self, listener: Callable[[], None]) -> None:
        self._store.on_commit(listener)

    def close(self) -> None:
        self._store.close()


def make_hasty_server(settings: ServerSettings, clock: Clock | None = None) -> Server:
    """A server that acknowledges before it commits."""
    server = make_server(settings, clock=clock)

    def hasty_house() -> object:
        house = open_house(settings, clock=clock)
        return replace(house, store=HastyStore(house.store))

    server._open_house = hasty_house  # type: ignore[assignment]  # a house whose store is wrong on purpose
    return server
