"""The brief of one audience: who comes, how that is known, what they want, and all that came before in one look."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Row, select

from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal
from desk_client.domain.request import RequestState, RequestStep
from desk_client.protocol.appointments import Advice, Brief, PastAudience, PastRequest, UnheldAudience
from desk_client.protocol.base import Texts
from desk_client.protocol.handovers import HandedOver
from desk_client.protocol.requests import Declined
from desk_client.server.services.actor import BY_TICKET, Actor
from desk_client.server.services.asking.requests import Asked, asked_of, unit_of
from desk_client.server.services.booking import handed_over
from desk_client.server.services.booking.appointments import (
    Record,
    agenda_item,
    opened,
    reachable,
    record_of,
    records,
)
from desk_client.server.services.life import transactions
from desk_client.server.services.life.chat import lines_of, lines_of_each
from desk_client.server.services.life.colleagues import name_of, person
from desk_client.server.services.life.outcomes import amendments_of_each, decision_of
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import looked_at
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, outcome, request, request_step
from desk_client.server.storage.tables.people import session, staff

_MOST_AUDIENCES: Final = 30
_MOST_REQUESTS: Final = 20
_MOST_ADVICE: Final = 10
_PAST_LINES: Final = 20
_Columns = Row[Any]  # a row's columns are of many types


def brief(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Brief | Refusal:
    """Who comes, about what, and what came before. Refusals: FORBIDDEN, NOT_FOUND.

    However much came before, it is asked in as many questions.
    """
    found = reachable(transaction, actor, Action.SEE_BRIEF, appointment_id)
    if isinstance(found, Refusal):
        return found
    looked_at(transaction, actor, Action.SEE_BRIEF.value, found.person_id, found.id)
    rulebook = rules(transaction)
    verified_by, verified_at = _verified(transaction, found)
    history, unheld, named = _audiences(transaction, actor, found)
    asked = _asked(transaction, found)
    return Brief(
        item=agenda_item(transaction, found),
        verified_by=verified_by,
        verified_at=verified_at,
        booked_at=found.starts_at if found.booked_at is None else found.booked_at,
        wordings=rulebook.services[found.service_id].wordings,
        units=tuple(
            each.title
            for each in sorted(rulebook.offices.values(), key=lambda each: each.rank)
            if not each.is_closed(transaction.now)
        ),
        history=history,
        unheld=unheld,
        requests=tuple(_past_request(transaction, actor, found, each) for each in asked),
        advice=_advice(transaction, [each.id for each in asked if each.case_id == found.case_id]),
        # what one office wrote with somebody is not for another one to read before it is theirs
        chat=lines_of(transaction, found.id) if actor.office_id in {found.office_id, found.attending_id} else (),
        handed_over=_handed_over(transaction, found),
        transactions=transactions.named(transaction, actor, found, named),
        transaction_link=rulebook.offices[found.attending_id].transaction_link,
    )


def _handed_over(transaction: Transaction, found: Record) -> tuple[HandedOver, ...]:
    """What those wrote who gave this talk away while it went on, the latest first."""
    offices = rules(transaction).offices
    return tuple(
        HandedOver(
            at=row.done_at,
            by=name_of(person(transaction, row.offered_by)),
            office_title=offices[row.from_office_id].title,
            to_title=offices[row.to_office_id].title,
            note=handed_over.note_of(transaction, row),
        )
        for row in handed_over.done_of(transaction, found.id)
    )


def _verified(transaction: Transaction, found: Record) -> tuple[str, Any]:  # a moment, or none
    """How and when the person last proved who they are."""
    row = transaction.connection.execute(
        select(session.c.verified_by, session.c.created_at)
        .where(session.c.person_id == found.person_id, session.c.verified_by != BY_TICKET)  # which proves nothing
        .order_by(session.c.created_at.desc())
        .limit(1)
    ).one_or_none()
    return ("", None) if row is None else (row.verified_by, row.created_at)


def _audiences(
    transaction: Transaction, actor: Actor, found: Record
) -> tuple[tuple[PastAudience, ...], tuple[UnheldAudience, ...], list[transactions.Named]]:
    """The person's other audiences, the latest first: those that were held or decided, and the rest; what they name."""
    rows = transaction.connection.execute(
        records()
        .add_columns(outcome.c.code, outcome.c.text_sealed, outcome.c.follows_sealed, outcome.c.responsible_unit)
        .outerjoin(outcome, outcome.c.appointment_id == appointment.c.id)
        .where(
            appointment.c.person_id == found.person_id,
            appointment.c.id != found.id,
            appointment.c.booked_at.is_not(None),  # an offer that came to nothing was never theirs
            appointment.c.state != AppointmentState.HELD.value,
        )
        .order_by(appointment.c.starts_at.desc(), appointment.c.id)
        .limit(_MOST_AUDIENCES)
    ).all()
    offices, services = rules(transaction).offices, rules(transaction).services
    others = [(record_of(transaction, row), row) for row in rows]
    held = [(past, row) for past, row in others if row.completed_at is not None or row.code is not None]
    # what one office wrote with somebody is not for another one to read
    own = {past.id for past, _ in held if past.attending_id == actor.office_id}
    lines = lines_of_each(transaction, own, _PAST_LINES)
    amendments = amendments_of_each(transaction, {past.id for past, row in held if row.code is not None})
    decided = {past.id: decision_of(transaction, past.id, row) for past, row in held if row.code is not None}
    history = (
        PastAudience(
            held_at=past.starts_at,
            office_title=offices[past.attending_id].title,
            service_name=services[past.service_id].name,
            decision=decided.get(past.id),
            chat=lines.get(past.id, ()),
            amendments=amendments.get(past.id, ()),
            subject=past.subject if past.id in own or past.case_id == found.case_id else "",
            same_case=past.case_id == found.case_id,
        )
        for past, _ in held
    )
    named = [
        transactions.Named(decided[past.id].transaction_number, past.attending_id)
        for past, _ in held
        if past.id in decided and decided[past.id].transaction_number
    ]
    known = {past.id for past, _ in held}
    unheld = (
        UnheldAudience(
            starts_at=other.starts_at,
            state=other.state,
            office_title=offices[other.attending_id].title,
            service_name=services[other.service_id].name,
            same_case=other.case_id == found.case_id,
        )
        for other, _ in others
        if other.id not in known
    )
    return tuple(history), tuple(unheld), named


def _asked(transaction: Transaction, found: Record) -> list[Asked]:
    """What the person asked for, the latest first; those of the same case come in before all others."""
    rows = transaction.connection.execute(
        select(request)
        .where(request.c.person_id == found.person_id, request.c.state != RequestState.MERGED.value)
        .order_by((request.c.case_id == found.case_id).desc(), request.c.submitted_at.desc(), request.c.id)
        .limit(_MOST_REQUESTS)
    ).all()
    return sorted((asked_of(row) for row in rows), key=lambda each: each.row.submitted_at, reverse=True)


def _past_request(transaction: Transaction, actor: Actor, found: Record, asked: Asked) -> PastRequest:
    row, rulebook = asked.row, rules(transaction)
    is_same = asked.case_id == found.case_id
    said = opened(transaction, "request.answer", asked.id, row.answer_sealed)
    is_declined = asked.state is RequestState.DECLINED
    own_agency = None if actor.office_id is None else rulebook.offices[actor.office_id].agency_id
    may_read = is_same or asked.agency_id == own_agency
    return PastRequest(
        submitted_at=row.submitted_at,
        changed_at=row.changed_at,
        state=asked.state,
        unit=unit_of(transaction, asked),
        service_name=None if asked.service_id is None else rulebook.services[asked.service_id].name,
        text=opened(transaction, "request.text", asked.id, row.text_sealed) if may_read else "",
        answer=None if is_declined or not said else said,
        declined=Declined(unit=row.decline_unit or "", reason=said, next_step=row.decline_next or "")
        if is_declined
        else None,
        same_case=is_same,
    )


def _advice(transaction: Transaction, request_ids: list[str]) -> tuple[Advice, ...]:
    """What those who worked on these requests wrote to whoever reads them next, the latest first."""
    if not request_ids:
        return ()
    rows = transaction.connection.execute(
        select(request_step, staff.c.name_ar, staff.c.name_en, staff.c.office_id.label("of_office"))
        .outerjoin(staff, staff.c.id == request_step.c.actor)
        .where(
            request_step.c.request_id.in_(request_ids),
            request_step.c.step.in_([RequestStep.ESCALATE.value, RequestStep.ROUTE.value]),
            request_step.c.words_sealed.is_not(None),
        )
        .order_by(request_step.c.at.desc(), request_step.c.version.desc())
        .limit(_MOST_ADVICE)
    ).all()
    return tuple(_advised(transaction, rows))


def _advised(transaction: Transaction, rows: Iterable[_Columns]) -> Iterable[Advice]:
    offices = rules(transaction).offices
    for row in rows:
        unit, to = offices.get(row.of_office), offices.get(row.office_id)
        yield Advice(
            at=row.at,
            by=None if row.name_ar is None else Texts(ar=row.name_ar, en=row.name_en),
            unit=None if unit is None else unit.title,
            to=None if to is None else to.title,
            words=opened(transaction, "request_step.words", row.id, row.words_sealed),
            is_recommendation=row.step == RequestStep.ESCALATE.value,
        )
