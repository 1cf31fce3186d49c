"""A corner that is dragged by finger, or moved by the arrow keys."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.pressable import Pressable

SIDE_PX = 64
_RING_PX = 15
_STEP_PX = 6
_FINE_PX = 1
_KEYS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class CornerHandle(Pressable):
    """Larger than it looks, so that a finger finds it. `dragged` tells where its middle is to be, in its parent."""

    dragged = Signal(QPointF)

    def __init__(self, look: Appearance, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.radius_px = SIDE_PX // 2
        self._grip: QPointF | None = None
        self.resize(SIDE_PX, SIDE_PX)

    @property
    def middle(self) -> QPointF:
        """Where it is, in its parent."""
        return QPointF(self.pos()) + QPointF(SIDE_PX / 2, SIDE_PX / 2)

    def move_to(self, middle: QPointF) -> None:
        """Be there."""
        self.move((middle - QPointF(SIDE_PX / 2, SIDE_PX / 2)).toPoint())

    def content_size(self) -> QSize:
        """Return the size of a target."""
        return QSize(SIDE_PX, SIDE_PX)

    def paint_content(self, painter: QPainter, place: QRect) -> None:
        """Paint a ring through which the corner is seen."""
        centre = QRectF(place).center()
        for colour, width in (("#161616", 7), (self.colours.stage_accent, 4)):
            painter.setPen(QPen(QColor(colour), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, _RING_PX, _RING_PX)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it where it was touched: it does not jump."""
        self._grip = self.mapToParent(event.position()) - self.middle
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the finger."""
        if self._grip is not None:
            self.dragged.emit(self.mapToParent(event.position()) - self._grip)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._grip = None
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a step with an arrow key, a small one with Shift."""
        way = _KEYS.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.dragged.emit(self.middle + QPointF(way * (_FINE_PX if fine else _STEP_PX)))
