"""Every screen can be drawn, and fits the smallest screen that the program is made for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.key_cap import KeyCap
from tests.gallery.screens import SCREENS, Screen

SMALLEST = QSize(1280, 800)
LEAST_TARGET_PX = 48


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_a_screen_fits_and_what_is_pressed_can_be_hit(
    look: Appearance, qtbot: QtBot, screen: Screen, language: Language
) -> None:
    look.set_look(replace(look.look, language=language, density=screen.density))
    widget = screen.build(look)
    qtbot.addWidget(widget)
    widget.resize(SMALLEST)
    with qtbot.waitExposed(widget):
        widget.show()
    assert widget.size() == SMALLEST
    visible = [one for one in widget.findChildren(QAbstractButton) if one.isVisible() and not isinstance(one, KeyCap)]
    small = [(one.text(), one.size()) for one in visible if min(one.width(), one.height()) < LEAST_TARGET_PX]
    assert small == []
    assert [type(one).__name__ for one in visible if not (one.accessibleName() or one.text())] == []
