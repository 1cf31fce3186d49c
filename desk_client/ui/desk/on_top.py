"""What lies over all other windows while one works in them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QMouseEvent

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.surface import Surface


class OnTop(Surface):
    """A window without a frame, moved by taking hold of it anywhere; it takes no keys until it is pressed."""

    def __init__(self, look: Appearance, kind: Qt.WindowType) -> None:
        super().__init__(look)
        self.setWindowFlags(kind | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._grabbed_at: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it anywhere."""
        self._grabbed_at = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let it be put where it is in nobody's way."""
        if self._grabbed_at is not None:
            self.move(event.globalPosition().toPoint() - self._grabbed_at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        del event
        self._grabbed_at = None
