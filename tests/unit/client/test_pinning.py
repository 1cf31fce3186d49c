"""Both ways to the server over real TLS sockets: what is trusted, and that nothing is said to who is not."""

import asyncio
import logging
import ssl
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from websockets.asyncio.server import ServerConnection, serve

from desk_client.client.gateway import Gateway
from desk_client.client.line_events import LineEvent, LineUp
from desk_client.client.pinning import PinMismatchError, ServerTrust, tls_context
from desk_client.client.signalling import SignallingSocket
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.base import Answer
from desk_client.protocol.signalling import Welcome
from desk_client.server.security import local_ca
from desk_client.server.security.local_ca import LocalCa

UNREACHED = Refusal(RefusalCode.SERVER_UNAVAILABLE)
STRANGER = "A" * 43 + "="


class Greeting(Answer):
    text: str


@pytest.fixture(scope="module")
def ca(tmp_path_factory: pytest.TempPathFactory) -> LocalCa:
    ca = LocalCa(tmp_path_factory.mktemp("tls"))
    ca.init("Jazan", (), datetime.now(UTC))
    ca.issue(["127.0.0.1"], datetime.now(UTC))
    return ca


def pin(ca: LocalCa) -> str:
    found = ca.show().pin
    assert found is not None
    return found


def serving(ca: LocalCa) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(ca.server_certificate_file, ca.server_key_file)
    return context


@dataclass
class Host:
    """A server, and how many requests came through to it."""

    server: ThreadingHTTPServer
    heard: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"https://127.0.0.1:{self.server.server_port}"


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """A handshake that the client breaks off is what these tests are about."""


@pytest.fixture
def host() -> Iterator[Callable[[LocalCa], Host]]:
    hosts: list[Host] = []

    def start(ca: LocalCa) -> Host:
        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                pass

            def do_GET(self) -> None:
                made.heard.append(self.path)
                body = b'{"text": "ok"}'
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        server = _Quiet(("127.0.0.1", 0), Handler)
        server.socket = serving(ca).wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        made = Host(server)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}).start()
        hosts.append(made)
        return made

    yield start
    for made in hosts:
        made.server.shutdown()
        made.server.server_close()


Hosts = Callable[[LocalCa], Host]


async def asked(url: str, trust: ServerTrust) -> Greeting | Refusal:
    gateway = Gateway(url, trust)
    try:
        return await gateway.ask("GET", "/v1/version", Greeting, token="secret")
    finally:
        gateway.close()


async def test_the_right_key_is_answered(ca: LocalCa, host: Hosts) -> None:
    assert await asked(host(ca).url, ServerTrust((pin(ca),), ca.certificate_file)) == Greeting(text="ok")


async def test_without_pins_the_authority_decides(ca: LocalCa, host: Hosts) -> None:
    assert await asked(host(ca).url, ServerTrust((), ca.certificate_file)) == Greeting(text="ok")


async def test_another_key_hears_not_one_byte_and_the_log_says_why(
    ca: LocalCa, host: Hosts, caplog: pytest.LogCaptureFixture
) -> None:
    other = host(ca)
    with caplog.at_level(logging.WARNING):
        assert await asked(other.url, ServerTrust((STRANGER,), ca.certificate_file)) == UNREACHED
    assert other.heard == []
    assert "not among the pins" in caplog.text


async def test_a_pin_is_no_substitute_for_an_authority(ca: LocalCa, host: Hosts) -> None:
    browsers = host(ca)
    assert await asked(browsers.url, ServerTrust((pin(ca),))) == UNREACHED
    assert browsers.heard == []


async def test_another_hosts_certificate_is_not_taken(tmp_path: Path, host: Hosts) -> None:
    ca = LocalCa(tmp_path)
    ca.init("Jazan", (), datetime.now(UTC))
    ca.issue(["127.0.0.2"], datetime.now(UTC))
    other = host(ca)
    assert await asked(other.url, ServerTrust((pin(ca),), ca.certificate_file)) == UNREACHED
    assert other.heard == []


async def test_an_expired_certificate_is_not_taken(tmp_path: Path, host: Hosts) -> None:
    ca = LocalCa(tmp_path)
    long_ago = datetime.now(UTC) - timedelta(days=900)
    ca.init("Jazan", (), long_ago)
    ca.issue(["127.0.0.1"], long_ago)
    old = host(ca)
    assert await asked(old.url, ServerTrust((pin(ca),), ca.certificate_file)) == UNREACHED
    assert old.heard == []


@pytest.mark.parametrize(
    ("permitted", "answer"),
    [("127.0.0.1/32", Greeting(text="ok")), ("10.0.0.0/8", UNREACHED), ("jazan.example", UNREACHED)],
)
async def test_a_narrowed_authority_that_was_stolen_vouches_for_no_other_host(
    permitted: str, answer: Greeting | Refusal, tmp_path: Path, host: Hosts, monkeypatch: pytest.MonkeyPatch
) -> None:
    ca = LocalCa(tmp_path)
    ca.init("Jazan", (permitted,), datetime.now(UTC))
    monkeypatch.setattr(local_ca, "_permit", lambda *_: None)  # a thief's own program would not ask
    ca.issue(["127.0.0.1"], datetime.now(UTC))
    assert await asked(host(ca).url, ServerTrust((), ca.certificate_file)) == answer


async def test_a_server_changes_its_key_to_the_one_that_was_pinned_as_backup(tmp_path: Path, host: Hosts) -> None:
    ca = LocalCa(tmp_path)
    ca.init("Jazan", (), datetime.now(UTC))
    ca.issue(["127.0.0.1"], datetime.now(UTC))
    trust = ServerTrust((pin(ca), ca.show().backup_pin), ca.certificate_file)
    assert await asked(host(ca).url, trust) == Greeting(text="ok")
    ca.issue(["127.0.0.1"], datetime.now(UTC), new_key=True)
    assert await asked(host(ca).url, trust) == Greeting(text="ok")
    ca.issue(["127.0.0.1"], datetime.now(UTC), new_key=True)
    assert await asked(host(ca).url, trust) == UNREACHED


@pytest.mark.parametrize("url", ["http://majlis.example", "http://10.0.0.1:8470", "ftp://127.0.0.1"])
def test_plain_http_is_for_this_machine(url: str) -> None:
    with pytest.raises(ValueError, match="https only"):
        Gateway(url)
    with pytest.raises(ValueError, match="TLS only"):
        SignallingSocket(url, "token", lambda _: None)


def test_a_socket_over_tls_without_trust_is_an_error() -> None:
    with pytest.raises(ValueError, match="TLS only"):
        SignallingSocket("https://majlis.example", "token", lambda _: None)


@asynccontextmanager
async def signalling(ca: LocalCa) -> AsyncIterator[tuple[str, list[str | bytes]]]:
    heard: list[str | bytes] = []

    async def greet(line: ServerConnection) -> None:
        heard.append(await line.recv())
        await line.send(Welcome(session_id="s", resumed=False, seq=0, protocol=1).model_dump_json())
        await line.wait_closed()

    async with serve(greet, "127.0.0.1", 0, ssl=serving(ca)) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        yield f"https://127.0.0.1:{port}", heard


async def test_signalling_says_hello_to_the_right_key(ca: LocalCa) -> None:
    events: asyncio.Queue[LineEvent] = asyncio.Queue()
    async with signalling(ca) as (url, heard):
        tls = tls_context(url, ServerTrust((pin(ca),), ca.certificate_file))
        line = SignallingSocket(url, "token", events.put_nowait, tls=tls)
        line.start()
        assert await asyncio.wait_for(events.get(), 5) == LineUp(resumed=False)
        await line.stop()
    assert len(heard) == 1


async def test_signalling_says_nothing_to_another_key(ca: LocalCa, caplog: pytest.LogCaptureFixture) -> None:
    events: list[LineEvent] = []
    async with signalling(ca) as (url, heard):
        context = tls_context(url, ServerTrust((STRANGER,), ca.certificate_file))
        with pytest.raises(PinMismatchError):
            await asyncio.open_connection("127.0.0.1", int(url.rpartition(":")[2]), ssl=context)
        refused = asyncio.Event()

        class Heard(logging.Handler):
            def emit(self, record: logging.LogRecord) -> None:
                if "PinMismatchError" in record.getMessage():
                    refused.set()

        handler = Heard()
        logger = logging.getLogger("desk_client.client.signalling")
        logger.addHandler(handler)
        try:
            with caplog.at_level(logging.INFO):
                line = SignallingSocket(url, "token", events.append, tls=context)
                line.start()
                await asyncio.wait_for(refused.wait(), 5)
                await line.stop()
        finally:
            logger.removeHandler(handler)
    assert heard == []
    assert events == []
