"""The base of the pages on which one thing is typed, whatever it is."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.messages import worded
from desk_client.ui.widgets.field_block import Field, FieldBlock


class FieldPage(VisitPage):
    """One field; what is wrong with it is said at the field, and nothing that was typed is taken away."""

    typed_codes: ClassVar[frozenset[RefusalCode]] = frozenset()
    """The refusals that are about what was typed here: they are said at the field."""

    def __init__(self, counter: Counter, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        field.setObjectName(self.page)
        # above the keyboard the question may give way; then the field's name is what the page is called by
        self.block = FieldBlock(self.look, field, is_heading=self.wants_keyboard)
        self._wrong: Refusal | None = None

    # --- for subclasses -------------------------------------------------------------------------------------------

    def kept(self) -> str:
        """What was given before, as it stands in the field when the person comes back."""
        return ""

    def send(self) -> None:
        """Give what was typed to the action."""
        raise NotImplementedError

    # --------------------------------------------------------------------------------------------------------------

    def entered(self) -> None:
        """Let the typing begin."""
        self.block.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def relabel(self) -> None:
        """Word again what is wrong."""
        if self._wrong is not None:
            self.say_at_field(self._wrong)

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say it at the field where it is about what was typed, or else above."""
        if refusal.code in self.typed_codes:
            self.say_at_field(refusal)
        else:
            self.refuse(refusal, again)

    def say_at_field(self, refusal: Refusal) -> None:
        """Mark the field and say what is wrong with it."""
        self._wrong = refusal
        message = worded(refusal)
        self.block.set_error(f"{message.title}. {message.text}")
        self.block.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget_wrong(self) -> None:
        """Something else was typed: what was wrong is no longer there."""
        self._wrong = None
        self.block.set_error("")
