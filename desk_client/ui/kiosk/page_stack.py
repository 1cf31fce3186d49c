"""The kiosk's pages, each made when it is first needed, and the way that they come up."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEasingCurve, QPoint, QPropertyAnimation, Signal
from PySide6.QtWidgets import QStackedWidget

from desk_client.client.visit import Page
from desk_client.ui.kiosk.counter import Counter
from desk_client.ui.kiosk.page import VisitPage
from desk_client.ui.kiosk.pages.address import AddressPage
from desk_client.ui.kiosk.pages.appointments import AppointmentsPage
from desk_client.ui.kiosk.pages.change import ChangePage
from desk_client.ui.kiosk.pages.code import CodePage
from desk_client.ui.kiosk.pages.days import DaysPage
from desk_client.ui.kiosk.pages.documents import DocumentsPage, MoreDocumentsPage
from desk_client.ui.kiosk.pages.farewell import FarewellPage
from desk_client.ui.kiosk.pages.files import FilesPage
from desk_client.ui.kiosk.pages.first_free import FirstFreePage
from desk_client.ui.kiosk.pages.home import HomePage
from desk_client.ui.kiosk.pages.identity import MobilePage, NationalIdPage
from desk_client.ui.kiosk.pages.kind import KindPage
from desk_client.ui.kiosk.pages.leave import LeavePage
from desk_client.ui.kiosk.pages.listed import ListedPage
from desk_client.ui.kiosk.pages.move import MovePage
from desk_client.ui.kiosk.pages.name import NamePage
from desk_client.ui.kiosk.pages.offer import OfferPage
from desk_client.ui.kiosk.pages.offer_code import OfferCodePage
from desk_client.ui.kiosk.pages.office import OfficePage
from desk_client.ui.kiosk.pages.operator import OperatorPage
from desk_client.ui.kiosk.pages.outcome import OutcomePage
from desk_client.ui.kiosk.pages.phone import PhonePage
from desk_client.ui.kiosk.pages.rebooked import RebookedPage
from desk_client.ui.kiosk.pages.referral import ReferralPage
from desk_client.ui.kiosk.pages.service import ServicePage
from desk_client.ui.kiosk.pages.slip import SlipPage
from desk_client.ui.kiosk.pages.subject import SubjectPage
from desk_client.ui.kiosk.pages.summary import SummaryPage
from desk_client.ui.kiosk.pages.survey import SurveyPage
from desk_client.ui.kiosk.pages.ticket import TicketPage
from desk_client.ui.kiosk.pages.ticket_entry import TicketCodePage, TicketNumberPage
from desk_client.ui.kiosk.pages.time import TimePage
from desk_client.ui.kiosk.pages.triage import TriagePage
from desk_client.ui.kiosk.pages.waitlist import WaitlistPage
from desk_client.ui.kiosk.pages.with_whom import WithWhomPage
from desk_client.ui.kiosk.settling import Settling

if TYPE_CHECKING:
    from desk_client.client.pictures import Picture

_SLIDE_MS: Final = 180
_SLIDE_PX: Final = 56
_RARE: Final = (
    *(Page.OTHERS, Page.COMPANIONS, Page.REPRESENTED, Page.REPRESENTED_ID, Page.ATTORNEY),
    *(Page.PASSPORT, Page.BORDER_NUMBER, Page.NATIONALITY, Page.WAY, Page.NAFATH, Page.DESK),
)


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
        self._makers = _makers(on_painted, farewell_ms)
        self._made: dict[Page, VisitPage] = {}
        self._slide = QPropertyAnimation(self)
        self._slide.setPropertyName(b"pos")
        self._slide.setDuration(_SLIDE_MS)
        self._slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.settling = Settling(self, settle_ms)

    def __getitem__(self, name: Page) -> VisitPage:
        """Return a page, made now if it was not needed before."""
        if name not in self._made:
            page = self._made[name] = self._makers[name](self._counter)
            page.server_missed.connect(self.server_missed)
            page.person_active.connect(self.person_active)
            page.said_anew.connect(self.said_anew)
            if isinstance(page, FarewellPage):
                page.over.connect(self.visit_over)
            self.addWidget(page)
        return self._made[name]

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


def _makers(
    on_painted: "Callable[[Picture], None] | None", farewell_ms: int
) -> Mapping[Page, Callable[[Counter], VisitPage]]:
    plain: tuple[type[VisitPage], ...] = (
        HomePage,
        NationalIdPage,
        TicketNumberPage,
        TicketCodePage,
        MobilePage,
        CodePage,
        NamePage,
        OfficePage,
        ServicePage,
        TimePage,
        DaysPage,
        SubjectPage,
        DocumentsPage,
        MoreDocumentsPage,
        FilesPage,
        PhonePage,
        SummaryPage,
        LeavePage,
        TicketPage,
        SlipPage,
        AppointmentsPage,
        ChangePage,
        MovePage,
        WaitlistPage,
        ListedPage,
        RebookedPage,
        OutcomePage,
        SurveyPage,
        OperatorPage,
        TriagePage,
        ReferralPage,
        WithWhomPage,
        KindPage,
        FirstFreePage,
        AddressPage,
        OfferCodePage,
        OfferPage,
    )
    return {page.page: page for page in plain} | {
        Page.PHOTO: _photo,
        Page.SERVICE_POINTS: _service_points,
        **{page: partial(_rare, page) for page in _RARE},
        Page.SCAN: _scan,
        Page.CHECK: _check,
        Page.WAITING: _waiting,
        Page.CALL: lambda counter: _call(counter, on_painted),
        Page.FAREWELL: lambda counter: FarewellPage(counter, shown_ms=farewell_ms),
    }


def _service_points(counter: Counter) -> VisitPage:
    from desk_client.ui.kiosk.pages.service_points import ServicePointsPage  # noqa: PLC0415 - brings the QR codes

    return ServicePointsPage(counter)


def _rare(page: Page, counter: Counter) -> VisitPage:
    from desk_client.ui.kiosk.rare_pages import PAGES  # noqa: PLC0415 - loaded when needed

    return PAGES[page](counter)


# These bring what pictures are decoded with, which a kiosk that nobody uses has not loaded.


def _photo(counter: Counter) -> VisitPage:
    from desk_client.ui.kiosk.pages.photo import PhotoPage  # noqa: PLC0415 - loaded when needed

    return PhotoPage(counter)


def _scan(counter: Counter) -> VisitPage:
    from desk_client.ui.kiosk.pages.scan import ScanPage  # noqa: PLC0415 - loaded when needed

    return ScanPage(counter)


def _check(counter: Counter) -> VisitPage:
    from desk_client.ui.kiosk.pages.check import CheckPage  # noqa: PLC0415 - loaded when needed

    return CheckPage(counter)


def _waiting(counter: Counter) -> VisitPage:
    from desk_client.ui.kiosk.pages.waiting import WaitingPage  # noqa: PLC0415 - loaded when needed

    return WaitingPage(counter)


def _call(counter: Counter, on_painted: "Callable[[Picture], None] | None") -> VisitPage:
    from desk_client.ui.kiosk.pages.call import CallPage  # noqa: PLC0415 - loaded when needed

    return CallPage(counter, on_painted)
