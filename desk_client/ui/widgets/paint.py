"""Painting that several widgets share: faces, focus rings, text."""

import math
import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

RING_PX = 3
_GAP_PX = 2
_MANY_PX = 16_000
_LINE_SEPARATOR = "\u2028"
_NO_BREAK = "\u00a0"
_MAY_BREAK = "\u200b"
_WITHIN_A_NAME = re.compile(r"(?<=\w[_-])(?=\w{4})", re.ASCII)
_LAST_OF_A_MOMENT = re.compile(r"(?<=\d) (?=(?:ص|م|هـ|ھ|AM|PM|AH)(?!\w))")

Align = Qt.AlignmentFlag
LEADING = Align.AlignLeft | Align.AlignVCenter
"""Where a line begins; the painter's direction turns it to the right in Arabic."""
TRAILING = Align.AlignRight | Align.AlignVCenter
CENTRE = Align.AlignCenter


@dataclass(frozen=True)
class Face:
    """A rounded rectangle: its fill and edge, as #RRGGBB."""

    fill: str
    edge: str = ""
    edge_px: int = 1
    radius_px: int = 12


def paint_face(painter: QPainter, place: QRectF, face: Face) -> None:
    """Fill a rounded rectangle, and draw its edge within it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = min(face.radius_px, place.height() / 2, place.width() / 2)
    if face.edge:
        inset = face.edge_px / 2
        painter.setPen(QPen(QColor(face.edge), face.edge_px))
        place = place.adjusted(inset, inset, -inset, -inset)
        radius = max(0.0, radius - inset)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(QColor(face.fill)) if face.fill else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawRoundedRect(place, radius, radius)


def paint_focus_ring(painter: QPainter, place: QRectF, radius_px: float, ring: str, gap: str) -> None:
    """Draw the ring of the focused control along its inner edge, and a line of the ground's colour inside it."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for width, inset, colour in ((_GAP_PX, RING_PX + _GAP_PX / 2, gap), (RING_PX, RING_PX / 2, ring)):
        inner = place.adjusted(inset, inset, -inset, -inset)
        radius = max(0.0, min(radius_px, place.height() / 2, place.width() / 2) - inset)
        painter.setPen(QPen(QColor(colour), width))
        painter.drawRoundedRect(inner, radius, radius)


def paint_line(painter: QPainter, place: QRect, text: str, font: QFont, colour: str, align: Align = LEADING) -> None:
    """Write one line within a place; what does not fit ends in an ellipsis."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    fitted = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, int(align | Qt.TextFlag.TextSingleLine), fitted)


def paint_paragraph(
    painter: QPainter,
    place: QRect,
    text: str,
    font: QFont,
    colour: str,
    align: Align = Align.AlignLeft | Align.AlignTop,
) -> None:
    """Write a text within a place on as many lines as it takes."""
    lines = _laid_out(text, font, place.width(), painter.layoutDirection(), align)
    height = lines.boundingRect().height()
    spare = place.height() - height if align & Align.AlignBottom else 0.0
    if align & Align.AlignVCenter:
        spare = (place.height() - height) / 2
    painter.setPen(QColor(colour))
    lines.draw(painter, QPointF(place.left(), place.top() + round(max(0.0, spare))))


def _laid_out(text: str, font: QFont, width: int, direction: Qt.LayoutDirection, align: Align) -> QTextLayout:
    """Break a text into lines; `drawText` would count the space at a line's end, and set Arabic lines back by it."""
    option = QTextOption(QStyle.visualAlignment(direction, align) & Align.AlignHorizontal_Mask)
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    laid = QTextLayout(held_together(text).replace("\n", _LINE_SEPARATOR), font)
    laid.setTextOption(option)
    laid.beginLayout()
    top = 0.0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += math.ceil(line.height())
    laid.endLayout()
    return laid


def paragraph_height(text: str, font: QFont, width: int) -> int:
    """Return the height that `paint_paragraph` takes at a width."""
    if not text:
        return 0
    place = QRect(0, 0, max(1, width), _MANY_PX)
    return QFontMetrics(font).boundingRect(place, int(Qt.TextFlag.TextWordWrap), held_together(text)).height()


def held_together(text: str) -> str:
    """Return the text so that no line breaks between a number and its half of the day or its era: ٩:٤٠ ص, ١٤٤٧ هـ.

    A long name without a space, as cameras give one, may break after a line within it: IMG_20260315.jpg.
    """
    return _WITHIN_A_NAME.sub(_MAY_BREAK, _LAST_OF_A_MOMENT.sub(_NO_BREAK, text))


def line_width(text: str, font: QFont) -> int:
    """Return the width of one line of text."""
    return QFontMetrics(font).horizontalAdvance(text) + 1


def mirrored(place: QRect, within: QRect, *, right_to_left: bool) -> QRect:
    """Return a place laid out from left to right as it lies in the layout's own direction."""
    if not right_to_left:
        return place
    return QRect(within.left() + within.right() - place.right(), place.top(), place.width(), place.height())


def paint_arc(painter: QPainter, centre: QPointF, radius: float, colour: str, degrees: float, width: float) -> None:
    """Draw three quarters of a circle, turned by some degrees: what a busy indicator shows."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.drawArc(box, round(-degrees * 16), 270 * 16)
