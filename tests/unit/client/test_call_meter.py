"""The check that a demonstration stands on: it must fail on a frozen, a looped-back and a silent call."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desk_client.client import call_meter
from desk_client.client.call_meter import CallMeter, CallReport, faults
from desk_client.rtc.picture import stamp
from desk_client.rtc.picture.scaler import Picture
from desk_client.rtc.picture.stamp import Stamp
from desk_client.rtc.port import CallStats

SILENT = CallStats(
    connected=True,
    rtt_ms=2.0,
    loss=0.0,
    jitter_ms=1.0,
    bitrate_in_bps=500_000.0,
    bitrate_out_bps=500_000.0,
    frames_captured=30,
    frames_sent=30,
    frames_received=30,
    frames_decoded=30,
    fps_captured=30.0,
    fps_sent=30.0,
    fps_decoded=30.0,
    remote_width=640,
    remote_height=360,
    remote_audio_dbfs=-120.0,
    remote_tone_hz=None,
    local_audio_dbfs=-20.0,
    codec="H264",
    engine_lateness_ms=1.0,
)
HEARD = replace(SILENT, remote_audio_dbfs=-23.0, remote_tone_hz=587.0)


class Clock:
    """A clock that is wound by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now_s = 1000.0
        monkeypatch.setattr("time.monotonic", lambda: self.now_s)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def picture(source: int, counter: int, clock_ms: int) -> Picture:
    luma = np.full((360, 640), 120, np.uint8)
    stamp.write(luma, Stamp(source, counter, clock_ms))
    bgra = np.repeat(luma[:, :, None], 4, axis=2)
    return Picture(640, 360, 640 * 4, bgra.tobytes(), counter)


def played(
    clock: Clock,
    counter_of: Callable[[int], int],
    *,
    source: int = 2,
    stats: CallStats = HEARD,
    seconds: int = 3,
    pause_after: int | None = None,
) -> CallReport:
    meter = CallMeter()
    clock.now_s += 0.2
    for number in range(seconds * 25):
        taken_ms = round(clock.now_s * 1000) - 30
        meter.on_painted(picture(source, counter_of(number), taken_ms))
        clock.now_s += 1.0 if number == pause_after else 0.04
        meter.on_lateness(1.0)
    for _ in range(seconds):
        meter.on_stats(replace(stats))
    return meter.report()


def wrong_with(report: CallReport) -> list[str]:
    return faults(report, other_source=2, other_tone_hz=587.0, least_s=2.5)


def test_a_moving_picture_and_the_others_tone_pass(clock: Clock) -> None:
    report = played(clock, lambda number: number)
    assert wrong_with(report) == []
    assert report.setup_ms == pytest.approx(200, abs=1)
    assert report.fps == pytest.approx(25, abs=0.5)
    assert report.latency_ms_median == pytest.approx(30, abs=1)
    assert (report.freezes, report.audio_dbfs, report.tone_hz, report.distinct) == (0, -23.0, 587.0, 75)
    assert report.rss_mb > 10


def test_a_frozen_picture_fails(clock: Clock) -> None:
    assert any("frozen" in fault for fault in wrong_with(played(clock, lambda _: 7)))


def test_our_own_picture_looped_back_fails(clock: Clock) -> None:
    assert any("looped back" in fault for fault in wrong_with(played(clock, lambda number: number, source=1)))


def test_a_picture_without_a_stamp_fails(clock: Clock) -> None:
    meter = CallMeter()
    grey = Picture(640, 360, 640 * 4, bytes([120]) * 640 * 360 * 4, 0)
    for _ in range(100):
        meter.on_painted(grey)
        clock.now_s += 0.04
    assert any("no stamped picture" in fault for fault in wrong_with(meter.report()))


def test_silence_fails(clock: Clock) -> None:
    assert any("not heard" in fault for fault in wrong_with(played(clock, lambda number: number, stats=SILENT)))


def test_hearing_oneself_fails(clock: Clock) -> None:
    own = replace(HEARD, remote_tone_hz=440.0)
    assert any("expected the other" in fault for fault in wrong_with(played(clock, lambda number: number, stats=own)))


def test_a_talk_that_was_too_short_fails(clock: Clock) -> None:
    assert any("lasted" in fault for fault in wrong_with(played(clock, lambda number: number, seconds=1)))


def test_a_pause_is_counted_as_a_freeze(clock: Clock) -> None:
    assert played(clock, lambda number: number, pause_after=30).freezes == 1


def test_a_picture_that_stopped_before_the_end_is_a_freeze(clock: Clock) -> None:
    assert played(clock, lambda number: number, pause_after=74).freezes == 1


def test_the_clock_may_wrap_in_a_call(clock: Clock) -> None:
    clock.now_s = 2**32 / 1000 - 1
    meter = CallMeter()
    for number in range(75):
        taken_ms = (round(clock.now_s * 1000) - 30) % 2**32
        meter.on_painted(picture(2, number, taken_ms))
        clock.now_s += 0.04
    assert meter.report().latency_ms_p95 == pytest.approx(30, abs=1)


def test_the_report_is_kept_whole(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "report.json"
    call_meter.write(played(clock, lambda number: number), path)
    assert json.loads(path.read_text())["sources"] == [2]
    assert [file.name for file in tmp_path.iterdir()] == ["report.json"]
