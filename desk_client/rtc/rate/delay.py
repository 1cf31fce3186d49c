"""Whether the path's queue grows, from how the distances between packets change on their way. Pure.

After the receive-side congestion controller of draft-ietf-rmcat-gcc-02 (sections 5.2 to 5.4), with the straight line
through the smoothed delays in place of its Kalman filter, as Chromium has it. Constants are that draft's where it names
them.
"""

from collections import deque
from enum import Enum
from typing import Final

_BURST_S: Final = 0.005
"""Packets sent within it are one group."""
_CATCHING_UP_S: Final = 0.005
_LONGEST_CATCHING_UP_S: Final = 0.1
_WINDOW: Final = 20
_SMOOTHING: Final = 0.9
_GAIN: Final = 4.0
_MOST_DELTAS: Final = 60
_THRESHOLD_MS: Final = 12.5
_LEAST_THRESHOLD_MS: Final = 6.0
_MOST_THRESHOLD_MS: Final = 600.0
_OUTLIER_MS: Final = 15.0
_UP: Final = 0.0087
_DOWN: Final = 0.039
_OVERUSE_MS: Final = 10.0
_LONGEST_STEP_MS: Final = 100.0
_RESET_S: Final = 3.0
_FEWEST: Final = 5


class Usage(Enum):
    """What the queue does."""

    NORMAL = "normal"
    OVER = "over"
    """It grows: more is sent than the path takes."""
    UNDER = "under"
    """It empties."""


class _Group:
    def __init__(self, sent_s: float, arrived_s: float) -> None:
        self.first_sent_s = sent_s
        self.sent_s = sent_s
        self.arrived_s = self.first_arrived_s = arrived_s

    def takes(self, sent_s: float, arrived_s: float) -> bool:
        """Whether a packet belongs to it: sent in the same burst, or let through in one go after a hold-up."""
        if sent_s - self.first_sent_s <= _BURST_S:
            return True
        gap_s = arrived_s - self.arrived_s
        return (
            -_LONGEST_CATCHING_UP_S < gap_s <= _CATCHING_UP_S
            and gap_s < sent_s - self.sent_s
            and arrived_s - self.first_arrived_s < _LONGEST_CATCHING_UP_S
        )


class DelayTrend:
    """Of one path. Times in seconds; packets in the order in which they were sent."""

    def __init__(self) -> None:
        self._group: _Group | None = None
        self._before: _Group | None = None
        self._clear()
        self._threshold_ms = _THRESHOLD_MS
        self._updated_s: float | None = None
        self.usage = Usage.NORMAL

    def _clear(self) -> None:
        self._points: deque[tuple[float, float]] = deque(maxlen=_WINDOW)
        self._smoothed_ms = self._accumulated_ms = 0.0
        self._deltas = 0
        self._over_ms = -1.0
        self._over_count = 0
        self._trend = 0.0
        self._first_arrived_s: float | None = None

    def packet(self, sent_s: float, arrived_s: float) -> None:
        """A packet that came."""
        group = self._group
        if group is None:
            self._group = _Group(sent_s, arrived_s)
        elif sent_s < group.first_sent_s:
            return  # out of order
        elif group.takes(sent_s, arrived_s):
            group.sent_s = max(group.sent_s, sent_s)
            group.arrived_s = max(group.arrived_s, arrived_s)
        else:
            if self._before is not None:
                self._between(self._before, group)
            self._before, self._group = group, _Group(sent_s, arrived_s)

    def _between(self, before: _Group, group: _Group) -> None:
        sent_ms = 1000 * (group.sent_s - before.sent_s)
        arrived_ms = 1000 * (group.arrived_s - before.arrived_s)
        if arrived_ms < 0 or arrived_ms - sent_ms > 1000 * _RESET_S:
            self._clear()
            self.usage = Usage.NORMAL
            return
        if self._first_arrived_s is None:
            self._first_arrived_s = group.arrived_s
        self._deltas = min(self._deltas + 1, 1000)
        self._accumulated_ms += arrived_ms - sent_ms
        self._smoothed_ms = _SMOOTHING * self._smoothed_ms + (1 - _SMOOTHING) * self._accumulated_ms
        self._points.append((1000 * (group.arrived_s - self._first_arrived_s), self._smoothed_ms))
        trend = _slope(self._points) if len(self._points) == _WINDOW else self._trend
        self._detect(trend, sent_ms, group.arrived_s)

    def _detect(self, trend: float, sent_ms: float, now_s: float) -> None:
        if self._deltas < _FEWEST:
            return
        modified_ms = min(self._deltas, _MOST_DELTAS) * trend * _GAIN
        if modified_ms > self._threshold_ms:
            self._over_ms = sent_ms / 2 if self._over_ms < 0 else self._over_ms + sent_ms
            self._over_count += 1
            if self._over_ms > _OVERUSE_MS and self._over_count > 1 and trend >= self._trend:
                self._over_ms, self._over_count = 0.0, 0
                self.usage = Usage.OVER
        else:
            self._over_ms, self._over_count = -1.0, 0
            self.usage = Usage.UNDER if modified_ms < -self._threshold_ms else Usage.NORMAL
        self._trend = trend
        self._adapt(abs(modified_ms), now_s)

    def _adapt(self, modified_ms: float, now_s: float) -> None:
        """The threshold follows what is usual here, so that other traffic does not starve us (section 5.4)."""
        if self._updated_s is None:
            self._updated_s = now_s
        if modified_ms <= self._threshold_ms + _OUTLIER_MS:
            gain = _DOWN if modified_ms < self._threshold_ms else _UP
            step_ms = min(1000 * (now_s - self._updated_s), _LONGEST_STEP_MS)
            self._threshold_ms += gain * (modified_ms - self._threshold_ms) * step_ms
            self._threshold_ms = min(max(self._threshold_ms, _LEAST_THRESHOLD_MS), _MOST_THRESHOLD_MS)
        self._updated_s = now_s


def _slope(points: deque[tuple[float, float]]) -> float:
    """Of the straight line through the points by least squares; 0 where they are all at one time."""
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else 0.0
