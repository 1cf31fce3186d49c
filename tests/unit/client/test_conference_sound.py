"""What the media engine tells becomes what views read, also before there is a call."""

import asyncio
from typing import TYPE_CHECKING, cast

import pytest

from desk_client.client.conference import Conference
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
