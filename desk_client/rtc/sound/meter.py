"""What sound is like: its level, and its pitch if it has one. Pure."""

import math
import threading
from typing import Final

import numpy as np
import numpy.typing as npt

SAMPLE_RATE: Final = 48_000
FLOOR_DBFS: Final = -120.0
_TONE_FLOOR_DBFS: Final = -60.0
_TONE_SHARE: Final = 0.5
_LOWEST_TONE_HZ: Final = 40

Samples = npt.NDArray[np.int16]


def level_dbfs(samples: Samples) -> float:
    """RMS level of 16-bit sound: a full-scale sine is -3 dBFS, silence (or nothing) is -120."""
    return _dbfs(_energy(samples), samples.size)


def tone_hz(samples: Samples) -> float | None:
    """The frequency that holds most of the sound's energy; None for silence, noise and most speech.

    Args:
        samples: mono at 48 kHz, a tenth of a second or more.
    """
    if samples.size < SAMPLE_RATE // 10 or level_dbfs(samples) < _TONE_FLOOR_DBFS:
        return None
    power = np.square(np.abs(np.fft.rfft(samples.astype(np.float32) * np.hanning(samples.size).astype(np.float32))))
    bin_hz = SAMPLE_RATE / samples.size
    power[: max(1, int(_LOWEST_TONE_HZ / bin_hz))] = 0
    peak = int(np.argmax(power))
    near = slice(max(0, peak - 3), peak + 4)
    if float(power[near].sum()) < _TONE_SHARE * float(power.sum()):
        return None
    bins = np.arange(power.size)[near]
    return float(np.average(bins, weights=power[near])) * bin_hz


class LastSecond:
    """Keeps the newest second of mono sound; one thread may add while another takes."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ring: Samples = np.zeros(SAMPLE_RATE, dtype=np.int16)
        self._at = 0
        self._filled = 0
        self._fresh = 0

    def add(self, block: Samples) -> None:
        """Append a block no longer than a second."""
        with self._lock:
            end = self._at + block.size
            if end <= SAMPLE_RATE:
                self._ring[self._at : end] = block
            else:
                head = SAMPLE_RATE - self._at
                self._ring[self._at :] = block[:head]
                self._ring[: block.size - head] = block[head:]
            self._at = end % SAMPLE_RATE
            self._filled = min(SAMPLE_RATE, self._filled + block.size)
            self._fresh += block.size

    def take(self) -> Samples | None:
        """The newest second, or what there is of it; None when nothing was added since the last take."""
        with self._lock:
            if self._fresh == 0:
                return None
            self._fresh = 0
            if self._filled < SAMPLE_RATE:
                return self._ring[: self._filled].copy()
            return np.concatenate((self._ring[self._at :], self._ring[: self._at]))


class LevelMeter:
    """The level since it was last read; one thread may add while another reads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._energy = 0.0
        self._samples = 0

    def add(self, block: Samples) -> None:
        """Take a block into account."""
        energy = _energy(block)
        with self._lock:
            self._energy += energy
            self._samples += block.size

    def take_dbfs(self) -> float:
        """RMS level as in `level_dbfs`; the floor where nothing was added."""
        with self._lock:
            energy, samples = self._energy, self._samples
            self._energy, self._samples = 0.0, 0
        return _dbfs(energy, samples)


def _energy(samples: Samples) -> float:
    """By a dot product: this is done for every 10 ms, several times."""
    sound = samples.astype(np.float32)
    return float(np.dot(sound, sound))


def _dbfs(energy: float, samples: int) -> float:
    return max(FLOOR_DBFS, 10 * math.log10(energy / samples / 32768**2)) if energy > 0 else FLOOR_DBFS
