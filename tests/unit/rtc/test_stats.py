"""From counters to the last second."""

import pytest

from desk_client.rtc.stats import Counters, rates


def test_what_happened_between_two_readings() -> None:
    before = Counters(
        10, 100, sent=50, received=40, decoded=40, bytes_in=1000, bytes_out=2000, packets_in=90, packets_lost=0
    )
    now = Counters(
        12, 160, sent=110, received=98, decoded=96, bytes_in=3000, bytes_out=7000, packets_in=180, packets_lost=10
    )
    second = rates(before, now)
    assert (second.fps_captured, second.fps_sent, second.fps_decoded) == (30, 30, 28)
    assert (second.bitrate_in_bps, second.bitrate_out_bps) == (8000, 20000)
    assert second.loss == pytest.approx(0.1)


def test_what_is_unknown_stays_unknown() -> None:
    second = rates(Counters(10, 100), Counters(11, 130, sent=3, packets_in=5, packets_lost=0))
    assert second.fps_captured == 30
    assert (second.fps_sent, second.fps_decoded, second.bitrate_in_bps, second.loss) == (None,) * 4


def test_a_new_connection_s_counters_tell_nothing_at_first() -> None:
    before = Counters(10, 100, sent=900, bytes_in=5000, packets_in=900, packets_lost=3)
    second = rates(before, Counters(11, 130, sent=20, bytes_in=100, packets_in=20, packets_lost=0))
    assert (second.fps_sent, second.bitrate_in_bps, second.loss) == (None,) * 3


def test_no_time_and_late_packets() -> None:
    one = Counters(10, 100, packets_in=10, packets_lost=2)
    assert rates(one, one).fps_captured is None
    assert rates(one, Counters(11, 100, packets_in=20, packets_lost=1)).loss == 0
