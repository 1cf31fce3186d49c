"""Some weeks of days, each of them a button, and the weekdays' names above."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.i18n import dates
from desk_client.i18n.bidi import without_marks
from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.day_cell import LEAST_CELL_PX, DayCell, DayShown
from desk_client.ui.widgets.focus import keeps_ring, shows_ring
from desk_client.ui.widgets.paint import CENTRE, mirrored, paint_line
from desk_client.ui.widgets.surface import Surface

_WEEK = 7
_HEADER_SHARE = 0.75
_TALLEST_SHARE = 1.1
"""A cell is no taller than so many times its width: on an upright screen days stay days."""
_FEW, _SOME = 0.25, 0.6
"""Up to these shares of its times a day has few, or some, that are free."""


class Openness(Enum):
    """How much of a day may still be booked."""

    CLOSED = auto()
    FULL = auto()
    FEW = auto()
    SOME = auto()
    MANY = auto()

    @classmethod
    def of(cls, free: int, capacity: int) -> "Openness":
        """How open a day is of whose so many times some are still free."""
        if capacity == 0:
            return cls.CLOSED
        if free == 0:
            return cls.FULL
        if free / capacity <= _FEW:
            return cls.FEW
        return cls.SOME if free / capacity <= _SOME else cls.MANY

    @property
    def dots(self) -> int:
        """How many dots say so."""
        return {Openness.FEW: 1, Openness.SOME: 2, Openness.MANY: 3}.get(self, 0)

    @property
    def is_open(self) -> bool:
        """Whether the day may be chosen."""
        return self.dots > 0


@dataclass(frozen=True)
class Weeks:
    """So many whole weeks from a Sunday on.

    Weeks and not a month: a booking looks some weeks ahead, and late in a month most of a page would be days gone by.
    """

    sunday: date
    count: int = 5

    @property
    def last(self) -> date:
        """The last day."""
        return self.sunday + timedelta(days=self.count * _WEEK - 1)

    @property
    def days(self) -> tuple[date, ...]:
        """Every day."""
        return tuple(self.sunday + timedelta(days=index) for index in range(self.count * _WEEK))

    def moved(self, by: int) -> "Weeks":
        """Return the weeks that follow (+1) or come before (-1)."""
        return Weeks(self.sunday + timedelta(days=by * self.count * _WEEK), self.count)

    @classmethod
    def of(cls, day: date, count: int = 5) -> "Weeks":
        """Return the weeks from the one in which a day lies."""
        return cls(day - timedelta(days=(day.weekday() + 1) % _WEEK), count)

    def __contains__(self, day: date) -> bool:
        """Tell whether a day lies within."""
        return self.sunday <= day <= self.last


class MonthDays(Surface):
    """Weeks from Sunday to Saturday; arrows move, Enter and Space choose. Only open days can be chosen.

    The first day of a month, of either calendar, carries the month's name. The focus is the calendar's, and its name is
    that of the day where the arrows have come to; each day is a button of its own for who explores it otherwise.
    """

    spoken_role = QAccessible.Role.Grouping
    chosen = Signal(object)
    """A `datetime.date`."""
    left_weeks = Signal(int)
    """An arrow or page key went to a day before (-1) or after (+1) these weeks."""

    def __init__(self, look: Appearance, weeks: Weeks, today: date, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.weeks = weeks
        self.today = today
        self.cursor_day = today if today in weeks else weeks.sunday
        self._selected: date | None = None
        self._days: dict[date, Openness] = {}
        self._free: dict[date, int] = {}
        self._shows_focus = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._cells = tuple(DayCell(look, self._shown(day), self) for day in weeks.days)
        for cell in self._cells:
            cell.clicked.connect(lambda _checked=False, cell=cell: self._choose(cell.shown.date))
        self.setAccessibleName(self._name(self.cursor_day))

    @property
    def selected(self) -> date | None:
        """The chosen day."""
        return self._selected

    def set_days(self, days: Mapping[date, Openness], free: Mapping[date, int] | None = None) -> None:
        """Tell which days may be booked, and how many times are `free` on them; a day not named is closed."""
        told = dict(days), dict(free or {})
        if told != (self._days, self._free):
            self._days, self._free = told
            self._show_days()

    def select(self, day: date | None) -> None:
        """Mark a day as chosen, without a signal."""
        cursor_day = day if day is not None and day in self.weeks else self.cursor_day
        if (day, cursor_day) != (self._selected, self.cursor_day):
            self._selected, self.cursor_day = day, cursor_day
            self._show_days()

    def show_weeks(self, weeks: Weeks, cursor_day: date | None = None) -> None:
        """Turn to as many other weeks."""
        self.weeks = weeks
        inside = self.today if self.today in weeks else weeks.sunday
        self.cursor_day = cursor_day or inside
        self._show_days()

    def day_place(self, day: date) -> QRect:
        """Return where one of the days lies."""
        row, column = divmod((day - self.weeks.sunday).days, _WEEK)
        width, header, height = self._cell()
        top = header + row * height
        cell = QRect(round(column * width), round(top), round(width), round(height))
        return mirrored(cell, self.rect(), right_to_left=self.look.is_right_to_left)

    def sizeHint(self) -> QSize:
        """Return room for comfortable cells."""
        cell = max(LEAST_CELL_PX, self.look.scaled(self.look.control_px))
        return QSize(_WEEK * cell, round((self.weeks.count + _HEADER_SHARE) * cell))

    def minimumSizeHint(self) -> QSize:
        """Return the size at which each day is just a target."""
        return QSize(_WEEK * LEAST_CELL_PX, round((self.weeks.count + _HEADER_SHARE) * LEAST_CELL_PX))

    def relook(self) -> None:
        """Lay the days out in the direction that is read in now."""
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_days()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the days out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor; left and right as they lie on the screen."""
        forward = self.look.forward
        steps = {
            Qt.Key.Key_Right: forward,
            Qt.Key.Key_Left: -forward,
            Qt.Key.Key_Down: _WEEK,
            Qt.Key.Key_Up: -_WEEK,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._move(self.cursor_day + timedelta(days=steps[key]))
        elif key == Qt.Key.Key_Home:
            self._move(self.weeks.sunday)
        elif key == Qt.Key.Key_End:
            self._move(self.weeks.last)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.left_weeks.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.cursor_day)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor, except to who points."""
        self._shows_focus = shows_ring(event.reason(), self.look, was_shown=self._shows_focus)
        self._show_days()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the cursor away; who comes back finds it again."""
        self._shows_focus = self._shows_focus and keeps_ring(event.reason())
        self._show_days()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the weekdays' names."""
        del event
        painter = QPainter(self)
        width, header, _ = self._cell()
        font = self.look.font(Role.CAPTION, Weight.MEDIUM)
        for column in range(_WEEK):
            cell = QRect(round(column * width), 0, round(width), round(header))
            place = mirrored(cell, self.rect(), right_to_left=self.look.is_right_to_left)
            day = self.weeks.sunday + timedelta(days=column)
            name = dates.weekday_name(day, self.look.language)
            if (
                painter.fontMetrics().horizontalAdvance(name) > width - Space.S
                or self.look.language is Language.ENGLISH
            ):
                name = dates.weekday_short(day, self.look.language)
            paint_line(painter, place, name, font, self.colours.text_second, CENTRE)
        painter.end()

    def _cell(self) -> tuple[float, float, float]:
        """Return a cell's width, the header's height and a cell's height."""
        width = self.width() / _WEEK
        unit = min(self.height() / (self.weeks.count + _HEADER_SHARE), max(LEAST_CELL_PX, width * _TALLEST_SHARE))
        return width, unit * _HEADER_SHARE, unit

    def _lay_out(self) -> None:
        for day, cell in zip(self.weeks.days, self._cells, strict=True):
            cell.setGeometry(self.day_place(day))

    def _move(self, day: date) -> None:
        if day not in self.weeks:
            self.left_weeks.emit(1 if day > self.weeks.last else -1)
            if day not in self.weeks:
                return  # the weeks that the arrow leads to are not offered
        self.cursor_day = day
        self._show_days()

    def _choose(self, day: date) -> None:
        self.cursor_day = day
        if self._days.get(day, Openness.CLOSED).is_open:
            self._selected = day
            self.chosen.emit(day)
        self._show_days()

    def _show_days(self) -> None:
        for day, cell in zip(self.weeks.days, self._cells, strict=True):
            cell.show_day(self._shown(day))
        self.setAccessibleName(self._name(self.cursor_day))

    def _shown(self, day: date) -> DayShown:
        has_ring = self._shows_focus and self.hasFocus() and day == self.cursor_day
        dots = self._days.get(day, Openness.CLOSED).dots
        return DayShown(day, self._name(day), dots, day == self.today, day == self._selected, has_ring)

    def _name(self, day: date) -> str:
        """A day as it is read aloud: "Sunday, 3 Rajab 1448 AH, 13 December 2026 AD, free times: 4"."""
        openness = self._days.get(day, Openness.CLOSED)
        if not openness.is_open:
            free = QCoreApplication.translate("MonthGrid", "no free times")
        elif day in self._free:
            free = QCoreApplication.translate("MonthGrid", "free times: %Ln", None, self._free[day])
        else:
            free = QCoreApplication.translate("MonthGrid", "has free times")
        said = QCoreApplication.translate("MonthGrid", "{day}, {free}")
        return without_marks(said.format(day=dates.full_date(day, self.look.language), free=free))
