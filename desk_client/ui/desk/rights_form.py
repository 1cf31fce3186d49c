"""What is left to an office's manager, and from which day until which; and two days by themselves."""

from datetime import date

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions.deputies import Left
from desk_client.client.region_entries import typed_day
from desk_client.domain.delegation import DelegateRight
from desk_client.i18n.dates import both_dates
from desk_client.ui.desk.deputy_words import right_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.choice import Choice
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.text_field import TextField

_IN_A_ROW = 2


class DaysForm(QWidget):
    """The first and the last day, typed; both may be left empty."""

    changed = Signal()

    def __init__(self, look: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fields = tuple(TextField(look, longest=10) for _ in range(2))
        self._blocks = tuple(FieldBlock(look, field) for field in self._fields)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for field, block, end in zip(self._fields, self._blocks, ("first", "last"), strict=True):
            field.setObjectName(f"{name}_{end}")
            field.textChanged.connect(lambda _text: self._tell())
            row.addWidget(block, 1)
        self._tell()

    @property
    def days(self) -> tuple[date | None, date | None]:
        """Both days; None where none is typed."""
        first, last = (typed_day(field.text()) for field in self._fields)
        return first, last

    @property
    def is_right(self) -> bool:
        """Whether what is typed are days, one after the other."""
        first, last = self.days
        typed = all(
            day is not None or not field.text().strip() for day, field in zip(self.days, self._fields, strict=True)
        )
        return typed and (first is None or last is None or first <= last)

    def set_days(self, first: date | None, last: date | None) -> None:
        """Show these."""
        for field, day in zip(self._fields, (first, last), strict=True):
            field.setText("" if day is None else day.isoformat())

    def _tell(self) -> None:
        names = (
            QCoreApplication.translate("Deputies", "First day"),
            QCoreApplication.translate("Deputies", "Last day"),
        )
        hint = QCoreApplication.translate("Schedules", "Year, month and day, as 2026-03-15.")
        for block, name, day in zip(self._blocks, names, self.days, strict=True):
            block.set_texts(name, hint if day is None else both_dates(day, self._look.language))
        self.changed.emit()


class RightsForm(QWidget):
    """Each right is a button that stays pressed; to see the calendar is part of every other."""

    changed = Signal()

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = {right: Choice(look) for right in DelegateRight}
        self.days = DaysForm(look, "rights")
        grid = QGridLayout()
        grid.setSpacing(Space.S)
        for place, (right, choice) in enumerate(self._choices.items()):
            choice.setObjectName(f"right_{right.value}")
            choice.set_text(right_words(right))
            choice.toggled.connect(self._toggled)
            grid.addWidget(choice, place // _IN_A_ROW, place % _IN_A_ROW)
        self.days.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(grid)
        column.addWidget(self.days)

    @property
    def left(self) -> Left | None:
        """What is chosen; None while the days are none."""
        rights = tuple(right for right, choice in self._choices.items() if choice.isChecked())
        return Left(rights, *self.days.days) if self.days.is_right else None

    def show_left(self, left: Left) -> None:
        """Show this as chosen."""
        for right, choice in self._choices.items():
            choice.setChecked(right in left.rights)
        self.days.set_days(left.first, left.last)

    def _toggled(self) -> None:
        others = any(
            choice.isChecked() for right, choice in self._choices.items() if right is not DelegateRight.SEE_CALENDAR
        )
        if others:
            self._choices[DelegateRight.SEE_CALENDAR].setChecked(True)
        self.changed.emit()
