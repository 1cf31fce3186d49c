"""One negotiation's peer connection: from its offer or answer to its end."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, Literal

import av
from aiortc import (
    RTCBundlePolicy,
    RTCCertificate,
    RTCConfiguration,
    RTCIceServer,
    RTCPeerConnection,
    RTCRtpSender,
    RTCRtpTransceiver,
    RTCSessionDescription,
)
from aiortc.rtcicetransport import parse_stun_turn_uri
from aiortc.rtcrtpparameters import RTCRtpCodecCapability

from desk_client.rtc.port import (
    AddCandidate,
    DescriptionRefused,
    Event,
    IceServer,
    LocalDescription,
    PeerConnected,
    PeerDisconnected,
)
from desk_client.rtc.recording.pieces import PieceKind
from desk_client.rtc.recording.tap import ConnectionTap
from desk_client.rtc.session import upstream, upstream_path
from desk_client.rtc.session.media_transport import SOUND_SHARE_BPS, MediaTransport
from desk_client.rtc.streams.incoming_picture import IncomingPicture
from desk_client.rtc.streams.incoming_voice import IncomingVoice
from desk_client.rtc.streams.lip_sync import LipSync
from desk_client.rtc.streams.outgoing_picture import OutgoingPicture
from desk_client.rtc.streams.outgoing_voice import OutgoingVoice
from desk_client.rtc.wire.descriptions import MOST_CANDIDATES, Usable, read_candidate, with_flight
from desk_client.rtc.wire.payloads import VIDEO_CLOCK_HZ, VideoCodec

_log = logging.getLogger(__name__)

_CLOSING_S: Final = 1.5
_CONSTRAINED_BASELINE: Final = "42e01f"
_LIPS_EVERY_S: Final = 0.5


@dataclass(frozen=True)
class PeerSinks:
    """Where a peer connection puts what comes; all are called in the engine's loop and must return soon."""

    on_event: Callable[[Event], None]
    on_frame: Callable[[av.VideoFrame], None]
    on_picture_wanted: Callable[[], None]
    """The peer waits for our picture."""
    tap: ConnectionTap
    """What passes is shown to it."""


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
    frames_dropped: int
    freezes: int
    freeze_s: float
    available_bps: int
    estimate: str
    loss_out: float | None
    picture_delay_ms: float
    sound_delay_ms: float | None
    sound_target_ms: float
    sound_concealed_samples: int
    candidate_kind: str | None


class Peer:
    """Lives in the engine's loop. Its steps are done in the order in which they were asked for, and never awaited.

    Args:
        negotiation: its number.
        ice_servers: the only ones that are asked.
        certificate: what DTLS proves us by (RFC 8827 section 6.5).
        wanted_bps: what our picture would take if there were room.
        sinks: where what comes is put.
    """

    def __init__(
        self,
        negotiation: int,
        ice_servers: tuple[IceServer, ...],
        certificate: RTCCertificate,
        wanted_bps: Callable[[], int],
        sinks: PeerSinks,
    ) -> None:
        self.negotiation = negotiation
        self.connected = False
        self._sinks = sinks
        self._closing = False
        self._candidates = 0
        self._steps: asyncio.Queue[Callable[[], Awaitable[None]]] = asyncio.Queue()
        self._connection = RTCPeerConnection(_configuration(ice_servers))
        upstream.prove_by(self._connection, certificate)
        voice = self._connection.addTransceiver("audio", direction="sendrecv")
        picture = self._connection.addTransceiver("video", direction="sendrecv")
        _prefer_codecs(voice, picture)
        self._dtls = voice.sender.transport
        self._media = MediaTransport(
            self._dtls,
            lambda: wanted_bps() + SOUND_SHARE_BPS,
            make_padding=lambda: self.picture.sender.padding(),  # noqa: PLW0108 - made below
            make_keep_alive=lambda: self.picture.sender.keep_alive(),  # noqa: PLW0108 - made below
        )
        self.voice = OutgoingVoice(self._dtls, self._media, sinks.tap)
        self.picture = OutgoingPicture(self._dtls, self._media, sinks.on_picture_wanted, sinks.tap)
        self.heard = IncomingVoice(self._dtls, self._media, sinks.tap)
        self._seen = IncomingPicture(self._dtls, self._media, sinks.on_frame, sinks.tap)
        upstream.replace(voice, self.voice.sender, self.heard.receiver)
        upstream.replace(picture, self.picture.sender, self._seen.receiver)
        self._lips = LipSync()
        self._lips_due_s = 0.0
        self._media.on_tick(self._keep_together)
        self._media.on_tick(sinks.tap.tick)
        sinks.tap.connect(
            self.picture.want_key_frame,
            self._seen.receiver.ask_for_key_frame,
            {PieceKind.PICTURE: self._seen.receiver.sender_clock, PieceKind.SOUND: self.heard.receiver.sender_clock},
            lambda: self._media.round_trips.rtt_s,
        )
        upstream_path.gather_soon_and_everywhere(self._dtls)
        upstream_path.outlive_bad_checks(self._dtls)
        upstream_path.connect_at_once(self._dtls)
        self._handshake = upstream_path.early_handshake(self._dtls)
        self._connection.on("connectionstatechange", self._state_changed)
        self._tasks: list[asyncio.Task[None]] = [
            asyncio.create_task(self._work(), name="rtc-peer"),
            asyncio.create_task(upstream_path.repeat_handshake(self._dtls), name="rtc-handshake"),
        ]

    @property
    def packets_received(self) -> int:
        """Of whatever kind, so far."""
        return self._media.packets_received

    @property
    def local_address(self) -> str | None:
        """What our packets leave from; None where that is not known (before there is a path, or through a relay)."""
        candidate = upstream_path.local_candidate(self._dtls)
        return candidate.host if candidate is not None and candidate.type == "host" else None

    def offer(self) -> None:
        """Make our offer; answered by an event."""
        self._steps.put_nowait(lambda: self._describe("offer", self._handshake.begin()))

    def answer(self, offer: Usable) -> None:
        """Take the peer's offer and make our answer; answered by an event."""

        async def step() -> None:
            if await self._take(offer):
                await self._describe("answer", upstream_path.answered_early(self._dtls, self._handshake, offer.flight))

        self._steps.put_nowait(step)

    def accept(self, answer: Usable) -> None:
        """Take the peer's answer."""

        async def step() -> None:
            if self._connection.signalingState == "have-local-offer":
                self._handshake.came(answer.flight)
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
        self._seen.close()
        self.heard.close()
        closing = asyncio.create_task(self._connection.close(), name="rtc-peer-close")
        _, overdue = await asyncio.wait((closing,), timeout=_CLOSING_S)
        if overdue:
            _log.warning("a peer connection did not close in time")
            closing.cancel()
        self._media.stop()

    def read(self) -> PeerReading:
        """Read the counters."""
        rtt_s = self._media.round_trips.rtt_s
        statistics = self._seen.receiver.statistics
        sound = self.heard.buffer.counters()
        candidate = upstream_path.local_candidate(self._dtls)
        return PeerReading(
            codec=self.picture.codec,
            rtt_ms=None if rtt_s is None else rtt_s * 1000,
            jitter_ms=None if statistics is None else statistics.jitter * 1000 / VIDEO_CLOCK_HZ,
            frames_sent=self.picture.sent,
            frames_received=self._seen.buffer.pictures,
            frames_decoded=self._seen.decoded,
            bytes_in=upstream.received_bytes(self._dtls),
            bytes_out=self._media.bytes_sent,
            packets_in=None if statistics is None else statistics.packets_received,
            packets_lost=None if statistics is None else statistics.packets_lost,
            frames_dropped=self._seen.dropped,
            freezes=self._seen.freezes.count,
            freeze_s=self._seen.freezes.seconds,
            available_bps=self._media.estimator.target_bps,
            estimate="TWCC" if self._media.feedback_agreed else "REMB",
            loss_out=self._media.estimator.loss if self._media.feedback_agreed else None,
            picture_delay_ms=1000 * self._seen.delay.seconds,
            sound_delay_ms=sound.delay_ms,
            sound_target_ms=sound.target_ms,
            sound_concealed_samples=sound.concealed_samples,
            candidate_kind=None if candidate is None else candidate.type,
        )

    def _keep_together(self, now: float) -> None:
        """Hold back the picture or the voice, whichever is sooner."""
        picture_s, voice_s = self._seen.took_s, self.heard.took_s(now)
        if now < self._lips_due_s or picture_s is None or voice_s is None:
            return
        self._lips_due_s = now + _LIPS_EVERY_S
        delay_ms = self.heard.buffer.counters().delay_ms or 0.0
        self._lips.step(picture_s, voice_s, self._seen.delay.own_s, delay_ms / 1000)
        self._seen.delay.at_least_s = self._lips.picture_at_least_s
        self.heard.buffer.hold_at_least(self._lips.voice_at_least_s)

    async def _work(self) -> None:
        while True:
            step = await self._steps.get()
            await step()

    async def _describe(self, kind: Literal["offer", "answer"], flight: bytes) -> None:
        try:
            await self._connection.setLocalDescription()
        except Exception as error:  # noqa: BLE001  (upstream's errors have no common base; whatever it is, this negotiation is over)
            self._refuse(error)
            return
        sdp = with_flight(self._connection.localDescription.sdp, flight)
        self._sinks.on_event(LocalDescription(self.negotiation, kind, sdp))

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


def _is_ours(codec: RTCRtpCodecCapability) -> bool:
    """Of H264 constrained baseline alone, which everyone knows.

    Chromium, offered both baselines and choosing one, sends under the other's number.
    """
    return codec.parameters.get("profile-level-id", _CONSTRAINED_BASELINE) == _CONSTRAINED_BASELINE


def _prefer_codecs(voice: RTCRtpTransceiver, picture: RTCRtpTransceiver) -> None:
    """Opus alone; H264 before VP8, with retransmission (RFC 4588)."""
    voice.setCodecPreferences(
        [codec for codec in RTCRtpSender.getCapabilities("audio").codecs if codec.mimeType == "audio/opus"]
    )
    capabilities = RTCRtpSender.getCapabilities("video").codecs
    wanted = [f"video/{codec.value}" for codec in VideoCodec if codec.available()]
    picture.setCodecPreferences(
        [codec for mime in wanted for codec in capabilities if codec.mimeType == mime and _is_ours(codec)]
        + [codec for codec in capabilities if codec.mimeType == "video/rtx"]
    )
