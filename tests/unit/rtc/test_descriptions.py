"""Candidates and descriptions as text; whole negotiations with junk are in the integration tests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.wire.descriptions import Refused, Usable, read_candidate, read_description, with_flight

GOOD = "candidate:1 1 udp 2130706431 192.168.1.7 50000 typ host"


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "a=" + GOOD,
        GOOD.removeprefix("candidate:"),
        GOOD + "\r\n",
        GOOD.replace("192.168.1.7", "fe80::1"),
        GOOD.replace("192.168.1.7", "4c1a3c1e-aaaa-bbbb-cccc-0123456789ab.local"),
        GOOD.replace("typ host", "typ srflx raddr 10.0.0.1 rport 4000"),
    ],
)
def test_candidates_that_can_be_used(text: str) -> None:
    candidate = read_candidate(text, "0", None)
    assert candidate is not None
    assert (candidate.port, candidate.sdpMid, candidate.sdpMLineIndex) == (50000, "0", None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "candidate:",
        "candidate:1 1 udp",
        GOOD.replace("50000", "0"),
        GOOD.replace("50000", "70000"),
        GOOD.replace("50000", "fifty"),
        GOOD.replace("192.168.1.7", "example.org"),
        GOOD.replace("192.168.1.7", "1.2.3"),
        GOOD.replace("typ host", "typ guest"),
        GOOD.replace("1 1 udp", "1 256 udp"),
    ],
)
def test_candidates_that_cannot(text: str) -> None:
    assert read_candidate(text, "0", 0) is None


def test_a_candidate_of_no_section_is_none() -> None:
    assert read_candidate(GOOD, None, None) is None


@given(st.text())
def test_any_text_may_be_read_as_a_candidate(text: str) -> None:
    read_candidate(text, "0", 0)


@given(st.text(), st.sampled_from(["offer", "answer"]))
def test_any_text_may_be_read_as_a_description(text: str, kind: str) -> None:
    assert isinstance(read_description("offer" if kind == "offer" else "answer", text), Refused)


def described(*lines: str) -> str:
    """A description that is good, with more lines at its head."""
    section = (
        "m={} 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=mid:{}\r\na=rtcp-mux\r\na=sendrecv\r\n"
        "a=rtpmap:96 {}\r\na=ice-ufrag:abcd\r\na=ice-pwd:{}\r\na=fingerprint:sha-256 {}\r\na=setup:actpass\r\n"
    )
    secrets = "a" * 22, ":".join(["00"] * 32)
    head = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\n" + "".join(f"{line}\r\n" for line in lines)
    return (
        head + section.format("audio", 0, "opus/48000/2", *secrets) + section.format("video", 1, "VP8/90000", *secrets)
    )


@pytest.mark.parametrize("size", [1, 2, 3, 169, 781, 3000])
def test_a_flight_travels_with_a_description(size: int) -> None:
    flight = bytes(number % 256 for number in range(size))
    read = read_description("offer", with_flight(described(), flight))
    assert isinstance(read, Usable)
    assert read.flight == flight


def test_no_flight_changes_nothing() -> None:
    assert with_flight(described(), b"") == described()
    read = read_description("offer", described())
    assert isinstance(read, Usable)
    assert read.flight == b""


@pytest.mark.parametrize("text", ["", "=", "a", "ab=", "abc", "abcd=", "ab==ab==", "ab-_", "YWJj" * 1001, "é" * 4])
def test_a_flight_that_is_no_base64_is_passed_over(text: str) -> None:
    read = read_description("offer", described(f"a=x-dtls-flight:{text}"))
    assert isinstance(read, Usable)
    assert read.flight == b""


def test_a_section_whose_mid_has_no_value_is_refused() -> None:
    section = (
        "m={} 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=mid\r\na=rtcp-mux\r\na=setup:actpass\r\n"
        f"a=ice-ufrag:abcd\r\na=ice-pwd:{'a' * 22}\r\na=fingerprint:sha-256 {':'.join(['AB'] * 32)}\r\n"
    )
    sdp = "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\n" + section.format("audio") + section.format("video")
    assert read_description("offer", sdp) == Refused("audio: no usable mid")


LINES = """\
v=0
m=audio 9 UDP/TLS/RTP/SAVPF 96
m=video 9 UDP/TLS/RTP/SAVPF 97
a=mid:0
a=rtcp-mux
a=fmtp:97 x=y
a=rtpmap:97 H264/90000
a=rtpmap:96 opus/48000/2
a=setup:actpass
a=ice-ufrag:abcd
a=ice-pwd:aaaaaaaaaaaaaaaaaaaaaa
a=group:BUNDLE 0 1
a=fingerprint:sha-256 00:11
a=ssrc:1
a=ssrc-group:FID 1 2
a=extmap:1 urn:x
c=IN IP4 0.0.0.0
a=candidate:1
a=rtcp-fb:* nack
a=sendrecv
a=rtcp:9
a=msid-semantic
a=
="""


@given(st.lists(st.sampled_from(LINES.splitlines()), max_size=40))
def test_any_heap_of_lines_may_be_read_as_a_description(lines: list[str]) -> None:
    assert isinstance(read_description("offer", "\r\n".join(lines) + "\r\n"), Refused)
