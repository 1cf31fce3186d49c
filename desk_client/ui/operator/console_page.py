"""The operator's console: a rail of sections, and the one that is open beside it."""

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desk_client.client.day import Day, DeskPage
from desk_client.ui.desk.key_words import Keys, numbered
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.place import Place
from desk_client.ui.operator.rail import Rail
from desk_client.ui.operator.section import Report
from desk_client.ui.operator.sections import SECTIONS
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.bound_key import bind

_SECOND_MS = 1000
_READ_EVERY_S = 5


class ConsolePage(Place):
    """Ctrl+1 … Ctrl+9 open a section from anywhere; what is open is read again every few seconds.

    What calls for the operator (the rail's numbers) is read for the sections that are not open as well.
    """

    called = Signal(str)
    """One of the sections has something that is to be heard at once, in words."""

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        """``report`` tells the window how each reading went."""
        super().__init__(parent)
        self.setObjectName("page_console")
        self._office = office
        self._seconds = 0
        self.sections = tuple(section(office, report) for section in SECTIONS)
        self.rail = Rail(office.look, self.sections)
        self.rail.chosen.connect(self.open)
        self._stack = QStackedWidget()
        for place, section in enumerate(self.sections):
            self._stack.addWidget(section)
            section.called.connect(self.called)
            section.leads_to.connect(self._open_named)
            bind(self, f"Ctrl+{place + 1}", partial(self.open, place))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        row.setSpacing(Space.L)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self._clock = QTimer(self)
        self._clock.setInterval(_SECOND_MS)
        self._clock.timeout.connect(self._tick)
        self.open(0)
        self.retranslate()

    def open(self, place: int) -> None:
        """Show one section, and read it."""
        self.rail.show_open(place)
        self._stack.setCurrentIndex(place)
        self.refresh()

    def _open_named(self, code: str) -> None:
        self.open(next(place for place, section in enumerate(self.sections) if section.code == code))

    def show_day(self, day: Day) -> None:
        """Begin to look after the hall, or end it."""
        is_here = day.page is DeskPage.CONSOLE
        if is_here and not self._clock.isActive():
            self._clock.start()
            self.open(0)
        elif not is_here and self._clock.isActive():
            self._clock.stop()
            for section in self.sections:
                section.forget()

    def refresh(self) -> None:
        """Have every section read again what it shows."""
        if self._office.day.page is DeskPage.CONSOLE:
            for section in self.sections:
                section.refresh()

    def loses(self) -> str:
        """What would be lost if the program ended now; the first that has something to lose says it."""
        return next((words for section in self.sections if (words := section.loses())), "")

    def teardown(self) -> None:
        """End every subscription; the window is about to go."""
        self._clock.stop()
        for section in self.sections:
            section.teardown()

    def keys(self) -> Keys:
        """Tell what its keys do."""
        section = self.sections[self._stack.currentIndex()]
        return (*numbered((each.title() for each in self.sections), "Ctrl"), *section.keys())

    def retranslate(self) -> None:
        """Name the sections in the language spoken now."""
        self.rail.retranslate()
        self.setAccessibleName(QCoreApplication.translate("ConsolePage", "The hall's console"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rail from taking what a narrow window needs."""
        super().resizeEvent(event)
        self.rail.setMaximumWidth(max(self.rail.sizeHint().width(), round(self.width() * 0.18)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _tick(self) -> None:
        self._seconds += 1
        for section in self.sections:
            section.tick()
        if self._seconds % _READ_EVERY_S == 0:
            self.refresh()
