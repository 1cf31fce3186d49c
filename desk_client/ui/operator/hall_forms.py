"""What is typed into the hall's dialogs: a message to a kiosk, and another PIN."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.domain.kiosk_orders import MOST_MESSAGE_LENGTH, plain_message
from desk_client.domain.kiosk_pin import LONGEST, SHORTEST, is_guessable
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.digit_field import PinField
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.text_field import TextArea


class MessageForm(QWidget):
    """One field, and how many letters are left; nothing can be sent while it is empty."""

    def __init__(self, look: Appearance, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._field = TextArea(look, lines=3, longest=MOST_MESSAGE_LENGTH)
        self._field.setObjectName("hall_message")
        self._block = FieldBlock(look, self._field)
        self._confirm: Button | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._block)
        self._field.text_changed.connect(lambda _text: self._tell())
        self._field.set_text(text)
        self._tell()

    @property
    def text(self) -> str:
        """What was typed, as it will be shown."""
        return plain_message(self._field.text)

    def follow(self, confirm: Button) -> None:
        """Let this button be pressed only while there is something to send."""
        self._confirm = confirm
        self._tell()

    def _tell(self) -> None:
        left = MOST_MESSAGE_LENGTH - len(self._field.text)
        self._block.set_texts(
            QCoreApplication.translate("HallForms", "Message"),
            QCoreApplication.translate("HallForms", "Letters left: %Ln", "", left),
        )
        self._field.set_name(QCoreApplication.translate("HallForms", "Message"))
        if self._confirm is not None:
            self._confirm.setEnabled(bool(self.text))


class PinForm(QWidget):
    """The PIN twice: it is not seen, and a slip would lock everybody out."""

    def __init__(self, look: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = PinField(look, SHORTEST, LONGEST)
        self._first.setObjectName("hall_pin_first")
        self._second = PinField(look, SHORTEST, LONGEST)
        self._second.setObjectName("hall_pin_second")
        self._blocks = (FieldBlock(look, self._first), FieldBlock(look, self._second))
        self._confirm: Button | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        for block in self._blocks:
            column.addWidget(block)
        for field in (self._first, self._second):
            field.textChanged.connect(lambda _text: self._tell())
        self._tell()

    @property
    def pin(self) -> str:
        """What was typed."""
        return self._first.digits

    def follow(self, confirm: Button) -> None:
        """Let this button be pressed only once both are the same, and not among the first to be guessed."""
        self._confirm = confirm
        self._tell()

    def _tell(self) -> None:
        names = (
            QCoreApplication.translate("HallForms", "New PIN"),
            QCoreApplication.translate("HallForms", "The same again"),
        )
        first, second = self._first, self._second
        is_weak = first.is_complete and is_guessable(first.digits)
        differs = second.is_complete and second.digits != first.digits
        weak = QCoreApplication.translate("HallForms", "This one is guessed at once. Choose another.")
        different = QCoreApplication.translate("HallForms", "The two are not the same.")
        for block, field, name in zip(self._blocks, (first, second), names, strict=True):
            block.set_texts(name)
            field.set_name(name)
        self._blocks[0].set_error(weak if is_weak else "")
        self._blocks[1].set_error(different if differs else "")
        if self._confirm is not None:
            is_ready = first.is_complete and not is_weak and first.digits == second.digits
            self._confirm.setEnabled(is_ready)
