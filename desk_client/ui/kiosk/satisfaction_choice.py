"""What a survey is answered with: one of five faces, and then as many of a few reasons as fit."""

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QWidget

from desk_client.domain.satisfaction import BEST_SCORE, MOST_REASONS, SCORES, Reason, reasons_for
from desk_client.ui.kiosk.satisfaction_words import reason_words, score_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.smiley import HAPPIEST, SmileyButton

_REASON_PX: Final = 300
_MOST_COLUMNS: Final = 3


class ScoreChoice(QWidget):
    """Five faces in a row, the happiest where reading begins; the arrow keys walk them."""

    chosen = Signal()

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faces: dict[int, SmileyButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        for score in reversed(SCORES):
            face = SmileyButton(look, score - BEST_SCORE + HAPPIEST)
            face.setObjectName(f"score_{score}")
            face.toggled.connect(lambda is_chosen: self.chosen.emit() if is_chosen else None)
            self._group.addButton(face)
            self._faces[score] = face
            row.addWidget(face, 1)
        self.retranslate()

    @property
    def score(self) -> int | None:
        """What is chosen; None before anything is."""
        return next((score for score, face in self._faces.items() if face.isChecked()), None)

    def clear(self) -> None:
        """Choose nothing."""
        self._group.setExclusive(False)
        for face in self._faces.values():
            face.setChecked(False)
        self._group.setExclusive(True)

    def retranslate(self) -> None:
        """Word the faces in the language spoken now."""
        self.setAccessibleName(QCoreApplication.translate("SurveyPage", "How satisfied you are"))
        for score, face in self._faces.items():
            face.set_text(score_words(score))


class ReasonChoice(QWidget):
    """The reasons that go with a score, in as many columns as there is room for; any number of them may be chosen."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._reasons: tuple[Reason, ...] = ()
        self._cards = tuple(CardButton(look, is_choice=True) for _ in range(MOST_REASONS))
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.M)
        self._lay(_MOST_COLUMNS)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Those that are chosen."""
        return tuple(reason for reason, card in zip(self._reasons, self._cards, strict=False) if card.isChecked())

    def offer(self, score: int) -> None:
        """Offer what goes with this score; what was chosen and is offered still stays chosen."""
        kept, self._reasons = self.reasons, reasons_for(score)
        for index, card in enumerate(self._cards):
            is_used = index < len(self._reasons)
            card.setVisible(is_used)
            card.setChecked(is_used and self._reasons[index] in kept)
            card.setObjectName(f"reason_{self._reasons[index]}" if is_used else "")
        self.retranslate()

    def clear(self) -> None:
        """Choose nothing."""
        for card in self._cards:
            card.setChecked(False)

    def retranslate(self) -> None:
        """Word the reasons in the language spoken now."""
        self.setAccessibleName(QCoreApplication.translate("SurveyPage", "Reasons"))
        for reason, card in zip(self._reasons, self._cards, strict=False):
            card.set_texts(reason_words(reason))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._lay(max(1, min(_MOST_COLUMNS, self.width() // self._look.scaled(_REASON_PX))))

    def _lay(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // columns, index % columns)
