"""Documents in a talk with a guest in a real Chromium: given by the official, handed over by the guest, and refused."""

import asyncio
import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from desk_client.client.actions import give_document, receive
from desk_client.client.actions.carry import Paper
from desk_client.client.carriage import Carriage
from desk_client.client.desk import DeskClient
from desk_client.config.attachment_settings import AttachmentSettings
from desk_client.config.settings import ServerSettings
from desk_client.domain.attachment_kinds import Kind
from tests import papers
from tests.browser import PhonePage, phone_page
from tests.clamd import EICAR, Clamd, running_clamd
from tests.integration.client.conftest import FOR_BROWSERS, Ends, Region
from tests.integration.client.test_guest import (
    booked_at_home,
    enters,
    item,
    let_in,
    looks,
)

pytestmark = pytest.mark.usefixtures(FOR_BROWSERS)

DEED: Final = "صك.pdf"


@pytest.fixture(scope="module")
def clamd() -> Iterator[Clamd]:
    with running_clamd() as daemon:
        yield daemon


@pytest.fixture
def region_settings(region_settings: ServerSettings, clamd: Clamd) -> ServerSettings:
    return region_settings.model_copy(update={"attachments": AttachmentSettings(clamd_socket=clamd.socket)})


async def give(desk: DeskClient, paper: Paper) -> None:
    assert await give_document.give(desk, paper, Carriage(paper.content)) is None


def beside(desk: DeskClient) -> list[tuple[str, bool]]:
    """What lies beside the talk, and whether the office gave it."""
    return [(paper.name, paper.given_by is not None) for paper in desk.day.value.documents]


async def hears(desk: DeskClient, expected: list[tuple[str, bool]]) -> None:
    """By the line, as a window hears it."""
    heard = asyncio.Event()
    leave = desk.hints.subscribe(lambda _count: heard.set())
    try:
        async with asyncio.timeout(30):
            while beside(desk) != expected:
                heard.clear()
                await receive.load_agenda(desk)
                if beside(desk) != expected:
                    await heard.wait()
    finally:
        leave()


async def passage(page: PhonePage, number: int, name: str) -> None:
    await page.until(f"document.querySelectorAll('#handed-list li')[{number}]?.dataset.passage === '{name}'")


async def said(page: PhonePage, number: int) -> str:
    text: str = await page.says(f"document.querySelectorAll('#handed-list li')[{number}].innerText")
    return text


@pytest.mark.timeout(300)  # a whole talk, with a browser, a scanner and two media engines
async def test_documents_go_both_ways(ends: Ends, region: Region, tmp_path: Path) -> None:
    await booked_at_home(region)
    desk = await ends.signed_in_desk()
    async with phone_page("ar", has_camera=True) as page:
        await let_in(page, region, desk)
        await enters(page, desk)

        await given(page, desk)
        await handed_over(page, desk, tmp_path)
        await looks(page, "papers")
        assert await page.says("violations") == [], "nothing was loaded that the page may not"


async def given(page: PhonePage, desk: DeskClient) -> None:
    """What the official gives is told, seen, saved, and gone once it is taken back."""
    assert await page.says("document.getElementById('papers-empty').checkVisibility()")
    await page.says(
        "window.kept = []; const make = URL.createObjectURL;"
        " URL.createObjectURL = (blob) => { kept.push(blob); return make(blob); }; null"
    )
    await give(desk, Paper(DEED, Kind.PDF, papers.pdf(2)))
    await page.until("document.querySelectorAll('#given-list li').length === 1")
    await page.until(f"document.getElementById('notice').textContent.includes('{DEED}')")
    await give(desk, Paper("خريطة.png", Kind.PNG, papers.photo(320, 240, "PNG")))
    await page.until("document.querySelectorAll('#given-list li').length === 2")

    await page.says("document.querySelector('#given-list li button[name=save]').click()")
    await page.until("window.kept.length === 1")
    saved = await page.says("kept[0].arrayBuffer().then((it) => btoa(String.fromCharCode(...new Uint8Array(it))))")
    (first, *_) = desk.day.value.documents
    stored = await desk.gateway.fetch_file(f"/v1/appointments/{item(desk).id}/attachments/{first.id}", token=desk.token)
    assert base64.b64decode(saved) == stored

    assert await page.says("document.querySelectorAll('#given-list button[name=see]').length") == 1, "of the picture"
    await page.says("document.querySelector('#given-list button[name=see]').click()")
    await page.until("document.getElementById('paper').open && document.getElementById('paper-picture').width === 320")
    await looks(page, "paper")
    await page.press("paper-close")
    await page.until("document.getElementById('paper-picture').width === 1")

    assert await give_document.take_back(desk, first.id) is None
    await page.until("document.querySelectorAll('#given-list li').length === 1")


async def handed_over(page: PhonePage, desk: DeskClient, folder: Path) -> None:
    """What the guest has reaches the desk at once; what cannot be taken says why, and can be chosen anew."""
    deed, locked, sick, program = (folder / name for name in (DEED, "locked.pdf", "sick.jpg", "program.pdf"))
    await asyncio.to_thread(deed.write_bytes, papers.pdf(3))
    await asyncio.to_thread(locked.write_bytes, papers.locked())
    await asyncio.to_thread(sick.write_bytes, papers.photo(64, 48, "JPEG") + EICAR)
    await asyncio.to_thread(program.write_bytes, b"MZ no document")
    await page.choose(deed, into="hand-over")
    await passage(page, 0, "sent")
    await hears(desk, [("خريطة.png", True), (DEED, False)])
    await page.choose(locked, sick, program, into="hand-over")
    for number, words in ((1, "كلمة مرور"), (2, "غير آمن"), (3, "هذا النوع")):
        await passage(page, number, "failed")
        assert words in await said(page, number)
        again = f"document.querySelectorAll('#handed-list li')[{number}].querySelector('button[name=again]').hidden"
        assert await page.says(again), "there is no use in trying again"
    assert beside(desk) == [("خريطة.png", True), (DEED, False)]
