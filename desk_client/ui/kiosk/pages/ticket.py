"""The booking stands: number, code, and what happens next."""

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import attend
from desk_client.client.visit import Appointment, Goal, Page, Visit
from desk_client.i18n.language import Language
from desk_client.ui.attending import attending_fact
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.document_sending import DocumentSending
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.paper_printing import Printing
from desk_client.ui.kiosk.ticket_printing import TicketPrinting
from desk_client.ui.moments import wall_span, wall_time
from desk_client.ui.paper.ticket_words import come_words
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.reassurance import Reassurance
from desk_client.ui.widgets.ticket_card import TicketCard

_EVERY_MS = 5_000


class TicketPage(VisitPage):
    """The ticket; the code is shown this once."""

    page = Page.TICKET
    measure_px = 900

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._card = TicketCard(self.look)
        self._card.setObjectName("ticket")
        self.printing = TicketPrinting(counter, self)
        self.printing.changed.connect(lambda: self.refresh(self.visit))
        self.sending = DocumentSending(counter, self)
        self.sending.changed.connect(lambda: self.refresh(self.visit))
        self._next = Reassurance(self.look, Icon.CLOCK)
        self._sms = Reassurance(self.look, Icon.MESSAGE)
        self.body.setSpacing(Space.M)
        self.body.addWidget(self.printing.notice)
        self.body.addWidget(self.sending.notice)
        self.body.addWidget(self._card)
        self.body.addWidget(self._next)
        self.body.addWidget(self._sms)
        self._later = Button(self.look, "", Kind.SECONDARY)
        self._later.setObjectName("finish_later")
        self._later.clicked.connect(self._finish)
        self.foot.addWidget(self._later)
        self.foot.addStretch()
        self.foot.addWidget(self.printing.button)
        self._check_in = Button(self.look, "", Kind.PRIMARY, icon=Icon.ARRIVED)
        self._check_in.setObjectName("check_in")
        self._check_in.setMinimumWidth(220)
        self._check_in.clicked.connect(self._arrive)
        self.foot.addWidget(self._check_in)
        self.add_main("finish", self._finish, Icon.CHECK)
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self._look)
        self.ready()

    def entered(self) -> None:
        """Watch whether check-in opens meanwhile; whatever was printed before was another ticket."""
        self.printing.show_state(Printing.NOT_ASKED)
        self.sending.send()
        self._clock.start()

    def left(self) -> None:
        """Let it rest."""
        self._clock.stop()

    def teardown(self) -> None:
        """Stop listening."""
        self.sending.teardown()

    def relabel(self) -> None:
        """Name what can be done."""
        self.printing.relabel()
        self.sending.relabel()
        self._check_in.set_text(QCoreApplication.translate("TicketPage", "Check in now"))
        self._later.set_text(QCoreApplication.translate("TicketPage", "I come back later"))
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("TicketPage", "Finish"))

    def refresh(self, visit: Visit) -> None:
        """Show the ticket, and what can be done with it now."""
        appointment = visit.appointment
        if appointment is None:
            return
        self._tell_what_happened(visit)
        language = self.look.language
        span = wall_span(appointment.slot)
        booked = visit.booked
        self._card.set_number(QCoreApplication.translate("TicketPage", "Ticket number"), appointment.ticket_number)
        self._card.set_code(
            QCoreApplication.translate("TicketPage", "Code"), booked.ticket_code if booked is not None else ""
        )
        self._card.set_facts(
            (
                (QCoreApplication.translate("TicketPage", "Office"), said(appointment.office_title, language)),
                *attending_fact(appointment, language),
                (QCoreApplication.translate("TicketPage", "Day"), span.spelled_day(language)),
                (QCoreApplication.translate("TicketPage", "Time"), span.spelled_time(language)),
                *_place(appointment, language),
            )
        )
        is_open = visit.can_check_in(self.counter.now())
        if is_open:
            self._next.set_text(
                QCoreApplication.translate("TicketPage", "Check-in is open: you can begin here and now.")
            )
        else:
            opens = wall_time(appointment.check_in_opens_at, appointment.slot, language)
            self._next.set_text(come_words(appointment.kind, opens))
        self._check_in.setVisible(is_open)
        self._later.setVisible(is_open)
        if self.main is not None:
            self.main.setVisible(not is_open)
        for button in filter(None, (self._check_in, self._later, self.main)):
            button.setEnabled(not self.sending.is_under_way)  # who signs out takes the right to send away

    def _tell_what_happened(self, visit: Visit) -> None:
        if visit.goal is Goal.CHANGE:
            self.title.set_texts(
                QCoreApplication.translate("TicketPage", "Your appointment was moved"),
                QCoreApplication.translate("TicketPage", "Number and code of your ticket are still good"),
            )
            self._sms.set_text(QCoreApplication.translate("TicketPage", "The new time was sent to your mobile by SMS."))
        elif visit.booked is None:
            self.title.set_texts(
                QCoreApplication.translate("TicketPage", "The time is yours"),
                QCoreApplication.translate("TicketPage", "The code of your ticket comes by SMS"),
            )
            self._sms.set_text("")
        else:
            self.title.set_texts(
                QCoreApplication.translate("TicketPage", "Your appointment is booked"),
                QCoreApplication.translate("TicketPage", "Please keep number and code: with them it is found again"),
            )
            self._sms.set_text(QCoreApplication.translate("TicketPage", "The same was sent to your mobile by SMS."))

        # a low screen has no room for all of it, and who waits for paper looks at the notice
        has_notice = bool(self.printing.notice.text or self.sending.notice.text)
        self.title.set_brief(has_notice)
        self._sms.setVisible(bool(self._sms.text) and not has_notice)

    def press_main(self) -> None:
        """Enter checks in where that is possible."""
        if self._check_in.isVisible():
            self._check_in.click()
        else:
            super().press_main()

    def _look(self) -> None:
        if self.sending.is_under_way:
            self.person_active.emit()  # they wait for us
        self.refresh(self.visit)

    def _arrive(self) -> None:
        appointment = self.visit.appointment
        if appointment is not None:
            self.ask(lambda: attend.check_in(self.client, appointment), button=self._check_in)

    def _finish(self) -> None:
        self.ask(lambda: attend.leave(self.client))


def _place(appointment: Appointment, language: Language) -> tuple[tuple[str, str], ...]:
    """Where to go; a call from one's own computer has no place."""
    if appointment.site_name is None:
        return ()
    return ((QCoreApplication.translate("TicketPage", "Place"), said(appointment.site_name, language)),)
