"""The sound that stands in for a microphone. Pure."""

from typing import Final

import numpy as np

from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples

_AMPLITUDE: Final = 32768 * 0.1 * 2**0.5
"""A sine of -20 dBFS (RMS)."""


class SyntheticTone:
    """A steady sine at -20 dBFS, softly faded in, without a seam between blocks."""

    def __init__(self, frequency_hz: float) -> None:
        self._step = 2 * np.pi * frequency_hz / SAMPLE_RATE
        self._at = 0

    def block(self, length: int) -> Samples:
        """The next `length` samples, mono at 48 kHz."""
        index = np.arange(self._at, self._at + length)
        self._at += length
        fade = np.minimum(1.0, index / (SAMPLE_RATE / 10))
        tone: Samples = np.rint(_AMPLITUDE * fade * np.sin(self._step * index)).astype(np.int16)
        return tone
