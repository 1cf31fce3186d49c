"""A word that comes and goes: saved, copied, sent."""

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QPoint, QPropertyAnimation, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.paint import Face, paint_face
from desk_client.ui.widgets.sign import Sign
from desk_client.ui.widgets.surface import Surface

_SHOWN_MS = 4500
_SLIDE_MS = 180
_WIDEST_PX = 720


class Toast(Surface):
    """Lies over the lower part of its host for some seconds; what matters longer is a banner's."""

    def __init__(self, look: Appearance, host: QWidget) -> None:
        super().__init__(look, host)
        self._host = host
        self._sign = Sign(look, Mood.SUCCESS.icon, Mood.SUCCESS.tone)
        self._text = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self._mood = Mood.SUCCESS
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        row.setSpacing(Space.M)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._text, 1)
        self._slide = QPropertyAnimation(self, b"pos", self)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What was said last."""
        return self._text.said

    def say(self, text: str, mood: Mood = Mood.SUCCESS) -> None:
        """Show a short sentence; it replaces the one before."""
        self._mood = mood
        self._text.set_text(text)
        self._sign.set_sign(mood.icon, mood.tone)
        self.setAccessibleName(text)
        self.setFixedWidth(min(_WIDEST_PX, self._host.width() - 2 * Space.L, self._wanted_width()))
        self.setFixedHeight(self._row.totalHeightForWidth(self.width()))
        rest = self._rest()
        self._slide.stop()
        self.move(rest + QPoint(0, Space.L))
        self._slide.setDuration(self.look.duration_ms(_SLIDE_MS))
        self._slide.setStartValue(self.pos())
        self._slide.setEndValue(rest)
        self.show()
        self.raise_()
        self._slide.start()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place while the host is resized."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self.move(self._rest())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        del event
        painter = QPainter(self)
        fill = getattr(self.colours, f"{self._mood}_soft")
        edge = getattr(self.colours, f"{self._mood}_text")
        paint_face(painter, QRectF(self.rect()), Face(fill, edge, 1, Radius.CARD))
        painter.end()

    def _wanted_width(self) -> int:
        return self._text.fontMetrics().horizontalAdvance(self._text.text()) + 5 * Space.L + Space.M

    def _rest(self) -> QPoint:
        return QPoint((self._host.width() - self.width()) // 2, self._host.height() - self.height() - Space.XXL)
