"""The private names of aiortc 1.16.0 that we touch in a session: all of them are here and in `upstream_path`.

Upstream offers no way to put in another sender and receiver, to know the transport-wide feedback, or to send a packet
without a turn of the loop; and a bad packet ends its receiving. The dependencies are pinned exactly for this.
"""

import logging
import struct
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from aiortc import RTCCertificate, RTCDtlsTransport, RTCPeerConnection, RTCRtpTransceiver
from aiortc.codecs import CODECS, HEADER_EXTENSIONS, is_rtx
from aiortc.rtcrtpparameters import RTCRtcpFeedback, RTCRtpHeaderExtensionParameters
from aiortc.rtp import is_rtcp

from desk_client.rtc.session.arrival_stamps import arrived_s
from desk_client.rtc.session.upstream_path import at_once
from desk_client.rtc.wire import reports, transport_feedback
from desk_client.rtc.wire.payloads import VideoCodec

if TYPE_CHECKING:
    from desk_client.rtc.session.rtp_receiver import RtpReceiver
    from desk_client.rtc.session.rtp_sender import RtpSender

# ruff: noqa: SLF001  (what this file is for)

_log = logging.getLogger(__name__)

_MOST_SOURCES: Final = 32
"""That a transport knows of: a peer has four."""
_SSRC: Final = slice(8, 12)
"""Where it stands in an RTP packet (RFC 3550 section 5.1)."""


def _know_what_we_can() -> None:
    """Offer and accept transport-wide feedback, and what our Opus can (RFC 7587 section 6.1)."""
    for codec in CODECS["audio"]:
        if codec.name == "opus":
            codec.parameters.update({"minptime": "10", "useinbandfec": "1", "usedtx": "1"})
    extensions = [extension for kind in HEADER_EXTENSIONS.values() for extension in kind]
    if any(extension.uri == transport_feedback.EXTENSION_URI for extension in extensions):
        return
    free = 1 + max(extension.id for extension in extensions)
    for kind, codecs in CODECS.items():
        HEADER_EXTENSIONS[kind].append(RTCRtpHeaderExtensionParameters(id=free, uri=transport_feedback.EXTENSION_URI))
        for codec in codecs:
            if not is_rtx(codec):
                codec.rtcpFeedback.append(RTCRtcpFeedback(type="transport-cc"))


_know_what_we_can()


def prove_by(connection: RTCPeerConnection, certificate: RTCCertificate) -> None:
    """Use this certificate in place of one made for this connection alone, before it has any transceiver."""
    connection._RTCPeerConnection__certificates = [certificate]  # type: ignore[attr-defined]  # private


def replace(transceiver: RTCRtpTransceiver, sender: "RtpSender", receiver: "RtpReceiver") -> None:
    """Put our sender and receiver in the places of upstream's, before a negotiation has begun."""
    sender._stream_id = transceiver.sender._stream_id
    receiver._set_rtcp_ssrc(sender._ssrc)
    transceiver._RTCRtpTransceiver__sender = sender  # type: ignore[attr-defined]  # private
    transceiver._RTCRtpTransceiver__receiver = receiver  # type: ignore[attr-defined]  # private


def hear_transport_feedback(dtls: RTCDtlsTransport, callback: Callable[[bytes], None]) -> None:
    """Have `callback` called with each transport-wide feedback (its FCI), which upstream's parser throws away."""
    handle = dtls._handle_rtcp_data

    async def came(data: bytes) -> None:
        rest = b""
        for message in reports.messages(data):
            if message.is_transport_feedback:
                callback(message.fci)
            else:
                rest += message.data
        if rest:
            await handle(rest)

    dtls._handle_rtcp_data = came  # type: ignore[method-assign]  # of this one instance


def tell_arrivals(dtls: RTCDtlsTransport, callback: Callable[[float], None]) -> None:
    """Have `callback` called with the time at which a datagram arrived, before that is read; monotonic seconds."""
    receive = dtls.transport._recv

    async def received() -> bytes:
        data = await receive()
        callback(arrived_s(data))
        return data

    dtls.transport._recv = received


def outlive_bad_packets(dtls: RTCDtlsTransport) -> None:
    """Leave out what would end upstream's receiving for good, and with it the call; after `hear_transport_feedback`.

    An empty datagram, from whomever, ends it by an IndexError, a header extension or a REMB of the wrong size by a
    struct.error, and a peer that names a new source in each packet fills a table without end.
    """
    receive, handle_rtp, handle_rtcp = dtls.transport._recv, dtls._handle_rtp_data, dtls._handle_rtcp_data
    complained = False

    def left_out(error: Exception) -> None:
        nonlocal complained
        if isinstance(error, struct.error):
            _log.debug("a malformed packet was left out: %s", error)
        elif not complained:
            complained = True  # once: whoever can provoke it can do so a thousand times a second
            _log.error("a packet was left out, and others may be", exc_info=error)

    async def received() -> bytes:
        while not (data := await receive()):
            pass
        return data

    async def rtp_came(data: bytes, arrival_time_ms: int) -> None:
        sources = dtls._rtp_router.ssrc_table
        if len(sources) >= _MOST_SOURCES and int.from_bytes(data[_SSRC], "big") not in sources:
            return
        try:
            await handle_rtp(data, arrival_time_ms)
        except Exception as error:  # noqa: BLE001  (the last place before the call would end)
            left_out(error)

    async def rtcp_came(data: bytes) -> None:
        try:
            await handle_rtcp(data)
        except Exception as error:  # noqa: BLE001  (as above)
            left_out(error)

    dtls.transport._recv = received
    dtls._handle_rtp_data = rtp_came  # type: ignore[method-assign]  # as above
    dtls._handle_rtcp_data = rtcp_came  # type: ignore[method-assign]  # as above


def send_protected(dtls: RTCDtlsTransport, data: bytes) -> int:
    """Send an RTP or RTCP packet now, without waiting for anything.

    Returns:
        Bytes on the wire, without UDP and IP.

    Raises:
        ConnectionError: there is no connection.
        pylibsrtp.Error: the packet cannot be protected.
    """
    if dtls.state != "connected":
        raise ConnectionError("not connected")
    data = dtls._tx_srtp.protect_rtcp(data) if is_rtcp(data) else dtls._tx_srtp.protect(data)
    at_once(dtls.transport._send(data))
    return len(data)


def received_bytes(dtls: RTCDtlsTransport) -> int:
    """SRTP, SRTCP and DTLS, without UDP and IP."""
    return int(next(iter(dtls._get_stats().values())).bytesReceived)


def agreed_codec(transceiver: RTCRtpTransceiver) -> VideoCodec:
    """What both ends can do and we prefer, once a negotiation is settled."""
    return VideoCodec(transceiver._codecs[0].name.upper())
