"""Tells when remote pictures flow, when they stall, and when the path is dead. Pure: the caller brings the time."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

STALLED_AFTER_S: Final = 2.0
DEAD_AFTER_S: Final = 10.0


class Flow(Enum):
    """What changed."""

    FLOWING = "flowing"
    STALLED = "stalled"
    DEAD = "dead"
    """Nothing at all came, neither picture nor sound nor report: sooner known than by ICE consent (RFC 7675), 30 s."""


@dataclass
class Watchdog:
    """Of one connection, from the moment it stands. Times are seconds of one monotonic clock."""

    connected_at: float
    _flowing: bool = False
    _stalled: bool = False
    _dead: bool = False
    _last_picture: float | None = None
    _last_packet: float | None = None
    _packets: int = -1

    def picture(self, now: float) -> Flow | None:
        """A remote picture was decoded."""
        self._last_picture = now
        if self._flowing:
            return None
        self._flowing, self._stalled = True, False
        return Flow.FLOWING

    def cut(self) -> Flow | None:
        """The path is known to be dead, whatever still comes."""
        if self._stalled:
            return None
        self._flowing, self._stalled = False, True
        return Flow.STALLED

    def tick(self, now: float, packets_received: int) -> Flow | None:
        """Time passed; `packets_received` is the connection's count so far, of whatever kind."""
        if packets_received != self._packets:
            self._packets = packets_received
            self._last_packet = now
        if not self._dead and now - _either(self._last_packet, self.connected_at) >= DEAD_AFTER_S:
            self._dead = True
            return Flow.DEAD
        if not self._stalled and now - _either(self._last_picture, self.connected_at) >= STALLED_AFTER_S:
            self._flowing, self._stalled = False, True
            return Flow.STALLED
        return None


def _either(moment: float | None, otherwise: float) -> float:
    return otherwise if moment is None else moment
