"""Days of the week, each chosen by a touch: Sunday first, as the week begins here."""

from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desk_client.domain.schedule import Weekday
from desk_client.i18n.dates import weekday_name, weekday_short
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.choice import Choice

_ORDER: Final = (Weekday.SUNDAY, *(day for day in Weekday if day is not Weekday.SUNDAY))
_A_MONDAY: Final = date(2026, 3, 16)
_MOST_IN_A_ROW: Final = 4
_FEWEST_IN_A_ROW: Final = 2


class Weekdays(QWidget):
    """As a text its days are their numbers after each other: "6,0,1"."""

    changed = Signal()

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = ""
        self.days = {day: Choice(look, self) for day in _ORDER}
        self._in_a_row = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.XS)
        for day, button in self.days.items():
            button.setObjectName(f"weekday_{day.value}")
            button.toggled.connect(lambda _checked: self.changed.emit())
        self._lay(_MOST_IN_A_ROW)
        self.setFocusProxy(self.days[Weekday.SUNDAY])
        self._word()

    @property
    def text(self) -> str:
        """The days that are chosen."""
        return ",".join(str(day.value) for day, button in self.days.items() if button.isChecked())

    def set_text(self, text: str) -> None:
        """Choose these days."""
        numbers = text.split(",")
        for day, button in self.days.items():
            button.setChecked(str(day.value) in numbers)

    def words_of(self, text: str) -> str:
        """These days by their names."""
        numbers = text.split(",")
        chosen = [day for day in self.days if str(day.value) in numbers]
        return " · ".join(weekday_name(_A_MONDAY + timedelta(days=day.value), self._look.language) for day in chosen)

    def set_name(self, name: str) -> None:
        """Name the choice for who does not see it."""
        self._name = name
        self.setAccessibleName(name)
        self._word()

    def set_invalid(self, is_invalid: bool) -> None:
        """Nothing that can be chosen here is wrong by itself."""

    def minimumSizeHint(self) -> QSize:
        """Return the room that the fewest in a row need, at the height of all of them as they stand now."""
        return QSize(self._needed(_FEWEST_IN_A_ROW), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many into a row as there is room for."""
        super().resizeEvent(event)
        counts = range(_MOST_IN_A_ROW, _FEWEST_IN_A_ROW, -1)
        self._lay(next((each for each in counts if self._needed(each) <= self.width()), _FEWEST_IN_A_ROW))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._word()

    def _needed(self, in_a_row: int) -> int:
        """How wide so many beside each other are, each column as its widest."""
        widths = [button.minimumSizeHint().width() for button in self.days.values()]
        return sum(max(widths[place::in_a_row]) for place in range(in_a_row)) + Space.XS * (in_a_row - 1)

    def _lay(self, in_a_row: int) -> None:
        if in_a_row == self._in_a_row:
            return
        self._in_a_row = in_a_row
        for place, button in enumerate(self.days.values()):
            self._grid.addWidget(button, place // in_a_row, place % in_a_row)
        self.updateGeometry()

    def _word(self) -> None:
        language = self._look.language
        for day, button in self.days.items():
            which = _A_MONDAY + timedelta(days=day.value)
            button.set_text(weekday_short(which, language))
            button.setAccessibleName(weekday_name(which, language))
            button.setToolTip(weekday_name(which, language))
