"""A page on its way to a real CUPS: it comes out as it was handed over, or the reason is known and nothing is left."""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import requests
from icalendar import Calendar

from desk_client.bootstrap.doctor import _printer
from desk_client.client import cups
from desk_client.client.actions.print_ticket import calendar_link
from desk_client.client.printer import Printer, Trouble
from desk_client.config.desktop_settings import DesktopSettings
from tests.cups import QUEUE, Cups
from tests.integration.client.conftest import Ends, Region

PAGE = b"%PDF-1.7\n" + b"a ticket, byte by byte\n" * 1000
SIZE_MM = (80, 160)


@pytest.fixture
async def printer(scheduler: Cups) -> AsyncIterator[Printer]:
    del scheduler
    printer = Printer(QUEUE, settles_within_s=0.5, printed_within_s=4)
    yield printer
    printer.close()


async def until(holds: Callable[[], bool]) -> None:
    deadline_s = time.monotonic() + 10
    while time.monotonic() < deadline_s:
        if holds():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it did not come to hold")


async def tried(printer: Printer) -> Trouble | None:
    return await printer.print_page(PAGE, "تذكرة", SIZE_MM)


async def test_a_page_comes_out_byte_by_byte_and_nothing_stays_behind(
    printer: Printer, scheduler: Cups, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert await tried(printer) is None
    assert scheduler.printed == PAGE
    assert scheduler.spooled == []
    assert os.listdir(tmp_path) == []  # noqa: PTH208 - a test may look without a thread of its own


async def test_without_paper_it_says_so_and_takes_the_page_back(printer: Printer, scheduler: Cups) -> None:
    scheduler.behaves("has no paper")
    assert await tried(printer) is Trouble.OUT_OF_PAPER
    scheduler.behaves("prints")
    assert scheduler.spooled == []  # or it would come out for whoever stands there when somebody brings paper
    assert scheduler.printed == b""
    assert await tried(printer) is None  # what the queue said of the last page is not held against the next


async def test_a_page_that_is_given_back_is_refused(printer: Printer, scheduler: Cups) -> None:
    scheduler.behaves("gives it back")
    assert await tried(printer) is Trouble.REFUSED
    assert scheduler.spooled == []


async def test_who_prints_for_ever_is_not_waited_for(printer: Printer, scheduler: Cups) -> None:
    scheduler.behaves("takes for ever")
    async with asyncio.timeout(20):
        assert await tried(printer) is Trouble.REFUSED
    assert scheduler.spooled == []


async def test_a_stopped_queue_and_one_that_takes_nothing_are_handed_nothing(printer: Printer, scheduler: Cups) -> None:
    assert await tried(printer) is None
    before = scheduler.jobs
    assert before > 0
    scheduler.admin("cupsdisable", QUEUE)
    try:
        assert await tried(printer) is Trouble.REFUSED
    finally:
        scheduler.admin("cupsenable", QUEUE)
    scheduler.admin("cupsreject", QUEUE)
    try:
        assert await tried(printer) is Trouble.REFUSED
    finally:
        scheduler.admin("cupsaccept", QUEUE)
    assert scheduler.spooled == []
    assert scheduler.jobs == before
    assert await tried(printer) is None


async def test_there_is_no_such_queue_no_scheduler_or_no_libcups(
    scheduler: Cups, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    del scheduler
    unknown = Printer("Nowhere")
    assert await tried(unknown) is Trouble.NO_PRINTER
    unknown.close()
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody.sock"))
    alone = Printer(QUEUE)
    assert await tried(alone) is Trouble.NO_PRINTER
    alone.close()
    monkeypatch.setattr(cups, "_LIBRARY", "libcups-of-nowhere.so.2")
    cups._library.cache_clear()
    bare = Printer(QUEUE)
    assert await tried(bare) is Trouble.NO_PRINTER
    bare.close()


async def test_who_leaves_meanwhile_gets_the_page_all_the_same(printer: Printer, scheduler: Cups) -> None:
    scheduler.behaves("has no paper")
    printing = asyncio.ensure_future(tried(printer))
    await until(lambda: scheduler.spooled != [])
    printing.cancel()
    scheduler.behaves("prints")
    await until(lambda: scheduler.printed == PAGE and scheduler.spooled == [])


def test_the_doctor_says_whether_it_would_print(scheduler: Cups) -> None:
    ready = _printer(DesktopSettings(printer=QUEUE))
    assert (ready.found, ready.said) == (True, f"{QUEUE} idle")
    scheduler.admin("cupsdisable", "-r", "no roll", QUEUE)
    try:
        stopped = _printer(DesktopSettings(printer=QUEUE))
    finally:
        scheduler.admin("cupsenable", QUEUE)
    assert (stopped.found, stopped.said) == (False, f"{QUEUE} stopped paused")
    nowhere = _printer(DesktopSettings(printer="Nowhere"))
    assert (nowhere.found, nowhere.needed) == (False, True)
    none = _printer(DesktopSettings())
    assert (none.found, none.needed) == (False, False)


async def test_what_the_qr_code_leads_to_is_the_appointment_for_a_calendar(ends: Ends, region: Region) -> None:
    client = await ends.booked_kiosk()
    booked = client.visit.value.appointment
    assert booked is not None
    link = calendar_link(client, booked)
    assert link is not None
    assert link.startswith(f"{region.url}/v1/")
    answer = await asyncio.to_thread(requests.get, link, timeout=10)
    (event,) = Calendar.from_ical(answer.text).walk("VEVENT")
    assert event.decoded("DTSTART") == booked.slot.starts_at
    older = booked.model_copy(update={"calendar_url": None})
    assert calendar_link(client, older) is None
    named = booked.model_copy(update={"calendar_url": "https://majlis.example/v1/x"})
    assert calendar_link(client, named) == "https://majlis.example/v1/x"
