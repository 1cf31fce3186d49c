"""From captured pictures and sound to packets: the encoders' places of work, one pair for each connection."""

import logging
import threading
import time
from collections.abc import Callable
from typing import Final

import av

from desk_client.rtc.encoders import VideoCodec, VideoEncoder, VoiceEncoder
from desk_client.rtc.meter import Samples
from desk_client.rtc.tracks import PacketTrack

_log = logging.getLogger(__name__)

_END_S: Final = 1.0


class PictureSender:
    """Encodes in a thread of its own; a picture that comes while it is busy replaces the one that waits.

    Args:
        track: takes the packets; nothing is encoded before it is wanted.
        codec: which codec was agreed upon; asked once, when the track is wanted.
        bitrate_bps: what the peer can take now.
    """

    def __init__(
        self, track: PacketTrack, fps: int, codec: Callable[[], VideoCodec], bitrate_bps: Callable[[], int]
    ) -> None:
        self._track = track
        self._fps = fps
        self._codec = codec
        self._bitrate_bps = bitrate_bps
        self._changed = threading.Condition()
        self._picture: tuple[av.VideoFrame, float] | None = None
        self._keyframe = False
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="rtc-encoder", daemon=True)
        self._thread.start()

    def offer(self, frame: av.VideoFrame) -> None:
        """Give the newest picture (any thread, never blocks)."""
        if not self._track.wanted:
            return
        with self._changed:
            self._picture = frame, time.monotonic()
            self._changed.notify()

    def request_keyframe(self) -> None:
        """Make the next picture whole: the peer lost one (PLI, RFC 4585 section 6.3.1)."""
        self._keyframe = True

    def close(self) -> None:
        """End the thread."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        self._thread.join(_END_S)

    def _run(self) -> None:
        encoder: VideoEncoder | None = None
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._picture is not None)
                if self._closing or self._picture is None:
                    return
                (frame, at_s), self._picture = self._picture, None
            keyframe, self._keyframe = self._keyframe, False
            try:
                if encoder is None:
                    encoder = VideoEncoder(self._codec(), self._fps)
                packet = encoder.encode(frame, at_s, bitrate_bps=self._bitrate_bps(), keyframe=keyframe)
            except av.FFmpegError as error:
                _log.warning("a picture could not be encoded: %s", error)
                encoder, self._keyframe = None, True
                continue
            if packet is not None:
                self._track.put(packet)


class VoiceSender:
    """Encodes where it is called: 20 ms of Opus cost 0.15 ms."""

    def __init__(self, track: PacketTrack) -> None:
        self._track = track
        self._encoder = VoiceEncoder()

    def offer(self, block: Samples) -> None:
        """Give the next 20 ms (always from the same thread)."""
        if not self._track.wanted:
            return
        packet = self._encoder.encode(block)
        if packet is not None:
            self._track.put(packet)
