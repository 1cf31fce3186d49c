"""What only some people have to say: they are visitors, come for somebody else, or are not alone."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desk_client.client.actions import introduce
from desk_client.client.introduction import MOST_COMPANIONS
from desk_client.client.visit import Page, Visit
from desk_client.ui.kiosk.card_grid import CardGrid
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.party_words import party_words
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.card import CardButton

_NUMBERS_A_LINE = 3
_NUMBER_PX = (180, 96)


class OthersPage(VisitPage):
    """A card each; going back is for who has an ID, and comes alone and for themself."""

    page = Page.OTHERS
    measure_px = 1120

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._passport = self._card("passport", Icon.GLOBE, Page.PASSPORT)
        self._border = self._card("border_number", Icon.FILE, Page.BORDER_NUMBER)
        self._for_another = self._card("for_another", Icon.PERSON, Page.REPRESENTED)
        self._companions = self._card("companions", Icon.ARRIVED, Page.COMPANIONS)
        self._alone = CardButton(self.look, sign=Icon.CHECK)
        self._alone.setObjectName("alone")
        self._alone.clicked.connect(lambda: introduce.come_for_oneself(self.client))
        cards = CardGrid(narrow_px=1_060)
        cards.set_cards((self._passport, self._border, self._for_another, self._companions))
        self.body.setSpacing(Space.M)
        self.body.addWidget(cards, 4)
        self.body.addWidget(self._alone, 1)  # as high as each of the four
        self.add_back()
        self.ready()

    def relabel(self) -> None:
        """Word the choice."""
        self.title.set_texts(
            QCoreApplication.translate("OthersPages", "What is different for you?"),
            QCoreApplication.translate("OthersPages", "Then we ask for your own ID, or for your passport instead"),
        )
        self._passport.set_texts(
            QCoreApplication.translate("OthersPages", "I am a visitor, with a passport"),
            QCoreApplication.translate("OthersPages", "Its number, and the country that issued it"),
        )
        self._border.set_texts(
            QCoreApplication.translate("OthersPages", "I have a border number"),
            QCoreApplication.translate("OthersPages", "Visitors are given it when they enter the Kingdom"),
        )
        self._for_another.set_texts(
            QCoreApplication.translate("OthersPages", "I come for somebody else"),
            QCoreApplication.translate("OthersPages", "As their representative, with a power of attorney"),
        )
        self._companions.set_texts(
            QCoreApplication.translate("OthersPages", "Somebody is with me"),
            QCoreApplication.translate("OthersPages", "How many stand beside you"),
        )

    def refresh(self, visit: Visit) -> None:
        """Offer to take back what was said."""
        said = visit.introduction
        self._alone.setVisible(said.representation is not None or said.companions > 0)
        self._alone.set_texts(
            QCoreApplication.translate("OthersPages", "I come alone and for myself after all"), party_words(said)
        )

    def _card(self, name: str, sign: Icon, page: Page) -> CardButton:
        card = CardButton(self.look, sign=sign)
        card.setObjectName(name)
        card.clicked.connect(lambda: introduce.go_to(self.client, page))
        return card


class CompanionsPage(VisitPage):
    """A number to touch."""

    page = Page.COMPANIONS
    measure_px = 760

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._numbers = tuple(self._number(count) for count in range(MOST_COMPANIONS + 1))
        grid = QGridLayout()
        grid.setSpacing(Space.M)
        for count, button in enumerate(self._numbers):
            grid.addWidget(button, count // _NUMBERS_A_LINE, count % _NUMBERS_A_LINE)
        self.body.addLayout(grid)
        self.add_back()
        self.ready()

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("OthersPages", "How many people are with you?"),
            QCoreApplication.translate("OthersPages", "Those who will stand beside you during the talk"),
        )
        for count, button in enumerate(self._numbers):
            nobody = QCoreApplication.translate("OthersPages", "Nobody")
            button.set_text(self.look.number(count) if count else nobody)

    def _number(self, count: int) -> Button:
        button = Button(self.look, "", Kind.SECONDARY)
        button.setObjectName(f"with_{count}")
        button.setMinimumSize(*_NUMBER_PX)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: introduce.count_companions(self.client, count))
        return button
