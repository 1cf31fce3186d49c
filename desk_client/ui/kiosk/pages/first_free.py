"""The first free times of all who offer a service, each with whom it is."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import book
from desk_client.client.visit import FoundSlot, Office, Page, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import clock_time, short_date
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import addressed, said
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import Action
from desk_client.ui.kiosk.pages.list_page import ListPage
from desk_client.ui.moments import wall_span
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.banner import Mood
from desk_client.ui.widgets.card import CardButton

_Shown = tuple[tuple[FoundSlot, ...], Language]
_GONE = frozenset({RefusalCode.SLOT_TAKEN, RefusalCode.SLOT_UNAVAILABLE})


class FirstFreePage(ListPage):
    """Touching a time holds it, with the official whose it is."""

    page = Page.FIRST_FREE

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._shown: _Shown | None = None
        self.add_back()
        self.ready()

    def reading(self) -> Action:
        """Read what is free."""
        return lambda: book.load_first_free(self.client)

    def word_empty(self) -> None:
        """Nobody is free."""
        self.empty.sign.set_sign(Icon.CALENDAR)
        self.empty.set_texts(
            QCoreApplication.translate("FirstFreePage", "Nobody is free in the coming weeks"),
            QCoreApplication.translate("FirstFreePage", "Please come back in a few days, or meet another way."),
            QCoreApplication.translate("VisitPage", "Try again"),
        )

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """A time that was taken meanwhile: say so, and show what is free now."""
        if refusal.code in _GONE:
            self.load()
            self.refuse(refusal)
            self.notice.say(self.notice.text, Mood.WARNING)
            return
        super().on_refusal(refusal, again)

    def refresh(self, visit: Visit) -> None:
        """Show the times in their order; the cards are made anew only where something about them changed."""
        language = self.look.language
        self.title.set_texts(
            QCoreApplication.translate("FirstFreePage", "Whoever is free first"),
            said(visit.service.name, language) if visit.service is not None else "",
        )
        shown = (visit.found or (), language)
        if shown != self._shown:
            self._shown = shown
            offices = {office.id: office for office, _ in visit.peers}
            known = [found for found in shown[0] if found.office_id in offices]
            self.cards.set_cards([self._card(found, offices[found.office_id]) for found in known])
        self.show_state()

    def _card(self, found: FoundSlot, office: Office) -> CardButton:
        language, span = self.look.language, wall_span(found.slot)
        when = f"{short_date(span.day, language)} · {clock_time(span.start, language)}"
        whom = said(office.title, language)
        card = CardButton(
            self.look,
            when,
            f"{whom}\n{addressed(office.honorific, office.holder, language)}",
            sign=whom,
            hue=office.order,
        )
        card.setObjectName(f"found_{office.id}_{found.slot.starts_at.isoformat()}")
        card.clicked.connect(lambda: self.ask(lambda: book.choose_found(self.client, found)))
        return card
