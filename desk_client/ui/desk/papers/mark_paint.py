"""How pages and marks are painted: quiet over print, and told apart without colour."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desk_client.client.papers import Mark, MarkKind
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight

_PAPER: Final = "#FFFFFF"
_INK: Final = "#161616"
_INK_SECOND: Final = "#384250"
_OWN: Final = "#DBA102"
_OTHERS: Final = "#175CD3"
"""Paper is white in every theme, and so is what is written on it dark."""
_VEIL: Final = 80
_CHOSEN_PX: Final = 4.0


def paint_page(
    painter: QPainter, look: Appearance, place: QRectF, image: QImage | None, words: tuple[str, str]
) -> None:
    """One page on its ground: as it was drawn, white until it is, or why it is not shown."""
    painter.fillRect(place, QColor(_PAPER))
    if image is not None:
        painter.drawImage(place, image)
    title, text = words
    if title:
        flags = int(Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextWordWrap)
        room = place.adjusted(Space.L, place.height() / 3, -Space.L, -Space.L)
        painter.setFont(look.font(Role.SUBTITLE, Weight.SEMIBOLD))
        painter.setPen(QColor(_INK))
        used = painter.boundingRect(room, flags, title)
        painter.drawText(room, flags, title)
        painter.setFont(look.font(Role.BODY))
        painter.setPen(QColor(_INK_SECOND))
        painter.drawText(room.adjusted(0, used.height() + Space.S, 0, 0), flags, text)
    painter.setPen(QPen(QColor(look.colours.border_strong), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)


def paint_mark(painter: QPainter, look: Appearance, place: QRectF, mark: Mark, *, is_chosen: bool) -> None:
    """One mark; of one's own office in gold, of another's in blue and with a broken edge."""
    colour = QColor(_OWN if mark.is_own else _OTHERS)
    style = Qt.PenStyle.SolidLine if mark.is_own else Qt.PenStyle.DashLine
    if mark.kind is MarkKind.NOTE:
        painter.setPen(QPen(QColor(_INK), 1.5, style))
        painter.setBrush(colour)
        painter.drawEllipse(place.adjusted(1, 1, -1, -1))
        inner = int(place.width() / 5)
        sign = place.toRect().adjusted(inner, inner, -inner, -inner)
        look.paint_icon(painter, Icon.PIN, sign, _INK if mark.is_own else _PAPER)
    else:
        veil = QColor(colour)
        veil.setAlpha(_VEIL)
        painter.fillRect(place, veil)
        edge = QPen(QColor(_INK), 2.0, style) if look.is_high_contrast else QPen(colour.darker(140), 1.2, style)
        painter.setPen(edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place)
    if is_chosen:
        painter.setPen(QPen(QColor(_INK), _CHOSEN_PX / 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        around = place.adjusted(-_CHOSEN_PX, -_CHOSEN_PX, _CHOSEN_PX, _CHOSEN_PX)
        painter.drawRoundedRect(around, _CHOSEN_PX, _CHOSEN_PX)


def paint_rubber(painter: QPainter, place: QRectF) -> None:
    """The rectangle that is being drawn."""
    veil = QColor(_OWN)
    veil.setAlpha(_VEIL)
    painter.fillRect(place, veil)
    painter.setPen(QPen(QColor(_INK), 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)


def paint_aim(painter: QPainter, at: QPointF, arm: float) -> None:
    """A cross where the keys would mark, its arms that long."""
    for colour, width in ((_PAPER, 5.0), (_INK, 2.0)):
        painter.setPen(QPen(QColor(colour), width))
        painter.drawLine(at - QPointF(arm, 0), at + QPointF(arm, 0))
        painter.drawLine(at - QPointF(0, arm), at + QPointF(0, arm))
