"""Looks at everything that may be why a desk ails, and takes care that nothing of it is about anybody."""

import asyncio
import os
import platform
import sys
import time
from collections.abc import Iterable
from importlib.metadata import distributions
from typing import Final

import psutil
from PySide6.QtGui import QGuiApplication

from desk_client.bootstrap.doctor import findings
from desk_client.bootstrap.server_line import open_gateway
from desk_client.client.conference import Conference, Device, Devices
from desk_client.client.diagnostics import Bundle, Part, bundle
from desk_client.client.preferences import ChosenPreferences
from desk_client.client.recent_log import RecentLog
from desk_client.client.release import release
from desk_client.config.desktop_settings import DesktopSettings
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.version import CURRENT, VersionAnswer

_CODES: Final = ("language", "theme", "secrets", "full_screen", "width", "height", "synthetic", "key_sounds")
"""Settings that are codes and numbers; of all others it is told only whether they are set."""
_BUSES: Final = (("bluetooth", "bluez"), ("usb",), ("hdmi", "displayport"), ("hda", "analog", "built-in", "integrated"))
_NAMED: Final = frozenset({"camera", "microphone", "loudspeaker", "printer"})
"""What is chosen by a name that somebody gave it."""
_GIB: Final = 2**30


async def diagnosis(
    settings: DesktopSettings,
    preferences: ChosenPreferences,
    log: RecentLog,
    conference: Conference,
    known: Iterable[str],
) -> Bundle:
    """Everything, as `DeskClient.diagnose` gives it; ``known`` is what is known to be somebody's."""
    gathered: dict[Part, Iterable[str]] = {
        Part.PROGRAM: _program(),
        Part.LIBRARIES: await asyncio.to_thread(_libraries),
        Part.SYSTEM: _system(),
        Part.SCREENS: _screens(),
        Part.DEVICES: _devices(conference, preferences),
        Part.SETTINGS: _settings(settings, preferences),
        Part.SERVER: await _server(settings),
        Part.DOCTOR: [
            f"{'ok' if each.found else 'FAIL' if each.needed else 'none'}  {each.what}: {each.said}"
            for each in await findings(_as_chosen(settings, preferences))
        ],
        Part.LOG: log.lines or ("nothing was logged",),
    }
    return bundle(gathered, {*known, *_this_person(), settings.printer, preferences.now.value.printer or ""})


def _as_chosen(settings: DesktopSettings, preferences: ChosenPreferences) -> DesktopSettings:
    """With the printer that is printed on."""
    printer = preferences.now.value.printer
    return settings.model_copy(update={"printer": printer}) if printer else settings


def _this_person() -> set[str]:
    """Names that a machine's own words may carry."""
    names = {os.environ.get(name, "") for name in ("USER", "LOGNAME", "USERNAME")}
    return {*names, platform.node()} - {"", "root", "localhost"}


def _program() -> list[str]:
    return [
        f"Majlis {release() or 'from source'}, protocol {CURRENT}",
        f"Python {sys.version.partition(' ')[0]}, {'bundled' if getattr(sys, 'frozen', False) else 'not bundled'}",
        f"running for {round((time.time() - psutil.Process().create_time()) / 60)} minutes",
        f"memory {round(psutil.Process().memory_info().rss / 1e6)} MB",
    ]


def _libraries() -> list[str]:
    return sorted({f"{each.metadata['Name']} {each.version}" for each in distributions()}, key=str.casefold)


def _system() -> list[str]:
    try:
        name = platform.freedesktop_os_release().get("PRETTY_NAME", "")
    except OSError:
        name = ""
    kept = ("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE", "LANG", "QT_QPA_PLATFORM", "QT_SCALE_FACTOR")
    return [
        f"{platform.system()} {platform.release()} {platform.machine()} {name}".strip(),
        f"{os.cpu_count()} cores, {psutil.virtual_memory().total / _GIB:.1f} GiB memory",
        *(f"{each}={os.environ[each]}" for each in kept if each in os.environ),
    ]


def _screens() -> list[str]:
    lines = [f"Qt platform {QGuiApplication.platformName()}"]
    for number, screen in enumerate(QGuiApplication.screens(), 1):
        size = screen.size()
        lines.append(
            f"screen {number}: {size.width()}x{size.height()}, scale {screen.devicePixelRatio():g}, "
            f"{screen.refreshRate():.0f} Hz, {screen.depth()} bit"
        )
    return lines


def _devices(conference: Conference, preferences: ChosenPreferences) -> list[str]:
    """Their kinds and how many; not their names, which people give to them."""
    found = conference.devices.value
    chosen = preferences.now.value
    names = {Device.CAMERA: chosen.camera, Device.MICROPHONE: chosen.microphone, Device.SPEAKER: chosen.loudspeaker}
    lines = []
    for device, name in names.items():
        fault = conference.faults.value.get(device)
        told = [f"{device.value}: {'one is chosen' if name else 'the system chooses'}"]
        told += [] if found is None else [_counted(_listed(found, device), name)]
        told += [] if fault is None else [f"does not serve ({fault.value})"]
        lines.append(", ".join(told))
    return lines if found is not None else [*lines, "the lists were not open"]


def _listed(found: Devices, device: Device) -> tuple[str, ...]:
    match device:
        case Device.CAMERA:
            return found.cameras
        case Device.MICROPHONE:
            return found.microphones
        case Device.SPEAKER:
            return found.speakers


def _kind(name: str) -> str:
    return next((words[0] for words in _BUSES if any(word in name for word in words)), "other")


def _counted(names: tuple[str, ...], chosen: str | None) -> str:
    kinds = [
        next((bus[0] for bus in _BUSES if any(word in name.casefold() for word in bus)), "other") for name in names
    ]
    counts = ", ".join(f"{kinds.count(kind)} {kind}" for kind in sorted(set(kinds)))
    is_away = "" if chosen is None or chosen in names else ", the chosen one is not connected"
    return f"{len(names)} there ({counts or 'none'}){is_away}"


def _settings(settings: DesktopSettings, preferences: ChosenPreferences) -> list[str]:
    said = settings.model_dump(mode="json")
    chosen = preferences.now.value.model_dump(mode="json")
    trouble = preferences.trouble.value
    return [
        *(f"{name} = {said[name]}" for name in _CODES),
        *(f"{name}: {'set' if value else 'not set'}" for name, value in said.items() if name not in _CODES),
        *(f"chosen {name} = {'a name' if name in _NAMED and value else value}" for name, value in chosen.items()),
        f"trouble with the chosen ones: {'none' if trouble is None else trouble.value}",
    ]


async def _server(settings: DesktopSettings) -> list[str]:
    gateway = open_gateway(settings)
    asked_s = time.monotonic()
    try:
        answer = await gateway.ask("GET", "/v1/version", VersionAnswer)
    finally:
        gateway.close()
    took = f"{(time.monotonic() - asked_s) * 1000:.0f} ms"
    way = "TLS" if settings.server_url.startswith("https:") else "no TLS, on this machine"
    lines = [f"{way}, {len(settings.server_pins)} pins, {'own' if settings.server_ca else 'usual'} authorities"]
    if isinstance(answer, Refusal):
        return [*lines, f"not reached: {answer.code} after {took}"]
    return [*lines, f"answered in {took}, protocol {answer.oldest} to {answer.current}"]
