"""It is done: the ticket, which is printed, or the place on the waitlist."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import help as helping_actions
from desk_client.client.actions.print_ticket import calendar_link, print_ticket
from desk_client.client.helping import Helping, HelpStep
from desk_client.client.printer import Trouble
from desk_client.domain.outcomes import Refusal
from desk_client.ui.desk.office import Office
from desk_client.ui.moments import wall_span
from desk_client.ui.operator.help.page import HelpPage
from desk_client.ui.operator.paper import Paper, PaperState
from desk_client.ui.paper.ticket_paper import ticket_page
from desk_client.ui.paper.ticket_words import ticket_sheet
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.empty_state import EmptyState
from desk_client.ui.widgets.reassurance import Reassurance
from desk_client.ui.widgets.ticket_card import TicketCard


class TicketPage(HelpPage):
    """The paper comes by itself where there is a printer; the main action forgets the person."""

    step: ClassVar[HelpStep] = HelpStep.TICKET

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        look = office.look
        self._card = TicketCard(look)
        self._card.setObjectName("help_ticket")
        self._sms = Reassurance(look, Icon.MESSAGE)
        self._listed = EmptyState(look, Icon.CHECK_CIRCLE)
        self.paper = Banner(look)
        self.paper.setObjectName("help_paper")
        self._printing: PaperState = Paper.NOT_ASKED
        self._print = Button(look, "", Kind.SECONDARY, icon=Icon.PRINTER)
        self._print.setObjectName("help_print")
        self._print.clicked.connect(self.print_it)
        self._back.hide()
        for widget in (self.paper, self._card, self._sms):
            self.body.addWidget(widget)
        self.body.addWidget(self._listed, 1)
        self.body.addStretch()
        self.foot.addWidget(self._print)
        self.add_main("help_next_person", lambda: self.ask(self._next()), Icon.CHECK)
        self.ready()

    def relabel(self) -> None:
        """Name what can be done."""
        self._print.set_text(QCoreApplication.translate("HelpTicketPage", "Print it again"))
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("HelpTicketPage", "Done, next person"))
        self.refresh(self.helping)

    def refresh(self, helping: Helping) -> None:
        """Show the ticket, or what became of the wish."""
        appointment, booked, language = helping.appointment, helping.booked, self.look.language
        has_printer = self.office.client.printer.is_set
        self._card.setVisible(appointment is not None)
        self._print.setVisible(appointment is not None and has_printer)
        self._listed.setVisible(helping.listed is not None)
        self._sms.setVisible(appointment is not None)
        has_mobile = helping.person is not None and helping.person.has_mobile
        if appointment is None:
            self.paper.say("")
            self._sms.set_text("")
            self.title.set_texts(QCoreApplication.translate("HelpTicketPage", "It is noted"))
            self._listed.set_texts(
                QCoreApplication.translate("HelpTicketPage", "They are on the waitlist"),
                QCoreApplication.translate("HelpTicketPage", "As soon as a time is free they are told by SMS.")
                if has_mobile
                else QCoreApplication.translate(
                    "HelpTicketPage", "They have no mobile: please ask them to come by again in a few days."
                ),
            )
            return
        self.title.set_texts(
            QCoreApplication.translate("HelpTicketPage", "Moved: the ticket stays good")
            if booked is None
            else QCoreApplication.translate("HelpTicketPage", "It is booked")
        )
        span = wall_span(appointment.slot)
        self._card.set_number(QCoreApplication.translate("TicketPage", "Ticket number"), appointment.ticket_number)
        self._card.set_code(
            QCoreApplication.translate("TicketPage", "Code"), "" if booked is None else booked.ticket_code
        )
        self._card.set_facts(
            (
                (QCoreApplication.translate("TicketPage", "Office"), self.office.said(appointment.office_title)),
                (QCoreApplication.translate("TicketPage", "Day"), span.spelled_day(language)),
                (QCoreApplication.translate("TicketPage", "Time"), span.spelled_time(language)),
            )
        )
        self._sms.set_text(
            QCoreApplication.translate("HelpTicketPage", "The same was sent to their mobile by SMS.")
            if has_mobile
            else QCoreApplication.translate(
                "HelpTicketPage", "They have no mobile: please give them the paper, or write number and code down."
            )
        )
        self._word_paper()

    def entered(self) -> None:
        """Print at once; Enter goes on to the next person."""
        self._printing = Paper.NOT_ASKED
        if self.main is not None:
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.office.client.printer.is_set:
            self.print_it()

    def print_it(self) -> None:
        """Paint the ticket, and hand it to the printer."""
        appointment, booked = self.helping.appointment, self.helping.booked
        if appointment is None or self._printing is Paper.UNDER_WAY:
            return
        client = self.office.client
        code = "" if booked is None else booked.ticket_code
        sheet = ticket_sheet(appointment, code, calendar_link(client, appointment), self.look.language)
        page = ticket_page(sheet)
        self._tell(Paper.UNDER_WAY)
        self.office.bridge.run(
            print_ticket(client, page.pdf, page.size_mm),
            lambda trouble: self._tell(trouble or Paper.OUT),
            lambda _refusal: self._tell(Trouble.REFUSED),
        )

    def _tell(self, state: PaperState) -> None:
        self._printing = state
        self._print.set_busy(state is Paper.UNDER_WAY)
        self._word_paper()

    def _word_paper(self) -> None:
        match self._printing:
            case Paper.NOT_ASKED:
                self.paper.say("")
            case Paper.UNDER_WAY:
                self.paper.say(QCoreApplication.translate("HelpTicketPage", "The ticket is being printed."), Mood.INFO)
            case Paper.OUT:
                self.paper.say(QCoreApplication.translate("HelpTicketPage", "The ticket is printed."), Mood.SUCCESS)
            case Trouble.OUT_OF_PAPER:
                text = QCoreApplication.translate(
                    "HelpTicketPage", "The printer has no paper. Put some in, and print it again."
                )
                self.paper.say(text, Mood.WARNING)
            case _:
                text = QCoreApplication.translate(
                    "HelpTicketPage", "The printer did not print. Print it again, or write number and code down."
                )
                self.paper.say(text, Mood.WARNING)

    async def _next(self) -> Refusal | None:
        await helping_actions.next_person(self.office.client)
        return None
