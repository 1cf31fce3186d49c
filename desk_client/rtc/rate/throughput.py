"""How much arrives. Pure."""

from collections import deque
from typing import Final

_WINDOW_S: Final = 0.5
_LATELY_S: Final = 0.2
_LEAST_S: Final = 0.1
_FEWEST: Final = 6
_ANOTHER_CLOCK_S: Final = 5.0
"""So far behind the newest nothing arrives: the receiver's clock was set."""


class Throughput:
    """Bits per second that came, over the last half second of the receiver's clock."""

    def __init__(self) -> None:
        self._arrived: deque[tuple[float, int]] = deque()
        self._bytes = 0
        self._newest_s = float("-inf")

    def came(self, at_s: float, size: int) -> None:
        """A packet of `size` bytes came; one that came long before the newest counts for nothing."""
        if at_s < self._newest_s - _ANOTHER_CLOCK_S:
            self.reset()
        elif at_s < self._newest_s - _WINDOW_S:
            return
        self._newest_s = max(self._newest_s, at_s)
        self._arrived.append((at_s, size))
        self._bytes += size
        while self._arrived[0][0] < self._newest_s - _WINDOW_S:
            self._bytes -= self._arrived.popleft()[1]

    def capacity_bps(self) -> int | None:
        """What the path takes, if it is full; what came just now counts as well, for before that it may have rested.

        None while too little has come to tell.
        """
        whole = self.bps()
        lately = [(at_s, size) for at_s, size in self._arrived if at_s >= self._newest_s - _LATELY_S]
        if whole is None or len(lately) < _FEWEST or self._newest_s - lately[0][0] < _LEAST_S:
            return whole
        return max(whole, round(8 * sum(size for _, size in lately[1:]) / (self._newest_s - lately[0][0])))

    def bps(self) -> int | None:
        """None while too little has come to tell."""
        if len(self._arrived) < _FEWEST:
            return None
        first_s, first_size = self._arrived[0]
        span_s = self._newest_s - first_s
        if span_s < _LEAST_S:
            return None
        # What came with the first packet came before the span began
        return round(8 * (self._bytes - first_size) / span_s)

    def reset(self) -> None:
        """Forget: what came before belongs to another path."""
        self._arrived.clear()
        self._bytes = 0
        self._newest_s = float("-inf")
