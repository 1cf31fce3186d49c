"""What the loudspeaker played, found again by the time at which it sounded."""

import numpy as np
import pytest

from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.played import LEAD_S, EvenTimes, PlayedSound

FRAME = 480
STEP_S = 0.01


def frames(count: int, seed: int = 1) -> list[Samples]:
    return list(np.random.default_rng(seed).integers(-20000, 20000, (count, FRAME), dtype=np.int16))


def lag_of(reference: Samples, played: Samples, longest: int = 4800) -> int:
    """By how many samples the reference is later than what was played."""
    size = reference.size + played.size
    spectrum = np.fft.rfft(reference.astype(float), size) * np.conj(np.fft.rfft(played.astype(float), size))
    correlation = np.fft.irfft(spectrum, size)
    return int(np.argmax(np.concatenate((correlation[-longest:], correlation[:longest])))) - longest


def run(count: int, *, jitter_s: float = 0.0, drift: float = 0.0, in_s: float = 0.03, out_s: float = 0.03) -> int:
    """Both devices side by side; by how many samples the reference is earlier than its own time, at the end."""
    rng = np.random.default_rng(2)
    kept, sound, found = PlayedSound(), frames(count), []
    for number, frame in enumerate(sound):
        now_s = 50 + number * STEP_S
        off_s = rng.uniform(-jitter_s, jitter_s, 2)
        kept.put(frame, 50 + number * STEP_S * (1 + drift) + out_s + off_s[0])
        found.append(kept.beside(now_s - in_s + off_s[1], FRAME))
    last = slice(max(0, count - 100), count)
    own_time = round((in_s + out_s + count * STEP_S * drift) * SAMPLE_RATE)
    return own_time - lag_of(np.concatenate(found[last]), np.concatenate(sound[last]))


def test_it_is_handed_out_a_little_before_its_own_time() -> None:
    assert run(150) == round(LEAD_S * SAMPLE_RATE)


@pytest.mark.parametrize("drift", [0.0, 3e-4, -3e-4])
def test_neither_unsteady_times_nor_two_clocks_take_it_away_from_its_time(drift: float) -> None:
    assert abs(run(2000, jitter_s=0.008, drift=drift) - LEAD_S * SAMPLE_RATE) < 0.005 * SAMPLE_RATE


def test_where_devices_are_quick_it_is_never_later_than_its_own_time() -> None:
    assert 0 <= run(300, in_s=0.004, out_s=0.007) < LEAD_S * SAMPLE_RATE


def test_after_a_gap_it_is_at_its_time_again() -> None:
    kept, sound, found = PlayedSound(), frames(300), []
    for number, frame in enumerate(sound):
        lost_s = 0.2 if number >= 150 else 0.0  # the loudspeaker ran dry for that long
        kept.put(frame, 50 + number * STEP_S + 0.03 + lost_s)
        found.append(kept.beside(50 + number * STEP_S - 0.03, FRAME))
    lag = lag_of(np.concatenate(found[200:]), np.concatenate(sound[200:]), 24_000)
    assert lag == round((0.06 + 0.2 - LEAD_S) * SAMPLE_RATE)


def test_one_wrong_time_changes_nothing() -> None:
    times = EvenTimes()
    told = [10 + number * STEP_S for number in range(50)]
    told[20] += 0.4
    even = [times(each, FRAME) for each in told]
    assert np.allclose(np.diff(even), STEP_S, atol=1e-6)


def test_where_nothing_was_played_there_is_silence() -> None:
    kept = PlayedSound()
    assert not kept.beside(5.0, FRAME).any()
    kept.put(frames(1)[0], 5.0)
    assert not kept.beside(3.0, FRAME).any()
    assert not kept.beside(9.0, FRAME).any()
