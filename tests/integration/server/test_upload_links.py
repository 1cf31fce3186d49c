"""A telephone's way: a link of one visit, a page of our own, files within bounds, and nothing left when it is over."""

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any, Final
from urllib.parse import quote, urlsplit

import pytest
import requests

from desk_client.config.attachment_settings import AttachmentSettings
from desk_client.config.settings import ServerSettings
from desk_client.server.jobs.housekeeping import tidy
from desk_client.server.security.tokens import hashed
from desk_client.server.storage.tables.booking import attachment, attachment_content, upload_link
from tests.clamd import Clamd, running_clamd
from tests.fakes.clock import StandingClock
from tests.integration.server.conftest import Settle
from tests.integration.server.files import count, refused, rows
from tests.integration.server.people import Client, Town, mobile, national_id
from tests.stores import BOTH
from tests.unit.server.attachments import documents, pictures

STORES: Final = BOTH
NAME: Final = "صك الأرض.jpg"
ORIGIN: Final = "https://majlis.example"


@pytest.fixture(scope="module")
def clamd() -> Iterator[Clamd]:
    with running_clamd() as daemon:
        yield daemon


@pytest.fixture
def settings(settings: ServerSettings, clamd: Clamd) -> ServerSettings:
    chosen = AttachmentSettings(clamd_socket=clamd.socket, per_appointment=3)
    return settings.model_copy(update={"attachments": chosen, "public_url": f"{ORIGIN}/"})


@pytest.fixture
def visitor(town: Town) -> Client:
    return town.citizen(town.kiosk())


def linked(town: Town, visitor: Client) -> tuple[str, Client]:
    """A new link's id, and a telephone that has scanned it."""
    link = visitor.got("POST", "/upload-links")
    parts = urlsplit(link["url"])
    assert (parts.scheme, parts.netloc, parts.path, parts.query) == ("https", "majlis.example", "/upload", "")
    return link["id"], town.client(parts.fragment)


def sends(phone: Client, data: bytes, name: str = NAME) -> requests.Response:
    headers = {
        "Authorization": f"Bearer {phone.token}",
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}",
        "Content-Type": "application/octet-stream",
        "Origin": ORIGIN,
    }
    return phone.http.post(f"{phone.url}/v1/uploads", data=data, headers=headers, timeout=60)


def seen(visitor: Client, link_id: str) -> Any:
    return visitor.got("GET", f"/upload-links/{link_id}/files")


def test_a_phone_s_files_are_seen_by_its_visit_alone(town: Town, visitor: Client) -> None:
    link_id, phone = linked(town, visitor)
    assert seen(visitor, link_id) == {"files": [], "is_open": True, "has_phone": False}
    place = phone.got("GET", "/uploads")
    assert (place["most"], place["most_bytes"], place["files"]) == (3, AttachmentSettings().most_bytes, [])
    photo = pictures.jpeg()
    sent = sends(phone, photo)
    assert sent.status_code == 201, sent.text
    there = seen(visitor, link_id)
    assert there["has_phone"]
    assert [file["name"] for file in there["files"]] == [NAME]
    path = f"/upload-links/{link_id}/files/{sent.json()['id']}"
    assert visitor.ask("GET", path).content.startswith(b"\xff\xd8\xff")
    other = town.citizen(town.kiosk("fayfa-1"), national_id(7), mobile(7))
    for way in (path, f"/upload-links/{link_id}/files"):
        assert other.refused("GET", way)["code"] == "not_found"
        assert phone.refused("GET", way)["code"] == "unauthenticated", "a link opens nothing but its own page"
    assert other.refused("DELETE", f"/upload-links/{link_id}")["code"] == "not_found"
    assert phone.refused("GET", "/appointments/mine")["code"] == "unauthenticated"


def test_what_a_phone_sends_is_looked_through_like_everything_else(town: Town, visitor: Client) -> None:
    _, phone = linked(town, visitor)
    for data, status, code in (
        (b"MZ" + bytes(99), 415, "attachment_kind_refused"),
        (b"", 422, "attachment_damaged"),
        (documents.encrypted(user="x"), 422, "attachment_damaged"),
        (bytes(AttachmentSettings().most_bytes + 1), 413, "attachment_too_large"),
    ):
        assert refused(sends(phone, data)) == (status, code)
    assert count(town, attachment) == count(town, attachment_content) == 0
    for number in range(3):
        assert sends(phone, pictures.written(pictures.image(size=(8 + number, 8)), "PNG")).status_code == 201
    assert refused(sends(phone, pictures.jpeg())) == (409, "attachments_full")


def test_fifty_megabytes_are_refused_however_they_come(town: Town, visitor: Client) -> None:
    _, phone = linked(town, visitor)
    for body in (bytes(50_000_000), (bytes(1_000_000) for _ in range(50))):
        headers = {"Authorization": f"Bearer {phone.token}"}
        answer = phone.http.post(f"{phone.url}/v1/uploads", data=body, headers=headers, timeout=60)
        assert refused(answer) == (413, "attachment_too_large")
    assert count(town, attachment) == 0


def test_a_link_ends_with_its_time_its_visit_or_the_next_one(town: Town, visitor: Client, clock: StandingClock) -> None:
    first, phone = linked(town, visitor)
    assert sends(phone, pictures.jpeg()).status_code == 201
    second, other = linked(town, visitor)
    assert refused(sends(phone, pictures.png())) == (404, "not_found")
    assert visitor.refused("GET", f"/upload-links/{first}/files")["code"] == "not_found"
    assert count(town, attachment) == 0, "what came by the first went with it"
    assert sends(other, pictures.png()).status_code == 201
    for _ in range(5):
        clock.advance(timedelta(minutes=2, seconds=1))
        visitor.got("GET", "/appointments/mine")
    assert refused(sends(other, pictures.jpeg())) == (404, "not_found")
    there = seen(visitor, second)
    assert (there["is_open"], len(there["files"])) == (False, 1), "what has come may still be taken"
    third, last = linked(town, visitor)
    visitor.got("DELETE", "/sessions/current")
    assert refused(sends(last, pictures.png())) == (404, "not_found")
    assert last.refused("GET", "/uploads")["code"] == "not_found"
    assert [row.id for row in rows(town, upload_link)] == [third]


def test_nothing_is_left_once_a_visit_is_over(town: Town, visitor: Client, clock: StandingClock) -> None:
    link_id, phone = linked(town, visitor)
    assert sends(phone, pictures.jpeg()).status_code == 201
    town.server.house.write_now(tidy)
    assert count(town, attachment) == 1
    visitor.got("DELETE", "/sessions/current")
    town.server.house.write_now(tidy)
    assert count(town, attachment) == count(town, attachment_content) == count(town, upload_link) == 0
    again = town.citizen(town.kiosk("fayfa-1"))
    link_id, phone = linked(town, again)
    assert sends(phone, pictures.jpeg()).status_code == 201
    again.got("DELETE", f"/upload-links/{link_id}")
    assert count(town, attachment) == count(town, attachment_content) == count(town, upload_link) == 0
    _, phone = linked(town, again)
    clock.advance(timedelta(minutes=11))
    town.server.house.write_now(tidy)
    assert count(town, upload_link) == 0, "nobody has been at the kiosk for longer than a visit lasts"


def test_only_a_hash_of_a_link_is_kept_and_none_in_a_log(
    town: Town, visitor: Client, caplog: pytest.LogCaptureFixture
) -> None:
    _, phone = linked(town, visitor)
    assert phone.token is not None
    assert sends(phone, pictures.jpeg(), "private-name.jpg").status_code == 201
    (row,) = rows(town, upload_link)
    assert row.token_hash == hashed(phone.token)
    assert phone.token not in str(row)
    assert phone.token not in caplog.text
    assert "private-name" not in caplog.text


def test_without_a_public_address_there_is_no_such_way(settings: ServerSettings, settle_town: Settle) -> None:
    with settle_town(settings.model_copy(update={"public_url": None})) as town:
        kiosk = town.kiosk()
        assert kiosk.got("GET", "/kiosks/self")["documents"] == {
            "most": 3,
            "most_bytes": AttachmentSettings().most_bytes,
            "by_phone": False,
        }
        assert town.citizen(kiosk).refused("POST", "/upload-links")["code"] == "not_found"


@pytest.mark.parametrize("path", ["/upload", "/guest"])
def test_a_page_takes_nothing_from_anybody_else(town: Town, path: str) -> None:
    assert town.kiosk().got("GET", "/kiosks/self")["documents"]["by_phone"]
    get = partial(requests.get, timeout=10)
    page = get(f"{town.server.url}{path}")
    assert ("camera" in page.headers["Permissions-Policy"]) is (path == "/upload"), "a guest is seen"
    policy = page.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';")
    assert "unsafe" not in policy
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert page.headers["Cache-Control"] == "no-store"
    assert '<html lang="ar" dir="rtl">' in page.text
    named = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    shared = ["/pages/base.css"] if path == "/upload" else ["/pages/base.css", "/pages/talk.css"]
    assert named == [*shared, f"{path}/page.css", f"{path}/page.js"]
    for name in named:
        part = get(f"{town.server.url}{name}")
        assert part.status_code == 200
        assert "http:" not in part.text
        assert "https:" not in part.text
    assert not re.search(r"\son\w+=|<style|style=", page.text), "the policy lets none of it run"


def test_a_foreign_page_cannot_send(town: Town, visitor: Client) -> None:
    _, phone = linked(town, visitor)
    headers = {"Authorization": f"Bearer {phone.token}", "Origin": "https://elsewhere.example"}
    answer = phone.http.post(f"{phone.url}/v1/uploads", data=pictures.jpeg(), headers=headers, timeout=10)
    assert refused(answer) == (403, "forbidden")
