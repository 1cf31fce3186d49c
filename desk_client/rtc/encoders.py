"""Encoders of our own, which hand ready packets to aiortc.

Upstream's are given each frame in a thread pool, encode H264 with x264's slow default preset and several threads, make
a new encoder (and a key frame) whenever the bitrate moves by a tenth, and send voice as 96 kbit/s stereo without error
correction.
"""

from enum import Enum
from fractions import Fraction
from typing import TYPE_CHECKING, Final, cast

import av
import numpy as np
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType

from desk_client.rtc.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound import BLOCK

if TYPE_CHECKING:
    from av.audio.codeccontext import AudioCodecContext
    from av.audio.stream import AudioStream
    from av.packet import Packet
    from av.video.stream import VideoStream

VIDEO_CLOCK: Final = Fraction(1, 90_000)
START_BPS: Final = 1_000_000
LEAST_BPS: Final = 150_000
MOST_BPS: Final = 2_500_000
_BURST_BITS: Final = 400_000
"""How far a key frame may run ahead of the rate."""
_KEYFRAME_EVERY_S: Final = 20
_VOICE_BPS: Final = 32_000
_REBUILD_SHARE: Final = 0.25


class VideoCodec(Enum):
    """What we can send, by its name in SDP; the first is preferred."""

    H264 = "H264"
    VP8 = "VP8"

    def available(self) -> bool:
        """Whether this build of FFmpeg can encode it: one without GPL parts has no x264."""
        return _ENCODERS[self] in av.codecs_available


_ENCODERS: Final = {VideoCodec.H264: "libx264", VideoCodec.VP8: "libvpx"}


class VideoEncoder:
    """Encodes 4:2:0 frames, one packet for each at once. One instance belongs to one thread."""

    def __init__(self, codec: VideoCodec, fps: int) -> None:
        self._codec = codec
        self._fps = fps
        self._context: VideoCodecContext | None = None
        self._bitrate_bps = START_BPS
        self._count = 0

    def encode(
        self, frame: av.VideoFrame, at_s: float, *, bitrate_bps: int, keyframe: bool
    ) -> "Packet[VideoStream] | None":
        """The packet of a frame captured at `at_s` (seconds, any origin); None if the encoder swallowed it."""
        context = self._prepared(frame.width, frame.height, max(LEAST_BPS, min(bitrate_bps, MOST_BPS)))
        frame.pts = self._count
        frame.time_base = Fraction(1, self._fps)
        frame.pict_type = PictureType.I if keyframe else PictureType.NONE
        self._count += 1
        packets = context.encode(frame)
        if not packets:
            return None
        packet = packets[0]
        # The rate control counts in even steps; the wire carries when the picture was really taken
        packet.time_base = VIDEO_CLOCK
        packet.pts = packet.dts = int(at_s / VIDEO_CLOCK)
        return packet

    def _prepared(self, width: int, height: int, bitrate_bps: int) -> VideoCodecContext:
        context = self._context
        if context is not None and (context.width, context.height) == (width, height):
            if bitrate_bps == self._bitrate_bps:
                return context
            if self._codec is VideoCodec.H264:
                context.bit_rate = bitrate_bps  # x264 obeys from the next frame on
                self._bitrate_bps = bitrate_bps
                return context
            if abs(bitrate_bps - self._bitrate_bps) < self._bitrate_bps * _REBUILD_SHARE:
                return context
        # x264 obeys a later rate only where it began with its ceiling as its rate
        self._bitrate_bps = MOST_BPS if self._codec is VideoCodec.H264 else bitrate_bps
        self._context = self._built(width, height)
        return self._context

    def _built(self, width: int, height: int) -> VideoCodecContext:
        context = cast("VideoCodecContext", av.CodecContext.create(_ENCODERS[self._codec], "w"))
        context.width, context.height = width, height
        context.pix_fmt = "yuv420p"
        context.time_base = Fraction(1, self._fps)
        context.framerate = Fraction(self._fps, 1)
        context.bit_rate = self._bitrate_bps
        context.gop_size = self._fps * _KEYFRAME_EVERY_S
        context.thread_count = 1  # a second thread costs a frame of delay (x264) or rate (libvpx), and CPU
        rate = str(self._bitrate_bps)
        match self._codec:
            case VideoCodec.H264:
                context.profile = "Baseline"
                context.options = {
                    "preset": "superfast",
                    "tune": "zerolatency",
                    "level": "31",
                    "maxrate": rate,
                    "bufsize": str(_BURST_BITS),
                    "forced-idr": "1",
                }
            case VideoCodec.VP8:
                context.qmin, context.qmax = 2, 56
                context.options = {
                    "deadline": "realtime",
                    "cpu-used": "-8",
                    "lag-in-frames": "0",
                    "noise-sensitivity": "0",
                    "static-thresh": "1",
                    "minrate": rate,
                    "maxrate": rate,
                    "bufsize": rate,
                    "undershoot-pct": "100",
                    "overshoot-pct": "15",
                    "error-resilient": "0",
                }
        return context


class VoiceEncoder:
    """Opus for speech (RFC 7587): mono, 32 kbit/s, 20 ms, with in-band error correction. For one thread."""

    def __init__(self) -> None:
        context: AudioCodecContext = av.CodecContext.create("libopus", "w")
        context.sample_rate = SAMPLE_RATE
        context.format = "s16"
        context.layout = "mono"
        context.bit_rate = _VOICE_BPS
        context.time_base = Fraction(1, SAMPLE_RATE)
        context.options = {"application": "voip", "frame_duration": "20", "fec": "1", "packet_loss": "5"}
        self._context = context
        self._at = 0

    def encode(self, block: Samples) -> "Packet[AudioStream] | None":
        """The packet of 20 ms of mono sound."""
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(block).reshape(1, BLOCK), format="s16", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        frame.time_base = Fraction(1, SAMPLE_RATE)
        frame.pts = self._at
        packets = self._context.encode(frame)
        if not packets:
            return None
        packet = packets[0]
        packet.time_base = Fraction(1, SAMPLE_RATE)
        packet.pts = packet.dts = self._at  # not the encoder's own, which begins below zero by its look-ahead
        self._at += BLOCK
        return packet
