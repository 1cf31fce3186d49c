"""Why no picture comes: the line was cut, or has room for sound alone."""

from dataclasses import replace

import pytest

from desk_client.client.stall import Finding, Stall
from desk_client.rtc.port import CallStats
from tests.fakes.call_stats import CLEAN

SOUND = replace(CLEAN, fps_decoded=0.0, bitrate_in_bps=30_000.0)
NOTHING = replace(CLEAN, fps_decoded=0.0, bitrate_in_bps=0.0)


def heard(*seconds: CallStats) -> Stall:
    stall = Stall()
    stall.flowing()
    for second in seconds:
        assert stall.second(second) is None
    return stall


def test_a_line_that_is_cut_is_known_at_once() -> None:
    stall = heard(CLEAN, NOTHING)
    assert stall.stalled() is Finding.CUT
    assert not stall.is_sound_only


@pytest.mark.parametrize(("then", "finding"), [(NOTHING, Finding.CUT), (SOUND, Finding.SOUND_ONLY)])
def test_a_second_that_still_had_pictures_does_not_tell_why_they_ended(then: CallStats, finding: Finding) -> None:
    stall = heard(CLEAN)
    assert stall.stalled() is None, "its figures come with the next one, which is due"
    assert stall.second(then) is finding


def test_before_any_second_a_stall_is_a_cut() -> None:
    assert Stall().stalled() is Finding.CUT


def test_sound_that_goes_on_keeps_the_talk() -> None:
    stall = heard(CLEAN, SOUND)
    assert stall.stalled() is None, "the next second tells"
    assert stall.second(SOUND) is Finding.SOUND_ONLY
    assert stall.is_sound_only
    assert stall.stalled() is None, "nothing new"
    stall.flowing()
    assert not stall.is_sound_only


def test_sound_that_was_the_last_of_it_is_a_cut() -> None:
    stall = heard(CLEAN, SOUND)
    assert stall.stalled() is None
    assert stall.second(NOTHING) is Finding.CUT


def test_sound_that_ends_later_is_a_cut_after_two_seconds() -> None:
    stall = heard(CLEAN, SOUND)
    stall.stalled()
    stall.second(SOUND)
    assert stall.second(NOTHING) is None
    assert stall.second(NOTHING) is Finding.CUT
    assert stall.second(SOUND) is None, "one second of sound is none"
    assert stall.second(SOUND) is Finding.SOUND_ONLY


def test_what_came_over_another_connection_says_nothing() -> None:
    stall = heard(CLEAN, SOUND)
    stall.disconnected()
    assert stall.second(replace(SOUND, connected=False)) is None
    assert stall.stalled() is Finding.CUT
