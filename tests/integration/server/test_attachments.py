"""A file's whole way: brought over HTTP, scanned by a real clamd, kept in a real store, read by those who may."""

import base64
import hashlib
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial
from typing import Final
from urllib.parse import quote

import pytest
from sqlalchemy import update

from desk_client.config.attachment_settings import AttachmentSettings
from desk_client.config.settings import ServerSettings
from desk_client.domain.access import Role
from desk_client.domain.attachment_kinds import Kind
from desk_client.domain.ids import AppointmentId, PersonId, SessionId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.attachments import Attachment
from desk_client.server.attachments.vetting import Vetted
from desk_client.server.jobs.retaining import Retaining
from desk_client.server.security.tokens import hashed
from desk_client.server.services.access.sessions import authenticate
from desk_client.server.services.actor import Actor
from desk_client.server.services.life import handing_in
from desk_client.server.services.life.folders import OfAudience
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import attachment, attachment_content
from desk_client.server.storage.tables.bookkeeping import access_log, audit
from tests.clamd import Clamd, running_clamd
from tests.fakes.clock import StandingClock
from tests.integration.server.files import Step, audience, bring, brought, count, of, refused, rows, steps
from tests.integration.server.people import Client, Town, new_key
from tests.stores import BOTH
from tests.unit.server.attachments import documents, pictures
from tests.unit.server.attachments.pictures import HARM

STORES: Final = BOTH
NAME: Final = "خطاب إلى سمو الأمير.pdf"


@pytest.fixture(scope="module")
def clamd() -> Iterator[Clamd]:
    with running_clamd() as daemon:
        yield daemon


@pytest.fixture
def settings(settings: ServerSettings, clamd: Clamd) -> ServerSettings:
    chosen = AttachmentSettings(clamd_socket=clamd.socket, per_appointment=3)
    return settings.model_copy(update={"attachments": chosen})


def test_from_the_citizen_to_the_office(town: Town) -> None:
    citizen, audience_id = audience(town)
    made = brought(citizen, audience_id, documents.pdf(documents.script_on_opening), NAME)
    assert (made["name"], made["media_type"]) == (NAME, "application/pdf")

    official = town.official()
    listed = official.got("GET", of(audience_id))
    assert (listed["attachments"], listed["most"]) == ([made], 3)
    answer = official.ask("GET", f"{of(audience_id)}/{made['id']}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"] == f"attachment; filename*=UTF-8''{quote(NAME)}"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    digest = base64.b64encode(hashlib.sha256(answer.content).digest()).decode()
    assert answer.headers["Repr-Digest"] == f"sha-256=:{digest}:"
    assert len(answer.content) == made["size"]
    assert HARM not in documents.laid_bare(answer.content)
    seen = [row for row in rows(town, access_log) if row.subject == made["id"]]
    assert [row.action for row in seen] == ["see_attachment"]
    assert "attach" in [row.action for row in rows(town, audit) if row.subject == made["id"]]


def test_the_store_shows_nothing_of_it(town: Town) -> None:
    citizen, audience_id = audience(town)
    brought(citizen, audience_id, pictures.jpeg(), "تقرير طبي.jpg")
    (row,), (content,) = rows(town, attachment), rows(town, attachment_content)
    assert "تقرير".encode() not in row.name_sealed
    assert b"JFIF" not in content.content


@pytest.mark.expected_errors("a request failed")
def test_what_is_in_the_store_was_put_there(town: Town) -> None:
    """Two contents that changed places are found out rather than handed out."""
    citizen, audience_id = audience(town)
    one = brought(citizen, audience_id, pictures.jpeg())
    brought(citizen, audience_id, pictures.png())
    first, second = (each for each in rows(town, attachment_content) if each.number == 0)
    town.server.house.write_now(
        lambda transaction: (
            transaction.connection.execute(
                update(attachment_content)
                .where(attachment_content.c.attachment_id == one["id"])
                .values(content=next(each.content for each in (first, second) if each.attachment_id != one["id"]))
            ).rowcount
        )
    )
    assert citizen.ask("GET", f"{of(audience_id)}/{one['id']}").status_code == 500


def test_the_same_file_again_is_the_same(town: Town) -> None:
    citizen, audience_id = audience(town)
    for data in (documents.pdf(documents.photo()), pictures.jpeg(exif=pictures.exif(6)), pictures.png("P")):
        assert brought(citizen, audience_id, data, "a") == brought(citizen, audience_id, data, "b")
    assert count(town, attachment) == 3


def test_somebody_elses_audience_is_not_there(town: Town) -> None:
    citizen, audience_id = audience(town)
    made = brought(citizen, audience_id, pictures.jpeg())
    stranger, _ = audience(town, 77)
    other_office = town.official("mayor")
    for client in (stranger, other_office):
        for method, path in (("GET", ""), ("GET", f"/{made['id']}"), ("DELETE", f"/{made['id']}")):
            answer = client.ask(method, of(audience_id) + path)
            assert answer.status_code in {403, 404}, (method, path)
        assert bring(client, audience_id, pictures.png()).status_code in {403, 404}
    assert bring(town.client("not-a-token"), audience_id, pictures.png()).status_code == 401
    own, own_audience = stranger, stranger.got("GET", "/appointments/mine")["appointments"][0]["id"]
    assert own.ask("GET", f"{of(own_audience)}/{made['id']}").status_code == 404
    assert own.ask("DELETE", f"{of(own_audience)}/{made['id']}").status_code == 404
    assert count(town, attachment) == 1


def test_the_last_place_is_taken_once(town: Town) -> None:
    """Straight at the service, where nothing before the transaction makes one wait for another."""
    citizen, audience_id = audience(town)
    house, token = town.server.house, citizen.token
    assert token is not None
    ready = []
    for number in range(12):
        content = bytes([number]) * 600_000
        vetted = Vetted(Kind.PNG, "a.png", content, hashlib.sha256(content).digest())
        ready.append(handing_in.sealed(house.vault, house.random, vetted))
    start = threading.Barrier(len(ready))

    def add(one: handing_in.Sealed) -> object:
        start.wait(10)
        answers = [
            house.write_now(partial(_as_holder, token, step))
            for step in steps(OfAudience(AppointmentId(audience_id)), one)
        ]
        return next(answer for answer in reversed(answers) if answer is not None)

    with ThreadPoolExecutor(len(ready)) as people:
        answers = list(people.map(add, ready))
    assert sum(isinstance(answer, Attachment) for answer in answers) == 3
    kept = [row.id for row in rows(town, attachment)]
    assert len(kept) == 3
    assert sorted((row.attachment_id, row.number) for row in rows(town, attachment_content)) == [
        (each, number) for each in sorted(kept) for number in range(3)
    ]


def _as_holder(token: str, step: Step, transaction: Transaction) -> object:
    known = authenticate(transaction, hashed(token))
    assert not isinstance(known, Refusal)
    return step(transaction, known.actor)


def half(town: Town, citizen: Client, audience_id: str) -> tuple[list[Step], handing_in.Sealed]:
    """A file of three pieces of which two came; the steps that are left."""
    assert citizen.token is not None
    house = town.server.house
    content = bytes(600_000)
    vetted = Vetted(Kind.PNG, "a.png", content, hashlib.sha256(content).digest())
    ready = handing_in.sealed(house.vault, house.random, vetted)
    every = steps(OfAudience(AppointmentId(audience_id)), ready)
    assert len(every) == 5
    for step in every[:3]:
        assert house.write_now(partial(_as_holder, citizen.token, step)) is None
    return every[3:], ready


def test_what_is_not_whole_is_not_there(town: Town) -> None:
    citizen, audience_id = audience(town)
    left, ready = half(town, citizen, audience_id)
    assert citizen.got("GET", of(audience_id))["attachments"] == []
    assert citizen.ask("GET", f"{of(audience_id)}/{ready.id}").status_code == 404
    assert citizen.ask("DELETE", f"{of(audience_id)}/{ready.id}").status_code == 404
    assert citizen.token is not None
    answers = [town.server.house.write_now(partial(_as_holder, citizen.token, step)) for step in left]
    assert isinstance(answers[-1], Attachment)
    assert citizen.ask("GET", f"{of(audience_id)}/{ready.id}").content == bytes(600_000)


def test_what_never_becomes_whole_is_cleared_away(town: Town, clock: StandingClock) -> None:
    citizen, audience_id = audience(town)
    made = brought(citizen, audience_id, pictures.png())
    left, _ = half(town, citizen, audience_id)
    job = Retaining(town.server.house)
    job.clear()
    assert count(town, attachment) == 2
    clock.advance(timedelta(minutes=61))
    job.clear()
    assert [row.id for row in rows(town, attachment)] == [made["id"]]
    assert {row.attachment_id for row in rows(town, attachment_content)} == {made["id"]}
    late = Actor(SessionId("s"), Role.CITIZEN, person_id=PersonId(rows(town, attachment)[0].added_by))
    assert town.server.house.write_now(lambda transaction: left[0](transaction, late)) == Refusal(RefusalCode.NOT_FOUND)


def test_an_audience_that_ends_meanwhile_takes_nothing(town: Town) -> None:
    citizen, audience_id = audience(town)
    left, _ = half(town, citizen, audience_id)
    town.official().got("POST", f"/appointments/{audience_id}/cancellation")
    assert citizen.token is not None
    answers = [town.server.house.write_now(partial(_as_holder, citizen.token, step)) for step in left]
    assert answers == [None, Refusal(RefusalCode.ILLEGAL_TRANSITION)]
    assert count(town, attachment) == count(town, attachment_content) == 0


def test_taken_away_it_is_gone(town: Town) -> None:
    citizen, audience_id = audience(town)
    made = brought(citizen, audience_id, pictures.jpeg())
    assert citizen.ask("DELETE", f"{of(audience_id)}/{made['id']}").status_code == 204
    assert citizen.ask("GET", f"{of(audience_id)}/{made['id']}").status_code == 404
    assert citizen.ask("DELETE", f"{of(audience_id)}/{made['id']}").status_code == 404
    assert count(town, attachment) == count(town, attachment_content) == 0
    assert "remove_attachment" in [row.action for row in rows(town, audit)]


def test_what_is_over_stays_as_it_was(town: Town) -> None:
    citizen, audience_id = audience(town)
    made = brought(citizen, audience_id, pictures.jpeg())
    town.official().got("POST", f"/appointments/{audience_id}/cancellation")
    assert refused(bring(citizen, audience_id, pictures.png())) == (409, "illegal_transition")
    assert citizen.refused("DELETE", f"{of(audience_id)}/{made['id']}")["code"] == "illegal_transition"
    assert citizen.ask("GET", f"{of(audience_id)}/{made['id']}").status_code == 200


def wish(client: Client) -> str:
    """A request that a citizen has made."""
    body = {"text": "طريق القرية", "service_id": "emir-audience"}
    request_id: str = client.got("POST", "/requests", body, Idempotency_Key=new_key())["id"]
    return request_id


def test_what_comes_with_a_request_is_kept_by_the_same_rules(town: Town) -> None:
    citizen, audience_id = audience(town)
    request_id = wish(citizen)
    made = brought(citizen, request_id, documents.pdf(documents.script_on_opening), NAME)
    assert brought(citizen, request_id, documents.pdf(documents.script_on_opening), "b")["id"] == made["id"]
    assert citizen.got("GET", of(request_id)) == {"attachments": [made], "most": 3}
    assert citizen.got("GET", of(audience_id))["attachments"] == []
    assert citizen.ask("GET", f"{of(audience_id)}/{made['id']}").status_code == 404
    assert refused(bring(citizen, request_id, b"MZ")) == (415, "attachment_kind_refused")
    clerk = town.official("emirate.coordinator")
    answer = clerk.ask("GET", f"{of(request_id)}/{made['id']}")
    assert answer.status_code == 200
    assert HARM not in documents.laid_bare(answer.content)
    assert [row.action for row in rows(town, access_log) if row.subject == made["id"]] == ["see_attachment"]
    for data in (pictures.jpeg(), pictures.png()):
        brought(citizen, request_id, data)
    assert refused(bring(citizen, request_id, pictures.png("P"))) == (409, "attachments_full")
    assert citizen.ask("DELETE", f"{of(request_id)}/{made['id']}").status_code == 204
    citizen.got("POST", f"/requests/{request_id}/withdrawal")
    assert refused(bring(citizen, request_id, pictures.png("P"))) == (409, "illegal_transition")
    assert len(citizen.got("GET", of(request_id))["attachments"]) == 2
    stranger, _ = audience(town, 77)
    for method, path in (("GET", ""), ("GET", f"/{made['id']}"), ("DELETE", f"/{made['id']}")):
        assert stranger.ask(method, of(request_id) + path).status_code == 404
    assert bring(stranger, request_id, pictures.png()).status_code == 404
