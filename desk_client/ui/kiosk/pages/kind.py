"""How to meet: by video here, in person, or at home."""

from PySide6.QtWidgets import QWidget

from desk_client.client.actions import book
from desk_client.client.visit import Page, Visit
from desk_client.domain.kinds import AppointmentKind, bookable_at_a_kiosk
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.card_grid import CardGrid
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.kind_card import kind_card, kind_question
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.widgets.card import CardButton


class KindPage(VisitPage):
    """The ways in which the service receives; touching one chooses it."""

    page = Page.KIND
    measure_px = 900

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._cards = CardGrid(narrow_px=2_000)
        self.body.addWidget(self._cards)
        self.add_back()
        self.ready()

    def refresh(self, visit: Visit) -> None:
        """Show what the service offers."""
        service = visit.service
        self.title.set_texts(kind_question(), said(service.name, self.look.language) if service is not None else "")
        kinds = () if service is None else bookable_at_a_kiosk(service.kinds)
        self._cards.set_cards([self._card(kind) for kind in kinds])

    def _card(self, kind: AppointmentKind) -> CardButton:
        card = kind_card(self.look, kind)
        card.clicked.connect(lambda: book.choose_kind(self.client, kind))
        return card
