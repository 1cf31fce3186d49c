"""The kiosk's window: one visitor from the welcome to the farewell. It shows the visit and holds no answers itself."""

import logging
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QClipboard, QCloseEvent, QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import attend, greet, unlock
from desk_client.client.coalesced import Coalesced
from desk_client.client.flows.kiosk import FLOW, Stage
from desk_client.client.key_sound import KeySound
from desk_client.client.kiosk import KioskClient, Station
from desk_client.client.speech import Speech
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.bridge import Bridge
from desk_client.ui.kiosk.announcing import Announcing
from desk_client.ui.kiosk.attract import Attract
from desk_client.ui.kiosk.called_strip import CalledStrip
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.end_question import EndQuestion
from desk_client.ui.kiosk.hall_orders import HallOrders
from desk_client.ui.kiosk.header import KioskHeader
from desk_client.ui.kiosk.idleness import Idleness, Patience
from desk_client.ui.kiosk.leave_offer import LeaveOffer
from desk_client.ui.kiosk.operator_access import OperatorAccess
from desk_client.ui.kiosk.operator_sheet import IDLE_MS
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.page_stack import PageStack
from desk_client.ui.kiosk.reader import Reader
from desk_client.ui.kiosk.reserved_banner import ReservedBanner
from desk_client.ui.kiosk.settling import SETTLE_MS
from desk_client.ui.kiosk.still_there import StillThere
from desk_client.ui.messages import worded
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.keyboard import TouchKeyboard
from desk_client.ui.widgets.offline_banner import OfflineBanner
from desk_client.ui.widgets.step_bar import StepBar
from desk_client.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desk_client.client.pictures import Picture

logger = logging.getLogger(__name__)

_GREET_EVERY_MS: Final = 5_000
_FOLLOW_AGAIN_MS: Final = 2_000
_LOAD_AFTER_MS: Final = 1_000
_FAREWELL_MS: Final = 6_000
_ATTRACT_AFTER_MS: Final = 60_000
_ROOMY_PX: Final = 900
_LOW_PX: Final = 560


class KioskWindow(QWidget):
    """Shell and pages. ``page_name`` tells which page shows."""

    visit_over = Signal()
    """The farewell has been shown or was touched: the process may end."""
    closed = Signal()
    """Somebody closed a kiosk that is not full screen, or the operator any kiosk."""

    def __init__(
        self,
        look: Appearance,
        client: KioskClient,
        bridge: Bridge,
        *,
        full_screen: bool,
        speech: Speech | None = None,
        key_sound: KeySound | None = None,
        on_painted: "Callable[[Picture], None] | None" = None,
        now: Callable[[], datetime] | None = None,
        patience: Patience | None = None,
        farewell_ms: int = _FAREWELL_MS,
        attract_after_ms: int = _ATTRACT_AFTER_MS,
        operator_idle_ms: int = IDLE_MS,
        settle_ms: int = SETTLE_MS,
        parent: QWidget | None = None,
    ) -> None:
        """``on_painted`` is told each picture of the official that was painted; ``speech`` reads pages and announces.

        Keys are heard by ``key_sound``. ``now`` takes the place of the server's clock where pictures are compared.
        """
        super().__init__(parent)
        self._look = look
        self.client = client
        self._bridge = bridge
        self._full_screen = full_screen
        self.setObjectName("kiosk")
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        counter = self._counter = Counter(look, client, bridge, now or client.clock.now, key_sound, speech)
        self._pages = PageStack(counter, on_painted, farewell_ms, settle_ms)
        self._pages.server_missed.connect(self._greet)
        self._pages.visit_over.connect(self.visit_over)
        self._serve_staff(counter, operator_idle_ms)
        self._reserved = ReservedBanner(counter)
        self._reserved.changed.connect(self._show_band)
        self._lay_out()
        self.hall = HallOrders(counter, self, self._header, self.operator, self._end)
        self.hall.worn.connect(self.visit_over)
        self._reader = Reader(look, self._header, speech, self)
        self._pages.said_anew.connect(self._reader.begin_again)
        self._toast = Toast(look, self)
        self._still_there = StillThere(look, self)
        self._still_there.stayed.connect(self._stay)
        self._still_there.left.connect(self._end)
        self._idleness = Idleness(patience or Patience(), self)
        self._idleness.warned.connect(self.warn)
        self._idleness.ended.connect(self._end)
        self._pages.person_active.connect(self._idleness.stay)
        self._attract = Attract(look, self, CalledStrip(look, client))
        self._attract.touched.connect(self._wake)
        self._look_at_rest = look.look
        self._solitude = Idleness(Patience(attract_after_ms, attract_after_ms), self)
        self._solitude.ended.connect(self.attract_people)
        self._end_question = EndQuestion(look, self)
        self._end_question.confirmed.connect(self._end)
        self._is_ending = False
        self._follow = Coalesced(lambda: attend.follow(client))
        self._follow_again = _single_shot(self, _FOLLOW_AGAIN_MS, self._follow_on)
        self._greet_again = _single_shot(self, _GREET_EVERY_MS, self._greet)
        self._load_soon = _single_shot(self, _LOAD_AFTER_MS, self._load)
        self._is_greeting = False
        self._shown: Page | None = None
        self._trail: tuple[Page, ...] = ()
        self._unsubscribe = (
            client.visit.subscribe(self._show_visit),
            client.station.subscribe(self._show_station),
            client.hints.subscribe(lambda _count: self._follow_on()),
        )
        # after the pages: the reader falls silent before it is announced whose turn it is
        self._announcing = Announcing(counter, speech, self)
        self.hall.called_here.connect(self._announcing.call)
        self._relabel()
        self._show_station(client.station.value)
        self._show_visit(client.visit.value)

    @property
    def page_name(self) -> str:
        """The page that shows: the value of `client.visit.Page`."""
        return str(self.client.visit.value.page)

    @property
    def page(self) -> VisitPage:
        """The page that shows."""
        return self._pages[self.client.visit.value.page]

    @property
    def is_watched(self) -> bool:
        """Whether the visit ends by itself when nobody touches the kiosk for long."""
        return self._idleness.is_watching

    def show_fault(self) -> None:
        """Say that something went wrong which nobody foresaw; what was typed is still there."""
        message = worded(Refusal(RefusalCode.INTERNAL))
        self._toast.say(f"{message.title}. {message.text}", Mood.ERROR)

    def warn(self, seconds: int) -> None:
        """Say that the visit ends by itself in so many seconds."""
        self._still_there.count(seconds)

    def attract_people(self) -> None:
        """Nobody is there: greet whoever comes, in the language and the colours of the place."""
        self._reader.rest()
        if self.client.station.value.trouble is None:
            self._look.set_look(self._look_at_rest)
            self._attract.rise()
        self._rest_or_watch(Page.HOME)

    def teardown(self) -> None:
        """End subscriptions, timers and what pages hold. Idempotent."""
        for unsubscribe in self._unsubscribe:
            unsubscribe()
        self._idleness.watch(False)
        self._solitude.watch(False)
        self._leave_offer.teardown()
        self.operator.rest()
        self.hall.teardown()
        self._follow_again.stop()
        self._greet_again.stop()
        self._load_soon.stop()
        self._reader.rest()
        self._announcing.teardown()
        self._attract.teardown()
        self._reserved.teardown()
        self._pages.teardown()
        for page in self._pages.made:
            page.left()
            page.teardown()

    # --- the visit ------------------------------------------------------------------------------------------------

    def _show_visit(self, visit: Visit) -> None:
        page = self._pages[visit.page]
        if visit.page is self._shown:
            page.refresh(visit)
            self._rest_or_watch(visit.page)
            return
        self.operator.rest()
        before = self._pages[self._shown] if self._shown is not None else None
        is_back = self._leads_back(visit)
        self._shown, self._trail = visit.page, visit.trail
        if before is not None:
            before.left()
        page.hush()
        page.refresh(visit)
        self._pages.setCurrentWidget(page)
        self._frame(visit.page)
        page.entered()
        self._reader.turn_to(page)
        if not page.isAncestorOf(self.focusWidget() or self):
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        if before is not None:
            self._pages.slide_in(page, is_back=is_back)

    def _leads_back(self, visit: Visit) -> bool:
        if visit.page in self._trail:
            return True
        return not visit.trail and self._shown is not None and visit.page in _order_before(self._shown)

    def _frame(self, page: Page) -> None:
        """Show of the shell what belongs around this page."""
        stage = FLOW[page].stage
        self._header.setVisible(page is not Page.CALL)
        self._header.set_under_way(page not in {Page.HOME, Page.FAREWELL})
        if stage is not None:
            self._steps.set_steps(self._stage_names(), list(Stage).index(stage))
        shown = self._pages[page]
        self._fit_steps()
        self._keyboard.prefer_latin(shown.wants_latin)  # first: its keys are made when they are seen
        self._keyboard.setVisible(shown.wants_keyboard)
        target = shown.keyboard_target
        if target is not None:
            self._keyboard.set_target(target)
            target.installEventFilter(self)
        self._rest_or_watch(page)
        if page is Page.NATIONAL_ID:
            self._load_soon.start()
        if page is Page.OFFICE:
            self._pages.make_ahead(Page.TIME)  # its weeks of days are a tenth of a second's work
        if not FLOW[page].is_watched and self._counter.key_sound is not None:
            self._counter.key_sound.hush()  # somebody else is to have the loudspeaker
        if page is Page.FAREWELL:
            self._close_questions()
            for each in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
                QGuiApplication.clipboard().clear(each)

    def _load(self) -> None:
        """While the person types: nobody waits for libraries when the camera is to come up."""
        self._bridge.run(self.client.load_call(), lambda _nothing: None, lambda _refusal: None)

    def _fit_steps(self) -> None:
        """Show the steps where the keyboard, or large text, leaves them room."""
        shown = self.page
        has_room = self.height() >= self._look.scaled(_ROOMY_PX if shown.wants_keyboard else _LOW_PX)
        self._steps.setVisible(FLOW[shown.page].stage is not None and has_room)
        self._show_band()

    def _follow_on(self) -> None:
        self._bridge.run(self._follow(), self._followed, self._not_followed)

    def _followed(self, _nothing: None) -> None:
        self._follow_again.stop()

    def _not_followed(self, refusal: Refusal) -> None:
        logger.info("the audience could not be read: %s", refusal.code)
        self._follow_again.start()

    # --- the end --------------------------------------------------------------------------------------------------

    def ask_to_end(self) -> None:
        """End the visit, after a question where something would be lost."""
        visit = self.client.visit.value
        if FLOW[visit.page].loses_nothing and not (visit.reply or self.client.brought.basket.value.unsent):
            self._end()
        else:
            self._end_question.ask(visit)

    def _end(self) -> None:
        """End the visit, whatever it is doing; the farewell follows."""
        if self._is_ending:
            return
        self._is_ending = True
        self._idleness.watch(False)
        self._close_questions()
        self._bridge.run(attend.leave(self.client), lambda _nothing: None, lambda _refusal: None, on_end=self._ended)

    def _ended(self) -> None:
        self._is_ending = False

    def _close_questions(self) -> None:
        self._still_there.hide()
        self._end_question.withdraw()

    def _stay(self) -> None:
        self._idleness.stay()
        self._still_there.hide()
        self._return_to_page()

    def _return_to_page(self) -> None:
        page = self.page
        (page.keyboard_target or page).setFocus(Qt.FocusReason.OtherFocusReason)

    def _rest_or_watch(self, page: Page) -> None:
        is_awaiting = self.client.visit.value.awaits_somebody
        self._idleness.watch(FLOW[page].is_watched and not is_awaiting and self.isVisible())
        self._solitude.watch(page is Page.HOME and self._attract.isHidden() and self.isVisible())

    def _wake(self) -> None:
        self._attract.rest()
        self._pages.settling.begin()
        self._rest_or_watch(self.client.visit.value.page)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- the operator ---------------------------------------------------------------------------------------------

    def _serve_staff(self, counter: Counter, idle_ms: int) -> None:
        self.operator = OperatorAccess(counter, self, idle_ms)
        self.operator.opening.connect(self._clear_for_operator)
        self.operator.begin_anew.connect(self._end)
        self.operator.close_confirmed.connect(self._close_for_operator)
        self.operator.gone.connect(self._return_to_page)

    def _clear_for_operator(self) -> None:
        if self._attract.isVisible():
            self._wake()
        self._stay()

    def _close_for_operator(self) -> None:
        self._bridge.run(
            unlock.leave_for_good(self.client), lambda _nothing: None, lambda _refusal: None, on_end=self.closed.emit
        )

    # --- the server -----------------------------------------------------------------------------------------------

    def _greet(self) -> None:
        if self._is_greeting:
            return
        self._is_greeting = True
        self._bridge.run(
            greet.greet_server(self.client), lambda _nothing: None, lambda _refusal: None, on_end=self._greeted
        )

    def _greeted(self) -> None:
        self._is_greeting = False
        if self.client.station.value.trouble is not None:
            self._greet_again.start()

    def _show_station(self, station: Station) -> None:
        was_offline = self._offline.isVisibleTo(self._band)
        if station.trouble is not None and self._attract.isVisible():
            self._wake()  # nobody is invited to what does not work
        self._header.set_station(station)
        self._offline.set_trouble(station.trouble)
        self._show_band()
        if station.trouble is None and was_offline:
            self.page.revived()
            self._follow_on()

    def _show_band(self) -> None:
        parts = (self._offline, self._reserved, self._steps)
        self._band.setVisible(any(part.isVisibleTo(self._band) for part in parts))

    # --- Qt -------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to look after the server and the visitor."""
        super().showEvent(event)
        if not event.spontaneous():
            self._greet()
            self._rest_or_watch(self.client.visit.value.page)

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody can see the window."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._idleness.watch(False)
            self._solitude.watch(False)
            self._greet_again.stop()
            self._follow_again.stop()
            self._load_soon.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the keyboard in a low window."""
        super().resizeEvent(event)
        self._fit_steps()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A kiosk in service cannot be closed from its own screen."""
        if self._full_screen:
            event.ignore()
            return
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._relabel()
        elif event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Bring the keyboard back when its field is touched."""
        if event.type() == QEvent.Type.MouseButtonPress and self.page.wants_keyboard:
            self._keyboard.show()
        return super().eventFilter(watched, event)

    # --- making ---------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self._header = KioskHeader(self._look)
        self._header.end_asked.connect(self.ask_to_end)
        self._header.emblem_held.connect(self.operator.open)
        self._offline = OfflineBanner(self._look)
        self._offline.setObjectName("offline")
        self._offline.action.setObjectName("greet_again")
        self._offline.action_asked.connect(self._greet)
        self._leave_offer = LeaveOffer(self._look, self.client, lambda: self.page.may_be_left())  # noqa: PLW0108 - of the page that shows by then
        self._steps = StepBar(self._look)
        self._steps.setObjectName("steps")
        self._keyboard = TouchKeyboard(self._look)
        self._keyboard.setObjectName("keyboard")
        self._keyboard.hide_asked.connect(self._keyboard.hide)
        self._keyboard.struck.connect(self._counter.strike)
        self._band = QWidget()
        band = QVBoxLayout(self._band)
        band.setContentsMargins(Space.L, Space.M, Space.L, 0)
        band.setSpacing(Space.S)
        trouble = QHBoxLayout()
        trouble.addWidget(self._offline, 1)
        trouble.addWidget(self._leave_offer)
        band.addLayout(trouble)
        band.addWidget(self._reserved)
        band.addWidget(self._steps)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._header)
        self._column.addWidget(self._band)
        self._column.addWidget(self._pages, 1)
        self._column.addWidget(self._keyboard)
        self._arrange()

    def _arrange(self) -> None:
        """Put what is always at hand above, or below where it is to be within reach."""
        at = self._column.count() - 1 if self._look.look.is_within_reach else 0
        if self._column.indexOf(self._header) != at:
            self._column.removeWidget(self._header)
            self._column.insertWidget(at, self._header)

    def _relabel(self) -> None:
        self.client.language = self._look.language
        self.setWindowTitle(QCoreApplication.translate("KioskWindow", "Majlis"))
        stage = FLOW[self.client.visit.value.page].stage
        if stage is not None:
            self._steps.set_steps(self._stage_names(), list(Stage).index(stage))
        self._reader.begin_again()

    def _stage_names(self) -> tuple[str, ...]:
        names = {
            Stage.IDENTITY: QCoreApplication.translate("KioskWindow", "Identity"),
            Stage.OFFICIAL: QCoreApplication.translate("KioskWindow", "Official"),
            Stage.TIME: QCoreApplication.translate("KioskWindow", "Time"),
            Stage.CONFIRMATION: QCoreApplication.translate("KioskWindow", "Confirmation"),
        }
        return tuple(names[stage] for stage in Stage)


def _single_shot(owner: QObject, after_ms: int, then: Callable[[], None]) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(then)
    return timer


def _order_before(page: Page) -> tuple[Page, ...]:
    order = tuple(Page)
    return order[: order.index(page)]
