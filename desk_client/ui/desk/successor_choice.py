"""To whom the talk is to be handed over, and what they are to know first."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.called_in import Successor
from desk_client.domain.handover import MAX_NOTE_LENGTH
from desk_client.i18n.bidi import embedded
from desk_client.ui.bilingual import said
from desk_client.ui.desk.handover_words import readiness_words
from desk_client.ui.desk.inbox.pick_list import PickList
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.dialog import Dialog
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.text_field import TextArea


class SuccessorChoice(QWidget):
    """The list, and below it the note."""

    def __init__(self, look: Appearance, people: tuple[Successor, ...]) -> None:
        """Nobody is picked yet."""
        super().__init__()
        self._look = look
        self._offices = [each.office_title for each in people]
        self.people = PickList(look)
        self.people.setObjectName("successors")
        self.people.setAccessibleName(QCoreApplication.translate("Handover", "Who can take the talk over"))
        self.people.set_options([(each.staff_id, self._named(each)) for each in people])
        self.people.setVisible(bool(people))
        nobody = Label(look, "", Role.BODY, tone=Tone.SECOND)
        nobody.set_text(QCoreApplication.translate("Handover", "Nobody who could take it is at their desk now."))
        nobody.setVisible(not people)
        name = QCoreApplication.translate("Handover", "What should they know first?")
        label = Label(look, "", Role.BODY)
        label.set_text(name)
        self.note = TextArea(look, name, longest=MAX_NOTE_LENGTH)
        self.note.setObjectName("handover_note")
        self.note.set_lines(3)
        label.setVisible(bool(people))
        self.note.setVisible(bool(people))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for part in (self.people, nobody, label, self.note):
            column.addWidget(part)

    def _named(self, person: Successor) -> str:
        """By office; by name too where one office has several at their desks."""
        language = self._look.language
        office, name = embedded(said(person.office_title, language)), embedded(said(person.name, language))
        waiting = QCoreApplication.translate("Handover", "%Ln waiting there", None, person.waiting)
        who = (office, name) if self._offices.count(person.office_title) > 1 else (office,)
        return " · ".join((*who, readiness_words(person.readiness), waiting))


def successor_dialog(look: Appearance, host: QWidget, people: tuple[Successor, ...]) -> tuple[Dialog, SuccessorChoice]:
    """Ask to whom; Escape goes back, and nothing has happened."""
    choice = SuccessorChoice(look, people)
    dialog = Dialog(
        look,
        host,
        QCoreApplication.translate("Handover", "Hand the talk over"),
        QCoreApplication.translate(
            "Handover",
            "It rings at their desk. They read your note, the brief and the documents, and join; then you leave. "
            "Whoever waits for them keeps their turn.",
        ),
        confirm=QCoreApplication.translate("Handover", "Ask them"),
        cancel=QCoreApplication.translate("Handover", "Go back"),
        icon=Icon.FORWARD,
        body=choice,
    )
    dialog.setObjectName("hand_over")
    dialog.confirm.setObjectName("confirm_hand_over")
    dialog.cancel.setObjectName("do_not_hand_over")
    dialog.confirm.setEnabled(False)
    choice.people.picked.connect(lambda _key: dialog.confirm.setEnabled(True))
    choice.people.take_focus()
    if not people:
        dialog.cancel.setFocus(Qt.FocusReason.PopupFocusReason)
    return dialog, choice
