"""What an office gives the visitor in a talk: through the same gate, apart from what was brought, and taken back."""

from collections.abc import Iterator
from typing import Any, Final
from urllib.parse import quote

import pytest

from desk_client.config.attachment_settings import AttachmentSettings
from desk_client.config.settings import ServerSettings
from desk_client.server.storage.tables.booking import attachment
from desk_client.server.storage.tables.bookkeeping import access_log, audit, change
from tests.clamd import EICAR, Clamd, running_clamd
from tests.fakes.clock import StandingClock
from tests.integration.server.files import brought, of, refused, rows
from tests.integration.server.people import Client, Town
from tests.integration.server.test_guests import booked, links, signed_in, to_check_in
from tests.stores import BOTH
from tests.unit.server.attachments import documents, pictures
from tests.unit.server.attachments.pictures import HARM

STORES: Final = BOTH
NAME: Final = "نموذج الرفع المساحي.pdf"


@pytest.fixture(scope="module")
def clamd() -> Iterator[Clamd]:
    with running_clamd() as daemon:
        yield daemon


@pytest.fixture
def settings(settings: ServerSettings, clamd: Clamd) -> ServerSettings:
    chosen = AttachmentSettings(clamd_socket=clamd.socket, per_appointment=2)
    return settings.model_copy(update={"attachments": chosen, "public_url": "https://majlis.example"})


def handed(audience_id: str) -> str:
    return f"/appointments/{audience_id}/handed-documents"


def send(client: Client, audience_id: str, data: bytes, name: str = NAME) -> Any:
    return client.http.post(
        f"{client.url}/v1{handed(audience_id)}",
        data=data,
        headers={
            "Authorization": f"Bearer {client.token}",
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
        },
        timeout=60,
    )


def given(client: Client, audience_id: str, data: bytes, name: str = NAME) -> Any:
    answer = send(client, audience_id, data, name)
    assert answer.status_code == 201, answer.text
    return answer.json()


def listed(client: Client, audience_id: str) -> list[Any]:
    found: list[Any] = client.got("GET", of(audience_id))["attachments"]
    return found


@pytest.fixture
def talk(town: Town) -> tuple[Client, Client, str]:
    """A citizen at a kiosk, the official, and the audience that they talk in."""
    citizen, official = town.citizen(town.kiosk()), town.official()
    return citizen, official, town.admitted(citizen, official)


def test_the_visitor_is_told_reads_it_and_finds_it_again(town: Town, talk: tuple[Client, Client, str]) -> None:
    citizen, official, audience_id = talk
    before = len(rows(town, change))
    made = given(official, audience_id, documents.pdf(documents.script_on_opening))
    assert made["given_by"]["ar"]
    told = rows(town, change)[before:]
    assert [each.appointment_id for each in told] == [audience_id], "one hint, to the office and to the visitor"
    assert told[0].person_id
    assert listed(citizen, audience_id) == [made]
    content = citizen.ask("GET", f"{of(audience_id)}/{made['id']}")
    assert content.status_code == 200
    assert HARM not in documents.laid_bare(content.content), "an office's file is made anew like everybody's"
    assert [row.action for row in rows(town, audit) if row.subject == made["id"]] == ["give_document"]
    assert [row for row in rows(town, access_log) if row.subject == made["id"]] == [], "who gives has not looked"
    (row,) = rows(town, attachment)
    assert "نموذج".encode() not in row.name_sealed
    official.got("POST", f"/appointments/{audience_id}/completion")
    assert listed(citizen, audience_id) == [made], "it stays with the case"


def test_either_side_takes_away_its_own_and_fills_its_own_room(talk: tuple[Client, Client, str]) -> None:
    citizen, official, audience_id = talk
    theirs = [brought(citizen, audience_id, pictures.jpeg()), brought(citizen, audience_id, pictures.png())]
    ours = [
        given(official, audience_id, documents.pdf(documents.photo())),
        given(official, audience_id, pictures.jpeg()),
    ]
    assert ours[1]["id"] != theirs[0]["id"], "the same file from the other side is another one"
    assert given(official, audience_id, pictures.jpeg()) == ours[1], "a lost answer: it is there once"
    assert refused(send(official, audience_id, pictures.png())) == (409, "attachments_full")
    assert sorted(each["given_by"] is None for each in listed(official, audience_id)) == [False, False, True, True]
    assert citizen.refused("DELETE", f"{of(audience_id)}/{ours[0]['id']}")["code"] == "not_found"
    assert official.refused("DELETE", f"{handed(audience_id)}/{theirs[0]['id']}")["code"] == "not_found"
    assert official.refused("DELETE", f"{of(audience_id)}/{theirs[0]['id']}")["code"] == "forbidden"
    assert official.ask("DELETE", f"{handed(audience_id)}/{ours[0]['id']}").status_code == 204
    assert ours[0] not in listed(citizen, audience_id)
    assert citizen.ask("GET", f"{of(audience_id)}/{ours[0]['id']}").status_code == 404


def test_only_in_the_talk_and_only_by_its_office(town: Town, talk: tuple[Client, Client, str]) -> None:
    citizen, official, audience_id = talk
    made = given(official, audience_id, pictures.jpeg())
    assert refused(send(citizen, audience_id, pictures.png())) == (403, "forbidden")
    assert refused(send(town.official("mayor"), audience_id, pictures.png())) == (404, "not_found")
    official.got("POST", f"/appointments/{audience_id}/send-back")
    assert refused(send(official, audience_id, pictures.png())) == (409, "illegal_transition")
    assert official.refused("DELETE", f"{handed(audience_id)}/{made['id']}")["code"] == "illegal_transition"


def test_what_the_gate_refuses_it_refuses_an_official(town: Town, talk: tuple[Client, Client, str]) -> None:
    _, official, audience_id = talk
    for data, code in (
        (b"MZ a program", "attachment_kind_refused"),
        (documents.pdf(documents.photo())[:200], "attachment_damaged"),
        (documents.encrypted(user="secret"), "attachment_damaged"),
        (pictures.jpeg() + EICAR, "attachment_infected"),
        (pictures.jpeg() + b"0" * 11 * 1024 * 1024, "attachment_too_large"),
    ):
        assert refused(send(official, audience_id, data))[1] == code
    assert rows(town, attachment) == []
    assert "refuse_infected_attachment" in [row.action for row in rows(town, audit)]


def test_a_guest_is_shown_what_was_given_and_hands_in(town: Town, clock: StandingClock) -> None:
    citizen = town.citizen(town.kiosk())
    appointment = booked(town, citizen)
    audience_id = appointment["id"]
    before = brought(citizen, audience_id, pictures.jpeg(), "هوية.jpg")
    to_check_in(clock, appointment)
    guest = signed_in(town, town.client(links(town)[0]))
    assert listed(guest, audience_id) == [], "what was brought before is not this browser's"
    assert guest.ask("GET", f"{of(audience_id)}/{before['id']}").status_code == 404
    guest.got("POST", f"/appointments/{audience_id}/check-in")
    official = town.official()
    official.got("POST", f"/appointments/{audience_id}/admission")
    made = given(official, audience_id, documents.pdf(documents.photo()))
    assert listed(guest, audience_id) == [made]
    assert guest.ask("GET", f"{of(audience_id)}/{made['id']}").status_code == 200
    handed_in = brought(guest, audience_id, pictures.png(), "فاتورة.png")
    assert {each["id"] for each in listed(official, audience_id)} == {before["id"], made["id"], handed_in["id"]}
    official.got("POST", f"/appointments/{audience_id}/completion")
    assert refused(
        guest.http.post(
            f"{guest.url}/v1{of(audience_id)}",
            data=pictures.jpeg(),
            headers={"Authorization": f"Bearer {guest.token}"},
            timeout=60,
        )
    ) == (409, "illegal_transition")
