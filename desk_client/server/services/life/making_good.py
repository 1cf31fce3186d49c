"""What is done for somebody whom we could not receive: the next free time, or the head of the waitlist."""

from datetime import datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select

from desk_client.domain.access import Action
from desk_client.domain.appointment import Step
from desk_client.domain.ids import AppointmentId, WaitlistId
from desk_client.domain.outcomes import Refusal
from desk_client.domain.slot_grid import moments
from desk_client.protocol.incidents import Unserved
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import claims
from desk_client.server.services.booking.appointments import Record, appointment_answer, moved, reachable
from desk_client.server.services.booking.given import give
from desk_client.server.services.booking.holding import place_of
from desk_client.server.services.booking.telling import tell_about
from desk_client.server.services.finding.availability import MOST_DAYS, free_in, stretches
from desk_client.server.services.life.audiences import close_room
from desk_client.server.services.life.changes import unchanged
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.services.waitlist.waitlists import put
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import incident
from desk_client.server.storage.tables.people import person

PRIORITY: Final = 1
_TRIES: Final = 12


def mark_unserved(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, version: int | None
) -> Unserved | Refusal:
    """They came, or would have come, and the fault was ours (glossary "no-show").

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, ILLEGAL_TRANSITION.
    """
    found = unchanged(reachable(transaction, actor, Action.MARK_UNSERVED, appointment_id), version)
    return found if isinstance(found, Refusal) else make_good(transaction, actor, found)


def make_good(
    transaction: Transaction, actor: Actor | None, found: Record, taken: Step = Step.MARK_UNSERVED, **values: object
) -> Unserved | Refusal:
    """Record that it was not held, and book them again with priority; no actor is a job. ILLEGAL_TRANSITION.

    `taken` is the step that says so, and other columns may change with it.
    """
    lock_row(transaction.connection, person, found.person_id)
    unserved = moved(transaction, actor, found, taken, **values)
    if isinstance(unserved, Refusal):
        return unserved
    claims.release(transaction, [found.id])
    close_room(transaction, found.id)
    again = _next_free(transaction, actor, unserved)
    wait_id = None
    if again is None:
        wait_id = _first_in_line(transaction, actor, unserved)
        tell_about(transaction, unserved, TemplateKey.CANCELLED_BY_OFFICE, dedupe_key=f"unserved:{found.id}")
    else:
        tell_about(transaction, again, TemplateKey.FAULT_REBOOKED, dedupe_key=f"unserved:{found.id}")
    return Unserved(
        appointment=appointment_answer(transaction, unserved),
        rebooked=None if again is None else appointment_answer(transaction, again),
        wait_id=wait_id,
    )


def _next_free(transaction: Transaction, actor: Actor | None, found: Record) -> Record | None:
    """The first free time of the same service, kind and place that no known fault covers, booked for them."""
    rulebook = rules(transaction)
    service = rulebook.services[found.service_id]
    zone = ZoneInfo(found.zone)
    parts = list(
        stretches(
            rulebook,
            service,
            transaction.now.astimezone(zone).date(),
            MOST_DAYS,
            found.kind,
            site_id=found.site_id,
            interpreter=found.interpreter,
        )
    )
    after = _not_before(transaction, found, zone)
    tries = 0
    for part, free in zip(parts, free_in(transaction, parts, found.person_id), strict=True):
        for starts_at in moments(part.grid, free):
            if starts_at <= after or starts_at == found.starts_at:
                continue
            if (tries := tries + 1) > _TRIES:
                return None
            place = place_of(
                transaction,
                service,
                starts_at,
                found.kind,
                site_id=found.site_id,
                person_id=found.person_id,
                interpreter=found.interpreter,
            )
            if isinstance(place, Refusal):
                continue
            given = give(
                transaction,
                actor,
                place,
                found.person_id,
                subject=found.subject,
                case_id=found.case_id,
                priority=PRIORITY,
                follows=found.id,
            )
            if not isinstance(given, Refusal):
                return given
    return None


def _not_before(transaction: Transaction, found: Record, zone: ZoneInfo) -> datetime:
    """When the faults that are known for this office and place are over; the next day where nobody knows."""
    after = transaction.now
    tomorrow = transaction.now.astimezone(zone).date() + timedelta(days=1)
    rows = transaction.connection.execute(
        select(incident.c.ends_at).where(
            incident.c.confirmed,
            or_(incident.c.ends_at.is_(None), incident.c.ends_at > transaction.now),
            or_(incident.c.site_id.is_(None), incident.c.site_id == found.site_id),
            or_(incident.c.office_id.is_(None), incident.c.office_id == found.attending_id),
        )
    ).scalars()
    for ends_at in rows:
        after = max(after, datetime.combine(tomorrow, time(0), zone) if ends_at is None else ends_at)
    return after


def _first_in_line(transaction: Transaction, actor: Actor | None, found: Record) -> WaitlistId:
    wished = {
        "person_id": found.person_id,
        "office_id": found.office_id,
        "service_id": found.service_id,
        "site_id": found.site_id,
        "governorate_id": found.governorate_id,
        "kind": found.kind.value,
        "part_of_day": None,
        "before": None,
        "appointment_id": found.id,
    }
    return put(transaction, actor, wished, priority=PRIORITY)
