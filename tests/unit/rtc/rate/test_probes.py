"""What a few packets in quick succession tell."""

import pytest

from desk_client.rtc.rate.probes import Probe, ProbeReader
from desk_client.rtc.rate.sent import Result

PROBE = Probe(1, 2_000_000)
SIZE = 1000


def results(arrivals_s: list[float | None], *, sent_every_s: float = 0.004, probe: int = 1) -> list[Result]:
    """Of packets of 1000 bytes, sent at 2 Mbit/s unless told otherwise."""
    return [Result(n, n * sent_every_s, at_s, SIZE, probe) for n, at_s in enumerate(arrivals_s)]


def reader() -> ProbeReader:
    made = ProbeReader()
    made.begun(PROBE, 0.0)
    return made


def spread(bps: float, packets: int = 6) -> list[float | None]:
    """Arrivals one after the other at that rate."""
    return [5 + n * SIZE * 8 / bps for n in range(packets)]


def test_a_path_that_takes_it_is_known_to_take_as_much() -> None:
    reading = reader()
    assert reading.told(results(spread(2_000_000)), 0.1) == pytest.approx(2_000_000)
    assert not reading.open


def test_a_path_that_stretches_it_takes_a_little_less_than_what_came() -> None:
    assert reader().told(results(spread(1_200_000)), 0.1) == pytest.approx(0.9 * 1_200_000)


def test_what_comes_all_at_once_after_a_hold_up_tells_nothing() -> None:
    reading = reader()
    assert reading.told(results(spread(50_000_000)), 0.1) is None
    assert not reading.open


def test_it_may_be_told_of_in_parts_and_miss_one() -> None:
    reading = reader()
    whole = results([*spread(2_000_000, 5), None])
    assert reading.told(whole[:2], 0.1) is None
    assert reading.open
    assert reading.told(whole[2:], 0.15) == pytest.approx(2_000_000)


def test_packets_that_are_not_its_own_do_not_count() -> None:
    reading = reader()
    assert reading.told(results(spread(2_000_000), probe=7), 0.1) is None
    assert reading.open


def test_one_of_which_nothing_comes_back_is_over_after_a_second() -> None:
    reading = reader()
    assert reading.told(results([5.0, 5.1]), 0.9) is None
    was_open = reading.open
    assert reading.told([], 1.1) is None
    assert (was_open, reading.open) == (True, False)
    assert reader().told(results([None] * 6), 0.1) is None


def test_a_probe_is_large_enough_to_tell_something() -> None:
    assert Probe(1, 100_000).size == 3000
    assert Probe(1, 6_000_000).size == 11_250
