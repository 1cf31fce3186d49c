"""What the rows of the media benchmark are made with: how much is put into it, and the calls that are held."""

import math
import statistics
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal, TypeVar

from benchmarks.media_rooms.clip import Clip, drawn, recorded
from benchmarks.media_rooms.ends import ROOT, Devices, EndFailedError, Kind, Setting
from benchmarks.media_rooms.namespaces import Side
from benchmarks.media_rooms.reading import likeness
from benchmarks.media_rooms.shaper import Line
from benchmarks.media_rooms.talk import Laboratory, Talk, Way
from tests.fakes.network_path import Conditions

Value = TypeVar("Value")

OURS: Final = (Kind.OURS, Kind.OURS)
CHROMIUMS: Final = (Kind.CHROMIUM, Kind.CHROMIUM)
WE_OFFER: Final = (Kind.OURS, Kind.CHROMIUM)

CLEAN: Final = Line(Conditions(delay_s=0.001))
FAR: Final = Conditions(delay_s=0.05)
"""A round trip of 100 ms."""
_FOLDER: Final = ROOT / "build" / "media"

Size = Literal["large", "small"]
_SIZES: Final[dict[Size, tuple[int, int]]] = {"large": (1280, 720), "small": (640, 360)}


@dataclass(frozen=True)
class Effort:
    """How much is put into it.

    Attributes:
        runs: of each call that is not about chance.
        seeds: of each that is.
        set_ups: how many set-ups on a lossy line.
        seconds: how long a call lasts once pictures flow.
        settling_s: how long of that passes before rates, cost and likeness are measured.
        rooms: synthetic ones, for the echo.
        virtual_minutes: of the call whose memory is watched.
    """

    runs: int = 3
    seeds: int = 10
    set_ups: int = 40
    seconds: float = 20.0
    settling_s: float = 10.0
    rooms: int = 5
    virtual_minutes: float = 120.0


QUICK: Final = Effort(runs=1, seeds=2, set_ups=5, seconds=8.0, settling_s=4.0, rooms=1, virtual_minutes=15.0)
"""To see that it works; its values say little."""


@dataclass(frozen=True)
class Outcome:
    """What a row came to.

    Attributes:
        name: of the row.
        measure: in words.
        ours: the median of our runs.
        chromium: the same of Chromium's; None where it is no matter of comparison.
        unit: of both.
        value: what is held against the target: their ratio, or ours.
        most: the target, where it is an upper bound.
        least: the target, where it is a lower bound.
        remark: what else is worth knowing.
    """

    name: str
    measure: str
    ours: float
    chromium: float | None
    unit: str
    value: float
    most: float | None = None
    least: float | None = None
    remark: str = ""


def compared(
    name: str, measure: str, ours: float, chromium: float, unit: str, most: float, remark: str = ""
) -> Outcome:
    """An outcome whose target is a ratio of ours to Chromium's; nothing beside nothing is even."""
    return Outcome(name, measure, ours, chromium, unit, _ratio(ours, chromium), most=most, remark=remark)


def _ratio(ours: float, chromium: float) -> float:
    if math.isinf(ours) or (chromium == 0 and ours > 0):
        return math.inf
    return ours / chromium if chromium else 1.0


class Bench:
    """Holds the calls."""

    def __init__(self, laboratory: Laboratory, effort: Effort, own_clip: Path | None, kept: Path) -> None:
        self.effort = effort
        self._laboratory = laboratory
        self._own_clip = own_clip
        self._kept = kept
        self._clips: dict[Size, Clip] = {}

    def clip(self, size: Size) -> Clip:
        """What is shown in calls of that size."""
        if size not in self._clips:
            width, height = _SIZES[size]
            self._clips[size] = (
                drawn(_FOLDER, source=1, width=width, height=height)
                if self._own_clip is None
                else recorded(self._own_clip, _FOLDER, source=1, width=width, height=height)
            )
        return self._clips[size]

    def talk(
        self,
        kinds: tuple[Kind, Kind],
        line: Line,
        *,
        size: Size = "small",
        codec: str = "H264",
        most_bps: float | None = None,
        keep_size: bool = False,
        keep_every: int = 0,
        seconds: float | None = None,
        at: tuple[float, Callable[[tuple[Side, Side]], None]] | None = None,
        devices: tuple[Devices, Devices] | None = None,
    ) -> Talk | None:
        """Hold one; None where it did not come about."""
        setting = Setting(
            self.clip(size),
            codec,
            None if most_bps is None else int(most_bps),
            keep_size,
            keep_every,
            tempfile.mkdtemp(dir=self._kept),
        )
        settings = (setting, setting)
        if devices is not None:
            settings = replace(setting, devices=devices[0]), replace(setting, devices=devices[1])
        try:
            return self._laboratory.talk(kinds, settings, line, seconds or self.effort.seconds, at)
        except EndFailedError as error:
            print(f"a call failed: {error}")
            return None

    def ssim(self, talk: Talk, size: Size) -> float:
        """The likeness of the pictures kept in a call, of the second half of them, both ways together."""
        return statistics.fmean(
            likeness(self.clip(size), way.receiver.kept[len(way.receiver.kept) // 2 :]) for way in ways(talk)
        )

    def settled(self, talk: Talk) -> tuple[float, float]:
        """From when to when rates, cost and lateness are measured."""
        return talk.from_s + self.effort.settling_s, talk.until_s


def ways(talk: Talk) -> tuple[Way, Way]:
    """Both."""
    return talk.there, talk.back


def in_turn(runs: int, measure: Callable[[tuple[Kind, Kind], int], Value]) -> tuple[list[Value], list[Value]]:
    """Measure ours, Chromium's, ours again …, so that what the machine does meanwhile falls to both."""
    pairs = [(measure(OURS, run), measure(CHROMIUMS, run)) for run in range(runs)]
    return [ours for ours, _ in pairs], [theirs for _, theirs in pairs]
