"""Whom do they want to meet, and what about?"""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions import help as helping_actions
from desk_client.client.helping import Helping, HelpStep, Service
from desk_client.client.helping import Office as Official
from desk_client.i18n.folding import folded
from desk_client.ui.bilingual import addressed
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.help.page import HelpPage
from desk_client.ui.operator.help.today import today
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.field_block import FieldBlock
from desk_client.ui.widgets.text_field import TextField

_LONGEST = 60


class ServicePage(HelpPage):
    """Every service with its official; typing narrows them, Enter takes the first."""

    step: ClassVar[HelpStep] = HelpStep.SERVICE

    def __init__(self, office: Office, parent: QWidget | None = None) -> None:
        super().__init__(office, parent)
        self.field = TextField(office.look, longest=_LONGEST)
        self.field.setObjectName("help_service_search")
        self.field.textChanged.connect(lambda _text: self._narrow())
        self.field.returnPressed.connect(self._take_first)
        self._block = FieldBlock(office.look, self.field)
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.S)
        self._cards: list[tuple[str, CardButton]] = []
        self._shown: tuple[Official, ...] = ()
        self.body.addWidget(self._block)
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.ready()

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("HelpServicePage", "Whom do they want to meet, and what about?")
        )
        self._block.set_texts(
            QCoreApplication.translate("HelpServicePage", "Official or service"),
            QCoreApplication.translate("HelpServicePage", "Type a part of it; Enter takes the first"),
        )
        self._shown = ()
        self.refresh(self.helping)

    def refresh(self, helping: Helping) -> None:
        """List what there is."""
        if helping.offices == self._shown:
            return
        self._shown = helping.offices
        for _, card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [self._card(official, service) for official in helping.offices for service in official.services]
        self._narrow()

    def entered(self) -> None:
        """Begin with everything."""
        self.field.clear()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, official: Official, service: Service) -> tuple[str, CardButton]:
        language = self.look.language
        name, title = self.office.said(service.name), self.office.said(official.title)
        person = addressed(official.honorific, official.holder, language)
        card = CardButton(self.look, name, f"{title} · {person}", sign=Icon.LANDMARK)
        card.setObjectName(f"service_{service.id}")
        card.clicked.connect(
            lambda: self.ask(helping_actions.choose_service(self.office.client, official, service, today()))
        )
        self._list.addWidget(card)
        return folded(f"{name} {title} {person}"), card

    def _narrow(self) -> None:
        words = folded(self.field.text()).split()
        for text, card in self._cards:
            card.setVisible(all(word in text for word in words))

    def _take_first(self) -> None:
        words = folded(self.field.text()).split()
        card = next((card for text, card in self._cards if all(word in text for word in words)), None)
        if card is not None:
            card.click()
