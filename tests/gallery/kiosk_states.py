"""The kiosk's window as it is in some state of a visit."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NoReturn, cast

from PySide6.QtWidgets import QWidget

from desk_client.client.calls import CallRunner
from desk_client.client.calls import CallView as CallShown
from desk_client.client.conference import Conference, Device, DeviceFault, MediaChoice
from desk_client.client.device_check.findings import CheckView
from desk_client.client.gateway import Gateway
from desk_client.client.kiosk import CalledNumber, KioskClient, KioskDay, ServicePoints, Station
from desk_client.client.outbox.depository import Depository
from desk_client.client.printer import Printer, Trouble
from desk_client.client.scan_view import ScanView, Seen
from desk_client.client.speech import Speech
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.domain.ids import AppointmentId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.domain.satisfaction import Reason
from desk_client.domain.ticket_link import TicketLink
from desk_client.i18n.language import Language
from desk_client.ui.kiosk.pages.call import CallPage
from desk_client.ui.kiosk.pages.check import CheckPage
from desk_client.ui.kiosk.pages.code import CodePage
from desk_client.ui.kiosk.pages.elsewhere import NafathPage
from desk_client.ui.kiosk.pages.home import HomePage
from desk_client.ui.kiosk.pages.identity import NationalIdPage
from desk_client.ui.kiosk.pages.nationality import NationalityPage
from desk_client.ui.kiosk.pages.scan import ScanPage
from desk_client.ui.kiosk.pages.service_points import ServicePointsPage
from desk_client.ui.kiosk.pages.ticket import TicketPage
from desk_client.ui.kiosk.pages.waiting import WaitingPage
from desk_client.ui.kiosk.paper_printing import Printing
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.card import CardButton, Shape
from desk_client.ui.widgets.pressable import Pressable
from desk_client.ui.widgets.video_tile import TileState
from tests.fakes.still_call import StillCall
from tests.gallery import kiosk_samples as sample
from tests.gallery.call_sheet import sample_picture
from tests.gallery.last_seen import LastSeen
from tests.gallery.still_bridge import StillBridge


class _Unheard(Speech):
    """A voice that says nothing."""

    def say(self, name: str, text: str, language: Language) -> None:
        """Say nothing."""

    def announce(self, name: str, text: str, language: Language) -> None:
        """Announce nothing."""


def _no_engine() -> NoReturn:
    raise RuntimeError("a sheet has no camera")


_DRAWN = MediaChoice(source=1, tone_hz=440, camera="synthetic", microphone="synthetic", speaker="none")


def window(
    look: Appearance,
    visit: Visit,
    *,
    station: Station = sample.STATION,
    is_busy: bool = False,
    printer: Printer | None = None,
    day: KioskDay = sample.DAY,
    points: ServicePoints | None = None,
    depository: Depository | None = None,
    called: tuple[CalledNumber, ...] = (),
) -> KioskWindow:
    """The kiosk's window at some point of a visit."""
    conference = Conference(_no_engine, _DRAWN, Party.CITIZEN)
    client = KioskClient(Gateway("http://localhost"), "", lambda: conference, printer, depository=depository)
    client.visit.set(visit)
    client.station.set(station)
    client.day.set(day)
    client.points.set(points)
    client.called.set(called)
    shown = KioskWindow(
        look,
        client,
        StillBridge(is_busy=is_busy),
        full_screen=False,
        speech=_Unheard(),
        now=lambda: sample.NOW,
    )
    shown.destroyed.connect(client.gateway.close)
    return shown


def at(page: Page, **answers: Any) -> Callable[[Appearance], QWidget]:
    """Draw a page of the sample visit, some answers replaced."""
    trail = () if page in {Page.HOME, Page.TICKET, Page.APPOINTMENTS, Page.WAITING} else (Page.HOME,)
    visit = replace(sample.VISIT, page=page, trail=trail, **answers)
    return lambda look: window(look, visit)


def six_cards(look: Appearance, called: tuple[CalledNumber, ...] = ()) -> QWidget:
    """A home with two services more than there are yet."""
    shown = window(look, Visit(), called=called)
    page = shown.page
    if isinstance(page, HomePage):
        reports = CardButton(look, "رفع بلاغ", "شكوى أو اقتراح أو ملاحظة", sign=Icon.MESSAGE, shape=Shape.TILE)
        transaction = CardButton(look, "متابعة معاملة", "أين وصلت معاملتكم", sign=Icon.FILE, shape=Shape.TILE)
        reports.setObjectName("reports")
        transaction.setObjectName("transaction")
        page.grid.set_cards([*page.grid.cards, reports, transaction])
    return shown


def service_points(look: Appearance) -> KioskWindow:
    """The nearest halls."""
    return window(look, replace(sample.VISIT, page=Page.SERVICE_POINTS, trail=(Page.HOME,)), points=sample.POINTS)


def service_points_old(look: Appearance) -> QWidget:
    """The nearest halls as they were read before the line went down."""
    shown = service_points(look)
    shown.client.station.set(sample.OFFLINE)
    shown.page.on_refusal(Refusal(RefusalCode.SERVER_UNAVAILABLE), lambda: None)
    return shown


def service_points_printed(look: Appearance) -> QWidget:
    """One of the halls on paper, at a kiosk with a printer."""
    visit = replace(sample.VISIT, page=Page.SERVICE_POINTS, trail=(Page.HOME,))
    shown = window(look, visit, points=sample.POINTS, printer=Printer("ticket"))
    page = shown.page
    if isinstance(page, ServicePointsPage):
        page.printing.point_id = "p2"
        page.printing.show_state(Printing.DONE)
    return shown


def triaged(page: Page, **answers: Any) -> Callable[[Appearance], QWidget]:
    """Draw a page on the way of a service that asks before it is booked."""
    visit = replace(sample.TRIAGED, page=page, trail=(Page.HOME,), **answers)
    return lambda look: window(look, visit)


def triaged_refused(page: Page, code: RefusalCode) -> Callable[[Appearance], QWidget]:
    """Draw such a page on which an action was refused."""

    def build(look: Appearance) -> QWidget:
        shown = window(look, replace(sample.TRIAGED, page=page, trail=(Page.HOME,), kind=AppointmentKind.HOME_VISIT))
        shown.page.on_refusal(Refusal(code), lambda: None)
        return shown

    return build


def wrong_id(look: Appearance) -> QWidget:
    """An ID whose digits do not add up."""
    shown = window(look, replace(sample.VISIT, page=Page.NATIONAL_ID, trail=(Page.HOME,), national_id="1000000000"))
    page = shown.page
    if isinstance(page, NationalIdPage):
        page.say_at_field(Refusal(RefusalCode.INVALID_NATIONAL_ID))
    return shown


def wrong_code(look: Appearance) -> QWidget:
    """A code that is not the one that was sent."""
    shown = window(look, replace(sample.VISIT, page=Page.CODE, challenge=sample.CHALLENGE))
    page = shown.page
    if isinstance(page, CodePage):
        page.on_refusal(Refusal(RefusalCode.CODE_WRONG, attempts_left=3), lambda: None)
    return shown


def code_half(look: Appearance) -> QWidget:
    """A code half typed."""
    shown = window(look, replace(sample.VISIT, page=Page.CODE, challenge=sample.CHALLENGE))
    page = shown.page
    if isinstance(page, CodePage):
        page.field.set_digits("482")
    return shown


def refused(page: Page, code: RefusalCode, **answers: Any) -> Callable[[Appearance], QWidget]:
    """Draw a page on which an action was refused."""

    def build(look: Appearance) -> QWidget:
        shown = window(look, replace(sample.VISIT, page=page, trail=(Page.HOME,), **answers))
        shown.page.on_refusal(Refusal(code), lambda: None)
        return shown

    return build


def loading(page: Page, **answers: Any) -> Callable[[Appearance], QWidget]:
    """Draw a page whose list is still being read."""
    return lambda look: window(look, replace(sample.VISIT, page=page, trail=(Page.HOME,), **answers), is_busy=True)


def refused_elsewhere(page: Page, code: RefusalCode) -> Callable[[Appearance], QWidget]:
    """Draw a page on which one waits to be confirmed, and could not be asked about just now."""
    return refused(page, code, challenge=sample.NAFATH_CHALLENGE)


def declined(look: Appearance) -> QWidget:
    """The person said no in the app."""
    shown = window(look, replace(sample.VISIT, page=Page.NAFATH, trail=(Page.WAY,), challenge=None))
    page = shown.page
    if isinstance(page, NafathPage):
        page.show_over(Refusal(RefusalCode.IDENTITY_REJECTED))
    return shown


def seeking(look: Appearance, typed: str) -> QWidget:
    """A few letters of a country."""
    shown = window(look, replace(sample.VISIT, page=Page.NATIONALITY, trail=(Page.PASSPORT,)))
    page = shown.page
    if isinstance(page, NationalityPage):
        page.field.setText(typed)
    return shown


def scanning(look: Appearance, seen: Seen) -> KioskWindow:
    """Somebody holds something before the camera."""
    shown = window(look, replace(sample.VISIT, page=Page.SCAN, trail=(Page.NATIONAL_ID,), goal=Goal.ATTEND))
    page = shown.page
    if isinstance(page, ScanPage):
        page.tile.set_state(TileState.LIVE)
        page.tile.receive(sample_picture(1280, 720, 20))
    shown.client.scan.set(ScanView(seen))
    return shown


def scan_refused(look: Appearance) -> QWidget:
    """A ticket that is over."""
    shown = scanning(look, Seen.NOTHING)
    shown.client.scan.set(ScanView(Seen.TICKET, TicketLink(AppointmentId("apt_7"), "seal")))
    shown.page.on_refusal(Refusal(RefusalCode.TICKET_UNKNOWN), lambda: None)
    return shown


def printing(state: Printing | Trouble, **answers: Any) -> Callable[[Appearance], QWidget]:
    """Draw the ticket at a kiosk with a printer."""

    def build(look: Appearance) -> QWidget:
        visit = replace(sample.VISIT, page=Page.TICKET, booked=sample.BOOKED, **answers)
        shown = window(look, visit, printer=Printer("ticket"))
        page = shown.page
        if isinstance(page, TicketPage):
            page.printing.show_state(state)
        return shown

    return build


def attract(look: Appearance) -> QWidget:
    """Nobody is there."""
    shown = window(look, Visit())
    shown.attract_people()
    return shown


def closed(look: Appearance) -> QWidget:
    """Its operator has closed it."""
    shown = window(look, Visit())
    shown.hall.lock(ends_visit=False)
    return shown


def told(look: Appearance) -> QWidget:
    """The staff of the hall say something to whoever stands there."""
    shown = window(look, Visit(page=Page.OFFICE, offices=sample.OFFICES))
    order = {"id": "o", "kind": "message", "state": "asked", "text": "نرجو التوجه إلى الكشك رقم ٥، فهذا الكشك سيُغلق."}
    shown.hall.obey(json.dumps(order))
    return shown


def asked_for_still(look: Appearance) -> QWidget:
    """A picture is about to be taken."""
    shown = window(look, Visit())
    shown.hall.obey(json.dumps({"id": "o", "kind": "still", "state": "asked"}))
    return shown


def offline(look: Appearance) -> QWidget:
    """The welcome while the server cannot be reached."""
    return window(look, Visit(), station=sample.OFFLINE)


def left(page: Page, goal: Goal = Goal.LEAVE_REQUEST, **answers: Any) -> Callable[[Appearance], QWidget]:
    """Draw a page of somebody who leaves something for a server that is away."""
    trail = () if page in {Page.HOME, Page.SLIP} else (Page.HOME,)
    visit = replace(sample.LEAVING, page=page, trail=trail, goal=goal, **answers)
    printer = Printer("ticket") if page is Page.SLIP else None
    return lambda look: window(look, visit, station=sample.OFFLINE, printer=printer, depository=LastSeen())


def interrupted(look: Appearance) -> QWidget:
    """A booking whose server has just gone."""
    visit = replace(sample.VISIT, page=Page.SUBJECT, trail=(Page.HOME,))
    return window(look, visit, station=sample.OFFLINE, depository=LastSeen())


def checking(view: CheckView) -> Callable[[Appearance], QWidget]:
    """Draw the device check as far as it is."""

    def build(look: Appearance) -> QWidget:
        checked_in = sample.SOON.model_copy(update={"state": AppointmentState.WAITING})
        shown = window(look, replace(sample.VISIT, page=Page.CHECK, appointment=checked_in))
        shown.client.check.set(view)
        page = shown.page
        if isinstance(page, CheckPage):
            page.tile.receive(sample_picture(1280, 720, 20))
        return shown

    return build


def waiting(look: Appearance) -> QWidget:
    """Checked in, seen, heard."""
    checked_in = sample.SOON.model_copy(update={"state": AppointmentState.WAITING})
    shown = window(look, replace(sample.VISIT, page=Page.WAITING, appointment=checked_in, place=sample.PLACE))
    page = shown.page
    if isinstance(page, WaitingPage):
        page.tile.receive(sample_picture(1280, 720, 20))
    return shown


def waiting_unseen(look: Appearance) -> QWidget:
    """Checked in; the camera belongs to another program, and there is no speaker."""
    shown = waiting(look)
    if isinstance(shown, KioskWindow):
        shown.client.conference.faults.set({Device.CAMERA: DeviceFault.BUSY, Device.SPEAKER: DeviceFault.ABSENT})
    return shown


def talking(look: Appearance) -> QWidget:
    """Both see and hear each other."""
    shown = window(look, replace(sample.VISIT, page=Page.CALL, appointment=sample.TALKED))
    since = time.monotonic() - 462
    view = CallShown(Phase.TALKING, signalling_up=True, talking_since_s=since, code="0482 9371")
    shown.client.conference.call.set(cast("CallRunner", StillCall(view)))  # the view reads nothing else of it
    page = shown.page
    if isinstance(page, CallPage):
        page.view.remote.receive(sample_picture(1280, 720, 45))
        page.view.local.receive(sample_picture(1280, 720, 0))
    return shown


def survey(look: Appearance, score: int, *reasons: Reason) -> KioskWindow:
    """Somebody says how satisfied they are, and why."""
    shown = window(look, replace(sample.VISIT, page=Page.SURVEY, appointment=sample.RECEIVED, outcome=sample.OUTCOME))
    for name in (f"score_{score}", *(f"reason_{reason}" for reason in reasons)):
        button = shown.findChild(Pressable, name)
        if isinstance(button, Pressable):
            button.setChecked(True)
    return shown


def survey_refused(look: Appearance) -> QWidget:
    """The answer could not be sent."""
    shown = survey(look, 2, Reason.WAITED_LONG)
    shown.page.on_refusal(Refusal(RefusalCode.SERVER_UNAVAILABLE), lambda: None)
    return shown


def still_there(look: Appearance) -> QWidget:
    """Nobody has touched anything for a while."""
    shown = window(look, replace(sample.VISIT, page=Page.SUMMARY, trail=(Page.HOME,)))
    shown.resize(1280, 800)
    shown.warn(23)
    return shown


def ending(look: Appearance) -> QWidget:
    """The question before a visit is ended."""
    shown = window(look, replace(sample.VISIT, page=Page.SUMMARY, trail=(Page.HOME,)))
    shown.ask_to_end()
    return shown


def operator(look: Appearance, *, typed: str = "", refusal: Refusal | None = None) -> KioskWindow:
    """The operator's sheet over a visit."""
    shown = window(look, replace(sample.VISIT, page=Page.SUBJECT, trail=(Page.HOME,)))
    shown.operator.open()
    shown.operator.sheet.field.set_digits(typed)
    if refusal is not None:
        shown.operator.sheet.refuse(refusal)
    return shown


def operator_menu(look: Appearance) -> KioskWindow:
    """The PIN was right."""
    shown = operator(look)
    shown.operator.sheet.open_menu()
    return shown


def operator_closing(look: Appearance) -> QWidget:
    """The question before the program is closed."""
    shown = operator_menu(look)
    close = shown.findChild(Pressable, "close_program")
    if isinstance(close, Pressable):
        close.click()
    return shown


def cancelling(look: Appearance) -> QWidget:
    """The question before an audience is given up."""
    shown = at(Page.CHANGE, appointment=sample.LATER)(look)
    cancel = shown.findChild(CardButton, "cancel")
    if isinstance(cancel, CardButton):
        cancel.clicked.emit()
    return shown
