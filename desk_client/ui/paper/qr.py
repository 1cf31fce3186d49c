"""A QR code (ISO/IEC 18004) as dark modules, painted in one piece, so that no seam shows between them."""

from typing import Final

import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

QUIET_ZONE: Final = 4
"""Modules that stay white on each side (section 6.3.8)."""
_LEVEL: Final = "m"  # 15 % may be creased or smudged

Modules = tuple[tuple[bool, ...], ...]


def modules(text: str) -> Modules:
    """The symbol's rows, top to bottom, without its quiet zone; whether each module is dark."""
    return tuple(tuple(map(bool, row)) for row in segno.make(text, error=_LEVEL, micro=False).matrix)


def paint_qr(painter: QPainter, place: QRectF, symbol: Modules) -> None:
    """Fill a square with the symbol and its quiet zone; black on what is there."""
    side = place.width() / (len(symbol) + 2 * QUIET_ZONE)
    dark = QPainterPath()
    dark.setFillRule(Qt.FillRule.WindingFill)
    for row, cells in enumerate(symbol):
        for column, is_dark in enumerate(cells):
            if is_dark:
                left, top = (QUIET_ZONE + column) * side, (QUIET_ZONE + row) * side
                dark.addRect(QRectF(place.left() + left, place.top() + top, side, side))
    painter.fillPath(dark, Qt.GlobalColor.black)
