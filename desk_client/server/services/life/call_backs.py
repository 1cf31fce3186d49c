"""The line failed: the office owes a call by phone. Who is not reached, or not called, is booked again."""

from typing import Final

from sqlalchemy import ColumnElement, insert, select, update

from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.fallback import CALL_AWAITED, CallBackResult, CallBackWay
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.incidents import Unserved
from desk_client.protocol.notes import CallBack, CallBackDone, CallBackNumber, CallBackResultAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import Record, reachable
from desk_client.server.services.life.making_good import make_good
from desk_client.server.services.life.owed_calls import call_back_of
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import announce, looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import person
from desk_client.server.storage.tables.rooms import call_back

_MOBILE: Final = "person.mobile"


def ask(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> CallBack | Refusal:
    """Have it written down that a call is owed; asked again, nothing changes until there is a result.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (they are not in a talk).
    """
    found = reachable(transaction, actor, Action.ASK_CALL_BACK, appointment_id)
    if isinstance(found, Refusal):
        return found
    if found.state is not AppointmentState.IN_SESSION:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    lock_row(transaction.connection, appointment, found.id)  # both ends may ask at the same moment
    before = call_back_of(transaction, found.id)
    if before is not None and before.result is None:
        return before
    way = CallBackWay.HALL if _mobile(transaction, found) is None else CallBackWay.MOBILE
    run, owed = transaction.connection.execute, {"way": way.value, "wanted_at": transaction.now}
    if before is None:
        run(insert(call_back).values(appointment_id=found.id, **owed))
    else:
        run(update(call_back).where(_of(found.id)).values(**owed, result=None, result_at=None))
    record(transaction, actor, Action.ASK_CALL_BACK.value, found.id)
    announce(transaction, found.id, found.attending_id, found.person_id)
    return CallBack(way=way, wanted_at=transaction.now, result=None, result_at=None)


def number(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> CallBackNumber | Refusal:
    """Where to call, while a call is owed; into the trail and the register.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (no call is owed).
    """
    found = reachable(transaction, actor, Action.CALL_BACK, appointment_id)
    if isinstance(found, Refusal):
        return found
    owed = call_back_of(transaction, found.id)
    if owed is None or owed.result is not None:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    record(transaction, actor, "see_call_back_number", found.id)
    looked_at(transaction, actor, "see_call_back_number", found.person_id, found.id)
    return CallBackNumber(
        way=owed.way,
        mobile=_mobile(transaction, found) if owed.way is CallBackWay.MOBILE else None,
        site_name=None if found.site_id is None else rules(transaction).sites[found.site_id].name,
    )


def resolve(
    transaction: Transaction, actor: Actor, appointment_id: AppointmentId, ask: CallBackResultAsk
) -> CallBackDone | Refusal:
    """Say what became of the call; who was not reached is booked again, and told by SMS.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (no call is owed).
    """
    found = reachable(transaction, actor, Action.CALL_BACK, appointment_id)
    if isinstance(found, Refusal):
        return found
    ended = transaction.connection.execute(
        update(call_back)
        .where(_of(found.id), call_back.c.result.is_(None))
        .values(result=ask.result.value, result_at=transaction.now)
    )
    owed = call_back_of(transaction, found.id)
    if ended.rowcount == 0 or owed is None:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    record(transaction, actor, f"call_back:{ask.result.value}", found.id)
    if ask.result is CallBackResult.CALLED_BACK:
        announce(transaction, found.id, found.attending_id, found.person_id)
        return CallBackDone(call_back=owed, unserved=None)
    unserved = make_good(transaction, actor, found)
    return unserved if isinstance(unserved, Refusal) else CallBackDone(call_back=owed, unserved=unserved)


def rebook(transaction: Transaction, actor: Actor, appointment_id: AppointmentId) -> Unserved | Refusal:
    """Nobody called: the person is booked again, and is no no-show.

    Refusals: FORBIDDEN, NOT_FOUND, TOO_EARLY (the office may still call), ILLEGAL_TRANSITION.
    """
    found = reachable(transaction, actor, Action.ASK_REBOOKING, appointment_id)
    if isinstance(found, Refusal):
        return found
    owed = call_back_of(transaction, found.id)
    if owed is None or owed.result is CallBackResult.CALLED_BACK:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    wait = owed.wanted_at + CALL_AWAITED - transaction.now
    if owed.result is None and wait.total_seconds() > 0:
        return Refusal(RefusalCode.TOO_EARLY, retry_after_s=int(wait.total_seconds()) + 1)
    return make_good(transaction, actor, found)


def _of(appointment_id: AppointmentId) -> ColumnElement[bool]:
    return call_back.c.appointment_id == appointment_id


def _mobile(transaction: Transaction, found: Record) -> str | None:
    sealed = transaction.connection.execute(
        select(person.c.mobile_sealed).where(person.c.id == found.person_id)
    ).scalar_one_or_none()
    return None if sealed is None else transaction.vault.open(_MOBILE, found.person_id, sealed)
