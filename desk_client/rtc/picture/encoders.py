"""An encoder of our own.

Upstream's are given each frame in a thread pool, encode H264 with x264's slow default preset and several threads, and
make a new encoder (and a key frame) whenever the bitrate moves by a tenth.
"""

import sys
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, cast

import av
from av.video.codeccontext import VideoCodecContext
from av.video.frame import PictureType

from desk_client.rtc.wire.payloads import VideoCodec

LEAST_BPS: Final = 50_000
_BURST_PICTURES, _THIN_BURST_PICTURES, _THIN_BPS = 2.5, 2.0, 1_300_000
"""How many pictures of the highest rate a single one may be as large as: a larger key frame would stand in a queue for
long before the picture moves again, on thin lines for longest; with less, x264 stays far below the rate."""
_KEYFRAME_EVERY_S: Final = 60
_REBUILD_SHARE: Final = 0.25
_X264: Final = (
    (360, {"preset": "veryfast"}),
    (540, {"preset": "superfast"}),
    # Without its filter against blocks "ultrafast" would be no bargain: with it, it looks as good for a quarter less
    (sys.maxsize, {"preset": "ultrafast", "x264-params": "deblock=1"}),
)
"""How much x264 tries, by the picture's height: small pictures are those of thin lines, and cheap however well done."""
_ENCODERS: Final = {VideoCodec.H264: "libx264", VideoCodec.VP8: "libvpx"}


@dataclass(frozen=True, slots=True)
class Encoded:
    """One picture as it goes over the wire."""

    data: bytes
    key_frame: bool


class VideoEncoder:
    """Encodes 4:2:0 frames of one size, each at once. One instance belongs to one thread.

    Args:
        codec: which.
        width: even, in pixels.
        height: even, in pixels.
        fps: pictures a second, about: the rate is shared out by it.
        most_bps: the highest rate that will be asked for.
    """

    def __init__(self, codec: VideoCodec, width: int, height: int, fps: int, most_bps: int) -> None:
        self.width, self.height, self.fps = width, height, fps
        self._codec = codec
        self._most_bps = most_bps
        # x264 obeys a later rate only where it began with its ceiling as its rate
        self._bitrate_bps = most_bps
        self._context = self._built()
        self._count = 0

    def is_for(self, width: int, height: int, fps: int, most_bps: int) -> bool:
        """Whether it was made for just that."""
        return (self.width, self.height, self.fps, self._most_bps) == (width, height, fps, most_bps)

    def encode(self, frame: av.VideoFrame, *, bitrate_bps: int, key_frame: bool) -> Encoded | None:
        """The picture at about this rate from now on; None if the encoder swallowed it."""
        self._obey(max(LEAST_BPS, min(bitrate_bps, self._most_bps)))
        frame.pts = self._count
        frame.time_base = Fraction(1, self.fps)
        frame.pict_type = PictureType.I if key_frame else PictureType.NONE
        self._count += 1
        packets = self._context.encode(frame)
        if not packets:
            return None
        return Encoded(bytes(packets[0]), bool(packets[0].is_keyframe))

    def _obey(self, bitrate_bps: int) -> None:
        if self._codec is VideoCodec.H264:
            if bitrate_bps != self._bitrate_bps:
                self._context.bit_rate = self._bitrate_bps = bitrate_bps  # from the next frame on
        elif abs(bitrate_bps - self._bitrate_bps) > self._bitrate_bps * _REBUILD_SHARE or not self._count:
            # FFmpeg's libvpx keeps the rate that it began with
            self._bitrate_bps = bitrate_bps
            self._context = self._built()

    def _built(self) -> VideoCodecContext:
        context = cast("VideoCodecContext", av.CodecContext.create(_ENCODERS[self._codec], "w"))
        context.width, context.height = self.width, self.height
        context.pix_fmt = "yuv420p"
        context.time_base = Fraction(1, self.fps)
        context.framerate = Fraction(self.fps, 1)
        context.bit_rate = self._bitrate_bps
        context.gop_size = self.fps * _KEYFRAME_EVERY_S
        context.thread_count = 1  # a second thread costs a frame of delay (x264) or rate (libvpx), and CPU
        rate = str(self._bitrate_bps)
        burst = _BURST_PICTURES if self._most_bps > _THIN_BPS else _THIN_BURST_PICTURES
        match self._codec:
            case VideoCodec.H264:
                context.profile = "Baseline"
                context.options = {
                    **next(options for up_to, options in _X264 if self.height <= up_to),
                    "tune": "ssim,zerolatency",
                    "level": "31",
                    "maxrate": rate,
                    "bufsize": str(round(burst * self._most_bps / self.fps)),
                    "forced-idr": "1",
                    "sc_threshold": "0",  # what changes much is no reason for a key frame
                }
                context.open()  # with its ceiling as its rate: at its first picture it would have another
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
