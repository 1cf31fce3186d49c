"""When: the next free time at once, or a day of the calendar and one of its times."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desk_client.client.actions import book, waitlist
from desk_client.client.visit import Day, Goal, Page, Visit
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import clock_time, full_date, short_date
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.sides import is_upright
from desk_client.ui.messages import worded
from desk_client.ui.moments import here, wall_span
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.busy import Busy
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.focus import follow
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.month_days import Openness
from desk_client.ui.widgets.month_grid import MonthGrid
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.slot_grid import SlotGrid, SlotTime
from desk_client.ui.widgets.slot_scroll import SlotScroll
from desk_client.ui.widgets.touch_scroll import scroll_by_touch

_DAYS = 62
_ROOMY_PX = 720
"""From this height on (in scaled pixels) it is also said how many times a day has."""
_GONE = frozenset({RefusalCode.SLOT_TAKEN, RefusalCode.SLOT_UNAVAILABLE})


class _Choice(QWidget):
    """The calendar beside the next free time and the times of the day; upright: the next free time above both."""

    def __init__(self, next_free: QWidget, calendar: QWidget, times: QWidget) -> None:
        super().__init__()
        self._parts = (next_free, calendar, times)
        self._is_upright: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.M)
        self._lay_out(upright=False)

    def hasHeightForWidth(self) -> bool:
        """Say no: the calendar takes what height there is, which its layout would not let it."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn with the window."""
        super().resizeEvent(event)
        self._lay_out(upright=is_upright(self))

    def _lay_out(self, *, upright: bool) -> None:
        if upright is self._is_upright:
            return
        self._is_upright = upright
        next_free, calendar, times = self._parts
        for part in self._parts:
            self._grid.removeWidget(part)
        self._grid.addWidget(calendar, *((1, 0) if upright else (0, 0, 2, 1)))
        self._grid.addWidget(next_free, 0, 0 if upright else 1)
        self._grid.addWidget(times, *((2, 0) if upright else (1, 1)))
        follow(self, *((next_free, calendar, times) if upright else (calendar, next_free, times)))
        self._grid.setColumnStretch(0, 6)
        self._grid.setColumnStretch(1, 0 if upright else 5)
        self._grid.setRowStretch(1, 1)
        self._grid.setRowStretch(2, 1 if upright else 0)


class TimePage(VisitPage):
    """The next free time as one touch; below it every other."""

    page = Page.TIME
    measure_px = 1180
    fills = True

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._day = self._day_chosen()
        self._first = self._today()
        self._next = CardButton(self.look, sign=Icon.CALENDAR_TIME)
        self._next.setObjectName("next_free")
        self._next.clicked.connect(self._take_next)
        self._month = MonthGrid(self.look, self._first, self._first + timedelta(days=_DAYS - 1))
        self._month.day_chosen.connect(self._choose_day)
        self._month.previous.setObjectName("month_before")
        self._month.next.setObjectName("month_after")
        self._month.days.setObjectName("month_days")
        self._month.setMinimumHeight(300)
        self._month.setMaximumHeight(620)
        calendar = Panel(self.look, margin_px=Space.M)
        calendar.body.addWidget(self._month)
        self._day_name = Label(self.look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self._hint = Label(self.look, "", Role.CAPTION, tone=Tone.SECOND)
        self._slots = SlotGrid(self.look)
        self._slots.slot_chosen.connect(self._choose_slot)
        self._chosen = self.visit.slot
        scroll = SlotScroll(self._slots)
        scroll_by_touch(scroll, self.look)
        scroll.setMinimumHeight(160)
        times = Panel(self.look, margin_px=Space.M)
        times.body.setSpacing(Space.S)
        times.body.addWidget(self._day_name)
        times.body.addWidget(self._hint)
        times.body.addWidget(scroll, 1)
        self._choice = _Choice(self._next, calendar, times)
        self._wheel = Busy(self.look, 72)
        self._wheel.setObjectName("loading")
        self._empty = EmptyState(self.look, Icon.CALENDAR)
        self._empty.action.setObjectName("load_again")
        self._empty.action_asked.connect(self.load)
        self._empty.setMinimumHeight(360)
        self._failed: Refusal | None = None
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._wheel, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._choice, 1)
        self.add_back()
        self._none_suits = Button(self.look, "", Kind.SECONDARY, icon=Icon.INBOX)
        self._none_suits.setObjectName("none_suits")
        self._none_suits.clicked.connect(self._wait_for_another)
        self.foot.addWidget(self._none_suits)
        self.add_main("continue", self._take_chosen)
        self.ready()

    # --- the page -------------------------------------------------------------------------------------------------

    def entered(self) -> None:
        """Read what is free; a time that was chosen before is marked."""
        self._chosen = self.visit.slot
        self._day = self._day_chosen()
        self.load()

    def load(self) -> None:
        """Read what is free, from today on."""
        self._failed = None
        self.ask(lambda: book.load_availability(self.client, self._today(), _DAYS), self._show, is_reading=True)
        self._show()

    def revived(self) -> None:
        """Read what could not be read."""
        if self._failed is not None:
            self.load()

    def relabel(self) -> None:
        """Word the question."""
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("TimePage", "Continue"))

    def refresh(self, visit: Visit) -> None:
        """Show what is free."""
        calendar = visit.calendar
        question = QCoreApplication.translate("TimePage", "When would you like to come?")
        title = said(calendar.title, self.look.language) if calendar is not None else ""
        self.title.set_texts(f"{question} · {title}" if title else question)
        self._show()

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """A time that was taken meanwhile: say so, and show what is free now; all else is kept."""
        if refusal.code in _GONE:
            self._chosen = None
            self._slots.select(None)
            self.ask(lambda: book.load_availability(self.client, self._today(), _DAYS), self._show, is_reading=True)
            self.refuse(refusal)
            self.notice.say(self.notice.text, Mood.WARNING)
        elif self.visit.availability is None:
            self._failed = refusal
        else:
            self.refuse(refusal, again)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the room is the times' own."""
        self._hint.setVisible(self.height() >= self.look.scaled(_ROOMY_PX))
        super().resizeEvent(event)

    # --- showing --------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        availability = self.visit.availability
        has_slots = availability is not None and self.visit.next_free is not None
        self._wheel.setVisible(self.is_busy and availability is None)
        self._choice.setVisible(has_slots)
        kind = self.visit.kind if self.visit.goal is Goal.BOOK else None
        # home visits are booked with their address, and waited for by nobody
        self._none_suits.setVisible(availability is not None and kind is not AppointmentKind.HOME_VISIT)
        self._none_suits.set_text(
            QCoreApplication.translate("TimePage", "None of these suits me")
            if has_slots
            else QCoreApplication.translate("TimePage", "Tell me when a time becomes free")
        )
        self._empty.setVisible(not has_slots and not (self.is_busy and availability is None))
        if self.main is not None:
            self.main.setVisible(has_slots)
            if not self.main.is_busy:
                self.main.setEnabled(self._chosen is not None)
        if availability is None or not has_slots:
            self._word_empty()
            return
        days = {day.date: day for day in availability.days}
        free = {day.date: len(day.slots) for day in availability.days}
        openness = {day.date: Openness.of(len(day.slots), day.capacity) for day in availability.days}
        self._month.set_days(openness, free)
        if self._day not in days or not days[self._day].slots:
            self._day = next(day.date for day in availability.days if day.slots)
        self._month.select(self._day)
        self._show_next()
        self._show_day(days[self._day])

    def _word_empty(self) -> None:
        if self._failed is not None:
            message = worded(self._failed)
            self._empty.set_texts(message.title, message.text, QCoreApplication.translate("VisitPage", "Try again"))
            return
        is_change = self.visit.goal is Goal.CHANGE
        self._empty.set_texts(
            QCoreApplication.translate("TimePage", "No time is free in the coming weeks"),
            QCoreApplication.translate("TimePage", "Your appointment stays as it is. Please look again in a few days.")
            if is_change
            else QCoreApplication.translate("TimePage", "Please choose another office, or come back in a few days."),
            QCoreApplication.translate("TimePage", "Look again"),
        )

    def _show_next(self) -> None:
        slot = self.visit.next_free
        if slot is None:
            return
        language = self.look.language
        span = wall_span(slot)
        text = QCoreApplication.translate("TimePage", "Next free: {day}, {time}")
        self._next.set_texts(
            text.format(day=short_date(span.day, language), time=clock_time(span.start, language)),
            full_date(span.day, language),
        )

    def _show_day(self, day: Day) -> None:
        language = self.look.language
        self._day_name.set_text(full_date(day.date, language))
        self._hint.set_text(QCoreApplication.translate("TimePage", "Free times: %Ln", None, len(day.slots)))
        offered = tuple(SlotTime(slot.starts_at, slot.wall_time) for slot in day.slots)
        chosen = self._chosen.starts_at if self._chosen is not None else None
        if tuple(button.slot for button in self._slots.buttons) != offered:
            self._slots.set_slots(offered)
            for button in self._slots.buttons:
                key = button.slot.key
                button.setObjectName(f"slot_{key.isoformat() if isinstance(key, datetime) else key}")
        self._slots.select(chosen)

    # --- choosing -------------------------------------------------------------------------------------------------

    def _choose_day(self, day: object) -> None:
        if isinstance(day, date):
            self._day = day
            self.hush()
            self._show()

    def _choose_slot(self, key: object) -> None:
        availability = self.visit.availability
        if availability is None:
            return
        slots = (slot for day in availability.days for slot in day.slots)
        self._chosen = next((slot for slot in slots if slot.starts_at == key), None)
        self._show()

    def _take_next(self) -> None:
        slot = self.visit.next_free
        if slot is not None:
            self._chosen = slot
            self._take_chosen()

    def _take_chosen(self) -> None:
        slot = self._chosen
        if slot is not None:
            self.ask(lambda: book.choose_slot(self.client, slot))

    def _wait_for_another(self) -> None:
        if not self.is_acting:
            waitlist.begin(self.client)

    def _day_chosen(self) -> date | None:
        """The day of a time that was chosen before."""
        slot = self.visit.slot
        return wall_span(slot).day if slot is not None else None

    def _today(self) -> date:
        return here(self.counter.now()).date()
