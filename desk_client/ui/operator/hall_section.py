"""The hall: its kiosks, how each of them is, and what can be done about it."""

from typing import ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_client.ui.desk.office import Office
from desk_client.ui.operator.section import Report, Section
from desk_client.ui.theme.icons import Icon
from desk_client.ui.theme.tokens import Role, Weight
from desk_client.ui.widgets.label import Label


class HallSection(Section):
    """A card for each kiosk."""

    code: ClassVar[str] = "hall"
    icon: ClassVar[Icon] = Icon.HALL

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(office, report, parent)
        self._title = Label(office.look, "", Role.TITLE, weight=Weight.BOLD)
        column = QVBoxLayout(self)
        column.addWidget(self._title)
        column.addStretch(1)
        self.retranslate()

    def title(self) -> str:
        """The section's name."""
        return QCoreApplication.translate("HallSection", "The hall")

    def retranslate(self) -> None:
        """Word everything in the language spoken now."""
        self._title.set_text(self.title())
