"""The hour of an audience: check-in, the office's agenda and brief, admission, sending back, completion."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import and_, insert, or_, select, update

from desk_client.domain.access import Action
from desk_client.domain.appointment import IN_HAND_STATES, AppointmentState, Step
from desk_client.domain.decision import Decision, DecisionCode
from desk_client.domain.ids import AppointmentId, new_room_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import Agenda, AgendaItem, Appointment, Brief, PastAudience
from desk_client.server.services.actor import Actor
from desk_client.server.services.appointments import (
    Record,
    agenda_item,
    appointment_answer,
    find,
    reachable,
    record_of,
    records,
    step,
)
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, outcome
from desk_client.server.storage.tables.region import office
from desk_client.server.storage.tables.rooms import room

VERIFIED_BY_SMS: Final = "sms_code"
_HISTORY: Final = 10


def check_in(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Appointment | Refusal:
    """The citizen is here, at a kiosk. Refusals: FORBIDDEN, NOT_FOUND, TOO_EARLY, TOO_LATE, ILLEGAL_TRANSITION."""
    found = reachable(transaction, actor, Action.CHECK_IN, appointment_id)
    if isinstance(found, Refusal):
        return found
    opens_at = found.starts_at - transaction.settings.audiences.check_in_before
    if found.state is AppointmentState.BOOKED:
        if transaction.now < opens_at:
            wait = opens_at - transaction.now
            return Refusal(RefusalCode.TOO_EARLY, retry_after_s=int(wait.total_seconds()) + 1)
        if transaction.now >= found.ends_at:
            return Refusal(RefusalCode.TOO_LATE)
    moved = _moved(
        transaction,
        actor,
        found,
        Step.CHECK_IN,
        checked_in_at=transaction.now,
        checked_in_kiosk_id=actor.kiosk_id,
    )
    return moved if isinstance(moved, Refusal) else appointment_answer(transaction, moved)


def agenda(transaction: Transaction, actor: Actor, day: date | None) -> Agenda | Refusal:
    """The audiences of the office's day, by time. Refusal: FORBIDDEN.

    Without a day it is the office's own today, and with it whatever is in hand: one who comes late in the evening for a
    slot after midnight is not overlooked, nor an outcome that was not written on its day.
    """
    if actor.office_id is None or actor.refused(Action.SEE_AGENDA) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    zone = ZoneInfo(
        transaction.connection.execute(select(office.c.zone).where(office.c.id == actor.office_id)).scalar_one()
    )
    shown = transaction.now.astimezone(zone).date() if day is None else day
    that_day = and_(
        appointment.c.starts_at >= datetime.combine(shown, time(0), zone),
        appointment.c.starts_at < datetime.combine(shown + timedelta(days=1), time(0), zone),
    )
    in_hand = appointment.c.state.in_([state.value for state in IN_HAND_STATES])
    rows = transaction.connection.execute(
        records()
        .where(
            appointment.c.office_id == actor.office_id,
            or_(that_day, in_hand) if day is None else that_day,
            appointment.c.state != AppointmentState.CANCELLED.value,
        )
        .order_by(appointment.c.starts_at)
    ).all()
    return Agenda(date=shown, items=tuple(agenda_item(record_of(row)) for row in rows))


def brief(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Brief | Refusal:
    """Who comes, about what, and what came before. Refusals: FORBIDDEN, NOT_FOUND."""
    found = reachable(transaction, actor, Action.SEE_BRIEF, appointment_id)
    if isinstance(found, Refusal):
        return found
    rows = transaction.connection.execute(
        records()
        .add_columns(outcome.c.code, outcome.c.text, outcome.c.responsible_unit)
        .outerjoin(outcome, outcome.c.appointment_id == appointment.c.id)
        .where(
            appointment.c.person_id == found.person_id,
            appointment.c.id != found.id,
            appointment.c.completed_at.is_not(None),
        )
        .order_by(appointment.c.starts_at.desc())
        .limit(_HISTORY)
    ).all()
    return Brief(
        item=agenda_item(found),
        verified_by=VERIFIED_BY_SMS,
        booked_at=found.booked_at,
        history=tuple(
            PastAudience(
                held_at=past.starts_at,
                office_title=past.office_title,
                service_name=past.service_name,
                decision=None
                if row._mapping["code"] is None  # noqa: SLF001 - SQLAlchemy's public accessor
                else Decision(
                    DecisionCode(row._mapping["code"]),  # noqa: SLF001 - the same
                    row._mapping["text"],  # noqa: SLF001 - the same
                    row._mapping["responsible_unit"],  # noqa: SLF001 - the same
                ),
            )
            for row in rows
            for past in (record_of(row),)
        ),
    )


def admit(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> AgendaItem | Refusal:
    """Open a room for the two. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION."""
    found = reachable(transaction, actor, Action.ADMIT, appointment_id)
    if isinstance(found, Refusal):
        return found
    moved = _moved(transaction, actor, found, Step.ADMIT, admitted_at=transaction.now)
    if isinstance(moved, Refusal):
        return moved
    transaction.connection.execute(
        insert(room).values(
            id=new_room_id(transaction.id_bytes()),
            appointment_id=found.id,
            opened_at=transaction.now,
            negotiation=0,
            settled_by_official=False,
            settled_by_citizen=False,
        )
    )
    return agenda_item(moved)


def send_back(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> AgendaItem | Refusal:
    """Back to the waiting room; the room closes. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION."""
    found = reachable(transaction, actor, Action.SEND_BACK, appointment_id)
    if isinstance(found, Refusal):
        return found
    moved = _moved(transaction, actor, found, Step.SEND_BACK)
    if isinstance(moved, Refusal):
        return moved
    _close_room(transaction, found.id)
    return agenda_item(moved)


def complete(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> AgendaItem | Refusal:
    """The session is over; the room closes. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION."""
    found = reachable(transaction, actor, Action.COMPLETE, appointment_id)
    if isinstance(found, Refusal):
        return found
    moved = _moved(transaction, actor, found, Step.COMPLETE, completed_at=transaction.now)
    if isinstance(moved, Refusal):
        return moved
    _close_room(transaction, found.id)
    return agenda_item(moved)


def _moved(transaction: Transaction, actor: Actor, found: Record, taken: Step, **values: object) -> Record | Refusal:
    """Take the step, and read the appointment again."""
    following = step(transaction, actor, found, taken, **values)
    if isinstance(following, Refusal):
        return following
    moved = find(transaction, found.id)
    if moved is None:
        raise LookupError("an appointment is found in the transaction that moved it")
    return moved


def _close_room(transaction: Transaction, appointment_id: AppointmentId) -> None:
    transaction.connection.execute(
        update(room)
        .where(room.c.appointment_id == appointment_id, room.c.closed_at.is_(None))
        .values(closed_at=transaction.now)
    )
