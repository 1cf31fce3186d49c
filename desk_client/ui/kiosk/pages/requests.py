"""The visitor's own requests, with how each stands."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import own_requests
from desk_client.client.visit import Page, Request, Visit
from desk_client.domain.outcomes import RefusalCode
from desk_client.domain.request import RequestState
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import Action
from desk_client.ui.kiosk.pages.list_page import ListPage
from desk_client.ui.kiosk.request_words import day_words, excerpt, state_words, subject_words
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.card import CardButton

_FOR_THEM = frozenset({RequestState.AWAITING_REPLY})
_UNANSWERED = frozenset({RefusalCode.SERVER_UNAVAILABLE, RefusalCode.TIMEOUT})


class RequestsPage(ListPage):
    """A card each; what waits for the visitor stands before the rest, and of the rest the latest."""

    page = Page.REQUESTS
    measure_px = 960
    one_column_below_px = 2_000

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._shown: tuple[Language, tuple[Request, ...] | None] | None = None
        self._done = Banner(self.look)
        self._done.setObjectName("withdrawn")
        self.body.insertWidget(self.body.indexOf(self.notice) + 1, self._done)
        self.add_back()
        self.ready()

    def reading(self) -> Action:
        """Read the visitor's requests."""
        return lambda: own_requests.load(self.client)

    def relabel(self) -> None:
        """Word the page."""
        self.title.set_texts(
            QCoreApplication.translate("RequestsPage", "Your requests"),
            QCoreApplication.translate("RequestsPage", "Touch one to read what became of it"),
        )

    def word_empty(self) -> None:
        """Nothing was asked."""
        self.empty.set_texts(
            QCoreApplication.translate("RequestsPage", "You have no requests"),
            QCoreApplication.translate("RequestsPage", "Nothing was asked in your name."),
        )

    def show_state(self) -> None:
        """Say of a server that is away that requests and answers are kept there."""
        super().show_state()
        if self.failed_by in _UNANSWERED:
            self.empty.set_texts(
                QCoreApplication.translate("RequestsPage", "Your requests cannot be read at the moment"),
                QCoreApplication.translate(
                    "RequestsPage",
                    "There is no connection to the service. Your requests and their answers are kept there: they "
                    "appear here as soon as the line is back.",
                ),
                QCoreApplication.translate("VisitPage", "Try again"),
            )

    def refresh(self, visit: Visit) -> None:
        """Show each request."""
        language = self.look.language
        self._tell_withdrawn(visit.withdrawn, language)
        if (language, visit.requests) != self._shown:
            self._shown = (language, visit.requests)
            ordered = sorted(visit.requests or (), key=lambda each: not (each.state in _FOR_THEM or each.may_book))
            self.cards.set_cards([self._card(request, language) for request in ordered])
        self.show_state()

    def _tell_withdrawn(self, withdrawn: Request | None, language: Language) -> None:
        if withdrawn is None:
            self._done.say("")
            return
        text = QCoreApplication.translate("RequestsPage", "Your request about “{subject}” was withdrawn.")
        self._done.say(text.format(subject=subject_words(withdrawn, language)), Mood.SUCCESS)

    def _card(self, request: Request, language: Language) -> CardButton:
        words, subject = state_words(request), subject_words(request, language)
        asked = QCoreApplication.translate("RequestsPage", "Asked on {day}").format(
            day=day_words(request.submitted_at, language)
        )
        card = CardButton(self.look, f"{words.name} · {subject}", f"{asked}\n{excerpt(request.text)}", sign=words.icon)
        card.setObjectName(f"request_{request.id}")
        card.clicked.connect(partial(self._open, request))
        return card

    def _open(self, request: Request) -> None:
        if not self.is_acting:
            own_requests.open_one(self.client, request)
