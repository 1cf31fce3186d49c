"""Requests: submitted, listed, withdrawn; as records and as answers, and the one way in which their state changes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, Select, insert, select, update

from desk_client.domain.access import Action, Ownership
from desk_client.domain.appointment import OPEN_STATES as OPEN_APPOINTMENTS
from desk_client.domain.consents import Purpose
from desk_client.domain.decision import Part
from desk_client.domain.ids import (
    AgencyId,
    AppointmentId,
    CaseId,
    GovernorateId,
    OfficeId,
    PersonId,
    RequestId,
    ServiceId,
    SiteId,
    new_case_id,
    new_request_id,
    new_request_step_id,
)
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import (
    ANSWER_WITHIN,
    BEFORE_TRIAGE,
    OPEN_STATES,
    REPLY_WITHIN,
    RequestState,
    RequestStep,
    Rung,
    after_step,
    resumed,
)
from desk_client.domain.words import is_readable
from desk_client.protocol.base import Texts
from desk_client.protocol.requests import DecidedIn, Declined, Request, RequestAsk, Requests
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import opened
from desk_client.server.services.privacy import consents
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import Rulebook
from desk_client.server.services.trail import SYSTEM, announce_request, looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.pages import behind, cursor, place_of
from desk_client.server.storage.tables.booking import appointment, request, request_step
from desk_client.server.storage.tables.people import person

_MOST_OPEN: Final = 10
_Columns = Row[Any]  # a row's columns are of many types


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as the store has it."""

    id: RequestId
    case_id: CaseId
    version: int
    person_id: PersonId
    agency_id: AgencyId
    office_id: OfficeId | None
    service_id: ServiceId | None
    site_id: SiteId
    governorate_id: GovernorateId
    rung: Rung
    state: RequestState
    row: _Columns

    @property
    def ownership(self) -> Ownership:
        """Whose it is: the citizen's, the agency's, and the office's with which it lies."""
        return Ownership(
            self.person_id,
            frozenset() if self.office_id is None else frozenset({self.office_id}),
            self.agency_id,
            self.site_id,
            self.governorate_id,
        )


def submit(transaction: Transaction, actor: Actor, ask: RequestAsk) -> Request | Refusal:
    """A citizen asks to be received, or staff in their name; the agency's customer service looks at it first.

    Refusals: FORBIDDEN, NOT_FOUND (with the field), INVALID_REQUEST (field `text`), LIMIT_REACHED, INVALID_NAME,
    those of `consents.needed`.
    """
    if (refusal := actor.refused(Action.SUBMIT_REQUEST)) is not None:
        return refusal
    rulebook = rules(transaction)
    service = None if ask.service_id is None else rulebook.offered(ServiceId(ask.service_id), transaction.now)
    if ask.service_id is not None and service is None:
        return Refusal(RefusalCode.NOT_FOUND, field="service_id")
    agency_id = rulebook.offices[service.office_id].agency_id if service is not None else ask.agency_id
    if agency_id not in {each.agency_id for each in rulebook.offices.values() if not each.is_closed(transaction.now)}:
        return Refusal(RefusalCode.NOT_FOUND, field="agency_id")
    site = rulebook.sites.get(SiteId(ask.site_id or actor.site_id or ""))
    if site is None:
        return Refusal(RefusalCode.NOT_FOUND, field="site_id")
    person_id = PersonId(ask.person_id) if ask.person_id is not None else actor.person_id
    if person_id is None:
        return Refusal(RefusalCode.NOT_FOUND, field="person_id")
    # staff who serve an office ask in its name; whoever triages finds it by agency
    offices = frozenset() if actor.office_id is None or service is None else frozenset({service.office_id})
    owner = Ownership(person_id, offices, AgencyId(str(agency_id)), site.id, site.governorate_id)
    if (refusal := actor.refused(Action.SUBMIT_REQUEST, owner)) is not None:
        return refusal
    text = ask.text.strip()
    if not text or not is_readable(text):
        return Refusal(RefusalCode.INVALID_REQUEST, field="text")
    if (refusal := _may_ask(transaction, person_id)) is not None:
        return refusal
    agrees = consents.agrees(transaction, person_id, Purpose.PROCESSING)
    said = ask.consent_version
    if (refusal := consents.needed(transaction, actor, person_id, said, agrees_already=agrees)) is not None:
        return refusal
    request_id = new_request_id(transaction.id_bytes())
    transaction.connection.execute(
        insert(request).values(
            id=request_id,
            case_id=new_case_id(transaction.id_bytes()),
            person_id=person_id,
            agency_id=agency_id,
            office_id=None,
            service_id=None if service is None else service.id,
            site_id=site.id,
            governorate_id=site.governorate_id,
            rung=Rung.SPECIALIST.value,
            state=RequestState.SUBMITTED.value,
            version=1,
            text_sealed=transaction.vault.seal("request.text", request_id, text),
            submitted_at=transaction.now,
            changed_at=transaction.now,
            due_at=transaction.now + ANSWER_WITHIN,
        )
    )
    record(transaction, actor, "submit_request", request_id)
    announce_request(transaction, request_id, owner.agency_id)
    return answer_of(transaction, found_again(transaction, request_id))


def withdraw(transaction: Transaction, actor: Actor, request_id: RequestId, version: int | None) -> Request | Refusal:
    """The citizen no longer asks. Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, ILLEGAL_TRANSITION.

    An appointment that it led to is cancelled first, by the rules of its service.
    """
    if actor.person_id is None:
        return Refusal(RefusalCode.FORBIDDEN)  # nobody gives up somebody else's wish
    found = reachable(transaction, actor, Action.SUBMIT_REQUEST, request_id, version)
    if isinstance(found, Refusal):
        return found
    gone = step(transaction, actor, found, RequestStep.WITHDRAW)
    return gone if isinstance(gone, Refusal) else answer_of(transaction, gone)


def one(transaction: Transaction, actor: Actor, request_id: RequestId) -> Request | Refusal:
    """One request. Refusals: FORBIDDEN, NOT_FOUND."""
    found = within_reach(transaction, actor, Action.SEE_REQUEST, request_id)
    if isinstance(found, Refusal):
        return found
    looked_at(transaction, actor, Action.SEE_REQUEST.value, found.person_id, found.id)
    return answer_of(transaction, found)


def mine(transaction: Transaction, actor: Actor, after: str | None = None, limit: int = 50) -> Requests | Refusal:
    """The citizen's own, the latest first. Refusals: FORBIDDEN, INVALID_REQUEST (field `after`)."""
    if actor.person_id is None or actor.refused(Action.SEE_REQUEST) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    place = place_of(after)
    if isinstance(place, Refusal):
        return place
    at, key = request.c.submitted_at, request.c.id
    query = select(request).where(request.c.person_id == actor.person_id)
    if place is not None:
        query = query.where(behind(at, key, place, latest_first=True))
    rows = transaction.connection.execute(query.order_by(at.desc(), key.desc()).limit(limit + 1)).all()
    return Requests(
        requests=tuple(answer_of(transaction, asked_of(row)) for row in rows[:limit]),
        next=cursor(rows, limit, "submitted_at", "id"),
    )


def reachable(
    transaction: Transaction, actor: Actor, action: Action, request_id: RequestId, version: int | None
) -> Asked | Refusal:
    """A request on which the actor may act, if it is still the one that they saw.

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED.
    """
    found = within_reach(transaction, actor, action, request_id)
    if not isinstance(found, Refusal) and version is not None and version != found.version:
        return Refusal(RefusalCode.PRECONDITION_FAILED)
    return found


def within_reach(transaction: Transaction, actor: Actor, action: Action, request_id: RequestId) -> Asked | Refusal:
    """A request on which the actor may act. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := actor.refused(action)) is not None:
        return refusal
    row = transaction.connection.execute(_one(request_id)).one_or_none()
    if row is None:
        return Refusal(RefusalCode.NOT_FOUND)
    found = asked_of(row)
    return actor.refused(action, found.ownership) or found


def step(
    transaction: Transaction,
    actor: Actor | None,
    found: Asked,
    taken: RequestStep,
    *,
    words: str = "",
    **values: object,
) -> Asked | Refusal:
    """Take a step that the table allows, and write it down; other columns may change with it. ILLEGAL_TRANSITION.

    Once an appointment was given, it has to have fallen through before anything else is done. `words` are what was said
    with it, for those who read its history.
    """
    following = after_step(found.state, taken)
    if isinstance(following, Refusal):
        return following
    if found.state is RequestState.SCHEDULED and _ahead(transaction, found):
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    before = None if found.row.state_before is None else RequestState(found.row.state_before)
    following = resumed(following, taken, before)
    changed = transaction.connection.execute(
        update(request)
        .where(request.c.id == found.id, request.c.version == found.version)
        .values(
            state=following.value,
            version=found.version + 1,
            changed_at=transaction.now,
            due_at=_due(transaction, found, taken, following),
            state_before=_set_aside(found, before, following),
            **({"reply_hash": None} | values),  # a question that was left behind is answered no more
        )
    )
    if changed.rowcount == 0:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    record(transaction, actor, taken.value, found.id)
    done = found_again(transaction, found.id)
    write_down(transaction, actor, done, taken, words)
    announce_request(transaction, found.id, found.agency_id, found.office_id, done.agency_id, done.office_id)
    return done


def _due(transaction: Transaction, found: Asked, taken: RequestStep, following: RequestState) -> datetime | None:
    """When somebody has to have looked at it; None once nothing is owed."""
    if following not in OPEN_STATES:
        return None
    match taken:
        case RequestStep.ASK_BACK:
            return transaction.now + REPLY_WITHIN
        case RequestStep.REPLY:
            return transaction.now + ANSWER_WITHIN
        case RequestStep.UNMERGE:
            submitted: datetime = found.row.submitted_at
            return submitted + ANSWER_WITHIN
        case _:
            due: datetime | None = found.row.due_at
            return due


def _set_aside(found: Asked, before: RequestState | None, following: RequestState) -> str | None:
    """The state to come back to, while it is set aside: that in which the house had to act."""
    if following not in {RequestState.AWAITING_REPLY, RequestState.MERGED}:
        return None
    was = found.state if found.state in BEFORE_TRIAGE else before
    return None if was is None else was.value


def write_down(transaction: Transaction, actor: Actor | None, done: Asked, taken: RequestStep, words: str) -> None:
    """Put into the history, which those read who have it next, that a step was taken."""
    step_id = new_request_step_id(transaction.id_bytes())
    transaction.connection.execute(
        insert(request_step).values(
            id=step_id,
            request_id=done.id,
            at=transaction.now,
            version=done.version,
            step=taken.value,
            actor=SYSTEM if actor is None else actor.id,
            office_id=done.office_id,
            staff_id=done.row.owner_id,
            words_sealed=transaction.vault.seal("request_step.words", step_id, words) if words else None,
        )
    )


def found_again(transaction: Transaction, request_id: RequestId) -> Asked:
    """The request that this transaction has just written."""
    return asked_of(transaction.connection.execute(_one(request_id)).one())


def asked_of(row: _Columns) -> Asked:
    """A row of `request`."""
    return Asked(
        id=RequestId(row.id),
        case_id=CaseId(row.case_id),
        version=row.version,
        person_id=PersonId(row.person_id),
        agency_id=AgencyId(row.agency_id),
        office_id=None if row.office_id is None else OfficeId(row.office_id),
        service_id=None if row.service_id is None else ServiceId(row.service_id),
        site_id=SiteId(row.site_id),
        governorate_id=GovernorateId(row.governorate_id),
        rung=Rung(row.rung),
        state=RequestState(row.state),
        row=row,
    )


def answer_of(transaction: Transaction, found: Asked) -> Request:
    """As the citizen sees it, and whoever triages it."""
    rulebook = rules(transaction)
    said = opened(transaction, "request.answer", found.id, found.row.answer_sealed)
    declined = found.state is RequestState.DECLINED
    given = _given(transaction, found)
    return Request(
        id=found.id,
        case_id=found.case_id,
        version=found.version,
        state=found.state,
        agency_id=found.agency_id,
        agency_name=_agency(rulebook, found.agency_id),
        office_id=found.office_id,
        office_title=None if found.office_id is None else rulebook.offices[found.office_id].title,
        service_id=found.service_id,
        service_name=None if found.service_id is None else rulebook.services[found.service_id].name,
        site_id=found.site_id,
        rung=found.rung,
        text=opened(transaction, "request.text", found.id, found.row.text_sealed),
        answer=None if declined or not said else said,
        declined=Declined(unit=found.row.decline_unit or "", reason=said, next_step=found.row.decline_next or "")
        if declined
        else None,
        appointment_id=given,
        may_book=found.state is RequestState.SCHEDULED and given is None,
        submitted_at=found.row.submitted_at,
        changed_at=found.row.changed_at,
        merged_into=found.row.merged_into,
        decided_in=None
        if found.row.decided_in is None
        else DecidedIn(appointment_id=found.row.decided_in, part=Part(found.row.decided_as)),
    )


def unit_of(transaction: Transaction, found: Asked) -> Texts:
    """With whom it lies: the office's title, or the agency's name."""
    if found.office_id is not None:
        return rules(transaction).offices[found.office_id].title
    return agency_name(transaction, found)


def agency_name(transaction: Transaction, found: Asked) -> Texts:
    """Of the agency with which it lies."""
    return _agency(rules(transaction), found.agency_id)


def _agency(rulebook: Rulebook, agency_id: AgencyId) -> Texts:
    return next(each.agency for each in rulebook.offices.values() if each.agency_id == agency_id)


def _one(request_id: str) -> Select[Any]:
    return select(request).where(request.c.id == request_id)


def _may_ask(transaction: Transaction, person_id: PersonId) -> Refusal | None:
    """Whether the person is known, has a name, and has not too many open requests already."""
    if not people.keep(transaction, person_id):
        return Refusal(RefusalCode.NOT_FOUND, field="person_id")
    name = select(person.c.name_sealed).where(person.c.id == person_id)
    if transaction.connection.execute(name).scalar_one() is None:
        return Refusal(RefusalCode.INVALID_NAME, field="name")
    states = sorted(state.value for state in OPEN_STATES)
    open_ones = transaction.connection.execute(
        select(request.c.id)
        .where(request.c.person_id == person_id, request.c.state.in_(states), request.c.decided_in.is_(None))
        .limit(_MOST_OPEN)
    ).all()
    return Refusal(RefusalCode.LIMIT_REACHED) if len(open_ones) >= _MOST_OPEN else None


def _given(transaction: Transaction, found: Asked) -> AppointmentId | None:
    """The latest appointment since the slot, or the right to book one, was given."""
    if found.state is not RequestState.SCHEDULED:
        return None
    latest: AppointmentId | None = transaction.connection.execute(
        select(appointment.c.id)
        .where(appointment.c.case_id == found.case_id, appointment.c.booked_at >= found.row.changed_at)
        .order_by(appointment.c.booked_at.desc(), appointment.c.id)
        .limit(1)
    ).scalar_one_or_none()
    return latest


def _ahead(transaction: Transaction, found: Asked) -> bool:
    """Whether an appointment of the case is still before the citizen, or going on."""
    states = sorted(state.value for state in OPEN_APPOINTMENTS)
    return (
        transaction.connection.execute(
            select(appointment.c.id)
            .where(appointment.c.case_id == found.case_id, appointment.c.state.in_(states))
            .limit(1)
        ).first()
        is not None
    )
