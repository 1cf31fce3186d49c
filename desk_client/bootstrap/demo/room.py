"""The demonstration of a room: one window, the others as processes of their own, every two connected over loopback."""

import argparse
import asyncio
import json
import os
import signal
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from desk_client.bootstrap.demo.pilots import DemoFailedError, Pilot, Pilots
from desk_client.bootstrap.demo.processes import Processes, Program
from desk_client.bootstrap.demo.room_broker import RoomBroker
from desk_client.bootstrap.demo.room_people import COUNTS, PLACE, REPORT, TURN_S, WINDOW, RoomPlace

_TOGETHER_S: Final = 25.0
"""Until all see each other; most of it the start of as many processes."""
_LEFT_S: Final = 10.0
_POLL_S: Final = 0.1
_TURNS_MORE_S: Final = 2.0
"""Everybody has spoken by then, and what was heard is measured."""
_MOVING: Final = 5
"""So many more pictures show that a person is still seen."""


@dataclass(frozen=True)
class Places:
    """``work`` is private and goes with the demonstration; ``out`` stays."""

    out: Path
    work: Path

    @property
    def report(self) -> Path:
        """Where the window leaves its figures."""
        return self.work / "room.json"

    @property
    def pilots(self) -> Path:
        """The socket at which the window meets its driver."""
        return self.work / "pilots"


def run_room(options: argparse.Namespace) -> int:
    """Run it; 0 when all saw and heard each other, 1 when not (and it says what is wrong), 2 for no such room."""
    if options.room not in COUNTS:
        print(
            f"desk-client: a room has {COUNTS[0]} to {COUNTS[-1]} people: beyond that a server must distribute",
            file=sys.stderr,
        )
        return 2
    if options.seat is not None:
        return _run_one(options)
    has_screen = sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    options.auto = options.auto or not has_screen
    out: Path = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("room*.png"), *out.glob("room*.log"), *out.glob("person*.log")):
        old.unlink()
    with TemporaryDirectory(prefix="majlis-") as work:
        try:
            return asyncio.run(_play(options, Places(out, Path(work))))
        except DemoFailedError as failure:
            print(f"\nThe demonstration FAILED: {failure}", file=sys.stderr)
            return 1


def _run_one(options: argparse.Namespace) -> int:
    if options.seat == WINDOW:
        from desk_client.bootstrap.demo.room_window import run_room_window  # noqa: PLC0415 - the others load no Qt

        return run_room_window(options)
    from desk_client.bootstrap.demo.room_seat import run_guest  # noqa: PLC0415 - nor does who starts them load media

    return run_guest(options)


async def _play(options: argparse.Namespace, places: Places) -> int:
    processes, pilots, broker = Processes(places.out if options.auto else None), Pilots(), RoomBroker()
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # a Windows loop has none: there Ctrl-C raises
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    try:
        if options.auto:
            await pilots.listen(places.pilots)
        people = await _start(options, processes, await broker.open(), places)
        if not options.auto:
            print("A window opens. Close it, or press Ctrl-C, to end.", flush=True)
        stopping = asyncio.create_task(stop.wait())
        going = asyncio.create_task(
            _watch(options, pilots, processes, people, places) if options.auto else _closed(people[WINDOW])
        )
        await asyncio.wait([stopping, going], return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        if not going.done():
            going.cancel()
            if options.auto:
                raise DemoFailedError("it was interrupted")
            return 0
        await going
        return 0
    finally:
        await pilots.close()
        await processes.stop()
        await broker.close()


async def _start(
    options: argparse.Namespace, processes: Processes, place: RoomPlace, places: Places
) -> dict[int, Program]:
    """One process for each person, the window's first: it takes the longest."""
    width, height = options.size
    people = {}
    for seat in range(1, options.room + 1):
        arguments = ["demo", "--room", str(options.room), "--seat", str(seat), "--fps", str(options.fps)]
        environment = {PLACE: str(place)}
        if seat == WINDOW:
            arguments += ["--language", options.language, "--theme", options.theme, "--size", f"{width}x{height}"]
            arguments += ["--break", options.break_call] if options.break_call else []
            arguments += ["--media", str(options.media.resolve())] if options.media else []
            environment[REPORT] = str(places.report)
            if options.auto:
                arguments += ["--auto", "--pilot", str(places.pilots)]
                environment["DISPLAY"] = await asyncio.to_thread(processes.screen, width, height)
                environment["QT_QPA_PLATFORM"] = "xcb"
        people[seat] = await processes.start(f"person-{seat}", *arguments, environment=environment)
    return people


async def _closed(window: Program) -> None:
    """Wait until the window is closed; one that fails is no closing."""
    if (code := await window.process.wait()) != 0:
        raise DemoFailedError(f"the window's program ended with {code}")


async def _watch(
    options: argparse.Namespace, pilots: Pilots, processes: Processes, people: dict[int, Program], places: Places
) -> None:
    """Let them talk, judge what the window saw of it, then let one of them leave."""
    window = await pilots.of("room")
    out, report = places.out, places.report
    began_s = time.monotonic()
    least_s = max(options.seconds, options.room * TURN_S + _TURNS_MORE_S)
    while (seen := _read(report)) is None or seen["together_s"] < least_s:
        if (ended := processes.ended()) is not None:
            raise DemoFailedError(f"{ended.name} ended by itself: see its log")
        waited_s = time.monotonic() - began_s
        if waited_s > _TOGETHER_S + least_s or (waited_s > _TOGETHER_S and (seen is None or seen["together_s"] == 0)):
            raise DemoFailedError("; ".join(seen["wrong"]) if seen else "the window left no figures")
        await asyncio.sleep(_POLL_S)
    await window.picture(out / "room.png")
    left = await _leave(window, people, out, report) if options.break_call is None else ["nobody was asked to leave"]
    print(json.dumps({"room": options.room, **seen, "wrong": [*seen["wrong"], *left]}), flush=True)
    (out / "room.json").write_text(json.dumps(seen, indent=2) + "\n", encoding="utf-8")
    if seen["wrong"] or left:
        raise DemoFailedError("; ".join([*seen["wrong"], *left]))


async def _leave(window: Pilot, people: dict[int, Program], out: Path, report: Path) -> list[str]:
    """The last one leaves; what is wrong with how the window takes it."""
    seat = max(people)
    before = _read(report)
    people[seat].process.terminate()
    began_s = time.monotonic()
    while True:
        after = _read(report)
        if before is not None and after is not None and seat in after["left"]:
            stay = [other for other in before["tiles"] if other != str(seat)]
            if all(after["tiles"][other]["painted"] > before["tiles"][other]["painted"] + _MOVING for other in stay):
                break
        if time.monotonic() - began_s > _LEFT_S:
            return [f"person {seat} left, and the window did not show so, or the others stood still"]
        await asyncio.sleep(_POLL_S)
    await window.picture(out / "room-left.png")
    return []


def _read(report: Path) -> dict[str, Any] | None:
    if not report.exists():
        return None
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found
