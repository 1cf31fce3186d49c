"""What stands between the two ends."""

import asyncio
import re
import socket
import time
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import aioice.ice
import pylibsrtp
import pytest
from aioice import stun

from desk_client.rtc.port import CreateOffer, IceServer, LocalDescription, MediaFlowing, MediaStalled, PeerDisconnected
from desk_client.rtc.session import upstream_path
from desk_client.rtc.wire.handshake import MEDIA
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


def without_flight(sdp: str) -> str:
    """As one describes itself who knows nothing of a handshake that travels with descriptions."""
    return "".join(line for line in sdp.splitlines(keepends=True) if not line.startswith("a=x-dtls-flight:"))


def with_junk_for_flight(sdp: str) -> str:
    return re.sub(r"(?m)^a=x-dtls-flight:\S+", "a=x-dtls-flight:AAECAwQFBgcICQ==", sdp)


class Handshakes:
    """Sees the handshake's datagrams on the path, and may lose each of them once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, lose_once: bool) -> None:
        self.seen: dict[bytes, float] = {}
        send = aioice.ice.StunProtocol.send_data

        async def sent(protocol: aioice.ice.StunProtocol, data: bytes, addr: tuple[str, int]) -> None:
            is_new = data[0] in (20, 22) and data not in self.seen  # RFC 5246 section 6.2.1
            if is_new:
                self.seen[data] = time.monotonic()
            if not (is_new and lose_once):
                await send(protocol, data, addr)

        monkeypatch.setattr(aioice.ice.StunProtocol, "send_data", sent)

    @property
    def took_s(self) -> float:
        """From the first of its datagrams until now: what led up to it is not its own time."""
        return time.monotonic() - min(self.seen.values())

    @property
    def hellos(self) -> int:
        """First flights of clients (RFC 5246 section 7.4): those that begin on the path."""
        return sum(data[0] == 22 and data[13] == 1 for data in self.seen)


@pytest.mark.parametrize("lose_once", [False, True])
def test_the_handshake_travels_with_the_descriptions_and_the_checks(
    monkeypatch: pytest.MonkeyPatch,
    lose_once: bool,
) -> None:
    handshakes = Handshakes(monkeypatch, lose_once=lose_once)
    with CallEnd(1) as one, CallEnd(2) as other:
        negotiate(one, other, 1)
        assert handshakes.took_s < 1.0  # by OpenSSL's own timer a second at least, where something is lost
        assert handshakes.hellos == 0
        assert lose_once or all(len(data) < 200 for data in handshakes.seen), "the server's last word alone"


@pytest.mark.parametrize("change", [without_flight, with_junk_for_flight])
@pytest.mark.parametrize("which", ["change", "change_answer"])
def test_with_one_who_does_not_know_of_that_it_takes_place_on_the_path(
    monkeypatch: pytest.MonkeyPatch, which: str, change: "Callable[[str], str]"
) -> None:
    handshakes = Handshakes(monkeypatch, lose_once=False)
    with CallEnd(1) as one, CallEnd(2) as other:
        negotiate(one, other, 1, **{which: change})
        assert handshakes.took_s < 1.0
        assert sum(len(data) for data in handshakes.seen) > 1000, "what was not said with the descriptions"
        one.sees(other.source)


def test_a_handshake_whose_every_word_is_lost_once_costs_no_second_each(monkeypatch: pytest.MonkeyPatch) -> None:
    handshakes = Handshakes(monkeypatch, lose_once=True)
    with CallEnd(1) as one, CallEnd(2) as other:
        negotiate(one, other, 1, without_flight)
        took_s = handshakes.took_s
    assert len(handshakes.seen) >= 4, "each end's flights"
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
        other.measured(lambda stats: (stats.fps_sent or 0) > 28, "the path is known: every picture is sent")
        path.loses = lambda count, is_rtp: is_rtp and count % every == 0
        one.forget()
        stamps = one.sees(other.source, 90)
        gaps_ms = [later.clock_ms - earlier.clock_ms for earlier, later in pairwise(stamps)]
        assert max(gaps_ms) < 500
        assert stamps[-1].counter - stamps[0].counter < 90 / 0.7
        assert not one.all_events(MediaStalled)
        one.measured(lambda stats: 0.2 / every < (stats.loss or 0) < 2 / every, "the loss is measured")
        one.measured(lambda stats: stats.remote_tone_hz is not None, "the tone is heard")


class Replayed:
    """Somebody on the path who has no keys sends each packet of media again: at once, and half a second later."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.times = self.refused = 0
        send = aioice.ice.StunProtocol.send_data

        def again(protocol: aioice.ice.StunProtocol, data: bytes, addr: tuple[str, int]) -> None:
            if not protocol.transport.is_closing():
                self.times += 1
                protocol.transport.sendto(data, addr)

        async def sent(protocol: aioice.ice.StunProtocol, data: bytes, addr: tuple[str, int]) -> None:
            await send(protocol, data, addr)
            if data[0] in MEDIA:
                again(protocol, data, addr)
                asyncio.get_running_loop().call_later(0.5, again, protocol, data, addr)

        monkeypatch.setattr(aioice.ice.StunProtocol, "send_data", sent)
        for name in ("unprotect", "unprotect_rtcp"):
            monkeypatch.setattr(pylibsrtp.Session, name, self._counting(getattr(pylibsrtp.Session, name)))

    def _counting(self, unprotect: "Callable[[pylibsrtp.Session, bytes], bytes]") -> object:
        def counted(session: pylibsrtp.Session, data: bytes) -> bytes:
            try:
                return unprotect(session, data)
            except pylibsrtp.Error:
                self.refused += 1
                raise

        return counted


def test_what_is_recorded_on_the_way_and_sent_again_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """RFC 3711 section 3.3.2: a packet that came before is dropped, whoever sends it."""
    replayed = Replayed(monkeypatch)
    with CallEnd(1) as one, CallEnd(2) as other:
        negotiate(one, other, 1)
        seen = [stamp.counter for stamp in one.sees(other.source, 60)]
        assert seen == sorted(seen), "no picture comes back"
        assert replayed.times > 200
        assert replayed.refused > 0.9 * replayed.times - 50, "but for those on their way"
        one.forget()
        heard = one.measured(lambda stats: stats.remote_tone_hz is not None, "the tone is heard")
        assert heard.remote_tone_hz == pytest.approx(other.tone_hz, abs=2)
        one.forget()
        decoded = one.measured(lambda stats: bool(stats.frames_decoded), "pictures are decoded").frames_decoded
        other.forget()
        sent = other.measured(lambda stats: bool(stats.frames_sent), "pictures are sent").frames_sent
        assert decoded is not None
        assert sent is not None
        assert decoded <= sent, "none is decoded twice"
        assert not one.all_events(MediaStalled)


class Checks:
    """Consent that is asked for and expires thirty times as soon, on a path that holds each check up, or loses it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(upstream_path, "_CONSENT_EVERY_S", 0.1)
        monkeypatch.setattr(upstream_path, "_CONSENT_EXPIRES_S", 1.0)
        monkeypatch.setattr(aioice.ice, "CONSENT_INTERVAL", 0.1)
        self.lost = False
        self.sent = 0
        send = aioice.ice.StunProtocol.send_stun

        def arrive(protocol: aioice.ice.StunProtocol, message: stun.Message, addr: tuple[str, int]) -> None:
            if not protocol.transport.is_closing():  # the call has ended while it was under way
                send(protocol, message, addr)

        def held_up(protocol: aioice.ice.StunProtocol, message: stun.Message, addr: tuple[str, int]) -> None:
            self.sent += 1
            if not self.lost:
                asyncio.get_running_loop().call_later(0.15, arrive, protocol, message, addr)

        monkeypatch.setattr(aioice.ice.StunProtocol, "send_stun", held_up)


def test_a_round_trip_that_is_longer_than_the_wait_for_a_lost_check_ends_no_call(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    checks = Checks(monkeypatch)
    with CallEnd(1) as one, CallEnd(2) as other:
        negotiate(one, other, 1)
        asked = checks.sent
        one.sees(other.source, 90)
        assert checks.sent > asked + 20, "both ask and answer ten times a second"
        one.forget()
        one.sees(other.source)
        assert not one.all_events(PeerDisconnected)
        assert not other.all_events(PeerDisconnected)


def test_a_peer_that_answers_no_check_any_more_is_sent_nothing_any_more(monkeypatch: pytest.MonkeyPatch) -> None:
    checks = Checks(monkeypatch)
    with CallEnd(1) as one, CallEnd(2) as other:
        negotiate(one, other, 1)
        one.sees(other.source)
        checks.lost = True
        one.next_event(PeerDisconnected)
        other.next_event(PeerDisconnected)


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
