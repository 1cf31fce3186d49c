"""How to meet: by video here, in person, or at home."""

from desk_client.client.actions import book
from desk_client.client.visit import Page, Visit
from desk_client.domain.kinds import AppointmentKind
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.kind_card import kind_card, kind_question
from desk_client.ui.kiosk.pages.cards_page import CardsPage
from desk_client.ui.widgets.card import CardButton


class KindPage(CardsPage):
    """The ways in which the service receives; touching one chooses it."""

    page = Page.KIND
    one_column_below_px = 2_000

    def refresh(self, visit: Visit) -> None:
        """Show what the service offers."""
        service = visit.service
        self.title.set_texts(kind_question(), said(service.name, self.look.language) if service is not None else "")
        self.cards.set_cards([self._card(kind) for kind in visit.kinds])

    def _card(self, kind: AppointmentKind) -> CardButton:
        card = kind_card(self.look, kind)
        card.clicked.connect(lambda: book.choose_kind(self.client, kind))
        return card
