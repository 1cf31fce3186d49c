"""Some weeks at one glance: how many come on each day, what is blocked, and which days are holidays."""

from datetime import date, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desk_client.client.office_calendar import CalendarAudience, Landing, OfficeDay, OfficeDays
from desk_client.client.visit import Slot
from desk_client.domain.appointment import AHEAD_STATES
from desk_client.i18n.bidi import directed, without_marks
from desk_client.i18n.dates import (
    clock_time,
    full_date,
    gregorian_month_name,
    hijri_day,
    hijri_month_name,
    weekday_name,
)
from desk_client.ui.desk.calendar.choosing import may_be_moved
from desk_client.ui.desk.calendar.walked import Walked
from desk_client.ui.desk.calendar.week_head import day_note
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.bound_key import bind
from desk_client.ui.widgets.paint import (
    CENTRE,
    LEADING,
    TRAILING,
    Face,
    mirrored,
    paint_face,
    paint_focus_ring,
    paint_line,
)

_WEEK: Final = 7
_LEAST_ROW_PX: Final = 88


class MonthSheet(Walked):
    """Weeks from Sunday on; arrows walk, Enter and a press open the week of a day.

    M, and dragging a day to another, begin to move its first audience, M again the next one of that day; it shall go to
    the day that is opened then.
    """

    spoken_role = QAccessible.Role.Grouping
    opened = Signal(object)
    """A `datetime.date` whose week is asked for."""
    turned = Signal(int)
    """To the weeks before (-1) or after (+1)."""
    move_asked = Signal(object)
    """A `CalendarAudience` that is to be moved."""
    move_left = Signal()
    """It shall stay where it is."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._answer: OfficeDays | None = None
        self._today: date | None = None
        self._landing: Landing | None = None
        self._cursor = 0
        self._pressed_at: QPoint | None = None
        self._dragged_to: int | None = None
        bind(self, "M", self.move_next, Qt.ShortcutContext.WidgetShortcut)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setObjectName("month_sheet")

    def show_days(self, answer: OfficeDays, today: date, landing: Landing | None = None) -> None:
        """Show whole weeks, and for what is being moved which days have time."""
        if self._answer is None or self._answer.first != answer.first:
            self._cursor = next((at for at, day in enumerate(answer.days) if day.date == today), 0)
        self._answer, self._today, self._landing = answer, today, landing
        self._name_it()
        self.update()

    @property
    def has_several(self) -> bool:
        """Whether another audience of the same day could be moved instead of the one that is."""
        return self._landing is not None and len(self._movable(self._day_of(self._landing.audience))) > 1

    def move_next(self) -> None:
        """Begin to move an audience of the day under the cursor; of the day whose audience is moved, the next one."""
        if self._answer is None:
            return
        there = self._movable(self._answer.days[self._cursor].date)
        moved = self._landing.audience if self._landing is not None else None
        if moved is not None and not there:
            there = self._movable(self._day_of(moved))
        at = next((at for at, each in enumerate(there) if moved is not None and each.id == moved.id), -1)
        if there:
            self.move_asked.emit(there[(at + 1) % len(there)])

    def day_place(self, index: int) -> QRect:
        """Where a day lies."""
        row, column = divmod(index, _WEEK)
        width, height = self.width() / _WEEK, (self.height() - self._head_px) / max(1, self._rows)
        left, right = round(column * width), round((column + 1) * width)
        top, bottom = self._head_px + round(row * height), self._head_px + round((row + 1) * height)
        place = QRect(left, top, right - left, bottom - top)
        return mirrored(place, self.rect(), right_to_left=self.look.is_right_to_left)

    def sizeHint(self) -> QSize:
        """Return room for a few lines in each day."""
        return QSize(700, self._head_px + self._rows * self.look.scaled(_LEAST_ROW_PX))

    def minimumSizeHint(self) -> QSize:
        """Return the same: a day that says nothing is no use."""
        return QSize(500, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the days that are seen."""
        if self._answer is None:
            return
        painter = QPainter(self)
        font = self.look.font(Role.CAPTION, Weight.MEDIUM)
        for index in range(_WEEK):
            place = self.day_place(index)
            head = QRect(place.left(), 0, place.width(), self._head_px)
            name = weekday_name(self._answer.days[index].date, self.look.language)
            paint_line(painter, head, name, font, self.colours.text_second, CENTRE)
        for index, day in enumerate(self._answer.days):
            place = self.day_place(index)
            if place.intersects(event.rect()):
                self._day(painter, place.adjusted(2, 2, -2, -2), day, has_ring=self._has_ring(index))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the day; whether it is opened or dragged shows when the button is let go of."""
        index = self._index_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index is not None:
            self._cursor, self._pressed_at = index, event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the day's audience to another day."""
        point = event.position().toPoint()
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = (point - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged_to is None and far and self._landing is None:
            self.move_next()
        if self._landing is not None and far:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._dragged_to = self._index_at(point)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the week of the day, or of that to which something was dragged."""
        index, is_pressed, was_dragged = self._cursor, self._pressed_at is not None, self._dragged_to is not None
        self._pressed_at = self._dragged_to = None
        self.unsetCursor()
        self.update()
        there = self._index_at(event.position().toPoint())
        if not is_pressed or there is None or (there != index and not was_dragged):
            return
        if there == index and was_dragged:
            self.move_left.emit()
            return
        self._cursor = there
        self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, turn, open."""
        forward = self.look.forward
        steps = {Qt.Key.Key_Right: forward, Qt.Key.Key_Left: -forward, Qt.Key.Key_Down: _WEEK, Qt.Key.Key_Up: -_WEEK}
        key = Qt.Key(event.key())
        self._shows_focus = True
        if key in steps and self._answer is not None:
            wanted = self._cursor + steps[key]
            if 0 <= wanted < len(self._answer.days):
                self._cursor = wanted
                self._name_it()
                self.update()
            else:
                self.turned.emit(1 if wanted > 0 else -1)
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._open()
        elif key == Qt.Key.Key_Escape and self._landing is not None:
            self.move_left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _rows(self) -> int:
        return 5 if self._answer is None else len(self._answer.days) // _WEEK

    @property
    def _head_px(self) -> int:
        return round(self.look.type_px(Role.CAPTION) * 2)

    def _has_ring(self, index: int) -> bool:
        if self._dragged_to is not None:
            return index == self._dragged_to
        return self._shows_focus and self.hasFocus() and index == self._cursor

    def _day(self, painter: QPainter, place: QRect, day: OfficeDay, *, has_ring: bool) -> None:
        look, colours, language = self.look, self.colours, self.look.language
        is_today = day.date == self._today
        fill = colours.surface if day.open else colours.sunken
        edge, edge_px = (colours.primary, 2) if is_today else (colours.border, 1)
        paint_face(painter, QRectF(place), Face(fill, edge, edge_px, Space.S))
        inner = place.adjusted(Space.S, Space.XS, -Space.S, -Space.XS)
        line_px = round(look.type_px(Role.CAPTION) * 1.45)
        own = hijri_day(day.date)
        words = look.number(own.day)
        if own.day == 1 or day.date == (self._answer.first if self._answer is not None else None):
            words = f"{words} {hijri_month_name(own.month, language)}"
        head = QRect(inner.left(), inner.top(), inner.width(), round(look.type_px(Role.LEAD) * 1.4))
        ink = colours.accent if is_today else colours.text
        paint_line(painter, head, words, look.font(Role.LEAD, Weight.BOLD), ink, LEADING)
        beside = look.number(day.date.day)
        if day.date.day == 1:
            beside = f"{beside} {gregorian_month_name(day.date.month, language)}"
        paint_line(painter, head, beside, look.font(Role.CAPTION), colours.text_second, TRAILING)
        top = head.bottom() + 1
        for text, colour, weight in self._lines(day):
            line = QRect(inner.left(), top, inner.width(), line_px)
            if line.bottom() > inner.bottom():
                break
            said = directed(text, right_to_left=look.is_right_to_left)
            paint_line(painter, line, said, look.font(Role.CAPTION, weight), colour)
            top += line_px
        if has_ring:
            paint_focus_ring(painter, QRectF(place), Space.S, colours.focus, fill)

    def _lines(self, day: OfficeDay) -> list[tuple[str, str, Weight]]:
        """What a day says, the most important first."""
        colours = self.colours
        lines: list[tuple[str, str, Weight]] = []
        if note := day_note(self.look, day):
            lines.append((note, colours.warning_text, Weight.MEDIUM))
        answer = self._answer
        if answer is None:
            return lines
        zone = ZoneInfo(answer.zone)
        free = sum(1 for slot in self._slots if slot.starts_at.astimezone(zone).date() == day.date)
        if free:
            counted = QCoreApplication.translate("Calendar", "Free times: %Ln", "", free)
            lines.append((counted, colours.success_text, Weight.SEMIBOLD))
        here = self._on(day.date)
        if here:
            counted = QCoreApplication.translate("Calendar", "Audiences: %Ln", "", len(here))
            lines.append((counted, colours.accent, Weight.SEMIBOLD))
        lost = sum(1 for each in here if each.state in AHEAD_STATES and not each.fits)
        if lost:
            counted = QCoreApplication.translate("Calendar", "To be moved: %Ln", "", lost)
            lines.append((counted, colours.warning_text, Weight.MEDIUM))
        if here:
            first = min(each.slot.starts_at for each in here).astimezone(zone).time()
            words = QCoreApplication.translate("Calendar", "from {time}").format(
                time=clock_time(first, self.look.language)
            )
            lines.append((words, colours.text_second, Weight.REGULAR))
        if self._is_busy(day.date, zone):
            lines.append((QCoreApplication.translate("Calendar", "Blocked time"), colours.text_second, Weight.REGULAR))
        return lines

    @property
    def _slots(self) -> tuple[Slot, ...]:
        return () if self._landing is None else self._landing.slots or ()

    def _day_of(self, audience: CalendarAudience) -> date | None:
        return None if self._answer is None else audience.slot.starts_at.astimezone(ZoneInfo(self._answer.zone)).date()

    def _on(self, day: date | None) -> list[CalendarAudience]:
        every = () if self._answer is None else self._answer.audiences
        return sorted((each for each in every if self._day_of(each) == day), key=lambda each: each.slot.starts_at)

    def _movable(self, day: date | None) -> list[CalendarAudience]:
        may_change = self._answer is not None and self._answer.may_change
        return [each for each in self._on(day) if may_change and may_be_moved(each)]

    def _is_busy(self, day: date, zone: ZoneInfo) -> bool:
        busy = () if self._answer is None else self._answer.busy
        days = (
            (each.starts_at.astimezone(zone).date(), (each.ends_at - timedelta(seconds=1)).astimezone(zone).date())
            for each in busy
        )
        return any(first <= day <= last for first, last in days)

    def _index_at(self, point: QPoint) -> int | None:
        count = 0 if self._answer is None else len(self._answer.days)
        return next((index for index in range(count) if self.day_place(index).contains(point)), None)

    def _open(self) -> None:
        if self._answer is not None:
            self.opened.emit(self._answer.days[self._cursor].date)

    def _name_it(self) -> None:
        if self._answer is None:
            return
        day = self._answer.days[self._cursor]
        said = [full_date(day.date, self.look.language), *(text for text, _, _ in self._lines(day))]
        comma = "، " if self.look.is_right_to_left else ", "
        self.setAccessibleName(without_marks(comma.join(said)))
