"""Where things lie in a talk: the other side large, oneself small, what the owner adds beside it."""

from dataclasses import dataclass, field
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


_TALLEST: Final = 4 / 5
"""Upright, as tall as it is filled: of a 16:9 picture the middle is seen, where the face is."""
_INTERPRETER_SHARE: Final = 0.2
_INTERPRETER_LEAST: Final = 220
_INTERPRETER_MOST: Final = 420


@dataclass(frozen=True)
class Places:
    """The places, laid out from left to right; `side` is empty where the owner adds nothing.

    `speaker` is whoever shows a document, while one is shown; empty otherwise.
    """

    remote: QRect
    local: QRect
    side: QRect
    is_over: bool = False
    """Whether oneself lies over a corner of the other side's picture."""
    speaker: QRect = field(default_factory=QRect)


def places(within: QRect, *, has_side: bool, has_document: bool = False, has_paper: bool = False) -> Places:
    """Lay out tiles (and the owner's panel) within a place: beside each other, or one below the other upright.

    A document is large and never cropped, and nobody is displaced by it: who shows it and who reads it are beside it.
    With ``has_paper`` it is the owner's panel that holds one: that lies as a document does.
    """
    is_upright = within.height() > within.width()
    if has_side and has_paper:
        laid = _with_document(within, is_upright=is_upright)
        return Places(laid.speaker, laid.local, laid.remote)
    if has_document and not has_side:
        return _with_document(within, is_upright=is_upright)
    if is_upright:
        return _upright(within) if not has_side else _upright_with_side(within)
    return _beside(within) if has_side else _alone(within)


def fitted(within: QRect) -> QRect:
    """The largest place, in the middle, whose shape crops no face."""
    width = min(within.width(), round(within.height() * _WIDEST))
    height = min(within.height(), round(width / _TALLEST))
    left = within.left() + (within.width() - width) // 2
    return QRect(left, within.top() + (within.height() - height) // 2, width, height)


def interpreter_aside(within: QRect) -> tuple[QRect, QRect]:
    """What is left for everybody else, and the interpreter's place: the same one in every layout.

    It is at the line's end, above: upright it is over everything, as wide as hands that speak need.
    """
    if within.height() > within.width():
        width = min(_INTERPRETER_MOST, round(within.width() * 0.42))
        height = round(width / _NARROWEST)
        place = QRect(within.right() + 1 - width, within.top(), width, height)
        return within.adjusted(0, height + _GAP, 0, 0), place
    width = min(_INTERPRETER_MOST, max(_INTERPRETER_LEAST, round(within.width() * _INTERPRETER_SHARE)))
    place = QRect(within.right() + 1 - width, within.top(), width, round(width / _NARROWEST))
    return within.adjusted(0, 0, -width - _GAP, 0), place


def free_beside(within: QRect, interpreter: QRect) -> QRect:
    """What an interpreter leaves of the line that they take: below them, or upright beside them."""
    if within.height() > within.width():
        return QRect(within.left(), within.top(), within.width() - interpreter.width() - _GAP, interpreter.height())
    top = interpreter.bottom() + 1 + _GAP
    return QRect(interpreter.left(), top, interpreter.width(), within.bottom() + 1 - top)


def _with_document(within: QRect, *, is_upright: bool) -> Places:
    if is_upright:
        width = (within.width() - _GAP) // 2
        height = min(round(width / _WIDEST), within.height() // 4)
        document = within.adjusted(0, 0, 0, -height - _GAP)
        top = document.bottom() + 1 + _GAP
        speaker = QRect(within.left(), top, width, height)
        local = QRect(speaker.right() + 1 + _GAP, top, within.width() - width - _GAP, height)
        return Places(document, local, QRect(), speaker=speaker)
    column = round(min(_SIDE_MOST, max(_LEAST_COLUMN, within.width() * 0.2)))
    document = within.adjusted(0, 0, -column - _GAP, 0)
    height = min(round(column / _WIDEST), (within.height() - _GAP) // 2)
    left = document.right() + 1 + _GAP
    speaker = QRect(left, within.top(), column, height)
    return Places(document, QRect(left, speaker.bottom() + 1 + _GAP, column, height), QRect(), speaker=speaker)


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
        column = min(rest, _SIDE_MOST, round(height * _WIDEST))  # low, above a keyboard: no larger than the other
        left = within.left() + (rest - column) // 2
        remote = QRect(left, top, width, height)
        local = QRect(remote.right() + 1 + _GAP, top, column, round(column / _WIDEST))
        return Places(remote, local, QRect())
    remote = QRect(within.left() + (within.width() - width) // 2, top, width, height)
    small = round(width * _CORNER_SHARE)
    corner = QRect(remote.right() + 1 - _CORNER_INSET - small, top + _CORNER_INSET, small, round(small / _WIDEST))
    return Places(remote, corner, QRect(), is_over=True)


def _upright(within: QRect) -> Places:
    width = within.width()
    local_width = round((width - _GAP) * 0.56)
    local_height = min(round(local_width / _WIDEST), within.height() // 3)
    local_width = min(local_width, round(local_height * _WIDEST))
    height = min(within.height() - _GAP - local_height, round(width / _TALLEST))
    top = within.top() + (within.height() - height - _GAP - local_height) // 2
    remote = QRect(within.left(), top, width, height)
    left = within.left() + (width - local_width) // 2
    return Places(remote, QRect(left, remote.bottom() + 1 + _GAP, local_width, local_height), QRect())


def _upright_with_side(within: QRect) -> Places:
    width = within.width()
    height = min(round(width / _NARROWEST), round(within.height() * 0.6))
    width_used = min(width, round(height * _WIDEST))
    local_width = round((width - _GAP) * 0.5)
    rest = within.height() - height - _GAP
    local_height = min(round(local_width / _WIDEST), rest)
    local_width = min(local_width, round(local_height * _WIDEST))
    below_height = min(rest, max(local_height, _SIDE_HEIGHT))
    top = within.top() + (within.height() - height - _GAP - below_height) // 2
    remote = QRect(within.left() + (width - width_used) // 2, top, width_used, height)
    below = remote.bottom() + 1 + _GAP
    local = QRect(within.left(), below, local_width, local_height)
    left = local.right() + 1 + _GAP
    return Places(remote, local, QRect(left, below, within.right() + 1 - left, below_height))
