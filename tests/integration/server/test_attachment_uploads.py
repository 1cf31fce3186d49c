"""What an upload over HTTP is refused for, and with which words; a real clamd looks through it."""

import socket
from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

import pytest
import requests

from desk_client.config.attachment_settings import AttachmentSettings
from desk_client.config.settings import ServerSettings
from desk_client.server.storage.tables.booking import attachment, attachment_content
from desk_client.server.storage.tables.bookkeeping import audit
from tests.clamd import EICAR, Clamd, running_clamd
from tests.integration.server.conftest import Settle
from tests.integration.server.files import audience, bring, brought, count, of, refused, rows
from tests.integration.server.people import Town
from tests.unit.server.attachments import documents, pictures


@pytest.fixture(scope="module")
def clamd() -> Iterator[Clamd]:
    with running_clamd() as daemon:
        yield daemon


@pytest.fixture
def settings(settings: ServerSettings, clamd: Clamd) -> ServerSettings:
    chosen = AttachmentSettings(clamd_socket=clamd.socket)
    return settings.model_copy(update={"attachments": chosen})


LARGEST: Final = AttachmentSettings().most_bytes
REFUSED: Final = {
    "nothing": (b"", 422, "attachment_damaged"),
    "a program": (b"MZ" + bytes(99), 415, "attachment_kind_refused"),
    "a virus by itself": (EICAR, 415, "attachment_kind_refused"),
    "a virus behind a photo": (pictures.jpeg() + EICAR, 422, "attachment_infected"),
    "a locked document": (documents.encrypted(user="x"), 422, "attachment_damaged"),
    "half a photo": (pictures.jpeg()[:300], 422, "attachment_damaged"),
    "a bomb": (pictures.raw_png(99_999, 99_999, pixels=b""), 413, "attachment_too_large"),
    "a byte too many": (bytes(LARGEST + 1), 413, "attachment_too_large"),
    "far too many bytes": (bytes(25_000_000), 413, "attachment_too_large"),
}


def test_is_refused_with_a_reason(town: Town) -> None:
    citizen, audience_id = audience(town)
    for name, (data, status, code) in REFUSED.items():
        answer = bring(citizen, audience_id, data, "photo.jpg", **{"Content-Type": "image/jpeg"})
        assert refused(answer) == (status, code), name
    assert count(town, attachment) == count(town, attachment_content) == 0
    infected = [row for row in rows(town, audit) if row.action == "refuse_infected_attachment"]
    assert [row.subject for row in infected] == [audience_id]


def test_the_largest_is_taken(town: Town) -> None:
    citizen, audience_id = audience(town)
    made = brought(citizen, audience_id, pictures.jpeg().ljust(LARGEST, b"\0"))
    assert made["size"] < 10_000


def test_nobody_sends_file_after_file(settings: ServerSettings, settle_town: Settle) -> None:
    chosen = settings.attachments.model_copy(update={"uploads_per_person": 2})
    with settle_town(settings.model_copy(update={"attachments": chosen})) as town:
        citizen, audience_id = audience(town)
        answers = [bring(citizen, audience_id, b"MZ").status_code for _ in range(3)]
        assert answers == [415, 415, 429]


def test_other_routes_take_no_large_bodies(town: Town) -> None:
    citizen, audience_id = audience(town)
    for path in (f"/appointments/{audience_id}/check-in/attachments", "/holds", f"{of(audience_id)}/"):
        answer = citizen.http.post(f"{citizen.url}/v1{path}", data=bytes(70_000), timeout=10)
        assert answer.status_code in {401, 404, 405, 413, 422}
        assert "attachment" not in answer.json()["code"]
    assert count(town, attachment) == 0


def test_a_name_comes_by_its_header(town: Town) -> None:
    citizen, audience_id = audience(town)
    for header, shown in (
        ("attachment; filename*=UTF-8''%E2%80%AE..%2Fgpj.exe", "gpj.exe.jpg"),
        ("attachment; filename*=UTF-8''%00%0d%0a", "attachment.jpg"),
    ):
        answer = bring(
            citizen,
            audience_id,
            pictures.written(pictures.image(size=(8, len(shown))), "JPEG"),
            **{"Content-Disposition": header},
        )
        assert answer.json()["name"] == shown


def test_without_a_scanner_nothing_is_taken(settings: ServerSettings, settle_town: Settle) -> None:
    nowhere = AttachmentSettings(clamd_socket=settings.data_dir / "none")
    with settle_town(settings.model_copy(update={"attachments": nowhere})) as town:
        citizen, audience_id = audience(town)
        answer = bring(citizen, audience_id, pictures.jpeg())
        assert refused(answer) == (503, "scanner_unavailable")
        assert int(answer.headers["Retry-After"]) > 0
        assert count(town, attachment) == 0


def test_who_goes_away_in_the_middle_leaves_nothing(town: Town) -> None:
    citizen, audience_id = audience(town)
    where = urlsplit(citizen.url)
    with socket.create_connection((where.hostname, where.port or 80)) as line:
        head = (
            f"POST /v1{of(audience_id)} HTTP/1.1\r\nHost: x\r\n"
            f"Authorization: Bearer {citizen.token}\r\nContent-Length: 1000000\r\n\r\n"
        )
        line.sendall(head.encode() + pictures.jpeg())
    assert brought(citizen, audience_id, pictures.png())["media_type"] == "image/png"
    assert count(town, attachment) == 1


def test_the_description_says_how(town: Town) -> None:
    document = requests.get(f"{town.server.url}/openapi.json", timeout=10).json()
    path = document["paths"]["/v1/appointments/{appointment_id}/attachments"]
    assert set(path["post"]["requestBody"]["content"]) == {"application/pdf", "image/jpeg", "image/png"}
    names = {parameter["name"].lower() for parameter in path["post"]["parameters"]}
    assert "content-disposition" in names
    assert path["post"]["x-action"] == "attach"
