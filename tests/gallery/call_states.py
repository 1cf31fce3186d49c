"""The talk at a kiosk in the states that matter: what is read large, a document, a line that fails, what follows."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from desk_client.client.calls import CallRunner
from desk_client.client.calls import CallView as CallShown
from desk_client.client.others import PersonView
from desk_client.client.printer import Printer
from desk_client.client.visit import CallBack, Note, NoteKind, Page, Prepared, Texts
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.call import Phase
from desk_client.domain.called_in import Capacity
from desk_client.domain.fallback import CallBackResult, CallBackWay, Cause, Fallback, Rung
from desk_client.domain.party import Party
from desk_client.domain.showing import Showing
from desk_client.ui.call.people_words import joined_words, person_name
from desk_client.ui.kiosk.pages.call import CallPage
from desk_client.ui.kiosk.pages.outcome import OutcomePage
from desk_client.ui.kiosk.pages.waiting import WaitingPage
from desk_client.ui.kiosk.paper_printing import Printing
from desk_client.ui.kiosk.window import KioskWindow
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.theme.icons import Icon
from desk_client.ui.widgets.video_tile import VideoTile
from tests.fakes.still_call import StillCall
from tests.gallery import desk_day
from tests.gallery import kiosk_samples as sample
from tests.gallery.call_sheet import sample_picture
from tests.gallery.kiosk_states import window
from tests.gallery.words import say

MAYOR = PersonView(
    Party.THIRD,
    Capacity.DEPARTMENT_HEAD,
    Texts(ar="المهندس خالد بن حسن العقيلي", en="Khalid Al-Aqili"),
    Texts(ar="أمين منطقة جازان", en="Mayor of Jazan Region"),
    Phase.TALKING,
    takes_over=True,
)
HEAD = PersonView(
    Party.THIRD,
    Capacity.DEPARTMENT_HEAD,
    Texts(ar="المهندس عادل بن يوسف البحري", en="Eng. Adel Al-Bahri"),
    Texts(ar="إدارة الأراضي", en="Lands"),
    Phase.TALKING,
)
SIGNS = PersonView(
    Party.FOURTH,
    Capacity.SIGN_INTERPRETER,
    Texts(ar="نورة بنت علي الحارثي", en="Noura Al-Harthi"),
    Texts(ar="إمارة منطقة جازان", en="Emirate of Jazan"),
    Phase.TALKING,
)
Window = Callable[[Appearance], QWidget]
CAPTION = Note(
    id="not_1",
    kind=NoteKind.CAPTION,
    text="قرأتُ طلبكم: سأحيل ملف الأرض إلى إدارة الأراضي اليوم، وستصلكم رسالة خلال أسبوع.",
    prepared=None,
    sent_at=sample.NOW,
)
WAITING_NOTE = Note(id="not_2", kind=NoteKind.WAITING, text="", prepared=Prepared.TEN_MINUTES, sent_at=sample.NOW)
OWED = CallBack(way=CallBackWay.MOBILE, wanted_at=sample.NOW, result=None, result_at=None)


def talk(
    look: Appearance,
    *,
    phase: Phase = Phase.TALKING,
    talked: timedelta = timedelta(minutes=7, seconds=42),
    fallback: Fallback | None = None,
    shown: dict[str, Any] | None = None,
    said: tuple[Icon, str] | None = None,
    **answers: Any,
) -> QWidget:
    """The talk as it is now."""
    drawn = window(look, replace(sample.VISIT, page=Page.CALL, appointment=sample.TALKED, **answers))
    since = time.monotonic() - talked.total_seconds()
    view = CallShown(phase, signalling_up=True, talking_since_s=since, code="0482 9371", **(shown or {}))
    drawn.client.conference.call.set(cast("CallRunner", StillCall(view)))  # the view reads nothing else of it
    if fallback is not None:
        drawn.client.conference.fallback.set(fallback)
    page = drawn.page
    if isinstance(page, CallPage):
        page._read_before = None  # what is drawn has just been written
        page.refresh(drawn.client.visit.value)
        page.view.remote.receive(sample_picture(1280, 720, 45))
        page.view.local.receive(sample_picture(1280, 720, 0))
        if said is not None:
            page.view.say(*said)
    return drawn


def interpreted(look: Appearance) -> QWidget:
    """With an interpreter, whose place no layout takes, beside a document."""
    return company(look, SIGNS, shown={"peer_shows": Showing.SCREEN}, notes=(CAPTION,))


def company(look: Appearance, *people: PersonView, **more: Any) -> QWidget:
    """With others in the talk."""
    drawn = talk(look, shown={"people": people, **more.pop("shown", {})}, **more)
    page = getattr(drawn, "page", None)
    if isinstance(page, CallPage):
        for number, tile in enumerate(page.view.findChildren(VideoTile)):
            if tile.objectName().startswith("person_"):
                tile.receive(sample_picture(1280, 720, 10 + 8 * number))
    return drawn


def three(look: Appearance) -> QWidget:
    """A department head has just joined."""
    drawn = company(look, HEAD)
    page = getattr(drawn, "page", None)
    if isinstance(page, CallPage):
        page.view.say(Icon.PERSON, joined_words(person_name(HEAD, look.language)))
    return drawn


def taken_over(look: Appearance) -> QWidget:
    """Another office's official has joined, to take the talk over."""
    drawn = company(look, MAYOR)
    page = getattr(drawn, "page", None)
    if isinstance(page, CallPage):
        page.view.say(Icon.PERSON, joined_words(person_name(MAYOR, look.language), takes_over=True))
    return drawn


def four(look: Appearance) -> QWidget:
    """A department head, and an interpreter of sign language."""
    return company(look, HEAD, SIGNS)


def answering(look: Appearance) -> QWidget:
    """Answering in writing."""
    drawn = talk(look, chat=desk_day.chat()[:1])
    page = getattr(drawn, "page", None)
    if isinstance(page, CallPage):
        page._begin_answer()
        page.writing.field.setText("رقمها ٤٤٥١٢٣")
    return drawn


def leaving(look: Appearance) -> QWidget:
    """Asked whether they mean to end it."""
    drawn = talk(look)
    page = getattr(drawn, "page", None)
    if isinstance(page, CallPage):
        page.view.bar.end.click()
    return drawn


def waiting_note(look: Appearance) -> QWidget:
    """The office wrote."""
    checked_in = sample.SOON.model_copy(update={"state": AppointmentState.WAITING})
    visit = replace(sample.VISIT, page=Page.WAITING, appointment=checked_in, place=sample.PLACE, notes=(WAITING_NOTE,))
    drawn = window(look, visit)
    page = drawn.page
    if isinstance(page, WaitingPage):
        page.tile.receive(sample_picture(1280, 720, 20))
    return drawn


def waiting_break(look: Appearance) -> QWidget:
    """The office has a break."""
    drawn = waiting_note(look)
    if isinstance(drawn, KioskWindow):
        until = sample.SOON.slot.starts_at + timedelta(minutes=10)
        place = sample.PLACE.model_copy(update={"break_until": until})
        drawn.client.visit.set(replace(drawn.client.visit.value, place=place))
    return drawn


def outcome_printed(look: Appearance) -> QWidget:
    """What was decided, read and printed."""
    visit = replace(sample.VISIT, page=Page.OUTCOME, appointment=sample.TALKED, outcome=sample.OUTCOME)
    drawn = window(look, visit, printer=Printer("slip"))
    page = drawn.page
    if isinstance(page, OutcomePage):
        page.printing.show_state(Printing.DONE)
    return drawn


def rebooked(look: Appearance, *, is_booked: bool = True) -> QWidget:
    """Booked again, or first on the waitlist."""
    new = sample.LATER if is_booked else None
    return window(look, replace(sample.VISIT, page=Page.REBOOKED, appointment=sample.TALKED, rebooked=new))


def apart(look: Appearance) -> QWidget:
    """The officials have a word among themselves; the interpreter is heard and seen."""
    return talk(look, shown={"is_apart": True, "people": (replace(HEAD, is_apart=True), SIGNS)})


_CALLED = OWED.model_copy(update={"result": CallBackResult.CALLED_BACK})
SHEETS: tuple[tuple[str, Window], ...] = (
    ("call-answering", answering),
    ("call-hold", lambda look: talk(look, shown={"peer_holds": True})),
    ("call-officials-apart", apart),
    ("call-chat", lambda look: talk(look, chat=desk_day.chat())),
    ("call-caption", lambda look: talk(look, notes=(CAPTION,))),
    ("call-document", lambda look: talk(look, shown={"peer_shows": Showing.SCREEN})),
    ("call-interpreter", interpreted),
    ("call-three", three),
    ("call-taken-over", taken_over),
    ("call-four", four),
    ("call-two-minutes", lambda look: talk(look, talked=timedelta(minutes=13, seconds=20))),
    (
        "call-staff",
        lambda look: talk(look, said=(Icon.HELP, say(look, "تم نداء موظف الصالة.", "The staff have been called."))),
    ),
    ("call-leaving", leaving),
    (
        "call-sound-first",
        lambda look: talk(look, fallback=Fallback(Rung.SOUND_FIRST, Cause.NO_PICTURES), shown={"is_sound_only": True}),
    ),
    (
        "call-picture-rests",
        lambda look: talk(look, fallback=Fallback(Rung.SOUND_FIRST, Cause.POOR), shown={"picture_rests": True}),
    ),
    ("call-lost", lambda look: talk(look, phase=Phase.RECONNECTING)),
    (
        "call-back",
        lambda look: talk(look, phase=Phase.RECONNECTING, fallback=Fallback(Rung.CALL_BACK), call_back=OWED),
    ),
    (
        "call-back-hall",
        lambda look: talk(
            look,
            phase=Phase.RECONNECTING,
            fallback=Fallback(Rung.CALL_BACK),
            call_back=OWED.model_copy(update={"way": CallBackWay.HALL}),
        ),
    ),
    (
        "call-back-called",
        lambda look: talk(look, phase=Phase.RECONNECTING, fallback=Fallback(Rung.CALL_BACK), call_back=_CALLED),
    ),
    ("call-rebooking", lambda look: talk(look, phase=Phase.RECONNECTING, fallback=Fallback(Rung.REBOOKING))),
    ("waiting-note", waiting_note),
    ("waiting-break", waiting_break),
    ("rebooked", rebooked),
    ("rebooked-first", lambda look: rebooked(look, is_booked=False)),
    ("outcome-printed", outcome_printed),
)
"""By name."""
