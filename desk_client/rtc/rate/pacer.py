"""Spreads packets over time, so that they do not queue on the path: sound first, then repeats, then pictures. Pure."""

from collections import deque
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, Generic, TypeVar

from desk_client.rtc.rate.probes import Probe

Item = TypeVar("Item")

_FACTOR: Final = 2.5
"""How much faster than the rate pictures may leave: a key frame must not take as long as it is large."""
_CAREFUL_FACTOR: Final = 1.15
"""Where the path is known to be full."""
_BURST_S: Final = 0.04
"""What may leave at once on a path that was never seen full, in seconds of the rate: an ordinary picture."""
_LATE_S: Final = 0.006
"""How late whoever takes may come without losing time."""
_LONGEST_WAIT_S: Final = 0.35
"""Pictures leave faster rather than wait longer."""
_TICK_S: Final = 0.003


class Priority(IntEnum):
    """Who goes first."""

    SOUND = 0
    REPEAT = 1
    PICTURE = 2


@dataclass(frozen=True, slots=True)
class Departure(Generic[Item]):
    """What leaves now."""

    item: Item
    probe: int | None


class Pacer(Generic[Item]):
    """Of one transport. Sizes in bytes, times in seconds of one monotonic clock."""

    def __init__(self, rate_bps: int) -> None:
        self._rate_bps = rate_bps
        self._careful = False
        self._queues: tuple[deque[tuple[Item, int]], ...] = tuple(deque() for _ in Priority)
        self._queued = 0
        self._budget = 0.0
        self._at_s: float | None = None
        self._probe: Probe | None = None
        self._probe_left = 0
        self._probe_next_s = 0.0

    @property
    def queued(self) -> int:
        """Bytes that wait."""
        return self._queued

    @property
    def padding_wanted(self) -> int:
        """Bytes that a probe under way still lacks beyond what waits."""
        return max(0, self._probe_left - self._queued) if self._probe is not None else 0

    def wait_s(self) -> float:
        """For how long the last of what waits will wait."""
        return 8 * self._queued / self._pace_bps()

    def set_rate(self, rate_bps: int, *, careful: bool) -> None:
        """How much may be sent, and whether the path was seen full."""
        self._rate_bps = max(1, rate_bps)
        self._careful = careful

    def put(self, item: Item, size: int, priority: Priority) -> None:
        """Let it leave when its time comes."""
        self._queues[priority].append((item, size))
        self._queued += size

    def begin(self, probe: Probe, now: float) -> None:
        """Let the next packets leave at the probe's rate."""
        self._probe, self._probe_left, self._probe_next_s = probe, probe.size, now

    def drop(self, priority: Priority) -> list[Item]:
        """Take back all that waits of a kind."""
        queue = self._queues[priority]
        dropped = [item for item, _ in queue]
        self._queued -= sum(size for _, size in queue)
        queue.clear()
        return dropped

    def take(self, now: float) -> list[Departure[Item]]:
        """What leaves now, in order."""
        self._refill(now)
        departures: list[Departure[Item]] = []
        while (queue := self._first()) is not None:
            sound = queue is self._queues[Priority.SOUND]
            if not sound and not self._allowed(now):
                break
            item, size = queue.popleft()
            self._queued -= size
            probe = None
            if self._probe is not None:
                probe = self._probe.number
                self._probe_next_s = max(self._probe_next_s, now - _TICK_S) + 8 * size / self._probe.rate_bps
                self._probe_left -= size
                if self._probe_left <= 0:
                    self._probe = None
            self._budget -= size
            departures.append(Departure(item, probe))
        return departures

    def due_s(self, now: float) -> float | None:
        """When to look again; None while nothing waits."""
        if self._first() is None:
            return None
        if self._probe is not None:
            return max(now, self._probe_next_s)
        return now + max(0.0, -self._budget * 8 / self._pace_bps()) + 1e-4

    def _first(self) -> deque[tuple[Item, int]] | None:
        return next((queue for queue in self._queues if queue), None)

    def _allowed(self, now: float) -> bool:
        return self._probe_next_s <= now + 1e-4 if self._probe is not None else self._budget >= 0

    def _pace_bps(self) -> float:
        pace = self._rate_bps * (_CAREFUL_FACTOR if self._careful else _FACTOR)
        return max(pace, 8 * self._queued / _LONGEST_WAIT_S)

    def _refill(self, now: float) -> None:
        if self._at_s is not None:
            self._budget += self._pace_bps() * (now - self._at_s) / 8
        self._at_s = now
        burst = self._pace_bps() * _LATE_S / 8 if self._careful else self._rate_bps * _BURST_S / 8
        self._budget = min(self._budget, burst)
