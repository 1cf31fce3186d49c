"""What an Opus packet says of itself without being decoded (RFC 6716 sections 3 and 4.2). Pure.

The receive buffer must know how long each waiting packet sounds, and whether it brings its forerunner along, before it
is that packet's turn.
"""

from dataclasses import dataclass
from typing import Final

from desk_client.rtc.sound.meter import SAMPLE_RATE

MOST_SAMPLES: Final = SAMPLE_RATE * 120 // 1000
"""A packet holds 120 ms at the most (RFC 6716 section 3.2.5, R5)."""
MOST_BYTES: Final = 6 * 1275 + 12
"""Six frames of 20 ms of the largest size, and their lengths; whoever pads beyond that means no good."""
_LARGEST_FRAME: Final = 1275
_CELT_FROM: Final = 16
_SILK_MS: Final = (10, 20, 40, 60)
_HYBRID_FROM: Final = 12
_TINY: Final = 2
"""Bytes; see `PacketFacts.is_silence`."""


@dataclass(frozen=True)
class PacketFacts:
    """Of one packet that is in order."""

    length: int
    """Samples at 48 kHz."""
    brings_previous: bool
    """Holds a coarse copy of the packet before it (in-band forward error correction, RFC 6716 section 2.1.7)."""
    is_silence: bool
    """Nothing was coded: whoever receives it makes comfort noise (discontinuous transmission, section 2.1.9)."""


def read(payload: bytes) -> PacketFacts | None:
    """The packet's facts; None for what no Opus encoder would send."""
    if not payload or len(payload) > MOST_BYTES:
        return None
    config, stereo = payload[0] >> 3, bool(payload[0] & 0x04)
    frame = _frame_samples(config)
    split = _split(payload)
    if split is None:
        return None
    count, first, size = split
    if count * frame > MOST_SAMPLES:
        return None
    silk_frames = _silk_frames(config)
    brings = bool(silk_frames) and size > 0 and _has_copy(payload[first], silk_frames, stereo=stereo)
    return PacketFacts(count * frame, brings, len(payload) <= _TINY)


def _frame_samples(config: int) -> int:
    """Section 3.1, table 2."""
    if config >= _CELT_FROM:
        return 120 << (config & 0x03)
    if config >= _HYBRID_FROM:
        return 960 if config & 0x01 else 480
    return _SILK_MS[config & 0x03] * SAMPLE_RATE // 1000


def _silk_frames(config: int) -> int:
    """How many of SILK's own frames lie in one of Opus (section 4.2.2); 0 where there is no SILK layer."""
    if config >= _CELT_FROM:
        return 0
    return 1 if config >= _HYBRID_FROM else max(1, _SILK_MS[config & 0x03] // 20)


def _has_copy(begin: int, silk_frames: int, *, stereo: bool) -> bool:
    """A SILK layer begins so (section 4.2.3): for each channel a flag of voice per frame, then that of the copy."""
    flag = 0x80 >> silk_frames
    return bool(begin & flag) or (stereo and bool(begin & (flag >> (silk_frames + 1))))


def _split(payload: bytes) -> tuple[int, int, int] | None:
    """How many frames, where the first begins, and its bytes (section 3.2); None where the rules are broken."""
    match payload[0] & 0x03:
        case 0:
            return _checked(1, 1, len(payload) - 1)
        case 1:
            body = len(payload) - 1
            return None if body % 2 else _checked(2, 1, body // 2)
        case 2:
            size, at = _frame_size(payload, 1)
            rest = len(payload) - at - size
            return None if rest < 0 or rest > _LARGEST_FRAME else _checked(2, at, size)
        case _:
            return _split_many(payload)


def _split_many(payload: bytes) -> tuple[int, int, int] | None:
    """Section 3.2.5: any number of frames, perhaps with padding at the end."""
    if len(payload) < 2:  # noqa: PLR2004 - the byte that counts the frames
        return None
    count, at, end = payload[1] & 0x3F, 2, len(payload)
    if count == 0:
        return None
    if payload[1] & 0x40:
        more = 255
        while more == 255:  # noqa: PLR2004 - "another 254, and a further byte follows"
            if at >= end:
                return None
            more = payload[at]
            at += 1
            end -= 254 if more == 255 else more  # noqa: PLR2004 - as above
    if not payload[1] & 0x80:
        body = end - at
        return None if body < 0 or body % count else _checked(count, at, body // count)
    sizes = []
    for _ in range(count - 1):
        size, at = _frame_size(payload, at)
        if size > _LARGEST_FRAME:
            return None
        sizes.append(size)
    last = end - at - sum(sizes)
    if not 0 <= last <= _LARGEST_FRAME:
        return None
    return _checked(count, at, sizes[0] if sizes else last)


def _frame_size(payload: bytes, at: int) -> tuple[int, int]:
    """A coded length (section 3.2.1) and where it ends; far too long where the packet ends before."""
    if at >= len(payload):
        return MOST_BYTES, at
    first = payload[at]
    if first < 252:  # noqa: PLR2004 - from here on a second byte follows
        return first, at + 1
    if at + 1 >= len(payload):
        return MOST_BYTES, at
    return payload[at + 1] * 4 + first, at + 2


def _checked(count: int, first: int, size: int) -> tuple[int, int, int] | None:
    return (count, first, size) if size <= _LARGEST_FRAME else None
