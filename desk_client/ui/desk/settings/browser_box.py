"""Receiving from a browser, for whoever is on the road: a link to oneself, and whether a browser is in."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import join_by_browser
from desk_client.client.actions.join_by_browser import BrowserLink, BrowserStanding
from desk_client.client.day import Day
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import clock_time
from desk_client.ui.desk.office import Office
from desk_client.ui.messages import worded
from desk_client.ui.moments import here
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.qr_pane import QrPane

_LOOK_EVERY_MS = 3000
_SIDE_PX = 232


class BrowserBox(Panel):
    """A link is shown until it is opened, is over, or the page is left; and always whether a browser is in."""

    grew = Signal()
    """It has room for a link now, which should be seen."""

    def __init__(self, office: Office, page: QWidget) -> None:
        super().__init__(office.look, margin_px=Space.M)
        self._office, self._page = office, page
        self._link: BrowserLink | None = None
        self._signed_in_at: datetime | None = None
        self._dialog: Dialog | None = None
        look = office.look
        self._title = Label(look, "", Role.LEAD, weight=Weight.SEMIBOLD, is_heading=True)
        self._hint = Label(look, "", Role.CAPTION, tone=Tone.SECOND)
        self.notice = Banner(look, Mood.INFO)
        self.notice.setObjectName("browser_notice")
        self.make = Button(look, "", Kind.SECONDARY, icon=Icon.PHONE)
        self.make.setObjectName("make_browser_link")
        self.make.clicked.connect(self._make)
        self.code = QrPane(look, side_px=_SIDE_PX)
        self.code.setObjectName("browser_code")
        self.address = Label(look, "", Role.CAPTION)
        self.address.setObjectName("browser_address")
        self.address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.copy = Button(look, "", Kind.SECONDARY, icon=Icon.CLIPBOARD)
        self.copy.setObjectName("copy_browser_link")
        self.copy.clicked.connect(self._copy)
        self.end = Button(look, "", Kind.SECONDARY, icon=Icon.SIGN_OUT)
        self.end.setObjectName("end_browser")
        self.end.clicked.connect(self._ask_end)
        self._shown = QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.code, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.address)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        for button in (self.make, self.copy, self.end):
            row.addWidget(button, 1)
        for widget in (self._title, self._hint, self.notice, self._shown):
            self.body.addWidget(widget)
        self.body.addLayout(row)
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_EVERY_MS)
        self._looks.timeout.connect(self._read)
        self._show()
        self.retranslate()

    def show_day(self, day: Day) -> None:
        """Nobody but who receives people has this."""
        del day
        self.setVisible(join_by_browser.may_join(self._office.client))

    def leave(self) -> None:
        """Another page came: a link stays good for its minutes, and nobody who passes by reads it."""
        self._link = None
        self.notice.say("")
        self._show()

    def teardown(self) -> None:
        """Take a question back that nobody answers any more."""
        self._looks.stop()
        if self._dialog is not None:
            self._dialog.dismiss()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("Settings", "Join from a browser"))
        self._hint.set_text(
            QCoreApplication.translate(
                "Settings",
                "Receive those of today from a telephone or another computer, without installing anything. The link is "
                "for you alone: it opens once, within five minutes.",
            )
        )
        self.copy.set_text(QCoreApplication.translate("Settings", "Copy the link"))
        self.code.setAccessibleName(QCoreApplication.translate("Settings", "The link as a QR code"))
        self.address.setAccessibleName(QCoreApplication.translate("Settings", "The link"))
        self._show()

    # --- Qt -------------------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """Follow whether a browser is in, while it is seen."""
        super().showEvent(event)
        self._looks.start()
        self._read()

    def hideEvent(self, event: QHideEvent) -> None:
        """Follow it no longer."""
        super().hideEvent(event)
        self._looks.stop()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # --- doing ----------------------------------------------------------------------------------------------------

    def show_link(self, link: BrowserLink) -> None:
        """Let it be scanned, and copied."""
        self._link = link
        self.notice.say(
            QCoreApplication.translate("Settings", "Scan the code, or open the link. It is good until {time}.").format(
                time=isolated(self._time(link.expires_at))
            ),
            Mood.INFO,
        )
        self._show()
        self.copy.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, self, self.grew.emit)  # once it is laid out

    def show_standing(self, standing: BrowserStanding) -> None:
        """Say whether a browser is in; a link that was opened, or is over, is shown no longer."""
        came_in = standing.signed_in_at is not None and standing.signed_in_at != self._signed_in_at
        self._signed_in_at = standing.signed_in_at
        if self._link is not None and standing.link_expires_at is None:
            self._link = None
            over = QCoreApplication.translate("Settings", "The link is over. Nobody opened it.")
            self.notice.say("" if came_in else over, Mood.INFO)
        if came_in and standing.signed_in_at is not None:
            self.notice.say(
                QCoreApplication.translate(
                    "Settings", "A browser is signed in for you since {time}. What it does stands in your name."
                ).format(time=isolated(self._time(standing.signed_in_at))),
                Mood.INFO,
            )
        self._show()

    def _time(self, moment: datetime) -> str:
        return clock_time(here(moment).time(), self.look.language)

    def _show(self) -> None:
        link, is_in = self._link, self._signed_in_at is not None
        url = "" if link is None else link.url
        self.code.show_code(url)
        self.address.set_text(isolated(url) if url else "")
        self._shown.setVisible(link is not None)
        self.copy.setVisible(link is not None)
        self.make.setVisible(link is None)
        self.end.setVisible(is_in or link is not None)
        self.make.set_text(
            QCoreApplication.translate("Settings", "Make a link for another browser")
            if is_in
            else QCoreApplication.translate("Settings", "Make a link")
        )
        self.end.set_text(
            QCoreApplication.translate("Settings", "Sign the browser out")
            if is_in
            else QCoreApplication.translate("Settings", "Take the link back")
        )

    def _make(self) -> None:
        self.make.set_busy(True)
        self._office.bridge.run(
            join_by_browser.make_link(self._office.client),
            self.show_link,
            self._refuse,
            on_end=lambda: self.make.set_busy(False),
        )

    def _copy(self) -> None:
        if self._link is not None:
            QGuiApplication.clipboard().setText(self._link.url)
            self.notice.say(QCoreApplication.translate("Settings", "The link is copied."), Mood.SUCCESS)

    def _read(self) -> None:
        if self.isVisible() and join_by_browser.may_join(self._office.client):
            self._office.bridge.run(
                join_by_browser.read(self._office.client), self.show_standing, lambda _refusal: None
            )

    def _ask_end(self) -> None:
        if self._signed_in_at is None:
            self._end()
            return
        dialog = self._dialog = Dialog(
            self.look,
            self._page.window(),
            QCoreApplication.translate("Settings", "Sign the browser out?"),
            QCoreApplication.translate(
                "Settings",
                "A talk that runs there ends there. The visitor stays in the room, and you go on at this desk.",
            ),
            confirm=QCoreApplication.translate("Settings", "Sign it out"),
            cancel=QCoreApplication.translate("Settings", "Leave it in"),
            is_danger=True,
        )
        dialog.setObjectName("browser_end_asked")
        dialog.confirm.setObjectName("confirm_end_browser")
        dialog.cancel.setObjectName("cancel_end_browser")
        dialog.answered.connect(self._answered)

    def _answered(self, is_confirmed: bool) -> None:
        self._dialog = None
        if is_confirmed:
            self._end()

    def _end(self) -> None:
        was_in = self._signed_in_at is not None

        def ended() -> None:
            self._link = self._signed_in_at = None
            told = (
                QCoreApplication.translate("Settings", "The browser is signed out.")
                if was_in
                else QCoreApplication.translate("Settings", "The link opens nothing any more.")
            )
            self.notice.say(told, Mood.SUCCESS)
            self._show()
            self.make.setFocus(Qt.FocusReason.OtherFocusReason)

        self.end.set_busy(True)
        self._office.bridge.run(
            join_by_browser.end(self._office.client),
            lambda _none: ended(),
            self._refuse,
            on_end=lambda: self.end.set_busy(False),
        )

    def _refuse(self, refusal: Refusal) -> None:
        message = worded(refusal)
        words = f"{message.title}. {message.text}"
        if refusal.code is RefusalCode.NOT_FOUND:
            words = QCoreApplication.translate(
                "Settings",
                "Browsers do not reach this server yet. Its administrator sets the address under which they do.",
            )
        self.notice.say(words, Mood.ERROR)
