"""The mark of the service, which a kiosk's operator holds to get past the screen; nothing tells a visitor so."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desk_client.ui.kiosk.pattern import Emblem
from desk_client.ui.theme.appearance import Appearance

HOLD_MS: Final = 3_000


class HeldEmblem(Emblem):
    """An emblem that tells when a finger rested on it for three seconds without leaving it."""

    held = Signal()

    def __init__(self, look: Appearance, size_px: int = 120, parent: QWidget | None = None) -> None:
        super().__init__(look, size_px, parent)
        self.setObjectName("emblem")
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(HOLD_MS)
        self._rests.timeout.connect(self.held)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to count."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._rests.start()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Stop where the finger leaves."""
        if not self.rect().contains(event.position().toPoint()):
            self._rests.stop()
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stop where it is lifted."""
        self._rests.stop()
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop where a call begins under it."""
        super().hideEvent(event)
        self._rests.stop()
