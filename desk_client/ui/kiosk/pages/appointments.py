"""The visitor's own audiences, and the way in to each."""

import logging

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_client.client.actions import attend, book, change, documents, own_requests, waitlist
from desk_client.client.actions.change import may_cancel, may_move
from desk_client.client.visit import Appointment, Offer, Page, Request, Visit
from desk_client.domain.appointment import FINAL_STATES, OPEN_STATES
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.bidi import isolated
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.audience_words import next_step, state_words, why_not_yet
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.offer_card import OfferCard
from desk_client.ui.kiosk.page import Action
from desk_client.ui.kiosk.pages.list_page import ListPage
from desk_client.ui.kiosk.request_words import what_waits
from desk_client.ui.kiosk.reserved_words import may_begin
from desk_client.ui.moments import wall_span
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Space, Weight
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.banner import Banner, Mood
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.label import Label, Tone
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.pill import Pill

logger = logging.getLogger(__name__)

_EVERY_MS = 15_000
_Shown = tuple[Language, list[Offer], tuple[Request, ...] | None, list[tuple[Appointment, str, str, bool]]]


class AppointmentsPage(ListPage):
    """What is booked under this ID; what is over is not listed."""

    page = Page.APPOINTMENTS
    measure_px = 960
    one_column_below_px = 2_000
    grows = False

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._shown: _Shown | None = None
        self._has_audiences = self._is_read = False
        self.foot.addStretch()
        self._done = Banner(self.look)
        self._done.setObjectName("cancelled")
        self.body.insertWidget(self.body.indexOf(self.notice) + 1, self._done)
        self._finish = Button(self.look, "", Kind.SECONDARY, icon=Icon.CHECK)
        self._finish.setObjectName("finish")
        self._finish.clicked.connect(self._leave)
        self.foot.addWidget(self._finish)
        self.add_main("book_instead", lambda: book.begin_instead(self.client))
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(lambda: self.refresh(self.visit))
        self.ready()

    def entered(self) -> None:
        """Read the list, and watch whether check-in opens meanwhile."""
        self._clock.start()
        super().entered()

    def left(self) -> None:
        """Let it rest."""
        self._clock.stop()

    def reading(self) -> Action:
        """Read the visitor's audiences, and what the waitlist offers."""
        return self._read

    def relabel(self) -> None:
        """Word the page."""
        self._finish.set_text(QCoreApplication.translate("AppointmentsPage", "Finish"))
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("HomePage", "Book an audience"))

    def word_empty(self) -> None:
        """Nothing is booked."""
        self.empty.sign.set_sign(Icon.CALENDAR)
        self.empty.set_texts(
            QCoreApplication.translate("AppointmentsPage", "You have no appointment"),
            QCoreApplication.translate(
                "AppointmentsPage", "Nothing is booked under your ID. You can book an audience now."
            )
            if self._may_book
            else QCoreApplication.translate("AppointmentsPage", "Nothing is booked under your ID."),
        )

    @property
    def _may_book(self) -> bool:
        return may_begin(self.client.day.value, self.counter.now())

    def show_state(self) -> None:
        """Let whoever has nothing book at once: they have said who they are."""
        super().show_state()
        if self.main is not None:
            has_nothing = not (self.is_busy or self._has_audiences or self.has_failed)
            self.main.setVisible(has_nothing and self._may_book)

    def refresh(self, visit: Visit) -> None:
        """Show the audiences that are still to come, or to be ended."""
        language, now = self.look.language, self.counter.now()
        coming = [item for item in visit.appointments if item.state not in FINAL_STATES]
        steps = [
            (item, next_step(item, now), why_not_yet(item, now, language), may_move(item, now) or may_cancel(item, now))
            for item in coming
        ]
        requests = () if visit.requests is None and not self._is_read else visit.requests
        offers = [wait.offer for wait in visit.waits if wait.offer is not None and now < wait.offer.expires_at]
        self._tell_cancelled(visit.cancelled)
        self._has_audiences = bool(offers or steps)
        self.title.set_texts(
            QCoreApplication.translate("AppointmentsPage", "Your appointments and requests"),
            QCoreApplication.translate("AppointmentsPage", "Check in, and the office knows that you are here")
            if self._has_audiences or requests == ()
            else QCoreApplication.translate("AppointmentsPage", "You have no appointment"),
        )
        if (language, offers, requests, steps) != self._shown:
            self._shown = (language, offers, requests, steps)
            offered: list[QWidget] = [self._offer(offer) for offer in offers]
            booked: list[QWidget] = [self._card(*step) for step in steps]
            asked: list[QWidget] = [] if requests == () else [self._requests(requests)]
            # what comes late comes last: no card moves away from under a finger
            self.cards.set_cards([*offered, *booked, *asked] if requests is None else [*offered, *asked, *booked])
        self.show_state()

    async def _read(self) -> Refusal | None:
        if (unread := await own_requests.load(self.client)) is not None:
            logger.info("the requests could not be read: %s", unread.code)  # their own page says so, and tries again
        refusal = await attend.load_appointments(self.client)
        if refusal is None and (unread := await waitlist.load(self.client)) is not None:
            logger.info("the waitlist could not be read: %s", unread.code)  # one's own audiences are what one came for
        return refusal

    def _loaded(self) -> None:
        self._is_read = True
        self.refresh(self.visit)

    def _requests(self, requests: tuple[Request, ...] | None) -> CardButton:
        """The way to one's requests, which waits for whoever has any."""
        title = QCoreApplication.translate("RequestsPage", "Your requests")
        card = CardButton(self.look, title, what_waits(requests), sign=Icon.MESSAGE)
        card.setObjectName("requests")
        card.clicked.connect(self._look_at_requests)
        return card

    def _look_at_requests(self) -> None:
        if not self.is_acting:
            own_requests.look_at_all(self.client)

    def _offer(self, offer: Offer) -> OfferCard:
        return OfferCard(
            self.look,
            offer,
            lambda button: self.ask(lambda: waitlist.accept(self.client, offer), button=button),
            lambda button: self.ask(lambda: waitlist.decline(self.client, offer), button=button),
        )

    def _tell_cancelled(self, cancelled: Appointment | None) -> None:
        if cancelled is None:
            self._done.say("")
            return
        text = QCoreApplication.translate("AppointmentsPage", "Your appointment with {office} was cancelled.")
        self._done.say(text.format(office=said(cancelled.office_title, self.look.language)), Mood.SUCCESS)

    def _card(self, appointment: Appointment, step: str, why: str, may_change: bool) -> QWidget:
        language = self.look.language
        span = wall_span(appointment.slot)
        card = Panel(self.look, margin_px=Space.L)
        title = said(appointment.office_title, language)
        words, mood = state_words(appointment.state)
        texts = QVBoxLayout()
        texts.setSpacing(Space.XS)
        texts.addWidget(Label(self.look, title, Role.LEAD, weight=Weight.SEMIBOLD))
        texts.addWidget(Label(self.look, said(appointment.service_name, language), Role.BODY, tone=Tone.SECOND))
        when = f"{span.spelled_day(language)}\n{span.spelled_time(language)}"
        texts.addWidget(Label(self.look, when, Role.BODY, weight=Weight.MEDIUM))
        texts.addWidget(Label(self.look, isolated(appointment.ticket_number), Role.CAPTION, tone=Tone.SECOND))
        if why:
            texts.addWidget(Label(self.look, why, Role.CAPTION, tone=Tone.INFO))
        end = QVBoxLayout()
        end.setSpacing(Space.M)
        end.addWidget(Pill(self.look, words, mood), 0, Qt.AlignmentFlag.AlignTrailing)
        end.addStretch()
        if step:
            button = Button(self.look, step, Kind.PRIMARY, icon=Icon.ARRIVED)
            button.setObjectName(f"check_in_{appointment.id}")
            button.clicked.connect(lambda: self._arrive(appointment, button))
            end.addWidget(button)
        if appointment.state in OPEN_STATES:
            bring = Button(
                self.look,
                QCoreApplication.translate("AppointmentsPage", "Add a document"),
                Kind.SECONDARY,
                icon=Icon.FILE_ADD,
            )
            bring.setObjectName(f"bring_{appointment.id}")
            bring.clicked.connect(lambda: self._bring(appointment))
            end.addWidget(bring)
        if may_change:
            other = Button(
                self.look,
                QCoreApplication.translate("AppointmentsPage", "Change or cancel"),
                Kind.SECONDARY,
                icon=Icon.EDIT,
            )
            other.setObjectName(f"change_{appointment.id}")
            other.clicked.connect(lambda: self._change(appointment))
            end.addWidget(other)
        row = QHBoxLayout()
        row.setSpacing(Space.L)
        row.addWidget(Avatar(self.look, title, 72), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addLayout(end)
        card.body.addLayout(row)
        return card

    def _arrive(self, appointment: Appointment, button: Button) -> None:
        self.ask(lambda: attend.check_in(self.client, appointment), button=button)

    def _bring(self, appointment: Appointment) -> None:
        if not self.is_acting:
            documents.add_to(self.client, appointment)

    def _change(self, appointment: Appointment) -> None:
        if not self.is_acting:
            change.begin(self.client, appointment)

    def _leave(self) -> None:
        self.ask(lambda: attend.leave(self.client), button=self._finish)
