"""A store that does not work just now is a clean 503, told to the log once and without a word of what was asked."""

import asyncio
import json
import logging

import pytest
from fastapi import FastAPI
from sqlalchemy.exc import OperationalError
from starlette.types import Message, Scope

from desk_client.server.storage.errors import Fault, StoreUnavailableError
from desk_client.server.web import problems


def asked(error: Exception) -> tuple[int, dict[str, str], dict[str, object]]:
    """Status, headers and body of an answer whose service raised this."""
    app = FastAPI()
    problems.install(app)

    @app.get("/appointments")
    async def fail() -> None:
        raise error

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope: Scope = {
        "type": "http", "method": "GET", "path": "/appointments", "raw_path": b"/appointments", "query_string": b"",
        "headers": [], "http_version": "1.1", "scheme": "http", "asgi": {"version": "3.0"},
    }  # fmt: skip
    asyncio.run(app(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, json.loads(b"".join(message.get("body", b"") for message in sent[1:]))


@pytest.mark.parametrize(
    ("fault", "after_s"), [(Fault.BUSY, "1"), (Fault.CONNECTION, "5"), (Fault.UNKNOWN_OUTCOME, "5")]
)
def test_what_passes_by_itself_is_a_503_and_a_warning(
    fault: Fault, after_s: str, caplog: pytest.LogCaptureFixture
) -> None:
    status, headers, body = asked(StoreUnavailableError(fault, "40001"))
    assert (status, headers["retry-after"], body["code"]) == (503, after_s, "server_unavailable")
    assert headers["content-type"] == "application/problem+json"
    assert [(record.levelno, record.message) for record in caplog.records if record.name == problems.__name__] == [
        (logging.WARNING, f"a request was turned away: the store is unavailable: {fault.value} (40001)")
    ]


@pytest.mark.expected_errors("a request was turned away: the store is unavailable: full")
def test_a_disk_that_somebody_has_to_look_at_is_an_error_in_the_log() -> None:
    status, _, body = asked(StoreUnavailableError(Fault.FULL, "SQLITE_FULL"))
    assert (status, body["code"]) == (503, "server_unavailable")


@pytest.mark.expected_errors("a request failed")
def test_any_other_error_of_a_store_is_our_own() -> None:
    status, _, body = asked(OperationalError("SELECT 1", None, ValueError("a bug")))
    assert (status, body["code"]) == (500, "internal")
