"""How late the window's thread is: what a person would feel as lag."""

import time
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

_EVERY_MS: Final = 10


class LatenessProbe(QObject):
    """A precise 10 ms timer that tells how many milliseconds late each of its ticks came; it runs only when started."""

    def __init__(self, on_late: Callable[[float], None], parent: QObject | None = None) -> None:
        """``on_late`` is called on the window's thread with milliseconds, 0 and more."""
        super().__init__(parent)
        self._on_late = on_late
        self._due_s = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin to measure."""
        self._due_s = time.perf_counter() + _EVERY_MS / 1000
        self._timer.start()

    def stop(self) -> None:
        """Measure no more."""
        self._timer.stop()

    def _tick(self) -> None:
        now_s = time.perf_counter()
        self._on_late(max(0.0, (now_s - self._due_s) * 1000))
        self._due_s = now_s + _EVERY_MS / 1000
