"""From encoded pictures to RTP payloads and back: H264 (RFC 6184) and VP8 (RFC 7741). Pure.

Cutting up and putting together is upstream's; that a key frame begins, it does not tell.
"""

from collections.abc import Callable
from enum import Enum
from fractions import Fraction
from typing import Final

import av
from aiortc.codecs import h264, vpx

VIDEO_CLOCK_HZ: Final = 90_000
_SPS, _STAP_A, _FU_A = 7, 24, 28
_FU_HEADERS: Final = 2
_STAP_HEADERS: Final = 3
_PARTITION, _START_OF_FIRST = 0x1F, 0x10  # S set, PID 0


class VideoCodec(Enum):
    """What we can send and show, by its name in SDP; the first is preferred."""

    H264 = "H264"
    VP8 = "VP8"

    def available(self) -> bool:
        """Whether this build of FFmpeg can encode it: one without GPL parts has no x264."""
        return _ENCODERS[self] in av.codecs_available


_ENCODERS: Final = {VideoCodec.H264: "libx264", VideoCodec.VP8: "libvpx"}


class Packetiser:
    """Cuts the encoded pictures of one stream into payloads of at most 1300 bytes."""

    def __init__(self, codec: VideoCodec) -> None:
        self._upstream = h264.H264Encoder() if codec is VideoCodec.H264 else vpx.Vp8Encoder()

    def payloads(self, data: bytes) -> list[bytes]:
        """Those of one picture, in order; none for nothing."""
        packet = av.Packet(data)
        packet.pts, packet.time_base = 0, Fraction(1, VIDEO_CLOCK_HZ)
        payloads, _ = self._upstream.pack(packet)
        return payloads


def depayloader(codec: VideoCodec) -> Callable[[bytes], bytes]:
    """What takes the header off a payload; it raises ValueError for one that is malformed."""
    return h264.h264_depayload if codec is VideoCodec.H264 else vpx.vp8_depayload


def begins_key_frame(codec: VideoCodec, payload: bytes) -> bool:
    """Whether a picture that needs no other begins with this payload.

    In H264 it begins with its parameters, as every encoder for calls sends them with each key frame: the picture itself
    would be of no use without them, and tells nothing of whether they came before it and are lost.
    """
    if codec is VideoCodec.VP8:
        return _vp8_begins_key_frame(payload)
    if len(payload) < _FU_HEADERS:
        return False
    kind = payload[0] & 0x1F
    if kind == _STAP_A:
        return len(payload) > _STAP_HEADERS and payload[_STAP_HEADERS] & 0x1F == _SPS
    if kind == _FU_A:
        return bool(payload[1] & 0x80) and payload[1] & 0x1F == _SPS
    return kind == _SPS


def _vp8_begins_key_frame(payload: bytes) -> bool:
    """The start of partition 0 (RFC 7741 section 4.2) whose header says key frame (section 4.3: P is 0)."""
    if not payload or payload[0] & _PARTITION != _START_OF_FIRST:
        return False
    at = 1
    if payload[0] & 0x80:  # X
        if len(payload) == 1:
            return False
        extensions, at = payload[1], 2
        if extensions & 0x80:  # I
            at += 2 if len(payload) > at and payload[at] & 0x80 else 1
        at += bool(extensions & 0x40) + bool(extensions & 0x30)  # L, then T and K share one
    return len(payload) > at and not payload[at] & 1
