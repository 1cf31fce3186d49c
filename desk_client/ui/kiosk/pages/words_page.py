"""The base of the pages on which a few lines are written with the touch keyboard."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desk_client.domain.outcomes import Refusal
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.pages.field_page import FieldPage
from desk_client.ui.widgets.text_field import TextArea


class WordsPage(FieldPage):
    """One field for a few lines. What was written is kept when the person leaves the page, on or back."""

    measure_px = 900
    wants_keyboard = True
    lines: ClassVar[int]
    longest: ClassVar[int]
    """In letters; more cannot be typed."""

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        field = TextArea(counter.look, lines=self.lines, longest=self.longest)
        super().__init__(counter, field, parent)
        self.field = field
        self.body.addWidget(self.block)
        self.add_back()
        self.add_main("continue", self.send)
        self.field.text_changed.connect(self._typed)
        self.ready()

    # --- for subclasses -------------------------------------------------------------------------------------------

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
        super().entered()
        self.word_field()

    def keep_typed(self) -> None:
        """Take what stands in the field along."""
        self.keep(self.field.text)

    def relabel(self) -> None:
        """Word the field, and again what is wrong with it."""
        self.word_field()
        super().relabel()

    def send(self) -> None:
        """Go on; what cannot be taken is said at the field."""
        refusal = self.take(self.field.text)
        if refusal is not None:
            self.say_at_field(refusal)

    def _typed(self, _text: str) -> None:
        self.forget_wrong()
        self.word_field()
