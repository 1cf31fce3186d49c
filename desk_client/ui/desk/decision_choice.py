"""The kind of decision: one of five cards."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from desk_client.domain.decision import DecisionCode
from desk_client.ui.desk.decision_words import decision_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.card import CardButton

_CARD_PX = 230


class DecisionChoice(QWidget):
    """Cards in as many columns as there is room for; the arrow keys walk them."""

    chosen = Signal()

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cards: dict[DecisionCode, CardButton] = {}
        self._group = QButtonGroup(self)
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.S)
        for code in DecisionCode:
            card = CardButton(look, sign=decision_words(code).icon, is_choice=True)
            card.setObjectName(f"decision_{code}")
            card.clicked.connect(self.chosen)
            self._group.addButton(card)
            self._cards[code] = card
        self.retranslate()
        self._lay(2)

    @property
    def code(self) -> DecisionCode | None:
        """What is chosen; None before anything is."""
        return next((code for code, card in self._cards.items() if card.isChecked()), None)

    def choose(self, code: DecisionCode | None) -> None:
        """Choose for the person; None: nothing is chosen."""
        self._group.setExclusive(False)
        for each, card in self._cards.items():
            card.setChecked(each is code)
        self._group.setExclusive(True)

    def take_focus(self) -> None:
        """Put the keyboard on what is chosen, or on the first card."""
        code = self.code or next(iter(DecisionCode))
        self._cards[code].setFocus(Qt.FocusReason.MouseFocusReason)  # the ring waits for the first key

    def retranslate(self) -> None:
        """Word the cards in the language spoken now."""
        self.setAccessibleName(QCoreApplication.translate("DeskOutcome", "What is decided"))
        for code, card in self._cards.items():
            words = decision_words(code)
            card.set_texts(words.name, words.meaning)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._lay(max(1, min(3, self.width() // self._look.scaled(_CARD_PX))))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _lay(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for index, card in enumerate(self._cards.values()):
            self._grid.addWidget(card, index // columns, index % columns)
