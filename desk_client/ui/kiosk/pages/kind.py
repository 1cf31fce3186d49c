"""How to meet: by video here, in person, or at home."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import book
from desk_client.client.visit import Page, Visit
from desk_client.domain.kinds import AppointmentKind
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.card_grid import CardGrid
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.theme.icons import Icon
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
        self.title.set_texts(
            QCoreApplication.translate("KindPage", "How would you like to meet?"),
            said(service.name, self.look.language) if service is not None else "",
        )
        self._cards.set_cards([self._card(kind) for kind in visit.kinds])

    def _card(self, kind: AppointmentKind) -> CardButton:
        icon, title, text = _worded(kind)
        card = CardButton(self.look, title, text, sign=icon)
        card.setObjectName(f"kind_{kind}")
        card.clicked.connect(lambda: book.choose_kind(self.client, kind))
        return card


def _worded(kind: AppointmentKind) -> tuple[Icon, str, str]:
    match kind:
        case AppointmentKind.VIDEO_KIOSK:
            return (
                Icon.CAMERA,
                QCoreApplication.translate("KindPage", "By video, from this kiosk"),
                QCoreApplication.translate("KindPage", "You see and hear each other here, in this hall"),
            )
        case AppointmentKind.VIDEO_OWN:
            return (
                Icon.SCREEN,
                QCoreApplication.translate("KindPage", "By video, from your own phone or computer"),
                QCoreApplication.translate("KindPage", "A link comes to your mobile before the appointment"),
            )
        case AppointmentKind.IN_PERSON:
            return (
                Icon.BUILDING,
                QCoreApplication.translate("KindPage", "In person"),
                QCoreApplication.translate("KindPage", "You come to the office itself"),
            )
        case AppointmentKind.HOME_VISIT:
            return (
                Icon.DOOR,
                QCoreApplication.translate("KindPage", "At your home"),
                QCoreApplication.translate("KindPage", "A team comes to your address"),
            )
    assert_never(kind)
