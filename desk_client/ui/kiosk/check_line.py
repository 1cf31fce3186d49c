"""One line of the device check: a part's icon, a sentence, how far it is, and perhaps a question."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desk_client.client.device_check.findings import Finding, KioskPart, Line
from desk_client.ui.kiosk.check_words import icon_of, mood_of, sentence, state_words
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.busy import Busy
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.sign import Sign

_ICON_PX = 64
_STATE_PX = 26


class CheckLine(QWidget):
    """State is told by an icon and a word, with colour on top; where only the person can tell, they are asked."""

    answered = Signal(bool)
    """Whether the person hears the loudspeaker."""
    asked = Signal()
    """The question has come up."""

    def __init__(self, look: Appearance, part: KioskPart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"check_{part}")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._line = Line(part)
        self._icon = Avatar(look, icon_of(self._line), _ICON_PX)
        self._sentence = Label(look, "", Role.BODY, weight=Weight.MEDIUM)
        self._sentence.setObjectName(f"check_{part}_sentence")
        self._wheel = Busy(look, _STATE_PX)
        self._sign = Sign(look, Mood.SUCCESS.icon, Tone.SUCCESS, _STATE_PX)
        self._state = Label(look, "", Role.BODY, weight=Weight.SEMIBOLD, wraps=False)
        self._state.setObjectName(f"check_{part}_state")
        self._yes = Button(look)
        self._yes.setObjectName("hears")
        self._yes.clicked.connect(lambda: self.answered.emit(True))
        self._no = Button(look)
        self._no.setObjectName("hears_nothing")
        self._no.clicked.connect(lambda: self.answered.emit(False))
        stands = QHBoxLayout()
        stands.setSpacing(Space.S)
        stands.addWidget(self._wheel)
        stands.addWidget(self._sign)
        stands.addWidget(self._state, 1)
        asked = QHBoxLayout()
        asked.setSpacing(Space.M)
        asked.setContentsMargins(0, Space.S, 0, 0)
        asked.addWidget(self._yes, 1)
        asked.addWidget(self._no, 1)
        column = QVBoxLayout()
        column.setSpacing(Space.XS)
        column.addWidget(self._sentence)
        column.addLayout(stands)
        column.addLayout(asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)

    def relabel(self) -> None:
        """Word it in the language spoken now."""
        self._yes.set_text(QCoreApplication.translate("CheckLine", "I hear them"))
        self._no.set_text(QCoreApplication.translate("CheckLine", "I hear nothing"))
        self.show_line(self._line, self.accessibleDescription())

    def show_line(self, line: Line, figures: str) -> None:
        """Show what was found; `figures` are for staff, who know where to look."""
        self._line = line
        mood = mood_of(line)
        self._icon.set_sign(icon_of(line))
        self._sentence.set_text(sentence(line))
        self._state.set_text(state_words(line))
        self._state.set_tone(Tone.SECOND if mood is None else mood.tone)
        self._wheel.setVisible(mood is None)
        self._sign.setVisible(mood is not None)
        if mood is not None:
            self._sign.set_sign(mood.icon, mood.tone)
        is_asked, was_asked = line.finding is Finding.ASKED_WHETHER_HEARD, self._yes.isVisibleTo(self)
        for button in (self._yes, self._no):
            button.setVisible(is_asked)
        if is_asked and not was_asked:
            self.asked.emit()
        self.setAccessibleName(f"{sentence(line)} {state_words(line)}")
        self.setAccessibleDescription(figures)
        self.setToolTip(figures)
