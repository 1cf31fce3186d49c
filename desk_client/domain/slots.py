"""The slots that may still be booked, computed from opening hours and claims; nothing here is stored.

Time is claimed in quanta of five minutes, so lengths and buffers are multiples of five minutes.
"""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, NewType

from desk_client.domain.intervals import Interval

Quantum = NewType("Quantum", int)
"""The number of a five-minute stretch since 1970-01-01T00:00Z."""

QUANTUM: Final = timedelta(minutes=5)
_QUANTUM_S: Final = 300


@dataclass(frozen=True, slots=True)
class SlotRule:
    """How a service cuts open hours into slots.

    Attributes:
        length: of one slot; a positive multiple of five minutes.
        buffer: kept free after each slot; a multiple of five minutes.
        lead_time: the least notice between booking and start (domain rule "Lead time").
        horizon: how far ahead one may book.
        capacity: how many are received at the same time; each takes one of as many seats.
    """

    length: timedelta
    buffer: timedelta
    lead_time: timedelta
    horizon: timedelta
    capacity: int = 1

    def __post_init__(self) -> None:
        if self.length < QUANTUM or self.length % QUANTUM or self.buffer < timedelta() or self.buffer % QUANTUM:
            raise ValueError("a slot's length and buffer are multiples of five minutes")
        if self.lead_time < timedelta() or self.horizon < timedelta():
            raise ValueError("lead time and horizon are not negative")
        if self.capacity < 1:
            raise ValueError("a slot has room for one at least")

    @property
    def claimed(self) -> timedelta:
        """How much time one slot keeps from others: its length and the buffer after it."""
        return self.length + self.buffer


@dataclass(frozen=True, slots=True)
class Slot:
    """One bookable stretch, in UTC; the buffer is not part of it."""

    starts_at: datetime
    ends_at: datetime


def quantum_of(moment: datetime) -> Quantum:
    """The quantum that a moment lies in."""
    return Quantum(int(moment.timestamp()) // _QUANTUM_S)


def quanta(starts_at: datetime, length: timedelta) -> range:
    """The numbers of the quanta that a stretch touches. The start must lie on a five-minute mark."""
    first = quantum_of(starts_at)
    if starts_at.timestamp() != first * _QUANTUM_S:
        raise ValueError(f"{starts_at} does not lie on a five-minute mark")
    return range(first, first + length // QUANTUM)


def moment_of(quantum: int) -> datetime:
    """The beginning of a quantum, in UTC."""
    return datetime.fromtimestamp(quantum * _QUANTUM_S, UTC)


def next_mark(moment: datetime) -> datetime:
    """The first five-minute mark that is not before the moment, in UTC."""
    seconds = moment.timestamp()
    whole = int(seconds // _QUANTUM_S)
    if whole * _QUANTUM_S < seconds:
        whole += 1
    return datetime.fromtimestamp(whole * _QUANTUM_S, UTC)


def free_slots(
    open_hours: Iterable[Interval],
    rule: SlotRule,
    taken: AbstractSet[int],
    now: datetime,
    seats: Collection[Collection[AbstractSet[int]]] = (),
) -> Iterator[Slot]:
    """Slots in order that begin after the lead time, within the horizon, and touch no taken quantum.

    Slots lie on a fixed grid from the beginning of each open stretch, so that everybody sees the same ones; the buffer
    after the last slot of a stretch may reach beyond it. This is the rule in its plainest words; `slot_grid` computes
    the same for whole months at once.

    Args:
        open_hours: stretches that do not overlap, in order.
        rule: how the service cuts them.
        taken: quanta that somebody who cannot be replaced has given away: the official, the citizen.
        now: the present moment.
        seats: groups of things of which any one will do (the office's seats, the site's kiosks), each thing with the
            quanta it has given away. Of each group one must be free for the whole slot.
    """
    earliest, latest = now + rule.lead_time, now + rule.horizon
    for interval in open_hours:
        starts_at = next_mark(interval.starts_at)
        while starts_at + rule.length <= interval.ends_at:
            wanted = quanta(starts_at, rule.claimed)
            if (
                earliest <= starts_at <= latest
                and taken.isdisjoint(wanted)
                and all(any(seat.isdisjoint(wanted) for seat in group) for group in seats)
            ):
                yield Slot(starts_at, starts_at + rule.length)
            starts_at += rule.claimed


def is_offered(starts_at: datetime, open_hours: Iterable[Interval], rule: SlotRule, now: datetime) -> bool:
    """Whether a slot may begin at this moment, were nobody else there."""
    return any(slot.starts_at == starts_at for slot in free_slots(open_hours, rule, frozenset(), now))
