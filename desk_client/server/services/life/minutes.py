"""The minutes of a talk, which one office has together: kept sealed until the outcome that they become is recorded."""

from typing import Any, Final

from sqlalchemy import Row, delete, insert, select, update

from desk_client.domain.access import Action
from desk_client.domain.ids import AppointmentId
from desk_client.domain.minutes import WRITTEN_IN
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.minutes import Minutes, MinutesAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import Record, found_again, reachable
from desk_client.server.services.life.colleagues import name_of, person
from desk_client.server.services.trail import announce_office, looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment, outcome_draft

_TEXT: Final = "outcome_draft.text"


def read(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Minutes | Refusal:
    """As they stand; nothing is written yet at version 0. Refusals: FORBIDDEN, NOT_FOUND."""
    found = reachable(transaction, actor, Action.TAKE_MINUTES, appointment_id)
    if isinstance(found, Refusal):
        return found
    looked_at(transaction, actor, Action.TAKE_MINUTES.value, found.person_id, found.id)
    return _minutes(transaction, actor, found)


def write(transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: MinutesAsk) -> Minutes | Refusal:
    """Write them anew, over the version that one has read; whoever of the office watches is told to read.

    That somebody writes is in the trail once, until somebody else does: they are kept with each pause of the pen.
    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (no talk runs, or the outcome is recorded), PRECONDITION_FAILED
    (somebody else wrote meanwhile; nothing is written over).
    """
    found = reachable(transaction, actor, Action.TAKE_MINUTES, appointment_id)
    if isinstance(found, Refusal):
        return found
    lock_row(transaction.connection, appointment, found.id)  # both may begin at once, or the outcome be recorded
    if found_again(transaction, found.id).state not in WRITTEN_IN:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    row = _row(transaction, found.id)
    text = ask.text.strip()
    if row is not None and row.written_by == actor.staff_id and _text(transaction, row) == text:
        return _minutes(transaction, actor, found)  # its answer was lost on the way
    if ask.version != (0 if row is None else row.version):
        return Refusal(RefusalCode.PRECONDITION_FAILED)
    written = {
        "text_sealed": transaction.vault.seal(_TEXT, found.id, text),
        "version": ask.version + 1,
        "written_by": actor.staff_id,
        "written_at": transaction.now,
    }
    run = transaction.connection.execute
    if row is None:
        run(insert(outcome_draft).values(appointment_id=found.id, **written))
    else:
        run(update(outcome_draft).where(outcome_draft.c.appointment_id == found.id).values(**written))
    if row is None or row.written_by != actor.staff_id:
        record(transaction, actor, Action.TAKE_MINUTES.value, found.id)
    announce_office(transaction, found.attending_id, found.id)
    return _minutes(transaction, actor, found)


def version_of(transaction: Transaction, appointment_id: AppointmentId) -> int:
    """Which version they have; 0: nothing is written."""
    row = _row(transaction, appointment_id)
    return 0 if row is None else int(row.version)


def destroy(transaction: Transaction, appointment_id: AppointmentId) -> None:
    """The outcome is recorded: what was written on the way to it is nobody's any more."""
    transaction.connection.execute(delete(outcome_draft).where(outcome_draft.c.appointment_id == appointment_id))


def _row(transaction: Transaction, appointment_id: AppointmentId) -> Row[Any] | None:  # of many types
    query = select(outcome_draft).where(outcome_draft.c.appointment_id == appointment_id)
    return transaction.connection.execute(query).one_or_none()


def _text(transaction: Transaction, row: Row[Any]) -> str:  # the same
    return transaction.vault.open(_TEXT, row.appointment_id, row.text_sealed)


def _minutes(transaction: Transaction, actor: Actor, found: Record) -> Minutes:
    row = _row(transaction, found.id)
    if row is None:
        return Minutes(text="", version=0)
    return Minutes(
        text=_text(transaction, row),
        version=row.version,
        author=None if row.written_by == actor.staff_id else name_of(person(transaction, row.written_by)),
        written_at=row.written_at,
    )
