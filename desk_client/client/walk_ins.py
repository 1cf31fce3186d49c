"""The hall's queue of those without an appointment, as the console sees it, with the server or without."""

from dataclasses import dataclass, replace

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.walk_in import ENDED, WalkInReason, WalkInState, WalkInStep
from desk_client.protocol.walk_ins import WalkIn, WalkInBlock, WalkIns

__all__ = ["GivenHere", "WalkIn", "WalkInBlock", "WalkInQueue", "WalkInReason", "WalkInState", "WalkInStep", "WalkIns"]

AWAY = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT})


@dataclass(frozen=True)
class GivenHere:
    """A number that this program gave by itself; ``given_s`` is when, by the monotonic clock, in seconds."""

    number: str
    reason: WalkInReason
    is_priority: bool
    given_s: float
    state: WalkInState = WalkInState.WAITING


@dataclass(frozen=True)
class Told:
    """The number that was given last, for the paper and for reading it out. ``ahead`` is None while nobody knows."""

    number: str
    reason: WalkInReason
    ahead: int | None
    earliest_min: int | None
    latest_min: int | None
    is_local: bool


@dataclass(frozen=True)
class WalkInQueue:
    """Everything about the queue.

    Attributes:
        shown: as the server last told it; None before it did.
        block: numbers set aside for this program; ``used`` of them are given.
        given: those that were given while the server was away, and are not handed in yet.
        trouble: why the server was not heard the last time; None where it was.
        told: the number given last.
    """

    shown: WalkIns | None = None
    block: WalkInBlock | None = None
    used: int = 0
    given: tuple[GivenHere, ...] = ()
    trouble: Refusal | None = None
    told: Told | None = None

    @property
    def is_away(self) -> bool:
        """Whether numbers are given and called by this program alone."""
        return self.trouble is not None and self.trouble.code in AWAY

    @property
    def left_in_block(self) -> int:
        """How many numbers this program may still give by itself."""
        return 0 if self.block is None else len(self.block.numbers) - self.used

    @property
    def waiting_here(self) -> tuple[GivenHere, ...]:
        """Those given here who were not called yet, in order."""
        return tuple(each for each in self.given if each.state is WalkInState.WAITING)

    @property
    def mine(self) -> tuple[WalkIn, ...]:
        """Whom this operator has called and not let go yet."""
        return () if self.shown is None else tuple(each for each in self.shown.called if each.is_mine)

    def give(self, reason: WalkInReason, *, is_priority: bool, now_s: float) -> "WalkInQueue | None":
        """The queue after one more number was given here; None where none is left."""
        if self.block is None or not self.left_in_block:
            return None
        number = self.block.numbers[self.used]
        ahead = len(self.waiting_here) + (0 if self.shown is None else len(self.shown.waiting))
        return replace(
            self,
            used=self.used + 1,
            given=(*self.given, GivenHere(number, reason, is_priority, now_s)),
            told=Told(number, reason, ahead, None, None, is_local=True),
        )

    def with_state(self, number: str, state: WalkInState) -> "WalkInQueue":
        """The queue after a number given here was called, served or left."""
        return replace(
            self, given=tuple(replace(each, state=state) if each.number == number else each for each in self.given)
        )

    def called_here(self) -> GivenHere | None:
        """Whom this program has called by itself and not let go yet."""
        return next((each for each in self.given if each.state is WalkInState.CALLED), None)

    def without(self, number: str) -> "WalkInQueue":
        """The queue after a number was handed in."""
        return replace(self, given=tuple(each for each in self.given if each.number != number))

    @property
    def next_here(self) -> GivenHere | None:
        """Whose turn it is among those given here: the priority lane first."""
        return min(self.waiting_here, key=lambda each: (not each.is_priority, each.given_s), default=None)

    @property
    def open_here(self) -> tuple[GivenHere, ...]:
        """Those given here who still want something."""
        return tuple(each for each in self.given if each.state not in ENDED)
