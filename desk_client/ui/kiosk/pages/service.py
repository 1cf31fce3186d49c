"""What the visit is about."""

from PySide6.QtCore import QCoreApplication

from desk_client.client.actions import book
from desk_client.client.visit import Page, Service, Visit
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.pages.cards_page import CardsPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.card import CardButton


class ServicePage(CardsPage):
    """The services of the chosen office; touching one chooses it."""

    page = Page.SERVICE

    def refresh(self, visit: Visit) -> None:
        """Show what the office offers."""
        office = visit.office
        self.title.set_texts(
            QCoreApplication.translate("ServicePage", "What is it about?"),
            said(office.title, self.look.language) if office is not None else "",
        )
        self.cards.set_cards([self._card(service) for service in office.services] if office is not None else [])

    def _card(self, service: Service) -> CardButton:
        length = QCoreApplication.translate("ServicePage", "Length in minutes: %Ln", None, service.slot_minutes)
        card = CardButton(self.look, said(service.name, self.look.language), length, sign=Icon.FILE)
        card.setObjectName(f"service_{service.id}")
        card.clicked.connect(lambda: book.choose_service(self.client, service))
        return card
