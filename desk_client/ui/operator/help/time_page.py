"""When: a day of the calendar, and one of its times."""

from datetime import date, datetime, timedelta
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desk_client.client.actions import help as helping_actions
from desk_client.client.helping import Day, Helping, HelpStep, Slot
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import full_date
from desk_client.ui.desk.office import Office
from desk_client.ui.messages import worded
from desk_client.ui.moments import wall_span
from desk_client.ui.operator.help.page import HelpPage
from desk_client.ui.operator.help.today import today
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.label import Label
from desk_client.ui.widgets.month_days import Openness
from desk_client.ui.widgets.month_grid import MonthGrid
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.slot_grid import SlotGrid, SlotTime
from desk_client.ui.widgets.slot_scroll import SlotScroll

_GONE = frozenset({RefusalCode.SLOT_TAKEN, RefusalCode.SLOT_UNAVAILABLE, RefusalCode.HOLD_EXPIRED})


class TimePage(HelpPage):
    """The next free time is chosen already: Enter goes on with it. One taken meanwhile gives way to the nearest."""

    step: ClassVar[HelpStep] = HelpStep.TIME
    fills: ClassVar[bool] = True

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        look = office.look
        self._day: date | None = None
        self._chosen: Slot | None = None
        first = today()
        self._month = MonthGrid(look, first, first + timedelta(days=helping_actions.DAYS - 1))
        self._month.days.setObjectName("help_days")
        self._month.day_chosen.connect(self._choose_day)
        self._month.setMaximumHeight(560)
        self._day_name = Label(look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self._slots = SlotGrid(look)
        self._slots.slot_chosen.connect(self._choose_slot)
        calendar, times = Panel(look), Panel(look)
        calendar.body.addWidget(self._month)
        times.body.addWidget(self._day_name)
        times.body.addWidget(SlotScroll(self._slots), 1)
        self._choice = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._choice)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(Space.M)
        self._parts.addWidget(calendar, 6)
        self._parts.addWidget(times, 5)
        self._empty = EmptyState(look, Icon.CALENDAR)
        self._empty.action.setObjectName("help_look_again")
        self._empty.action_asked.connect(self._load)
        self.body.addWidget(self._choice, 1)
        self.body.addWidget(self._empty, 1)
        self._wait = Button(look, "", Kind.SECONDARY, icon=Icon.INBOX)
        self._wait.setObjectName("help_waitlist")
        self._wait.clicked.connect(lambda: self.ask(helping_actions.join_waitlist(office.client), self._wait))
        self.foot.addWidget(self._wait)
        self.add_main("help_take_time", self._take, Icon.CHECK)
        self.ready()

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(QCoreApplication.translate("HelpTimePage", "When does it suit them?"))
        self._wait.set_text(QCoreApplication.translate("HelpTimePage", "None suits: onto the waitlist"))
        self._empty.set_texts(
            QCoreApplication.translate("HelpTimePage", "No time is free in the coming weeks"),
            QCoreApplication.translate("HelpTimePage", "Put them on the waitlist, or choose another official."),
            QCoreApplication.translate("HelpTimePage", "Look again"),
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("HelpTimePage", "Take this time"))
        self.refresh(self.helping)

    def refresh(self, helping: Helping) -> None:
        """Show what is free."""
        free = helping.next_free
        self._choice.setVisible(free is not None)
        self._empty.setVisible(free is None and helping.availability is not None)
        if self.main is not None and not self.main.is_busy:
            self.main.setVisible(free is not None)
        if helping.availability is None or free is None:
            return
        days = {day.date: day for day in helping.availability.days}
        offered = {slot.starts_at: slot for day in helping.availability.days for slot in day.slots}
        if self._chosen is None or self._chosen.starts_at not in offered:
            near = self._chosen
            if near is None:
                self._chosen = free
            else:  # what is nearest to the time that was wished for
                self._chosen = min(offered.values(), key=lambda slot: abs(slot.starts_at - near.starts_at))
            self._day = wall_span(self._chosen).day
        if self._day not in days or not days[self._day].slots:
            self._day = wall_span(self._chosen).day
        self._month.set_days({day.date: Openness.of(len(day.slots), day.capacity) for day in helping.availability.days})
        self._month.select(self._day)
        self._show_day(days[self._day])

    def entered(self) -> None:
        """Begin with the next free time."""
        self._day = None
        if self.helping.gone is not None:
            self.on_refusal(self.helping.gone)
        else:
            self._chosen = self.helping.slot
        self.refresh(self.helping)
        if self.main is not None:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_refusal(self, refusal: Refusal) -> None:
        """A time that somebody else took meanwhile: what is near it is chosen now."""
        if refusal.code not in _GONE:
            super().on_refusal(refusal)
            return
        text = QCoreApplication.translate("HelpTimePage", "The nearest one that is free is chosen now.")
        self.notice.say(f"{worded(refusal).title}. {text}", Mood.WARNING)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On an upright screen the times are below the calendar."""
        upright = self.height() > self.width()
        across, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._parts.setDirection(below if upright else across)
        super().resizeEvent(event)

    def _show_day(self, day: Day) -> None:
        self._day_name.set_text(full_date(day.date, self.look.language))
        offered = tuple(SlotTime(slot.starts_at, slot.wall_time) for slot in day.slots)
        if tuple(button.slot for button in self._slots.buttons) != offered:
            self._slots.set_slots(offered)
            for button in self._slots.buttons:
                key = button.slot.key
                button.setObjectName(f"help_slot_{key.isoformat() if isinstance(key, datetime) else key}")
        self._slots.select(None if self._chosen is None else self._chosen.starts_at)

    def _choose_day(self, day: object) -> None:
        availability = self.helping.availability
        if isinstance(day, date) and availability is not None:
            slots = next((each.slots for each in availability.days if each.date == day), ())
            if slots:
                self._day, self._chosen = day, slots[0]
                self.notice.say("")
                self.refresh(self.helping)

    def _choose_slot(self, key: object) -> None:
        availability = self.helping.availability
        if availability is not None:
            slots = (slot for day in availability.days for slot in day.slots)
            self._chosen = next((slot for slot in slots if slot.starts_at == key), self._chosen)

    def _load(self) -> None:
        self.ask(helping_actions.load_times(self.office.client, today()))

    def _take(self) -> None:
        if self._chosen is not None:
            self.ask(helping_actions.choose_time(self.office.client, self._chosen, today()), self.main)
