"""Documents drawn by a real process of their own: whatever it meets, the desk goes on and says a clear word."""

import asyncio
import io
import os
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest
from PIL import Image

from desk_client.client.viewing.drawing import Drawn, Opened, Wanted
from desk_client.client.viewing.limits import ViewLimits
from desk_client.client.viewing.reading import Reading
from desk_client.client.viewing.trouble import Trouble
from desk_client.config.confinement import READY, started
from desk_client.domain.attachment_kinds import Kind
from tests import papers

Open = Callable[..., "Given"]
PAGE = Wanted(0, 300, 424)


class Given(Reading):
    """One whose document is there already."""

    def __init__(self, data: bytes, *which: Any, **how: Any) -> None:
        super().__init__(*which, **how)
        self.given = data

    async def open(self, data: bytes | None = None) -> Opened | Trouble:
        return await super().open(self.given if data is None else data)


@pytest.fixture
async def reading() -> AsyncIterator[Open]:
    """Opens documents, and lets go of them all."""
    made: list[Given] = []

    def make(*which: Any, **how: Any) -> Given:
        made.append(Given(*which, **how))
        return made[-1]

    yield make
    for each in made:
        each.close()


def colour(drawn: Drawn | Trouble, x: float, y: float) -> tuple[int, int, int]:
    """Red, green and blue of a point, told in parts of the page."""
    assert isinstance(drawn, Drawn), drawn
    wanted = drawn.wanted
    at = 4 * (int(y * (wanted.height - 1)) * wanted.width + int(x * (wanted.width - 1)))
    blue, green, red = drawn.pixels[at : at + 3]
    return red, green, blue


async def opened(document: Given) -> Opened:
    found = await document.open()
    assert isinstance(found, Opened), found
    return found


async def test_a_pdf_is_drawn_as_it_is_seen_at_the_size_that_is_wanted(reading: Open) -> None:
    document = reading(papers.pdf(2, [papers.A4, (842.0, 595.0)]))
    sizes = [(page.width, page.height) for page in (await opened(document)).pages if page is not None]
    assert sizes == [papers.A4, (842.0, 595.0)]
    drawn = await document.draw(PAGE)
    assert colour(drawn, 0.5, 0.5) == (255, 255, 255)
    assert colour(drawn, 0.5, 1 - 20 / 842) == (255, 0, 0), "the frame is red: bytes are blue, green, red"
    assert isinstance(drawn, Drawn)
    assert len(drawn.pixels) == 300 * 424 * 4


@pytest.mark.parametrize(("turn", "red"), [(0, (0.1, 0.5)), (90, (0.5, 0.1)), (180, (0.9, 0.5)), (270, (0.5, 0.9))])
@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
async def test_a_photo_is_drawn_and_turned_clockwise(
    reading: Open, kind: str, turn: int, red: tuple[float, float]
) -> None:
    document = reading(papers.photo(kind=kind))
    await opened(document)
    across = turn in {90, 270}
    drawn = await document.draw(Wanted(0, 48 if across else 64, 64 if across else 48, turn))
    shown = colour(drawn, *red)
    assert shown[0] > 240
    assert shown[2] < 15


async def test_a_pdf_turns_the_same_way(reading: Open) -> None:
    top = "\nq 0 0 1 rg 0 700 595 142 re f Q"
    document = reading(papers.pdf(1, stroke=top))
    await opened(document)
    assert colour(await document.draw(Wanted(0, 424, 300, 90)), 0.95, 0.5) == (0, 0, 255), "the top is on the right now"


@pytest.mark.parametrize(
    ("data", "trouble"),
    [
        (b"", Trouble.EMPTY),
        (b"MZ\x90\x00", Trouble.NOT_SHOWN),
        (b"%PDF-1.4\nnothing", Trouble.DAMAGED),
        (papers.cut_off(), Trouble.DAMAGED),
        (papers.locked(), Trouble.ENCRYPTED),
        (papers.pdf(0), Trouble.NO_PAGES),
        (papers.photo()[:60], Trouble.DAMAGED),
        (papers.photo(kind="JPEG")[:200], Trouble.DAMAGED),
    ],
    ids=["empty", "program", "garbage", "cut", "locked", "no-pages", "half-png", "half-jpeg"],
)
async def test_what_cannot_be_shown_is_named(reading: Open, data: bytes, trouble: Trouble) -> None:
    assert await reading(data).open() is trouble


async def test_more_than_is_shown_is_refused_before_it_is_decoded(reading: Open) -> None:
    few = ViewLimits(most_bytes=100_000, most_pages=3, most_pixels=1000)
    assert await reading(papers.pdf(4), few).open() is Trouble.TOO_LARGE
    assert await reading(papers.photo(), few).open() is Trouble.TOO_LARGE
    assert await reading(papers.pdf() + b" " * 100_000, few).open() is Trouble.TOO_LARGE


async def test_a_giant_page_is_named_and_the_others_are_drawn(reading: Open) -> None:
    document = reading(papers.pdf(2, [(1e6, 1e6), papers.A4]))
    giant, usual = (await opened(document)).pages
    assert giant is None
    assert usual is not None
    assert await document.draw(Wanted(0, 20_000, 20_000)) is Trouble.PAGE_TOO_LARGE, "nobody asks for so many pixels"
    assert isinstance(await document.draw(replace(PAGE, page=1)), Drawn)


async def test_two_hundred_pages_open_at_once_and_page_one_is_there(reading: Open) -> None:
    data = papers.pdf(200)
    best = 9.0
    for _ in range(3):
        begun = time.perf_counter()
        document = reading(data)
        assert len((await opened(document)).pages) == 200
        assert isinstance(await document.draw(Wanted(0, 1100, 1556)), Drawn)
        best = min(best, time.perf_counter() - begun)
    assert isinstance(await document.draw(replace(PAGE, page=199)), Drawn)
    assert best < 1.0, f"{best * 1000:.0f} ms; 300 on a machine of which others take no part"


async def test_a_process_that_is_killed_is_replaced_and_the_page_is_drawn(reading: Open) -> None:
    document = reading(papers.pdf())
    await opened(document)
    await document.draw(PAGE)
    before = document.process_id
    assert before is not None
    psutil.Process(before).kill()
    assert isinstance(await document.draw(replace(PAGE, page=1)), Drawn)
    assert document.process_id != before


def _doing(tmp_path: Path, work: str) -> Callable[..., subprocess.Popen[bytes]]:
    """A process that opens a document well, and then does this with the first page that is wanted."""
    program = tmp_path / "renderer.py"
    program.write_text(
        "import json, os, sys, threading\n"
        "from desk_client.config.confinement import READY, give_up_rights\n"
        "give_up_rights(memory_bytes=512 * 1024 * 1024, cpu_s=1)\n"
        "out, source = sys.stdout.buffer, sys.stdin.buffer\n"
        "out.write(READY); out.flush()\n"
        "source.read(json.loads(source.readline())['size'])\n"
        "out.write(b'{\"pages\": [[595.0, 842.0]]}\\n'); out.flush()\n"
        f"source.readline()\n{work}\n"
    )

    def start(module: str, *arguments: str) -> subprocess.Popen[bytes]:
        del module, arguments
        return subprocess.Popen(
            [sys.executable, str(program)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PYTHONPATH": str(Path(__file__).parents[3])},
        )

    return start


_FULL = 300 * 424 * 4


@pytest.mark.parametrize(
    ("work", "trouble"),
    [
        ("os.abort()", Trouble.GAVE_UP),
        ("bytearray(2 * 1024 ** 3)", Trouble.GAVE_UP),
        ("while True: pass", Trouble.GAVE_UP),
        ("threading.Event().wait()", Trouble.TOO_SLOW),
        ("out.write(b'what?\\n'); out.flush(); source.readline()", Trouble.GAVE_UP),
        ("out.write(b'{\"size\": 9}\\n' + b'x' * 9); out.flush(); source.readline()", Trouble.GAVE_UP),
        ('out.write(b\'{"trouble": "of another world"}\\n\'); out.flush()', Trouble.GAVE_UP),
        (f"out.write(b'{{\"size\": {_FULL}}}\\n' + b'x' * 9); out.flush()", Trouble.GAVE_UP),
        ("open('/etc/hostname')", Trouble.GAVE_UP),
        ("import socket; socket.socket()", Trouble.GAVE_UP),
    ],
    ids=["crash", "memory", "processor", "hang", "nonsense", "short", "unknown", "cut", "file", "socket"],
)
async def test_whatever_the_process_does_the_desk_goes_on(
    reading: Open, tmp_path: Path, work: str, trouble: Trouble
) -> None:
    document = reading(
        papers.pdf(1), ViewLimits(drawn_s=2.0 if trouble is Trouble.TOO_SLOW else 25.0), _doing(tmp_path, work)
    )
    await opened(document)
    assert await asyncio.wait_for(document.draw(PAGE), 30) is trouble


async def test_where_no_process_can_be_started_the_installation_is_named(reading: Open) -> None:
    def broken(module: str, *arguments: str) -> subprocess.Popen[bytes]:
        del module
        return started("desk_client.of_no_such_name", *arguments)

    assert await reading(papers.pdf(), start=broken).open() is Trouble.UNUSABLE


async def test_letting_go_ends_the_process_at_once_even_while_it_draws(reading: Open, tmp_path: Path) -> None:
    document = reading(papers.pdf(1), start=_doing(tmp_path, "threading.Event().wait()"))
    await opened(document)
    process = document.process_id
    assert process is not None
    drawing = asyncio.ensure_future(document.draw(PAGE))
    await asyncio.sleep(0)
    document.close()
    assert isinstance(await asyncio.wait_for(drawing, 5), Trouble)
    assert not psutil.pid_exists(process)
    assert document._data == b""
    assert await document.open() is Trouble.GAVE_UP, "nothing is started any more"
    assert document.process_id is None


def test_the_real_process_has_no_right_that_it_does_not_need() -> None:
    process = started("desk_client.client.viewing.renderer", "application/pdf", "{}")
    try:
        assert process.stdout is not None
        assert process.stdout.read(len(READY)) == READY
        limits = Path(f"/proc/{process.pid}/limits").read_text("utf-8")
        found = {line[:26].strip(): line[26:].split()[0] for line in limits.splitlines()[1:]}
        assert found["Max open files"] == "3"
        assert found["Max file size"] == "0"
        assert found["Max processes"] == "0"
        assert found["Max address space"] == str(ViewLimits().memory_bytes)
        assert found["Max cpu time"] == str(ViewLimits().cpu_s)
        assert set(Path(f"/proc/{process.pid}/environ").read_text("utf-8").split("\0")) - {""} <= {
            f"PYTHONPATH={Path(__file__).parents[3]}",
            f"LD_LIBRARY_PATH={os.environ.get('LD_LIBRARY_PATH', '')}",
        }
    finally:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("ahead", [Kind.PDF, Kind.PNG])
async def test_a_process_that_was_started_ahead_is_taken_where_it_fits(reading: Open, ahead: Kind) -> None:
    document = reading(papers.pdf())
    await document.prepare(ahead)
    before = document.process_id
    assert before is not None
    await opened(document)
    assert (document.process_id == before) is (ahead is Kind.PDF)
    assert isinstance(await document.draw(PAGE), Drawn)
    assert (ahead is Kind.PDF) is psutil.pid_exists(before)


async def test_nothing_in_it_is_run(reading: Open) -> None:
    script = "/OpenAction<</S/JavaScript/JS(app.alert('x'); this.getField('a').value = 1)>>"
    link = "/AA<</WC<</S/URI/URI(http://127.0.0.1:9/)>>>>"
    document = reading(papers.pdf(1, extra=script + link))
    await opened(document)
    process = psutil.Process(document.process_id)
    assert colour(await document.draw(PAGE), 0.5, 0.5) == (255, 255, 255)
    assert process.children() == []
    assert process.net_connections() == []


async def test_a_photo_that_is_seen_through_stands_on_white(reading: Open) -> None:
    out = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")
    document = reading(out.getvalue())
    await opened(document)
    assert colour(await document.draw(Wanted(0, 10, 10)), 0.5, 0.5) == (255, 255, 255)
