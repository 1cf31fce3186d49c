"""An audience in which everything goes on at once: pictures of 720 lines, a shared screen, messages that scroll."""

import asyncio
import itertools
import time
from pathlib import Path
from typing import Final

from desk_client.bootstrap.demo.pilots import Pilot, Pilots
from desk_client.bootstrap.demo.sample import Sample
from desk_client.bootstrap.demo.script import Script
from desk_client.bootstrap.demo.verdict import read
from desk_client.client.call_meter import CallReport
from tests.e2e.hall import Hall

_FIRST_LINES: Final = 8
"""Messages until the list is longer than its place; more at once the server would not take."""
_WRITES_EVERY_S: Final = 8.0
_TURNS_EVERY_S: Final = 0.016
_TURN: Final = 30
"""Eighths of a degree: a quarter of a notch."""
_THERE_AND_BACK: Final = 40
"""Turns of the wheel one way, and then as many the other."""


class BusyTalk(Script):
    """The demonstration's way, with a busier talk."""

    def __init__(self, pilots: Pilots, sample: Sample, out: Path, talk_s: float) -> None:
        """The talk lasts for ``talk_s`` seconds once everything goes on."""
        super().__init__(pilots, sample, out, talk_s)
        self._lasts_s = talk_s

    async def _talk(self, kiosk: Pilot, desk: Pilot) -> None:
        for each in (kiosk, desk):
            await each.page("call")
            await each.until("find", name="call_elapsed", within_s=20)
        await desk.tap("toggle_chat")
        for number in range(_FIRST_LINES):
            await self._write(desk, number)
        await desk.tap("show_screen")
        await desk.tap("screen_0")
        until_s = time.monotonic() + self._lasts_s
        writes_s = 0.0
        for turn in itertools.count():
            if (now_s := time.monotonic()) > until_s:
                break
            if now_s > writes_s:
                writes_s = now_s + _WRITES_EVERY_S
                await self._write(desk, turn)
            back = turn // _THERE_AND_BACK % 2 == 0
            await desk.until("wheel", name="chat_line", by=str(_TURN if back else -_TURN))
            await asyncio.sleep(_TURNS_EVERY_S)

    async def _write(self, desk: Pilot, number: int) -> None:
        await desk.tap("chat_text")
        await desk.type(f"ملاحظة رقم {number}: تُراجع الإدارة المختصة الطلب وتفيد صاحبه.")
        await desk.until("press", key="Return")


async def busy_talk(hall: Hall, seconds: float) -> CallReport:
    """The desk's figures of a talk that is as busy as one can be."""
    large = {"DESK_CLIENT_SYNTHETIC_PICTURE": "720p"}
    report = hall.kiosk_s.parent / "desk.json"
    of_desk = {"DESK_CLIENT_FULL_SCREEN": "false", "DESK_CLIENT_CALL_REPORT": str(report)}
    of_desk["DESK_CLIENT_DATA_DIR"] = str(hall.kiosk_s.parent / "desk")
    of_desk["DISPLAY"] = await asyncio.to_thread(hall.processes.screen, 1920, 1080)
    kiosk = await hall.processes.start("kiosk", "kiosk", environment={**hall.environment, **large})
    desk = await hall.processes.start("desk", "desk", environment={**hall.environment, **large, **of_desk})
    await BusyTalk(hall.pilots, hall.sample, hall.kiosk_s.parent, seconds).play()
    for each in (kiosk, desk):
        each.process.terminate()
        await each.process.wait()
    return read(report)
