"""Where the next number is called to: the operator's own desk, or one of the hall's kiosks."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from desk_client.ui.operator.walk_in_words import place_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.choice import Choice

_COLUMNS = 6


class CalledTo(QWidget):
    """One is always chosen; the arrows walk among them."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._choices: dict[int | None, Choice] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.S)
        self.show_kiosks(())
        self.choose(None)

    @property
    def kiosk_number(self) -> int | None:
        """The kiosk that is chosen; None for the desk."""
        return next((number for number, choice in self._choices.items() if choice.isChecked()), None)

    def choose(self, kiosk_number: int | None) -> None:
        """Choose one, if it is there."""
        self._choices.get(kiosk_number, self._choices[None]).setChecked(True)

    def show_kiosks(self, numbers: Sequence[int]) -> None:
        """Offer the desk and these kiosks; what was chosen stays so while it is there."""
        wanted: tuple[int | None, ...] = (None, *numbers)
        if wanted == tuple(self._choices):
            return
        chosen = self.kiosk_number
        for choice in self._choices.values():
            self._group.removeButton(choice)
            choice.hide()
            choice.deleteLater()
        self._choices = {}
        for place, number in enumerate(wanted):
            choice = self._choices[number] = Choice(self._look)
            choice.setObjectName("to_desk" if number is None else f"to_kiosk_{number}")
            self._group.addButton(choice)
            self._grid.addWidget(choice, place // _COLUMNS, place % _COLUMNS)
        self.choose(chosen)
        self.retranslate()

    def retranslate(self) -> None:
        """Name them in the language spoken now."""
        self.setAccessibleName(QCoreApplication.translate("WalkInSection", "Call to"))
        for number, choice in self._choices.items():
            choice.set_text(place_words(number, self._look.language))
