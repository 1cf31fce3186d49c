"""Who is there, by their ticket: its number, then its code."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import identify, leave_word
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.outcomes import RefusalCode
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.pages.digits_page import DigitsPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.digit_field import CodeField, DigitField
from desk_client.ui.widgets.reassurance import Reassurance

_NUMBER_DIGITS = 8
_CODE_DIGITS = 6


class TicketNumberPage(DigitsPage):
    """Eight digits from the ticket."""

    page = Page.TICKET_NUMBER

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, DigitField(counter.look, _NUMBER_DIGITS), parent)
        self._where = Reassurance(self.look, Icon.MESSAGE)
        self.beside.addWidget(self._where)
        self.ready()

    def kept(self) -> str:
        """What was given before."""
        return self.visit.ticket_number

    def relabel(self) -> None:
        """Word the question."""
        self.block.set_texts(
            QCoreApplication.translate("TicketEntry", "Ticket number"),
            QCoreApplication.translate("TicketEntry", "Eight digits"),
        )
        self._where.set_text(
            QCoreApplication.translate(
                "TicketEntry", "It is on the printed ticket and in the SMS about your appointment."
            )
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("TicketEntry", "Continue"))
        super().relabel()

    def refresh(self, visit: Visit) -> None:
        """Word the question: without a line there is no other way."""
        hint = QCoreApplication.translate("TicketEntry", "With number and code you need not enter ID and mobile")
        self.title.set_texts(
            QCoreApplication.translate("TicketEntry", "The number of your ticket"),
            "" if visit.goal is Goal.LEAVE_CHECK_IN else hint,
        )

    def send(self) -> None:
        """Go on to the code."""
        identify.enter_ticket_number(self.client, self.field.digits)


class TicketCodePage(DigitsPage):
    """Six digits from the ticket; with them the code for signing in is sent."""

    page = Page.TICKET_CODE
    is_code = True
    typed_codes = frozenset({RefusalCode.TICKET_UNKNOWN})

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, CodeField(counter.look, _CODE_DIGITS), parent)
        self._why = Reassurance(self.look, Icon.SHIELD)
        self.beside.addWidget(self._why)
        self.ready()

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("TicketEntry", "The code of your ticket"),
            QCoreApplication.translate("TicketEntry", "It stands below the number"),
        )
        self.block.set_texts(
            QCoreApplication.translate("TicketEntry", "Code"), QCoreApplication.translate("TicketEntry", "Six digits")
        )
        super().relabel()

    def refresh(self, visit: Visit) -> None:
        """Say what comes next: a code, or that it is kept."""
        is_left = visit.goal is Goal.LEAVE_CHECK_IN
        self._why.set_text(
            QCoreApplication.translate(
                "TicketEntry", "Your check-in is sealed and kept here, and sent as soon as the line is back."
            )
            if is_left
            else QCoreApplication.translate(
                "TicketEntry", "Then we send a code to your mobile, so that nobody else can use your ticket."
            )
        )
        if self.main is not None:
            self.main.set_text(
                QCoreApplication.translate("TicketEntry", "Keep my check-in")
                if is_left
                else QCoreApplication.translate("TicketEntry", "Send the code")
            )

    def send(self) -> None:
        """Have a code sent; without a line the check-in is kept."""
        typed = self.field.digits
        if self.visit.goal is Goal.LEAVE_CHECK_IN:
            self.ask(lambda: leave_word.leave_check_in(self.client, typed))
            return
        self.ask(lambda: identify.enter_ticket_code(self.client, typed))
