"""How fast something grows, and how sure one can be of it. Pure.

The line is Theil and Sen's: the median of the slopes between all pairs of samples, which a few samples that lie far off
do not move. Its interval is Sen's (1968), from Kendall's statistic. Memory is handed out in pages and pools, so that
each sample says nearly the same as the one before it; the interval is widened by what that takes away from their number
(lag-1 autocorrelation of what the line leaves over, as Yue and Wang 2004 correct the Mann-Kendall test).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

FEWEST: Final = 12
"""Samples below which nothing is said."""
_NORMAL_95: Final = 1.96
_MOST_ALIKE: Final = 0.99
_S_AN_HOUR: Final = 3600.0


@dataclass(frozen=True)
class Slope:
    """Of what was sampled, for each hour."""

    an_hour: float
    at_least: float
    """With `at_most`, the interval that holds the true one in 95 of 100 cases; infinite where too little is known."""
    at_most: float

    def __str__(self) -> str:
        return f"{self.an_hour:+.2f} an hour (95 %: {self.at_least:+.2f} to {self.at_most:+.2f})"


def slope(at_s: Sequence[float], values: Sequence[float]) -> Slope:
    """The slope of samples.

    Args:
        at_s: when they were taken, in seconds; evenly, and rising.
        values: in any unit.

    Raises:
        ValueError: they are fewer than `FEWEST`.
    """
    count = len(values)
    if count < FEWEST:
        raise ValueError(f"{count} samples are too few to tell a slope")
    hours, sampled = np.asarray(at_s) / _S_AN_HOUR, np.asarray(values, dtype=np.float64)
    earlier, later = np.triu_indices(count, 1)
    slopes = np.sort((sampled[later] - sampled[earlier]) / (hours[later] - hours[earlier]))
    middle = float(np.median(slopes))
    alike = _alike(sampled - middle * hours)
    ties = np.unique(sampled, return_counts=True)[1].astype(np.float64)
    variance = (count * (count - 1) * (2 * count + 5) - float(np.sum(ties * (ties - 1) * (2 * ties + 5)))) / 18
    deviation = math.sqrt(variance * (1 + alike) / (1 - alike))
    aside = _NORMAL_95 * deviation / 2
    first, last = math.floor(slopes.size / 2 - aside), math.ceil(slopes.size / 2 + aside)
    return Slope(
        middle,
        float(slopes[first]) if first >= 0 else -math.inf,
        float(slopes[last]) if last < slopes.size else math.inf,
    )


def _alike(left_over: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    """Lag-1 autocorrelation, from 0 on; its estimate is too small by about (1 + 4 ρ) / n, which is put right."""
    centred = left_over - left_over.mean()
    power = float(centred @ centred)
    if power == 0.0:
        return 0.0
    found = float(centred[1:] @ centred[:-1]) / power
    return min(_MOST_ALIKE, max(0.0, found + (1 + 4 * found) / left_over.size))
