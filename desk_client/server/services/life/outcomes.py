"""What was decided: recorded by the office, read and confirmed by the citizen; taken back at once, or amended later."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from typing import Any, Final
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter
from pydantic.dataclasses import dataclass
from sqlalchemy import Row, delete, insert, select, update

from desk_client.domain.access import Action
from desk_client.domain.appointment import Step
from desk_client.domain.decision import (
    LONGEST_REASON,
    MOST_AMENDMENTS,
    ActionItem,
    Decision,
    DecisionCode,
    Directive,
    FollowUp,
    fault_in,
    tidied,
    undo_until,
)
from desk_client.domain.ids import AppointmentId, new_amendment_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.appointments import (
    MAX_TEXT_LENGTH,
    Amendment,
    AmendmentAsk,
    NamedTransaction,
    Outcome,
    OutcomeAsk,
)
from desk_client.protocol.base import Texts
from desk_client.server.notify.notices import OutcomeReady
from desk_client.server.security.slips import Slip, Slips
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import Record, found_again, reachable, step
from desk_client.server.services.booking.telling import tell_about
from desk_client.server.services.life import carrying_out, minutes, transactions
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import announce, looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import outcome, outcome_amendment
from desk_client.server.storage.tables.people import staff

PAGE: Final = "/slips"
"""Where a slip is looked at, its seal beneath."""
_TEXT: Final = "outcome.text"
_FOLLOWS: Final = "outcome.follows"
_AMENDMENT: Final = "outcome_amendment.text"
_REASON: Final = "outcome_amendment.reason"


@dataclass(frozen=True)
class _Follows:
    """What follows from a decision, as it is kept."""

    directive: Directive | None = None
    actions: tuple[ActionItem, ...] = ()
    follow_up: FollowUp | None = None
    transaction_number: str = ""


_KEPT: Final = TypeAdapter(_Follows)


def record_outcome(
    transaction: Transaction, slips: Slips, actor: Actor, appointment_id: AppointmentId, ask: OutcomeAsk
) -> Outcome | Refusal:
    """Write the outcome; the citizen is told by SMS. The same again, by the same author, changes nothing.

    A rejection names the unit that rejects (domain rule). Refusals: FORBIDDEN, NOT_FOUND, INVALID_REQUEST with the
    field, ILLEGAL_TRANSITION (it was written already: take it back, or amend it), PRECONDITION_FAILED (somebody wrote
    minutes that its author has not read).
    """
    found = reachable(transaction, actor, Action.RECORD_OUTCOME, appointment_id)
    if isinstance(found, Refusal):
        return found
    decision = tidied(ask.decision)
    row = _row(transaction, found.id)
    if row is not None and row.recorded_by == actor.staff_id and decision_of(transaction, found.id, row) == decision:
        return _outcome(transaction, slips, actor, found, row)  # its answer was lost on the way
    today = transaction.now.astimezone(ZoneInfo(found.zone)).date()
    if (field := fault_in(decision, today)) is not None:
        return Refusal(RefusalCode.INVALID_REQUEST, field=field)
    if row is None and ask.minutes_version not in {None, minutes.version_of(transaction, found.id)}:
        return Refusal(RefusalCode.PRECONDITION_FAILED)
    refusal = step(transaction, actor, found, Step.RECORD_OUTCOME)
    if isinstance(refusal, Refusal):
        return refusal
    write_decision(transaction, actor, found, decision)
    row = transaction.connection.execute(select(outcome).where(outcome.c.appointment_id == found.id)).one()
    return _outcome(transaction, slips, actor, found, row)


def write_decision(transaction: Transaction, actor: Actor, found: Record, decision: Decision) -> None:
    """Write what was decided where nothing is written yet; the minutes go, and the citizen is told by SMS."""
    minutes.destroy(transaction, found.id)
    follows = _Follows(decision.directive, decision.actions, decision.follow_up, decision.transaction_number)
    sealed = None if follows == _Follows() else _KEPT.dump_json(follows).decode()
    transaction.connection.execute(
        insert(outcome).values(
            appointment_id=found.id,
            code=decision.code.value,
            text_sealed=transaction.vault.seal(_TEXT, found.id, decision.text),
            follows_sealed=None if sealed is None else transaction.vault.seal(_FOLLOWS, found.id, sealed),
            transaction_index=transactions.index_of(transaction, decision.transaction_number),
            responsible_unit=decision.responsible_unit,
            recorded_by=actor.staff_id,
            recorded_at=transaction.now,
        )
    )
    carrying_out.give_work(transaction, actor, found, decision)
    tell_about(transaction, found, lambda meeting: OutcomeReady(meeting.ticket_number))


def take_back_outcome(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Refusal | None:
    """Take the whole outcome back, to write it anew: within minutes, by the server's clock.

    Refusals: FORBIDDEN (another office's), NOT_FOUND, OUTCOME_MISSING, TOO_LATE (amend it), ILLEGAL_TRANSITION.
    """
    own = _own(transaction, actor, appointment_id)
    if isinstance(own, Refusal):
        return own
    found, row = own
    if transaction.now > undo_until(row.recorded_at):
        return Refusal(RefusalCode.TOO_LATE)
    refusal = step(transaction, actor, found, Step.TAKE_BACK_OUTCOME)
    if isinstance(refusal, Refusal):
        return refusal
    carrying_out.take_back(transaction, actor, found.id)
    run = transaction.connection.execute
    run(delete(outcome_amendment).where(outcome_amendment.c.appointment_id == found.id))
    run(delete(outcome).where(outcome.c.appointment_id == found.id))
    return None


def amend_outcome(
    transaction: Transaction, slips: Slips, actor: Actor, appointment_id: AppointmentId, ask: AmendmentAsk
) -> Outcome | Refusal:
    """Add to the outcome, and say why; what was decided stays as it was. The citizen is told by SMS.

    Refusals: FORBIDDEN (another office's), NOT_FOUND, INVALID_REQUEST with the field, OUTCOME_MISSING, TOO_EARLY (it
    may still be taken back), LIMIT_REACHED.
    """
    own = _own(transaction, actor, appointment_id)
    if isinstance(own, Refusal):
        return own
    found, row = own
    text, reason = ask.text.strip(), ask.reason.strip()
    if not 0 < len(text) <= MAX_TEXT_LENGTH:
        return Refusal(RefusalCode.INVALID_REQUEST, field="text")
    if not 0 < len(reason) <= LONGEST_REASON:
        return Refusal(RefusalCode.INVALID_REQUEST, field="reason")
    left = undo_until(row.recorded_at) - transaction.now
    if left.total_seconds() >= 0:
        return Refusal(RefusalCode.TOO_EARLY, retry_after_s=int(left.total_seconds()) + 1)
    run, seal = transaction.connection.execute, transaction.vault.seal
    known = run(
        select(outcome_amendment.c.id, outcome_amendment.c.text_sealed)
        .where(outcome_amendment.c.appointment_id == found.id)
        .order_by(outcome_amendment.c.amended_at.desc(), outcome_amendment.c.id.desc())
    ).all()
    if known and transaction.vault.open(_AMENDMENT, known[0].id, known[0].text_sealed) == text:
        return _outcome(transaction, slips, actor, found, row)  # its answer was lost on the way
    if len(known) >= MOST_AMENDMENTS:
        return Refusal(RefusalCode.LIMIT_REACHED)
    amendment_id = new_amendment_id(transaction.id_bytes())
    run(
        insert(outcome_amendment).values(
            id=amendment_id,
            appointment_id=found.id,
            text_sealed=seal(_AMENDMENT, amendment_id, text),
            reason_sealed=seal(_REASON, amendment_id, reason),
            amended_by=actor.staff_id,
            amended_at=transaction.now,
        )
    )
    record(transaction, actor, "amend_outcome", found.id)
    for office_id in {found.office_id, found.attending_id}:
        announce(transaction, found.id, office_id, found.person_id)
    tell_about(transaction, found, lambda meeting: OutcomeReady(meeting.ticket_number))
    return _outcome(transaction, slips, actor, found, row)


def read_outcome(
    transaction: Transaction, slips: Slips, actor: Actor, appointment_id: AppointmentId
) -> Outcome | Refusal:
    """The outcome as it stands. Refusals: FORBIDDEN, NOT_FOUND, OUTCOME_MISSING."""
    found = reachable(transaction, actor, Action.SEE_OUTCOME, appointment_id)
    if isinstance(found, Refusal):
        return found
    looked_at(transaction, actor, Action.SEE_OUTCOME.value, found.person_id, found.id)
    return _read(transaction, slips, actor, found)


def confirm_outcome(
    transaction: Transaction, slips: Slips, actor: Actor, appointment_id: AppointmentId
) -> Outcome | Refusal:
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
    return _read(transaction, slips, actor, found_again(transaction, found.id))


def decision_of(transaction: Transaction, appointment_id: AppointmentId, row: Row[Any]) -> Decision:
    """What was decided, from a row with the columns of `outcome`."""
    text = transaction.vault.open(_TEXT, appointment_id, row.text_sealed)
    decision = Decision(DecisionCode(row.code), text, row.responsible_unit)
    if row.follows_sealed is None:
        return decision
    follows = _KEPT.validate_json(transaction.vault.open(_FOLLOWS, appointment_id, row.follows_sealed))
    return replace(
        decision,
        directive=follows.directive,
        actions=follows.actions,
        follow_up=follows.follow_up,
        transaction_number=follows.transaction_number,
    )


def _own(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId
) -> tuple[Record, Row[Any]] | Refusal:  # a row's columns are of many types
    """The audience and its outcome, where the actor's own office recorded it: nobody changes another official's."""
    found = reachable(transaction, actor, Action.RECORD_OUTCOME, appointment_id)
    if isinstance(found, Refusal):
        return found
    row = _row(transaction, found.id)
    if row is None:
        return Refusal(RefusalCode.OUTCOME_MISSING)
    office_id = transaction.connection.execute(
        select(staff.c.office_id).where(staff.c.id == row.recorded_by)
    ).scalar_one()
    return (found, row) if actor.office_id == office_id else Refusal(RefusalCode.FORBIDDEN)


def _row(transaction: Transaction, appointment_id: AppointmentId) -> Row[Any] | None:  # of many types
    return transaction.connection.execute(
        select(outcome).where(outcome.c.appointment_id == appointment_id)
    ).one_or_none()


def _read(transaction: Transaction, slips: Slips, actor: Actor, found: Record) -> Outcome | Refusal:
    row = _row(transaction, found.id)
    return Refusal(RefusalCode.OUTCOME_MISSING) if row is None else _outcome(transaction, slips, actor, found, row)


def _outcome(transaction: Transaction, slips: Slips, actor: Actor, found: Record, row: Row[Any]) -> Outcome:
    decision = decision_of(transaction, found.id, row)
    seal = slips.seal(Slip(found.id, DecisionCode(row.code), row.recorded_at))
    origin = (transaction.settings.public_url or "").rstrip("/")
    return Outcome(
        decision=decision,
        recorded_at=row.recorded_at,
        confirmed_at=row.confirmed_at,
        undo_until=undo_until(row.recorded_at),
        amendments=amendments_of_each(transaction, {found.id}).get(found.id, ()),
        slip_url=f"{origin}{PAGE}/{seal}",
        office_title=rules(transaction).offices[found.attending_id].title,
        carried_out=carrying_out.carried_out(transaction, found.id, row.recorded_at),
        transaction=_transaction(transaction, actor, found, decision.transaction_number),
    )


def _transaction(transaction: Transaction, actor: Actor, found: Record, number: str) -> NamedTransaction | None:
    """Neither the citizen nor who oversees is led into the emirate's own system."""
    if not number or actor.refused(Action.SEE_BRIEF, found.ownership(rules(transaction))) is not None:
        return None
    wanted = [transactions.Named(number, found.attending_id)]
    return next(iter(transactions.named(transaction, actor, found, wanted)), None)


def amendments_of_each(
    transaction: Transaction, appointment_ids: Collection[AppointmentId]
) -> dict[AppointmentId, tuple[Amendment, ...]]:
    """What was added to the outcomes of these audiences, the oldest first, in one question."""
    if not appointment_ids:
        return {}
    rows = transaction.connection.execute(
        select(outcome_amendment, staff.c.name_ar, staff.c.name_en)
        .join(staff, staff.c.id == outcome_amendment.c.amended_by)
        .where(outcome_amendment.c.appointment_id.in_(appointment_ids))
        .order_by(outcome_amendment.c.amended_at, outcome_amendment.c.id)
    ).all()
    opened = transaction.vault.open
    found: defaultdict[AppointmentId, tuple[Amendment, ...]] = defaultdict(tuple)
    for row in rows:
        found[AppointmentId(row.appointment_id)] += (
            Amendment(
                text=opened(_AMENDMENT, row.id, row.text_sealed),
                reason=opened(_REASON, row.id, row.reason_sealed),
                author=Texts(ar=row.name_ar, en=row.name_en),
                amended_at=row.amended_at,
            ),
        )
    return found
