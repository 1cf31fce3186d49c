"""A visitor's papers: the number of a passport, or the one that was given at the border."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import introduce
from desk_client.client.introduction import DocumentKind
from desk_client.client.visit import Page
from desk_client.domain.outcomes import RefusalCode
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.pages.digits_page import DigitsPage
from desk_client.ui.kiosk.pages.line_page import LinePage
from desk_client.ui.widgets.digit_field import DigitField

_BORDER_DIGITS = 10


class PassportPage(LinePage):
    """Letters and digits."""

    page = Page.PASSPORT
    wants_latin = True
    longest = 20
    typed_codes = frozenset({RefusalCode.INVALID_DOCUMENT})

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)

    def kept(self) -> str:
        """What was given before."""
        said = self.visit.introduction
        return said.number if said.kind is DocumentKind.PASSPORT else ""

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("VisitorPages", "Your passport number"),
            QCoreApplication.translate("VisitorPages", "On the page with your photograph"),
        )
        self.block.set_texts(
            QCoreApplication.translate("VisitorPages", "Passport number"),
            QCoreApplication.translate("VisitorPages", "Latin letters and digits, as they are printed"),
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("VisitorPages", "Continue"))
        super().relabel()

    def send(self) -> None:
        """Take it; what is wrong is said at the field."""
        refusal = introduce.enter_papers(self.client, DocumentKind.PASSPORT, self.field.text())
        if refusal is not None:
            self.say_at_field(refusal)


class BorderNumberPage(DigitsPage):
    """Ten digits."""

    page = Page.BORDER_NUMBER
    typed_codes = frozenset({RefusalCode.INVALID_DOCUMENT})

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, DigitField(counter.look, _BORDER_DIGITS), parent)
        self.ready()

    def kept(self) -> str:
        """What was given before."""
        said = self.visit.introduction
        return said.number if said.kind is DocumentKind.BORDER_NUMBER else ""

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("VisitorPages", "Your border number"),
            QCoreApplication.translate("VisitorPages", "On your visa, or stamped into your passport at the border"),
        )
        self.block.set_texts(
            QCoreApplication.translate("VisitorPages", "Border number"),
            QCoreApplication.translate("VisitorPages", "Ten digits; the first is 3 or 4"),
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("VisitorPages", "Continue"))
        super().relabel()

    def send(self) -> None:
        """Check the number; a wrong one is said at the field."""
        refusal = introduce.enter_papers(self.client, DocumentKind.BORDER_NUMBER, self.field.digits)
        if refusal is not None:
            self.say_at_field(refusal)
