"""An office's break: those who wait see until when, and so does every desk of the office."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from sqlalchemy import delete, insert, select

from desk_client.domain.access import Action
from desk_client.domain.appointment import QUEUED_STATES
from desk_client.domain.ids import AppointmentId, OfficeId, PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.queues import Break, BreakAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.trail import announce, announce_office, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment, office_break
from desk_client.server.storage.tables.region import office


def begin(transaction: Transaction, actor: Actor, ask: BreakAsk) -> Break | Refusal:
    """Take a break from now on. Refusal: FORBIDDEN."""
    if actor.office_id is None or actor.refused(Action.RUN_WAITING_ROOM) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    lock_row(transaction.connection, office, actor.office_id)  # of two desks at once, the later break counts
    until = transaction.now + timedelta(minutes=ask.minutes)
    transaction.connection.execute(delete(office_break).where(office_break.c.office_id == actor.office_id))
    transaction.connection.execute(
        insert(office_break).values(office_id=actor.office_id, began_at=transaction.now, until=until)
    )
    record(transaction, actor, "begin_break", actor.office_id)
    tell_waiting_room(transaction, actor.office_id)
    return Break(began_at=transaction.now, until=until)


def end(transaction: Transaction, actor: Actor) -> Refusal | None:
    """The office is back; where it has no break, nothing happens. Refusal: FORBIDDEN."""
    if actor.office_id is None or actor.refused(Action.RUN_WAITING_ROOM) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    over(transaction, actor, actor.office_id)
    return None


def over(transaction: Transaction, actor: Actor, office_id: OfficeId) -> None:
    """Whatever break the office had is over."""
    there = office_break.c.office_id == office_id, office_break.c.until > transaction.now
    if transaction.connection.execute(delete(office_break).where(*there)).rowcount:
        record(transaction, actor, "end_break", office_id)
        tell_waiting_room(transaction, office_id)


def breaks(transaction: Transaction, office_ids: Collection[OfficeId]) -> Mapping[OfficeId, datetime]:
    """Until when these offices have a break; those that have none are missing."""
    rows = transaction.connection.execute(
        select(office_break.c.office_id, office_break.c.until).where(
            office_break.c.office_id.in_(sorted(office_ids)), office_break.c.until > transaction.now
        )
    )
    return {OfficeId(row.office_id): row.until for row in rows}


def tell_waiting_room(transaction: Transaction, office_id: OfficeId) -> None:
    """After the commit, everybody who waits for the office reads again, and so does every desk of it."""
    announce_office(transaction, office_id, office_id)
    waiting = transaction.connection.execute(
        select(appointment.c.id, appointment.c.person_id).where(
            appointment.c.attending_id == office_id,
            appointment.c.state.in_([state.value for state in sorted(QUEUED_STATES)]),
        )
    ).all()
    for row in waiting:
        announce(transaction, AppointmentId(row.id), office_id, PersonId(row.person_id))
