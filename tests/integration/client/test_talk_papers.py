"""Documents in a talk between a kiosk and a desk, with a real server: both ways, by hints, and over a broken line."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_client.client.actions import carry, documents, give_document, given, receive, view
from desk_client.client.actions.carry import Paper
from desk_client.client.carriage import Carriage
from desk_client.client.desk import DeskClient
from desk_client.client.kiosk import KioskClient
from desk_client.client.papers import MarkDraft, MarkKind, Spot, of_audience
from desk_client.client.visit import Page
from desk_client.config.attachment_settings import AttachmentSettings
from desk_client.config.settings import ServerSettings
from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.marks import Mark
from tests import papers
from tests.clamd import Clamd, running_clamd
from tests.integration.client.conftest import Ends, Region, until
from tests.integration.client.test_whole_way import in_talk, is_talking, page

DEED = "صك.pdf"


@pytest.fixture(scope="module")
def clamd() -> Iterator[Clamd]:
    with running_clamd() as daemon:
        yield daemon


@pytest.fixture
def region_settings(region_settings: ServerSettings, clamd: Clamd) -> ServerSettings:
    return region_settings.model_copy(update={"attachments": AttachmentSettings(clamd_socket=clamd.socket)})


def beside(desk: DeskClient) -> list[tuple[str, bool]]:
    """What the desk knows to lie beside the talk, and whether it was given."""
    return [(paper.name, paper.given_by is not None) for paper in desk.day.value.documents]


def of_talk(desk: DeskClient) -> str:
    brief = desk.day.value.brief
    assert brief is not None
    return brief.item.id


async def gives(desk: DeskClient, content: bytes) -> Refusal | None:
    return await give_document.give(desk, Paper(DEED, Kind.PDF, content), Carriage(content))


async def test_what_is_given_is_at_the_kiosk_at_once_and_what_is_handed_in_at_the_desk(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    assert await gives(desk, papers.pdf(3)) is None
    await until(lambda: [paper.name for paper in kiosk.visit.value.given] == [DEED])
    (paper,) = kiosk.visit.value.given
    fetched = await given.fetch(kiosk, paper.id)
    assert isinstance(fetched, bytes)
    assert fetched.startswith(b"%PDF")

    await hands_in(kiosk, papers.photo(64, 48, "JPEG"))
    assert page(kiosk) is Page.CALL, "back to the talk"
    assert is_talking(kiosk)
    await until(lambda: beside(desk) == [(DEED, True), ("فاتورة.jpg", False)])

    assert await give_document.take_back(desk, paper.id) is None
    await until(lambda: kiosk.visit.value.given == ())
    assert await given.fetch(kiosk, paper.id) == Refusal(RefusalCode.NOT_FOUND)
    assert beside(desk) == [("فاتورة.jpg", False)]


async def hands_in(kiosk: KioskClient, content: bytes) -> None:
    """As the page beside the talk does it."""
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    documents.add_to(kiosk, appointment)
    assert page(kiosk) is Page.MORE_DOCUMENTS
    assert is_talking(kiosk), "the talk goes on"
    assert documents.bring(kiosk, "فاتورة.jpg", content) is None
    assert await documents.send_more(kiosk) is None


async def test_who_looks_for_a_document_is_led_on_when_the_talk_ends(ends: Ends) -> None:
    kiosk, desk = await in_talk(ends)
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    documents.add_to(kiosk, appointment)
    assert await receive.complete(desk) is None
    await until(lambda: page(kiosk) is Page.OUTCOME)


async def test_a_line_that_breaks_loses_nothing_and_what_is_called_back_does_not_stay(
    ends: Ends, region: Region, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carry, "_AGAIN_AFTER_S", (0.05, 0.05))
    kiosk, desk = await in_talk(ends)
    region.stop()
    away = await gives(desk, papers.pdf(1))
    assert away == Refusal(RefusalCode.SERVER_UNAVAILABLE)
    region.start()
    await until(lambda: desk.trouble.value is None, 30)
    assert await gives(desk, papers.pdf(1)) is None
    assert await gives(desk, papers.pdf(1)) is None, "its answer was lost: it is there once"
    await until(lambda: len(kiosk.visit.value.given) == 1, 30)

    content = papers.pdf(2)
    carriage = Carriage(content)
    carriage.call_back()
    assert await give_document.give(desk, Paper("سر.pdf", Kind.PDF, content), carriage) is None
    assert beside(desk) == [(DEED, True)]


async def test_what_one_desk_marks_is_told_to_the_other_that_reads(ends: Ends) -> None:
    _, desk = await in_talk(ends)
    other = await ends.signed_in_desk()
    assert await gives(desk, papers.pdf(1)) is None
    (paper,) = desk.day.value.documents
    place = of_audience(of_talk(desk))
    before = other.hints.value
    both = await asyncio.gather(
        *(
            view.make_mark(each, place, paper.id, MarkDraft(MarkKind.HIGHLIGHT, 1, Spot(0.1, 0.1, 0.2, 0.1)))
            for each in (desk, other)
        )
    )
    assert all(isinstance(each, Mark) for each in both)
    await until(lambda: other.hints.value > before)
    for each in (desk, other):
        found = await view.read_marks(each, place, paper.id)
        assert not isinstance(found, Refusal)
        assert len(found.marks) == 2, "of two that mark at once none is lost"
    await until(lambda: not ends._tasks)  # the readings that the hints led to


async def test_what_cannot_be_read_here_is_refused_before_it_is_sent(tmp_path: Path) -> None:
    assert await give_document.read_paper(tmp_path) == Refusal(RefusalCode.NOT_FOUND)
    program = tmp_path / "a.pdf"
    await asyncio.to_thread(program.write_bytes, b"MZ")
    assert await give_document.read_paper(program) == Refusal(RefusalCode.ATTACHMENT_KIND_REFUSED)

    def huge() -> None:
        with program.open("wb") as file:
            file.truncate(64 * 1024 * 1024)

    await asyncio.to_thread(huge)
    assert await give_document.read_paper(program) == Refusal(RefusalCode.ATTACHMENT_TOO_LARGE)
