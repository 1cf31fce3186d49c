"""A word to who waits: three prepared sentences, or one's own."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.domain.notes import Prepared
from desk_client.ui.desk.write_line import WriteLine
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone


class NoteBox(QWidget):
    """`sent` carries a `Prepared` or a text; ``said`` is told what became of it."""

    sent = Signal(object)

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note_box")
        self._title = Label(look, "", Role.BODY, weight=Weight.SEMIBOLD)
        self._said = Label(look, "", Role.CAPTION, tone=Tone.SUCCESS)
        self._said.setObjectName("note_said")
        self._said.hide()
        self._prepared: dict[Prepared, Button] = {}
        self.line = WriteLine(look, "note")
        self.line.sent.connect(self.sent.emit)  # a text, as any other object
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._title)
        for each in Prepared:
            button = self._prepared[each] = Button(look, "", Kind.SECONDARY, icon=Icon.CLOCK)
            button.setObjectName(f"note_{each}")
            button.clicked.connect(lambda _checked=False, sentence=each: self.sent.emit(sentence))
            column.addWidget(button)
        column.addWidget(self.line)
        column.addWidget(self._said)
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(QCoreApplication.translate("NoteBox", "A word to who waits"))
        words = {
            Prepared.SOON: QCoreApplication.translate("NoteBox", "One moment, you are about to be received"),
            Prepared.TEN_MINUTES: QCoreApplication.translate("NoteBox", "Sorry, ten minutes"),
            Prepared.DELAYED: QCoreApplication.translate("NoteBox", "Sorry, about half an hour"),
        }
        for each, button in self._prepared.items():
            button.set_text(words[each])
        self.line.set_texts(
            QCoreApplication.translate("NoteBox", "Your own words"), QCoreApplication.translate("NoteBox", "Send")
        )

    def begin_anew(self) -> None:
        """Somebody else is being read about."""
        self.line.clear()
        self._said.hide()

    def arrived(self) -> None:
        """It is on their screen now."""
        self.line.clear()
        self._said.set_text(QCoreApplication.translate("NoteBox", "Sent: it is on their screen."))
        self._said.show()
