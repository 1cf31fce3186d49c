"""The printer among the settings: a real window, a real CUPS, and the choice as another start would find it."""

from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_client.client import cups
from desk_client.client.actions import settle
from desk_client.client.desk_printer import DeskPrinter
from desk_client.client.preferences import SYSTEM_PRINTER, ChosenPreferences
from desk_client.client.printer import Printer
from desk_client.config.preferences import PreferencesFile
from desk_client.ui.desk.settings.printer_box import PrinterBox
from desk_client.ui.paper.roll import Page
from desk_client.ui.paper.trial_paper import TrialSheet, trial_page
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density
from tests.cups import QUEUE, Cups
from tests.gallery.settings_sheets import still_conference
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import press
from tests.gui.desk.test_what_follows import decided_and_open
from tests.gui.paper.test_ticket_paper import read, squeezed

OFFICE, ABOUT = "Office-A4", "طابعة المكتب"
NONE, SYSTEM = "بلا طابعة، وفق إعداد هذا المكتب", "الطابعة الافتراضية للنظام"
GOES_TO = "تُطبع أوراقكم على \u2068{}\u2069."


@dataclass
class Held:
    """A desk at whose settings somebody is, and its file."""

    desk: Desk
    path: Path

    @property
    def box(self) -> PrinterBox:
        return self.desk.window.settings.printer

    @property
    def offered(self) -> list[str]:
        return [self.box.pick.itemText(place) for place in range(self.box.pick.count())]

    @property
    def said(self) -> str:
        """As a screen reader tells it, too."""
        return self.box.pick.accessibleDescription()

    @property
    def tried(self) -> str:
        """What became of the test page."""
        return self.box.tried.text()

    async def open(self) -> None:
        press(self.desk, "turn_settings")
        await self.desk.until(lambda: self.desk.client.printer.known.value.queues is not None)

    async def open_anew(self) -> None:
        press(self.desk, "leave_settings")
        press(self.desk, "turn_settings")

    def choose(self, words: str) -> None:
        """As a person does: by the keys."""
        self.box.pick.setFocus()
        QTest.keyClick(self.box.pick, Qt.Key.Key_Home)
        for _ in range(self.offered.index(words)):
            QTest.keyClick(self.box.pick, Qt.Key.Key_Down)
        assert self.box.pick.currentText() == words

    async def kept(self) -> str | None:
        await self.desk.client.preferences.close()
        return PreferencesFile(self.path).read().preferences.printer


@pytest.fixture
def office(scheduler: Cups) -> Iterator[Cups]:
    """A second queue, with words of its owner."""
    scheduler.add_queue(OFFICE, ABOUT)
    yield scheduler
    scheduler.remove_queue(OFFICE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "preferences.json"


@pytest.fixture
async def open_desk(look: Appearance, path: Path, scheduler: Cups) -> AsyncIterator[Callable[[str], Held]]:
    """A desk that was installed with a printer of that name, or with none."""
    del scheduler
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    preferences = ChosenPreferences(PreferencesFile(path))
    printer = DeskPrinter(preferences, "", lambda name: Printer(name, settles_within_s=0.5, printed_within_s=3))
    desk = Desk(look, still_conference, preferences, printer=printer)

    def installed_with(name: str) -> Held:
        printer.installed = name
        return Held(desk, path)

    async with desk.until_closed():
        yield installed_with


async def test_the_official_chooses_and_is_told_where_papers_go(open_desk: Callable[[str], Held], office: Cups) -> None:
    held = open_desk("")
    await decided_and_open(held.desk)
    assert not held.desk.has("print_minutes")
    await held.open()
    assert held.offered == [NONE, SYSTEM, ABOUT, QUEUE]
    assert held.said == "لن يُطبع شيء إلى أن تختاروا طابعة."
    held.choose(ABOUT)
    assert (held.said, held.box.block.error) == (GOES_TO.format(ABOUT), "")
    assert await held.kept() == OFFICE
    press(held.desk, "leave_settings")
    press(held.desk, "print_minutes")
    await held.desk.settle()
    assert office.printed.startswith(b"%PDF-")
    assert held.desk.window.today.brief.notice.text == f"طُبع المحضر على \u2068{ABOUT}\u2069."
    await held.open()
    assert not held.desk.has("printer_back"), "this is what it was when the page was opened"
    held.choose(NONE)
    press(held.desk, "printer_back")
    assert await held.kept() == OFFICE


async def test_a_test_page_says_which_printer_it_is(open_desk: Callable[[str], Held], office: Cups) -> None:
    held = open_desk("")
    await held.desk.sign_in()
    await held.open()
    assert not held.desk.has("test_printer"), "there is nothing to print on"
    held.choose(ABOUT)
    press(held.desk, "test_printer")
    await held.desk.until(lambda: held.tried == f"خرجت الصفحة التجريبية من \u2068{ABOUT}\u2069.")
    text = read(Page(office.printed, (210, 297)))
    for words in ("صفحة تجريبية", ABOUT):
        assert squeezed(words) in text, words
    office.behaves("has no paper")
    press(held.desk, "test_printer")
    await held.desk.until(lambda: held.tried.startswith(f"لا ورق في \u2068{ABOUT}\u2069"))
    office.remove_queue(OFFICE)
    press(held.desk, "test_printer")
    await held.desk.until(lambda: held.tried.startswith(f"لم يُعثر على الطابعة \u2068{ABOUT}\u2069"))
    await held.desk.until(lambda: not held.desk.has("test_printer"))
    office.add_queue(OFFICE, ABOUT)


def test_a_test_page_is_as_wide_as_the_paper(look: Appearance) -> None:
    sheet = TrialSheet(look.language, "صفحة تجريبية", (("الطابعة", ABOUT),), "نص " * 60)
    assert trial_page(sheet, on_roll=False).size_mm == (210, 297)
    width_mm, height_mm = trial_page(sheet, on_roll=True).size_mm
    assert width_mm == 80
    assert height_mm < 100


async def test_the_systems_own_is_named(open_desk: Callable[[str], Held], office: Cups) -> None:
    held = open_desk(QUEUE)
    await held.desk.sign_in()
    await held.open()
    assert held.offered[0] == f"وفق إعداد هذا المكتب: \u2068{QUEUE}\u2069"
    assert held.said == GOES_TO.format(QUEUE)
    held.choose(SYSTEM)
    assert await held.kept() == SYSTEM_PRINTER
    assert held.box.block.error == "لم تُحدَّد للنظام طابعة افتراضية. لن يُطبع شيء إلى أن تختاروا طابعة."
    office.admin("lpadmin", "-d", OFFICE)
    await held.open_anew()
    await held.desk.until(lambda: held.said == GOES_TO.format(ABOUT))


async def test_one_that_vanished_stays_chosen_and_is_said_to_be_away(
    open_desk: Callable[[str], Held], office: Cups
) -> None:
    held = open_desk(QUEUE)
    await decided_and_open(held.desk)
    await held.open()
    held.choose(ABOUT)
    office.remove_queue(OFFICE)
    await held.open_anew()
    await held.desk.until(lambda: held.offered[-1] == f"غير موجودة: \u2068{OFFICE}\u2069")
    assert held.box.pick.currentText() == held.offered[-1]
    assert held.box.block.error.startswith(f"لم تعد \u2068{OFFICE}\u2069 موجودة على هذا الجهاز")
    press(held.desk, "leave_settings")
    before = office.jobs
    press(held.desk, "print_minutes")
    await held.desk.settle()
    assert f"لم يُعثر على الطابعة \u2068{OFFICE}\u2069" in held.desk.window.today.brief.notice.text
    assert office.jobs == before, "no other takes its place"
    office.add_queue(OFFICE, ABOUT)
    await held.open()
    await held.desk.until(lambda: held.said == GOES_TO.format(ABOUT))


async def test_where_there_is_none_or_nobody_answers_it_is_said(
    open_desk: Callable[[str], Held], scheduler: Cups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups, "_ANSWERS_WITHIN_S", 0.5)
    held = open_desk("")
    await held.desk.sign_in()
    scheduler.remove_queue(QUEUE)
    await held.open()
    assert held.offered == [NONE, SYSTEM]
    assert held.said.startswith("لا توجد طابعة على هذا الجهاز.")
    scheduler.stand_still()
    try:
        await held.open_anew()
        await held.desk.until(lambda: held.box.block.error.startswith("خدمة الطباعة في هذا الجهاز لا تستجيب"))
    finally:
        scheduler.go_on()
        scheduler.add_queue()
    await settle.look_for_printers(held.desk.client)
    assert held.offered == [NONE, SYSTEM, QUEUE]
    assert held.box.block.error == ""
