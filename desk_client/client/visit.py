"""One person's visit to a kiosk, as a read model: what they answered so far and what they were told.

It lives as long as its process. The process ends with the visit, which is what empties memory.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from desk_client.client.outbox.depository import Receipt
from desk_client.domain.appointment import TOOK_PLACE_STATES
from desk_client.domain.kinds import AppointmentKind
from desk_client.protocol.appointments import MAX_SUBJECT_LENGTH, Appointment, Booked, Outcome
from desk_client.protocol.base import Texts
from desk_client.protocol.deposits import DepositTerms
from desk_client.protocol.offices import Office, Service
from desk_client.protocol.privacy import Consent
from desk_client.protocol.queues import QueuePlace
from desk_client.protocol.sessions import Challenge, Citizen, CitizenSession
from desk_client.protocol.slots import Availability, Day, Hold, Slot
from desk_client.protocol.waitlists import Offer, Wait

__all__ = [
    "MAX_SUBJECT_LENGTH",
    "Appointment",
    "Availability",
    "Booked",
    "Calendar",
    "Challenge",
    "Citizen",
    "CitizenSession",
    "Consent",
    "Day",
    "Goal",
    "Hold",
    "Offer",
    "Office",
    "Outcome",
    "Page",
    "QueuePlace",
    "Receipt",
    "Service",
    "Slot",
    "Texts",
    "Visit",
    "Wait",
]


class Goal(StrEnum):
    """What the person came for."""

    BOOK = "book"
    ATTEND = "attend"
    CHANGE = "change"
    """To have an audience at another time, or to give it up."""
    LEAVE_CHECK_IN = "leave_check_in"
    """The server is away: to have it told later that one was here."""
    LEAVE_REQUEST = "leave_request"
    """The server is away: to leave one's wish to be received."""


LEAVING = frozenset({Goal.LEAVE_CHECK_IN, Goal.LEAVE_REQUEST})
"""What is kept for a server that is away."""


class Page(StrEnum):
    """One question, or one thing to be told, each."""

    HOME = "home"
    NATIONAL_ID = "national_id"
    TICKET_NUMBER = "ticket_number"
    TICKET_CODE = "ticket_code"
    MOBILE = "mobile"
    CODE = "code"
    NAME = "name"
    OFFICE = "office"
    SERVICE = "service"
    TIME = "time"
    DAYS = "days"
    SUBJECT = "subject"
    SUMMARY = "summary"
    LEAVE = "leave"
    MOVE = "move"
    WAITLIST = "waitlist"
    LISTED = "listed"
    TICKET = "ticket"
    SLIP = "slip"
    APPOINTMENTS = "appointments"
    CHANGE = "change"
    CHECK = "check"
    WAITING = "waiting"
    CALL = "call"
    OUTCOME = "outcome"
    SURVEY = "survey"
    FAREWELL = "farewell"


@dataclass(frozen=True)
class Calendar:
    """Free times of one kind: with whom, what for, and what a booked audience is bound to.

    Where ``kind`` and ``site_id`` are None they are the asking kiosk's own.
    """

    office_id: str
    service_id: str
    title: Texts
    kind: AppointmentKind | None = None
    site_id: str | None = None
    interpreter: bool = False

    @classmethod
    def of(cls, appointment: Appointment) -> "Calendar":
        """Where the same audience could be held at another time."""
        return cls(
            appointment.office_id,
            appointment.service_id,
            appointment.office_title,
            appointment.kind,
            appointment.site_id,
            appointment.interpreter,
        )

    @property
    def query(self) -> dict[str, str]:
        """What narrows the question for free times."""
        asked = {"service_id": self.service_id}
        if self.kind is not None:
            asked["kind"] = self.kind.value
        if self.site_id is not None:
            asked["site_id"] = self.site_id
        if self.interpreter:
            asked["interpreter"] = "true"
        return asked


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
    ticket_number: str = ""
    """Of the ticket with which the person came, in place of ID and mobile."""
    ticket_code: str = ""
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
    name: str = ""
    """As it was typed for a server that is away; a server that answers knows it."""
    days: tuple[date, ...] = ()
    """The days that would suit, where no time can be chosen."""
    words_to_leave: DepositTerms | None = None
    """To what the person agrees who leaves a request."""
    receipt: Receipt | None = None
    """Of what was left."""
    booking_key: str = ""
    booked: Booked | None = None
    appointments: tuple[Appointment, ...] = ()
    appointment: Appointment | None = None
    waits: tuple[Wait, ...] = ()
    """The person's places on the waitlist, with what is offered to them."""
    wait: Wait | None = None
    """The place on the waitlist that the person has just taken."""
    cancelled: Appointment | None = None
    """What the person has just given up."""
    place: QueuePlace | None = None
    """When the person's turn comes; None while the office has not said."""
    outcome: Outcome | None = None

    @property
    def calendar(self) -> Calendar | None:
        """Whose free times are asked for: those of the audience that is moved, or of what was chosen."""
        if self.goal is Goal.CHANGE:
            return None if self.appointment is None else Calendar.of(self.appointment)
        if self.office is None or self.service is None:
            return None
        return Calendar(self.office.id, self.service.id, self.office.title)

    @property
    def next_free(self) -> Slot | None:
        """The earliest slot that the availability shows."""
        if self.availability is None:
            return None
        return next((slot for day in self.availability.days for slot in day.slots), None)

    @property
    def to_agree_to(self) -> Texts | None:
        """The words to which the person has still to agree before anything is booked."""
        if self.goal is Goal.LEAVE_REQUEST:
            return None if self.words_to_leave is None else self.words_to_leave.consent_text
        return None if self.consent is None or self.consent.given else self.consent.text

    @property
    def agreed_version(self) -> str | None:
        """The version of the words that are shown, to which the person agrees by going on; None without any."""
        if self.goal is Goal.LEAVE_REQUEST:
            return None if self.words_to_leave is None else self.words_to_leave.consent_version
        return None if self.consent is None or self.consent.given else self.consent.text_version

    @property
    def was_received(self) -> bool:
        """Whether the audience that the person came for has been held."""
        return self.outcome is not None or (
            self.appointment is not None and self.appointment.state in TOOK_PLACE_STATES
        )

    def can_check_in(self, now: datetime) -> bool:
        """Whether the audience that was just booked, or chosen, takes check-ins at ``now``."""
        return self.appointment is not None and self.appointment.check_in_opens_at <= now

    def with_appointment(self, appointment: Appointment) -> "Visit":
        """The same visit with that audience renewed, in the list as well."""
        listed = tuple(appointment if known.id == appointment.id else known for known in self.appointments)
        return replace(self, appointment=appointment, appointments=listed)
