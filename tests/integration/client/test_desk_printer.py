"""Which printer a desk prints on, with a real CUPS: chosen, installed, the system's own, away, or not answering."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from desk_client.client import cups
from desk_client.client.cups import Listed
from desk_client.client.desk_printer import DeskPrinter, Known
from desk_client.client.preferences import SYSTEM_PRINTER, ChosenPreferences
from desk_client.client.printer import Printer, Trouble
from tests.cups import QUEUE, Cups

A4_MM = (210, 297)
PAGE = b"%PDF-1.7\nminutes"
OFFICE = "Office-A4"


@pytest.fixture
def preferences() -> ChosenPreferences:
    return ChosenPreferences()


@pytest.fixture
async def printer(scheduler: Cups, preferences: ChosenPreferences) -> AsyncIterator[DeskPrinter]:
    del scheduler
    printer = DeskPrinter(preferences, "", lambda name: Printer(name, settles_within_s=0.5, printed_within_s=4))
    yield printer
    printer.close()


@pytest.fixture
def office(scheduler: Cups) -> Iterator[Cups]:
    """A second queue, with words of its owner."""
    scheduler.add_queue(OFFICE, "طابعة المكتب، الدور الثاني")
    yield scheduler
    scheduler.remove_queue(OFFICE)


async def tried(printer: DeskPrinter) -> Trouble | None:
    return await printer.print_page(PAGE, "Minutes", A4_MM)


async def test_it_knows_what_the_machine_knows_and_looks_anew(printer: DeskPrinter, office: Cups) -> None:
    assert printer.known.value == Known()
    await printer.look()
    one, two = Listed(OFFICE, "طابعة المكتب، الدور الثاني", is_default=False), Listed(QUEUE, QUEUE, is_default=False)
    assert set(printer.known.value.queues or ()) == {one, two}
    office.remove_queue(OFFICE)
    await printer.look()
    assert printer.known.value.queues == (two,)
    office.remove_queue(QUEUE)
    try:
        await printer.look()
        assert printer.known.value == Known(())
    finally:
        office.add_queue()
        office.add_queue(OFFICE)


async def test_a_page_goes_to_what_is_chosen_else_to_what_was_installed(
    printer: DeskPrinter, office: Cups, preferences: ChosenPreferences
) -> None:
    assert not printer.is_set
    assert await tried(printer) is Trouble.NO_PRINTER
    printer.installed = QUEUE
    assert (await tried(printer), printer.went_to, printer.is_set) == (None, QUEUE, True)
    before = office.jobs
    preferences.change(printer=OFFICE)
    assert (await tried(printer), printer.went_to) == (None, OFFICE)
    assert office.jobs == before, "nothing went to the other queue"
    assert office.printed == PAGE


async def test_the_systems_own_is_whichever_it_is_when_one_prints(
    printer: DeskPrinter, office: Cups, preferences: ChosenPreferences
) -> None:
    preferences.change(printer=SYSTEM_PRINTER)
    assert printer.is_set
    assert (await tried(printer), printer.went_to) == (Trouble.NO_PRINTER, "")
    for name in (OFFICE, QUEUE):
        office.admin("lpadmin", "-d", name)
        assert (await tried(printer), printer.went_to) == (None, name)
    office.remove_queue(QUEUE)  # and with it that it was the default
    office.add_queue()


async def test_one_that_is_away_is_told_of_and_no_other_takes_its_place(
    printer: DeskPrinter, office: Cups, preferences: ChosenPreferences
) -> None:
    printer.installed = QUEUE
    office.admin("lpadmin", "-d", QUEUE)
    preferences.change(printer="Gone")
    before = office.jobs
    assert (await tried(printer), printer.went_to) == (Trouble.NO_PRINTER, "Gone")
    assert office.jobs == before
    office.remove_queue(QUEUE)
    office.add_queue()


async def test_a_scheduler_that_stands_still_is_given_up_and_the_loop_goes_on(
    printer: DeskPrinter, scheduler: Cups, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cups, "_ANSWERS_WITHIN_S", 0.5)
    printer.installed = QUEUE
    scheduler.stand_still()
    try:
        async with asyncio.timeout(30):
            looking = asyncio.gather(printer.look(), printer.look())  # which asks but once
            turns = 0
            while not looking.done():
                await asyncio.sleep(0.01)
                turns += 1
            assert turns > 10
            assert printer.known.value == Known(None, is_silent=True)
            assert await tried(printer) is Trouble.NO_PRINTER
    finally:
        scheduler.go_on()
    await printer.look()
    assert not printer.known.value.is_silent
    assert await tried(printer) is None


async def test_without_a_scheduler_or_libcups_nothing_answers(
    printer: DeskPrinter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody.sock"))
    await printer.look()
    assert printer.known.value == Known(None, is_silent=True)
    monkeypatch.setattr(cups, "_LIBRARY", "libcups-of-nowhere.so.2")
    cups._library.cache_clear()
    printer.known.set(Known())
    await printer.look()
    assert printer.known.value == Known(None, is_silent=True)
    cups._library.cache_clear()
