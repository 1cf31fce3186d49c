"""The server dies at any moment and comes back on the same data: nobody loses their place."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from desk_client.bootstrap.house import close_house, make_server, open_house
from desk_client.config.settings import ServerSettings
from desk_client.server import admin
from tests.integration.server.conftest import Settle
from tests.integration.server.lines import line
from tests.integration.server.people import JAZAN, Client, Town
from tests.integration.server.test_signalling import Audience, enter, settle
from tests.stores import BOTH

STORES = BOTH

PROGRAM = """
import sys
from pathlib import Path
from desk_client.config.settings import ServerSettings
from desk_client.bootstrap.house import make_server

with make_server(ServerSettings(port=int(sys.argv[1]), data_dir=Path(sys.argv[2]), secrets="file")) as server:
    print(server.port, flush=True)
    sys.stdin.read()
"""


class Process:
    """A server in a process of its own, so that it can be killed."""

    def __init__(self, settings: ServerSettings) -> None:
        self.data_dir = settings.data_dir
        url = settings.database_url
        self._environment = {} if url is None else {"DESK_DATABASE_URL": url.get_secret_value()}
        self.port = 0
        self._process: subprocess.Popen[str] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM, str(self.port), str(self.data_dir)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **self._environment},
        )
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())

    def kill(self) -> None:
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.communicate(timeout=10)
            self._process = None


@pytest.fixture
def process(settings: ServerSettings) -> Iterator[Process]:
    process = Process(settings)
    yield process
    process.kill()


def prepared(settings: ServerSettings) -> tuple[str, str, str]:
    """An admitted audience in a store that no server has open: the tokens of both ends, and its id."""
    with make_server(settings) as server:
        # the process that follows reads the machine's clock: open the office at this moment, too
        admin.load_region(server.house, JAZAN, open_now=["emir"])
        town = Town(server, settings.data_dir)
        audience = Audience(town)
        for client in town.clients:
            client.close()
    assert audience.citizen.token is not None
    assert audience.official.token is not None
    return audience.citizen.token, audience.official.token, audience.id


async def test_a_killed_server_comes_back_and_a_settled_call_is_left_alone(
    process: Process, settings: ServerSettings
) -> None:
    citizen_token, official_token, appointment_id = await asyncio.to_thread(prepared, settings)
    await asyncio.to_thread(process.start)
    citizen, official = Client(process.url, citizen_token), Client(process.url, official_token)
    audience = Audience.__new__(Audience)
    audience.url, audience.citizen, audience.official, audience.id = process.url, citizen, official, appointment_id
    async with line(process.url, official_token) as desk, line(process.url, citizen_token) as kiosk:
        number = await settle(audience, desk, kiosk)
        await asyncio.to_thread(process.kill)
    await asyncio.to_thread(process.start)
    resume: dict[str, object] = {"session_id": kiosk.session_id, "last_seq": kiosk.seq}
    async with line(process.url, official_token) as desk, line(process.url, citizen_token, resume) as kiosk:
        first = await enter(desk, official, appointment_id)
        assert (first["members"], first["negotiation"], first["settled"]) == (["official"], number, True)
        second = await enter(kiosk, citizen, appointment_id)
        assert (second["negotiation"], second["settled"]) == (number, True)
        await desk.until("peer_joined")
        for end in (desk, kiosk):  # nothing is offered anew
            await end.say("ping")
            assert (await end.hear())["type"] == "pong"
        await kiosk.say("unsettled", negotiation=number)
        assert (await desk.until("negotiate"))["negotiation"] == number + 1
    citizen.close()
    official.close()


async def test_what_was_not_settled_is_negotiated_anew_after_a_moment(
    process: Process, settings: ServerSettings
) -> None:
    citizen_token, official_token, appointment_id = await asyncio.to_thread(prepared, settings)
    await asyncio.to_thread(process.start)
    citizen, official = Client(process.url, citizen_token), Client(process.url, official_token)
    async with line(process.url, official_token) as desk, line(process.url, citizen_token) as kiosk:
        await enter(desk, official, appointment_id)
        await enter(kiosk, citizen, appointment_id)
        await kiosk.until("negotiate", negotiation=1)
        await kiosk.say("settled", negotiation=1)
        await kiosk.say("ping")
        await kiosk.until("pong")
        await asyncio.to_thread(process.kill)
    await asyncio.to_thread(process.start)
    began = time.monotonic()
    async with line(process.url, official_token) as desk, line(process.url, citizen_token) as kiosk:
        await enter(desk, official, appointment_id)
        assert (await enter(kiosk, citizen, appointment_id))["settled"] is False
        assert (await desk.until("negotiate"))["negotiation"] == 2
        assert time.monotonic() - began >= settings.signalling.repair_after.total_seconds()
    citizen.close()
    official.close()


def test_an_acknowledged_booking_survives_a_kill(process: Process, settings: ServerSettings) -> None:
    house = open_house(settings)
    code = admin.enrol_kiosk(house, "fayfa-1")
    close_house(house)
    process.start()
    client = Client(process.url)
    kiosk = Client(process.url, client.got("POST", "/kiosks/enrolment", {"code": code})["token"])
    process.kill()
    process.start()
    assert kiosk.got("GET", "/kiosks/self")["id"] == "fayfa-1"
    client.close()
    kiosk.close()


def test_an_address_that_is_taken_is_said_and_nothing_stays_open(town: Town, settings: ServerSettings) -> None:
    second = make_server(settings.model_copy(update={"port": town.server.port}))
    with pytest.raises(OSError, match="Address already in use"):
        second.start()
    assert town.client().got("GET", "/version")["current"] == 1


async def test_stopping_says_goodbye_to_open_sockets(settings: ServerSettings, settle_town: Settle) -> None:
    with settle_town(settings) as town:
        official = await asyncio.to_thread(town.official)
        async with line(town.server.url, official.token) as desk:
            await asyncio.to_thread(town.server.stop)
            assert await desk.close_code() == 1012
