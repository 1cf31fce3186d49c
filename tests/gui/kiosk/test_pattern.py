"""The lattice is kept as a picture while nothing about it changes, and never a moment longer."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from desk_client.ui.kiosk.pattern import Pattern
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Theme


def _seen(pattern: Pattern) -> QImage:
    return pattern.grab().toImage()


def test_the_lattice_is_that_of_its_size_and_colours(look: Appearance, qtbot: QtBot) -> None:
    def made() -> Pattern:
        pattern = Pattern(look)
        qtbot.addWidget(pattern)
        pattern.resize(size)
        pattern.show()
        return pattern

    size = QSize(400, 300)
    pattern = made()
    light = _seen(pattern)
    look.set_theme(Theme.DARK)
    assert light != _seen(pattern) == _seen(made())
    size = QSize(300, 400)
    pattern.resize(size)
    assert _seen(pattern) == _seen(made())
    pattern.hide()
    pattern.show()
    assert _seen(pattern) == _seen(made())


def test_it_is_painted_once_and_forgotten_when_nobody_sees_it(look: Appearance, qtbot: QtBot) -> None:
    pattern = Pattern(look)
    qtbot.addWidget(pattern)
    pattern.show()
    _seen(pattern)
    picture = pattern._picture
    assert picture is not None
    _seen(pattern)
    assert pattern._picture is picture
    pattern.hide()
    assert pattern._picture is None
