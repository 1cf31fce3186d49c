"""Writing RTP packets (RFC 3550 section 5.1, RFC 8285 section 4.2). Pure; reading them is upstream's."""

import struct
from dataclasses import dataclass
from typing import Final

_FIXED: Final = struct.Struct("!BBHII")
_VERSION: Final = 2 << 6
_EXTENDED: Final = 1 << 4
_PADDED: Final = 1 << 5
_ONE_BYTE_HEADER: Final = b"\xbe\xde"
OVERHEAD: Final = 12 + 8 + 10
"""What a packet has besides its payload, about: header, one extension, SRTP's tag."""


@dataclass(frozen=True, slots=True)
class ExtensionIds:
    """The header extensions that were agreed upon, by their ids; None: not."""

    mid: int | None = None
    audio_level: int | None = None
    abs_send_time: int | None = None
    transport_sequence_number: int | None = None

    def joined(self, other: "ExtensionIds") -> "ExtensionIds":
        """What either names: the sections of a bundle share their ids (RFC 9143)."""
        return ExtensionIds(
            mid=self.mid or other.mid,
            audio_level=self.audio_level or other.audio_level,
            abs_send_time=self.abs_send_time or other.abs_send_time,
            transport_sequence_number=self.transport_sequence_number or other.transport_sequence_number,
        )


@dataclass(slots=True)
class OutgoingPacket:
    """A packet that waits for its turn. What is known only when it leaves is not in it."""

    ssrc: int
    payload_type: int
    sequence_number: int
    timestamp: int
    marker: bool
    payload: bytes
    mid: bytes | None = None
    audio_level_dbov: int | None = None
    """0..127 below full scale (RFC 6464)."""
    padding: int = 0
    """Bytes of padding behind the payload, 0..255."""

    @property
    def size(self) -> int:
        """On the wire, about: without UDP and IP."""
        return len(self.payload) + self.padding + OVERHEAD


def packed(packet: OutgoingPacket, ids: ExtensionIds, transport_number: int | None, ntp: int) -> bytes:
    """The bytes of a packet.

    Args:
        packet: what to send.
        ids: of the extensions.
        transport_number: the transport-wide sequence number, where that extension was agreed upon.
        ntp: the time of sending as a 64-bit NTP timestamp, for `abs-send-time`.
    """
    extension = b""
    if packet.mid is not None and ids.mid is not None:
        extension += bytes(((ids.mid << 4) | (len(packet.mid) - 1),)) + packet.mid
    if packet.audio_level_dbov is not None and ids.audio_level is not None:
        extension += bytes((ids.audio_level << 4, packet.audio_level_dbov & 0x7F))
    if ids.transport_sequence_number is not None and transport_number is not None:
        extension += struct.pack("!BH", (ids.transport_sequence_number << 4) | 1, transport_number)
    elif ids.abs_send_time is not None:
        extension += bytes(((ids.abs_send_time << 4) | 2,)) + struct.pack("!I", (ntp >> 14) & 0xFFFFFF)[1:]
    first = _VERSION | (_EXTENDED if extension else 0) | (_PADDED if packet.padding else 0)
    header = _FIXED.pack(
        first,
        (0x80 if packet.marker else 0) | packet.payload_type,
        packet.sequence_number,
        packet.timestamp & 0xFFFFFFFF,
        packet.ssrc,
    )
    if extension:
        extension += bytes(-len(extension) % 4)
        header += _ONE_BYTE_HEADER + struct.pack("!H", len(extension) // 4) + extension
    if not packet.padding:
        return header + packet.payload
    return header + packet.payload + bytes(packet.padding - 1) + bytes((packet.padding,))


def retransmission(packet: OutgoingPacket, ssrc: int, payload_type: int, sequence_number: int) -> OutgoingPacket:
    """The packet once more, as RFC 4588 section 4 wants it."""
    return OutgoingPacket(
        ssrc,
        payload_type,
        sequence_number,
        packet.timestamp,
        packet.marker,
        struct.pack("!H", packet.sequence_number) + packet.payload,
        packet.mid,
    )
