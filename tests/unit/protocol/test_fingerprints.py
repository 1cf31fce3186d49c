"""Which certificates a description names: nothing that a later reader could find is overlooked."""

import pytest
from aiortc.sdp import SessionDescription

from desk_client.protocol.fingerprints import MOST, fingerprints

A, B = ":".join(["0A"] * 32), ":".join(["0B"] * 32)
HEAD = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"
SECTION = "m=audio 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=rtpmap:96 opus/48000/2\r\na=setup:actpass\r\n"


def line(value: str, algorithm: str = "sha-256") -> str:
    return f"a=fingerprint:{algorithm} {value}\r\n"


def test_those_of_the_session_and_of_each_section_are_one_set() -> None:
    sdp = HEAD + line(A) + SECTION + line(A.lower(), "SHA-256") + line(B, "sha-384")
    assert fingerprints(sdp) == frozenset({f"sha-256 {A}", f"sha-384 {B}"})


@pytest.mark.parametrize(
    "odd",
    [
        "",
        f"a=fingerprint:sha-256  {A}\r\n",
        f"a=fingerprint:sha-256 {A} x\r\n",
        f"a=fingerprint :sha-256 {A}\r\n",
        f"a= fingerprint:sha-256 {A}\r\n",
        f"a=FINGERPRINT:sha-256 {A}\r\n",
        "a=fingerprint\r\n",
        "a=fingerprint:sha-256 0A:0B\r\n",
        "".join(line(A[:-2] + f"{number:02X}") for number in range(MOST + 1)),
    ],
)
def test_what_only_looks_like_one_makes_the_description_unusable(odd: str) -> None:
    assert fingerprints(HEAD + SECTION + odd) is None
    if odd:
        assert fingerprints(HEAD + line(B) + SECTION + odd) is None


@pytest.mark.parametrize("separator", ["\n", "\r", "\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_whatever_ends_a_line_for_the_engine_ends_it_here(separator: str) -> None:
    hidden = f"a=x{separator}a=fingerprint:sha-256 {B}\r\n"
    sdp = HEAD + SECTION + line(A) + hidden
    dtls = SessionDescription.parse(sdp).media[0].dtls
    assert dtls is not None
    seen = {each.value for each in dtls.fingerprints}
    assert seen == {A, B}
    assert fingerprints(sdp) == frozenset({f"sha-256 {A}", f"sha-256 {B}"})
