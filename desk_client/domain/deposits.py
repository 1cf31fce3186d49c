"""What was left at a kiosk whose server was away and comes in later: when it counts, and what becomes of it (ADR 0042).

In which order entries arrive, of whichever kiosk, is chance: the state that they lead to goes by when each was left.
Where it cannot, the rule says so. What has happened at the server meanwhile stands: nothing that was decided there is
undone, but for a no-show that was none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final, TypeAlias

from desk_client.domain.appointment import AHEAD_STATES, QUEUED_STATES, TOOK_PLACE_STATES, AppointmentState

MOST_AWAY: Final = timedelta(days=1)
"""A kiosk that claims a moment longer ago is taken to have a wrong clock."""
AHEAD: Final = timedelta(minutes=2)
"""So far two good clocks may be apart."""


class Verdict(StrEnum):
    """What became of an entry. The value is the wire code."""

    CHECKED_IN = "checked_in"
    ALREADY_HERE = "already_here"
    """They had checked in elsewhere; the earlier moment counts."""
    MADE_GOOD = "made_good"
    """They came in time and were not received: booked again with priority, a no-show is lifted."""
    ANSWERED = "answered"
    ALREADY_ANSWERED = "already_answered"
    REQUESTED = "requested"
    MERGED = "merged"
    """The same person had left the same wish before: it is one request."""

    TOO_EARLY = "too_early"
    """Also where the audience was moved to later meanwhile: its new time has not come."""
    TOO_LATE = "too_late"
    CANCELLED = "cancelled"
    NOT_HELD = "not_held"
    TICKET_UNKNOWN = "ticket_unknown"
    TOO_MANY_TRIES = "too_many_tries"
    NOT_FOUND = "not_found"
    """There is no such service, or nobody of that name may ask."""
    NOT_AGREED = "not_agreed"
    """To words that are none of ours."""
    LIMIT_REACHED = "limit_reached"
    INVALID = "invalid"
    UNREADABLE = "unreadable"
    """Sealed for another server, or damaged."""


SETTLED: Final = frozenset(
    {
        Verdict.CHECKED_IN,
        Verdict.ALREADY_HERE,
        Verdict.MADE_GOOD,
        Verdict.ANSWERED,
        Verdict.ALREADY_ANSWERED,
        Verdict.REQUESTED,
        Verdict.MERGED,
    }
)
"""What the person came for is done; everything else is set aside for the operator, with its reason."""


class AtKiosk(StrEnum):
    """Why a kiosk set an entry aside that its server never took. The value is the wire code."""

    DAMAGED = "damaged"
    """By its disk."""
    REFUSED = "refused"
    """It is no entry to that server."""


SetAsideFor: TypeAlias = Verdict | AtKiosk
"""Why an entry was set aside."""


class LeftKind(StrEnum):
    """What was left, as far as it could be read. The value is the wire code."""

    CHECK_IN = "check_in"
    SURVEY = "survey"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Counted:
    """When something counts as having happened; by the server's clock where the kiosk's cannot be believed."""

    at: datetime
    is_plausible: bool


def counted(claimed: datetime, received: datetime) -> Counted:
    """The moment of an entry: never in the future, never longer ago than `MOST_AWAY`."""
    if claimed > received + AHEAD or claimed < received - MOST_AWAY:
        return Counted(received, is_plausible=False)
    return Counted(min(claimed, received), is_plausible=True)


_PRESENT: Final = QUEUED_STATES | TOOK_PLACE_STATES | frozenset({AppointmentState.IN_SESSION, AppointmentState.PAUSED})


@dataclass(frozen=True, slots=True)
class Audience:
    """What a check-in is judged by; `opens_at` is when check-in opens."""

    state: AppointmentState
    opens_at: datetime
    ends_at: datetime
    checked_in_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What becomes of a check-in; `at` is the moment to be kept as theirs, None where it stays as it is."""

    verdict: Verdict
    at: datetime | None = None


def check_in(audience: Audience, at: datetime, now: datetime) -> CheckIn:
    """Judge a check-in that was left at ``at`` and arrives ``now``.

    Whoever came in time waits for their turn as long as the time lasts; afterwards it is made good, whether or not
    somebody has marked them as a no-show. A cancellation stands, whoever was first; so does a new time, for which
    they have to come again.
    """
    state = audience.state
    if state is AppointmentState.CANCELLED:
        return CheckIn(Verdict.CANCELLED)
    if at < audience.opens_at:
        return CheckIn(Verdict.ALREADY_HERE if state in _PRESENT else Verdict.TOO_EARLY)
    is_earlier = audience.checked_in_at is not None and at < audience.checked_in_at
    if state in _PRESENT:
        return CheckIn(Verdict.ALREADY_HERE, at if is_earlier else None)
    if at >= audience.ends_at:
        return CheckIn(Verdict.TOO_LATE)
    if state is AppointmentState.UNSERVED:
        return CheckIn(Verdict.MADE_GOOD, at if is_earlier else None)  # it has been already
    if state is AppointmentState.NO_SHOW or (state in AHEAD_STATES and now >= audience.ends_at):
        return CheckIn(Verdict.MADE_GOOD, at)
    return CheckIn(Verdict.CHECKED_IN, at) if state in AHEAD_STATES else CheckIn(Verdict.NOT_HELD)


@dataclass(frozen=True, slots=True)
class Answered:
    """When an answer to the survey was given, and a key that tells two of the same moment apart."""

    at: datetime
    key: str


def first_answer(kept: Answered | None, given: Answered, month_begins: datetime) -> Answered | None:
    """How an answer is to be kept; None where the one that is kept already stands: whichever was given first.

    A month that is over is told, and neither added to nor changed (`domain.satisfaction`): what was given in it and
    arrives later counts from the present month's beginning, and an answer of such a month stands.
    """
    own = Answered(max(given.at, month_begins), given.key)
    if kept is None:
        return own
    if kept.at < month_begins or (kept.at, kept.key) <= (own.at, own.key):
        return None
    return own


@dataclass(frozen=True, slots=True)
class Left:
    """One time that somebody left a wish to be received."""

    id: str
    at: datetime
    name: str
    text: str
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What all these times come to: every text in its order, every day that was named, the latest name."""

    first_at: datetime
    name: str
    text: str
    days: tuple[date, ...]


def merged(left: Iterable[Left], most_letters: int) -> Wish:
    """One wish of at least one time that it was left; the same entry twice counts once."""
    ordered = sorted({one.id: one for one in left}.values(), key=lambda one: (one.at, one.id))
    texts = dict.fromkeys(one.text for one in ordered if one.text)
    return Wish(
        first_at=ordered[0].at,
        name=ordered[-1].name,
        text="\n".join(texts)[:most_letters],
        days=tuple(sorted({day for one in ordered for day in one.days})),
    )
