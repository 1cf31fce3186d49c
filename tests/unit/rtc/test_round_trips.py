"""How long a packet takes there and back, as the peer's reports tell it."""

import pytest

from desk_client.rtc.wire.round_trips import RoundTrips

SECOND = 65536


def ntp(number: int) -> int:
    """The time that the sender report of this number bears."""
    return (0xE000_0000 + number) << 32


def lsr(number: int) -> int:
    return ((0xE000_0000 + number) << 16) & 0xFFFFFFFF


def test_before_the_first_answer_nothing_is_known() -> None:
    trips = RoundTrips()
    trips.report_sent(ntp(1), 10.0)
    assert trips.rtt_s is None


def test_the_peers_own_delay_is_no_part_of_it() -> None:
    trips = RoundTrips()
    trips.report_sent(ntp(1), 10.0)
    trips.report_came(lsr(1), SECOND // 2, 10.6)
    assert trips.rtt_s == pytest.approx(0.1)


def test_a_path_of_three_seconds_is_measured_though_newer_reports_are_under_way() -> None:
    trips = RoundTrips()
    for number in range(1, 6):
        trips.report_sent(ntp(number), 10.0 + number)
    trips.report_came(lsr(2), SECOND // 4, 15.25)
    assert trips.rtt_s == pytest.approx(3.0)


def test_the_mean_follows_and_one_outlier_is_not_believed_at_once() -> None:
    trips = RoundTrips()
    for number in range(1, 30):
        trips.report_sent(ntp(number), float(number))
        trips.report_came(lsr(number), SECOND, number + 1.1)
    assert trips.rtt_s == pytest.approx(0.1)
    trips.report_sent(ntp(30), 30.0)
    trips.report_came(lsr(30), SECOND, 32.1)
    assert trips.rtt_s == pytest.approx(0.1 + 0.15)


@pytest.mark.parametrize(("named", "delay"), [(lsr(7), SECOND), (0, SECOND), (lsr(1), 0)])
def test_a_report_on_nothing_that_we_sent_tells_nothing(named: int, delay: int) -> None:
    trips = RoundTrips()
    trips.report_sent(ntp(1), 10.0)
    trips.report_came(named, delay, 11.5)
    assert trips.rtt_s is None


def test_reports_from_long_ago_are_forgotten() -> None:
    trips = RoundTrips()
    for number in range(1, 100):
        trips.report_sent(ntp(number), float(number))
    trips.report_came(lsr(1), SECOND, 100.0)
    assert trips.rtt_s is None
    trips.report_came(lsr(99), SECOND, 100.5)
    assert trips.rtt_s == pytest.approx(0.5)


def test_a_peer_that_claims_more_delay_than_there_was_is_no_negative_time() -> None:
    trips = RoundTrips()
    trips.report_sent(ntp(1), 10.0)
    trips.report_came(lsr(1), 60 * SECOND, 10.5)
    assert trips.rtt_s == 0
