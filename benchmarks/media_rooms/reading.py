"""What is read from a call: lateness, freezes, rates, queueing, likeness. Pure but for the pictures that were kept."""

import math
import statistics
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from pathlib import Path
from typing import Final

import numpy as np

from benchmarks.media_rooms.clip import Clip
from benchmarks.media_rooms.ends import Kept, Seen, Sent
from benchmarks.media_rooms.likeness import scaled, ssim
from benchmarks.media_rooms.shaper import Carried
from benchmarks.server_rooms.figures import percentile

_FREEZE_WINDOW: Final = 30
_FREEZE_LEAST_S: Final = 0.15
_WINDOW_S: Final = 1.0
_STEP_S: Final = 0.1


@dataclass(frozen=True)
class Freezes:
    """Times at which the picture stood still: since when, and for how long."""

    times: tuple[tuple[float, float], ...]

    @property
    def total_s(self) -> float:
        """Of all."""
        return sum(length_s for _, length_s in self.times)

    @property
    def longest_s(self) -> float:
        """Of the longest; 0 without any."""
        return max((length_s for _, length_s in self.times), default=0.0)


def latencies_ms(sent: Sequence[Sent], seen: Iterable[Seen]) -> list[tuple[float, float]]:
    """Of each picture that came and could be read: when it came, and how long after it was captured.

    A number comes again each time the clip begins anew: meant is the last picture of that number before.
    """
    captured: defaultdict[int, list[float]] = defaultdict(list)
    for each in sent:
        captured[each.number].append(each.at_s)
    return [
        (came.at_s, 1000 * (came.at_s - moments[place - 1]))
        for came in seen
        if came.number is not None and (place := bisect_right(moments := captured[came.number], came.at_s))
    ]


def freezes(came_s: Sequence[float], from_s: float, until_s: float, fps: float = 30.0) -> Freezes:
    """As W3C's webrtc-stats counts them (`freezeCount`): the next picture comes after more than max(3 δ, δ + 150 ms).

    δ is the mean distance of the last thirty pictures. A picture that is still missing at the end counts as well.
    """
    usual: deque[float] = deque([1 / fps], maxlen=_FREEZE_WINDOW)
    times = []
    moments = [from_s, *(at_s for at_s in came_s if from_s < at_s < until_s), until_s]
    for earlier, later in pairwise(moments):
        usual_s = statistics.fmean(usual)
        if later - earlier > max(3 * usual_s, usual_s + _FREEZE_LEAST_S):
            times.append((earlier, later - earlier))
        if later is not until_s:
            usual.append(later - earlier)
    return Freezes(tuple(times))


def rate_bps(carried: Sequence[Carried], from_s: float, until_s: float) -> float:
    """What got through the bottleneck in that time, in bits of whole IP packets."""
    bits = sum(8 * each.size_bytes for each in carried if each.lost is None and from_s <= each.passed_s < until_s)
    return bits / (until_s - from_s)


def rates_bps(carried: Sequence[Carried], from_s: float, until_s: float) -> list[tuple[float, float]]:
    """The rate over the second before, ten times a second: (when, bits per second)."""
    passed = sorted((each for each in carried if each.lost is None), key=attrgetter("passed_s"))
    moments = [each.passed_s for each in passed]
    sums = [0, *np.cumsum([8 * each.size_bytes for each in passed]).tolist()]
    steps = int((until_s - from_s - _WINDOW_S) / _STEP_S + 1e-6) + 1
    ends = [from_s + _WINDOW_S + step * _STEP_S for step in range(max(0, steps))]
    return [(end, sums[bisect_left(moments, end)] - sums[bisect_left(moments, end - _WINDOW_S)]) for end in ends]


def reached_after_s(rates: Iterable[tuple[float, float]], least_bps: float, from_s: float) -> float:
    """When the rate first was that high; infinity if never."""
    return next((at_s - from_s for at_s, bps in rates if bps >= least_bps), math.inf)


def queued_ms(carried: Iterable[Carried], from_s: float, until_s: float, part: float) -> float:
    """How long packets stood before the bottleneck: that part of them not longer."""
    queued = [1000 * each.queued_s for each in carried if from_s <= each.at_s < until_s and each.lost is None]
    return percentile(queued, part)


def likeness(clip: Clip, kept: Iterable[Kept]) -> float:
    """The median likeness of the pictures that were kept to those of the clip; one sent smaller is scaled up first."""
    found = []
    for each in kept:
        rows = np.frombuffer(Path(each.file).read_bytes(), np.uint8).reshape(-1, each.stride)
        luma = scaled(rows[: each.height, : each.width], clip.width, clip.height)
        found.append(ssim(clip.luma(each.number), luma))
    return statistics.median(found) if found else math.nan
