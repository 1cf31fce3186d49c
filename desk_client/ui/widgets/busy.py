"""That something is going on, and how far it is."""

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, QSize, QTimer
from PySide6.QtGui import QAccessible, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.paint import Face, paint_arc, paint_face
from desk_client.ui.widgets.surface import Surface

_EVERY_MS = 33
_TURN_MS = 1100
_BAR_PX = 8


class Busy(Surface):
    """A turning wheel; it stands still where motion is reduced, and rests while it is hidden."""

    spoken_role = QAccessible.Role.Animation

    def __init__(self, look: Appearance, size_px: int = Space.XXL, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._size_px = size_px
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the wheel's size."""
        return QSize(self._size_px, self._size_px)

    def showEvent(self, event: QShowEvent) -> None:
        """Turn while one can see it."""
        self._clock.start()
        if not self.look.look.reduced_motion:
            self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody can."""
        self._timer.stop()
        super().hideEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wheel as far as it has turned."""
        del event
        painter = QPainter(self)
        turned = 0.0 if not self._timer.isActive() else self._clock.elapsed() % _TURN_MS * 360 / _TURN_MS
        width = max(3.0, self._size_px / 12)
        centre = QPointF(QRectF(self.rect()).center())
        paint_arc(painter, centre, self._size_px / 2 - width, self.colours.accent, turned * self.look.forward, width)
        painter.end()


class Progress(Surface):
    """A bar that fills from the line's beginning; `share` is 0–1."""

    spoken_role = QAccessible.Role.Indicator

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """How much is done, 0–1."""
        return self._share

    def set_share(self, share: float) -> None:
        """Fill the bar so far; what lies outside 0–1 is cut."""
        self._share = min(1.0, max(0.0, share))
        self.setAccessibleDescription(f"{round(self._share * 100)}%")
        self.update()

    def sizeHint(self) -> QSize:
        """Return a thin bar."""
        return QSize(240, _BAR_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the groove and the filling."""
        del event
        painter = QPainter(self)
        whole = QRectF(self.rect())
        radius = _BAR_PX // 2
        groove = Face(self.colours.border, radius_px=radius)
        if self.look.is_high_contrast:  # an edge instead of a ground as bright as the filling
            groove = Face(self.colours.sunken, self.colours.border, 1, radius)
        paint_face(painter, whole, groove)
        done = whole.width() * self._share
        if done >= 1:
            left = whole.right() - done if self.look.is_right_to_left else whole.left()
            paint_face(
                painter, QRectF(left, whole.top(), done, whole.height()), Face(self.colours.accent, radius_px=radius)
            )
        painter.end()
