"""Adds up what one end knew of its call, second by second, into the figures that it leaves behind. Pure.

The engine counts anew with each connection; here the counts of all connections of a call are one.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import fmean
from typing import Final, Literal, get_args

from desk_client.domain.call import Phase
from desk_client.protocol.call_summaries import CallFigures, LevelSeconds
from desk_client.rtc.port import CallStats
from desk_client.rtc.quality import Level, LineQuality

_MEDIAN: Final = 0.5
_NEARLY_ALL: Final = 0.95
_MOST_SECONDS: Final = 6 * 3600
"""Of longer calls quantiles know the beginning only; counts and means know all."""

CandidateKind = Literal["host", "srflx", "prflx", "relay"]


@dataclass
class _Counter:
    """What only grows while a connection lasts, over many of them; None until something was counted."""

    total: float | None = None
    _before: float | None = None

    def hear(self, value: float | None) -> None:
        if value is None:
            self._before = None
            return
        before = self._before if self._before is not None and self._before <= value else 0.0
        self.total = (self.total or 0.0) + value - before
        self._before = value

    @property
    def count(self) -> int | None:
        return None if self.total is None else int(self.total)


@dataclass
class _Series:
    """One figure of each second."""

    values: list[float] = field(default_factory=list)

    def hear(self, value: float | None) -> None:
        if value is not None and math.isfinite(value) and len(self.values) < _MOST_SECONDS:
            self.values.append(max(0.0, value))

    @property
    def mean(self) -> float | None:
        return round(fmean(self.values), 4) if self.values else None

    def quantile(self, share: float) -> float | None:
        """By the nearest rank."""
        if not self.values:
            return None
        ranked = sorted(self.values)
        return round(ranked[max(0, math.ceil(share * len(ranked)) - 1)], 3)


class CallTally:
    """One call at one end, from the moment at which it entered the room."""

    def __init__(self, entered_s: float) -> None:
        """`entered_s` and every other moment are of one monotonic clock, in seconds."""
        self._entered_s = entered_s
        self._talking_since_s: float | None = None
        self._talk_s = 0.0
        self._first_talk_s: float | None = None
        self._phase = Phase.JOINING
        self._reconnects = self._device_faults = self._audio_only_s = 0
        self._codec: str | None = None
        self._kind: CandidateKind | None = None
        self._counters = {name: _Counter() for name in _COUNTED}
        self._series = {name: _Series() for name in _MEASURED}
        self._mine: list[Level] = []
        self._theirs: list[Level] = []

    def phase(self, phase: Phase, now_s: float) -> None:
        """The call is in that phase from now on."""
        if phase is self._phase:
            return
        if phase is Phase.TALKING:
            self._talking_since_s = now_s
            self._first_talk_s = now_s if self._first_talk_s is None else self._first_talk_s
        elif self._talking_since_s is not None:
            self._talk_s += now_s - self._talking_since_s
            self._talking_since_s = None
        self._reconnects += phase is Phase.RECONNECTING
        self._phase = phase

    def device_failed(self) -> None:
        """A device stopped to serve, or did not begin to."""
        self._device_faults += 1

    def second(self, stats: CallStats, quality: LineQuality) -> None:
        """One more second, as the engine measured it and as the line was judged then."""
        for name, counter in self._counters.items():
            counter.hear(getattr(stats, name))
        if not stats.connected:
            return
        for name, series in self._series.items():
            series.hear(getattr(stats, name))
        self._audio_only_s += stats.audio_only
        self._codec = stats.codec or self._codec
        self._kind = _kind(stats.candidate_kind) or self._kind
        self._mine += [] if quality.mine is None else [quality.mine]
        self._theirs += [] if quality.theirs is None else [quality.theirs]

    def figures(self, now_s: float) -> CallFigures:
        """All of it so far."""
        talking_s = 0.0 if self._talking_since_s is None else now_s - self._talking_since_s
        counted, measured = self._counters, self._series
        first_s = self._first_talk_s
        freeze_s = counted["freeze_s"].total
        return CallFigures(
            duration_s=round(now_s - self._entered_s, 1),
            talk_s=round(self._talk_s + talking_s, 1),
            setup_ms=None if first_s is None else round((first_s - self._entered_s) * 1000, 1),
            reconnects=self._reconnects,
            device_faults=self._device_faults,
            codec=self._codec,
            candidate_kind=self._kind,
            frames_sent=counted["frames_sent"].count,
            frames_received=counted["frames_received"].count,
            frames_decoded=counted["frames_decoded"].count,
            frames_painted=counted["frames_painted"].count,
            frames_dropped=counted["frames_dropped"].count,
            freezes=counted["freezes"].count,
            freeze_s=None if freeze_s is None else round(freeze_s, 2),
            audio_only_s=self._audio_only_s,
            loss_in_mean=measured["loss"].mean,
            loss_in_p95=measured["loss"].quantile(_NEARLY_ALL),
            loss_out_mean=measured["loss_out"].mean,
            sound_concealed_mean=measured["sound_concealed"].mean,
            rtt_ms_median=measured["rtt_ms"].quantile(_MEDIAN),
            rtt_ms_p95=measured["rtt_ms"].quantile(_NEARLY_ALL),
            jitter_ms_median=measured["jitter_ms"].quantile(_MEDIAN),
            bitrate_in_bps_mean=measured["bitrate_in_bps"].mean,
            bitrate_out_bps_mean=measured["bitrate_out_bps"].mean,
            cpu_share_mean=measured["cpu_share"].mean,
            engine_lateness_ms_p95=measured["engine_lateness_ms"].quantile(_NEARLY_ALL),
            quality_mine=_seconds(self._mine),
            quality_theirs=_seconds(self._theirs),
        )


_COUNTED: Final = (
    "frames_sent",
    "frames_received",
    "frames_decoded",
    "frames_painted",
    "frames_dropped",
    "freezes",
    "freeze_s",
)
"""Fields of `CallStats` that only grow."""
_MEASURED: Final = (
    "loss",
    "loss_out",
    "sound_concealed",
    "rtt_ms",
    "jitter_ms",
    "bitrate_in_bps",
    "bitrate_out_bps",
    "cpu_share",
    "engine_lateness_ms",
)
"""Fields of `CallStats` that tell of the last second."""


def _kind(said: str | None) -> CandidateKind | None:
    return next((kind for kind in get_args(CandidateKind) if kind == said), None)


def _seconds(levels: Iterable[Level]) -> LevelSeconds:
    heard = list(levels)
    return LevelSeconds(**{level.name.lower(): heard.count(level) for level in Level})
