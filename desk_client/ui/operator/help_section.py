"""Helping people at the desk: one person at a time, one question a page."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk_client.client.actions import help as helping_actions
from desk_client.client.coalesced import Coalesced
from desk_client.client.helping import Helping, HelpStep
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.help.find_page import FindPage
from desk_client.ui.operator.help.page import HelpPage
from desk_client.ui.operator.help.papers_page import PapersPage
from desk_client.ui.operator.help.person_page import PersonPage
from desk_client.ui.operator.help.service_page import ServicePage
from desk_client.ui.operator.help.summary_page import SummaryPage
from desk_client.ui.operator.help.ticket_page import TicketPage
from desk_client.ui.operator.help.time_page import TimePage
from desk_client.ui.operator.help.waiting_list import WaitingList, kiosk_words
from desk_client.ui.operator.section import Report, Section
from desk_client.ui.theme.icons import Icon


class HelpSection(Section):
    """The rail says how many wait at a kiosk for their papers to be seen."""

    code: ClassVar[str] = "help"
    icon: ClassVar[Icon] = Icon.HAND

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        self._read = Coalesced(lambda: helping_actions.load_waiting(office.client))
        self._announced: frozenset[str] = frozenset()
        self.waiting = WaitingList(office)
        self.finding = FindPage(office)
        self.papers = PapersPage(office)
        self.summary = SummaryPage(office)
        self.time = TimePage(office)
        others: tuple[HelpPage, ...] = (PersonPage(office), ServicePage(office), TicketPage(office))
        self._pages = {page.step: page for page in (self.finding, self.papers, self.summary, self.time, *others)}
        self._stack = QStackedWidget()
        for page in self._pages.values():
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.addWidget(self.waiting)
        column.addWidget(self._stack, 1)
        self._step = HelpStep.FIND
        self._stack.setCurrentWidget(self.finding)
        self._leave = office.client.console.helping.subscribe(self._show)
        self.retranslate()

    @property
    def page(self) -> HelpPage:
        """The question that is asked now."""
        return self._pages[self._step]

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("HelpSection", "Help a person")

    def refresh(self) -> None:
        """Read who waits at the kiosks."""
        self.office.bridge.run(self._read(), lambda _none: self._was_read(), self.report)

    def _was_read(self) -> None:
        self.page.notice.answered()
        self.waiting.notice.answered()
        self.report(None)

    def loses(self) -> str:
        """A booking that was begun."""
        if self._step not in {HelpStep.SERVICE, HelpStep.TIME, HelpStep.SUMMARY}:
            return ""
        return QCoreApplication.translate("HelpSection", "Somebody is being helped. What was begun will be lost.")

    def forget(self) -> None:
        """Nothing of a person stays for the next operator."""
        self._announced = frozenset()
        self.waiting.forget()
        self.finding.forget()
        self.papers.forget()
        self.summary.forget()
        self.office.client.console.helping.set(Helping())

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self.waiting.retranslate()
        for page in self._pages.values():
            page.retranslate()

    def _announce(self, helping: Helping) -> None:
        """Whoever waits for somebody to come has minutes: it is heard, whatever the operator looks at."""
        new = [each for each in helping.waiting if each.challenge_id not in self._announced]
        self._announced = frozenset(each.challenge_id for each in helping.waiting)
        if new:
            waits = QCoreApplication.translate("HelpSection", "{kiosk}: somebody waits for their papers to be seen")
            self.called.emit(waits.format(kiosk=kiosk_words(new[0], self.office)))

    def _show(self, helping: Helping) -> None:
        self.attention.emit(len(helping.waiting))
        self.waiting.refresh(helping)
        self._announce(helping)
        before, self._step = self._step, helping.step
        self.page.refresh(helping)
        if before is helping.step:
            return
        if helping.step in {HelpStep.FIND, HelpStep.PERSON}:
            self.summary.forget()
            self.papers.forget()
        self.page.notice.say("")
        self._stack.setCurrentWidget(self.page)
        self.page.entered()
