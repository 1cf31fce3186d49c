"""Where everybody lies in a talk of several: whom one talks with first large and the others small, or all alike.

The owner's panel is as high as the place, or upright as wide as it: it is read, and gives nothing up to a picture.
Whoever is small lies in one row below the large one, or in one column beside it, whichever leaves it larger; where
somebody signs, below the interpreter or upright beside them, whose place nothing takes.
"""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QRect

from desk_client.ui.call.grid import grid
from desk_client.ui.call.stage import Places, fitted, places

_PICTURE: Final = 16 / 9
_GAP: Final = 16
_STRIP_SHARE: Final = 0.26
_STRIP_LEAST: Final = 110
_STRIP_MOST: Final = 240
_LEAST_SMALL: Final = 80
_COLUMN_SHARE: Final = 0.2
_COLUMN_LEAST: Final = 200
_COLUMN_MOST: Final = 420
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
    free: QRect = QRect(),  # noqa: B008 (never changed)
) -> tuple[Places, tuple[QRect, ...]]:
    """The places of a talk of two, as `stage.places` has them, and those of `count` others, from left to right.

    `free` is what an interpreter leaves of the line that they take, as `stage.interpreter_aside` has it; empty where
    nobody signs.
    """
    if count == 0 and free.isEmpty() and (arrangement is Arrangement.SPEAKER or has_document or has_paper):
        return places(within, has_side=has_side, has_document=has_document, has_paper=has_paper), ()
    if arrangement is Arrangement.TOGETHER and not has_document and not has_paper:
        rest, side = _without_side(within) if has_side else (within, QRect())
        first, *others, own = grid(rest, count + 2)
        return Places(first, own, side), tuple(others)
    return _with_speaker(within, free, count, has_side=has_side, has_document=has_document, has_paper=has_paper)


def _with_speaker(
    within: QRect, free: QRect, count: int, *, has_side: bool, has_document: bool, has_paper: bool
) -> tuple[Places, tuple[QRect, ...]]:
    """One is large, and all others small; the owner's panel is beside them, or below."""
    if has_side and has_paper:  # it is the paper that is large
        paper, (first, *others, own) = _large_and_small(within, free, count + 2, is_whole=True)
        return Places(first, own, paper), tuple(others)
    rest, side = _without_side(within) if has_side else (within, QRect())
    if has_document and not has_side:
        document, (speaker, *others, own) = _large_and_small(rest, free, count + 2, is_whole=True)
        return Places(document, own, side, speaker=speaker), tuple(others)
    first, (*others, own) = _large_and_small(rest, free, count + 1, is_whole=has_document)
    return Places(first, own, side), tuple(others)


def _large_and_small(within: QRect, free: QRect, count: int, *, is_whole: bool) -> tuple[QRect, tuple[QRect, ...]]:
    """The large place, and `count` small ones; `is_whole`: it is not a picture, and any shape serves it."""
    if not free.isEmpty():
        small = max(_row(free, count), _column(free, count), key=lambda places: places[0].height())
        if small[0].height() >= _LEAST_SMALL:
            large = QRect(within) if is_whole else fitted(within)
            large.moveTop(within.top())  # level with the interpreter, or close below
            return large, small
    above, row = _strip(within, count)
    width = round(min(_COLUMN_MOST, max(_COLUMN_LEAST, within.width() * _COLUMN_SHARE)))
    beside = within.adjusted(0, 0, -width - _GAP, 0)
    if _seen(above) >= _seen(beside) and not is_whole:
        large = fitted(above)
        gone = (above.height() - large.height()) // 2  # both lie in the middle, as one
        large.moveTop(within.top() + gone)
        return large, tuple(each.translated(0, -gone) for each in row)
    large = beside if is_whole else fitted(beside)
    left = within.left() + (within.width() - large.width() - _GAP - width) // 2
    large.moveLeft(left)
    return large, _column(QRect(large.right() + 1 + _GAP, large.top(), width, within.bottom() + 1 - large.top()), count)


def _seen(within: QRect) -> int:
    """How much of a picture's own shape there is room for."""
    width = min(within.width(), round(within.height() * _PICTURE))
    return width * width


def _column(within: QRect, count: int) -> tuple[QRect, ...]:
    """Small places one below the other, from the upper edge down, in the middle of the line."""
    height = min(round(within.width() / _PICTURE), (within.height() - _GAP * (count - 1)) // count)
    width = min(within.width(), round(height * _PICTURE))
    left = within.left() + (within.width() - width) // 2
    return tuple(QRect(left, within.top() + number * (height + _GAP), width, height) for number in range(count))


def _strip(within: QRect, count: int) -> tuple[QRect, tuple[QRect, ...]]:
    """A row along the lower edge, in its middle; what is left above."""
    height = min(_STRIP_MOST, max(_STRIP_LEAST, round(within.height() * _STRIP_SHARE)))
    row = _row(within.adjusted(0, within.height() - height, 0, 0), count)
    lower = within.bottom() - row[0].bottom()
    row = tuple(each.translated(0, lower) for each in row)
    return within.adjusted(0, 0, 0, -row[0].height() - _GAP), row


def _row(within: QRect, count: int) -> tuple[QRect, ...]:
    """Small places beside each other, from the upper edge, in the middle of the line."""
    widest = (within.width() - _GAP * (count - 1)) // count
    height = min(within.height(), round(widest / _PICTURE))
    width = min(widest, round(height * _PICTURE))
    left = within.left() + (within.width() - count * width - (count - 1) * _GAP) // 2
    return tuple(QRect(left + number * (width + _GAP), within.top(), width, height) for number in range(count))


def _without_side(within: QRect) -> tuple[QRect, QRect]:
    """What is left for the pictures, and the owner's panel: at the line's end, or below where it is upright."""
    if within.height() > within.width():
        height = round(within.height() * _SIDE_BELOW_SHARE)
        side = QRect(within.left(), within.bottom() + 1 - height, within.width(), height)
        return within.adjusted(0, 0, 0, -height - _GAP), side
    width = round(min(_SIDE_MOST, max(_SIDE_LEAST, within.width() * _SIDE_SHARE)))
    side = QRect(within.right() + 1 - width, within.top(), width, within.height())
    return within.adjusted(0, 0, -width - _GAP, 0), side
