"""What the open media tell becomes what the check finds; and nothing of it is left when it is over."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, cast

import pytest

from desk_client.client.conference import Conference
from desk_client.client.device_check.findings import CheckView, Finding, KioskPart
from desk_client.client.device_check.runner import CheckRunner
from desk_client.client.model import Model
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.rtc import port
from desk_client.rtc.port import Device, DeviceFault, MediaChoice
from desk_client.rtc.server_probe import ServerAnswer, ServerProbe
from tests.fakes.camera import grey_picture
from tests.fakes.still_engine import StillEngine

if TYPE_CHECKING:
    from desk_client.rtc.engine import Engine

CAMERA, MICROPHONE, LOUDSPEAKER, NETWORK = KioskPart
PATIENCE_S = 8.0


class Kiosk:
    """A check before an engine and a server that a test plays."""

    def __init__(self) -> None:
        self.engine = StillEngine()
        media = MediaChoice(1, 440.0, "auto", "auto", "auto")
        self.conference = Conference(lambda: cast("Engine", self.engine), media, Party.CITIZEN)
        self.conference.open_media()
        self.view: Model[CheckView | None] = Model(None)
        self.over = asyncio.Event()
        self.answer: Refusal | None = None
        self.runner = CheckRunner(self.conference, self.ask_server, self.view, self.over.set)

    async def ask_server(self) -> Refusal | None:
        return self.answer

    def found(self, part: KioskPart) -> Finding | None:
        view = self.view.value
        return None if view is None else view.finding(part)

    async def until(self, holds: Callable[[], object]) -> None:
        deadline_s = time.monotonic() + PATIENCE_S
        while not holds():
            assert time.monotonic() < deadline_s, self.view.value
            await asyncio.sleep(0.01)

    def picture(self, luma: int) -> None:
        for scaler in self.engine.scalers:
            scaler.offer(grey_picture(luma))

    def serves(self) -> None:
        """Somebody is seen and heard once."""
        self.picture(120)
        self.engine.tell(port.SoundLevels(-25.0, -120.0))


@pytest.fixture
async def kiosk() -> AsyncIterator[Kiosk]:
    kiosk = Kiosk()
    yield kiosk
    await kiosk.runner.close()
    await kiosk.conference.close()


async def test_a_kiosk_that_serves_is_found_out_and_the_check_is_over(kiosk: Kiosk) -> None:
    await kiosk.until(lambda: port.ProbeLoudspeaker() in kiosk.engine.posted)
    assert kiosk.found(LOUDSPEAKER) is Finding.SOUNDING
    assert kiosk.found(MICROPHONE) is Finding.CHECKING
    kiosk.engine.tell(port.LoudspeakerProbed(heard=True))

    def is_over() -> bool:
        kiosk.serves()
        return kiosk.over.is_set()

    await kiosk.until(is_over)
    view = kiosk.view.value
    assert view is not None
    assert view.is_done
    assert view.figures.light == pytest.approx(0.45, abs=0.05)
    assert kiosk.engine.posted.count(port.ProbeLoudspeaker()) == 1
    assert kiosk.engine.posted.count(port.OpenMedia(MediaChoice(1, 440.0, "auto", "auto", "auto"))) == 1


async def test_a_covered_camera_and_a_lost_microphone_are_found(kiosk: Kiosk) -> None:
    kiosk.engine.tell(port.DeviceFailed(Device.MICROPHONE, DeviceFault.LOST))

    def is_dark() -> bool:
        kiosk.picture(18)
        return kiosk.found(CAMERA) is Finding.DARK

    await kiosk.until(is_dark)
    assert kiosk.found(MICROPHONE) is Finding.LOST
    assert not kiosk.over.is_set()


async def test_a_server_that_is_away_is_found_and_so_is_its_return(kiosk: Kiosk) -> None:
    kiosk.answer = Refusal(RefusalCode.SERVER_UNAVAILABLE)
    await kiosk.until(lambda: kiosk.found(NETWORK) is Finding.UNREACHABLE)
    kiosk.answer = Refusal(RefusalCode.RATE_LIMITED)  # whoever refuses is there
    await kiosk.until(lambda: kiosk.found(NETWORK) is Finding.GOOD)
    kiosk.engine.tell(port.ServersProbed((ServerProbe("turn:a", ServerAnswer.SILENT),)))
    await kiosk.until(lambda: kiosk.found(NETWORK) is Finding.NO_RELAY)
    kiosk.engine.tell(port.ServersProbed((ServerProbe("turn:b", ServerAnswer.SERVES),)))
    await kiosk.until(lambda: kiosk.found(NETWORK) is Finding.GOOD)
    view = kiosk.view.value
    assert view is not None
    assert view.figures.relays == (1, 2)


async def test_trying_again_opens_the_devices_anew_only_where_one_does_not_serve(kiosk: Kiosk) -> None:
    def openings() -> int:
        return sum(isinstance(command, port.OpenMedia) for command in kiosk.engine.posted)

    kiosk.runner.retry()
    assert openings() == 1
    kiosk.engine.tell(port.DeviceFailed(Device.CAMERA, DeviceFault.BUSY))
    await kiosk.until(lambda: kiosk.found(CAMERA) is Finding.BUSY)
    kiosk.runner.retry()
    assert openings() == 2
    assert kiosk.conference.faults.value == {}
    assert kiosk.found(CAMERA) is Finding.CHECKING


async def test_what_the_person_says_is_shown_at_once(kiosk: Kiosk) -> None:
    kiosk.runner.answer(heard=False)
    assert kiosk.found(LOUDSPEAKER) is Finding.UNHEARD
    kiosk.runner.operator_told()
    view = kiosk.view.value
    assert view is not None
    assert view.operator_told


async def test_once_stopped_it_looks_no_more_and_the_media_stay_open(kiosk: Kiosk) -> None:
    await kiosk.until(lambda: kiosk.view.value is not None)
    kiosk.runner.stop()
    await kiosk.runner.close()
    seen = kiosk.view.value
    kiosk.engine.tell(port.DeviceFailed(Device.CAMERA, DeviceFault.LOST))
    await kiosk.until(lambda: kiosk.conference.faults.value)
    assert kiosk.view.value is seen
    assert kiosk.engine.scalers == []
    assert port.CloseMedia() not in kiosk.engine.posted
