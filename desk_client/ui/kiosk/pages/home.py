"""The resting kiosk: what it is for, in a few large cards, and what day it is."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import call_operator, find_point, identify, leave_word
from desk_client.client.kiosk import KioskService, Station
from desk_client.client.visit import Goal, Page, Visit
from desk_client.i18n.dates import clock_time, full_date
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.called_strip import CalledStrip
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.home_grid import HomeGrid, Room
from desk_client.ui.kiosk.language_switch import LanguageSwitch
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.pattern import Emblem, Pattern
from desk_client.ui.kiosk.reserved_words import may_begin
from desk_client.ui.kiosk.sides import is_upright
from desk_client.ui.moments import here
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.card import CardButton, Shape
from desk_client.ui.widgets.label import Label, Tone

_MARK_PX, _LOW_MARK_PX = 104, 72
_CLOCK_EVERY_MS = 1_000
_FITS = (
    (Room.AMPLE, True, True),
    (Room.SCARCE, True, True),
    (Room.SCARCE, False, True),
    (Room.NONE_TO_SPARE, False, True),
    (Room.NONE_TO_SPARE, False, False),
)
"""What is shown in less and less height: how large the cards are; whether there is the date; the mark and purpose."""
_AT_FIRST = (KioskService.BOOK, KioskService.ATTEND)
"""Before the server has said what there is."""

_Told = tuple[bool, Language]


class HomePage(VisitPage):
    """Welcome. Touching a card begins the visit; a card is there only where its service exists."""

    page = Page.HOME
    measure_px = 1080

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._pattern = Pattern(self.look, self)
        self._pattern.lower()
        self.title.hide()
        self._welcome = Label(self.look, "", Role.DISPLAY, weight=Weight.BOLD, is_centred=True, is_heading=True)
        self._purpose = Label(self.look, "", Role.LEAD, tone=Tone.SECOND, is_centred=True)
        self._date = Label(self.look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        self._after_touch = QTimer(self)
        self._after_touch.setSingleShot(True)
        self._after_touch.setInterval(0)
        self._after_touch.timeout.connect(lambda: self._show_services(self.client.station.value))
        self._cards = {
            KioskService.BOOK: self._card("book", Icon.CALENDAR, lambda: identify.begin(self.client, Goal.BOOK)),
            KioskService.ATTEND: self._card(
                "attend", Icon.CALENDAR_CHECK, lambda: identify.begin(self.client, Goal.ATTEND)
            ),
            KioskService.SERVICE_POINTS: self._card(
                "service_points", Icon.BUILDING, lambda: find_point.begin(self.client)
            ),
            KioskService.OPERATOR: self._card("operator", Icon.HAND, lambda: call_operator.begin(self.client)),
        }
        self._left = (
            self._card("leave_request", Icon.SEND, lambda: leave_word.begin(self.client, Goal.LEAVE_REQUEST)),
            self._card("leave_check_in", Icon.ARRIVED, lambda: leave_word.begin(self.client, Goal.LEAVE_CHECK_IN)),
        )
        self._told: _Told | None = None
        self.grid = HomeGrid()
        self._language = LanguageSwitch(self.look, is_large=True)
        self.body.setSpacing(Space.M)
        self._mark = Emblem(self.look, _MARK_PX)
        self.body.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._welcome)
        self.body.addWidget(self._purpose)
        self._called = CalledStrip(self.look, self.client)
        self._called.changed.connect(self._fit)
        self.body.addSpacing(Space.S)
        self.body.addWidget(self._called)
        self.body.addWidget(self.grid)
        self.body.addSpacing(Space.XS)
        self.body.addWidget(self._language, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._date)
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_EVERY_MS)
        self._clock.timeout.connect(self._tell_time)
        self._unsubscribe = (
            self.client.station.subscribe(self._show_services),
            self.client.day.subscribe(lambda _day: self._tell_reserved()),
        )
        self._show_services(self.client.station.value)
        self.ready()

    def entered(self) -> None:
        """Let the clock run."""
        self._clock.start()
        self._tell_time()

    def left(self) -> None:
        """Let it rest."""
        self._clock.stop()

    def teardown(self) -> None:
        """Stop listening to what there is."""
        self._called.teardown()
        for unsubscribe in self._unsubscribe:
            unsubscribe()

    def relabel(self) -> None:
        """Word the welcome."""
        self._welcome.set_text(QCoreApplication.translate("HomePage", "Welcome"))
        self._word_purpose()
        self._cards[KioskService.ATTEND].set_texts(
            QCoreApplication.translate("HomePage", "My appointments and requests"),
            QCoreApplication.translate("HomePage", "Check in, change, cancel, or read an answer"),
        )
        self._cards[KioskService.SERVICE_POINTS].set_texts(
            QCoreApplication.translate("HomePage", "Find a service point"),
            QCoreApplication.translate("HomePage", "The nearest halls, and when they are open"),
        )
        self._cards[KioskService.OPERATOR].set_texts(
            QCoreApplication.translate("HomePage", "Talk to the operator"),
            QCoreApplication.translate("HomePage", "Somebody comes to you and helps"),
        )
        leave_request, leave_check_in = self._left
        leave_request.set_texts(
            QCoreApplication.translate("HomePage", "Leave a request"),
            QCoreApplication.translate("HomePage", "Not an appointment: it is sent as soon as the line is back"),
        )
        leave_check_in.set_texts(
            QCoreApplication.translate("HomePage", "Check in with your ticket"),
            QCoreApplication.translate("HomePage", "It is kept here, and sent as soon as the line is back"),
        )
        self._tell_time()
        self._fit()

    def refresh(self, visit: Visit) -> None:
        """Nothing of a visit is shown here."""
        del visit

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be smaller where the window is low."""
        self._pattern.setGeometry(self.rect())
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        """Give up what is not needed, the least needed first, until nothing has to scroll."""
        width = min(self.width() - 2 * Space.L, self.look.scaled(self.measure_px)) + 2 * Space.L
        for room, has_date, has_mark in _FITS:
            is_ample = room is Room.AMPLE
            self._mark.set_size(_MARK_PX if is_ample else _LOW_MARK_PX)
            self._mark.setVisible(has_mark)
            self._purpose.setVisible(has_mark)
            self._date.setVisible(has_date)
            self.body.setSpacing(Space.M if is_ample else Space.S)
            self.grid.fit(room, upright=is_upright(self))
            self._welcome.show()
            if self._fits(width):
                return
        # a number that is called matters more to whoever waits than the greeting
        self._welcome.setVisible(self._called.isHidden())
        self.body.invalidate()

    def _fits(self, width: int) -> bool:
        self.body.invalidate()
        return self._wanted_height(width) <= self.height() - 2 * Space.M

    def _card(self, name: str, icon: Icon, begin: Callable[[], None]) -> CardButton:
        card = CardButton(self.look, sign=icon, shape=Shape.TILE)
        card.setObjectName(name)
        card.clicked.connect(begin)
        card.released.connect(self._after_touch.start)
        card.hide()
        return card

    def _show_services(self, station: Station) -> None:
        if any(card.isDown() for card in self.grid.cards):
            return  # no card moves away from under a finger; what there is is shown once that is lifted
        services = _AT_FIRST if station.kiosk is None else station.kiosk.services
        self._word_purpose()
        if leave_word.can_leave(self.client):
            known = self.client.points.value is not None and KioskService.SERVICE_POINTS in services
            self.grid.set_cards([*self._left, *([self._cards[KioskService.SERVICE_POINTS]] if known else [])])
        else:
            self.grid.set_cards([self._cards[each] for each in services])
        self._fit()
        if KioskService.SERVICE_POINTS in services and self.client.points.value is None and station.trouble is None:
            # read ahead: they are known when the line is down
            self.counter.bridge.run(find_point.load_points(self.client), lambda _nothing: None, lambda _refusal: None)

    def _word_purpose(self) -> None:
        """What the kiosk is for; without a line whoever comes for an appointment or an answer is told when."""
        usual = QCoreApplication.translate(
            "HomePage", "Meet the official you need, face to face, from your governorate"
        )
        later = QCoreApplication.translate(
            "HomePage", "Your appointments, requests and answers can be read again as soon as the line is back."
        )
        self._purpose.set_text(later if leave_word.can_leave(self.client) else usual)

    def _tell_reserved(self) -> None:
        """What would not end before the next audience does not begin; whoever has that audience goes on."""
        book, may_book = self._cards[KioskService.BOOK], may_begin(self.client.day.value, self.counter.now())
        if self._told == (may_book, self.look.language):
            return
        self._told = (may_book, self.look.language)
        book.setEnabled(may_book)
        book.set_texts(
            QCoreApplication.translate("HomePage", "Book an audience"),
            QCoreApplication.translate("HomePage", "By video, in person or at your home")
            if may_book
            else QCoreApplication.translate("HomePage", "Not at this kiosk at the moment"),
        )

    def _tell_time(self) -> None:
        moment = here(self.counter.now())
        language = self.look.language
        self._date.set_text(f"{clock_time(moment.time(), language)} · {full_date(moment.date(), language)}")
        self._tell_reserved()
