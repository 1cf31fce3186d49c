"""What losses tell of the rate. Pure.

A path over radio loses packets however little is sent, and slowing down helps nobody there; a path with a short queue
loses packets because too much is sent. What is lost even in the best of the last seconds is taken for the path's own,
until a trial tells otherwise: once in a while less is sent for a second, to see whether less is lost.
"""

import math
from collections import deque
from statistics import median
from typing import Final

_WINDOW_S: Final = 1.0
_FEWEST: Final = 20
_REMEMBERED: Final = 12
_LATELY: Final = 5
_SLACK: Final = 0.03
_MUCH: Final = 0.05
_DEVIATIONS: Final = 1.5
"""Of what a window of so few packets loses by chance, where each is lost for itself."""
_LEAST_LOSS: Final = 0.01
_FILLED: Final = 0.5
"""Share of the target from which what is sent may be too much: losses of one who sends less have another cause."""
_RECOVERY_A_SECOND: Final = 0.15
_TRIAL_AGAIN_S: Final = 60.0
_TRIAL_NOT_BEFORE: Final = 8
"""Windows: what passes by itself needs none."""
_TRIAL_FROM: Final = 0.05
_TRIAL_SHARE: Final = 0.7
_TRIAL_WINDOWS: Final = 2
"""The first still tells of what was sent before."""
_OUR_DOING: Final = 0.5
"""Of the loss: if it falls below that share, it came from sending too much."""


class LossControl:
    """A ceiling for the rate, as far as losses demand one."""

    def __init__(self) -> None:
        self._began_s: float | None = None
        self._came = self._lost = 0
        self._flowed_bps, self._aimed_bps = 0, 0.0
        self._windows: deque[float] = deque(maxlen=_REMEMBERED)
        self._lately: deque[float] = deque(maxlen=_LATELY)
        self.ceiling_bps: float | None = None
        self._trial_left = 0
        self._trial_ended_s = float("-inf")
        self._loss_before = 0.0
        self.loss = 0.0
        """Of the last second, 0..1."""

    @property
    def inherent(self) -> float:
        """What the path loses however little is sent."""
        return sorted(self._windows)[min(1, len(self._windows) - 1)] if len(self._windows) > 1 else 0.0

    @property
    def lasting(self) -> float:
        """What is lost in most of the last seconds: a queue that overflows once is no reason to expect that again."""
        return median(self._lately) if self._lately else 0.0

    def told(self, came: int, lost: int, now: float, throughput_bps: int | None, target_bps: float) -> None:
        """So many packets came and so many did not."""
        if self._began_s is None:
            self._began_s = now
        self._came += came
        self._lost += lost
        self._flowed_bps = max(self._flowed_bps, throughput_bps or 0)
        self._aimed_bps = max(self._aimed_bps, target_bps)
        total = self._came + self._lost
        if now - self._began_s < _WINDOW_S or total < _FEWEST:
            return
        self.loss = self._lost / total
        self._lately.append(self.loss)
        elapsed_s, self._began_s, self._came, self._lost = now - self._began_s, now, 0, 0
        flowed_bps, self._flowed_bps, aimed_bps, self._aimed_bps = self._flowed_bps, 0, self._aimed_bps, 0.0
        if self._trial_left:
            self._on_trial(now)
            return
        self._windows.append(self.loss)
        chance = _DEVIATIONS * math.sqrt(max(self.inherent, _LEAST_LOSS) * (1 - self.inherent) / total)
        excess = self.loss - self.inherent - _SLACK - chance
        filled = throughput_bps is not None and throughput_bps >= _FILLED * target_bps * (1 - self.loss)
        if throughput_bps is not None and filled and excess > _MUCH:
            # of the second in which it was lost: whoever has slowed down since then is not slowed down once more
            base = min(aimed_bps, flowed_bps / max(0.5, 1 - self.inherent))
            self.ceiling_bps = base * (1 - min(0.5, excess) / 2)
        elif throughput_bps is not None and filled and self._is_worth_a_trial(now):
            self._loss_before, self._trial_left = self.loss, _TRIAL_WINDOWS
            self.ceiling_bps = _TRIAL_SHARE * min(target_bps, throughput_bps / (1 - self.loss))
        elif self.ceiling_bps is not None:
            self.ceiling_bps *= 1 + _RECOVERY_A_SECOND * elapsed_s
            if self.ceiling_bps > 2 * target_bps:
                self.ceiling_bps = None

    def _is_worth_a_trial(self, now: float) -> bool:
        is_lasting = len(self._windows) >= _TRIAL_NOT_BEFORE and self.inherent > _TRIAL_FROM
        return is_lasting and now - self._trial_ended_s >= _TRIAL_AGAIN_S

    def _on_trial(self, now: float) -> None:
        self._trial_left -= 1
        if self._trial_left:
            return
        self._trial_ended_s = now
        if self.loss < _OUR_DOING * self._loss_before:
            self._windows.clear()  # what was taken for the path's own was ours
            self._windows.extend((self.loss, self.loss))
        else:
            self.ceiling_bps = None
