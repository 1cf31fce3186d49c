"""The resting kiosk: what it is for, in two tiles, and what day it is."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desk_client.client.actions import identify, leave_word
from desk_client.client.kiosk import KioskClient
from desk_client.client.visit import Goal, Page, Visit
from desk_client.i18n.dates import clock_time, full_date
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.language_switch import LanguageSwitch
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.pattern import Emblem, Pattern
from desk_client.ui.moments import here
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.card import CardButton, Shape
from desk_client.ui.widgets.label import Label, Tone

_NARROW_PX = 900
_TILE_PX = 216
_LOW_PX = 640
"""Below this height (in scaled pixels) mark and tiles are smaller, so that nothing scrolls."""
_FLAT_PX = 500
"""Below this height the date goes too."""
_MARK_PX, _LOW_MARK_PX = 104, 72
_LOW_TILE_PX = 168
_CLOCK_EVERY_MS = 1_000


class HomePage(VisitPage):
    """Welcome. Touching a tile begins the visit."""

    page = Page.HOME
    measure_px = 1080

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._pattern = Pattern(self.look, self)
        self._pattern.lower()
        self.title.hide()
        self._welcome = Label(self.look, "", Role.DISPLAY, weight=Weight.BOLD, is_centred=True)
        self._purpose = Label(self.look, "", Role.LEAD, tone=Tone.SECOND, is_centred=True)
        self._date = Label(self.look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        self._book = self._tile("book", Icon.CALENDAR, Goal.BOOK)
        self._attend = self._tile("attend", Icon.CALENDAR_CHECK, Goal.ATTEND)
        self._leave_request = self._tile("leave_request", Icon.SEND, Goal.LEAVE_REQUEST, leave_word.begin)
        self._leave_check_in = self._tile("leave_check_in", Icon.ARRIVED, Goal.LEAVE_CHECK_IN, leave_word.begin)
        self._language = LanguageSwitch(self.look, is_large=True)
        self._tiles = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tiles.setSpacing(Space.L)
        for tile in self._every_tile:
            self._tiles.addWidget(tile, 1)
        self.body.setSpacing(Space.M)
        self._mark = Emblem(self.look, _MARK_PX)
        self.body.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._welcome)
        self.body.addWidget(self._purpose)
        self.body.addSpacing(Space.S)
        self.body.addLayout(self._tiles)
        self.body.addWidget(self._language, 0, Qt.AlignmentFlag.AlignHCenter)
        self.body.addWidget(self._date)
        self._unsubscribe = self.client.station.subscribe(lambda _station: self.refresh(self.visit))
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_EVERY_MS)
        self._clock.timeout.connect(self._tell_time)
        self.ready()

    def entered(self) -> None:
        """Let the clock run."""
        self._clock.start()
        self._tell_time()

    def left(self) -> None:
        """Let it rest."""
        self._clock.stop()

    def relabel(self) -> None:
        """Word the welcome."""
        self._welcome.set_text(QCoreApplication.translate("HomePage", "Welcome"))
        self._purpose.set_text(
            QCoreApplication.translate("HomePage", "Meet the official you need, face to face, from your governorate")
        )
        self._book.set_texts(
            QCoreApplication.translate("HomePage", "Book an audience"),
            QCoreApplication.translate("HomePage", "Choose an official and a time"),
        )
        self._attend.set_texts(
            QCoreApplication.translate("HomePage", "I have an appointment"),
            QCoreApplication.translate("HomePage", "Check in and begin your audience"),
        )
        self._leave_request.set_texts(
            QCoreApplication.translate("HomePage", "Leave a request"),
            QCoreApplication.translate("HomePage", "Not an appointment: it is sent as soon as the line is back"),
        )
        self._leave_check_in.set_texts(
            QCoreApplication.translate("HomePage", "Check in with your ticket"),
            QCoreApplication.translate("HomePage", "It is kept here, and sent as soon as the line is back"),
        )
        self._tell_time()

    def refresh(self, visit: Visit) -> None:
        """Offer what can be done: of a visit nothing is shown here."""
        del visit
        is_left = leave_word.can_leave(self.client)
        for tile in self._every_tile:
            tile.setVisible((tile in {self._leave_request, self._leave_check_in}) is is_left)

    def teardown(self) -> None:
        """End the subscription."""
        self._unsubscribe()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the tiles where they would be narrow; be smaller where the window is low."""
        upright = QBoxLayout.Direction.TopToBottom
        self._tiles.setDirection(upright if self.width() < _NARROW_PX else QBoxLayout.Direction.LeftToRight)
        self._pattern.setGeometry(self.rect())
        is_low = self.height() < self.look.scaled(_LOW_PX)
        self._mark.set_size(_LOW_MARK_PX if is_low else _MARK_PX)
        self.body.setSpacing(Space.S if is_low else Space.M)
        self._date.setVisible(self.height() >= self.look.scaled(_FLAT_PX))
        for tile in self._every_tile:
            tile.setMinimumHeight(_LOW_TILE_PX if is_low else _TILE_PX)
        super().resizeEvent(event)

    @property
    def _every_tile(self) -> tuple[CardButton, ...]:
        return (self._book, self._attend, self._leave_request, self._leave_check_in)

    def _tile(
        self, name: str, icon: Icon, goal: Goal, begin: Callable[[KioskClient, Goal], None] = identify.begin
    ) -> CardButton:
        tile = CardButton(self.look, sign=icon, shape=Shape.TILE)
        tile.setObjectName(name)
        tile.setMinimumHeight(_TILE_PX)
        tile.clicked.connect(lambda: begin(self.client, goal))
        return tile

    def _tell_time(self) -> None:
        moment = here(self.counter.now())
        language = self.look.language
        self._date.set_text(f"{clock_time(moment.time(), language)} · {full_date(moment.date(), language)}")
