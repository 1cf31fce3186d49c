"""What was decided: recorded by the office, read and confirmed by the citizen."""

from typing import Any, Final

from sqlalchemy import Row, delete, insert, select, update

from desk_client.domain.access import Action
from desk_client.domain.appointment import Step
from desk_client.domain.decision import Decision, DecisionCode
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import MAX_TEXT_LENGTH, Outcome, OutcomeAsk
from desk_client.server.notify.notices import OutcomeReady
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import Record, reachable, step
from desk_client.server.services.booking.telling import tell_about
from desk_client.server.services.trail import looked_at
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import outcome

_TEXT: Final = "outcome.text"


def record_outcome(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: OutcomeAsk
) -> Outcome | Refusal:
    """Write the outcome, or put its wording right until it is confirmed; the citizen is told by SMS once.

    A rejection names the unit that rejects (domain rule). Refusals: FORBIDDEN, NOT_FOUND, INVALID_REQUEST with the
    field, ILLEGAL_TRANSITION.
    """
    found = reachable(transaction, actor, Action.RECORD_OUTCOME, appointment_id)
    if isinstance(found, Refusal):
        return found
    text, unit = ask.decision.text.strip(), ask.decision.responsible_unit.strip()
    if not text or len(text) > MAX_TEXT_LENGTH:
        return Refusal(RefusalCode.INVALID_REQUEST, field="decision.text")
    if ask.decision.code is DecisionCode.DECLINED and not unit:
        return Refusal(RefusalCode.INVALID_REQUEST, field="decision.responsible_unit")
    refusal = step(transaction, actor, found, Step.RECORD_OUTCOME)
    if isinstance(refusal, Refusal):
        return refusal
    return write_decision(transaction, actor, found, Decision(ask.decision.code, text, unit))


def write_decision(transaction: Transaction, actor: Actor, found: Record, decision: Decision) -> Outcome:
    """Write what was decided, in place of what was written before; the citizen is told by SMS once."""
    first = transaction.connection.execute(delete(outcome).where(outcome.c.appointment_id == found.id)).rowcount == 0
    transaction.connection.execute(
        insert(outcome).values(
            appointment_id=found.id,
            code=decision.code.value,
            text_sealed=transaction.vault.seal(_TEXT, found.id, decision.text),
            responsible_unit=decision.responsible_unit,
            recorded_by=actor.staff_id,
            recorded_at=transaction.now,
        )
    )
    if first:
        tell_about(transaction, found, lambda meeting: OutcomeReady(meeting.ticket_number))
    return Outcome(decision=decision, recorded_at=transaction.now, confirmed_at=None)


def read_outcome(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Outcome | Refusal:
    """The outcome as it stands. Refusals: FORBIDDEN, NOT_FOUND, OUTCOME_MISSING."""
    found = reachable(transaction, actor, Action.SEE_OUTCOME, appointment_id)
    if isinstance(found, Refusal):
        return found
    looked_at(transaction, actor, Action.SEE_OUTCOME.value, found.person_id, found.id)
    return _outcome(transaction, found.id)


def confirm_outcome(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Outcome | Refusal:
    """The citizen has read it. Refusals: FORBIDDEN, NOT_FOUND, OUTCOME_MISSING, ILLEGAL_TRANSITION."""
    found = reachable(transaction, actor, Action.CONFIRM_OUTCOME, appointment_id)
    if isinstance(found, Refusal):
        return found
    refusal = step(transaction, actor, found, Step.CONFIRM_OUTCOME)
    if isinstance(refusal, Refusal):
        return refusal
    transaction.connection.execute(
        update(outcome).where(outcome.c.appointment_id == found.id).values(confirmed_at=transaction.now)
    )
    return _outcome(transaction, found.id)


def decision_of(transaction: Transaction, appointment_id: AppointmentId, row: Row[Any]) -> Decision:
    """What was decided, from a row with the columns of `outcome`."""
    text = transaction.vault.open(_TEXT, appointment_id, row.text_sealed)
    return Decision(DecisionCode(row.code), text, row.responsible_unit)


def _outcome(transaction: Transaction, appointment_id: AppointmentId) -> Outcome | Refusal:
    row = transaction.connection.execute(
        select(outcome).where(outcome.c.appointment_id == appointment_id)
    ).one_or_none()
    if row is None:
        return Refusal(RefusalCode.OUTCOME_MISSING)
    return Outcome(
        decision=decision_of(transaction, appointment_id, row),
        recorded_at=row.recorded_at,
        confirmed_at=row.confirmed_at,
    )
