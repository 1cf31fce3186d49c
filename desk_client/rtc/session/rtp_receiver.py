"""Receives one stream: a stand-in for aiortc's `RTCRtpReceiver`, whose place in a transceiver it takes.

Upstream's decodes in a thread of its own whatever comes, asks once for what is lost, and tells no times.
"""

import time
from collections.abc import Callable
from typing import Any, Final, Literal

from aiortc import RTCDtlsTransport, RTCRtpReceiver
from aiortc.codecs import is_rtx
from aiortc.rate import RemoteBitrateEstimator
from aiortc.rtcrtpparameters import RTCRtpCodecParameters, RTCRtpReceiveParameters
from aiortc.rtcrtpreceiver import StreamStatistics
from aiortc.rtp import (
    RTCP_PSFB_APP,
    RTCP_PSFB_PLI,
    RTCP_RTPFB_NACK,
    AnyRtcpPacket,
    RtcpPsfbPacket,
    RtcpReceiverInfo,
    RtcpRrPacket,
    RtcpRtpfbPacket,
    RtcpSrPacket,
    RtpPacket,
    pack_remb_fci,
    unwrap_rtx,
)
from aiortc.stats import RTCStatsReport

from desk_client.rtc.session.media_transport import MediaTransport
from desk_client.rtc.wire.sender_clock import SenderClock

_REPORT_EVERY_S: Final = 0.5
_MOST_SOURCES: Final = 4
"""A peer sends one stream and its repeats; one that invents others costs no more."""
_UNITS_A_SECOND: Final = 65536
_ORIGINAL_NUMBER: Final = 2
"""Bytes before the payload of a repeat: the sequence number that it had at first."""

Packets = Callable[[RTCRtpCodecParameters, RtpPacket, float], None]


class RtpReceiver:
    """Of sound or of pictures; lives in the engine's loop.

    Args:
        kind: what is received.
        dtls: the transport that upstream gave the transceiver.
        media: the same, as reports leave by it.
        on_packet: is given each packet of the stream, repeats included, with the time of its coming.
        on_report: called once `sender_clock` knows more.
    """

    def __init__(
        self,
        kind: Literal["audio", "video"],
        dtls: RTCDtlsTransport,
        media: MediaTransport,
        on_packet: Packets,
        on_report: Callable[[], None] = lambda: None,
    ) -> None:
        self.transport = dtls
        self.track = None
        self.sender_clock = SenderClock(48_000 if kind == "audio" else 90_000)
        self._track: object = None
        self._enabled = True
        self._media = media
        self._on_packet = on_packet
        self._on_report = on_report
        self._codecs: dict[int, RTCRtpCodecParameters] = {}
        self._rtx_ssrcs: dict[int, int] = {}
        self._streams: dict[int, StreamStatistics] = {}
        self._reports: dict[int, tuple[int, float]] = {}
        """By SSRC: the middle of the last report's NTP time, and when it came."""
        self._own_ssrc = 0
        self._remb = RemoteBitrateEstimator() if kind == "video" else None
        self._report_due_s = 0.0
        self._started = False

    # What upstream asks of a receiver

    @classmethod
    def getCapabilities(cls, kind: str) -> Any:  # noqa: N802 - upstream's name
        """What can be received."""
        return RTCRtpReceiver.getCapabilities(kind)

    def setTransport(self, transport: RTCDtlsTransport) -> None:  # noqa: N802 - upstream's name
        """Never another one: all sections share one transport from the beginning."""
        if transport is not self.transport:
            raise ValueError("the sections of a connection share one transport")

    async def getStats(self) -> RTCStatsReport:  # noqa: N802 - upstream's name
        """Nothing: what is measured is read from `reception`."""
        return RTCStatsReport()

    async def receive(self, parameters: RTCRtpReceiveParameters) -> None:
        """The negotiation is settled, and the handshake over."""
        if self._started:
            return
        self._started = True
        self._codecs = {codec.payloadType: codec for codec in parameters.codecs if codec.payloadType is not None}
        for encoding in parameters.encodings:
            if encoding.rtx:
                self._rtx_ssrcs[encoding.rtx.ssrc] = encoding.ssrc
        self.transport._register_rtp_receiver(self, parameters)  # noqa: SLF001  # type: ignore[arg-type]  # a stand-in has what the transport asks of upstream's
        self._media.on_tick(self._tick)

    async def stop(self) -> None:
        """Take nothing any more."""
        if self._started:
            self._started = False
            self.transport._unregister_rtp_receiver(self)  # noqa: SLF001  # type: ignore[arg-type]  # a stand-in has what the transport asks of upstream's

    def _set_rtcp_ssrc(self, ssrc: int) -> None:
        self._own_ssrc = ssrc

    def _handle_disconnect(self) -> None:
        """The connection's own state tells it to whom it concerns."""

    async def _handle_rtcp_packet(self, packet: AnyRtcpPacket) -> None:
        if isinstance(packet, RtcpSrPacket):
            middle = (packet.sender_info.ntp_timestamp >> 16) & 0xFFFFFFFF
            self._reports[packet.ssrc] = middle, time.monotonic()
            if packet.ssrc == self.ssrc:
                self.sender_clock.reported(packet.sender_info.ntp_timestamp, packet.sender_info.rtp_timestamp)
                self._on_report()

    async def _handle_rtp_packet(self, packet: RtpPacket, arrival_time_ms: int) -> None:
        if not self._enabled or not self._started:
            return
        self._media.arrived(packet.extensions.transport_sequence_number, packet.ssrc)
        self._estimate(packet, arrival_time_ms)
        codec = self._codecs.get(packet.payload_type)
        if codec is None or not self._counted(packet, codec):
            return
        if is_rtx(codec):
            unwrapped = self._unwrapped(packet, codec)
            if unwrapped is None:
                return
            packet, codec = unwrapped
        self._on_packet(codec, packet, time.monotonic())

    # What we ask of it

    @property
    def ssrc(self) -> int | None:
        """Of the stream; None before its first packet."""
        return next((ssrc for ssrc in self._streams if ssrc not in self._rtx_ssrcs), None)

    @property
    def statistics(self) -> StreamStatistics | None:
        """Of the stream, without its repeats; None before its first packet."""
        ssrc = self.ssrc
        return None if ssrc is None else self._streams[ssrc]

    def ask_for(self, lost: list[int]) -> None:
        """Ask the peer for packets, by their sequence numbers (RFC 4585 section 6.2.1)."""
        if (ssrc := self.ssrc) is not None and lost:
            packet = RtcpRtpfbPacket(fmt=RTCP_RTPFB_NACK, ssrc=self._own_ssrc, media_ssrc=ssrc)
            packet.lost = sorted(lost)  # as upstream packs them
            self._media.send_rtcp(packet)

    def ask_for_key_frame(self) -> None:
        """Tell the peer that a picture is lost (RFC 4585 section 6.3.1)."""
        if (ssrc := self.ssrc) is not None:
            self._media.send_rtcp(RtcpPsfbPacket(fmt=RTCP_PSFB_PLI, ssrc=self._own_ssrc, media_ssrc=ssrc))

    def _counted(self, packet: RtpPacket, codec: RTCRtpCodecParameters) -> bool:
        statistics = self._streams.get(packet.ssrc)
        if statistics is None:
            if len(self._streams) >= _MOST_SOURCES:
                return False
            statistics = self._streams[packet.ssrc] = StreamStatistics(codec.clockRate)
        statistics.add(packet)
        return True

    def _unwrapped(
        self, packet: RtpPacket, codec: RTCRtpCodecParameters
    ) -> tuple[RtpPacket, RTCRtpCodecParameters] | None:
        """The packet that was sent again; None for padding and for what cannot be placed (RFC 4588 section 4)."""
        ssrc = self._rtx_ssrcs.get(packet.ssrc)
        apt = codec.parameters.get("apt")
        original = self._codecs.get(apt) if isinstance(apt, int) else None
        if ssrc is None or not isinstance(apt, int) or original is None or len(packet.payload) <= _ORIGINAL_NUMBER:
            return None
        if is_rtx(original):  # a peer may name a stream of repeats as what it repeats
            return None
        return unwrap_rtx(packet, payload_type=apt, ssrc=ssrc), original

    def _estimate(self, packet: RtpPacket, arrival_time_ms: int) -> None:
        """Tell a peer that knows no transport-wide feedback what it may send (REMB)."""
        if self._remb is None or self._media.feedback_agreed or packet.extensions.abs_send_time is None:
            return
        remb = self._remb.add(
            abs_send_time=packet.extensions.abs_send_time,
            arrival_time_ms=arrival_time_ms,
            payload_size=len(packet.payload) + packet.padding_size,
            ssrc=packet.ssrc,
        )
        if remb is not None:
            message = RtcpPsfbPacket(fmt=RTCP_PSFB_APP, ssrc=self._own_ssrc, media_ssrc=0, fci=pack_remb_fci(*remb))
            self._media.send_rtcp(message)

    def _tick(self, now: float) -> None:
        if now < self._report_due_s or not self._streams or not self._started:
            return
        self._report_due_s = now + _REPORT_EVERY_S
        self._media.send_rtcp(
            RtcpRrPacket(ssrc=self._own_ssrc, reports=[self._report(ssrc, now) for ssrc in self._streams])
        )

    def _report(self, ssrc: int, now: float) -> RtcpReceiverInfo:
        statistics = self._streams[ssrc]
        lsr, came_s = self._reports.get(ssrc, (0, now))
        return RtcpReceiverInfo(
            ssrc=ssrc,
            fraction_lost=statistics.fraction_lost,
            packets_lost=statistics.packets_lost,
            highest_sequence=(statistics.cycles + (statistics.max_seq or 0)) & 0xFFFFFFFF,
            jitter=statistics.jitter & 0xFFFFFFFF,
            lsr=lsr,
            dlsr=round(min(now - came_s, 60000.0) * _UNITS_A_SECOND) if lsr else 0,
        )
