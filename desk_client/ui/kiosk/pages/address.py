"""Where a home visit goes."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions import book
from desk_client.client.visit import MAX_ADDRESS_LENGTH, Page
from desk_client.domain.outcomes import Refusal
from desk_client.ui.kiosk.pages.words_page import WordsPage


class AddressPage(WordsPage):
    """The address as one tells it to somebody who comes: place, street, house, what is near it."""

    page = Page.ADDRESS
    lines = 2
    longest = MAX_ADDRESS_LENGTH

    def kept(self) -> str:
        """What was written before."""
        return self.visit.address

    def keep(self, text: str) -> None:
        """Keep it for when they are back."""
        book.keep_address(self.client, text)

    def take(self, text: str) -> Refusal | None:
        """Go on, once there is one."""
        return book.write_address(self.client, text)

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("AddressPage", "Where shall the team come to?"),
            QCoreApplication.translate("AddressPage", "It is used for this visit alone."),
        )
        super().relabel()

    def word_field(self) -> None:
        """Say what belongs to an address."""
        self.block.set_texts(
            QCoreApplication.translate("AddressPage", "Address"),
            QCoreApplication.translate("AddressPage", "Town or village, street, house, and what is near it"),
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("AddressPage", "Continue"))
