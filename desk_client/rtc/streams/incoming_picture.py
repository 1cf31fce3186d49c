"""A peer's picture: packets in, frames to show out, each at its time."""

import asyncio
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from contextlib import suppress
from typing import Final

import av
from aiortc import RTCDtlsTransport
from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from aiortc.rtp import RtpPacket

from desk_client.rtc.picture.decoding import PictureDecoder
from desk_client.rtc.picture.freezes import Freezes
from desk_client.rtc.picture.playout_delay import PlayoutDelay
from desk_client.rtc.recording.pieces import PieceKind
from desk_client.rtc.recording.tap import ConnectionTap
from desk_client.rtc.session.media_transport import MediaTransport
from desk_client.rtc.session.rtp_receiver import RtpReceiver
from desk_client.rtc.wire.frame_buffer import PICTURE_PATIENCE, EncodedPicture, FrameBuffer, VideoPacket
from desk_client.rtc.wire.nacks import Nacks
from desk_client.rtc.wire.payloads import VideoCodec, begins_key_frame, depayloader

_LEAST_KEY_FRAME_PAUSE_S: Final = 0.1
_MOST_KEY_FRAME_PAUSE_S: Final = 0.5
_NOW_S: Final = 0.002
_MOST_IN_DECODER: Final = 120
_MOST_READY: Final = 24
"""Frames that wait to be shown: most of a second, and of the largest some 300 megabytes."""


class IncomingPicture:
    """Lives in the engine's loop.

    Args:
        dtls: the transport that upstream gave the transceiver.
        media: the same, as questions leave by it.
        on_frame: is given each frame when it is to be shown.
        tap: is shown each picture as it came.
    """

    def __init__(
        self,
        dtls: RTCDtlsTransport,
        media: MediaTransport,
        on_frame: Callable[[av.VideoFrame], None],
        tap: ConnectionTap,
    ) -> None:
        self.receiver = RtpReceiver(
            "video", dtls, media, self._packet, lambda: tap.reported(PieceKind.PICTURE, time.monotonic())
        )
        self.decoded = 0
        self.shown = 0
        self.dropped = 0
        """Decoded, and passed over for a newer one that was due as well."""
        self.key_frames_asked = 0
        self.took_s: float | None = None
        """From the capture of what is shown (in the peer's time) to its being shown (in ours); None while unknown."""
        self.freezes = Freezes()
        self.delay = PlayoutDelay()
        self.buffer = FrameBuffer()
        self._media = media
        self._on_frame = on_frame
        self._tap = tap
        self._loop = asyncio.get_running_loop()
        self._nacks = Nacks(
            deadline_s=PICTURE_PATIENCE.seconds,
            widest=PICTURE_PATIENCE.width,
            round_trip_s=lambda: media.round_trips.rtt_s,
        )
        self._codec: VideoCodec | None = None
        self._decoder: PictureDecoder | None = None
        self._show_at: OrderedDict[int, float] = OrderedDict()
        """Of the pictures in the decoder, by their timestamps."""
        self._ready: deque[tuple[float, av.VideoFrame]] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._asked_s = float("-inf")
        self._closed = False
        media.on_tick(self._tick)

    def close(self) -> None:
        """Show nothing any more, and end the decoder."""
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()
        self._ready.clear()
        if self._decoder is not None:
            self._decoder.close()

    def _packet(self, codec: RTCRtpCodecParameters, packet: RtpPacket, now: float) -> None:
        if self._closed:
            return
        if self._nacks.add(packet.sequence_number, now):
            self.receiver.ask_for(self._nacks.due(now))
        video = self._read(codec, packet)
        if video is None:
            return
        for picture in self.buffer.add(video, now):
            self._decode(picture, now)
        self._ask_for_key_frame(now)

    def _read(self, codec: RTCRtpCodecParameters, packet: RtpPacket) -> VideoPacket | None:
        """None for what is malformed: it is as good as lost."""
        kind = VideoCodec(codec.name.upper())
        if kind is not self._codec:
            self._begin(kind)
        payload = packet.payload
        try:
            data = depayloader(kind)(payload) if payload else b""
        except ValueError:
            return None
        return VideoPacket(
            packet.sequence_number, packet.timestamp, bool(packet.marker), data, begins_key_frame(kind, payload)
        )

    def _begin(self, codec: VideoCodec) -> None:
        """The peer sends with another codec from now on."""
        if self._decoder is not None:
            self._decoder.close()
            self.buffer.lost_one()
        self._codec = codec
        self._decoder = PictureDecoder(codec, self._from_decoder, self._lost_in_decoder)

    def _decode(self, picture: EncodedPicture, now: float) -> None:
        assert self._decoder is not None
        assert self._codec is not None
        self._tap.picture_came(self._codec, picture.data, picture.timestamp, now, key_frame=picture.key_frame)
        self._show_at[picture.timestamp] = self.delay.show_at(picture.timestamp, now)
        if len(self._show_at) > _MOST_IN_DECODER:
            self._show_at.popitem(last=False)
        self._decoder.put(picture)

    def _from_decoder(self, frame: av.VideoFrame) -> None:
        with suppress(RuntimeError):  # the loop has ended meanwhile
            self._loop.call_soon_threadsafe(self._decoded, frame)

    def _lost_in_decoder(self) -> None:
        with suppress(RuntimeError):  # as above
            self._loop.call_soon_threadsafe(self.buffer.lost_one)

    def _decoded(self, frame: av.VideoFrame) -> None:
        if self._closed:
            return
        self.decoded += 1
        now = time.monotonic()
        self._ready.append((self._show_at.pop(frame.pts or 0, now), frame))
        if len(self._ready) > _MOST_READY:
            self._ready.popleft()
            self.dropped += 1
        self._show(now)

    def _show(self, now: float) -> None:
        """Show the newest of those that are due, and come back for the next."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        due: av.VideoFrame | None = None
        while self._ready and self._ready[0][0] <= now + _NOW_S:
            self.dropped += due is not None
            _, due = self._ready.popleft()
        if self._ready:
            self._timer = self._loop.call_later(self._ready[0][0] - now, lambda: self._show(time.monotonic()))
        if due is not None:
            self.shown += 1
            self.freezes.shown(now)
            captured_s = self.receiver.sender_clock.captured_s(due.pts or 0)
            self.took_s = None if captured_s is None else now - captured_s
            self._on_frame(due)

    def _tick(self, now: float) -> None:
        if self._closed:
            return
        self.receiver.ask_for(self._nacks.due(now))
        self.buffer.tick(now)
        self._ask_for_key_frame(now)

    def _ask_for_key_frame(self, now: float) -> None:
        """Again and again until one comes, but not before it could have come."""
        if not self.buffer.wants_key_frame:
            return
        round_trip_s = self._media.round_trips.rtt_s or _LEAST_KEY_FRAME_PAUSE_S
        pause_s = min(_MOST_KEY_FRAME_PAUSE_S, max(_LEAST_KEY_FRAME_PAUSE_S, 1.5 * round_trip_s))
        if now - self._asked_s >= pause_s and self.receiver.ssrc is not None:
            self._asked_s = now
            self.key_frames_asked += 1
            self.receiver.ask_for_key_frame()
