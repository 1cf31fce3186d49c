"""The slip of what was left, on paper."""

from PySide6.QtCore import QCoreApplication

from desk_client.ui.kiosk.paper_printing import PaperPrinting
from desk_client.ui.paper.roll import Page
from desk_client.ui.paper.slip_words import slip_sheet
from desk_client.ui.paper.ticket_paper import ticket_page


class SlipPrinting(PaperPrinting):
    """As for a ticket, with words that promise no more than a slip does."""

    def painted(self) -> Page | None:
        """The slip; None where nothing was left."""
        visit = self.counter.client.visit.value
        return None if visit.receipt is None else ticket_page(slip_sheet(visit, visit.receipt, self.counter.language))

    def asks(self) -> str:
        """What the button says."""
        return QCoreApplication.translate("SlipPrinting", "Print the slip")

    def under_way(self) -> str:
        """That it is being printed."""
        return QCoreApplication.translate("SlipPrinting", "Your slip is being printed. One moment, please.")

    def done(self) -> str:
        """That it has come out."""
        return QCoreApplication.translate("SlipPrinting", "Please take your slip from below the screen.")

    def remains(self) -> str:
        """The number is on the screen."""
        return QCoreApplication.translate("SlipPrinting", "Please write the number down.")
