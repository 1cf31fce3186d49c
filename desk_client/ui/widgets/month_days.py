"""Some weeks of days, painted: Umm al-Qura large, Gregorian small beside."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk_client.i18n import dates
from desk_client.i18n.language import Language
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Radius, Role, Space, Weight
from desk_client.ui.widgets.focus import keeps_ring, shows_ring
from desk_client.ui.widgets.paint import CENTRE, Align, Face, mirrored, paint_face, paint_focus_ring, paint_line
from desk_client.ui.widgets.surface import Surface

_WEEK = 7
_DOT_PX = 3.0
_HEADER_SHARE = 0.75
_LEAST_CELL_PX = 48
_TALLEST_SHARE = 1.1
"""A cell is no taller than so many times its width: on an upright screen days stay days."""
_GAP_PX = 2
_FEW, _SOME = 0.25, 0.6
"""Up to these shares of its times a day has few, or some, that are free."""
_ROOMY_CELL_PX = 68


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

    The first day of a month, of either calendar, carries the month's name.
    """

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
        self._pressed: date | None = None
        self._shows_focus = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._say_day()

    @property
    def selected(self) -> date | None:
        """The chosen day."""
        return self._selected

    def set_days(self, days: dict[date, Openness]) -> None:
        """Tell which days may be booked; a day not named is closed."""
        self._days = dict(days)
        self._say_day()
        self.update()

    def select(self, day: date | None) -> None:
        """Mark a day as chosen, without a signal."""
        self._selected = day
        if day is not None and day in self.weeks:
            self.cursor_day = day
        self._say_day()
        self.update()

    def show_weeks(self, weeks: Weeks, cursor_day: date | None = None) -> None:
        """Turn to other weeks."""
        self.weeks = weeks
        inside = self.today if self.today in weeks else weeks.sunday
        self.cursor_day = cursor_day or inside
        self._say_day()
        self.update()

    def day_place(self, day: date) -> QRect:
        """Return where one of the days is painted."""
        row, column = divmod((day - self.weeks.sunday).days, _WEEK)
        width, header, height = self._cell()
        top = header + row * height
        cell = QRect(round(column * width), round(top), round(width), round(height))
        return mirrored(cell, self.rect(), right_to_left=self.look.is_right_to_left)

    def sizeHint(self) -> QSize:
        """Return room for comfortable cells."""
        cell = max(_LEAST_CELL_PX, self.look.scaled(self.look.control_px))
        return QSize(_WEEK * cell, round((self.weeks.count + _HEADER_SHARE) * cell))

    def minimumSizeHint(self) -> QSize:
        """Return the size at which each day is just a target."""
        return QSize(_WEEK * _LEAST_CELL_PX, round((self.weeks.count + _HEADER_SHARE) * _LEAST_CELL_PX))

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

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note the day under the finger."""
        self._pressed = self._day_at(event.position().toPoint().x(), event.position().toPoint().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the day if the finger is still on it."""
        day = self._day_at(event.position().toPoint().x(), event.position().toPoint().y())
        if day is not None and day == self._pressed:
            self._choose(day)
        self._pressed = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the cursor, except to who points."""
        self._shows_focus = shows_ring(event.reason(), self.look, was_shown=self._shows_focus)
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the cursor away; who comes back finds it again."""
        self._shows_focus = self._shows_focus and keeps_ring(event.reason())
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the weekdays' names and the days."""
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
        for day in self.weeks.days:
            self._paint_day(painter, day)
        painter.end()

    def _paint_day(self, painter: QPainter, day: date) -> None:
        colours = self.colours
        place = self.day_place(day).adjusted(_GAP_PX, _GAP_PX, -_GAP_PX, -_GAP_PX)
        openness = self._days.get(day, Openness.CLOSED)
        is_selected = day == self._selected
        ink, small = (colours.text, colours.text_second) if openness.is_open else (colours.text_disabled,) * 2
        radius = int(Radius.CONTROL)
        if is_selected:
            paint_face(painter, QRectF(place), Face(colours.primary, radius_px=radius))
            ink = small = colours.on_primary
        elif openness.is_open:
            edge = colours.accent if self.look.is_high_contrast else ""
            paint_face(painter, QRectF(place), Face(colours.accent_soft, edge, 1, radius))
        if day == self.today and not is_selected:
            paint_face(painter, QRectF(place), Face("", colours.accent, 2, radius))
        weight = Weight.SEMIBOLD if openness.is_open else Weight.REGULAR
        number = self.look.number(dates.hijri_day(day).day)
        is_roomy = place.height() >= _ROOMY_CELL_PX
        large = place.adjusted(0, Space.XS if is_roomy else 0, 0, -place.height() // (4 if is_roomy else 3))
        paint_line(painter, large, number, self.look.font(Role.LEAD if is_roomy else Role.BODY, weight), ink, CENTRE)
        self._paint_lesser(painter, place, day, small, is_roomy=is_roomy)
        self._paint_dots(painter, place, openness.dots, colours.on_primary if is_selected else colours.accent)
        if self._shows_focus and self.hasFocus() and day == self.cursor_day:
            gap = colours.primary if is_selected else colours.surface
            paint_focus_ring(painter, QRectF(place), radius, colours.focus, gap)

    def _paint_lesser(self, painter: QPainter, place: QRect, day: date, colour: str, *, is_roomy: bool) -> None:
        """Write the Gregorian day and, where there is room, the names of months that begin."""
        font = self.look.font(Role.CAPTION)
        font.setPixelSize(max(12, font.pixelSize() - 4))
        corner = place.adjusted(Space.S, 2, -Space.S, -2 if is_roomy else 0)
        second = self.look.number(day.day)
        if day.day == 1 and is_roomy:
            second = f"{second} {dates.gregorian_month_name(day.month, self.look.language)}"
        paint_line(painter, corner, second, font, colour, Align.AlignLeft | Align.AlignBottom)
        own = dates.hijri_day(day)
        if own.day == 1 and is_roomy:
            name = dates.hijri_month_name(own.month, self.look.language)
            paint_line(painter, corner, name, font, colour, Align.AlignLeft | Align.AlignTop)

    def _paint_dots(self, painter: QPainter, place: QRect, count: int, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for index in range(count):
            step = Space.M + index * (2 * _DOT_PX + 3)
            x = place.left() + step if self.look.is_right_to_left else place.right() - step
            painter.drawEllipse(QPointF(x, place.bottom() - Space.S - 2), _DOT_PX, _DOT_PX)

    def _cell(self) -> tuple[float, float, float]:
        """Return a cell's width, the header's height and a cell's height."""
        width = self.width() / _WEEK
        unit = min(self.height() / (self.weeks.count + _HEADER_SHARE), max(_LEAST_CELL_PX, width * _TALLEST_SHARE))
        return width, unit * _HEADER_SHARE, unit

    def _day_at(self, x: int, y: int) -> date | None:
        return next((day for day in self.weeks.days if self.day_place(day).contains(x, y)), None)

    def _move(self, day: date) -> None:
        if day not in self.weeks:
            self.left_weeks.emit(1 if day > self.weeks.last else -1)
            if day not in self.weeks:
                return  # the weeks that the arrow leads to are not offered
        self.cursor_day = day
        self._say_day()
        self.update()

    def _choose(self, day: date) -> None:
        self.cursor_day = day
        if self._days.get(day, Openness.CLOSED).is_open:
            self._selected = day
            self.chosen.emit(day)
        self._say_day()
        self.update()

    def _say_day(self) -> None:
        self.setAccessibleName(dates.full_date(self.cursor_day, self.look.language))
