"""How much stands in the path's queue all the time. Pure.

The trend of the delay tells that a queue grows, and nothing any more once it is full: what stands in it would then stay
there for ever. The shortest time that a packet ever took is the path itself; what is longer even at best is a queue.
"""

from collections import deque
from typing import Final

_BASE_S: Final = 20.0
_BUCKET_S: Final = 1.0
_LATELY_S: Final = 0.15


class StandingQueue:
    """Of one path. `sent_s` and `arrived_s` are of two clocks: only their difference's changes count."""

    def __init__(self) -> None:
        self._buckets: deque[tuple[float, float]] = deque()
        self._lately: deque[tuple[float, float]] = deque()

    def packet(self, sent_s: float, arrived_s: float) -> None:
        """A packet that came."""
        took_s = arrived_s - sent_s
        if not self._buckets or arrived_s - self._buckets[-1][0] >= _BUCKET_S:
            self._buckets.append((arrived_s, took_s))
        elif took_s < self._buckets[-1][1]:
            self._buckets[-1] = (self._buckets[-1][0], took_s)
        while self._buckets[0][0] < arrived_s - _BASE_S:
            self._buckets.popleft()
        while self._lately and (self._lately[-1][1] >= took_s):
            self._lately.pop()
        self._lately.append((arrived_s, took_s))
        while self._lately[0][0] < arrived_s - _LATELY_S:
            self._lately.popleft()

    def seconds(self) -> float:
        """What every packet of late has waited."""
        if not self._buckets or not self._lately:
            return 0.0
        return max(0.0, self._lately[0][1] - min(took for _, took in self._buckets))

    def accept(self) -> None:
        """What stands there now is the path itself: it became longer."""
        self._buckets.clear()
        self._lately.clear()
