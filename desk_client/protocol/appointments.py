"""An audience (موعد) as the citizen and the office see it."""

from datetime import date

from pydantic import Field

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.decision import MAX_TEXT_LENGTH, Decision
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Texts
from desk_client.protocol.slots import Slot

MAX_SUBJECT_LENGTH = 300


class AppointmentAsk(Ask):
    """``POST /v1/appointments`` with an ``Idempotency-Key``: turns a hold into a booking."""

    hold_id: Identifier
    subject: str = Field(default="", max_length=MAX_SUBJECT_LENGTH)


class Appointment(Answer):
    """``GET /v1/appointments/mine`` and the answer to each change."""

    id: Identifier
    state: AppointmentState
    ticket_number: str
    office_id: Identifier
    office_title: Texts
    honorific: Texts
    service_name: Texts
    site_name: Texts
    slot: Slot
    zone: str
    subject: str
    check_in_opens_at: Instant


class Booked(Answer):
    """A fresh booking: the only time that the code is told; with the ticket number it opens the booking again."""

    appointment: Appointment
    ticket_code: str = Field(repr=False)


class Appointments(Answer):
    """A citizen's own audiences, the next first."""

    appointments: tuple[Appointment, ...]


class AgendaItem(Answer):
    """One audience of an office's day. ``present_since`` is when the citizen checked in."""

    id: Identifier
    state: AppointmentState
    slot: Slot
    zone: str
    citizen_name: str
    masked_id: str
    service_name: Texts
    subject: str
    site_name: Texts
    kiosk_number: int | None
    present_since: Instant | None


class Agenda(Answer):
    """``GET /v1/desk/agenda?date=YYYY-MM-DD``: by time; without a date, the office's own today."""

    date: date
    items: tuple[AgendaItem, ...]


class PastAudience(Answer):
    """An earlier audience of the same person, for the brief."""

    held_at: Instant
    office_title: Texts
    service_name: Texts
    decision: Decision | None


class Brief(Answer):
    """``GET /v1/appointments/{id}/brief``: who, what, and what came before; read in thirty seconds."""

    item: AgendaItem
    verified_by: str
    booked_at: Instant
    history: tuple[PastAudience, ...]


class OutcomeAsk(Ask):
    """``PUT /v1/appointments/{id}/outcome``."""

    decision: Decision


class Outcome(Answer):
    """What was decided; ``confirmed_at`` is when the citizen said that they had read it."""

    decision: Decision
    recorded_at: Instant
    confirmed_at: Instant | None


__all__ = [
    "MAX_SUBJECT_LENGTH",
    "MAX_TEXT_LENGTH",
    "Agenda",
    "AgendaItem",
    "Appointment",
    "AppointmentAsk",
    "Appointments",
    "Booked",
    "Brief",
    "Outcome",
    "OutcomeAsk",
    "PastAudience",
]
