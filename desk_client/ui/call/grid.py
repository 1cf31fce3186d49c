"""Where the tiles of several people lie: together they fill the place, and each is about as wide as its picture."""

from math import log
from typing import Final

from PySide6.QtCore import QRect

from desk_client.ui.theme.tokens import Space

_PICTURE: Final = 16 / 9
_GAP: Final = Space.M
_THREE: Final = 3
_LEAST_BESIDE: Final = 1.9
"""How much wider than high a place is in which two of three lie beside the first: below that, all three are nearer to
a picture's own shape with the two below it."""


def grid(within: QRect, count: int) -> tuple[QRect, ...]:
    """Places for up to four (or more, in rows) from left to right and from above to below, the first one the best.

    Of three in a wide place the first has two thirds, and the others lie one below the other beside it; in one that is
    less wide they lie beside each other below it. Otherwise rows and columns are chosen so that the tiles are nearest
    to the pictures' own shape; none is left empty.
    """
    if count == _THREE and within.width() > within.height():
        is_wide = within.width() >= within.height() * _LEAST_BESIDE
        return _one_and_two(within) if is_wide else _one_above_two(within)
    full = [columns for columns in range(1, count + 1) if count % columns == 0]
    best = min(full, key=lambda columns: _strangeness(within, columns, count // columns), default=1)
    return tuple(_cell(within, index, best, count // best) for index in range(count))


def _one_and_two(within: QRect) -> tuple[QRect, ...]:
    width = round((within.width() - _GAP) * 2 / 3)
    beside = QRect(within.left() + width + _GAP, within.top(), within.width() - width - _GAP, within.height())
    return (
        QRect(within.left(), within.top(), width, within.height()),
        *(_cell(beside, index, 1, 2) for index in range(2)),
    )


def _one_above_two(within: QRect) -> tuple[QRect, ...]:
    _, _, *below = (_cell(within, index, 2, 2) for index in range(4))
    return (_cell(within, 0, 1, 2), *below)


def _strangeness(within: QRect, columns: int, rows: int) -> float:
    cell = _cell(within, 0, columns, rows)
    return abs(log(max(1, cell.width()) / max(1, cell.height()) / _PICTURE))


def _cell(within: QRect, index: int, columns: int, rows: int) -> QRect:
    row, column = divmod(index, columns)
    left, right = (_edge(within.width(), columns, at) for at in (column, column + 1))
    top, bottom = (_edge(within.height(), rows, at) for at in (row, row + 1))
    return QRect(within.left() + left, within.top() + top, right - left - _GAP, bottom - top - _GAP)


def _edge(length: int, parts: int, at: int) -> int:
    """Where the part of that number begins, the gap before it left out."""
    return round((length + _GAP) * at / parts)
