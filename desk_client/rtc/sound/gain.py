"""How much louder a voice is made: slowly, by speech alone, up to a cap, and never so that silence is heard. Pure."""

from typing import Final

import numpy as np
import numpy.typing as npt

from desk_client.rtc.sound.meter import Samples, level_dbfs

CAP_DB: Final = 9.0
"""The most that a quiet voice is lifted."""
TARGET_DBFS: Final = -24.0
"""Where speech should be: the mean level of its syllables."""
NOISE_CEILING_DBFS: Final = -60.0
"""What is no speech is not lifted beyond this: nobody hears it there."""
_LEAST_DB: Final = -9.0
_RISE_DB: Final = 0.03
"""In 10 ms: three decibels a second, which nobody notices."""
_FALL_DB: Final = 0.15
_SPEECH: Final = 0.8
_FAINTEST_DBFS: Final = -50.0
_ECHO_FRAMES: Final = 30
"""What the loudspeaker said resounds for so long."""
_FOLLOWED: Final = 0.005
"""The part of a block's level that is believed: two seconds of speech until all of it is; the first ones count more."""
_NOISE_RISE_DB: Final = 0.02
_NOISE_FALL: Final = 0.1
_KNEE: Final = 0.8


class CappedGain:
    """Belongs to one microphone; each block of 10 ms is the next one."""

    def __init__(self) -> None:
        self.gain_db = 0.0
        self._speech_dbfs: float | None = None
        self._noise_dbfs = NOISE_CEILING_DBFS
        self._alone_frames = self._spoken_frames = 0

    def apply(self, block: Samples, speech: float, *, is_alone: bool) -> Samples:
        """Make the block louder or softer.

        `speech` is how likely it is speech, 0..1; `is_alone` whether the loudspeaker is quiet: what might be an echo
        teaches nothing about the voice.
        """
        level = level_dbfs(block)
        self._alone_frames = self._alone_frames + 1 if is_alone else 0
        if speech < _SPEECH:
            self._hear_noise(level)
        elif level > _FAINTEST_DBFS and self._alone_frames > _ECHO_FRAMES:
            self._spoken_frames += 1
            before = level if self._speech_dbfs is None else self._speech_dbfs
            self._speech_dbfs = before + max(_FOLLOWED, 1 / self._spoken_frames) * (level - before)
        wished = 0.0 if self._speech_dbfs is None else TARGET_DBFS - self._speech_dbfs
        most = max(0.0, min(CAP_DB, NOISE_CEILING_DBFS - self._noise_dbfs))
        wished = max(_LEAST_DB, min(most, wished))
        before_db = self.gain_db
        self.gain_db = min(wished, before_db + _RISE_DB) if wished > before_db else max(wished, before_db - _FALL_DB)
        if self.gain_db == before_db == 0:
            return block
        return amplified(block, before_db, self.gain_db)

    def _hear_noise(self, now_dbfs: float) -> None:
        """Down soon, up slowly: a word that was taken for noise hardly counts."""
        if now_dbfs > self._noise_dbfs:
            self._noise_dbfs = min(now_dbfs, self._noise_dbfs + _NOISE_RISE_DB)
        else:
            self._noise_dbfs += _NOISE_FALL * (now_dbfs - self._noise_dbfs)


def amplified(block: Samples, from_db: float, to_db: float) -> Samples:
    """By a gain that goes evenly from one value to the other; peaks are rounded off instead of cut."""
    first, last = 10 ** (from_db / 20), 10 ** (to_db / 20)
    sound = block.astype(np.float32)
    sound *= first if first == last else np.linspace(first, last, block.size, dtype=np.float32)
    return rounded_off(sound)


def rounded_off(sound: npt.NDArray[np.float32]) -> Samples:
    """16-bit samples of a sum or a product that may be beyond them; below -2 dBFS nothing is changed."""
    share = sound / 32768
    size = np.abs(share)
    if size.max(initial=0.0) <= _KNEE:
        return np.rint(sound).astype(np.int16)
    bent = np.sign(share) * (_KNEE + (1 - _KNEE) * np.tanh((size - _KNEE) / (1 - _KNEE)))
    samples: Samples = np.rint(np.where(size <= _KNEE, share * 32768, bent * 32767)).astype(np.int16)
    return samples
