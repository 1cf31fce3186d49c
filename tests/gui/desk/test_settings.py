"""The settings in a real window, with a real engine on devices that the test holds in its hand."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_client.client.alerts import Alerts
from desk_client.client.conference import Background, Conference, MediaChoice
from desk_client.client.preferences import ChosenPreferences
from desk_client.config.preferences import Preferences, PreferencesFile
from desk_client.domain.party import Party
from desk_client.i18n.language import Language
from desk_client.rtc.engine import Engine
from desk_client.rtc.picture.person import PersonFinder, open_person_finder
from desk_client.rtc.sound.card import FRAME
from desk_client.rtc.studio import Hardware
from desk_client.ui.desk import preferring
from desk_client.ui.desk.settings.devices_box import DevicesBox
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.tokens import Density, TextSize, Theme
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.pick import Pick
from tests.fakes.camera import CameraShelf
from tests.fakes.sound_card import FakeSoundCard, plugged
from tests.gui.desk.conftest import Desk
from tests.gui.desk.test_talk_and_outcome import press

SYSTEM = "ما يختاره النظام"


@dataclass
class Held:
    """A desk, its devices and its file."""

    desk: Desk
    cameras: CameraShelf
    card: FakeSoundCard
    path: Path
    finds: bool = True
    """Whether what finds people in pictures is installed."""

    def open_finder(self) -> PersonFinder:
        """As the studio does."""
        if not self.finds:
            raise ModuleNotFoundError("it is not installed")
        return open_person_finder()

    async def at_settings(self) -> DevicesBox:
        """Signed in, at the settings, with everything open."""
        await self.desk.sign_in()
        press(self.desk, "turn_settings")
        box = self.desk.window.settings.devices
        await self.desk.until(lambda: self.card.is_in_use and len(self.offered("camera")) > 2)
        return box

    def offered(self, kind: str) -> list[str]:
        pick = self.desk.find(f"pick_{kind}")
        assert isinstance(pick, Pick)
        return [pick.itemText(place) for place in range(pick.count())]

    def choose(self, kind: str, words: str) -> None:
        """As a person does: by the keys."""
        pick = self.desk.find(f"pick_{kind}")
        assert isinstance(pick, Pick)
        pick.setFocus()
        QTest.keyClick(pick, Qt.Key.Key_Home)
        for _ in range(self.offered(kind).index(words)):
            QTest.keyClick(pick, Qt.Key.Key_Down)
        assert pick.currentText() == words

    def speaks(self, level: int) -> None:
        """For 10 ms, as the devices' threads would: a buzz is no stillness, as a steady level were."""
        self.card.listen(FRAME)
        self.card.hear(np.where(np.arange(FRAME) % 60 < 30, level, -level).astype(np.int16))

    async def kept(self) -> Preferences:
        """What another start of the program would find."""
        await self.desk.client.preferences.close()
        return PreferencesFile(self.path).read().preferences


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "preferences.json"


@pytest.fixture
async def held(look: Appearance, path: Path) -> AsyncIterator[Held]:
    look.set_look(Look(density=Density.DESK, reduced_motion=True))
    cameras, card = CameraShelf(Front=80, Document=180), FakeSoundCard()
    card.plug(*plugged("HDA Intel PCH: ALC257 Analog (hw:0,0)", "Headset"))
    media = MediaChoice(2, 440.0, "auto", "auto", "auto", 320, 180, 15)
    preferences = ChosenPreferences(PreferencesFile(path))

    def engine() -> Engine:
        return Engine(Hardware(cameras, card, retry_s=0.3, list_cameras=cameras.names, open_finder=here.open_finder))

    desk = Desk(look, lambda: Conference(engine, media, Party.OFFICIAL), preferences)
    here = Held(desk, cameras, card, path)
    async with desk.until_closed():
        yield here


async def test_devices_are_named_seen_and_heard_while_the_page_is_shown_and_let_go_of_after_it(held: Held) -> None:
    box = await held.at_settings()
    assert held.offered("camera") == [SYSTEM, "Front", "Document"]
    assert held.offered("microphone") == [SYSTEM, "HDA Intel PCH: ALC257 Analog", "Headset"]
    painted: list[int] = []
    box.preview.on_painted = lambda picture: painted.append(picture.sequence)
    await held.desk.until(lambda: len(painted) > 3)
    assert box.meter.share < 0.2

    def is_heard() -> bool:
        held.speaks(9000)
        return box.meter.share > 0.5

    await held.desk.until(is_heard)
    camera = held.cameras.opened("Front")
    press(held.desk, "leave_settings")
    assert held.desk.window.page_name == "today"
    await held.desk.until(camera.closed.is_set)
    assert held.desk.client.conference.devices.value is None


async def test_what_is_plugged_in_or_out_comes_and_goes_in_the_lists(held: Held) -> None:
    await held.at_settings()
    held.cameras.plug_in("Ceiling", 140)
    await held.desk.until(lambda: held.offered("camera") == [SYSTEM, "Front", "Document", "Ceiling"])
    held.cameras.plug_out("Document")
    await held.desk.until(lambda: held.offered("camera") == [SYSTEM, "Front", "Ceiling"])
    held.card.plug(*plugged("Headset"))
    await held.desk.until(lambda: held.offered("microphone") == [SYSTEM, "Headset"])
    assert held.offered("loudspeaker") == [SYSTEM, "Headset"]


async def test_a_choice_is_used_at_once_kept_and_taken_back(held: Held) -> None:
    box = await held.at_settings()
    assert not held.desk.has("camera_back")
    held.choose("camera", "Document")
    await held.desk.until(lambda: held.cameras.is_open("Document"))
    assert (await held.kept()).camera == "Document"
    press(held.desk, "camera_back")
    await held.desk.until(lambda: not held.cameras.is_open("Document"))
    assert (await held.kept()).camera is None
    assert not held.desk.has("camera_back")
    held.choose("microphone", "Headset")
    held.card.plug(*plugged("HDA Intel PCH: ALC257 Analog (hw:0,0)"))
    await held.desk.until(lambda: held.offered("microphone")[-1] == "غير موصول: \u2068Headset\u2069")
    held.speaks(3000)

    def is_told() -> bool:
        held.speaks(3000)
        return "ALC257" in box._blocks[list(box._blocks)[1]].field.accessibleDescription()

    await held.desk.until(is_told)
    assert (await held.kept()).microphone == "Headset", "it is what is wanted, plugged in or not"


async def test_what_is_behind_one_is_blurred_at_once_and_where_that_fails_it_is_said(held: Held) -> None:
    box = await held.at_settings()
    conference = held.desk.client.conference
    assert box.blurs.code == "off"
    press(held.desk, "blurs_background_on")
    await held.desk.until(lambda: conference.background.value is Background.BLURRED)
    assert not held.desk.has("background_told")
    assert (await held.kept()).blurs_background
    press(held.desk, "leave_settings")
    await held.desk.until(lambda: conference.background.value is Background.SHARP)  # nothing is seen any more
    held.finds = False
    press(held.desk, "turn_settings")
    await held.desk.until(lambda: conference.background.value is Background.MISSING)
    told = held.desk.find("background_told")
    assert isinstance(told, Label)
    assert "غير مثبَّت" in told.text()
    press(held.desk, "blurs_background_off")
    await held.desk.until(lambda: not held.desk.has("background_told"))
    assert not (await held.kept()).blurs_background
    press(held.desk, "blurs_background_back")
    assert box.blurs.code == "on"


async def test_a_sound_is_played_where_it_will_be_heard(held: Held) -> None:
    await held.at_settings()
    press(held.desk, "test_sound")

    def sounds() -> bool:
        held.card.speak(0)
        return bool(held.card.listen(FRAME).any())

    await held.desk.until(sounds)


async def test_the_language_changes_at_once_and_what_was_typed_stays(held: Held) -> None:
    desk = held.desk
    await desk.sign_in()
    press(desk, "agenda_item_a1")
    await desk.settle()
    field = desk.window.today.brief.note.line.field
    field.setText("سجل الأرض ٤١٧")
    press(desk, "turn_settings")
    press(desk, "language_choice_en")
    await desk.until(lambda: desk.window.settings.back.text() == "Back")
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert (await held.kept()).language == "en"
    press(desk, "language_choice_back")
    await desk.until(lambda: desk.window.settings.back.text() == "رجوع")
    QTest.keyClick(desk.window.settings, Qt.Key.Key_Escape)
    assert desk.window.page_name == "today"
    assert field.text() == "سجل الأرض ٤١٧"


async def test_looks_are_applied_at_once_and_the_desktop_s_own_are_followed(
    held: Held, look: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    await held.desk.sign_in()
    press(held.desk, "turn_settings")
    for code, theme in (("dark", Theme.DARK), ("high_contrast", Theme.HIGH_CONTRAST), ("system", Theme.LIGHT)):
        press(held.desk, f"theme_choice_{code}")
        assert look.look.theme is theme
    # this screen's desktop has no colours of its own
    monkeypatch.setattr(preferring, "system_theme", lambda: Theme.DARK)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.look.theme is Theme.DARK
    press(held.desk, "text_size_choice_largest")
    assert look.look.text_size is TextSize.LARGEST
    kept = await held.kept()
    assert (kept.theme, kept.text_size) == ("system", "largest")
    press(held.desk, "theme_choice_back")
    press(held.desk, "text_size_choice_back")
    assert (look.look.theme, look.look.text_size) == (Theme.LIGHT, TextSize.NORMAL)


async def test_the_header_s_switch_of_languages_is_a_choice_that_is_kept(held: Held, look: Appearance) -> None:
    press(held.desk, "language")
    assert look.language is Language.ENGLISH
    assert (await held.kept()).language == "en"


async def test_how_one_is_told_of_arrivals_is_chosen(held: Held) -> None:
    await held.desk.sign_in()
    press(held.desk, "turn_settings")
    for name in ("rings", "notifies", "reminds"):
        press(held.desk, f"{name}_off")
    assert held.desk.client.alerts.value == Alerts(rings=False, notifies=False, reminds=False)
    press(held.desk, "rings_back")
    assert held.desk.client.alerts.value == Alerts(notifies=False, reminds=False)
    kept = await held.kept()
    assert (kept.rings, kept.notifies, kept.reminds) == (True, False, False)


@pytest.fixture
def damaged(path: Path) -> Path:
    path.write_text('{"theme": "pink", "rings": false}')
    return path


async def test_a_file_that_was_damaged_is_told_of(look: Appearance, damaged: Path) -> None:
    async with Desk(look, preferences=ChosenPreferences(PreferencesFile(damaged))).until_closed() as desk:
        await desk.sign_in()
        press(desk, "turn_settings")
        assert "بعض إعداداتكم" in desk.window.settings.notice.text
        assert desk.client.alerts.value.rings is False


async def test_the_page_is_worked_by_keys_alone(held: Held) -> None:
    await held.at_settings()
    page = held.desk.window.settings
    assert page.back.hasFocus()
    seen = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.add(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    wanted = {"pick_camera", "pick_microphone", "pick_loudspeaker", "test_sound", "make_diagnostics", "rings_on"}
    assert wanted <= seen
