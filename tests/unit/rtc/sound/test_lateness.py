"""How late packets are, and how long is waited for them."""

import random

import pytest

from desk_client.rtc.sound.lateness import MOST_S, Lateness

BLOCK = 960


def heard(lateness: Lateness, lates_s: list[float], *, first: int = 0) -> list[float | None]:
    return [lateness.note(at * BLOCK, at * 0.02 + late) for at, late in enumerate(lates_s, first)]


def test_on_a_steady_path_nothing_is_late_whatever_the_clocks_say() -> None:
    lateness = Lateness()
    assert heard(lateness, [123.4] * 100) == [pytest.approx(0, abs=1e-9)] * 100
    assert lateness.needed_s() == pytest.approx(0, abs=1e-9)


def test_lateness_is_counted_from_the_fastest() -> None:
    lateness = Lateness()
    found = heard(lateness, [0.03, 0.0, 0.05])
    assert found == [pytest.approx(0.0), pytest.approx(0.0), pytest.approx(0.05)]


def test_one_late_packet_in_hundreds_is_not_waited_for_two_in_a_row_are() -> None:
    lateness = Lateness()
    heard(lateness, [0.0] * 400 + [0.08])
    assert lateness.needed_s() == pytest.approx(0, abs=1e-9)
    heard(lateness, [0.08], first=401)
    assert lateness.needed_s() == pytest.approx(0.08)


def test_jitter_is_followed_at_once_and_forgotten_within_seconds_not_sooner() -> None:
    chance = random.Random(3)  # noqa: S311 - repeatable chance, no secret
    lateness = Lateness()
    heard(lateness, [0.0] * 300)
    heard(lateness, [chance.uniform(0, 0.1) for _ in range(20)], first=300)
    assert lateness.needed_s() > 0.08
    heard(lateness, [0.0] * 250, first=320)
    assert lateness.needed_s() > 0.05
    heard(lateness, [0.0] * 700, first=570)
    assert lateness.needed_s() == pytest.approx(0, abs=1e-9)


def test_a_slower_path_is_the_normal_one_after_two_seconds() -> None:
    lateness = Lateness()
    heard(lateness, [0.0] * 200)
    found = heard(lateness, [0.1] * 101, first=200)
    assert found[50] == pytest.approx(0.1)
    assert found[-1] == pytest.approx(0)
    assert lateness.needed_s() == pytest.approx(0, abs=0.001)


def test_an_outages_backlog_tells_nothing_of_jitter() -> None:
    lateness = Lateness()
    heard(lateness, [0.0] * 200)
    backlog = [(200 + 50) * 0.02 - (200 + at) * 0.02 for at in range(50)]  # a second of it, all at one moment
    assert backlog[0] > MOST_S
    assert heard(lateness, backlog, first=200) == [None] * 50
    assert heard(lateness, [0.0, 0.0], first=250) == [None, pytest.approx(0)]
    assert lateness.needed_s() == pytest.approx(0, abs=1e-9)


def test_packets_that_are_all_too_late_at_their_usual_pace_are_not_late() -> None:
    lateness = Lateness()
    heard(lateness, [0.0] * 200)
    found = heard(lateness, [30.0] * 20, first=200)
    assert found[:9] == [None] * 9
    assert found[9:] == [pytest.approx(0)] * 11


def test_a_copy_is_waited_for_where_packets_are_lost_often() -> None:
    lateness = Lateness()
    for at in range(200):
        if at % 10:
            lateness.note(at * BLOCK, at * 0.02)
        if at % 10 == 1:
            lateness.note_copy((at - 1) * BLOCK, at * 0.02)
    assert lateness.needed_s() == pytest.approx(0.02)
