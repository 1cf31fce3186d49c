"""What is printed on a roll of 80 mm: as high as its content, black on white, the shipped font in it.

Text is laid out and drawn as text: it is shaped, can be copied, and its font is embedded. Lengths are tenths of a
millimetre, whatever the printer's resolution.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLineF, QMarginsF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle

from desk_client.ui.paper.qr import Modules, paint_qr
from desk_client.ui.theme.fonts import font
from desk_client.ui.theme.tokens import Weight

_TENTHS_PER_MM: Final = 10
_TENTHS_PER_INCH: Final = 254
_ROLL: Final = 800
_MARGIN: Final = 40
"""A printer for rolls of 80 mm writes on 72."""
_WIDTH: Final = _ROLL - 2 * _MARGIN
_DPI: Final = 1200

SMALL, BODY, LEAD, CODE, NUMBER, CALLED = 28, 34, 40, 64, 116, 240
_QR: Final = 330
_NAME_COLUMN: Final = 180
_BETWEEN_COLUMNS: Final = 20
GAP: Final = 14
_RULE_PX: Final = 3
_LINE_SEPARATOR: Final = "\u2028"
_UNCOPIABLE: Final = ("locl", "liga")
"""Features whose signs no letters are known for: digits beside Urdu, and two letters drawn as one (OpenType)."""

Align = Qt.AlignmentFlag


@dataclass(frozen=True)
class Room:
    """Where a strip may be drawn: from which tenth of a millimetre, and how wide."""

    left: int
    width: int
    name_column: int = _NAME_COLUMN
    """Of a fact."""


ON_ROLL: Final = Room(_MARGIN, _WIDTH)


@dataclass(frozen=True)
class Page:
    """A PDF, and how large its one page is, or each of its pages."""

    pdf: bytes
    size_mm: tuple[int, int]


def rolled(title: str, strips: Iterable["Part"]) -> Page:
    """Paint the strips one below the other, on a page of their height."""
    parts = tuple(strips)
    height = math.ceil(sum(part.height for part in parts)) + 2 * _MARGIN
    height_mm = math.ceil(height / _TENTHS_PER_MM)
    return painted(title, parts, (_ROLL // _TENTHS_PER_MM, height_mm), _MARGIN)


def painted(title: str, parts: Iterable["Part"], size_mm: tuple[int, int], margin: int) -> Page:
    """Paint the strips on pages of that size, a strip on the next one where it does not fit any more."""
    width_mm, height_mm = size_mm
    bottom = height_mm * _TENTHS_PER_MM - margin
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Majlis")
    writer.setResolution(_DPI)
    size = QSizeF(width_mm, height_mm)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF())
    painter = QPainter(writer)
    painter.scale(_DPI / _TENTHS_PER_INCH, _DPI / _TENTHS_PER_INCH)
    painter.setPen(Qt.GlobalColor.black)
    top = float(margin)
    for part in parts:
        if top + part.height > bottom and top > margin:
            writer.newPage()
            top = float(margin)
        part.paint(painter, top)
        top += part.height
    painter.end()
    buffer.close()
    return Page(bytes(written.data()), (width_mm, height_mm))


class Part(Protocol):
    """A strip of the paper, over its whole width."""

    @property
    def height(self) -> float:
        """How much of the roll it takes."""

    def paint(self, painter: QPainter, top: float) -> None:
        """Draw it."""


def line(
    text: str,
    pixels: int,
    weight: Weight,
    align: Align = Align.AlignHCenter,
    *,
    is_mirrored: bool,
    room: Room = ON_ROLL,
) -> "Part":
    """A paragraph over the whole width."""
    return Paragraph(_laid(text, _face(pixels, weight), room.width, align, is_mirrored=is_mirrored), room.left)


class Gap:
    """Nothing."""

    def __init__(self, height: float) -> None:
        self.height = height

    def paint(self, painter: QPainter, top: float) -> None:
        """Leave it white."""


class Rule:
    """A line, with room around it."""

    height = 4.0 * GAP

    def __init__(self, room: Room = ON_ROLL) -> None:
        self._room = room

    def paint(self, painter: QPainter, top: float) -> None:
        """Draw it, dashed: what is torn or folded is folded here."""
        painter.save()
        pen = QPen(Qt.GlobalColor.black, _RULE_PX)
        pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        middle = top + self.height / 2
        painter.drawLine(QLineF(self._room.left, middle, self._room.left + self._room.width, middle))
        painter.restore()


class Paragraph:
    """A paragraph."""

    def __init__(self, laid: QTextLayout, left: float) -> None:
        self._laid = laid
        self._left = left
        self.height = laid.boundingRect().height()

    def paint(self, painter: QPainter, top: float) -> None:
        """Draw its lines."""
        self._laid.draw(painter, QPointF(self._left, top))


class Fact:
    """A name, and its value beside it."""

    def __init__(self, name: str, value: str, *, is_mirrored: bool, room: Room = ON_ROLL, pixels: int = BODY) -> None:
        value_width = room.width - room.name_column - _BETWEEN_COLUMNS
        after = room.name_column + _BETWEEN_COLUMNS
        name_left, value_left = (value_width + _BETWEEN_COLUMNS, 0) if is_mirrored else (0, after)
        self._columns = tuple(
            Paragraph(_laid(text, face, width, Align.AlignLeading, is_mirrored=is_mirrored), room.left + left)
            for text, face, width, left in (
                (name, _face(pixels, Weight.REGULAR), room.name_column, name_left),
                (value, _face(pixels, Weight.SEMIBOLD), value_width, value_left),
            )
        )
        self.height = max(column.height for column in self._columns)

    def paint(self, painter: QPainter, top: float) -> None:
        """Draw both."""
        for column in self._columns:
            column.paint(painter, top)


class Qr:
    """The code, in the middle."""

    height = float(_QR)

    def __init__(self, symbol: Modules, room: Room = ON_ROLL) -> None:
        self._symbol = symbol
        self._room = room

    def paint(self, painter: QPainter, top: float) -> None:
        """Draw it."""
        paint_qr(painter, QRectF(self._room.left + (self._room.width - _QR) / 2, top, _QR, _QR), self._symbol)


def _laid(text: str, face: QFont, width: float, align: Align, *, is_mirrored: bool) -> QTextLayout:
    """Break a text into lines of a width."""
    direction = Qt.LayoutDirection.RightToLeft if is_mirrored else Qt.LayoutDirection.LeftToRight
    option = QTextOption(QStyle.visualAlignment(direction, align))
    option.setTextDirection(direction)
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    laid = QTextLayout(text.replace("\n", _LINE_SEPARATOR), face)
    laid.setTextOption(option)
    laid.beginLayout()
    top = 0.0
    while (line := laid.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    laid.endLayout()
    return laid


@cache
def _face(pixels: int, weight: Weight) -> QFont:
    """The shipped font and no other: a sign that it lacks is not fetched from whatever this machine has."""
    face = font(pixels, weight)
    face.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    face.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    for name in _UNCOPIABLE:
        face.setFeature(QFont.Tag(name), 0)
    return face
