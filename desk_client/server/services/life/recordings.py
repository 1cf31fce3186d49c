"""Recorded talks: off unless the office allows them, made only with everybody's yes, and destroyed by one no.

The server never sees a recording: it gives the official's desk a key of its own for each, keeps that sealed by the
vault, and takes in what was sealed with it. Whoever may play it is given the key again, and that is noted.
"""

from datetime import timedelta
from typing import Final

from sqlalchemy import delete, func, insert, select, true, update

from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import AppointmentId, OfficeId, PersonId, RecordingId, new_recording_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.recording import (
    MOST_BLOCKS,
    OPEN,
    SEAL_BYTES,
    SEALED_BLOCK_BYTES,
    SHOWN,
    RecordingEnd,
    RecordingState,
    Say,
    may_become,
)
from desk_client.protocol.base import Texts
from desk_client.protocol.recordings import (
    RecordedTalk,
    Recording,
    RecordingAnswerAsk,
    RecordingBlocks,
    RecordingKey,
    RecordingPlay,
    RecordingRule,
    RecordingRuleAsk,
    Recordings,
    RecordingStateAsk,
    RecordingWholeAsk,
    TalkRecording,
)
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import Record, found_again, reachable, record_of, records
from desk_client.server.services.life import called_in, recording_answers, recording_rules
from desk_client.server.services.life import recording_rows as rows
from desk_client.server.services.privacy import consents, recordings
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.services.trail import looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import staff
from desk_client.server.storage.tables.recordings import recording, recording_block, recording_rule
from desk_client.server.storage.tables.region import office

_KEY: Final = "recording.key"
_KEY_BYTES: Final = 32
_SHOWN: Final = 200
_HANDED_IN_WITHIN: Final = timedelta(days=14)
"""A desk that was off for so long has lost it."""
_ENDS: Final = frozenset({RecordingEnd.STOPPED, RecordingEnd.DISK_FULL, RecordingEnd.FAILED})


# What the office allows


def allow(
    transaction: Transaction, actor: Actor, office_id: OfficeId, ask: RecordingRuleAsk
) -> RecordingRule | Refusal:
    """Say whether an office records, from now on; what runs when it is switched off ends. Refusals: as of `rule`."""
    if (refused := recording_rules.refused_for(transaction, actor, office_id)) is not None:
        return refused
    lock_row(transaction.connection, office, office_id)  # of two at once, the later word counts
    run = transaction.connection.execute
    run(delete(recording_rule).where(recording_rule.c.office_id == office_id))
    said = {"allowed": ask.allowed, "kept_days": ask.kept_days, "changed_at": transaction.now}
    run(insert(recording_rule).values(office_id=office_id, **said))
    record(transaction, actor, f"{Action.ALLOW_RECORDING.value}:{'on' if ask.allowed else 'off'}", office_id)
    if not ask.allowed:
        running = select(recording).where(recording.c.office_id == office_id, rows.is_open())
        for row in run(running).all():
            rows.end(transaction, actor, row, RecordingEnd.STOPPED)
    return recording_rules.rule_of(transaction, office_id)


# The talk


def of_talk(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> TalkRecording | Refusal:
    """What both ends show. Refusals: FORBIDDEN, NOT_FOUND."""
    found = reachable(transaction, actor, Action.FOLLOW_RECORDING, appointment_id)
    return found if isinstance(found, Refusal) else _of_talk(transaction, actor, found)


def of_called_in(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> TalkRecording | Refusal:
    """The same for whoever was called in and said yes. Refusals: FORBIDDEN, NOT_FOUND, NOT_ADMITTED."""
    seat = called_in.accepted_seat(transaction, actor, appointment_id)
    if isinstance(seat, Refusal):
        return seat
    return _of_talk(transaction, actor, found_again(transaction, appointment_id))


def ask(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> TalkRecording | Refusal:
    """Ask all who are in the talk whether it may be recorded; where that was asked already, nothing changes.

    Refusals: FORBIDDEN, NOT_FOUND, KIND_NOT_OFFERED (field `office`: it does not record), ILLEGAL_TRANSITION (no talk
    runs), CONSENT_REQUIRED (field `recording`: the citizen said no; `colleague`: somebody who was called in did, and is
    still there).
    """
    found = reachable(transaction, actor, Action.RECORD, appointment_id)
    if isinstance(found, Refusal):
        return found
    lock_row(transaction.connection, appointment, found.id)
    now = _of_talk(transaction, actor, found)
    if now.newest is not None and now.newest.state in OPEN:
        return now
    if not recording_rules.rule_of(transaction, found.attending_id).allowed:
        return Refusal(RefusalCode.KIND_NOT_OFFERED, field="office")
    if found.state is not AppointmentState.IN_SESSION:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    if now.refused:
        return Refusal(RefusalCode.CONSENT_REQUIRED, field=Purpose.RECORDING.value)
    if recording_answers.somebody_disagrees(transaction, rows.newest(transaction, found.id)):
        return Refusal(RefusalCode.CONSENT_REQUIRED, field=RecordingEnd.COLLEAGUE.value)
    recording_id = new_recording_id(transaction.id_bytes())
    transaction.connection.execute(
        insert(recording).values(
            id=recording_id,
            appointment_id=found.id,
            office_id=found.attending_id,
            state=RecordingState.ASKED.value,
            asked_by=actor.staff_id,
            asked_at=transaction.now,
        )
    )
    recording_answers.ask_all(transaction, actor, rows.row_of(transaction, recording_id))
    record(transaction, actor, "ask_recording", recording_id)
    recordings.tell(transaction, found.id, found.attending_id, found.person_id)
    return _of_talk(transaction, actor, found)


def answer(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, said: RecordingAnswerAsk
) -> TalkRecording | Refusal:
    """The citizen's yes, no, or withdrawal: what was recorded until then is destroyed at once.

    Refusals: FORBIDDEN, NOT_FOUND (nobody asked), ILLEGAL_TRANSITION (it is too late for a yes), PRECONDITION_FAILED
    (another text was shown than today's).
    """
    found = reachable(transaction, actor, Action.ANSWER_RECORDING, appointment_id)
    if isinstance(found, Refusal):
        return found
    lock_row(transaction.connection, appointment, found.id)
    row = rows.newest(transaction, found.id)
    if row is None:
        return Refusal(RefusalCode.NOT_FOUND)
    if not said.agrees:
        if rows.is_something_left(transaction, found.id):
            consents.take_no(transaction, actor, found.person_id, Purpose.RECORDING)
            recordings.destroy(transaction, actor, recording.c.appointment_id == found.id, RecordingEnd.WITHDRAWN)
        return _of_talk(transaction, actor, found)
    if said.text_version != present(Purpose.RECORDING).version:
        return Refusal(RefusalCode.PRECONDITION_FAILED, field="text_version")
    if row.state != RecordingState.ASKED.value:
        agreed = RecordingState(row.state) in OPEN
        return _of_talk(transaction, actor, found) if agreed else Refusal(RefusalCode.ILLEGAL_TRANSITION)
    if row.answered_at is None:
        consents.take_yes(transaction, actor, found.person_id, Purpose.RECORDING)
        said_yes = {"answered_at": transaction.now, "text_version": said.text_version}
        transaction.connection.execute(update(recording).where(recording.c.id == row.id).values(**said_yes))
        recording_answers.settle(transaction, actor, found)
    return _of_talk(transaction, actor, found)


def answer_called_in(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, said: RecordingAnswerAsk
) -> TalkRecording | Refusal:
    """The same of whoever was called in and sits in the talk.

    Refusals: FORBIDDEN, NOT_FOUND, NOT_ADMITTED, and those of `recording_answers.answer`.
    """
    lock_row(transaction.connection, appointment, appointment_id)
    seat = called_in.accepted_seat(transaction, actor, appointment_id)
    if isinstance(seat, Refusal):
        return seat
    found = found_again(transaction, appointment_id)
    refusal = recording_answers.answer(transaction, actor, found, said)
    return _of_talk(transaction, actor, found) if refusal is None else refusal


def begin(transaction: Transaction, actor: Actor, recording_id: RecordingId) -> RecordingKey | Refusal:
    """The desk begins, and is given the key; again as long as it still has something to hand in.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (not everybody has agreed, or it is over).
    """
    row = rows.reachable(transaction, actor, Action.RECORD, recording_id, changes=True)
    if isinstance(row, Refusal):
        return row
    if row.state == RecordingState.AGREED.value:
        key = transaction.random(_KEY_BYTES).hex()
        rows.write(
            transaction,
            actor,
            row,
            RecordingState.RUNNING,
            began_at=transaction.now,
            key_sealed=transaction.vault.seal(_KEY, recording_id, key),
        )
        row = rows.row_of(transaction, recording_id)
    if row.key_sealed is None or row.state == RecordingState.KEPT.value:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    return RecordingKey(recording=rows.shown(row), key=transaction.vault.open(_KEY, recording_id, row.key_sealed))


def change(
    transaction: Transaction, actor: Actor, recording_id: RecordingId, said: RecordingStateAsk
) -> Recording | Refusal:
    """Pause, go on, end, or take back a question that led to nothing yet. What it is already it stays.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION.
    """
    row = rows.reachable(transaction, actor, Action.RECORD, recording_id, changes=True)
    if isinstance(row, Refusal):
        return row
    state = RecordingState(row.state)
    if state is said.state or (state, said.state) == (RecordingState.DECLINED, RecordingState.ENDED):
        return rows.shown(row)
    if said.state is RecordingState.ENDED and state in OPEN:
        reason = said.reason if said.reason in _ENDS else RecordingEnd.STOPPED
        rows.end(transaction, actor, row, reason)
    elif said.state in SHOWN and row.began_at is not None and may_become(state, said.state):
        rows.write(transaction, actor, row, said.state)
    else:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    return rows.shown(rows.row_of(transaction, recording_id))


def over(
    transaction: Transaction,
    actor: Actor | None,
    appointment_id: AppointmentId,
    reason: RecordingEnd = RecordingEnd.TALK_OVER,
) -> None:
    """The talk is over here, and with it what is recorded of it, or asked."""
    open_ones = select(recording).where(recording.c.appointment_id == appointment_id, rows.is_open())
    for row in transaction.connection.execute(open_ones).all():
        rows.end(transaction, actor, row, reason)


# Handing in


def put_block(
    transaction: Transaction, actor: Actor, recording_id: RecordingId, number: int, content: bytes
) -> Refusal | None:
    """Take in a sealed block; one that comes again replaces the first.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (it still runs, or is whole or gone), INVALID_REQUEST.
    """
    row = rows.reachable(transaction, actor, Action.RECORD, recording_id, changes=True)
    if isinstance(row, Refusal):
        return row
    if row.state != RecordingState.ENDED.value:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    if not 0 <= number < MOST_BLOCKS or not 0 < len(content) <= SEALED_BLOCK_BYTES:
        return Refusal(RefusalCode.INVALID_REQUEST, field="block")
    place = (recording_block.c.recording_id == recording_id, recording_block.c.number == number)
    transaction.connection.execute(delete(recording_block).where(*place))
    transaction.connection.execute(
        insert(recording_block).values(recording_id=recording_id, number=number, content=content)
    )
    return None


def blocks(transaction: Transaction, actor: Actor, recording_id: RecordingId) -> RecordingBlocks | Refusal:
    """Which are here already. Refusals: FORBIDDEN, NOT_FOUND."""
    row = rows.reachable(transaction, actor, Action.RECORD, recording_id)
    if isinstance(row, Refusal):
        return row
    numbers = transaction.connection.execute(
        select(recording_block.c.number)
        .where(recording_block.c.recording_id == recording_id)
        .order_by(recording_block.c.number)
    ).scalars()
    return RecordingBlocks(numbers=tuple(numbers))


def whole(
    transaction: Transaction, actor: Actor, recording_id: RecordingId, said: RecordingWholeAsk
) -> Recording | Refusal:
    """All of it is here: from now on the desk needs its own no longer. Said again, it stays so.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION, INVALID_REQUEST (blocks are missing).
    """
    row = rows.reachable(transaction, actor, Action.RECORD, recording_id, changes=True)
    if isinstance(row, Refusal):
        return row
    if row.state == RecordingState.KEPT.value:
        return rows.shown(row)
    if row.state != RecordingState.ENDED.value:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    here = recording_block.c.recording_id == recording_id
    count, last, size = transaction.connection.execute(
        select(
            func.count(), func.max(recording_block.c.number), func.sum(func.length(recording_block.c.content))
        ).where(here)
    ).one()
    if not count or last != count - 1 or size != said.size + count * SEAL_BYTES:
        return Refusal(RefusalCode.INVALID_REQUEST, field="blocks")
    rows.write(
        transaction,
        actor,
        row,
        RecordingState.KEPT,
        kept_at=transaction.now,
        expires_at=transaction.now + recording_rules.kept_for(transaction, OfficeId(row.office_id)),
        size=said.size,
        duration_ms=said.duration_ms,
    )
    return rows.shown(rows.row_of(transaction, recording_id))


# What is kept


def listed(transaction: Transaction, actor: Actor) -> Recordings | Refusal:
    """The office's own, the newest first. Refusal: FORBIDDEN."""
    if actor.office_id is None or actor.refused(Action.SEE_RECORDING) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    here = select(appointment.c.id).where(
        # what takes place nowhere is everywhere's
        true() if actor.governorate_id is None else appointment.c.governorate_id.in_(["", actor.governorate_id])
    )
    found = transaction.connection.execute(
        select(recording)
        .where(
            recording.c.office_id == actor.office_id,
            recording.c.state.in_([RecordingState.ENDED.value, RecordingState.KEPT.value]),
            recording.c.appointment_id.in_(here),
        )
        .order_by(recording.c.began_at.desc())
        .limit(_SHOWN)
    ).all()
    of = {row.appointment_id for row in found}
    talks = {
        each.id: each
        for each in (
            record_of(transaction, row)
            for row in transaction.connection.execute(records().where(appointment.c.id.in_(sorted(of))))
        )
    }
    for row in found:
        looked_at(transaction, actor, "list_recording", talks[row.appointment_id].person_id, row.id)
    return Recordings(
        recordings=tuple(
            RecordedTalk(
                recording=rows.shown(row),
                held_at=talks[row.appointment_id].starts_at,
                citizen_name=talks[row.appointment_id].citizen_name,
                masked_id=talks[row.appointment_id].masked_id,
            )
            for row in found
        )
    )


def play(transaction: Transaction, actor: Actor, recording_id: RecordingId) -> RecordingPlay | Refusal:
    """Open one, which is noted each time. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (not here, or gone)."""
    row = rows.reachable(transaction, actor, Action.SEE_RECORDING, recording_id)
    if isinstance(row, Refusal):
        return row
    if row.state != RecordingState.KEPT.value or row.key_sealed is None or row.expires_at <= transaction.now:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    person_id = transaction.connection.execute(
        select(appointment.c.person_id).where(appointment.c.id == row.appointment_id)
    ).scalar_one()
    looked_at(transaction, actor, "play_recording", PersonId(person_id), recording_id)
    record(transaction, actor, "play_recording", recording_id)
    name = transaction.connection.execute(
        select(staff.c.name_ar, staff.c.name_en).where(staff.c.id == actor.staff_id)
    ).one()
    return RecordingPlay(
        recording=rows.shown(row),
        key=transaction.vault.open(_KEY, recording_id, row.key_sealed),
        viewer=Texts(ar=name.name_ar, en=name.name_en),
        seen_at=transaction.now,
    )


def block(transaction: Transaction, actor: Actor, recording_id: RecordingId, number: int) -> bytes | Refusal:
    """One sealed block of what is kept. Refusals: FORBIDDEN, NOT_FOUND."""
    row = rows.reachable(transaction, actor, Action.SEE_RECORDING, recording_id)
    if isinstance(row, Refusal):
        return row
    content: bytes | None = transaction.connection.execute(
        select(recording_block.c.content).where(
            recording_block.c.recording_id == recording_id, recording_block.c.number == number
        )
    ).scalar_one_or_none()
    if content is None or row.state != RecordingState.KEPT.value or row.expires_at <= transaction.now:
        return Refusal(RefusalCode.NOT_FOUND)
    return content


def remove(transaction: Transaction, actor: Actor, recording_id: RecordingId) -> Refusal | None:
    """Do away with one, for good. Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (it is gone already)."""
    row = rows.reachable(transaction, actor, Action.RECORD, recording_id, changes=True)
    if isinstance(row, Refusal):
        return row
    gone = recordings.destroy(transaction, actor, recording.c.id == recording_id, RecordingEnd.REMOVED)
    return None if gone else Refusal(RefusalCode.ILLEGAL_TRANSITION)


def clear_expired(transaction: Transaction) -> None:
    """Destroy what an office keeps no longer, and what no desk handed in."""
    expired = (recording.c.state == RecordingState.KEPT.value) & (recording.c.expires_at <= transaction.now)
    recordings.destroy(transaction, None, expired, RecordingEnd.EXPIRED)
    long_ago = transaction.now - _HANDED_IN_WITHIN
    lost = (recording.c.state == RecordingState.ENDED.value) & (recording.c.ended_at <= long_ago)
    recordings.destroy(transaction, None, lost, RecordingEnd.NEVER_CAME)


def _of_talk(transaction: Transaction, actor: Actor, found: Record) -> TalkRecording:
    row = rows.newest(transaction, found.id)
    terms = recording_answers.terms()
    said_no = rows.citizen_said_no(transaction, found.id)
    citizen = Say.DECLINED if said_no else recording_answers.citizen_says(row)
    return TalkRecording(
        allowed=recording_rules.rule_of(transaction, found.attending_id).allowed,
        refused=said_no,
        newest=None if row is None else rows.shown(row),
        yours=recording_answers.says(transaction, actor, row) if actor.is_staff else citizen,
        citizen=citizen,
        colleagues=recording_answers.colleagues(transaction, row),
        text_version=terms.text_version,
        text=terms.text,
    )
