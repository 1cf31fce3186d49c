"""How good the line is, in four steps that do not flicker: the last second's figures are smoothed by hysteresis."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final


class Quality(IntEnum):
    """What a person makes of the line; the value is the number of bars that are lit."""

    VERY_WEAK = 1
    WEAK = 2
    GOOD = 3
    CLEAR = 4


@dataclass(frozen=True)
class _Floor:
    """What a second must at least have been like to count as a quality."""

    quality: Quality
    rtt_ms: float
    loss: float
    fps: float


_FLOORS: Final = (
    _Floor(Quality.CLEAR, rtt_ms=180, loss=0.01, fps=22),
    _Floor(Quality.GOOD, rtt_ms=350, loss=0.04, fps=15),
    _Floor(Quality.WEAK, rtt_ms=700, loss=0.10, fps=7),
)
_WORSE_AFTER: Final = 3
_BETTER_AFTER: Final = 5
"""Seconds in a row: bad news soon, good news once it lasts."""


def of_second(rtt_ms: float | None, loss: float | None, fps: float | None) -> Quality | None:
    """The quality of one second; what was not measured is passed over, None when nothing was.

    Args:
        rtt_ms: round trip in milliseconds.
        loss: share of packets lost, 0–1.
        fps: pictures of the other side decoded in the second.
    """
    if rtt_ms is None and loss is None and fps is None:
        return None
    for floor in _FLOORS:
        is_near = rtt_ms is None or rtt_ms <= floor.rtt_ms
        is_whole = loss is None or loss <= floor.loss
        is_smooth = fps is None or fps >= floor.fps
        if is_near and is_whole and is_smooth:
            return floor.quality
    return Quality.VERY_WEAK


class QualityJudge:
    """Remembers what is shown, and changes it only for what has lasted."""

    def __init__(self) -> None:
        """Nothing is known yet; the first second that is measured is shown at once."""
        self._shown: Quality | None = None
        self._run: list[Quality] = []

    @property
    def shown(self) -> Quality | None:
        """The quality to show; None before anything was measured."""
        return self._shown

    def hear(self, second: Quality | None) -> Quality | None:
        """Take one more second; returns what is to be shown now."""
        if second is None or self._shown is None:
            self._shown = self._shown if second is None else second
            return self._shown
        if second == self._shown:
            self._run.clear()
            return self._shown
        is_turn = bool(self._run) and (self._run[-1] > self._shown) is not (second > self._shown)
        self._run = [second] if is_turn else [*self._run, second]
        is_worse = second < self._shown
        if len(self._run) >= (_WORSE_AFTER if is_worse else _BETTER_AFTER):
            # the mildest of the run: what all of its seconds agree on
            self._shown = max(self._run) if is_worse else min(self._run)
            self._run.clear()
        return self._shown

    def forget(self) -> None:
        """Another call begins."""
        self._shown = None
        self._run.clear()
