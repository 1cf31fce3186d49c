"""The button that prints the slip of what was left."""

from PySide6.QtCore import QCoreApplication

from desk_client.ui.kiosk.ticket_printing import PrintingWords, TicketPrinting
from desk_client.ui.paper.slip_words import slip_sheet
from desk_client.ui.paper.ticket_words import TicketSheet


class SlipPrinting(TicketPrinting):
    """As for a ticket, with words that promise no more than a slip does."""

    def sheet(self) -> TicketSheet | None:
        """Return the slip; None where nothing was left."""
        visit = self.counter.client.visit.value
        return None if visit.receipt is None else slip_sheet(visit, visit.receipt, self.counter.language)

    def words(self) -> PrintingWords:
        """Return what is said about it, in the language spoken now."""
        return PrintingWords(
            button=QCoreApplication.translate("SlipPrinting", "Print the slip"),
            under_way=QCoreApplication.translate("SlipPrinting", "Your slip is being printed. One moment, please."),
            done=QCoreApplication.translate("SlipPrinting", "Please take your slip from below the screen."),
            remains=QCoreApplication.translate("SlipPrinting", "Please write the number down."),
        )
