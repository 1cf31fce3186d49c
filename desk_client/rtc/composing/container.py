"""The file that comes of a recording: one picture and one sound in Matroska, as any player shows it."""

import io
from fractions import Fraction
from typing import Final

import av
from av.video.frame import PictureType

from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.wire.payloads import VideoCodec

_MS: Final = Fraction(1, 1000)
_KEY_FRAME_EVERY_MS: Final = 2000
"""So far at the most is decoded in vain when somebody jumps to a place."""
_SOUND_BPS: Final = 48_000


class Container:
    """Written from its beginning to its end; times only rise."""

    def __init__(self, file: io.RawIOBase, width: int, height: int) -> None:
        self._container = av.open(file, "w", format="matroska")
        h264 = VideoCodec.H264.available()
        picture = self._container.add_stream("libx264" if h264 else "libvpx", rate=30)
        picture.width, picture.height, picture.pix_fmt = width, height, "yuv420p"
        picture.time_base = picture.codec_context.time_base = _MS
        picture.codec_context.gop_size = 600
        picture.codec_context.thread_count = 2
        if h264:
            picture.options = {"preset": "veryfast", "crf": "25", "bf": "0"}
        else:
            picture.bit_rate = 1_000_000
            picture.options = {"deadline": "realtime", "cpu-used": "8"}
        self._picture = picture
        sound = self._container.add_stream("libopus", rate=SAMPLE_RATE, layout="mono")
        sound.bit_rate = _SOUND_BPS
        self._sound = sound
        self._samples = 0
        self._last_ms = -1
        self._key_frame_ms = -_KEY_FRAME_EVERY_MS

    def picture(self, frame: av.VideoFrame, at_s: float) -> None:
        """What is to be seen from that time on."""
        at_ms = max(self._last_ms + 1, round(at_s * 1000))
        frame.pts, frame.time_base = at_ms, _MS
        if at_ms - self._key_frame_ms >= _KEY_FRAME_EVERY_MS:
            self._key_frame_ms = at_ms
            frame.pict_type = PictureType.I
        self._last_ms = at_ms
        self._container.mux(self._picture.encode(frame))

    def sound(self, samples: Samples) -> None:
        """What is to be heard next."""
        if not samples.size:
            return
        frame = av.AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = SAMPLE_RATE, self._samples, Fraction(1, SAMPLE_RATE)
        self._samples += samples.size
        self._container.mux(self._sound.encode(frame))

    def close(self) -> None:
        """Write what is still to be written."""
        self._container.mux(self._picture.encode(None))
        self._container.mux(self._sound.encode(None))
        self._container.close()
