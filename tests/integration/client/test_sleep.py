"""The official's computer sleeps in the talk: a real process that is stopped, and goes on."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator

import pytest

from desk_client.client.actions import attend
from desk_client.client.visit import Page
from desk_client.domain.call import Phase
from tests.integration.client.conftest import PASSWORD, Ends, Region, until
from tests.integration.client.test_whole_way import is_talking, page, runner


class DeskProcess:
    """What it has said, in order."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.said: list[str] = []
        self._reading = asyncio.create_task(self._read())

    @property
    def last(self) -> str:
        return self.said[-1] if self.said else ""

    def send(self, number: signal.Signals) -> None:
        os.kill(self._process.pid, number)

    async def end(self) -> None:
        self.send(signal.SIGCONT)
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), 15)
        finally:
            if self._process.returncode is None:
                self._process.kill()
            await self._reading

    async def _read(self) -> None:
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            self.said.append(line.decode().strip())


@pytest.fixture
async def desk_process(region: Region) -> AsyncIterator[DeskProcess]:
    arguments = ("-m", "tests.fakes.desk_process", region.url, PASSWORD)
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdin=pipe, stdout=pipe)
    made = DeskProcess(process)
    yield made
    await made.end()


async def test_the_talk_comes_back_by_itself_and_the_desk_knows_why_it_stood_still(
    ends: Ends, desk_process: DeskProcess
) -> None:
    kiosk = await ends.booked_kiosk()
    appointment = kiosk.visit.value.appointment
    assert appointment is not None
    assert await attend.check_in(kiosk, appointment) is None
    await until(lambda: is_talking(kiosk) and desk_process.last == "TALKING", within_s=40)
    desk_process.said.clear()
    desk_process.send(signal.SIGSTOP)
    stopped_s = asyncio.get_running_loop().time()
    await until(lambda: runner(kiosk).view.value.phase is Phase.RECONNECTING)
    await until(lambda: asyncio.get_running_loop().time() > stopped_s + 12)
    assert page(kiosk) is Page.CALL, "the visitor's place is kept"
    desk_process.send(signal.SIGCONT)
    await until(lambda: is_talking(kiosk) and desk_process.last == "TALKING", within_s=40)
    (slept,) = [line for line in desk_process.said if line.startswith("slept")]
    assert 9 <= int(slept.split()[1]) <= 30
    assert "RECONNECTING" in desk_process.said
    assert "FAILED" not in desk_process.said
