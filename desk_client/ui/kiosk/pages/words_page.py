"""The base of the pages on which a few lines are written with the touch keyboard."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk_client.domain.outcomes import Refusal
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.messages import worded
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.text_field import TextArea


class WordsPage(VisitPage):
    """One field for a few lines; what is wrong with it is said at the field.

    What was written is kept when the person leaves the page, whether they went on or back.
    """

    measure_px = 900
    wants_keyboard = True
    lines: ClassVar[int]
    longest: ClassVar[int]
    """In letters; more cannot be typed."""

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self.field = TextArea(self.look, lines=self.lines, longest=self.longest)
        self.field.setObjectName(self.page)
        self.block = FieldBlock(self.look, self.field)
        self._wrong: Refusal | None = None
        self.body.addWidget(self.block)
        self.add_back()
        self.add_main("continue", self._send)
        self.field.text_changed.connect(self._typed)
        self.ready()

    # --- for subclasses -------------------------------------------------------------------------------------------

    def kept(self) -> str:
        """What was written before."""
        raise NotImplementedError

    def keep(self, text: str) -> None:
        """Keep what stands in the field, without going on."""
        raise NotImplementedError

    def take(self, text: str) -> Refusal | None:
        """Go on with what stands in the field; why not, where it cannot be taken."""
        raise NotImplementedError

    def word_field(self) -> None:
        """Name the field and the main action, as they are named for what stands in it."""
        raise NotImplementedError

    # --------------------------------------------------------------------------------------------------------------

    @property
    def keyboard_target(self) -> QWidget:
        """The field that the touch keyboard types into."""
        return self.field

    def entered(self) -> None:
        """Show what was written before."""
        if self.field.text != self.kept():
            self.field.set_text(self.kept())
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.word_field()

    def keep_typed(self) -> None:
        """Take what stands in the field along."""
        self.keep(self.field.text)

    def relabel(self) -> None:
        """Word the field, and again what is wrong with it."""
        self.word_field()
        if self._wrong is not None:
            self._say_at_field(self._wrong)

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say it at the field."""
        del again
        self._say_at_field(refusal)

    def _say_at_field(self, refusal: Refusal) -> None:
        self._wrong = refusal
        message = worded(refusal)
        self.block.set_error(f"{message.title}. {message.text}")

    def _send(self) -> None:
        refusal = self.take(self.field.text)
        if refusal is not None:
            self._say_at_field(refusal)

    def _typed(self, _text: str) -> None:
        self._wrong = None
        self.block.set_error("")
        self.word_field()
