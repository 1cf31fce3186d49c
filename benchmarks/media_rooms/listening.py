"""What became of speech on its way: how late it is, and how far off. Pure."""

import math
import statistics
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from benchmarks.media_rooms.speech import SPOKEN_DBFS, distance_db
from desk_client.rtc.sound.card import BLOCK
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples, level_dbfs

_LONGEST_S: Final = 0.8
_LIKE: Final = 0.2
"""Of 1: what is less alike is something else."""
_SECOND_S: Final = 1.0
_PIECE_S: Final = 0.2
_ASTRAY_S: Final = 0.08
"""By how much a piece may be off from its second."""
_FADE: Final = BLOCK // 2


@dataclass(frozen=True)
class Recorded:
    """Sound, and when its first sample came."""

    began_s: float
    sound: Samples

    @property
    def until_s(self) -> float:
        """When its last sample came."""
        return self.began_s + self.sound.size / SAMPLE_RATE

    def part(self, from_s: float, seconds: float) -> Samples:
        """A part of it, by the clock; silence where it has none."""
        begin = round((from_s - self.began_s) * SAMPLE_RATE)
        end = begin + round(seconds * SAMPLE_RATE)
        found = self.sound[max(0, begin) : max(0, end)]
        before = min(max(0, -begin), end - begin)
        return np.pad(found, (before, end - begin - before - found.size))


def lags_s(said: Recorded, heard: Recorded, from_s: float, until_s: float) -> list[float]:
    """By how much it is heard later, for each second in which something was said that is found again."""
    return [lag_s for _, lag_s in _lags(said, heard, from_s, until_s)]


def aligned(said: Recorded, heard: Recorded, from_s: float, seconds: float) -> tuple[Samples, Samples]:
    """What was said in a while, and what was heard of it, moment beside moment; silence if nothing is found again.

    Buffers make speech longer and shorter, which nobody hears and PESQ would. So each piece of 0.2 s is found again for
    itself, near to where the whole second is, and joined to the one before by a cross-fade.
    """
    lags = dict(_lags(said, heard, from_s, from_s + seconds))
    beside = np.zeros(round(seconds * SAMPLE_RATE) + 2 * _FADE)
    second_s = statistics.median(lags.values()) if lags else 0.0
    for number in range(math.ceil(seconds / _PIECE_S) if lags else 0):
        begin_s = number * _PIECE_S
        at_s = from_s + begin_s
        second_s = lags.get(int(begin_s / _SECOND_S), second_s)
        around = said.part(at_s - _PIECE_S / 2, 2 * _PIECE_S)
        room_s = at_s - _PIECE_S / 2 + second_s - _ASTRAY_S
        lag = _lag(around, heard.part(room_s, 2 * (_PIECE_S + _ASTRAY_S)))
        lag_s = second_s if lag is None else second_s - _ASTRAY_S + lag / SAMPLE_RATE
        piece = _fading(heard.part(at_s + lag_s - _FADE / 2 / SAMPLE_RATE, _PIECE_S + _FADE / SAMPLE_RATE))
        begin = round(begin_s * SAMPLE_RATE) + _FADE // 2
        length = min(piece.size, beside.size - begin)
        beside[begin : begin + length] += piece[:length]
    joined = np.clip(np.rint(beside[_FADE:-_FADE]), -32768, 32767).astype(np.int16)
    return said.part(from_s, seconds), joined


def spectral_error_db(original: Samples, beside: Samples) -> float:
    """The mean distance of the spectra of blocks of 20 ms in which somebody speaks; both are made equally loud."""
    level = beside * (_rms(original) / max(1.0, _rms(beside)))
    blocks = ((original[at : at + BLOCK], level[at : at + BLOCK]) for at in range(0, original.size - BLOCK + 1, BLOCK))
    found = [distance_db(one, other) for one, other in blocks if level_dbfs(one) > SPOKEN_DBFS]
    return statistics.fmean(found) if found else math.nan


def _lags(said: Recorded, heard: Recorded, from_s: float, until_s: float) -> list[tuple[int, float]]:
    """With the number of each second."""
    found = []
    for number in range(int((until_s - from_s) / _SECOND_S)):
        at_s = from_s + number * _SECOND_S
        lag = _lag(said.part(at_s, _SECOND_S), heard.part(at_s, _SECOND_S + _LONGEST_S))
        if lag is not None:
            found.append((number, lag / SAMPLE_RATE))
    return found


def _fading(sound: Samples) -> npt.NDArray[np.float64]:
    """In at its beginning and out at its end."""
    slope = np.arange(_FADE) / _FADE
    faded = sound.astype(np.float64)
    faded[:_FADE] *= slope
    faded[-_FADE:] *= 1 - slope
    return faded


def _rms(sound: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(sound.astype(np.float64)))))


def _lag(said: Samples, heard: Samples) -> int | None:
    """Where in the longer one the shorter one begins; None where nothing is like it or nothing was said."""
    if level_dbfs(said) < SPOKEN_DBFS:
        return None
    one, other = said.astype(np.float64), heard.astype(np.float64)
    room = other.size - one.size + 1
    size = 1 << (one.size + other.size - 1).bit_length()
    alike = np.fft.irfft(np.fft.rfft(other, size) * np.conj(np.fft.rfft(one, size)), size)[:room]
    sums = np.concatenate(([0.0], np.cumsum(np.square(other))))
    energies = np.maximum(sums[one.size :] - sums[:room], 1.0)
    alike = alike / np.sqrt(energies * np.sum(np.square(one)))
    best = int(np.argmax(alike))
    return best if alike[best] > _LIKE else None
