"""The calendar's page: a week or a month of the office, and everything that is done in it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from enum import Enum, auto
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.actions import plan
from desk_client.client.day import Day, DeskPage
from desk_client.client.office_calendar import BusyTime, CalendarAudience, CalendarView, Span
from desk_client.client.visit import Slot
from desk_client.domain.access import Action
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.dates import gregorian_months_title, hijri_months_title
from desk_client.ui.desk.calendar.asking import Asking
from desk_client.ui.desk.calendar.choice_bar import ChoiceBar
from desk_client.ui.desk.calendar.choosing import Choice, Chosen
from desk_client.ui.desk.calendar.deputies import Deputies
from desk_client.ui.desk.calendar.month_sheet import MonthSheet
from desk_client.ui.desk.calendar.week_grid import WeekGrid
from desk_client.ui.desk.calendar.week_head import WeekHead
from desk_client.ui.desk.key_words import Keys, calendar_keys
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.place import Place
from desk_client.ui.messages import worded
from desk_client.ui.moments import here
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.busy import Busy
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.month_days import Weeks
from desk_client.ui.widgets.page import ScrollColumn

_WEEK: Final = 7
_WEEKS_OF_MONTH: Final = 5


class Sheet(Enum):
    """How much is seen at once."""

    WEEK = auto()
    MONTH = auto()


class CalendarPage(Place):
    """Hears of changes by the office's line, as the day does; what is shown is the client's calendar."""

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_calendar")
        self._office = office
        look = office.look
        self._sheet = Sheet.WEEK
        self._day = here(datetime.now(UTC)).date()
        self._has_scrolled: date | None = None
        self._back: Callable[[], None] | None = None
        self._title = Label(look, "", Role.TITLE, weight=Weight.BOLD)
        self._beside = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self.before = Button(look, "", Kind.QUIET, icon=Icon.PREVIOUS)
        self.after = Button(look, "", Kind.QUIET, icon=Icon.GO)
        self.today = Button(look, "", Kind.SECONDARY)
        self.switch = Button(look, "", Kind.SECONDARY, icon=Icon.CALENDAR)
        self.others = Button(look, "", Kind.QUIET, icon=Icon.SCREEN)
        self.deputies = Button(look, "", Kind.QUIET, icon=Icon.PERSON)
        for name, button in (
            ("turn_back", self.before),
            ("turn_on", self.after),
            ("turn_today", self.today),
            ("switch_sheet", self.switch),
            ("other_calendars", self.others),
            ("deputies", self.deputies),
        ):
            button.setObjectName(name)
        self.notice = Banner(look, Mood.SUCCESS)
        self.notice.setObjectName("calendar_notice")
        self.notice.action_asked.connect(self._undo)
        self.head = WeekHead(look)
        self.week = WeekGrid(look)
        self.hours = ScrollColumn()
        self.hours.body.addWidget(self.week)
        self.hours.body.addStretch()
        self.month = MonthSheet(look)
        self.bar = ChoiceBar(look)
        self._busy = Busy(look)
        self._failed = EmptyState(look, Icon.SERVER_OFF)
        self._failed.setObjectName("calendar_failed")
        self._failed.action.setObjectName("calendar_again")
        self._stack = QStackedWidget()
        self.asking = Asking(office, self, self.say)
        self.acting = Deputies(office, self, self.say, self.refresh)
        self._build()
        self._connect()
        self._leave = office.client.calendar.subscribe(self._show)
        self.retranslate()

    # --- showing --------------------------------------------------------------------------------------------------

    def show_day(self, day: Day) -> None:
        """Read the calendar once its page is open."""
        self.deputies.setVisible(Action.MANAGE_DELEGATES in day.may)
        if day.session is None:
            self.notice.say("")
            self.asking.drop()
            self.acting.drop()
        elif day.page is DeskPage.CALENDAR and self._office.client.calendar.value.span is None:
            self.go_to(here(datetime.now(UTC)).date())

    def refresh(self) -> None:
        """Something changed: read the days that are shown again."""
        if self._office.day.page is DeskPage.CALENDAR:
            self._office.bridge.run(plan.look_again(self._office.client), _nothing, _passed_over)

    def go_to(self, day: date) -> None:
        """Turn to the week or the month of a day."""
        self._day = day
        client = self._office.client
        landing = client.calendar.value.landing
        self._office.bridge.run(plan.look_at(client, self._span), _nothing, _passed_over)
        if landing is not None:
            self._office.bridge.run(plan.begin_move(client, landing.audience), _nothing, self._refused)

    def say(
        self, text: str, mood: Mood = Mood.SUCCESS, action: str = "", then: Callable[[], None] | None = None
    ) -> None:
        """Say how something went, with perhaps a way back."""
        self._back = then
        self.notice.say(text, mood, action)

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def keys(self) -> Keys:
        """Tell what its keys do."""
        return calendar_keys()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        is_week = self._sheet is Sheet.WEEK
        for button, week_words, month_words in (
            (
                self.before,
                QCoreApplication.translate("Calendar", "The week before"),
                QCoreApplication.translate("Calendar", "Earlier weeks"),
            ),
            (
                self.after,
                QCoreApplication.translate("Calendar", "The next week"),
                QCoreApplication.translate("Calendar", "Later weeks"),
            ),
        ):
            button.setAccessibleName(week_words if is_week else month_words)
            button.setToolTip(week_words if is_week else month_words)
        self.today.set_text(QCoreApplication.translate("Calendar", "Today"))
        self.switch.set_text(
            QCoreApplication.translate("Calendar", "Month")
            if is_week
            else QCoreApplication.translate("Calendar", "Week")
        )
        self.others.set_text(QCoreApplication.translate("Calendar", "Other calendars"))
        self.deputies.set_text(QCoreApplication.translate("Deputies", "Deputies"))
        self.bar.retranslate()
        self._show(self._office.client.calendar.value)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the head as wide as the week below it."""
        super().resizeEvent(event)
        self._line_up()

    @property
    def _span(self) -> Span:
        sunday = Weeks.of(self._day).sunday
        return Span(sunday, _WEEK if self._sheet is Sheet.WEEK else _WEEK * _WEEKS_OF_MONTH)

    def _show(self, view: CalendarView) -> None:
        language = self._office.look.language
        span = self._span
        last = span.first + timedelta(days=span.count - 1)
        self._title.set_text(hijri_months_title(span.first, last, language))
        self._beside.set_text(gregorian_months_title(span.first, last, language))
        shown = view.shown
        self.bar.setVisible((self._sheet is Sheet.WEEK and shown is not None) or view.landing is not None)
        self.head.setVisible(self._sheet is Sheet.WEEK)
        if shown is None:
            if view.trouble is not None:
                message = worded(view.trouble)
                again = QCoreApplication.translate("Calendar", "Try again")
                self._failed.set_texts(message.title, message.text, again)
                self._stack.setCurrentIndex(3)
            else:
                self._stack.setCurrentIndex(2)
            self._show_choice(None)
            return
        today = shown.now.astimezone(ZoneInfo(shown.zone)).date()
        if self._sheet is Sheet.MONTH:
            self.month.show_days(shown, today, view.landing)
            self._show_choice(None)
            self._stack.setCurrentIndex(1)
            return
        self.head.show_days(shown, today)
        self.week.show_days(shown, view.landing)
        self._stack.setCurrentIndex(0)
        self._show_choice(self.week.choice)
        self._line_up()
        if self._has_scrolled != shown.first and self.hours.viewport().height() > 1:
            self._has_scrolled = shown.first
            QTimer.singleShot(0, self.week, self._scroll_to_work)  # the bar knows its range after the layout

    def _scroll_to_work(self) -> None:
        self.hours.verticalScrollBar().setValue(self.week.first_of_interest().top())

    def _line_up(self) -> None:
        self.week.give_room(self.hours.viewport().height())
        bar = self.hours.verticalScrollBar()
        room = bar.sizeHint().width() if self.week.height() > self.hours.viewport().height() else 0
        self._head_row.setContentsMargins(0, 0, room, 0)

    # --- acting ---------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.today.clicked.connect(lambda: self.go_to(here(datetime.now(UTC)).date()))
        self.switch.clicked.connect(self._switch)
        self.others.clicked.connect(self.asking.share)
        self.deputies.clicked.connect(self.acting.show)
        self.asking.file_asked.connect(self._choose_file)
        self._failed.action_asked.connect(self.refresh)
        self.month.opened.connect(self._open_week)
        self.month.turned.connect(self._turn)
        self.week.turned.connect(self._turn)
        self.week.chose.connect(self._show_choice)
        self.week.opened.connect(self._open)
        self.week.looked_at.connect(self._look_at)
        for asks in (self.week, self.month, self.bar):
            asks.move_asked.connect(self._begin_move)
            asks.move_left.connect(lambda: plan.end_move(self._office.client))
        for asks in (self.week, self.bar):
            asks.block_asked.connect(self.asking.block)
        self.bar.another_asked.connect(self.month.move_next)
        self.week.landed.connect(self._land)
        self.bar.open_asked.connect(self._open_brief)
        self.bar.cancel_asked.connect(self.asking.call_off)
        self.bar.unblock_asked.connect(self.asking.unblock)
        self.asking.moved.connect(self._offer_way_back)
        self.asking.in_the_way.connect(self._begin_move)

    def _turn(self, by: int) -> None:
        self.go_to(self._span.first + timedelta(days=by * self._span.count))

    def _switch(self) -> None:
        plan.end_move(self._office.client)
        self._show_sheet(Sheet.MONTH if self._sheet is Sheet.WEEK else Sheet.WEEK)

    def _open_week(self, day: date) -> None:
        """The week of a day; what is being moved may go there."""
        self._day = day
        self._show_sheet(Sheet.WEEK)
        self.week.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.go_to(self._day)
        self.retranslate()

    def _show_choice(self, choice: Choice | None) -> None:
        view = self._office.client.calendar.value
        may_open = Action.SEE_BRIEF in self._office.day.may
        several = self._sheet is Sheet.MONTH and self.month.has_several
        may_cancel = Action.CANCEL in self._office.day.may
        self.bar.show_choice(
            choice, view.shown, view.landing, may_open=may_open, may_cancel=may_cancel, has_several=several
        )

    def _open(self, choice: Choice) -> None:
        """Enter does what the bar's first button does."""
        match choice:
            case CalendarAudience():
                if self.bar.open.isVisible():
                    self._open_brief(choice)
                elif self.bar.move_it.isVisible():
                    self._begin_move(choice)
            case BusyTime():
                if self.bar.unblock.isVisible():
                    self.asking.unblock(choice)
            case Chosen():
                self.asking.block(choice)

    def _open_brief(self, audience: CalendarAudience) -> None:
        self.notice.say("")
        self._office.bridge.run(plan.open_brief(self._office.client, audience), _nothing, self._refused)

    def _begin_move(self, audience: CalendarAudience) -> None:
        self.notice.say("")
        self._office.bridge.run(plan.begin_move(self._office.client, audience), _nothing, self._refused)
        sheet = self.week if self._sheet is Sheet.WEEK else self.month
        sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _land(self, slot: Slot) -> None:
        view = self._office.client.calendar.value
        if view.landing is not None and view.shown is not None:
            self.asking.move(view.landing.audience, slot.starts_at, ZoneInfo(view.shown.zone))

    def _offer_way_back(self, audience: CalendarAudience, version: int, old: datetime) -> None:
        """What was moved may be moved back, as long as nobody took its time; the person hears of that too."""
        again = audience.model_copy(update={"version": version})
        self.say(
            QCoreApplication.translate("Calendar", "{name} was moved and is being told.").format(
                name=audience.citizen_name
            ),
            Mood.SUCCESS,
            QCoreApplication.translate("Calendar", "Move back"),
            lambda: self.asking.move_back(again, old),
        )

    def _undo(self) -> None:
        back, self._back = self._back, None
        self.notice.say("")
        if back is not None:
            back()

    def _choose_file(self) -> None:
        title = QCoreApplication.translate("Calendar", "Read a calendar file")
        kinds = QCoreApplication.translate("Calendar", "Calendar files (*.ics)")
        path, _ = QFileDialog.getOpenFileName(self, title, "", kinds)
        if path:
            self.asking.take_in(Path(path))

    def _refused(self, refusal: Refusal) -> None:
        message = worded(refusal)
        self.say(f"{message.title}. {message.text}", Mood.ERROR)

    def _look_at(self, place: QRect) -> None:
        top = self.week.y() + place.top()
        self.hours.ensureVisible(0, top, 0, Space.L)
        self.hours.ensureVisible(0, top + place.height(), 0, Space.L)

    def _build(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._title)
        names.addWidget(self._beside)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addLayout(names, 1)
        for button in (self.before, self.today, self.after, self.switch, self.others, self.deputies):
            top.addWidget(button)
        middle = QWidget()
        across = QVBoxLayout(middle)
        across.addStretch()
        across.addWidget(self._busy, 0, Qt.AlignmentFlag.AlignHCenter)
        across.addStretch()
        for part in (self.hours, self.month, middle, self._failed):
            self._stack.addWidget(part)
        self._head_row = QHBoxLayout()
        self._head_row.addWidget(self.head)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        column.setSpacing(Space.S)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addLayout(self._head_row)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)


def _nothing(_value: None) -> None:
    """The page follows the model."""


def _passed_over(_refusal: Refusal) -> None:
    """The model holds what went wrong."""
