"""The base of the pages on which one line is written with the touch keyboard."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.messages import worded
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.text_field import TextField


class LinePage(VisitPage):
    """One field for a line; what is wrong with it is said at the field, and nothing that was written is taken away."""

    measure_px = 760
    wants_keyboard = True
    longest: ClassVar[int] = 80
    typed_codes: ClassVar[frozenset[RefusalCode]] = frozenset()
    """The refusals that are about what was written here: they are said at the field."""

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self.field = TextField(self.look, longest=self.longest)
        self.field.setObjectName(self.page)
        self.field.returnPressed.connect(self.press_main)
        self.block = FieldBlock(self.look, self.field)
        self._wrong: Refusal | None = None
        self.body.addWidget(self.block)

    def ready(self) -> None:
        """Let the main action wait for something to be written."""
        self.field.textChanged.connect(self._typed)
        self._typed("")
        super().ready()

    @property
    def keyboard_target(self) -> QWidget:
        """The field that the touch keyboard types into."""
        return self.field

    def entered(self) -> None:
        """Let the typing begin."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def left(self) -> None:
        """Keep nothing here that was not taken."""
        self.field.clear()

    def relabel(self) -> None:
        """Word again what is wrong."""
        if self._wrong is not None:
            self.say_at_field(self._wrong)

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say it at the field where it is about what was written."""
        if refusal.code in self.typed_codes:
            self.say_at_field(refusal)
        else:
            self.refuse(refusal, again)

    def say_at_field(self, refusal: Refusal) -> None:
        """Mark the field and say what is wrong with it."""
        self._wrong = refusal
        message = worded(refusal)
        self.block.set_error(f"{message.title}. {message.text}")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        self._wrong = None
        self.block.set_error("")
        if self.main is not None and not self.is_busy:
            self.main.setEnabled(bool(text.strip()))
