"""Everything that was chosen, once more, before it is booked."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import book
from desk_client.client.visit import Office, Page, Visit
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.bidi import embedded, isolated, written
from desk_client.i18n.dates import elapsed
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import addressed, said
from desk_client.ui.kiosk.consent_words import ConsentWords
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.moments import wall_span
from desk_client.ui.paper.ticket_words import kind_name
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.busy import Progress
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.panel import Panel

_EVERY_MS = 500
_HOLD = timedelta(minutes=5)
"""What the bar is measured against until a hold says otherwise."""
_GONE = frozenset({RefusalCode.HOLD_EXPIRED, RefusalCode.SLOT_TAKEN, RefusalCode.SLOT_UNAVAILABLE})


class SummaryPage(VisitPage):
    """Who, when, where; for how long the time is still held; the booking itself."""

    page = Page.SUMMARY
    measure_px = 880

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._facts = Facts(self.look)
        self._facts.setObjectName("answers")
        self._bar = Progress(self.look)
        self._bar.setObjectName("hold_left")
        self._whole = _HOLD
        panel = Panel(self.look)
        panel.body.addWidget(self._facts)
        panel.body.addSpacing(Space.S)
        panel.body.addWidget(self._bar)
        self._words = ConsentWords(self.look)
        self.body.setSpacing(Space.M)
        self.body.addWidget(self._words)
        self.body.addWidget(panel)
        self.add_back()
        self.add_main("confirm", self._confirm, Icon.CHECK)
        self._another = Button(self.look, "", Kind.PRIMARY, icon=Icon.CALENDAR_TIME)
        self._another.setObjectName("another_time")
        self._another.clicked.connect(lambda: book.choose_another_time(self.client))
        self.foot.addWidget(self._another)
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self._tell_hold)
        self.ready()

    def entered(self) -> None:
        """Let the hold's countdown run."""
        self.hush()
        hold = self.visit.hold
        self._whole = max(_HOLD, hold.expires_at - self.counter.now()) if hold is not None else _HOLD
        self._clock.start()
        self._tell_hold()

    def left(self) -> None:
        """Let it rest."""
        self._clock.stop()

    def relabel(self) -> None:
        """Word the question."""
        self._tell_consent()
        self._another.set_text(QCoreApplication.translate("SummaryPage", "Choose another time"))

    def refresh(self, visit: Visit) -> None:
        """Show every answer."""
        language = self.look.language
        person = visit.session.person if visit.session is not None else None
        span = wall_span(visit.slot) if visit.slot is not None else None
        kind = visit.kind or AppointmentKind.VIDEO_KIOSK
        office, kiosk = visit.office, self.client.station.value.kiosk
        told = "\n".join(written(part) for part in (visit.brief, visit.subject) if part)
        place = written(visit.address) if kind is AppointmentKind.HOME_VISIT else ""
        if kiosk is not None and kind is AppointmentKind.VIDEO_KIOSK:
            place = said(kiosk.site.name, language)
        self._facts.set_rows(
            (
                (QCoreApplication.translate("SummaryPage", "Visitor"), _person(person.name, person.masked_id))
                if person is not None
                else ("", ""),
                (QCoreApplication.translate("SummaryPage", "Official"), _official(office, language) if office else ""),
                (
                    QCoreApplication.translate("SummaryPage", "Service"),
                    said(visit.service.name, language) if visit.service is not None else "",
                ),
                (QCoreApplication.translate("SummaryPage", "Day"), span.spelled_day(language) if span else ""),
                (QCoreApplication.translate("SummaryPage", "Time"), span.spelled_time(language) if span else ""),
                (
                    QCoreApplication.translate("SummaryPage", "Place"),
                    " · ".join(part for part in (kind_name(kind), place) if part),
                ),
                (
                    QCoreApplication.translate("SummaryPage", "Subject"),
                    told,
                ),
            )
        )
        self._tell_consent()
        self._tell_hold()

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """A hold that ran out leads to another time; everything else may be tried again."""
        self.refuse(refusal, None if refusal.code in _GONE else again)
        self._tell_hold()

    def _confirm(self) -> None:
        self.ask(lambda: book.confirm(self.client))

    def _tell_consent(self) -> None:
        """Whoever has not agreed to the words yet reads them here, and agrees with the same touch."""
        has_words = self._words.tell(self.visit, self.look.language)
        if self.main is not None:
            self.main.set_text(
                QCoreApplication.translate("SummaryPage", "I agree, and confirm the booking")
                if has_words
                else QCoreApplication.translate("SummaryPage", "Confirm the booking")
            )

    def _tell_hold(self) -> None:
        hold = self.visit.hold
        left = hold.expires_at - self.counter.now() if hold is not None else timedelta()
        is_held = left > timedelta() or self.is_busy
        self._bar.set_share(max(0.0, left / self._whole))
        if is_held:
            text = QCoreApplication.translate("SummaryPage", "This time is held for you for another {time}")
            held = text.format(time=elapsed(left, self.look.language))
        else:
            held = QCoreApplication.translate(
                "SummaryPage", "The time is no longer held for you. Choose another; everything else is kept."
            )
        self.title.set_texts(QCoreApplication.translate("SummaryPage", "Is everything right?"), held)
        if self.main is not None:
            self.main.setVisible(is_held)
        self._another.setVisible(not is_held)


def _official(office: Office, language: Language) -> str:
    title, person = said(office.title, language), addressed(office.honorific, office.holder, language)
    return person if title in person else f"{title}\n{person}"


def _person(name: str | None, masked_id: str) -> str:
    return f"{embedded(name)} · {isolated(masked_id)}" if name else isolated(masked_id)
