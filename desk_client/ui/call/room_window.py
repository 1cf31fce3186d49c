"""A window that holds a talk of several, and nothing else."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.ui.call.room_view import RoomView


class RoomWindow(QWidget):
    """``closed`` says that the person wants to go, by the window's own button or by the view's."""

    closed = Signal()

    def __init__(self, view: RoomView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("room_window")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(view)
        view.bar.end_asked.connect(self.closed)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the closing to the owner."""
        event.ignore()
        self.closed.emit()
