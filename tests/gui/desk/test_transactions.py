"""A transaction's number at the desk: opened in the official's own browser, copied, and what else names it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_client.client.case_thread import NamedTransaction
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import without_marks
from desk_client.i18n.language import Language
from desk_client.ui.desk import outside
from desk_client.ui.outcome_facts import outcome_rows
from desk_client.ui.widgets.banner import Mood
from tests.gallery.outcome_samples import TRANSACTIONS, decided
from tests.gui.desk.conftest import Desk
from tests.gui.desk.reading import press
from tests.gui.desk.test_talk_and_outcome import writing
from tests.gui.desk.test_today import reads, row
from tests.gui.desk.test_what_follows import decided_and_open

ADDRESS = "https://muamalat.jazan.example/t/445123%2F47"


class Browser:
    """The system's, which opens what it is given, or is not there."""

    def __init__(self) -> None:
        self.is_there = True
        self.opened: list[str] = []

    def openUrl(self, url: QUrl) -> bool:
        """As `QDesktopServices` has it."""
        self.opened += [url.toString(QUrl.ComponentFormattingOption.FullyEncoded)] if self.is_there else []
        return self.is_there


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    made = Browser()
    monkeypatch.setattr(outside, "QDesktopServices", made)
    yield made
    QGuiApplication.clipboard().clear()


async def reading(desk: Desk) -> None:
    """The brief of somebody whose earlier outcome names a transaction."""
    await desk.sign_in()
    row(desk, "a2").click()
    await desk.settle()


def named(desk: Desk, *transactions: NamedTransaction) -> None:
    """Let the brief that is open speak of these."""
    day = desk.client.day.value
    assert day.brief is not None
    brief = day.brief.model_copy(update={"transactions": transactions})
    desk.client.day.set(replace(day, brief=brief))
    QApplication.processEvents()


async def test_it_opens_in_the_browser_by_keys_and_says_what_it_opens(desk: Desk, browser: Browser) -> None:
    await reading(desk)
    opening = desk.find("transactions_open_0")
    assert without_marks(opening.accessibleName()) == "فتح المعاملة 445123/47 في المتصفح"
    opening.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(opening, Qt.Key.Key_Return)
    assert browser.opened == [ADDRESS], "the number is one step of the address, whatever stands in it"
    assert desk.window.today.brief.case.transactions.rows[0].notice.text == ""


async def test_without_a_browser_it_is_said_and_the_address_can_be_taken_elsewhere(
    desk: Desk, browser: Browser
) -> None:
    await reading(desk)
    browser.is_there = False
    await press(desk, "transactions_open_0")
    notice = desk.window.today.brief.case.transactions.rows[0].notice
    assert notice.isVisible()
    assert (notice.mood, "لم يُفتح متصفح" in notice.text) == (Mood.ERROR, True)
    await press(desk, "transactions_copy_0")
    assert QGuiApplication.clipboard().text() == ADDRESS
    assert notice.mood is Mood.SUCCESS


@pytest.mark.parametrize("link", [None, "http://portal.example/{number}", "file:///etc/{number}", "https://portal/"])
async def test_where_nothing_leads_there_the_number_is_copied(desk: Desk, browser: Browser, link: str | None) -> None:
    await reading(desk)
    named(desk, NamedTransaction(number="44/120", link=link))
    assert not desk.has("transactions_open_0")
    assert desk.find("transactions_copy_0").accessibleName() == "نسخ رقم المعاملة 44/120"
    await press(desk, "transactions_copy_0")
    assert QGuiApplication.clipboard().text() == "44/120"
    assert browser.opened == []


async def test_an_outcome_that_names_it_opens_where_it_may_be_opened(desk: Desk) -> None:
    await reading(desk)
    assert "ملف آخر" in reads(desk)
    assert not desk.has("transactions_named_0_1"), "another office's is no row to press"
    other = desk.find("transactions_named_0_2")
    assert "مراجع آخر" in other.accessibleName()
    desk.server.refusals["/a5/brief"] = Refusal(RefusalCode.FORBIDDEN)
    other.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(other, Qt.Key.Key_Space)
    await desk.settle()
    assert desk.window.today.brief.notice.isVisible()
    desk.server.refusals.clear()
    QTest.keyClick(other, Qt.Key.Key_Space)
    await desk.settle()
    brief = desk.client.day.value.brief
    assert brief is not None
    assert brief.item.id == "a5"
    assert not desk.window.today.brief.notice.isVisible()


async def test_what_is_read_again_takes_nothing_from_under_the_keyboard(desk: Desk) -> None:
    await reading(desk)
    opening = desk.find("transactions_open_0")
    opening.setFocus(Qt.FocusReason.TabFocusReason)
    desk.server.change("a3", AppointmentState.NO_SHOW)  # so many wait no more
    desk.window.refresh()
    await desk.settle()
    assert opening.hasFocus()


async def test_a_recorded_outcome_leads_to_its_transaction(desk: Desk, browser: Browser) -> None:
    await decided_and_open(desk)
    await press(desk, "outcome_transaction_open_0")
    assert browser.opened == ["https://muamalat.jazan.example/t/44%2F12039"]
    await press(desk, "outcome_transaction_named_0_0")
    await desk.settle()
    brief = desk.client.day.value.brief
    assert brief is not None
    assert brief.item.id == "a4"


async def test_who_writes_a_number_looks_whether_it_is_the_right_one(desk: Desk, browser: Browser) -> None:
    await writing(desk)
    await press(desk, "add_transaction")
    assert not desk.find("open_transaction").isEnabled(), "there is no number yet"
    desk.window.outcome.follows.transaction.setText("٤٤/١٢٠")
    await press(desk, "open_transaction")
    assert browser.opened == ["https://muamalat.jazan.example/t/44%2F120"]
    browser.is_there = False
    await press(desk, "open_transaction")
    assert "نُسخ العنوان" in desk.window.outcome.notice.text
    assert QGuiApplication.clipboard().text() == "https://muamalat.jazan.example/t/44%2F120"


async def test_where_the_agency_says_nothing_nothing_is_offered(desk: Desk) -> None:
    await writing(desk)
    day = desk.client.day.value
    assert day.brief is not None
    assert day.brief.transaction_link == TRANSACTIONS
    desk.window.outcome._keep()
    desk.client.day.set(replace(day, brief=day.brief.model_copy(update={"transaction_link": None})))
    QApplication.processEvents()
    await press(desk, "add_transaction")
    assert not desk.has("open_transaction")


def test_elsewhere_it_stays_a_number() -> None:
    """At a kiosk and on paper nothing leads anywhere."""
    rows = [value for _, value in outcome_rows(decided(), Language.ENGLISH)]
    assert any(without_marks(value) == "44/12039" for value in rows)
    assert not any("https://" in value for value in rows)
