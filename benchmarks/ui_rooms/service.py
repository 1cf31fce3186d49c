"""A kiosk in service, and a desk: how soon they can be touched, what a kiosk takes at rest, and what visitors leave."""

import asyncio
import time
from dataclasses import dataclass
from typing import Final

import psutil

from desk_client.bootstrap.demo.pilots import Pilot
from tests.e2e.hall import Hall

_MB: Final = 1e6
_SETTLED_S: Final = 10.0
_BETWEEN_STARTS_S: Final = 3.0
VISITORS_AN_HOUR: Final = 12
_AT_REST: Final = 2
"""Processes of visitors: one on the screen, one behind it."""
_GONE_S: Final = 10.0
_POLL_S: Final = 0.05
_LEAVES_AFTER: Final = 4
"""Digits that a visitor types before they go."""


async def cold_starts(hall: Hall, count: int) -> list[float]:
    """Seconds from the command to a screen that can be touched, each with a kiosk of its own."""
    found: list[float] = []
    last: Pilot | None = None
    for _ in range(count):
        kiosk, last, seconds = await hall.start_kiosk(after=last)
        found.append(seconds)
        await asyncio.sleep(_BETWEEN_STARTS_S)  # the next visitor's process is made: it would be in the way
        kiosk.process.terminate()
        await kiosk.process.wait()
    return found


async def desk_starts(hall: Hall, count: int) -> list[float]:
    """Seconds from the command to the desk's page that one signs in at, each with a desk of its own."""
    found: list[float] = []
    last: Pilot | None = None
    environment = {**hall.environment, "DESK_CLIENT_FULL_SCREEN": "false"}
    for _ in range(count):
        began_s = time.monotonic()
        desk = await hall.processes.start("desk", "desk", environment=environment)
        last = await hall.pilots.of("desk", after=last)
        await last.until("find", name="username")
        found.append(time.monotonic() - began_s)
        await asyncio.sleep(_BETWEEN_STARTS_S)
        desk.process.terminate()
        await desk.process.wait()
    return found


@dataclass(frozen=True)
class Rest:
    """What one of a kiosk's processes takes while nobody is there."""

    cpu: float
    """Of a core, in percent."""
    rss_mb: float


async def at_rest(hall: Hall, seconds: float, *, after: Pilot | None = None) -> list[Rest]:
    """The supervisor, the process on the screen and the one behind it; the attract screen comes up meanwhile."""
    kiosk, _pilot, _seconds = await hall.start_kiosk(after=after)
    await asyncio.sleep(_SETTLED_S)
    supervisor = psutil.Process(kiosk.process.pid)
    processes = [supervisor, *supervisor.children(recursive=True)]
    before = [cpu_s(each) for each in processes]
    began_s = time.monotonic()
    await asyncio.sleep(seconds)
    took_s = time.monotonic() - began_s
    found = [
        Rest(100 * (cpu_s(each) - was_s) / took_s, each.memory_info().rss / _MB)
        for each, was_s in zip(processes, before, strict=True)
    ]
    kiosk.process.terminate()
    await kiosk.process.wait()
    return found


@dataclass(frozen=True)
class After:
    """A kiosk after one more visitor."""

    rss_mb: float
    """The supervisor's."""
    visitor_mb: float
    """Of the process that waits for the next visitor."""
    descriptors: int
    children: int


async def visited(hall: Hall, count: int, *, after: Pilot | None = None) -> list[After]:
    """Let so many visitors come, begin and leave by touch."""
    kiosk, pilot, _seconds = await hall.start_kiosk(after=after)
    supervisor = psutil.Process(kiosk.process.pid)
    found: list[After] = []
    for _ in range(count):
        there = _visitors(supervisor)
        await pilot.tap("book")
        await pilot.page("national_id")
        for digit in range(1, _LEAVES_AFTER + 1):
            await pilot.tap(f"digit_{digit}")
        await pilot.tap("end")
        await pilot.page("farewell")
        await pilot.tap("done")
        pilot = await hall.pilots.of("kiosk", after=pilot)
        await pilot.until("find", name="book")
        found.append(await _after(supervisor, there))
    kiosk.process.terminate()
    await kiosk.process.wait()
    return found


async def _after(supervisor: psutil.Process, there: frozenset[int]) -> After:
    """As soon as the visitor's process, one of ``there``, has gone, and the next one but one is there."""
    for _ in range(round(_GONE_S / _POLL_S)):
        await asyncio.sleep(_POLL_S)
        if len(now := _visitors(supervisor)) == _AT_REST and now != there:
            break
    visitors = supervisor.children()
    largest = max(each.memory_info().rss for each in visitors)
    return After(supervisor.memory_info().rss / _MB, largest / _MB, supervisor.num_fds(), len(visitors))


def _visitors(supervisor: psutil.Process) -> frozenset[int]:
    return frozenset(each.pid for each in supervisor.children())


def cpu_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return float(times.user + times.system)
