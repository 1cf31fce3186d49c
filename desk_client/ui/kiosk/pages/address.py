"""Where a home visit goes."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import book
from desk_client.client.visit import MAX_ADDRESS_LENGTH, Page
from desk_client.domain.outcomes import Refusal
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.messages import worded
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.text_field import TextArea


class AddressPage(VisitPage):
    """The address as one tells it to somebody who comes: place, street, house, what is near it."""

    page = Page.ADDRESS
    measure_px = 900
    wants_keyboard = True

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self.field = TextArea(self.look, lines=2, longest=MAX_ADDRESS_LENGTH)
        self.field.setObjectName("address")
        self.block = FieldBlock(self.look, self.field)
        self._wrong: Refusal | None = None
        self.body.addWidget(self.block)
        self.add_back()
        self.add_main("continue", self._send)
        self.field.text_changed.connect(self._typed)
        self.ready()

    @property
    def keyboard_target(self) -> QWidget:
        """The field that the touch keyboard types into."""
        return self.field

    def entered(self) -> None:
        """Show what was written before."""
        if self.field.text != self.visit.address:
            self.field.set_text(self.visit.address)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("AddressPage", "Where shall the team come to?"),
            QCoreApplication.translate("AddressPage", "It is used for this visit alone."),
        )
        self.block.set_texts(
            QCoreApplication.translate("AddressPage", "Address"),
            QCoreApplication.translate("AddressPage", "Town or village, street, house, and what is near it"),
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("AddressPage", "Continue"))
        if self._wrong is not None:
            self.on_refusal(self._wrong, self._send)

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """Say it at the field."""
        del again
        self._wrong = refusal
        message = worded(refusal)
        self.block.set_error(f"{message.title}. {message.text}")

    def _send(self) -> None:
        refusal = book.write_address(self.client, self.field.text)
        if refusal is not None:
            self.on_refusal(refusal, self._send)

    def _typed(self, _text: str) -> None:
        self._wrong = None
        self.block.set_error("")
