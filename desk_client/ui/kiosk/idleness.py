"""Watches over a visit that somebody walked away from: their answers must not wait for the next person."""

from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset(
    {
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.Wheel,
    }
)
_EVERY_MS = 250


@dataclass(frozen=True)
class Patience:
    """How long nobody may touch the kiosk during a visit: until a warning, and until the end."""

    warn_after_ms: int = 60_000
    end_after_ms: int = 90_000


class Idleness(QObject):
    """Counts the time since the last touch or key while it is watching.

    A touch before the warning begins the count anew; after it only `stay` does, so that nobody's sleeve decides.
    """

    warned = Signal(int)
    """The seconds left, each second while the warning stands."""
    ended = Signal()

    def __init__(self, patience: Patience, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._patience = patience
        self._since = QElapsedTimer()
        self._is_warning = False
        self._told_s: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(min(_EVERY_MS, max(10, patience.warn_after_ms // 4)))
        self._timer.timeout.connect(self._look)

    @property
    def is_watching(self) -> bool:
        """Whether it counts."""
        return self._timer.isActive()

    def watch(self, is_watching: bool) -> None:
        """Count from now on, or rest."""
        if is_watching == self.is_watching:
            return
        self.stay()
        app = QApplication.instance()
        if is_watching:
            self._timer.start()
            if app is not None:
                app.installEventFilter(self)
        else:
            self._timer.stop()
            if app is not None:
                app.removeEventFilter(self)

    def stay(self) -> None:
        """Somebody is there: count anew."""
        self._is_warning = False
        self._told_s = None
        self._since.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note every touch and key, wherever in the window."""
        del watched
        if not self._is_warning and event.type() in _TOUCHES:
            self._since.start()
        return False  # of every event: nothing more is called than must be

    def _look(self) -> None:
        idle_ms = self._since.elapsed()
        if idle_ms >= self._patience.end_after_ms:
            self.watch(False)
            self.ended.emit()
        elif idle_ms >= self._patience.warn_after_ms:
            self._is_warning = True
            left_s = -(-(self._patience.end_after_ms - idle_ms) // 1000)
            if left_s != self._told_s:
                self._told_s = left_s
                self.warned.emit(left_s)
