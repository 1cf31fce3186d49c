"""The table of results, and what is reckoned into it."""

import math
from pathlib import Path

import pytest

from benchmarks.media_rooms import results
from benchmarks.media_rooms.bench import Outcome, compared
from benchmarks.media_rooms.plot import Course, draw
from benchmarks.media_rooms.reading import Freezes


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return tmp_path / "media" / "RESULTS.md"


def write(table: Path, *outcomes: Outcome, remark: str = "") -> list[str]:
    order = ("one", "two", "three")
    results.write(table, outcomes, about="a machine", command="the command", order=order, remark=remark)
    return [line for line in table.read_text("utf-8").splitlines() if line.startswith("| `")]


def test_ours_beside_chromium_s_is_a_ratio_and_nothing_beside_nothing_is_even() -> None:
    assert compared("one", "", 30, 60, "ms", 1.0).value == 0.5
    assert compared("one", "", 0, 0, "s", 1.0).value == 1.0
    assert compared("one", "", 1, 0, "s", 1.0).value == math.inf


def test_a_row_says_whether_its_target_was_reached(table: Path) -> None:
    lines = write(
        table,
        compared("one", "latency", 30, 60, "ms", 0.6, "p95 70"),
        Outcome("two", "use", 46.0, 86.0, "%", 46.0, least=85),
        Outcome("three", "set-up", math.inf, None, "ms", math.inf, most=700),
    )
    assert lines[0].startswith("| `one` | latency (p95 70) | 30 ms | 60 ms | ≤ 0.6 | 0.5 | yes | ")
    assert lines[1].startswith("| `two` | use | 46 % | 86 % | ≥ 85 | 46 | **no** | ")
    assert lines[2].startswith("| `three` | set-up | inf ms |  | ≤ 700 | inf | **no** | ")
    assert "a machine. Newest run: " in table.read_text("utf-8")
    assert "`the command`" in table.read_text("utf-8")


def test_what_was_not_run_stays_and_what_was_takes_its_old_place(table: Path) -> None:
    write(
        table, compared("one", "latency", 30, 60, "ms", 0.6), compared("three", "cpu", 1, 2, "%", 1.0), remark=", quick"
    )
    lines = write(table, compared("two", "queue", 1, 2, "ms", 1.0), compared("three", "cpu", 3, 2, "%", 1.0))
    assert [line.split("`")[1] for line in lines] == ["one", "two", "three"]
    assert ["quick" in line for line in lines] == [True, False, False]
    assert "| 1.5 | **no** |" in lines[2]


def test_figures_are_those_of_the_table() -> None:
    figures = results.figures([compared("one", "latency", 30, 60, "ms", 0.6), compared("two", "x", 1, 0, "s", 1.0)])
    assert figures["one"] == {
        "value": 0.5,
        "unit": "ratio",
        "target": 0.6,
        "reached": True,
        "ours": 30,
        "chromium": 60,
    }
    assert figures["two"]["reached"] is False


def test_a_comparison_that_has_a_least_is_a_difference() -> None:
    figures = results.figures([Outcome("one", "PESQ", 3.0, 3.5, "of 4.64", -0.5, least=0.0)])
    assert figures["one"]["unit"] == "difference"
    assert figures["one"]["reached"] is False


def test_the_plot_has_a_panel_for_each_line_and_end_and_marks_freezes() -> None:
    course = Course([(1.0, 1.0), (20.0, 2.0)], [(1.0, 100.0), (20.0, 300.0)], Freezes(((5.0, 2.0),)))
    empty = Course((), (), Freezes(()))
    image = draw(["a", "b"], ["ours", "theirs"], [[course, empty], [empty, course]])
    colours = image.getcolors(1 << 20)
    assert colours is not None
    assert (0xF3, 0xB6, 0xB6) in {colour for _, colour in colours}
