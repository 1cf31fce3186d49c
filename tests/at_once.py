"""Two units of work at once, of which the second has to wait for the first."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from sqlalchemy import text

from desk_client.server.house import House
from desk_client.server.services.transaction import Transaction

_WAITING = text("SELECT count(*) FROM pg_locks WHERE NOT granted")


def at_once(house: House, first: Callable[[Transaction], object], then: Callable[[], object]) -> object:
    """What comes of `then`, which begins while `first` is not committed.

    Where the store has several writers it is seen to wait; where it has one, it waits by itself.
    """
    begun: list[Future[object]] = []

    def work(transaction: Transaction) -> None:
        if begun:
            return  # done over, since the store was busy
        first(transaction)
        begun.append(pool.submit(then))
        if transaction.connection.dialect.name == "postgresql":
            while not transaction.connection.execute(_WAITING).scalar_one():
                assert not begun[0].done(), begun[0].result()  # it did not wait

    with ThreadPoolExecutor(1) as pool:
        house.write_now(work)
        return begun[0].result()
