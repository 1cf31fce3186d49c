"""Who may book a service that is booked only after triage: whom triage gave the right to, once for each time it did."""

from sqlalchemy import exists, select

from desk_client.domain.access import Action, Ownership
from desk_client.domain.ids import CaseId, PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.request import RequestState
from desk_client.server.services.actor import Actor
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import ServiceRules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, request


def right_to_book(
    transaction: Transaction, actor: Actor, service: ServiceRules, person_id: PersonId, request_id: str | None
) -> CaseId | Refusal | None:
    """The case that a booking belongs to: that of the request which it answers; None for one of its own.

    Whoever triages for the office needs no right. Refusals: NOT_FOUND (field `request_id`: no such right, or it was
    used), FORBIDDEN (field `service_id`: the service is not open to direct booking).
    """
    if request_id is None:
        if not service.by_request or _triages(transaction, actor, service):
            return None
        return Refusal(RefusalCode.FORBIDDEN, field="service_id")
    used = exists().where(appointment.c.case_id == request.c.case_id, appointment.c.booked_at >= request.c.changed_at)
    case_id = transaction.connection.execute(
        select(request.c.case_id).where(
            request.c.id == request_id,
            request.c.person_id == person_id,
            request.c.service_id == service.id,
            request.c.state == RequestState.SCHEDULED.value,
            ~used,
        )
    ).scalar_one_or_none()
    return Refusal(RefusalCode.NOT_FOUND, field="request_id") if case_id is None else CaseId(case_id)


def _triages(transaction: Transaction, actor: Actor, service: ServiceRules) -> bool:
    agency_id = rules(transaction).offices[service.office_id].agency_id
    return (
        actor.is_staff
        and actor.refused(Action.TRIAGE, Ownership(office_ids=frozenset({service.office_id}), agency_id=agency_id))
        is None
    )
