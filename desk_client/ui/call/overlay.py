"""Stands over the other side's tile while there is no talk, and says why."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk_client.ui.call.status import Status
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.paint import Face, paint_arc, paint_face
from desk_client.ui.widgets.surface import Surface

_MEASURE_PX = 620
_SIGN_PX = 56
_DIMMED = 178
"""The last picture is seen behind it, and the words are read before it."""
_TURN_EVERY_MS = 33
_TURN_DEGREES = 9.0


class _Sign(Surface):
    """An icon, or a wheel that turns while something is under way."""

    def __init__(self, look: Appearance, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._icon: Icon | None = None
        self._turned = 0.0
        self._wheel = QTimer(self)
        self._wheel.setInterval(_TURN_EVERY_MS)
        self._wheel.timeout.connect(self._turn)

    def set_icon(self, icon: Icon | None) -> None:
        """Show an icon; None: turn the wheel."""
        self._icon = icon
        is_turning = icon is None and not self.look.look.reduced_motion
        if is_turning != self._wheel.isActive():
            self._wheel.start() if is_turning else self._wheel.stop()
        self.update()

    def stop(self) -> None:
        """Nobody sees it: stand still."""
        self._wheel.stop()

    def sizeHint(self) -> QSize:
        return QSize(_SIGN_PX, _SIGN_PX)

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        if self._icon is None:
            centre = QPointF(QRectF(self.rect()).center())
            paint_arc(painter, centre, _SIGN_PX / 2 - 4, self.colours.stage_accent, self._turned, 4)
        else:
            self.look.paint_icon(painter, self._icon, self.rect(), self.colours.stage_accent)
        painter.end()

    def _turn(self) -> None:
        self._turned = (self._turned + _TURN_DEGREES) % 360
        self.update()


class Overlay(Surface):
    """Sign, title, words and, where there is something to do, one button."""

    retry_asked = Signal()

    def __init__(self, look: Appearance, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setObjectName("call_status")
        self._status: Status | None = None
        self._sign = _Sign(look, self)
        self.title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD, tone=Tone.ON_STAGE, is_centred=True)
        self.title.setObjectName("call_status_title")
        self.text = Label(look, "", Role.BODY, tone=Tone.ON_STAGE_SECOND, is_centred=True)
        self.text.setObjectName("call_status_text")
        self.since = Label(look, "", Role.BODY, weight=Weight.MEDIUM, tone=Tone.STAGE_ACCENT, is_centred=True)
        self.since.setObjectName("call_lost_since")
        self.since.hide()
        self.retry = Button(look, "", Kind.PRIMARY, icon=Icon.REFRESH)
        self.retry.setObjectName("retry_call")
        self.retry.clicked.connect(self.retry_asked)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(Space.S)
        self._column.addStretch()
        self._column.addWidget(self._sign)
        self._column.addSpacing(Space.S)
        self._column.addWidget(self.title)
        self._column.addWidget(self.text)
        self._column.addWidget(self.since)
        self._column.addSpacing(Space.S)
        self._column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch()
        self.hide()
        self._retranslate()

    def say(self, status: Status | None) -> None:
        """Show a status; None goes out of the way."""
        if status == self._status:
            return
        self._status = status
        self.setVisible(status is not None)
        if status is None:
            self._sign.stop()
            return
        self._sign.set_icon(status.icon)
        self.title.set_text(status.title)
        self.text.set_text(status.text)
        self.text.setVisible(bool(status.text))
        self.retry.setVisible(status.can_retry)
        self.setAccessibleName(status.title)
        self.update()

    def set_since(self, text: str) -> None:
        """Say for how long; an empty text says nothing."""
        if text != self.since.said:
            self.since.set_text(text)
            self.since.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words in a comfortable measure."""
        side = max(int(Space.M), (self.width() - self.look.scaled(_MEASURE_PX)) // 2)
        self._column.setContentsMargins(side, Space.M, side, Space.M)
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground: the stage's own, or a veil through which the last picture is seen."""
        del event
        keeps_picture = self._status is not None and self._status.keeps_picture
        ground = QColor(self.colours.stage if keeps_picture else self.colours.stage_surface)
        if keeps_picture:
            ground.setAlpha(_DIMMED)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(QRectF(self.rect()), Radius.TILE, Radius.TILE)
        if self.look.is_high_contrast:  # it lies over the tile's own edge, and is as black as its ground
            paint_face(painter, QRectF(self.rect()), Face("", self.colours.border, 2, Radius.TILE))
        painter.end()

    def _retranslate(self) -> None:
        self.retry.set_text(QCoreApplication.translate("CallStatus", "Try again"))
