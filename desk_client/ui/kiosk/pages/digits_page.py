"""The base of the pages on which a number is typed: the field where reading begins, the keypad beside it."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.domain.outcomes import Refusal
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.pages.field_page import FieldPage
from desk_client.ui.kiosk.sides import Sides
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button
from desk_client.ui.widgets.digit_field import DigitField
from desk_client.ui.widgets.keypad import Keypad


class DigitsPage(FieldPage):
    """One field for digits; the main action waits for all of them."""

    measure_px = 1040
    is_code: ClassVar[bool] = False
    """What is typed is a secret for one try."""

    def __init__(self, counter: Counter, field: DigitField, parent: QWidget | None = None) -> None:
        super().__init__(counter, field, parent)
        self.field = field
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

    def entered(self) -> None:
        """Show what was given before; a code is typed anew."""
        self.field.set_digits(self.kept())
        super().entered()

    def left(self) -> None:
        """Leave no code on the screen."""
        if self.is_code:
            self.field.set_digits("")

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """A code that was refused is not typed on: the boxes are empty for the next."""
        if self.is_code and refusal.code in self.typed_codes:
            self.field.set_digits("")
        super().on_refusal(refusal, again)

    def _typed(self, _digits: str) -> None:
        self.forget_wrong()
        is_complete = self.field.is_complete
        self.keypad.set_confirmable(is_complete)
        if self.main is not None:
            self.main.setEnabled(is_complete and not self.is_busy)
