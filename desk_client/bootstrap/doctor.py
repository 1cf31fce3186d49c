"""Tells what this machine has and lacks, a line for each thing, in plain words."""

import asyncio
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desk_client.bootstrap.server_line import open_gateway
from desk_client.client import cups
from desk_client.client.cups import CupsMissingError, QueueState
from desk_client.config.desktop_settings import DesktopSettings
from desk_client.config.resources import ResourcesMissingError, resource
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.version import VersionAnswer


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at; a program cannot run without what is ``needed`` and not ``found``."""

    what: str
    found: bool
    said: str
    needed: bool = True


_LIBRARIES: Final = ("PySide6.QtWidgets", "aiortc", "av", "sqlcipher3", "qasync")


def run_doctor(settings: DesktopSettings) -> int:
    """Print the findings; 1 when something is missing that is needed."""
    return printed(asyncio.run(findings(settings)))


async def findings(settings: DesktopSettings) -> list[Finding]:
    """Look at everything, beside the loop."""
    return [*await asyncio.to_thread(_of_this_machine, settings), await _server(settings)]


def _of_this_machine(settings: DesktopSettings) -> list[Finding]:
    return [
        _python(),
        *(_library(name) for name in _LIBRARIES),
        _resource("fonts", "fonts", "IBMPlexSansArabic-Regular.ttf"),
        _resource("Arabic texts", "ar_translations", "majlis_ar.qm"),
        _resource("Urdu texts", "ur_translations", "majlis_ur.qm"),
        _screen(),
        _camera(),
        _blurring(),
        _sound(),
        _printer(settings),
    ]


def printed(findings: Sequence[Finding]) -> int:
    """Print a line for each; 1 when something is missing that is needed."""
    for finding in findings:
        mark = "ok  " if finding.found else "FAIL" if finding.needed else "none"
        print(f"{mark}  {finding.what:<22} {finding.said}")  # noqa: T201 - a command line prints
    return 1 if any(finding.needed and not finding.found for finding in findings) else 0


def _python() -> Finding:
    return Finding("Python", sys.version_info >= (3, 11), sys.version.partition(" ")[0])


def _library(name: str) -> Finding:
    return _tried(f"library {name.partition('.')[0]}", lambda: _version(name))


def _version(name: str) -> str:
    module = importlib.import_module(name)
    top = importlib.import_module(name.partition(".")[0])
    return str(getattr(module, "__version__", None) or getattr(top, "__version__", "loads"))


def _tried(what: str, look: Callable[[], str], *, needed: bool = True) -> Finding:
    try:
        return Finding(what, found=True, said=look(), needed=needed)
    except (ImportError, OSError) as error:
        return Finding(what, found=False, said=str(error), needed=needed)


def _resource(what: str, folder: str, name: str) -> Finding:
    try:
        return Finding(what, found=True, said=str(resource(folder, name)))
    except ResourcesMissingError as missing:
        return Finding(what, found=False, said=f"{missing}; run installer/setup.sh")


def _screen() -> Finding:
    name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY")
    if sys.platform != "linux":
        name = sys.platform
    return Finding("screen", found=name is not None, said=name or "none: the demo draws in memory (Xvfb)", needed=False)


def _blurring() -> Finding:
    is_there = importlib.util.find_spec("ai_edge_litert") is not None
    said = "installed" if is_there else "not installed: only a desk needs it, where somebody blurs what is behind them"
    return Finding("blurred background", found=is_there, said=said, needed=False)


def _camera() -> Finding:
    cameras = sorted(path.name for path in Path("/dev").glob("video*"))
    said = ", ".join(cameras) or "none: a drawn picture takes its place"
    return Finding("camera", found=bool(cameras), said=said, needed=False)


def _sound() -> Finding:
    def look() -> str:
        importlib.import_module("sounddevice")  # raises OSError where PortAudio is missing
        from desk_client.rtc.sound.portaudio import PortAudioCard  # noqa: PLC0415 - a desk that runs may ask as well

        devices = PortAudioCard().devices()
        if not devices:
            raise OSError("no sound device: a tone takes the microphone's place")
        return f"{len(devices)} devices"

    return _tried("sound", look, needed=False)


def _printer(settings: DesktopSettings) -> Finding:
    name = settings.printer
    try:
        queue = cups.queue(name) if name else None
    except CupsMissingError as missing:
        return Finding("printer", found=False, said=f"{missing} is missing", needed=bool(name))
    if queue is None:
        said = f"{name}: CUPS has no such queue, or does not answer" if name else "none: tickets are shown only"
        return Finding("printer", found=False, said=said, needed=bool(name))
    works = queue.state is not QueueState.STOPPED and queue.takes_jobs
    reasons = ", ".join(sorted(queue.reasons))
    return Finding("printer", found=works, said=" ".join(filter(None, (name, queue.state.name.lower(), reasons))))


async def _server(settings: DesktopSettings) -> Finding:
    url = settings.server_url
    gateway = open_gateway(settings)
    try:
        answer = await gateway.ask("GET", "/v1/version", VersionAnswer)
    finally:
        gateway.close()
    if isinstance(answer, Refusal):
        return Finding("server", found=False, said=f"{url}: {answer.code}", needed=False)
    return Finding("server", found=True, said=f"{url}, protocol {answer.oldest} to {answer.current}")
