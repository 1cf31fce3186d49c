"""What came with an offer of the waitlist by SMS: eight digits, in place of ID and mobile."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import offer_code
from desk_client.client.visit import Page
from desk_client.domain.outcomes import RefusalCode
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.pages.digits_page import DigitsPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.digit_field import CodeField
from desk_client.ui.widgets.reassurance import Reassurance

_DIGITS = 8


class OfferCodePage(DigitsPage):
    """Eight boxes; what is offered is shown before anything is taken."""

    page = Page.OFFER_CODE
    is_code = True
    typed_codes = frozenset({RefusalCode.CODE_WRONG, RefusalCode.OFFER_EXPIRED, RefusalCode.OFFER_ANSWERED})

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, CodeField(counter.look, _DIGITS), parent)
        self._where = Reassurance(self.look, Icon.MESSAGE)
        self.beside.addWidget(self._where)
        self.ready()

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("OfferCodePage", "The code of the offer"),
            QCoreApplication.translate("OfferCodePage", "You see what is offered before you take it"),
        )
        self.block.set_texts(
            QCoreApplication.translate("OfferCodePage", "Offer code"),
            QCoreApplication.translate("OfferCodePage", "Eight digits"),
        )
        self._where.set_text(
            QCoreApplication.translate(
                "OfferCodePage", "It is in the SMS that told you of a time that has become free."
            )
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("OfferCodePage", "Show the offer"))
        super().relabel()

    def send(self) -> None:
        """Look what is offered."""
        typed = self.field.digits
        self.ask(lambda: offer_code.enter(self.client, typed))
