"""The base of the pages on which a number is typed: the field where reading begins, the keypad beside it."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.sides import Sides
from desk_client.ui.messages import worded
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.digit_field import DigitField
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.keypad import Keypad


class DigitsPage(VisitPage):
    """One field for digits; what is wrong with them is said at the field, and nothing that was typed is taken away."""

    measure_px = 1040
    typed_codes: ClassVar[frozenset[RefusalCode]] = frozenset()
    """The refusals that are about what was typed here: they are said at the field."""

    def __init__(self, counter: Counter, field: DigitField, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self.field = field
        self._wrong: Refusal | None = None
        self.block = FieldBlock(self.look, field)
        self.keypad = Keypad(self.look)
        self.keypad.set_target(field)
        for digit in "0123456789":
            self.keypad.key(digit).setObjectName(f"digit_{digit}")
        self.keypad.delete_key.setObjectName("delete")
        self.keypad.confirm_key.setObjectName("keypad_confirm")
        self.keypad.confirmed.connect(self.press_main)
        self.keypad.struck.connect(counter.strike)
        self.beside = QVBoxLayout()
        self.beside.setSpacing(Space.M)
        written = QWidget()
        column = QVBoxLayout(written)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.L)
        column.addStretch(1)
        column.addWidget(self.block)
        column.addLayout(self.beside)
        column.addStretch(1)
        self.body.addWidget(Sides(written, self.keypad, shares=(6, 5), heights=(0, 1)))
        self.add_back()
        self.add_main("continue", self.send)
        field.digits_changed.connect(self._typed)
        self._typed("")

    def add_beside_back(self, link: Button) -> None:
        """Add a quiet link for the few: where it stands it takes no room from field and keypad."""
        self.foot.insertWidget(1, link)

    def send(self) -> None:
        """Give what was typed to the action."""
        raise NotImplementedError

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say it at the field, or above."""
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

    def _typed(self, _digits: str) -> None:
        self._wrong = None
        self.block.set_error("")
        is_complete = self.field.is_complete
        self.keypad.set_confirmable(is_complete)
        if self.main is not None:
            self.main.setEnabled(is_complete and not self.is_busy)

    def relabel(self) -> None:
        """Word again what is wrong."""
        if self._wrong is not None:
            self.say_at_field(self._wrong)
