"""What it is about, in the visitor's own words; it may stay empty."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions import book, triage
from desk_client.client.visit import MAX_SUBJECT_LENGTH, Page
from desk_client.domain.outcomes import Refusal
from desk_client.ui.kiosk.pages.words_page import WordsPage


class SubjectPage(WordsPage):
    """A few lines for the official to read beforehand, with a count of the letters that are left."""

    page = Page.SUBJECT
    lines = 3
    longest = MAX_SUBJECT_LENGTH

    def kept(self) -> str:
        """What was written before."""
        return self.visit.subject

    def keep(self, text: str) -> None:
        """Keep it for when they are back."""
        book.keep_subject(self.client, text)

    def take(self, text: str) -> Refusal | None:
        """Go on, with or without one."""
        return book.write_subject(self.client, text)

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("SubjectPage", "What would you like to talk about?"),
            QCoreApplication.translate(
                "SubjectPage", "You may leave this empty. The official reads it before the talk."
            ),
        )
        super().relabel()

    def word_field(self) -> None:
        """Tell how many letters are left."""
        left = triage.subject_room(self.visit) - len(self.field.text)
        self.block.set_texts(
            QCoreApplication.translate("SubjectPage", "Subject"),
            QCoreApplication.translate("SubjectPage", "Letters left: %Ln", None, max(0, left)),
        )
        if self.main is not None:
            skip = QCoreApplication.translate("SubjectPage", "Continue without a subject")
            self.main.set_text(skip if not self.field.text else QCoreApplication.translate("SubjectPage", "Continue"))
