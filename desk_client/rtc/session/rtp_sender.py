"""Sends one stream: a stand-in for aiortc's `RTCRtpSender`, whose place in a transceiver it takes.

Upstream's encodes in a thread pool, sends a picture's packets all at once, knows no transport-wide feedback, and does
not tell who asks for a key frame.
"""

import struct
import time
import uuid
from collections.abc import Callable
from typing import Any, Final, Literal

from aiortc import RTCDtlsTransport, RTCRtpSender, clock
from aiortc.codecs import is_rtx
from aiortc.rtcrtpparameters import RTCRtpCodecParameters, RTCRtpParameters, RTCRtpSendParameters
from aiortc.rtcrtpsender import random_sequence_number
from aiortc.rtp import (
    RTCP_PSFB_APP,
    RTCP_PSFB_FIR,
    RTCP_PSFB_PLI,
    RTCP_RTPFB_NACK,
    AnyRtcpPacket,
    RtcpByePacket,
    RtcpPsfbPacket,
    RtcpRrPacket,
    RtcpRtpfbPacket,
    RtcpSdesPacket,
    RtcpSenderInfo,
    RtcpSourceInfo,
    RtcpSrPacket,
    unpack_remb_fci,
)
from aiortc.stats import RTCStatsReport
from aiortc.utils import random32, uint16_add

from desk_client.rtc.rate.pacer import Priority
from desk_client.rtc.session.media_transport import MediaTransport
from desk_client.rtc.wire.history import History
from desk_client.rtc.wire.rtp import ExtensionIds, OutgoingPacket, retransmission
from desk_client.rtc.wire.transport_feedback import EXTENSION_URI

_REPORT_EVERY_S: Final = 1.0
_FIRST_REPORT_S: Final = 0.1
_MID_IN_FIRST: Final = 100
"""Packets that name their section; later the peer knows the stream by its SSRC (RFC 9143 section 9.2)."""
_UNKNOWN_ROUND_TRIP_S: Final = 0.1
_MOST_REPEATS: Final = 64
"""Packets sent again for one question."""
_MOST_BACKLOG_S: Final = 0.3
"""Beyond it nothing is sent again: a peer that asks without end would take all our line, and our memory."""


class RtpSender:
    """Of sound or of pictures; lives in the engine's loop.

    Args:
        kind: what is sent.
        dtls: the transport that upstream gave the transceiver.
        media: the same, as packets leave by it.
        on_ready: called when the codec is agreed upon and packets may leave.
        on_key_frame_wanted: called when the peer asks for one (RFC 4585 section 6.3.1, RFC 5104 section 4.3.1).
    """

    def __init__(
        self,
        kind: Literal["audio", "video"],
        dtls: RTCDtlsTransport,
        media: MediaTransport,
        on_ready: Callable[[RTCRtpCodecParameters], None],
        on_key_frame_wanted: Callable[[], None] = lambda: None,
    ) -> None:
        self.kind = kind
        self.track = None
        self.transport = dtls
        self.packets = 0
        self.repeats = 0
        """Packets sent again."""
        self._media = media
        self._on_ready = on_ready
        self._on_key_frame_wanted = on_key_frame_wanted
        self._ssrc = random32()
        self._rtx_ssrc = random32()
        self._stream_id = str(uuid.uuid4())
        self._track_id = str(uuid.uuid4())
        self._enabled = True
        self._codec: RTCRtpCodecParameters | None = None
        self._payload_type = 0
        self._rtx_payload_type: int | None = None
        self._sequence_number = random_sequence_number()
        self._rtx_sequence_number = random_sequence_number()
        self._timestamp_origin = random32()
        self._mid: bytes | None = None
        self._cname = ""
        self._octets = 0
        self._newest: tuple[int, float] | None = None
        """RTP timestamp of the newest media, and when it was captured."""
        self._report_due_s = 0.0
        self._history = History()

    # What upstream asks of a sender

    @classmethod
    def getCapabilities(cls, kind: str) -> Any:  # noqa: N802 - upstream's name
        """What can be sent."""
        return RTCRtpSender.getCapabilities(kind)

    def replaceTrack(self, _track: object) -> None:  # noqa: N802 - upstream's name
        """There are no tracks here: pictures and sound are put in by `send`."""

    def setTransport(self, transport: RTCDtlsTransport) -> None:  # noqa: N802 - upstream's name
        """Never another one: all sections share one transport from the beginning."""
        if transport is not self.transport:
            raise ValueError("the sections of a connection share one transport")

    async def getStats(self) -> RTCStatsReport:  # noqa: N802 - upstream's name
        """Nothing: what is measured is read from `MediaTransport`."""
        return RTCStatsReport()

    async def send(self, parameters: RTCRtpSendParameters) -> None:
        """The negotiation is settled, and the handshake over."""
        codec = parameters.codecs[0] if parameters.codecs else None
        if self._codec is not None or codec is None or codec.payloadType is None:
            return
        self._payload_type = codec.payloadType
        self._cname, self._mid = parameters.rtcp.cname or "", parameters.muxId.encode() or None
        for each in parameters.codecs:
            if is_rtx(each) and each.parameters.get("apt") == codec.payloadType:
                self._rtx_payload_type = each.payloadType
        self.transport._register_rtp_sender(self, parameters)  # noqa: SLF001  # type: ignore[arg-type]  # a stand-in has what the transport asks of upstream's
        self._codec = codec
        self._report_due_s = time.monotonic() + _FIRST_REPORT_S
        self._media.on_tick(self._tick)
        self._media.start(_ids(parameters), self._ssrc)
        self._on_ready(codec)

    async def stop(self) -> None:
        """Say goodbye (RFC 3550 section 6.6)."""
        if self._codec is not None:
            self._codec = None
            self.transport._unregister_rtp_sender(self)  # noqa: SLF001  # type: ignore[arg-type]  # a stand-in has what the transport asks of upstream's
            self._media.send_rtcp(RtcpByePacket(sources=[self._ssrc]))

    async def _handle_rtcp_packet(self, packet: AnyRtcpPacket) -> None:
        now = time.monotonic()
        match packet:
            case RtcpRrPacket() | RtcpSrPacket():
                for report in packet.reports:
                    if report.ssrc == self._ssrc:
                        self._media.round_trips.report_came(report.lsr, report.dlsr, now)
            case RtcpRtpfbPacket(fmt=fmt) if fmt == RTCP_RTPFB_NACK:
                self._send_again(packet.lost, now)
            case RtcpPsfbPacket(fmt=fmt) if fmt in (RTCP_PSFB_PLI, RTCP_PSFB_FIR):
                self._on_key_frame_wanted()
            case RtcpPsfbPacket(fmt=fmt) if fmt == RTCP_PSFB_APP:
                try:
                    self._media.remb(unpack_remb_fci(packet.fci)[0])
                except (ValueError, struct.error):  # upstream tells of a truncated one by either
                    return
            case _:
                return

    # What we ask of it

    @property
    def ready(self) -> bool:
        """Whether packets may leave."""
        return self._codec is not None and self._enabled

    def send_media(
        self,
        payloads: list[bytes],
        timestamp: int,
        captured_s: float,
        *,
        marker: bool = True,
        audio_level_dbov: int | None = None,
    ) -> None:
        """Let a picture or a piece of sound leave.

        Args:
            payloads: of its packets, in order.
            timestamp: in units of the stream's clock, from any origin.
            captured_s: when it was captured, monotonic seconds.
            marker: whether the last packet bears the marker.
            audio_level_dbov: 0..127 below full scale.
        """
        if not self.ready:
            return
        wire_timestamp = (self._timestamp_origin + timestamp) & 0xFFFFFFFF
        self._newest = wire_timestamp, captured_s
        now = time.monotonic()
        packets = []
        for place, payload in enumerate(payloads):
            packet = OutgoingPacket(
                self._ssrc,
                self._payload_type,
                self._sequence_number,
                wire_timestamp,
                marker and place == len(payloads) - 1,
                payload,
                self._mid if self.packets < _MID_IN_FIRST else None,
                audio_level_dbov,
            )
            self._sequence_number = uint16_add(self._sequence_number, 1)
            self.packets += 1
            self._octets += len(payload)
            packets.append(packet)
            if self.kind == "video":
                self._history.sent(packet, now)
        self._media.put_all(packets, Priority.PICTURE if self.kind == "video" else Priority.SOUND)

    def padding(self) -> OutgoingPacket | None:
        """Something to fill a probe with: what was sent lately, once more; the peer may even need it."""
        recent = self._history.largest_lately()
        return None if recent is None else self._again(recent)

    def keep_alive(self) -> OutgoingPacket | None:
        """A packet without content, in the stream of repeats; None where the peer takes no repeats."""
        if self._rtx_payload_type is None or self._newest is None:
            return None
        number, self._rtx_sequence_number = self._rtx_sequence_number, uint16_add(self._rtx_sequence_number, 1)
        return OutgoingPacket(
            self._rtx_ssrc, self._rtx_payload_type, number, self._newest[0], marker=False, payload=b"", padding=1
        )

    def _send_again(self, lost: list[int], now: float) -> None:
        round_trip_s = self._media.round_trips.rtt_s or _UNKNOWN_ROUND_TRIP_S
        for number in lost[:_MOST_REPEATS]:
            if self._media.backlog_s() > _MOST_BACKLOG_S:
                return
            packet = self._history.asked(number & 0xFFFF, now, round_trip_s)
            again = None if packet is None else self._again(packet)
            if again is not None:
                self.repeats += 1
                self._media.put(again, Priority.REPEAT)

    def _again(self, packet: OutgoingPacket) -> OutgoingPacket | None:
        if self._rtx_payload_type is None:
            return packet
        again = retransmission(packet, self._rtx_ssrc, self._rtx_payload_type, self._rtx_sequence_number)
        self._rtx_sequence_number = uint16_add(self._rtx_sequence_number, 1)
        return again

    def _tick(self, now: float) -> None:
        if self._codec is None or self._newest is None or now < self._report_due_s:
            return
        self._report_due_s = now + _REPORT_EVERY_S
        timestamp, captured_s = self._newest
        ntp = clock.current_ntp_time()
        report = RtcpSrPacket(
            ssrc=self._ssrc,
            sender_info=RtcpSenderInfo(
                ntp_timestamp=ntp,
                # What is captured now would bear this: both streams of a peer are placed in time by it
                rtp_timestamp=(timestamp + round((now - captured_s) * self._codec.clockRate)) & 0xFFFFFFFF,
                packet_count=self.packets & 0xFFFFFFFF,
                octet_count=self._octets & 0xFFFFFFFF,
            ),
        )
        self._media.round_trips.report_sent(ntp, now)
        source = RtcpSourceInfo(ssrc=self._ssrc, items=[(1, self._cname.encode())])
        self._media.send_rtcp(report, RtcpSdesPacket(chunks=[source]))


def _ids(parameters: RTCRtpParameters) -> ExtensionIds:
    ids = {extension.uri: extension.id for extension in parameters.headerExtensions}
    return ExtensionIds(
        mid=ids.get("urn:ietf:params:rtp-hdrext:sdes:mid"),
        audio_level=ids.get("urn:ietf:params:rtp-hdrext:ssrc-audio-level"),
        abs_send_time=ids.get("http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"),
        transport_sequence_number=ids.get(EXTENSION_URI),
    )
