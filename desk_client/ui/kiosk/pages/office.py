"""Whom to meet."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import book, leave_word
from desk_client.client.visit import Goal, Office, Page, Visit
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import addressed, said
from desk_client.ui.kiosk.age_notice import AgeNotice
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import Action
from desk_client.ui.kiosk.pages.list_page import ListPage
from desk_client.ui.widgets.card import CardButton

_Shown = tuple[tuple[Office, ...], Language]


class OfficePage(ListPage):
    """The offices in their rank; touching one chooses it."""

    page = Page.OFFICE

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._shown: _Shown | None = None
        self._age = AgeNotice(self.look)
        self.body.insertWidget(self.body.indexOf(self.notice) + 1, self._age)
        self.add_back()
        self.ready()

    def reading(self) -> Action:
        """Read who can be met."""
        return lambda: book.load_offices(self.client)

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("OfficePage", "Whom would you like to meet?"),
            QCoreApplication.translate("OfficePage", "Touch the office of the official"),
        )

    def word_empty(self) -> None:
        """No office receives people."""
        self.empty.set_texts(
            QCoreApplication.translate("OfficePage", "No office receives visitors at the moment"),
            QCoreApplication.translate("OfficePage", "Please try again later, or speak to the staff in the hall."),
            QCoreApplication.translate("VisitPage", "Try again"),
        )

    def refresh(self, visit: Visit) -> None:
        """Show the offices; the cards are made anew only where something about them changed."""
        if self.back is not None:
            self.back.setVisible(bool(visit.trail))
        seen = leave_word.last_seen(self.client) if visit.goal is Goal.LEAVE_REQUEST else None
        self._age.tell(None if seen is None else seen.seen_at, self.look.language)
        shown = (visit.offices, self.look.language)
        if shown != self._shown:
            self._shown = shown
            self.cards.set_cards([self._card(office) for office in visit.offices])
        self.show_state()

    def _card(self, office: Office) -> CardButton:
        language = self.look.language
        person = addressed(office.honorific, office.holder, language)
        agency = said(office.agency, language)
        card = CardButton(
            self.look,
            said(office.title, language),
            "\n".join(part for part in (person, agency) if part),
            sign=said(office.title, language),
            hue=office.order,
        )
        card.setObjectName(f"office_{office.id}")
        card.clicked.connect(lambda: book.choose_office(self.client, office))
        return card
