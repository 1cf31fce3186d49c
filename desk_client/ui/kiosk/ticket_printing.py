"""The ticket on paper."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions.print_ticket import calendar_link
from desk_client.ui.kiosk.paper_printing import PaperPrinting
from desk_client.ui.paper.roll import Page
from desk_client.ui.paper.ticket_paper import ticket_page
from desk_client.ui.paper.ticket_words import ticket_sheet


class TicketPrinting(PaperPrinting):
    """Of the appointment that was booked, or chosen."""

    def painted(self) -> Page | None:
        """The ticket as it stands."""
        client, language = self.counter.client, self.counter.language
        visit = client.visit.value
        if visit.appointment is None:
            return None
        code = "" if visit.booked is None else visit.booked.ticket_code
        link = calendar_link(client, visit.appointment)
        return ticket_page(ticket_sheet(visit.appointment, code, link, language))

    def asks(self) -> str:
        """What the button says."""
        return QCoreApplication.translate("TicketPrinting", "Print the ticket")

    def under_way(self) -> str:
        """That it is being printed."""
        return QCoreApplication.translate("TicketPrinting", "Your ticket is being printed. One moment, please.")

    def done(self) -> str:
        """That it has come out."""
        return QCoreApplication.translate("TicketPrinting", "Please take your ticket from below the screen.")

    def remains(self) -> str:
        """The number is known elsewhere."""
        return QCoreApplication.translate(
            "TicketPrinting", "Your number was sent by SMS too, and you may write it down."
        )
