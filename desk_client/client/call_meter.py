"""Measures a call where it counts: on the pictures that were painted, and from the other end's tone.

A synthetic picture carries a stamp (whose it is, a counter, the clock at capture). Reading it back from what the window
painted proves that the *other* end's *moving* picture arrived; a frozen or looped-back one cannot pass.
"""

import itertools
import json
import statistics
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import numpy as np
import psutil

from desk_client.rtc.picture import stamp
from desk_client.rtc.picture.scaler import Picture
from desk_client.rtc.port import CallStats

_CLOCK_SPAN_MS: Final = 2**32
_FREEZE_LEAST_S: Final = 0.150
_NO_SOUND_DBFS: Final = -60.0
_TONE_TOLERANCE: Final = 0.03
_LEAST_FPS: Final = 5.0


@dataclass(frozen=True)
class CallReport:
    """One end's figures. None means "not measured", never zero.

    Attributes:
        setup_ms: from entering the room to the first of the other end's pictures painted.
        first_painted_s: when that was, by the system's monotonic clock.
        sources: whose stamps were seen in the remote tile; the other end's alone is right.
        distinct: how many different counters were painted.
        freezes: gaps between painted new pictures longer than max(3 δ, δ + 150 ms), δ the mean interval
            (W3C webrtc-stats, ``freezeCount``).
        audio_dbfs: median level of the sound received; ``tone_hz`` its median dominant frequency.
    """

    setup_ms: float | None
    first_painted_s: float | None
    duration_s: float
    fps: float
    painted: int
    distinct: int
    sources: tuple[int, ...]
    freezes: int
    latency_ms_median: float | None
    latency_ms_p95: float | None
    audio_dbfs: float | None
    tone_hz: float | None
    rtt_ms: float | None
    loss: float | None
    bitrate_bps: float | None
    cpu_percent: float
    rss_mb: float
    ui_lateness_ms_p99: float | None


class CallMeter:
    """Collects while a call runs. Fed by the window's thread only."""

    def __init__(self) -> None:
        """Begins to count when the room is entered."""
        self._process = psutil.Process()
        self._process.cpu_percent()
        self._entered_s = time.monotonic()
        self._first_s: float | None = None
        self._painted = 0
        self._arrivals_s: list[float] = []
        self._latencies_ms: list[float] = []
        self._counters: set[int] = set()
        self._sources: set[int] = set()
        self._newest: tuple[int, int] | None = None
        self._stats: list[CallStats] = []
        self._lateness_ms: list[float] = []

    def on_painted(self, picture: Picture) -> None:
        """A picture is on the glass of the remote tile."""
        now_s = time.monotonic()
        self._painted += 1
        seen = stamp.read(picture.luma())
        if seen is None:
            return
        self._sources.add(seen.source)
        if (seen.source, seen.counter) == self._newest:
            return
        self._newest = (seen.source, seen.counter)
        if self._first_s is None:
            self._first_s = now_s
        self._counters.add(seen.counter)
        self._arrivals_s.append(now_s)
        self._latencies_ms.append((now_s * 1000 - seen.clock_ms) % _CLOCK_SPAN_MS)

    def on_stats(self, stats: CallStats) -> None:
        """The engine's second is over; the same second told again is passed over."""
        if not self._stats or self._stats[-1] is not stats:
            self._stats.append(stats)

    def on_lateness(self, late_ms: float) -> None:
        """A precise timer of the window fired so late."""
        self._lateness_ms.append(late_ms)

    def report(self) -> CallReport:
        """The figures so far."""
        now_s = time.monotonic()
        first_s = self._first_s
        span_s = self._arrivals_s[-1] - self._arrivals_s[0] if len(self._arrivals_s) > 1 else 0.0
        return CallReport(
            setup_ms=None if first_s is None else round((first_s - self._entered_s) * 1000, 1),
            first_painted_s=first_s,
            duration_s=round(now_s - first_s, 2) if first_s is not None else 0.0,
            fps=round((len(self._arrivals_s) - 1) / span_s, 2) if span_s > 0 else 0.0,
            painted=self._painted,
            distinct=len(self._counters),
            sources=tuple(sorted(self._sources)),
            freezes=_freezes([*self._arrivals_s, now_s]),
            latency_ms_median=_quantile(self._latencies_ms, 0.5),
            latency_ms_p95=_quantile(self._latencies_ms, 0.95),
            audio_dbfs=_median([each.remote_audio_dbfs for each in self._stats]),
            tone_hz=_median([each.remote_tone_hz for each in self._stats]),
            rtt_ms=_median([each.rtt_ms for each in self._stats]),
            loss=_median([each.loss for each in self._stats]),
            bitrate_bps=_median([each.bitrate_in_bps for each in self._stats]),
            cpu_percent=round(self._process.cpu_percent(), 1),
            rss_mb=round(self._process.memory_info().rss / 1e6, 1),
            ui_lateness_ms_p99=_quantile(self._lateness_ms, 0.99),
        )


def faults(report: CallReport, *, other_source: int, other_tone_hz: float, least_s: float) -> list[str]:
    """What is wrong with a call, in plain English; empty when the other end was really seen and heard."""
    found = []
    if report.setup_ms is None:
        found.append("no stamped picture of the other end was ever painted")
    if any(source != other_source for source in report.sources):
        found.append(f"pictures of source {report.sources} were painted, expected only {other_source}: looped back?")
    if report.duration_s < least_s:
        found.append(f"the talk lasted {report.duration_s} s, expected at least {least_s} s")
    if report.distinct < _LEAST_FPS * report.duration_s:
        found.append(f"only {report.distinct} different pictures in {report.duration_s} s: frozen?")
    if report.audio_dbfs is None or report.audio_dbfs < _NO_SOUND_DBFS:
        found.append(f"the other end was not heard (level {report.audio_dbfs} dBFS)")
    elif report.tone_hz is None or abs(report.tone_hz - other_tone_hz) > _TONE_TOLERANCE * other_tone_hz:
        found.append(f"heard {report.tone_hz} Hz, expected the other end's {other_tone_hz} Hz")
    return found


def write(report: CallReport, path: Path) -> None:
    """Keep a report as JSON; whoever reads it never sees half of one."""
    unfinished = path.with_suffix(".part")
    unfinished.write_text(json.dumps(asdict(report)), encoding="utf-8")
    unfinished.replace(path)


def _freezes(arrivals_s: list[float]) -> int:
    gaps = [later - earlier for earlier, later in itertools.pairwise(arrivals_s)]
    if not gaps:
        return 0
    mean_s = statistics.fmean(gaps)
    longest_s = max(3 * mean_s, mean_s + _FREEZE_LEAST_S)
    return sum(gap > longest_s for gap in gaps)


def _median(values: list[float | None]) -> float | None:
    return _quantile([value for value in values if value is not None], 0.5)


def _quantile(values: list[float], share: float) -> float | None:
    if not values:
        return None
    return round(float(np.quantile(values, share)), 3)
