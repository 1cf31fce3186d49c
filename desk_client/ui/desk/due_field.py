"""A deadline: typed as a number of days, and said as the day that it is, in both calendars."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.domain.decision import FURTHEST_DEADLINE
from desk_client.i18n.dates import full_date
from desk_client.i18n.digits import only_digits
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.text_field import TextField

_FIELD_PX = 84
_DAYS = 14
"""As often wanted as any."""


class DueField(QWidget):
    """Days from today; the arrow keys make them more and fewer."""

    changed = Signal()

    def __init__(self, look: Appearance, today: date, due: date | None = None, parent: QWidget | None = None) -> None:
        """``due`` is what it begins with; one that has passed begins today."""
        super().__init__(parent)
        self._look = look
        self._today = today
        self.days = _Days(look)
        self.days.setFixedWidth(look.scaled(_FIELD_PX))
        self._day = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self.days.textChanged.connect(self._typed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.days)
        row.addWidget(self._day, 1)
        self.days.setText(look.number(_DAYS if due is None else max(0, (due - today).days)))

    @property
    def due(self) -> date:
        """The day; nothing typed is today."""
        return self._today + timedelta(days=self.days.count)

    def retranslate(self) -> None:
        """Word it in the language spoken now."""
        name = QCoreApplication.translate("DeskOutcome", "Days until the deadline")
        self.days.set_name(name)
        self.days.setToolTip(name)
        self.days.setText(self._look.number(self.days.count))
        self._show()

    def _typed(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        day = full_date(self.due, self._look.language)
        self._day.set_text(QCoreApplication.translate("DeskOutcome", "days: by {day}").format(day=day))
        self.days.setAccessibleDescription(day)


class _Days(TextField):
    """A whole number, in either digits."""

    def __init__(self, look: Appearance) -> None:
        super().__init__(look, longest=3)
        self._number = look.number

    @property
    def count(self) -> int:
        """What is typed, no more than the furthest deadline."""
        return min(int(only_digits(self.text()) or 0), FURTHEST_DEADLINE.days)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One day more or fewer by the arrows, a week by the pages."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 7, Qt.Key.Key_PageDown: -7}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.setText(self._number(min(max(0, self.count + step), FURTHEST_DEADLINE.days)))
