"""The artwork of the resting kiosk: eight-pointed stars in a lattice, fading towards the text, painted here."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QHideEvent, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Theme
from desk_client.ui.widgets.surface import Surface

_POINTS = 16
_INNER = 0.7654  # cos 45° / cos 22.5°: where the sides of two squares, one turned by 45°, cross
_CELL_PX = 132
_LINE_PX = 1.5


def star(centre: QPointF, radius: float, turn: float = 0.0) -> QPainterPath:
    """Return an eight-pointed star (رُبع الحزب): two squares, one turned by 45°."""
    path = QPainterPath()
    for index in range(_POINTS):
        reach = radius * (1.0 if index % 2 == 0 else _INNER)
        angle = turn + index * math.tau / _POINTS
        point = QPointF(centre.x() + reach * math.cos(angle), centre.y() + reach * math.sin(angle))
        if index == 0:
            path.moveTo(point)
        else:
            path.lineTo(point)
    path.closeSubpath()
    return path


class Pattern(Surface):
    """A lattice of stars over its whole place; it is decoration, and no touch ends at it.

    What lies on it is painted anew with each touch, and the lattice would be, beneath: it is kept as a picture while it
    is seen, and as long as neither its size nor its colours change.
    """

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._picture: QPixmap | None = None
        self._is_of: tuple[QSize, float, Theme] | None = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lattice."""
        del event
        painter = QPainter(self)
        wanted = (self.size(), painter.device().devicePixelRatio(), self.look.look.theme)
        if self._picture is None or self._is_of != wanted:
            self._picture, self._is_of = self._painted(wanted[1]), wanted
        painter.drawPixmap(0, 0, self._picture)
        painter.end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let go of the picture, which is as large as the screen."""
        self._picture = None
        super().hideEvent(event)

    def _painted(self, ratio: float) -> QPixmap:
        """The lattice, fading into the ground towards the lower edge."""
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.colours
        ground = QColor(colours.background)
        painter.fillRect(self.rect(), ground)
        line = QColor(colours.gold)
        line.setAlpha(46 if self.look.look.theme is Theme.LIGHT else 34)
        second = QColor(colours.accent)
        second.setAlpha(30)
        columns = self.width() // _CELL_PX + 2
        rows = self.height() // _CELL_PX + 2
        left = (self.width() - columns * _CELL_PX) / 2
        for row in range(rows):
            for column in range(columns):
                centre = QPointF(left + (column + 0.5) * _CELL_PX, (row + 0.25) * _CELL_PX)
                painter.setPen(QPen(line, _LINE_PX))
                painter.drawPath(star(centre, _CELL_PX * 0.5))
                painter.drawPath(star(centre, _CELL_PX * 0.25, math.tau / _POINTS))
                painter.setPen(QPen(second, _LINE_PX))
                between = QPointF(centre.x() + _CELL_PX / 2, centre.y() + _CELL_PX / 2)
                painter.drawPath(star(between, _CELL_PX * 0.21, math.tau / _POINTS))
        fade = QLinearGradient(0, 0, 0, self.height())
        clear = QColor(ground)
        clear.setAlpha(0)
        fade.setColorAt(0.0, clear)
        fade.setColorAt(0.55, QColor(ground.red(), ground.green(), ground.blue(), 205))
        fade.setColorAt(1.0, ground)
        painter.fillRect(self.rect(), fade)
        painter.end()
        return picture


class Emblem(Surface):
    """The mark of the service: a hall of pillars in a star."""

    def __init__(self, look: Appearance, size_px: int = 120, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._size_px = 0
        self.set_size(size_px)

    def set_size(self, size_px: int) -> None:
        """Be as large as this from now on."""
        self._size_px = size_px
        self.setFixedSize(size_px, size_px)

    def sizeHint(self) -> QSize:
        """Return the mark's size."""
        return QSize(self._size_px, self._size_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint star and pillars."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self.colours
        middle = QPointF(QRectF(self.rect()).center())
        painter.setPen(QPen(QColor(colours.gold), max(1.0, self._size_px / 48)))
        painter.drawPath(star(middle, self._size_px / 2 - 2))
        painter.setPen(QPen(QColor(colours.primary), 0))
        painter.setBrush(QColor(colours.primary))
        painter.drawPath(star(middle, self._size_px / 2 - max(3.0, self._size_px / 14)))
        side = round(self._size_px * 0.42)
        at = self.rect().adjusted(*([(self._size_px - side) // 2] * 2), *([-((self._size_px - side) // 2)] * 2))
        self.look.paint_icon(painter, Icon.LANDMARK, at, colours.on_primary)
        painter.end()
