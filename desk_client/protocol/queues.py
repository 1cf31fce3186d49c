"""The waiting room's order as its people see it, and as the hall does."""

from desk_client.domain.appointment import AppointmentState
from desk_client.protocol.base import Answer, Identifier, Instant, Texts


class QueuePlace(Answer):
    """``GET /v1/appointments/{id}/queue``: when one's turn comes, as a range.

    `position` is 1 for who is next; null where the office does not show it.
    """

    position: int | None
    earliest_min: int
    latest_min: int
    at: Instant


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
