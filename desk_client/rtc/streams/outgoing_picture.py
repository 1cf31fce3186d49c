"""Our picture on its way to one peer."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from aiortc import RTCDtlsTransport
from aiortc.rtcrtpparameters import RTCRtpCodecParameters

from desk_client.rtc.picture.encoders import Encoded
from desk_client.rtc.recording.tap import ConnectionTap
from desk_client.rtc.session.media_transport import MediaTransport
from desk_client.rtc.session.rtp_sender import RtpSender
from desk_client.rtc.wire.payloads import VIDEO_CLOCK_HZ, Packetiser, VideoCodec

_MOST_BACKLOG_S: Final = 0.15
_NEXT_S: Final = 0.001


class OutgoingPicture:
    """A `PictureOutlet`, and the sender of its packets.

    Args:
        dtls: the transport that upstream gave the transceiver.
        media: the same, as packets leave by it.
        on_ready: called in the engine's loop when pictures are wanted.
        tap: is shown each picture as it leaves.
    """

    def __init__(
        self, dtls: RTCDtlsTransport, media: MediaTransport, on_ready: Callable[[], None], tap: ConnectionTap
    ) -> None:
        self.sent = 0
        """Pictures so far."""
        self.sender = RtpSender("video", dtls, media, self._ready, self.want_key_frame)
        self._media = media
        self._on_ready = on_ready
        self._tap = tap
        self._loop = asyncio.get_running_loop()
        self._codec: VideoCodec | None = None
        self._packetiser: Packetiser | None = None
        self._key_frame_wanted = True
        self._closed = False
        self._newest_s = float("-inf")
        media.on_resumed(self._begin_anew)

    @property
    def codec(self) -> VideoCodec | None:
        """See `PictureOutlet`."""
        return self._codec

    def rate_bps(self) -> int:
        """See `PictureOutlet`."""
        return self._media.picture_bps()

    def has_room(self) -> bool:
        """See `PictureOutlet`."""
        return not self._media.stalled and self._media.backlog_s() < _MOST_BACKLOG_S

    def take_key_frame_request(self) -> bool:
        """See `PictureOutlet`."""
        wanted, self._key_frame_wanted = self._key_frame_wanted, False
        return wanted

    def take(self, picture: Encoded, captured_s: float) -> None:
        """See `PictureOutlet`."""
        if self._packetiser is None:
            return
        if (codec := self._codec) is not None:
            self._tap.picture_sent(codec, picture.data, captured_s, key_frame=picture.key_frame)
        captured_s = self._newest_s = max(captured_s, self._newest_s + _NEXT_S)  # two encoders may take turns
        payloads = self._packetiser.payloads(picture.data)
        with suppress(RuntimeError):  # the loop has ended meanwhile
            self._loop.call_soon_threadsafe(self._leave, payloads, captured_s)

    def want_key_frame(self) -> None:
        """The peer needs a picture that refers to no other."""
        self._key_frame_wanted = True

    def close(self) -> None:
        """Take no more pictures."""
        self._closed = True
        self._codec = None

    def _ready(self, codec: RTCRtpCodecParameters) -> None:
        self._codec = VideoCodec(codec.name.upper())
        self._packetiser = Packetiser(self._codec)
        self._on_ready()

    def _leave(self, payloads: list[bytes], captured_s: float) -> None:
        if not self._closed and payloads:
            self.sent += 1
            self.sender.send_media(payloads, int(captured_s * VIDEO_CLOCK_HZ), captured_s)

    def _begin_anew(self) -> None:
        """The path was dead and is not any more: what waited refers to what was lost."""
        self._media.forget_pictures()
        self.want_key_frame()
        self._on_ready()
