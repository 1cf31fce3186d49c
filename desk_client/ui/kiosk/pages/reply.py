"""The visitor's answer to what they were asked about their request."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions import own_requests
from desk_client.client.visit import Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import written
from desk_client.ui.kiosk.pages.words_page import WordsPage
from desk_client.ui.kiosk.request_words import unit_words

_LONGEST = 1_000


class ReplyPage(WordsPage):
    """A few lines below the question, with a count of the letters that are left; sent once."""

    page = Page.REPLY
    lines = 3
    longest = _LONGEST
    typed_codes = frozenset({RefusalCode.INVALID_REQUEST})

    def kept(self) -> str:
        """What was written before."""
        return self.visit.reply

    def keep(self, text: str) -> None:
        """Keep it for when they are back."""
        own_requests.keep_reply(self.client, text)

    def take(self, text: str) -> Refusal | None:
        """Keep it, and send it; what is wrong is said once the server has answered."""
        self.keep(text)
        self.ask(lambda: own_requests.reply(self.client, text))
        return None

    def entered(self) -> None:
        """Begin without a notice."""
        self.hush()
        super().entered()

    def refresh(self, visit: Visit) -> None:
        """Show the question."""
        if visit.request is None:
            return
        unit = unit_words(visit.request, self.look.language)
        question = visit.course.question if visit.course is not None else None
        if question is not None:  # it is answered while the page still shows
            self.title.set_texts(
                QCoreApplication.translate("ReplyPage", "Your answer to {unit}").format(unit=unit), written(question)
            )

    def word_field(self) -> None:
        """Tell how many letters are left; there has to be an answer."""
        self.block.set_texts(
            QCoreApplication.translate("ReplyPage", "Your answer"),
            QCoreApplication.translate(
                "SubjectPage", "Letters left: %Ln", None, max(0, _LONGEST - len(self.field.text))
            ),
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("ReplyPage", "Send the answer"))
            self.main.setEnabled(bool(self.field.text.strip()) and not self.is_busy)
