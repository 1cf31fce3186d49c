"""What a server remembers between transactions. Everything here can be forgotten at any moment and read again."""

import threading
from dataclasses import dataclass, field
from datetime import datetime

from desk_client.server.services.rules import Rulebook


@dataclass(frozen=True, slots=True)
class Taken:
    """The time of one resource that is given away, as it was at a version of its claims.

    Attributes:
        version: of the row in `occupancy`.
        within: the quanta that were looked at.
        bits: one for each quantum from the first of `within` on.
        good_until: when the first of its holds expires, and this must be read again; None where there are none.
    """

    version: int
    within: range
    bits: int
    good_until: datetime | None


@dataclass(slots=True)
class Memory:
    """Shared by all threads of one server. Entries are replaced whole, never changed.

    Attributes:
        rulebook: the newest that a reading transaction has seen.
        rulebook_missed: a writing transaction had to read another one, which it may not leave here: it may be undone.
    """

    rulebook: Rulebook | None = None
    rulebook_missed: bool = False
    taken: dict[str, Taken] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)
