"""Changes of mind and of plan: cancelling, moving, missing, and making good what went wrong through a fault of ours."""

from datetime import timedelta
from typing import Final

from sqlalchemy import or_, select

from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState, Step
from desk_client.domain.booking_rules import may_cancel, may_change
from desk_client.domain.ids import AppointmentId, OfficeId, SiteId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Appointment
from desk_client.protocol.slots import MoveAsk
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import claims
from desk_client.server.services.booking.appointments import (
    Record,
    appointment_answer,
    moved,
    reachable,
)
from desk_client.server.services.booking.holding import interpreter_of, place_of, seat_of
from desk_client.server.services.booking.telling import tell_about
from desk_client.server.services.life.audiences import close_room
from desk_client.server.services.rulebook import rules
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import incident

GRACE: Final = timedelta(minutes=10)
"""How long after the slot's end one waits before somebody counts as not having come."""


def cancel(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, version: int | None
) -> Appointment | Refusal:
    """Give an appointment up; its time is free at once.

    A citizen may until the service's limit, or as long as they wait; the office whenever it must.
    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, TOO_LATE_TO_CHANGE, ILLEGAL_TRANSITION.
    """
    found = unchanged(reachable(transaction, actor, Action.CANCEL, appointment_id), version)
    if isinstance(found, Refusal):
        return found
    if found.state is AppointmentState.HELD:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)  # a hold is given back, and nobody is told of it
    service = rules(transaction).services[found.service_id]
    if not actor.is_staff and found.state is not AppointmentState.WAITING:
        refusal = may_cancel(transaction.now, found.starts_at, service.change)
        if refusal is not None:
            return refusal
    reason = "by_staff" if actor.is_staff else "by_citizen"
    what = TemplateKey.CANCELLED_BY_OFFICE if actor.is_staff else TemplateKey.CANCELLED_BY_YOU
    cancelled = called_off(transaction, actor, found, reason, what)
    return cancelled if isinstance(cancelled, Refusal) else appointment_answer(transaction, cancelled)


def called_off(
    transaction: Transaction, actor: Actor, found: Record, reason: str, what: TemplateKey
) -> Record | Refusal:
    """Give an appointment's time back and tell the person, for whoever may. Refusal: ILLEGAL_TRANSITION."""
    cancelled = moved(transaction, actor, found, Step.CANCEL, cancel_reason=reason)
    if isinstance(cancelled, Refusal):
        return cancelled
    claims.release(transaction, [found.id])
    tell_about(transaction, cancelled, what, dedupe_key=f"cancelled:{found.id}")
    return cancelled


def reschedule(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: MoveAsk, version: int | None
) -> Appointment | Refusal:
    """Move an appointment to another slot of the same service: ticket and code stay, or nothing changes at all.

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, TOO_LATE_TO_CHANGE, ILLEGAL_TRANSITION, SLOT_UNAVAILABLE,
    SLOT_TAKEN, KIND_NOT_OFFERED.
    """
    found = unchanged(reachable(transaction, actor, Action.RESCHEDULE, appointment_id), version)
    if isinstance(found, Refusal):
        return found
    service = rules(transaction).services[found.service_id]
    if not actor.is_staff and (refusal := may_change(transaction.now, found.starts_at, service.change)) is not None:
        return refusal
    place = place_of(
        transaction,
        service,
        ask.starts_at,
        found.kind,
        site_id=found.site_id if ask.site_id is None else SiteId(ask.site_id),
        person_id=found.person_id,
        interpreter=found.interpreter,
    )
    if isinstance(place, Refusal):
        return place
    exchange = transaction.connection.begin_nested()
    claims.release(transaction, [found.id])
    claimed = claims.take(transaction, place.needs, place.quanta, found.id, None)
    if claimed is None:
        exchange.rollback()
        return Refusal(RefusalCode.SLOT_TAKEN)
    changed = moved(
        transaction,
        actor,
        found,
        Step.RESCHEDULE,
        attending_id=place.attending_id,
        site_id=place.site_id,
        governorate_id=place.governorate_id,
        starts_at=place.starts_at,
        ends_at=place.ends_at,
        seat=seat_of(place, claimed),
        claims=len(claimed) * len(place.quanta),
        interpreter_id=interpreter_of(place, claimed),
        reminded_at=None,
    )
    if isinstance(changed, Refusal):
        exchange.rollback()
        return changed
    exchange.commit()
    tell_about(transaction, changed, TemplateKey.MOVED, dedupe_key=f"moved:{found.id}:{changed.version}")
    return appointment_answer(transaction, changed)


def mark_no_show(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, version: int | None
) -> Appointment | Refusal:
    """They did not come. Never recorded when the fault was ours (glossary "no-show").

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, TOO_EARLY, ILLEGAL_TRANSITION (also where a fault of ours is
    recorded for that time and place: then it is `mark_unserved`).
    """
    found = unchanged(reachable(transaction, actor, Action.MARK_NO_SHOW, appointment_id), version)
    if isinstance(found, Refusal):
        return found
    over = found.ends_at + GRACE
    if transaction.now < over:
        return Refusal(RefusalCode.TOO_EARLY, retry_after_s=int((over - transaction.now).total_seconds()) + 1)
    if fault_was_ours(transaction, found):
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    missed = moved(transaction, actor, found, Step.MARK_NO_SHOW)
    if isinstance(missed, Refusal):
        return missed
    tell_about(transaction, missed, TemplateKey.NO_SHOW, dedupe_key=f"no_show:{found.id}")
    return appointment_answer(transaction, missed)


def transfer(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, to: OfficeId, version: int | None
) -> Appointment | Refusal:
    """Send somebody who waits, or whom one has just met, to another office; they keep their place in the queue.

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_FAILED, ILLEGAL_TRANSITION, INVALID_REQUEST (to the same office).
    """
    found = unchanged(reachable(transaction, actor, Action.TRANSFER, appointment_id), version)
    if isinstance(found, Refusal):
        return found
    if rules(transaction).receiving(to, transaction.now) is None:
        return Refusal(RefusalCode.NOT_FOUND, field="office_id")
    if to == found.attending_id:
        return Refusal(RefusalCode.INVALID_REQUEST, field="office_id")
    sent = moved(transaction, actor, found, Step.TRANSFER, attending_id=to)
    if isinstance(sent, Refusal):
        return sent
    close_room(transaction, found.id)
    return appointment_answer(transaction, sent)


def fault_was_ours(transaction: Transaction, found: Record) -> bool:
    """Whether a fault of the house's is recorded for the time and the place of an appointment."""
    return (
        transaction.connection.execute(
            select(incident.c.seq)
            .where(
                incident.c.confirmed,
                incident.c.starts_at < found.ends_at,
                or_(incident.c.ends_at.is_(None), incident.c.ends_at > found.starts_at),
                or_(incident.c.site_id.is_(None), incident.c.site_id == found.site_id),
                or_(incident.c.office_id.is_(None), incident.c.office_id == found.attending_id),
            )
            .limit(1)
        ).first()
        is not None
    )


def unchanged(found: Record | Refusal, version: int | None) -> Record | Refusal:
    """The record, if it is still the one that the asker has seen (`If-Match`); PRECONDITION_FAILED otherwise."""
    if isinstance(found, Refusal) or version is None or found.version == version:
        return found
    return Refusal(RefusalCode.PRECONDITION_FAILED)
