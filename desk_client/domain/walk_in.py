"""The queue of those who come without an appointment: their numbers, who is next, and what may become of a number.

Numbers. Each hall counts anew each day (a date of Riyadh): A001 to A999, then B001 and on. While the server is away an
operator's program gives numbers of a block that the server set aside for it before, under letters of their own (S001
and on), so that no two people of a hall and day ever have the same.

Order. Who takes a number waits behind those of their lane. The priority lane (old people, people with disabilities)
goes first, but of any three calls at most two are its own while somebody waits in the other: whoever has n people
before them in the ordinary lane is called by the 3(n+1)th call at the latest, however many come into the priority lane.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.queue import Eta, etas, lengths

ZONE: Final = ZoneInfo("Asia/Riyadh")
"""Whose date a day of the queue is."""

BLOCK: Final = 50
"""How many numbers are set aside at a time for one program, for when the server is away."""

CALLS_BEFORE_LEFT: Final = 2
"""Nobody is written off as gone who was called only once."""

_LETTERS: Final = "ABCDEFGH"
_LOCAL_LETTERS: Final = "STUVWXYZ"
_EACH: Final = 999
_BLOCKS_EACH: Final = _EACH // BLOCK
_IN_A_ROW: Final = 2
_BEHIND: Final = 2
_USUAL: Final = timedelta(minutes=10)
"""How long helping somebody takes where nobody has been helped yet."""
_TICK: Final = timedelta(milliseconds=1)
"""What the store tells apart."""


class WalkInReason(StrEnum):
    """What somebody has come for. The value is the wire code."""

    BOOKING = "booking"
    """To book an audience with the operator's help."""
    KIOSK = "kiosk"
    """To be helped at a kiosk."""
    INQUIRY = "inquiry"
    """To ask about a service."""


class WalkInState(StrEnum):
    """Where a number stands. The value is the wire code."""

    WAITING = "waiting"
    CALLED = "called"
    SERVED = "served"
    LEFT = "left"


class WalkInStep(StrEnum):
    """What an operator does with a number. The value is the wire code, and the trail's."""

    CALL = "call_number"
    RECALL = "recall_number"
    PUT_BACK = "put_back_number"
    """Back into the line: they ask for a moment, or it was over by mistake."""
    SERVE = "serve_number"
    LEAVE = "leave_queue"
    """They go, or are not there."""


ENDED: Final = frozenset({WalkInState.SERVED, WalkInState.LEFT})

_TABLE: Final = {
    (WalkInState.WAITING, WalkInStep.CALL): WalkInState.CALLED,
    (WalkInState.WAITING, WalkInStep.LEAVE): WalkInState.LEFT,
    (WalkInState.CALLED, WalkInStep.RECALL): WalkInState.CALLED,
    (WalkInState.CALLED, WalkInStep.PUT_BACK): WalkInState.WAITING,
    (WalkInState.CALLED, WalkInStep.SERVE): WalkInState.SERVED,
    (WalkInState.CALLED, WalkInStep.LEAVE): WalkInState.LEFT,
    (WalkInState.SERVED, WalkInStep.PUT_BACK): WalkInState.WAITING,
    (WalkInState.LEFT, WalkInStep.PUT_BACK): WalkInState.WAITING,
}


@dataclass(frozen=True, slots=True)
class InLine:
    """Somebody who waits. `since` is their place in their lane: when they came, unless they were put back."""

    number: str
    is_priority: bool
    since: datetime

    @property
    def starts_at(self) -> datetime:
        """From when on they could be called."""
        return self.since


def number_at(place: int) -> str | Refusal:
    """The server's number for the nth of a day, from 1. LIMIT_REACHED where there is none left."""
    letter, rest = divmod(place - 1, _EACH)
    if not 0 <= letter < len(_LETTERS):
        return Refusal(RefusalCode.LIMIT_REACHED)
    return f"{_LETTERS[letter]}{rest + 1:03d}"


def block_at(place: int) -> tuple[str, ...] | Refusal:
    """The numbers of the nth block of a day, from 1. LIMIT_REACHED where there is none left."""
    letter, rest = divmod(place - 1, _BLOCKS_EACH)
    if not 0 <= letter < len(_LOCAL_LETTERS):
        return Refusal(RefusalCode.LIMIT_REACHED)
    first = rest * BLOCK + 1
    return tuple(f"{_LOCAL_LETTERS[letter]}{each:03d}" for each in range(first, first + BLOCK))


def block_of(number: str) -> int | None:
    """The place of the block that a number belongs to; None for what is no number of a block."""
    letter = _LOCAL_LETTERS.find(number[:1]) if number else -1
    digits = number[1:]
    if letter < 0 or len(digits) != 3 or not (digits.isascii() and digits.isdigit()):  # noqa: PLR2004 - as above
        return None
    rest = (int(digits) - 1) // BLOCK
    return letter * _BLOCKS_EACH + rest + 1 if 0 <= rest < _BLOCKS_EACH and int(digits) > 0 else None


def day_of(now: datetime) -> str:
    """The queue's day at a moment, in ISO 8601."""
    return now.astimezone(ZONE).date().isoformat()


def after(state: WalkInState, step: WalkInStep, calls: int) -> WalkInState | Refusal:
    """Where a step leads. ILLEGAL_TRANSITION; TOO_EARLY for writing somebody off who was called `calls` times only."""
    following = _TABLE.get((state, step))
    if following is None:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    if state is WalkInState.CALLED and step is WalkInStep.LEAVE and calls < CALLS_BEFORE_LEFT:
        return Refusal(RefusalCode.TOO_EARLY)
    return following


def streak_after(streak: int, *, is_priority: bool) -> int:
    """How many calls in a row were the priority lane's, after another one."""
    return min(streak + 1, _IN_A_ROW) if is_priority else 0


def in_order(waiting: Iterable[InLine], streak: int) -> tuple[InLine, ...]:
    """Everybody in the order of being called, if nobody else comes; `streak` as of `streak_after`."""
    by_coming = sorted(waiting, key=_place)
    first, others = deque(x for x in by_coming if x.is_priority), deque(x for x in by_coming if not x.is_priority)
    found: list[InLine] = []
    while first or others:
        has_priority = bool(first) and (not others or streak < _IN_A_ROW)
        found.append((first if has_priority else others).popleft())
        streak = streak_after(streak, is_priority=has_priority)
    return tuple(found)


def behind_a_few(waiting: Iterable[InLine], *, is_priority: bool, now: datetime) -> datetime:
    """Where in their lane somebody is put back: behind two others, or at its end."""
    ahead = sorted((each for each in waiting if each.is_priority is is_priority), key=_place)[:_BEHIND]
    return ahead[-1].since + _TICK if ahead else now


def expected(
    ordered: Sequence[InLine], recent: Sequence[timedelta], desks: int, now: datetime, busy_since: datetime | None
) -> tuple[Eta, ...]:
    """The position and the range of everybody who waits, in the order of `in_order`.

    Args:
        ordered: who waits.
        recent: how long the last ones were helped, the latest last.
        desks: how many operators help at the same time; as many turns come at once.
        now: the present moment.
        busy_since: since when the only operator helps somebody; None where one is free, or there are more.
    """
    share = max(desks, 1)
    known = lengths([each / share for each in recent], _USUAL / share)
    return etas(ordered, known, now, busy_since if share == 1 else None)


def _place(each: InLine) -> tuple[datetime, str]:
    return each.since, each.number
