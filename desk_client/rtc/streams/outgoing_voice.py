"""Our voice on its way to one peer."""

import asyncio
from contextlib import suppress

from aiortc import RTCDtlsTransport

from desk_client.rtc.recording.tap import ConnectionTap
from desk_client.rtc.session.media_transport import MediaTransport
from desk_client.rtc.session.rtp_sender import RtpSender
from desk_client.rtc.sound.speaking import VoicePath


class OutgoingVoice:
    """A `VoiceOutlet`, and the sender of its packets: takes encoded sound from any thread.

    Args:
        dtls: the transport that upstream gave the transceiver.
        media: the same, as packets leave by it.
        tap: is shown each piece of sound as it leaves.
    """

    def __init__(self, dtls: RTCDtlsTransport, media: MediaTransport, tap: ConnectionTap) -> None:
        self.sender = RtpSender("audio", dtls, media, lambda _codec: None)
        self._media = media
        self._tap = tap
        self._loop = asyncio.get_running_loop()

    @property
    def ready(self) -> bool:
        """See `VoiceOutlet`."""
        return self.sender.ready

    def path(self) -> VoicePath:
        """See `VoiceOutlet`."""
        estimator = self._media.estimator
        return VoicePath(estimator.loss, estimator.target_bps)

    def take(self, payload: bytes, at: int, captured_s: float, level_dbov: int) -> None:
        """Let 20 ms of sound leave (any thread).

        Args:
            payload: Opus.
            at: the place of its first sample, counted from any origin.
            captured_s: when it was heard, monotonic seconds.
            level_dbov: 0..127 below full scale.
        """
        if self.sender.ready:
            self._tap.sound_sent(payload, at, captured_s)
            with suppress(RuntimeError):  # the loop has ended meanwhile
                self._loop.call_soon_threadsafe(self._leave, payload, at, captured_s, level_dbov)

    def _leave(self, payload: bytes, at: int, captured_s: float, level_dbov: int) -> None:
        self.sender.send_media([payload], at, captured_s, marker=False, audio_level_dbov=level_dbov)
