"""A mark that is being made on a page: pressed and drawn by the mouse, or aimed by the arrow keys."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent

from desk_client.client.papers import Spot
from desk_client.domain.marks import SMALLEST_SIDE, drawn
from desk_client.ui.desk.papers.layout import unturned_spot

_STEP: Final = 0.02
_FINE_STEP: Final = 0.004
_ARROWS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER: Final[frozenset[int]] = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class Tool(Enum):
    """What a press on a page does."""

    NONE = auto()
    HIGHLIGHT = auto()
    NOTE = auto()


class Marking:
    """Points are parts of the page as it is seen, 0 to 1; what is told of is a spot of the unturned page."""

    def __init__(self, marked: Callable[[int, Spot], None]) -> None:
        """`marked` is told the page, from 0 on, and the spot."""
        self._marked = marked
        self._turn = 0
        self._start: QPointF | None = None
        self._end: QPointF | None = None
        self.tool = Tool.NONE
        self.page = 0
        self.aimed: QPointF | None = None
        """Where the keys would mark; None while the mouse does."""

    @property
    def begun(self) -> tuple[int, QPointF, QPointF] | None:
        """The page of a rectangle that is being drawn, and two opposite corners."""
        return None if self._start is None or self._end is None else (self.page, self._start, self._end)

    def take_up(self, tool: Tool, turn: int) -> None:
        """Take up a tool over pages that are turned so; what was begun is dropped."""
        self.tool, self._turn = tool, turn
        self._start = self._end = self.aimed = None

    def aim(self, page: int, at: QPointF) -> None:
        """Begin to mark by keys, there."""
        self.page, self.aimed = page, at
        self._start = self._end = None

    def press(self, page: int, at: QPointF) -> None:
        """A pin is left; a rectangle begins."""
        self.page = page
        if self.tool is Tool.NOTE:
            spot = unturned_spot(drawn(at.x(), at.y(), at.x(), at.y()), self._turn)
            self._marked(page, Spot(spot.x, spot.y))
        elif self.tool is Tool.HIGHLIGHT:
            self._start = self._end = at

    def drag(self, to: QPointF) -> None:
        """The rectangle reaches there."""
        if self._start is not None:
            self._end = to

    def release(self) -> None:
        """The rectangle is left, unless it is a slip of the hand."""
        start, end = self._start, self._end
        self._start = self._end = None
        if start is not None and end is not None:
            spot = drawn(start.x(), start.y(), end.x(), end.y())
            if min(spot.width, spot.height) >= SMALLEST_SIDE:
                self._marked(self.page, unturned_spot(spot, self._turn))

    def takes_key(self, event: QKeyEvent) -> bool:
        """Arrows aim, with Shift finely; Enter leaves a pin, begins a rectangle and ends it."""
        if self.aimed is None:
            return False
        key = event.key()
        if (arrow := _ARROWS.get(key)) is not None:
            across, down = arrow
            step = _FINE_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else _STEP
            x, y = self.aimed.x() + across * step, self.aimed.y() + down * step
            self.aimed = QPointF(min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0))
            self.drag(self.aimed)
            return True
        if key in _ENTER:
            if self._start is None:
                self.press(self.page, self.aimed)
            else:
                self.release()
            return True
        return False
