"""The handshake that travels with offer, answer and checks: its order, and what becomes of bad flights."""

import logging

import pytest
from aiortc import RTCCertificate
from aiortc.rtcdtlstransport import SRTP_PROFILES
from OpenSSL import SSL

from desk_client.rtc.session.early_handshake import EarlyHandshake

_LABEL = b"EXTRACTOR-dtls_srtp"  # RFC 5764 section 4.2


def one_end() -> EarlyHandshake:
    certificate = RTCCertificate.generateCertificate()
    return EarlyHandshake(lambda: SSL.Connection(certificate._create_ssl_context(srtp_profiles=SRTP_PROFILES)))


def keys(end: EarlyHandshake, role: str) -> bytes:
    ssl = end.handed_over(role)
    assert ssl is not None
    return ssl.export_keying_material(_LABEL, 60)


def test_after_four_flights_both_have_the_same_keys() -> None:
    client, server = one_end(), one_end()
    second = client.came(server.answer(client.begin()))
    assert client.rides == second == client.unanswered
    last = server.came(second)
    assert server.rides == b""
    assert client.came(last) == b""
    assert (client.rides, client.unanswered) == (b"", b"")
    assert keys(client, "client") == keys(server, "server")


def test_what_comes_twice_is_answered_twice() -> None:
    client, server = one_end(), one_end()
    second = client.came(server.answer(client.begin()))
    last = server.came(second)
    assert server.came(second) == last  # the answer may have been lost
    client.came(last)
    assert client.came(last) == b""
    assert keys(client, "client") == keys(server, "server")


def test_nothing_rides_on_checks_before_the_server_has_spoken() -> None:
    client = one_end()
    assert client.begin() == client.unanswered
    assert client.rides == b""
    assert client.handed_over("client") is not None


def test_whoever_is_told_to_play_the_other_part_begins_anew() -> None:
    client, server = one_end(), one_end()
    server.answer(client.begin())
    assert client.handed_over("server") is None
    assert server.handed_over("client") is None


@pytest.mark.parametrize("flight", [b"\x00", b"GET / HTTP/1.1\r\n\r\n", bytes(2000), b"\x16\xfe\xff" + b"\xff" * 400])
def test_a_first_flight_that_is_junk_begins_nothing(flight: bytes) -> None:
    server = one_end()
    assert server.answer(flight) == b""
    assert server.handed_over("server") is None
    assert server.came(b"more") == b""


@pytest.mark.parametrize("flight", [b"\x17" * 40, b"\x16\xfe\xfd" + b"\xff" * 700])
def test_junk_in_between_changes_nothing(flight: bytes) -> None:
    client, server = one_end(), one_end()
    first = server.answer(client.begin())
    assert client.came(flight) == b""
    second = client.came(first)
    assert server.came(flight) == b""
    client.came(server.came(second))
    assert keys(client, "client") == keys(server, "server")


def test_a_refusal_by_the_peer_ends_the_attempt(caplog: pytest.LogCaptureFixture) -> None:
    client, server = one_end(), one_end()
    client.came(server.answer(client.begin()))
    alert = b"\x15\xfe\xfd" + bytes(2) + (9).to_bytes(6, "big") + b"\x00\x02\x02\x28"  # handshake_failure, RFC 5246
    with caplog.at_level(logging.INFO):
        assert client.came(alert) == b""
    assert client.handed_over("client") is None
    assert (client.rides, client.unanswered) == (b"", b"")
