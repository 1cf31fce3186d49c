"""What an oracle may find wrong, and what it says of a storm."""

from collections import Counter
from dataclasses import dataclass
from enum import Enum

from tests.integration.server.storm.history import Deed, History


class Fault(Enum):
    """What must never happen."""

    DOUBLE_BOOKED = "two open appointments in the store share what only one can have"
    PROMISED_TWICE = "two people were told, at the same time, that the same is theirs"
    CLAIMS_WRONG = "claims are not what open appointments and live holds need"
    LOST = "something acknowledged is not in the store"
    PHANTOM = "something in the store was asked for by nobody, or refused"
    REPEATED = "one key had two effects, or two answers"
    BOOKS_WRONG = "audit, messages or hints do not tell what happened"
    BROKEN = "the server failed over a request that it should answer"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault, with what it is about."""

    fault: Fault
    about: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was asked, by deed and how it ended; and every fault."""

    asked: Counter[str]
    bookings: int
    open_now: int
    findings: tuple[Finding, ...]

    @property
    def faults(self) -> Counter[str]:
        """How many there are of each kind."""
        return Counter(finding.fault.name for finding in self.findings)

    def count(self, *faults: Fault) -> int:
        """How many findings are of one of these kinds."""
        return sum(1 for finding in self.findings if finding.fault in faults)

    def __str__(self) -> str:
        """One line."""
        asked = ", ".join(f"{name} {number}" for name, number in sorted(self.asked.items()))
        found = dict(self.faults) or "nothing wrong"
        return f"{self.bookings} bookings acknowledged, {self.open_now} open in the end ({asked}): {found}"


def counted(history: History) -> Counter[str]:
    """Requests by deed, and by yes, no and lost."""
    return Counter(f"{asked.wish.deed.value} {_ending(asked.answer.status)}" for asked in history)


def acknowledged(history: History) -> int:
    """How many bookings were."""
    return len({asked.wish.target for asked in history if asked.wish.deed is Deed.BOOK and asked.answer.is_yes})


def _ending(status: int) -> str:
    if status == 0 or status >= 500:
        return "lost"
    return "yes" if status < 300 else "no"
