"""For whom a representative (وكيل) comes: name, ID, and the number of the power of attorney."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import introduce
from desk_client.client.visit import Page
from desk_client.domain.outcomes import RefusalCode
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.pages.digits_page import DigitsPage
from desk_client.ui.kiosk.pages.line_page import LinePage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.digit_field import DigitField, NumberField
from desk_client.ui.widgets.reassurance import Reassurance

_ID_DIGITS = 10
_ATTORNEY_DIGITS = (5, 15)


class RepresentedPage(LinePage):
    """The name of who could not come."""

    page = Page.REPRESENTED
    typed_codes = frozenset({RefusalCode.INVALID_NAME})

    def kept(self) -> str:
        """What was given before."""
        return self.visit.introduction.for_name

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("RepresentedPages", "For whom do you come?"),
            QCoreApplication.translate("RepresentedPages", "It is noted with your appointment"),
        )
        self.block.set_texts(
            QCoreApplication.translate("RepresentedPages", "Their full name"),
            QCoreApplication.translate("RepresentedPages", "As on their ID"),
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("RepresentedPages", "Continue"))
        super().relabel()

    def send(self) -> None:
        """Take it; what is wrong is said at the field."""
        refusal = introduce.enter_represented_name(self.client, self.field.text())
        if refusal is not None:
            self.say_at_field(refusal)


class RepresentedIdPage(DigitsPage):
    """Their ID."""

    page = Page.REPRESENTED_ID
    typed_codes = frozenset({RefusalCode.INVALID_NATIONAL_ID})

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, DigitField(counter.look, _ID_DIGITS), parent)
        self.ready()

    def kept(self) -> str:
        """What was given before."""
        return self.visit.introduction.for_id

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("RepresentedPages", "Their ID number"),
            QCoreApplication.translate("RepresentedPages", "National ID or Iqama of the person for whom you come"),
        )
        self.block.set_texts(
            QCoreApplication.translate("RepresentedPages", "ID number"),
            QCoreApplication.translate("RepresentedPages", "Ten digits; the first is 1 or 2"),
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("RepresentedPages", "Continue"))
        super().relabel()

    def send(self) -> None:
        """Check the ID; a wrong one is said at the field."""
        refusal = introduce.enter_represented_id(self.client, self.field.digits)
        if refusal is not None:
            self.say_at_field(refusal)


class AttorneyPage(DigitsPage):
    """What lets them come in somebody else's name."""

    page = Page.ATTORNEY
    typed_codes = frozenset({RefusalCode.INVALID_REPRESENTATION})

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, NumberField(counter.look, *_ATTORNEY_DIGITS), parent)
        self._then = Reassurance(self.look, Icon.INFO)
        self.beside.addWidget(self._then)
        self.ready()

    def kept(self) -> str:
        """What was given before."""
        return self.visit.introduction.power_of_attorney

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("RepresentedPages", "The number of the power of attorney"),
            QCoreApplication.translate("RepresentedPages", "It stands at the top of the deed"),
        )
        self.block.set_texts(
            QCoreApplication.translate("RepresentedPages", "Power of attorney"),
            QCoreApplication.translate("RepresentedPages", "Digits only"),
        )
        self._then.set_text(
            QCoreApplication.translate("RepresentedPages", "Then we ask for your own ID. Please have the deed at hand.")
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("RepresentedPages", "Continue"))
        super().relabel()

    def send(self) -> None:
        """Take the number; whether it stands for something, the official judges."""
        refusal = introduce.enter_power_of_attorney(self.client, self.field.digits)
        if refusal is not None:
            self.say_at_field(refusal)
