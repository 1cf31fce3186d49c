"""How much louder a voice is made."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.sound.gain import CAP_DB, NOISE_CEILING_DBFS, TARGET_DBFS, CappedGain, amplified, rounded_off
from desk_client.rtc.sound.meter import Samples, level_dbfs

FRAME = 480


def sound(dbfs: float, seed: int = 1) -> Samples:
    noise = np.random.default_rng(seed).normal(0, 32768 * 10 ** (dbfs / 20), FRAME)
    return np.clip(np.rint(noise), -32768, 32767).astype(np.int16)


def heard(gain: CappedGain, dbfs: float, speech: float, frames: int, *, is_alone: bool = True) -> list[float]:
    """Levels of what came out."""
    return [level_dbfs(gain.apply(sound(dbfs, seed), speech, is_alone=is_alone)) for seed in range(frames)]


def test_a_soft_voice_rises_to_the_target_and_no_faster_than_three_decibels_a_second() -> None:
    gain = CappedGain()
    heard(gain, -80, 0.0, 100)
    assert heard(gain, -28, 1.0, 100)[-1] == pytest.approx(-25, abs=0.5)
    assert heard(gain, -28, 1.0, 400)[-1] == pytest.approx(TARGET_DBFS, abs=1)


def test_a_very_soft_voice_rises_by_the_cap_and_no_more() -> None:
    gain = CappedGain()
    heard(gain, -80, 0.0, 100)
    heard(gain, -45, 1.0, 2000)
    assert gain.gain_db == pytest.approx(CAP_DB)


def test_what_is_no_speech_is_never_lifted_into_hearing() -> None:
    gain = CappedGain()
    for _ in range(20):
        heard(gain, -66, 0.1, 100)
        heard(gain, -40, 1.0, 100)
    assert max(heard(gain, -66, 0.1, 50)) <= NOISE_CEILING_DBFS + 1
    assert gain.gain_db > 3


def test_noise_alone_is_not_lifted_at_all() -> None:
    gain = CappedGain()
    heard(gain, -45, 0.2, 3000)
    assert gain.gain_db == 0


def test_what_is_heard_beside_the_loudspeaker_teaches_nothing() -> None:
    gain = CappedGain()
    heard(gain, -80, 0.0, 100)
    heard(gain, -40, 1.0, 1000, is_alone=False)
    assert gain.gain_db == 0


def test_a_loud_voice_is_softened() -> None:
    gain = CappedGain()
    assert heard(gain, -12, 1.0, 400)[-1] == pytest.approx(-21, abs=1)


def test_a_changing_gain_has_no_steps() -> None:
    steady = np.full(FRAME, 10000, dtype=np.int16)
    rising = np.concatenate((amplified(steady, 0, 3), amplified(steady, 3, 3)))
    assert np.abs(np.diff(rising.astype(int))).max() < 20


@given(st.lists(st.floats(-200_000, 200_000), min_size=1, max_size=50))
def test_peaks_are_rounded_off_in_order_and_never_wrap_around(values: list[float]) -> None:
    ordered = np.sort(np.array(values, dtype=np.float32))
    out = rounded_off(ordered).astype(int)
    assert np.all(np.diff(out) >= 0)
    assert np.all((out >= 0) == (ordered >= -0.5))
    small = np.abs(ordered) < 26_000
    assert np.allclose(out[small], ordered[small], atol=0.51)
