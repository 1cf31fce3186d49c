"""How far behind a voice is played, and what is done about it."""

import pytest

from desk_client.rtc.sound.pace import LEAST, MARGIN, MOST, Pace

MS = 48


def at_delay(delay: int, *, needed: int = 0) -> Pace:
    pace = Pace()
    pace.need(needed)
    for _ in range(25):
        pace.note(delay, 0)
    pace.played(4800)
    return pace


def test_the_delay_is_the_same_whether_a_packet_is_late_or_not() -> None:
    pace = Pace()
    assert pace.delay() is None
    pace.note(30 * MS, 0)
    pace.note(5 * MS, 25 * MS)
    assert pace.delay() == 30 * MS


def test_of_the_last_delays_the_least_counts() -> None:
    pace = at_delay(40 * MS)
    pace.note(25 * MS, 0)
    assert pace.delay() == 25 * MS
    for _ in range(25):
        pace.note(40 * MS, 0)
    assert pace.delay() == 40 * MS


def test_the_aim_is_what_nearly_all_packets_need_within_bounds() -> None:
    pace = Pace()
    aims = []
    for needed in (0, 60 * MS, 10_000 * MS):
        pace.need(needed)
        aims.append(pace.target())
    assert aims == [LEAST, 60 * MS + MARGIN, MOST]


@pytest.mark.parametrize(
    ("delay", "wanted"), [(14 * MS, 6 * MS), (16 * MS, 0), (20 * MS, 0), (30 * MS, 0), (31 * MS, -11 * MS)]
)
def test_a_small_difference_is_left_alone(delay: int, wanted: int) -> None:
    assert at_delay(delay).wanted() == wanted


def test_changes_are_a_tenth_of_a_second_apart_while_there_is_time() -> None:
    pace = at_delay(60 * MS)
    pace.changed(-10 * MS)
    assert pace.delay() == 50 * MS
    assert pace.wanted() == 0
    pace.played(100 * MS)
    assert pace.wanted() == -30 * MS


@pytest.mark.parametrize(("delay", "needed"), [(20 * MS, 100 * MS), (150 * MS, 0)])
def test_where_gaps_threaten_or_much_waits_it_hurries(delay: int, needed: int) -> None:
    pace = at_delay(delay, needed=needed)
    pace.changed(0)
    assert pace.hurried()
    assert pace.wanted() != 0


def test_only_far_beyond_the_aim_a_skip_is_the_last_hope() -> None:
    assert not at_delay(219 * MS).is_hopeless()
    assert at_delay(221 * MS).is_hopeless()


def test_what_is_asked_for_from_outside_comes_little_by_little_and_goes_so() -> None:
    pace = Pace()
    pace.hold_at_least(100 * MS)
    assert pace.target() == LEAST
    for _ in range(50):
        pace.played(480)
    assert pace.target() == 50 * MS
    for _ in range(100):
        pace.played(480)
    assert pace.target() == 100 * MS
    pace.hold_at_least(0)
    for _ in range(50):
        pace.played(480)
    assert pace.target() == 50 * MS


@pytest.mark.parametrize(("asked", "held"), [(-5000, LEAST), (10**9, MOST)])
def test_what_is_asked_for_is_kept_within_bounds(asked: int, held: int) -> None:
    pace = Pace()
    pace.hold_at_least(asked)
    pace.played(10**6)
    assert pace.target() == held


def test_what_was_measured_can_be_forgotten_but_for_the_newest() -> None:
    pace = at_delay(20 * MS)
    pace.note(500 * MS, 0)
    pace.forget(but_the_newest=True)
    assert pace.delay() == 500 * MS
    pace.forget()
    assert pace.delay() is None
    assert pace.wanted() == 0
