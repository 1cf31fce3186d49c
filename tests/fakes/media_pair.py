"""Two ends of a media transport that are connected by memory: upstream's parser and router, no ICE, no encryption."""

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any, Literal

from aiortc import RTCCertificate, RTCDtlsTransport
from aiortc.rtcdtlstransport import State
from aiortc.rtcrtpparameters import (
    RTCRtcpParameters,
    RTCRtpCodecParameters,
    RTCRtpDecodingParameters,
    RTCRtpHeaderExtensionParameters,
    RTCRtpReceiveParameters,
    RTCRtpRtxParameters,
    RTCRtpSendParameters,
)
from aiortc.rtp import RtpPacket, is_rtcp

from desk_client.rtc.session.media_transport import MediaTransport
from desk_client.rtc.session.rtp_receiver import RtpReceiver
from desk_client.rtc.session.rtp_sender import RtpSender
from desk_client.rtc.wire.transport_feedback import EXTENSION_URI

PICTURE = RTCRtpCodecParameters("video/VP8", 90_000, payloadType=97)
PICTURE_H264 = RTCRtpCodecParameters(
    "video/H264", 90_000, payloadType=97, parameters={"packetization-mode": "1", "profile-level-id": "42e01f"}
)
REPEATS = RTCRtpCodecParameters("video/rtx", 90_000, payloadType=98, parameters={"apt": 97})
VOICE = RTCRtpCodecParameters("audio/opus", 48_000, channels=2, payloadType=96)
TRANSPORT_WIDE = RTCRtpHeaderExtensionParameters(id=3, uri=EXTENSION_URI)
EXTENSIONS = [
    RTCRtpHeaderExtensionParameters(id=1, uri="urn:ietf:params:rtp-hdrext:sdes:mid"),
    RTCRtpHeaderExtensionParameters(id=2, uri="http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"),
    TRANSPORT_WIDE,
    RTCRtpHeaderExtensionParameters(id=4, uri="urn:ietf:params:rtp-hdrext:ssrc-audio-level"),
]


class _Plain:
    """Protects nothing."""

    @staticmethod
    def protect(data: bytes) -> bytes:
        return data

    protect_rtcp = protect


class Carrier:
    """In the place of ICE."""

    role = "controlling"

    def __init__(self) -> None:
        self.datagrams: asyncio.Queue[bytes] = asyncio.Queue()
        self.on_sent: Callable[[bytes], None] = lambda _data: None

    async def _send(self, data: bytes) -> None:
        self.on_sent(data)

    async def _recv(self) -> bytes:
        return await self.datagrams.get()


def at_once(coroutine: Coroutine[Any, Any, None]) -> None:
    """Let a coroutine that waits for nothing run to its end."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    coroutine.close()
    raise AssertionError("it would wait")


class MediaEnd:
    """Sends and receives pictures; what the other end's `lose` says of is lost on the way."""

    def __init__(
        self, *, feedback: bool = True, wanted_bps: int = 1_000_000, picture: RTCRtpCodecParameters = PICTURE
    ) -> None:
        self._picture = picture
        self.carrier = Carrier()
        self.dtls = RTCDtlsTransport(self.carrier, [RTCCertificate.generateCertificate()])  # type: ignore[arg-type]  # the fake
        self.dtls._state = State.CONNECTED
        self.dtls._tx_srtp = _Plain()  # type: ignore[assignment]  # as above
        self.sent: list[bytes] = []
        self.lose: Callable[[bytes], bool] = lambda _data: False
        self.received: list[RtpPacket] = []
        self.key_frames_wanted = 0
        self._extensions = EXTENSIONS if feedback else [each for each in EXTENSIONS if each is not TRANSPORT_WIDE]
        self.media = MediaTransport(
            self.dtls,
            lambda: wanted_bps,
            lambda: self.sender.padding(),  # noqa: PLW0108 - made below
            lambda: self.sender.keep_alive(),  # noqa: PLW0108 - made below
        )
        self.sender = RtpSender("video", self.dtls, self.media, lambda _codec: None, self._key_frame_wanted)
        self.receiver = RtpReceiver("video", self.dtls, self.media, self._packet)
        self.receiver._set_rtcp_ssrc(self.sender._ssrc)

    def connect(self, other: "MediaEnd") -> None:
        """What is sent arrives there with the loop's next turn."""

        def sent(data: bytes) -> None:
            self.sent.append(data)
            if not self.lose(data):
                self.media._loop.call_soon(other.comes, data)

        self.carrier.on_sent = sent
        self.negotiated("video", self.sender, self.receiver, other.sender)

    def negotiated(
        self, kind: Literal["audio", "video"], sender: RtpSender, receiver: RtpReceiver, theirs: RtpSender
    ) -> None:
        """As upstream does once a negotiation is settled."""
        codecs = [self._picture, REPEATS] if kind == "video" else [VOICE]
        common: dict[str, Any] = {"codecs": codecs, "headerExtensions": self._extensions, "muxId": kind[0]}
        rtx = RTCRtpRtxParameters(ssrc=theirs._rtx_ssrc) if kind == "video" else None
        encoding = RTCRtpDecodingParameters(ssrc=theirs._ssrc, payloadType=codecs[0].payloadType or 0, rtx=rtx)
        rtcp = RTCRtcpParameters(cname="somebody")
        at_once(sender.send(RTCRtpSendParameters(**common, rtcp=rtcp)))
        at_once(receiver.receive(RTCRtpReceiveParameters(**common, encodings=[encoding], rtcp=rtcp)))

    def comes(self, data: bytes) -> None:
        """A datagram comes that was encrypted well."""
        if is_rtcp(data):
            at_once(self.dtls._handle_rtcp_data(data))
        else:
            at_once(self.dtls._handle_rtp_data(data, time.monotonic_ns() // 1_000_000))

    def show(self, packets: int = 3, size: int = 1000) -> None:
        """Send a picture."""
        now = time.monotonic()
        self.sender.send_media([bytes((0x10,)) + bytes(size)] * packets, int(now * 90_000), now)

    def rtcp(self, kind: int, fmt: int | None = None) -> list[bytes]:
        """The messages of a kind that were sent, alone or as the first of several."""
        return [data for data in self.sent if data[1] == kind and (fmt is None or data[0] & 0x1F == fmt)]

    def _packet(self, _codec: RTCRtpCodecParameters, packet: RtpPacket, _now: float) -> None:
        self.received.append(packet)

    def _key_frame_wanted(self) -> None:
        self.key_frames_wanted += 1


def connected_pair(*, feedback: bool = True, wanted_bps: int = 1_000_000) -> tuple[MediaEnd, MediaEnd]:
    """Both send and receive; `media.stop()` of each ends it."""
    one, other = (MediaEnd(feedback=feedback, wanted_bps=wanted_bps) for _ in range(2))
    one.connect(other)
    other.connect(one)
    return one, other


async def soon(holds: Callable[[], bool], what: str, patience_s: float = 5.0) -> None:
    """Look until it holds."""
    until_s = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < until_s, f"did not hold in {patience_s} s: {what}"
        await asyncio.sleep(0.005)
