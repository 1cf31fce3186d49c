"""What the server needs of a journal, whichever store it is of."""

from pathlib import Path
from typing import Final, Protocol

from desk_client.server.storage.errors import StoreUnusableError
from desk_client.server.storage.port import Store

NUMBER: Final = "journal"
MOMENT: Final = "journal-moment"
LINEAGE: Final = "journal-lineage"
"""What the store's counters keep of it: number and moment of the last commit (the embedded store), and whose it is."""


class Journal(Protocol):
    """Puts what is committed on a second disk before anybody is answered. Where it cannot, nothing is acknowledged.

    Attributes:
        lineage: which journal it is, since which new beginning. Only a backup of the same can be brought up to date.
        fault: why nothing can be kept just now, as a code; None: it can.
        is_broken: whether only a new beginning helps, and a backup after it.
    """

    @property
    def lineage(self) -> int:
        """See above."""
        ...

    @property
    def fault(self) -> str | None:
        """See above."""
        ...

    @property
    def is_broken(self) -> bool:
        """See above."""
        ...

    def mend(self, store: Store) -> None:
        """Begin anew where it is broken. Nothing is acknowledged before `founded`. Raises StoreUnavailableError."""
        ...

    def founded(self) -> None:
        """There is a backup since its beginning."""
        ...

    def turn(self) -> None:
        """Go on in a new file soon, so that the old one can be pruned."""
        ...


class JournalUnusableError(StoreUnusableError):
    """The settings' journal cannot be kept; the message says what to do."""


def refuse_missing(directory: Path) -> None:
    """Raise JournalUnusableError where the folder is not there: it is never made, or it would hide a lost disk."""
    if not directory.is_dir():
        raise JournalUnusableError(
            f"The journal's folder {directory} is not there. Mount its disk; for a new journal, make the folder."
        )
