"""The inbox of those who triage: work lists, in which every request lies until it is settled, and its whole file."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, FromClause, Row, Select, and_, exists, or_, select, true

from desk_client.domain.access import TABLE, Action, Scope, scope_of
from desk_client.domain.ids import PersonId, RequestId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import Document, DocumentKind, DocumentNumber
from desk_client.domain.request import OPEN_STATES, RequestState, RequestStep, WorkList, work_list
from desk_client.protocol.base import Texts
from desk_client.protocol.requests import Colleague, Inbox, InboxItem, RequestFile, StepTaken
from desk_client.server.services.actor import Actor
from desk_client.server.services.asking.requests import Asked, answer_of, asked_of, within_reach
from desk_client.server.services.booking.appointments import opened
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import looked_at
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.pages import behind, cursor, place_of
from desk_client.server.storage.tables.booking import request, request_step
from desk_client.server.storage.tables.people import person, staff

_MOST_SAME: Final = 10
_MOST_STEPS: Final = 200
_MOST_COLLEAGUES: Final = 100
_Columns = Row[Any]  # a row's columns are of many types


def _roles(scope: Scope) -> list[str]:
    """The roles that triage what lies with their office, or with their agency."""
    return sorted(role.value for role, actions in TABLE.items() if actions.get(Action.TRIAGE) is scope)


_OF_OFFICES: Final = _roles(Scope.OFFICE)
_OF_AGENCIES: Final = _roles(Scope.AGENCY)
_OPEN: Final = sorted(state.value for state in OPEN_STATES)

_owner = staff.alias("owner")
_clerk = staff.alias("clerk")


def _works_for(who: FromClause, *, office_only: bool) -> ColumnElement[bool]:
    """Whether one of the staff may triage a request; `office_only`: whether it would lie in their own work list."""
    in_its_office = and_(who.c.role.in_(_OF_OFFICES), who.c.office_id == request.c.office_id)
    in_its_agency = and_(who.c.role.in_(_OF_AGENCIES), who.c.agency_id == request.c.agency_id)
    before_routing = request.c.office_id.is_(None) if office_only else true()
    return and_(
        who.c.disabled_at.is_(None),
        or_(who.c.governorate_id.is_(None), who.c.governorate_id == request.c.governorate_id),
        or_(in_its_office, and_(in_its_agency, before_routing)),
    )


_HAS_OWNER: Final = and_(_owner.c.id == request.c.owner_id, _works_for(_owner, office_only=False))
"""An account that was closed owns nothing any more, in the moment in which it is closed and however that was done."""
_IS_ATTENDED: Final = exists().where(_works_for(_clerk, office_only=True))
"""Whether anybody works where it lies: in its office, or before it was routed for its agency."""


def inbox(
    transaction: Transaction,
    actor: Actor,
    states: Sequence[RequestState] = (),
    office_id: str | None = None,
    after: str | None = None,
    limit: int = 50,
    lying_in: WorkList | None = None,
) -> Inbox | Refusal:
    """What lies with the asker's agency or office, what is due first before the rest; all open ones without a state.

    `lying_in` names one work list alone; MINE is the asker's. Refusals: FORBIDDEN, INVALID_REQUEST (field `after`).
    """
    whose = _in_reach(actor)
    if isinstance(whose, Refusal):
        return whose
    place = place_of(after)
    if isinstance(place, Refusal):
        return place
    wanted = sorted(state.value for state in (states or OPEN_STATES))
    query = _items().where(whose, request.c.state.in_(wanted))
    if office_id is not None:
        query = query.where(request.c.office_id == office_id)
    if lying_in is not None:
        query = query.where(request.c.state.in_(_OPEN), _lies_in(actor, lying_in))
    # what is settled is due no more
    name = "due_at" if set(wanted) <= set(_OPEN) else "submitted_at"
    at, key = request.c[name], request.c.id
    if place is not None:
        query = query.where(behind(at, key, place, latest_first=False))
    rows = transaction.connection.execute(query.order_by(at, key).limit(limit + 1)).all()
    for row in rows[:limit]:
        looked_at(transaction, actor, Action.SEE_REQUEST.value, PersonId(row.person_id), row.id)
    return Inbox(
        items=tuple(_item(transaction, row) for row in rows[:limit]),
        next=cursor(rows, limit, name, "id"),
        now=transaction.now,
    )


def file_of(transaction: Transaction, actor: Actor, request_id: RequestId) -> RequestFile | Refusal:
    """One request with its history, whose it may become, and what else the person asks of the same service.

    Refusals: FORBIDDEN, NOT_FOUND.
    """
    if not actor.is_staff:
        return Refusal(RefusalCode.FORBIDDEN)
    found = within_reach(transaction, actor, Action.SEE_REQUEST, request_id)
    if isinstance(found, Refusal):
        return found
    looked_at(transaction, actor, Action.SEE_REQUEST.value, found.person_id, found.id)
    return RequestFile(
        item=_item(transaction, transaction.connection.execute(_items().where(request.c.id == found.id)).one()),
        steps=_steps(transaction, found),
        colleagues=tuple(_colleague(row) for row in _those_who_may(transaction, found) if row.id != actor.staff_id),
        same=_same(transaction, actor, found),
        may_ask_back=may_ask_back(transaction, found.person_id),
    )


def may_have(transaction: Transaction, found: Asked, staff_id: StaffId) -> bool:
    """Whether a request may become this one's: somebody who may triage it where it lies, and whose account is open."""
    return any(row.id == staff_id for row in _those_who_may(transaction, found))


def may_ask_back(transaction: Transaction, person_id: PersonId) -> bool:
    """Whether the citizen can be sent a question: browsers reach this server, and the mobile is proved to be theirs."""
    row = transaction.connection.execute(
        select(person.c.mobile_sealed, person.c.unverified).where(person.c.id == person_id)
    ).one()
    return transaction.settings.public_url is not None and row.mobile_sealed is not None and not row.unverified


def same_matter(one: Asked, other: Asked) -> bool:
    """Whether two requests are one person's, about one service or, without any, of one agency."""
    if one.person_id != other.person_id or one.id == other.id:
        return False
    return one.service_id == other.service_id and (one.service_id is not None or one.agency_id == other.agency_id)


def _those_who_may(transaction: Transaction, found: Asked) -> Sequence[_Columns]:
    here = select(_clerk).where(request.c.id == found.id, _works_for(_clerk, office_only=False))
    return transaction.connection.execute(here.order_by(_clerk.c.name_ar, _clerk.c.id).limit(_MOST_COLLEAGUES)).all()


def _same(transaction: Transaction, actor: Actor, found: Asked) -> tuple[InboxItem, ...]:
    whose = _in_reach(actor)
    if isinstance(whose, Refusal):
        return ()
    query = _items().where(
        whose,
        request.c.person_id == found.person_id,
        request.c.id != found.id,
        request.c.state.in_(_OPEN),
    )
    rows = transaction.connection.execute(query.order_by(request.c.submitted_at, request.c.id)).all()
    return tuple(_item(transaction, row) for row in rows if same_matter(found, asked_of(row)))[:_MOST_SAME]


def _steps(transaction: Transaction, found: Asked) -> tuple[StepTaken, ...]:
    offices = rules(transaction).offices
    by, holder = staff.alias("by"), staff.alias("holder")
    rows = transaction.connection.execute(
        select(
            request_step,
            by.c.name_ar.label("by_ar"),
            by.c.name_en.label("by_en"),
            holder.c.name_ar.label("holder_ar"),
            holder.c.name_en.label("holder_en"),
        )
        .join(by, by.c.id == request_step.c.actor, isouter=True)
        .join(holder, holder.c.id == request_step.c.staff_id, isouter=True)
        .where(request_step.c.request_id == found.id)
        .order_by(request_step.c.version)
        .limit(_MOST_STEPS)
    ).all()
    moved = {RequestStep.ROUTE, RequestStep.ESCALATE}
    steps = []
    for row in rows:
        taken = RequestStep(row.step)
        office = offices.get(row.office_id) if taken in moved else None
        given = taken in {RequestStep.HAND, RequestStep.TAKE} and row.holder_ar is not None
        steps.append(
            StepTaken(
                at=row.at,
                step=taken,
                by=None if row.by_ar is None else Texts(ar=row.by_ar, en=row.by_en),
                office_title=None if office is None else office.title,
                given_to=Texts(ar=row.holder_ar, en=row.holder_en) if given else None,
                words=opened(transaction, "request_step.words", row.id, row.words_sealed) or None,
            )
        )
    return tuple(steps)


def _in_reach(actor: Actor) -> ColumnElement[bool] | Refusal:
    """The requests that the asker may see, as a condition; none to whom this was not left."""
    if (refusal := actor.refused(Action.SEE_REQUEST)) is not None:
        return refusal
    scope = scope_of(actor.role, Action.SEE_REQUEST)
    match scope:
        case Scope.ANY:
            whose: ColumnElement[bool] = request.c.id.is_not(None)
        case Scope.AGENCY:
            whose = request.c.agency_id == actor.agency_id
        case Scope.OFFICE:
            whose = request.c.office_id == actor.office_id
        case _:
            return Refusal(RefusalCode.FORBIDDEN)
    return whose if actor.governorate_id is None else and_(whose, request.c.governorate_id == actor.governorate_id)


def _lies_in(actor: Actor, wanted: WorkList) -> ColumnElement[bool]:
    """`domain.request.work_list` as a condition, for whoever asks: an agency's own begin before they are routed."""
    match wanted:
        case WorkList.MINE:
            return _owner.c.id == actor.staff_id
        case WorkList.UNOWNED:
            here = request.c.office_id.is_(None) if actor.office_id is None else request.c.office_id == actor.office_id
            return and_(_owner.c.id.is_(None), _IS_ATTENDED, here)
        case WorkList.UNATTENDED:
            return and_(_owner.c.id.is_(None), ~_IS_ATTENDED)


def _items() -> Select[Any]:
    return (
        select(
            request,
            person.c.name_sealed,
            person.c.document,
            person.c.nationality,
            person.c.number_sealed,
            person.c.unverified,
            _owner.c.id.label("holder_id"),
            _owner.c.name_ar.label("holder_ar"),
            _owner.c.name_en.label("holder_en"),
            _IS_ATTENDED.label("is_attended"),
        )
        .join(person, person.c.id == request.c.person_id)
        .join(_owner, _HAS_OWNER, isouter=True)
    )


def _item(transaction: Transaction, row: _Columns) -> InboxItem:
    number = opened(transaction, "person.number", row.person_id, row.number_sealed)
    masked = Document(DocumentKind(row.document), DocumentNumber(number), row.nationality).masked if number else ""
    owner = None
    if row.holder_id is not None:
        owner = Colleague(id=row.holder_id, name=Texts(ar=row.holder_ar, en=row.holder_en))
    return InboxItem(
        request=answer_of(transaction, asked_of(row)),
        citizen_name=opened(transaction, "person.name", row.person_id, row.name_sealed),
        masked_id=masked,
        is_verified=not row.unverified,
        owner=owner,
        due_at=row.due_at,
        work_list=work_list(RequestState(row.state), has_owner=owner is not None, is_attended=bool(row.is_attended)),
    )


def _colleague(row: _Columns) -> Colleague:
    return Colleague(id=row.id, name=Texts(ar=row.name_ar, en=row.name_en))
