"""A room of up to four: who may be called in, what they hear, and how it outlives broken lines and servers."""

import asyncio
import base64
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import select

from desk_client.config.settings import ServerSettings
from desk_client.domain.distrust import Distrust
from desk_client.domain.party import Party
from desk_client.protocol.attestations import Expected, doubt
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.bookkeeping import audit
from tests.fakes.clock import StandingClock
from tests.integration.server.conftest import Settle
from tests.integration.server.lines import Line, line
from tests.integration.server.people import PASSWORD, Client, Town
from tests.integration.server.staffed import administrator, staff_id
from tests.integration.server.staffed import settled as with_own_password
from tests.integration.server.test_signalling import DESCRIBED, DIGEST
from tests.stores import BOTH

STORES = BOTH


class Audience:
    """An admitted citizen, the official, and who may be called in: an office's manager, and an interpreter."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.url = town.server.url
        root = administrator(town)
        root.got(
            "POST",
            "/staff",
            {
                "username": "signs",
                "role": "interpreter",
                "agency_id": "municipality",
                "name": {"ar": "مترجم الإشارة", "en": "Sign interpreter"},
                "password": PASSWORD,
            },
        )
        self.ids = {name: staff_id(root, name) for name in ("signs", "emir.office", "mayor", "deputy", "emir")}
        self.citizen = town.citizen(town.kiosk())
        self.official = town.official()
        self.delegate = town.official("emir.office")
        self.interpreter = with_own_password(town, "signs")
        self.id = town.admitted(self.citizen, self.official)

    @property
    def path(self) -> str:
        return f"/appointments/{self.id}/called-in"

    def call(self, username: str = "emir.office", capacity: str = "delegate") -> Any:
        return self.official.got("POST", self.path, {"staff_id": self.ids[username], "capacity": capacity})

    def refused(self, username: str, capacity: str) -> str:
        ask = {"staff_id": self.ids[username], "capacity": capacity}
        code: str = self.official.refused("POST", self.path, ask)["code"]
        return code

    def accept(self, client: Client) -> Any:
        return client.got("PUT", f"{self.path}/mine", {"accepts": True})

    def key(self, client: Client) -> Any:
        called_in = client in (self.delegate, self.interpreter)
        path = f"{self.path}/mine/room-token" if called_in else f"/appointments/{self.id}/room-token"
        return client.got("POST", path)

    def trail(self, subject: str) -> list[str]:
        def read(transaction: Transaction) -> list[str]:
            rows = transaction.connection.execute(
                select(audit.c.action).where(audit.c.subject == subject).order_by(audit.c.seq)
            )
            return list(rows.scalars())

        return self.town.server.house.read_now(read)


@pytest.fixture
def audience(town: Town) -> Audience:
    return Audience(town)


async def off(function: Any, *args: Any) -> Any:
    return await asyncio.to_thread(function, *args)


async def enter(
    opened: Line, audience: Audience, client: Client, *, several: bool = True, **able: bool
) -> dict[str, Any]:
    token = (await off(audience.key, client))["token"]
    await opened.say("join", room_token=token, several=several, **able)
    return await opened.until("snapshot")


async def settled(end: Line, **fields: object) -> None:
    await end.say("settled", **fields)
    await end.say("ping")
    await end.until("pong")


class Four:
    """All four in the room, each pair settled."""

    def __init__(self, desk: Line, kiosk: Line, third: Line, fourth: Line) -> None:
        self.lines = {"official": desk, "citizen": kiosk, "third": third, "fourth": fourth}

    def __getitem__(self, party: str) -> Line:
        return self.lines[party]


PAIRS = (
    ("official", "third"),
    ("official", "fourth"),
    ("third", "fourth"),
    ("third", "citizen"),
    ("fourth", "citizen"),
)


async def four(audience: Audience, stack: AsyncExitStack, **able: bool) -> Four:
    clients = (audience.official, audience.citizen, audience.delegate, audience.interpreter)
    desk, kiosk, third, fourth = [await stack.enter_async_context(line(audience.url, each.token)) for each in clients]
    await off(audience.call)
    await off(audience.call, "signs", "sign_interpreter")
    await off(audience.accept, audience.delegate)
    await off(audience.accept, audience.interpreter)
    room = Four(desk, kiosk, third, fourth)
    for opened, client in zip(room.lines.values(), clients, strict=True):
        await enter(opened, audience, client, **able)
    for end in (desk, kiosk):
        await settled(end, negotiation=1)
    for offerer, answerer in PAIRS:
        for party, peer in ((offerer, answerer), (answerer, offerer)):
            await settled(room[party], negotiation=1, peer=peer)
    return room


@pytest.fixture
async def stack() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as stack:
        yield stack


async def test_who_may_be_called_in_and_as_what(audience: Audience) -> None:
    people = (await off(audience.official.got, "GET", f"{audience.path}/possible"))["items"]
    as_what = {each["staff_id"]: each["capacities"] for each in people}
    assert as_what[audience.ids["emir.office"]] == ["delegate"]
    assert as_what[audience.ids["deputy"]] == ["department_head"]
    assert as_what[audience.ids["signs"]] == ["interpreter", "sign_interpreter"]
    assert audience.ids["mayor"] not in as_what, "of another agency"
    assert audience.ids["emir"] not in as_what, "nobody calls themself"
    here = {each["staff_id"] for each in people if each["is_signed_in"]}
    assert audience.ids["signs"] in here
    assert audience.ids["deputy"] not in here
    assert await off(audience.refused, "mayor", "department_head") == "invalid_request"
    assert await off(audience.refused, "deputy", "interpreter") == "invalid_request"
    assert await off(audience.refused, "emir", "department_head") == "invalid_request"
    ask = {"staff_id": audience.ids["deputy"], "capacity": "department_head"}
    mayor = audience.town.official("mayor")
    assert (await off(mayor.refused, "POST", audience.path, ask))["code"] == "not_found"
    for client in (audience.delegate, audience.interpreter, audience.citizen):
        assert (await off(client.refused, "POST", audience.path, ask))["code"] == "forbidden"


async def test_a_call_rings_at_their_desk_and_says_who_asks_and_whose_audience_it_is(
    audience: Audience, stack: AsyncExitStack
) -> None:
    desk = await stack.enter_async_context(line(audience.url, audience.interpreter.token))
    called = await off(audience.call, "signs", "sign_interpreter")
    assert (called["party"], called["state"]) == ("third", "ringing")
    await desk.until("changed", topic="office:municipality")
    (invitation,) = (await off(audience.interpreter.got, "GET", "/desk/called-in"))["items"]
    assert invitation["appointment_id"] == audience.id
    assert invitation["capacity"] == "sign_interpreter"
    assert invitation["caller_name"]["en"] == "Emir of Jazan Region"
    assert invitation["citizen_name"]
    assert (await off(audience.delegate.got, "GET", "/desk/called-in"))["items"] == []
    early = await off(audience.interpreter.refused, "POST", f"{audience.path}/mine/room-token")
    assert early["code"] == "not_admitted", "they have not said yes"
    stranger = await off(audience.delegate.refused, "PUT", f"{audience.path}/mine", {"accepts": True})
    assert stranger["code"] == "not_found"
    again = await off(audience.call, "signs", "sign_interpreter")
    assert again == called
    answered = await off(audience.interpreter.got, "PUT", f"{audience.path}/mine", {"accepts": False})
    assert answered["state"] == "declined"
    assert (await off(audience.interpreter.got, "GET", "/desk/called-in"))["items"] == []
    (seen,) = (await off(audience.official.got, "GET", audience.path))["items"]
    assert seen["state"] == "declined"
    assert "call_in:sign_interpreter" in await off(audience.trail, audience.ids["signs"])
    trail = await off(audience.trail, audience.id)
    assert trail[-2:] == ["call_in:sign_interpreter", "decline_call"]


async def test_each_two_of_four_are_a_pair_and_the_same_one_always_offers(
    audience: Audience, stack: AsyncExitStack
) -> None:
    room = await four(audience, stack)
    for offerer, answerer in PAIRS:
        await room[answerer].say("unsettled", negotiation=1, peer=offerer)
        for party, peer in ((offerer, answerer), (answerer, offerer)):
            begun = await room[party].until("negotiate", peer=peer, negotiation=2)
            assert begun["offerer"] == offerer
        await room[offerer].say(
            "description", message_id="m", negotiation=2, kind="offer", sdp=DESCRIBED, peer=answerer
        )
        told = await room[answerer].until("peer_description", party=offerer)
        assert told["sdp"] == DESCRIBED
    await room["citizen"].say("unsettled", negotiation=1)
    assert (await room["official"].until("negotiate", negotiation=2))["peer"] is None


async def test_everybody_is_told_who_came_and_as_what(audience: Audience, stack: AsyncExitStack) -> None:
    desk = await stack.enter_async_context(line(audience.url, audience.official.token))
    kiosk = await stack.enter_async_context(line(audience.url, audience.citizen.token))
    third = await stack.enter_async_context(line(audience.url, audience.interpreter.token))
    await enter(desk, audience, audience.official)
    await enter(kiosk, audience, audience.citizen)
    await off(audience.call, "signs", "sign_interpreter")
    await off(audience.accept, audience.interpreter)
    snapshot = await enter(third, audience, audience.interpreter)
    assert snapshot["members"] == ["citizen", "official", "third"]
    assert [each["capacity"] for each in snapshot["people"]] == ["official"]
    for end in (desk, kiosk):
        who = (await end.until("peer_joined", party="third"))["who"]
        assert (who["capacity"], who["name"]["en"]) == ("sign_interpreter", "Sign interpreter")
    await third.say("shows", picture="camera")
    assert (await kiosk.until("peer_joined", party="third"))["picture"] == "camera"


async def test_a_description_is_vouched_for_to_one_pair_alone(audience: Audience, stack: AsyncExitStack) -> None:
    room = await four(audience, stack)
    key = await off(audience.key, audience.citizen)
    keys = {
        each["id"]: Ed25519PublicKey.from_public_bytes(base64.b64decode(each["public_key"]))
        for each in key["call_keys"]
    }
    now = datetime.fromisoformat(key["server_time"])
    named = frozenset({f"sha-256 {DIGEST}"})
    seals = {}
    for to in ("citizen", "fourth"):
        await room["third"].say("description", message_id="m", negotiation=1, kind="offer", sdp=DESCRIBED, peer=to)
        seals[to] = (await room[to].until("peer_description", party="third"))["attestation"]
    expected = Expected(key["room_id"], Party.THIRD, Party.CITIZEN, 1, "offer", named)
    assert doubt(seals["citizen"], keys, expected, now) is None
    assert doubt(seals["fourth"], keys, expected, now) is Distrust.OTHER_PARTY


async def test_four_are_the_most(audience: Audience, stack: AsyncExitStack) -> None:
    await four(audience, stack)
    assert await off(audience.refused, "deputy", "department_head") == "room_full"
    await off(audience.official.got, "DELETE", f"{audience.path}/fourth")
    assert (await off(audience.call, "deputy", "department_head"))["party"] == "fourth"


async def test_whoever_is_taken_out_is_told_and_their_key_opens_nothing_any_more(
    audience: Audience, stack: AsyncExitStack, clock: StandingClock
) -> None:
    room = await four(audience, stack)
    old = (await off(audience.key, audience.delegate))["token"]
    await off(audience.official.got, "DELETE", f"{audience.path}/third")
    assert (await room["third"].until("room_closed"))["taken_out"] is True
    for party in ("official", "citizen", "fourth"):
        assert (await room[party].until("peer_left", party="third"))["for_good"] is True
    await room["third"].say("join", room_token=old, several=True)
    assert (await room["third"].until("error"))["code"] == "not_admitted"
    clock.advance(timedelta(seconds=1))
    await off(audience.call)
    await off(audience.accept, audience.delegate)
    await room["third"].say("join", room_token=old, several=True)
    assert (await room["third"].until("error"))["code"] == "not_admitted", "it is of an earlier call"
    snapshot = await enter(room["third"], audience, audience.delegate)
    assert "third" in snapshot["members"]
    assert "take_out" in await off(audience.trail, audience.ids["emir.office"])


async def test_the_official_leaves_for_a_while_and_the_others_stay_until_the_end_for_all(
    audience: Audience, stack: AsyncExitStack
) -> None:
    room = await four(audience, stack)
    await room["official"].say("leave")
    for party in ("citizen", "third", "fourth"):
        await room[party].until("peer_left", party="official", for_good=True)
    await room["third"].say("candidate", message_id="m", negotiation=1, candidate="c", peer="citizen")
    assert (await room["citizen"].until("peer_candidate"))["party"] == "third", "the others go on"
    back = await enter(room["official"], audience, audience.official)
    assert len(back["members"]) == 4
    for party in ("third", "fourth"):
        await room[party].until("negotiate", peer="official", negotiation=2)
    await off(audience.official.got, "POST", f"/appointments/{audience.id}/completion")
    for end in room.lines.values():
        assert (await end.until("room_closed"))["taken_out"] is False
    assert (await off(audience.delegate.got, "GET", "/desk/called-in"))["items"] == []


async def test_whoever_leaves_has_to_be_called_again(audience: Audience, stack: AsyncExitStack) -> None:
    room = await four(audience, stack)
    await room["third"].say("leave")
    await room["citizen"].until("peer_left", party="third", for_good=True)
    refused = await off(audience.delegate.refused, "POST", f"{audience.path}/mine/room-token")
    assert refused["code"] == "not_found"
    called = (await off(audience.official.got, "GET", audience.path))["items"]
    states = {each["party"]: each["state"] for each in called}
    assert states == {"third": "left", "fourth": "accepted"}


async def test_a_broken_line_comes_back_to_what_was_settled(audience: Audience, stack: AsyncExitStack) -> None:
    room = await four(audience, stack)
    await room["third"].socket.close()
    assert (await room["citizen"].until("peer_left", party="third"))["for_good"] is False
    resume: dict[str, object] = {"session_id": room["third"].session_id, "last_seq": room["third"].seq}
    back = await stack.enter_async_context(line(audience.url, audience.delegate.token, resume))
    snapshot = await back.until("snapshot")
    assert (snapshot["negotiation"], snapshot["settled"]) == (1, True)
    assert {each["peer"]: each["settled"] for each in snapshot["pairs"]} == {"official": True, "fourth": True}
    assert (await room["citizen"].until("peer_joined", party="third"))["who"]["capacity"] == "delegate"
    await back.say("ping")
    assert (await back.hear())["type"] == "pong", "nothing is offered anew"


async def test_a_doubtful_pair_is_repaired_and_the_others_are_left_alone(
    audience: Audience, stack: AsyncExitStack
) -> None:
    room = await four(audience, stack)
    await room["fourth"].say("unsettled", negotiation=1, peer="third")
    await room["third"].until("negotiate", peer="fourth", negotiation=2)
    await room["fourth"].socket.close()
    await room["third"].until("peer_left", party="fourth")
    resume: dict[str, object] = {"session_id": room["fourth"].session_id, "last_seq": room["fourth"].seq}
    back = await stack.enter_async_context(line(audience.url, audience.interpreter.token, resume))
    await back.until("snapshot")
    begun = await back.until("negotiate", peer="third", negotiation=3)
    assert begun["offerer"] == "third"
    await back.say("ping")
    assert (await back.hear())["type"] == "pong", "the other pairs are settled"


async def test_distrust_of_somebody_called_in_ends_that_pair_alone(audience: Audience, stack: AsyncExitStack) -> None:
    room = await four(audience, stack)
    await room["citizen"].say("distrusted", negotiation=1, reason="forged", peer="third")
    left = await room["third"].until("peer_left", party="citizen")
    assert (left["for_good"], left["distrusted"]) == (True, True)
    await room["citizen"].say("candidate", message_id="m", negotiation=1, candidate="c")
    await room["official"].until("peer_candidate")
    assert "distrust_call:forged" in await off(audience.trail, audience.id)


async def test_an_end_that_shows_one_person_alone_hears_of_nobody_else(
    audience: Audience, stack: AsyncExitStack
) -> None:
    desk = await stack.enter_async_context(line(audience.url, audience.official.token))
    kiosk = await stack.enter_async_context(line(audience.url, audience.citizen.token))
    await enter(desk, audience, audience.official)
    await enter(kiosk, audience, audience.citizen, several=False)
    assert await off(audience.refused, "signs", "interpreter") == "one_at_a_time"


async def test_a_citizen_who_comes_with_such_an_end_takes_those_called_in_out(
    audience: Audience, stack: AsyncExitStack
) -> None:
    room = await four(audience, stack)
    guest = await stack.enter_async_context(line(audience.url, audience.citizen.token))
    snapshot = await enter(guest, audience, audience.citizen, several=False)
    assert snapshot["members"] == ["citizen", "official"]
    for party in ("third", "fourth"):
        assert (await room[party].until("room_closed"))["taken_out"] is True
        await room["official"].until("peer_left", party=party)
    await guest.say("ping")
    assert (await guest.until("pong"))["type"] == "pong"


async def test_who_takes_the_minutes_or_interprets_writes_what_the_citizen_reads(
    audience: Audience, stack: AsyncExitStack
) -> None:
    kiosk = await stack.enter_async_context(line(audience.url, audience.citizen.token))
    deputy = audience.town.official("deputy")
    path = f"{audience.path}/mine/captions"
    await off(audience.call, "signs", "interpreter")
    early = await off(audience.interpreter.refused, "POST", path, {"text": "نسمعكم"})
    assert early["code"] == "not_admitted", "they have not said yes"
    await off(audience.accept, audience.interpreter)
    await off(audience.interpreter.got, "POST", path, {"text": "نسمعكم"})
    await kiosk.until("changed", topic=f"appointment:{audience.id}")
    (note,) = (await off(audience.citizen.got, "GET", f"/appointments/{audience.id}/notes"))["notes"]
    assert (note["kind"], note["text"]) == ("caption", "نسمعكم")
    await off(audience.call, "deputy", "department_head")
    await off(deputy.got, "PUT", f"{audience.path}/mine", {"accepts": True})
    assert (await off(deputy.refused, "POST", path, {"text": "نعم"}))["code"] == "not_admitted"
    assert (await off(audience.interpreter.refused, "POST", path, {"text": "  "}))["code"] == "invalid_request"
    assert (await off(audience.delegate.refused, "POST", path, {"text": "نعم"}))["code"] == "not_found"
    await off(audience.official.got, "DELETE", f"{audience.path}/third")
    assert (await off(audience.interpreter.refused, "POST", path, {"text": "نعم"}))["code"] == "not_found"


async def test_a_bad_peer_is_refused(audience: Audience, stack: AsyncExitStack) -> None:
    room = await four(audience, stack)
    await room["third"].say("candidate", message_id="m", negotiation=1, candidate="c", peer="third")
    assert (await room["third"].until("error"))["code"] == "invalid_request"
    await room["third"].say("settled", negotiation=1, peer="nobody")
    assert (await room["third"].until("error"))["code"] == "invalid_request"
    refused = await off(audience.official.refused, "DELETE", f"{audience.path}/nobody")
    assert refused["code"] == "invalid_request"
    assert (await off(audience.official.got, "DELETE", f"{audience.path}/official"))["items"]


def test_a_server_that_comes_back_knows_every_pair_and_every_call(
    settings: ServerSettings, settle_town: Settle
) -> None:
    with settle_town(settings) as town:
        audience = Audience(town)

        async def before() -> None:
            async with AsyncExitStack() as stack:
                room = await four(audience, stack)
                await room["third"].say("unsettled", negotiation=1, peer="citizen")
                await room["citizen"].until("negotiate", peer="third")

        asyncio.run(before())
        audience.official.got("DELETE", f"{audience.path}/fourth")
        audience.call("signs", "interpreter")
    with settle_town(settings) as town:
        tokens = [each.token for each in (audience.official, audience.citizen, audience.delegate, audience.interpreter)]
        audience.url = town.server.url
        clients = [town.client(token) for token in tokens]
        audience.official, audience.citizen, audience.delegate, audience.interpreter = clients

        async def after() -> None:
            async with AsyncExitStack() as stack:
                lines = [await stack.enter_async_context(line(audience.url, token)) for token in tokens[:3]]
                for opened, client in zip(lines, clients, strict=False):
                    snapshot = await enter(opened, audience, client)
                assert (snapshot["negotiation"], snapshot["settled"]) == (2, False)
                assert {each["peer"]: each["settled"] for each in snapshot["pairs"]} == {"official": True}
                await lines[1].until("negotiate", peer="third", negotiation=3)

        asyncio.run(after())
        (ringing,) = audience.interpreter.got("GET", "/desk/called-in")["items"]
        assert (ringing["state"], ringing["capacity"]) == ("ringing", "interpreter")
        audience.accept(audience.interpreter)
        assert audience.key(audience.interpreter)["party"] == "fourth"
