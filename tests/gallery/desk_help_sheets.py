"""The queue and the help at the operator's desk in their states, without a server."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from PySide6.QtWidgets import QWidget

from desk_client.client.console import IncidentLog
from desk_client.client.desk import DeskClient
from desk_client.client.helping import Availability, Helping, HelpStep, PersonFound, Waiting
from desk_client.client.walk_ins import (
    GivenHere,
    Told,
    WalkIn,
    WalkInBlock,
    WalkInQueue,
    WalkInReason,
    WalkIns,
    WalkInState,
)
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import DocumentKind
from desk_client.ui.operator.help.today import today
from desk_client.ui.operator.help_section import HelpSection
from desk_client.ui.operator.walk_in_section import WalkInSection
from desk_client.ui.theme.appearance import Appearance
from tests.gallery import hall_day
from tests.gallery import kiosk_samples as sample
from tests.gallery.desk_screens import Frame
from tests.gallery.hall_sheets import console

_AWAY = Refusal(RefusalCode.SERVER_UNAVAILABLE)
_MARYAM = PersonFound(id="per_1", name="مريم بنت يحيى المثال", masked_id="10••••••08", disabled=False, has_mobile=True)
_SAAD = PersonFound(id="per_2", name="سعد بن محمد المثال", masked_id="24••••••95", disabled=False)


def number(name: str, reason: WalkInReason, state: WalkInState = WalkInState.WAITING, **differs: Any) -> WalkIn:
    """One number, but for what differs."""
    usual = {"is_priority": False, "taken_at": hall_day.ago(minutes=14), "called_at": hall_day.ago(minutes=3)}
    return WalkIn(id=f"wlk_{name}", number=name, reason=reason, state=state, **{**usual, **differs})


def queue(**differs: Any) -> WalkInQueue:
    """A hall in the middle of a morning."""
    booking, kiosk, inquiry = WalkInReason
    called = WalkInState.CALLED
    shown = WalkIns.model_validate(
        {
            "at": datetime.now(UTC),
            "day": datetime.now(UTC).date(),
            "site": hall_day.SITE,
            "kiosks": (1, 2, 3, 4),
            "waiting": (
                number("A018", booking, is_priority=True, ahead=0, earliest_min=0, latest_min=5),
                number("A014", inquiry, ahead=1, earliest_min=5, latest_min=15),
                number("A019", kiosk, is_priority=True, ahead=2, earliest_min=10, latest_min=25),
                number("A015", booking, ahead=3, earliest_min=15, latest_min=35),
                number("A016", inquiry, ahead=4, earliest_min=20, latest_min=45),
            ),
            "called": (
                number("A012", kiosk, called, kiosk_number=3, calls=2, is_mine=True),
                number("A013", booking, called, calls=1),
            ),
            "ended": (
                number("A011", inquiry, WalkInState.SERVED, ended_at=hall_day.ago(minutes=4)),
                number("A009", booking, WalkInState.LEFT, ended_at=hall_day.ago(minutes=9)),
            ),
        }
    )
    block = WalkInBlock(day=shown.day, numbers=tuple(f"S{place:03d}" for place in range(1, 51)))
    told = Told("A019", WalkInReason.KIOSK, 2, 10, 25, is_local=False)
    return replace(WalkInQueue(shown=shown, block=block, told=told), **differs)


def _console(look: Appearance, kind: type[QWidget], trouble: Refusal | None = None) -> tuple[Frame, DeskClient]:
    frame = console(look, hall_day.view(*hall_day.kiosks()), IncidentLog(()), trouble=trouble)
    sections = frame.desk.console.sections
    frame.desk.console.open(next(place for place, each in enumerate(sections) if isinstance(each, kind)))
    return frame, frame.desk._office.client


def _queue(look: Appearance, shown: WalkInQueue, trouble: Refusal | None = None) -> QWidget:
    frame, client = _console(look, WalkInSection, trouble)
    client.console.walk_ins.set(shown)
    return frame


def walk_ins(look: Appearance) -> QWidget:
    """A morning: one is helped, five wait."""
    return _queue(look, queue())


def walk_ins_empty(look: Appearance) -> QWidget:
    """Nobody has come yet."""
    shown = queue().shown
    assert shown is not None
    nobody = shown.model_copy(update={"waiting": (), "called": (), "ended": ()})
    return _queue(look, queue(shown=nobody, told=None))


def walk_ins_away(look: Appearance) -> QWidget:
    """The server is away, and numbers go on."""
    given = (
        GivenHere("S001", WalkInReason.BOOKING, False, 1.0, WalkInState.CALLED),
        GivenHere("S002", WalkInReason.INQUIRY, False, 2.0),
    )
    told = Told("S002", WalkInReason.INQUIRY, 6, None, None, is_local=True)
    return _queue(look, queue(given=given, used=2, told=told, trouble=_AWAY), _AWAY)


def _free() -> Availability:
    """The sample's free times, from today on."""
    by = today() - sample.FIRST
    days = tuple(
        day.model_copy(
            update={
                "date": day.date + by,
                "slots": tuple(
                    slot.model_copy(update={"starts_at": slot.starts_at + by, "ends_at": slot.ends_at + by})
                    for slot in day.slots
                ),
            }
        )
        for day in sample.AVAILABILITY.days
    )
    return sample.AVAILABILITY.model_copy(update={"days": days})


def _help(look: Appearance, helping: Helping) -> QWidget:
    frame, client = _console(look, HelpSection)
    client.console.helping.set(helping)
    return frame


def help_find(look: Appearance) -> QWidget:
    """Two wait at kiosks, and a name was looked for."""
    waiting = tuple(
        Waiting(
            challenge_id=f"chl_{kiosk}",
            kiosk_number=kiosk,
            document=DocumentKind.NATIONAL_ID,
            masked_id=masked,
            expires_at=datetime.now(UTC) + timedelta(minutes=4),
        )
        for kiosk, masked in ((3, "10••••••26"), (5, "24••••••95"))
    )
    return _help(look, Helping(waiting=waiting, found=(_MARYAM, _SAAD)))


def help_visitor(look: Appearance) -> QWidget:
    """A passport is looked for, and the country is none."""
    frame, client = _console(look, HelpSection)
    client.console.helping.set(Helping())
    (section,) = (each for each in frame.desk.console.sections if isinstance(each, HelpSection))
    frame.findChild(QWidget, "by_passport").click()  # type: ignore[union-attr]  # it is a button
    section.finding.field.setText("A1234567")
    section.finding.on_refusal(Refusal(RefusalCode.INVALID_NATIONALITY))
    return frame


def help_nobody(look: Appearance) -> QWidget:
    """Nobody of that name is known."""
    return _help(look, Helping(found=()))


def help_papers(look: Appearance) -> QWidget:
    """Papers are taken down, and the number is wrong."""
    frame, client = _console(look, HelpSection)
    client.console.helping.set(Helping(step=HelpStep.PAPERS))
    (section,) = (each for each in frame.desk.console.sections if isinstance(each, HelpSection))
    section.papers.number.setText("1000000000")
    section.papers.on_refusal(Refusal(RefusalCode.INVALID_NATIONAL_ID))
    return frame


def help_person(look: Appearance) -> QWidget:
    """She has an audience already."""
    return _help(look, Helping(step=HelpStep.PERSON, person=_MARYAM, appointments=(sample.LATER,)))


def help_service(look: Appearance) -> QWidget:
    """Whom to meet."""
    return _help(look, Helping(step=HelpStep.SERVICE, person=_MARYAM, offices=sample.OFFICES))


def help_time(look: Appearance) -> QWidget:
    """The time that was wished for is gone: the nearest is chosen."""
    chosen = Helping(
        step=HelpStep.TIME,
        person=_MARYAM,
        office=sample.OFFICES[0],
        service=sample.OFFICES[0].services[0],
        availability=_free(),
        gone=Refusal(RefusalCode.SLOT_TAKEN),
    )
    return _help(look, chosen)


def help_summary(look: Appearance) -> QWidget:
    """Everything once more, and the words to read to him."""
    chosen = Helping(
        step=HelpStep.SUMMARY,
        person=_SAAD,
        office=sample.OFFICES[0],
        service=sample.OFFICES[0].services[0],
        slot=sample.SLOT,
        consent=sample.NOT_YET_AGREED,
    )
    return _help(look, chosen)


def help_ticket(look: Appearance) -> QWidget:
    """Booked, for somebody without a mobile."""
    done = Helping(step=HelpStep.TICKET, person=_SAAD, appointment=sample.LATER, booked=sample.BOOKED)
    return _help(look, done)


def help_listed(look: Appearance) -> QWidget:
    """On the waitlist."""
    return _help(look, Helping(step=HelpStep.TICKET, person=_MARYAM, listed=sample.WAIT))


SHEETS: tuple[tuple[str, Callable[[Appearance], QWidget]], ...] = (
    ("walk-ins", walk_ins),
    ("walk-ins-empty", walk_ins_empty),
    ("walk-ins-away", walk_ins_away),
    ("help-find", help_find),
    ("help-visitor", help_visitor),
    ("help-nobody", help_nobody),
    ("help-papers", help_papers),
    ("help-person", help_person),
    ("help-service", help_service),
    ("help-time", help_time),
    ("help-summary", help_summary),
    ("help-ticket", help_ticket),
    ("help-listed", help_listed),
)
