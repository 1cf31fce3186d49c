"""The decoder's place of work: encoded pictures in, frames out."""

import logging
import queue
import threading
from collections.abc import Callable
from contextlib import suppress
from fractions import Fraction
from typing import Final, cast

import av
from av.video.codeccontext import VideoCodecContext

from desk_client.rtc.wire.frame_buffer import EncodedPicture
from desk_client.rtc.wire.payloads import VIDEO_CLOCK_HZ, VideoCodec

_log = logging.getLogger(__name__)

_MOST_WAITING: Final = 60
_MOST_PIXELS: Final = 4096 * 2304
"""Beyond that no camera of a call goes; a peer that claims more wants our memory."""
_END_S: Final = 1.0
_DECODERS: Final = {VideoCodec.H264: "h264", VideoCodec.VP8: "vp8"}


class PictureDecoder:
    """Decodes in a thread of its own.

    Args:
        codec: what was agreed upon.
        on_frame: called in its thread with each frame; `pts` is the RTP timestamp with its turns.
        on_loss: called in its thread when a picture could not be decoded, or waited in vain: those that refer to it are
            of no use.
    """

    def __init__(
        self, codec: VideoCodec, on_frame: Callable[[av.VideoFrame], None], on_loss: Callable[[], None]
    ) -> None:
        self._codec = codec
        self._on_frame = on_frame
        self._on_loss = on_loss
        self._waiting: queue.Queue[EncodedPicture | None] = queue.Queue(_MOST_WAITING)
        self._thread = threading.Thread(target=self._run, name="rtc-decoder", daemon=True)
        self._thread.start()

    def put(self, picture: EncodedPicture) -> None:
        """Have a picture decoded; where too many wait already, it is lost."""
        try:
            self._waiting.put_nowait(picture)
        except queue.Full:
            self._on_loss()

    def close(self) -> None:
        """End the thread; what waits is not decoded any more."""
        with suppress(queue.Empty):
            while True:
                self._waiting.get_nowait()
        self._waiting.put(None)
        self._thread.join(_END_S)

    def _run(self) -> None:
        context = _context(self._codec)
        while (picture := self._waiting.get()) is not None:
            packet = av.Packet(picture.data)
            packet.pts, packet.time_base = picture.timestamp, Fraction(1, VIDEO_CLOCK_HZ)
            try:
                frames = context.decode(packet)
            except av.FFmpegError as error:
                _log.debug("a picture could not be decoded: %s", error)
                self._on_loss()
                continue
            for frame in frames:
                self._on_frame(frame)


def _context(codec: VideoCodec) -> VideoCodecContext:
    context = cast("VideoCodecContext", av.CodecContext.create(_DECODERS[codec], "r"))
    context.thread_count = 1  # a second thread costs a picture of delay
    context.options = {"max_pixels": str(_MOST_PIXELS), "flags": "low_delay"}
    return context
