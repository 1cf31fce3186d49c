"""What the media engine tells becomes what views read, also before there is a call."""

import asyncio
from typing import TYPE_CHECKING, Literal, cast

import pytest

from desk_client.client.conference import Conference, Hearing
from desk_client.domain.party import Party
from desk_client.rtc import port
from desk_client.rtc.port import Device, DeviceFault, MediaChoice
from tests.fakes.still_engine import StillEngine

if TYPE_CHECKING:
    from desk_client.rtc.engine import Engine


@pytest.fixture
def engine() -> StillEngine:
    return StillEngine()


@pytest.fixture
def conference(engine: StillEngine) -> Conference:
    media = MediaChoice(1, 440.0, "auto", "auto", "auto")
    return Conference(lambda: cast("Engine", engine), media, Party.CITIZEN)


def read(conference: Conference) -> tuple[bool, port.SoundLevels | None]:
    return conference.echo_is_cancelled.value, conference.levels.value


async def test_what_ails_sound_is_known_as_long_as_media_are_open(conference: Conference, engine: StillEngine) -> None:
    conference.open_media()
    engine.tell(port.EchoNotCancelled())
    engine.tell(port.SpeakingWhileMuted())
    engine.tell(port.SpeakingWhileMuted())
    engine.tell(port.DeviceFailed(Device.SPEAKER, DeviceFault.LOST))
    engine.tell(port.SoundLevels(-20.0, -31.0))
    await asyncio.sleep(0)
    assert conference.spoke_while_muted.value == 2
    assert conference.faults.value == {Device.SPEAKER: DeviceFault.LOST}
    assert read(conference) == (False, port.SoundLevels(-20.0, -31.0))
    await conference.close()
    conference.open_media()
    assert read(conference) == (True, None)
    await conference.close()


async def test_media_that_are_opened_again_forget_what_ailed_them_and_how_loud_it_was(
    conference: Conference, engine: StillEngine
) -> None:
    conference.open_media()
    conference.open_media()
    engine.tell(port.DeviceFailed(Device.CAMERA, DeviceFault.BUSY))
    engine.tell(port.SoundLevels(-20.0, -120.0))
    await asyncio.sleep(0)
    assert conference.faults.value == {Device.CAMERA: DeviceFault.BUSY}
    assert conference.levels.value is not None
    conference.reopen_media()
    assert not conference.faults.value
    assert read(conference) == (True, None)
    assert [type(command) for command in engine.posted] == [port.OpenMedia, port.OpenMedia]


async def test_whether_the_loudspeaker_is_heard_is_told_each_time_it_is_asked(
    conference: Conference, engine: StillEngine
) -> None:
    assert conference.can_hear_itself
    told: list[Hearing] = []
    conference.hearing.subscribe(told.append)
    conference.probe_loudspeaker()
    assert engine.posted == []
    conference.open_media()
    for heard in (False, False, True):
        conference.probe_loudspeaker()
        engine.tell(port.LoudspeakerProbed(heard))
        await asyncio.sleep(0)
    assert told == [Hearing(1, False), Hearing(2, False), Hearing(3, True)]
    assert engine.posted.count(port.ProbeLoudspeaker()) == 3


@pytest.mark.parametrize(("microphone", "speaker"), [("synthetic", "auto"), ("auto", "none")])
async def test_what_is_drawn_or_not_there_cannot_be_heard(
    engine: StillEngine, microphone: Literal["auto", "synthetic"], speaker: Literal["auto", "none"]
) -> None:
    media = MediaChoice(1, 440.0, "auto", microphone, speaker)
    assert not Conference(lambda: cast("Engine", engine), media, Party.CITIZEN).can_hear_itself
