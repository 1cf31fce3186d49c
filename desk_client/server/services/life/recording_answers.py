"""What those who were called into a talk say of its recording; the citizen's own word stands in the recording's row.

Whoever sits in the talk is asked with the citizen, and whoever says yes to a call while the talk is recorded agrees by
that: so nobody is recorded who has not said yes. Each change is made with the audience's row locked, one after another.
"""

from datetime import datetime

from sqlalchemy import ColumnElement, delete, insert, select, update

from desk_client.domain.called_in import Call
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import AppointmentId, StaffId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.recording import AGREED_UPON, OPEN, RecordingEnd, RecordingState, Say
from desk_client.protocol.recordings import RecordedColleague, RecordingAnswerAsk, RecordingTerms
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import Record
from desk_client.server.services.life import recording_rows as rows
from desk_client.server.services.life.colleagues import name_of, people, title_of
from desk_client.server.services.life.recording_rows import Columns
from desk_client.server.services.privacy import recordings
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import staff
from desk_client.server.storage.tables.recordings import recording, recording_answer
from desk_client.server.storage.tables.rooms import room, room_call

_AGREE: str = "agree_to_recording"
_DECLINE: str = "decline_recording"


def terms() -> RecordingTerms:
    """The words to which whoever is recorded agrees today."""
    wording = present(Purpose.RECORDING)
    return RecordingTerms(text_version=wording.version, text=wording.text)


def citizen_says(row: Columns | None) -> Say:
    """What the citizen said of that recording, where they never said no in its talk."""
    if row is None:
        return Say.UNASKED
    if row.answered_at is not None:
        return Say.AGREED
    return Say.ASKED if row.state == RecordingState.ASKED.value else Say.UNASKED


def says(transaction: Transaction, actor: Actor, row: Columns | None) -> Say:
    """What a member of staff said of it: one who was called in, or the official, who agreed by asking."""
    if row is None:
        return Say.UNASKED
    mine = _answered(transaction, row, actor.staff_id)
    if mine is not None:
        return _say(mine)
    return Say.AGREED if row.asked_by == actor.staff_id else Say.UNASKED


def colleagues(transaction: Transaction, row: Columns | None) -> tuple[RecordedColleague, ...]:
    """Who agreed to it, also where they have left; and who is asked, or said no, as long as they sit in the talk."""
    if row is None:
        return ()
    inside = {call.staff_id: call.answered_at for call in _inside(transaction, AppointmentId(row.appointment_id))}
    answers = transaction.connection.execute(
        people(every=True)
        .add_columns(recording_answer.c.agreed_at, recording_answer.c.declined_at)
        .join(recording_answer, recording_answer.c.staff_id == staff.c.id)
        .where(recording_answer.c.recording_id == row.id)
        .order_by(recording_answer.c.asked_at, staff.c.id)
    ).all()
    return tuple(
        RecordedColleague(name=name_of(each), title=title_of(each), says=_say(each))
        for each in answers
        if _say(each) is Say.AGREED or _stands(each.declined_at, inside.get(each.id))
    )


def ask_all(transaction: Transaction, actor: Actor, row: Columns) -> None:
    """Ask everybody who was called in and said yes to the call, but for whoever asks."""
    for call in _inside(transaction, AppointmentId(row.appointment_id)):
        if call.staff_id != actor.staff_id:
            _insert(transaction, row, StaffId(call.staff_id))


def let_in(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, agrees_to: str | None
) -> Refusal | None:
    """Whoever says yes to a call comes into the talk: where it is recorded they agree to that, and else are asked.

    Refusals: CONSENT_REQUIRED (it is recorded, and they do not agree), PRECONDITION_FAILED (they do to other words than
    today's).
    """
    row = rows.newest(transaction, appointment_id)
    if row is None or actor.staff_id is None or RecordingState(row.state) not in OPEN:
        return None
    if RecordingState(row.state) in AGREED_UPON:
        if agrees_to is None:
            return Refusal(RefusalCode.CONSENT_REQUIRED, field=Purpose.RECORDING.value)
        if agrees_to != terms().text_version:
            return Refusal(RefusalCode.PRECONDITION_FAILED, field="agrees_to")
        _forget(transaction, row, actor.staff_id)
        _insert(transaction, row, actor.staff_id, agreed_at=transaction.now, text_version=agrees_to)
        record(transaction, actor, _AGREE, row.id)
    elif says(transaction, actor, row) is not Say.AGREED:  # who agreed to this one before has done so
        _forget(transaction, row, actor.staff_id)
        _insert(transaction, row, actor.staff_id)
    return None


def needs(transaction: Transaction, appointment_id: AppointmentId) -> RecordingTerms | None:
    """The words to which whoever is called in has to agree; None where the talk is not recorded."""
    row = rows.newest(transaction, appointment_id)
    return terms() if row is not None and RecordingState(row.state) in AGREED_UPON else None


def answer(transaction: Transaction, actor: Actor, found: Record, said: RecordingAnswerAsk) -> Refusal | None:
    """The yes, no or withdrawal of somebody who was called in, and sits in the talk; its row is locked.

    A no ends the question for now, a withdrawal destroys what this recording has so far.

    Refusals: NOT_FOUND (nobody asked them), ILLEGAL_TRANSITION (it is over), PRECONDITION_FAILED (another text was
    shown than today's).
    """
    row = rows.newest(transaction, found.id)
    asked = None if row is None else _answered(transaction, row, actor.staff_id)
    if row is None or asked is None:
        return Refusal(RefusalCode.NOT_FOUND)
    if RecordingState(row.state) not in OPEN:
        same = not said.agrees and asked.declined_at is not None
        return None if same else Refusal(RefusalCode.ILLEGAL_TRANSITION)
    change = update(recording_answer).where(*_key(row, actor.staff_id))
    if not said.agrees:
        transaction.connection.execute(change.values(declined_at=transaction.now))
        record(transaction, actor, _DECLINE, row.id)
        recordings.destroy(transaction, actor, recording.c.id == row.id, RecordingEnd.COLLEAGUE)
        return None
    if said.text_version != terms().text_version:
        return Refusal(RefusalCode.PRECONDITION_FAILED, field="text_version")
    if asked.agreed_at is None:
        transaction.connection.execute(change.values(agreed_at=transaction.now, text_version=said.text_version))
        record(transaction, actor, _AGREE, row.id)
        settle(transaction, actor, found)
    return None


def settle(transaction: Transaction, actor: Actor | None, found: Record) -> None:
    """It may begin once everybody said yes; all ends hear how far that is. The audience's row is locked."""
    row = rows.newest(transaction, found.id)
    if row is None or row.state != RecordingState.ASKED.value:
        return
    waiting = select(recording_answer.c.staff_id).where(
        recording_answer.c.recording_id == row.id, recording_answer.c.agreed_at.is_(None)
    )
    if row.answered_at is None or transaction.connection.execute(waiting.limit(1)).first() is not None:
        recordings.tell(transaction, found.id, found.attending_id, found.person_id)
        return
    rows.write(transaction, actor, row, RecordingState.AGREED)


def somebody_left(transaction: Transaction, found: Record, staff_id: StaffId) -> None:
    """Nobody waits for the word of whoever has gone; what they agreed to before stays on record."""
    lock_row(transaction.connection, appointment, found.id)
    row = rows.newest(transaction, found.id)
    if row is None or row.state != RecordingState.ASKED.value:
        return
    unanswered = delete(recording_answer).where(*_key(row, staff_id), recording_answer.c.agreed_at.is_(None))
    if transaction.connection.execute(unanswered).rowcount:
        settle(transaction, None, found)


def somebody_disagrees(transaction: Transaction, row: Columns | None) -> bool:
    """Whether somebody sits in the talk who said no, or withdrew: they are not asked again until they have left."""
    return any(each.says is Say.DECLINED for each in colleagues(transaction, row))


def _inside(transaction: Transaction, appointment_id: AppointmentId) -> tuple[Columns, ...]:
    """Who was called into the talk and said yes to the call."""
    query = (
        select(room_call.c.staff_id, room_call.c.answered_at)
        .join(room, room.c.id == room_call.c.room_id)
        .where(
            room.c.appointment_id == appointment_id,
            room.c.closed_at.is_(None),
            room_call.c.state == Call.ACCEPTED.value,
        )
        .order_by(room_call.c.staff_id)
    )
    return tuple(transaction.connection.execute(query))


def _stands(declined_at: datetime | None, since: datetime | None) -> bool:
    """Whether they sit there since before they said no, or have not answered."""
    return since is not None and (declined_at is None or since <= declined_at)


def _say(answered: Columns) -> Say:
    if answered.declined_at is not None:
        return Say.DECLINED
    return Say.ASKED if answered.agreed_at is None else Say.AGREED


def _key(row: Columns, staff_id: StaffId | None) -> tuple[ColumnElement[bool], ...]:
    return recording_answer.c.recording_id == row.id, recording_answer.c.staff_id == staff_id


def _answered(transaction: Transaction, row: Columns, staff_id: StaffId | None) -> Columns | None:
    return transaction.connection.execute(select(recording_answer).where(*_key(row, staff_id))).one_or_none()


def _insert(transaction: Transaction, row: Columns, staff_id: StaffId, **said: object) -> None:
    values = {"recording_id": row.id, "staff_id": staff_id, "asked_at": transaction.now, **said}
    transaction.connection.execute(insert(recording_answer).values(**values))


def _forget(transaction: Transaction, row: Columns, staff_id: StaffId) -> None:
    transaction.connection.execute(delete(recording_answer).where(*_key(row, staff_id)))
