"""What it is about, in the visitor's own words; it may stay empty."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import book, triage
from desk_client.client.visit import MAX_SUBJECT_LENGTH, Page
from desk_client.domain.outcomes import Refusal
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.messages import worded
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.text_field import TextArea


class SubjectPage(VisitPage):
    """A few lines for the official to read beforehand, with a count of the letters that are left."""

    page = Page.SUBJECT
    measure_px = 900
    wants_keyboard = True

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self.field = TextArea(self.look, lines=3, longest=MAX_SUBJECT_LENGTH)
        self.field.setObjectName("subject")
        self.block = FieldBlock(self.look, self.field)
        self._wrong: Refusal | None = None
        self.body.addWidget(self.block)
        self.add_back()
        self.add_main("continue", self._send)
        self.field.text_changed.connect(self._typed)
        self.ready()

    @property
    def keyboard_target(self) -> QWidget:
        """The field that the touch keyboard types into."""
        return self.field

    def entered(self) -> None:
        """Show what was written before."""
        if self.field.text != self.visit.subject:
            self.field.set_text(self.visit.subject)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._word_field()

    def keep_typed(self) -> None:
        """Take what stands in the field along."""
        book.keep_subject(self.client, self.field.text)

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("SubjectPage", "What would you like to talk about?"),
            QCoreApplication.translate(
                "SubjectPage", "You may leave this empty. The official reads it before the talk."
            ),
        )
        self._word_field()

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say it at the field."""
        del again
        self._wrong = refusal
        message = worded(refusal)
        self.block.set_error(f"{message.title}. {message.text}")

    def _send(self) -> None:
        refusal = book.write_subject(self.client, self.field.text)
        if refusal is not None:
            self.on_refusal(refusal, self._send)

    def _typed(self, _text: str) -> None:
        self._wrong = None
        self.block.set_error("")
        self._word_field()

    def _word_field(self) -> None:
        left = triage.subject_room(self.visit) - len(self.field.text)
        self.block.set_texts(
            QCoreApplication.translate("SubjectPage", "Subject"),
            QCoreApplication.translate("SubjectPage", "Letters left: %Ln", None, max(0, left)),
        )
        if self.main is not None:
            skip = QCoreApplication.translate("SubjectPage", "Continue without a subject")
            self.main.set_text(skip if not self.field.text else QCoreApplication.translate("SubjectPage", "Continue"))
