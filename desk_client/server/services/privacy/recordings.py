"""The end of what was recorded, and who hears of what became of it.

Blocks and key go together; that it was stays on record, and who had agreed.
"""

from sqlalchemy import ColumnElement, delete, func, select, update

from desk_client.domain.called_in import Call
from desk_client.domain.ids import AppointmentId, OfficeId, PersonId
from desk_client.domain.recording import HOLDS_SOMETHING, OPEN, RecordingEnd, RecordingState
from desk_client.server.services.actor import Actor
from desk_client.server.services.trail import announce, announce_office, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import staff
from desk_client.server.storage.tables.recordings import recording, recording_block
from desk_client.server.storage.tables.rooms import room, room_call


def destroy(transaction: Transaction, actor: Actor | None, which: ColumnElement[bool], reason: RecordingEnd) -> int:
    """Destroy recordings, those that run included; the talk's ends are told. How many went."""
    run = transaction.connection.execute
    states = sorted(state.value for state in HOLDS_SOMETHING | OPEN)
    rows = run(
        select(recording.c.id, recording.c.office_id, recording.c.state, appointment.c.id, appointment.c.person_id)
        .join(appointment, appointment.c.id == recording.c.appointment_id)
        .where(which, recording.c.state.in_(states))
        .with_for_update(of=recording)  # who hands in a block just now comes first, and the next one in vain
    ).all()
    for recording_id, office_id, state, appointment_id, person_id in rows:
        holds = RecordingState(state) in HOLDS_SOMETHING
        run(delete(recording_block).where(recording_block.c.recording_id == recording_id))
        run(
            update(recording)
            .where(recording.c.id == recording_id)
            .values(
                state=(RecordingState.DESTROYED if holds else RecordingState.DECLINED).value,
                end_reason=reason.value,
                ended_at=transaction.now,
                key_sealed=None,
            )
        )
        record(transaction, actor, f"destroy_recording:{reason.value}", recording_id)
        tell(transaction, AppointmentId(appointment_id), OfficeId(office_id), PersonId(person_id))
    return len(rows)


def tell(transaction: Transaction, appointment_id: AppointmentId, office_id: OfficeId, person_id: PersonId) -> None:
    """Everybody in the talk hears that something of its recording changed: both ends, and who was called in."""
    announce(transaction, appointment_id, office_id, person_id)
    desks = transaction.connection.execute(
        select(func.coalesce(staff.c.office_id, staff.c.agency_id))
        .join(room_call, room_call.c.staff_id == staff.c.id)
        .join(room, room.c.id == room_call.c.room_id)
        .where(
            room.c.appointment_id == appointment_id,
            room.c.closed_at.is_(None),
            room_call.c.state.in_([call.value for call in Call if call.is_open]),
        )
        .distinct()
    ).scalars()
    for desk in sorted(each for each in desks if each is not None and each != office_id):
        announce_office(transaction, OfficeId(desk), appointment_id)


def of_person(person_id: PersonId) -> ColumnElement[bool]:
    """The recordings of that citizen's talks."""
    return recording.c.appointment_id.in_(select(appointment.c.id).where(appointment.c.person_id == person_id))
