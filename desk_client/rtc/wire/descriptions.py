"""Reading a peer's session description and candidates before aiortc acts on them. Pure.

Upstream's parser asserts, and what it lets through may raise later in a task that nobody awaits: here whatever a peer
may send becomes a typed refusal first.
"""

import ipaddress
import re
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Final, Literal

from aiortc import RTCIceCandidate
from aiortc.rtcdtlstransport import X509_DIGEST_ALGORITHMS
from aiortc.sdp import MediaDescription, SessionDescription, candidate_from_sdp

MOST_BYTES: Final = 32 * 1024
"""Ours are about 4 KiB."""
MOST_CANDIDATES: Final = 64

_KINDS: Final = ["audio", "video"]
_TOKEN: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,16}")
_ICE_NAME: Final = re.compile(r"[A-Za-z0-9+/]{4,256}")
_ICE_PASSWORD: Final = re.compile(r"[A-Za-z0-9+/]{22,256}")
_DIGEST: Final = re.compile(r"(?:[0-9A-Fa-f]{2}:){19,63}[0-9A-Fa-f]{2}")
_EXTENSION_IDS: Final = range(1, 15)
_CANDIDATE_TYPES: Final = {"host", "srflx", "prflx", "relay"}
_PORTS: Final = range(1, 65536)
_FLIGHT: Final = "x-dtls-flight"
_FLIGHT_LINE: Final = re.compile(
    rf"^a={_FLIGHT}:((?:[A-Za-z0-9+/]{{4}}){{0,1000}}(?:[A-Za-z0-9+/]{{2}}==|[A-Za-z0-9+/]{{3}}=)?)\r?$", re.MULTILINE
)
"""Base64 (RFC 4648 section 4); ours are 0.2 and 1 KiB."""


@dataclass(frozen=True)
class Refused:
    """The description cannot be used; the reason is for a log."""

    reason: str


@dataclass(frozen=True)
class Usable:
    """A description with one section of sound and one of pictures, secured as WebRTC wants it (RFC 8827)."""

    kind: Literal["offer", "answer"]
    sdp: str
    flight: bytes = b""
    """Of a DTLS handshake that begins with the descriptions; nothing, where it does not."""


def with_flight(sdp: str, flight: bytes) -> str:
    """The description, and with it a flight of the handshake; those who do not know of it pass it over."""
    head, media = sdp[: (at := sdp.index("m="))], sdp[at:]
    return f"{head}a={_FLIGHT}:{b64encode(flight).decode()}\r\n{media}" if flight else sdp


def read_description(kind: Literal["offer", "answer"], sdp: str) -> Usable | Refused:
    """Check a peer's SDP (RFC 8866, RFC 8829)."""
    try:
        if len(sdp.encode()) > MOST_BYTES:
            return Refused(f"the description is larger than {MOST_BYTES} bytes")
        session = SessionDescription.parse(sdp)
        str(session)  # aiortc writes it again later; what it cannot write is refused now
    except Exception as error:  # noqa: BLE001  (the parser meets junk with whatever the line at fault happens to raise)
        return Refused(f"the description does not parse ({type(error).__name__})")
    if sorted(media.kind for media in session.media) != _KINDS:
        return Refused("the description is not of one section of sound and one of pictures")
    for media in session.media:
        reason = _flaw(kind, media)
        if reason is not None:
            return Refused(f"{media.kind}: {reason}")
    if len({media.rtp.muxId for media in session.media}) != len(session.media):
        return Refused("two sections have the same mid")
    flight = _FLIGHT_LINE.search(sdp)
    return Usable(kind, sdp, b64decode(flight[1]) if flight else b"")


def read_candidate(text: str, sdp_mid: str | None, sdp_mline_index: int | None) -> RTCIceCandidate | None:
    """Read a trickled candidate (RFC 8839 section 5.1), with or without `candidate:`; None if it cannot be used."""
    if sdp_mid is None and sdp_mline_index is None:
        return None
    try:
        candidate = candidate_from_sdp(text.strip().removeprefix("a=").removeprefix("candidate:"))
    except (AssertionError, ValueError):
        return None
    if not _reachable(candidate):
        return None
    candidate.sdpMid, candidate.sdpMLineIndex = sdp_mid, sdp_mline_index
    return candidate


def _flaw(kind: Literal["offer", "answer"], media: MediaDescription) -> str | None:
    """What forbids the use of a section."""
    ice, dtls = media.ice, media.dtls
    if (
        ice is None
        or not _ICE_NAME.fullmatch(ice.usernameFragment or "")
        or not _ICE_PASSWORD.fullmatch(ice.password or "")
    ):
        return "no usable ICE credentials"
    if dtls is None or dtls.role not in (("auto", "client", "server") if kind == "offer" else ("client", "server")):
        return "no usable DTLS role"
    known = [print_ for print_ in dtls.fingerprints if print_.algorithm.lower() in X509_DIGEST_ALGORITHMS]
    if not known or not all(_DIGEST.fullmatch(print_.value) for print_ in known):
        return "no usable DTLS fingerprint"
    if not media.rtcp_mux:
        return "RTCP is not multiplexed"
    if not _TOKEN.fullmatch(media.rtp.muxId or ""):  # None, for a line without a value, whatever its type says
        return "no usable mid"
    if any(extension.id not in _EXTENSION_IDS for extension in media.rtp.headerExtensions):
        return "a header extension's id is out of range"
    if len(media.ice_candidates) > MOST_CANDIDATES:
        return "too many candidates"
    if not all(_reachable(candidate) for candidate in media.ice_candidates):
        return "a candidate without a usable address"
    return None


def _reachable(candidate: RTCIceCandidate) -> bool:
    """Whether a candidate names somewhere that a packet could go to."""
    if candidate.type not in _CANDIDATE_TYPES or candidate.port not in _PORTS or candidate.component != 1:
        return False
    if candidate.ip.endswith(".local"):
        return True
    try:
        ipaddress.ip_address(candidate.ip)
    except ValueError:
        return False
    return True
