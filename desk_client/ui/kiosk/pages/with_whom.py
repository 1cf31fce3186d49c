"""Whether it has to be this official, where others receive about the same."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import book
from desk_client.client.visit import Page, Visit
from desk_client.ui.bilingual import addressed, said
from desk_client.ui.kiosk.card_grid import CardGrid
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.card import CardButton


class WithWhomPage(VisitPage):
    """The official who was chosen, or whoever is free first."""

    page = Page.WITH_WHOM
    measure_px = 900

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._cards = CardGrid(narrow_px=2_000)
        self.body.addWidget(self._cards)
        self.add_back()
        self.ready()

    def refresh(self, visit: Visit) -> None:
        """Show both ways; of the second, who may it be."""
        office, language = visit.office, self.look.language
        if office is None:
            return
        self.title.set_texts(
            QCoreApplication.translate("WithWhomPage", "Does it have to be this official?"),
            said(visit.service.name, language) if visit.service is not None else "",
        )
        chosen = CardButton(
            self.look,
            said(office.title, language),
            addressed(office.honorific, office.holder, language),
            sign=said(office.title, language),
            hue=office.order,
        )
        chosen.setObjectName("this_official")
        chosen.clicked.connect(lambda: book.choose_whom(self.client, anyone=False))
        comma = "، " if language.is_right_to_left else ", "
        anyone = CardButton(
            self.look,
            QCoreApplication.translate("WithWhomPage", "Whoever is free first"),
            comma.join(said(peer.title, language) for peer, _ in visit.peers),
            sign=Icon.TIMER,
        )
        anyone.setObjectName("anyone")
        anyone.clicked.connect(lambda: book.choose_whom(self.client, anyone=True))
        self._cards.set_cards([chosen, anyone])
