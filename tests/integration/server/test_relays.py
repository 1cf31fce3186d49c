"""Who is told of which relays, and for how long the credentials for them are good."""

import dataclasses
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from pydantic import SecretStr

from desk_client.config.settings import AudienceSettings, IceSettings, ServerSettings
from desk_client.rtc.port import IceServer
from desk_client.rtc.server_probe import ServerAnswer
from desk_client.rtc.wire import probing
from desk_client.server.services.life.rooms import turn_credential
from tests.coturn import SECRET, Coturn
from tests.fakes.clock import StandingClock
from tests.integration.server.conftest import Settle
from tests.integration.server.people import Town

STUN = ("stun:relay.example:3478",)
LIFE = timedelta(hours=3)


@pytest.fixture
def coturn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coturn]:
    relay = Coturn(tmp_path_factory.mktemp("coturn"))
    relay.start()
    yield relay
    relay.stop()


@pytest.fixture
def relaying(settings: ServerSettings, settle_town: Settle, coturn: Coturn) -> Iterator[Town]:
    ice = IceSettings(stun_urls=STUN, turn_urls=(coturn.url("udp"), coturn.url("tcp")), turn_secret=SecretStr(SECRET))
    changes = {"ice": ice, "audiences": AudienceSettings(room_token_lifetime=LIFE)}
    with settle_town(settings.model_copy(update=changes)) as town:
        yield town


async def test_a_room_token_brings_credentials_that_the_relay_takes_and_each_its_own(
    relaying: Town, coturn: Coturn, clock: StandingClock
) -> None:
    citizen, official = relaying.citizen(relaying.kiosk()), relaying.official()
    path = f"/appointments/{relaying.admitted(citizen, official)}/room-token"
    names = set()
    for client in (citizen, official, citizen):
        room = client.got("POST", path)
        stun, turn = room["ice_servers"]
        assert (stun["urls"], stun["username"], stun["credential"]) == (list(STUN), None, None)
        assert turn["urls"] == [coturn.url("udp"), coturn.url("tcp")]
        assert datetime.fromisoformat(room["expires_at"]) == clock.now() + LIFE
        assert turn["username"].partition(":")[0] == str(int((clock.now() + LIFE).timestamp()))
        names.add(turn["username"])
    assert len(names) == 3, "somebody has somebody else's credentials, or the same as before"
    # the town's clock stands still in another year; the relay's does not
    name, password = turn_credential(SECRET, datetime.now().astimezone() + LIFE, room["room_id"])
    server = IceServer(tuple(turn["urls"]), name, password)
    for url in server.urls:
        assert (await probing.ask(server, url)).answer is ServerAnswer.SERVES
        old = dataclasses.replace(server, username="1:x")
        assert (await probing.ask(old, url)).answer is ServerAnswer.REFUSES


def test_whoever_may_enter_a_room_may_try_the_relays_before_without_their_credentials(
    relaying: Town, coturn: Coturn
) -> None:
    citizen, official = relaying.citizen(relaying.kiosk()), relaying.official()
    for client in (citizen, official):
        assert client.got("GET", "/relays")["ice_servers"] == [
            {"urls": list(STUN), "username": None, "credential": None},
            {"urls": [coturn.url("udp"), coturn.url("tcp")], "username": None, "credential": None},
        ]
    assert relaying.kiosk("fayfa-1").refused("GET", "/relays")["code"] == "forbidden"


def test_without_relays_nobody_is_told_of_any(town: Town) -> None:
    assert town.citizen(town.kiosk()).got("GET", "/relays")["ice_servers"] == []
