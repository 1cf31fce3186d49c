"""The desk's window, whoever works at it: one page at a time, and what concerns them all."""

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.actions import plan, receive, settle
from desk_client.client.coalesced import Coalesced
from desk_client.client.day import DeskPage
from desk_client.client.desk import DeskClient
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.bridge import Bridge
from desk_client.ui.desk.alerting import Alerting, Notify, nowhere
from desk_client.ui.desk.being_called import BeingCalled
from desk_client.ui.desk.browser_mark import BrowserMark
from desk_client.ui.desk.handover_news import HandoverNews
from desk_client.ui.desk.header import DeskHeader
from desk_client.ui.desk.key_sheet import PageKeys
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.place import Place, lost_outcome
from desk_client.ui.desk.preferring import Preferring
from desk_client.ui.messages import worded
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.offline_banner import OfflineBanner
from desk_client.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from desk_client.client.pictures import Picture
    from desk_client.ui.admin.page import AdministrationPage
    from desk_client.ui.desk.calendar.page import CalendarPage
    from desk_client.ui.desk.call_page import CallPage
    from desk_client.ui.desk.called_page import CalledPage
    from desk_client.ui.desk.inbox.page import InboxPage
    from desk_client.ui.desk.new_password_page import NewPasswordPage
    from desk_client.ui.desk.outcome_page import OutcomePage
    from desk_client.ui.desk.recordings.page import RecordingsPage
    from desk_client.ui.desk.settings.page import SettingsPage
    from desk_client.ui.desk.share_strip import ShareStripKeeper
    from desk_client.ui.desk.sign_in_page import SignInPage
    from desk_client.ui.desk.small_window import SmallWindowKeeper
    from desk_client.ui.desk.today_page import TodayPage
    from desk_client.ui.operator.console_page import ConsolePage

_MINUTE_MS = 60_000
_AHEAD_MS = 1_500
_P = TypeVar("_P", bound=Place)
_LOST_SESSION = frozenset({RefusalCode.UNAUTHENTICATED, RefusalCode.SESSION_EXPIRED})


class DeskWindow(QWidget):
    """Shows the client's day; hints and the minute make it read the agenda again.

    ``closed`` says that the official wants to end the program, and has been asked where something would be lost. The
    owner hides the window then; the window itself never closes.
    """

    closed = Signal()

    def __init__(
        self,
        look: Appearance,
        client: DeskClient,
        bridge: Bridge,
        *,
        on_painted: "Callable[[Picture], None] | None" = None,
        chime: Callable[[], None] = QApplication.beep,
        notify: Notify = nowhere,
        parent: QWidget | None = None,
    ) -> None:
        """``on_painted`` is told each picture of the other side that was painted.

        ``chime`` sounds at an arrival and a reminder; ``notify`` shows a notification of the desktop.
        """
        super().__init__(parent)
        self.setObjectName("desk_window")
        self._office = Office(look, client, bridge)
        self._preferring = Preferring(look, client.preferences, self)
        self._chime = chime
        self._read = Coalesced(lambda: receive.load_agenda(client))
        self._failed_reading: Refusal | None = None
        self._dialog: Dialog | None = None
        self.header = DeskHeader(look)
        self.header.sign_out_asked.connect(self._sign_out)
        self.header.settings_asked.connect(lambda: settle.open_settings(client))
        self.header.page_asked.connect(lambda page: plan.open_page(client, page))
        self.offline = OfflineBanner(look)
        self.offline.setObjectName("offline")
        self.offline.action.setObjectName("try_now")
        self.offline.action_asked.connect(self.refresh)
        self._on_painted = on_painted
        self._made: dict[DeskPage, Place] = {}
        self._stack = QStackedWidget()
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_AHEAD_MS)
        self._ahead.timeout.connect(self._make_ahead)
        self.toast = Toast(look, self)
        self.toast.setObjectName("toast")
        self.being_called = BeingCalled(
            self._office, self, chime, notify, lambda words: self.toast.say(words, Mood.WARNING)
        )
        self.browser_mark = BrowserMark(self._office, self, self.toast.say)
        self._above = QVBoxLayout()
        self._build()
        self.handover_news = HandoverNews(self._office, lambda words: self.toast.say(words, Mood.SUCCESS))
        self.alerting = Alerting(self._office, self, chime, notify, lambda words: self.toast.say(words, Mood.INFO))
        self._keys = PageKeys(look, self, lambda: self._page(self._office.day.page))
        self._small: SmallWindowKeeper | None = None
        self._strip: ShareStripKeeper | None = None
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE_MS)
        self._minute.timeout.connect(self._on_minute)
        self._minute.start()
        self._leave = (
            client.day.subscribe(lambda _: self._follow()),
            client.calls.subscribe(lambda _: self._show_header()),
            client.trouble.subscribe(lambda _: self._show_connection()),
            client.hints.subscribe(lambda _: self.refresh()),
            client.slept.subscribe(lambda _: self._tell_sleep()),
            client.gave_way.subscribe(lambda _: self._tell_it_gave_way()),
            client.rights_ended.subscribe(lambda _: self._tell_rights_ended()),
        )
        self.setMinimumSize(800, 600)
        self._retranslate()
        self._follow()

    def _build(self) -> None:
        """Lay out whatever stands above the pages, and them."""
        self._above.setSpacing(Space.S)
        self._above.addWidget(self.offline)
        self._above.addWidget(self.browser_mark.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.being_called.notice)
        column.addLayout(self._above)
        column.addWidget(self._stack, 1)
        self.toast.raise_()

    # --- its pages, by the names of `DeskPage`: whoever signs in waits for none but the first ----------------------

    @cached_property
    def sign_in(self) -> "SignInPage":
        """Who works here."""
        from desk_client.ui.desk.sign_in_page import SignInPage  # noqa: PLC0415 - loaded when it is needed

        return self._kept(DeskPage.SIGN_IN, SignInPage(self._office))

    @cached_property
    def new_password(self) -> "NewPasswordPage":
        """Whoever works here takes a password of their own."""
        from desk_client.ui.desk.new_password_page import NewPasswordPage  # noqa: PLC0415 - loaded when it is needed

        return self._kept(DeskPage.NEW_PASSWORD, NewPasswordPage(self._office))

    @cached_property
    def today(self) -> "TodayPage":
        """The day's audiences."""
        from desk_client.ui.desk.today_page import TodayPage  # noqa: PLC0415 - loaded when it is needed

        return self._kept(DeskPage.TODAY, TodayPage(self._office, self.refresh))

    @cached_property
    def calendar(self) -> "CalendarPage":
        """The office's weeks and months."""
        from desk_client.ui.desk.calendar.page import CalendarPage  # noqa: PLC0415 - loaded when it is needed

        return self._kept(DeskPage.CALENDAR, CalendarPage(self._office))

    @cached_property
    def call(self) -> "CallPage":
        """The talk."""
        from desk_client.ui.desk.call_page import CallPage  # noqa: PLC0415 - loaded when it is needed

        self._keep_in_sight()
        return self._kept(DeskPage.CALL, CallPage(self._office, self.refresh, self._on_painted))

    @cached_property
    def called(self) -> "CalledPage":
        """The talk of another, into which one was called."""
        from desk_client.ui.desk.called_page import CalledPage  # noqa: PLC0415 - loaded when it is needed

        self._keep_in_sight()
        page = CalledPage(self._office, self.refresh, lambda words: self.toast.say(words, Mood.INFO))
        return self._kept(DeskPage.CALLED, page)

    @cached_property
    def outcome(self) -> "OutcomePage":
        """What was decided."""
        from desk_client.ui.desk.outcome_page import OutcomePage  # noqa: PLC0415 - loaded when it is needed

        return self._kept(DeskPage.OUTCOME, OutcomePage(self._office, self.refresh, self._saved))

    @cached_property
    def inbox(self) -> "InboxPage":
        """The requests that are triaged here."""
        from desk_client.ui.desk.inbox.page import InboxPage  # noqa: PLC0415 - loaded when it is needed

        return self._kept(DeskPage.INBOX, InboxPage(self._office, self._have_read))

    @cached_property
    def recordings(self) -> "RecordingsPage":
        """What the office recorded."""
        from desk_client.ui.desk.recordings.page import RecordingsPage  # noqa: PLC0415 - loaded when it is needed

        return self._kept(DeskPage.RECORDINGS, RecordingsPage(self._office))

    @cached_property
    def console(self) -> "ConsolePage":
        """An operator's hall."""
        from desk_client.ui.operator.console_page import ConsolePage  # noqa: PLC0415 - loaded when it is needed

        page = self._kept(DeskPage.CONSOLE, ConsolePage(self._office, self._have_read))
        page.called.connect(self._ring)
        return page

    @cached_property
    def administration(self) -> "AdministrationPage":
        """An administrator's region."""
        from desk_client.ui.admin.page import AdministrationPage  # noqa: PLC0415 - loaded when it is needed

        return self._kept(DeskPage.ADMINISTRATION, AdministrationPage(self._office, self._have_read))

    @cached_property
    def settings(self) -> "SettingsPage":
        """This desk's devices and looks."""
        from desk_client.ui.desk.settings.page import SettingsPage  # noqa: PLC0415 - loaded when it is needed

        return self._kept(DeskPage.SETTINGS, SettingsPage(self._office))

    def _kept(self, name: DeskPage, page: _P) -> _P:
        self._made[name] = page
        self._stack.addWidget(page)
        return page

    def _keep_in_sight(self) -> None:
        """Either talk is seen over other windows too: its picture while this is minimised, a strip while it shows."""
        from desk_client.ui.desk.share_strip import ShareStripKeeper  # noqa: PLC0415 - loaded when it is needed
        from desk_client.ui.desk.small_window import SmallWindowKeeper  # noqa: PLC0415 - loaded when it is needed

        def time() -> tuple[timedelta, timedelta | None]:
            return (self._talk or self.call).view.header.gone_and_planned

        if self._small is None:
            self._small = SmallWindowKeeper(self._office, self, time, self.come_forward)
        if self._strip is None:
            self._strip = ShareStripKeeper(self._office, self)

    @property
    def _talk(self) -> "CallPage | CalledPage | None":
        """The page of the talk that runs here: the office's own, or the one into which one was called."""
        match self._office.day.page:
            case DeskPage.CALL:
                return self.call
            case DeskPage.CALLED if self._office.client.calls.value.joined is not None:
                return self.called
            case _:
                return None

    def _page(self, name: DeskPage) -> Place:
        page: Place = getattr(self, name.value)
        return page

    def _make_ahead(self) -> None:
        """Nobody who is let in waits for the talk's page to be loaded."""
        self._page(DeskPage.CALL)

    # --- what it does ---------------------------------------------------------------------------------------------

    @property
    def page_name(self) -> str:
        """Which page shows, by its code."""
        return str(self._office.day.page)

    def come_forward(self) -> None:
        """Back from wherever the window was: minimised, or behind others."""
        self.setWindowState((self.windowState() & ~Qt.WindowState.WindowMinimized) | Qt.WindowState.WindowActive)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_fault(self) -> None:
        """Something went wrong that nobody foresaw; it is in the log."""
        message = worded(Refusal(RefusalCode.INTERNAL))
        self.toast.say(f"{message.title}. {message.text}", Mood.ERROR)

    def refresh(self) -> None:
        """Read the agenda, or the hall, again; asked for many times at once it is read twice at most."""
        if DeskPage.TODAY in self._office.day.pages:
            self._office.bridge.run(self._read(), lambda _none: self._have_read(None), self._have_read)
        self.being_called.refresh()
        for page in tuple(self._made.values()):
            page.refresh()

    def teardown(self) -> None:
        """End every subscription; the window is about to go."""
        for leave in self._leave:
            leave()
        self.handover_news.teardown()
        self._minute.stop()
        self._ahead.stop()
        self.alerting.teardown()
        self._preferring.teardown()
        if self._small is not None:
            self._small.teardown()
        if self._strip is not None:
            self._strip.teardown()
        self.being_called.teardown()
        for page in tuple(self._made.values()):
            page.teardown()

    # --- following ------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        """Bring every page in line with the day; a page may change it meanwhile, so that the newest is asked for."""
        office = self._office
        self._page(office.day.page)
        for name in sorted(self._made, key=lambda name: name is not DeskPage.OUTCOME):  # which keeps a draft first
            self._made[name].show_day(office.day)
        self.header.show_day(office.day)
        page = self._page(office.day.page)
        if office.day.page is DeskPage.TODAY and DeskPage.CALL not in self._made:
            self._ahead.start()
        self._show_header()
        if self._stack.currentWidget() is not page:
            self._stack.setCurrentWidget(page)
        self._keys.follow()
        self.alerting.show_day(office.day)
        self.being_called.show_day(office.day)
        self.browser_mark.show_day(office.day)
        self._show_connection()

    def _show_header(self) -> None:
        """In a talk there is none: whose ever it is."""
        self.header.setVisible(self._talk is None)

    def _ring(self, words: str) -> None:
        self._chime()
        QApplication.alert(self)
        self.toast.say(words, Mood.WARNING)

    def _tell_sleep(self) -> None:
        """Say why everything stood still, where it is seen."""
        from desk_client.ui.desk.day_words import slept_words  # noqa: PLC0415 - loaded when it is needed

        slept = self._office.client.slept.value
        if slept is None:
            return
        talk = self._talk
        words = slept_words(slept.gap, is_talking=talk is not None)
        if talk is not None:
            talk.view.say(Icon.TIMER, words)
        else:
            self.toast.say(words, Mood.INFO)

    def _tell_it_gave_way(self) -> None:
        words = QCoreApplication.translate(
            "DeskWindow", "You entered the talk elsewhere, at another desk or in a browser. It goes on there."
        )
        self.toast.say(words, Mood.INFO)

    def _tell_rights_ended(self) -> None:
        from desk_client.ui.desk.deputy_words import ended_words  # noqa: PLC0415 - loaded when it is needed

        session = self._office.day.session
        if session is not None:
            self.toast.say(ended_words(session.person.rights_until, self._office.look.language), Mood.WARNING)

    def _have_read(self, refusal: Refusal | None) -> None:
        if refusal is not None and refusal.code in _LOST_SESSION:
            self.sign_in.refuse(refusal)
            refusal = None
        self._failed_reading = refusal
        self._show_connection()

    def _show_connection(self) -> None:
        day = self._office.day
        trouble = self._office.client.trouble.value or self._failed_reading
        self.header.set_connected(trouble is None)
        is_shown = trouble is not None and day.session is not None and self._talk is None
        self.offline.set_trouble(trouble if is_shown else None)
        has_news = is_shown or not self.browser_mark.notice.isHidden()
        self._above.setContentsMargins(*((Space.XL, Space.M, Space.XL, 0) if has_news else (0, 0, 0, 0)))

    def _on_minute(self) -> None:
        for page in tuple(self._made.values()):
            page.tick()
        self.refresh()

    def _saved(self) -> None:
        self.toast.say(QCoreApplication.translate("DeskWindow", "The outcome is saved. The visitor can read it now."))
        self.refresh()

    # --- leaving --------------------------------------------------------------------------------------------------

    def _loses(self) -> str:
        """What would be lost by going now, in words; empty where nothing would."""
        if self._office.client.is_talking and self._office.client.calls.value.joined is None:
            return QCoreApplication.translate("DeskWindow", "A talk is running. It ends for the visitor as well.")
        if self._office.day.drafts or self._office.client.pen.has_unsaved:
            return lost_outcome()
        return next((words for page in self._made.values() if (words := page.loses())), "")

    def _sign_out(self) -> None:
        self._unless_lost(
            QCoreApplication.translate("DeskWindow", "Sign out?"),
            QCoreApplication.translate("DeskWindow", "Sign out"),
            "confirm_sign_out",
            self._sign_out_now,
        )

    def _sign_out_now(self) -> None:
        self._failed_reading = None
        self._office.bridge.run(receive.sign_out(self._office.client), lambda _none: None, self.sign_in.refuse)

    def _unless_lost(self, title: str, confirm: str, name: str, then: Callable[[], None]) -> None:
        loses = self._loses()
        if not loses:
            then()
            return
        if self._dialog is not None:
            return
        dialog = self._dialog = Dialog(
            self._office.look,
            self,
            title,
            loses,
            confirm=confirm,
            cancel=QCoreApplication.translate("DeskWindow", "Stay"),
            is_danger=True,
            icon=Icon.WARNING,
        )
        dialog.confirm.setObjectName(name)
        dialog.cancel.setObjectName("stay")

        def answered(is_confirmed: bool) -> None:
            self._dialog = None
            if is_confirmed:
                then()

        dialog.answered.connect(answered)

    # --- Qt -------------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask where something would be lost; the owner ends the program, and the window with it."""
        event.ignore()
        self._unless_lost(
            QCoreApplication.translate("DeskWindow", "Close the program?"),
            QCoreApplication.translate("DeskWindow", "Close"),
            "confirm_close",
            self.closed.emit,
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(QCoreApplication.translate("DeskWindow", "Majlis · the desk"))
        self.browser_mark.retranslate()
