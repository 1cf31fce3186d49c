"""The names of aiortc 1.16.0 and aioice 0.13.0 that are private and that we touch: all of them, and only here.

Upstream offers no way to put in another receive buffer, to hear of a request for a key frame, to read what it knows
of losses and of the rate that the peer can take, to ask twice for what is lost, to measure round trips longer than a
second, to repeat a lost flight of the handshake sooner than after a second, to meet over loopback where there is no
network, or to wait less than five seconds for a dead STUN server. The dependencies are pinned exactly for this.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import aioice.stun
import aiortc.rtcrtpsender
from aioice import Candidate
from aiortc import RTCRtpReceiver, RTCRtpSender, RTCRtpTransceiver
from aiortc.jitterbuffer import JitterFrame
from aiortc.rtp import AnyRtcpPacket, RtcpRrPacket, RtcpSrPacket, RtpPacket

from desk_client.rtc.encoders import VideoCodec
from desk_client.rtc.handshake import Flights
from desk_client.rtc.nacks import Nacks
from desk_client.rtc.receive_buffer import PICTURE_PATIENCE, SOUND_PATIENCE, Patience, ReceiveBuffer
from desk_client.rtc.round_trips import RoundTrips

# ruff: noqa: SLF001  (what this file is for)

_LOOPBACK: Final = "127.0.0.1"
_GATHERING_S: Final = 2
_LOOKS_EVERY_S: Final = 0.05

aiortc.rtcrtpsender.RTP_HISTORY_SIZE = 1024  # type: ignore[attr-defined]  # imported there, and read each time
"""How many packets can be sent again; 128 are less than half a second of 3 Mbit/s, and the peer may ask for longer."""
aioice.stun.RETRY_RTO = 0.1
"""How long to wait before a STUN request is sent again, in seconds; it doubles. RFC 8489 section 6.2.1 says 0.5 where
nothing better is known: here people wait, and each check that is lost would cost them half a second."""


@dataclass(frozen=True)
class Reception:
    """What is known of the peer's stream (RFC 3550 section 6.4)."""

    packets: int
    lost: int
    jitter: int
    """In units of the stream's clock."""


def gather_soon_and_everywhere(transceiver: RTCRtpTransceiver) -> None:
    """Gather candidates on loopback where there is no other network, and wait two seconds at most for STUN and TURN."""
    connection = transceiver.sender.transport.transport._connection
    gather = connection.get_component_candidates

    async def gather_ours(component: int, addresses: list[str]) -> list[Candidate]:
        return await gather(component, addresses or [_LOOPBACK], _GATHERING_S)

    connection.get_component_candidates = gather_ours  # type: ignore[method-assign,assignment]  # of this one instance


async def repeat_handshake(transceiver: RTCRtpTransceiver) -> None:
    """Send the handshake's flights again while nothing comes of them; returns when that is not needed any more."""
    transport = transceiver.sender.transport.transport
    send, receive = transport._send, transport._recv
    flights = Flights()

    async def sent(data: bytes) -> None:
        flights.sent(data, time.monotonic())
        await send(data)

    async def received() -> bytes:
        data = await receive()
        flights.came(data)
        return data

    transport._send, transport._recv = sent, received
    try:
        while not flights.over:
            await asyncio.sleep(_LOOKS_EVERY_S)
            for datagram in flights.due(time.monotonic()):
                await send(datagram)
    except ConnectionError:  # the path is gone, and with it the handshake
        pass
    finally:
        transport._send, transport._recv = send, receive


def put_in_buffer(receiver: RTCRtpReceiver, *, is_video: bool) -> ReceiveBuffer:
    """Replace a receiver's jitter buffer by ours, before it has begun."""

    def overflow(packet: RtpPacket, frame: JitterFrame) -> None:
        codec = receiver._RTCRtpReceiver__codecs.get(packet.payload_type)  # type: ignore[attr-defined]  # private
        if codec is not None:
            frame.timestamp = receiver._RTCRtpReceiver__timestamp_mapper.map(frame.timestamp)  # type: ignore[attr-defined]  # private
            receiver._RTCRtpReceiver__decoder_queue.put((codec, frame))  # type: ignore[attr-defined]  # private

    buffer = ReceiveBuffer(
        is_video=is_video, patience=PICTURE_PATIENCE if is_video else SOUND_PATIENCE, overflow=overflow
    )
    receiver._RTCRtpReceiver__jitter_buffer = buffer  # type: ignore[attr-defined]  # private
    return buffer


def ask_again_for_what_is_lost(receiver: RTCRtpReceiver, patience: Patience, round_trips: RoundTrips) -> None:
    """Ask the peer for lost packets until they come or nobody waits for them any more, before it has begun."""
    receiver._RTCRtpReceiver__nack_generator = Nacks(  # type: ignore[attr-defined]  # private
        deadline_s=patience.seconds, widest=patience.width, round_trip_s=lambda: round_trips.rtt_s
    )


def hear_keyframe_requests(sender: RTCRtpSender, callback: Callable[[], None]) -> None:
    """Have `callback` called when the peer asks for a key frame (PLI or FIR)."""
    sender._send_keyframe = callback  # type: ignore[method-assign]  # private


def measure_round_trips(sender: RTCRtpSender) -> RoundTrips:
    """Follow the sender's reports and the peer's reports on them, from before it has begun."""
    trips = RoundTrips()
    send, handle = sender._send_rtcp, sender._handle_rtcp_packet

    async def sent(packets: list[AnyRtcpPacket]) -> None:
        for packet in packets:
            if isinstance(packet, RtcpSrPacket):
                trips.report_sent(packet.sender_info.ntp_timestamp, time.monotonic())
        await send(packets)

    async def came(packet: AnyRtcpPacket) -> None:
        if isinstance(packet, RtcpRrPacket | RtcpSrPacket):
            for report in packet.reports:
                if report.ssrc == sender._ssrc:
                    trips.report_came(report.lsr, report.dlsr, time.monotonic())
        await handle(packet)

    sender._send_rtcp = sent  # type: ignore[method-assign]  # private
    sender._handle_rtcp_packet = came  # type: ignore[method-assign]  # private
    return trips


def peer_can_take_bps(sender: RTCRtpSender) -> int | None:
    """The peer's last estimate (REMB), within upstream's bounds for the codec; its default before the first one."""
    encoder = sender._RTCRtpSender__encoder  # type: ignore[attr-defined]  # private
    bitrate_bps = getattr(encoder, "target_bitrate", None)
    return bitrate_bps if isinstance(bitrate_bps, int) else None


def agreed_codec(transceiver: RTCRtpTransceiver) -> VideoCodec:
    """What both ends can do and we prefer, once a negotiation is settled."""
    return VideoCodec(transceiver._codecs[0].name.upper())


def reception(receiver: RTCRtpReceiver) -> Reception | None:
    """Of the receiver's first stream (a second one carries retransmissions); None before its first packet."""
    for stream in receiver._RTCRtpReceiver__remote_streams.values():  # type: ignore[attr-defined]  # private
        return Reception(stream.packets_received, stream.packets_lost, stream.jitter)
    return None
