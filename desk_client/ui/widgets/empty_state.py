"""What is shown where there is nothing: why, and what one can do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.label import Label, Tone

_WIDEST_PX = 560


class EmptyState(QWidget):
    """A sign, a sentence, an explanation and perhaps an action, in the middle of its place."""

    action_asked = Signal()

    def __init__(self, look: Appearance, icon: Icon = Icon.INBOX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sign = Avatar(look, icon, 96)
        self._title = Label(look, "", Role.SUBTITLE, weight=Weight.SEMIBOLD, is_centred=True)
        self._text = Label(look, "", Role.BODY, tone=Tone.SECOND, is_centred=True)
        self.action = Button(look, "", Kind.SECONDARY)
        self.action.clicked.connect(self.action_asked)
        column = QVBoxLayout(self)
        column.setSpacing(Space.S)
        column.addStretch()
        column.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(Space.S)
        for label in (self._title, self._text):
            label.setMaximumWidth(_WIDEST_PX)
            across = QHBoxLayout()  # an aligned widget would get the height of a wider one: its last line would be lost
            across.addStretch(1)
            across.addWidget(label, 1000)
            across.addStretch(1)
            column.addLayout(across)
        column.addSpacing(Space.M)
        column.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch()
        self.set_texts("")

    def set_texts(self, title: str, text: str = "", action: str = "") -> None:
        """Say why nothing is here; an action without a name is not shown."""
        self._title.set_text(title)
        self._text.set_text(text)
        self._text.setVisible(bool(text))
        self.action.set_text(action)
        self.action.setVisible(bool(action))
        self.setAccessibleName(title)
