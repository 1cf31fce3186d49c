import asyncio
import base64
import json
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy import select
from websockets.exceptions import ConnectionClosed

from desk_client.config.settings import ServerSettings, SignallingSettings
from desk_client.domain.distrust import Distrust
from desk_client.domain.party import Party
from desk_client.protocol.attestations import Expected, doubt
from desk_client.server.storage.tables.bookkeeping import audit
from tests.fakes.clock import StandingClock
from tests.integration.server.conftest import Settle
from tests.integration.server.lines import Line, line, raw_line
from tests.integration.server.people import Client, Town, new_key

SDP = "v=0\r\n"


def key(client: Client, appointment_id: str) -> str:
    token: str = client.got("POST", f"/appointments/{appointment_id}/room-token")["token"]
    return token


async def enter(opened: Line, client: Client, appointment_id: str) -> dict[str, object]:
    token = await asyncio.to_thread(key, client, appointment_id)
    await opened.say("join", room_token=token)
    return await opened.until("snapshot")


class Audience:
    """An admitted citizen and the official."""

    def __init__(self, town: Town) -> None:
        self.server = town.server
        self.url = town.server.url
        self.citizen = town.citizen(town.kiosk())
        self.official = town.official()
        self.id = town.admitted(self.citizen, self.official)


@pytest.fixture
def audience(town: Town) -> Audience:
    return Audience(town)


async def settle(audience: Audience, desk: Line, kiosk: Line) -> int:
    """Both in the room, one negotiation carried through."""
    await enter(desk, audience.official, audience.id)
    await enter(kiosk, audience.citizen, audience.id)
    number: int = (await desk.until("negotiate"))["negotiation"]
    await kiosk.until("negotiate", negotiation=number)
    for end in (desk, kiosk):
        await end.say("settled", negotiation=number)
        await end.say("ping")
        await end.until("pong")
    return number


async def test_the_official_offers_and_frames_are_relayed(audience: Audience) -> None:
    async with line(audience.url, audience.official.token) as desk, line(audience.url, audience.citizen.token) as kiosk:
        first = await enter(desk, audience.official, audience.id)
        assert (first["members"], first["negotiation"], first["settled"]) == (["official"], 0, False)
        second = await enter(kiosk, audience.citizen, audience.id)
        assert second["members"] == ["citizen", "official"]
        assert (await desk.until("peer_joined"))["party"] == "citizen"
        for end in (desk, kiosk):
            begun = await end.until("negotiate")
            assert (begun["negotiation"], begun["offerer"]) == (1, "official")
        await desk.say("description", message_id="m1", negotiation=1, kind="offer", sdp=SDP)
        offer = await kiosk.until("peer_description")
        assert (offer["kind"], offer["sdp"], offer["message_id"]) == ("offer", SDP, "m1")
        await kiosk.say("description", message_id="m2", negotiation=1, kind="answer", sdp=SDP)
        assert (await desk.until("peer_description"))["kind"] == "answer"
        await kiosk.say("candidate", message_id="m3", negotiation=1, candidate="c", sdp_mid="0", sdp_mline_index=0)
        assert (await desk.until("peer_candidate"))["candidate"] == "c"
        await kiosk.say("unsettled", negotiation=1)
        assert (await desk.until("negotiate"))["negotiation"] == 2
        await kiosk.say("leave")
        assert (await desk.until("peer_left"))["for_good"] is True


async def test_a_request_is_told_to_those_who_triage_it_and_to_the_office_it_goes_to(town: Town) -> None:
    citizen, clerk, emir = town.citizen(town.kiosk()), town.official("emirate.coordinator"), town.official()
    wish = {"text": "طريق القرية", "agency_id": "emirate"}
    async with line(town.server.url, clerk.token) as desk, line(town.server.url, emir.token) as office:
        made = await asyncio.to_thread(citizen.got, "POST", "/requests", wish, Idempotency_Key=new_key())
        assert (await desk.until("changed"))["topic"] == "office:emirate"
        step = {"taken": {"step": "route", "office_id": "emir"}}
        await asyncio.to_thread(clerk.got, "POST", f"/requests/{made['id']}/steps", step)
        assert (await office.until("changed"))["topic"] == "office:emir"


async def test_hints_come_after_the_commit_to_those_concerned(town: Town) -> None:
    citizen, emir, mayor = town.citizen(town.kiosk()), town.official(), town.official("mayor")
    url = town.server.url
    async with line(url, emir.token) as desk, line(url, mayor.token) as other, line(url, citizen.token) as kiosk:
        appointment_id = (await asyncio.to_thread(town.booked, citizen))["appointment"]["id"]
        assert (await desk.until("changed"))["topic"] == "office:emir"
        assert (await kiosk.until("changed"))["topic"] == f"appointment:{appointment_id}"
        items = (await asyncio.to_thread(emir.got, "GET", "/desk/agenda"))["items"]
        assert [item["id"] for item in items] == [appointment_id]
        await other.say("ping")
        assert (await other.hear())["type"] == "pong"


async def test_completion_closes_the_room_for_both(audience: Audience) -> None:
    async with line(audience.url, audience.official.token) as desk, line(audience.url, audience.citizen.token) as kiosk:
        await settle(audience, desk, kiosk)
        await asyncio.to_thread(audience.official.got, "POST", f"/appointments/{audience.id}/completion")
        await desk.until("room_closed")
        await kiosk.until("room_closed")
        refused = await asyncio.to_thread(audience.citizen.refused, "POST", f"/appointments/{audience.id}/room-token")
        assert refused["code"] == "not_admitted"


async def test_a_broken_line_resumes_with_what_it_missed(audience: Audience) -> None:
    async with line(audience.url, audience.official.token) as desk:
        async with line(audience.url, audience.citizen.token) as kiosk:
            number = await settle(audience, desk, kiosk)
        assert (await desk.until("peer_left"))["for_good"] is False
        await desk.say("candidate", message_id="m1", negotiation=number, candidate="late", sdp_mid="0")
        await desk.say("ping")
        await desk.until("pong")
        resume: dict[str, object] = {"session_id": kiosk.session_id, "last_seq": kiosk.seq}
        async with raw_line(audience.url) as back:
            await back.say("hello", protocol=1, token=audience.citizen.token, resume=resume)
            welcome = await back.hear()
            assert (welcome["resumed"], welcome["seq"]) == (True, kiosk.seq)
            missed = await back.hear()
            assert (missed["type"], missed["seq"]) == ("peer_candidate", kiosk.seq + 1)
            snapshot = await back.until("snapshot")
            assert (snapshot["settled"], snapshot["negotiation"]) == (True, number)
            assert (await desk.until("peer_joined"))["party"] == "citizen"
        assert number == 1


async def test_a_resume_with_numbers_that_never_were_starts_anew(audience: Audience) -> None:
    async with line(audience.url, audience.citizen.token) as kiosk:
        pass
    for session_id, last_seq in ((kiosk.session_id, 99), ("0" * 32, 0)):
        resume: dict[str, object] = {"session_id": session_id, "last_seq": last_seq}
        async with raw_line(audience.url) as back:
            await back.say("hello", protocol=1, token=audience.citizen.token, resume=resume)
            assert (await back.hear())["resumed"] is False


async def test_nobody_resumes_somebody_elses_line(audience: Audience) -> None:
    async with line(audience.url, audience.citizen.token) as kiosk:
        resume: dict[str, object] = {"session_id": kiosk.session_id, "last_seq": 0}
        async with raw_line(audience.url) as thief:
            await thief.say("hello", protocol=1, token=audience.official.token, resume=resume)
            assert (await thief.hear())["resumed"] is False


async def test_a_newer_join_of_a_party_takes_the_place_of_the_older(audience: Audience, clock: StandingClock) -> None:
    async with line(audience.url, audience.official.token) as desk, line(audience.url, audience.citizen.token) as kiosk:
        await settle(audience, desk, kiosk)
        older = await asyncio.to_thread(key, audience.citizen, audience.id)
        clock.advance(timedelta(seconds=1))
        async with line(audience.url, audience.citizen.token) as newer:
            await enter(newer, audience.citizen, audience.id)
            assert await kiosk.close_code() == 4409
            async with line(audience.url, audience.citizen.token) as late:
                await late.say("join", room_token=older)
                assert (await late.until("error"))["code"] == "session_expired"


async def test_room_tokens_are_worth_nothing_to_others_or_when_forged(audience: Audience) -> None:
    token = await asyncio.to_thread(key, audience.citizen, audience.id)
    async with line(audience.url, audience.official.token) as desk:
        for forged in (token, f"{token[:-6]}AAAAAA", "x.y.z"):
            await desk.say("join", room_token=forged)
            assert (await desk.until("error"))["code"] == "unauthenticated"
        await desk.say("description", message_id="m", negotiation=1, kind="offer", sdp=SDP)
        assert (await desk.until("error"))["code"] == "not_admitted"


async def test_an_unknown_version_is_refused_with_the_supported_range(audience: Audience) -> None:
    async with raw_line(audience.url) as opened:
        await opened.say("hello", protocol=99, credentials={"of": "a later version"})
        refused = await opened.hear()
        assert (refused["code"], refused["oldest"], refused["current"]) == ("protocol_unsupported", 1, 1)
        assert await opened.close_code() == 4400


async def test_whoever_does_not_say_hello_is_shown_out(audience: Audience) -> None:
    for hello in ("", "{", "[]", '{"type":"join","room_token":"x"}', '{"type":"hello"}'):
        async with raw_line(audience.url) as opened:
            await opened.socket.send(hello)
            assert (await opened.hear())["code"] == "invalid_request"
            assert await opened.close_code() == 1002


async def test_a_token_that_is_not_or_no_longer_good_is_refused(audience: Audience) -> None:
    await asyncio.to_thread(audience.citizen.got, "DELETE", "/sessions/current")
    for token, code in (("forged", "unauthenticated"), (audience.citizen.token, "session_expired")):
        async with raw_line(audience.url) as opened:
            await opened.say("hello", protocol=1, token=token)
            assert (await opened.hear())["code"] == code
            assert await opened.close_code() == 4401


async def test_garbage_is_answered_and_does_no_harm_until_there_is_too_much(audience: Audience) -> None:
    async with line(audience.url, audience.citizen.token) as kiosk:
        for garbage in (
            "nonsense",
            "{}",
            '{"type":"fly"}',
            b"\x00\xff",
            json.dumps({"type": "settled", "negotiation": 0}),
        ):
            await kiosk.socket.send(garbage)
            assert (await kiosk.until("error"))["code"] == "invalid_request"
        await kiosk.say("ping")
        await kiosk.until("pong")  # a hint about what was booked a moment ago may come first
        for _ in range(40):
            try:
                await kiosk.socket.send("nonsense")
            except ConnectionClosed:
                break
        assert await kiosk.close_code() == 1002


@pytest.mark.parametrize("size", [64 * 1024 + 1, 1024 * 1024])
async def test_an_oversize_frame_ends_the_socket_and_nothing_else(audience: Audience, size: int) -> None:
    async with line(audience.url, audience.citizen.token) as kiosk:
        await kiosk.socket.send(json.dumps({"type": "ping"}).ljust(size))
        assert await kiosk.close_code() == 1009
    async with line(audience.url, audience.citizen.token) as kiosk:
        await kiosk.say("ping")
        await kiosk.until("pong")  # a hint about what was booked a moment ago may come first


@pytest.fixture
def impatient(settings: ServerSettings, settle_town: Settle) -> Iterator[Town]:
    """A town whose signalling has little patience."""
    short = SignallingSettings(
        ping_every=timedelta(milliseconds=100),
        dead_after=timedelta(milliseconds=400),
        hello_within=timedelta(milliseconds=300),
    )
    with settle_town(settings.model_copy(update={"signalling": short})) as town:
        yield town


@pytest.fixture
def cramped(settings: ServerSettings, settle_town: Settle) -> Iterator[Town]:
    """A town whose signalling has patience, and room for few frames."""
    few = SignallingSettings(ping_every=timedelta(milliseconds=100), dead_after=timedelta(seconds=10), outbound_queue=4)
    with settle_town(settings.model_copy(update={"signalling": few})) as town:
        yield town


async def test_silence_is_ended_by_the_server(impatient: Town) -> None:
    official = await asyncio.to_thread(impatient.official)
    async with raw_line(impatient.server.url) as mute:
        assert await mute.close_code() == 1001
    async with line(impatient.server.url, official.token) as idle:
        assert json.loads(await idle.socket.recv())["type"] == "ping"
        assert await idle.close_code() == 1001
    async with line(impatient.server.url, official.token) as lively:
        for _ in range(8):
            assert json.loads(await lively.socket.recv())["type"] == "ping"
            await lively.say("pong")


async def test_a_session_that_ends_takes_its_socket_with_it(impatient: Town) -> None:
    official = await asyncio.to_thread(impatient.official)
    async with line(impatient.server.url, official.token) as desk:
        await asyncio.to_thread(official.got, "DELETE", "/sessions/current")
        assert await desk.close_code() == 4401


async def test_a_slow_reader_is_cut_and_may_resume(cramped: Town) -> None:
    audience = await asyncio.to_thread(Audience, cramped)
    async with line(audience.url, audience.official.token) as desk, raw_line(audience.url) as slow:
        await slow.say("hello", protocol=1, token=audience.citizen.token, resume=None)
        slow.session_id = (await slow.hear())["session_id"]
        await enter(slow, audience.citizen, audience.id)
        await enter(desk, audience.official, audience.id)
        slow.socket.transport.pause_reading()  # as a program does that hangs
        while True:
            for _ in range(20):  # more than the socket's own buffers hold, soon
                await desk.say("description", message_id="m", negotiation=1, kind="offer", sdp="x" * 40_000)
            frame = await desk.hear()
            if frame["type"] == "peer_left":
                break
        resume: dict[str, object] = {"session_id": slow.session_id, "last_seq": slow.seq}
        async with raw_line(audience.url) as back:
            await back.say("hello", protocol=1, token=audience.citizen.token, resume=resume)
            assert (await back.hear())["type"] == "welcome"
        slow.socket.transport.abort()


DIGEST = ":".join(["0A"] * 32)
DESCRIBED = f"v=0\r\na=fingerprint:sha-256 {DIGEST}\r\n"


async def test_a_relayed_description_carries_what_the_server_vouches_for(audience: Audience) -> None:
    async with line(audience.url, audience.official.token) as desk, line(audience.url, audience.citizen.token) as kiosk:
        number = await settle(audience, desk, kiosk)
        room = await asyncio.to_thread(audience.citizen.got, "POST", f"/appointments/{audience.id}/room-token")
        keys = {
            key["id"]: Ed25519PublicKey.from_public_bytes(base64.b64decode(key["public_key"]))
            for key in room["call_keys"]
        }
        now = datetime.fromisoformat(room["server_time"])
        await desk.say("description", message_id="m1", negotiation=number, kind="offer", sdp=DESCRIBED)
        told = await kiosk.until("peer_description")
        named = frozenset({f"sha-256 {DIGEST}"})
        expected = Expected(room["room_id"], Party.OFFICIAL, Party.CITIZEN, number, "offer", named)
        assert doubt(told["attestation"], keys, expected, now) is None
        assert doubt(told["attestation"], keys, expected, now + timedelta(minutes=3)) is Distrust.EXPIRED
        await kiosk.say("description", message_id="m2", negotiation=number, kind="answer", sdp=DESCRIBED)
        told = await desk.until("peer_description")
        assert doubt(told["attestation"], keys, expected, now) is Distrust.OTHER_PARTY


async def test_nothing_is_vouched_for_where_a_description_names_no_certificate(audience: Audience) -> None:
    async with line(audience.url, audience.official.token) as desk, line(audience.url, audience.citizen.token) as kiosk:
        number = await settle(audience, desk, kiosk)
        await desk.say("description", message_id="m1", negotiation=number, kind="offer", sdp=SDP)
        assert (await kiosk.until("peer_description"))["attestation"] is None


async def test_an_end_that_does_not_believe_is_out_the_other_is_told_and_the_trail_knows(audience: Audience) -> None:
    async with line(audience.url, audience.official.token) as desk, line(audience.url, audience.citizen.token) as kiosk:
        number = await settle(audience, desk, kiosk)
        await kiosk.say("distrusted", negotiation=number, reason="other_fingerprint")
        left = await desk.until("peer_left")
        assert (left["for_good"], left["distrusted"]) == (True, True)
        await kiosk.say("description", message_id="m1", negotiation=number, kind="answer", sdp=DESCRIBED)
        assert (await kiosk.until("error"))["code"] == "not_admitted"
        await kiosk.say("distrusted", negotiation=number, reason="forged")
        assert (await kiosk.until("error"))["code"] == "not_admitted"
        house = audience.server.house
        rows = await house.read(
            lambda transaction: transaction.connection.execute(
                select(audit.c.action, audit.c.role).where(audit.c.subject == audience.id)
            ).all()
        )
        assert [tuple(row) for row in rows if "distrust" in row.action] == [
            ("distrust_call:other_fingerprint", "citizen")
        ]
        await enter(kiosk, audience.citizen, audience.id)
        assert (await desk.until("negotiate"))["negotiation"] == number + 1
