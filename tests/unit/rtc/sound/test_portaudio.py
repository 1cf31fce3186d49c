"""How PortAudio is used, with a library in its place that behaves as `sounddevice` does."""

import sys
import time
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from desk_client.rtc.port import DeviceFault
from desk_client.rtc.sound import portaudio
from desk_client.rtc.sound.card import FRAME, SoundStream, StreamState
from desk_client.rtc.sound.devices import Direction, names
from desk_client.rtc.sound.meter import Samples
from desk_client.rtc.sound.portaudio import PortAudioCard
from tests.fakes.call_end import soon

if TYPE_CHECKING:
    from collections.abc import Callable


class PortAudioError(Exception):
    pass


class Stream:
    """An open stream; its callbacks are the test's to make."""

    def __init__(self, library: "Library", **asked: Any) -> None:
        self.callback: Callable[..., None] = asked["callback"]
        self.device: int = asked["device"]
        self.active = False
        self.library = library

    @property
    def time(self) -> float:
        if self.library.has_no_clock:
            raise PortAudioError("Error getting stream time")
        return 500.0

    def start(self) -> None:
        if self.device in self.library.refuses:
            raise PortAudioError(self.library.refuses[self.device])
        self.active = True
        self.library.open.append(self)

    def stop(self) -> None:
        self.active = False

    def close(self) -> None:
        self.library.open.remove(self)


class Library(ModuleType):
    """Two interfaces, of which the first is the preferred one; a list of devices that is read once."""

    PortAudioError = PortAudioError

    def __init__(self) -> None:
        super().__init__("sounddevice")
        self.plugged = ["inside", "headset"]
        self.listed = list(self.plugged)
        self.refuses: dict[int, str] = {}
        self.open: list[Stream] = []
        self.has_no_clock = self.does_not_start = False
        self.default = SimpleNamespace(hostapi=0)

    def query_hostapis(self) -> list[dict[str, Any]]:
        count = len(self.listed)
        first = 0 if count else -1
        preferred = {"devices": list(range(count)), "default_input_device": first, "default_output_device": first}
        return [preferred, {"devices": [count], "default_input_device": count, "default_output_device": -1}]

    def query_devices(self) -> list[dict[str, Any]]:
        return [
            {"name": name, "max_input_channels": 1, "max_output_channels": 2} for name in [*self.listed, "elsewhere"]
        ]

    def InputStream(self, **asked: Any) -> Stream:
        return Stream(self, **asked)

    OutputStream = InputStream

    def _terminate(self) -> None:
        if not self.listed:
            raise PortAudioError("PortAudio not initialized")
        self.listed = []
        assert not self.open, "streams would end without a word"

    def _initialize(self) -> None:
        if self.does_not_start:
            raise PortAudioError("Error initializing PortAudio")
        self.listed = list(self.plugged)


@pytest.fixture
def library(monkeypatch: pytest.MonkeyPatch) -> Library:
    made = Library()
    monkeypatch.setitem(sys.modules, "sounddevice", made)
    monkeypatch.setattr(PortAudioCard, "_shared", portaudio._PortAudio())
    monkeypatch.setattr(portaudio, "plugged_in", lambda: tuple(made.plugged))
    monkeypatch.setattr(portaudio, "_LOOK_S", 0.0)
    monkeypatch.setattr(portaudio, "_GIVE_WAY_S", 0.05)
    return made


def opened(found: SoundStream | DeviceFault) -> SoundStream:
    assert not isinstance(found, DeviceFault)
    return found


def silence(length: int, _at_s: float) -> Samples:
    return np.zeros(length, dtype=np.int16)


def test_only_the_preferred_interface_s_devices_are_offered(library: Library) -> None:
    assert library.listed == ["inside", "headset"]
    assert names(PortAudioCard().devices(), Direction.IN) == ("inside", "headset")


def test_the_chosen_device_is_opened_and_where_it_is_taken_the_next_one(library: Library) -> None:
    card = PortAudioCard()
    stream = opened(card.open_speaker(silence, "headset"))
    assert stream.device == "headset"
    stream.close()
    library.refuses = {1: "Device unavailable [PaErrorCode -9985]"}
    assert opened(card.open_speaker(silence, "headset")).device == "inside"


def test_the_fault_is_that_of_the_device_that_was_most_wanted(library: Library) -> None:
    library.refuses = {0: "Device or resource busy", 1: "Invalid number of channels"}
    assert PortAudioCard().open_speaker(silence) is DeviceFault.BUSY
    assert PortAudioCard().open_speaker(silence, "headset") is DeviceFault.ABSENT


def test_a_device_that_is_plugged_in_while_another_is_open_makes_that_one_stale_and_is_then_found(
    library: Library,
) -> None:
    card = PortAudioCard()
    microphone, speaker = opened(card.open_microphone(lambda _block, _at_s: None)), opened(card.open_speaker(silence))
    changes = card.changes()
    assert (microphone.state(), speaker.state()) == (StreamState.SERVING, StreamState.SERVING)
    library.plugged.append("webcam")
    assert card.changes() != changes
    assert (microphone.state(), speaker.state()) == (StreamState.STALE, StreamState.STALE)
    microphone.close()
    speaker.close()
    again = opened(card.open_microphone(lambda _block, _at_s: None, "webcam"))
    assert again.device == "webcam"
    assert again.state() is StreamState.SERVING


def test_while_somebody_holds_on_to_a_device_others_go_on_with_the_list_there_is(library: Library) -> None:
    card = PortAudioCard()
    chime = opened(card.open_speaker(silence))
    microphone = opened(card.open_microphone(lambda _block, _at_s: None))
    library.plugged.append("webcam")
    card.changes()
    assert microphone.state() is StreamState.STALE
    microphone.close()
    again = opened(card.open_microphone(lambda _block, _at_s: None, "webcam"))
    assert again.device == "inside"
    assert again.state() is StreamState.SERVING, "it is not closed again at once, for nothing"
    assert chime.state() is StreamState.SERVING
    soon(lambda: again.state() is StreamState.STALE, "a while later it is tried again")


def test_a_portaudio_that_did_not_start_again_is_started_the_next_time(library: Library) -> None:
    card = PortAudioCard()
    opened(card.open_speaker(silence)).close()
    library.plugged.append("webcam")
    library.does_not_start = True
    assert card.open_speaker(silence) is DeviceFault.ABSENT
    library.plugged.append("television")
    library.does_not_start = False
    assert opened(card.open_speaker(silence, "television")).device == "television"


def test_a_stream_that_ended_is_lost(library: Library) -> None:
    stream = opened(PortAudioCard().open_speaker(silence))
    library.open[0].active = False
    assert stream.state() is StreamState.LOST


@pytest.mark.parametrize(
    ("adc_s", "has_no_clock", "ago_s"),
    [(499.96, False, 0.04), (0.0, False, 0.0), (501.0, False, 0.0), (499.96, True, 0.03)],
    ids=["as it should be", "no time at all", "in the future", "a stream without a clock"],
)
def test_times_are_the_process_s_own_and_those_that_cannot_be_true_are_now(
    library: Library, adc_s: float, has_no_clock: bool, ago_s: float
) -> None:
    told: list[float] = []
    opened(PortAudioCard().open_microphone(lambda _block, at_s: told.append(at_s)))
    library.has_no_clock = has_no_clock
    times = SimpleNamespace(inputBufferAdcTime=adc_s, outputBufferDacTime=0.0, currentTime=499.99)
    now_s = time.monotonic()
    library.open[0].callback(np.zeros((FRAME, 1), dtype=np.int16), FRAME, times, None)
    assert told == [pytest.approx(now_s - ago_s, abs=0.02)]


def test_what_is_asked_for_is_played_and_told_with_the_time_at_which_it_sounds(library: Library) -> None:
    told: list[float] = []

    def give(length: int, at_s: float) -> Samples:
        told.append(at_s)
        return np.full(length, 5, dtype=np.int16)

    opened(PortAudioCard().open_speaker(give))
    out = np.zeros((FRAME, 1), dtype=np.int16)
    times = SimpleNamespace(inputBufferAdcTime=0.0, outputBufferDacTime=500.05, currentTime=500.0)
    now_s = time.monotonic()
    library.open[0].callback(out, FRAME, times, None)
    assert (out == 5).all()
    assert told == [pytest.approx(now_s + 0.05, abs=0.02)]
