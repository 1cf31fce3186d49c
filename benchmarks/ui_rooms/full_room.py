"""A talk of four with real programs: a citizen at a kiosk, the official's desk, and two desks that were called in.

Each is a process of its own with a screen of its own. The official's desk is measured once all four are together.
"""

import asyncio
import time
from dataclasses import dataclass
from typing import Final

import psutil

from benchmarks.ui_rooms.service import cpu_s
from desk_client.bootstrap.demo.pilots import DemoFailedError, Pilot
from desk_client.bootstrap.demo.processes import Program
from desk_client.bootstrap.demo.sample import Official
from desk_client.bootstrap.demo.script import Script
from desk_client.bootstrap.demo.verdict import read
from tests.e2e.hall import SCREEN, Hall

_CALLED: Final = (("public-rights", "طارق"), ("governorates", "وليد"))
"""Who is called in, of the official's own agency: how they sign in, and a word of their name that nobody else has."""
_AT_360: Final = {"DESK_CLIENT_SYNTHETIC_PICTURE": "360p"}
_SETTLED_S: Final = 10.0
"""The lines have found their rates."""
_MOST_S: Final = 400.0
"""Until all four are together, and until they have parted."""


@dataclass(frozen=True)
class RoomCost:
    """What the official's desk took."""

    cpu_percent: float
    """Of a core, over the seconds that were asked for."""
    fps: float
    """New pictures of the citizen's painted in a second: the room was a real one."""


class _FullRoom(Script):
    """The demonstration's way into the talk, and two more who are called into it."""

    def __init__(self, hall: Hall) -> None:
        super().__init__(hall.pilots, hall.sample, hall.kiosk_s.parent, 0.0)
        self._hall = hall

    async def begin(self) -> Pilot:
        """The citizen and the official talk; the official's desk."""
        citizen = self._sample.citizens[0]
        kiosk, desk = await self._pilots.of("kiosk"), await self._pilots.of("desk")
        await self._sign_in_official(desk)
        await self._book(kiosk, citizen)
        await self._leave(kiosk)
        returned = await self._pilots.of("kiosk", after=kiosk)
        await returned.page("home")
        await self._check_in(returned, citizen)
        await self._admit(desk)
        for each in (returned, desk):
            await each.page("call")
            await each.until("find", name="call_elapsed", within_s=20)
        return desk

    async def call_in(self, desk: Pilot, colleague: Pilot, official: Official, word: str) -> None:
        """The official calls somebody in, who signs in and says yes."""
        await colleague.page("sign_in")
        await colleague.tap("username")
        await colleague.type(official.username)
        await colleague.until("press", key="Tab")
        await colleague.type(official.password)
        await colleague.tap("sign_in")
        await colleague.page("today")
        await desk.tap("call_in_button")
        await desk.tap("search_people")
        await desk.type(word)
        await desk.tap("confirm_call_in", within_s=60)  # whoever alone is found is picked, and what they come as
        await colleague.tap("accept_call")
        await colleague.page("called")

    async def end(self, desk: Pilot) -> None:
        """The talk is over for everybody."""
        await desk.tap("end_call")
        await desk.tap("confirm_end")
        await desk.page("outcome")

    async def _picture(self, pilot: Pilot, name: str) -> None:
        """Nobody looks at pictures here."""


async def full_room(hall: Hall, seconds: float) -> RoomCost:
    """What the official's desk takes in a talk of four at 360 lines."""
    room = _FullRoom(hall)
    report = hall.kiosk_s.parent / "room.json"
    programs = [
        await hall.processes.start("kiosk", "kiosk", environment={**hall.environment, **_AT_360}),
        measured := await _desk(hall, "desk", DESK_CLIENT_CALL_REPORT=str(report)),
    ]
    async with asyncio.timeout(_MOST_S):
        desk = last = await room.begin()
        for username, word in _CALLED:
            official = next(each for each in hall.sample.staff if each.username == username)
            programs.append(await _desk(hall, username))
            last = await hall.pilots.of("desk", after=last)
            await room.call_in(desk, last, official, word)
    for party in ("third", "fourth"):
        await desk.until("find", name=f"person_{party}")
    await asyncio.sleep(_SETTLED_S)
    process = psutil.Process(measured.process.pid)
    before_s, began_s = cpu_s(process), time.monotonic()
    await asyncio.sleep(seconds)
    percent = 100 * (cpu_s(process) - before_s) / (time.monotonic() - began_s)
    async with asyncio.timeout(_MOST_S):
        await room.end(desk)
        found = read(report)
        for each in reversed(programs):
            each.process.terminate()
            await each.process.wait()
    if found.first_painted_s is None:
        raise DemoFailedError("the desk painted no picture of the kiosk's")
    return RoomCost(percent, found.fps)


async def _desk(hall: Hall, name: str, **more: str) -> Program:
    """A desk with a folder and a screen of its own."""
    own = {
        "DESK_CLIENT_FULL_SCREEN": "false",
        "DESK_CLIENT_DATA_DIR": str(hall.kiosk_s.parent / f"desk-{name}"),
        "DISPLAY": await asyncio.to_thread(hall.processes.screen, *SCREEN),
    }
    return await hall.processes.start(name, "desk", environment={**hall.environment, **_AT_360, **own, **more})
