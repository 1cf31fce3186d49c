"""An invitation is one event that calendars know again when it moves or goes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from icalendar import Calendar

from desk_client.domain.ids import AppointmentId
from desk_client.server.notify.invite import Invited, invitation
from desk_client.server.notify.letter import Letter, Method
from tests import libical

AT = datetime(2026, 11, 22, 6, 2, tzinfo=UTC)
INVITED = Invited(
    appointment_id=AppointmentId("apt_a"),
    sequence=3,
    summary="موعد لدى أمير منطقة جازان؛ بشأن طريق القرية، والجسر الذي يصل بين الحيين القديم والجديد",
    place="صالة مجلس",
    starts_at=AT + timedelta(days=1),
    ends_at=AT + timedelta(days=1, minutes=20),
    organizer="majlis@jazan.example",
    organizer_name="مجلس",
    domain="jazan.example",
    attendee="citizen@mail.example",
)


def test_it_says_when_where_and_who_in_arabic_and_utc() -> None:
    made = invitation(INVITED, Method.REQUEST, AT)
    calendar = Calendar.from_ical(made.calendar)
    assert (calendar["METHOD"], calendar["VERSION"]) == ("REQUEST", "2.0")
    (event,) = calendar.walk("VEVENT")
    assert event["UID"] == "apt_a@jazan.example"
    assert (event["SEQUENCE"], event["STATUS"]) == (3, "CONFIRMED")
    assert event["SUMMARY"] == INVITED.summary
    assert event.decoded("DTSTART") == INVITED.starts_at
    assert event.decoded("DTEND") == INVITED.ends_at
    assert event["ORGANIZER"] == "mailto:majlis@jazan.example"
    assert event["ATTENDEE"] == "mailto:citizen@mail.example"
    assert "DTSTART:20261123T060200Z" in made.calendar
    # RFC 5545 section 3.1: lines end in CRLF and have at most 75 octets, which is half as many Arabic letters
    assert all(len(line.encode()) <= 75 for line in made.calendar.split("\r\n"))


def test_a_change_and_a_cancellation_are_of_the_same_event_later() -> None:
    moved = replace(INVITED, sequence=4, starts_at=AT + timedelta(days=2), ends_at=AT + timedelta(days=2, minutes=20))
    (event,) = Calendar.from_ical(invitation(moved, Method.REQUEST, AT).calendar).walk("VEVENT")
    assert (event["UID"], event["SEQUENCE"]) == ("apt_a@jazan.example", 4)
    gone = Calendar.from_ical(invitation(replace(moved, sequence=5), Method.CANCEL, AT).calendar)
    (event,) = gone.walk("VEVENT")
    assert (gone["METHOD"], event["STATUS"], event["UID"], event["SEQUENCE"]) == (
        "CANCEL",
        "CANCELLED",
        "apt_a@jazan.example",
        5,
    )


def test_a_program_of_somebody_elses_finds_none_of_its_methods_rules_broken() -> None:
    told = [(Method.REQUEST, INVITED), (Method.CANCEL, INVITED)]
    told += [(method, replace(INVITED, attendee=None, organizer=None)) for method in (Method.PUBLISH, Method.CANCEL)]
    for method, invited in told:
        (event,) = libical.read_events(invitation(invited, method, AT).calendar.encode())
        assert (event.uid, event.sequence, event.summary, event.place, event.starts_at, event.ends_at) == (
            "apt_a@jazan.example",
            3,
            INVITED.summary,
            INVITED.place,
            INVITED.starts_at,
            INVITED.ends_at,
        )
        assert event.status == ("CANCELLED" if method is Method.CANCEL else "CONFIRMED")


def test_a_letter_lies_in_the_outbox_as_one_text() -> None:
    for letter in (Letter("موعدكم", "نص", invitation(INVITED, Method.REQUEST, AT)), Letter("a", "b")):
        assert Letter.unpacked(letter.packed()) == letter
