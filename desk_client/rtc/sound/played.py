"""What the loudspeaker plays, laid out by the times at which it sounds: the reference for cancelling echo. Pure.

Loudspeaker and microphone are two devices with two clocks: their blocks come in bursts, and one gains on the other.
Here a block that was heard finds what was played at its own time, so that the echo in it is as late as the room makes
it, however the two devices' buffers stand.
"""

import threading
from typing import Final

import numpy as np

from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples

LEAD_S: Final = 0.02
"""How much earlier than its own time sound is handed out: drivers err, and an echo must never precede its cause."""
_KEPT: Final = SAMPLE_RATE
_FOLLOWED: Final = 0.003
"""The part of a block's deviation that is believed: it takes three seconds until all of it is."""
_JUMP_S: Final = 0.03
"""A deviation that cannot be jitter…"""
_JUMP_TIMES: Final = 5
"""…where it comes so many times in a row: sound was lost, or the device is another one."""
_SLIP: Final = SAMPLE_RATE * 3 // 2000
"""A millisecond and a half apart, and the clocks are brought together by a sample in each block."""
_SPARE: Final = SAMPLE_RATE // 200


class EvenTimes:
    """The times of a device's samples without their jitter: samples are counted, the times followed slowly."""

    def __init__(self) -> None:
        self._origin_s: float | None = None
        self._count = 0
        self._blocks = 0
        self._off = 0

    def __call__(self, at_s: float, length: int) -> float:
        """When the first of the next `length` samples really sounds, the device having said `at_s`."""
        measured_s = at_s - self._count / SAMPLE_RATE
        origin_s = measured_s if self._origin_s is None else self._origin_s
        self._off = self._off + 1 if abs(measured_s - origin_s) > _JUMP_S else 0
        if self._off >= _JUMP_TIMES:
            origin_s, self._blocks, self._off = measured_s, 0, 0
        elif not self._off:
            self._blocks += 1  # at first all blocks count the same: their mean is known soon
            origin_s += max(_FOLLOWED, 1 / self._blocks) * (measured_s - origin_s)
        self._origin_s = origin_s
        even_s = origin_s + self._count / SAMPLE_RATE
        self._count += length
        return even_s


class PlayedSound:
    """The newest second of what was played; one thread may put while another asks."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._ring: Samples = np.zeros(_KEPT, dtype=np.int16)
        self._written = 0
        """Samples so far: the number of the next one."""
        self._zero_s: float | None = None
        """When sample number 0 sounded, as the newest block tells it."""
        self._playing_times, self._hearing_times = EvenTimes(), EvenTimes()
        self._at: int | None = None
        self._lead = round(LEAD_S * SAMPLE_RATE)

    @property
    def lead_s(self) -> float:
        """How much earlier than its own time sound is handed out now: `LEAD_S`, or less where devices are quick."""
        return self._lead / SAMPLE_RATE

    def put(self, block: Samples, at_s: float) -> None:
        """Append what will have been played from that time on."""
        with self._lock:
            self._zero_s = self._playing_times(at_s, block.size) - self._written / SAMPLE_RATE
            where = np.arange(self._written, self._written + block.size) % _KEPT
            self._ring[where] = block
            self._written += block.size

    def beside(self, at_s: float, length: int) -> Samples:
        """What is played beside the next `length` samples that are heard, the first of them at that time.

        Silence where nothing was played, or where it is not known any more.
        """
        with self._lock:
            even_s = self._hearing_times(at_s, length)
            if self._zero_s is None:
                return np.zeros(length, dtype=np.int16)
            taken = self._step(round((even_s - self._zero_s) * SAMPLE_RATE), length)
            assert self._at is not None
            found = self._read(self._at, taken)
            self._at += taken
        if taken == length:
            return found
        stretched = np.interp(np.linspace(0, taken - 1, length), np.arange(taken), found)
        return np.rint(stretched).astype(np.int16)

    def _step(self, due: int, length: int) -> int:
        """Set the place to read from, and tell how many samples to read: one more or less lets clocks meet."""
        short = due + self._lead + length - self._written
        if 0 < short < self._lead:  # both devices are quicker than the lead: what it asks for is not yet played
            self._lead = max(0, self._lead - short - _SPARE)
        wanted = due + self._lead
        if self._at is None or abs(wanted - self._at) > _JUMP_S * SAMPLE_RATE:
            self._at = wanted
        apart = wanted - self._at
        return length + (apart > _SLIP) - (apart < -_SLIP)

    def _read(self, start: int, length: int) -> Samples:
        found: Samples = np.zeros(length, dtype=np.int16)
        first, last = max(start, self._written - _KEPT, 0), min(start + length, self._written)
        if first < last:
            numbers = np.arange(first, last) % _KEPT
            found[first - start : last - start] = self._ring[numbers]
        return found
