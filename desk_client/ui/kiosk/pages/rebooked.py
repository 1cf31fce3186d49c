"""The audience could not be held, through no fault of the visitor: what was booked in its place."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import attend, change
from desk_client.client.visit import Page, Visit
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.moments import wall_span
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.button import Button, Kind
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.reassurance import Reassurance


class RebookedPage(VisitPage):
    """It is done already: the person may take it as it is, or choose another time at once."""

    page = Page.REBOOKED
    measure_px = 880

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._facts = Facts(self.look)
        self._facts.setObjectName("rebooked")
        self._panel = Panel(self.look)
        self._panel.body.addWidget(self._facts)
        self._first = Reassurance(self.look, Icon.SHIELD)
        self._sms = Reassurance(self.look, Icon.MESSAGE)
        self.body.setSpacing(Space.M)
        self.body.insertWidget(0, Avatar(self.look, Icon.CALENDAR_CHECK, 88), 0, Qt.AlignmentFlag.AlignLeading)
        for widget in (self._panel, self._first, self._sms):
            self.body.addWidget(widget)
        self._other = Button(self.look, "", Kind.SECONDARY, icon=Icon.CALENDAR_TIME)
        self._other.setObjectName("other_time")
        self._other.clicked.connect(lambda: change.move_rebooked(self.client))
        self.foot.addWidget(self._other)
        self.foot.addStretch()
        self.add_main("finish", lambda: self.ask(lambda: attend.leave(self.client)), Icon.CHECK)
        self.ready()

    def relabel(self) -> None:
        """Word what happened, and what happens next."""
        self.title.set_texts(
            QCoreApplication.translate("RebookedPage", "The talk could not be held today"),
            QCoreApplication.translate(
                "RebookedPage", "The fault was ours, and we are sorry. It is not held against you."
            ),
        )
        self._first.set_text(
            QCoreApplication.translate("RebookedPage", "You come first: this appointment has priority.")
        )
        self._other.set_text(QCoreApplication.translate("RebookedPage", "Another time"))
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("RebookedPage", "Finish"))

    def refresh(self, visit: Visit) -> None:
        """Show the new appointment, or that the next free time is offered by SMS."""
        rebooked, language = visit.rebooked, self.look.language
        self._panel.setVisible(rebooked is not None)
        self._first.setVisible(rebooked is not None)
        self._other.setVisible(rebooked is not None and change.may_move(rebooked, self.counter.now()))
        if rebooked is None:
            self._sms.set_text(
                QCoreApplication.translate(
                    "RebookedPage", "You are the first in the line: as soon as a time becomes free you receive an SMS."
                )
            )
            return
        span = wall_span(rebooked.slot)
        place = "" if rebooked.site_name is None else said(rebooked.site_name, language)
        self._facts.set_rows(
            (
                (QCoreApplication.translate("RebookedPage", "Official"), said(rebooked.office_title, language)),
                (QCoreApplication.translate("RebookedPage", "Day"), span.spelled_day(language)),
                (QCoreApplication.translate("RebookedPage", "Time"), span.spelled_time(language)),
                (QCoreApplication.translate("RebookedPage", "Place"), place),
            )
        )
        self._sms.set_text(
            QCoreApplication.translate("RebookedPage", "Where we have your mobile, you receive this by SMS too.")
        )
