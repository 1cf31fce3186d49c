"""The administrator's page: a rail of sections, and the one that is open, made when it is first opened."""

from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desk_client.client.day import Day, DeskPage
from desk_client.ui.admin.chapters import CHAPTERS, ChapterMark
from desk_client.ui.desk.key_words import Keys, numbered
from desk_client.ui.desk.office import Office
from desk_client.ui.desk.place import Place
from desk_client.ui.operator.rail import Rail
from desk_client.ui.operator.section import Report, Section
from desk_client.ui.theme.tokens import Space
from desk_client.ui.widgets.bound_key import bind

_DIGITS: Final = 10


class AdministrationPage(Place):
    """Ctrl and a digit open one of the first ten sections from anywhere; what is open is read, and every minute."""

    def __init__(self, office: Office, report: Report, parent: QWidget | None = None) -> None:
        """``report`` tells the window how each reading went."""
        super().__init__(parent)
        self.setObjectName("page_administration")
        self._office = office
        self._report = report
        self._is_here = False
        self._opened = 0
        self._made: dict[int, Section] = {}
        self._marks = tuple(ChapterMark(chapter, self) for chapter in CHAPTERS)
        self.rail = Rail(office.look, self._marks)
        self.rail.chosen.connect(self.open)
        self._stack = QStackedWidget()
        for place in range(min(len(CHAPTERS), _DIGITS)):
            bind(self, f"Ctrl+{(place + 1) % _DIGITS}", partial(self.open, place))
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.M, Space.XL, Space.M)
        row.setSpacing(Space.L)
        row.addWidget(self.rail)
        row.addWidget(self._stack, 1)
        self.retranslate()

    @property
    def opened(self) -> Section:
        """The section that is open."""
        if self._opened not in self._made:
            section = self._made[self._opened] = CHAPTERS[self._opened].load()(self._office, self._report)
            section.attention.connect(self._marks[self._opened].attention)
            self._stack.addWidget(section)
        return self._made[self._opened]

    def open(self, place: int) -> None:
        """Show one section, and read it."""
        self._opened = place
        self.rail.show_open(place)
        self._stack.setCurrentWidget(self.opened)
        self.refresh()

    def show_day(self, day: Day) -> None:
        """Begin to look after the region, or end it."""
        is_here = day.page is DeskPage.ADMINISTRATION
        if is_here and not self._is_here:
            self._is_here = True
            self.open(0)
        elif self._is_here and not is_here:
            self._is_here = False
            for section in self._made.values():
                section.forget()

    def refresh(self) -> None:
        """Read again what is open."""
        if self._is_here:
            self.opened.refresh()

    def loses(self) -> str:
        """What would be lost if the program ended now; the first that has something to lose says it."""
        return next((words for section in self._made.values() if (words := section.loses())), "")

    def teardown(self) -> None:
        """End every subscription; the window is about to go."""
        for section in self._made.values():
            section.teardown()

    def keys(self) -> Keys:
        """Tell what its keys do."""
        return (*numbered((chapter.title() for chapter in CHAPTERS), "Ctrl"), *self.opened.keys())

    def retranslate(self) -> None:
        """Name the sections in the language spoken now."""
        self.rail.retranslate()
        self.setAccessibleName(QCoreApplication.translate("Administration", "Administration"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the rail from taking what a narrow window needs."""
        super().resizeEvent(event)
        self.rail.setMaximumWidth(max(self.rail.sizeHint().width(), round(self.width() * 0.18)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
