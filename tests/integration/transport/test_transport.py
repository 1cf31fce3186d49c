"""A real server over TLS of its own authority: the programs' two ways to it, foreign pages, and what it refuses."""

import asyncio
import socket
import ssl
import warnings
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import requests
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

from desk_client.bootstrap.house import make_server
from desk_client.client.gateway import Gateway
from desk_client.client.line_events import LineEvent, LineRefused
from desk_client.client.pinning import ServerTrust, tls_context
from desk_client.client.signalling import SignallingSocket
from desk_client.config.settings import ServerSettings, TlsSettings
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.signalling import PATH
from desk_client.protocol.version import VersionAnswer
from desk_client.server.run import Server
from desk_client.server.security.tls import TransportUnusableError, local_ca

ALLOWED = "https://majlis.example"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    settings = ServerSettings(
        port=0,
        data_dir=tmp_path_factory.mktemp("data"),
        secrets="file",
        tls=TlsSettings(local_ca=True),
        allowed_origins=(ALLOWED,),
    )
    ca = local_ca(settings)
    ca.init("Jazan", ("127.0.0.0/8", "localhost"), datetime.now(UTC))
    ca.issue(["127.0.0.1", "localhost"], datetime.now(UTC))
    with make_server(settings) as server:
        yield server


@pytest.fixture
def trust(server: Server) -> ServerTrust:
    ca = local_ca(server.house.settings)
    standing = ca.show()
    assert standing.pin is not None
    return ServerTrust((standing.pin, standing.backup_pin), ca.certificate_file)


@pytest.fixture
def http(server: Server) -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.trust_env = False
        session.verify = str(local_ca(server.house.settings).certificate_file)
        yield session


async def test_the_gateway_is_answered_over_tls(server: Server, trust: ServerTrust) -> None:
    assert server.url.startswith("https://127.0.0.1:")
    gateway = Gateway(server.url, trust)
    try:
        assert isinstance(await gateway.ask("GET", "/v1/version", VersionAnswer), VersionAnswer)
        assert await gateway.ask("GET", "/v1/kiosks/self", VersionAnswer, token="false") == Refusal(
            RefusalCode.UNAUTHENTICATED
        )
    finally:
        gateway.close()


async def test_signalling_says_hello_over_tls_and_hears_the_servers_word(server: Server, trust: ServerTrust) -> None:
    events: asyncio.Queue[LineEvent] = asyncio.Queue()
    line = SignallingSocket(server.url, "false", events.put_nowait, tls=tls_context(server.url, trust))
    line.start()
    assert await asyncio.wait_for(events.get(), 5) == LineRefused(RefusalCode.UNAUTHENTICATED)
    await line.stop()


def test_what_is_older_than_tls_1_2_is_not_spoken_and_1_3_is_preferred(server: Server, trust: ServerTrust) -> None:
    context = tls_context(server.url, trust)
    assert context is not None
    with (
        socket.create_connection(("127.0.0.1", server.port)) as plain,
        context.wrap_socket(plain, server_hostname="127.0.0.1") as wrapped,
    ):
        assert wrapped.version() == "TLSv1.3"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that it is deprecated is the point
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    with (
        socket.create_connection(("127.0.0.1", server.port)) as plain,
        pytest.raises(ssl.SSLError, match=r"ALERT_PROTOCOL_VERSION|EOF"),  # the server refuses, not our own library
        context.wrap_socket(plain, server_hostname="127.0.0.1"),
    ):
        pass


def test_plain_http_at_the_same_port_is_not_answered(server: Server) -> None:
    with socket.create_connection(("127.0.0.1", server.port), timeout=5) as plain:
        plain.sendall(b"GET /v1/version HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        try:
            answer = plain.recv(100)
        except ConnectionResetError:
            answer = b""
    assert b"HTTP" not in answer


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://majlis.example", "https://majlis.example:8443"]
)
def test_a_foreign_page_is_answered_nothing(origin: str, server: Server, http: requests.Session) -> None:
    for method, path in (
        ("GET", "/v1/version"),
        ("POST", "/v1/staff/sessions"),
        ("OPTIONS", "/v1/version"),
        ("GET", "/no"),
    ):
        answer = http.request(method, server.url + path, headers={"Origin": origin}, timeout=5)
        assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
        assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize(
    ("origin", "status"), [("https://evil.example", 403), ("null", 403), (ALLOWED, 101), (None, 101)]
)
async def test_a_foreign_page_gets_no_socket(
    origin: str | None, status: int, server: Server, trust: ServerTrust
) -> None:
    headers = {} if origin is None else {"Origin": origin}
    address = f"wss://127.0.0.1:{server.port}{PATH}"
    try:
        async with connect(
            address, additional_headers=headers, ssl=tls_context(server.url, trust), proxy=None, compression=None
        ) as opened:
            assert opened.response is not None
            found = opened.response.status_code
    except InvalidStatus as refused:
        found = refused.response.status_code
    assert found == status


def test_an_allowed_page_and_a_program_are_answered(server: Server, http: requests.Session) -> None:
    for headers in ({}, {"Origin": ALLOWED}, {"Origin": ALLOWED.upper()}):
        assert http.get(f"{server.url}/v1/version", headers=headers, timeout=5).status_code == 200


@pytest.mark.parametrize("path", ["/v1/version", "/health", "/v1/kiosks/self", "/nowhere"])
def test_every_answer_has_safe_headers(path: str, server: Server, http: requests.Session) -> None:
    headers = http.get(server.url + path, timeout=5).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
    assert "Server" not in headers


def test_a_server_without_tls_starts_on_this_machine_only_and_promises_no_tls(tmp_path: Path) -> None:
    open_to_all = ServerSettings(host="0.0.0.0", port=0, data_dir=tmp_path, secrets="file")  # noqa: S104 - refused
    with pytest.raises(TransportUnusableError, match="without TLS"), make_server(open_to_all):
        pass
    assert list(tmp_path.iterdir()) == []  # nothing was opened either
    with make_server(open_to_all.model_copy(update={"host": "127.0.0.1"})) as plain:
        answer = requests.get(f"{plain.url}/v1/version", timeout=5)
        assert answer.status_code == 200
        assert "Strict-Transport-Security" not in answer.headers
