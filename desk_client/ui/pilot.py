"""The hand that works a window for the demo and the end-to-end tests: real touches, real keys, real screen pictures.

It connects *out* to the Unix socket of whoever started the program with that socket's path; nothing listens here, and
without the path there is no pilot. One JSON object a line each way: ``{"do": …}`` is answered by ``{"ok": …}``.
"""

import json
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QInputDevice, QKeyEvent, QWindow
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

logger = logging.getLogger(__name__)

Order = Mapping[str, Any]


class Pilot(QObject):
    """Carries out one order after the other on one top-level window."""

    def __init__(self, window: QWidget, role: str, page_name: Callable[[], str], socket_path: Path) -> None:
        """Introduce ourselves at ``socket_path`` as ``role``; ``page_name`` tells which page shows."""
        super().__init__(window)
        self._window = window
        self._page_name = page_name
        self._finger = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen, QInputDevice.Capability.Position)
        self._touched: QPoint | None = None
        self._socket = QLocalSocket(self)
        self._socket.readyRead.connect(self._read)
        self._socket.connected.connect(lambda: self._say({"role": role, "pid": QCoreApplication.applicationPid()}))
        self._socket.connectToServer(str(socket_path))

    def _read(self) -> None:
        while self._socket.canReadLine():
            order = json.loads(bytes(self._socket.readLine().data()))
            try:
                answer = self._carry_out(order)
            except (KeyError, ValueError, TypeError) as error:
                answer = {"ok": False, "why": f"{type(error).__name__}: {error}"}
            self._say(answer)

    def _say(self, answer: Mapping[str, object]) -> None:
        self._socket.write(json.dumps(answer).encode() + b"\n")
        self._socket.flush()

    def _carry_out(self, order: Order) -> Mapping[str, object]:
        match order["do"]:
            case "page":
                return {"ok": True, "page": self._page_name(), "visible": self._window.isVisible()}
            case "find":
                return self._describe(self._find(order["name"]))
            case "touch":
                return self._touch(order["name"])
            case "lift":
                return self._lift()
            case "press":
                return self._press(order["key"], order.get("held"))
            case "wheel":
                return self._wheel(order["name"], int(order["by"]))
            case "type":
                return self._type(order["text"])
            case "picture":
                return self._picture(Path(order["path"]))
            case unknown:
                raise ValueError(f"unknown order {unknown!r}")

    def _find(self, name: str) -> QWidget | None:
        """The visible, reachable widget of that object name; a trailing ``*`` matches the first that begins so."""
        begin = name.removesuffix("*")
        for widget in self._window.findChildren(QWidget):
            same = widget.objectName().startswith(begin) if name.endswith("*") else widget.objectName() == name
            if same and widget.isVisible() and widget.isEnabled() and widget.visibleRegion().isEmpty() is False:
                return widget
        return None

    def _handle(self) -> QWindow | None:
        """The window system's own window; None before it was shown."""
        return self._window.windowHandle()

    def _describe(self, widget: QWidget | None) -> Mapping[str, object]:
        if widget is None:
            return {"ok": False, "why": "not on the screen, or not enabled"}
        text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else widget.accessibleName()
        place = QRect(widget.mapTo(self._window, QPoint(0, 0)), widget.size())
        return {"ok": True, "name": widget.objectName(), "text": text, "place": place.getRect()}

    def _touch(self, name: str) -> Mapping[str, object]:
        """Put the finger on the middle of a widget, by the window system's own touch events."""
        widget = self._find(name)
        handle = self._handle()
        if widget is None or handle is None:
            return self._describe(None)
        # the middle of what can be seen of it: in a scrolled list that may be a part
        at = widget.mapTo(self._window, widget.visibleRegion().boundingRect().center())
        hit = self._window.childAt(at)
        if hit is None or not (hit is widget or widget.isAncestorOf(hit)):
            return {"ok": False, "why": f"covered by {hit.objectName() if hit else None!r}"}
        self._touched = at
        QTest.touchEvent(handle, self._finger).press(0, at, handle).commit()
        return self._describe(widget)

    def _lift(self) -> Mapping[str, object]:
        """Take the finger away where it is."""
        handle = self._handle()
        if handle is None or self._touched is None:
            return {"ok": False, "why": "no finger is on the screen"}
        at, self._touched = self._touched, None
        QTest.touchEvent(handle, self._finger).release(0, at, handle).commit()
        return {"ok": True}

    def _press(self, key: str, held: str | None) -> Mapping[str, object]:
        """Press a key by Qt's name (``Tab``, ``Return``) in the window that has the focus; ``Control`` may be held."""
        handle = self._handle()
        if handle is None:
            return self._describe(None)
        modifier = Qt.KeyboardModifier[f"{held}Modifier"] if held else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(handle, Qt.Key[f"Key_{key}"], modifier)
        return {"ok": True}

    def _wheel(self, name: str, by: int) -> Mapping[str, object]:
        """Turn the wheel over the middle of a widget, by eighths of a degree; positive goes back to the beginning."""
        widget = self._find(name)
        handle = self._handle()
        if widget is None or handle is None:
            return self._describe(None)
        at = QPointF(widget.mapTo(self._window, widget.visibleRegion().boundingRect().center()))
        QTest.wheelEvent(handle, at, QPoint(0, by))
        return {"ok": True}

    def _type(self, text: str) -> Mapping[str, object]:
        """Type into the widget that has the focus, a key event for each character (QTest aborts on Arabic)."""
        target = QGuiApplication.focusObject()
        if not isinstance(target, QWidget):
            return {"ok": False, "why": "nothing has the focus"}
        for character in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, character)
                QCoreApplication.sendEvent(target, event)
        return {"ok": True, "name": target.objectName()}

    def _picture(self, path: Path) -> Mapping[str, object]:
        """What the screen shows of the window, pixel by pixel."""
        screen = self._window.screen()
        corner = self._window.mapToGlobal(QPoint(0, 0)) - screen.geometry().topLeft()
        shot = screen.grabWindow(0, corner.x(), corner.y(), self._window.width(), self._window.height())
        return {"ok": shot.save(str(path)), "why": f"could not write {path.name}"}
