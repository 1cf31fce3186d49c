"""A command is answered alike on the short way and on the long one, whatever it is."""

import asyncio
import json
import socket
from typing import Any, Final

import requests
from fastapi import FastAPI
from starlette.types import Message, Scope

from desk_client.server.http_line import MOST_HEAD_BYTES
from desk_client.server.web import booking
from desk_client.server.web.gate import Gate
from desk_client.server.web.short_way import ShortWay, commands
from tests.integration.server.people import Client, Town, hold_ask, mobile, national_id, new_key

_PLAIN: Final = "application/json"
_LONG: Final = "application/json; charset=utf-8"
"""Says the same in a form that the short way does not know."""
_OF_EACH: Final = {"date", "x-request-id"}


def told(client: Client, path: str, body: bytes, kind: str, key: str, token: str | None) -> tuple[int, Any, Any]:
    headers = {"Content-Type": kind, "Idempotency-Key": key}
    if token is not None:
        headers["Authorization"] = token
    answer = client.http.post(f"{client.url}/v1{path}", data=body, headers=headers, timeout=10)
    known = {name: value for name, value in answer.headers.items() if name.lower() not in _OF_EACH}
    return answer.status_code, known, answer.json()


def both(client: Client, path: str, body: bytes, key: str | None = None, token: str | None = None) -> tuple[int, Any]:
    """Status and body, the same by both ways."""
    key = new_key() if key is None else key
    token = f"Bearer {client.token}" if token is None else token
    short = told(client, path, body, _PLAIN, key, token)
    assert short == told(client, path, body, _LONG, key, token)
    return short[0], short[2]


def test_holds_of_all_sorts(town: Town) -> None:
    citizen = town.citizen(town.kiosk())
    ask: dict[str, object] = {**hold_ask(town.slots(citizen)[0])}
    for changes, status in (
        ({}, 201),
        ({"office_id": "nowhere"}, 404),
        ({"service_id": 7}, 422),
        ({"more": "x"}, 422),
        ({"starts_at": "tomorrow"}, 422),
        ({"starts_at": 1_800_000_000}, 422),
        ({"starts_at": "9999-12-31T23:59:59+00:00"}, 422),
        ({"kind": "by_post"}, 422),
        ({"kind": "home_visit"}, 422),
        ({"office_id": "a\0b"}, 422),
        ({"interpreter": "yes"}, 201),
        ({"starts_at": None}, 422),
    ):
        assert both(citizen, "/holds", json.dumps({**ask, **changes}).encode())[0] == status, changes


def test_bodies_that_say_nothing_and_callers_who_are_nobody(town: Town) -> None:
    nobody = town.client("x")
    deep = b'{"a":' * 5000
    for body in (b"", b"{", b"[]", b"\xff", deep, b"null", b'{"hold_id": NaN}', b'{"hold_id": 1e999}', b" " * 70_000):
        status, problem = both(nobody, "/appointments", body)
        assert problem["code"] in {"invalid_request", "frame_too_large"}, body[:20]
        assert status in {422, 413}
    body = json.dumps({"hold_id": "apt_none", "subject": "x"}).encode()
    for token in ("Bearer wrong", "Bearer", "Basic x", "bearer wrong", "Bearer a b", ""):
        assert both(nobody, "/appointments", body, "12345678", token)[0] == 401, token
        assert both(nobody, "/appointments", body, "short", token)[0] == 422, token
        assert both(nobody, "/appointments", body, "x" * 65, token)[0] == 422, token


def test_a_hold_that_is_not_ones_own_and_a_key_that_was_used(town: Town) -> None:
    first = town.citizen(town.kiosk())
    second = town.citizen(town.kiosk("fayfa-1"), national_id(2), mobile(2))
    hold = first.got("POST", "/holds", hold_ask(town.slots(first)[0]), Idempotency_Key=new_key())
    ask = {"hold_id": hold["id"], "subject": "طريق"}
    for client, status in ((second, 404), (first, 201), (second, 404), (first, 201)):
        assert both(client, "/appointments", json.dumps(ask).encode(), "the-same-key")[0] == status
    status, problem = both(first, "/appointments", json.dumps({**ask, "companions": 1}).encode(), "the-same-key")
    assert (status, problem["code"]) == (409, "idempotency_mismatch")


def test_plain_commands_are_not_passed_on(town: Town) -> None:
    app = FastAPI()
    booking.routes(Gate(town.server.house)).add_to(app)
    found = commands(app)
    assert {"/v1/holds", "/v1/appointments"} <= set(found)
    assert "/v1/slots/search" not in found
    passed: list[str] = []

    async def long_way(scope: Scope, _receive: object, _send: object) -> None:
        passed.append(scope["path"])

    def asked(path: str, body: bytes) -> list[int | None]:
        sent: list[Message] = []
        headers = {
            b"authorization": b"Bearer no",
            b"idempotency-key": b"12345678",
            b"content-type": b"application/json",
        }
        headers[b"content-length"] = str(len(body)).encode()

        async def receive() -> Message:
            return {"type": "http.request", "body": body}

        async def send(message: Message) -> None:
            sent.append(message)

        scope = {"type": "http", "method": "POST", "path": path, "headers": list(headers.items())}
        asyncio.run(ShortWay(long_way, commands=lambda: found)(scope, receive, send))
        return [message.get("status") for message in sent]

    assert asked("/v1/appointments", b'{"hold_id": "apt_none", "subject": "x"}') == [401, None]
    assert passed == []
    assert asked("/v1/appointments", b"{}") == []
    assert asked("/v1/slots/search", b"{}") == []
    assert passed == ["/v1/appointments", "/v1/slots/search"]


def test_a_head_that_never_ends_is_not_read_to_its_end(town: Town) -> None:
    for endless in (b"GET /" + b"a" * MOST_HEAD_BYTES, b"GET /health HTTP/1.1\r\n" + b"x-more: y\r\n" * 8000):
        with socket.create_connection(("127.0.0.1", town.server.port), timeout=10) as line:
            line.sendall(endless)
            assert line.recv(100).startswith(b"HTTP/1.1 431 ")
            assert line.recv(100) == b""  # 431 and no more


def test_a_head_in_pieces_and_requests_in_one_piece_are_answered(town: Town) -> None:
    with socket.create_connection(("127.0.0.1", town.server.port), timeout=10) as line:
        for piece in (b"GET /hea", b"lth HTTP/1.1\r\nhost: x\r\nx: ", b"a" * (MOST_HEAD_BYTES - 99), b"\r\n\r", b"\n"):
            line.sendall(piece)
        line.sendall(b"GET /health HTTP/1.1\r\nhost: x\r\n\r\n" * 3)
        answers = b""
        while answers.count(b"HTTP/1.1 200 OK") < 4:
            answers += line.recv(10_000)
    body = b"x" * 3 * MOST_HEAD_BYTES  # its head comes with the beginning of it
    answer = requests.post(f"{town.server.url}/v1/holds", data=body, timeout=10)
    assert answer.status_code == 413
