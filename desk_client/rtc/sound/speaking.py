"""From blocks of captured sound to encoded ones: one encode for all who receive them."""

import time
from dataclasses import dataclass
from typing import Final, Protocol

from desk_client.rtc.sound.card import BLOCK
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples, level_dbfs
from desk_client.rtc.sound.opus import VOICE_BPS, VoiceEncoder

_QUIETEST_DBOV: Final = 127
_NARROW_BPS: Final = 110_000
"""Below it the voice itself makes do with less: sound is what must never fail."""
_NARROW_VOICE_BPS: Final = 18_000
_LOSSY_NARROW_BPS: Final = 60_000
"""The same of a path that loses packets: copies take their part, and what is left of the lower rate is poor."""
_LOSSY: Final = 0.05
_LOSS_AT_FIRST: Final = 0.05
_LOSS_KEPT: Final = 0.998
"""Of what is expected, from block to block: half is forgotten in seven seconds. What is told is the loss of one second,
and after one without any the next packets need their copies as much as those before."""


@dataclass(frozen=True, slots=True)
class VoicePath:
    """What matters of a path for the voice."""

    loss: float
    """0..1."""
    bps: int
    """What it takes in all."""


class VoiceOutlet(Protocol):
    """One who receives."""

    @property
    def ready(self) -> bool:
        """Whether what it is given leaves (any thread)."""

    def path(self) -> VoicePath:
        """What its path is like now (any thread)."""

    def take(self, payload: bytes, at: int, captured_s: float, level_dbov: int) -> None:
        """Take 20 ms of sound: its first sample is the `at`-th, heard at `captured_s` (monotonic seconds)."""


class VoiceEncoding:
    """Encodes where it is called: 20 ms of Opus cost 0.15 ms."""

    def __init__(self) -> None:
        self._encoder = VoiceEncoder()
        self._outlets: tuple[VoiceOutlet, ...] = ()
        self._hearing: frozenset[VoiceOutlet] = frozenset()
        self._at = 0
        self._loss = _LOSS_AT_FIRST

    def send_to(self, outlets: tuple[VoiceOutlet, ...]) -> None:
        """From the next block on (any thread)."""
        self._outlets = outlets

    def offer(self, block: Samples) -> None:
        """Give the next 20 ms (always from the same thread)."""
        captured_s = time.monotonic() - BLOCK / SAMPLE_RATE
        at, self._at = self._at, self._at + BLOCK
        outlets = [outlet for outlet in self._outlets if outlet.ready]
        before, self._hearing = self._hearing, frozenset(outlets)
        if not outlets:
            return
        if not self._hearing <= before:
            # A decoder that joins in the middle of a steady sound may burst out at full scale (RFC 6716, 4.2.7.9)
            self._encoder.reset()
        paths = [outlet.path() for outlet in outlets]
        self._loss = max(_LOSS_KEPT * self._loss, *(path.loss for path in paths))
        narrow_bps = _NARROW_BPS if self._loss < _LOSSY else _LOSSY_NARROW_BPS
        self._encoder.set_loss(100 * self._loss)
        self._encoder.set_bitrate(VOICE_BPS if min(path.bps for path in paths) >= narrow_bps else _NARROW_VOICE_BPS)
        payload = self._encoder.encode(block)
        if payload is None:
            return  # nothing is said
        level = min(_QUIETEST_DBOV, max(0, round(-level_dbfs(block))))
        for outlet in outlets:
            outlet.take(payload, at, captured_s, level)

    def close(self) -> None:
        """Let go of the encoder, once nothing is offered any more."""
        self._encoder.close()
