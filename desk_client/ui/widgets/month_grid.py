"""The calendar from which a day is chosen."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_client.i18n import dates
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.month_days import Month, MonthDays, Openness


class MonthGrid(QWidget):
    """One Hijri month at a time, between a first and a last day, with a title in both calendars.

    `day_chosen` carries a `datetime.date`; `month_shown` the first and last day of the month turned to, for which the
    page should call `set_days`.
    """

    day_chosen = Signal(object)
    month_shown = Signal(object, object)

    def __init__(self, look: Appearance, first: date, last: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._first, self._last = Month.of(first), Month.of(last)
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD, is_centred=True)
        self._second = Label(look, "", Role.CAPTION, tone=Tone.SECOND, is_centred=True)
        self.previous = Button(look, icon=Icon.PREVIOUS)
        self.next = Button(look, icon=Icon.GO)
        self.days = MonthDays(look, self._first, first)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._title)
        titles.addWidget(self._second)
        head = QHBoxLayout()
        head.addWidget(self.previous)
        head.addLayout(titles, 1)
        head.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.days, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.previous.clicked.connect(lambda: self._turn(-1))
        self.next.clicked.connect(lambda: self._turn(1))
        self.days.left_month.connect(self._turn)
        self.days.chosen.connect(self.day_chosen)
        self._retranslate()

    @property
    def month(self) -> Month:
        """The month shown."""
        return self.days.month

    @property
    def selected(self) -> date | None:
        """The chosen day."""
        return self.days.selected

    def set_days(self, days: dict[date, Openness]) -> None:
        """Tell which days may be booked; a day not named is closed."""
        self.days.set_days(days)

    def select(self, day: date | None) -> None:
        """Mark a day as chosen and turn to its month, without `day_chosen`."""
        if day is not None and Month.of(day) != self.month:
            self._show(Month.of(day))
        self.days.select(day)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _turn(self, by: int) -> None:
        month = self.month.moved(by)
        if self._first.first <= month.first <= self._last.first:
            self._show(month)
            if by < 0:
                self.days.cursor_day = month.last
            self.month_shown.emit(month.first, month.last)

    def _show(self, month: Month) -> None:
        self.days.show_month(month)
        self._retranslate()

    def _retranslate(self) -> None:
        month, language = self.month, self._look.language
        self._title.set_text(dates.hijri_months_title(month.first, month.last, language))
        self._second.set_text(dates.gregorian_months_title(month.first, month.last, language))
        self.previous.setAccessibleName(QCoreApplication.translate("MonthGrid", "Previous month"))
        self.next.setAccessibleName(QCoreApplication.translate("MonthGrid", "Next month"))
        self.previous.setEnabled(month != self._first)
        self.next.setEnabled(month != self._last)
