"""How good the line is: what lasts is told, and what only looks like trouble never is."""

import itertools
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.port import CallStats
from desk_client.rtc.quality import (
    BETTER_AFTER_S,
    BETTER_WITHIN_S,
    START_S,
    WORSE_AFTER_S,
    WORSE_WITHIN_S,
    Level,
    LineJudge,
    LineQuality,
    Steady,
    mine_of_second,
    theirs_of_second,
)
from tests.fakes.call_stats import CLEAN

LOSSY = replace(CLEAN, loss=0.12, sound_concealed=0.15)
OUTAGE = replace(CLEAN, loss=None, fps_decoded=0.0, bitrate_in_bps=0.0)
GOOD = LineQuality(Level.GOOD, Level.GOOD)
CALM = [CLEAN] * (START_S + 10)
PATIENCE = CALM[:START_S]


def told(seconds: Iterable[CallStats]) -> list[LineQuality]:
    judge = LineJudge()
    return [judge.hear(second) for second in seconds]


def grown(seconds: Iterable[CallStats], *, received: int, decoded: int, frozen_s: float) -> list[CallStats]:
    """The same seconds, their counters growing by so much in each."""
    return [
        replace(
            second,
            frames_received=index * received,
            frames_decoded=index * decoded,
            freezes=index,
            freeze_s=index * frozen_s,
        )
        for index, second in enumerate(seconds)
    ]


def alarms(seconds: Iterable[CallStats]) -> list[LineQuality]:
    return [each for each in told(seconds) if each not in {LineQuality(), GOOD}]


def test_nothing_is_said_while_a_connection_is_still_finding_itself() -> None:
    assert set(told([LOSSY] * START_S)) == {LineQuality()}
    assert told([*[LOSSY] * START_S, CLEAN])[-1] == GOOD


def test_a_talk_that_starts_badly_and_settles_alarms_nobody() -> None:
    starting = replace(LOSSY, rtt_ms=900.0, jitter_ms=200.0, fps_decoded=2.0, bitrate_out_bps=40_000.0)
    assert alarms([*[starting] * START_S, LOSSY, LOSSY, *CALM]) == []


@pytest.mark.parametrize("bad", [LOSSY, OUTAGE, replace(CLEAN, rtt_ms=2000.0), replace(CLEAN, loss_out=0.5)])
def test_a_single_bad_second_alarms_nobody_however_often_it_comes(bad: CallStats) -> None:
    assert alarms([*PATIENCE, *([bad, *[CLEAN] * 4] * 12)]) == []


def test_a_camera_that_is_switched_off_is_no_fault_of_the_line() -> None:
    off = replace(CLEAN, fps_decoded=5.0, bitrate_in_bps=6_000.0)
    dark = grown([*CALM, *[off] * 60], received=5, decoded=5, frozen_s=0.0)
    assert alarms([replace(each, freeze_s=0.2 if index > 15 else 0.0) for index, each in enumerate(dark)]) == []


def test_our_own_camera_that_is_off_is_no_fault_though_the_peer_then_asks_for_little() -> None:
    off = replace(CLEAN, fps_captured=5.0, fps_sent=5.0, bitrate_out_bps=45_000.0, available_bps=60_000.0)
    assert alarms([*CALM, *[off] * 60]) == []


def test_a_document_that_stands_still_is_no_fault_of_the_line() -> None:
    still = replace(CLEAN, fps_decoded=0.0, bitrate_in_bps=30_000.0)
    assert alarms(grown([*CALM, *[still] * 60], received=1, decoded=1, frozen_s=0.97)) == []


def test_a_muted_microphone_is_no_fault_of_the_line() -> None:
    mute = replace(CLEAN, remote_audio_dbfs=-120.0, sound_concealed=1.0, local_audio_dbfs=-120.0)
    assert alarms([*CALM, *[mute] * 60]) == []


def test_an_outage_of_two_seconds_is_over_before_it_is_told() -> None:
    assert alarms([*CALM, OUTAGE, OUTAGE, LOSSY, *CALM]) == []


def test_loss_that_lasts_is_told_within_seconds_and_taken_back_later() -> None:
    seen = told([*CALM, *[LOSSY] * 20, *[CLEAN] * 20])
    theirs = [each.theirs for each in seen[len(CALM) :]]
    assert theirs.index(Level.POOR) == WORSE_AFTER_S - 1
    assert theirs[20:].index(Level.GOOD) == BETTER_AFTER_S - 1
    assert {each.mine for each in seen[len(CALM) :]} == {Level.GOOD}


def test_a_line_that_fails_every_other_second_is_told_too() -> None:
    bursts = [*CALM, *([LOSSY, LOSSY, CLEAN] * 10)]
    assert told(bursts)[-1].theirs is Level.POOR


def test_one_bad_second_does_not_keep_an_alarm_up() -> None:
    after = [*[CLEAN] * 4, LOSSY, *[CLEAN] * 5]
    assert told([*CALM, *[LOSSY] * 10, *after])[-1].theirs is Level.GOOD


def test_silence_on_the_line_and_a_connection_that_ended_are_lost() -> None:
    assert told([*CALM, *[OUTAGE] * 10])[-1].theirs is Level.LOST
    gone = replace(CLEAN, connected=False, rtt_ms=None, loss=None, fps_decoded=None)
    assert told([*CALM, *[gone] * 10])[-1] == LineQuality(Level.LOST, Level.LOST)


def test_nothing_is_lost_that_never_was_connected() -> None:
    gone = replace(CLEAN, connected=False, rtt_ms=None, loss=None, fps_decoded=None, bitrate_in_bps=None)
    assert set(told([gone] * 30)) == {LineQuality()}


def test_what_the_peer_does_not_get_is_our_direction_alone() -> None:
    seen = told([*CALM, *[replace(CLEAN, loss_out=0.2)] * 10])[-1]
    assert seen == LineQuality(mine=Level.POOR, theirs=Level.GOOD)
    assert seen.worse is Level.POOR


def test_a_picture_of_ours_that_the_line_cannot_carry_is_poor() -> None:
    paused = replace(CLEAN, audio_only=True, rtt_ms=None, loss_out=None)
    assert told([*CALM, *[paused] * 10])[-1].mine is Level.POOR


@pytest.mark.parametrize(
    ("change", "theirs"),
    [
        ({"loss": 0.01}, Level.GOOD),
        ({"loss": 0.05}, Level.FAIR),
        ({"loss": 0.12}, Level.POOR),
        ({"rtt_ms": 400.0}, Level.GOOD),
        ({"rtt_ms": 600.0}, Level.FAIR),
        ({"rtt_ms": 900.0}, Level.POOR),
        ({"rtt_ms": 400.0, "sound_delay_ms": 300.0}, Level.POOR),
        ({"jitter_ms": 500.0}, Level.FAIR),
        ({"sound_concealed": 0.05}, Level.FAIR),
        ({"sound_concealed": 0.4}, Level.POOR),
        ({"bitrate_in_bps": 0.0}, Level.LOST),
        ({"loss": None, "rtt_ms": None, "fps_decoded": None}, None),
        ({"loss": None, "rtt_ms": None, "jitter_ms": None}, Level.GOOD),
    ],
)
def test_a_second_is_as_good_as_its_worst_figure(change: dict[str, float | None], theirs: Level | None) -> None:
    assert theirs_of_second(replace(CLEAN, **change), CLEAN) is theirs  # type: ignore[arg-type]  # by name, of the table


@pytest.mark.parametrize(
    ("loss", "frozen_s", "decoded", "theirs"),
    [
        (0.0, 0.9, 0, Level.GOOD),
        (0.015, 0.3, 30, Level.FAIR),
        (0.015, 0.9, 30, Level.POOR),
        (0.015, 0.0, 20, Level.FAIR),
        (0.015, 0.0, 5, Level.POOR),
    ],
)
def test_a_picture_that_stands_still_counts_beside_a_sign_from_the_line(
    loss: float, frozen_s: float, decoded: int, theirs: Level
) -> None:
    second = replace(CLEAN, loss=loss, freeze_s=frozen_s, frames_received=30, frames_decoded=decoded)
    assert theirs_of_second(second, CLEAN) is theirs


def test_counters_that_begin_anew_say_nothing() -> None:
    before = replace(LOSSY, freeze_s=8.0, frames_received=900, frames_decoded=400)
    assert theirs_of_second(replace(CLEAN, loss=0.015), before) is Level.GOOD


@pytest.mark.parametrize(
    ("available_bps", "bitrate_out_bps", "mine"),
    [(100_000.0, 95_000.0, Level.FAIR), (100_000.0, 40_000.0, Level.GOOD), (600_000.0, 590_000.0, Level.GOOD)],
)
def test_a_line_that_is_full_and_narrow_is_noticed(available_bps: float, bitrate_out_bps: float, mine: Level) -> None:
    assert mine_of_second(replace(CLEAN, available_bps=available_bps, bitrate_out_bps=bitrate_out_bps)) is mine


def test_of_our_direction_nothing_is_said_before_the_peer_has_reported() -> None:
    assert mine_of_second(replace(CLEAN, rtt_ms=None, loss_out=None)) is None


SECONDS = st.lists(st.one_of(st.none(), st.sampled_from(Level)), max_size=120)


def changes(shown: list[Level | None]) -> list[tuple[int, bool]]:
    """When what is shown changed, in known seconds, and whether for the worse."""
    return [
        (at, later < earlier)
        for at, (earlier, later) in enumerate(itertools.pairwise(shown))
        if earlier is not None and later is not None and earlier != later
    ]


@given(SECONDS)
def test_it_never_flickers(seconds: list[Level | None]) -> None:
    steady = Steady()
    found = changes([steady.hear(each) for each in seconds if each is not None])
    for (earlier, _), (later, is_worse) in itertools.pairwise(found):
        assert later - earlier >= (WORSE_AFTER_S if is_worse else BETTER_AFTER_S)


@given(SECONDS)
def test_what_says_nothing_changes_nothing(seconds: list[Level | None]) -> None:
    with_gaps, without = Steady(), Steady()
    for each in seconds:
        with_gaps.hear(each)
    for each in filter(lambda level: level is not None, seconds):
        without.hear(each)
    assert with_gaps.shown == without.shown


@given(SECONDS, st.sampled_from(Level))
def test_what_lasts_is_shown_in_the_end(seconds: list[Level | None], level: Level) -> None:
    steady = Steady()
    for each in [*seconds, *[level] * 2 * BETTER_WITHIN_S]:
        steady.hear(each)
    assert steady.shown is level


@given(st.lists(st.sampled_from(Level), max_size=120))
def test_an_alarm_has_most_of_the_last_seconds_behind_it(seconds: list[Level]) -> None:
    steady = Steady()
    shown = [Level.GOOD, *(steady.hear(each) or Level.LOST for each in seconds)]
    for at, is_worse in changes(list(shown)):
        if is_worse:
            recent = seconds[max(0, at + 1 - WORSE_WITHIN_S) : at + 1]
            assert sum(each <= shown[at + 1] for each in recent) >= WORSE_AFTER_S
