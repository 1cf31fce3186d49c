"""The base of the pages on which one touches what one chooses, and nothing has to be read from the server first."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desk_client.ui.kiosk.card_grid import CardGrid
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage


class CardsPage(VisitPage):
    """A question, and a card for each answer. Subclasses set the cards in ``refresh``."""

    measure_px = 900
    one_column_below_px: ClassVar[int] = 1_060

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self.cards = CardGrid(narrow_px=self.one_column_below_px)
        self.body.addWidget(self.cards)
        self.add_back()
        self.ready()
