"""How often the person in a picture is looked for, and whether this machine is fast enough for it at all. Pure."""

import statistics
from collections import deque
from typing import Final

PERIOD_S: Final = 1 / 15
_EARLY_S: Final = 0.01
"""A picture that comes a little early is taken: at 30 a second it is every other one."""
_SHARE: Final = 0.10
"""Of a core: what costs more is done less often."""
_TOO_LONG_S: Final = 0.025
"""Looking takes longer than that: pictures would come late, and the mask be a quarter of a second old."""
_WELL_S: Final = 0.015
_REMEMBERED: Final = 15
_TRIED_EVERY_S: Final = 2.0
_GOOD_TRIES: Final = 3


class MaskPace:
    """Asked before each picture; told what looking took. Times are of one clock, in seconds."""

    def __init__(self) -> None:
        self.is_too_slow = False
        """The person is only looked for now and then, to see whether the machine is faster by now."""
        self._costs: deque[float] = deque(maxlen=_REMEMBERED)
        self._next_s = 0.0
        self._good = 0

    def is_due(self, now_s: float) -> bool:
        """Whether the person is to be looked for in the picture of this moment."""
        return now_s >= self._next_s - _EARLY_S

    def took(self, now_s: float, cost_s: float) -> None:
        """Looking, which ended now, took so long."""
        if self.is_too_slow:
            self._good = self._good + 1 if cost_s <= _WELL_S else 0
            if self._good >= _GOOD_TRIES:
                self.is_too_slow, self._good = False, 0
                self._costs.clear()
        else:
            self._costs.append(cost_s)
            self.is_too_slow = len(self._costs) == _REMEMBERED and statistics.median(self._costs) > _TOO_LONG_S
        if self.is_too_slow:
            self._next_s = now_s + _TRIED_EVERY_S
        else:
            usual_s = statistics.median(self._costs) if self._costs else 0.0
            self._next_s = now_s + max(PERIOD_S, usual_s / _SHARE) - cost_s
