"""An appointment for somebody's calendar (RFC 5545, RFC 5546)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from icalendar import Calendar, Event, vCalAddress, vText

from desk_client.domain.ids import AppointmentId
from desk_client.server.notify.letter import Invitation, Method

_NO_ADDRESS: Final = "invalid:nomail"


@dataclass(frozen=True, slots=True)
class Invited:
    """What a calendar is told.

    Attributes:
        sequence: grows with each change; the appointment's version.
        summary: what stands in the calendar's field.
        organizer: e-mail address of whoever invites; None where nobody can be written to.
        domain: makes the appointment's id unique in the world.
        description: what to know beside it.
    """

    appointment_id: AppointmentId
    sequence: int
    summary: str
    place: str
    starts_at: datetime
    ends_at: datetime
    organizer: str | None
    organizer_name: str
    domain: str
    attendee: str | None = None
    description: str = ""


def invitation(invited: Invited, method: Method, at: datetime) -> Invitation:
    """The calendar object, made `at`. Times are in UTC, so that no calendar has to know a zone's rules."""
    event = Event()
    event.add("uid", f"{invited.appointment_id}@{invited.domain}")
    event.add("sequence", invited.sequence)
    event.add("dtstamp", at)
    event.add("dtstart", invited.starts_at)
    event.add("dtend", invited.ends_at)
    event.add("summary", invited.summary)
    event.add("location", invited.place)
    if invited.description:
        event.add("description", invited.description)
    event.add("status", "CANCELLED" if method is Method.CANCEL else "CONFIRMED")
    # RFC 5546 wants an organizer; where there is no address for one, calendars know this sign
    organizer = vCalAddress(_NO_ADDRESS if invited.organizer is None else f"mailto:{invited.organizer}")
    organizer.params["CN"] = vText(invited.organizer_name)
    event.add("organizer", organizer)
    if invited.attendee is not None:
        attendee = vCalAddress(f"mailto:{invited.attendee}")
        attendee.params["PARTSTAT"] = vText("ACCEPTED")  # it was they who booked
        attendee.params["RSVP"] = vText("FALSE")
        event.add("attendee", attendee)
    calendar = Calendar()
    calendar.add("prodid", "-//Majlis//Appointments//AR")
    calendar.add("version", "2.0")
    calendar.add("method", method.value)
    calendar.add_component(event)
    return Invitation(method, calendar.to_ical().decode())
