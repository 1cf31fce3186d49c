"""Whether it has to be this official, where others receive about the same."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions import book
from desk_client.client.visit import Page, Visit
from desk_client.ui.bilingual import addressed, said
from desk_client.ui.kiosk.pages.cards_page import CardsPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.card import CardButton


class WithWhomPage(CardsPage):
    """The official who was chosen, or whoever is free first."""

    page = Page.WITH_WHOM
    one_column_below_px = 2_000

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
        self.cards.set_cards([chosen, anyone])
