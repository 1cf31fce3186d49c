"""The calendar from which a day is chosen."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_client.i18n import dates
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.month_days import MonthDays, Openness, Weeks


class MonthGrid(QWidget):
    """Five weeks at a time, from the week of `first` until that of `last`, with a title in both calendars.

    `day_chosen` carries a `datetime.date`; `weeks_shown` the first and last day of the weeks turned to, for which the
    page should call `set_days`. The buttons that turn are shown only where there is more than can be seen at once.
    """

    day_chosen = Signal(object)
    weeks_shown = Signal(object, object)

    def __init__(self, look: Appearance, first: date, last: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._first, self._last = Weeks.of(first), last
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD, is_centred=True)
        self._second = Label(look, "", Role.CAPTION, tone=Tone.SECOND, is_centred=True)
        self.previous = Button(look, icon=Icon.PREVIOUS)
        self.next = Button(look, icon=Icon.GO)
        self.previous.setObjectName("weeks_before")
        self.next.setObjectName("weeks_after")
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
        self.days.left_weeks.connect(self._turn)
        self.days.chosen.connect(self.day_chosen)
        self._retranslate()

    @property
    def weeks(self) -> Weeks:
        """The weeks shown."""
        return self.days.weeks

    @property
    def selected(self) -> date | None:
        """The chosen day."""
        return self.days.selected

    def set_days(self, days: Mapping[date, Openness], free: Mapping[date, int] | None = None) -> None:
        """Tell which days may be booked, and how many times are `free` on them; a day not named is closed."""
        self.days.set_days(days, free)

    def select(self, day: date | None) -> None:
        """Mark a day as chosen and turn to its weeks, without `day_chosen`."""
        while day is not None and day > self.weeks.last and self._may_turn(1):
            self._show(self.weeks.moved(1))
        while day is not None and day < self.weeks.sunday and self._may_turn(-1):
            self._show(self.weeks.moved(-1))
        self.days.select(day)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _may_turn(self, by: int) -> bool:
        return self.weeks.last < self._last if by > 0 else self.weeks != self._first

    def _turn(self, by: int) -> None:
        if self._may_turn(by):
            weeks = self.weeks.moved(by)
            self._show(weeks, weeks.last if by < 0 else None)
            self.weeks_shown.emit(self.weeks.sunday, self.weeks.last)

    def _show(self, weeks: Weeks, cursor_day: date | None = None) -> None:
        self.days.show_weeks(weeks, cursor_day)
        self._retranslate()

    def _retranslate(self) -> None:
        weeks, language = self.weeks, self._look.language
        self._title.set_text(dates.hijri_months_title(weeks.sunday, weeks.last, language))
        self._second.set_text(dates.gregorian_months_title(weeks.sunday, weeks.last, language))
        self.previous.setAccessibleName(QCoreApplication.translate("MonthGrid", "Earlier weeks"))
        self.next.setAccessibleName(QCoreApplication.translate("MonthGrid", "Later weeks"))
        self.previous.setEnabled(self._may_turn(-1))
        self.next.setEnabled(self._may_turn(1))
        has_more = self._first.last < self._last
        self.previous.setVisible(has_more)
        self.next.setVisible(has_more)
