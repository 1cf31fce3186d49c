"""A processor that fails is replaced, and it is told."""

import sys

import numpy as np
import pytest

from desk_client.rtc.sound.meter import Samples
from desk_client.rtc.sound.processing import PassThrough, Replaceable, Voice, VoiceProcessor, WebRtcProcessor

BLOCK = np.arange(480, dtype=np.int16)


class Failing:
    """Serves until it is told to fail, in one of the ways a native library may."""

    def __init__(self) -> None:
        self.fails_played = self.fails_heard = self.gives_nonsense = False

    def played(self, _block: Samples, _at_s: float) -> None:
        if self.fails_played:
            raise MemoryError("played")

    def heard(self, block: Samples, _at_s: float) -> Voice:
        if self.fails_heard:
            raise ValueError("heard")
        return Voice(block[:7] if self.gives_nonsense else -block, 1.0, -90.0)


@pytest.mark.parametrize("way", ["fails_played", "fails_heard", "gives_nonsense"])
def test_one_that_fails_is_replaced_by_a_pass_through_and_told_of_once(way: str) -> None:
    told: list[None] = []
    ill = Failing()
    processor = Replaceable(lambda: ill, lambda: told.append(None))
    assert (processor.heard(BLOCK, 1.0).samples == -BLOCK).all()
    setattr(ill, way, True)
    for number in range(3):
        processor.played(BLOCK, 1.0 + number)
        assert (processor.heard(BLOCK, 1.0 + number).samples == BLOCK).all()
    assert told == [None]


def test_a_machine_without_the_library_goes_on_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pywebrtc_audio", None)
    told: list[None] = []
    processor = Replaceable(WebRtcProcessor, lambda: told.append(None))
    assert told == [None]
    voice = processor.heard(BLOCK, 1.0)
    assert (voice.samples == BLOCK).all()
    assert voice.speech is None


@pytest.mark.parametrize("make", [PassThrough, WebRtcProcessor])
def test_it_tells_how_loud_the_loudspeaker_is(make: type[VoiceProcessor]) -> None:
    processor = make()
    loud = np.full(480, 3277, dtype=np.int16)
    levels = []
    for number in range(30):
        now_s = 10 + number * 0.01
        processor.played(loud, now_s + 0.03)
        levels.append(processor.heard(np.zeros(480, dtype=np.int16), now_s - 0.03).loudspeaker_dbfs)
    assert levels[0] == -120
    assert levels[-1] == pytest.approx(-20, abs=0.1)


def test_silence_stays_silence() -> None:
    processor = WebRtcProcessor()
    silence = np.zeros(480, dtype=np.int16)
    out = [processor.heard(silence, 10 + number * 0.01).samples for number in range(100)]
    assert np.abs(np.concatenate(out)).max() <= 2
