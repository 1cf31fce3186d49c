"""Whether the queue grows, by the packets' distances."""

from collections.abc import Callable

import pytest

from desk_client.rtc.rate.delay import DelayTrend, Usage
from desk_client.rtc.rate.standing import StandingQueue
from desk_client.rtc.rate.throughput import Throughput


def usages(took_s: Callable[[float], float], seconds: float = 3.0, *, ahead_s: float = 0.0) -> list[Usage]:
    """One packet every 10 ms, each of which takes so long."""
    trend = DelayTrend()
    found = []
    for step in range(int(seconds * 100)):
        sent_s = step / 100
        trend.packet(sent_s, sent_s + took_s(sent_s) + ahead_s)
        found.append(trend.usage)
    return found


def test_even_packets_tell_of_no_queue() -> None:
    assert set(usages(lambda _: 0.05)) == {Usage.NORMAL}


@pytest.mark.parametrize("ahead_s", [0.0, 1_000_000.0, -1_000.0])
def test_a_growing_queue_is_known_within_half_a_second_by_whatever_clock(ahead_s: float) -> None:
    found = usages(lambda sent_s: 0.05 + 0.2 * max(0.0, sent_s - 1), ahead_s=ahead_s)
    assert Usage.OVER not in found[:100]
    assert Usage.OVER in found[100:150]


def test_an_emptying_queue_is_known_too() -> None:
    found = usages(lambda sent_s: 0.5 - 0.2 * max(0.0, min(2.0, sent_s - 1)))
    assert Usage.UNDER in found[100:160]
    assert Usage.OVER not in found


def test_a_clock_that_drifts_by_200_ppm_is_no_queue() -> None:
    assert set(usages(lambda sent_s: 0.05 + sent_s * 0.0002, 60)) == {Usage.NORMAL}
    assert set(usages(lambda sent_s: 0.05 - sent_s * 0.0002, 60)) == {Usage.NORMAL}


def test_a_single_hold_up_is_no_overuse() -> None:
    assert Usage.OVER not in usages(lambda sent_s: 0.05 + max(0.0, 1.08 - sent_s) * (sent_s >= 1))


def test_a_receivers_clock_that_jumps_back_begins_anew() -> None:
    found = usages(lambda sent_s: 0.05 + 0.2 * sent_s if sent_s < 1.5 else -5.0)
    assert Usage.OVER in found[:150]
    assert set(found[160:]) == {Usage.NORMAL}


def standing_s(took: list[float]) -> list[float]:
    queue = StandingQueue()
    found = []
    for step, took_s in enumerate(took):
        queue.packet(step / 100, step / 100 + took_s)
        found.append(queue.seconds())
    return found


def test_what_even_the_quickest_packet_lately_waited_stands_in_the_queue() -> None:
    found = standing_s([0.05] * 100 + [0.15, 0.2, 0.25] * 34)
    assert max(found[:100]) < 1e-9
    assert found[-1] == pytest.approx(0.1)
    assert standing_s([0.05] * 100 + [0.15] * 99 + [0.05])[-1] < 1e-9


def test_the_path_itself_is_remembered_for_20_seconds() -> None:
    found = standing_s([0.05] * 100 + [0.15] * 2200)
    assert found[1500] == pytest.approx(0.1)
    assert found[-1] == pytest.approx(0)


def test_what_stands_may_be_taken_for_the_path() -> None:
    queue = StandingQueue()
    assert queue.seconds() == 0
    for step in range(200):
        queue.packet(step / 100, step / 100 + (0.05 if step < 100 else 0.15))
    queue.accept()
    queue.packet(2.0, 2.15)
    assert queue.seconds() == 0


def test_a_receiver_whose_clock_runs_backwards_fills_no_memory() -> None:
    queue = StandingQueue()
    for step in range(20_000):
        queue.packet(step / 100, 1e6 - step * 0.9)
    assert len(queue._lately) < 1000
    assert len(queue._buckets) < 30


def test_throughput_is_what_came_in_the_last_half_second() -> None:
    throughput = Throughput()
    for step in range(200):
        throughput.came(step / 100, 1250 if step < 100 else 625)
        if step in (4, 9):
            assert throughput.bps() is None  # too few, and in too little time
    assert throughput.bps() == 500_000
    throughput.reset()
    assert throughput.bps() is None


def test_what_came_long_before_the_newest_counts_for_nothing_and_breaks_nothing() -> None:
    throughput = Throughput()
    for step in range(100):
        throughput.came(101 + step / 100, 1250)
        throughput.came(100.4 + step / 100, 99_999)
    assert throughput.bps() == 1_000_000


def test_a_receivers_clock_that_is_set_back_is_followed() -> None:
    throughput = Throughput()
    for newest_s in (1000.0, 10.0, 500.0):
        for step in range(100):
            throughput.came(newest_s + step / 100, 1250)
        assert throughput.bps() == 1_000_000
    for step in range(10_000):
        throughput.came(1e6 if step == 0 else step / 1000, 100)
    assert len(throughput._arrived) < 1000
