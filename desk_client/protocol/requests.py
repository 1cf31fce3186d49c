"""A request (طلب): a citizen's wish to be received, and what triage does with it."""

from typing import Literal

from pydantic import Field

from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.request import MOST_CHARACTERS, RequestState, Rung
from desk_client.protocol.base import Answer, Ask, ConsentVersion, Identifier, Instant, Texts

MOST_REQUEST_LETTERS = 2000


class RequestAsk(Ask):
    """``POST /v1/requests`` with an ``Idempotency-Key``.

    `agency_id` is who shall look at it; with a `service_id` it is that of the service. `site_id` is the asking kiosk's
    own where it is left out; `person_id` is for staff, who ask in somebody's name.
    """

    text: str = Field(min_length=1, max_length=MOST_REQUEST_LETTERS, repr=False)
    agency_id: Identifier | None = None
    service_id: Identifier | None = None
    site_id: Identifier | None = None
    person_id: Identifier | None = None
    consent_version: ConsentVersion = None


class Declined(Answer):
    """Which unit declined, why, and where the person goes next."""

    unit: str
    reason: str
    next_step: str


class Request(Answer):
    """A request as its citizen and those who triage it see it; ``version`` is also the entity tag.

    `appointment_id` is the latest appointment that it led to; `may_book` that its citizen may book the service now.
    """

    id: Identifier
    case_id: Identifier
    version: int
    state: RequestState
    agency_id: Identifier
    agency_name: Texts
    office_id: Identifier | None
    office_title: Texts | None
    service_id: Identifier | None
    service_name: Texts | None
    site_id: Identifier
    rung: Rung
    text: str = Field(repr=False)
    answer: str | None = Field(repr=False)
    declined: Declined | None
    appointment_id: Identifier | None
    may_book: bool
    submitted_at: Instant
    changed_at: Instant


class InboxItem(Answer):
    """A request in an inbox, with whose it is."""

    request: Request
    citizen_name: str
    masked_id: str
    is_verified: bool = Field(default=True, description="whether they have proved that these are theirs")


class Requests(Answer):
    """``GET /v1/requests/mine?after=&limit=``: the latest first; `next` continues, if there is more."""

    requests: tuple[Request, ...]
    next: str | None


class Inbox(Answer):
    """``GET /v1/requests?state=&office_id=&after=&limit=``: the oldest first; `next` continues, if there is more."""

    items: tuple[InboxItem, ...]
    next: str | None


class AnswerStep(Ask):
    """The answer is all that is needed."""

    step: Literal["answer"]
    text: str = Field(min_length=1, max_length=MOST_REQUEST_LETTERS, repr=False)


class RouteStep(Ask):
    """It lies with an office from now on."""

    step: Literal["route"]
    office_id: Identifier


class EscalateStep(Ask):
    """One rung up the ladder, to the office that stands there."""

    step: Literal["escalate"]


class GiveSlotStep(Ask):
    """An appointment at that time; without one, the right to book the service oneself."""

    step: Literal["give_slot"]
    service_id: Identifier
    starts_at: Instant | None = None
    kind: AppointmentKind = AppointmentKind.VIDEO_KIOSK
    site_id: Identifier | None = None
    interpreter: bool = False


class DeclineStep(Ask):
    """A rejection names who rejects, why, and where the person goes next."""

    step: Literal["decline"]
    unit: str = Field(default="", max_length=MOST_CHARACTERS * 2)
    reason: str = Field(default="", max_length=MOST_CHARACTERS * 2)
    next_step: str = Field(default="", max_length=MOST_CHARACTERS * 2)


TriageStep = AnswerStep | RouteStep | EscalateStep | GiveSlotStep | DeclineStep


class TriageAsk(Ask):
    """``POST /v1/requests/{id}/steps`` with ``If-Match``: what triage does next."""

    taken: TriageStep = Field(discriminator="step")
