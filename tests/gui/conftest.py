"""What every test of a window has: the appearance, as a kiosk shows it, in Arabic unless it says otherwise."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_client.ui.theme.appearance import Appearance, Look
from installer.translations import CATALOGUES, compile_catalogue

Show = Callable[..., QWidget]
"""Shows widgets side by side in an active window, and returns it."""


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    """The one appearance of the application; tests take `look`, which resets it."""
    for catalogue in CATALOGUES:
        compile_catalogue(catalogue)
    return Appearance(qapp, Look(reduced_motion=True))


@pytest.fixture
def look(appearance: Appearance) -> Iterator[Appearance]:
    """The appearance, in Arabic, light, at a kiosk, without movement."""
    appearance.set_look(Look(reduced_motion=True))
    yield appearance
    # The windows of this test are closed, and deleted only now: restyling their hundreds of widgets takes long.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    appearance.set_look(Look(reduced_motion=True))


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Show]:
    """Show widgets side by side in a window that has the focus; it is kept until the test has ended."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        row = QHBoxLayout(window)
        for widget in widgets:
            row.addWidget(widget)
        qtbot.addWidget(window)
        windows.append(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield show
    windows.clear()
