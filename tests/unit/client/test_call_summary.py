"""A call's figures, from seconds that a test writes down."""

from dataclasses import replace

import pytest

from desk_client.client.call_summary import CallTally
from desk_client.domain.call import Phase
from desk_client.protocol.call_summaries import CallFigures, LevelSeconds
from desk_client.rtc.port import CallStats
from desk_client.rtc.quality import Level, LineQuality

UNKNOWN = CallStats(
    connected=True,
    rtt_ms=None,
    loss=None,
    jitter_ms=None,
    bitrate_in_bps=None,
    bitrate_out_bps=None,
    frames_captured=0,
    frames_sent=None,
    frames_received=None,
    frames_decoded=None,
    fps_captured=None,
    fps_sent=None,
    fps_decoded=None,
    remote_width=None,
    remote_height=None,
    remote_audio_dbfs=None,
    remote_tone_hz=None,
    local_audio_dbfs=None,
    codec=None,
    engine_lateness_ms=None,
)
NO_QUALITY = LineQuality()


def test_a_call_of_which_nothing_was_measured_says_so() -> None:
    figures = CallTally(100.0).figures(103.25)
    assert figures == CallFigures(duration_s=3.2, talk_s=0)
    assert figures.frames_sent is None
    assert figures.rtt_ms_median is None


def test_counts_of_all_connections_are_one() -> None:
    tally = CallTally(0.0)
    for sent in (10, 40, 40, 5, 30):  # a new connection begins after the third second, and counts anew
        tally.second(replace(UNKNOWN, frames_sent=sent, freeze_s=sent / 100), NO_QUALITY)
    figures = tally.figures(5.0)
    assert figures.frames_sent == 70
    assert figures.freeze_s == pytest.approx(0.7)


def test_a_connection_that_is_gone_for_a_while_is_followed_by_a_new_one() -> None:
    tally = CallTally(0.0)
    for sent in (10, None, 12):
        tally.second(replace(UNKNOWN, frames_sent=sent), NO_QUALITY)
    assert tally.figures(3.0).frames_sent == 22


def test_what_a_second_was_like_counts_while_the_connection_stands() -> None:
    tally = CallTally(0.0)
    for number in range(1, 101):
        tally.second(replace(UNKNOWN, rtt_ms=float(number), loss=0.02, bitrate_in_bps=1e6), NO_QUALITY)
    tally.second(replace(UNKNOWN, connected=False, rtt_ms=9e5, loss=1.0, cpu_share=3.0), NO_QUALITY)
    figures = tally.figures(101.0)
    assert (figures.rtt_ms_median, figures.rtt_ms_p95) == (50, 95)
    assert (figures.loss_in_mean, figures.loss_in_p95) == (0.02, 0.02)
    assert figures.bitrate_in_bps_mean == 1e6
    assert figures.cpu_share_mean is None


def test_talk_is_the_time_in_which_people_see_each_other() -> None:
    tally = CallTally(10.0)
    tally.phase(Phase.CONNECTING, 11.0)
    tally.phase(Phase.TALKING, 12.0)
    tally.phase(Phase.TALKING, 13.0)
    tally.phase(Phase.RECONNECTING, 42.0)
    tally.phase(Phase.TALKING, 45.0)
    figures = tally.figures(50.0)
    assert (figures.duration_s, figures.talk_s, figures.setup_ms, figures.reconnects) == (40, 35, 2000, 1)
    tally.phase(Phase.ENDED, 51.0)
    assert tally.figures(60.0).talk_s == 36


def test_the_line_s_levels_are_counted_each_way() -> None:
    tally = CallTally(0.0)
    for mine, theirs in ((Level.GOOD, Level.POOR), (Level.GOOD, None), (Level.LOST, Level.FAIR)):
        tally.second(UNKNOWN, LineQuality(mine, theirs))
    figures = tally.figures(3.0)
    assert figures.quality_mine == LevelSeconds(lost=1, good=2)
    assert figures.quality_theirs == LevelSeconds(poor=1, fair=1)


def test_the_rest_is_taken_over_and_nothing_that_the_server_would_refuse() -> None:
    tally = CallTally(0.0)
    tally.device_failed()
    second = replace(UNKNOWN, codec="H264", candidate_kind="relay", audio_only=True)
    tally.second(second, NO_QUALITY)
    tally.second(replace(UNKNOWN, candidate_kind="teapot", rtt_ms=float("nan"), jitter_ms=-1.0), NO_QUALITY)
    figures = tally.figures(2.0)
    assert (figures.device_faults, figures.codec, figures.candidate_kind) == (1, "H264", "relay")
    assert (figures.audio_only_s, figures.rtt_ms_median, figures.jitter_ms_median) == (1, None, 0)
    assert CallFigures.model_validate_json(figures.model_dump_json()) == figures
