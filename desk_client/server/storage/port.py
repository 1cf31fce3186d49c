"""What every store offers: transactions that write, transactions that read, and word of each commit."""

from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")
Work = Callable[[Connection], T]


class Store(Protocol):
    """A store of rows. A piece of work is a synchronous function of a connection and runs in one transaction.

    Work that raises is undone and its exception comes out of the future; work that returns is committed, whatever it
    returns, before its future is done. Work may run several times (two transactions got into each other's way, a
    connection broke before the commit): only its last run counts, so it changes nothing but the store.

    Several pieces may run at once (PostgreSQL, READ COMMITTED) or one after another (the embedded store): work that
    reads and then writes guards what it read by a condition, a unique key or a row lock.

    Every method may raise StoreUnavailableError, or let it out of the future: the store does not work just now.
    """

    def write(self, work: Work[T]) -> Future[T]:
        """Run the work in a writing transaction; the future is done after the commit. Never blocks.

        Raises RuntimeError after `close`.
        """
        ...

    def read(self, work: Work[T]) -> T:
        """Run the work in a reading transaction, in the calling thread; it sees one consistent state."""
        ...

    @property
    def waiting(self) -> int:
        """How many pieces of writing work nobody has begun yet, about."""
        ...

    @property
    def delay_s(self) -> float:
        """For how long the first of them has waited; 0 where there is none."""
        ...

    def on_commit(self, listener: Callable[[], None]) -> None:
        """Call the listener after each commit, before whoever asked for it is answered; it must not block.

        It is called from the store's own threads, perhaps several at once, also after commits of other servers on the
        same database, and now and then without one.
        """
        ...

    def close(self) -> None:
        """Finish the work that was handed in, then let go of every connection."""
        ...
