"""An audience (موعد) as the citizen and the office see it."""

from datetime import date
from typing import Final, Literal

from pydantic import Field, TypeAdapter

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import LONGEST_REASON, MAX_TEXT_LENGTH, Decision, Part, Wording
from desk_client.domain.extension import Extension
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.kiosk_health import Presence
from desk_client.domain.request import RequestState
from desk_client.protocol.base import WHEN_NEEDED, Answer, Ask, ConsentVersion, Identifier, Instant, Page, Texts
from desk_client.protocol.chat import ChatLine
from desk_client.protocol.handovers import HandedOver
from desk_client.protocol.requests import Declined
from desk_client.protocol.slots import Slot

WORDINGS: Final = TypeAdapter(tuple[Wording, ...], config=WHEN_NEEDED)
MAX_SUBJECT_LENGTH = 300
MAX_ADDRESS_LENGTH = 300
MOST_COMPANIONS = 5


class AppointmentAsk(Ask):
    """``POST /v1/appointments`` with an ``Idempotency-Key``: turns a hold into a booking."""

    hold_id: Identifier
    subject: str = Field(default="", max_length=MAX_SUBJECT_LENGTH)
    address: str = Field(default="", max_length=MAX_ADDRESS_LENGTH, repr=False)
    """Where a home visit goes."""
    companions: int = Field(default=0, ge=0, le=MOST_COMPANIONS)
    consent_version: ConsentVersion = None


class Appointment(Answer):
    """``GET /v1/appointments/mine`` and the answer to each change.

    ``version`` is also the entity tag: send it back in ``If-Match`` to change only what one has seen. ``office_id`` is
    whom it was booked with; ``attending_title`` who receives, where that is somebody else. ``calendar_url`` gives the
    appointment for a calendar (RFC 5545) to whoever has it, without a session; where it is a path, of this server.
    """

    id: Identifier
    case_id: Identifier
    version: int
    state: AppointmentState
    kind: AppointmentKind
    ticket_number: str
    office_id: Identifier
    office_title: Texts
    honorific: Texts
    attending_title: Texts | None
    service_id: Identifier
    service_name: Texts
    site_id: Identifier | None
    site_name: Texts | None
    slot: Slot
    zone: str
    subject: str
    interpreter: bool
    check_in_opens_at: Instant
    cancel_until: Instant
    change_until: Instant
    calendar_url: str | None = Field(default=None, repr=False)


class TicketAsk(Ask):
    """``POST /v1/tickets/sessions``: what stands on a ticket opens that one booking, at any kiosk.

    ``POST /v1/tickets/challenges``: the same names its person, who gets a code by SMS on the mobile that is known of
    them; with it they sign in as ever. `language` is that of the message.
    """

    ticket_number: str = Field(min_length=1, max_length=16)
    ticket_code: str = Field(min_length=1, max_length=16, repr=False)
    language: Literal["ar", "en", "ur"] = "ar"


class TicketScanAsk(Ask):
    """``POST /v1/tickets/scans``: what a ticket's QR code holds stands for its number and code.

    Its person gets a code by SMS, as with ``POST /v1/tickets/challenges``. `seal` is the last part of `calendar_url`.
    """

    appointment_id: Identifier
    seal: str = Field(min_length=1, max_length=64, repr=False)
    language: Literal["ar", "en", "ur"] = "ar"


class TicketSession(Answer):
    """Good for that one appointment alone: to see, move or cancel it, to check in, to follow the queue, to judge it."""

    token: str = Field(repr=False)
    appointment: Appointment
    expires_at: Instant


class TransferAsk(Ask):
    """``POST /v1/appointments/{id}/transfer``: who receives from now on; the place in the queue is kept."""

    office_id: Identifier


class Booked(Answer):
    """A fresh booking: the only time that the code is told; with the ticket number it opens the booking again."""

    appointment: Appointment
    ticket_code: str = Field(repr=False)


class Appointments(Page):
    """``GET /v1/appointments/mine``: a citizen's own audiences, the next first."""

    appointments: tuple[Appointment, ...]


class AgendaItem(Answer):
    """One audience of an office's day. ``present_since`` is when the citizen checked in.

    The agenda says of who waits their place in the order, when their turn comes, and how they can be reached.
    """

    id: Identifier
    version: int
    state: AppointmentState
    kind: AppointmentKind
    slot: Slot
    zone: str
    citizen_name: str
    masked_id: str
    service_name: Texts
    subject: str
    site_name: Texts | None
    interpreter: bool
    priority: bool
    kiosk_number: int | None
    present_since: Instant | None
    position: int | None = None
    earliest_min: int | None = None
    latest_min: int | None = None
    presence: Presence | None = None


class Agenda(Answer):
    """``GET /v1/desk/agenda?date=YYYY-MM-DD``: by time; without a date, the office's own today.

    `browser_since`: a browser is signed in for the account of whoever reads this at a desk.
    """

    date: date
    items: tuple[AgendaItem, ...]
    break_until: Instant | None = None
    browser_since: Instant | None = None


class Amendment(Answer):
    """What was added to an outcome afterwards, by whom and why."""

    text: str = Field(repr=False)
    reason: str = Field(repr=False)
    author: Texts
    amended_at: Instant


class Naming(Answer):
    """An outcome that names a transaction. Of another visitor's no more is told than when it was, and what about.

    `appointment_id`: of its audience, where whoever asks may open the brief.
    """

    held_at: Instant
    office_title: Texts
    service_name: Texts
    same_person: bool = False
    same_case: bool = False
    appointment_id: Identifier | None = None


class NamedTransaction(Answer):
    """A transaction (معاملة) that an outcome names, for whoever may read the brief.

    `link`: where it is found, as ``domain.transaction_link`` has it; `named_in`: other outcomes that name it, the
    latest first, those of other visitors only where one's own office decided.
    """

    number: str
    link: str | None = None
    named_in: tuple[Naming, ...] = ()


class PastAudience(Answer):
    """An earlier audience of the same person that was held, or declined in the waiting room; for the brief.

    `same_case`: it belongs to the case of the audience that the brief is of. `subject` is told to those alone whose
    case or office it is.
    """

    held_at: Instant
    office_title: Texts
    service_name: Texts
    decision: Decision | None
    chat: tuple[ChatLine, ...] = ()
    """What was written beside the talk, the last of it."""
    amendments: tuple[Amendment, ...] = ()
    subject: str = Field(default="", repr=False)
    same_case: bool = False


class UnheldAudience(Answer):
    """Another audience of the same person: one that lies ahead, or that came to nothing."""

    starts_at: Instant
    state: AppointmentState
    office_title: Texts
    service_name: Texts
    same_case: bool = False


class PastRequest(Answer):
    """What the same person asked for, with whom it lies, and what they were answered; for the brief.

    `text` is told to those alone whose case or agency it is.
    """

    submitted_at: Instant
    changed_at: Instant
    state: RequestState
    unit: Texts
    service_name: Texts | None
    text: str = Field(default="", repr=False)
    answer: str | None = Field(default=None, repr=False)
    declined: Declined | None = None
    same_case: bool = False


class Advice(Answer):
    """What somebody who worked on the case's request wrote to whoever reads it next.

    `by` wrote it for `unit`, where they belong to an office. `is_recommendation`: it was sent up with it; otherwise it
    is a word to those to whom it was routed.
    """

    at: Instant
    by: Texts | None
    unit: Texts | None
    to: Texts | None
    words: str = Field(repr=False)
    is_recommendation: bool


class Brief(Answer):
    """``GET /v1/appointments/{id}/brief``: who, what, and what came before; read in thirty seconds.

    ``wordings`` are the service's own with which its outcome may begin; ``units`` the offices that may be named in it.
    """

    item: AgendaItem
    verified_by: str
    booked_at: Instant
    history: tuple[PastAudience, ...]
    wordings: tuple[Wording, ...] = ()
    units: tuple[Texts, ...] = ()
    chat: tuple[ChatLine, ...] = ()
    """What was written beside the talk of this one."""
    verified_at: Instant | None = None
    """When they last proved who they are."""
    advice: tuple[Advice, ...] = ()
    """What is recommended, the latest first."""
    requests: tuple[PastRequest, ...] = ()
    unheld: tuple[UnheldAudience, ...] = ()
    handed_over: tuple[HandedOver, ...] = ()
    """By whom, and with what words, while it went on; the latest first."""
    transactions: tuple[NamedTransaction, ...] = ()
    """What the outcomes of `history` name, the latest first."""
    transaction_link: str | None = None
    """Where a transaction is found that its own outcome is to name."""


class ExtensionAsk(Ask):
    """``POST /v1/appointments/{id}/extension``: let a talk last so many minutes longer."""

    minutes: Extension


class OutcomeAsk(Ask):
    """``PUT /v1/appointments/{id}/outcome``."""

    decision: Decision
    minutes_version: int | None = None
    """Which version of the minutes its words come from; where others wrote since, nothing is recorded."""


class AmendmentAsk(Ask):
    """``POST /v1/appointments/{id}/outcome/amendments``, once the outcome can no longer be taken back."""

    text: str = Field(min_length=1, max_length=MAX_TEXT_LENGTH, repr=False)
    reason: str = Field(min_length=1, max_length=LONGEST_REASON, repr=False)


class CarriedOut(Answer):
    """How it stands with what an outcome asks for: with whom it lies, and what came of it.

    ``number`` is which of several, from 0; ``answer`` is what whoever did it said, or why they declined.
    """

    part: Part
    number: int
    request_id: Identifier
    state: RequestState
    unit: Texts
    changed_at: Instant
    answer: str = Field(default="", repr=False)


class Outcome(Answer):
    """What was decided; ``confirmed_at`` is when the citizen said that they had read it.

    Until ``undo_until`` the office may take it back as a whole (``DELETE``), afterwards only amend it. ``slip_url`` is
    what the QR code of its slip holds, to look up whether it stands; where it is a path, of this server.
    ``office_title`` is whose decision it is. ``transaction`` is told to those alone who may read the brief.
    """

    decision: Decision
    recorded_at: Instant
    confirmed_at: Instant | None
    undo_until: Instant | None = None
    amendments: tuple[Amendment, ...] = ()
    slip_url: str | None = Field(default=None, repr=False)
    office_title: Texts | None = None
    carried_out: tuple[CarriedOut, ...] = ()
    transaction: NamedTransaction | None = None


__all__ = [
    "MAX_ADDRESS_LENGTH",
    "MAX_SUBJECT_LENGTH",
    "MAX_TEXT_LENGTH",
    "MOST_COMPANIONS",
    "WORDINGS",
    "Advice",
    "Agenda",
    "AgendaItem",
    "Amendment",
    "AmendmentAsk",
    "Appointment",
    "AppointmentAsk",
    "Appointments",
    "Booked",
    "Brief",
    "CarriedOut",
    "ExtensionAsk",
    "NamedTransaction",
    "Naming",
    "Outcome",
    "OutcomeAsk",
    "PastAudience",
    "PastRequest",
    "TicketAsk",
    "TicketSession",
    "TransferAsk",
    "UnheldAudience",
]
