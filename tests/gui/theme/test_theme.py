from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_client.config.resources import ResourcesMissingError, resource, resources_dir
from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance, Look
from desk_client.ui.theme.contrast import ratio, shortfalls
from desk_client.ui.theme.icons import DIRECTIONAL, Icon, Icons
from desk_client.ui.theme.tokens import COLOURS, FAMILY, LIGHT, Density, Role, TextSize, Theme, Weight
from desk_client.ui.translation import pseudo
from desk_client.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable


def test_contrast_is_measured_as_wcag_defines_it() -> None:
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#1B8354", "#FFFFFF") == pytest.approx(4.75, abs=0.01)  # domain.md, "Look"
    assert shortfalls(replace(LIGHT, text_second="#BBBBBB"))


@pytest.mark.parametrize("theme", Theme)
def test_every_pair_in_use_has_enough_contrast(theme: Theme) -> None:
    assert shortfalls(COLOURS[theme]) == []


def test_high_contrast_is_higher_still() -> None:
    colours = COLOURS[Theme.HIGH_CONTRAST]
    for ink in (colours.text, colours.text_second, colours.accent, colours.danger_text, colours.warning_text):
        assert ratio(ink, colours.surface) >= 7


def test_the_icon_files_are_exactly_the_icons_in_use() -> None:
    files = {path.stem for path in resource("icons").glob("*.svg")}
    assert files == {str(icon) for icon in Icon}


@pytest.mark.parametrize("icon", Icon)
def test_every_icon_can_be_drawn_and_tinted(look: Appearance, icon: Icon) -> None:
    image = look.icon(icon, 24, "#B42318", 2.0).toImage()
    assert (image.width(), image.height(), image.devicePixelRatio()) == (48, 48, 2.0)
    inked = [image.pixelColor(x, y) for x in range(48) for y in range(48) if image.pixelColor(x, y).alpha() == 255]
    assert inked
    tint = QColor("#B42318")
    assert all(abs(ink.red() - tint.red()) + abs(ink.blue() - tint.blue()) <= 4 for ink in inked)  # rounding


def test_what_points_is_mirrored_and_what_does_not_is_not(qapp: QApplication) -> None:
    del qapp
    icons = Icons()

    def drawn(icon: Icon, *, right_to_left: bool) -> QImage:
        return icons.pixmap(icon, 24, "#000000", ratio=1, right_to_left=right_to_left).toImage()

    assert Icon.BACK in DIRECTIONAL
    back = drawn(Icon.BACK, right_to_left=False)
    assert drawn(Icon.BACK, right_to_left=True) == back.flipped(Qt.Orientation.Horizontal)
    assert drawn(Icon.CLOCK, right_to_left=True) == drawn(Icon.CLOCK, right_to_left=False)


def test_the_four_weights_are_shipped_and_chosen(look: Appearance) -> None:
    assert {"Regular", "Medium", "SemiBold", "Bold"} <= set(QFontDatabase.styles(FAMILY))
    for weight in Weight:
        info = QFontInfo(look.font(Role.BODY, weight))
        assert info.family() == FAMILY
        assert info.weight() == weight


def test_a_kiosks_body_text_is_at_least_20_pixels(look: Appearance) -> None:
    assert look.look.density is Density.KIOSK
    assert look.type_px(Role.BODY) >= 20
    look.set_text_size(TextSize.LARGE)
    assert look.type_px(Role.BODY) == 25


class Listener(QWidget):
    """Counts the events by which a window follows the appearance."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[QEvent.Type] = []

    def changeEvent(self, event: QEvent) -> None:
        self.heard.append(event.type())
        super().changeEvent(event)


def test_language_and_direction_change_while_running(look: Appearance, qtbot: QtBot) -> None:
    window = Listener()
    qtbot.addWidget(window)
    window.show()
    assert QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert QCoreApplication.translate("CallBar", "Mute") == "كتم الصوت"
    assert look.forward == -1
    with qtbot.waitSignal(look.changed):
        look.set_language(Language.ENGLISH)
    qtbot.waitUntil(lambda: QEvent.Type.LanguageChange in window.heard)
    assert window.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert QCoreApplication.translate("CallBar", "Mute") == "Mute"
    assert (look.forward, look.number(12)) == (1, "12")


def test_each_change_of_the_theme_reaches_every_widget(look: Appearance, qtbot: QtBot) -> None:
    window = Listener()
    qtbot.addWidget(window)
    window.show()
    for theme in (Theme.DARK, Theme.HIGH_CONTRAST, Theme.LIGHT):
        window.heard.clear()
        look.set_theme(theme)
        assert QEvent.Type.StyleChange in window.heard
        assert window.palette().window().color().name().upper() == COLOURS[theme].background


def test_another_language_or_text_size_is_told_each_widget_once(look: Appearance, qtbot: QtBot) -> None:
    window = Listener()
    qtbot.addWidget(window)
    inner = Listener()
    QVBoxLayout(window).addWidget(inner)
    window.show()
    choices: tuple[Callable[[], None], ...] = (
        lambda: look.set_language(Language.ENGLISH),
        lambda: look.set_text_size(TextSize.LARGEST),
        lambda: look.set_language(Language.ARABIC),
    )
    for choose in choices:
        window.heard.clear()
        inner.heard.clear()
        choose()
        assert window.heard.count(QEvent.Type.StyleChange) == 1
        assert inner.heard.count(QEvent.Type.StyleChange) == 1


def test_the_same_look_again_changes_nothing(look: Appearance, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.set_theme(look.look.theme)


def test_counts_are_worded_and_written_as_the_language_wants(look: Appearance) -> None:
    assert QCoreApplication.translate("StepBar", "Step {number} of {count}: {name}").startswith("الخطوة {number}")
    assert look.number("3") == "٣"


def test_the_pseudo_language_is_longer_mirrored_and_keeps_placeholders(look: Appearance) -> None:
    look.set_look(replace(look.look, language=Language.ENGLISH, is_pseudo=True))
    said = QCoreApplication.translate("StepBar", "Step {number} of {count}: {name}")
    assert said == pseudo("Step {number} of {count}: {name}")
    assert said.startswith("[")
    assert said.endswith("~]")
    assert "{number}" in said
    assert look.is_right_to_left
    assert "%Ln" in pseudo("%Ln minutes")
    assert "%n" in pseudo("%n minutes")


def test_resources_are_found_and_what_is_missing_is_said() -> None:
    assert (resources_dir() / "fonts").is_dir()
    with pytest.raises(ResourcesMissingError):
        resource("icons", "no-such.svg")


def test_what_was_built_before_a_change_is_shown_as_after_it(look: Appearance, qtbot: QtBot) -> None:
    label = Label(look, "9:40", Role.BODY)
    qtbot.addWidget(label)
    look.set_look(Look(language=Language.ENGLISH, theme=Theme.DARK, text_size=TextSize.LARGE))
    label.show()
    assert label.palette().windowText().color().name().upper() == COLOURS[Theme.DARK].text
    assert label.font().pixelSize() == 25
    assert label.text() == "\u200e9:40"
