"""What was asked of a server, and what it answered: all that the oracle knows beside the store."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Final

_SERVER_ERROR: Final = 500


class Deed(Enum):
    """What a booker may ask for."""

    HOLD = "hold"
    RELEASE = "release"
    BOOK = "book"
    CANCEL = "cancel"
    MOVE = "move"


@dataclass(frozen=True, slots=True)
class Wish:
    """One request.

    Attributes:
        target: the service of a hold; else the id of what is booked, released, cancelled or moved.
        starts_at: of the slot, where one is wanted; ISO 8601.
        key: the Idempotency-Key, where the request takes one.
    """

    person: int
    deed: Deed
    target: str
    starts_at: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """The status, or 0 where none came; and the body."""

    status: int
    body: dict[str, Any] = field(default_factory=dict)  # JSON, as it came

    @property
    def is_yes(self) -> bool:
        """Acknowledged: it is so, and stays so."""
        return 200 <= self.status < 300

    @property
    def is_lost(self) -> bool:
        """Nobody said whether it was done: the connection broke, or the server did not know either."""
        return self.status == 0 or self.status >= _SERVER_ERROR


LOST: Final = Answer(0)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request with its answer, and when it was sent and answered, in ns of one monotonic clock."""

    wish: Wish
    answer: Answer
    invoked: int
    answered: int


History = list[Asked]
"""In the order of the answers."""
