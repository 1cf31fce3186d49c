"""What whoever is asked to take a talk over reads first: the note, how long is left, the brief, and the documents."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from desk_client.client.actions.hand_over import Offered
from desk_client.client.papers import of_audience
from desk_client.i18n.bidi import embedded
from desk_client.ui.bilingual import addressed
from desk_client.ui.desk.brief_facts import past_words, talk_rows
from desk_client.ui.desk.document_cards import DocumentCards
from desk_client.ui.desk.handover_words import time_left_words
from desk_client.ui.desk.office import Office
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.page import ScrollColumn
from desk_client.ui.widgets.subject_box import SubjectBox

if TYPE_CHECKING:
    from desk_client.ui.desk.papers.viewer import PaperViewer

_HIGHEST_PX = 420


class HandoverSheet(QObject):
    """A question over the window: join, or go back and answer later. A document opens above it."""

    answered = Signal(bool)

    def __init__(self, office: Office, host: QWidget, offered: Offered) -> None:
        """Open at once."""
        super().__init__(host)
        self._office, self._host, self._offered = office, host, offered
        self._viewer: PaperViewer | None = None
        self.documents = DocumentCards(office.look)
        self.documents.show_documents(offered.documents)
        self.documents.asked.connect(self._open)
        caller = addressed(offered.invitation.honorific, offered.invitation.caller_name, office.look.language)
        self.dialog = Dialog(
            office.look,
            host,
            QCoreApplication.translate("Handover", "{caller} asks you to take a talk over").format(
                caller=embedded(caller)
            ),
            QCoreApplication.translate("Handover", "You join; both of you talk with the visitor, then it is yours."),
            confirm=QCoreApplication.translate("IncomingCall", "Join"),
            cancel=QCoreApplication.translate("Handover", "Go back"),
            icon=Icon.FORWARD,
            body=self._body(),
        )
        self.dialog.setObjectName("handover_sheet")
        self.dialog.confirm.setObjectName("join_to_take_over")
        self.dialog.cancel.setObjectName("answer_later")
        self.dialog.answered.connect(self._close)

    @property
    def invitation_id(self) -> str:
        """Of the audience that it is about."""
        return self._offered.invitation.appointment_id

    def dismiss(self) -> None:
        """Nobody asks any more."""
        self.dialog.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A document covers the window whatever its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self._viewer is not None:
            self._viewer.setGeometry(self._host.rect())
        return super().eventFilter(watched, event)

    def _body(self) -> QWidget:
        look, brief, handover = self._office.look, self._offered.brief, self._offered.invitation.handover
        column = ScrollColumn()
        column.body.setSpacing(Space.S)
        if handover is not None:
            note = SubjectBox(look)
            note.setObjectName("handover_words")
            left = time_left_words(handover.ends_at - self._office.client.clock.now())
            nothing = QCoreApplication.translate("Handover", "No note was written.")
            title = QCoreApplication.translate("Handover", "What you should know first · {left}").format(left=left)
            note.set_texts(title, handover.note or nothing)
            column.body.addWidget(note)
        subject = SubjectBox(look)
        said = brief.item.subject or QCoreApplication.translate("Brief", "The visitor gave no subject.")
        subject.set_texts(embedded(brief.item.citizen_name), said)
        facts = Facts(look)
        facts.set_rows(talk_rows(brief, look.language))
        for part in (subject, facts, self.documents):
            column.body.addWidget(part)
        for past in brief.history[:1]:
            earlier = SubjectBox(look)
            earlier.set_texts(*past_words(past, look.language))
            column.body.addWidget(earlier)
        column.body.addStretch()
        column.setFixedHeight(min(look.scaled(_HIGHEST_PX), self._host.height() // 2))
        return column

    def _open(self, document_id: str) -> None:
        from desk_client.ui.desk.papers.viewer import PaperViewer  # noqa: PLC0415 - with the first document

        document = next((each for each in self._offered.documents if each.id == document_id), None)
        if document is None or self._viewer is not None:
            return
        viewer = self._viewer = PaperViewer(
            self._office,
            lambda: QCoreApplication.translate("Handover", "Back to the question"),
            self._host,
        )
        viewer.setGeometry(self._host.rect())
        viewer.closed.connect(self._close_document)
        self._host.installEventFilter(self)
        viewer.show()
        viewer.raise_()
        viewer.open(of_audience(self.invitation_id), document)

    def _close_document(self) -> None:
        viewer, self._viewer = self._viewer, None
        if viewer is None:
            return
        document_id = viewer.document_id
        viewer.close_paper()
        viewer.teardown()
        viewer.hide()
        viewer.deleteLater()
        if document_id is not None:
            self.documents.focus_on(document_id)

    def _close(self, is_confirmed: bool) -> None:
        self._close_document()
        self._host.removeEventFilter(self)
        self.answered.emit(is_confirmed)
        self.deleteLater()
