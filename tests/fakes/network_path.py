"""One direction of a network path in virtual time: a packet goes in at some moment, and it is told when it comes out.

Pure: no clock, no socket. The shaper between network namespaces and the virtual link of the tests drive the same
path. What is left to chance is drawn from a seed, and every packet draws equally often, so that the n-th packet meets
the same luck whatever the conditions before it were.

A packet passes, in this order: an outage, loss, the queue before the bottleneck, the bottleneck itself, the way.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise
from math import inf
from random import Random
from typing import Final, Self

_BITS: Final = 8


@dataclass(frozen=True)
class Bursts:
    """Loss that comes in bursts (Gilbert's model, with a share of loss in the bad state as Elliott added).

    Attributes:
        begin: chance for each packet that a bad time begins with it.
        end: chance for each packet of a bad time that it was the last.
        loss: share of packets lost in a bad time.
    """

    begin: float
    end: float
    loss: float = 1.0

    @classmethod
    def of(cls, loss: float, length: float) -> Self:
        """Bursts of `length` packets on average, all of them lost, that make up `loss` (0..1) of all packets."""
        return cls(loss / (length * (1 - loss) + loss), 1 / length)


@dataclass(frozen=True)
class Conditions:
    """What a path is like, one way. All of it may be left out."""

    delay_s: float = 0.0
    """Of the way, after the bottleneck."""
    jitter_s: float = 0.0
    """Up to so much is added to the delay, evenly spread; the order of packets is kept."""
    loss: float = 0.0
    """0..1, each packet for itself."""
    bursts: Bursts | None = None
    """Loss in bursts, besides the other."""
    late: float = 0.0
    """0..1: share of packets that are held back by `late_by_s`, and so overtaken by those behind them."""
    late_by_s: float = 0.01
    twice: float = 0.0
    """0..1: share of packets that arrive twice, at once."""
    rate_bps: float | None = None
    """Of the bottleneck, in bits of whole IP packets; None is no bottleneck."""
    queue_s: float = 0.3
    """How long a packet waits at most before the bottleneck; one that would wait longer is dropped (drop tail)."""
    queue_bytes: int | None = None
    """The queue's size, where it is given in bytes; it then counts instead of `queue_s`."""
    out: bool = False
    """Nothing gets in; what is on its way arrives."""


Course = Sequence[tuple[float, Conditions]]
"""From when (seconds, rising, the first counts from the beginning on) which conditions hold."""


def with_outages(conditions: Conditions, outages: Sequence[tuple[float, float]]) -> Course:
    """The same conditions all the time but for outages, each (from, until) in seconds, in their order."""
    out = replace(conditions, out=True)
    return [(0.0, conditions), *(step for since, until in outages for step in ((since, out), (until, conditions)))]


class Lost(Enum):
    """Where a packet was lost."""

    OUTAGE = auto()
    CHANCE = auto()
    QUEUE = auto()
    """The queue was full."""


@dataclass(frozen=True)
class Fate:
    """What becomes of a packet.

    Attributes:
        arrivals_s: when it comes out: never, once or twice.
        queued_s: how long it stands before the bottleneck, or would have stood if it had not been dropped there.
        lost: where, if it does not come out.
    """

    arrivals_s: tuple[float, ...]
    queued_s: float
    lost: Lost | None = None


class Path:
    """One direction.

    Args:
        course: its conditions, or what they are from when on.
        seed: what chance is drawn from.
    """

    def __init__(self, course: Conditions | Course, seed: int = 0) -> None:
        steps = [(0.0, course)] if isinstance(course, Conditions) else list(course)
        if not steps or any(later <= earlier for (earlier, _), (later, _) in pairwise(steps)):
            raise ValueError("a course has at least one step, and they rise")
        self._since = [since for since, _ in steps]
        self._conditions = [conditions for _, conditions in steps]
        self._random = Random(seed)  # noqa: S311 - repeatable chance, no secret
        self._bad_time = False
        self._free_at_s = -inf
        self._last_arrival_s = -inf

    def at(self, now_s: float) -> Conditions:
        """What it is like at that moment."""
        return self._conditions[self._step(now_s)]

    def carry(self, now_s: float, size_bytes: int) -> Fate:
        """Take a packet in; `now_s` never falls from call to call, `size_bytes` is what the bottleneck counts."""
        conditions = self.at(now_s)
        by_chance = self._random.random() < conditions.loss
        by_burst = self._burst(conditions.bursts)
        jitter_s = self._random.random() * conditions.jitter_s
        late = self._random.random() < conditions.late
        twice = self._random.random() < conditions.twice
        queued_s = max(0.0, self._free_at_s - now_s)
        if conditions.out:
            return Fate((), queued_s, Lost.OUTAGE)
        if by_chance or by_burst:
            return Fate((), queued_s, Lost.CHANCE)
        if conditions.rate_bps is not None:
            if self._full(now_s, size_bytes, conditions):
                return Fate((), queued_s, Lost.QUEUE)
            self._free_at_s = self._sent_at(now_s + queued_s, size_bytes * _BITS)
        through_s = max(now_s, self._free_at_s)
        arrival_s = max(self._last_arrival_s, through_s + conditions.delay_s + jitter_s)
        if late:
            arrival_s += conditions.late_by_s
        else:
            self._last_arrival_s = arrival_s
        return Fate((arrival_s,) * (2 if twice else 1), queued_s)

    def _step(self, at_s: float) -> int:
        return max(0, bisect_right(self._since, at_s) - 1)

    def _burst(self, bursts: Bursts | None) -> bool:
        """Whether a packet falls to one."""
        begin, luck, end = (self._random.random() for _ in range(3))
        if bursts is None:
            self._bad_time = False
            return False
        bad = self._bad_time or begin < bursts.begin
        self._bad_time = bad and end >= bursts.end
        return bad and luck < bursts.loss

    def _full(self, now_s: float, size_bytes: int, conditions: Conditions) -> bool:
        """Whether the queue has no room; an empty one takes a packet of any size."""
        if self._free_at_s <= now_s:
            return False
        if conditions.queue_bytes is None:
            return self._free_at_s - now_s > conditions.queue_s
        return self._waiting_bits(now_s) / _BITS + size_bytes > conditions.queue_bytes

    def _waiting_bits(self, now_s: float) -> float:
        """What is before the bottleneck, the packet that is passing it included."""
        bits, at_s = 0.0, now_s
        for step in range(self._step(now_s), len(self._since)):
            until_s = min(self._free_at_s, self._until(step))
            bits += (self._conditions[step].rate_bps or 0.0) * max(0.0, until_s - at_s)
            at_s = max(at_s, until_s)
        return bits

    def _sent_at(self, at_s: float, bits: float) -> float:
        """When the last of so many bits is through that begin to pass the bottleneck at `at_s`."""
        for step in range(self._step(at_s), len(self._since)):
            rate_bps = self._conditions[step].rate_bps
            if rate_bps is None:
                return at_s
            through_s = at_s + bits / rate_bps
            if through_s <= self._until(step):
                return through_s
            bits -= rate_bps * (self._until(step) - at_s)
            at_s = self._until(step)
        raise AssertionError("the last step has no end")

    def _until(self, step: int) -> float:
        return self._since[step + 1] if step + 1 < len(self._since) else inf
