"""The kiosk's pages, each loaded and made when it is first needed, and the way that they come up."""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from desk_client.client.visit import Page
from desk_client.ui.kiosk import pages
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.settling import Settling

if TYPE_CHECKING:
    from desk_client.client.pictures import Picture

_SLIDE_MS: Final = 180
_SLIDE_PX: Final = 56
_AHEAD_MS: Final = 800
_TOGETHER: Final = {
    Page.NATIONAL_ID: "identity",
    Page.MOBILE: "identity",
    Page.PASSPORT: "visitor",
    Page.BORDER_NUMBER: "visitor",
    Page.COMPANIONS: "others",
    Page.REPRESENTED_ID: "represented",
    Page.ATTORNEY: "represented",
    Page.TICKET_NUMBER: "ticket_entry",
    Page.TICKET_CODE: "ticket_entry",
    Page.NAFATH: "elsewhere",
    Page.DESK: "elsewhere",
    Page.MORE_DOCUMENTS: "documents",
}
"""Those that stand in a module with others; each other's module has its own name."""


class PageStack(QStackedWidget):
    """The page that shows, and those that have shown before it: a kiosk that nobody uses has made one of them."""

    server_missed = Signal()
    """A page's action found nobody there."""
    person_active = Signal()
    """Somebody is there who touches nothing."""
    said_anew = Signal()
    """Something was added to the page that is read aloud, by somebody else than the visitor."""
    visit_over = Signal()
    """The farewell has been shown or was touched."""

    def __init__(
        self, counter: Counter, on_painted: "Callable[[Picture], None] | None", farewell_ms: int, settle_ms: int
    ) -> None:
        super().__init__()
        self._look = counter.look
        self._counter = counter
        self._told: Mapping[Page, Mapping[str, Any]] = {
            Page.CALL: {"on_painted": on_painted},
            Page.FAREWELL: {"shown_ms": farewell_ms},
        }
        self._made: dict[Page, VisitPage] = {}
        self._slide = QPropertyAnimation(self)
        self._slide.setPropertyName(b"pos")
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.settling = Settling(self, settle_ms)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.setInterval(_AHEAD_MS)
        self._ahead_of: Page | None = None
        self._ahead.timeout.connect(self._make_ahead)

    def __getitem__(self, name: Page) -> VisitPage:
        """Return a page, made now if it was not needed before."""
        if name not in self._made:
            page = self._made[name] = page_class(name)(self._counter, **self._told.get(name, {}))
            page.server_missed.connect(self.server_missed)
            page.person_active.connect(self.person_active)
            page.said_anew.connect(self.said_anew)
            page.visit_over.connect(self.visit_over)
            self.addWidget(page)
        return self._made[name]

    def make_ahead(self, name: Page) -> None:
        """Make a page soon that takes long to make, while the person reads another."""
        if name not in self._made:
            self._ahead_of = name
            self._ahead.start()

    def teardown(self) -> None:
        """Make no more."""
        self._ahead.stop()

    def _make_ahead(self) -> None:
        if self._slide.state() is QPropertyAnimation.State.Running:
            self._ahead.start()  # not now: it would stop halfway
        elif self._ahead_of is not None:
            self[self._ahead_of]

    @property
    def made(self) -> Iterator[VisitPage]:
        """The pages that were needed so far."""
        return iter(self._made.values())

    def slide_in(self, page: VisitPage, *, is_back: bool) -> None:
        """Let the page come from where reading goes on; under reduced motion it is simply there."""
        self.settling.begin()
        self._slide.stop()
        if self._look.duration_ms(_SLIDE_MS) == 0 or not self.isVisible():
            return
        way = self._look.forward * (-1 if is_back else 1)
        self._slide.setTargetObject(page)
        self._slide.setStartValue(QPoint(way * _SLIDE_PX, 0))
        self._slide.setEndValue(QPoint(0, 0))
        self._slide.start()


def page_class(name: Page) -> type[VisitPage]:
    """The class of a page, loaded now: home needs none of the others, and a kiosk is to be there at once."""
    module = import_module(f"{pages.__name__}.{_TOGETHER.get(name, name.value)}")
    found: type[VisitPage] = getattr(module, f"{name.value.title().replace('_', '')}Page")
    return found
