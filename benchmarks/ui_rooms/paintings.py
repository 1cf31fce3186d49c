"""When a window in this process is painted."""

import time
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

_LATEST_S: Final = 5.0


class Paintings(QObject):
    """The moments of it, and the loop until the next one."""

    def __init__(self, app: QApplication, shown: QWidget) -> None:
        """Look at ``shown``, a window."""
        super().__init__()
        self._app = app
        self._shown = shown
        self.at_s: list[float] = []
        """Since the last `next_after` began, by the performance counter."""
        app.installEventFilter(self)

    def next_after(self, began_s: float) -> float:
        """Let Qt run until the window was painted: milliseconds since ``began_s``.

        Raises:
            RuntimeError: it never was.
        """
        self.at_s.clear()
        while not self.at_s:
            if time.perf_counter() - began_s > _LATEST_S:
                raise RuntimeError("the window was never painted")
            self._app.processEvents()
        return 1000 * (time.perf_counter() - began_s)  # it is on the screen before the events are done with

    def run_for(self, seconds: float) -> None:
        """Let Qt run for so long."""
        until_s = time.perf_counter() + seconds
        while time.perf_counter() < until_s:
            self._app.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take note of a painting; nothing is kept from anybody."""
        if watched is self._shown and event.type() == QEvent.Type.UpdateRequest:
            self.at_s.append(time.perf_counter())
        return False
