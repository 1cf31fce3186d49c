"""When a time would suit that is not free now."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QWidget

from desk_client.client.actions import waitlist
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.part_of_day import PartOfDay
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.consent_words import ConsentWords
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.reassurance import Reassurance

_PARTS: Final[Mapping[str, tuple[PartOfDay | None, Icon]]] = MappingProxyType(
    {
        "any_time": (None, Icon.CLOCK),
        "morning": (PartOfDay.MORNING, Icon.SUN),
        "afternoon": (PartOfDay.AFTERNOON, Icon.CALENDAR_TIME),
    }
)


class WaitlistPage(VisitPage):
    """Any time, mornings or afternoons; whoever is on the list is told by SMS."""

    page = Page.WAITLIST
    measure_px = 880

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._words = ConsentWords(self.look)
        self._sms = Reassurance(self.look, Icon.MESSAGE)
        self._group = QButtonGroup(self)
        self._cards = {name: self._card(name, icon) for name, (_, icon) in _PARTS.items()}
        self._cards["any_time"].setChecked(True)
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._words)
        for card in self._cards.values():
            self.body.addWidget(card)
        self.body.addWidget(self._sms)
        self.add_back()
        self.add_main("join", self._join, Icon.CHECK)
        self.ready()

    def relabel(self) -> None:
        """Word the choice."""
        self._cards["any_time"].set_texts(QCoreApplication.translate("WaitlistPage", "At any time of the day"))
        self._cards["morning"].set_texts(QCoreApplication.translate("WaitlistPage", "In the morning, before noon"))
        self._cards["afternoon"].set_texts(QCoreApplication.translate("WaitlistPage", "In the afternoon, from noon on"))
        self._sms.set_text(
            QCoreApplication.translate(
                "WaitlistPage",
                "When a time becomes free it is kept for you for a while, and you are told by SMS. Nothing is booked "
                "before you agree to it.",
            )
        )

    def refresh(self, visit: Visit) -> None:
        """Name the office, and show what is still to be agreed to."""
        calendar = visit.calendar
        question = (
            QCoreApplication.translate("WaitlistPage", "When would an earlier time suit you?")
            if visit.goal is Goal.CHANGE
            else QCoreApplication.translate("WaitlistPage", "When would a time suit you?")
        )
        office = said(calendar.title, self.look.language) if calendar is not None else ""
        self.title.set_texts(question, office)
        has_words = self._words.tell(visit, self.look.language)
        if self.main is not None:
            self.main.set_text(
                QCoreApplication.translate("WaitlistPage", "I agree: put me on the waiting list")
                if has_words
                else QCoreApplication.translate("WaitlistPage", "Put me on the waiting list")
            )

    def _card(self, name: str, icon: Icon) -> CardButton:
        card = CardButton(self.look, sign=icon, is_choice=True)
        card.setObjectName(name)
        self._group.addButton(card)
        return card

    def _join(self) -> None:
        part = next((_PARTS[name][0] for name, card in self._cards.items() if card.isChecked()), None)
        self.ask(lambda: waitlist.join(self.client, part))
