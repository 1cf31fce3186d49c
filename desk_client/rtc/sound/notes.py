"""Two soft notes, rising as a question is. Pure."""

from typing import Final

import numpy as np
import numpy.typing as npt

from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples

NOTES_HZ: Final = (659.26, 880.0)  # e'' and a''
NOTE_S: Final = 0.28
_TAIL_S: Final = 0.2
_FADE: Final = 5.0
_RISE_S: Final = 0.01


def notes(level: float) -> Samples:
    """One note after the other, each struck and fading, mono at `SAMPLE_RATE`; a silent tail follows.

    Args:
        level: of the loudest sample, 0..1 of full scale.
    """
    at_s = np.arange(round(NOTE_S * SAMPLE_RATE)) / SAMPLE_RATE
    envelope = np.minimum(1.0, at_s / _RISE_S) * np.exp(-_FADE * at_s / NOTE_S)
    struck = [np.sin(2 * np.pi * hertz * at_s) * envelope * level for hertz in NOTES_HZ]
    tail = np.zeros(round(_TAIL_S * SAMPLE_RATE))
    samples: Samples = (np.concatenate([*struck, tail]) * np.iinfo(np.int16).max).astype(np.int16)
    return samples


def note_shapes(rate_hz: int) -> list[npt.NDArray[np.complex128]]:
    """Each note as whoever listens for it compares sound with it, whatever its phase."""
    at_s = np.arange(round(NOTE_S * rate_hz)) / rate_hz
    return [np.exp((2j * np.pi * hertz - _FADE / NOTE_S) * at_s) for hertz in NOTES_HZ]
