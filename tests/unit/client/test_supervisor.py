"""The supervisor with real processes that speak its words."""

import asyncio
import itertools
import sys
from pathlib import Path

import pytest

from desk_client.client.supervisor import BEGIN_ANEW, Supervisor

VISITOR = """
import os, pathlib, sys
diary = pathlib.Path(sys.argv[1])
def note(word):
    with diary.open("a") as file:
        file.write(f"{os.getpid()} {word}\\n")
def say(word):
    note(word)
    print(word, flush=True)
nth = len(diary.read_text().split("warm")) if diary.exists() else 1
say("warm")
if nth in {int(n) for n in sys.argv[3].split(",") if n}:
    sys.exit(3)
for line in sys.stdin:
    if line.strip() == "show":
        say("shown")
        say("closed" if nth >= int(sys.argv[2]) else "done")
note("left")
"""


async def serve(tmp_path: Path, *, visitors: int, crash: str = "") -> tuple[Supervisor, list[list[str]]]:
    program = tmp_path / "visitor.py"
    program.write_text(VISITOR)
    diary = tmp_path / "diary"
    supervisor = Supervisor([sys.executable, str(program), str(diary), str(visitors), crash])
    async with supervisor:
        assert await asyncio.wait_for(supervisor.run(), 30) == 0
    return supervisor, [line.split() for line in diary.read_text().splitlines()]


async def test_each_visitor_has_a_process_of_their_own_and_the_next_is_warm_before(tmp_path: Path) -> None:
    supervisor, diary = await serve(tmp_path, visitors=3)
    shown = [pid for pid, word in diary if word == "shown"]
    assert len(shown) == len(set(shown)) == supervisor.visits == 3
    for former, following in itertools.pairwise(shown):
        words = [(pid, word) for pid, word in diary]
        assert words.index((following, "warm")) < words.index((following, "shown"))
        assert words.index((following, "shown")) < words.index((former, "left"))


async def test_when_the_kiosk_is_closed_every_process_leaves(tmp_path: Path) -> None:
    _, diary = await serve(tmp_path, visitors=1)
    assert {pid for pid, word in diary if word == "warm"} == {pid for pid, word in diary if word == "left"}


@pytest.mark.expected_errors("a visitor process ended with 3")
async def test_a_process_that_crashes_is_replaced(tmp_path: Path) -> None:
    supervisor, diary = await serve(tmp_path, visitors=3, crash="1,2")
    assert supervisor.visits >= 1
    assert sum(word == "warm" for _, word in diary) >= 3


PATIENT = """
import pathlib, sys
diary = pathlib.Path(sys.argv[1])
def note(word):
    with diary.open("a") as file:
        file.write(word + "\\n")
print("warm", flush=True)
for line in sys.stdin:
    note(line.strip())
    if line.strip() == "show":
        print("shown", flush=True)
    elif line.strip() == "speak":
        print("now idle", flush=True)
"""
"""Stays on the screen until it is told to go, and notes what it is told."""


class Watched:
    """A supervisor whose processes stay; ``heard`` is what those on the screen said."""

    def __init__(self, tmp_path: Path) -> None:
        program = tmp_path / "patient.py"
        program.write_text(PATIENT)
        self.diary = tmp_path / "diary"
        self.heard: list[str] = []
        self._said = asyncio.Event()
        self.supervisor = Supervisor([sys.executable, str(program), str(self.diary)])
        self.supervisor.on_said = self._hear

    async def serve(self) -> int:
        async with self.supervisor:
            return await self.supervisor.run()

    def _hear(self, line: str) -> None:
        self.heard.append(line)
        self._said.set()

    async def until(self, *heard: str) -> None:
        async with asyncio.timeout(30):
            while tuple(self.heard) != heard:
                self._said.clear()
                await self._said.wait()


async def test_a_restart_puts_fresh_processes_on_the_screen_and_behind_it(tmp_path: Path) -> None:
    place = Watched(tmp_path)
    running = asyncio.create_task(place.serve())
    await place.until("shown")
    first = place.supervisor._front
    place.supervisor.standing = "lock"
    place.supervisor.restart()
    await place.until("shown", "shown")
    assert place.supervisor._front is not first
    assert place.supervisor.visits == 2
    place.supervisor.begin_anew()
    assert await running == BEGIN_ANEW
    assert place.diary.read_text().split() == ["show", "lock", "show"]


async def test_the_first_process_loads_while_the_briefing_is_found_out_and_each_is_briefed(tmp_path: Path) -> None:
    place = Watched(tmp_path)
    async with place.supervisor as supervisor:
        visitor, word = await asyncio.wait_for(supervisor._news.get(), 30)
        assert word == "warm"
        supervisor._news.put_nowait((visitor, word))
        supervisor.brief("{who and where}")
        running = asyncio.create_task(supervisor.run())
        await place.until("shown")
        supervisor.restart()
        await place.until("shown", "shown")
        supervisor.stop()
        assert await running == 0
    told = place.diary.read_text().splitlines()
    assert told[:2] == ["{who and where}", "show"]
    assert told.count("show") == 2
    assert "show" in told[told.index("{who and where}", 1) :], "the next is briefed before it is shown"


async def test_where_there_is_nothing_to_tell_the_first_process_goes_again(tmp_path: Path) -> None:
    place = Watched(tmp_path)
    async with place.supervisor as supervisor:
        first = supervisor._front
        assert first is not None
    assert first.process.returncode == 0


async def test_what_the_process_on_the_screen_says_is_passed_on_and_it_can_be_told(tmp_path: Path) -> None:
    place = Watched(tmp_path)
    assert not place.supervisor.tell("speak"), "nobody has the screen"
    running = asyncio.create_task(place.serve())
    await place.until("shown")
    assert place.supervisor.tell("speak")
    await place.until("shown", "now idle")
    place.supervisor.stop()
    assert await running == 0
