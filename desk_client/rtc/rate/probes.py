"""Probes: a few packets in quick succession, whose distances at the receiver tell what the path can take. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desk_client.rtc.rate.sent import Result

_LEAST_PACKETS: Final = 3
_LEAST_BYTES: Final = 3000
"""On a thin line, where more would stand in its queue, they lie far apart when they arrive."""
_LEAST_S: Final = 0.015
_FEWEST_SHARE: Final = 0.8
_LONGEST_S: Final = 1.0
_MOST_TIMES_SENT: Final = 2.0
_PATH_IS_FULL_BELOW: Final = 0.9
_PRUDENCE: Final = 0.9


@dataclass(frozen=True, slots=True)
class Probe:
    """One probe to be sent."""

    number: int
    rate_bps: int

    @property
    def size(self) -> int:
        """How many bytes it takes at the least."""
        return max(round(self.rate_bps * _LEAST_S / 8), _LEAST_BYTES)


class ProbeReader:
    """Collects what becomes of the packets of each probe."""

    def __init__(self) -> None:
        self._probe: Probe | None = None
        self._sent_at_s: float | None = None
        self._results: dict[int, Result] = {}

    @property
    def open(self) -> bool:
        """Whether one is under way."""
        return self._probe is not None

    def begun(self, probe: Probe, now: float) -> None:
        """This one goes out from now on."""
        self._probe, self._sent_at_s = probe, now
        self._results = {}

    def told(self, results: Sequence[Result], now: float) -> float | None:
        """What the path was seen to take, in bit/s, once enough of the probe's packets are known."""
        probe = self._probe
        if probe is None:
            return None
        for result in results:
            if result.probe == probe.number:
                self._results[result.number] = result
        came = sorted((r for r in self._results.values() if r.arrived_s is not None), key=lambda r: r.sent_s)
        told = sum(result.size for result in self._results.values())
        if told >= probe.size * _FEWEST_SHARE and len(self._results) >= _LEAST_PACKETS:
            self._probe = None
            return _rate(came)
        if self._sent_at_s is not None and now - self._sent_at_s > _LONGEST_S:
            self._probe = None
        return None


def _rate(came: list[Result]) -> float | None:
    if len(came) < _LEAST_PACKETS - 1:
        return None
    arrivals = [result.arrived_s for result in came if result.arrived_s is not None]
    sent_s, arrived_s = came[-1].sent_s - came[0].sent_s, max(arrivals) - min(arrivals)
    if sent_s <= 0 or arrived_s <= 0:
        return None
    size = sum(result.size for result in came)
    sent_bps = 8 * (size - came[-1].size) / sent_s
    arrived_bps = 8 * (size - came[0].size) / arrived_s
    if arrived_bps > _MOST_TIMES_SENT * sent_bps:
        return None  # they were held up and came at once: that tells nothing
    if arrived_bps < _PATH_IS_FULL_BELOW * sent_bps:
        return _PRUDENCE * arrived_bps
    return min(sent_bps, arrived_bps)
