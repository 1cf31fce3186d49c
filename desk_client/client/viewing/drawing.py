"""What is said between the desk and the process that draws, as both ends name it."""

from dataclasses import dataclass, field
from typing import Final, Protocol

LONGEST_SIDE: Final = 14_400.0
"""Of a page, in points: 200 inches, the most that PDF knows (ISO 32000-1, annex C.2)."""
TURNS: Final = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height in points (1/72 inch) as the page is meant to be read; None: no paper is of that size."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that can be drawn: the sizes of its pages, None where one is none."""

    pages: tuple[PageSize | None, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page from 0 on, drawn so many pixels wide and high, turned clockwise by so many degrees."""

    page: int
    width: int
    height: int
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as it was wanted: four bytes a pixel, blue, green, red and one of no meaning, row by row."""

    wanted: Wanted
    pixels: bytes = field(repr=False)


class Paper(Protocol):
    """An open document, in the process that draws."""

    def sizes(self) -> list[tuple[float, float]]:
        """The pages' widths and heights, in points."""
        ...

    def draw(self, wanted: Wanted) -> bytes:
        """One page's pixels; any exception means that it is damaged."""
        ...


class RefusedPaperError(Exception):
    """A document that is not opened; the only argument is the `Trouble`."""
