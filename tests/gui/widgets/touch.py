"""A finger, for tests."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def finger() -> QPointingDevice:
    """Return a touch screen; keep it as long as it is used."""
    return QTest.createTouchDevice()


def tap(device: QPointingDevice, widget: QWidget, at: QPoint | None = None) -> None:
    """Touch a widget and lift the finger again."""
    place = at or widget.rect().center()
    # a new event is committed as soon as its sequence object is gone
    QTest.touchEvent(widget.window(), device).press(0, widget.mapTo(widget.window(), place), widget.window()).commit()
    QTest.touchEvent(widget.window(), device).release(0, widget.mapTo(widget.window(), place), widget.window()).commit()


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press a key that is no letter."""
    QTest.keyClick(widget, key)
