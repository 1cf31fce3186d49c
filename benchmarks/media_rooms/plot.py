"""A picture of five lines over time: what flows, how late it is and where it stands still, ours above Chromium's."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from benchmarks.media_rooms.bench import CHROMIUMS, FAR, OURS, Bench
from benchmarks.media_rooms.ends import Kind
from benchmarks.media_rooms.reading import Freezes, freezes, latencies_ms, rates_bps
from benchmarks.media_rooms.shaper import Line
from tests.fakes.network_path import Bursts, Conditions, with_outages

_SECONDS: Final = 30.0
_LINES: Final = (
    (
        "2.5, 0.5 and again 2.5 Mbit/s",
        Line(
            [
                (0.0, Conditions(delay_s=0.05, rate_bps=2.5e6)),
                (10.0, Conditions(delay_s=0.05, rate_bps=0.5e6)),
                (20.0, Conditions(delay_s=0.05, rate_bps=2.5e6)),
            ]
        ),
    ),
    ("5 % loss", Line(Conditions(delay_s=0.05, loss=0.05), seed=1)),
    ("5 % loss in bursts of 8", Line(Conditions(delay_s=0.05, bursts=Bursts.of(0.05, 8)), seed=1)),
    ("outages of 1 s at 10 and 20 s", Line(with_outages(FAR, [(10.0, 11.0), (20.0, 21.0)]))),
    ("10 % loss and 1 Mbit/s", Line(Conditions(delay_s=0.05, loss=0.1, rate_bps=1e6), seed=1)),
)
_PANEL: Final = (420, 190)
_LEFT: Final = 60
_RIGHT: Final = 56
_TOP: Final = 54
_GAP: Final = 44
_MOST_MBIT: Final = 3.0
_MOST_MS: Final = 600.0
_WHITE: Final = "#ffffff"
_GREY: Final = "#c8ccd2"
_BLACK: Final = "#1f2430"
_RATE: Final = "#1f77b4"
_DELAY: Final = "#d9822b"
_FROZEN: Final = "#f3b6b6"

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Course:
    """What one kind of end did on one line, the first direction: seconds from the word to begin.

    Attributes:
        rate_mbit: over the second before.
        late_ms: each picture.
        frozen: where it stood still.
    """

    rate_mbit: Points
    late_ms: Points
    frozen: Freezes


def plot(bench: Bench, file: Path) -> None:
    """Hold the calls and draw them."""
    courses = [[_course(bench, kinds, line) for _, line in _LINES] for kinds in (OURS, CHROMIUMS)]
    file.parent.mkdir(parents=True, exist_ok=True)
    draw([words for words, _ in _LINES], ["ours", "Chromium"], courses).save(file, optimize=True)


def draw(titles: Sequence[str], names: Sequence[str], courses: Sequence[Sequence[Course]]) -> Image.Image:
    """One column for each line, one row for each kind of end."""
    width = len(titles) * (_LEFT + _PANEL[0] + _RIGHT)
    height = _TOP + len(names) * (_PANEL[1] + _GAP)
    image = Image.new("RGB", (width, height), _WHITE)
    pen = ImageDraw.Draw(image)
    font = ImageFont.load_default(14)
    legend = ((_RATE, "bitrate, Mbit/s (left)"), (_DELAY, "delay of a picture, ms (right)"), (_FROZEN, "frozen"))
    at = _LEFT
    for colour, words in legend:
        pen.rectangle((at, 10, at + 14, 22), fill=colour)
        pen.text((at + 20, 8), words, _BLACK, font)
        at += 50 + round(font.getlength(words))
    for row, name in enumerate(names):
        for column, title in enumerate(titles):
            corner = (column * (_LEFT + _PANEL[0] + _RIGHT) + _LEFT, _TOP + row * (_PANEL[1] + _GAP))
            _panel(pen, font, corner, f"{name}: {title}", courses[row][column])
    return image


def _course(bench: Bench, kinds: tuple[Kind, Kind], line: Line) -> Course:
    talk = bench.talk(kinds, line, size="large", seconds=_SECONDS)
    if talk is None:
        return Course((), (), Freezes(()))
    way, began_s = talk.there, talk.joined_s
    frozen = freezes([each.at_s for each in way.receiver.seen], talk.from_s, talk.until_s)
    return Course(
        [(at_s - began_s, bps / 1e6) for at_s, bps in rates_bps(way.carried, began_s, talk.until_s)],
        [(at_s - began_s, ms) for at_s, ms in latencies_ms(way.sender.sent, way.receiver.seen)],
        Freezes(tuple((at_s - began_s, length_s) for at_s, length_s in frozen.times)),
    )


def _panel(
    pen: ImageDraw.ImageDraw,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    corner: tuple[int, int],
    title: str,
    course: Course,
) -> None:
    left, top = corner
    width, height = _PANEL

    def place(at_s: float, share: float) -> tuple[float, float]:
        """Of a moment and a share of the panel's height."""
        return left + width * min(at_s / _SECONDS, 1.0), top + height * (1 - min(share, 1.0))

    for since_s, length_s in course.frozen.times:
        x0, x1 = place(since_s, 0)[0], place(since_s + length_s, 0)[0]
        pen.rectangle((x0, top, max(x1, x0 + 1), top + height), fill=_FROZEN)
    for step in range(4):
        y = top + height * step / 3
        pen.line((left, y, left + width, y), _GREY)
        pen.text((left - 30, y - 8), f"{_MOST_MBIT * (1 - step / 3):.0f}", _RATE, font)
        pen.text((left + width + 6, y - 8), f"{_MOST_MS * (1 - step / 3):.0f}", _DELAY, font)
    for second in range(0, int(_SECONDS) + 1, 10):
        pen.text((place(second, 0)[0] - 6, top + height + 2), f"{second} s", _BLACK, font)
    for (t0, late0), (t1, late1) in pairwise(course.late_ms):
        pen.line((*place(t0, late0 / _MOST_MS), *place(t1, late1 / _MOST_MS)), _DELAY)
    for (t0, rate0), (t1, rate1) in pairwise(course.rate_mbit):
        pen.line((*place(t0, rate0 / _MOST_MBIT), *place(t1, rate1 / _MOST_MBIT)), _RATE, 2)
    usual = f", median {statistics.median(ms for _, ms in course.late_ms):.0f} ms" if course.late_ms else ": no call"
    pen.text((left, top - 20), f"{title} ({course.frozen.total_s:.1f} s frozen{usual})", _BLACK, font)
