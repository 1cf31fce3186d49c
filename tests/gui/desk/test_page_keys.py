"""F1 and ? list what each page's keys do, and no key of a page is missing there."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import plan
from desk_client.client.day import DeskPage
from desk_client.i18n.bidi import without_marks
from desk_client.ui.desk.incoming_call import ACCEPT_KEY, DECLINE_KEY, READ_KEY
from desk_client.ui.widgets.facts import Facts
from tests.gui.desk.conftest import Desk
from tests.gui.desk.reading import opened as document
from tests.gui.desk.test_inbox import press, read


def listed(desk: Desk) -> set[str]:
    """The keys on the list that shows."""
    (rows,) = desk.find("page_keys").findChildren(Facts)
    return {key for _, how in rows.rows for key in without_marks(how).split(" / ")}


def bound(page: QWidget) -> set[str]:
    """The keys of what can be seen of a page."""
    every = page.findChildren(QShortcut)
    return {each.key().toString() for each in every if isinstance(of := each.parent(), QWidget) and of.isVisible()}


async def said(desk: Desk, page: QWidget, idle: AbstractSet[str] = frozenset()) -> set[str]:
    """What the list says; it has every key of the page but those that do nothing now."""
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    found = listed(desk)
    assert bound(page) - idle <= found
    assert {ACCEPT_KEY, DECLINE_KEY, READ_KEY, "F1"} <= found
    QTest.keyClick(desk.find("page_keys"), Qt.Key.Key_Escape)
    assert not desk.has("page_keys")
    return found


async def test_the_day_its_documents_and_the_calendar_list_theirs(desk: Desk) -> None:
    await desk.sign_in()
    assert "Ctrl+Enter" in await said(desk, desk.window.today)
    plan.open_page(desk.client, DeskPage.CALENDAR)
    await desk.settle()
    assert {"M", "Shift+↓", "PgUp"} <= await said(desk, desk.window.calendar)
    QTest.keyClick(desk.window.calendar.week, Qt.Key.Key_Question)
    assert desk.has("page_keys")
    plan.open_page(desk.client, DeskPage.TODAY)
    await desk.settle()
    assert not desk.has("page_keys"), "it goes with its page"


async def test_a_document_lists_its_own(desk: Desk) -> None:
    await document(desk)
    assert "Ctrl+Z" in await said(desk, desk.window.today)


async def test_the_inbox_names_its_lists_and_steps(desk: Desk) -> None:
    page = await read(desk, "r0")
    offered = len(page.reading.offered)
    found = await said(desk, page, idle={f"Ctrl+{number}" for number in range(offered + 1, 10)})
    assert {"Alt+4", f"Ctrl+{offered}"} <= found


async def test_whoever_writes_a_question_mark_writes_it(desk: Desk) -> None:
    await read(desk, "r0")
    await press(desk, "step_answer_request")
    words = desk.find("step_words_0")
    QTest.keyClicks(words, "?")
    assert not desk.has("page_keys")
    QTest.keyClick(words, Qt.Key.Key_F1)
    assert desk.has("page_keys")


async def test_before_anybody_signed_in_there_is_none(desk: Desk) -> None:
    QTest.keyClick(desk.window, Qt.Key.Key_F1)
    assert not desk.has("page_keys")
