"""A stream's timestamps in the time of its sender (RFC 3550 section 6.4.1). Pure."""

from dataclasses import dataclass
from typing import Final

_TURN: Final = 1 << 32


@dataclass
class SenderClock:
    """Places one stream's timestamps in the peer's time, by its newest report."""

    rate_hz: int
    ntp_s: float | None = None
    timestamp: int = 0

    def reported(self, ntp_timestamp: int, timestamp: int) -> None:
        """A sender report came, with these 64 and 32 bits."""
        self.ntp_s = ntp_timestamp / _TURN
        self.timestamp = timestamp

    def captured_s(self, timestamp: int) -> float | None:
        """When what bears this timestamp was captured, in the peer's time; None before the first report."""
        if self.ntp_s is None:
            return None
        step = (timestamp - self.timestamp) % _TURN
        return self.ntp_s + (step - _TURN if step >= _TURN // 2 else step) / self.rate_hz
