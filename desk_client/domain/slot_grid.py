"""Free slots of many days at once: time as whole numbers, one bit for each five minutes.

A month of an office is one number of 8,640 bits; which slots are free is then a handful of shifts and ands instead of
tens of thousands of look-ups. The results are those of `slots.free_slots`, day by day: a day's slots begin anew at its
own midnight, so that the grid does not depend on the window through which one looks at it.

A grid depends on the schedule and the rule alone, not on who booked what or what time it is: it is worth keeping for as
long as these two stay the same.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import Final, NewType
from zoneinfo import ZoneInfo

from desk_client.domain.intervals import Interval, clipped
from desk_client.domain.part_of_day import NOON, PartOfDay
from desk_client.domain.schedule import Schedule, day_window, open_intervals
from desk_client.domain.slots import QUANTUM, Quantum, Slot, SlotRule, moment_of, next_mark, quantum_of

Bitmap = NewType("Bitmap", int)
"""A set of quanta: bit i stands for the quantum i after the grid's `base`."""

NOTHING: Final = Bitmap(0)
_ONE: Final = ord("1")


@dataclass(frozen=True, slots=True)
class SlotGrid:
    """Where the slots of some days begin, were nobody there.

    Attributes:
        rule: how the service cuts open hours.
        first: the first day.
        base: the quantum that bit 0 of every bitmap stands for: the first day's midnight.
        edges: the bits at which the days begin, and the bit at which the last one ends; one more than there are days.
        mornings: the quanta before 12:00 by the clock on the wall.
        starts: the first quanta of all slots.
        sizes: how many slots each of the days has.
    """

    rule: SlotRule
    first: date
    base: Quantum
    edges: tuple[int, ...]
    mornings: Bitmap
    starts: Bitmap
    sizes: tuple[int, ...]

    @property
    def claimed_quanta(self) -> range:
        """The quanta that any slot of the grid may touch: what has been taken there has to be known.

        It reaches beyond the last day by the buffer of that day's last slot.
        """
        return range(self.base, self.base + self.edges[-1] + self.rule.buffer // QUANTUM)


def slot_grid(schedule: Schedule, rule: SlotRule, first: date, days: int, blocked: Sequence[Interval] = ()) -> SlotGrid:
    """The grid of `days` days (one at least) from `first` on.

    What is `blocked` (apart and in order) takes slots out and moves none: who is booked at half past nine stays in
    the rhythm of the day although the ten minutes before it were blocked.
    """
    zone = ZoneInfo(schedule.zone)
    dates = [first + timedelta(days=count) for count in range(days)]
    windows = [day_window(day, zone) for day in dates]
    base = quantum_of(windows[0].starts_at)
    hours = open_intervals(schedule, Interval(windows[0].starts_at, windows[-1].ends_at))
    by_day = (piece for window in windows for piece in clipped(_near(hours, window), window))
    starts = slot_starts(by_day, rule, base)
    if away := _near(blocked, Interval(windows[0].starts_at, windows[-1].ends_at)):
        starts = Bitmap(starts & unhindered(touched_mask(away, base), rule.length // QUANTUM))
    edges = (*(quantum_of(window.starts_at) - base for window in windows), quantum_of(windows[-1].ends_at) - base)
    noons = (quantum_of(datetime.combine(day, NOON, zone)) - base for day in dates)
    mornings = sum((1 << noon) - (1 << low) for low, noon in zip(edges, noons, strict=False))
    return SlotGrid(rule, first, base, edges, Bitmap(mornings), starts, _counts(edges, starts))


def cut_out(pieces: Sequence[SlotGrid], first: date, days: int) -> SlotGrid:
    """The grid of `days` days (one at least) from `first` on, out of grids that follow on each other and hold them all.

    It is what `slot_grid` makes of the same schedule and rule, at a hundredth of the cost.
    """
    base: Quantum | None = None
    edges: list[int] = []
    starts = mornings = beyond = 0
    for piece in pieces:
        before = (first - piece.first).days
        low, high = max(before, 0), min(before + days, len(piece.edges) - 1)
        if low >= high:
            continue
        begins, length = piece.edges[low], piece.edges[high] - piece.edges[low]
        if base is None:
            base = Quantum(piece.base + begins)
        shift, mask = piece.base + begins - base, (1 << length) - 1
        starts |= (piece.starts >> begins & mask) << shift
        mornings |= (piece.mornings >> begins & mask) << shift
        edges += [edge - begins + shift for edge in piece.edges[low:high]]
        beyond = shift + length
    if base is None or len(edges) != days:
        raise ValueError(f"the pieces do not hold the {days} days from {first} on")
    cut = (*edges, beyond)
    return SlotGrid(pieces[0].rule, first, base, cut, Bitmap(mornings), Bitmap(starts), _counts(cut, starts))


def ended(grid: SlotGrid, day: date) -> SlotGrid:
    """The grid without the slots of this day and of all that follow."""
    place = (day - grid.first).days
    if place >= len(grid.edges) - 1:
        return grid
    starts = Bitmap(grid.starts & ((1 << grid.edges[max(place, 0)]) - 1))
    return replace(grid, starts=starts, sizes=_counts(grid.edges, starts))


def open_mask(open_hours: Iterable[Interval], base: Quantum) -> Bitmap:
    """The quanta that lie wholly within open hours. No stretch may begin before the base."""
    mask = 0
    for interval in open_hours:
        low, high = quantum_of(next_mark(interval.starts_at)) - base, quantum_of(interval.ends_at) - base
        if low < high:
            mask |= (1 << high) - (1 << low)
    return Bitmap(mask)


def touched_mask(stretches: Iterable[Interval], base: Quantum) -> Bitmap:
    """The quanta, from the base on, that the stretches touch, if only in part."""
    mask = 0
    for stretch in stretches:
        low, high = max(quantum_of(stretch.starts_at) - base, 0), quantum_of(next_mark(stretch.ends_at)) - base
        if low < high:
            mask |= (1 << high) - (1 << low)
    return Bitmap(mask)


def slot_starts(open_hours: Iterable[Interval], rule: SlotRule, base: Quantum) -> Bitmap:
    """The first quanta of the slots that a rule cuts out of open hours. No stretch may begin before the base."""
    length, step = rule.length // QUANTUM, rule.claimed // QUANTUM
    mask = 0
    for interval in open_hours:
        low, high = quantum_of(next_mark(interval.starts_at)) - base, quantum_of(interval.ends_at) - base
        if (count := (high - low - length) // step + 1) > 0:
            mask |= _comb(count, step) << low
    return Bitmap(mask)


@lru_cache(maxsize=1000)
def _comb(count: int, step: int) -> int:
    """So many bits, each `step` after the one before."""
    return ((1 << count * step) - 1) // ((1 << step) - 1)


def bitmap(quanta: Iterable[int], within: range) -> Bitmap:
    """Quanta as a bitmap whose bit 0 is the beginning of `within` (a grid's `claimed_quanta`); others are left out."""
    digits = bytearray(b"0") * len(within)
    first, last = within.start, within.stop - 1
    for quantum in quanta:
        if first <= quantum <= last:
            digits[last - quantum] = _ONE
    return Bitmap(int(digits, 2)) if digits else NOTHING


def unhindered(taken: int, claimed: int) -> Bitmap:
    """Where a slot of `claimed` quanta could begin without touching what is taken; its bits go on without end."""
    blocked, covered = taken, 1
    while covered < claimed:  # doubling: a slot of twelve quanta needs four shifts
        step = min(covered, claimed - covered)
        blocked |= blocked >> step
        covered += step
    return Bitmap(~blocked)


def free_starts(
    grid: SlotGrid, now: datetime, taken: Iterable[Bitmap] = (), seats: Iterable[Collection[Bitmap]] = ()
) -> Bitmap:
    """The first quanta of the slots that may be booked now.

    Args:
        grid: of the schedule and the rule.
        now: the present moment, from which lead time and horizon count.
        taken: what those who cannot be replaced have given away: the official, the citizen.
        seats: groups of things of which any one will do (the office's seats, the site's kiosks, the visiting teams),
            each with what it has given away. Of each group one must be free for the whole slot; where a group is
            empty, nothing is free.
    """
    claimed = grid.rule.claimed // QUANTUM
    free = open_starts(grid, now, taken)
    for group in seats:
        free = Bitmap(free & where_any(group, claimed))
    return free


def open_starts(grid: SlotGrid, now: datetime, taken: Iterable[Bitmap]) -> Bitmap:
    """`free_starts` without seats: who looks at many sites adds what `where_any` says of each."""
    given_away = 0
    for each in taken:
        given_away |= each
    return Bitmap(grid.starts & _bookable(grid, now) & unhindered(given_away, grid.rule.claimed // QUANTUM))


def where_any(seats: Iterable[Bitmap], claimed: int) -> Bitmap:
    """Where a slot of `claimed` quanta could begin so that one of the seats is free for all of it; bits without end."""
    some = 0
    for seat in seats:
        some |= unhindered(seat, claimed)
    return Bitmap(some)


def free_seats(
    grid: SlotGrid, starts_at: datetime, seats: Collection[Bitmap], first: int | None = None
) -> tuple[int, ...]:
    """The places in `seats` of those that are free for the whole slot, in the order in which to try them.

    Args:
        grid: of the schedule and the rule.
        starts_at: the slot's beginning.
        seats: what each seat has given away.
        first: the place to begin at. Bookers who begin at different places seldom meet at the same seat.
    """
    bit = quantum_of(starts_at) - grid.base
    whole_slot = ((1 << grid.rule.claimed // QUANTUM) - 1) << bit
    free = tuple(place for place, seat in enumerate(seats) if not seat & whole_slot)
    if first is None:
        return free
    return (*(place for place in free if place >= first), *(place for place in free if place < first))


def on_day(grid: SlotGrid, starts: Bitmap, day: date) -> Bitmap:
    """Those of the starts that lie on one of the grid's days."""
    place = (day - grid.first).days
    if not 0 <= place < len(grid.edges) - 1:
        return NOTHING
    low, high = grid.edges[place], grid.edges[place + 1]
    return Bitmap(starts & ((1 << high) - (1 << low)))


def in_part(grid: SlotGrid, starts: Bitmap, part: PartOfDay) -> Bitmap:
    """Those of the starts that lie in this part of a day."""
    return Bitmap(starts & grid.mornings if part is PartOfDay.MORNING else starts & ~grid.mornings)


def is_among(grid: SlotGrid, starts: Bitmap, starts_at: datetime) -> bool:
    """Whether this moment, which lies on a five-minute mark from the base on, is one of the starts."""
    return bool(starts >> (quantum_of(starts_at) - grid.base) & 1)


def counts(grid: SlotGrid, starts: Bitmap) -> tuple[int, ...]:
    """How many of the starts lie on each of the grid's days."""
    return _counts(grid.edges, starts)


def _counts(edges: Sequence[int], starts: int) -> tuple[int, ...]:
    return tuple([((starts >> low) & ((1 << (high - low)) - 1)).bit_count() for low, high in pairwise(edges)])


def places(mask: int) -> Iterator[int]:
    """The set bits of a mask, from the lowest on. Who only wants the first pays for no more."""
    if not mask:
        return
    yield (first := (mask & -mask).bit_length() - 1)
    digits = f"{mask:b}"[::-1]
    place = digits.find("1", first + 1)
    while place >= 0:
        yield place
        place = digits.find("1", place + 1)


def moments(grid: SlotGrid, starts: Bitmap) -> Iterator[datetime]:
    """The starts as moments, in UTC and in order."""
    midnight = moment_of(grid.base)
    for place in places(starts):
        yield midnight + place * QUANTUM


def slots_of(grid: SlotGrid, starts: Bitmap) -> Iterator[Slot]:
    """The starts as slots, in order."""
    for starts_at in moments(grid, starts):
        yield Slot(starts_at, starts_at + grid.rule.length)


def is_on_grid(grid: SlotGrid, starts_at: datetime) -> bool:
    """Whether a slot of the grid begins at this moment, whoever is there."""
    bit = quantum_of(starts_at) - grid.base
    return 0 <= bit < grid.edges[-1] and moment_of(grid.base + bit) == starts_at and bool(grid.starts >> bit & 1)


def _near(hours: Sequence[Interval], window: Interval) -> Sequence[Interval]:
    """Those of the hours (apart and in order) that may reach into the window."""
    low = max(bisect_right(hours, window.starts_at, key=lambda each: each.starts_at) - 1, 0)
    high = bisect_right(hours, window.ends_at, key=lambda each: each.starts_at)
    return hours[low:high]


def _bookable(grid: SlotGrid, now: datetime) -> int:
    """All quanta between the lead time and the horizon, both included."""
    low = max(quantum_of(next_mark(now + grid.rule.lead_time)) - grid.base, 0)
    high = min(quantum_of(now + grid.rule.horizon) - grid.base + 1, grid.edges[-1])
    return (1 << high) - (1 << low) if low < high else 0
