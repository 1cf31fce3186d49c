"""The base of the pages on which one line is written with the touch keyboard."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.pages.field_page import FieldPage
from desk_client.ui.widgets.text_field import TextField


class LinePage(FieldPage):
    """One field for a line; the main action waits for something to be written."""

    measure_px = 760
    wants_keyboard = True
    longest: ClassVar[int] = 80

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        field = TextField(counter.look, longest=self.longest)
        super().__init__(counter, field, parent)
        self.field = field
        self.field.returnPressed.connect(self.press_main)
        self.body.addWidget(self.block)
        self.add_back()
        self.add_main("continue", self.send)
        self.field.textChanged.connect(self._typed)
        self._typed("")
        self.ready()

    @property
    def keyboard_target(self) -> QWidget:
        """The field that the touch keyboard types into."""
        return self.field

    def entered(self) -> None:
        """Show what was given before."""
        self.field.setText(self.kept())
        super().entered()

    def left(self) -> None:
        """Keep nothing here that was not taken."""
        self.field.clear()

    def _typed(self, text: str) -> None:
        self.forget_wrong()
        if self.main is not None and not self.is_busy:
            self.main.setEnabled(bool(text.strip()))
