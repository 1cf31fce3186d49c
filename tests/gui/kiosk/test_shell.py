"""What is around the pages: languages, the end, idleness, the connection, closing."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Page, Visit
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.idleness import Patience
from desk_client.ui.kiosk.pages.name import NamePage
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import TextSize
from desk_client.ui.widgets.day_cell import LEAST_CELL_PX, DayCell
from desk_client.ui.widgets.key_cap import KeyCap
from desk_client.ui.widgets.pressable import Pressable
from tests.gallery import call_states, kiosk_sheets
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor

SHORT = Patience(warn_after_ms=80, end_after_ms=60_000)
VERY_SHORT = Patience(warn_after_ms=80, end_after_ms=200)


async def test_the_language_changes_at_once_and_what_was_typed_stays(visitor: Visitor, look: Appearance) -> None:
    visitor.window.client.visit.set(replace(sample.VISIT, page=Page.NAME))
    visitor.type("محمد الحازمي")
    page = visitor.window.page
    assert isinstance(page, NamePage)
    for language, title in ((Language.ENGLISH, "Your name"), (Language.URDU, "آپ کا نام"), (Language.ARABIC, "الاسم")):
        await visitor.touch(f"speak_{language}")
        assert look.language is language
        assert title in visitor.reads()
        assert page.field.text() == "محمد الحازمي"


async def test_text_grows_twice_and_is_as_usual_again(visitor: Visitor, look: Appearance) -> None:
    sizes = []
    for _ in range(3):
        await visitor.touch("text_size")
        sizes.append(look.look.text_size)
    assert sizes == [TextSize.LARGE, TextSize.LARGEST, TextSize.NORMAL]


async def test_enter_goes_on_and_escape_goes_back(visitor: Visitor) -> None:
    await visitor.touch("book")
    visitor.type("١٠٠٠٠٠٠٠٠٨")
    visitor.press(Qt.Key.Key_Return)
    assert visitor.window.page_name == "mobile"
    visitor.press(Qt.Key.Key_Escape)
    assert visitor.window.page_name == "national_id"
    assert visitor.visit.national_id == "1000000008"


async def test_the_end_is_asked_for_where_something_would_be_lost(visitor: Visitor) -> None:
    visitor.window.client.visit.set(replace(sample.VISIT, page=Page.SUMMARY))
    await visitor.touch("end")
    await visitor.touch("go_on")
    assert visitor.window.page_name == "summary"
    await visitor.touch("end")
    await visitor.touch("confirm_end")
    await visitor.until_page("farewell")
    assert visitor.visit.hold is None


async def test_nothing_is_asked_where_nothing_would_be_lost(visitor: Visitor) -> None:
    await visitor.touch("book")
    await visitor.touch("end")
    await visitor.until_page("farewell")


async def test_a_touch_ends_the_farewell(visitor: Visitor) -> None:
    over: list[bool] = []
    visitor.window.visit_over.connect(lambda: over.append(True))
    visitor.window.client.visit.set(replace(sample.VISIT, page=Page.FAREWELL))
    await visitor.touch("done")
    assert over == [True]


async def test_who_is_still_there_stays(client: KioskClient, open_window: Open) -> None:
    client.visit.set(Visit(page=Page.NATIONAL_ID))
    async with open_window(client, patience=SHORT) as visitor:
        await visitor.until(lambda: visitor.find("still_there"))
        await visitor.touch("still_here")
        assert visitor.find("still_there") is None
        assert visitor.window.page_name == "national_id"


async def test_a_visit_that_was_walked_away_from_ends(client: KioskClient, open_window: Open) -> None:
    client.visit.set(Visit(page=Page.NATIONAL_ID))
    async with open_window(client, patience=VERY_SHORT) as visitor:
        await visitor.until_page("farewell")
        assert visitor.find("still_there") is None


@pytest.mark.parametrize("page", [Page.HOME, Page.CHECK, Page.WAITING, Page.CALL, Page.OUTCOME])
async def test_who_waits_is_not_sent_away(page: Page, client: KioskClient, open_window: Open) -> None:
    client.visit.set(replace(sample.VISIT, page=page, appointment=sample.TALKED))
    async with open_window(client, patience=VERY_SHORT) as visitor:
        assert not visitor.window.is_watched
        client.visit.set(replace(sample.VISIT, page=Page.SUMMARY))
        assert visitor.window.is_watched


async def test_the_figures_of_a_call_are_for_staff_alone(client: KioskClient, open_window: Open) -> None:
    client.visit.set(replace(sample.VISIT, page=Page.CALL, appointment=sample.TALKED))
    async with open_window(client) as visitor:
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        QTest.keyClick(visitor.window, Qt.Key.Key_D, keys)
        assert visitor.find("call_view") is not None
        assert visitor.find("toggle_figures") is None
        assert visitor.find("call_figures") is None


async def test_the_decision_is_not_left_open_for_the_next_person(client: KioskClient, open_window: Open) -> None:
    client.visit.set(replace(sample.VISIT, page=Page.OUTCOME, appointment=sample.TALKED))
    async with open_window(client) as visitor:
        client.visit.set(replace(client.visit.value, outcome=sample.OUTCOME))
        assert visitor.window.is_watched


async def test_a_kiosk_in_service_cannot_be_closed(client: KioskClient, open_window: Open) -> None:
    async with open_window(client, full_screen=True) as visitor:
        visitor.window.close()
        assert visitor.window.isVisible()


async def test_a_window_that_is_closed_says_so(client: KioskClient, open_window: Open) -> None:
    async with open_window(client) as visitor:
        closed: list[bool] = []
        visitor.window.closed.connect(lambda: closed.append(True))
        visitor.window.close()
        assert closed == [True]


async def test_the_keyboard_types_into_the_field_and_comes_back(visitor: Visitor) -> None:
    visitor.window.client.visit.set(replace(sample.VISIT, page=Page.SUBJECT, subject=""))
    keyboard = visitor.find("keyboard")
    assert keyboard is not None
    keys = [key for key in keyboard.findChildren(KeyCap) if key.isVisible() and key.text() == "س"]
    keys[0].click()
    assert visitor.window.page.keyboard_target is not None
    await visitor.touch("continue")
    assert visitor.visit.subject == "س"


SHEETS = (*kiosk_sheets.SHEETS, *call_states.SHEETS)
LATIN_BY_RIGHT = re.compile(r"\u2066.*?\u2069|\u2068[^\u2069]*\.(?:pdf|jpg|png)\u2069|\bUSB\b")
"""Codes, in isolates; the names of people's own files, in theirs; and what is written at the socket itself."""


@pytest.fixture
def laid_out(look: Appearance) -> Iterator[Callable[[str], KioskWindow]]:
    """Builds a page in one of its states, as it is for looking at."""
    windows: list[KioskWindow] = []

    def build(name: str) -> KioskWindow:
        window = dict(SHEETS)[name](look)
        assert isinstance(window, KioskWindow)
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        for _ in range(4):
            QApplication.processEvents()
        return window

    yield build
    for window in windows:
        window.hide()
        window.teardown()
        window.deleteLater()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("name", [name for name, _ in SHEETS])
def test_every_page_can_be_touched_and_speaks_arabic(name: str, laid_out: Callable[[str], KioskWindow]) -> None:
    """So is the other language's own name, and each letter of the keyboard; a month's days are many, and smaller."""
    window = laid_out(name)
    targets = [each for each in window.findChildren(Pressable) if each.isVisible()]
    assert targets
    for target in targets:
        if not isinstance(target, KeyCap):
            assert target.objectName(), target.text()
        assert target.accessibleName(), target.objectName()
        least = LEAST_CELL_PX if isinstance(target, DayCell) else 64
        assert target.height() >= least, (target.objectName(), target.height())
        assert target.width() >= 48, (target.objectName(), target.width())
    texts = {label.text() for label in window.findChildren(QLabel) if label.isVisible()}
    texts |= {target.text() for target in targets if not (isinstance(target, KeyCap) and len(target.text()) == 1)}
    latin = {text for text in texts if re.search("[A-Za-z]", LATIN_BY_RIGHT.sub("", text))}
    assert latin <= {"English"}
