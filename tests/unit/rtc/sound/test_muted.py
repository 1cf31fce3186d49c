"""Whether somebody speaks into a microphone that is switched off."""

import numpy as np
import pytest

from desk_client.rtc.sound.muted import EVERY_S, SPOKEN_S, SpeakingWhileMutedDetector
from desk_client.rtc.sound.processing import Voice

QUIET = -90.0
STEP_S = 0.01


class Listened:
    """A detector, its clock, and when it told."""

    def __init__(self) -> None:
        self.detector = SpeakingWhileMutedDetector()
        self.now_s = 100.0
        self.told_s: list[float] = []

    def hear(
        self, seconds: float, *, speech: float | None = 0.95, dbfs: float = -25.0, loudspeaker_dbfs: float = QUIET
    ) -> "Listened":
        samples = np.full(480, round(32768 * 10 ** (dbfs / 20)), dtype=np.int16)
        for _ in range(round(seconds / STEP_S)):
            if self.detector.hear(Voice(samples, speech, loudspeaker_dbfs), self.now_s):
                self.told_s.append(round(self.now_s - 100, 2))
            self.now_s += STEP_S
        return self


def test_speech_is_told_after_half_a_second() -> None:
    assert Listened().hear(3).told_s == [pytest.approx(SPOKEN_S, abs=0.02)]


def test_words_with_gaps_between_them_add_up() -> None:
    listened = Listened()
    for _ in range(6):
        listened.hear(0.2).hear(0.2, speech=0.1, dbfs=-70)
    assert len(listened.told_s) == 1


def test_a_cough_is_not_told() -> None:
    assert Listened().hear(0.4).hear(5, speech=0.0).told_s == []


def test_noises_now_and_then_do_not_add_up() -> None:
    listened = Listened()
    for _ in range(30):
        listened.hear(0.1).hear(0.9, speech=0.1, dbfs=-60)
    assert listened.told_s == []


def test_whoever_goes_on_is_told_again_but_seldom() -> None:
    told = Listened().hear(3 * EVERY_S).told_s
    assert len(told) == 3
    assert np.diff(told).min() >= EVERY_S


@pytest.mark.parametrize("speech", [0.6, 0.0, None])
def test_loud_noise_is_no_speech_and_where_nobody_can_tell_nothing_is_told(speech: float | None) -> None:
    assert Listened().hear(20, speech=speech, dbfs=-10).told_s == []


def test_somebody_far_away_is_not_meant() -> None:
    assert Listened().hear(20, dbfs=-55).told_s == []


def test_nothing_is_told_while_the_loudspeaker_speaks_nor_of_its_echo() -> None:
    listened = Listened()
    for _ in range(20):
        listened.hear(1, loudspeaker_dbfs=-30).hear(0.25)
    assert listened.told_s == []


def test_switching_begins_anew_but_is_no_way_around_the_pause() -> None:
    listened = Listened().hear(0.4)
    listened.detector.forget()
    listened.hear(0.4)
    assert listened.told_s == []
    listened.hear(0.4)
    listened.detector.forget()
    listened.hear(2)
    assert len(listened.told_s) == 1
