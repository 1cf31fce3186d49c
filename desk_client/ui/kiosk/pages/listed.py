"""A place on the waitlist, and what happens next."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from desk_client.client.actions import attend
from desk_client.client.visit import Page, Visit
from desk_client.domain.part_of_day import PartOfDay
from desk_client.ui.bilingual import said
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.avatar import Avatar
from desk_client.ui.widgets.facts import Facts
from desk_client.ui.widgets.panel import Panel
from desk_client.ui.widgets.reassurance import Reassurance


class ListedPage(VisitPage):
    """It is done: the person may go home and wait for a message."""

    page = Page.LISTED
    measure_px = 880

    def __init__(self, counter: Counter, parent: QWidget | None = None) -> None:
        super().__init__(counter, parent)
        self._facts = Facts(self.look)
        self._facts.setObjectName("waits_for")
        panel = Panel(self.look)
        panel.body.addWidget(self._facts)
        self._sms = Reassurance(self.look, Icon.MESSAGE)
        self._kept = Reassurance(self.look, Icon.SHIELD)
        self.body.setSpacing(Space.M)
        self.body.insertWidget(0, Avatar(self.look, Icon.CHECK, 88), 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(panel)
        self.body.addWidget(self._sms)
        self.body.addWidget(self._kept)
        self.foot.addStretch()
        self.add_main("finish", lambda: self.ask(lambda: attend.leave(self.client)), Icon.CHECK)
        self.ready()

    def relabel(self) -> None:
        """Word what happens next."""
        self._sms.set_text(
            QCoreApplication.translate(
                "ListedPage",
                "As soon as a time becomes free you receive an SMS. Answer it at any kiosk, under “My "
                "appointments and requests”.",
            )
        )
        self._kept.set_text(
            QCoreApplication.translate("ListedPage", "Until then the appointment that you have stays as it is.")
        )
        if self.main is not None:
            self.main.set_text(QCoreApplication.translate("ListedPage", "Finish"))

    def refresh(self, visit: Visit) -> None:
        """Show what is waited for."""
        wait, language = visit.wait, self.look.language
        if wait is None:
            return
        office = visit.calendar
        self.title.set_texts(QCoreApplication.translate("ListedPage", "You are on the waiting list"))
        self._facts.set_rows(
            (
                (
                    QCoreApplication.translate("ListedPage", "Official"),
                    said(office.title, language) if office is not None else "",
                ),
                (QCoreApplication.translate("ListedPage", "Service"), said(wait.service_name, language)),
                (QCoreApplication.translate("ListedPage", "Time"), _part_words(wait.part_of_day)),
            )
        )
        self._kept.setVisible(wait.appointment_id is not None)


def _part_words(part: PartOfDay | None) -> str:
    match part:
        case PartOfDay.MORNING:
            return QCoreApplication.translate("ListedPage", "In the morning")
        case PartOfDay.AFTERNOON:
            return QCoreApplication.translate("ListedPage", "In the afternoon")
        case None:
            return QCoreApplication.translate("ListedPage", "At any time of the day")
