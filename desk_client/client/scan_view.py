"""What the camera sees of a ticket. Apart from the scanner, since a codec library comes with that."""

from dataclasses import dataclass
from enum import Enum, auto

from desk_client.domain.ticket_link import TicketLink

__all__ = ["ScanView", "Seen", "TicketLink"]


class Seen(Enum):
    """What is before the camera."""

    NOTHING = auto()
    """No code that could be read: the ticket is not there yet, too far, torn, or moved."""
    TOO_DARK = auto()
    NO_TICKET = auto()
    """A code that is no ticket's."""
    TICKET = auto()


@dataclass(frozen=True)
class ScanView:
    """What was seen last; ``link`` is the ticket's, and None for anything else."""

    seen: Seen = Seen.NOTHING
    link: TicketLink | None = None
