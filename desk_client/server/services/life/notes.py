"""What an office writes to somebody who waits or talks: kept with the appointment, sealed, and read by both at once."""

from typing import Any, Final

from sqlalchemy import Row, func, insert, select

from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import AppointmentId, new_note_id
from desk_client.domain.notes import NoteKind, Prepared, may_be_written
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.notes import Note, NoteAsk, Notes, NotesSent, NoteToAllAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import Record, reachable, record_of, records
from desk_client.server.services.life.owed_calls import call_back_of
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import announce, looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.rooms import office_note

MOST: Final = 500
"""Of one audience: a caption each few seconds for half an hour."""
_SHOWN: Final = 20
_TEXT: Final = "office_note.text"


def write(transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: NoteAsk) -> Note | Refusal:
    """Write a note; whoever it is for is told to read.

    Refusals: FORBIDDEN, NOT_FOUND, INVALID_REQUEST with the field (neither text nor sentence, or both),
    ILLEGAL_TRANSITION (nobody is there who reads it), LIMIT_REACHED.
    """
    found = reachable(transaction, actor, Action.WRITE_NOTE, appointment_id)
    if isinstance(found, Refusal):
        return found
    if (refusal := _unsound(ask)) is not None:
        return refusal
    if not may_be_written(ask.kind, found.state):
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    return _written(transaction, actor, found, ask)


def caption(transaction: Transaction, actor: Actor, found: Record, text: str) -> Note | Refusal:
    """Write what the citizen reads large, for whoever was found to be allowed to.

    Refusals: INVALID_REQUEST with the field, ILLEGAL_TRANSITION (no talk runs), LIMIT_REACHED.
    """
    ask = NoteAsk(kind=NoteKind.CAPTION, text=text)
    if (refusal := _unsound(ask)) is not None:
        return refusal
    if not may_be_written(ask.kind, found.state):
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    return _written(transaction, actor, found, ask)


def write_to_all(transaction: Transaction, actor: Actor, ask: NoteToAllAsk) -> NotesSent | Refusal:
    """Write the same to everybody who waits for the office; where nobody does, nothing happens.

    Refusals: FORBIDDEN, INVALID_REQUEST with the field (neither text nor sentence, or both).
    """
    if actor.office_id is None or actor.refused(Action.WRITE_NOTE) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    if (refusal := _unsound(ask)) is not None:
        return refusal
    states = [state.value for state in AppointmentState if may_be_written(NoteKind.WAITING, state)]
    rows = transaction.connection.execute(
        records()
        .where(appointment.c.attending_id == actor.office_id, appointment.c.state.in_(states))
        .order_by(appointment.c.id)
    ).all()
    here = [record_of(transaction, row) for row in rows]
    mine = [each for each in here if actor.refused(Action.WRITE_NOTE, each.ownership(rules(transaction))) is None]
    notes = [_written(transaction, actor, each, ask) for each in mine]
    return NotesSent(sent=sum(isinstance(each, Note) for each in notes))


def _unsound(ask: NoteAsk) -> Refusal | None:
    if bool(ask.text.strip()) is (ask.prepared is not None):
        return Refusal(RefusalCode.INVALID_REQUEST, field="text")
    if ask.prepared is not None and ask.kind is not NoteKind.WAITING:
        return Refusal(RefusalCode.INVALID_REQUEST, field="prepared")
    if ask.minutes is not None and ask.prepared is not Prepared.DELAYED:
        return Refusal(RefusalCode.INVALID_REQUEST, field="minutes")
    return None


def _written(transaction: Transaction, actor: Actor, found: Record, ask: NoteAsk) -> Note | Refusal:
    text = ask.text.strip()
    run = transaction.connection.execute
    written = select(func.count()).where(office_note.c.appointment_id == found.id)
    if run(written).scalar_one() >= MOST:
        return Refusal(RefusalCode.LIMIT_REACHED)
    note_id = new_note_id(transaction.id_bytes())
    run(
        insert(office_note).values(
            id=note_id,
            appointment_id=found.id,
            kind=ask.kind.value,
            text_sealed=transaction.vault.seal(_TEXT, note_id, text),
            prepared=ask.prepared,
            minutes=ask.minutes,
            sent_by=actor.staff_id,
            sent_at=transaction.now,
        )
    )
    record(transaction, actor, Action.WRITE_NOTE.value, found.id)
    announce(transaction, found.id, found.attending_id, found.person_id)
    return Note(
        id=note_id, kind=ask.kind, text=text, prepared=ask.prepared, minutes=ask.minutes, sent_at=transaction.now
    )


def read(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Notes | Refusal:
    """The newest, and the call by phone that is owed. Refusals: FORBIDDEN, NOT_FOUND."""
    found = reachable(transaction, actor, Action.SEE_NOTES, appointment_id)
    if isinstance(found, Refusal):
        return found
    looked_at(transaction, actor, Action.SEE_NOTES.value, found.person_id, found.id)
    rows = transaction.connection.execute(
        select(office_note)
        .where(office_note.c.appointment_id == found.id)
        .order_by(office_note.c.sent_at.desc(), office_note.c.id.desc())
        .limit(_SHOWN)
    ).all()
    return Notes(
        notes=tuple(_note(transaction, row) for row in reversed(rows)),
        call_back=call_back_of(transaction, found.id),
    )


def _note(transaction: Transaction, row: Row[Any]) -> Note:
    text = transaction.vault.open(_TEXT, row.id, row.text_sealed)
    prepared = None if row.prepared is None else Prepared(row.prepared)
    return Note(
        id=row.id,
        kind=NoteKind(row.kind),
        text=text,
        prepared=prepared,
        minutes=row.minutes,
        sent_at=row.sent_at,
    )
