"""The waitlist (قائمة الانتظار): a place on it, and the offer of an earlier slot."""

from enum import StrEnum

from pydantic import Field

from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.part_of_day import PartOfDay
from desk_client.protocol.base import Answer, Ask, ConsentVersion, Identifier, Instant, Page, Texts
from desk_client.protocol.slots import Slot


class WaitState(StrEnum):
    """Where somebody on the list stands. The value is the wire code."""

    WAITING = "waiting"
    OFFERED = "offered"
    """A slot is kept for them until they answer, or until the offer expires."""
    SERVED = "served"
    LEFT = "left"


class WaitAsk(Ask):
    """``POST /v1/waitlist`` with an ``Idempotency-Key``: what somebody would rather have.

    With `appointment_id`, only what is earlier than that is offered, and it is given up for it; service, kind and site
    are then its own where they are left out. `person_id` is for staff, who ask in somebody's name.
    """

    appointment_id: Identifier | None = None
    service_id: Identifier | None = None
    kind: AppointmentKind | None = None
    site_id: Identifier | None = None
    part_of_day: PartOfDay | None = None
    before: Instant | None = None
    person_id: Identifier | None = None
    consent_version: ConsentVersion = None


class Offer(Answer):
    """An earlier slot that is kept for this person until ``expires_at``."""

    id: Identifier
    slot: Slot
    zone: str
    kind: AppointmentKind
    site_id: Identifier | None
    office_title: Texts
    expires_at: Instant


class Wait(Answer):
    """A place on the list. `rests`: too many offers went unanswered; asking anew wakes it."""

    id: Identifier
    state: WaitState
    office_id: Identifier
    service_id: Identifier
    service_name: Texts
    kind: AppointmentKind
    site_id: Identifier | None
    part_of_day: PartOfDay | None
    before: Instant | None
    appointment_id: Identifier | None
    joined_at: Instant
    rests: bool
    offer: Offer | None


class Waits(Page):
    """``GET /v1/waitlist/mine?after=&limit=``: one's own places, the oldest first."""

    waits: tuple[Wait, ...]


class OfferCodeAsk(Ask):
    """The code that came with an offer, at any kiosk.

    ``POST /v1/waitlist/offers/shown`` answers with the offer, ``POST /v1/waitlist/offers/acceptance`` takes it, and
    ``POST /v1/waitlist/offers/refusal`` leaves it to others.
    """

    code: str = Field(min_length=1, max_length=16, repr=False)


class OfferAccepted(Answer):
    """The slot is theirs. Ticket and code come by SMS: who stands at the kiosk has only shown the offer's code."""

    ticket_number: str
    office_title: Texts
    slot: Slot
    zone: str
    site_name: Texts | None
