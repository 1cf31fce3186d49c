"""What was decided, on paper."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions.print_ticket import slip_link
from desk_client.ui.kiosk.decision_words import decision_words
from desk_client.ui.kiosk.paper_printing import PaperPrinting
from desk_client.ui.paper.outcome_paper import outcome_page, outcome_sheet
from desk_client.ui.paper.roll import Page


class OutcomePrinting(PaperPrinting):
    """Of the outcome that is being read."""

    def painted(self) -> Page | None:
        """The slip."""
        client = self.counter.client
        visit = client.visit.value
        if visit.appointment is None or visit.outcome is None:
            return None
        name = decision_words(visit.outcome.decision.code).name
        link = slip_link(client, visit.outcome)
        return outcome_page(outcome_sheet(visit.appointment, visit.outcome, name, link, self.counter.language))

    def asks(self) -> str:
        """What the button says."""
        return QCoreApplication.translate("OutcomePrinting", "Print the outcome")

    def under_way(self) -> str:
        """That it is being printed."""
        return QCoreApplication.translate("OutcomePrinting", "The outcome is being printed. One moment, please.")

    def done(self) -> str:
        """That it has come out."""
        return QCoreApplication.translate("OutcomePrinting", "Please take the paper from below the screen.")

    def remains(self) -> str:
        """It is kept for them."""
        return QCoreApplication.translate("OutcomePrinting", "You can read the outcome again at any kiosk.")
