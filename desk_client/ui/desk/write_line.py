"""One line to write in, and to send by Enter or by its button; what was refused stays to be sent again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_client.domain.notes import MAX_NOTE_LENGTH
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.text_field import TextField


class WriteLine(QWidget):
    """`sent` says what was written, if anything was; the owner calls `clear` once it has arrived."""

    sent = Signal(str)

    def __init__(
        self, look: Appearance, name: str, *, longest: int = MAX_NOTE_LENGTH, parent: QWidget | None = None
    ) -> None:
        """``name`` begins the object names of field and button."""
        super().__init__(parent)
        self.field = TextField(look, longest=longest)
        self.field.setObjectName(f"{name}_text")
        self.field.returnPressed.connect(self._send)
        self.button = Button(look, "", Kind.SECONDARY, icon=Icon.SEND)
        self.button.setObjectName(f"{name}_send")
        self.button.clicked.connect(self._send)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self.field, 1)
        row.addWidget(self.button)

    def set_texts(self, name: str, send: str) -> None:
        """Name the field and the button."""
        self.field.set_name(name)
        self.field.setPlaceholderText(name)
        self.button.set_text(send)

    def clear(self) -> None:
        """It has arrived."""
        self.field.clear()

    def _send(self) -> None:
        if text := self.field.text().strip():
            self.sent.emit(text)
