"""Longer, shorter, and joined, without a click."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.stretching import (
    LEAST_LAG,
    MOST_LAG,
    OVERLAP,
    best_match,
    crossfaded,
    faded,
    lengthened,
    shortened,
)
from tests.fakes.voice_path import steepest


def tone(frequency_hz: float, length: int = 960) -> Samples:
    wave = 8000 * np.sin(2 * np.pi * frequency_hz / SAMPLE_RATE * np.arange(length) + 0.3)
    sound: Samples = np.rint(wave).astype(np.int16)
    return sound


@pytest.mark.parametrize("frequency_hz", [85.0, 110.0, 200.0, 333.0, 440.0, 1234.5])
def test_a_tone_resembles_itself_a_whole_number_of_periods_later(frequency_hz: float) -> None:
    match = best_match(tone(frequency_hz))
    assert match is not None
    periods = match.lag * frequency_hz / SAMPLE_RATE
    assert periods == pytest.approx(round(periods), abs=0.51 * frequency_hz / SAMPLE_RATE + 0.02)
    assert match.likeness > 0.98


def test_noise_resembles_itself_nowhere() -> None:
    match = best_match(np.random.default_rng(1).normal(0, 3000, 960).astype(np.int16))
    assert match is not None
    assert match.likeness < 0.5


def test_silence_resembles_itself_anywhere() -> None:
    match = best_match(np.zeros(960, np.int16))
    assert match is not None
    assert match.likeness == pytest.approx(1)


def test_no_more_is_changed_than_is_wanted_and_nothing_in_what_is_too_short() -> None:
    match = best_match(tone(200), most_lag=250)
    assert match is not None
    assert match.lag == pytest.approx(240, abs=1)
    assert best_match(tone(200), most_lag=LEAST_LAG - 1) is None
    assert best_match(tone(200, OVERLAP + LEAST_LAG - 1)) is None


@pytest.mark.parametrize("frequency_hz", [85.0, 110.0, 200.0, 333.0, 440.0, 1234.5])
def test_a_stretched_tone_has_no_click(frequency_hz: float) -> None:
    sound = tone(frequency_hz, 2880)
    before, middle, after = sound[:960], sound[960:1920], sound[1920:]
    match = best_match(middle)
    assert match is not None
    for other, change in ((shortened(middle, match.lag), -match.lag), (lengthened(middle, match.lag), match.lag)):
        assert other.size == 960 + change
        assert (other[0], other[-1]) == (pytest.approx(middle[0], abs=30), middle[-1])
        assert steepest(np.concatenate((before, other, after))) <= 1.1 * steepest(sound) + 20


@given(seed=st.integers(0, 1 << 32), amplitude=st.floats(0, 200_000), most=st.integers(0, 1000))
def test_whatever_the_sound_the_match_is_within_its_bounds(seed: int, amplitude: float, most: int) -> None:
    noise = np.random.default_rng(seed).normal(0, 1, 960) * amplitude
    sound = np.clip(noise, -32768, 32767).astype(np.int16)
    match = best_match(sound, most)
    if most < LEAST_LAG:
        assert match is None
    else:
        assert match is not None
        assert LEAST_LAG <= match.lag <= min(most, MOST_LAG)
        assert -1.001 <= match.likeness <= 1.001
        assert shortened(sound, match.lag).size == 960 - match.lag
        assert lengthened(sound, match.lag).size == 960 + match.lag


def test_two_sounds_are_joined_by_fading_one_into_the_other() -> None:
    joined = crossfaded(np.full(100, 1000, np.int16), np.full(300, -1000, np.int16))
    assert joined.size == 300
    assert (joined[0], joined[-1], joined[100]) == (990, -1000, -1000)
    assert steepest(joined) <= 21


def test_a_sound_fades_to_a_factor_and_stays_there() -> None:
    quieter = faded(np.full(100, 1000, np.int16), 1.0, 0.5, 50)
    assert quieter[0] == 1000
    assert set(quieter[50:]) == {500}
    assert np.all(np.diff(quieter) <= 0)
