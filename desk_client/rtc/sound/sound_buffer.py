"""The adaptive buffer between the engine's loop and the sound device: one remote voice, two threads."""

import threading
from typing import Final

import numpy as np

from desk_client.rtc.sound.counters import SoundCounters
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.remote_voice import Decoder, RemoteVoice

_MS: Final = SAMPLE_RATE // 1000
_TURN: Final = 1 << 32


class SoundBuffer:
    """Takes one remote voice's packets as they come and gives sound as the device wants it. No call waits long.

    Args:
        decoder: of this voice alone (`VoiceDecoder`); closed with the buffer.
    """

    def __init__(self, decoder: Decoder) -> None:
        self._lock = threading.Lock()
        self._voice = RemoteVoice(decoder)
        self._playing: int | None = None
        self._closed = False

    def add(self, sequence_number: int, timestamp: int, payload: bytes, now_s: float) -> None:
        """A packet came.

        Args:
            sequence_number: of the RTP header, 16 bits.
            timestamp: of the RTP header, 32 bits, counting samples at 48 kHz.
            payload: Opus.
            now_s: when it came, by a monotonic clock.
        """
        with self._lock:
            if not self._closed:
                self._voice.add(sequence_number, timestamp, payload, now_s)

    def pull(self, length: int) -> Samples:
        """The next `length` samples, mono at 48 kHz; silence before the first packet and after `close`."""
        with self._lock:
            if self._closed:
                return np.zeros(length, dtype=np.int16)
            self._playing = self._voice.next_timestamp()
            return self._voice.pull(length)

    def hold_at_least(self, seconds: float) -> None:
        """Play at least so long after the fastest packets come (0.4 s at the most), for the sake of the picture.

        It takes effect little by little: a tenth of the time that passes.
        """
        with self._lock:
            self._voice.pace.hold_at_least(round(seconds * SAMPLE_RATE))

    def playing_timestamp(self) -> int | None:
        """The RTP timestamp of the first sample that the last `pull` gave; None before there was one.

        What the device itself adds is not in it.
        """
        with self._lock:
            return None if self._playing is None else self._playing % _TURN

    def counters(self) -> SoundCounters:
        """What happened so far."""
        with self._lock:
            delay = self._voice.pace.delay()
            return self._voice.tally.seen(
                delay_ms=None if delay is None else delay / _MS, target_ms=self._voice.pace.target() / _MS
            )

    def close(self) -> None:
        """Let go of the decoder; once is enough."""
        with self._lock:
            if not self._closed:
                self._closed = True
                self._voice.close()
