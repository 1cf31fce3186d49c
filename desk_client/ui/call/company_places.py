"""Where everybody lies in a talk of several: whom one talks with first large and the others small, or all alike."""

from dataclasses import replace
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QRect

from desk_client.ui.call.grid import grid
from desk_client.ui.call.stage import Places, places

_PICTURE: Final = 16 / 9
_GAP: Final = 16
_STRIP_SHARE: Final = 0.24
_STRIP_LEAST: Final = 110
_STRIP_MOST: Final = 220
_SIDE_SHARE: Final = 0.29
_SIDE_LEAST: Final = 300
_SIDE_MOST: Final = 440
_SIDE_BELOW_SHARE: Final = 0.4


class Arrangement(Enum):
    """How several lie. Whoever shows a document is large in either."""

    SPEAKER = auto()
    """Whom one talks with first is large."""
    TOGETHER = auto()
    """All are alike, oneself among them."""

    @property
    def other(self) -> "Arrangement":
        """The one that it is changed to."""
        return Arrangement.TOGETHER if self is Arrangement.SPEAKER else Arrangement.SPEAKER


def company_places(
    within: QRect,
    count: int,
    arrangement: Arrangement,
    *,
    has_side: bool,
    has_document: bool,
    has_paper: bool = False,
) -> tuple[Places, tuple[QRect, ...]]:
    """The places of a talk of two, as `stage.places` has them, and those of `count` others, from left to right."""
    if arrangement is Arrangement.TOGETHER and not has_document and not has_paper:
        rest, side = _without_side(within) if has_side else (within, QRect())
        first, *others, own = grid(rest, count + 2)
        return Places(first, own, side), tuple(others)
    if has_side and not (has_document or has_paper) and within.width() >= within.height():
        rest, side = _without_side(within)  # from top to bottom: one reads and writes there
        rest, strip = _strip(rest, count) if count else (rest, ())
        laid = places(rest, has_side=False)
        return replace(laid, side=side), strip
    rest, strip = _strip(within, count) if count else (within, ())
    return places(rest, has_side=has_side, has_document=has_document, has_paper=has_paper), strip


def _strip(within: QRect, count: int) -> tuple[QRect, tuple[QRect, ...]]:
    """A row along the lower edge, in its middle; what is left above."""
    widest = (within.width() - _GAP * (count - 1)) // count
    height = min(_STRIP_MOST, max(_STRIP_LEAST, round(within.height() * _STRIP_SHARE)), round(widest / _PICTURE))
    width = min(widest, round(height * _PICTURE))
    left = within.left() + (within.width() - count * width - (count - 1) * _GAP) // 2
    top = within.bottom() + 1 - height
    row = tuple(QRect(left + number * (width + _GAP), top, width, height) for number in range(count))
    return within.adjusted(0, 0, 0, -height - _GAP), row


def _without_side(within: QRect) -> tuple[QRect, QRect]:
    """What is left for the pictures, and the owner's panel: at the line's end, or below where it is upright."""
    if within.height() > within.width():
        height = round(within.height() * _SIDE_BELOW_SHARE)
        side = QRect(within.left(), within.bottom() + 1 - height, within.width(), height)
        return within.adjusted(0, 0, 0, -height - _GAP), side
    width = round(min(_SIDE_MOST, max(_SIDE_LEAST, within.width() * _SIDE_SHARE)))
    side = QRect(within.right() + 1 - width, within.top(), width, within.height())
    return within.adjusted(0, 0, -width - _GAP, 0), side
