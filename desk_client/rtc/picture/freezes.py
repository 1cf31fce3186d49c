"""Pictures that stand still, as W3C's webrtc-stats counts them (`freezeCount`, `totalFreezesDuration`). Pure."""

from collections import deque
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_REMEMBERED: Final = 30
_TIMES: Final = 3
_MORE_S: Final = 0.15


@dataclass
class Freezes:
    """Of one stream that is shown."""

    count: int = 0
    seconds: float = 0.0
    longest_s: float = 0.0

    def __post_init__(self) -> None:
        self._shown: deque[float] = deque(maxlen=_REMEMBERED)

    def shown(self, now: float) -> None:
        """A picture was shown; it ends a freeze if the one before stood for far longer than usual."""
        if self._shown:
            stood_s = now - self._shown[-1]
            usual_s = _mean_distance(self._shown)
            if usual_s is not None and stood_s > max(_TIMES * usual_s, usual_s + _MORE_S):
                self.count += 1
                self.seconds += stood_s
                self.longest_s = max(self.longest_s, stood_s)
        self._shown.append(now)


def _mean_distance(shown: deque[float]) -> float | None:
    distances = [later - earlier for earlier, later in pairwise(shown)]
    return sum(distances) / len(distances) if distances else None
