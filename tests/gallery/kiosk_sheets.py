"""The kiosk's pages in their states, in the kiosk's own window."""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, NoReturn, cast

from PySide6.QtWidgets import QWidget

from desk_client.client.calls import CallRunner
from desk_client.client.calls import CallView as CallShown
from desk_client.client.conference import Conference, Device, DeviceFault, MediaChoice
from desk_client.client.device_check.findings import CheckView
from desk_client.client.gateway import Gateway
from desk_client.client.kiosk import KioskClient, KioskDay, ServicePoints, Station
from desk_client.client.outbox.depository import Depository
from desk_client.client.printer import Printer, Trouble
from desk_client.client.scan_view import ScanView, Seen
from desk_client.client.speech import Speech
from desk_client.client.visit import Goal, OfferDeclined, Page, Visit, Way
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.domain.call_for_help import HelpStage
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
from desk_client.ui.kiosk.pages.ticket import TicketPage
from desk_client.ui.kiosk.pages.waiting import WaitingPage
from desk_client.ui.kiosk.paper_printing import Printing
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.card import CardButton, Shape
from desk_client.ui.widgets.pressable import Pressable
from desk_client.ui.widgets.video_tile import TileState
from tests.gallery import kiosk_samples as sample
from tests.gallery.call_sheet import sample_picture
from tests.gallery.desk_screens import StillCall
from tests.gallery.document_sheets import sheets
from tests.gallery.still_bridge import StillBridge


class _Unheard(Speech):
    """A voice that says nothing."""

    def say(self, name: str, text: str, language: Language) -> None:
        """Say nothing."""


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
) -> KioskWindow:
    """The kiosk's window at some point of a visit."""
    conference = Conference(_no_engine, _DRAWN, Party.CITIZEN)
    client = KioskClient(Gateway("http://localhost"), "", conference, printer, depository=depository)
    client.visit.set(visit)
    client.station.set(station)
    client.day.set(day)
    client.points.set(points)
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


def six_cards(look: Appearance) -> QWidget:
    """A home with two services more than there are yet."""
    shown = window(look, Visit())
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
    return lambda look: window(look, visit, station=sample.OFFLINE, printer=printer, depository=sample.Seen())


def interrupted(look: Appearance) -> QWidget:
    """A booking whose server has just gone."""
    visit = replace(sample.VISIT, page=Page.SUBJECT, trail=(Page.HOME,))
    return window(look, visit, station=sample.OFFLINE, depository=sample.Seen())


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


SHEETS: tuple[tuple[str, Callable[[Appearance], QWidget]], ...] = (
    ("home", lambda look: window(look, Visit())),
    ("home-two", lambda look: window(look, Visit(), station=sample.TWO_SERVICES)),
    ("home-three", lambda look: window(look, Visit(), station=sample.THREE_SERVICES)),
    ("home-six", six_cards),
    ("home-reserved", lambda look: window(look, Visit(), day=sample.RESERVED_SOON)),
    ("home-offline", offline),
    ("service-points", service_points),
    ("service-points-old", service_points_old),
    ("service-points-loading", loading(Page.SERVICE_POINTS)),
    ("help-called", at(Page.OPERATOR, help=sample.help_call(HelpStage.CALLED, 0.4))),
    ("help-on-the-way", at(Page.OPERATOR, help=sample.help_call(HelpStage.ON_THE_WAY, 1.2))),
    ("help-unanswered", at(Page.OPERATOR, help=sample.help_call(HelpStage.UNANSWERED, 2.1))),
    ("help-over", at(Page.OPERATOR, help=sample.help_call(HelpStage.OVER, 6))),
    ("help-refused", refused(Page.OPERATOR, RefusalCode.SERVER_UNAVAILABLE)),
    ("offer-code", at(Page.OFFER_CODE, goal=Goal.ATTEND)),
    ("offer-code-wrong", refused(Page.OFFER_CODE, RefusalCode.CODE_WRONG, goal=Goal.ATTEND)),
    ("offer-code-answered", refused(Page.OFFER_CODE, RefusalCode.OFFER_ANSWERED, goal=Goal.ATTEND)),
    ("offer", at(Page.OFFER, offer=sample.OFFERED.offer)),
    ("offer-taken", at(Page.OFFER, offer=sample.OFFERED.offer, offer_answer=sample.ACCEPTED)),
    ("offer-declined", at(Page.OFFER, offer=sample.OFFERED.offer, offer_answer=OfferDeclined())),
    (
        "office-needed-soon",
        lambda look: window(
            look,
            replace(sample.VISIT, page=Page.OFFICE, trail=(Page.HOME,)),
            day=sample.RESERVED_SOON.model_copy(update={"next_at": sample.NOW + timedelta(minutes=4)}),
        ),
    ),
    ("home-away", lambda look: window(look, Visit(), station=sample.OFFLINE, depository=sample.Seen())),
    ("left-national-id", left(Page.NATIONAL_ID, national_id="10000")),
    ("left-mobile", left(Page.MOBILE)),
    ("left-name", left(Page.NAME)),
    ("left-office", left(Page.OFFICE)),
    ("left-days", left(Page.DAYS)),
    ("left-request", left(Page.LEAVE)),
    ("left-request-slip", left(Page.SLIP)),
    ("left-ticket-number", left(Page.TICKET_NUMBER, Goal.LEAVE_CHECK_IN, ticket_number="4829")),
    ("left-ticket-code", left(Page.TICKET_CODE, Goal.LEAVE_CHECK_IN)),
    ("left-check-in-slip", left(Page.SLIP, Goal.LEAVE_CHECK_IN, ticket_number="48291733")),
    ("booking-interrupted", interrupted),
    ("attract", attract),
    ("closed", closed),
    ("staff-message", told),
    ("staff-picture", asked_for_still),
    ("national-id", at(Page.NATIONAL_ID, national_id="10000")),
    ("national-id-wrong", wrong_id),
    ("national-id-or-ticket", at(Page.NATIONAL_ID, national_id="10000", goal=Goal.ATTEND)),
    ("ticket-number", at(Page.TICKET_NUMBER, ticket_number="4829", goal=Goal.ATTEND)),
    ("ticket-code", at(Page.TICKET_CODE, goal=Goal.ATTEND)),
    ("ticket-code-wrong", refused(Page.TICKET_CODE, RefusalCode.TICKET_UNKNOWN, goal=Goal.ATTEND)),
    ("national-id-party", at(Page.NATIONAL_ID, national_id="10000", introduction=sample.PARTY)),
    ("others", at(Page.OTHERS)),
    ("others-said", at(Page.OTHERS, introduction=sample.PARTY)),
    ("companions", at(Page.COMPANIONS)),
    ("represented", at(Page.REPRESENTED, introduction=sample.PARTY)),
    ("represented-id", at(Page.REPRESENTED_ID, introduction=sample.PARTY)),
    ("attorney", at(Page.ATTORNEY, introduction=sample.PARTY)),
    ("passport", at(Page.PASSPORT, introduction=sample.VISITOR)),
    ("border-number", at(Page.BORDER_NUMBER)),
    ("nationality", at(Page.NATIONALITY)),
    ("nationality-found", lambda look: seeking(look, "كو")),
    ("nationality-long", lambda look: seeking(look, "جزر")),
    ("nationality-none", lambda look: seeking(look, "قلعة")),
    ("scan", lambda look: scanning(look, Seen.NOTHING)),
    ("scan-other-code", lambda look: scanning(look, Seen.NO_TICKET)),
    ("scan-refused", scan_refused),
    ("scan-starting", at(Page.SCAN, goal=Goal.ATTEND)),
    ("mobile", at(Page.MOBILE)),
    ("mobile-other-way", at(Page.MOBILE, ways=tuple(Way))),
    ("way", at(Page.WAY, ways=tuple(Way))),
    ("way-refused", refused(Page.WAY, RefusalCode.IDENTITY_UNAVAILABLE, ways=tuple(Way))),
    ("nafath", at(Page.NAFATH, challenge=sample.NAFATH_CHALLENGE)),
    ("nafath-away", refused_elsewhere(Page.NAFATH, RefusalCode.IDENTITY_UNAVAILABLE)),
    ("nafath-declined", declined),
    ("desk", at(Page.DESK, challenge=sample.CHALLENGE)),
    ("desk-over", at(Page.DESK, challenge=None)),
    ("mobile-offline", refused(Page.MOBILE, RefusalCode.SERVER_UNAVAILABLE)),
    ("code", code_half),
    ("code-wrong", wrong_code),
    ("code-other-way", at(Page.CODE, challenge=sample.CHALLENGE, ways=tuple(Way))),
    ("name", at(Page.NAME)),
    ("office", at(Page.OFFICE)),
    ("office-loading", loading(Page.OFFICE, offices=())),
    ("office-refused", refused(Page.OFFICE, RefusalCode.SERVER_UNAVAILABLE, offices=())),
    ("service", at(Page.SERVICE)),
    ("triage", triaged(Page.TRIAGE)),
    ("triage-choice", triaged(Page.TRIAGE, asked=("reported", "matter"), answers=(("matter", "other"),))),
    ("referral-outside", triaged(Page.REFERRAL, answers=(("reported", "no"),))),
    ("referral-service", triaged(Page.REFERRAL, asked=("reported", "matter"), answers=(("matter", "permits"),))),
    ("with-whom", triaged(Page.WITH_WHOM)),
    ("kind", triaged(Page.KIND)),
    ("first-free", triaged(Page.FIRST_FREE, anyone=True, found=sample.FOUND)),
    ("first-free-none", triaged(Page.FIRST_FREE, anyone=True, found=())),
    ("address", triaged(Page.ADDRESS, kind=AppointmentKind.HOME_VISIT)),
    ("address-missing", triaged_refused(Page.ADDRESS, RefusalCode.INVALID_ADDRESS)),
    ("summary-at-home", at(Page.SUMMARY, kind=AppointmentKind.HOME_VISIT, address="صبيا، حي الروضة، خلف المسجد")),
    ("time", at(Page.TIME)),
    ("time-taken", refused(Page.TIME, RefusalCode.SLOT_TAKEN)),
    ("time-none", at(Page.TIME, availability=sample.NO_TIME)),
    ("waitlist", at(Page.WAITLIST)),
    ("waitlist-consent", at(Page.WAITLIST, consent=sample.NOT_YET_AGREED)),
    ("listed", at(Page.LISTED, wait=sample.WAIT)),
    ("subject", at(Page.SUBJECT)),
    ("subject-empty", at(Page.SUBJECT, subject="")),
    *sheets(window),
    ("summary", at(Page.SUMMARY)),
    ("summary-consent", at(Page.SUMMARY, consent=sample.NOT_YET_AGREED)),
    ("summary-expired", at(Page.SUMMARY, hold=None)),
    ("move", at(Page.MOVE, appointment=sample.LATER, goal=Goal.CHANGE)),
    ("move-taken", refused(Page.MOVE, RefusalCode.SLOT_TAKEN, appointment=sample.LATER, goal=Goal.CHANGE, slot=None)),
    ("ticket", at(Page.TICKET, booked=sample.BOOKED, appointment=sample.LATER)),
    ("ticket-offered", at(Page.TICKET, appointment=sample.LATER, goal=Goal.ATTEND)),
    ("ticket-moved", at(Page.TICKET, appointment=sample.LATER, goal=Goal.CHANGE)),
    ("ticket-now", at(Page.TICKET, booked=sample.BOOKED, appointment=sample.SOON)),
    ("ticket-printer", printing(Printing.NOT_ASKED, appointment=sample.LATER)),
    ("ticket-printing", printing(Printing.UNDER_WAY, appointment=sample.LATER)),
    ("ticket-printed", printing(Printing.DONE, appointment=sample.SOON)),
    ("ticket-no-paper", printing(Trouble.OUT_OF_PAPER, appointment=sample.SOON)),
    ("appointments", at(Page.APPOINTMENTS, appointments=(sample.SOON, sample.TODAY, sample.LATER))),
    ("appointments-offer", at(Page.APPOINTMENTS, appointments=(sample.LATER,), waits=(sample.OFFERED,))),
    ("appointments-cancelled", at(Page.APPOINTMENTS, appointments=(sample.TODAY,), cancelled=sample.LATER)),
    ("appointments-none", at(Page.APPOINTMENTS, appointments=())),
    ("change", at(Page.CHANGE, appointment=sample.LATER)),
    ("change-too-late", at(Page.CHANGE, appointment=sample.SOON)),
    ("change-cancel", cancelling),
    ("check", checking(sample.CHECK_RUNNING)),
    ("check-good", checking(sample.CHECK_GOOD)),
    ("check-no-camera", checking(sample.CHECK_NO_CAMERA)),
    ("check-dark", checking(sample.CHECK_DARK)),
    ("check-silent", checking(sample.CHECK_SILENT)),
    ("check-asked", checking(sample.CHECK_ASKED)),
    ("check-weak-network", checking(sample.CHECK_WEAK_NETWORK)),
    ("check-all-failed", checking(sample.CHECK_ALL_FAILED)),
    ("check-operator-told", checking(sample.CHECK_OPERATOR_TOLD)),
    ("waiting", waiting),
    ("waiting-unseen", waiting_unseen),
    ("call-joining", at(Page.CALL, appointment=sample.TALKED)),
    ("call", talking),
    ("outcome-pending", at(Page.OUTCOME, appointment=sample.TALKED)),
    ("outcome-later", at(Page.OUTCOME, appointment=sample.RECEIVED)),
    ("outcome", at(Page.OUTCOME, appointment=sample.TALKED, outcome=sample.OUTCOME)),
    ("survey", at(Page.SURVEY, appointment=sample.RECEIVED, outcome=sample.OUTCOME)),
    ("survey-pleased", lambda look: survey(look, 5, Reason.RESPECTED, Reason.CLEAR_ANSWER)),
    ("survey-neither", lambda look: survey(look, 3, Reason.WAITED_LONG)),
    ("survey-refused", survey_refused),
    ("farewell", at(Page.FAREWELL)),
    ("still-there", still_there),
    ("ending", ending),
    ("operator", operator),
    ("operator-typed", lambda look: operator(look, typed="4829175")),
    (
        "operator-wrong",
        lambda look: operator(look, refusal=Refusal(RefusalCode.KIOSK_PIN_WRONG, attempts_left=3)),
    ),
    ("operator-locked", lambda look: operator(look, refusal=Refusal(RefusalCode.RATE_LIMITED, retry_after_s=742))),
    ("operator-offline", lambda look: operator(look, refusal=Refusal(RefusalCode.SERVER_UNAVAILABLE))),
    ("operator-no-pin", lambda look: operator(look, refusal=Refusal(RefusalCode.KIOSK_PIN_NOT_SET))),
    ("operator-menu", operator_menu),
    ("operator-closing", operator_closing),
)
"""Each page by name, in walking order, in the states that matter."""
