"""A week to look at and to work in: dragged with the mouse, or walked with the arrow keys."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desk_client.client.office_calendar import BusyTime, CalendarAudience, Landing, OfficeDays
from desk_client.client.visit import Slot
from desk_client.i18n.bidi import without_marks
from desk_client.ui.desk.calendar.choosing import STEP, Choice, Chosen, may_be_moved, next_slot, stepped
from desk_client.ui.desk.calendar.lanes import Lane, lanes
from desk_client.ui.desk.calendar.walked import Walked
from desk_client.ui.desk.calendar.week_paint import INSET_PX, WeekPainter
from desk_client.ui.desk.calendar.week_shape import WeekShape, hours_shown
from desk_client.ui.desk.calendar.words import audience_words, busy_words, stretch_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.bound_key import bind
from desk_client.ui.widgets.paint import mirrored

HOUR_PX: Final = 84
GUTTER_PX: Final = 84
_DRAWN: Final = timedelta(minutes=15)
"""What is drawn over empty time begins and ends on a quarter of an hour."""
_WALK: Final = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
_ENTER: Final = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class WeekGrid(Walked):
    """Shows days; what is chosen, moved or drawn is told by signals, and its owner decides."""

    spoken_role = QAccessible.Role.Grouping
    chose = Signal(object)
    """A `Choice`, or None."""
    move_asked = Signal(object)
    """A `CalendarAudience` that is to be moved: by dragging, or by the key M."""
    landed = Signal(object)
    """The `Slot` to which what is moved shall go."""
    move_left = Signal()
    """It shall stay where it is."""
    block_asked = Signal(object)
    """A `Chosen` that is to be blocked."""
    opened = Signal(object)
    """Enter on an audience or on blocked time: its first action."""
    turned = Signal(int)
    """A page key: to the week before (-1) or after (+1)."""
    looked_at = Signal(QRect)
    """A place that should be seen."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._answer: OfficeDays | None = None
        self._landing: Landing | None = None
        self._shape: WeekShape | None = None
        self._room_px = 0
        self._lanes: dict[str, Lane] = {}
        self._choice: Choice | None = None
        self._cursor: datetime | None = None
        self._target: Slot | None = None
        self._pressed_at: QPoint | None = None
        self._drawn_from: datetime | None = None
        self._is_drawing = False
        self._is_dragging = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setObjectName("week_grid")
        bind(self, "M", self._begin_move, Qt.ShortcutContext.WidgetShortcut)

    # --- what is shown --------------------------------------------------------------------------------------------

    @property
    def choice(self) -> Choice | None:
        """What is chosen."""
        return self._choice

    @property
    def shape(self) -> WeekShape | None:
        """Where everything lies; None before anything was shown."""
        return self._shape

    def show_days(self, answer: OfficeDays, landing: Landing | None) -> None:
        """Show days; a choice that is still there is kept."""
        is_other = self._answer is None or self._answer.first != answer.first
        self._answer = answer
        things = [(each.id, each.slot.starts_at, each.slot.ends_at) for each in answer.audiences]
        self._lanes = {str(name): lane for name, lane in lanes(things).items()}
        self._landing = landing
        slots = landing.slots if landing is not None else None
        if self._target is not None and (slots is None or self._target not in slots):
            self._target = None
        if slots and self._target is None and not self._is_dragging:
            self._target = self._first_target(slots)
        self._lay_out()
        if is_other:
            self._cursor = None
            self._choose(None)
        else:
            self._keep_choice()
        self.update()
        self._name_it()

    def give_room(self, height_px: int) -> None:
        """Let the hours fill a window that is higher than they need."""
        if height_px != self._room_px:
            self._room_px = height_px
            self._lay_out()
            self.update()

    def place_of(self, audience: CalendarAudience) -> QRect:
        """Where an audience lies; an empty place where it is not shown."""
        if self._shape is None:
            return QRect()
        index = self._shape.index_of(audience.slot.starts_at)
        if index is None:
            return QRect()
        whole = self._shape.place(index, audience.slot.starts_at, audience.slot.ends_at)
        lane = self._lanes.get(audience.id, Lane(0, 1))
        width = whole.width() / lane.of
        left = QRect(round(whole.left() + lane.number * width), whole.top(), round(width), whole.height())
        placed = mirrored(left, whole, right_to_left=self._shape.right_to_left)
        return placed.adjusted(INSET_PX, 1, -INSET_PX, -1)

    def slot_place(self, slot: Slot) -> QRect:
        """Where a free slot lies."""
        if self._shape is None or (index := self._shape.index_of(slot.starts_at)) is None:
            return QRect()
        return self._shape.place(index, slot.starts_at, slot.ends_at).adjusted(INSET_PX, 1, -INSET_PX, -1)

    def first_of_interest(self) -> QRect:
        """What should be seen first: the beginning of the day's work."""
        if self._shape is None or self._answer is None:
            return QRect()
        starts = [self.place_of(each) for each in self._answer.audiences]
        tops = [place.top() for place in starts if not place.isEmpty()]
        top = min(tops, default=self._shape.y_of(self._shape.first_min + 60))
        return QRect(0, max(0, top - Space.L), 1, 1)

    def sizeHint(self) -> QSize:
        """Return the height of all hours."""
        return QSize(700, self._shape.height_px if self._shape is not None else 400)

    def relook(self) -> None:
        """Lay the hours out for the sizes and the direction of now."""
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the days out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen."""
        painter = QPainter(self)
        answer, shape = self._answer, self._shape
        if answer is None or shape is None:
            painter.end()
            return
        by = WeekPainter(painter, self.look, shape, event.rect())
        by.ground(answer)
        moved = self._landing.audience if self._landing is not None else None
        for busy in answer.busy:
            for place in self._busy_places(busy):
                by.busy(place, busy, is_chosen=busy == self._choice)
        for slot in (self._landing.slots or ()) if self._landing is not None else ():
            by.landing(self.slot_place(slot), slot, is_chosen=slot == self._target)
        for each in answer.audiences:
            is_moved = moved is not None and each.id == moved.id
            by.audience(self.place_of(each), each, is_chosen=each == self._choice, is_faint=is_moved)
        if moved is not None and self._is_dragging and self._pressed_at is not None:
            size = self.place_of(moved).size()
            pointer = self.mapFromGlobal(self.cursor().pos())
            by.audience(
                QRect(pointer.x() - size.width() // 2, pointer.y(), size.width(), size.height()), moved, is_chosen=True
            )
        if isinstance(self._choice, Chosen):
            for index in shape.touched(self._choice.starts_at, self._choice.ends_at):
                by.stretch(shape.place(index, self._choice.starts_at, self._choice.ends_at).adjusted(2, 1, -2, -1))
        by.now(answer.now)
        if self._shows_focus and self.hasFocus() and (at := self._cursor_place()) is not None:
            by.ring(at)
        painter.end()

    # --- the mouse ------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose what is there, or begin to draw over empty time; while something is moved, choose its new place."""
        if event.button() != Qt.MouseButton.LeftButton or self._shape is None:
            return
        point = event.position().toPoint()
        self._pressed_at = point
        if self._landing is not None:
            target = next((slot for slot in self._landing.slots or () if self.slot_place(slot).contains(point)), None)
            if target is not None:
                self._aim(target)
                self.landed.emit(target)
            return
        there: Choice | None = self._thing_at(point)
        self._cursor = self._shape.moment_at(point, STEP)
        if there is None:
            self._drawn_from = self._shape.moment_at(point, _DRAWN)
            there = Chosen(self._cursor, self._cursor + STEP)
        self._choose(there)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag an audience, or draw on."""
        point = event.position().toPoint()
        if self._shape is None:
            return
        if self._pressed_at is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_hand(point)
            return
        far = (point - self._pressed_at).manhattanLength() >= QApplication.startDragDistance()
        if self._drawn_from is not None and far:
            self._draw_to(self._shape.moment_at(point, _DRAWN))
        elif far and not self._is_dragging and self._landing is None and self._can_be_moved(self._choice):
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.move_asked.emit(self._choice)
        if self._is_dragging:
            self._aim(self._nearest(point))
            self.looked_at.emit(QRect(point, QSize(1, 1)).adjusted(0, -Space.XL, 0, Space.XL))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let what was dragged fall, or ask about what was drawn."""
        del event
        was_drawn = self._drawn_from is not None and isinstance(self._choice, Chosen)
        is_long = was_drawn and self._pressed_at is not None and self._is_drawing
        self._pressed_at = self._drawn_from = None
        self._is_drawing = False
        self.unsetCursor()
        if self._is_dragging:
            self._is_dragging = False
            if self._target is not None:
                self.landed.emit(self._target)
            else:
                self.move_left.emit()
            self.update()
        elif is_long and self._may_change:
            self.block_asked.emit(self._choice)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what is there."""
        there = self._thing_at(event.position().toPoint())
        if there is not None and self._landing is None:
            self.opened.emit(there)

    # --- the keys -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do all that the mouse does; Escape leaves what was begun."""
        key = Qt.Key(event.key())
        self._shows_focus = True
        if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Escape and (self._landing is not None or self._choice is not None):
            self._leave()
        elif self._landing is not None:
            self._key_in_move(key)
        elif key in _WALK and self._shape is not None:
            self._walk(key, is_drawing=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in _ENTER and isinstance(self._choice, Chosen):
            if self._may_change:
                self.block_asked.emit(self._choice)
        elif key in _ENTER and self._choice is not None:
            self.opened.emit(self._choice)
        else:
            super().keyPressEvent(event)

    def _begin_move(self) -> None:
        if self._landing is None and self._can_be_moved(self._choice):
            self.move_asked.emit(self._choice)

    def _key_in_move(self, key: Qt.Key) -> None:
        slots = self._landing.slots if self._landing is not None else None
        if not slots:
            return
        if key in _ENTER and self._target is not None:
            self.landed.emit(self._target)
        elif key in _WALK:
            self._aim(next_slot(slots, self._target, key, forward=self.look.forward))

    def _walk(self, key: Qt.Key, *, is_drawing: bool) -> None:
        shape, answer = self._shape, self._answer
        if shape is None or answer is None:
            return
        if self._cursor is None:
            today = shape.index_of(answer.now)
            self._cursor = shape.moment(today or 0, timedelta(minutes=shape.first_min + 60))
            self._settle()
            return
        down = key == Qt.Key.Key_Down
        if is_drawing and key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and isinstance(self._choice, Chosen):
            ends_at = self._choice.ends_at + (_DRAWN if down else -_DRAWN)
            if ends_at > self._choice.starts_at and len(shape.touched(self._choice.starts_at, ends_at)) == 1:
                self._choose(Chosen(self._choice.starts_at, ends_at))
            return
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._cursor = stepped(answer, shape, self._cursor, self._choice, forward=down)
        else:
            later = (key == Qt.Key.Key_Right) == (self.look.forward > 0)
            index = (shape.index_of(self._cursor) or 0) + (1 if later else -1)
            if not 0 <= index < len(shape.days):
                self.turned.emit(1 if later else -1)
                return
            self._cursor += timedelta(days=1 if later else -1)
        self._settle()

    def _settle(self) -> None:
        """Choose what lies under the cursor."""
        cursor, answer = self._cursor, self._answer
        if cursor is None or answer is None:
            return
        audience = next(
            (each for each in answer.audiences if each.slot.starts_at <= cursor < each.slot.ends_at), None
        ) or next((each for each in answer.audiences if cursor <= each.slot.starts_at < cursor + STEP), None)
        busy = next((each for each in answer.busy if each.starts_at <= cursor < each.ends_at), None)
        self._choose(audience or busy or Chosen(cursor, cursor + STEP))
        if (place := self._cursor_place()) is not None:
            self.looked_at.emit(place)

    # --- choosing -------------------------------------------------------------------------------------------------

    @property
    def _may_change(self) -> bool:
        return self._answer is not None and self._answer.may_change

    def _can_be_moved(self, thing: Choice | None) -> bool:
        return self._may_change and isinstance(thing, CalendarAudience) and may_be_moved(thing)

    def choose(self, choice: Choice | None) -> None:
        """Choose something from outside."""
        if isinstance(choice, CalendarAudience):
            self._cursor = choice.slot.starts_at
        self._choose(choice)

    def _choose(self, choice: Choice | None) -> None:
        if choice != self._choice:
            self._choice = choice
            self.chose.emit(choice)
        self._name_it()
        self.update()

    def _keep_choice(self) -> None:
        answer, choice = self._answer, self._choice
        if answer is None or choice is None or isinstance(choice, Chosen):
            return
        things: tuple[CalendarAudience | BusyTime, ...] = (*answer.audiences, *answer.busy)
        self._choose(next((each for each in things if each.id == choice.id), None))

    def _leave(self) -> None:
        self._is_dragging = False
        self._pressed_at = self._drawn_from = None
        self.unsetCursor()
        if self._landing is not None:
            self.move_left.emit()
        else:
            self._choose(None)

    def _aim(self, slot: Slot | None) -> None:
        if slot != self._target:
            self._target = slot
            if slot is not None and not self._is_dragging:
                self.looked_at.emit(self.slot_place(slot))
            self._name_it()
            self.update()

    def _first_target(self, slots: tuple[Slot, ...]) -> Slot:
        """The nearest to where it is now."""
        now_at = self._landing.audience.slot.starts_at if self._landing is not None else slots[0].starts_at
        return min(slots, key=lambda slot: abs(slot.starts_at - now_at))

    def _nearest(self, point: QPoint) -> Slot | None:
        if self._landing is None or not self._landing.slots or self._shape is None:
            return None
        index = self._shape.index_at(point.x())
        day = [slot for slot in self._landing.slots if self._shape.index_of(slot.starts_at) == index]
        return min(day, key=lambda slot: abs(self.slot_place(slot).top() - point.y()), default=None)

    def _draw_to(self, moment: datetime) -> None:
        if self._drawn_from is None or self._shape is None:
            return
        first, last = min(self._drawn_from, moment), max(self._drawn_from, moment)
        if len(self._shape.touched(first, last + _DRAWN)) == 1:
            self._is_drawing = True
            self._choose(Chosen(first, last + _DRAWN))

    def _thing_at(self, point: QPoint) -> CalendarAudience | BusyTime | None:
        if self._answer is None:
            return None
        audience = next((each for each in self._answer.audiences if self.place_of(each).contains(point)), None)
        if audience is not None:
            return audience
        return next(
            (each for each in self._answer.busy if any(place.contains(point) for place in self._busy_places(each))),
            None,
        )

    def _show_hand(self, point: QPoint) -> None:
        there = self._thing_at(point) if self._landing is None else None
        self.setCursor(Qt.CursorShape.OpenHandCursor if self._can_be_moved(there) else Qt.CursorShape.ArrowCursor)

    def _busy_places(self, busy: BusyTime) -> list[QRect]:
        if self._shape is None:
            return []
        touched = self._shape.touched(busy.starts_at, busy.ends_at)
        places = (self._shape.place(index, busy.starts_at, busy.ends_at) for index in touched)
        return [place.adjusted(1, 1, -1, -1) for place in places if place.height() > 2 * INSET_PX]

    def _cursor_place(self) -> QRect | None:
        if self._landing is not None:
            return self.slot_place(self._target) if self._target is not None else None
        match self._choice:
            case CalendarAudience() as audience:
                return self.place_of(audience)
            case BusyTime() as busy:
                return next(iter(self._busy_places(busy)), None)
            case Chosen(starts_at=starts_at, ends_at=ends_at) if self._shape is not None:
                index = self._shape.index_of(starts_at)
                return None if index is None else self._shape.place(index, starts_at, ends_at)
        return None

    def _lay_out(self) -> None:
        if self._answer is None or self.width() < GUTTER_PX * 2:
            return
        first, last = hours_shown(self._answer)
        self._shape = WeekShape(
            tuple(day.date for day in self._answer.days),
            ZoneInfo(self._answer.zone),
            first,
            last,
            self.width(),
            self.look.scaled(GUTTER_PX),
            max(self.look.scaled(HOUR_PX), self._room_px * 60 // (last - first)),
            self.look.is_right_to_left,
        )
        if self.height() != self._shape.height_px:
            self.setFixedHeight(self._shape.height_px)

    def _name_it(self) -> None:
        """What is read aloud: what lies under the cursor."""
        self.setAccessibleName(without_marks(self._said()))

    def _said(self) -> str:
        if self._answer is None:
            return QCoreApplication.translate("Calendar", "The week")
        zone, language = ZoneInfo(self._answer.zone), self.look.language
        if self._landing is not None and self._target is not None:
            words = stretch_words(self._target.starts_at, self._target.ends_at, zone, language)
            return QCoreApplication.translate("Calendar", "Move to {time}").format(time=words)
        match self._choice:
            case CalendarAudience() as one:
                words = stretch_words(one.slot.starts_at, one.slot.ends_at, zone, language)
                return f"{words}: {audience_words(one, language)}"
            case BusyTime() as busy:
                return f"{stretch_words(busy.starts_at, busy.ends_at, zone, language)}: {busy_words(busy)}"
            case Chosen() as empty:
                words = stretch_words(empty.starts_at, empty.ends_at, zone, language)
                return QCoreApplication.translate("Calendar", "{time}: nothing").format(time=words)
        return QCoreApplication.translate("Calendar", "The week")
