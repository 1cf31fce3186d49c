"""The code from the SMS."""

import math
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import identify, recognise
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import RefusalCode
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import elapsed
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.pages.digits_page import DigitsPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.digit_field import CodeField
from desk_client.ui.widgets.reassurance import Reassurance

_DIGITS = 6
_EVERY_MS = 500


class CodePage(DigitsPage):
    """Six boxes, how long the code lives, and another one once the server allows it.

    The last digit sends the code: who types one from an SMS knows when it is whole. What could not be sent stays, and
    is sent with a touch.
    """

    page = Page.CODE
    is_code = True
    typed_codes = frozenset(
        {
            RefusalCode.CODE_WRONG,
            RefusalCode.CODE_EXPIRED,
            RefusalCode.CHALLENGE_UNKNOWN,
            RefusalCode.TOO_MANY_ATTEMPTS,
        }
    )

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, CodeField(counter.look, _DIGITS), parent)
        self._life = Reassurance(self.look, Icon.TIMER)
        self._resend = Button(self.look, "", Kind.QUIET, icon=Icon.REFRESH)
        self._resend.setObjectName("resend")
        self._resend.clicked.connect(self._send_another)
        self._other_way = Button(self.look, "", Kind.QUIET)
        self._other_way.setObjectName("other_way")
        self._other_way.clicked.connect(self._look_for_another_way)
        self.beside.addWidget(self._life)
        self.beside.addWidget(self._resend, 0, Qt.AlignmentFlag.AlignLeading)
        self.add_beside_back(self._other_way)
        self.field.completed.connect(lambda _digits: self.send())
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self._tell_times)
        self.ready()

    def entered(self) -> None:
        """Let the countdown begin."""
        super().entered()
        self._clock.start()
        self._tell_times()

    def left(self) -> None:
        """Let the countdown rest; the code is not kept."""
        self._clock.stop()
        super().left()

    def relabel(self) -> None:
        """Word the question."""
        self.block.set_texts(
            QCoreApplication.translate("CodePage", "Code"),
            QCoreApplication.translate("CodePage", "Six digits; after the last one it goes on by itself"),
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("CodePage", "Continue"))
        self._other_way.set_text(QCoreApplication.translate("CodePage", "No code came: another way"))
        self._tell_times()
        super().relabel()

    def refresh(self, visit: Visit) -> None:
        """Say where the code was sent."""
        masked = visit.challenge.masked_mobile if visit.challenge is not None else ""
        hint = QCoreApplication.translate("CodePage", "We have sent a code by SMS to {mobile}")
        self.title.set_texts(
            QCoreApplication.translate("CodePage", "Enter the code"),
            hint.format(mobile=isolated(masked)) if masked else "",
        )
        self._other_way.setVisible(bool(recognise.other_ways(visit)))

    def send(self) -> None:
        """Sign in with the code."""
        typed = self.field.digits
        self.ask(lambda: identify.enter_code(self.client, typed))

    def _look_for_another_way(self) -> None:
        if not self.is_acting:
            recognise.look_for_another(self.client)

    def _send_another(self) -> None:
        self.ask(lambda: identify.send_code(self.client), self._sent, button=self._resend)

    def _sent(self) -> None:
        self.field.set_digits("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tell_times()

    def _tell_times(self) -> None:
        challenge = self.visit.challenge
        if challenge is None:
            return
        now = self.counter.now()
        left = challenge.expires_at - now
        if left > timedelta():
            life = QCoreApplication.translate("CodePage", "The code is valid for {time}")
            self._life.set_text(life.format(time=elapsed(left, self.look.language)))
        else:
            self._life.set_text(QCoreApplication.translate("CodePage", "The code has expired; ask for a new one."))
        wait_s = math.ceil((challenge.resend_after - now).total_seconds())
        if wait_s > 0:
            text = QCoreApplication.translate("CodePage", "Send a new code (in {time})")
            text = text.format(time=elapsed(timedelta(seconds=wait_s), self.look.language))
        else:
            text = QCoreApplication.translate("CodePage", "Send a new code")
        if self._resend.text() != text:
            self._resend.set_text(text)
        if not self._resend.is_busy:
            self._resend.setEnabled(wait_s <= 0)
