"""Whether growth is told from noise."""

import math

import numpy as np
import pytest

from benchmarks.memory_rooms import slope as slopes
from benchmarks.memory_rooms.slope import FEWEST, Slope, slope

EVERY_S = 10.0
SEEDS = range(100)


def noise(seed: int, count: int, *, alike: float = 0.0, size: float = 0.3) -> list[float]:
    """Of that standard deviation; each sample keeps a share `alike` of the one before."""
    chance = np.random.default_rng(seed)
    steps = chance.normal(0, size * math.sqrt(1 - alike**2), count)
    found = [float(chance.normal(0, size))]
    for step in steps[1:]:
        found.append(alike * found[-1] + float(step))
    return found


def sampled(grows: float, left_over: list[float]) -> Slope:
    """The slope of a line that rises by `grows` an hour, and of what lies on it."""
    moments = [n * EVERY_S for n in range(len(left_over))]
    return slope(moments, [80 + grows * at / 3600 + off for at, off in zip(moments, left_over, strict=True)])


@pytest.mark.parametrize("alike", [0.0, 0.9])
def test_two_megabytes_an_hour_among_noise_are_found(alike: float) -> None:
    found = [sampled(2.0, noise(seed, 360, alike=alike, size=0.2)) for seed in SEEDS]
    assert sum(each.at_least > 0 for each in found) >= 95
    assert sum(each.at_most < 1 for each in found) == 0  # it is never said to be well
    assert np.mean([each.an_hour for each in found]) == pytest.approx(2.0, abs=0.1)


@pytest.mark.parametrize("alike", [0.0, 0.5, 0.9])
def test_noise_alone_is_not_taken_for_growth(alike: float) -> None:
    found = [sampled(0.0, noise(seed, 360, alike=alike)) for seed in SEEDS]
    assert sum(each.at_least <= 0 <= each.at_most for each in found) >= 90


def test_without_the_correction_noise_that_resembles_itself_would_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slopes, "_alike", lambda _left_over: 0.0)
    found = [sampled(0.0, noise(seed, 360, alike=0.9)) for seed in SEEDS]
    assert sum(each.at_least <= 0 <= each.at_most for each in found) < 60


def test_a_few_samples_far_off_do_not_move_it() -> None:
    left_over = noise(1, 360)
    for n in (40, 41, 200, 350, 359):
        left_over[n] += 50
    assert sampled(0.0, left_over).an_hour == pytest.approx(0.0, abs=0.15)


def test_steps_are_growth_too() -> None:
    assert sampled(0.0, [n // 60 * 0.5 for n in range(720)]).an_hour == pytest.approx(3.0, abs=0.3)


def test_what_stands_still_does_not_grow() -> None:
    assert sampled(0.0, [0.0] * 100) == Slope(0.0, 0.0, 0.0)


def test_too_little_known_is_told_as_such() -> None:
    found = sampled(0.0, [math.sin(n / 4) for n in range(FEWEST)])
    assert (found.at_least, found.at_most) == (-math.inf, math.inf)
    with pytest.raises(ValueError, match="too few"):
        slope([0.0] * (FEWEST - 1), [0.0] * (FEWEST - 1))
