"""One person's visit to a kiosk, as a read model: what they answered so far and what they were told.

It lives as long as its process. The process ends with the visit, which is what empties memory.
"""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from desk_client.client.introduction import Introduction
from desk_client.client.outbox.depository import Receipt
from desk_client.domain.appointment import TOOK_PLACE_STATES
from desk_client.domain.call_for_help import HelpStage
from desk_client.domain.kinds import AppointmentKind, bookable_at_a_kiosk
from desk_client.domain.notes import NoteKind, Prepared
from desk_client.domain.ticket_link import TicketLink
from desk_client.domain.triage import Question, brief
from desk_client.protocol.appointments import (
    MAX_ADDRESS_LENGTH,
    MAX_SUBJECT_LENGTH,
    Appointment,
    Booked,
    CarriedOut,
    Outcome,
)
from desk_client.protocol.attachments import Attachment
from desk_client.protocol.base import Texts
from desk_client.protocol.chat import ChatLine
from desk_client.protocol.deposits import DepositTerms
from desk_client.protocol.kiosks import HelpCall
from desk_client.protocol.notes import CallBack, Note, Notes
from desk_client.protocol.offices import Office, Service
from desk_client.protocol.privacy import Consent
from desk_client.protocol.queues import QueuePlace
from desk_client.protocol.recordings import TalkRecording
from desk_client.protocol.requests import OwnRequest, OwnStep, Request
from desk_client.protocol.sessions import Challenge, Citizen, CitizenSession
from desk_client.protocol.slots import Availability, Day, FoundSlot, Hold, Slot
from desk_client.protocol.waitlists import Offer, OfferAccepted, Wait

__all__ = [
    "MAX_ADDRESS_LENGTH",
    "MAX_SUBJECT_LENGTH",
    "Appointment",
    "Attachment",
    "Availability",
    "Booked",
    "Calendar",
    "CallBack",
    "CarriedOut",
    "Challenge",
    "Citizen",
    "CitizenSession",
    "Consent",
    "Day",
    "FoundSlot",
    "Goal",
    "HelpCall",
    "Hold",
    "Note",
    "NoteKind",
    "Notes",
    "Offer",
    "OfferAccepted",
    "OfferDeclined",
    "Office",
    "Outcome",
    "OwnRequest",
    "OwnStep",
    "Page",
    "Prepared",
    "QueuePlace",
    "Receipt",
    "Request",
    "Service",
    "Slot",
    "Texts",
    "Visit",
    "Wait",
    "Way",
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


class Way(StrEnum):
    """How a person is recognised; the value is the wire code."""

    SMS_CODE = "sms_code"
    NAFATH = "nafath"
    """The national sign-on."""
    OPERATOR = "operator"
    """At the desk of the hall's operator."""


class Page(StrEnum):
    """One question, or one thing to be told, each."""

    HOME = "home"
    SERVICE_POINTS = "service_points"
    OPERATOR = "operator"
    NATIONAL_ID = "national_id"
    OTHERS = "others"
    COMPANIONS = "companions"
    REPRESENTED = "represented"
    REPRESENTED_ID = "represented_id"
    ATTORNEY = "attorney"
    PASSPORT = "passport"
    BORDER_NUMBER = "border_number"
    NATIONALITY = "nationality"
    SCAN = "scan"
    TICKET_NUMBER = "ticket_number"
    TICKET_CODE = "ticket_code"
    OFFER_CODE = "offer_code"
    OFFER = "offer"
    MOBILE = "mobile"
    WAY = "way"
    NAFATH = "nafath"
    DESK = "desk"
    CODE = "code"
    NAME = "name"
    OFFICE = "office"
    SERVICE = "service"
    TRIAGE = "triage"
    REFERRAL = "referral"
    WITH_WHOM = "with_whom"
    KIND = "kind"
    TIME = "time"
    FIRST_FREE = "first_free"
    DAYS = "days"
    SUBJECT = "subject"
    DOCUMENTS = "documents"
    MORE_DOCUMENTS = "more_documents"
    """For an audience that stands already."""
    PHOTO = "photo"
    FILES = "files"
    PHONE = "phone"
    ADDRESS = "address"
    SUMMARY = "summary"
    LEAVE = "leave"
    MOVE = "move"
    WAITLIST = "waitlist"
    LISTED = "listed"
    TICKET = "ticket"
    SLIP = "slip"
    APPOINTMENTS = "appointments"
    REQUESTS = "requests"
    REQUEST = "request"
    REPLY = "reply"
    CHANGE = "change"
    CHECK = "check"
    WAITING = "waiting"
    CALL = "call"
    REBOOKED = "rebooked"
    OUTCOME = "outcome"
    SURVEY = "survey"
    FAREWELL = "farewell"


@dataclass(frozen=True)
class OfferDeclined:
    """The person left an offered time to others; their place on the list stays."""


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
    scanned: TicketLink | None = None
    """The ticket that the camera read, in place of its number and code."""
    introduction: Introduction = field(default_factory=Introduction)
    ways: tuple[Way, ...] = ()
    """In which ways one may be recognised here; empty while unknown."""
    way: Way = Way.SMS_CODE
    challenge: Challenge | None = None
    session: CitizenSession | None = None
    consent: Consent | None = None
    offices: tuple[Office, ...] = ()
    office: Office | None = None
    service: Service | None = None
    kind: AppointmentKind | None = None
    """How the two are to meet; None is by video at this kiosk."""
    questions: tuple[Question, ...] = ()
    """Those of the service that was chosen; another office of its group asks no others."""
    asked: tuple[str, ...] = ()
    """Which of them led here, by id; the last is asked now."""
    answers: tuple[tuple[str, str], ...] = ()
    """What was answered to which question, also to those that are not on the way any more."""
    wished: tuple[Office, Service] | None = None
    """Who was asked for, where `office` is somebody else of their peers who was free first."""
    anyone: bool = False
    """Whether whoever is free first may receive, of those who offer the same (`peers`)."""
    found: tuple[FoundSlot, ...] | None = None
    """The first free times of them all; None before they were read."""
    address: str = ""
    """Where a home visit goes."""
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
    requests: tuple[Request, ...] | None = None
    """The person's own; None before they were read."""
    request: Request | None = None
    """The one of them that is read."""
    course: OwnRequest | None = None
    """What became of it step by step; None before that was read."""
    reply: str = ""
    """The answer to what was asked about it, as far as it is written."""
    withdrawn: Request | None = None
    """What the person has just taken back."""
    request_id: str | None = None
    """Of the request by which somebody was given the right to book what is booked now."""
    waits: tuple[Wait, ...] = ()
    """The person's places on the waitlist, with what is offered to them."""
    wait: Wait | None = None
    """The place on the waitlist that the person has just taken."""
    cancelled: Appointment | None = None
    """What the person has just given up."""
    place: QueuePlace | None = None
    """When the person's turn comes; None while the office has not said."""
    outcome: Outcome | None = None
    help: HelpCall | None = None
    """How the call for the hall's operator stands."""
    offer_code: str = ""
    """With which somebody answers an offer of the waitlist without signing in."""
    offer: Offer | None = None
    offer_answer: OfferAccepted | OfferDeclined | None = None
    """What became of the offer that was shown by its code."""
    notes: tuple[Note, ...] = ()
    """What the office wrote to who waits or talks, oldest first."""
    chat: tuple[ChatLine, ...] = ()
    """What both sides have written beside the talk, oldest first."""
    given: tuple[Attachment, ...] = ()
    """What the official has given in the talk, the oldest first."""
    recording: TalkRecording | None = None
    """Whether the talk is asked about, or recorded; None while that is not known."""
    call_back: CallBack | None = None
    """The call by phone that the office owes, or owed."""
    rebooked: Appointment | None = None
    """What was booked in place of an audience that could not be held; None: they are the first on the waitlist."""

    @property
    def talks_meanwhile(self) -> bool:
        """Whether a talk goes on while the person does something beside it, and comes back to it."""
        return Page.CALL in self.trail

    @property
    def awaits_somebody(self) -> bool:
        """Whether the person waits for somebody who was called, or talks: nobody asks them whether they are there."""
        if self.talks_meanwhile:
            return True
        if self.page in {Page.NAFATH, Page.DESK}:
            return self.challenge is not None
        if self.page is Page.OPERATOR:
            return self.help is not None and self.help.stage in {HelpStage.CALLED, HelpStage.ON_THE_WAY}
        return self.page is Page.OUTCOME and self.outcome is None

    @property
    def by_ticket(self) -> bool:
        """Whether the person says by a ticket who they are."""
        return self.scanned is not None or self.ticket_code != ""

    @property
    def calendar(self) -> Calendar | None:
        """Whose free times are asked for: those of the audience that is moved, or of what was chosen."""
        if self.goal is Goal.CHANGE:
            return None if self.appointment is None else Calendar.of(self.appointment)
        if self.office is None or self.service is None:
            return None
        return Calendar(self.office.id, self.service.id, self.office.title, self.kind)

    @property
    def brief(self) -> str:
        """What was asked and answered, as the official reads it before the subject; empty without questions."""
        return brief(self.questions, self.asked, dict(self.answers))

    @property
    def peers(self) -> tuple[tuple[Office, Service], ...]:
        """Every office that offers the chosen service, with its own form of it; one where nobody else does."""
        if self.office is None or self.service is None:
            return ()
        group = self.service.group
        if group is None:
            return ((self.office, self.service),)
        return tuple(
            (office, service) for office in self.offices for service in office.services if service.group == group
        )

    @property
    def kinds(self) -> tuple[AppointmentKind, ...]:
        """How one may meet about the chosen service; whoever was let in by the operator has no mobile."""
        if self.service is None:
            return ()
        return bookable_at_a_kiosk(self.service.kinds, has_mobile=self.way is not Way.OPERATOR)

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

    def written(self, kind: NoteKind) -> Note | None:
        """The newest note of a kind."""
        return next((note for note in reversed(self.notes) if note.kind is kind), None)

    @property
    def was_received(self) -> bool:
        """Whether the audience that the person came for has been held."""
        return self.outcome is not None or (
            self.appointment is not None and self.appointment.state in TOOK_PLACE_STATES
        )

    def can_check_in(self, now: datetime) -> bool:
        """Whether the audience that was just booked, or chosen, takes check-ins at ``now``."""
        return (
            self.appointment is not None
            and self.appointment.kind is AppointmentKind.VIDEO_KIOSK
            and self.appointment.check_in_opens_at <= now
        )

    def with_appointment(self, appointment: Appointment) -> "Visit":
        """The same visit with that audience renewed, in the list as well."""
        listed = tuple(appointment if known.id == appointment.id else known for known in self.appointments)
        return replace(self, appointment=appointment, appointments=listed)

    def with_request(self, request: Request) -> "Visit":
        """The same visit with that request renewed, in the list as well."""
        listed = tuple(request if known.id == request.id else known for known in self.requests or ())
        return replace(self, request=request, requests=None if self.requests is None else listed)
