"""Microphone and speaker: they serve, fail, are lost and come back."""

import queue
import sys
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from desk_client.rtc.meter import Samples, level_dbfs
from desk_client.rtc.microphone import Microphone, MicrophoneEvents
from desk_client.rtc.port import DeviceFault, MediaChoice
from desk_client.rtc.sound import BLOCK, PortAudioCard
from desk_client.rtc.speaker import Speaker, SpeakerEvents
from tests.fakes.sound_card import FakeSoundCard


class Watched:
    """What a device told."""

    def __init__(self) -> None:
        self.blocks: queue.Queue[Samples] = queue.Queue()
        self.told: queue.Queue[DeviceFault | None] = queue.Queue()

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
        choice = MediaChoice(1, 440, "synthetic", "auto" if which == "auto" else "synthetic", "none")
        events = MicrophoneEvents(watched.blocks.put, watched.told.put, lambda: watched.told.put(None))
        made.append(Microphone(choice, card, events, retry_s=0.2))
        return made[-1]

    yield make
    for each in made:
        each.close()
        assert each.join(2)


@pytest.fixture
def speakers(watched: Watched) -> Iterator[Callable[[FakeSoundCard], Speaker]]:
    made: list[Speaker] = []

    def make(card: FakeSoundCard) -> Speaker:
        made.append(Speaker(card, SpeakerEvents(watched.told.put, lambda: watched.told.put(None)), retry_s=0.2))
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


def test_a_speaker_plays_what_is_pushed(watched: Watched, speakers: Callable[[FakeSoundCard], Speaker]) -> None:
    card = FakeSoundCard()
    speaker = speakers(card)
    assert card.opened.wait(5)
    for value in (1, 2, 3):
        speaker.play(np.full(BLOCK, value, dtype=np.int16))
    assert [int(card.listen(BLOCK)[0]) for _ in range(4)] == [1, 2, 3, 0]
    assert watched.told.empty()


def test_a_speaker_that_is_lost_is_told_of_and_serves_again(
    watched: Watched, speakers: Callable[[FakeSoundCard], Speaker]
) -> None:
    card = FakeSoundCard()
    speakers(card)
    assert card.opened.wait(5)
    card.opened.clear()
    card.stream.lose()
    assert watched.told.get(timeout=5) is DeviceFault.LOST
    assert card.opened.wait(5)
    assert watched.told.get(timeout=5) is None


def test_without_a_speaker_what_is_pushed_goes_nowhere(
    watched: Watched, speakers: Callable[[FakeSoundCard], Speaker]
) -> None:
    speaker = speakers(FakeSoundCard(DeviceFault.ABSENT))
    assert watched.told.get(timeout=5) is DeviceFault.ABSENT
    for _ in range(100):
        speaker.play(np.ones(BLOCK, dtype=np.int16))


class LibraryMissing:
    """An import hook: `sounddevice` raises as it does where PortAudio's library is not installed."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if name == "sounddevice":
            raise OSError("PortAudio library not found")


def test_a_machine_without_the_sound_library_has_no_devices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "sounddevice", raising=False)
    monkeypatch.setattr(sys, "meta_path", [LibraryMissing(), *sys.meta_path])
    card = PortAudioCard()
    assert card.open_microphone(lambda _block: None) is DeviceFault.ABSENT
    assert card.open_speaker(lambda length: np.zeros(length, dtype=np.int16)) is DeviceFault.ABSENT
