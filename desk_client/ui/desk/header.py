"""The line above every page but the talk: whose desk it is, what time it is, and what is always there."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.day import Day, DeskPage
from desk_client.domain.access import Action
from desk_client.i18n.dates import clock_time, full_date
from desk_client.ui.bilingual import said
from desk_client.ui.desk.audience_words import today_here
from desk_client.ui.desk.icon_button import IconButton
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.sign import Sign
from desk_client.ui.widgets.surface import Surface

_TICK_MS: Final = 1000
_AVATAR_PX: Final = 48


class DeskHeader(Surface):
    """Before anybody has signed in it names the service; then the office and who sits in it."""

    sign_out_asked = Signal()
    settings_asked = Signal()
    page_asked = Signal(object)
    """The `DeskPage` to go to: the day, the calendar, or the inbox."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._day = Day()
        self._is_connected = True
        self._office = Label(look, "", Role.SUBTITLE, weight=Weight.BOLD)
        self._office.setObjectName("office_title")
        self._person = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self._person.setObjectName("person_name")
        self._clock = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, wraps=False)
        self._clock.setObjectName("clock")
        self._date = Label(look, "", Role.CAPTION, tone=Tone.SECOND, wraps=False)
        self._date.setObjectName("date")
        self._connection = Sign(look, Icon.NETWORK, Tone.SUCCESS)
        self._connection.setObjectName("connection")
        self.turn = Button(look, "", Kind.SECONDARY, icon=Icon.CALENDAR)
        self.turn.setObjectName("turn_page")
        self.turn.clicked.connect(self._turn)
        self.inbox = Button(look, "", Kind.SECONDARY, icon=Icon.INBOX)
        self.inbox.setObjectName("turn_inbox")
        self.inbox.clicked.connect(lambda: self.page_asked.emit(DeskPage.INBOX))
        self.recordings = Button(look, "", Kind.SECONDARY, icon=Icon.RECORD)
        self.recordings.setObjectName("turn_recordings")
        self.recordings.clicked.connect(lambda: self.page_asked.emit(DeskPage.RECORDINGS))
        self._language = Button(look, "", Kind.QUIET, icon=Icon.LANGUAGE)
        self._language.setObjectName("language")
        self.settings = IconButton(look, Icon.SETTINGS, "turn_settings")
        self.settings.clicked.connect(self.settings_asked)
        self._sign_out = IconButton(look, Icon.SIGN_OUT, "sign_out")
        self._language.clicked.connect(lambda: look.set_language(look.language.other))
        self._sign_out.clicked.connect(self.sign_out_asked)
        self._build()
        self._ticks = QTimer(self)
        self._ticks.setInterval(_TICK_MS)
        self._ticks.timeout.connect(self._tick)
        self._ticks.start()
        self.retranslate()

    def show_day(self, day: Day) -> None:
        """Show whose day it is."""
        self._day = day
        session = day.session
        is_away = day.page in {DeskPage.CALENDAR, DeskPage.INBOX, DeskPage.RECORDINGS, DeskPage.SETTINGS}
        is_at_rest = is_away or day.page is DeskPage.TODAY
        self.settings.setVisible(day.page not in {DeskPage.SETTINGS, DeskPage.CALL, DeskPage.OUTCOME})
        self.recordings.setVisible(day.page is DeskPage.TODAY and day.has_recordings)
        self.recordings.set_text(QCoreApplication.translate("DeskHeader", "Recordings"))
        self.turn.setVisible(is_at_rest and DeskPage.TODAY in day.pages and Action.SEE_AGENDA in day.may)
        self.inbox.setVisible(is_at_rest and DeskPage.INBOX in day.pages and day.page is not DeskPage.INBOX)
        self.inbox.set_text(QCoreApplication.translate("DeskHeader", "Inbox"))
        self.turn.set_icon(Icon.CLIPBOARD if is_away else Icon.CALENDAR)
        self.turn.set_text(
            QCoreApplication.translate("DeskHeader", "The day")
            if is_away
            else QCoreApplication.translate("DeskHeader", "Calendar")
        )
        self._sign_out.setVisible(session is not None)
        self._connection.setVisible(session is not None)
        if session is None:
            self._office.set_text(QCoreApplication.translate("DeskHeader", "Majlis"))
            self._person.set_text(QCoreApplication.translate("DeskHeader", "Video audiences"))
            return
        language = self.look.language
        person = session.person
        self._office.set_text(said(person.office_title, language))
        honorific, name = said(person.honorific, language), said(person.name, language)
        self._person.set_text(f"{honorific} {name}".strip())
        self._make_room()

    def set_connected(self, is_connected: bool) -> None:
        """Show whether the server answers."""
        self._is_connected = is_connected
        if is_connected:
            self._connection.set_sign(Icon.NETWORK, Tone.SUCCESS)
            text = QCoreApplication.translate("DeskHeader", "Connected")
        else:
            self._connection.set_sign(Icon.NETWORK_OFF, Tone.WARNING)
            text = QCoreApplication.translate("DeskHeader", "No connection")
        self._connection.setAccessibleName(text)
        self._connection.setToolTip(text)

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._language.set_text(self.look.language.other.own_name)
        self.settings.name_it(QCoreApplication.translate("DeskHeader", "Settings"))
        self._sign_out.name_it(QCoreApplication.translate("DeskHeader", "Sign out"))
        self.show_day(self._day)
        self.set_connected(self._is_connected)
        self._tick()

    def relook(self) -> None:
        """Leave the date out where larger texts need its place."""
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the date out where whose desk it is needs its place."""
        super().resizeEvent(event)
        self._make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the line below."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self.colours.surface))
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, QColor(self.colours.border))
        painter.end()

    def _build(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._office)
        names.addWidget(self._person)
        times = QVBoxLayout()
        times.setSpacing(0)
        times.addWidget(self._clock)
        times.addWidget(self._date)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(Avatar(self.look, Icon.LANDMARK, _AVATAR_PX))
        row.addLayout(names, 1)
        row.addWidget(self.recordings)
        row.addWidget(self.inbox)
        row.addWidget(self.turn)
        row.addLayout(times)
        row.addWidget(self._connection, 0, Qt.AlignmentFlag.AlignVCenter)
        tools = QHBoxLayout()
        tools.setSpacing(0)
        for button in (self._language, self.settings, self._sign_out):
            tools.addWidget(button)
        row.addLayout(tools)

    def _make_room(self) -> None:
        """Show the date where whose desk it is has its place on one line all the same."""
        texts = (self._office, self._person)
        names = max(each.fontMetrics().horizontalAdvance(each.text()) for each in texts)
        date = self._date.fontMetrics().horizontalAdvance(self._date.text())
        turns, tools = (self.recordings, self.inbox, self.turn), (self._language, self.settings, self._sign_out)
        beside = (*turns, self._connection, *tools)
        shown = [each.sizeHint().width() + Space.M for each in beside if not each.isHidden()]
        around = Space.XL + Space.L + _AVATAR_PX + 2 * Space.M
        self._date.setVisible(around + names + date + sum(shown) <= self.width())

    def _turn(self) -> None:
        self.page_asked.emit(DeskPage.CALENDAR if self._day.page is DeskPage.TODAY else DeskPage.TODAY)

    def _tick(self) -> None:
        now = today_here()
        clock = clock_time(now.time(), self.look.language)
        if clock != self._clock.said:
            self._clock.set_text(clock)
        date = full_date(now.date(), self.look.language)
        if date != self._date.said:
            self._date.set_text(date)
