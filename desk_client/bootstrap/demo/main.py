"""The demonstration's steps: a server with the sample region → a kiosk and a desk → worked by hand or by the driver."""

import argparse
import asyncio
import json
import logging
import os
import signal
import sys
from collections.abc import Coroutine
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from desk_client.bootstrap.demo.pilots import DemoFailedError, Pilots
from desk_client.bootstrap.demo.processes import Processes
from desk_client.bootstrap.demo.sample import Sample, prepare
from desk_client.bootstrap.demo.script import Script
from desk_client.bootstrap.demo.verdict import combined, judged
from desk_client.client.gateway import Gateway
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.version import VersionAnswer

logger = logging.getLogger(__name__)

_SERVER_S: Final = 30.0
_POLL_S: Final = 0.1
_WINDOW: Final = (1280, 800)


@dataclass(frozen=True)
class Stage:
    """Where everything of one demonstration lies. ``work`` is private and goes with it; ``out`` stays."""

    options: argparse.Namespace
    is_auto: bool
    out: Path
    work: Path

    @property
    def pilots(self) -> Path:
        """The socket at which windows meet their driver."""
        return self.work / "pilots"

    def report(self, role: str) -> Path:
        """Where one end leaves its figures."""
        return self.work / f"{role}.json"


def run_demo(options: argparse.Namespace) -> int:
    """Run it; 0 when it went as it must, 1 when not (and it says what), 2 when it cannot be run here."""
    has_screen = sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    is_auto = options.auto or not has_screen
    if is_auto and options.media is not None:
        print("desk-client: a recorded clip bears no stamp, so the driver could not check the call", file=sys.stderr)
        return 2
    out: Path = options.out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("*.png"), *out.glob("*.log"), *out.glob("call.json")):
        old.unlink()
    with TemporaryDirectory(prefix="majlis-") as work:
        stage = Stage(options, is_auto, out, Path(work))
        try:
            return asyncio.run(_play(stage))
        except DemoFailedError as failure:
            print(f"\nThe demonstration FAILED: {failure}", file=sys.stderr)
            return 1


async def _play(stage: Stage) -> int:
    processes = Processes(stage.out if stage.is_auto else None)
    pilots = Pilots()
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
    try:
        print("Preparing the sample region (Jazan) …", flush=True)
        sample = await asyncio.to_thread(prepare, stage.work / "server")
        server_url = await _start_server(stage, processes, sample)
        if stage.is_auto:
            await pilots.listen(stage.pilots)
        await _start_windows(stage, processes, sample, server_url)
        if not stage.is_auto:
            _introduce(sample, server_url)
            await _either(stop.wait(), processes.first_end())
            return 0
        script = Script(pilots, sample, stage.out, stage.options.seconds)
        played = await _either(script.play(), stop.wait(), processes.first_end())
        if played != 0:
            ended = processes.ended()
            raise DemoFailedError(f"{ended.name} ended by itself" if ended else "it was interrupted")
        return _conclude(stage)
    finally:
        await pilots.close()
        await processes.stop()


async def _start_server(stage: Stage, processes: Processes, sample: Sample) -> str:
    await processes.start(
        "server",
        "server",
        "--port",
        str(sample.port),
        "--data-dir",
        str(sample.directory.root),
        "--sms",
        "file" if stage.is_auto else "console",
        environment={"DESK_SERVER_SECRETS": "file"},
    )
    url = f"http://127.0.0.1:{sample.port}"
    gateway = Gateway(url)
    try:
        for _ in range(round(_SERVER_S / _POLL_S)):
            if not isinstance(await gateway.ask("GET", "/v1/version", VersionAnswer), Refusal):
                return url
            if processes.ended() is not None:
                break
            await asyncio.sleep(_POLL_S)
    finally:
        gateway.close()
    raise DemoFailedError("the server did not come up")


async def _start_windows(stage: Stage, processes: Processes, sample: Sample, server_url: str) -> None:
    options = stage.options
    common = {
        "DESK_CLIENT_SERVER_URL": server_url,
        "DESK_CLIENT_SECRETS": "file",
        "DESK_CLIENT_LANGUAGE": options.language,
        "DESK_CLIENT_THEME": options.theme,
        "DESK_CLIENT_WIDTH": str(_WINDOW[0]),
        "DESK_CLIENT_HEIGHT": str(_WINDOW[1]),
    }
    for role, arguments in (("desk", ("desk",)), ("kiosk", ("kiosk", "--enrol", sample.enrolment_code))):
        environment = common | {
            "DESK_CLIENT_DATA_DIR": str(stage.work / role),
            "DESK_CLIENT_CALL_REPORT": str(stage.report(role)),
        }
        if stage.is_auto:
            environment["DISPLAY"] = await asyncio.to_thread(processes.screen, *_WINDOW)
            environment["QT_QPA_PLATFORM"] = "xcb"
            environment["DESK_CLIENT_PILOT"] = str(stage.pilots)
            environment["DESK_CLIENT_SYNTHETIC"] = "true"
        if role == "kiosk" and options.media is not None:
            environment["DESK_CLIENT_MEDIA"] = str(options.media.resolve())
        if role == "kiosk" and options.break_call is not None:
            environment["DESK_CLIENT_BREAK_CALL"] = options.break_call
        await processes.start(role, *arguments, environment=environment)


def _introduce(sample: Sample, server_url: str) -> None:
    print(f"\nThe server listens at {server_url}. Two windows open: the kiosk and the desk.\n")
    print("At the kiosk, a citizen identifies with (any valid ID and a mobile of your own choice do as well):")
    for citizen in sample.citizens:
        print(f"    ID {citizen.national_id}   mobile {citizen.mobile_national}   {citizen.name}")
    print("At the desk, an official signs in:")
    for staff in sample.staff:
        print(f"    {staff.username:<24} password {staff.password}   {staff.title}")
    print("At the desk, the operator of a hall signs in for the hall's console:")
    for operator in sample.operators:
        print(f"    {operator.username:<24} password {operator.password}   {operator.title}")
    print("\nSMS appear below. Close a window, or press Ctrl-C, to end.\n", flush=True)


async def _either(*waits: Coroutine[Any, Any, object]) -> int:
    """Which of several came first; its exception is raised, the others are cancelled."""
    tasks = [asyncio.create_task(wait) for wait in waits]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            if not task.done():
                task.cancel()
    first = next(number for number, task in enumerate(tasks) if task.done() and not task.cancelled())
    await asyncio.gather(*tasks[:first], *tasks[first + 1 :], return_exceptions=True)
    await tasks[first]
    return first


def _conclude(stage: Stage) -> int:
    """Put both ends' figures together, keep them, and say what is wrong with them, if anything is."""
    figures = combined(stage.report("kiosk"), stage.report("desk"))
    (stage.out / "call.json").write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=2))
    wrong = judged(stage.report("kiosk"), stage.report("desk"), least_s=stage.options.seconds)
    if wrong:
        raise DemoFailedError("; ".join(wrong))
    pictures = len(list(stage.out.glob("*.png")))
    print(f"\nBoth ends saw and heard each other. {pictures} pictures and call.json are in {stage.out}")
    return 0
