"""Devices in a talk: the list over it, what is said as one goes and comes, a shown window that closes."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_client.client.conference import Conference, MediaChoice
from desk_client.client.desk import Slept
from desk_client.domain.party import Party
from desk_client.rtc.background_port import Background, BackgroundSeen, BlurBackground
from desk_client.rtc.engine import Engine
from desk_client.rtc.port import ChooseDevice, Device, DeviceInUse, Devices, OneWindow, SharingEnded, SharingFault
from desk_client.rtc.port import SharingStarted as Started
from desk_client.rtc.studio import Hardware
from desk_client.ui.call.notices import Notice
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density
from desk_client.ui.widgets.pick import Pick
from tests.fakes.camera import CameraShelf
from tests.fakes.sound_card import FakeSoundCard
from tests.fakes.still_engine import StillEngine
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import in_talk, press


def said(desk: Desk) -> str:
    return " ".join(each.text for each in desk.window.findChildren(Notice) if each.isVisible())


@dataclass
class Told:
    """A desk whose engine tells what the test has it tell."""

    desk: Desk
    engine: StillEngine


@pytest.fixture
async def told(look: Appearance) -> AsyncIterator[Told]:
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    engine = StillEngine()
    media = MediaChoice(2, 440.0, "auto", "auto", "auto")
    desk = Desk(look, lambda: Conference(lambda: engine, media, Party.OFFICIAL))  # type: ignore[arg-type, return-value]  # what a conference uses of one
    async with desk.until_closed():
        yield Told(desk, engine)


async def test_the_list_lies_over_the_talk_by_press_or_key_and_changes_the_device_at_once(told: Told) -> None:
    desk, engine = told.desk, told.engine
    await in_talk(desk)
    QTest.keyClick(desk.window, Qt.Key.Key_D)
    assert desk.has("talk_devices_list")
    engine.tell(Devices(("Front", "Document"), ("Built-in", "Headset"), ("Built-in",)))
    pick = desk.find("pick_microphone")
    assert isinstance(pick, Pick)
    await desk.until(lambda: pick.count() == 3)
    pick.setFocus()
    QTest.keyClick(pick, Qt.Key.Key_End)
    assert engine.posted[-1] == ChooseDevice(Device.MICROPHONE, "Headset")
    assert desk.window.page_name == "call"
    QTest.keyClick(pick, Qt.Key.Key_Escape)
    assert not desk.has("talk_devices_list")
    assert all(type(command).__name__ != "CloseMedia" for command in engine.posted), "the talk goes on"
    press(desk, "talk_devices")
    assert desk.has("talk_devices_list")


async def test_one_that_goes_is_told_of_with_what_serves_instead_and_so_is_its_return(told: Told) -> None:
    desk, engine = told.desk, told.engine
    await in_talk(desk)
    desk.client.preferences.change(microphone="Headset")
    desk.client.conference.open_media()
    engine.tell(DeviceInUse(Device.MICROPHONE, "Headset"))
    await desk.until(lambda: desk.client.conference.in_use.value)
    assert said(desk) == ""
    engine.tell(DeviceInUse(Device.MICROPHONE, "HDA Intel: Analog (hw:0,0)"))
    await desk.until(lambda: "HDA Intel: Analog" in said(desk))
    assert "hw:0" not in said(desk)
    engine.tell(DeviceInUse(Device.MICROPHONE, "Headset"))
    await desk.until(lambda: "عاد الميكروفون" in said(desk))


async def test_whoever_chooses_is_not_told_that_something_was_unplugged(told: Told) -> None:
    desk, engine = told.desk, told.engine
    await in_talk(desk)
    desk.client.conference.open_media()
    engine.tell(DeviceInUse(Device.CAMERA, "Front"))
    await desk.until(lambda: desk.client.conference.in_use.value)
    desk.client.preferences.change(camera="Document")
    engine.tell(DeviceInUse(Device.MICROPHONE, "Built-in"))
    engine.tell(DeviceInUse(Device.CAMERA, "Document"))
    await desk.until(lambda: len(desk.client.conference.in_use.value) == 2)
    assert said(desk) == ""


async def test_what_is_behind_one_is_blurred_by_a_key_and_what_goes_wrong_stays_said(told: Told) -> None:
    desk, engine = told.desk, told.engine
    await in_talk(desk)
    desk.client.conference.open_media()
    QTest.keyClick(desk.window, Qt.Key.Key_G)
    assert engine.posted[-1] == BlurBackground(on=True)
    assert "سيظهر ما خلفكم مموّهًا" in said(desk)
    assert desk.client.preferences.now.value.blurs_background
    engine.tell(BackgroundSeen(Background.STARTING))
    engine.tell(BackgroundSeen(Background.TOO_SLOW))
    await desk.until(lambda: "أبطأ من أن يموّه" in said(desk))
    desk.window.call.view._saying.stop()
    desk.window.call.view._fading.stop()
    desk.window.call.view.retell()
    assert "أبطأ من أن يموّه" in said(desk), "as long as it is so"
    engine.tell(BackgroundSeen(Background.BLURRED))
    await desk.until(lambda: said(desk) == "")
    QTest.keyClick(desk.window, Qt.Key.Key_G)
    assert engine.posted[-1] == BlurBackground(on=False)
    assert "عاد ما خلفكم ظاهرًا" in said(desk)
    assert not desk.client.preferences.now.value.blurs_background


async def test_a_shown_window_that_closes_is_told_of_and_can_be_shown_again(told: Told) -> None:
    desk, engine = told.desk, told.engine
    await in_talk(desk)
    desk.client.conference.share(OneWindow(7))
    before = desk.window.call.show_screen.button.text()
    engine.tell(Started(OneWindow(7)))
    await desk.until(lambda: desk.window.call.show_screen.button.text() != before)
    engine.tell(SharingEnded(SharingFault.GONE))
    await desk.until(lambda: desk.window.call.show_screen.button.text() == before)
    assert "أُغلق" in said(desk)


async def test_a_real_camera_is_seen_in_the_list_and_stays_open_for_the_talk(look: Appearance) -> None:
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    cameras = CameraShelf(Front=80, Document=180)
    hardware = Hardware(cameras, FakeSoundCard(), retry_s=0.3, list_cameras=cameras.names)
    media = MediaChoice(2, 440.0, "auto", "synthetic", "none", 320, 180, 15)
    desk = Desk(look, lambda: Conference(lambda: Engine(hardware), media, Party.OFFICIAL))
    async with desk.until_closed():
        await in_talk(desk)
        desk.client.conference.open_media()
        press(desk, "talk_devices")
        box = desk.window.call.devices._box
        assert box is not None
        painted: list[int] = []
        box.preview.on_painted = lambda picture: painted.append(picture.sequence)
        await desk.until(lambda: len(painted) > 3)
        press(desk, "devices_done")
        assert cameras.is_open("Front")


async def test_a_computer_that_slept_says_so_in_the_talk_and_elsewhere(desk: Desk) -> None:
    await desk.sign_in()
    desk.client.slept.set(Slept(1, timedelta(minutes=2, seconds=10)))
    assert "دقيقتين" in desk.window.toast.text
    await in_talk(desk)
    desk.client.slept.set(Slept(2, timedelta(seconds=12)))
    assert "توقف هذا الجهاز لحظات" in said(desk)
    assert "تُوصل المقابلة من جديد" in said(desk)
