"""The faces of kiosk and desk: when they can be touched, how soon a page is there, what they take, how long they last.

    python benchmarks/ui.py [part …] [--starts N] [--seconds N] [--joins N] [--visitors N]
        [--touches N]

Parts: start, desk, agenda, talk, room, join, pages, rest, visitors, monkey; all of them where none is named. Every
window stands on a screen in memory (Xvfb, 1920×1080) and draws in software. The last line is one JSON object.

`visitors` lets those of a day come one after the other, a process for each as in service, and judges the supervisor by
the hours that they stand for. `monkey` touches and types at random and ends each round at home.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.memory_rooms.slope import FEWEST, slope
from benchmarks.server_rooms.figures import Figures, figure, percentile
from benchmarks.ui_rooms.busy_talk import busy_talk
from benchmarks.ui_rooms.full_room import full_room
from benchmarks.ui_rooms.joining import joining
from benchmarks.ui_rooms.service import VISITORS_AN_HOUR, at_rest, cold_starts, desk_starts, visited
from desk_client.bootstrap.virtual_screen import virtual_screen
from tests.e2e.hall import SCREEN, hall

PARTS: Final = ("start", "desk", "agenda", "talk", "room", "join", "pages", "rest", "visitors", "monkey")
_ROOMS: Final = Path(__file__).resolve().parent / "ui_rooms"
_ROOM_FPS: Final = 10
"""Below it nobody is seen to move, and what the room cost says nothing."""
_LEAST_FPS: Final = 58
"""Sixty, less what a timer of whole milliseconds loses."""
_HOUR_S: Final = 3600
_WARM_UP: Final = 0.1
"""Of the visitors, before memory is judged."""
_MOST_S: Final = 3600


def on_a_screen(room: str, *arguments: str) -> dict[str, Any]:
    """Run one of the rooms on a screen of its own; what it tells."""
    with virtual_screen(*SCREEN) as display:
        done = subprocess.run(
            [sys.executable, str(_ROOMS / f"{room}.py"), *arguments],
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
            timeout=_MOST_S,
        )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


async def start(count: int) -> Figures:
    """From the command to the first screen that can be touched."""
    async with hall() as built:
        seconds = await cold_starts(built, count)
    print("cold starts, s:", *(f"{each:.2f}" for each in seconds), flush=True)
    return {"cold_start": figure(median(seconds), "s, median", most=1.5)}


async def desk(count: int) -> Figures:
    """From the command to the desk's first page."""
    async with hall() as built:
        seconds = await desk_starts(built, count)
    print("a desk's cold starts, s:", *(f"{each:.2f}" for each in seconds), flush=True)
    return {"desk_cold_start": figure(median(seconds), "s, median", most=1.5)}


def agenda(items: int) -> Figures:
    """A day longer than any office's."""
    told = on_a_screen("agenda", "--items", str(items))
    print(f"{told['items']} audiences painted after {told['made_ms']:.0f} ms; told anew:", end=" ")
    print(*(f"{ms:.0f} ms" for ms in told["told_ms"]), flush=True)
    slow_ms = percentile(told["frames_ms"], 0.95)
    return {
        "agenda_made": figure(told["made_ms"], f"ms, {told['items']} audiences, made and painted"),
        "agenda_motion": figure(1000 / slow_ms, "pictures a second while it scrolls, the slowest 5 %", least=60),
    }


async def talk(seconds: float) -> Figures:
    """The desk's window while everything goes on at once."""
    async with hall() as built:
        told = await busy_talk(built, seconds)
    print(f"a busy talk: {told.fps:.1f} pictures a second, {told.cpu_percent:.0f} % of a core", flush=True)
    late_ms = told.ui_lateness_ms_p99
    if late_ms is None:
        raise RuntimeError("the desk measured nothing")
    return {"talk_lateness": figure(late_ms, "ms late, p99 of a 10 ms timer in a 720p talk", most=16)}


async def room(seconds: float) -> Figures:
    """The official's desk in a talk of four: a citizen's kiosk and two desks that were called in."""
    async with hall() as built:
        cost = await full_room(built, seconds)
    print(f"a talk of four: {cost.cpu_percent:.1f} % of a core, {cost.fps:.1f} pictures a second", flush=True)
    return {
        "room_cpu": figure(cost.cpu_percent, "% of a core, the official's desk in a talk of four at 360p", most=60),
        "room_fps": figure(cost.fps, "pictures of the citizen's a second, painted there", least=_ROOM_FPS),
    }


async def join(times: int) -> Figures:
    """From the click that lets somebody in to their first picture, beside two Chromiums."""
    async with hall(has_guests=True) as built:
        told = await joining(built, f"http://127.0.0.1:{built.sample.port}", times)
    ours_ms, theirs_ms = median(told.ours_ms), median(told.theirs_ms)
    return {
        "join_ours": figure(ours_ms, f"ms, median of {times}, click to first picture at our desk"),
        "join_chromium": figure(theirs_ms, f"ms, median of {times}, the same in two Chromiums"),
        "join": figure(ours_ms / theirs_ms, "times what two Chromiums need through the same server", most=1.0),
    }


def pages(rounds: int) -> Figures:
    """From one page to the next."""
    told = on_a_screen("walk", "--rounds", str(rounds))
    slowest = sorted(told["first_ms"].items(), key=lambda each: -each[1])[:3]
    print("slowest when made:", *(f"{name} {ms:.0f} ms" for name, ms in slowest), flush=True)
    judged = told["rss_mb"][max(1, round(rounds * _WARM_UP)) :]
    kept = slope([number * _HOUR_S / VISITORS_AN_HOUR for number in range(len(judged))], judged)
    print(f"one process through all pages, {VISITORS_AN_HOUR} times an hour, MB: {kept}", flush=True)
    again = [ms for measured in told["again_ms"].values() for ms in measured]
    return {
        "page_made": figure(max(told["first_ms"].values()), "ms, the slowest page, made and painted", most=100),
        "page_again": figure(percentile(again, 0.95), "ms, p95, painted", most=100),
        "page_memory": figure(kept.an_hour, "MB/h", most=1.0),
        "page_motion": figure(median(told["fps"]), "pictures a second, median", least=_LEAST_FPS),
    }


async def rest(seconds: float) -> Figures:
    """What it takes while nobody is there."""
    async with hall() as built:
        found = await at_rest(built, seconds)
    for each in found:
        print(f"at rest: {each.cpu:.2f} % of a core, {each.rss_mb:.0f} MB", flush=True)
    return {
        "idle_cpu": figure(max(each.cpu for each in found), "% of a core, the busiest process", most=1.0),
        "idle_rss": figure(max(each.rss_mb for each in found), "MB, the largest process", most=180),
    }


async def visitors(count: int) -> Figures:
    """What visitors leave behind."""
    async with hall() as built:
        found = await visited(built, count)
    judged = found[max(1, round(count * _WARM_UP)) :]
    at_s = [number * _HOUR_S / VISITORS_AN_HOUR for number in range(len(judged))]
    figures = {
        "visitors": figure(len(found), f"processes, {VISITORS_AN_HOUR} an hour"),
        "visitor_rss": figure(max(each.visitor_mb for each in found), "MB, the largest that waits", most=180),
        "more_descriptors": figure(judged[-1].descriptors - judged[0].descriptors, "of the supervisor", most=0),
        "most_children": figure(max(each.children for each in judged), "processes that stay", most=2),
    }
    if len(judged) < FEWEST:
        return figures
    grown = {name: slope(at_s, [getattr(each, name) for each in judged]) for name in ("rss_mb", "visitor_mb")}
    print("supervisor, MB:", grown["rss_mb"], "· waiting process, MB:", grown["visitor_mb"], flush=True)
    return figures | {
        "supervisor_slope": figure(grown["rss_mb"].an_hour, "MB/h", most=1.0),
        "waiting_slope": figure(grown["visitor_mb"].an_hour, "MB/h", most=1.0),
    }


def monkey(touches: int) -> Figures:
    """Somebody who touches everything."""
    told = on_a_screen("monkey", "--touches", str(touches))
    print("pages reached:", *told["pages"], flush=True)
    return {
        "monkey_touches": figure(told["touches"], "touches and keys", least=touches),
        "monkey_faults": figure(len(told["faults"]), "faults", most=0),
        "monkey_at_home": figure(told["home"] / told["rounds"], "of the rounds ended at home", least=1.0),
        "monkey_pages": figure(len(told["pages"]), f"of {told['all_pages']} pages reached", least=15),
    }


def measured(asked: argparse.Namespace) -> Figures:
    """All parts that were asked for."""
    found: Figures = {}
    for part in asked.parts or PARTS:
        match part:
            case "start":
                found |= asyncio.run(start(asked.starts))
            case "desk":
                found |= asyncio.run(desk(asked.starts))
            case "agenda":
                found |= agenda(asked.items)
            case "talk":
                found |= asyncio.run(talk(asked.seconds))
            case "room":
                found |= asyncio.run(room(asked.seconds))
            case "join":
                found |= asyncio.run(join(asked.joins))
            case "pages":
                found |= pages(asked.rounds)
            case "rest":
                found |= asyncio.run(rest(asked.seconds))
            case "visitors":
                found |= asyncio.run(visitors(asked.visitors))
            case _:
                found |= monkey(asked.touches)
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[])
    parser.add_argument("--starts", type=int, default=7)
    parser.add_argument("--items", type=int, default=500, help="in the agenda")
    parser.add_argument("--joins", type=int, default=7, help="of each kind, in turn")
    parser.add_argument("--rounds", type=int, default=24, help="through all pages, after the first")
    parser.add_argument("--seconds", type=float, default=90.0, help="at rest, and of both talks")
    parser.add_argument("--visitors", type=int, default=24 * VISITORS_AN_HOUR, help="the default is a day's")
    parser.add_argument("--touches", type=int, default=20_000)
    figures = measured(parser.parse_args())
    print(json.dumps(figures))
    sys.exit(0 if all(each["reached"] for each in figures.values()) else 1)
