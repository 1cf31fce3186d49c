"""Makes sound longer or shorter without changing its pitch, and joins pieces without a click. Pure.

What is taken out or put in is a piece that resembles what follows it, as one period of a voice resembles the next, and
its edges are faded into each other (waveform similarity overlap-add; Verhelst and Roelands, ICASSP 1993).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples

OVERLAP: Final = SAMPLE_RATE * 75 // 10_000
"""Samples that are compared, and faded into each other: 7.5 ms."""
LEAST_LAG: Final = SAMPLE_RATE * 25 // 10_000
MOST_LAG: Final = SAMPLE_RATE * 125 // 10_000
"""2.5 to 12.5 ms: voices of 80 to 400 Hz, and multiples of their periods."""
_COARSE: Final = 4
_SILENT_ENERGY: Final = 1.0
"""Per sample. Below it, whatever is compared is alike."""

_Field = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Match:
    """Where a sound resembles its own beginning."""

    lag: int
    """Samples."""
    likeness: float
    """1 is the same, 0 has nothing in common (normalised correlation)."""


def best_match(sound: Samples, most_lag: int = MOST_LAG) -> Match | None:
    """The lag at which the sound most resembles its beginning; None where it is too short for any.

    Args:
        sound: mono, 10 ms or more; 20 ms allow every lag.
        most_lag: samples, no more than which are to be taken out or put in.
    """
    most = min(most_lag, MOST_LAG, sound.size - OVERLAP)
    if most < LEAST_LAG:
        return None
    fine: _Field = sound[: most + OVERLAP].astype(np.float32)
    coarse: _Field = fine[: fine.size // _COARSE * _COARSE].reshape(-1, _COARSE).mean(axis=1)
    likely = LEAST_LAG + _COARSE * int(
        np.argmax(_likenesses(coarse, LEAST_LAG // _COARSE, most // _COARSE, OVERLAP // _COARSE))
    )
    first, last = max(LEAST_LAG, likely - _COARSE), min(most, likely + _COARSE)
    likenesses = _likenesses(fine, first, last, OVERLAP)
    best = int(np.argmax(likenesses))
    return Match(first + best, float(likenesses[best]))


def shortened(sound: Samples, lag: int) -> Samples:
    """The sound without `lag` samples of its beginning; its first and its last sample stay what they are."""
    return crossfaded(sound[:OVERLAP], sound[lag:])


def lengthened(sound: Samples, lag: int) -> Samples:
    """The sound with `lag` samples of its beginning twice; its first and its last sample stay what they are."""
    return np.concatenate((sound[:lag], crossfaded(sound[lag : lag + OVERLAP], sound)))


def crossfaded(leaving: Samples, coming: Samples) -> Samples:
    """`coming`, into whose beginning the shorter `leaving` fades."""
    length = min(leaving.size, coming.size)
    joined = coming.copy()
    weight = (np.arange(length, dtype=np.float32) + 0.5) / max(1, length)
    joined[:length] = np.rint(leaving[:length] * (1 - weight) + coming[:length] * weight).astype(np.int16)
    return joined


def faded(sound: Samples, begin: float, end: float, length: int | None = None) -> Samples:
    """The sound with its loudness moving from one factor to another, over `length` samples (all of it where None)."""
    length = sound.size if length is None else min(length, sound.size)
    factors = np.full(sound.size, end, dtype=np.float32)
    factors[:length] = np.linspace(begin, end, length, endpoint=False, dtype=np.float32)
    quieter: Samples = np.rint(sound * factors).astype(np.int16)
    return quieter


def _likenesses(sound: _Field, first: int, last: int, length: int) -> _Field:
    """Of the beginning and each lag from `first` to `last`, over so many samples."""
    beginning = sound[:length]
    windows = np.lib.stride_tricks.sliding_window_view(sound[first : last + length], length)
    energies = np.einsum("ij,ij->i", windows, windows)
    least = _SILENT_ENERGY * length
    likenesses: _Field = (windows @ beginning + least) / (np.sqrt(energies * float(beginning @ beginning)) + least)
    return likenesses
