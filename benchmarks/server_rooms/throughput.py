"""How many bookings one core carries: everything on, over HTTP, the server alone on its core.

A booking is a hold and the appointment made of it: two requests, each with its own Idempotency-Key. First as many as it
can (so many bookers, each waits for their answer); then as many as it should, whether or not it keeps up: a booking's
time counts from the moment at which it was meant to begin. Last, twice as many as it can: what it turns away at once,
and whether it books as many as before meanwhile.
"""

import asyncio
import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from benchmarks.server_rooms.figures import Figures, figure, percentile
from benchmarks.server_rooms.hour import HOUR
from benchmarks.server_rooms.raw import A_COMMIT, raw_bookings_per_second
from benchmarks.server_rooms.town import OTHER_CORE, PEOPLE, SERVER_CORE, TOWN, fresh_stores, slots_in_turn
from desk_client.config.operations_settings import OperationsSettings
from desk_client.server.house import House
from tests.integration.server.storm.bookers import Choice
from tests.integration.server.storm.history import Deed, Wish
from tests.integration.server.storm.lab import settle
from tests.integration.server.storm.process import ServerProcess, Spoken, opened
from tests.integration.server.storm.ways import Wire

OFFERED: Final = 300
CROWD: Final = 2
"""So many times what it can."""
_CROWD_S: Final = 8.0
AT_ONCE: Final = 48
_MOST_SLOTS: Final = 84_000
_NEVER: Final = 1e9
"""In ms; JSON has no infinity."""


@dataclass
class Load:
    """Bookings one after the other, each of another slot."""

    wire: Wire
    slots: list[Choice]
    done: int = 0
    refused: int = 0
    began: int = 0
    bookings_ms: list[float] = field(default_factory=list)
    requests_ms: list[float] = field(default_factory=list)

    async def book(self, since: float) -> None:
        """One booking; `since` is when it was meant to begin."""
        number = self.began
        self.began += 1
        slot, person = self.slots[number], number % PEOPLE
        hold = await self._asked(Wish(person, Deed.HOLD, slot.service_id, slot.starts_at, f"hold-{number:08}"), since)
        if hold is None:
            self.slots.append(slot)  # nobody has it: somebody may want it later
            return
        if await self._asked(Wish(person, Deed.BOOK, hold, key=f"book-{number:08}"), time.perf_counter()) is not None:
            self.bookings_ms.append(1000 * (time.perf_counter() - since))
            self.done += 1

    async def _asked(self, wish: Wish, since: float) -> str | None:
        answer = await self.wire.ask(wish)
        self.requests_ms.append(1000 * (time.perf_counter() - since))
        if not answer.is_yes:
            self.refused += 1
            return None
        return str(answer.body.get("id", ""))

    def forget(self) -> None:
        """Count from here on."""
        self.done = self.refused = 0
        self.bookings_ms, self.requests_ms = [], []

    async def saturate(self, seconds: float) -> float:
        """As many as it can; bookings a second."""
        ends = time.perf_counter() + seconds

        async def busy() -> None:
            while time.perf_counter() < ends:
                await self.book(time.perf_counter())

        self.forget()
        began = time.perf_counter()
        await asyncio.gather(*(busy() for _ in range(AT_ONCE)))
        return self.done / (time.perf_counter() - began)

    async def offer(self, rate: float, seconds: float) -> float:
        """So many a second, come what may; bookings a second until the last one was answered.

        Whoever was not answered after as long again counts as answered never.
        """
        self.forget()
        under_way: set[asyncio.Task[None]] = set()
        began = time.perf_counter()
        for number in range(int(rate * seconds)):
            due = began + number / rate
            if (early := due - time.perf_counter()) > 0:
                await asyncio.sleep(early)
            task = asyncio.create_task(self.book(due))
            under_way.add(task)
            task.add_done_callback(under_way.discard)
        if under_way:
            _, late = await asyncio.wait(under_way, timeout=seconds)
            self.bookings_ms += [_NEVER] * len(late)
            self.requests_ms += [_NEVER] * len(late)
            for task in late:
                task.cancel()
        return self.done / (time.perf_counter() - began)


def cpu_s(pid: int) -> float:
    """How long a process has been busy."""
    with open(f"/proc/{pid}/stat", encoding="ascii") as stat:  # noqa: PTH123 - a file of the kernel's
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(seconds: float, folder: Path, stores: tuple[str, ...] = ("embedded", "postgres")) -> Figures:
    """Both kinds of load on each of the stores, and beside them what the engine does by itself."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {SERVER_CORE})
    raw = raw_bookings_per_second(folder)
    print(f"raw: the rows of {raw:.0f} bookings/s, {A_COMMIT} in one commit, on the server's core")
    os.sched_setaffinity(0, {OTHER_CORE})  # and PostgreSQL, which is started from here
    found: Figures = {"raw_bookings": figure(raw, "bookings/s, rows alone, by SQLCipher", least=OFFERED)}
    try:
        with fresh_stores(*stores) as each:
            for store, settings, _ in each:
                found |= asyncio.run(_measured(store, settings, seconds))
                most = found[f"{store}_bookings_at_saturation"]["value"]
                found[f"{store}_part_of_raw"] = figure(most / raw, "of the raw inserts", least=0.5)
    finally:
        os.sched_setaffinity(0, cores)
    return found


async def _measured(store: str, settings: Spoken, seconds: float) -> Figures:
    slots: list[Choice] = []

    def prepare(house: House) -> None:
        settle(house, TOWN)
        slots.extend(slots_in_turn(house, _MOST_SLOTS))

    await asyncio.to_thread(opened, settings, prepare, HOUR.clock())
    in_service = settings | {"operations": OperationsSettings()}
    server = ServerProcess(in_service, make=HOUR.make_server, core=SERVER_CORE)
    await asyncio.to_thread(server.start)
    load = Load(Wire(server.port, TOWN), slots)
    try:
        await load.saturate(2.0)  # warm
        busy = cpu_s(server.pid)
        most = await load.saturate(seconds / 4)
        busy = cpu_s(server.pid) - busy
        each_ms = 1000 * busy / max(1, load.done)
        print(f"{store}: {most:.0f} bookings/s at saturation, {AT_ONCE} at once, {each_ms:.2f} ms CPU each, ", end="")
        print(f"p50 {percentile(load.bookings_ms, 0.5):.0f} ms, p99 {percentile(load.bookings_ms, 0.99):.0f} ms")
        sustained = await load.offer(OFFERED, seconds)
        booking_p99, request_p99 = percentile(load.bookings_ms, 0.99), percentile(load.requests_ms, 0.99)
        print(f"{store}: {sustained:.0f} bookings/s of {OFFERED} offered, refused {load.refused}, ", end="")
        print(f"p50 {percentile(load.bookings_ms, 0.5):.1f} ms, p99 {booking_p99:.1f} ms")
        crowded = await load.offer(CROWD * most, min(_CROWD_S, seconds / 4))
        crowded_p99 = percentile(load.bookings_ms, 0.99)
        print(f"{store}: {crowded:.0f} bookings/s of {CROWD * most:.0f} offered, turned away {load.refused}, ", end="")
        print(f"p50 {percentile(load.bookings_ms, 0.5):.0f} ms, p99 {crowded_p99:.0f} ms")
    finally:
        await load.wire.close()
        server.kill()
    return {
        f"{store}_bookings_at_saturation": figure(most, "bookings/s", least=OFFERED),
        f"{store}_cpu_a_booking": figure(each_ms, "ms of the server's core", most=1000 / OFFERED),
        f"{store}_bookings_sustained": figure(sustained, f"bookings/s of {OFFERED} offered", least=OFFERED * 0.99),
        f"{store}_booking_p99": figure(booking_p99, "ms, both requests, from when it was meant to begin", most=250),
        f"{store}_request_p99": figure(request_p99, "ms", most=250),
        f"{store}_crowded": figure(crowded / most, "of the bookings at saturation, twice as many offered", least=0.5),
        f"{store}_crowded_p99": figure(crowded_p99, "ms, of those that were booked then", most=3000),
    }
