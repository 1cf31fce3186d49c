"""Somebody calls whoever sits here into their audience: who, whose audience, as what; yes or no."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.called_in import Invitation
from desk_client.client.server_clock import utc_now
from desk_client.domain.called_in import Call
from desk_client.i18n.bidi import embedded
from desk_client.ui.bilingual import addressed, said
from desk_client.ui.capacities import capacity_words
from desk_client.ui.desk.handover_words import time_left_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.bound_key import bind
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.sign import Sign

ACCEPT_KEY: Final = "Ctrl+Shift+Y"
DECLINE_KEY: Final = "Ctrl+Shift+N"
READ_KEY: Final = "Ctrl+Shift+I"


class IncomingCall(Panel):
    """Over whatever page there is; hidden while nobody calls. Of several calls the newest is shown."""

    accepted = Signal(object)
    declined = Signal(object)
    reading_asked = Signal(object)
    """An `Invitation`."""

    def __init__(self, look: Appearance, now: Callable[[], datetime] = utc_now, parent: QWidget | None = None) -> None:
        """Nobody calls; ``now`` is the server's clock."""
        super().__init__(look, margin_px=Space.M, parent=parent)
        self.setObjectName("incoming_call")
        self._now = now
        self._invitation: Invitation | None = None
        self._is_busy = False
        self._can_accept = True
        self._title = Label(look, "", Role.BODY, weight=Weight.BOLD)
        self._title.setObjectName("incoming_title")
        self._text = Label(look, "", Role.BODY, tone=Tone.SECOND)
        self._text.setObjectName("incoming_text")
        self.accept = Button(look, "", Kind.PRIMARY, icon=Icon.CALL)
        self.accept.setObjectName("accept_call")
        self.accept.clicked.connect(lambda: self.accepted.emit(self._invitation))
        self.decline = Button(look, "", Kind.SECONDARY, icon=Icon.HANG_UP)
        self.decline.setObjectName("decline_call")
        self.decline.clicked.connect(lambda: self.declined.emit(self._invitation))
        self.read = Button(look, "", Kind.SECONDARY, icon=Icon.CLIPBOARD)
        self.read.setObjectName("read_call")
        self.read.clicked.connect(lambda: self.reading_asked.emit(self._invitation))
        for key, button in ((ACCEPT_KEY, self.accept), (DECLINE_KEY, self.decline), (READ_KEY, self.read)):
            bind(self, key, button.click)
        row = QHBoxLayout()
        row.setSpacing(Space.M)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        column.addWidget(self._title)
        column.addWidget(self._text)
        row.addWidget(Sign(look, Icon.CALL, Tone.ACCENT))
        row.addWidget(words, 1)
        row.addWidget(self.read)
        row.addWidget(self.accept)
        row.addWidget(self.decline)
        self.body.addLayout(row)
        self.hide()

    @property
    def invitation(self) -> Invitation | None:
        """The call that is shown."""
        return self._invitation

    def show_call(self, invitation: Invitation | None, *, can_accept: bool) -> None:
        """Show this one, or none; `can_accept`: no talk runs here."""
        self._invitation, self._can_accept = invitation, can_accept
        self.retranslate()

    def set_busy(self, *, is_busy: bool) -> None:
        """It is being answered."""
        self._is_busy = is_busy
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        invitation, language = self._invitation, self.look.language
        self.accept.setEnabled(self._can_accept and not self._is_busy)
        self.decline.setEnabled(not self._is_busy)
        self.setVisible(invitation is not None)
        if invitation is None:
            return
        is_back = invitation.state is Call.ACCEPTED
        caller = embedded(addressed(invitation.honorific, invitation.caller_name, language))
        handover = invitation.handover
        self.read.setVisible(handover is not None)
        self.read.setEnabled(not self._is_busy)
        self.read.set_text(QCoreApplication.translate("Handover", "Read first"))
        self.read.setToolTip(QCoreApplication.translate("Handover", "Note, brief and documents (Ctrl+Shift+I)"))
        title = (
            QCoreApplication.translate("IncomingCall", "{caller} calls you into a talk")
            if handover is None
            else QCoreApplication.translate("Handover", "{caller} asks you to take a talk over")
        )
        self._title.set_text(title.format(caller=caller))
        parts = (
            QCoreApplication.translate("IncomingCall", "Audience of {visitor}").format(
                visitor=embedded(invitation.citizen_name)
            ),
            embedded(said(invitation.service_name, language)),
            QCoreApplication.translate("IncomingCall", "as: {capacity}").format(
                capacity=capacity_words(invitation.capacity)
            )
            if handover is None
            else time_left_words(handover.ends_at - self._now()),
        )
        waits = QCoreApplication.translate("IncomingCall", "You are in another talk; answer when it is over.")
        self._text.set_text(" · ".join(parts if self._can_accept else (*parts, waits)))
        self.accept.set_text(
            QCoreApplication.translate("IncomingCall", "Go back in")
            if is_back
            else QCoreApplication.translate("IncomingCall", "Join")
        )
        self.accept.setToolTip(QCoreApplication.translate("IncomingCall", "Join the talk (Ctrl+Shift+Y)"))
        self.decline.set_text(QCoreApplication.translate("IncomingCall", "Not now"))
        self.decline.setToolTip(QCoreApplication.translate("IncomingCall", "Say that you cannot come (Ctrl+Shift+N)"))
