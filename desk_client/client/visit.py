"""One person's visit to a kiosk, as a read model: what they answered so far and what they were told.

It lives as long as its process. The process ends with the visit, which is what empties memory.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from desk_client.protocol.appointments import MAX_SUBJECT_LENGTH, Appointment, Booked, Outcome
from desk_client.protocol.base import Texts
from desk_client.protocol.offices import Office, Service
from desk_client.protocol.privacy import Consent
from desk_client.protocol.sessions import Challenge, Citizen, CitizenSession
from desk_client.protocol.slots import Availability, Day, Hold, Slot

__all__ = [
    "MAX_SUBJECT_LENGTH",
    "Appointment",
    "Availability",
    "Booked",
    "Challenge",
    "Citizen",
    "CitizenSession",
    "Consent",
    "Day",
    "Goal",
    "Hold",
    "Office",
    "Outcome",
    "Page",
    "Service",
    "Slot",
    "Texts",
    "Visit",
]


class Goal(StrEnum):
    """What the person came for."""

    BOOK = "book"
    ATTEND = "attend"


class Page(StrEnum):
    """One question, or one thing to be told, each."""

    HOME = "home"
    NATIONAL_ID = "national_id"
    MOBILE = "mobile"
    CODE = "code"
    NAME = "name"
    OFFICE = "office"
    SERVICE = "service"
    TIME = "time"
    SUBJECT = "subject"
    SUMMARY = "summary"
    TICKET = "ticket"
    APPOINTMENTS = "appointments"
    WAITING = "waiting"
    CALL = "call"
    OUTCOME = "outcome"
    FAREWELL = "farewell"


@dataclass(frozen=True)
class Visit:
    """Everything a visit knows. ``trail`` holds the pages that "back" walks through, the newest last.

    ``consent`` is the person's to the processing of their data, without which nothing is booked; None while unknown.
    """

    page: Page = Page.HOME
    trail: tuple[Page, ...] = ()
    goal: Goal = Goal.BOOK
    national_id: str = ""
    mobile: str = ""
    challenge: Challenge | None = None
    session: CitizenSession | None = None
    consent: Consent | None = None
    offices: tuple[Office, ...] = ()
    office: Office | None = None
    service: Service | None = None
    availability: Availability | None = None
    slot: Slot | None = None
    hold: Hold | None = None
    subject: str = ""
    booking_key: str = ""
    booked: Booked | None = None
    appointments: tuple[Appointment, ...] = ()
    appointment: Appointment | None = None
    outcome: Outcome | None = None

    @property
    def next_free(self) -> Slot | None:
        """The earliest slot that the availability shows."""
        if self.availability is None:
            return None
        return next((slot for day in self.availability.days for slot in day.slots), None)

    @property
    def to_agree_to(self) -> Texts | None:
        """The words to which the person has still to agree before anything is booked."""
        return None if self.consent is None or self.consent.given else self.consent.text

    def can_check_in(self, now: datetime) -> bool:
        """Whether the audience that was just booked, or chosen, takes check-ins at ``now``."""
        return self.appointment is not None and self.appointment.check_in_opens_at <= now

    def with_appointment(self, appointment: Appointment) -> "Visit":
        """The same visit with that audience renewed, in the list as well."""
        listed = tuple(appointment if known.id == appointment.id else known for known in self.appointments)
        return replace(self, appointment=appointment, appointments=listed)
