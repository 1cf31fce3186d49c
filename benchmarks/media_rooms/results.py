"""The table of all rows: what was run anew takes its place in it, what was not stays as it was."""

import math
import os
import platform
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Final

from benchmarks.media_rooms.bench import Outcome
from benchmarks.media_rooms.chromium_end import BROWSER
from benchmarks.server_rooms.figures import Figures, figure

TABLE: Final = Path(__file__).resolve().parent.parent / "media" / "RESULTS.md"
_HEAD: Final = """# The media engine beside Chromium

{about}. Newest run: {date}, `{command}`.

Both hold the same calls through the same shaper between network namespaces, in turn, and show the same clip. Where both
are compared, the value is the ratio ours / Chromium's, or with a lower bound the difference. A row that was not run
keeps its older values; a run that was only to see that the laboratory works says `quick`.

| row | measure | ours | Chromium | target | value | reached | run |
|---|---|---|---|---|---|---|---|
"""


def figures(outcomes: Iterable[Outcome]) -> Figures:
    """As every benchmark tells them."""
    return {
        each.name: figure(each.value, _unit(each), most=each.most, least=each.least)
        | {"ours": _rounded(each.ours), "chromium": None if each.chromium is None else _rounded(each.chromium)}
        for each in outcomes
    }


def write(
    file: Path, outcomes: Iterable[Outcome], *, about: str, command: str, order: Iterable[str], remark: str
) -> None:
    """Bring a table up to date.

    Args:
        file: where it is, or is to be.
        outcomes: of this run.
        about: the machine, and what was compared.
        command: by which it was run.
        order: the names of rows, as far as known; others come last.
        remark: of the run, for each of its rows.
    """
    date = f"{datetime.now(UTC):%Y-%m-%d}"
    lines = _lines(file)
    for each in outcomes:
        lines[each.name] = _line(each, f"{date}{remark}")
    places = {name: place for place, name in enumerate(order)}
    ordered = sorted(lines, key=lambda name: places.get(name, len(places)))
    head = _HEAD.format(about=about, date=date, command=command)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(head + "".join(f"{lines[name]}\n" for name in ordered), "utf-8")


def about() -> str:
    """What this machine is, and the versions of what is compared here."""
    return f"{_machine()}; {_versions()}"


def _machine() -> str:
    cpu = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        platform.machine(),
    )
    return f"{os.cpu_count()} cores of {cpu}, Linux {platform.release().split('-')[0]}"


def _versions() -> str:
    browser = subprocess.run([BROWSER, "--version"], capture_output=True, text=True, check=False).stdout.split("built")[
        0
    ]
    ours = ", ".join(f"{name} {version(name)}" for name in ("aiortc", "aioice", "av"))
    return f"{browser.strip() or 'no Chromium'}; Python {platform.python_version()}, {ours}"


def _lines(file: Path) -> dict[str, str]:
    """The table's lines by the names of their rows."""
    if not file.exists():
        return {}
    lines = [line for line in file.read_text("utf-8").splitlines() if line.startswith("| `")]
    return {line.split("`")[1]: line for line in lines}


def _line(each: Outcome, run: str) -> str:
    bound = f"≤ {each.most:g}" if each.most is not None else f"≥ {each.least:g}"
    reached = each.value <= each.most if each.most is not None else each.value >= (each.least or 0.0)
    measure = each.measure + (f" ({each.remark})" if each.remark else "")
    theirs = "" if each.chromium is None else f"{_number(each.chromium)} {each.unit}"
    cells = (
        f"`{each.name}`",
        measure,
        f"{_number(each.ours)} {each.unit}",
        theirs,
        bound,
        _number(each.value),
        "yes" if reached else "**no**",
        run,
    )
    return f"| {' | '.join(cells)} |"


def _unit(each: Outcome) -> str:
    """Of the value: a comparison with a lower bound is a difference."""
    if each.chromium is None or each.value == each.ours:
        return each.unit
    return "ratio" if each.least is None else "difference"


def _rounded(value: float) -> float | None:
    return round(value, 3) if math.isfinite(value) else None


def _number(value: float) -> str:
    return f"{value:.3g}" if math.isfinite(value) and abs(value) < 1000 else f"{value:.0f}"
