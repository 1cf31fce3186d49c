"""What the engine tells of microphone, speaker and what lies between them."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from desk_client.rtc.engine import Engine
from desk_client.rtc.port import (
    ChooseDevice,
    Device,
    DeviceInUse,
    Devices,
    EchoNotCancelled,
    ListDevices,
    LoudspeakerProbed,
    MediaChoice,
    OpenMedia,
    ProbeLoudspeaker,
    SoundLevels,
)
from desk_client.rtc.sound.card import FRAME
from desk_client.rtc.sound.processing import VoiceProcessor
from desk_client.rtc.studio import Hardware
from tests.fakes.call_end import Gathered, soon
from tests.fakes.camera import FakeCameraOpener
from tests.fakes.sound_card import FakeSoundCard, plugged


def no_library() -> VoiceProcessor:
    raise ImportError("no wheel for this machine")


class Open:
    """An engine with its media open, and what it told."""

    def __init__(self, card: FakeSoundCard, *, cancels: bool = True) -> None:
        self.told = Gathered()
        hardware = Hardware(FakeCameraOpener([]), card, retry_s=0.2, list_cameras=lambda: ("front",))
        if not cancels:
            hardware = replace(hardware, make_processor=no_library)
        self.engine = Engine(hardware)
        self.engine.start(self.told.event)
        self.engine.post(OpenMedia(MediaChoice(1, 440, "synthetic", "auto", "auto")))

    def tells(self, event: object) -> None:
        self.told.until(lambda: event in self.told.events, str(event))

    def count(self, kind: type) -> int:
        return sum(isinstance(event, kind) for event in self.told.events)


@pytest.fixture
def card() -> FakeSoundCard:
    made = FakeSoundCard()
    made.plug(*plugged("inside", "headset"))
    return made


@pytest.fixture
def engine(card: FakeSoundCard) -> Iterator[Open]:
    made = Open(card)
    yield made
    made.engine.stop()


def test_devices_are_listed_and_chosen_by_name(engine: Open, card: FakeSoundCard) -> None:
    engine.engine.post(ListDevices())
    engine.tells(Devices(("front",), ("inside", "headset"), ("inside", "headset")))
    card.plug(*plugged("inside"))
    engine.tells(Devices(("front",), ("inside",), ("inside",)))
    card.plug(*plugged("inside", "headset"))
    engine.told.until(lambda: engine.count(Devices) == 3, "it is told again, and once")
    engine.tells(DeviceInUse(Device.SPEAKER, "inside"))
    card.listen(FRAME)
    engine.engine.post(ChooseDevice(Device.SPEAKER, "headset"))
    engine.tells(DeviceInUse(Device.SPEAKER, "headset"))
    assert engine.count(EchoNotCancelled) == 0


def test_levels_are_told_ten_times_a_second(engine: Open) -> None:
    engine.told.until(lambda: engine.count(SoundLevels) >= 5, "five levels")
    told = [event for event in engine.told.events if isinstance(event, SoundLevels)]
    assert all(event.remote_dbfs == -120 for event in told)


def test_where_echo_cannot_be_cancelled_it_is_told_and_the_talk_goes_on(card: FakeSoundCard) -> None:
    made = Open(card, cancels=False)
    try:
        made.tells(EchoNotCancelled())
        made.tells(DeviceInUse(Device.SPEAKER, "inside"))
        assert made.count(EchoNotCancelled) == 1
    finally:
        made.engine.stop()


@pytest.mark.parametrize("heard", [True, False])
def test_the_loudspeaker_is_probed_by_what_the_microphone_hears_before_echo_is_cancelled(
    engine: Open, card: FakeSoundCard, heard: bool
) -> None:
    for device in (Device.SPEAKER, Device.MICROPHONE):
        if device is Device.MICROPHONE:
            card.speak(0)
        engine.tells(DeviceInUse(device, "inside"))
    engine.engine.post(ProbeLoudspeaker())
    answer = LoudspeakerProbed(heard)

    def is_told_while_the_room_goes_on() -> bool:
        sound = card.listen(FRAME)
        card.hear(sound // 2 if heard else np.zeros_like(sound))
        return answer in engine.told.events

    soon(is_told_while_the_room_goes_on, str(answer))
    assert engine.count(LoudspeakerProbed) == 1
