"""What is offered to whoever showed a code, and what became of it."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import attend, offer_code
from desk_client.client.visit import Offer, OfferAccepted, OfferDeclined, Page, Visit
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.offer_card import OfferCard
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.moments import wall_span
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.focus import follow
from desk_client.ui.widgets.reassurance import Reassurance
from desk_client.ui.widgets.ticket_card import TicketCard

_Shown = tuple[Offer, Language]


class OfferPage(VisitPage):
    """The offer with its two answers; then the ticket's number, or that the place on the list stays."""

    page = Page.OFFER
    measure_px = 900

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._shown: _Shown | None = None
        self._offered: OfferCard | None = None
        self._done = Avatar(self.look, Icon.CHECK, 88)
        self._ticket = TicketCard(self.look)
        self._ticket.setObjectName("ticket")
        self._note = Reassurance(self.look, Icon.MESSAGE)
        self.body.setSpacing(Space.M)
        self.body.insertWidget(0, self._done, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self._ticket)
        self.body.addWidget(self._note)
        self.add_back()
        self.add_main("finish", lambda: self.ask(lambda: attend.leave(self.client)), Icon.CHECK)
        self.ready()

    def relabel(self) -> None:
        """Name the way out."""
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("OfferPage", "Finish"))

    def refresh(self, visit: Visit) -> None:
        """Show the offer, or what became of it."""
        answer = visit.offer_answer
        self._done.setVisible(isinstance(answer, OfferDeclined))
        self._ticket.setVisible(isinstance(answer, OfferAccepted))
        if self.main is not None:
            self.main.setVisible(answer is not None)
        if self.back is not None:
            self.back.setVisible(answer is None and bool(visit.trail))
        match answer:
            case None:
                self._show_offer(visit.offer)
            case OfferAccepted():
                self._show_ticket(answer)
            case OfferDeclined():
                self._hide_offer()
                self.title.set_texts(
                    QCoreApplication.translate("OfferPage", "The time was left to others"),
                    QCoreApplication.translate("OfferPage", "Thank you for telling us"),
                )
                self._note.set_text(
                    QCoreApplication.translate(
                        "OfferPage", "You keep your place on the waiting list, and the appointment that you have."
                    )
                )
            case _ as never:
                assert_never(never)

    def _show_offer(self, offer: Offer | None) -> None:
        self.title.set_texts(
            QCoreApplication.translate("OfferPage", "A time has become free for you"),
            QCoreApplication.translate("OfferPage", "Nothing is changed before you take it"),
        )
        self._note.set_text(
            QCoreApplication.translate(
                "OfferPage", "If you take it, it replaces the appointment that you wanted to have earlier."
            )
        )
        if offer is None or self._shown == (offer, self.look.language):
            return
        self._hide_offer()
        self._shown = (offer, self.look.language)
        self._offered = OfferCard(
            self.look,
            offer,
            lambda button: self.ask(lambda: offer_code.accept(self.client), button=button),
            lambda button: self.ask(lambda: offer_code.decline(self.client), button=button),
        )
        self.body.insertWidget(self.body.indexOf(self._ticket), self._offered)
        follow(self.title, self._offered)

    def _hide_offer(self) -> None:
        self._shown = None
        if self._offered is not None:
            self.body.removeWidget(self._offered)
            self._offered.hide()
            self._offered.deleteLater()
            self._offered = None

    def _show_ticket(self, taken: OfferAccepted) -> None:
        self._hide_offer()
        language, span = self.look.language, wall_span(taken.slot)
        self.title.set_texts(
            QCoreApplication.translate("OfferPage", "The time is yours"),
            QCoreApplication.translate("OfferPage", "The code of your ticket comes by SMS"),
        )
        self._ticket.set_number(QCoreApplication.translate("OfferPage", "Ticket number"), taken.ticket_number)
        self._ticket.set_code(QCoreApplication.translate("OfferPage", "Code"), "")
        place = "" if taken.site_name is None else said(taken.site_name, language)
        facts = (
            (QCoreApplication.translate("OfferPage", "Office"), said(taken.office_title, language)),
            (QCoreApplication.translate("OfferPage", "Day"), span.spelled_day(language)),
            (QCoreApplication.translate("OfferPage", "Time"), span.spelled_time(language)),
            (QCoreApplication.translate("OfferPage", "Place"), place),
        )
        self._ticket.set_facts(tuple(fact for fact in facts if fact[1]))
        self._note.set_text(
            QCoreApplication.translate("OfferPage", "Come back on the day, and check in with your ID or your ticket.")
        )
