"""A request (طلب): a citizen's wish to be received, and what triage does with it."""

from typing import Literal

from pydantic import Field

from desk_client.domain.decision import Part
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.request import MOST_CHARACTERS, RequestState, RequestStep, Rung, WorkList
from desk_client.protocol.base import Answer, Ask, ConsentVersion, Identifier, Instant, Texts

MOST_REQUEST_LETTERS = 2000
MOST_QUESTION_LETTERS = 500


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


class DecidedIn(Answer):
    """The audience whose outcome asks for it, and what of it: a directive, a task, or an audience that follows."""

    appointment_id: Identifier
    part: Part


class Request(Answer):
    """A request as its citizen and those who triage it see it; ``version`` is also the entity tag.

    `appointment_id` is the latest appointment that it led to; `may_book` that its citizen may book the service now;
    `merged_into` is the request that keeps the thread, where the same was asked twice.
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
    merged_into: Identifier | None = None
    decided_in: DecidedIn | None = None
    """None where the citizen asked for it themself."""


class Colleague(Answer):
    """A member of staff by name."""

    id: Identifier
    name: Texts


class InboxItem(Answer):
    """A request in an inbox, with who asks, and whose work it is.

    `owner` is None while nobody has taken it; `due_at` is when it is overdue, None once it is settled; `work_list` is
    where it lies until then.
    """

    request: Request
    citizen_name: str
    masked_id: str
    is_verified: bool = Field(default=True, description="whether they have proved that these are theirs")
    owner: Colleague | None = None
    due_at: Instant | None = None
    work_list: WorkList | None = None


class StepTaken(Answer):
    """What was done with a request, by whom, and what was said then.

    `by` is None where it was the citizen; `office_title` is where it went, `given_to` whose it has been since.
    """

    at: Instant
    step: RequestStep
    by: Texts | None
    office_title: Texts | None
    given_to: Texts | None
    words: str | None = Field(repr=False)


class RequestFile(Answer):
    """``GET /v1/requests/{id}/file``: all that whoever triages it reads before they decide.

    `steps` are the oldest first; `colleagues` those whose it may become; `same` other open requests of the same person
    about the same service. `may_ask_back`: the citizen can be sent a question.
    """

    item: InboxItem
    steps: tuple[StepTaken, ...]
    colleagues: tuple[Colleague, ...]
    same: tuple[InboxItem, ...]
    may_ask_back: bool = False


class OwnStep(Answer):
    """What happened to a request, as far as it concerns whoever asked.

    `unit` is who did it, or to whom it went; None where it was themself. `words` are what they were asked, or answered.
    """

    at: Instant
    step: RequestStep
    unit: Texts | None
    words: str | None = Field(repr=False)


class OwnRequest(Answer):
    """``GET /v1/requests/{id}/course``: a request as whoever asked reads it, its steps the oldest first.

    `question` is what waits for their reply.
    """

    request: Request
    steps: tuple[OwnStep, ...]
    question: str | None = Field(default=None, repr=False)


class Requests(Answer):
    """``GET /v1/requests/mine?after=&limit=``: the latest first; `next` continues, if there is more."""

    requests: tuple[Request, ...]
    next: str | None


class Inbox(Answer):
    """``GET /v1/requests?state=&office_id=&work_list=&after=&limit=``: who is due first, first; `next` continues.

    Without a state named, all open ones; `mine` are the asker's own. `now` is the server's clock, by which they age.
    """

    items: tuple[InboxItem, ...]
    next: str | None
    now: Instant | None = None


class AnswerStep(Ask):
    """The answer is all that is needed."""

    step: Literal["answer"]
    text: str = Field(min_length=1, max_length=MOST_REQUEST_LETTERS, repr=False)


class RouteStep(Ask):
    """It lies with an office from now on, and is nobody's there; `note` is for those who read it next."""

    step: Literal["route"]
    office_id: Identifier
    note: str = Field(default="", max_length=MOST_REQUEST_LETTERS, repr=False)


class EscalateStep(Ask):
    """One rung up the ladder, to the office that stands there, with what is recommended to it."""

    step: Literal["escalate"]
    recommendation: str = Field(default="", max_length=MOST_REQUEST_LETTERS, repr=False)


class TakeStep(Ask):
    """It is the asker's own from now on, a colleague's before or nobody's."""

    step: Literal["take"]


class AskBackStep(Ask):
    """A question to the citizen, who answers it by a link that they are sent."""

    step: Literal["ask_back"]
    text: str = Field(min_length=1, max_length=MOST_QUESTION_LETTERS, repr=False)


class HandStep(Ask):
    """It is a colleague's from now on, one of those whom the request's file names."""

    step: Literal["hand"]
    staff_id: Identifier


class MergeStep(Ask):
    """Another open request of the same person, about the same service, keeps the thread of both."""

    step: Literal["merge"]
    into: Identifier


class UnmergeStep(Ask):
    """It was another matter after all: it is open again, unless the other one is settled meanwhile."""

    step: Literal["unmerge"]


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


TriageStep = (
    AnswerStep
    | RouteStep
    | EscalateStep
    | GiveSlotStep
    | DeclineStep
    | TakeStep
    | HandStep
    | AskBackStep
    | MergeStep
    | UnmergeStep
)


class TriageAsk(Ask):
    """``POST /v1/requests/{id}/steps`` with ``If-Match``: what triage does next."""

    taken: TriageStep = Field(discriminator="step")


class ReplyPlace(Answer):
    """``GET /v1/replies``, asked by the page behind a link: who asks the citizen what about their request."""

    unit: Texts
    question: str = Field(repr=False)
    asked_at: Instant


class ReplyAsk(Ask):
    """``POST /v1/replies``, or ``POST /v1/requests/{id}/reply`` with ``If-Match``: what the citizen answers, once."""

    text: str = Field(min_length=1, max_length=MOST_REQUEST_LETTERS, repr=False)
