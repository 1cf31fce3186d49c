"""Who is asked before a store takes something: the journal, where a database keeps its own."""

from collections.abc import Callable
from typing import Protocol


class Guard(Protocol):
    """Knows whether what is committed is kept elsewhere as well, before anybody is answered."""

    def refuse(self) -> None:
        """Raise StoreUnavailableError where it is not."""
        ...

    def on_fault(self, listener: Callable[[], None]) -> None:
        """Call the listener again and again, from a thread of the guard's, for as long as it is not."""
        ...

    def close(self) -> None:
        """The store is closed."""
        ...
