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
from desk_client.ui.operator.section import Report, Section
from desk_client.ui.theme.icons import Icon


class HelpSection(Section):
    """The rail says how many wait at a kiosk for their papers to be seen."""

    code: ClassVar[str] = "help"
    icon: ClassVar[Icon] = Icon.HAND

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        self._read = Coalesced(lambda: helping_actions.load_waiting(office.client))
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
        column.addWidget(self._stack)
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
        self.office.bridge.run(self._read(), lambda _none: self.report(None), self.report)

    def loses(self) -> str:
        """A booking that was begun."""
        if self._step not in {HelpStep.SERVICE, HelpStep.TIME, HelpStep.SUMMARY}:
            return ""
        return QCoreApplication.translate("HelpSection", "Somebody is being helped. What was begun will be lost.")

    def forget(self) -> None:
        """Nothing of a person stays for the next operator."""
        self.finding.forget()
        self.papers.forget()
        self.summary.forget()
        self.office.client.console.helping.set(Helping())

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        for page in self._pages.values():
            page.retranslate()

    def _show(self, helping: Helping) -> None:
        self.attention.emit(len(helping.waiting))
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
