"""What stands between the two ends."""

import socket
import time

import aioice.ice
import pytest

from desk_client.rtc.port import CreateOffer, IceServer, LocalDescription
from tests.fakes.call_end import CallEnd, negotiate


def test_two_ends_on_a_machine_without_network_meet_over_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aioice.ice, "get_host_addresses", lambda **_kinds: [])
    with CallEnd(1) as one, CallEnd(2) as other:
        negotiate(one, other, 1)
        one.sees(other.source)
        other.sees(one.source)


def test_without_servers_nobody_is_asked_and_there_are_host_candidates_alone() -> None:
    with CallEnd(1) as end:
        began = time.monotonic()
        end.engine.post(CreateOffer(1, ()))
        sdp = end.next_event(LocalDescription).sdp
        assert time.monotonic() - began < 1
    candidates = [line for line in sdp.splitlines() if line.startswith("a=candidate:")]
    assert candidates
    assert all("typ host" in line for line in candidates)


def test_a_dead_stun_server_holds_the_call_up_for_two_seconds_at_most() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as deaf, CallEnd(1) as end:
        deaf.bind(("127.0.0.1", 0))
        server = IceServer((f"stun:127.0.0.1:{deaf.getsockname()[1]}",))
        began = time.monotonic()
        end.engine.post(CreateOffer(1, (server,)))
        end.next_event(LocalDescription)
        assert time.monotonic() - began < 3
        deaf.setblocking(False)
        assert deaf.recv(100)


def test_a_malformed_server_is_left_out() -> None:
    with CallEnd(1) as end:
        end.engine.post(CreateOffer(1, (IceServer(("http://relay", "turn:")), IceServer(()))))
        assert end.next_event(LocalDescription).kind == "offer"
