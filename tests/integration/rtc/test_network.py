"""What stands between the two ends."""

import socket
import time
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import aioice.ice
import pytest

from desk_client.rtc.port import CreateOffer, IceServer, LocalDescription, MediaFlowing, MediaStalled, PeerDisconnected
from tests.fakes.call_end import CallEnd, negotiate

if TYPE_CHECKING:
    from collections.abc import Callable


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


def test_a_handshake_whose_every_word_is_lost_once_costs_no_second_each(monkeypatch: pytest.MonkeyPatch) -> None:
    send, lost = aioice.ice.StunProtocol.send_data, set[bytes]()

    async def sent(protocol: aioice.ice.StunProtocol, data: bytes, addr: tuple[str, int]) -> None:
        if data[0] in range(20, 64) and data not in lost:  # RFC 5764 section 5.1.2
            lost.add(data)
        else:
            await send(protocol, data, addr)

    monkeypatch.setattr(aioice.ice.StunProtocol, "send_data", sent)
    with CallEnd(1) as one, CallEnd(2) as other:
        began = time.monotonic()
        negotiate(one, other, 1)
        took_s = time.monotonic() - began
    assert len(lost) >= 4, "each end's flights"
    assert took_s < 2.5  # by OpenSSL's own timer four seconds at least


class Path:
    """Between the ends: loses whole stretches or every so-many-th RTP packet, retransmissions included."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.loses: Callable[[int, bool], bool] = lambda _count, _is_rtp: False
        counts = Counter[int]()
        send = aioice.ice.StunProtocol.send_data

        async def sent(protocol: aioice.ice.StunProtocol, data: bytes, addr: tuple[str, int]) -> None:
            is_rtp = data[0] in range(128, 192) and data[1] & 0x7F not in range(64, 96)  # RFC 5761 section 4
            counts[id(protocol)] += is_rtp
            if not self.loses(counts[id(protocol)], is_rtp):
                await send(protocol, data, addr)

        monkeypatch.setattr(aioice.ice.StunProtocol, "send_data", sent)


@pytest.mark.parametrize("every", [20, 7])
def test_a_path_that_loses_packets_still_carries_a_moving_picture(monkeypatch: pytest.MonkeyPatch, every: int) -> None:
    path = Path(monkeypatch)
    with CallEnd(1) as one, CallEnd(2) as other:
        negotiate(one, other, 1)
        path.loses = lambda count, is_rtp: is_rtp and count % every == 0
        one.forget()
        stamps = one.sees(other.source, 90)
        gaps_ms = [later.clock_ms - earlier.clock_ms for earlier, later in pairwise(stamps)]
        assert max(gaps_ms) < 500
        assert stamps[-1].counter - stamps[0].counter < 90 / 0.7
        assert not one.all_events(MediaStalled)
        lossy = one.measured(lambda stats: (stats.loss or 0) > 0.2 / every, "the loss is measured")
        assert (lossy.loss or 0) < 2 / every
        one.measured(lambda stats: stats.remote_tone_hz is not None, "the tone is heard")


def test_an_outage_is_told_of_and_after_it_the_picture_comes_back_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    path = Path(monkeypatch)
    with CallEnd(1) as one, CallEnd(2) as other:
        negotiate(one, other, 1)

        def back_after_s() -> float:
            one.forget()
            one.sees(other.source)
            path.loses = lambda _count, _is_rtp: True
            one.forget()
            one.next_event(MediaStalled)
            path.loses = lambda _count, _is_rtp: False
            restored_at = time.monotonic()
            one.next_event(MediaFlowing)
            return time.monotonic() - restored_at

        # a machine that has other things to do at that moment adds to it, and nothing ever takes from it
        outages = [back_after_s()]
        while outages[-1] >= 0.5 and len(outages) < 3:
            outages.append(back_after_s())
        assert min(outages) < 0.5, outages
        one.forget()
        one.sees(other.source)
        one.measured(lambda stats: stats.remote_tone_hz is not None, "the tone is heard")
        assert not one.all_events(PeerDisconnected)
