"""A network in virtual time: events in their order, no waiting, exactly the same each time."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Generic, TypeVar

from tests.fakes.network_path import Fate, Path

Packet = TypeVar("Packet")


@dataclass(order=True)
class Appointment:
    """Something that happens at a moment, unless it is called off before."""

    at_s: float
    _order: int
    _callback: Callable[[], None] | None = field(compare=False)

    def cancel(self) -> None:
        """Call it off; without effect once it has happened."""
        self._callback = None

    def happen(self) -> None:
        """Let it happen, once (the clock does)."""
        callback, self._callback = self._callback, None
        if callback is not None:
            callback()


class VirtualClock:
    """Seconds from zero; stands still but for `run_until`."""

    def __init__(self) -> None:
        self._now_s = 0.0
        self._order = count()
        self._appointments: list[Appointment] = []

    def now(self) -> float:
        """Seconds."""
        return self._now_s

    def call_at(self, at_s: float, callback: Callable[[], None]) -> Appointment:
        """Have something happen at a moment, a past one counting as now; those of one moment in the order of asking."""
        appointment = Appointment(max(at_s, self._now_s), next(self._order), callback)
        heapq.heappush(self._appointments, appointment)
        return appointment

    def run_until(self, at_s: float) -> None:
        """Let happen what is due by then, whatever is asked for meanwhile included; the clock then stands there."""
        while self._appointments and self._appointments[0].at_s <= at_s:
            appointment = heapq.heappop(self._appointments)
            self._now_s = appointment.at_s
            appointment.happen()
        self._now_s = max(self._now_s, at_s)


class VirtualLink(Generic[Packet]):
    """One direction between two parts under test.

    Args:
        clock: of both ends.
        path: what happens to packets.
        deliver: called with each packet when it arrives.
    """

    def __init__(self, clock: VirtualClock, path: Path, deliver: Callable[[Packet], None]) -> None:
        self._clock = clock
        self._path = path
        self._deliver = deliver
        self.fates: list[Fate] = []
        """Of all packets that were sent."""

    def send(self, packet: Packet, size_bytes: int) -> None:
        """Send a packet now; `size_bytes` is what a bottleneck counts."""
        fate = self._path.carry(self._clock.now(), size_bytes)
        self.fates.append(fate)
        for arrival_s in fate.arrivals_s:
            self._clock.call_at(arrival_s, lambda: self._deliver(packet))
