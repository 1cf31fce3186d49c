"""When to show a picture: soon, but evenly. Pure: the caller brings the time.

On a path that repeats what it loses, some pictures come a round trip later than others. Shown as they come, they would
stand still and then hurry; held back by what is usual for the late ones, they move evenly. A twentieth of a second of
unevenness is left: it hardly shows, and to hold all pictures back for it would make each answer in a talk come later.
"""

from collections import deque
from typing import Final

_CLOCK_HZ: Final = 90_000
_REMEMBERED: Final = 150
_REMEMBERED_S: Final = 5.0
_SHARE: Final = 0.97
"""Of the pictures that should not be too late."""
_LEFT_UNEVEN_S: Final = 0.05
_MOST_S: Final = 0.4
_BASE_S: Final = 10.0
_BUCKET_S: Final = 0.5
_RISE: Final = 0.2
_FALL_A_SECOND_S: Final = 0.08
_ANOTHER_TIME_S: Final = 3.0
"""A picture that is so much early or late belongs to another count of time."""


class PlayoutDelay:
    """Of one stream of pictures."""

    def __init__(self) -> None:
        self._begin_anew()
        self.at_least_s = 0.0
        """Held back so long in any case, for the sound's sake."""

    def _begin_anew(self) -> None:
        self._buckets: deque[tuple[float, float]] = deque()
        self._lateness: deque[tuple[float, float]] = deque(maxlen=_REMEMBERED)
        self._delay_s = 0.0
        self._changed_s: float | None = None

    @property
    def own_s(self) -> float:
        """How long for the pictures' own sake."""
        return self._delay_s

    @property
    def seconds(self) -> float:
        """How long a picture that comes in time is held back."""
        return max(self._delay_s, self.at_least_s)

    def show_at(self, timestamp: int, now: float) -> float:
        """When to show a picture that is whole now; not before now.

        Args:
            timestamp: RTP's, with its turns.
            now: monotonic seconds.
        """
        offset = now - timestamp / _CLOCK_HZ
        if self._buckets and abs(offset - self._base()) > _ANOTHER_TIME_S:
            self._begin_anew()
        if not self._buckets or now - self._buckets[-1][0] >= _BUCKET_S:
            self._buckets.append((now, offset))
        elif offset < self._buckets[-1][1]:
            self._buckets[-1] = self._buckets[-1][0], offset
        while self._buckets[0][0] < now - _BASE_S:
            self._buckets.popleft()
        lateness = offset - self._base()
        self._lateness.append((now, lateness))
        while self._lateness[0][0] < now - _REMEMBERED_S:
            self._lateness.popleft()
        self._follow(now)
        return max(now, now - lateness + self.seconds)

    def _base(self) -> float:
        return min(offset for _, offset in self._buckets)

    def _follow(self, now: float) -> None:
        wanted = sorted(lateness for _, lateness in self._lateness)[int(_SHARE * (len(self._lateness) - 1))]
        wanted = min(max(0.0, wanted - _LEFT_UNEVEN_S), _MOST_S)
        elapsed_s = 0.0 if self._changed_s is None else now - self._changed_s
        self._changed_s = now
        if wanted > self._delay_s:
            self._delay_s += (wanted - self._delay_s) * _RISE
        else:
            self._delay_s = max(wanted, self._delay_s - _FALL_A_SECOND_S * elapsed_s)
