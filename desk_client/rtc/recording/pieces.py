"""What a recording is made of while a talk runs: pieces with their times, one after the other in a chunk. Pure."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from desk_client.rtc.wire.payloads import VideoCodec

_HEAD: Final = struct.Struct("<BBHIqI")
_OWN, _KEY, _VP8 = 1, 2, 4
_REPORT: Final = struct.Struct("<Bdd")
MOST_PAYLOAD: Final = 8_000_000


class PieceKind(IntEnum):
    """What a piece is."""

    PICTURE = 0
    SOUND = 1
    REPORT = 2
    """Which moment of the peer's own time a timestamp of theirs is (RFC 3550 section 6.4.1)."""
    BEGUN = 3
    """A connection is recorded from here on; whom it leads to is in its payload."""
    PAUSED = 4
    RESUMED = 5


@dataclass(frozen=True, slots=True)
class Piece:
    """One of them.

    Attributes:
        own: whether this end sent it, or received it.
        connection: a number of the connection it went by: each counts time from elsewhere.
        timestamp: of RTP, 32 bits; of own sound the count of its first sample, 32 bits of it.
        at_us: by this machine's monotonic clock in microseconds: when it was captured (own), or when it came.
        key_frame: of a picture: it needs no other.
    """

    kind: PieceKind
    connection: int
    at_us: int
    own: bool = False
    timestamp: int = 0
    key_frame: bool = False
    codec: VideoCodec = VideoCodec.H264
    payload: bytes = b""

    def packed(self) -> bytes:
        """As it stands in a chunk."""
        flags = _OWN * self.own | _KEY * self.key_frame | _VP8 * (self.codec is VideoCodec.VP8)
        head = _HEAD.pack(
            self.kind, flags, self.connection & 0xFFFF, self.timestamp & 0xFFFFFFFF, self.at_us, len(self.payload)
        )
        return head + self.payload


@dataclass(frozen=True, slots=True)
class Report:
    """What the payload of a REPORT says; the timestamp is the piece's own."""

    kind: PieceKind
    """Of which stream: PICTURE or SOUND."""
    ntp_s: float
    rtt_s: float
    """Of the path at that time; 0 while unknown."""

    def packed(self) -> bytes:
        """As a payload."""
        return _REPORT.pack(self.kind, self.ntp_s, self.rtt_s)


def report_of(piece: Piece) -> Report:
    """What a REPORT says."""
    kind, ntp_s, rtt_s = _REPORT.unpack(piece.payload)
    return Report(PieceKind(kind), ntp_s, rtt_s)


def unpacked(data: bytes) -> Iterator[Piece]:
    """The pieces of a chunk.

    Raises:
        ValueError: these are none.
    """
    at = 0
    while at < len(data):
        try:
            kind, flags, connection, timestamp, at_us, size = _HEAD.unpack_from(data, at)
        except struct.error:
            raise ValueError("a chunk ends in the middle of a piece") from None
        at += _HEAD.size
        if size > MOST_PAYLOAD or at + size > len(data):
            raise ValueError("a piece is longer than its chunk")
        yield Piece(
            PieceKind(kind),
            connection,
            at_us,
            bool(flags & _OWN),
            timestamp,
            bool(flags & _KEY),
            VideoCodec.VP8 if flags & _VP8 else VideoCodec.H264,
            data[at : at + size],
        )
        at += size
