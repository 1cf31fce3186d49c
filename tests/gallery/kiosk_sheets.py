"""The kiosk's pages in their states, in the kiosk's own window."""

import time
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any, NoReturn, TypeVar, cast

from PySide6.QtWidgets import QWidget

from desk_client.client.calls import CallRunner
from desk_client.client.calls import CallView as CallShown
from desk_client.client.conference import Conference, Device, DeviceFault
from desk_client.client.device_check.findings import CheckView
from desk_client.client.gateway import Gateway
from desk_client.client.kiosk import KioskClient, Station
from desk_client.client.outbox.depository import Depository
from desk_client.client.printer import Printer, Trouble
from desk_client.client.speech import Speech
from desk_client.client.visit import Goal, Page, Visit
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.party import Party
from desk_client.domain.satisfaction import Reason
from desk_client.i18n.language import Language
from desk_client.ui.bridge import Bridge
from desk_client.ui.kiosk.pages.call import CallPage
from desk_client.ui.kiosk.pages.check import CheckPage
from desk_client.ui.kiosk.pages.code import CodePage
from desk_client.ui.kiosk.pages.identity import NationalIdPage
from desk_client.ui.kiosk.pages.ticket import TicketPage
from desk_client.ui.kiosk.pages.waiting import WaitingPage
from desk_client.ui.kiosk.ticket_printing import Printing
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.card import CardButton
from desk_client.ui.widgets.pressable import Pressable
from tests.gallery import kiosk_samples as sample
from tests.gallery.call_sheet import sample_picture
from tests.gallery.desk_screens import StillCall

_Value = TypeVar("_Value")


class _NothingHappens(Bridge):
    """Starts no action; those of a page that is drawn as busy never end."""

    def __init__(self, *, is_busy: bool) -> None:
        super().__init__(lambda: None)
        self._keeps_busy = is_busy

    def run(
        self,
        coroutine: Coroutine[Any, Any, _Value | Refusal],
        on_ok: Callable[[_Value], None],
        on_outcome: Callable[[Refusal], None],
        *,
        on_end: Callable[[], None] | None = None,
    ) -> None:
        """Pass the action over."""
        del on_ok, on_outcome
        coroutine.close()
        if on_end is not None and not self._keeps_busy:
            on_end()


class _Unheard(Speech):
    """A voice that says nothing."""

    def say(self, name: str, text: str, language: Language) -> None:
        """Say nothing."""


def _no_engine() -> NoReturn:
    raise RuntimeError("a sheet has no camera")


def window(
    look: Appearance,
    visit: Visit,
    *,
    station: Station = sample.STATION,
    is_busy: bool = False,
    printer: Printer | None = None,
    depository: Depository | None = None,
) -> KioskWindow:
    """The kiosk's window at some point of a visit."""
    no_media: Any = None  # what an engine would be given that is never made
    conference = Conference(_no_engine, no_media, Party.CITIZEN)
    client = KioskClient(Gateway("http://localhost"), "", conference, printer, depository)
    client.visit.set(visit)
    client.station.set(station)
    shown = KioskWindow(
        look,
        client,
        _NothingHappens(is_busy=is_busy),
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
    ("home-offline", offline),
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
    ("national-id", at(Page.NATIONAL_ID, national_id="10000")),
    ("national-id-wrong", wrong_id),
    ("national-id-or-ticket", at(Page.NATIONAL_ID, national_id="10000", goal=Goal.ATTEND)),
    ("ticket-number", at(Page.TICKET_NUMBER, ticket_number="4829", goal=Goal.ATTEND)),
    ("ticket-code", at(Page.TICKET_CODE, goal=Goal.ATTEND)),
    ("ticket-code-wrong", refused(Page.TICKET_CODE, RefusalCode.TICKET_UNKNOWN, goal=Goal.ATTEND)),
    ("mobile", at(Page.MOBILE)),
    ("mobile-offline", refused(Page.MOBILE, RefusalCode.SERVER_UNAVAILABLE)),
    ("code", code_half),
    ("code-wrong", wrong_code),
    ("name", at(Page.NAME)),
    ("office", at(Page.OFFICE)),
    ("office-loading", loading(Page.OFFICE, offices=())),
    ("office-refused", refused(Page.OFFICE, RefusalCode.SERVER_UNAVAILABLE, offices=())),
    ("service", at(Page.SERVICE)),
    ("time", at(Page.TIME)),
    ("time-taken", refused(Page.TIME, RefusalCode.SLOT_TAKEN)),
    ("time-none", at(Page.TIME, availability=sample.NO_TIME)),
    ("waitlist", at(Page.WAITLIST)),
    ("waitlist-consent", at(Page.WAITLIST, consent=sample.NOT_YET_AGREED)),
    ("listed", at(Page.LISTED, wait=sample.WAIT)),
    ("subject", at(Page.SUBJECT)),
    ("subject-empty", at(Page.SUBJECT, subject="")),
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
