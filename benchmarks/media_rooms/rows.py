"""The rows of the media benchmark: each group holds its calls, ours and Chromium's in turn, and comes to outcomes."""

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from benchmarks.media_rooms import alone_rows, sound_rows
from benchmarks.media_rooms.bench import (
    CHROMIUMS,
    CLEAN,
    FAR,
    OURS,
    WE_OFFER,
    Bench,
    Outcome,
    Size,
    compared,
    in_turn,
    ways,
)
from benchmarks.media_rooms.ends import Kind
from benchmarks.media_rooms.namespaces import Side
from benchmarks.media_rooms.reading import (
    Freezes,
    freezes,
    latencies_ms,
    queued_ms,
    rate_bps,
    rates_bps,
    reached_after_s,
)
from benchmarks.media_rooms.shaper import Line
from benchmarks.media_rooms.talk import Talk, Way
from benchmarks.server_rooms.figures import percentile
from tests.fakes.network_path import Bursts, Conditions, with_outages

_VOICE_BPS: Final = 56_000
"""What sound takes on a line, with its headers and reports: left out of what pictures may take."""
_NEW_ADDRESS: Final = 7
_TARGET_BPS: Final = 1_500_000.0
_ENOUGH: Final = 0.85
_SMALL_BPS: Final = 500e3
_LOSSES: Final = {
    "2": ("2 % loss", Conditions(delay_s=0.05, loss=0.02)),
    "5": ("5 % loss", Conditions(delay_s=0.05, loss=0.05)),
    "10": ("10 % loss", Conditions(delay_s=0.05, loss=0.1)),
    "burst": ("5 % loss in bursts of 8", Conditions(delay_s=0.05, bursts=Bursts.of(0.05, 8))),
    "5-capped": ("5 % loss and 1 Mbit/s", Conditions(delay_s=0.05, loss=0.05, rate_bps=1e6)),
    "10-capped": ("10 % loss and 1 Mbit/s", Conditions(delay_s=0.05, loss=0.1, rate_bps=1e6)),
}
_CAPS: Final = {"300k": 300e3, "1M": 1e6, "2.5M": 2.5e6}


def clean(bench: Bench) -> list[Outcome]:
    """Lateness, cost and likeness of 720p30 on a clean line, at the bitrate that ours took."""
    return [outcome for codec in ("H264", "VP8") for outcome in _clean(bench, codec)]


def _clean(bench: Bench, codec: str) -> list[Outcome]:
    found: dict[Kind, list[_Clean]] = {Kind.OURS: [], Kind.CHROMIUM: []}
    most_bps: float | None = None
    for _ in range(bench.effort.runs):
        for kinds in (OURS, CHROMIUMS):
            # looked at twice: what is kept to be compared costs the end that keeps it
            hold = partial(bench.talk, kinds, CLEAN, size="large", codec=codec, most_bps=most_bps, keep_size=True)
            plain, keeping = hold(), hold(keep_every=15)
            if plain is None or keeping is None:
                continue
            found[kinds[0]].append(_Clean.read(bench, plain, keeping, "large"))
            if kinds is OURS and most_bps is None:
                most_bps = found[Kind.OURS][0].rate_bps - _VOICE_BPS
    ours, theirs = (_Clean.median(found[kind]) for kind in (Kind.OURS, Kind.CHROMIUM))
    mark = codec.lower()
    rates = f"{ours.rate_bps / 1000:.0f} and {theirs.rate_bps / 1000:.0f} kbit/s each way"
    rates += f", {ours.width:.0f} and {theirs.width:.0f} wide"
    return [
        compared(
            f"latency-{mark}",
            f"frame latency, 720p30, clean, {codec}, median",
            ours.latency_ms,
            theirs.latency_ms,
            "ms",
            0.6,
            f"p95 {ours.late_ms:.0f} and {theirs.late_ms:.0f} ms; {ours.fps:.1f} and {theirs.fps:.1f} pictures/s",
        ),
        compared(
            f"cpu-{mark}",
            f"CPU of both ends, 720p30 both ways, {codec}",
            100 * ours.cpu,
            100 * theirs.cpu,
            "% of a core",
            1.0,
            rates,
        ),
        Outcome(
            f"ssim-{mark}",
            f"SSIM at equal bitrate, 720p30, {codec}",
            ours.ssim,
            theirs.ssim,
            "",
            ours.ssim - theirs.ssim,
            least=-0.005,
            remark=rates,
        ),
    ]


@dataclass(frozen=True)
class _Clean:
    """What one kind of end was like on a clean line."""

    latency_ms: float
    late_ms: float
    fps: float
    cpu: float
    rate_bps: float
    width: float
    ssim: float

    @classmethod
    def read(cls, bench: Bench, plain: Talk, keeping: Talk, size: Size) -> "_Clean":
        """From two calls of the same kind."""
        since, until = bench.settled(plain)
        late = [ms for way in ways(plain) for at, ms in _latencies(way) if since <= at < until]
        return cls(
            percentile(late, 0.5),
            percentile(late, 0.95),
            len(late) / 2 / (until - since),
            sum(plain.cpu),
            statistics.fmean(rate_bps(way.carried, since, until) for way in ways(plain)),
            statistics.median(each.width for way in ways(plain) for each in way.receiver.seen if since <= each.at_s),
            bench.ssim(keeping, size),
        )

    @classmethod
    def median(cls, runs: Sequence["_Clean"]) -> "_Clean":
        """Of each by itself."""
        values = zip(*(vars(each).values() for each in runs), strict=True) if runs else [[math.nan]] * 7
        return cls(*(statistics.median(each) for each in values))


def set_up(bench: Bench) -> list[Outcome]:
    """From the word to begin to the first picture at both ends."""
    outcomes = []
    for name, words, line in (
        ("lan", "LAN", CLEAN),
        ("far", "round trip 100 ms", Line(FAR)),
    ):
        ours, theirs = (
            statistics.median(times)
            for times in in_turn(bench.effort.runs, lambda kinds, _run: _set_up_ms(bench, kinds, line))  # noqa: B023 - called at once
        )
        measure = f"set-up, {words}: join to first picture at both ends"
        outcomes.append(compared(f"set-up-{name}", measure, ours, theirs, "ms", 0.6))
    ours, theirs = (
        percentile(times, 0.95)
        for times in in_turn(
            bench.effort.set_ups,
            lambda kinds, run: _set_up_ms(bench, kinds, Line(Conditions(delay_s=0.01, loss=0.1), seed=run)),
        )
    )
    outcomes.append(
        Outcome("set-up-lossy", "set-up at 10 % loss, p95", ours, theirs, "ms", ours, most=700.0, remark="of both ends")
    )
    return outcomes


def _set_up_ms(bench: Bench, kinds: tuple[Kind, Kind], line: Line) -> float:
    talk = bench.talk(kinds, line, seconds=0.1)
    return math.inf if talk is None else 1000 * (max(talk.first_s) - talk.joined_s)


def losses(bench: Bench) -> list[Outcome]:
    """Freezes on lines that lose packets."""
    outcomes = []
    for name, (words, conditions) in _LOSSES.items():

        def frozen_s(kinds: tuple[Kind, Kind], run: int, conditions: Conditions = conditions) -> float:
            talk = bench.talk(kinds, Line(conditions, seed=run))
            return 2 * bench.effort.seconds if talk is None else sum(_frozen(way, talk).total_s for way in ways(talk))

        ours, theirs = in_turn(bench.effort.seeds, frozen_s)
        outcomes.append(
            compared(
                f"freezes-{name}",
                f"total freeze time, {words}, round trip 100 ms",
                statistics.fmean(ours),
                statistics.fmean(theirs),
                f"s of {2 * bench.effort.seconds:.0f}, both ways",
                1.0,
                f"worst seed {max(ours):.1f} and {max(theirs):.1f} s",
            )
        )
    return outcomes


def outage(bench: Bench) -> list[Outcome]:
    """How long the picture stands still when the line does for a second."""
    begins_s = bench.effort.seconds / 2
    line = Line(with_outages(FAR, [(begins_s, begins_s + 1)]))

    def longest_s(kinds: tuple[Kind, Kind], _run: int) -> float:
        talk = bench.talk(kinds, line)
        return math.inf if talk is None else max(_frozen(way, talk).longest_s for way in ways(talk))

    ours, theirs = (statistics.median(times) for times in in_turn(bench.effort.runs, longest_s))
    measure = "longest freeze after an outage of 1 s, round trip 100 ms"
    return [Outcome("outage", measure, ours, theirs, "s", ours, most=1.15)]


def caps(bench: Bench) -> list[Outcome]:
    """How much of a clean line that is narrow is used, how soon, and how long packets wait for it."""
    return [outcome for name, cap_bps in _CAPS.items() for outcome in _cap(bench, name, cap_bps)]


def _cap(bench: Bench, name: str, cap_bps: float) -> list[Outcome]:
    line = Line(Conditions(delay_s=0.025, rate_bps=cap_bps))

    def read(kinds: tuple[Kind, Kind], _run: int) -> tuple[float, float, float]:
        # a small picture does not need a megabit: an encoder at its finest leaves the rest of the line alone
        talk = bench.talk(
            kinds, line, size="small" if cap_bps < _SMALL_BPS else "large", seconds=1.5 * bench.effort.seconds
        )
        if talk is None:
            return 0.0, math.inf, math.inf
        since, until = bench.settled(talk)
        use = statistics.fmean(rate_bps(way.carried, since, until) for way in ways(talk)) / cap_bps
        reached = max(
            reached_after_s(rates_bps(way.carried, talk.joined_s, until), _ENOUGH * cap_bps, talk.joined_s)
            for way in ways(talk)
        )
        return use, reached, max(queued_ms(way.carried, talk.joined_s, until, 0.95) for way in ways(talk))

    ours, theirs = (
        [statistics.median(values) for values in zip(*runs, strict=True)] for runs in in_turn(bench.effort.runs, read)
    )
    words = f"clean cap of {name}bit/s"
    return [
        Outcome(f"cap-{name}-use", f"use of a {words}", 100 * ours[0], 100 * theirs[0], "%", 100 * ours[0], least=85.0),
        compared(f"cap-{name}-time", f"time to 85 % of a {words}", ours[1], theirs[1], "s", 1.0),
        compared(f"cap-{name}-queue", f"queueing delay caused on a {words}, p95", ours[2], theirs[2], "ms", 1.0),
    ]


def mixed(bench: Bench) -> list[Outcome]:
    """Between a browser and us: how much of 1.5 Mbit/s flows in the second that begins four seconds after set-up."""
    found: list[tuple[float, float]] = []
    for _ in range(bench.effort.runs):
        talk = bench.talk(WE_OFFER, CLEAN, size="large", most_bps=_TARGET_BPS, seconds=6.0)
        if talk is None:
            found.append((0.0, 0.0))
        else:
            there, back = (rate_bps(way.carried, talk.from_s + 4, talk.from_s + 5) for way in ways(talk))
            found.append((there, back))
    to_them, to_us = (100 * statistics.median(rates) / _TARGET_BPS for rates in zip(*found, strict=True))
    words = "share of 1.5 Mbit/s within 5 s"
    return [
        Outcome("mixed-to-us", f"Chromium to us: {words}", to_us, None, "%", to_us, least=95.0),
        Outcome("mixed-to-chromium", f"us to Chromium: {words}", to_them, None, "%", to_them, least=95.0),
    ]


def new_address(bench: Bench) -> list[Outcome]:
    """Our address is taken away in a call, and another given."""

    def move(sides: tuple[Side, Side]) -> None:
        sides[0].lose_address()
        sides[0].gain_address(_NEW_ADDRESS)

    waited_s = []
    for _ in range(bench.effort.runs):
        talk = bench.talk(OURS, Line(FAR), seconds=12.0, at=(3.0, move))
        waited_s.append(math.inf if talk is None else max(_frozen(way, talk).longest_s for way in ways(talk)))
    value = statistics.median(waited_s)
    measure = "network change under a call, round trip 100 ms: longest time without pictures"
    return [Outcome("new-address", measure, value, None, "s", value, most=2.0)]


GROUPS: Final[dict[str, Callable[[Bench], list[Outcome]]]] = {
    "clean": clean,
    "set-up": set_up,
    "freezes": losses,
    "outage": outage,
    "caps": caps,
    "mixed": mixed,
    "new-address": new_address,
    "speech": sound_rows.speech,
    "mouth-to-ear": sound_rows.mouth_to_ear,
    "echo": alone_rows.echo,
    "memory": alone_rows.memory,
}


ORDER: Final = (
    *(f"{what}-{codec}" for what in ("latency", "cpu", "ssim") for codec in ("h264", "vp8")),
    *(f"set-up-{where}" for where in ("lan", "far", "lossy")),
    *(f"freezes-{name}" for name in _LOSSES),
    "outage",
    *(f"cap-{name}-{what}" for name in _CAPS for what in ("use", "time", "queue")),
    "mixed-to-us",
    "mixed-to-chromium",
    "new-address",
    *(f"speech-{name}" for name in sound_rows.LOSSES),
    *(f"mouth-to-ear-{name}" for name in sound_rows.WAYS),
    *alone_rows.NAMES,
)
"""Of all rows, as the table has them."""


def _latencies(way: Way) -> list[tuple[float, float]]:
    return latencies_ms(way.sender.sent, way.receiver.seen)


def _frozen(way: Way, talk: Talk) -> Freezes:
    return freezes([each.at_s for each in way.receiver.seen], talk.from_s, talk.until_s)
