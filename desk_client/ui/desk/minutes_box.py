"""How it stands with minutes that are being written; and where two wrote at once, both texts, and what is to stand."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.minutes import Choice, Keeping, Written
from desk_client.ui.bilingual import said
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.subject_box import SubjectBox


class MinutesBox(QWidget):
    """For below the field in which they are written. `chosen` carries a `Choice`."""

    chosen = Signal(object)

    def __init__(self, look: Appearance, *, is_stage: bool) -> None:
        super().__init__()
        self.setObjectName("minutes_state")
        self._look = look
        self._written = Written()
        self._state = Label(look, "", Role.CAPTION, tone=Tone.ON_STAGE_SECOND if is_stage else Tone.SECOND)
        self._state.setObjectName("minutes_kept")
        self._theirs = SubjectBox(look, is_stage=is_stage)
        self._theirs.setObjectName("minutes_of_others")
        self._question = QWidget()
        self._question.setObjectName("minutes_question")
        self._buttons: dict[Choice, Button] = {}
        column = QVBoxLayout(self._question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._theirs)
        for choice in (Choice.BOTH, Choice.THEIRS, Choice.MINE):
            button = self._buttons[choice] = Button(look, "", Kind.SECONDARY)
            button.setObjectName(f"minutes_{choice.name.lower()}")
            button.clicked.connect(lambda _checked=False, choice=choice: self.chosen.emit(choice))
            column.addWidget(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.S)
        body.addWidget(self._state)
        body.addWidget(self._question)
        self.retranslate()

    def show_written(self, written: Written) -> None:
        """Show how it stands."""
        self._written = written
        self.retranslate()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._state.set_text(self._state_words())
        self._buttons[Choice.BOTH].set_text(QCoreApplication.translate("Minutes", "Keep both, one below the other"))
        self._buttons[Choice.THEIRS].set_text(QCoreApplication.translate("Minutes", "Keep theirs"))
        self._buttons[Choice.MINE].set_text(QCoreApplication.translate("Minutes", "Keep mine"))
        theirs = self._written.theirs
        self._question.setVisible(theirs is not None)
        if theirs is not None:
            author = "" if theirs.author is None else said(theirs.author, self._look.language)
            heading = (
                QCoreApplication.translate("Minutes", "{name} wrote at the same time:").format(name=author)
                if author
                else QCoreApplication.translate("Minutes", "At another desk of yours was written:")
            )
            nothing = QCoreApplication.translate("Minutes", "(everything was taken out)")
            self._theirs.set_texts(heading, theirs.text or nothing)

    def _state_words(self) -> str:
        written = self._written
        if written.theirs is not None:
            return QCoreApplication.translate("Minutes", "Please choose what is to stand; nothing is lost until then.")
        match written.keeping:
            case Keeping.NOT_KEPT:
                return QCoreApplication.translate(
                    "Minutes", "Not kept yet, since the server is away. It is tried again by itself."
                )
            case Keeping.TOO_LATE:
                return QCoreApplication.translate(
                    "Minutes", "The outcome is recorded already: this is kept nowhere but here."
                )
            case Keeping.ON_ITS_WAY:
                return QCoreApplication.translate("Minutes", "Being kept")
            case Keeping.KEPT:
                author = written.kept.author
                if author is not None and written.kept.text:
                    return QCoreApplication.translate("Minutes", "Kept. {name} wrote last.").format(
                        name=said(author, self._look.language)
                    )
                return QCoreApplication.translate("Minutes", "Kept as you write.")
