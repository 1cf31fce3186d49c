"""The gateway against real sockets, each answer that a server, a proxy or a broken line can give."""

import json
import socket
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from desk_client.client.gateway import Gateway, Nothing
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import Answer, Ask

Script = Callable[[BaseHTTPRequestHandler], None]


class Greeting(Answer):
    text: str


class Wish(Ask):
    text: str


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    script: Script

    def log_message(self, *_: object) -> None:
        pass

    def do_GET(self) -> None:
        type(self).script(self)

    do_POST = do_GET  # noqa: N815 - the names that http.server looks for


def answering(status: int, body: bytes, kind: str = "application/json") -> Script:
    def script(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return script


@pytest.fixture
def serve() -> Iterator[Callable[[Script], str]]:
    servers: list[ThreadingHTTPServer] = []

    def start(script: Script) -> str:
        handler = type("Handler", (_Handler,), {"script": staticmethod(script)})
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
async def gateways() -> AsyncIterator[Callable[[str], Gateway]]:
    made: list[Gateway] = []

    def make(url: str) -> Gateway:
        made.append(Gateway(url))
        return made[-1]

    yield make
    for gateway in made:
        gateway.close()


Serve = Callable[[Script], str]
Gateways = Callable[[str], Gateway]


async def test_an_answer_is_typed(serve: Serve, gateways: Gateways) -> None:
    gateway = gateways(serve(answering(200, b'{"text": "ok", "newer": 1}')))
    assert await gateway.ask("GET", "/", Greeting) == Greeting(text="ok")


async def test_no_content_is_an_answer(serve: Serve, gateways: Gateways) -> None:
    assert await gateways(serve(answering(204, b""))).ask("GET", "/", Nothing) == Nothing()


async def test_token_key_and_body_are_sent(serve: Serve, gateways: Gateways) -> None:
    seen: dict[str, str] = {}

    def script(handler: BaseHTTPRequestHandler) -> None:
        seen.update({name.lower(): value for name, value in handler.headers.items()})
        seen["body"] = handler.rfile.read(int(handler.headers["Content-Length"])).decode()
        answering(200, b'{"text": "ok"}')(handler)

    gateway = gateways(serve(script))
    await gateway.ask("POST", "/", Greeting, token="t", body=Wish(text="سلام"), idempotency_key="k", version=7)
    assert (seen["authorization"], seen["idempotency-key"], seen["if-match"]) == ("Bearer t", "k", '"7"')
    assert json.loads(seen["body"]) == {"text": "سلام"}


PROBLEM = {"title": "x", "status": 409, "code": "slot_taken"}


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (answering(409, json.dumps(PROBLEM).encode(), "application/problem+json"), RefusalCode.SLOT_TAKEN),
        (answering(409, b'{"code": "of_a_newer_server"}', "application/problem+json"), RefusalCode.INTERNAL),
        (answering(200, b'{"text": 3'), RefusalCode.INTERNAL),
        (answering(200, b'{"other": 3}'), RefusalCode.INTERNAL),
        (answering(200, b"x" * (4 * 1024 * 1024 + 1)), RefusalCode.INTERNAL),
        (answering(500, b"boom", "text/plain"), RefusalCode.INTERNAL),
        (answering(302, b"", "text/html"), RefusalCode.INTERNAL),
        (answering(502, b"<html>", "text/html"), RefusalCode.SERVER_UNAVAILABLE),
        (lambda handler: handler.connection.shutdown(socket.SHUT_RDWR), RefusalCode.SERVER_UNAVAILABLE),
        (lambda handler: handler.wfile.write(b"garbage\r\n\r\n"), RefusalCode.SERVER_UNAVAILABLE),
    ],
)
async def test_whatever_goes_wrong_is_a_refusal(
    serve: Serve, gateways: Gateways, script: Script, code: RefusalCode
) -> None:
    answer = await gateways(serve(script)).ask("GET", "/", Greeting)
    assert isinstance(answer, Refusal)
    assert answer.code is code


async def test_the_details_of_a_refusal_arrive(serve: Serve, gateways: Gateways) -> None:
    problem = {"title": "x", "status": 429, "code": "rate_limited", "retry_after_s": 30, "attempts_left": 2}
    script = answering(429, json.dumps(problem).encode(), "application/problem+json; charset=utf-8")
    answer = await gateways(serve(script)).ask("GET", "/", Greeting)
    assert answer == Refusal(RefusalCode.RATE_LIMITED, retry_after_s=30, attempts_left=2)


async def test_nobody_listens(gateways: Gateways) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    answer = await gateways(f"http://127.0.0.1:{port}").ask("GET", "/", Greeting)
    assert answer == Refusal(RefusalCode.SERVER_UNAVAILABLE)


async def test_a_server_that_does_not_answer_is_a_time_out(
    serve: Serve, gateways: Gateways, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk_client.client.gateway._TIMEOUT_S", (1.0, 0.2))
    released = threading.Event()

    def script(_: BaseHTTPRequestHandler) -> None:
        released.wait(5)

    gateway = gateways(serve(script))
    assert await gateway.ask("GET", "/", Greeting) == Refusal(RefusalCode.TIMEOUT)
    released.set()


def crowded(retry_after_s: int) -> Script:
    problem = {"title": "x", "status": 503, "code": "server_unavailable", "retry_after_s": retry_after_s}
    return answering(503, json.dumps(problem).encode(), "application/problem+json")


@pytest.mark.parametrize(("retry_after_s", "turned_away", "asked"), [(1, 0, 1), (1, 2, 3), (1, 9, 3), (5, 9, 1)])
async def test_a_server_that_has_time_in_a_moment_is_asked_again_under_the_same_key(
    serve: Serve,
    gateways: Gateways,
    monkeypatch: pytest.MonkeyPatch,
    retry_after_s: int,
    turned_away: int,
    asked: int,
) -> None:
    pauses: list[tuple[float, float]] = []

    def no_longer_than_a_test(least: float, most: float) -> float:
        pauses.append((least, most))
        return 0.001

    monkeypatch.setattr("random.uniform", no_longer_than_a_test)
    keys: list[str] = []

    def script(handler: BaseHTTPRequestHandler) -> None:
        keys.append(handler.headers["Idempotency-Key"])
        (crowded(retry_after_s) if len(keys) <= turned_away else answering(200, b'{"text": "ok"}'))(handler)

    answer = await gateways(serve(script)).ask("POST", "/", Greeting, idempotency_key="a-key")
    assert keys == ["a-key"] * asked
    assert pauses == [(1, 1.5)] * (asked - 1)
    served = asked > turned_away
    assert answer == (
        Greeting(text="ok") if served else Refusal(RefusalCode.SERVER_UNAVAILABLE, retry_after_s=retry_after_s)
    )


async def test_on_another_network_no_kept_connection_is_used_again(serve: Serve, gateways: Gateways) -> None:
    peers: list[int] = []

    def script(handler: BaseHTTPRequestHandler) -> None:
        peers.append(handler.client_address[1])
        answering(200, b'{"text": "hello"}')(handler)

    gateway = gateways(serve(script))
    for _ in range(2):
        await gateway.ask("GET", "/v1/greeting", Greeting)
    gateway.forget_connections()
    await gateway.ask("GET", "/v1/greeting", Greeting)
    assert peers[0] == peers[1] != peers[2]


async def test_a_connection_that_rested_as_long_as_a_server_lets_it_is_not_used_again(
    serve: Serve, gateways: Gateways, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server may end it in the moment in which it is used: what was sent there then is answered by nobody."""
    peers: list[int] = []

    def script(handler: BaseHTTPRequestHandler) -> None:
        peers.append(handler.client_address[1])
        if peers.count(peers[-1]) > 1:
            handler.close_connection = True
        else:
            answering(200, b'{"text": "hello"}')(handler)

    gateway = gateways(serve(script))
    assert isinstance(await gateway.ask("POST", "/v1/greeting", Greeting), Greeting)
    assert await gateway.ask("POST", "/v1/greeting", Greeting) == Refusal(RefusalCode.SERVER_UNAVAILABLE)
    assert isinstance(await gateway.ask("POST", "/v1/greeting", Greeting), Greeting)
    monkeypatch.setattr("desk_client.client.gateway._KEPT_S", 0.0)
    assert isinstance(await gateway.ask("POST", "/v1/greeting", Greeting), Greeting)


async def test_whoever_asks_after_the_end_is_refused(serve: Serve, gateways: Gateways) -> None:
    gateway = gateways(serve(answering(200, b'{"text": "ok"}')))
    gateway.close()
    assert await gateway.ask("GET", "/", Greeting) == Refusal(RefusalCode.SERVER_UNAVAILABLE)
    assert await gateway.fetch_file("/", token=None) == Refusal(RefusalCode.SERVER_UNAVAILABLE)
