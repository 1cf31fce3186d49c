"""Cards in one column or two, as the width allows."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.focus import follow


class CardGrid(QWidget):
    """Widgets of equal width in reading order; below ``narrow_px`` each takes the whole line."""

    def __init__(self, *, narrow_px: int = 900, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._narrow_px = narrow_px
        self._cards: tuple[QWidget, ...] = ()
        self._columns = 1
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.M)

    @property
    def cards(self) -> tuple[QWidget, ...]:
        """What is shown, in order."""
        return self._cards

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these instead; those before are dropped."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = tuple(cards)
        self._lay_out()
        follow(self, *self._cards)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew where another number of columns fits."""
        super().resizeEvent(event)
        if self._wanted_columns() != self._columns:
            self._lay_out()

    def _wanted_columns(self) -> int:
        few = len(self._cards) <= 2  # noqa: PLR2004 - two short lines are read faster one below the other
        return 1 if few or self.width() < self._narrow_px else 2

    def _lay_out(self) -> None:
        self._columns = self._wanted_columns()
        for card in self._cards:
            self._grid.removeWidget(card)
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // self._columns, index % self._columns)
            card.show()
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
