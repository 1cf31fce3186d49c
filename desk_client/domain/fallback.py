"""What is tried where a line does not carry the talk: less and less of it, down to another day; and the way back up.

Picture and sound; sound first, the picture rests; a call by phone; another audience with priority. Pure: fed once a
second. A rung is left downwards only for what has lasted, and upwards only after a stay on it that grows with each
relapse: whoever talks is not to see pictures come and go.
"""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import Final, assert_never

PICTURES_MISSED_S: Final = 3.0
"""Heard and not seen for so long: the picture is given up, and it is said."""
POOR_FOR_S: Final = 12.0
"""Seen and heard badly for so long: the sound is given all that the line carries."""
BETTER_FOR_S: Final = 5.0
FIRST_STAY_S: Final = 15.0
"""Sound comes first for so long at least; after each relapse for twice as long."""
LONGEST_STAY_S: Final = 120.0
RELAPSED_WITHIN_S: Final = 60.0
CALL_BACK_AFTER_S: Final = 45.0
"""Without any way to talk for so long: the office owes a call by phone."""
BACK_FOR_S: Final = 3.0
CALL_AWAITED: Final = timedelta(minutes=10)
"""Nobody called by then: the person is booked again, and need not wait any longer."""


class Rung(StrEnum):
    """How the two talk, or are to meet."""

    VIDEO = "video"
    SOUND_FIRST = "sound_first"
    CALL_BACK = "call_back"
    REBOOKING = "rebooking"


class Cause(StrEnum):
    """Why sound comes first."""

    NO_PICTURES = "no_pictures"
    """The line has no room for pictures, one way or the other."""
    POOR = "poor"
    """There are pictures, and the talk suffers."""


class CallBackWay(StrEnum):
    """Where the office calls. The value is the wire code."""

    MOBILE = "mobile"
    HALL = "hall"
    """The person has no mobile: the hall's own phone is offered to them."""


class CallBackResult(StrEnum):
    """What became of the call that the office owed. The value is the wire code."""

    CALLED_BACK = "called_back"
    NOT_REACHED = "not_reached"


@dataclass(frozen=True, slots=True)
class Second:
    """What one second was like.

    Attributes:
        at_s: of one monotonic clock.
        is_heard: there is a way to talk.
        is_expected: both are meant to be in the talk: nobody has left it, and nobody is waited for yet.
        has_pictures: both see each other, as far as the line is concerned.
        is_poor: the line is so poor that the talk suffers.
    """

    at_s: float
    is_heard: bool
    is_expected: bool = True
    has_pictures: bool = True
    is_poor: bool = False


@dataclass(frozen=True, slots=True)
class Fallback:
    """Where a talk stands on the ladder.

    Attributes:
        cause: why sound comes first; afterwards, why it did.
        since_s: when the rung was entered; None before the first second.
        silent_since_s: since when there has been no way to talk.
        blind_since_s: since when there have been no pictures.
        poor_since_s: since when the line has been poor.
        well_since_s: since when it has been as well as the rung above needs.
        relapses: how often the picture had to be given up again soon after it came back.
        result: what became of the call by phone.
    """

    rung: Rung = Rung.VIDEO
    cause: Cause | None = None
    since_s: float | None = None
    silent_since_s: float | None = None
    blind_since_s: float | None = None
    poor_since_s: float | None = None
    well_since_s: float | None = None
    relapses: int = 0
    result: CallBackResult | None = None


def step(state: Fallback, second: Second) -> Fallback:
    """The ladder after one more second."""
    if state.since_s is None:
        state = replace(state, since_s=second.at_s)
    match state.rung:
        case Rung.VIDEO:
            return _silent(state, second) or _seen(_noted(state, second), second)
        case Rung.SOUND_FIRST:
            return _silent(state, second) or _heard(_noted(state, second), second)
        case Rung.CALL_BACK:
            return _awaiting(state, second)
        case Rung.REBOOKING:
            return state
    assert_never(state.rung)


def told(state: Fallback, result: CallBackResult | None) -> Fallback:
    """The ladder once it is known what became of the call by phone; who was not reached is booked again."""
    if state.rung is not Rung.CALL_BACK:
        return state
    rung = Rung.REBOOKING if result is CallBackResult.NOT_REACHED else state.rung
    return replace(state, rung=rung, result=result)


def stay_s(relapses: int) -> float:
    """How long sound comes first at least."""
    return min(LONGEST_STAY_S, FIRST_STAY_S * 2.0**relapses)


def _silent(state: Fallback, second: Second) -> Fallback | None:
    """What follows while there is no way to talk; None while there is one."""
    if second.is_heard:
        return None
    if not second.is_expected:
        return replace(state, silent_since_s=None)
    since_s = _since(state.silent_since_s, second.at_s)
    if second.at_s - since_s >= CALL_BACK_AFTER_S:
        return Fallback(Rung.CALL_BACK, since_s=second.at_s, silent_since_s=since_s, relapses=state.relapses)
    # what the line was like before it broke says nothing of the one that comes
    return replace(state, silent_since_s=since_s, blind_since_s=None, poor_since_s=None, well_since_s=None)


def _noted(state: Fallback, second: Second) -> Fallback:
    is_well = second.has_pictures and not second.is_poor
    return replace(
        state,
        silent_since_s=None,
        blind_since_s=None if second.has_pictures else _since(state.blind_since_s, second.at_s),
        poor_since_s=_since(state.poor_since_s, second.at_s) if second.is_poor else None,
        well_since_s=_since(state.well_since_s, second.at_s) if is_well else None,
    )


def _seen(state: Fallback, second: Second) -> Fallback:
    if _lasted(state.blind_since_s, second.at_s, PICTURES_MISSED_S):
        cause = Cause.NO_PICTURES
    elif _lasted(state.poor_since_s, second.at_s, POOR_FOR_S):
        cause = Cause.POOR
    else:
        return state
    is_relapse = state.cause is not None and not _lasted(state.since_s, second.at_s, RELAPSED_WITHIN_S)
    return Fallback(Rung.SOUND_FIRST, cause, second.at_s, relapses=state.relapses + 1 if is_relapse else 0)


def _heard(state: Fallback, second: Second) -> Fallback:
    if not _lasted(state.since_s, second.at_s, stay_s(state.relapses)):
        return state
    if not _lasted(state.well_since_s, second.at_s, BETTER_FOR_S):
        return state
    # the cause is remembered, so that a relapse is known for one
    return Fallback(Rung.VIDEO, state.cause, second.at_s, relapses=state.relapses)


def _awaiting(state: Fallback, second: Second) -> Fallback:
    well_since_s = _since(state.well_since_s, second.at_s) if second.is_heard else None
    if _lasted(well_since_s, second.at_s, BACK_FOR_S):
        return Fallback(Rung.SOUND_FIRST, Cause.POOR, second.at_s, relapses=state.relapses)
    if state.result is None and _lasted(state.since_s, second.at_s, CALL_AWAITED.total_seconds()):
        return replace(state, rung=Rung.REBOOKING)
    return replace(state, well_since_s=well_since_s)


def _since(before_s: float | None, now_s: float) -> float:
    return now_s if before_s is None else before_s


def _lasted(since_s: float | None, now_s: float, for_s: float) -> bool:
    return since_s is not None and now_s - since_s >= for_s
