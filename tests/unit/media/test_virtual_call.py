"""The long call in virtual time: that it is one, and that a leak in it is found."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise

import pytest

from benchmarks.memory_rooms.slope import slope
from benchmarks.memory_rooms.virtual_call import VirtualSample, sampled_in_virtual_time

SECONDS = 30.0
EVERY_S = 1.5

pytestmark = pytest.mark.no_cover  # half a minute of a call takes three times as long where each line is traced


def resident(samples: list[VirtualSample]) -> tuple[list[float], list[float]]:
    half = samples[len(samples) // 3 :]
    return [each.at_s for each in half], [each.resident_mb for each in half]


def test_pictures_and_sound_go_both_ways_all_the_time() -> None:
    samples = sampled_in_virtual_time(SECONDS / 60, EVERY_S)
    assert [each.at_s for each in samples] == pytest.approx([EVERY_S * n for n in range(1, 21)], abs=1e-3)
    assert samples[-1].shown > SECONDS * 2 * 20
    assert samples[-1].packets > SECONDS * 2 * 70
    assert all(later.packets > earlier.packets for earlier, later in pairwise(samples))


def test_a_listener_that_keeps_what_it_is_given_is_found() -> None:
    # In a process of its own: what earlier tests have left free here would be taken first, and hide the growth.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as own_process:
        mb_an_hour, samples = own_process.submit(_call_that_is_kept).result(timeout=120)
    found = slope(*resident(samples))
    assert mb_an_hour > 1000
    assert found.at_most > 1  # and so it does not pass
    assert found.an_hour == pytest.approx(mb_an_hour, rel=0.5)


def _call_that_is_kept() -> tuple[float, list[VirtualSample]]:
    """What was kept, in MB an hour, and what the process held meanwhile."""
    seconds, every_s = 10.0, 0.5
    kept: list[bytes] = []
    samples = sampled_in_virtual_time(seconds / 60, every_s, keep=lambda data: kept.append(data * 40))
    return sum(map(len, kept)) / 1e6 / seconds * 3600, samples


def test_the_same_call_is_the_same_each_time() -> None:
    one, other = (sampled_in_virtual_time(5 / 60, 1.0) for _ in range(2))
    assert [each.at_s for each in one] == [each.at_s for each in other]
    assert one[-1].packets == pytest.approx(other[-1].packets, rel=0.05)
