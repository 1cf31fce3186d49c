"""The minutes of an audience: an Arabic PDF with the shipped font, whatever the desk speaks, saved and printed."""

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
import zxingcpp

from desk_client.client.desk_printer import DeskPrinter
from desk_client.client.printer import Printer
from desk_client.domain.decision import MAX_TEXT_LENGTH, ActionItem
from desk_client.i18n.language import Language
from desk_client.ui.paper.roll import Page
from desk_client.ui.theme.appearance import Appearance
from tests.cups import QUEUE, Cups
from tests.gallery.outcome_samples import DECISION, LINK, decided
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_what_follows import decided_and_open
from tests.gui.paper.test_ticket_paper import picture, read, squeezed


def patient(name: str) -> Printer:
    """As long as a test may wait."""
    return Printer(name, settles_within_s=0.5, printed_within_s=3)


@pytest.fixture
async def read_desk(desk: Desk, scheduler: Cups) -> Desk:
    """A decided audience is open, at a desk with a printer."""
    del scheduler
    desk.client.printer = DeskPrinter(desk.client.preferences, QUEUE, patient)
    await decided_and_open(desk)
    return desk


def page_of(desk: Desk) -> Page:
    page = desk.window.today.minutes.painted()
    assert page is not None
    return page


@pytest.mark.parametrize("language", [Language.ARABIC, Language.ENGLISH])
async def test_they_are_arabic_whatever_the_desk_speaks_and_hold_all_that_was_decided(
    desk: Desk, look: Appearance, language: Language
) -> None:
    look.set_language(language)
    await decided_and_open(desk)
    page = page_of(desk)
    text = read(page)
    for words in ("محضر", "الفيفي", "المساحة", "44/12039", "تعويض"):
        assert squeezed(words) in text, words
    assert "Minutes" not in text
    assert LINK in [code.text for code in zxingcpp.read_barcodes(picture(page))]
    with pikepdf.open(io.BytesIO(page.pdf)) as document:
        (only,) = document.pages
        fonts = list(only.Resources.Font.values())
        assert fonts
        assert all("IBMPlexSansArabic" in str(each.BaseFont) for each in fonts)


async def test_long_ones_go_on_on_a_second_page_and_lose_nothing(desk: Desk) -> None:
    await decided_and_open(desk)
    items = tuple(ActionItem(f"عمل {number}", "إدارة", DECISION.actions[0].due) for number in range(10))
    decision = replace(DECISION, text="س " * (MAX_TEXT_LENGTH // 2), actions=items)
    outcome = decided().model_copy(update={"decision": decision})
    desk.client.day.set(replace(desk.client.day.value, outcome=outcome))
    page = page_of(desk)
    with pikepdf.open(io.BytesIO(page.pdf)) as document:
        assert len(document.pages) > 1
    assert squeezed("التوقيع") in read(page)


async def test_they_are_saved_whole_or_said_not_to_be(desk: Desk, tmp_path: Path) -> None:
    await decided_and_open(desk)
    minutes = desk.window.today.minutes
    minutes.save_as(tmp_path / "minutes.pdf")
    assert (tmp_path / "minutes.pdf").read_bytes().startswith(b"%PDF-")
    assert "حُفظ" in desk.window.today.brief.notice.text
    minutes.save_as(tmp_path / "nowhere" / "minutes.pdf")
    assert "تعذّر" in desk.window.today.brief.notice.text
    assert not desk.has("print_minutes")  # without a printer


async def test_they_are_printed_on_a_real_queue(read_desk: Desk, scheduler: Cups) -> None:
    read_desk.window.today.minutes.print_them()
    await read_desk.settle()
    assert scheduler.printed.startswith(b"%PDF-")
    assert "طُبع" in read_desk.window.today.brief.notice.text
    assert QUEUE in read_desk.window.today.brief.notice.text
    scheduler.behaves("has no paper")
    read_desk.window.today.minutes.print_them()
    await read_desk.settle()
    assert f"تعذّرت طباعة المحضر. لا ورق في \u2068{QUEUE}\u2069" in read_desk.window.today.brief.notice.text
