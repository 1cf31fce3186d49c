"""Where a recording is, and the way to any other place of it: by mouse and by keys."""

from datetime import timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.ui.desk.recordings.row import length_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.surface import Surface

_HIGH_PX = 44
_LINE_PX = 6
_KNOB_PX = 18
_STEPS = {Qt.Key.Key_Left: -10.0, Qt.Key.Key_Right: 10.0, Qt.Key.Key_PageDown: -60.0, Qt.Key.Key_PageUp: 60.0}


class SeekBar(Surface):
    """Time runs from left to right, in either language, as on every player. `sought` carries seconds."""

    spoken_role = QAccessible.Role.Slider
    sought = Signal(float)

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._at_s = self._whole_s = 0.0
        self._name = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_name(self, name: str) -> None:
        """Name it for a screen reader."""
        self._name = name
        self.show_place(self._at_s, self._whole_s)

    def show_place(self, at_s: float, whole_s: float) -> None:
        """Show where it is."""
        self._at_s, self._whole_s = at_s, whole_s
        place = " / ".join(length_words(timedelta(seconds=each), self.look.language) for each in (at_s, whole_s))
        self.setAccessibleName(f"{self._name}: {place}")
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a finger needs."""
        return QSize(200, _HIGH_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go ten seconds or a minute back or on, or to either end."""
        if (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self.sought.emit(min(max(0.0, self._at_s + step), self._whole_s))
        elif event.key() == Qt.Key.Key_Home:
            self.sought.emit(0.0)
        elif event.key() == Qt.Key.Key_End:
            self.sought.emit(self._whole_s)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go where it was pressed."""
        self._go(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow what is dragged."""
        self._go(event.position().x())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show it no longer."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, what is over of it, and the knob."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        left, width = _KNOB_PX / 2, self.width() - _KNOB_PX
        top = (self.height() - _LINE_PX) / 2
        share = self._at_s / self._whole_s if self._whole_s > 0 else 0.0
        painter.setBrush(QColor(self.colours.border_strong))
        painter.drawRoundedRect(QRectF(left, top, width, _LINE_PX), _LINE_PX / 2, _LINE_PX / 2)
        painter.setBrush(QColor(self.colours.accent))
        painter.drawRoundedRect(QRectF(left, top, width * share, _LINE_PX), _LINE_PX / 2, _LINE_PX / 2)
        knob = QRectF(left + width * share - _KNOB_PX / 2, (self.height() - _KNOB_PX) / 2, _KNOB_PX, _KNOB_PX)
        painter.drawEllipse(knob)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self.colours.focus))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()

    def _go(self, x: float) -> None:
        share = (x - _KNOB_PX / 2) / max(1, self.width() - _KNOB_PX)
        self.sought.emit(min(max(0.0, share), 1.0) * self._whole_s)
