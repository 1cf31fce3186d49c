"""One negotiation's peer connection: from its offer or answer to its end."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, Literal

import av
from aiortc import (
    MediaStreamTrack,
    RTCBundlePolicy,
    RTCConfiguration,
    RTCIceServer,
    RTCPeerConnection,
    RTCRtpSender,
    RTCRtpTransceiver,
    RTCSessionDescription,
)
from aiortc.mediastreams import MediaStreamError
from aiortc.rtcicetransport import parse_stun_turn_uri

from desk_client.rtc import upstream
from desk_client.rtc.descriptions import MOST_CANDIDATES, Usable, read_candidate
from desk_client.rtc.encoders import START_BPS, VideoCodec
from desk_client.rtc.meter import Samples
from desk_client.rtc.port import (
    AddCandidate,
    DescriptionRefused,
    Event,
    IceServer,
    LocalDescription,
    PeerConnected,
    PeerDisconnected,
)
from desk_client.rtc.receive_buffer import PICTURE_PATIENCE
from desk_client.rtc.senders import PictureSender, VoiceSender
from desk_client.rtc.tracks import PacketTrack

_log = logging.getLogger(__name__)

_CLOSING_S: Final = 1.5
_VIDEO_CLOCK_HZ: Final = 90_000


@dataclass(frozen=True)
class PeerSinks:
    """Where a peer connection puts what comes; all are called in the engine's loop and must return soon."""

    on_event: Callable[[Event], None]
    on_frame: Callable[[av.VideoFrame], None]
    on_sound: Callable[[Samples], None]
    """Mono at 48 kHz."""


@dataclass(frozen=True)
class PeerReading:
    """What the connection's counters say; what is not known yet is None."""

    codec: VideoCodec | None
    rtt_ms: float | None
    jitter_ms: float | None
    frames_sent: int
    frames_received: int
    frames_decoded: int
    bytes_in: int | None
    bytes_out: int | None
    packets_in: int | None
    """Of the peer's video, as `packets_lost`."""
    packets_lost: int | None


class Peer:
    """Lives in the engine's loop. Its steps are done in the order in which they were asked for, and never awaited."""

    def __init__(self, negotiation: int, ice_servers: tuple[IceServer, ...], fps: int, sinks: PeerSinks) -> None:
        self.negotiation = negotiation
        self.connected = False
        self.packets_received = 0
        """Of whatever kind, as of the last reading."""
        self._sinks = sinks
        self._closing = False
        self._decoded = 0
        self._candidates = 0
        self._steps: asyncio.Queue[Callable[[], Awaitable[None]]] = asyncio.Queue()
        self._connection = RTCPeerConnection(_configuration(ice_servers))
        voice_track, picture_track = PacketTrack("audio"), PacketTrack("video")
        voice = self._connection.addTransceiver(voice_track, direction="sendrecv")
        self._picture = self._connection.addTransceiver(picture_track, direction="sendrecv")
        _prefer_codecs(voice, self._picture)
        upstream.gather_soon_and_everywhere(voice)
        upstream.put_in_buffer(voice.receiver, is_video=False)
        self._buffer = upstream.put_in_buffer(self._picture.receiver, is_video=True)
        self._picture_track = picture_track
        self.voice = VoiceSender(voice_track)
        self.picture = PictureSender(
            picture_track,
            fps,
            lambda: upstream.agreed_codec(self._picture),
            lambda: upstream.peer_can_take_bps(self._picture.sender) or START_BPS,
        )
        upstream.hear_keyframe_requests(self._picture.sender, self.picture.request_keyframe)
        self._round_trips = upstream.measure_round_trips(self._picture.sender)
        upstream.ask_again_for_what_is_lost(self._picture.receiver, PICTURE_PATIENCE, self._round_trips)
        self._connection.on("connectionstatechange", self._state_changed)
        self._connection.on("track", self._track_came)
        self._tasks: list[asyncio.Task[None]] = [
            asyncio.create_task(self._work(), name="rtc-peer"),
            asyncio.create_task(upstream.repeat_handshake(voice), name="rtc-handshake"),
        ]

    def offer(self) -> None:
        """Make our offer; answered by an event."""
        self._steps.put_nowait(lambda: self._describe("offer"))

    def answer(self, offer: Usable) -> None:
        """Take the peer's offer and make our answer; answered by an event."""

        async def step() -> None:
            if await self._take(offer):
                await self._describe("answer")

        self._steps.put_nowait(step)

    def accept(self, answer: Usable) -> None:
        """Take the peer's answer."""

        async def step() -> None:
            if self._connection.signalingState == "have-local-offer":
                await self._take(answer)
            else:
                _log.info("a second answer was left out")

        self._steps.put_nowait(step)

    def add_candidate(self, command: AddCandidate) -> None:
        """Take a candidate of the peer; one that cannot be used is left out."""
        self._steps.put_nowait(lambda: self._add_candidate(command))

    async def close(self) -> None:
        """Leave: the peer is told, and everything of this connection ends within 1.5 seconds."""
        self._closing = True
        self.connected = False
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self.picture.close()
        closing = asyncio.create_task(self._connection.close(), name="rtc-peer-close")
        _, overdue = await asyncio.wait((closing,), timeout=_CLOSING_S)
        if overdue:
            _log.warning("a peer connection did not close in time")
            closing.cancel()

    async def read(self) -> PeerReading:
        """Read the counters."""
        report = await self._connection.getStats()
        bytes_in = bytes_out = None
        for entry in report.values():
            if entry.type == "transport":
                bytes_in, bytes_out = entry.bytesReceived, entry.bytesSent
                self.packets_received = entry.packetsReceived
        rtt_s = self._round_trips.rtt_s
        heard = upstream.reception(self._picture.receiver)
        return PeerReading(
            codec=upstream.agreed_codec(self._picture) if self.connected else None,
            rtt_ms=None if rtt_s is None else rtt_s * 1000,
            jitter_ms=None if heard is None else heard.jitter * 1000 / _VIDEO_CLOCK_HZ,
            frames_sent=self._picture_track.given,
            frames_received=self._buffer.frames,
            frames_decoded=self._decoded,
            bytes_in=bytes_in,
            bytes_out=bytes_out,
            packets_in=None if heard is None else heard.packets,
            packets_lost=None if heard is None else heard.lost,
        )

    async def _work(self) -> None:
        while True:
            step = await self._steps.get()
            await step()

    async def _describe(self, kind: Literal["offer", "answer"]) -> None:
        try:
            await self._connection.setLocalDescription()
        except Exception as error:  # noqa: BLE001  (upstream's errors have no common base; whatever it is, this negotiation is over)
            self._refuse(error)
            return
        self._sinks.on_event(LocalDescription(self.negotiation, kind, self._connection.localDescription.sdp))

    async def _take(self, theirs: Usable) -> bool:
        try:
            await self._connection.setRemoteDescription(RTCSessionDescription(theirs.sdp, theirs.kind))
        except Exception as error:  # noqa: BLE001  (as above: the peer's words may be wrong in ways that upstream alone knows)
            self._refuse(error)
            return False
        return True

    def _refuse(self, error: Exception) -> None:
        _log.info("a description was refused: %s", type(error).__name__)
        self._sinks.on_event(DescriptionRefused(self.negotiation, f"{type(error).__name__}: {error}"))

    async def _add_candidate(self, command: AddCandidate) -> None:
        if not command.candidate.strip():
            await self._connection.addIceCandidate(None)
            return
        self._candidates += 1
        candidate = read_candidate(command.candidate, command.sdp_mid, command.sdp_mline_index)
        if candidate is None or self._candidates > MOST_CANDIDATES:
            _log.info("a candidate was left out")
            return
        try:
            await self._connection.addIceCandidate(candidate)
        except ValueError:  # it came after the end of candidates
            _log.info("a candidate came too late")

    def _state_changed(self) -> None:
        state = self._connection.connectionState
        if self._closing:
            return
        if state == "connected" and not self.connected:
            self.connected = True
            self._sinks.on_event(PeerConnected(self.negotiation))
        elif state in ("failed", "closed"):
            self._closing = True
            self._sinks.on_event(PeerDisconnected(self.negotiation))

    def _track_came(self, track: MediaStreamTrack) -> None:
        receive = self._receive_pictures if track.kind == "video" else self._receive_sound
        self._tasks.append(asyncio.create_task(receive(track), name=f"rtc-receive-{track.kind}"))

    async def _receive_pictures(self, track: MediaStreamTrack) -> None:
        while True:
            try:
                frame = await track.recv()
            except MediaStreamError:
                return
            if isinstance(frame, av.VideoFrame):
                self._decoded += 1
                self._sinks.on_frame(frame)

    async def _receive_sound(self, track: MediaStreamTrack) -> None:
        while True:
            try:
                frame = await track.recv()
            except MediaStreamError:
                return
            if isinstance(frame, av.AudioFrame):
                self._sinks.on_sound(_mono(frame))


def _configuration(ice_servers: tuple[IceServer, ...]) -> RTCConfiguration:
    """Always with a list of servers, if empty: without one upstream asks a public STUN server."""
    servers = [
        RTCIceServer(urls=urls, username=server.username, credential=server.credential)
        for server in ice_servers
        if (urls := [url for url in server.urls if _well_formed(url)])
    ]
    return RTCConfiguration(iceServers=servers, bundlePolicy=RTCBundlePolicy.MAX_BUNDLE)


def _well_formed(url: str) -> bool:
    try:
        parse_stun_turn_uri(url)
    except ValueError:
        _log.warning("an ICE server's address is malformed and was left out")
        return False
    return True


def _prefer_codecs(voice: RTCRtpTransceiver, picture: RTCRtpTransceiver) -> None:
    """Opus alone; H264 before VP8, with retransmission (RFC 4588)."""
    voice.setCodecPreferences(
        [codec for codec in RTCRtpSender.getCapabilities("audio").codecs if codec.mimeType == "audio/opus"]
    )
    capabilities = RTCRtpSender.getCapabilities("video").codecs
    wanted = [f"video/{codec.value}" for codec in VideoCodec if codec.available()]
    picture.setCodecPreferences(
        [codec for mime in wanted for codec in capabilities if codec.mimeType == mime]
        + [codec for codec in capabilities if codec.mimeType == "video/rtx"]
    )


def _mono(frame: av.AudioFrame) -> Samples:
    """The mean of the channels of a packed 16-bit frame, as Opus decodes."""
    channels = frame.layout.nb_channels
    packed = frame.to_ndarray().reshape(-1, channels)
    return (packed[:, 0] if channels == 1 else packed.mean(axis=1)).astype("int16")
