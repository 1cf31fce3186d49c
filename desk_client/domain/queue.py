"""The waiting room's order: a position, and a range of time until one's turn, from how long sessions really last.

A single figure would be wrong for nearly everybody; a range that is kept is worth more (glossary "position, ETA").

How the range is found. Recent sessions give a usual length, a short and a long one; as long as there are few, the
slot's length stands in for those that are missing, so that one odd session does not promise nonsense. What the present
session still takes is judged by those that lasted at least as long as it has lasted already. Each person ahead adds the
usual length; how far off that may be adds up as chance does (as the root of the sum of squares), not as if everybody
ahead were slow; what is not known about the usual length itself adds up in full. Nobody's turn comes before their
appointment's own time, where they came early.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil, floor, hypot, sqrt
from typing import Final, Protocol

from desk_client.domain.ids import AppointmentId

ROUNDING: Final = 5
"""Minutes to which a range is rounded: outward, since more would be pretended."""

MOVED_BY: Final = timedelta(minutes=10)
"""By how much a range must have left what was told for somebody to be told again."""

QUIET: Final = timedelta(minutes=10)
"""How long nobody is told again after having been told."""

_RECENT: Final = 30
"""How many sessions count: a month's habits, not a year's."""
_PRIOR: Final = (1.0, 0.7, 1.3, 0.9, 0.5, 1.8)
"""Lengths in slots that stand in for sessions that are missing, from the likely to the odd; the odd ones go first."""
_SHORT, _LONG = 0.1, 0.9
_FEW: Final = 3
_S_PER_MIN: Final = 60.0
_APART: Final = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long sessions last, in minutes.

    Attributes:
        samples: in rising order, the prior's among them.
        usual: their mean, where the outermost count as the short and the long one.
        short: nine of ten last longer.
        long: nine of ten are over by then.
        doubt: by how much the mean itself may be wrong, since it comes from so few sessions; as a part of the distance
            between the mean and the short or the long one.
    """

    samples: tuple[float, ...]
    usual: float
    short: float
    long: float
    doubt: float


class Expected(Protocol):
    """Whoever waits for a turn that does not come before a moment."""

    @property
    def starts_at(self) -> datetime:
        """The moment."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Somebody who has checked in.

    Attributes:
        starts_at: before this their turn does not come: when their appointment was to begin, or earlier where the
            office takes them earlier.
        turn_at: by what their place in the order goes, where the office gave them another one; None: `starts_at`.
    """

    appointment_id: AppointmentId
    starts_at: datetime
    turn_at: datetime | None = None

    @property
    def turn(self) -> datetime:
        """By what their place in the order goes."""
        return self.starts_at if self.turn_at is None else self.turn_at


@dataclass(frozen=True, slots=True)
class Eta:
    """When somebody's turn comes.

    Attributes:
        position: 1 for who is next.
        earliest_min: in so many minutes at the earliest; a multiple of five.
        latest_min: in so many minutes at the latest; a multiple of five, and more than `earliest_min`.
    """

    position: int
    earliest_min: int
    latest_min: int


@dataclass(frozen=True, slots=True)
class Told:
    """What a person was last told, and when."""

    eta: Eta
    at: datetime


def lengths(recent: Sequence[timedelta], slot: timedelta) -> Lengths:
    """What recent sessions say about the next ones.

    Args:
        recent: lengths of the office's last sessions (of the service, where it had some), the latest last. Those that
            broke off for technical reasons do not belong here.
        slot: the service's slot length, which stands in where sessions are missing.
    """
    slot_min = _minutes(slot)
    known = [_minutes(each) for each in recent[-_RECENT:]]
    # the first real sessions weigh little against the prior, twelve of them have replaced it
    prior = [share * slot_min for share in _PRIOR[: max(len(_PRIOR) - len(known) // 2, 0)]]
    samples = sorted((*known, *prior))
    short, long = _quantile(samples, _SHORT), _quantile(samples, _LONG)
    return Lengths(tuple(samples), _usual(samples, short, long), short, long, 0.5 / sqrt(1 + len(known)))


def in_order(waiting: Iterable[Waiting]) -> tuple[Waiting, ...]:
    """The order of admission: by the appointments' own times, so that coming early overtakes nobody.

    Who is sent back to the waiting room or transferred to another office keeps that time, and with it their place.
    """
    return tuple(sorted(waiting, key=lambda each: (each.turn, each.appointment_id)))


def moved_to(waiting: Iterable[Waiting], appointment_id: AppointmentId, position: int) -> dict[AppointmentId, datetime]:
    """The turns that change where one person is given another place; nothing where nobody's place does.

    Those who wait exchange the turns that they have among themselves, so that whoever comes later still finds the place
    that their own hour gives them.

    Args:
        waiting: everybody who waits for the office.
        appointment_id: who is moved; one of them.
        position: where to, 1 for who is next; beyond the end is the end.
    """
    before = in_order(waiting)
    turns: list[datetime] = []
    for each in before:  # two who have the same hour are told apart from now on
        turns.append(max(each.turn, turns[-1] + _APART) if turns else each.turn)
    after = [each for each in before if each.appointment_id != appointment_id]
    after[max(position - 1, 0) : max(position - 1, 0)] = [
        each for each in before if each.appointment_id == appointment_id
    ]
    if tuple(after) == before:
        return {}
    return {each.appointment_id: turn for each, turn in zip(after, turns, strict=True) if turn != each.turn}


def etas(
    waiting: Sequence[Expected],
    known: Lengths,
    now: datetime,
    running_since: datetime | None = None,
    buffer: timedelta = timedelta(),
    rests_until: datetime | None = None,
) -> tuple[Eta, ...]:
    """The position and the range of everybody who waits.

    Args:
        waiting: in the order in which they are admitted (`in_order`).
        known: how long sessions last.
        now: the present moment.
        running_since: when the session that is going on began; None where the office is free.
        buffer: what the office keeps free after each session.
        rests_until: when the office's break is over; None where it has none.
    """
    between = _minutes(buffer)
    if running_since is None:
        free, sooner, later = 0.0, 0.0, 0.0
    else:
        low, usual, high = _remaining(known, _minutes(now - running_since))
        free, sooner, later = usual + between, usual - low, high - usual
    rest = 0.0 if rests_until is None else max(_minutes(rests_until - now), 0.0)
    free = max(free, rest)
    found: list[Eta] = []
    earliest_min = latest_min = 0
    for position, person in enumerate(waiting, start=1):
        planned = max(_minutes(person.starts_at - now), rest)
        turn, low, high = max(free, planned), max(free - sooner, planned, 0.0), max(free + later, planned)
        # rounded outward, but never to before the appointment's own time or the break's end, nor to before those ahead
        earliest_min = max(earliest_min, _floor(low), _ceil(planned))
        latest_min = max(latest_min, _ceil(high), earliest_min + ROUNDING)
        found.append(Eta(position, earliest_min, latest_min))
        free = turn + known.usual + between
        sooner = hypot(turn - low, known.usual - known.short) + known.doubt * (known.usual - known.short)
        later = hypot(high - turn, known.long - known.usual) + known.doubt * (known.long - known.usual)
    return tuple(found)


def moved(before: Told, after: Eta, now: datetime, threshold: timedelta = MOVED_BY, quiet: timedelta = QUIET) -> bool:
    """Whether somebody has to be told again.

    So it is where the new range leaves the one that was told by the threshold, at either end: their turn may come that
    much later than they believe, or that much sooner. A range that narrowed within what was told is no news; neither is
    anything in the quiet time after they were told.
    """
    if now - before.at < quiet:
        return False
    passed = _minutes(now - before.at)
    later = after.latest_min + passed - before.eta.latest_min
    sooner = before.eta.earliest_min - (after.earliest_min + passed)
    return max(later, sooner) >= _minutes(threshold)


def to_tell(
    told: Mapping[AppointmentId, Told], waiting: Iterable[Waiting], found: Iterable[Eta], now: datetime
) -> tuple[AppointmentId, ...]:
    """Whom to tell that their turn has moved, in the order of waiting; nobody who was never told anything."""
    return tuple(
        person.appointment_id
        for person, eta in zip(waiting, found, strict=True)
        if (before := told.get(person.appointment_id)) is not None and moved(before, eta, now)
    )


def _remaining(known: Lengths, running: float) -> tuple[float, float, float]:
    """How much longer a session takes that has lasted `running` minutes: short, usual and long."""
    longer = [each - running for each in known.samples if each > running]
    if len(longer) < _FEW:
        # longer than nearly all: it may end at once, or take a quarter of what it has taken already
        high = max(float(ROUNDING), running / 4)
        return 0.0, high / 2, high
    low, high = _quantile(longer, _SHORT), _quantile(longer, _LONG)
    return low, _usual(longer, low, high), high


def _usual(samples: Sequence[float], short: float, long: float) -> float:
    """The mean of the samples, where those beyond the short and the long one count as these."""
    mean = sum(min(max(each, short), long) for each in samples) / len(samples)
    return min(max(mean, short), long)  # sums of fractions are off by the last digit


def _quantile(ordered: Sequence[float], share: float) -> float:
    """The value below which this share of the ordered values lies, interpolated."""
    place = share * (len(ordered) - 1)
    low = floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def _minutes(length: timedelta) -> float:
    return length.total_seconds() / _S_PER_MIN


def _floor(minutes: float) -> int:
    return floor(minutes / ROUNDING) * ROUNDING


def _ceil(minutes: float) -> int:
    return ceil(minutes / ROUNDING) * ROUNDING
