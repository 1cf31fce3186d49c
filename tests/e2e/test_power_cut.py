"""The power goes in the middle of a visit: the kiosk comes back for whoever is next, and resumes nobody's session."""

import sys
from collections.abc import AsyncIterator
from contextlib import suppress

import psutil
import pytest

from desk_client.bootstrap.demo.pilots import Pilot
from desk_client.bootstrap.demo.processes import Program
from desk_client.bootstrap.demo.sample import Citizen
from tests.e2e.hall import Hall, code_for, hall
from tests.e2e.test_wipe import SUBJECT, found_in_files, found_in_memory, markers, processes_of

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="a process's memory is read through /proc"),
    pytest.mark.timeout(180),
]

CUTS = ("code", "subject", "summary", "ticket")
"""Something typed; signed in; a time held; booked."""


async def identified(kiosk: Pilot, built: Hall, citizen: Citizen) -> AsyncIterator[str]:
    """Say who one is; the pages on the way, each with what was typed before it."""
    await kiosk.page("national_id")
    await kiosk.type(citizen.national_id)
    await kiosk.tap("continue")
    await kiosk.page("mobile")
    await kiosk.type(citizen.mobile_national)
    log = built.sample.directory.sms_log
    already = len(log.read_text().splitlines()) if log.exists() else 0
    await kiosk.tap("continue")
    await kiosk.page("code")
    yield "code"
    await kiosk.type(await code_for(built.sample, citizen, already))


async def booked(kiosk: Pilot, built: Hall, citizen: Citizen) -> AsyncIterator[str]:
    """Book, page by page."""
    await kiosk.tap("book")
    async for page in identified(kiosk, built, citizen):
        yield page
    await kiosk.page("office")
    await kiosk.tap(f"office_{built.sample.office_id}")
    await kiosk.page("service")
    await kiosk.tap("service_*")
    await kiosk.page("kind")
    await kiosk.tap("kind_video_kiosk")
    await kiosk.page("time")
    await kiosk.tap("next_free")
    await kiosk.page("subject")
    await kiosk.type(SUBJECT)
    yield "subject"
    await kiosk.tap("continue")
    await kiosk.page("documents")
    await kiosk.tap("continue")
    await kiosk.page("summary")
    yield "summary"
    await kiosk.tap("confirm")
    await kiosk.page("ticket")
    yield "ticket"


async def cut(kiosk: Program) -> None:
    """Everything at once, with no time for a last word."""
    every = processes_of(kiosk)
    for process in every:
        with suppress(psutil.NoSuchProcess):
            process.kill()
    await kiosk.process.wait()


async def test_a_power_cut_at_any_step_leaves_nothing_of_the_visit_and_the_person_comes_back() -> None:
    async with hall() as built:
        kiosk, pilot, _seconds = await built.start_kiosk()
        everybody = iter(built.sample.citizens)
        for step in CUTS:
            citizen = next(everybody)
            async for page in booked(pilot, built, citizen):
                if page == step:
                    break
            assert found_in_memory(markers(citizen), processes_of(kiosk)[1:]), "there is nothing to lose yet"
            await cut(kiosk)
            assert found_in_files(markers(citizen), built.kiosk_s) == set()
            kiosk, pilot, _seconds = await built.start_kiosk(after=pilot)
            await pilot.page("home")
        everybody_s = tuple(marker for each in built.sample.citizens for marker in markers(each))
        assert found_in_memory(everybody_s, processes_of(kiosk)) == set()

        # what was booked before the cut stands, and so it does after one in the waiting room
        for _ in range(2):
            await pilot.tap("attend")
            async for _page in identified(pilot, built, citizen):
                pass
            await pilot.page("appointments")
            await pilot.tap("check_in_*")
            await pilot.page("waiting")
            await cut(kiosk)
            assert found_in_files(markers(citizen), built.kiosk_s) == set()
            kiosk, pilot, _seconds = await built.start_kiosk(after=pilot)
            await pilot.page("home")
