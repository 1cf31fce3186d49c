"""Level and pitch of sound."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.sound.meter import FLOOR_DBFS, SAMPLE_RATE, LastSecond, Samples, level_dbfs, tone_hz
from desk_client.rtc.sound.tone import SyntheticTone


def sine(frequency_hz: float, amplitude: float) -> Samples:
    wave: Samples = np.rint(amplitude * np.sin(2 * np.pi * frequency_hz * np.arange(SAMPLE_RATE) / SAMPLE_RATE)).astype(
        np.int16
    )
    return wave


def test_a_full_scale_sine_is_3_db_below_full_scale() -> None:
    assert level_dbfs(sine(1000, 32767)) == pytest.approx(-3.01, abs=0.02)


def test_silence_is_the_floor() -> None:
    assert level_dbfs(np.zeros(960, dtype=np.int16)) == FLOOR_DBFS
    assert level_dbfs(np.zeros(0, dtype=np.int16)) == FLOOR_DBFS


@given(frequency_hz=st.floats(60, 8000), amplitude=st.floats(500, 32000))
def test_a_tone_s_pitch_is_found(frequency_hz: float, amplitude: float) -> None:
    assert tone_hz(sine(frequency_hz, amplitude)) == pytest.approx(frequency_hz, abs=1)


def test_a_tone_is_found_in_quiet_noise() -> None:
    noise = np.random.default_rng(1).normal(0, 300, SAMPLE_RATE).astype(np.int16)
    assert tone_hz(sine(440, 5000) + noise) == pytest.approx(440, abs=1)


def test_noise_silence_and_two_tones_have_no_pitch() -> None:
    assert tone_hz(np.random.default_rng(1).normal(0, 3000, SAMPLE_RATE).astype(np.int16)) is None
    assert tone_hz(np.zeros(SAMPLE_RATE, dtype=np.int16)) is None
    assert tone_hz(sine(400, 5000) + sine(900, 5000) + sine(1700, 5000)) is None
    assert tone_hz(sine(400, 5000)[:100]) is None


def test_the_synthetic_tone_is_soft_and_without_seams() -> None:
    tone = SyntheticTone(523.25)
    blocks = [tone.block(960) for _ in range(100)]
    second = np.concatenate(blocks[50:])
    assert level_dbfs(second) == pytest.approx(-20, abs=0.1)
    assert tone_hz(second) == pytest.approx(523.25, abs=0.5)
    steps = np.abs(np.diff(np.concatenate(blocks).astype(np.int32)))
    assert steps.max() < 4700 * 2 * np.pi * 523.25 / SAMPLE_RATE + 2


@given(sizes=st.lists(st.integers(1, SAMPLE_RATE), min_size=1, max_size=12))
def test_the_last_second_is_the_newest_sound(sizes: list[int]) -> None:
    everything = np.random.default_rng(2).integers(-32768, 32767, sum(sizes), dtype=np.int16)
    kept = LastSecond()
    at = 0
    for size in sizes:
        kept.add(everything[at : at + size])
        at += size
    taken = kept.take()
    assert taken is not None
    assert np.array_equal(taken, everything[-SAMPLE_RATE:])


def test_nothing_new_is_nothing() -> None:
    kept = LastSecond()
    assert kept.take() is None
    kept.add(np.ones(960, dtype=np.int16))
    assert kept.take() is not None
    assert kept.take() is None
