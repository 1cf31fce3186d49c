"""The days of one Hijri month, painted: Umm al-Qura large, Gregorian small beside."""

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
from desk_client.ui.widgets.paint import CENTRE, Align, Face, mirrored, paint_face, paint_focus_ring, paint_line
from desk_client.ui.widgets.surface import Surface

_WEEK = 7
_ROWS = 6
_DOT_PX = 3.0
_HEADER_SHARE = 0.75
_LEAST_CELL_PX = 48
_GAP_PX = 2


class Openness(Enum):
    """How much of a day may still be booked."""

    CLOSED = auto()
    FULL = auto()
    FEW = auto()
    SOME = auto()
    MANY = auto()

    @property
    def dots(self) -> int:
        """How many dots say so."""
        return {Openness.FEW: 1, Openness.SOME: 2, Openness.MANY: 3}.get(self, 0)

    @property
    def is_open(self) -> bool:
        """Whether the day may be chosen."""
        return self.dots > 0


@dataclass(frozen=True)
class Month:
    """A Hijri month; months count from 1."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return dates.gregorian_day(dates.HijriDay(self.year, self.number, 1))

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first + timedelta(days=dates.hijri_month_length(self.year, self.number) - 1)

    def moved(self, by: int) -> "Month":
        """Return the month so many months later."""
        years, month = divmod(self.number - 1 + by, 12)
        return Month(self.year + years, month + 1)

    @classmethod
    def of(cls, day: date) -> "Month":
        """Return the month in which a day lies."""
        own = dates.hijri_day(day)
        return cls(own.year, own.month)


class MonthDays(Surface):
    """Weeks from Sunday to Saturday; arrows move, Enter and Space choose. Only open days can be chosen."""

    chosen = Signal(object)
    """A `datetime.date`."""
    left_month = Signal(int)
    """An arrow or page key went to a day of the month before (-1) or after (+1)."""

    def __init__(self, look: Appearance, month: Month, today: date, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.month = month
        self.today = today
        self.cursor_day = today if Month.of(today) == month else month.first
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
        if day is not None and Month.of(day) == self.month:
            self.cursor_day = day
        self._say_day()
        self.update()

    def show_month(self, month: Month, cursor_day: date | None = None) -> None:
        """Turn to another month."""
        self.month = month
        inside = self.today if Month.of(self.today) == month else month.first
        self.cursor_day = cursor_day or inside
        self._say_day()
        self.update()

    def day_place(self, day: date) -> QRect:
        """Return where a day of this month is painted."""
        offset = (self.month.first.weekday() + 1) % _WEEK + (day - self.month.first).days
        row, column = divmod(offset, _WEEK)
        width, header, height = self._cell()
        top = header + row * height
        cell = QRect(round(column * width), round(top), round(width), round(height))
        return mirrored(cell, self.rect(), right_to_left=self.look.is_right_to_left)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return room for six weeks of comfortable cells."""
        cell = max(_LEAST_CELL_PX, self.look.scaled(self.look.control_px))
        return QSize(_WEEK * cell, round((_ROWS + _HEADER_SHARE) * cell))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size at which each day is just a target."""
        return QSize(_WEEK * _LEAST_CELL_PX, round((_ROWS + _HEADER_SHARE) * _LEAST_CELL_PX))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
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
            self._move(self.month.first)
        elif key == Qt.Key.Key_End:
            self._move(self.month.last)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.left_month.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.cursor_day)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Note the day under the finger."""
        self._pressed = self._day_at(event.position().toPoint().x(), event.position().toPoint().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Choose the day if the finger is still on it."""
        day = self._day_at(event.position().toPoint().x(), event.position().toPoint().y())
        if day is not None and day == self._pressed:
            self._choose(day)
        self._pressed = None

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Show the cursor, except to who points."""
        self._shows_focus = event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Take the cursor away."""
        self._shows_focus = False
        self.update()
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the weekdays' names and the days."""
        del event
        painter = QPainter(self)
        width, header, _ = self._cell()
        sunday = self.month.first - timedelta(days=(self.month.first.weekday() + 1) % _WEEK)
        font = self.look.font(Role.CAPTION, Weight.MEDIUM)
        for column in range(_WEEK):
            cell = QRect(round(column * width), 0, round(width), round(header))
            place = mirrored(cell, self.rect(), right_to_left=self.look.is_right_to_left)
            day = sunday + timedelta(days=column)
            name = dates.weekday_name(day, self.look.language)
            if (
                painter.fontMetrics().horizontalAdvance(name) > width - Space.S
                or self.look.language is Language.ENGLISH
            ):
                name = dates.weekday_short(day, self.look.language)
            paint_line(painter, place, name, font, self.colours.text_second, CENTRE)
        day = self.month.first
        while day <= self.month.last:
            self._paint_day(painter, day)
            day += timedelta(days=1)
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
            paint_face(painter, QRectF(place), Face(colours.accent_soft, radius_px=radius))
        if day == self.today and not is_selected:
            paint_face(painter, QRectF(place), Face("", colours.accent, 2, radius))
        weight = Weight.SEMIBOLD if openness.is_open else Weight.REGULAR
        number = self.look.number(dates.hijri_day(day).day)
        large = place.adjusted(0, Space.XS, 0, -place.height() // 4)
        paint_line(painter, large, number, self.look.font(Role.LEAD, weight), ink, CENTRE)
        font = self.look.font(Role.CAPTION)
        font.setPixelSize(max(12, font.pixelSize() - 4))
        corner = place.adjusted(Space.S, 0, -Space.S, -2)
        paint_line(painter, corner, self.look.number(day.day), font, small, Align.AlignLeft | Align.AlignBottom)
        self._paint_dots(painter, place, openness.dots, colours.on_primary if is_selected else colours.accent)
        if self._shows_focus and day == self.cursor_day:
            gap = colours.primary if is_selected else colours.surface
            paint_focus_ring(painter, QRectF(place), radius, colours.focus, gap)

    def _paint_dots(self, painter: QPainter, place: QRect, count: int, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        for index in range(count):
            step = Space.M + index * (2 * _DOT_PX + 3)
            x = place.left() + step if self.look.is_right_to_left else place.right() - step
            painter.drawEllipse(QPointF(x, place.bottom() - Space.M + 4), _DOT_PX, _DOT_PX)

    def _cell(self) -> tuple[float, float, float]:
        """Return a cell's width, the header's height and a cell's height."""
        weeks = ((self.month.first.weekday() + 1) % _WEEK + (self.month.last - self.month.first).days) // _WEEK + 1
        unit = self.height() / (max(weeks, _ROWS - 1) + _HEADER_SHARE)
        return self.width() / _WEEK, unit * _HEADER_SHARE, unit

    def _day_at(self, x: int, y: int) -> date | None:
        day = self.month.first
        while day <= self.month.last:
            if self.day_place(day).contains(x, y):
                return day
            day += timedelta(days=1)
        return None

    def _move(self, day: date) -> None:
        month = Month.of(day)
        if month != self.month:
            self.left_month.emit(1 if day > self.month.last else -1)
            if month != self.month:
                return  # the month that the arrow leads to is not offered
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
