"""What an outcome asks for is a request in the work list of whoever is to do it, until it is settled there.

Whoever is named in it is an office of the house, or somebody whom the house does not know: then the office that
decided has it on its own list, and sees to it. What came of it is read beside the outcome.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import insert, select

from desk_client.domain.decision import Decision, Part, same_name
from desk_client.domain.ids import AppointmentId, RequestId, SiteId, new_request_id
from desk_client.domain.request import ANSWER_WITHIN, OPEN_STATES, RequestState, RequestStep, Rung
from desk_client.protocol.appointments import CarriedOut
from desk_client.server.services.actor import Actor
from desk_client.server.services.asking.requests import answer_of, asked_of, found_again, step, unit_of, write_down
from desk_client.server.services.booking.appointments import Record
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import OfficeRules, Rulebook
from desk_client.server.services.trail import announce_request, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import request


@dataclass(frozen=True, slots=True)
class _Wanted:
    part: Part
    number: int
    unit: str
    text: str
    due_at: datetime


def give_work(transaction: Transaction, actor: Actor, found: Record, decision: Decision) -> None:
    """Put all that the decision asks for before those who do it; the citizen reads it in the outcome."""
    for wanted in _wanted(transaction, found, decision):
        office = _office_named(rules(transaction), found, wanted.unit, transaction.now)
        request_id = new_request_id(transaction.id_bytes())
        site = rules(transaction).sites[_site_id(rules(transaction), found)]
        transaction.connection.execute(
            insert(request).values(
                id=request_id,
                case_id=found.case_id,
                person_id=found.person_id,
                agency_id=office.agency_id,
                office_id=office.id,
                site_id=site.id,
                governorate_id=site.governorate_id,
                rung=Rung(office.rung).value,
                state=RequestState.ROUTED.value,
                version=1,
                text_sealed=transaction.vault.seal("request.text", request_id, wanted.text),
                submitted_at=transaction.now,
                changed_at=transaction.now,
                due_at=wanted.due_at,
                decided_in=found.id,
                decided_as=wanted.part.value,
                decided_number=wanted.number,
            )
        )
        record(transaction, actor, f"decide_request:{wanted.part.value}", request_id)
        write_down(transaction, actor, found_again(transaction, request_id), RequestStep.ROUTE, "")
        announce_request(transaction, request_id, office.agency_id, office.id)


def take_back(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> None:
    """The outcome stands no more: whatever of it is not settled yet is nobody's work any longer."""
    states = sorted(state.value for state in OPEN_STATES)
    query = select(request).where(request.c.decided_in == appointment_id, request.c.state.in_(states))
    for row in transaction.connection.execute(query).all():
        step(transaction, actor, asked_of(row), RequestStep.WITHDRAW)


def carried_out(
    transaction: Transaction, appointment_id: AppointmentId, recorded_at: datetime
) -> tuple[CarriedOut, ...]:
    """How it stands with each thing that the outcome asks for, in the order in which it names them.

    What an outcome asked for that was taken back is no part of the one that was recorded after it, done or not.
    """
    query = select(request).where(
        request.c.decided_in == appointment_id,
        request.c.submitted_at >= recorded_at,
        request.c.state != RequestState.WITHDRAWN.value,
    )
    found = [asked_of(row) for row in transaction.connection.execute(query).all()]
    order = list(Part)
    said = []
    for each in sorted(found, key=lambda one: (order.index(Part(one.row.decided_as)), one.row.decided_number, one.id)):
        now = answer_of(transaction, each)
        said.append(
            CarriedOut(
                part=Part(each.row.decided_as),
                number=each.row.decided_number,
                request_id=RequestId(each.id),
                state=each.state,
                unit=unit_of(transaction, each),
                changed_at=each.row.changed_at,
                answer=now.answer or (now.declined.reason if now.declined is not None else ""),
            )
        )
    return tuple(said)


def _wanted(transaction: Transaction, found: Record, decision: Decision) -> Iterator[_Wanted]:
    directive, follow_up, now = decision.directive, decision.follow_up, transaction.now
    if directive is not None:
        yield _Wanted(Part.DIRECTIVE, 0, directive.unit, directive.text, now + ANSWER_WITHIN)
    for number, each in enumerate(decision.actions):
        beyond = datetime.combine(each.due + timedelta(days=1), time.min, ZoneInfo(found.zone))
        yield _Wanted(Part.ACTION, number, each.owner, each.text, beyond)
    if follow_up is not None:
        within = now + timedelta(weeks=follow_up.within_weeks)
        yield _Wanted(Part.FOLLOW_UP, 0, follow_up.office, decision.text, within)


def _office_named(rulebook: Rulebook, found: Record, unit: str, now: datetime) -> OfficeRules:
    """The office of that name, of the same agency before another's; the one that decided where there is none."""
    deciding = rulebook.offices[found.attending_id]
    named = [
        each
        for each in rulebook.offices.values()
        if (same_name(unit, each.title.ar) or same_name(unit, each.title.en))
        and rulebook.receiving(each.id, now) is not None
    ]
    return min(named, key=lambda each: (each.agency_id != deciding.agency_id, each.rank, each.id), default=deciding)


def _site_id(rulebook: Rulebook, found: Record) -> SiteId:
    """Where they were received; for whom that was nowhere, the first place of their governorate, or of all."""
    if found.site_id is not None:
        return found.site_id
    elsewhere = {site.id: site.governorate_id != found.governorate_id for site in rulebook.sites.values()}
    return min(elsewhere, key=lambda site_id: (elsewhere[site_id], site_id))
