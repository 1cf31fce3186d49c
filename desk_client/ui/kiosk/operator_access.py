"""The way in for a kiosk's operator: something is held or pressed, and a sheet comes up that was not made before."""

from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.operator_sheet import IDLE_MS, OperatorSheet

_CHORD: Final = "Ctrl+Alt+Shift+O"


class OperatorAccess(QObject):
    """Opens the operator's sheet over a window, and passes on what is decided there."""

    opening = Signal()
    """The sheet is about to come up: whatever else lies over the page goes."""
    begin_anew = Signal()
    close_confirmed = Signal()
    gone = Signal()

    def __init__(self, counter: Counter, window: QWidget, idle_ms: int = IDLE_MS) -> None:
        super().__init__(window)
        self._counter = counter
        self._window = window
        self._idle_ms = idle_ms
        self._sheet: OperatorSheet | None = None
        chord = QShortcut(QKeySequence(_CHORD), window)
        chord.setAutoRepeat(False)
        chord.activated.connect(self.open)

    @property
    def sheet(self) -> OperatorSheet:
        """The sheet, made now where it was not yet."""
        if self._sheet is None:
            self._sheet = OperatorSheet(self._counter, self._window, self._idle_ms)
            self._sheet.begin_anew.connect(self.begin_anew)
            self._sheet.close_confirmed.connect(self.close_confirmed)
            self._sheet.gone.connect(self.gone)
        return self._sheet

    def open(self) -> None:
        """Bring the sheet up."""
        self.opening.emit()
        self.sheet.rise()

    def rest(self) -> None:
        """Let the sheet go, if it is up: the visit goes on under it."""
        if self._sheet is not None:
            self._sheet.rest()
