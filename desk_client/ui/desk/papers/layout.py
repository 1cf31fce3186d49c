"""Where pages lie, one below the other, and where a spot of a page lies as the page is turned. Plain numbers, no Qt."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desk_client.client.papers import Spot
from desk_client.client.viewing.drawing import PageSize

GAP_PX: Final = 16
PX_A_POINT: Final = 96 / 72
"""At a zoom of 1 an inch is 96 pixels."""
SMALLEST_ZOOM: Final = 0.1
LARGEST_ZOOM: Final = 5.0
_A4: Final = PageSize(595, 842)
"""As large as a page is shown that has no size."""


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle in pixels, from the left and the top of all pages."""

    left: float
    top: float
    width: float
    height: float


class PageLayout:
    """The pages at one zoom, turned clockwise by a multiple of 90 degrees."""

    def __init__(self, pages: Sequence[PageSize | None], zoom: float, turn: int) -> None:
        self.zoom = zoom
        self.turn = turn
        sizes = [_turned(each or _A4, turn) for each in pages]
        scale = zoom * PX_A_POINT
        self._sizes = [(width * scale, height * scale) for width, height in sizes]
        self._tops: list[float] = []
        top = float(GAP_PX)
        for _, height in self._sizes:
            self._tops.append(top)
            top += height + GAP_PX
        self.height = top
        self.width = max((width for width, _ in self._sizes), default=0.0) + 2 * GAP_PX

    def place(self, page: int, room: float) -> Place:
        """Where a page (from 0 on) lies in a view of that width, in its middle."""
        width, height = self._sizes[page]
        return Place((max(room, self.width) - width) / 2, self._tops[page], width, height)

    def page_at(self, top: float) -> int:
        """The page at that height: the one above a gap."""
        return max(0, bisect_right(self._tops, top) - 1)

    def between(self, top: float, bottom: float) -> range:
        """The pages of which something is seen between two heights."""
        first = self.page_at(top)
        return range(first, min(len(self._tops), bisect_right(self._tops, bottom)))


def widest(pages: Sequence[PageSize | None], turn: int, room: float) -> float:
    """The zoom at which the widest page fills a view of that width."""
    width = max((_turned(each or _A4, turn)[0] for each in pages), default=_A4.width)
    return within_bounds((room - 2 * GAP_PX) / (width * PX_A_POINT))


def within_bounds(zoom: float) -> float:
    """The nearest zoom that there is."""
    return min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)


def turned_spot(spot: Spot, turn: int) -> Spot:
    """Where a spot of the unturned page lies once that is turned clockwise."""
    match turn:
        case 90:
            return Spot(1 - spot.y - spot.height, spot.x, spot.height, spot.width)
        case 180:
            return Spot(1 - spot.x - spot.width, 1 - spot.y - spot.height, spot.width, spot.height)
        case 270:
            return Spot(spot.y, 1 - spot.x - spot.width, spot.height, spot.width)
        case _:
            return spot


def unturned_spot(spot: Spot, turn: int) -> Spot:
    """The other way round."""
    return turned_spot(spot, (360 - turn) % 360)


def _turned(size: PageSize, turn: int) -> tuple[float, float]:
    return (size.height, size.width) if turn in {90, 270} else (size.width, size.height)
