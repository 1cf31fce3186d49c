"""After a visit, what the person typed is nowhere at the kiosk: no process's memory, no file, no log, no clipboard.

Memory is read where a core dump would read it, whole, of the supervisor and of every process that serves a visitor.
"""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from desk_client.bootstrap.demo.pilots import Pilot
from desk_client.bootstrap.demo.processes import Program
from desk_client.bootstrap.demo.sample import Citizen
from desk_client.bootstrap.house import close_house, open_house
from desk_client.config.settings import ServerSettings
from tests.e2e.hall import Hall, code_for, hall
from tests.fakes.asked_before import AskedBefore

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="a process's memory is read through /proc"),
    pytest.mark.timeout(120),
]

SUBJECT = "زمردة في قنطرة المساقي"
"""Words that nothing else says."""
DOCUMENT = "quince-lantern-4817-of-the-deed"
"""What stands in the paper that the person had scanned."""
PIN = "730519284617"
"""The operator's, who comes during the visit."""
ASKED = "سفلتة درب الياقوت عند بئر الصفصاف"
"""What the person asked on another day, and reads again."""
ANSWER = "يمهّد درب الياقوت في شهر النوارس"
"""What they were answered."""
REPLY = "عند صخرة العنقاء"
"""What they answer to a question, and do not send."""
_PIECE = 1 << 20
_GONE_S = 10.0


@dataclass(frozen=True)
class Marker:
    """Something the person gave, as it stands in memory and files: in Python, in Qt, and on its way to the server."""

    name: str
    text: str

    @property
    def forms(self) -> tuple[bytes, ...]:
        return self.text.encode(), self.text.encode("utf-16-le"), json.dumps(self.text).strip('"').encode()


def markers(citizen: Citizen) -> tuple[Marker, ...]:
    return (
        Marker("ID", citizen.national_id),
        Marker("mobile", citizen.mobile.removeprefix("+966")),
        Marker("subject", SUBJECT),
        Marker("document", DOCUMENT),
        Marker("PIN", PIN),
    )


def memory(process: psutil.Process) -> Iterator[bytes]:
    """Everything that a process has written to its memory, piece by piece, with a little of the piece before."""
    regions = Path(f"/proc/{process.pid}/maps").read_text().splitlines()
    with Path(f"/proc/{process.pid}/mem").open("rb", buffering=0) as file:
        for region in regions:
            span, rights = region.split()[:2]
            if not rights.startswith("rw") or region.endswith("[vvar]"):
                continue
            begin, end = (int(each, 16) for each in span.split("-"))
            before = b""
            for at in range(begin, end, _PIECE):
                try:
                    file.seek(at)
                    piece = file.read(min(_PIECE, end - at))
                except OSError:  # a page that was never given, or given back meanwhile
                    break
                if piece.strip(b"\0"):  # a third of it was reserved and never written to
                    yield before + piece
                before = piece[-128:]


def found_in_memory(sought: tuple[Marker, ...], processes: list[psutil.Process]) -> set[str]:
    return {
        f"{marker.name} in the memory of process {number}"
        for number, process in enumerate(processes)
        for piece in memory(process)
        for marker in sought
        if any(form in piece for form in marker.forms)
    }


def found_in_files(sought: tuple[Marker, ...], folder: Path) -> set[str]:
    return {
        f"{marker.name} in {path.relative_to(folder)}"
        for path in folder.rglob("*")
        if path.is_file()
        for marker in sought
        if any(form in path.read_bytes() or form in path.name.encode() for form in marker.forms)
    }


def clipboard(display: str) -> str:
    """What another program would paste, from either of X11's two."""
    asked = (
        "from PySide6.QtGui import QClipboard, QGuiApplication\n"
        "app = QGuiApplication([])\n"
        "both = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection\n"
        "print(*(app.clipboard().text(mode) for mode in both))"
    )
    environment = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PATH": ""}
    done = subprocess.run([sys.executable, "-c", asked], env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def processes_of(kiosk: Program) -> list[psutil.Process]:
    supervisor = psutil.Process(kiosk.process.pid)
    return [supervisor, *supervisor.children(recursive=True)]


async def digits(kiosk: Pilot, typed: str) -> None:
    for digit in typed:
        await kiosk.tap(f"digit_{digit}")


async def visit(kiosk: Pilot, built: Hall, citizen: Citizen) -> None:
    """Identify, choose, write what it is about, and copy it, as somebody with a keyboard could."""
    await kiosk.tap("book")
    await kiosk.page("national_id")
    await digits(kiosk, citizen.national_id)
    await kiosk.tap("continue")
    await kiosk.page("mobile")
    await digits(kiosk, citizen.mobile_national)
    await kiosk.tap("continue")
    await kiosk.page("code")
    await digits(kiosk, await code_for(built.sample, citizen))
    await kiosk.page("office")
    await kiosk.tap(f"office_{built.sample.office_id}")
    await kiosk.page("service")
    await kiosk.tap("service_*")
    await kiosk.page("kind")
    await kiosk.tap("kind_video_kiosk")
    await kiosk.page("time")
    await kiosk.tap("next_free")
    await kiosk.page("subject")
    await kiosk.type(SUBJECT)
    await kiosk.until("press", key="A", held="Control")
    await kiosk.until("press", key="C", held="Control")
    await kiosk.tap("continue")
    await kiosk.page("documents")
    (built.scans / "deed.pdf").write_bytes(b"%PDF-1.7\n" + DOCUMENT.encode())
    await kiosk.tap("by_files")
    await kiosk.page("files")
    await kiosk.tap("file_*")
    await kiosk.until("find", name="files_notice")
    await kiosk.tap("files_done")
    await kiosk.page("documents")
    await kiosk.until("find", name="remove_document")


async def operator_types(kiosk: Pilot) -> None:
    """Somebody who knows how holds the emblem, and types the hall's PIN."""
    await kiosk.until("touch", name="emblem")
    await kiosk.until("find", name="operator_pin")
    await kiosk.until("lift")
    for digit in PIN:
        await kiosk.tap(f"pin_digit_{digit}")


async def leave(kiosk: Pilot, built: Hall) -> Pilot:
    await kiosk.tap("end")
    await kiosk.tap("confirm_end")
    await kiosk.page("farewell")
    await kiosk.tap("done")
    fresh = await built.pilots.of("kiosk", after=kiosk)
    await fresh.page("home")
    return fresh


async def gone(process: psutil.Process) -> None:
    until_s = time.monotonic() + _GONE_S
    while process.is_running():
        assert time.monotonic() < until_s, "the visitor's process stays"
        await asyncio.sleep(0.05)


async def test_nothing_of_a_visit_is_left_at_the_kiosk() -> None:
    async with hall() as built:
        kiosk, pilot, _seconds = await built.start_kiosk()
        citizen = built.sample.citizens[0]
        sought = markers(citizen)
        visitor = processes_of(kiosk)[1]
        await visit(pilot, built, citizen)
        await built.set_pin(PIN)
        await operator_types(pilot)

        # what looks for it can find it: it is there while the person is
        during = found_in_memory(sought, [visitor])
        assert {found.split()[0] for found in during} == {marker.name for marker in sought}
        assert SUBJECT in clipboard(built.environment["DISPLAY"])
        assert found_in_files(sought, built.kiosk_s) == set()

        await pilot.tap("pin_confirm")
        await pilot.tap("back_to_visitor")
        fresh = await leave(pilot, built)
        await gone(visitor)
        assert clipboard(built.environment["DISPLAY"]) == ""
        assert found_in_memory(sought, processes_of(kiosk)) == set()
        assert found_in_files(sought, built.kiosk_s) == set()
        assert list(built.scans.iterdir()) == [], "what was scanned is gone as well"

        # the PIN that kept the visit opens the way out of the next
        await operator_types(fresh)
        await fresh.tap("pin_confirm")
        await fresh.tap("close_program")
        await fresh.tap("confirm_close")
        assert await asyncio.wait_for(kiosk.process.wait(), _GONE_S) == 0
        assert found_in_files(sought, built.kiosk_s) == set()

        # and it would find what is left on purpose
        planted = built.kiosk_s / "temporary" / "left"
        planted.write_text(f"…{citizen.national_id}…")
        assert found_in_files(sought, built.kiosk_s) == {"ID in temporary/left"}


def asked_before(built: Hall, citizen: Citizen) -> None:
    """Two requests of the person: one is answered, of the other they are asked something."""
    house = open_house(
        ServerSettings(data_dir=built.sample.directory.root, secrets="file", public_url="https://m.example")
    )
    try:
        before = AskedBefore(house, built.sample.site_id, citizen.national_id, citizen.mobile)
        before.is_told(before.asks(ASKED), "answer", text=ANSWER)
        before.is_told(before.asks("طلب آخر"), "ask_back", text="أين؟")
    finally:
        close_house(house)


async def read_answers(kiosk: Pilot, built: Hall, citizen: Citizen, already: int) -> None:
    """Identify, read the answer, and begin to answer a question."""
    await kiosk.tap("attend")
    await kiosk.page("national_id")
    await digits(kiosk, citizen.national_id)
    await kiosk.tap("continue")
    await kiosk.page("mobile")
    await digits(kiosk, citizen.mobile_national)
    await kiosk.tap("continue")
    await kiosk.page("code")
    await digits(kiosk, await code_for(built.sample, citizen, already))
    await kiosk.page("appointments")
    await kiosk.tap("requests")
    await kiosk.page("requests")
    await kiosk.tap("request_*")
    await kiosk.page("request")
    await kiosk.tap("do_next")
    await kiosk.page("reply")
    await kiosk.type(REPLY)
    await kiosk.tap("back")
    await kiosk.page("request")


async def test_nothing_of_an_answer_that_was_read_is_left_at_the_kiosk() -> None:
    async with hall() as built:
        citizen = built.sample.citizens[0]
        await asyncio.to_thread(asked_before, built, citizen)
        kiosk, pilot, _seconds = await built.start_kiosk()
        sought = (Marker("asked", ASKED), Marker("answer", ANSWER), Marker("reply", REPLY))
        visitor = processes_of(kiosk)[1]
        log = built.sample.directory.sms_log
        await read_answers(pilot, built, citizen, len(log.read_text().splitlines()) if log.exists() else 0)
        during = found_in_memory(sought, [visitor])
        assert {found.split()[0] for found in during} == {marker.name for marker in sought}
        assert found_in_files(sought, built.kiosk_s) == set()
        await leave(pilot, built)
        await gone(visitor)
        assert found_in_memory(sought, processes_of(kiosk)) == set()
        assert found_in_files(sought, built.kiosk_s) == set()
