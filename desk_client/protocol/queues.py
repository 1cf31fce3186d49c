"""The waiting room's order as its people see it, as the hall does, and as the office changes it."""

from pydantic import Field

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.request import MOST_CHARACTERS
from desk_client.domain.waiting_room import MOST_BREAK_MIN, TurnReason
from desk_client.protocol.base import Answer, Ask, Identifier, Instant, Texts


class QueuePlace(Answer):
    """``GET /v1/appointments/{id}/queue``: when one's turn comes, as a range.

    `position` is 1 for who is next; null where the office does not show it.
    """

    position: int | None
    earliest_min: int
    latest_min: int
    at: Instant
    break_until: Instant | None = None
    """The office has a break until then, where it has one."""


class QueueEntry(Answer):
    """One person who waits, as the hall's screen may show it: nothing says who they are."""

    appointment_id: Identifier
    ticket_number: str
    office_id: Identifier
    office_title: Texts
    state: AppointmentState
    kiosk_number: int | None
    position: int
    earliest_min: int
    latest_min: int


class Queue(Answer):
    """``GET /v1/queue``: an office's own, or a hall's; by office, then by turn."""

    at: Instant
    entries: tuple[QueueEntry, ...]


class BreakAsk(Ask):
    """``PUT /v1/desk/break``: the office has a break of so many minutes from now on, in place of any other."""

    minutes: int = Field(ge=1, le=MOST_BREAK_MIN)


class Break(Answer):
    """It ends by itself, by ``DELETE /v1/desk/break``, or as soon as somebody is admitted."""

    began_at: Instant
    until: Instant


class TurnAsk(Ask):
    """``PUT /v1/appointments/{id}/turn``: receive somebody who waits before others, and why."""

    position: int = Field(default=1, ge=1, le=1000)
    reason: TurnReason


class DeclineAsk(Ask):
    """``POST /v1/appointments/{id}/decline``: a rejection names who rejects, why, and where the person goes next."""

    unit: str = Field(default="", max_length=MOST_CHARACTERS * 2)
    reason: str = Field(default="", max_length=MOST_CHARACTERS * 2)
    next_step: str = Field(default="", max_length=MOST_CHARACTERS * 2)
