"""What was decided, on paper: from the touch to a real CUPS."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from desk_client.client.kiosk import KioskClient
from desk_client.client.printer import Printer
from desk_client.client.visit import Page
from desk_client.domain.party import Party
from tests.cups import QUEUE, Cups
from tests.fakes.scripted_gateway import ScriptedGateway
from tests.gallery import kiosk_samples as sample
from tests.gui.kiosk.conftest import Open
from tests.gui.kiosk.visitor import Visitor
from tests.integration.client.conftest import conference

READING = replace(sample.VISIT, page=Page.OUTCOME, appointment=sample.TALKED, outcome=sample.OUTCOME)


@pytest.fixture
async def reading(gateway: ScriptedGateway, scheduler: Cups, open_window: Open) -> AsyncIterator[Visitor]:
    """Somebody who reads what was decided, at a kiosk with a printer."""
    del scheduler
    printer = Printer(QUEUE, settles_within_s=0.5, printed_within_s=3)
    client = KioskClient(gateway, "credential", lambda: conference(Party.CITIZEN), printer)
    client.visit.set(READING)
    async with open_window(client, now=lambda: sample.NOW) as visitor:
        yield visitor
    await client.close()


async def test_a_touch_prints_what_was_decided(reading: Visitor, scheduler: Cups) -> None:
    await reading.touch("print")
    await reading.until(lambda: "أخذ الورقة" in reading.reads())
    assert scheduler.printed.startswith(b"%PDF-")
    assert reading.find("confirm_outcome") is not None


async def test_without_paper_it_says_where_it_can_be_read(reading: Visitor, scheduler: Cups) -> None:
    scheduler.behaves("has no paper")
    await reading.touch("print")
    await reading.until(lambda: "نفد الورق" in reading.reads())
    assert "قراءة النتيجة مجددًا" in reading.reads()


async def test_what_is_not_written_yet_is_not_printed_nor_where_there_is_no_printer(
    reading: Visitor, visitor: Visitor, client: KioskClient
) -> None:
    reading.window.client.visit.set(replace(READING, outcome=None))
    assert reading.find("print") is None
    client.visit.set(READING)
    assert visitor.find("print") is None
