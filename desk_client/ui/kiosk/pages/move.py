"""The old time and the new one, before they are exchanged."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import book, change
from desk_client.client.visit import Page, Slot, Visit
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.moments import wall_span
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.reassurance import Reassurance

_OTHER_TIME = frozenset({RefusalCode.SLOT_TAKEN, RefusalCode.SLOT_UNAVAILABLE})


class MovePage(VisitPage):
    """One touch exchanges them; until then nothing has changed."""

    page = Page.MOVE
    measure_px = 880

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._facts = Facts(self.look)
        self._facts.setObjectName("answers")
        panel = Panel(self.look)
        panel.body.addWidget(self._facts)
        self._kept = Reassurance(self.look, Icon.SHIELD)
        self.body.setSpacing(Space.M)
        self.body.addWidget(panel)
        self.body.addWidget(self._kept)
        self.add_back()
        self.add_main("confirm_move", lambda: self.ask(lambda: change.move(self.client)), Icon.CHECK)
        self._another = Button(self.look, "", Kind.PRIMARY, icon=Icon.CALENDAR_TIME)
        self._another.setObjectName("another_time")
        self._another.clicked.connect(lambda: book.choose_another_time(self.client))
        self.foot.addWidget(self._another)
        self.ready()

    def relabel(self) -> None:
        """Word the question."""
        self.title.set_texts(
            QCoreApplication.translate("MovePage", "Move the appointment?"),
            QCoreApplication.translate("MovePage", "Ticket number and code stay the same"),
        )
        self._kept.set_text(
            QCoreApplication.translate("MovePage", "Until you confirm, your appointment stays as it is.")
        )
        self._another.set_text(QCoreApplication.translate("MovePage", "Choose another time"))
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("MovePage", "Move the appointment"))

    def refresh(self, visit: Visit) -> None:
        """Show both times."""
        appointment, slot = visit.appointment, visit.slot
        if appointment is None:
            return
        language = self.look.language
        place = appointment.site_name
        self._facts.set_rows(
            (
                (QCoreApplication.translate("MovePage", "Official"), said(appointment.office_title, language)),
                (QCoreApplication.translate("MovePage", "Service"), said(appointment.service_name, language)),
                (QCoreApplication.translate("MovePage", "Until now"), self._spelled(appointment.slot)),
                (QCoreApplication.translate("MovePage", "From now on"), self._spelled(slot) if slot else ""),
                (QCoreApplication.translate("MovePage", "Place"), said(place, language) if place else ""),
            )
        )
        if self.main is not None:
            self.main.setVisible(slot is not None)
        self._another.setVisible(slot is None)

    def on_refusal(self, refusal: Refusal, again: Callable[[], None]) -> None:
        """A time that was taken meanwhile leads to another; everything else may be tried again."""
        self.refuse(refusal, None if refusal.code in _OTHER_TIME else again)

    def _spelled(self, slot: Slot) -> str:
        span = wall_span(slot)
        return f"{span.spelled_day(self.look.language)}\n{span.spelled_time(self.look.language)}"
