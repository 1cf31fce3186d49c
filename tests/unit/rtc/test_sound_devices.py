"""Microphone and speaker: they serve, fail, are lost and come back."""

import queue
import sys
import time
from collections.abc import Callable, Iterator
from typing import Literal

import numpy as np
import pytest

from desk_client.rtc.port import DeviceFault, MediaChoice
from desk_client.rtc.sound import portaudio
from desk_client.rtc.sound.card import BLOCK, FRAME
from desk_client.rtc.sound.meter import FLOOR_DBFS, Samples, level_dbfs
from desk_client.rtc.sound.microphone import Microphone, MicrophoneEvents
from desk_client.rtc.sound.portaudio import PortAudioCard
from desk_client.rtc.sound.processing import PassThrough, Voice
from desk_client.rtc.sound.speaker import Speaker, SpeakerEvents
from tests.fakes.sound_card import FakeSoundCard, plugged


class AlwaysSpeech:
    """A processor that takes everything for speech, beside a quiet loudspeaker."""

    def played(self, _block: Samples, _at_s: float) -> None:
        pass

    def heard(self, block: Samples, _at_s: float) -> Voice:
        return Voice(block, 1.0, FLOOR_DBFS)


class Counting:
    """A source that knows how much it was asked for."""

    def __init__(self) -> None:
        self.sound: queue.Queue[Samples] = queue.Queue()
        self.waiting: Samples = np.zeros(0, dtype=np.int16)
        self.asked: queue.Queue[int] = queue.Queue()

    def pull(self, length: int) -> Samples:
        self.asked.put(length)
        while not self.sound.empty():
            self.waiting = np.concatenate((self.waiting, self.sound.get()))
        given, self.waiting = self.waiting[:length], self.waiting[length:]
        return np.concatenate((given, np.zeros(length - given.size, dtype=np.int16)))


class Watched:
    """What a device told."""

    def __init__(self) -> None:
        self.blocks: queue.Queue[Samples] = queue.Queue()
        self.ever: list[Samples] = []
        """All blocks that left."""
        self.told: queue.Queue[DeviceFault | None] = queue.Queue()
        self.devices: queue.Queue[str] = queue.Queue()
        self.spoke_while_muted: queue.Queue[None] = queue.Queue()
        self.played: queue.Queue[tuple[Samples, float]] = queue.Queue()
        self.processor: PassThrough | AlwaysSpeech = PassThrough()
        self.sounds = Counting()

    def block(self, block: Samples) -> None:
        self.ever.append(block)
        self.blocks.put(block)

    def until_block(self, holds: Callable[[Samples], bool]) -> None:
        while not holds(self.blocks.get(timeout=5)):
            pass


@pytest.fixture
def watched() -> Watched:
    return Watched()


@pytest.fixture
def microphones(watched: Watched) -> Iterator[Callable[[FakeSoundCard, str], Microphone]]:
    made: list[Microphone] = []

    def make(card: FakeSoundCard, which: str) -> Microphone:
        device = which if which not in ("auto", "synthetic") else None
        microphone: Literal["auto", "synthetic"] = "synthetic" if which == "synthetic" else "auto"
        choice = MediaChoice(1, 440, "synthetic", microphone, "none", microphone_device=device)
        events = MicrophoneEvents(
            watched.block,
            watched.told.put,
            lambda: watched.told.put(None),
            lambda: watched.spoke_while_muted.put(None),
            watched.devices.put,
        )
        made.append(Microphone(choice, card, watched.processor, events, retry_s=0.2))
        return made[-1]

    yield make
    for each in made:
        each.close()
        assert each.join(2)


@pytest.fixture
def speakers(watched: Watched) -> Iterator[Callable[[FakeSoundCard | None], Speaker]]:
    made: list[Speaker] = []

    def make(card: FakeSoundCard | None) -> Speaker:
        events = SpeakerEvents(
            watched.told.put,
            lambda: watched.told.put(None),
            lambda block, at_s: watched.played.put((block, at_s)),
            watched.devices.put,
        )
        made.append(Speaker(card, watched.sounds, events, retry_s=0.2))
        return made[-1]

    yield make
    for each in made:
        each.close()
        assert each.join(2)


def is_tone(block: Samples) -> bool:
    return abs(level_dbfs(block) + 20) < 1


def is_silence(block: Samples) -> bool:
    return not block.any()


def test_without_a_microphone_the_tone_stands_in(
    watched: Watched, microphones: Callable[[FakeSoundCard, str], Microphone]
) -> None:
    microphones(FakeSoundCard(DeviceFault.ABSENT), "auto")
    assert watched.told.get(timeout=5) is DeviceFault.ABSENT
    watched.until_block(is_tone)


@pytest.mark.parametrize("fault", [DeviceFault.BUSY, DeviceFault.DENIED])
def test_a_microphone_that_is_taken_or_forbidden_is_silence_until_it_serves(
    watched: Watched, microphones: Callable[[FakeSoundCard, str], Microphone], fault: DeviceFault
) -> None:
    card = FakeSoundCard(fault)
    microphones(card, "auto")
    assert watched.told.get(timeout=5) is fault
    assert is_silence(watched.blocks.get(timeout=5))
    card.fault = None
    assert card.opened.wait(5)
    while watched.told.empty():
        card.speak(1234)
        card.stream.closed.wait(0.02)
    assert watched.told.get(timeout=5) is None
    watched.until_block(lambda block: bool((block == 1234).all()))


def test_a_microphone_that_is_unplugged_is_lost(
    watched: Watched, microphones: Callable[[FakeSoundCard, str], Microphone]
) -> None:
    card = FakeSoundCard()
    microphones(card, "auto")
    assert card.opened.wait(5)
    card.speak(77)
    watched.until_block(lambda block: bool((block == 77).all()))
    card.fault = DeviceFault.ABSENT
    stream = card.stream
    stream.lose()
    assert watched.told.get(timeout=5) is DeviceFault.LOST
    assert stream.closed.wait(5)
    watched.until_block(is_silence)


def test_a_switched_off_microphone_gives_silence(
    watched: Watched, microphones: Callable[[FakeSoundCard, str], Microphone]
) -> None:
    microphone = microphones(FakeSoundCard(), "synthetic")
    watched.until_block(is_tone)
    microphone.set_on(on=False)
    watched.until_block(is_silence)
    microphone.set_on(on=True)
    watched.until_block(is_tone)
    assert watched.told.empty()


def speak_until(card: FakeSoundCard, watched: Watched, level: int) -> None:
    """Until what is spoken comes out."""
    for _ in range(250):
        card.speak(level)
        try:
            if bool((watched.blocks.get(timeout=0.02) == level).all()):
                return
        except queue.Empty:
            pass
    raise AssertionError(f"{level} was not heard")


def test_a_microphone_that_is_unplugged_is_replaced_by_another_and_taken_again_once_it_is_back(
    watched: Watched, microphones: Callable[[FakeSoundCard, str], Microphone]
) -> None:
    card = FakeSoundCard()
    card.plug(*plugged("inside", "headset"))
    microphones(card, "headset")
    assert card.opened.wait(5)
    speak_until(card, watched, 100)
    assert watched.devices.get(timeout=5) == "headset"
    card.speak(100, 10)
    card.plug(*plugged("inside"))
    speak_until(card, watched, 200)
    assert watched.devices.get(timeout=5) == "inside"
    card.speak(200, 10)
    card.plug(*plugged("inside", "headset"))
    speak_until(card, watched, 300)
    assert watched.devices.get(timeout=5) == "headset"
    assert watched.told.empty(), "there was always one that served"


def test_a_microphone_that_is_plugged_in_later_is_found_before_the_time_to_try_again(
    watched: Watched, microphones: Callable[[FakeSoundCard, str], Microphone]
) -> None:
    card = FakeSoundCard()
    card.plug()
    microphone = microphones(card, "auto")
    microphone._retry_s = 1000
    assert watched.told.get(timeout=5) is DeviceFault.ABSENT
    card.plug(*plugged("webcam"))
    assert card.opened.wait(5)
    speak_until(card, watched, 100)
    assert watched.told.get(timeout=5) is None
    assert watched.devices.get(timeout=5) == "webcam"


def test_where_one_microphone_is_busy_another_serves(
    watched: Watched, microphones: Callable[[FakeSoundCard, str], Microphone]
) -> None:
    card = FakeSoundCard()
    card.plug(*plugged("inside", "webcam"))
    card.busy.add("inside")
    microphones(card, "auto")
    assert card.opened.wait(5)
    speak_until(card, watched, 100)
    assert watched.devices.get(timeout=5) == "webcam"


def test_another_microphone_can_be_chosen_while_one_serves(
    watched: Watched, microphones: Callable[[FakeSoundCard, str], Microphone]
) -> None:
    card = FakeSoundCard()
    card.plug(*plugged("inside", "headset"))
    microphone = microphones(card, "auto")
    assert card.opened.wait(5)
    speak_until(card, watched, 100)
    microphone.choose("headset")
    speak_until(card, watched, 200)
    assert [watched.devices.get(timeout=5) for _ in range(2)] == ["inside", "headset"]
    assert watched.told.empty()


def test_who_lost_a_microphone_is_not_given_a_tone(
    watched: Watched, microphones: Callable[[FakeSoundCard, str], Microphone]
) -> None:
    card = FakeSoundCard()
    microphones(card, "auto")
    assert card.opened.wait(5)
    speak_until(card, watched, 100)
    card.plug()
    assert watched.told.get(timeout=5) is DeviceFault.LOST
    while not watched.blocks.empty():
        watched.blocks.get()
    assert all(is_silence(watched.blocks.get(timeout=5)) for _ in range(25)), "longer than a retry"
    assert watched.told.empty()


def test_nothing_that_was_said_while_muted_ever_leaves(
    watched: Watched, microphones: Callable[[FakeSoundCard, str], Microphone]
) -> None:
    card = FakeSoundCard()
    microphone = microphones(card, "auto")
    assert card.opened.wait(5)
    speak_until(card, watched, 100)
    microphone.set_on(on=False)
    card.speak(666, 5)
    assert all(is_silence(watched.blocks.get(timeout=5)) for _ in range(5))
    microphone.set_on(on=True)
    card.heard_s = time.monotonic() - 0.2  # what the device hands on now was heard before it was switched on
    card.speak(666, 9)
    card.heard_s = time.monotonic() + 1
    speak_until(card, watched, 300)
    assert not any((block == 666).any() for block in watched.ever)


def test_a_muted_microphone_sends_silence_at_an_even_pace_and_knows_that_somebody_speaks(
    watched: Watched, microphones: Callable[[FakeSoundCard, str], Microphone]
) -> None:
    watched.processor = AlwaysSpeech()
    card = FakeSoundCard()
    microphone = microphones(card, "auto")
    assert card.opened.wait(5)
    microphone.set_on(on=False)
    for _ in range(40):
        card.speak(5000)
        assert is_silence(watched.blocks.get(timeout=5))
    watched.spoke_while_muted.get(timeout=5)
    assert watched.spoke_while_muted.empty()


def test_who_speaks_into_a_microphone_that_is_on_is_told_nothing(
    watched: Watched, microphones: Callable[[FakeSoundCard, str], Microphone]
) -> None:
    watched.processor = AlwaysSpeech()
    card = FakeSoundCard()
    microphones(card, "auto")
    assert card.opened.wait(5)
    for _ in range(60):
        card.speak(5000)
        watched.blocks.get(timeout=5)
    assert watched.spoke_while_muted.empty()


def test_a_speaker_plays_its_source_and_tells_what_sounds_and_when(
    watched: Watched, speakers: Callable[[FakeSoundCard | None], Speaker]
) -> None:
    card = FakeSoundCard()
    speakers(card)
    assert card.opened.wait(5)
    for value in (1, 2, 3):
        watched.sounds.sound.put(np.full(BLOCK, value, dtype=np.int16))
    card.asked_s = 77.0
    assert [int(card.listen(FRAME)[0]) for _ in range(7)] == [1, 1, 2, 2, 3, 3, 0]
    block, at_s = watched.played.get(timeout=5)
    assert (int(block[0]), at_s) == (1, 77.0)
    assert watched.played.get(timeout=5)[1] == pytest.approx(77.01)
    assert watched.told.empty()


def test_a_speaker_that_is_lost_is_told_of_and_serves_again(
    watched: Watched, speakers: Callable[[FakeSoundCard | None], Speaker]
) -> None:
    card = FakeSoundCard()
    speakers(card)
    assert card.opened.wait(5)
    card.opened.clear()
    card.plug()
    assert watched.told.get(timeout=5) is DeviceFault.LOST
    card.plug(*plugged("inside"))
    assert card.opened.wait(5)
    assert watched.told.get(timeout=5) is None


def test_a_speaker_that_is_unplugged_is_replaced_by_another(
    watched: Watched, speakers: Callable[[FakeSoundCard | None], Speaker]
) -> None:
    card = FakeSoundCard()
    card.plug(*plugged("headset", "inside"))
    speakers(card)
    assert watched.devices.get(timeout=5) == "headset"
    card.listen(FRAME)
    card.plug(*plugged("inside"))
    assert watched.devices.get(timeout=5) == "inside"
    assert watched.told.empty()


@pytest.mark.parametrize("card", [None, FakeSoundCard(DeviceFault.ABSENT)], ids=["no card", "no device"])
def test_without_a_speaker_sound_is_taken_at_its_own_pace_all_the_same(
    watched: Watched, speakers: Callable[[FakeSoundCard | None], Speaker], card: FakeSoundCard | None
) -> None:
    speakers(card)
    started_s = time.monotonic()
    assert [watched.sounds.asked.get(timeout=5) for _ in range(20)] == [FRAME] * 20
    assert time.monotonic() - started_s > 0.15
    assert watched.played.empty(), "nothing sounds"


def test_a_device_that_asks_for_nothing_any_more_is_lost_though_it_says_nothing(
    watched: Watched, speakers: Callable[[FakeSoundCard | None], Speaker]
) -> None:
    card = FakeSoundCard()
    speakers(card)
    assert card.opened.wait(5)
    card.listen(FRAME)
    assert watched.devices.get(timeout=5) == "inside"
    card.fault = DeviceFault.BUSY
    assert watched.told.get(timeout=5) is DeviceFault.BUSY


class LibraryMissing:
    """An import hook: `sounddevice` raises as it does where PortAudio's library is not installed."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if name == "sounddevice":
            raise OSError("PortAudio library not found")


def test_a_machine_without_the_sound_library_has_no_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(sys, "meta_path", [LibraryMissing(), *sys.meta_path])
    monkeypatch.setattr(PortAudioCard, "_shared", portaudio._PortAudio())
    card = PortAudioCard()
    assert card.open_microphone(lambda _block, _at_s: None) is DeviceFault.ABSENT
    assert card.open_speaker(lambda length, _at_s: np.zeros(length, dtype=np.int16)) is DeviceFault.ABSENT
