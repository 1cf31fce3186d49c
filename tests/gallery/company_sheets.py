"""Sheets of a desk's talk with others in it: who is called in, who calls, and how all lie."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from desk_client.client.called_in import Callable as CallablePerson
from desk_client.client.called_in import CalledIn, Calls, Invitation
from desk_client.client.calls import CallView as CallShown
from desk_client.client.conference import Level, LineQuality
from desk_client.client.day import DeskPage, Texts
from desk_client.client.minutes import Keeping, Minutes, Written
from desk_client.client.others import PersonView
from desk_client.domain.access import Role
from desk_client.domain.call import Phase
from desk_client.domain.called_in import Call, Capacity
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.party import Party
from desk_client.domain.showing import Showing
from desk_client.ui.call.company_places import Arrangement
from desk_client.ui.desk.callable_list import callable_dialog
from desk_client.ui.theme.appearance import Appearance
from desk_client.ui.widgets.video_tile import VideoTile
from tests.gallery.call_sheet import sample_picture
from tests.gallery.call_states import HEAD, SIGNS
from tests.gallery.desk_day import day
from tests.gallery.desk_screens import Frame, call_in_phase, conference, framed
from tests.gallery.kiosk_samples import NOW

OFFICIAL = PersonView(
    Party.OFFICIAL,
    Capacity.OFFICIAL,
    Texts(ar="أمير منطقة جازان", en="Emir of Jazan Region"),
    Texts(ar="أمير منطقة جازان", en="Emir of Jazan Region"),
    Phase.TALKING,
)
MINUTES = replace(
    SIGNS,
    capacity=Capacity.DELEGATE,
    name=Texts(ar="مدير مكتب سمو أمير المنطقة", en="Manager of the Emir's Office"),
)
_MINUTES: Final = "طلب المواطن إنارة طريق القرية، ووُجّهت إدارة الطرق بمعاينته."
_PRIVATE: Final[dict[str, Any]] = {"apart_from": frozenset({Party.CITIZEN, Party.FOURTH}), "is_apart": True}
INVITATION = Invitation(
    appointment_id="a2",
    capacity=Capacity.DEPARTMENT_HEAD,
    state=Call.RINGING,
    called_at=NOW,
    caller_name=Texts(ar="أمير منطقة جازان", en="Emir of Jazan Region"),
    office_title=Texts(ar="أمير منطقة جازان", en="Emir of Jazan Region"),
    honorific=Texts(ar="صاحب السمو الملكي", en="His Royal Highness"),
    citizen_name="محمد بن علي الحازمي",
    service_name=Texts(ar="مقابلة سمو الأمير", en="Audience with the Emir"),
    kind=AppointmentKind.VIDEO_KIOSK,
)


def called(person: PersonView, state: Call) -> CalledIn:
    """Their seat at the desk that called them."""
    name, title = person.name or Texts(ar="", en=""), person.title or Texts(ar="", en="")
    return CalledIn(
        party=person.party,
        staff_id=f"stf_{person.party.value}",
        name=name,
        title=title,
        capacity=person.capacity,
        state=state,
        called_at=NOW,
    )


def three(look: Appearance) -> Frame:
    """One was called in and is there; another one's desk rings."""
    frame = talk(look, HEAD)
    there = (called(HEAD, Call.ACCEPTED), called(SIGNS, Call.RINGING))
    frame.desk._office.client.calls.set(Calls(called=there))
    return frame


def signed(look: Appearance) -> Frame:
    """A department head, and an interpreter of sign language."""
    return talk(look, HEAD, SIGNS)


def two_together(look: Appearance) -> Frame:
    """Two, side by side."""
    frame = call_in_phase(look, Phase.TALKING)
    frame.desk.call.calling_in.arrange.click()
    return frame


def together(look: Appearance) -> Frame:
    """All four side by side."""
    frame = talk(look, HEAD, MINUTES)
    frame.desk.call.calling_in.arrange.click()
    return frame


def document(look: Appearance) -> Frame:
    """The department head shows a document; the interpreter stays."""
    return talk(look, replace(HEAD, shows=Showing.SCREEN), SIGNS)


def in_all_states(look: Appearance) -> Frame:
    """One is expected, and one cannot be verified."""
    return talk(look, replace(HEAD, phase=Phase.CONNECTING), replace(MINUTES, phase=Phase.UNVERIFIED))


def choosing(look: Appearance) -> QWidget:
    """Who is to be called in?"""
    frame = talk(look)
    names = (
        (HEAD, (Capacity.DEPARTMENT_HEAD,), True),
        (MINUTES, (Capacity.DELEGATE,), True),
        (SIGNS, (Capacity.INTERPRETER, Capacity.SIGN_INTERPRETER), False),
    )
    people = tuple(
        CallablePerson(
            staff_id=f"stf_{number}",
            name=person.name or Texts(ar="", en=""),
            title=person.title or Texts(ar="", en=""),
            capacities=capacities,
            is_signed_in=is_signed_in,
        )
        for number, (person, capacities, is_signed_in) in enumerate(names)
    )
    _, choice = callable_dialog(look, frame.desk, people)
    choice.people._pick("stf_2")
    return frame


def ending(look: Appearance) -> QWidget:
    """End it for all, or leave it to the others?"""
    frame = talk(look, HEAD)
    frame.desk.call.view.bar.end.click()
    return frame


def incoming(look: Appearance) -> QWidget:
    """Somebody calls while the day's list is read."""
    frame = framed(look, day(DeskPage.TODAY, opened="a2"))
    frame.desk._office.client.calls.set(Calls(ringing=(INVITATION,)))
    return frame


def inside(look: Appearance, call: CallShown | None = None, capacity: Capacity = Capacity.DEPARTMENT_HEAD) -> Frame:
    """In the talk into which one was called."""
    frame = framed(look, day(DeskPage.TODAY), conference(call or shown(OFFICIAL, SIGNS)))
    client = frame.desk._office.client
    client.calls.set(Calls(joined=INVITATION.model_copy(update={"capacity": capacity})))
    client.day.set(replace(client.day.value, page=DeskPage.CALLED))
    fill(frame, frame.desk.called.view.remote, frame.desk.called.view.local)
    return frame


def leaving_called(look: Appearance) -> QWidget:
    """Leave the talk into which one was called?"""
    frame = inside(look)
    frame.desk.called.view.bar.end.click()
    return frame


def together_signed(look: Appearance) -> Frame:
    """Side by side, and an interpreter of sign language apart from them."""
    frame = talk(look, HEAD, SIGNS)
    frame.desk.call.calling_in.arrange.click()
    return frame


def private(look: Appearance) -> Frame:
    """The officials have a word among themselves."""
    return talk_of(look, replace(shown(HEAD), **_PRIVATE))


def private_inside(look: Appearance) -> QWidget:
    """The same, at the desk of whoever was called in."""
    return inside(look, replace(shown(OFFICIAL), **_PRIVATE))


def private_aside(look: Appearance) -> QWidget:
    """The same, at the interpreter's desk, who sits on the visitor's side."""
    apart_from = frozenset({Party.OFFICIAL, Party.THIRD})
    people = (replace(OFFICIAL, is_apart=True), replace(HEAD, is_apart=True))
    return inside(look, replace(shown(*people), apart_from=apart_from), Capacity.SIGN_INTERPRETER)


def minutes_inside(look: Appearance) -> QWidget:
    """The office's own manager takes the minutes of the talk into which they were called."""
    call = replace(shown(OFFICIAL), people=(OFFICIAL,))
    frame = framed(look, day(DeskPage.TODAY, opened="a2"), conference(call))
    client = frame.desk._office.client
    joined = INVITATION.model_copy(
        update={
            "capacity": Capacity.DELEGATE,
            "is_own_office": True,
            "ends_at": client.clock.now() + timedelta(minutes=12),
        }
    )
    client.calls.set(Calls(joined=joined))
    client.day.set(replace(client.day.value, page=DeskPage.CALLED))
    client.pen.written.set(
        Written("a2", _MINUTES, Minutes(text=_MINUTES, version=3, written_at=NOW), keeping=Keeping.KEPT)
    )
    fill(frame, frame.desk.called.view.remote, frame.desk.called.view.local)
    return frame


def minutes_of_two(look: Appearance) -> QWidget:
    """The official and the manager wrote at the same time."""
    frame = talk(look, MINUTES)
    frame.desk.call.beside.minutes.button.click()
    theirs = Minutes(text=f"{_MINUTES} ويُرفع تقرير خلال أسبوع.", version=4, author=MINUTES.name)
    kept = Minutes(text=_MINUTES, version=3)
    frame.desk._office.client.pen.written.set(Written("a2", f"{_MINUTES} وتُعاين الموقع غدًا.", kept, theirs))
    return frame


def keys_inside(look: Appearance) -> QWidget:
    """The keys of whoever was called in."""
    frame = inside(look)
    frame.desk.called.talk_keys.show()
    return frame


def time_nearly_over(look: Appearance) -> QWidget:
    """Two minutes are left of the talk into which one was called."""
    frame = inside(look)
    client = frame.desk._office.client
    joined = INVITATION.model_copy(update={"ends_at": client.clock.now() + timedelta(seconds=100)})
    client.calls.set(Calls(joined=joined))
    return frame


def waiting(look: Appearance) -> QWidget:
    """An interpreter waits for a call."""
    shown = day(DeskPage.TODAY)
    session = shown.session
    if session is not None:
        person = session.person.model_copy(update={"role": Role.INTERPRETER})
        session = session.model_copy(update={"person": person})
    return framed(look, replace(shown, session=session, page=DeskPage.CALLED, agenda=None))


def shown(*people: PersonView) -> CallShown:
    """A talk with these in it."""
    return CallShown(
        Phase.TALKING,
        signalling_up=True,
        talking_since_s=time.monotonic() - 462,
        code="0482 9371",
        quality=LineQuality(Level.GOOD, Level.GOOD),
        people=people,
    )


def talk(look: Appearance, *people: PersonView) -> Frame:
    """The desk in a talk with these."""
    return talk_of(look, shown(*people))


def talk_of(look: Appearance, call: CallShown) -> Frame:
    """The desk in that talk."""
    frame = framed(look, day(DeskPage.CALL, opened="a2", talking="a2"), conference(call))
    frame.desk.call.view.arrange(Arrangement.SPEAKER)
    fill(frame, frame.desk.call.view.remote, frame.desk.call.view.local)
    return frame


def fill(frame: Frame, remote: VideoTile, local: VideoTile) -> None:
    """Give every tile a picture."""
    remote.receive(sample_picture(warmth=30))
    local.receive(sample_picture(640, 360))
    for number, tile in enumerate(frame.desk.findChildren(VideoTile)):
        if tile.objectName().startswith("person_"):
            tile.receive(sample_picture(1280, 720, 8 * number))


SHEETS: tuple[tuple[str, Callable[[Appearance], QWidget]], ...] = (
    ("call-three", three),
    ("call-signed", signed),
    ("call-together", together),
    ("call-two-together", two_together),
    ("call-together-signed", together_signed),
    ("call-their-document", document),
    ("call-company-states", in_all_states),
    ("call-choosing-whom", choosing),
    ("call-ending-for-all", ending),
    ("called-incoming", incoming),
    ("called-inside", inside),
    ("called-minutes", minutes_inside),
    ("called-keys", keys_inside),
    ("called-nearly-over", time_nearly_over),
    ("call-minutes-of-two", minutes_of_two),
    ("called-leaving", leaving_called),
    ("called-waiting", waiting),
    ("call-private", private),
    ("called-private", private_inside),
    ("called-private-interpreter", private_aside),
)
"""By name."""
