"""The answer to a request, on paper."""

from PySide6.QtCore import QCoreApplication

from desk_client.ui.kiosk.paper_printing import PaperPrinting
from desk_client.ui.kiosk.request_words import state_words, subject_words, unit_words
from desk_client.ui.paper.answer_paper import answer_page, answer_sheet
from desk_client.ui.paper.roll import Page


class AnswerPrinting(PaperPrinting):
    """Of the request that is being read."""

    def painted(self) -> Page | None:
        """The paper; None where nothing was answered."""
        request, language = self.counter.client.visit.value.request, self.counter.language
        if request is None or (request.answer is None and request.declined is None):
            return None
        heading = state_words(request).name
        unit, subject = unit_words(request, language), subject_words(request, language)
        return answer_page(answer_sheet(request, heading, unit, subject, language))

    def asks(self) -> str:
        """What the button says."""
        return QCoreApplication.translate("AnswerPrinting", "Print the answer")

    def under_way(self) -> str:
        """That it is being printed."""
        return QCoreApplication.translate("AnswerPrinting", "The answer is being printed. One moment, please.")

    def done(self) -> str:
        """That it has come out."""
        return QCoreApplication.translate("AnswerPrinting", "Please take the paper from below the screen.")

    def remains(self) -> str:
        """It is kept for them."""
        return QCoreApplication.translate("AnswerPrinting", "You can read the answer again at any kiosk.")
