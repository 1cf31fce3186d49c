"""The incident log: calls for help first, then what was and is wrong in the hall."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.client.actions import operate
from desk_client.client.coalesced import Coalesced
from desk_client.ui.desk.office import Office
from desk_client.ui.operator.section import Report, Section
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Weight
from desk_client.ui.widgets.label import Label


class IncidentsSection(Section):
    """What a kiosk calls for stands until the operator has seen to it."""

    code: ClassVar[str] = "incidents"
    icon: ClassVar[Icon] = Icon.ALERT

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        self._read = Coalesced(lambda: operate.read_incidents(office.client))
        self._title = Label(office.look, "", Role.TITLE, weight=Weight.BOLD)
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addStretch(1)
        log = office.client.console.incidents
        self._leave = log.subscribe(lambda log: self.attention.emit(len(log.calls)))
        self.retranslate()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("IncidentsSection", "Incidents")

    def refresh(self) -> None:
        """Read the log again."""
        self.office.bridge.run(self._read(), lambda _none: self.report(None), self.report)

    def teardown(self) -> None:
        """End the subscription."""
        self._leave()

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(self.title())
