"""The two clients without a face against a real server, with real media engines: everything but the windows."""

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Final

import pytest
from pydantic import SecretStr

from desk_client.bootstrap.house import close_house, make_server, open_house
from desk_client.client.actions import attend, book, documents, enrol, identify, receive
from desk_client.client.coalesced import Coalesced
from desk_client.client.conference import Conference
from desk_client.client.credential import kept_credential
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Gateway
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Goal
from desk_client.config.resources import resource
from desk_client.config.secrets import FileSecrets
from desk_client.config.settings import IceSettings, ServerSettings, SignallingSettings
from desk_client.domain.clock import Clock
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal
from desk_client.domain.party import Party
from desk_client.rtc.engine import Engine
from desk_client.rtc.port import MediaChoice
from desk_client.server import admin
from desk_client.server.run import Server
from tests.cups import running_cups, scheduler
from tests.stores import Stores, Template

__all__ = ["running_cups", "scheduler"]

PASSWORD = "a-long-password"
KNOWN = ("1000000008", "0500000001")
NO_RELAY = "turn:127.0.0.1:1?transport=tcp"
"""Where nobody listens: calls do without."""
FOR_BROWSERS: Final = "for_browsers"
TONES = {Party.CITIZEN: 440.0, Party.OFFICIAL: 587.0}


@dataclass
class Region:
    """A server with the sample region that can go away and come back at the same address.

    It lives in a thread; after ``move_out`` it is a process, and going away is a ``kill -9``.
    """

    settings: ServerSettings
    server: Server | None = None
    process: subprocess.Popen[bytes] | None = None
    is_process: bool = False
    kiosk_id: str = "fayfa-1"
    """Which kiosk is enrolled."""
    clock: Clock | None = None
    """By which it goes; None: the machine's own."""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.settings.port}"

    def start(self) -> None:
        if not self.is_process:
            self.server = make_server(self.settings, clock=self.clock)
            self.server.start()
            return
        self.process = subprocess.Popen(
            [sys.executable, "-m", "desk_client", "server"],
            env={
                **os.environ,
                "DESK_SERVER_PORT": str(self.settings.port),
                "DESK_SERVER_DATA_DIR": str(self.settings.data_dir),
                "DESK_SERVER_SECRETS": "file",
                "DESK_SERVER_SIGNALLING__REPAIR_AFTER": "PT0.3S",
            },
            stderr=subprocess.DEVNULL,
        )

    def stop(self) -> None:
        if self.server is not None:
            self.server.stop()
            self.server = None
        if self.process is not None:
            self.process.kill()
            self.process.wait(10)
            self.process = None

    async def move_out(self) -> None:
        """Go on as a process of its own."""
        await asyncio.to_thread(self.stop)
        self.is_process = True
        self.start()

    @property
    def running(self) -> Server:
        assert self.server is not None
        return self.server

    def enrolment_code(self) -> str:
        code = admin.enrol_kiosk(self.running.house, self.kiosk_id)
        assert isinstance(code, str)
        return code

    async def code_sent_to(self, mobile: str, *, after: int = 0) -> str:
        """The newest code that was sent, once there are more than ``after`` messages with one."""
        deadline_s = time.monotonic() + 10
        while time.monotonic() < deadline_s:
            lines = self.messages()
            texts = [message["text"] for message in lines if message["to"].endswith(mobile[1:])]
            # a ticket's message carries a code as well, which signs nobody in
            codes = [found[1] for text in texts if (found := re.search(r"رمز الدخول \W?(\d{6})(?!\d)", text))]
            if len(codes) > after:
                return codes[-1]
            await asyncio.sleep(0.02)
        raise AssertionError("no code was sent")

    def messages(self) -> list[dict[str, str]]:
        """Every message that was sent, the oldest first."""
        log = self.settings.directory.sms_log
        return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []


def load_receiving(settings: ServerSettings, clock: Clock | None = None) -> None:
    """Fill a store with the sample region, whose emir receives for two hours from now on."""
    house = open_house(settings, clock=clock)
    try:
        path = resource("regions", "jazan.yaml")
        admin.load_region(house, path, staff_password=PASSWORD, open_now=["emir"])
    finally:
        close_house(house)


def _receiving() -> Template:
    """As it was loaded within this hour."""
    return Template(f"receiving-{datetime.now(UTC):%H}", load_receiving)


@pytest.fixture
def for_browsers() -> None:
    """The region has an address of its own, to which links lead: of guests, and of officials in a browser."""


@pytest.fixture
def region_settings(
    request: pytest.FixtureRequest, tmp_path: Path, stores: Stores, unused_tcp_port: int
) -> Iterator[ServerSettings]:
    """How the server is set up; a module may set it up otherwise, and have browsers reach it by `for_browsers`."""
    public_url = f"http://127.0.0.1:{unused_tcp_port}" if FOR_BROWSERS in request.fixturenames else None
    with stores.copy(_receiving(), "embedded", tmp_path / "server") as settings:
        yield settings.model_copy(
            update={
                "port": unused_tcp_port,
                "public_url": public_url,
                "ice": IceSettings(turn_urls=(NO_RELAY,), turn_secret=SecretStr("secret")),
                "signalling": SignallingSettings(repair_after=timedelta(milliseconds=300)),
            }
        )


@pytest.fixture
def region(region_settings: ServerSettings) -> Iterator[Region]:
    region = Region(region_settings)
    region.start()
    yield region
    region.stop()


def conference(party: Party, camera: Path | None = None) -> Conference:
    """Drawn pictures and sounds; or a recording as the camera."""
    media = MediaChoice(
        source=1 if party is Party.CITIZEN else 2,
        tone_hz=TONES[party],
        camera=camera or "synthetic",
        microphone="synthetic",
        speaker="none",
        width=320,
        height=180,
        fps=15,
    )
    return Conference(Engine, media, party)


def at_camera(camera: Path | None = None) -> Callable[[], Conference]:
    """Makes a citizen's end."""
    return lambda: conference(Party.CITIZEN, camera)


_DRAWN: Final = at_camera()


@dataclass
class Ends:
    """Makes clients and sees to it that each hears its hints and is closed."""

    region: Region
    path: Path
    _closers: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    _tasks: set[asyncio.Task[object]] = field(default_factory=set)

    async def kiosk(self, make_conference: Callable[[], Conference] = _DRAWN) -> KioskClient:
        gateway = Gateway(self.region.url)
        secrets = FileSecrets(self.path / "secrets")
        enrolled = await enrol.enrol(gateway, secrets, self.region.enrolment_code())
        assert not isinstance(enrolled, Refusal), enrolled
        credential = kept_credential(secrets, self.region.url)
        assert credential is not None
        client = KioskClient(gateway, credential, make_conference)
        follow = Coalesced(lambda: attend.follow(client))
        client.hints.subscribe(lambda _: self._run(follow))
        self._closers.append(client.close)
        return client

    async def desk(self) -> DeskClient:
        spool = self.path / "recordings"
        client = DeskClient(Gateway(self.region.url), lambda: conference(Party.OFFICIAL), spool=spool)
        read = Coalesced(lambda: receive.load_agenda(client))
        client.hints.subscribe(lambda _: self._run(read))
        self._closers.append(client.close)
        return client

    async def signed_in_kiosk(self, goal: Goal = Goal.BOOK) -> KioskClient:
        client = await self.kiosk()
        await self.sign_in(client, goal)
        return client

    async def sign_in(self, client: KioskClient, goal: Goal, *, codes_before: int = 0) -> None:
        identify.begin(client, goal)
        assert identify.enter_national_id(client, KNOWN[0]) is None
        assert await identify.enter_mobile(client, KNOWN[1]) is None
        code = await self.region.code_sent_to(KNOWN[1], after=codes_before)
        assert await identify.enter_code(client, code) is None

    async def booked_kiosk(self, *, far_ahead: bool = False) -> KioskClient:
        """With an audience at the first free time, or at the last one of four weeks."""
        client = await self.signed_in_kiosk()
        assert await book.load_offices(client) is None
        emir = next(office for office in client.visit.value.offices if office.id == "emir")
        book.choose_office(client, emir)
        book.choose_service(client, emir.services[0])
        book.choose_kind(client, AppointmentKind.VIDEO_KIOSK)
        assert await book.load_availability(client, date.today(), 28) is None  # noqa: DTZ011 - a day more or less is fine
        availability = client.visit.value.availability
        assert availability is not None
        free = [slot for day in availability.days for slot in day.slots]
        assert await book.choose_slot(client, free[-1 if far_ahead else 0]) is None
        assert book.write_subject(client, "منحة أرض") is None
        assert await documents.go_on(client, datetime.now(UTC)) is None
        assert await book.confirm(client) is None
        return client

    async def signed_in_desk(self, username: str = "emir", client: DeskClient | None = None) -> DeskClient:
        client = client or await self.desk()
        assert await receive.sign_in(client, username, PASSWORD) is None
        return client

    async def close(self) -> None:
        for close in self._closers:
            await close()
        await asyncio.gather(*self._tasks)

    def _run(self, action: Coalesced) -> None:
        task: asyncio.Task[object] = asyncio.ensure_future(action())
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


@pytest.fixture
async def ends(region: Region, tmp_path: Path) -> AsyncIterator[Ends]:
    ends = Ends(region, tmp_path)
    yield ends
    await ends.close()


async def until(holds: Callable[[], object], within_s: float = 15.0) -> None:
    """Wait until something holds."""
    deadline_s = time.monotonic() + within_s
    while not holds():
        assert time.monotonic() < deadline_s, "it did not come to hold"
        await asyncio.sleep(0.02)


def server_is_up(client: KioskClient) -> bool:
    """Whether the kiosk sees no trouble with it."""
    return client.station.value.trouble is None
