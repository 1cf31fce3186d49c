"""A talk is handed over while it goes on: who can take it, what they read before, and what stays whose it was."""

import asyncio
from contextlib import AsyncExitStack
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from desk_client.config.settings import ServerSettings
from desk_client.server.services.rulebook import rules_changed
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.region import office
from tests.integration.server.conftest import Settle
from tests.integration.server.lines import line
from tests.integration.server.people import Client, Town, mobile, national_id, new_key
from tests.integration.server.test_called_in import Audience, enter, off, settled
from tests.integration.server.test_called_in import stack as stack  # noqa: PLC0414 - pytest finds the fixture by name
from tests.stores import BOTH

STORES = BOTH
WHO = {
    "party": "third",
    "capacity": "department_head",
    "name": {"ar": "أمين منطقة جازان", "en": "Mayor of Jazan Region"},
    "title": {"ar": "أمين منطقة جازان", "en": "Mayor of Jazan Region"},
    "takes_over": True,
}
"""As the citizen is told of whoever takes the talk over."""
NOTE = "يراجع في حجة الأرض، والأصل معه."


class Handover(Audience):
    """The Emir talks with a citizen; the mayor, of another agency, is at the desk too."""

    def __init__(self, town: Town) -> None:
        super().__init__(town)
        self.mayor = town.official("mayor")

    @property
    def way(self) -> str:
        return f"/appointments/{self.id}/handover"

    def offer(self, username: str = "mayor", note: str = NOTE) -> Any:
        return self.official.got("POST", self.way, {"staff_id": self.ids[username], "note": note})

    def offer_refused(self, username: str = "mayor") -> Any:
        return self.official.refused("POST", self.way, {"staff_id": self.ids[username], "note": ""})

    def invitation(self) -> Any:
        (invitation,) = self.mayor.got("GET", "/desk/called-in")["items"]
        return invitation

    def key(self, client: Client) -> Any:
        if client is not self.mayor:
            return super().key(client)
        return client.got("POST", f"{self.path}/mine/room-token")

    def agenda(self, client: Client) -> dict[str, str]:
        return {each["id"]: each["state"] for each in client.got("GET", "/desk/agenda")["items"]}

    def close_office(self, office_id: str = "mayor") -> None:
        """From today on."""
        today = self.town.server.house.clock.now().date()

        def close(transaction: Transaction) -> None:
            closed = update(office).where(office.c.id == office_id).values(closed_from=today - timedelta(days=1))
            transaction.connection.execute(closed)
            rules_changed(transaction)

        self.town.server.house.write_now(close)


@pytest.fixture
def talk(town: Town) -> Handover:
    return Handover(town)


async def overlapping(talk: Handover, stack: AsyncExitStack) -> dict[str, Any]:
    """All three in the room."""
    lines = {
        party: await stack.enter_async_context(line(talk.url, client.token))
        for party, client in (("official", talk.official), ("citizen", talk.citizen), ("third", talk.mayor))
    }
    await off(talk.offer)
    await off(talk.accept, talk.mayor)
    await enter(lines["official"], talk, talk.official)
    await enter(lines["citizen"], talk, talk.citizen)
    await enter(lines["third"], talk, talk.mayor)
    await lines["citizen"].until("peer_joined", party="third", who=WHO)
    for end in (lines["official"], lines["citizen"]):
        await settled(end, negotiation=1)
    return lines


def test_who_can_take_it_is_at_the_desk_and_on_duty_and_who_is_free_comes_first(talk: Handover) -> None:
    talk.town.official("deputy")
    talk.town.official("lands").got("PUT", "/desk/break", {"minutes": 15})
    people = talk.official.got("GET", f"{talk.way}/possible")["items"]
    ready = {each["staff_id"]: each["readiness"] for each in people}
    assert ready[talk.ids["mayor"]] == "free", "of another agency of the region"
    assert ready[talk.ids["deputy"]] == "free"
    assert [each["readiness"] for each in people] == ["free", "free", "on_break"]
    assert talk.ids["emir"] not in ready, "nobody hands over to themself"
    talk.close_office()
    left = talk.official.got("GET", f"{talk.way}/possible")["items"]
    assert talk.ids["mayor"] not in {each["staff_id"] for each in left}
    assert talk.offer_refused()["code"] == "office_closed"
    assert talk.mayor.refused("POST", talk.way, {"staff_id": talk.ids["deputy"], "note": ""})["code"] == "not_found"
    for client in (talk.citizen, talk.delegate, talk.interpreter):
        assert client.refused("GET", f"{talk.way}/possible")["code"] == "forbidden"


def test_nobody_is_asked_who_is_not_at_the_desk_or_is_in_the_talk_already(talk: Handover) -> None:
    away = talk.offer_refused("deputy")
    assert (away["code"], away["fields"][0]["field"]) == ("invalid_request", "staff_id")
    talk.town.official("deputy")
    talk.call("deputy", "department_head")
    assert talk.offer_refused("deputy")["code"] == "invalid_request"
    first = talk.offer()
    assert (first["party"], first["state"], first["takes_over"]) == ("fourth", "ringing", True)
    assert talk.offer() == first, "asked again, it goes on ringing"
    talk.official.got("DELETE", f"{talk.path}/third")
    assert talk.offer_refused("deputy")["code"] == "illegal_transition", "one is asked already"


def test_whoever_is_asked_reads_note_brief_and_documents_as_long_as_the_question_stands(talk: Handover) -> None:
    brief, papers = f"/appointments/{talk.id}/brief", f"/appointments/{talk.id}/attachments"
    assert talk.mayor.refused("GET", brief)["code"] == "not_found"
    talk.official.got("POST", f"/appointments/{talk.id}/chat", {"text": "بيننا"}, Idempotency_Key=new_key())
    talk.offer()
    invitation = talk.invitation()
    assert invitation["handover"]["note"] == NOTE
    assert invitation["handover"]["ends_at"] > invitation["called_at"]
    assert (invitation["handover"]["documents"], invitation["handover"]["is_done"]) == (0, False)
    read = talk.mayor.got("GET", brief)
    assert read["item"]["id"] == talk.id
    assert read["chat"] == [], "what an office wrote with somebody is its own"
    assert talk.mayor.got("GET", papers)["attachments"] == []
    assert talk.mayor.refused("POST", f"/appointments/{talk.id}/completion")["code"] == "not_found"
    assert talk.mayor.refused("GET", f"/appointments/{talk.id}/chat")["code"] == "not_found"
    talk.official.got("DELETE", f"{talk.path}/third")
    assert talk.mayor.refused("GET", brief)["code"] == "not_found"
    assert talk.mayor.got("GET", "/desk/called-in")["items"] == []


async def test_it_is_theirs_in_one_moment_and_the_citizen_stays_in_the_room(
    talk: Handover, stack: AsyncExitStack
) -> None:
    lines = await overlapping(talk, stack)
    item = await off(talk.official.got, "POST", f"{talk.way}/completion")
    assert item["state"] == "in_session"
    assert (await lines["official"].until("room_closed"))["taken_out"]
    assert not (await lines["citizen"].until("peer_left", party="official"))["for_good"], "somebody goes on"
    assert (await off(talk.invitation))["handover"]["is_done"]
    assert (await off(talk.agenda, talk.mayor))[talk.id] == "in_session"
    assert talk.id not in await off(talk.agenda, talk.official)
    appointment = await off(talk.citizen.got, "GET", f"/appointments/{talk.id}")
    assert appointment["attending_title"] is not None
    # the seat opposite the citizen is now the mayor's, who loses the other one
    token = (await off(talk.mayor.got, "POST", f"/appointments/{talk.id}/room-token"))["token"]
    await lines["third"].say("join", room_token=token, several=True)
    snapshot = await lines["third"].until("snapshot")
    assert snapshot["members"] == ["citizen", "official"]
    assert (await lines["citizen"].until("peer_left", party="third"))["receives"], "they have not left"
    assert (await lines["citizen"].until("peer_joined", party="official"))["who"]["name"]["en"].startswith("Mayor")
    assert (await lines["citizen"].until("negotiate", negotiation=2))["peer"] is None
    assert (await off(talk.mayor.got, "GET", "/desk/called-in"))["items"] == []


async def test_who_gave_it_away_reads_it_still_and_decides_nothing(talk: Handover, stack: AsyncExitStack) -> None:
    lines = await overlapping(talk, stack)
    old = (await off(talk.key, talk.official))["token"]
    await off(talk.official.got, "POST", f"{talk.way}/completion")
    await lines["official"].until("room_closed")
    await lines["official"].say("join", room_token=old, several=True)
    assert (await lines["official"].until("error"))["code"] == "not_admitted", "with a key from before"
    for method, step in (("POST", "completion"), ("POST", "send-back"), ("POST", "room-token"), ("GET", "called-in")):
        refused = await off(talk.official.refused, method, f"/appointments/{talk.id}/{step}")
        assert refused["code"] == "forbidden", step
    for reader in (talk.official, talk.mayor):
        (given,) = (await off(reader.got, "GET", f"/appointments/{talk.id}/brief"))["handed_over"]
        assert given["note"] == NOTE
        assert given["by"]["en"] == "Emir of Jazan Region"
    ended = await off(talk.mayor.got, "POST", f"/appointments/{talk.id}/completion")
    assert ended["state"] == "completed"
    trail = await off(talk.trail, talk.id)
    assert [each for each in trail if "hand" in each] == ["offer_handover", "hand_over"]
    assert "hand_over" in await off(talk.trail, talk.ids["mayor"])


async def test_it_stays_where_it_is_until_they_are_in_the_room(talk: Handover, stack: AsyncExitStack) -> None:
    done = f"{talk.way}/completion"
    assert (await off(talk.official.refused, "POST", done))["code"] == "not_found", "nobody is asked"
    await off(talk.offer)
    assert (await off(talk.official.refused, "POST", done))["code"] == "not_admitted", "it rings"
    await off(talk.accept, talk.mayor)
    assert (await off(talk.official.refused, "POST", done))["code"] == "not_admitted", "not in the room yet"
    desk = await stack.enter_async_context(line(talk.url, talk.mayor.token))
    await enter(desk, talk, talk.mayor)
    await off(talk.close_office)
    assert (await off(talk.official.refused, "POST", done))["code"] == "office_closed"
    assert (await off(talk.agenda, talk.official))[talk.id] == "in_session"
    await off(talk.official.got, "POST", f"/appointments/{talk.id}/room-token")
    await desk.say("leave")
    await desk.say("ping")
    await desk.until("pong")
    assert (await off(talk.official.refused, "POST", done))["code"] == "not_found", "they left"


def test_whoever_declines_leaves_the_talk_where_it_is(talk: Handover) -> None:
    talk.offer()
    talk.mayor.got("PUT", f"{talk.path}/mine", {"accepts": False})
    (seen,) = talk.official.got("GET", talk.path)["items"]
    assert (seen["state"], seen["takes_over"]) == ("declined", True)
    assert talk.agenda(talk.official)[talk.id] == "in_session"
    talk.town.official("deputy")
    assert talk.offer("deputy")["party"] == "third", "another one may be asked"


async def test_whoever_waits_for_them_keeps_the_turn(talk: Handover, stack: AsyncExitStack) -> None:
    other = await off(talk.town.citizen, await off(talk.town.kiosk, "sabya-1"), national_id(7), mobile(7))
    await off(other.got, "PUT", "/citizen/name", {"name": "سعيد بن علي"})
    next_one = (await off(talk.town.booked, other))["appointment"]["id"]
    await off(other.got, "POST", f"/appointments/{next_one}/check-in")
    seen = await off(talk.official.ask, "GET", f"/appointments/{next_one}")
    way, to = f"/appointments/{next_one}/transfer", {"office_id": "mayor"}
    await off(lambda: talk.official.got("POST", way, to, If_Match=seen.headers["ETag"]))
    assert (await off(other.got, "GET", f"/appointments/{next_one}/queue"))["position"] == 1
    (asked,) = (await off(talk.official.got, "GET", f"{talk.way}/possible"))["items"]
    assert asked["waiting"] == 1
    await overlapping(talk, stack)
    await off(talk.official.got, "POST", f"{talk.way}/completion")
    assert (await off(other.got, "GET", f"/appointments/{next_one}/queue"))["position"] == 1
    assert (await off(talk.agenda, talk.mayor)) == {talk.id: "in_session", next_one: "waiting"}


def test_a_server_that_comes_back_knows_what_was_asked_and_it_can_be_done(
    settings: ServerSettings, settle_town: Settle
) -> None:
    with settle_town(settings) as town:
        talk = Handover(town)
        talk.offer()
        talk.accept(talk.mayor)
    with settle_town(settings) as town:
        talk.url, talk.town = town.server.url, town
        for each in (talk.official, talk.citizen, talk.mayor):
            each.url = town.server.url

        async def after() -> None:
            async with AsyncExitStack() as stack:
                assert (await off(talk.invitation))["handover"]["note"] == NOTE
                desk = await stack.enter_async_context(line(talk.url, talk.mayor.token))
                await enter(desk, talk, talk.mayor)
                await off(talk.official.got, "POST", f"{talk.way}/completion")

        asyncio.run(after())
        assert talk.agenda(talk.mayor)[talk.id] == "in_session"
