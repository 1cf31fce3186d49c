"""Marks that an office leaves on a document that somebody brought: beside the document, never in it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LONGEST_MARK: Final = 500
MOST_MARKS: Final = 300
"""On one document, those that were taken away included."""
SMALLEST_SIDE: Final = 0.002
"""Of a highlight, as a part of the page: less than that is a slip of the hand."""


class MarkKind(StrEnum):
    """What a mark is."""

    HIGHLIGHT = "highlight"
    """A rectangle of the page."""
    NOTE = "note"
    """A pin with words."""


@dataclass(frozen=True)
class Spot:
    """Where on a page a mark is: parts of the page as it lies unturned, from its left and from its top, 0 to 1.

    A pin has neither width nor height.
    """

    x: float
    y: float
    width: float = 0.0
    height: float = 0.0


def fault_in(kind: MarkKind, spot: Spot, text: str) -> str | None:
    """The first field that is not as it must be; None where all are."""
    if not (0 <= spot.x <= 1 and 0 <= spot.width <= 1 and spot.x + spot.width <= 1):
        return "x"
    if not (0 <= spot.y <= 1 and 0 <= spot.height <= 1 and spot.y + spot.height <= 1):
        return "y"
    if len(text) > LONGEST_MARK or "\0" in text:
        return "text"
    match kind:
        case MarkKind.HIGHLIGHT:
            if spot.width < SMALLEST_SIDE:
                return "width"
            return "height" if spot.height < SMALLEST_SIDE else None
        case MarkKind.NOTE:
            if spot.width or spot.height:
                return "width" if spot.width else "height"
            return None if text else "text"


def drawn(x: float, y: float, other_x: float, other_y: float) -> Spot:
    """The rectangle between two opposite corners, within the page."""
    left, right = sorted((min(max(x, 0.0), 1.0), min(max(other_x, 0.0), 1.0)))
    top, bottom = sorted((min(max(y, 0.0), 1.0), min(max(other_y, 0.0), 1.0)))
    return Spot(left, top, min(right - left, 1 - left), min(bottom - top, 1 - top))
