"""The round-trip time of a stream, from the peer's reports on our sender reports (RFC 3550 section 6.4.1). Pure.

Upstream knows its newest sender report alone. On a path, or between machines, that take longer than the second from one
report to the next, the peer always speaks of an older one, and there would be no round-trip time just where it matters.
"""

from collections import OrderedDict
from typing import Final

_MOST_KEPT: Final = 16
"""Sender reports go out every 0.5 to 1.5 seconds: enough for round trips of eight seconds at least."""
_WEIGHT: Final = 0.15
"""Of the newest measurement in the mean."""
_UNITS_A_SECOND: Final = 65536
"""Of the delay that a report names."""


class RoundTrips:
    """Of one stream that we send. Times are seconds of one monotonic clock."""

    def __init__(self) -> None:
        self._sent_at: OrderedDict[int, float] = OrderedDict()
        self._rtt_s: float | None = None

    @property
    def rtt_s(self) -> float | None:
        """The mean that follows the newest measurements; None before the first."""
        return self._rtt_s

    def report_sent(self, ntp_timestamp: int, now: float) -> None:
        """A sender report went out that bears this time (64 bits)."""
        self._sent_at[_middle(ntp_timestamp)] = now
        while len(self._sent_at) > _MOST_KEPT:
            self._sent_at.popitem(last=False)

    def report_came(self, lsr: int, dlsr: int, now: float) -> None:
        """The peer says that it had our report `lsr` for `dlsr` / 65536 seconds; of unknown ones it tells nothing."""
        sent_at = self._sent_at.get(lsr)
        if not lsr or not dlsr or sent_at is None:
            return
        measured_s = max(0.0, now - sent_at - dlsr / _UNITS_A_SECOND)
        self._rtt_s = measured_s if self._rtt_s is None else self._rtt_s + _WEIGHT * (measured_s - self._rtt_s)


def _middle(ntp_timestamp: int) -> int:
    """The middle 32 bits, by which a report is named."""
    return (ntp_timestamp >> 16) & 0xFFFFFFFF
