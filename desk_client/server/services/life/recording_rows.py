"""A recording's row: found, changed with everybody in the talk told, and shown."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Row, select, update

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId, OfficeId, PersonId, RecordingId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.recording import HOLDS_SOMETHING, OPEN, SHOWN, RecordingEnd, RecordingState
from desk_client.protocol.recordings import Recording
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import find
from desk_client.server.services.privacy import recordings
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.recordings import recording

Columns = Row[Any]  # of many types; the table checks them


def is_open() -> Any:  # SQLAlchemy's element of a condition
    """It is asked for, runs, or pauses."""
    return recording.c.state.in_(sorted(state.value for state in OPEN))


def newest(transaction: Transaction, appointment_id: AppointmentId) -> Columns | None:
    """The talk's last one, whatever became of it."""
    return transaction.connection.execute(
        select(recording)
        .where(recording.c.appointment_id == appointment_id)
        .order_by(recording.c.asked_at.desc(), recording.c.id.desc())
        .limit(1)
    ).one_or_none()


def is_something_left(transaction: Transaction, appointment_id: AppointmentId) -> bool:
    """Whether something of that talk was recorded and is not destroyed, or is asked for."""
    states = sorted(state.value for state in HOLDS_SOMETHING | OPEN)
    return _is_there(transaction, appointment_id, recording.c.state.in_(states))


def citizen_said_no(transaction: Transaction, appointment_id: AppointmentId) -> bool:
    """Whether the citizen declined in that talk, or withdrew."""
    return _is_there(transaction, appointment_id, recording.c.end_reason == RecordingEnd.WITHDRAWN.value)


def row_of(transaction: Transaction, recording_id: RecordingId) -> Columns:
    """One that is there."""
    return transaction.connection.execute(select(recording).where(recording.c.id == recording_id)).one()


def reachable(
    transaction: Transaction, actor: Actor, action: Action, recording_id: RecordingId, *, changes: bool = False
) -> Columns | Refusal:
    """A recording on which the actor may take the action: it is the office's that made it, wherever the case went."""
    if (refusal := actor.refused(action)) is not None:
        return refusal
    query = select(recording).where(recording.c.id == recording_id)
    row = transaction.connection.execute(query.with_for_update() if changes else query).one_or_none()
    found = None if row is None else find(transaction, AppointmentId(row.appointment_id))
    if row is None or found is None:
        return Refusal(RefusalCode.NOT_FOUND)
    ownership = replace(found.ownership(rules(transaction)), office_ids=frozenset({OfficeId(row.office_id)}))
    return actor.refused(action, ownership) or row


def end(transaction: Transaction, actor: Actor | None, row: Columns, reason: RecordingEnd) -> None:
    """It is over; what was recorded is kept."""
    then = RecordingState.ENDED if RecordingState(row.state) in SHOWN else RecordingState.DECLINED
    write(transaction, actor, row, then, ended_at=transaction.now, end_reason=reason.value)


def write(transaction: Transaction, actor: Actor | None, row: Columns, state: RecordingState, **values: object) -> None:
    """Change it, put that on record, and tell everybody in the talk."""
    transaction.connection.execute(
        update(recording).where(recording.c.id == row.id).values(state=state.value, **values)
    )
    record(transaction, actor, f"recording:{state.value}", row.id)
    person_id = transaction.connection.execute(
        select(appointment.c.person_id).where(appointment.c.id == row.appointment_id)
    ).scalar_one()
    recordings.tell(transaction, AppointmentId(row.appointment_id), OfficeId(row.office_id), PersonId(person_id))


def shown(row: Columns) -> Recording:
    """It without its key, as it crosses the wire."""
    return Recording(
        id=row.id,
        appointment_id=row.appointment_id,
        state=RecordingState(row.state),
        asked_at=row.asked_at,
        began_at=row.began_at,
        ended_at=row.ended_at,
        end_reason=None if row.end_reason is None else RecordingEnd(row.end_reason),
        expires_at=row.expires_at,
        size=row.size,
        duration_ms=row.duration_ms,
    )


def _is_there(transaction: Transaction, appointment_id: AppointmentId, which: ColumnElement[bool]) -> bool:
    query = select(recording.c.id).where(recording.c.appointment_id == appointment_id, which).limit(1)
    return transaction.connection.execute(query).first() is not None
