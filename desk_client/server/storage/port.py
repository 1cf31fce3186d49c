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
    returns, before its future is done.
    """

    def write(self, work: Work[T]) -> Future[T]:
        """Run the work in a writing transaction; the future is done after the commit. Never blocks."""
        ...

    def read(self, work: Work[T]) -> T:
        """Run the work in a reading transaction, in the calling thread."""
        ...

    def on_commit(self, listener: Callable[[], None]) -> None:
        """Call the listener after each commit, from the store's own thread; it must not block."""
        ...

    def close(self) -> None:
        """Finish the work that was handed in, then let go of every connection."""
        ...
