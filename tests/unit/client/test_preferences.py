"""Preferences are applied at once, and written behind; the newest is what stays."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from desk_client.client.alerts import Alerts
from desk_client.client.conference import Conference
from desk_client.client.desk import DeskClient
from desk_client.client.gateway import Gateway
from desk_client.client.preferences import ChosenPreferences, PreferencesTrouble
from desk_client.config.preferences import PreferencesFile
from desk_client.domain.party import Party
from desk_client.rtc.background_port import BlurBackground
from desk_client.rtc.port import ChooseDevice, Device, MediaChoice, OpenMedia
from tests.fakes.still_engine import StillEngine

if TYPE_CHECKING:
    from desk_client.rtc.engine import Engine


async def test_the_newest_choice_is_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    chosen = ChosenPreferences(PreferencesFile(path))
    for theme in ("dark", "light", "system"):
        chosen.change(theme=theme)
    assert chosen.now.value.theme == "system"
    await chosen.close()
    assert PreferencesFile(path).read().preferences.theme == "system"


async def test_where_nothing_can_be_written_it_is_told_and_holds_all_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.write_text("no folder")
    chosen = ChosenPreferences(PreferencesFile(folder / "preferences.json"))
    chosen.change(rings=False)
    await chosen.close()
    assert chosen.trouble.value is PreferencesTrouble.NOT_SAVED
    assert chosen.now.value.rings is False
    folder.unlink()
    chosen.change(rings=True)
    await chosen.close()
    assert chosen.trouble.value is None


def test_what_cannot_be_chosen_is_refused() -> None:
    with pytest.raises(ValueError, match="theme"):
        ChosenPreferences().change(theme="pink")


async def test_a_camera_opens_with_the_background_blurred_where_that_was_chosen_before() -> None:
    engine = StillEngine()
    chosen = ChosenPreferences()
    chosen.change(blurs_background=True)
    media = MediaChoice(1, 440.0, "auto", "auto", "auto")
    client = DeskClient(
        Gateway("http://127.0.0.1:9"),
        lambda: Conference(lambda: cast("Engine", engine), media, Party.OFFICIAL),
        preferences=chosen,
    )
    client.conference.open_media()
    assert engine.posted == [BlurBackground(on=True), OpenMedia(media)]
    await asyncio.wait_for(client.close(), 5)


async def test_the_client_s_alerts_and_devices_follow(tmp_path: Path) -> None:
    engine = StillEngine()
    chosen = ChosenPreferences(PreferencesFile(tmp_path / "preferences.json"))
    chosen.change(microphone="Headset", reminds=False)
    media = MediaChoice(1, 440.0, "auto", "auto", "auto")
    gateway = Gateway("http://127.0.0.1:9")
    client = DeskClient(
        gateway, lambda: Conference(lambda: cast("Engine", engine), media, Party.OFFICIAL), preferences=chosen
    )
    assert client.alerts.value == Alerts(reminds=False)
    client.conference.open_media()
    (opened,) = engine.posted
    assert isinstance(opened, OpenMedia)
    assert opened.choice.microphone_device == "Headset"
    chosen.change(camera="Front", notifies=False)
    assert engine.posted[1:] == [ChooseDevice(Device.CAMERA, "Front")]
    assert client.alerts.value == Alerts(reminds=False, notifies=False)
    chosen.change(camera=None)
    assert engine.posted[2:] == [ChooseDevice(Device.CAMERA, None)]
    chosen.change(blurs_background=True)
    assert engine.posted[3:] == [BlurBackground(on=True)]
    await asyncio.wait_for(client.close(), 5)
    assert PreferencesFile(tmp_path / "preferences.json").read().preferences == chosen.now.value
