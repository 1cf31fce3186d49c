"""A person in front of the kiosk: a finger, a keyboard, and eyes."""

import asyncio
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desk_client.client.visit import Visit
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.widgets.pressable import Pressable
from tests.gui.widgets.touch import finger, tap


class Visitor:
    """Works a window by touch and keys, and reads what it shows."""

    def __init__(self, window: KioskWindow) -> None:
        self.window = window
        self.finger = finger()

    @property
    def visit(self) -> Visit:
        return self.window.client.visit.value

    def find(self, name: str) -> QWidget | None:
        """The visible widget of that name that can be used now."""
        found = (widget for widget in self.window.findChildren(QWidget, name) if widget.isVisible())
        return next((widget for widget in found if widget.isEnabled()), None)

    async def touch(self, name: str) -> None:
        """Touch something, once it is there."""
        await self.until(lambda: self.find(name), f"there is no {name}")
        widget = self.find(name)
        assert widget is not None
        tap(self.finger, widget)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type letters on a keyboard, into whatever has the focus."""
        target = QApplication.focusWidget()
        assert target is not None, "nothing has the focus"
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))

    def press(self, key: Qt.Key) -> None:
        """Press a key that is no letter."""
        target = QApplication.focusWidget() or self.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "\r"))

    def reads(self) -> str:
        """Everything that is written on the window now."""
        labels = [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]
        buttons = [button.text() for button in self.window.findChildren(Pressable) if button.isVisible()]
        return "\n".join([*labels, *buttons])

    async def until(self, holds: Callable[[], object], what: str = "it did not come to hold") -> None:
        """Wait until something holds, while Qt and asyncio both go on."""
        deadline_s = time.monotonic() + 15
        QApplication.processEvents()
        while not holds():
            assert time.monotonic() < deadline_s, f"{what}; the page is {self.window.page_name}"
            await asyncio.sleep(0.005)
            QApplication.processEvents()

    async def until_page(self, name: str) -> None:
        await self.until(lambda: self.window.page_name == name, f"{name} did not come")
