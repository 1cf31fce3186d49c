"""Whether the microphone hears what the loudspeaker plays: two notes, and a listener for exactly these."""

import threading
from collections.abc import Callable
from typing import Final

import numpy as np
import numpy.typing as npt

from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.notes import NOTE_S, note_shapes, notes

_LEVEL: Final = 0.3
_THINNED: Final = 6
_RATE_HZ: Final = SAMPLE_RATE // _THINNED
_LISTENS_S: Final = 1.2
"""From when the first sample is asked for: the notes, and what the devices and the room take."""
_LIKENESS: Final = 0.25
"""Of 0..1: chance reaches 0.05, and notes in noise four times as strong as they are still 0.4."""


_Reals = npt.NDArray[np.float64]
_Complex = npt.NDArray[np.complex128]


class LoudspeakerProbe:
    """A source for the mixer, and an ear for what the microphone heard, before anything cancels the echo.

    `pull` is called in the loudspeaker's thread and `hear` in the microphone's, which also computes the verdict.

    Args:
        on_heard: told once whether both notes were heard, in the microphone's thread.
    """

    def __init__(self, on_heard: Callable[[bool], None]) -> None:
        self._on_heard = on_heard
        self._notes = notes(_LEVEL)
        self._position = 0
        self._sounds = threading.Event()
        self._heard: list[Samples] = []
        self._length = 0
        self.is_over = False
        """Whether the verdict was told."""

    def pull(self, length: int) -> Samples:
        """See `mixer.Source`."""
        self._sounds.set()
        part = self._notes[self._position : self._position + length]
        self._position += length
        return np.pad(part, (0, length - part.size))

    def hear(self, frame: Samples) -> None:
        """Take what the microphone heard; nothing counts before the notes are asked for."""
        if self.is_over or not self._sounds.is_set():
            return
        self._heard.append(frame)
        self._length += frame.size
        if self._length >= _LISTENS_S * SAMPLE_RATE:
            self.is_over = True
            self._on_heard(likeness(np.concatenate(self._heard)) >= _LIKENESS)


def likeness(sound: Samples) -> float:
    """How much like the two notes the likest part of a sound is, 0..1, whatever its loudness.

    Each note is looked for by itself, since a room turns the phase of one against the other; the second must follow
    the first as it was played.
    """
    whole = sound[: sound.size - sound.size % _THINNED].astype(np.float64).reshape(-1, _THINNED).mean(axis=1)
    bright = np.diff(whole)  # rumble, which is in every hall, counts little
    step = round(NOTE_S * _RATE_HZ)
    if bright.size < 2 * step:
        return 0.0
    first, second = (_alike(bright, shape) for shape in note_shapes(_RATE_HZ))
    return float(np.minimum(first[:-step], second[step:]).max())


def _alike(sound: _Reals, shape: _Complex) -> _Reals:
    """At each place, the normalised correlation of sound and shape; of silence 0."""
    size = 1 << (sound.size + shape.size - 1).bit_length()
    places = sound.size - shape.size + 1
    product = np.fft.ifft(np.fft.fft(sound, size) * np.conj(np.fft.fft(shape, size)))[:places]
    energy = np.cumsum(np.concatenate(([0.0], sound**2)))
    there = energy[shape.size :] - energy[: -shape.size]
    # a real sound has half its energy at either sign of a frequency
    whole = np.sqrt(np.maximum(there, 1.0) * float(np.sum(np.abs(shape) ** 2)) / 2)
    alike: _Reals = np.abs(product) / whole
    return alike
