"""Calls through a real coturn, with credentials as our server makes them; and relays that do not serve."""

import socket
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    CreateOffer,
    IceServer,
    LocalDescription,
    MediaFlowing,
    ProbeServers,
    ServersProbed,
)
from desk_client.rtc.server_probe import ServerAnswer
from desk_client.server.services.life.rooms import turn_credential
from tests.coturn import SECRET, Coturn
from tests.fakes.call_end import CallEnd

HOUR = timedelta(hours=1)


@pytest.fixture
def coturn(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Coturn]:
    relay = Coturn(tmp_path_factory.mktemp("coturn"))
    relay.start()
    yield relay
    relay.stop()


@pytest.fixture
def silent() -> Iterator[str]:
    """A relay that takes whatever comes and never answers, as behind a firewall."""
    with socket.socket(type=socket.SOCK_DGRAM) as nobody:
        nobody.bind(("127.0.0.1", 0))
        yield f"turn:127.0.0.1:{nobody.getsockname()[1]}?transport=udp"


@pytest.fixture
def ends() -> Iterator[tuple[CallEnd, CallEnd]]:
    with CallEnd(1) as citizen, CallEnd(2) as official:
        yield citizen, official


def server(*urls: str, expires_in: timedelta = HOUR, secret: str = SECRET) -> IceServer:
    name, password = turn_credential(secret, datetime.now(UTC) + expires_in, "token")
    return IceServer(urls, name, password)


def probed(end: CallEnd, *servers: IceServer) -> dict[str, ServerAnswer]:
    end.forget()
    end.engine.post(ProbeServers(servers))
    return {probe.url: probe.answer for probe in end.next_event(ServersProbed).probes}


def described(end: CallEnd, negotiation: int, *servers: IceServer) -> tuple[LocalDescription, float]:
    """Its offer, and how many seconds that took."""
    end.forget()
    began_s = time.monotonic()
    end.engine.post(CreateOffer(negotiation, servers))
    return end.next_event(LocalDescription), time.monotonic() - began_s


def relayed_only(sdp: str) -> str:
    lines = sdp.splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("a=candidate") or " typ relay " in line]
    assert len(kept) < len(lines), "there was nothing else to leave out"
    assert any(line.startswith("a=candidate") for line in kept), "there is no relay among the candidates"
    return "".join(kept)


def call_by_relay(citizen: CallEnd, official: CallEnd, *servers: IceServer, negotiation: int = 1) -> None:
    """Neither end is told of another way to the other than the relays."""
    offer, _ = described(official, negotiation, *servers)
    citizen.forget()
    citizen.engine.post(AcceptOffer(negotiation, relayed_only(offer.sdp), servers))
    answer = citizen.next_event(LocalDescription)
    official.engine.post(AcceptAnswer(negotiation, relayed_only(answer.sdp)))
    for end, other in ((citizen, official), (official, citizen)):
        end.next_event(MediaFlowing)
        end.sees(other.source)


@pytest.mark.parametrize("way", ["udp", "tcp", "tls"])
def test_both_ends_see_each_other_through_the_relay(coturn: Coturn, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(coturn.certificate))  # whom this machine believes
    with CallEnd(1) as citizen, CallEnd(2) as official:
        assert probed(official, server(coturn.url(way))) == {coturn.url(way): ServerAnswer.SERVES}
        call_by_relay(citizen, official, server(coturn.url(way)))
    coturn.until(lambda: coturn.relayed() > 100, "what the ends saw went through the relay")


@pytest.mark.parametrize(("expires_in", "secret"), [(-HOUR, SECRET), (HOUR, "another")], ids=["expired", "wrong"])
def test_credentials_that_are_not_taken_are_told_and_the_call_finds_another_way_at_once(
    coturn: Coturn, ends: tuple[CallEnd, CallEnd], expires_in: timedelta, secret: str
) -> None:
    relay = server(coturn.url("udp"), expires_in=expires_in, secret=secret)
    citizen, official = ends
    offer, first_s = described(official, 1, relay)
    assert " typ relay " not in offer.sdp
    assert first_s < 1
    assert probed(official, relay) == {coturn.url("udp"): ServerAnswer.REFUSES}
    offer, _ = described(official, 2, relay)
    citizen.forget()
    citizen.engine.post(AcceptOffer(2, offer.sdp, (relay,)))
    official.engine.post(AcceptAnswer(2, citizen.next_event(LocalDescription).sdp))
    for end in ends:
        end.next_event(MediaFlowing)


def test_a_relay_that_is_silent_holds_up_at_most_the_first_negotiation(
    ends: tuple[CallEnd, CallEnd], silent: str
) -> None:
    _, official = ends
    offer, first_s = described(official, 1, server(silent))
    assert " typ host" in offer.sdp
    assert first_s < 2.6
    assert probed(official, server(silent)) == {silent: ServerAnswer.SILENT}
    _, then_s = described(official, 2, server(silent))
    assert then_s < 1


def test_where_datagrams_do_not_get_through_a_stream_is_taken(
    coturn: Coturn, ends: tuple[CallEnd, CallEnd], silent: str
) -> None:
    relay = server(silent, coturn.url("tcp"))
    for end in ends:
        assert probed(end, relay) == {silent: ServerAnswer.SILENT, coturn.url("tcp"): ServerAnswer.SERVES}
    call_by_relay(*ends, relay)


def test_each_answer_has_its_name(coturn: Coturn, ends: tuple[CallEnd, CallEnd]) -> None:
    """Without credentials it is only asked whether somebody is there."""
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        closed = f"turn:127.0.0.1:{nobody.getsockname()[1]}?transport=tcp"
        expected = {
            f"stun:127.0.0.1:{coturn.port}": ServerAnswer.SERVES,
            coturn.url("udp"): ServerAnswer.SERVES,
            coturn.url("tcp"): ServerAnswer.SERVES,
            coturn.url("tls"): ServerAnswer.UNTRUSTED,
            closed: ServerAnswer.UNREACHABLE,
            "turn:nowhere.invalid": ServerAnswer.UNREACHABLE,
            "turn:127.0.0.1:99999": ServerAnswer.MALFORMED,
            "stuns:127.0.0.1:1": ServerAnswer.MALFORMED,
            "nonsense": ServerAnswer.MALFORMED,
        }
        assert probed(ends[0], IceServer(tuple(expected))) == expected
    rtts = {probe.url: probe.rtt_ms for probe in ends[0].next_event(ServersProbed).probes}
    assert rtts[closed] is None
    assert 0 < (rtts[coturn.url("udp")] or 0) < 1000


def test_a_relay_that_came_back_is_used_again(coturn: Coturn, ends: tuple[CallEnd, CallEnd]) -> None:
    relay = server(coturn.url("tcp"))
    coturn.stop()
    for end in ends:
        assert probed(end, relay) == {coturn.url("tcp"): ServerAnswer.UNREACHABLE}
    coturn.start()
    for end in ends:
        assert probed(end, relay) == {coturn.url("tcp"): ServerAnswer.SERVES}
    call_by_relay(*ends, relay)
