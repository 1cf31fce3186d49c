"""The end of what was recorded: blocks and key go together, and only that it was stays on record."""

from sqlalchemy import ColumnElement, delete, select, update

from desk_client.domain.ids import AppointmentId, OfficeId, PersonId
from desk_client.domain.recording import HOLDS_SOMETHING, OPEN, RecordingEnd, RecordingState
from desk_client.server.services.actor import Actor
from desk_client.server.services.trail import announce, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.recordings import recording, recording_block


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
        announce(transaction, AppointmentId(appointment_id), OfficeId(office_id), PersonId(person_id))
    return len(rows)


def of_person(person_id: PersonId) -> ColumnElement[bool]:
    """The recordings of that citizen's talks."""
    return recording.c.appointment_id.in_(select(appointment.c.id).where(appointment.c.person_id == person_id))
