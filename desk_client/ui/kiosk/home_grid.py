"""The errands of the home screen as large cards: as many in a line as can be read, each line as wide as the other."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtWidgets import QGridLayout, QWidget

from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.card import CardButton, Shape


class Room(Enum):
    """How much of it there is for the cards."""

    AMPLE = auto()
    SCARCE = auto()
    NONE_TO_SPARE = auto()


_TILE_PX = {Room.AMPLE: 216, Room.SCARCE: 168, Room.NONE_TO_SPARE: 120}
_ROW_PX = {Room.AMPLE: 168, Room.SCARCE: 136, Room.NONE_TO_SPARE: 96}
"""The least height of a card whose sign stands above its texts, and beside them."""


def columns(count: int, *, upright: bool) -> int:
    """How many of so many cards stand in a line: two and three in one, four in two lines, six in two or three."""
    if upright:
        return 1 if count <= 3 else 2  # noqa: PLR2004 - three lines have room, four have not
    return count if count <= 3 else (2 if count == 4 else 3)  # noqa: PLR2004 - as the docstring says


class HomeGrid(QWidget):
    """Cards that are made once; those that are shown change with what the place offers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: tuple[CardButton, ...] = ()
        self._laid: tuple[int, int] = (0, 0)
        self._room = Room.AMPLE
        self._is_upright = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.L)

    @property
    def cards(self) -> tuple[CardButton, ...]:
        """Those that are shown, in order."""
        return self._cards

    def set_cards(self, cards: Sequence[CardButton]) -> None:
        """Show these; the others are hidden, and kept."""
        if tuple(cards) == self._cards:
            return
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
        self._cards = tuple(cards)
        self._laid = (0, 0)
        self._lay_out()
        for before, after in zip(self._cards, self._cards[1:], strict=False):
            self.setTabOrder(before, after)

    def fit(self, room: Room, *, upright: bool) -> None:
        """Take so much room, in a window that stands upright or lies."""
        self._room, self._is_upright = room, upright
        self._lay_out()
        self._grid.invalidate()
        self.updateGeometry()  # at once: whoever fits measures next

    def _lay_out(self) -> None:
        wide = columns(len(self._cards), upright=self._is_upright)
        is_ample = self._room is Room.AMPLE
        is_row = len(self._cards) > wide and not is_ample and not self._is_upright
        self._grid.setSpacing(Space.L if is_ample else Space.M)
        for card in self._cards:
            card.set_shape(Shape.ROW if is_row else Shape.TILE)
            card.setMinimumHeight((_ROW_PX if is_row else _TILE_PX)[self._room])
        if self._laid == (wide, len(self._cards)):
            return
        self._laid = (wide, len(self._cards))
        for card in self._cards:
            self._grid.removeWidget(card)
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // wide, index % wide)
            card.show()
        for column in range(max(3, wide)):
            self._grid.setColumnStretch(column, 1 if column < wide else 0)
