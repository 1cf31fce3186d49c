"""Recordings of virtual devices, laid beside each other by the clock: no end is between them, so nothing may be."""

import subprocess

import pytest

from benchmarks.media_rooms.listening import Recorded, aligned, lags_s, spectral_error_db
from benchmarks.media_rooms.sound_devices import FORMAT, Recording
from benchmarks.media_rooms.speech import spoken
from tests.fakes.sound_server import SoundServer

SPOKEN_S = 4.0


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Recorded, Recorded]:
    """What one device was given, as two recordings have it of which the second began later."""
    with SoundServer(tmp_path_factory.mktemp("sound"), ("mouth",), microphones=("mouth",)) as server:
        server.start()
        words = server.environment() | {"PULSE_SINK": "mouth"}
        first = Recording(server, "mouth")
        saying = subprocess.Popen(["pacat", *FORMAT], env=words, stdin=subprocess.PIPE)
        second = Recording(server, "mouth")
        saying.communicate(spoken(SPOKEN_S).tobytes(), 20)
        return first.end(), second.end()


def test_neither_is_later_than_the_other(twice: tuple[Recorded, Recorded]) -> None:
    first, second = twice
    lags = lags_s(first, Recorded(second.began_s + 0.1, second.sound), first.began_s, first.until_s)
    assert lags
    assert lags == pytest.approx([0.1] * len(lags), abs=0.015)


def test_both_are_the_same(twice: tuple[Recorded, Recorded]) -> None:
    first, second = twice
    later = Recorded(second.began_s + 0.1, second.sound)
    assert spectral_error_db(*aligned(first, later, second.began_s + 0.5, 3)) < 0.1
