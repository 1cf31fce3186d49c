"""What holds for every request, whatever it is about: methods, media types, texts that nobody types, tags, pages."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI

from desk_client.domain.access import Role
from desk_client.server.app import create_app
from tests.fakes.asgi import Heard, ask
from tests.integration.access.two_regions import Regions, settled
from tests.stores import BLANK, Stores


@pytest.fixture(scope="module")
def regions(stores: Stores, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Regions]:
    place = tmp_path_factory.mktemp("manners") / "data"
    with stores.copy(BLANK, "embedded", place) as settings, settled(settings) as made:
        yield made


@pytest.fixture(scope="module")
def app(regions: Regions) -> FastAPI:
    return create_app(regions.rehearsing)


def said(regions: Regions, app: FastAPI, role: Role, method: str, path: str, body: object = None, **more: Any) -> Heard:
    token = {"authorization": f"Bearer {regions.tokens[role]}", "idempotency-key": "a-key-of-manners"}
    headers = {**token, **more.pop("headers", {})}
    return asyncio.run(ask(app, method, path, body, headers=headers, **more))


def test_head_is_a_get_without_its_body(regions: Regions, app: FastAPI) -> None:
    got = said(regions, app, Role.KIOSK, "GET", "/v1/offices")
    head = said(regions, app, Role.KIOSK, "HEAD", "/v1/offices")
    assert (head.status, head.body) == (200, b"")
    assert head.headers["content-length"] == str(len(got.body))
    assert said(regions, app, Role.KIOSK, "HEAD", "/v1/holds").status == 405
    assert said(regions, app, Role.KIOSK, "HEAD", "/v1/nowhere").status == 404


def test_a_path_tells_all_its_methods(regions: Regions, app: FastAPI) -> None:
    path = f"/v1/appointments/{regions.things[0].ids['appointment_id']}/attachments"
    options = said(regions, app, Role.CITIZEN, "OPTIONS", path)
    assert (options.status, options.headers["allow"]) == (204, "GET, HEAD, OPTIONS, POST")
    wrong = said(regions, app, Role.CITIZEN, "PATCH", path)
    assert (wrong.status, wrong.headers["allow"], wrong.code) == (405, "GET, HEAD, OPTIONS, POST", "invalid_request")
    nowhere = said(regions, app, Role.CITIZEN, "OPTIONS", "/v1/nowhere")
    assert (nowhere.status, nowhere.code) == (404, "not_found")


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/offices/", "//v1/offices", "/v1/offices/../audit", "/docs"])
def test_what_is_not_there_is_a_problem_and_no_redirection(regions: Regions, app: FastAPI, path: str) -> None:
    heard = said(regions, app, Role.KIOSK, "GET", path)
    assert (heard.status, heard.code) == (404, "not_found")


@pytest.mark.parametrize(
    "media", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "json", None]
)
def test_a_body_that_is_not_json_is_not_read(regions: Regions, app: FastAPI, media: str | None) -> None:
    body = b'{"name": "one"}'
    heard = said(
        regions,
        app,
        Role.CITIZEN,
        "PUT",
        "/v1/citizen/name",
        raw=body,
        headers={"content-type": media} if media else {},
    )
    assert (heard.status, heard.code) == (415, "invalid_request")
    assert json.loads(heard.body)["fields"][0]["field"] == "header.Content-Type"


def test_no_body_and_broken_ones_are_told_from_another_media_type(regions: Regions, app: FastAPI) -> None:
    for raw in (b"", b"{", b"[" * 100_000, b'{"name": ' + b"9" * 5000 + b"}", b'{"name": "\xff"}', b"NaN", b"null"):
        heard = said(
            regions,
            app,
            Role.CITIZEN,
            "PUT",
            "/v1/citizen/name",
            raw=raw[:60_000],
            headers={"content-type": "application/json"},
        )
        assert (heard.status, heard.code) == (422, "invalid_request"), raw[:20]


@pytest.mark.parametrize("text", ["a\0b", "\0", "\ud800", "a\udfffb"])
def test_texts_that_no_store_can_keep_are_refused(regions: Regions, app: FastAPI, text: str) -> None:
    heard = said(regions, app, Role.CITIZEN, "POST", "/v1/requests", {"text": text, "agency_id": "town"})
    assert (heard.status, heard.code) == (422, "invalid_request")


@pytest.mark.parametrize(
    "moment",
    ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-11-23T09:00:00", 5, 1e300, "today", "-1", None],
)
def test_moments_at_the_end_of_the_calendar_are_refused(regions: Regions, app: FastAPI, moment: object) -> None:
    body = {"office_id": "mayor", "service_id": "mayor-desk", "starts_at": moment}
    heard = said(regions, app, Role.CITIZEN, "POST", "/v1/holds", body)
    assert (heard.status, heard.code) == (422, "invalid_request")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2200-01-01", "2026-02-30", "5"])
def test_days_at_the_end_of_the_calendar_are_refused(regions: Regions, app: FastAPI, day: str) -> None:
    for path in ("/v1/availability", "/v1/offices/mayor/availability"):
        heard = said(regions, app, Role.CITIZEN, "GET", path, query=f"first={day}&days=30&service_id=mayor-desk")
        assert (heard.status, heard.code) == (422, "invalid_request")


def test_an_unknown_parameter_is_passed_over_and_an_unknown_field_is_not(regions: Regions, app: FastAPI) -> None:
    assert said(regions, app, Role.KIOSK, "GET", "/v1/offices", query="more=1&more=2").status == 200
    assert said(regions, app, Role.CITIZEN, "PUT", "/v1/citizen/name", {"name": "أ ب", "more": 1}).status == 422


def test_what_has_a_version_has_it_as_its_entity_tag(regions: Regions, app: FastAPI) -> None:
    path = f"/v1/appointments/{regions.things[0].ids['appointment_id']}"
    heard = said(regions, app, Role.CITIZEN, "GET", path)
    tag = heard.headers["etag"]
    assert tag == f'"{json.loads(heard.body)["version"]}"'
    cancelled = said(regions, app, Role.CITIZEN, "POST", f"{path}/cancellation", headers={"if-match": tag})
    assert cancelled.headers["etag"] != tag
    for other in ('"0"', '"99999999999999999999999999"', 'W/"1"', '"x"'):
        refused = said(regions, app, Role.CITIZEN, "POST", f"{path}/cancellation", headers={"if-match": other})
        assert (refused.status, refused.code) == (412, "precondition_failed")


def pages(regions: Regions, app: FastAPI, role: Role, path: str, field: str) -> list[list[Any]]:
    found, after = [], ""
    while True:
        heard = said(regions, app, role, "GET", path, query=f"limit=3{after}")
        assert heard.status == 200, heard.body
        page = json.loads(heard.body)
        found.append(page[field])
        if page["next"] is None:
            return found
        after = f"&after={page['next']}"


@pytest.mark.parametrize(("path", "field"), [("/v1/staff", "staff"), ("/v1/audit", "items")])
def test_a_list_is_told_in_pages_without_gap_or_repetition(
    regions: Regions, app: FastAPI, path: str, field: str
) -> None:
    found = pages(regions, app, Role.ADMINISTRATOR, path, field)
    whole = json.loads(said(regions, app, Role.ADMINISTRATOR, "GET", path, query="limit=200").body)[field]
    assert [each for page in found for each in page] == whole
    assert len(found) > 2
    assert {len(page) for page in found[:-1]} == {3}


@pytest.mark.parametrize("path", ["/v1/audit", "/v1/register", "/v1/citizen/register", "/v1/appointments/mine"])
def test_a_cursor_that_was_never_given_is_refused(regions: Regions, app: FastAPI, path: str) -> None:
    role = Role.CITIZEN if "citizen" in path or "mine" in path else Role.ADMINISTRATOR
    heard = said(regions, app, role, "GET", path, query="after=never")
    assert (heard.status, heard.code) == (422, "invalid_request")
    assert said(regions, app, role, "GET", path, query="limit=0").status == 422
    assert said(regions, app, role, "GET", path, query="limit=201").status == 422


def test_an_administrator_words_a_message(regions: Regions, app: FastAPI) -> None:
    path = "/v1/messages/templates/sign_in_code/en"
    listed = json.loads(said(regions, app, Role.ADMINISTRATOR, "GET", "/v1/messages/templates").body)["templates"]
    assert {each["language"] for each in listed} == {"ar", "en"}
    preview = json.loads(
        said(regions, app, Role.ADMINISTRATOR, "POST", f"{path}/preview", {"body": "It is {code}"}).body
    )
    assert preview["length"]["alphabet"] == "gsm7"
    assert preview["length"]["parts"] == 1
    faulty = json.loads(said(regions, app, Role.ADMINISTRATOR, "POST", f"{path}/preview", {"body": "None"}).body)
    assert faulty["length"] is None
    assert faulty["faults"]
    worded = json.loads(said(regions, app, Role.ADMINISTRATOR, "PUT", path, {"body": "It is {code}"}).body)
    assert (worded["own"], worded["body"]) == (True, "It is {code}")
    assert said(regions, app, Role.ADMINISTRATOR, "PUT", path, {"body": "None"}).code == "invalid_request"
    assert not json.loads(said(regions, app, Role.ADMINISTRATOR, "DELETE", path).body)["own"]
    dead = json.loads(said(regions, app, Role.ADMINISTRATOR, "GET", "/v1/messages/dead").body)
    assert dead == {"items": [], "next": None}
    assert said(regions, app, Role.ADMINISTRATOR, "GET", "/v1/messages/dead", query="after=msg_x").status == 404
