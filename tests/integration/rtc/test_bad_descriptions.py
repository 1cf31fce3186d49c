"""A peer that sends junk: each time a typed refusal, and the engine is there for the next valid negotiation."""

import itertools
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    AddCandidate,
    CreateOffer,
    DescriptionRefused,
    LocalDescription,
    MediaStalled,
    PeerDisconnected,
)
from desk_client.rtc.wire.descriptions import MOST_BYTES
from tests.fakes.call_end import CallEnd, negotiate

Spoil = Callable[[str], str]

NUMBERS = itertools.count(10)


@pytest.fixture(scope="module")
def offer() -> str:
    with CallEnd(3) as end:
        end.engine.post(CreateOffer(1, ()))
        return end.next_event(LocalDescription).sdp


@pytest.fixture
def ends() -> Iterator[tuple[CallEnd, CallEnd]]:
    with CallEnd(1) as one, CallEnd(2) as other:
        yield one, other


def section(sdp: str, kind: str) -> str:
    return next("m=" + part for part in sdp.split("m=")[1:] if part.startswith(kind))


BAD: dict[str, Spoil] = {
    "nothing": lambda _sdp: "",
    "words": lambda _sdp: "this is no description",
    "no media": lambda sdp: sdp.split("m=")[0],
    "no pictures": lambda sdp: sdp.replace(section(sdp, "video"), ""),
    "sound twice": lambda sdp: sdp + section(sdp, "audio"),
    "a data channel too": lambda sdp: sdp + "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\na=mid:2\r\n",
    "half a description": lambda sdp: sdp[: len(sdp) // 2],
    "no fingerprint": lambda sdp: sdp.replace("a=fingerprint", "a=x-fingerprint"),
    "a fingerprint of nothing": lambda sdp: sdp.replace("a=fingerprint:sha-256 ", "a=fingerprint:sha-256 ZZ:"),
    "no ICE password": lambda sdp: sdp.replace("a=ice-pwd", "a=x-pwd"),
    "a short ICE name": lambda sdp: sdp.replace("a=ice-ufrag:", "a=ice-ufrag:\r\na=x:"),
    "no multiplexing": lambda sdp: sdp.replace("a=rtcp-mux\r\n", ""),
    "codecs that nobody has": lambda sdp: sdp.replace("opus/", "sopu/"),
    "an address that is none": lambda sdp: sdp.replace(
        "a=candidate:", "a=candidate:1 1 udp 1 no-where 9 typ host\r\na=x:"
    ),
    "an extension out of range": lambda sdp: sdp.replace("a=extmap:1 ", "a=extmap:9999 "),
    "the same mid twice": lambda sdp: sdp.replace("a=mid:1", "a=mid:0"),
    "far too large": lambda sdp: sdp + "a=x:" + "y" * MOST_BYTES + "\r\n",
    "lone surrogates": lambda sdp: sdp.replace("s=-", "s=\ud800") + "\ud800",
}


@pytest.mark.parametrize("spoil", BAD.values(), ids=BAD.keys())
def test_a_bad_offer_is_refused_and_a_good_one_still_serves(offer: str, spoil: Spoil) -> None:
    with CallEnd(1) as end:
        end.engine.post(AcceptOffer(7, spoil(offer), ()))
        refused = end.next_event(DescriptionRefused)
        assert refused.negotiation == 7
        assert refused.reason
        assert not end.all_events(LocalDescription)
        end.engine.post(AcceptOffer(8, offer, ()))
        assert end.next_event(LocalDescription).negotiation == 8


@pytest.mark.parametrize("spoil", BAD.values(), ids=BAD.keys())
def test_a_bad_answer_is_refused_and_the_good_one_still_serves(ends: tuple[CallEnd, CallEnd], spoil: Spoil) -> None:
    one, other = ends
    number = next(NUMBERS)
    one.engine.post(CreateOffer(number, ()))
    other.engine.post(AcceptOffer(number, one.next_event(LocalDescription).sdp, ()))
    answer = other.next_event(LocalDescription).sdp
    one.engine.post(AcceptAnswer(number, spoil(answer)))
    assert one.next_event(DescriptionRefused).negotiation == number


def test_an_offer_in_an_answer_s_place_is_refused(offer: str) -> None:
    with CallEnd(1) as end:
        end.engine.post(CreateOffer(1, ()))
        end.next_event(LocalDescription)
        end.engine.post(AcceptAnswer(1, offer))
        assert end.next_event(DescriptionRefused).negotiation == 1


def test_junk_in_the_middle_of_a_call_does_not_end_it(ends: tuple[CallEnd, CallEnd]) -> None:
    one, other = ends
    number = next(NUMBERS)
    negotiate(one, other, number)
    other.forget()
    other.engine.post(AcceptOffer(next(NUMBERS), "v=0\r\nm=audio", ()))
    other.engine.post(AcceptAnswer(number, "v=0"))
    other.next_event(DescriptionRefused)
    for junk in (
        "",
        "candidate:",
        "candidate:1 1 udp x 127.0.0.1 9 typ host",
        "a" * 1000,
        "candidate:1 1 udp 1 ::: 9 typ host",
    ):
        other.engine.post(AddCandidate(number, junk, "0", 0))
        other.engine.post(AddCandidate(number, junk, None, None))
        other.engine.post(AddCandidate(number + 1000, junk, "0", 0))
    other.sees(one.source, 30)
    assert not other.all_events(PeerDisconnected)
    assert not other.all_events(MediaStalled)


def test_whatever_comes_is_refused_and_the_engine_serves_after_it(ends: tuple[CallEnd, CallEnd], offer: str) -> None:
    one, other = ends

    @settings(max_examples=60, deadline=None)
    @given(junk=st.one_of(st.text(max_size=300), mangled(offer)))
    def refused(junk: str) -> None:
        other.forget()
        other.engine.post(AcceptOffer(next(NUMBERS), junk, ()))
        other.remote.until(
            lambda: bool(other.all_events(DescriptionRefused) or other.all_events(LocalDescription)), "it was answered"
        )

    refused()
    negotiate(one, other, next(NUMBERS))
    one.sees(other.source)
    other.sees(one.source)


def mangled(sdp: str) -> st.SearchStrategy[str]:
    """A description with a stretch of it replaced."""

    def replaced(start: int, length: int, by: str) -> str:
        return sdp[:start] + by + sdp[start + length :]

    return st.builds(replaced, st.integers(0, len(sdp)), st.integers(0, 60), st.text(max_size=20))
