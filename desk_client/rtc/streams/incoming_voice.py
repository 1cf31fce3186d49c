"""A peer's voice: packets in, sound out as whoever plays it wants it."""

import time

import numpy as np
from aiortc import RTCDtlsTransport
from aiortc.rtcrtpparameters import RTCRtpCodecParameters
from aiortc.rtp import RtpPacket

from desk_client.rtc.recording.pieces import PieceKind
from desk_client.rtc.recording.tap import ConnectionTap
from desk_client.rtc.session.media_transport import MediaTransport
from desk_client.rtc.session.rtp_receiver import RtpReceiver
from desk_client.rtc.sound.meter import LastSecond, Samples
from desk_client.rtc.sound.opus import VoiceDecoder
from desk_client.rtc.sound.sound_buffer import SoundBuffer


class IncomingVoice:
    """Packets come in the engine's loop, sound is pulled in the device's thread.

    Args:
        dtls: the transport that upstream gave the transceiver.
        media: the same, as reports leave by it.
        tap: is shown each packet as it came.
    """

    def __init__(self, dtls: RTCDtlsTransport, media: MediaTransport, tap: ConnectionTap) -> None:
        self.receiver = RtpReceiver(
            "audio", dtls, media, self._packet, lambda: tap.reported(PieceKind.SOUND, time.monotonic())
        )
        self._tap = tap
        self.buffer = SoundBuffer(VoiceDecoder())
        self.heard = LastSecond()
        """What was played."""
        self._is_hushed = False

    def took_s(self, now: float) -> float | None:
        """From the capture of what is played now (in the peer's time) to now; None while unknown."""
        timestamp = self.buffer.playing_timestamp()
        captured_s = None if timestamp is None else self.receiver.sender_clock.captured_s(timestamp)
        return None if captured_s is None else now - captured_s

    def pull(self, length: int) -> Samples:
        """The next samples, mono at 48 kHz; in the device's thread."""
        block = self.buffer.pull(length)
        if self._is_hushed:
            block = np.zeros_like(block)  # it is pulled all the same: nothing of it is kept, to be heard later
        if self.buffer.playing_timestamp() is not None:
            self.heard.add(block)
        return block

    def hush(self, *, on: bool) -> None:
        """Play silence in its place, or it again (any thread)."""
        self._is_hushed = on

    def close(self) -> None:
        """Give silence from now on."""
        self.buffer.close()

    def _packet(self, _codec: RTCRtpCodecParameters, packet: RtpPacket, now: float) -> None:
        self._tap.sound_came(packet.payload, packet.timestamp, now)
        self.buffer.add(packet.sequence_number, packet.timestamp, packet.payload, now)
