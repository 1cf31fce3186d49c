"""What is read from recordings of speech, on recordings of which it is known what became of them."""

import numpy as np
import pytest

from benchmarks.media_rooms.listening import Recorded, aligned, lags_s, spectral_error_db
from benchmarks.media_rooms.speech import has_pesq, pesq
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples

MS = SAMPLE_RATE // 1000
BEGAN_S = 1000.0


def voice(seconds: float = 12.0) -> Samples:
    """Noise whose pitch and loudness change as a voice's do, with a pause in every third second."""
    rng = np.random.default_rng(5)
    at = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    pitch_hz = 120 + 40 * np.interp(at, np.arange(0, seconds, 0.1), rng.uniform(-1, 1, round(seconds * 10)))
    phase = 2 * np.pi * np.cumsum(pitch_hz) / SAMPLE_RATE
    loud = np.interp(at, np.arange(0, seconds, 0.08), rng.uniform(0.1, 1, round(seconds / 0.08)))
    loud = np.where((at % 3 > 2.5), 0, loud)
    sound = sum(np.sin(harmonic * phase) / harmonic for harmonic in range(1, 30))
    return np.rint(6000 * loud * sound + rng.normal(0, 5, at.size)).astype(np.int16)


def late(sound: Samples, seconds: float) -> Recorded:
    return Recorded(BEGAN_S + seconds, sound)


def with_holes(sound: Samples, share: float) -> Samples:
    """Silence in place of so many packets of 20 ms."""
    lost = np.random.default_rng(3).random(sound.size // (20 * MS)) < share
    return sound * ~np.repeat(lost, 20 * MS)


def test_a_part_is_cut_by_the_clock_and_silent_where_there_is_none() -> None:
    recorded = Recorded(BEGAN_S, np.full(100 * MS, 7, np.int16))
    assert recorded.part(BEGAN_S + 0.05, 0.02).tolist() == [7] * 20 * MS
    assert recorded.part(BEGAN_S - 0.01, 0.02).tolist() == [0] * 10 * MS + [7] * 10 * MS
    assert recorded.part(BEGAN_S + 0.09, 0.02).tolist() == [7] * 10 * MS + [0] * 10 * MS
    assert recorded.part(BEGAN_S - 1, 0.02).tolist() == recorded.part(BEGAN_S + 1, 0.02).tolist() == [0] * 20 * MS


def test_it_is_told_second_by_second_how_late_a_voice_is() -> None:
    said = voice()
    heard = said.copy()
    heard[6 * SAMPLE_RATE + 30 * MS :] = said[6 * SAMPLE_RATE : -30 * MS]  # a buffer grew
    lags = lags_s(Recorded(BEGAN_S, said), late(heard // 3, 0.123), BEGAN_S, BEGAN_S + 12)
    assert lags[:6] == pytest.approx([0.123] * 6, abs=0.001)
    assert lags[6:] == pytest.approx([0.153] * len(lags[6:]), abs=0.001)
    assert len(lags) == 12


def test_what_was_not_heard_and_what_was_not_said_has_no_lateness() -> None:
    said, other = voice(), np.random.default_rng(1).normal(0, 2000, 12 * SAMPLE_RATE).astype(np.int16)
    assert lags_s(Recorded(BEGAN_S, said), Recorded(BEGAN_S, other), BEGAN_S, BEGAN_S + 12) == []
    assert lags_s(Recorded(BEGAN_S, said // 1000), late(said, 0.1), BEGAN_S, BEGAN_S + 12) == []


def error_db(said: Samples, heard: Recorded) -> float:
    return spectral_error_db(*aligned(Recorded(BEGAN_S, said), heard, BEGAN_S + 1, 8))


def test_an_untouched_voice_has_no_error_however_late_and_faint_it_is() -> None:
    assert error_db(voice(), late(voice(), 0.2)) < 0.01
    assert error_db(voice(), late(voice() // 4, 0.2)) < 1.5  # a quarter of 16 bits is 14


def test_the_more_is_missing_the_greater_is_the_error() -> None:
    errors = [error_db(voice(), late(with_holes(voice(), share), 0.2)) for share in (0, 0.05, 0.1, 0.2, 1)]
    assert errors == sorted(errors)
    assert errors[3] > errors[0] + 2
    assert errors[4] > 20


def test_a_voice_that_was_lengthened_is_found_again() -> None:
    said = longer = voice()
    for at_s in range(2, 10):  # late by a third of a second in the end
        at = at_s * SAMPLE_RATE
        longer = np.insert(longer, at, longer[at - 40 * MS : at])
    assert error_db(said, late(longer, 0.2)) < 1.0


def test_what_is_not_found_again_is_silence() -> None:
    other = np.random.default_rng(1).normal(0, 2000, 12 * SAMPLE_RATE).astype(np.int16)
    assert not aligned(Recorded(BEGAN_S, voice()), Recorded(BEGAN_S, other), BEGAN_S + 1, 8)[1].any()


@pytest.mark.skipif(not has_pesq(), reason="PESQ is not installed")
def test_pesq_tells_an_untouched_voice_from_one_with_holes_and_from_none() -> None:
    said = voice()
    assert pesq(said, said) > 4.5
    assert pesq(said, with_holes(said, 0.2)) < 2.5
    assert pesq(said, np.zeros_like(said)) == 1
