"""Where things lie in a talk: the other side large, oneself small, what the owner adds beside it."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect

_WIDEST: Final = 16 / 9
_NARROWEST: Final = 4 / 3
"""The pictures are 16:9: a tile within these bounds crops no face."""
_GAP: Final = 16
_LEAST_COLUMN: Final = 200
_SIDE_SHARE: Final = 0.29
_SIDE_LEAST: Final = 300
_SIDE_MOST: Final = 440
_SIDE_HEIGHT: Final = 520
_CORNER_SHARE: Final = 0.24
_CORNER_INSET: Final = 18


@dataclass(frozen=True)
class Places:
    """The places, laid out from left to right; `side` is empty where the owner adds nothing."""

    remote: QRect
    local: QRect
    side: QRect
    is_over: bool = False
    """Whether oneself lies over a corner of the other side's picture."""


def places(within: QRect, *, has_side: bool) -> Places:
    """Lay out tiles (and the owner's panel) within a place: beside each other, or one below the other upright."""
    if within.height() > within.width():
        return _upright(within, has_side=has_side)
    return _beside(within) if has_side else _alone(within)


def _beside(within: QRect) -> Places:
    column = round(min(_SIDE_MOST, max(_SIDE_LEAST, within.width() * _SIDE_SHARE)))
    widest = within.width() - column - _GAP
    width = min(widest, round(within.height() * _WIDEST))
    height = min(within.height(), round(width / _NARROWEST))
    column = min(_SIDE_MOST, within.width() - width - _GAP)
    left = within.left() + (within.width() - width - _GAP - column) // 2
    top = within.top() + (within.height() - height) // 2
    remote = QRect(left, top, width, height)
    local_height = round(column / _WIDEST)
    local = QRect(remote.right() + 1 + _GAP, top, column, local_height)
    below = local.bottom() + 1 + _GAP
    return Places(remote, local, QRect(local.left(), below, column, remote.bottom() + 1 - below))


def _alone(within: QRect) -> Places:
    width = min(within.width(), round(within.height() * _WIDEST))
    height = min(within.height(), round(width / _NARROWEST))
    top = within.top() + (within.height() - height) // 2
    rest = within.width() - width - _GAP
    if rest >= _LEAST_COLUMN:
        column = min(rest, _SIDE_MOST)
        left = within.left() + (rest - column) // 2
        remote = QRect(left, top, width, height)
        local = QRect(remote.right() + 1 + _GAP, top, column, round(column / _WIDEST))
        return Places(remote, local, QRect())
    remote = QRect(within.left() + (within.width() - width) // 2, top, width, height)
    small = round(width * _CORNER_SHARE)
    corner = QRect(remote.right() + 1 - _CORNER_INSET - small, top + _CORNER_INSET, small, round(small / _WIDEST))
    return Places(remote, corner, QRect(), is_over=True)


def _upright(within: QRect, *, has_side: bool) -> Places:
    width = within.width()
    height = min(round(width / _NARROWEST), round(within.height() * 0.6))
    width_used = min(width, round(height * _WIDEST))
    local_width = round((width - _GAP) * (0.5 if has_side else 0.56))
    rest = within.height() - height - _GAP
    local_height = min(round(local_width / _WIDEST), rest)
    local_width = min(local_width, round(local_height * _WIDEST))
    below_height = min(rest, max(local_height, _SIDE_HEIGHT)) if has_side else local_height
    top = within.top() + (within.height() - height - _GAP - below_height) // 2
    remote = QRect(within.left() + (width - width_used) // 2, top, width_used, height)
    below = remote.bottom() + 1 + _GAP
    if not has_side:
        return Places(
            remote, QRect(within.left() + (width - local_width) // 2, below, local_width, local_height), QRect()
        )
    local = QRect(within.left(), below, local_width, local_height)
    left = local.right() + 1 + _GAP
    return Places(remote, local, QRect(left, below, within.right() + 1 - left, below_height))
