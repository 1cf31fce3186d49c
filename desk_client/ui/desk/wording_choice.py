"""Usual wordings to begin with: a service's own by their names, and the one of every service."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.domain.decision import MOST_OF_A_KIND, DecisionCode, Wording
from desk_client.i18n.language import Language
from desk_client.ui.desk.decision_words import decision_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button, Kind


class WordingChoice(QWidget):
    """`chosen` carries the text. It hides where there is nothing to choose."""

    chosen = Signal(str)

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._code: DecisionCode | None = None
        self._offered: tuple[Wording, ...] = ()
        self.usual = Button(look, "", Kind.QUIET, icon=Icon.EDIT)
        self.usual.setObjectName("use_template")
        self.usual.clicked.connect(self._choose_usual)
        self._own = tuple(Button(look, "", Kind.QUIET, icon=Icon.FILE) for _ in range(MOST_OF_A_KIND))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for number, button in enumerate(self._own):
            button.setObjectName(f"use_wording_{number}")
            button.clicked.connect(lambda _checked=False, number=number: self._choose(number))
            row.addWidget(button)
        row.addWidget(self.usual)
        row.addStretch()
        self.show_for(None)

    def offer(self, wordings: Sequence[Wording]) -> None:
        """Offer these of a service, beside the usual one."""
        self._offered = tuple(wordings)
        self.show_for(self._code)

    def show_for(self, code: DecisionCode | None) -> None:
        """Offer those for this kind of decision; None: nothing is to be begun."""
        self._code = code
        self.setVisible(code is not None)
        own = self._fitting
        for number, button in enumerate(self._own):
            button.setVisible(number < len(own))
            if number < len(own):
                button.set_text(own[number].name_ar if self._is_arabic else own[number].name_en)

    def retranslate(self) -> None:
        """Word it in the language spoken now."""
        self.usual.set_text(QCoreApplication.translate("DeskOutcome", "Begin with a usual wording"))
        self.show_for(self._code)

    @property
    def _is_arabic(self) -> bool:
        return self._look.language is Language.ARABIC

    @property
    def _fitting(self) -> tuple[Wording, ...]:
        return tuple(each for each in self._offered if each.code is self._code)[:MOST_OF_A_KIND]

    def _choose(self, number: int) -> None:
        wording = self._fitting[number]
        self.chosen.emit(wording.text_ar if self._is_arabic else wording.text_en)

    def _choose_usual(self) -> None:
        if self._code is not None:
            self.chosen.emit(decision_words(self._code).template)
