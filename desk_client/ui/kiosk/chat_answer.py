"""Where a visitor answers in writing, below the talk: a line, and the touch keyboard."""

import uuid

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.chat_lines import MAX_CHAT_LENGTH
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.keyboard import TouchKeyboard
from desk_client.ui.widgets.text_field import TextField


class ChatAnswer(QWidget):
    """Hidden until `open`. `sent` carries a text and its own key; the owner calls `arrived` once it is written."""

    sent = Signal(str, str)
    closed = Signal()
    """The talk has the place again."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sending = ("", "")
        self.field = TextField(look, longest=MAX_CHAT_LENGTH)
        self.field.setObjectName("chat_text")
        self.field.returnPressed.connect(self._send)
        self._button = Button(look, "", Kind.PRIMARY, icon=Icon.SEND)
        self._button.setObjectName("chat_send")
        self._button.clicked.connect(self._send)
        self._close = Button(look, "", Kind.SECONDARY)
        self._close.setObjectName("chat_put_away")
        self._close.clicked.connect(self.put_away)
        self.keyboard = TouchKeyboard(look)
        self.keyboard.setObjectName("chat_keyboard")
        self.keyboard.set_target(self.field)
        self.keyboard.hide_asked.connect(self.put_away)
        row = QHBoxLayout()
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.M)
        row.addWidget(self.field, 1)
        row.addWidget(self._button)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.keyboard)
        self.hide()

    def open(self) -> None:
        """Begin to write; what was begun before is still there."""
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Leave the place to the talk."""
        self.hide()
        self.closed.emit()

    def begin_anew(self) -> None:
        """Nothing of another visitor's is left."""
        self._sending = ("", "")
        self.field.clear()
        self.hide()

    def arrived(self) -> None:
        """It is written."""
        self.begin_anew()
        self.closed.emit()

    def relabel(self) -> None:
        """Word everything in the language spoken now."""
        name = QCoreApplication.translate("CallPage", "Your answer")
        self.field.set_name(name)
        self.field.setPlaceholderText(name)
        self._button.set_text(QCoreApplication.translate("CallPage", "Send"))
        self._close.set_text(QCoreApplication.translate("CallPage", "Close"))

    def _send(self) -> None:
        if text := self.field.text().strip():
            if self._sending[0] != text:
                self._sending = (text, uuid.uuid4().hex)
            self.sent.emit(*self._sending)
