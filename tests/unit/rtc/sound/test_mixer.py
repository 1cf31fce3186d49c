"""Several voices at once."""

import threading

import numpy as np
import pytest

from desk_client.rtc.sound.meter import LevelMeter, Samples, level_dbfs
from desk_client.rtc.sound.mixer import Metered, Mixer


class Steady:
    def __init__(self, value: int, length: int | None = None) -> None:
        self._value = value
        self._length = length

    def pull(self, length: int) -> Samples:
        return np.full(self._length or length, self._value, dtype=np.int16)


class Broken:
    def pull(self, length: int) -> Samples:
        raise RuntimeError(f"no {length} samples")


def test_without_a_source_there_is_silence() -> None:
    assert not Mixer().pull(480).any()


def test_one_source_passes_untouched_however_loud() -> None:
    mixer = Mixer()
    mixer.add(Steady(32767))
    assert (mixer.pull(480) == 32767).all()


def test_sources_are_added_up_and_can_leave() -> None:
    mixer, second = Mixer(), Steady(-300)
    mixer.add(Steady(1000))
    mixer.add(second)
    mixer.add(second)
    assert (mixer.pull(480) == 700).all()
    mixer.remove(second)
    mixer.remove(second)
    assert (mixer.pull(480) == 1000).all()


def test_what_would_be_beyond_full_scale_is_rounded_off() -> None:
    mixer = Mixer()
    for _ in range(4):
        mixer.add(Steady(20000))
    block = mixer.pull(480)
    assert 30000 < block[0] <= 32767


@pytest.mark.expected_errors("a source of sound failed")
@pytest.mark.parametrize("ill", [Broken(), Steady(5, length=7)], ids=["raises", "gives too little"])
def test_a_source_that_fails_is_left_out_and_the_others_are_heard(ill: Broken | Steady) -> None:
    mixer = Mixer()
    mixer.add(ill)
    mixer.add(Steady(1000))
    assert (mixer.pull(480) == 1000).all()
    assert (mixer.pull(480) == 1000).all()


def test_sources_may_come_and_go_while_it_plays() -> None:
    mixer, ended = Mixer(), threading.Event()

    def change() -> None:
        while not ended.is_set():
            source = Steady(1)
            mixer.add(source)
            mixer.remove(source)

    thread = threading.Thread(target=change)
    thread.start()
    try:
        assert all(set(np.unique(mixer.pull(480))) <= {0, 1} for _ in range(500))
    finally:
        ended.set()
        thread.join()


def test_a_meter_tells_the_level_since_it_was_last_read() -> None:
    meter = LevelMeter()
    metered = Metered(Steady(3277), meter)
    assert meter.take_dbfs() == -120
    assert meter.take_dbfs() == -120
    blocks = [metered.pull(480) for _ in range(10)]
    assert meter.take_dbfs() == pytest.approx(level_dbfs(np.concatenate(blocks)))
    assert meter.take_dbfs() == -120
