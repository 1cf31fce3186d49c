"""The ticket on paper, from the touch to a real CUPS: it comes out, or a sentence says what remains."""

from collections.abc import AsyncIterator

import pytest

from desk_client.client.kiosk import KioskClient
from desk_client.client.printer import Printer
from desk_client.client.visit import Page, Visit
from desk_client.domain.party import Party
from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance
from tests.cups import QUEUE, Cups
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import conference

BOOKED = Visit(page=Page.TICKET, session=sample.SESSION, booked=sample.BOOKED, appointment=sample.LATER)
REMAINS = "أُرسل رقم التذكرة إلى جوالكم في رسالة نصية"


@pytest.fixture
async def printing(gateway: ScriptedGateway, scheduler: Cups, open_window: Open) -> AsyncIterator[Visitor]:
    """Somebody who has just booked, at a kiosk with a printer."""
    del scheduler
    printer = Printer(QUEUE, settles_within_s=0.5, printed_within_s=3)
    client = KioskClient(gateway, "credential", lambda: conference(Party.CITIZEN), printer)
    client.visit.set(BOOKED)
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        yield visitor
    await client.close()


async def test_a_touch_prints_the_ticket_and_says_where_it_lies(printing: Visitor, scheduler: Cups) -> None:
    assert printing.find("paper") is None
    await printing.touch("print")
    assert "تُطبع تذكرتكم" in printing.reads()
    assert printing.find("print") is None  # it turns its wheel
    await printing.until(lambda: "من أسفل الشاشة" in printing.reads())
    assert scheduler.printed.startswith(b"%PDF-")
    assert printing.find("print") is not None


async def test_without_paper_it_says_what_remains_and_prints_once_there_is_some(
    printing: Visitor, scheduler: Cups, look: Appearance
) -> None:
    scheduler.behaves("has no paper")
    await printing.touch("print")
    await printing.until(lambda: "نفد الورق" in printing.reads())
    assert REMAINS in printing.reads()
    look.set_language(Language.ENGLISH)
    await printing.until(lambda: "The printer has no paper." in printing.reads())
    look.set_language(Language.ARABIC)
    scheduler.behaves("prints")
    await printing.touch("print")
    await printing.until(lambda: "من أسفل الشاشة" in printing.reads())
    assert REMAINS not in printing.reads()


async def test_a_stopped_printer_and_one_that_is_gone_have_their_own_sentences(
    printing: Visitor, scheduler: Cups
) -> None:
    scheduler.admin("cupsdisable", QUEUE)
    await printing.touch("print")
    await printing.until(lambda: "تعذرت طباعة تذكرتكم" in printing.reads())
    scheduler.admin("cupsenable", QUEUE)
    scheduler.admin("lpadmin", "-x", QUEUE)
    try:
        await printing.touch("print")
        await printing.until(lambda: "تعذر الوصول إلى طابعة" in printing.reads())
    finally:
        scheduler.add_queue()
    assert REMAINS in printing.reads()


async def test_nothing_else_waits_for_the_paper(printing: Visitor, scheduler: Cups) -> None:
    scheduler.behaves("has no paper")
    await printing.touch("print")
    await printing.touch("finish")
    await printing.until_page("farewell")
    scheduler.behaves("prints")
    await printing.until(lambda: scheduler.printed, "it comes out all the same")


async def test_the_next_ticket_begins_without_the_last_ones_notice(printing: Visitor) -> None:
    await printing.touch("print")
    await printing.until(lambda: "من أسفل الشاشة" in printing.reads())
    client = printing.window.client
    client.visit.set(Visit(page=Page.HOME))
    client.visit.set(BOOKED)
    await printing.until_page("ticket")
    assert "من أسفل الشاشة" not in printing.reads()


async def test_a_kiosk_without_a_printer_offers_none(visitor: Visitor) -> None:
    visitor.window.client.visit.set(BOOKED)
    await visitor.until_page("ticket")
    assert visitor.find("finish") is not None
    assert visitor.find("print") is None
