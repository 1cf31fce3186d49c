"""What a hall's operator asks of its kiosks. A kiosk hears of it with the answer to its next report.

An order has an id and an end: what is not taken or not ended in time has failed, also where nobody wrote that down. A
kiosk that says twice how far it is, is answered alike. Who asked for what is in the trail; a message's words are not.
"""

from typing import Any, Final

from sqlalchemy import Row, delete, insert, select, update

from desk_client.domain.access import Action
from desk_client.domain.ids import KioskId, KioskOrderId, new_kiosk_order_id
from desk_client.domain.kiosk_health import KioskPart
from desk_client.domain.kiosk_orders import (
    ENDS,
    MOST_MESSAGE_LENGTH,
    TAKEN_WITHIN,
    OrderFailure,
    OrderKind,
    OrderState,
    Standing,
    may_become,
    plain_message,
    standing,
)
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.hall import KioskOrder, Order, OrderAnswerAsk, OrderAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration.enrolment import not_theirs
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.halls import kiosk_order, kiosk_report

KEPT: Final = 10
"""So many orders of a kiosk are told to its operator; the trail has the others."""
_TEXT: Final = "kiosk_order.text"
_AnyRow = Row[Any]  # a row's columns are of many types


def ask_kiosk(transaction: Transaction, actor: Actor, kiosk_id: KioskId, ask: OrderAsk) -> Order | Refusal:
    """Ask something of a kiosk. Refusals: FORBIDDEN, NOT_FOUND, INVALID_REQUEST (field `text`) for an empty message."""
    if (refusal := not_theirs(transaction, actor, kiosk_id)) is not None:
        return refusal
    text = plain_message(ask.text)
    if (ask.kind is OrderKind.MESSAGE) != bool(text) or len(text) > MOST_MESSAGE_LENGTH:
        return Refusal(RefusalCode.INVALID_REQUEST, field="text")
    _forget_old(transaction, kiosk_id)
    order_id = new_kiosk_order_id(transaction.id_bytes())
    transaction.connection.execute(
        insert(kiosk_order).values(
            id=order_id,
            kiosk_id=kiosk_id,
            kind=ask.kind.value,
            state=OrderState.ASKED.value,
            failed="",
            text_sealed=transaction.vault.seal(_TEXT, order_id, text) if text else None,
            ends_visit=ask.ends_visit,
            asked_at=transaction.now,
        )
    )
    record(transaction, actor, f"ask_kiosk_{ask.kind}", kiosk_id)
    return told(transaction, _row(transaction, order_id))


def still_to_do(transaction: Transaction, actor: Actor) -> tuple[KioskOrder, ...]:
    """What the asking kiosk has still to do, the oldest first."""
    query = (
        select(kiosk_order)
        .where(
            kiosk_order.c.kiosk_id == actor.kiosk_id,
            kiosk_order.c.state.in_([OrderState.ASKED.value, OrderState.TAKEN.value]),
        )
        .order_by(kiosk_order.c.asked_at, kiosk_order.c.id)
    )
    rows = [row for row in transaction.connection.execute(query) if _standing(transaction, row).is_open]
    return tuple(
        KioskOrder(
            id=row.id,
            kind=OrderKind(row.kind),
            state=OrderState(row.state),
            text="" if row.text_sealed is None else transaction.vault.open(_TEXT, row.id, row.text_sealed),
            ends_visit=row.ends_visit,
        )
        for row in rows
    )


def answer(transaction: Transaction, actor: Actor, order_id: KioskOrderId, ask: OrderAnswerAsk) -> Order | Refusal:
    """Say how far it is, by the kiosk of which it was asked.

    Refusals: FORBIDDEN, NOT_FOUND, ILLEGAL_TRANSITION (it has ended otherwise, or its time is over).
    """
    if (refusal := actor.refused(Action.REPORT_KIOSK)) is not None:
        return refusal
    run = transaction.connection.execute
    row = run(
        select(kiosk_order).where(kiosk_order.c.id == order_id, kiosk_order.c.kiosk_id == actor.kiosk_id)
    ).one_or_none()
    if row is None:
        return Refusal(RefusalCode.NOT_FOUND)
    stands = _standing(transaction, row)
    if not may_become(stands.state, ask.state):
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    if ask.state is stands.state:
        return told(transaction, row)
    failure = (ask.failure or OrderFailure.INTERNAL) if ask.state is OrderState.FAILED else None
    is_over = ask.state in ENDS
    changed = run(
        update(kiosk_order)
        .where(kiosk_order.c.id == order_id, kiosk_order.c.state == row.state)
        .values(
            state=ask.state.value,
            failure=None if failure is None else failure.value,
            failed=",".join(part for part in KioskPart if part in ask.failed),
            text_sealed=None if is_over else row.text_sealed,
            ended_at=transaction.now if is_over else None,
        )
    )
    if changed.rowcount == 0:
        return Refusal(RefusalCode.ILLEGAL_TRANSITION)
    kind = OrderKind(row.kind)
    if ask.state is OrderState.DONE and kind in {OrderKind.LOCK, OrderKind.UNLOCK}:
        mine = kiosk_report.c.kiosk_id == actor.kiosk_id
        run(update(kiosk_report).where(mine).values(locked=kind is OrderKind.LOCK))
    if is_over:
        record(transaction, actor, f"{'do' if ask.state is OrderState.DONE else 'fail'}_kiosk_{kind}", order_id)
    return told(transaction, _row(transaction, order_id))


def collected(
    transaction: Transaction, actor: Actor, kiosk_id: KioskId, order_id: KioskOrderId, *, is_there: bool
) -> Order | Refusal:
    """Show a picture that a kiosk took to who manages it, and note that. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := not_theirs(transaction, actor, kiosk_id)) is not None:
        return refusal
    row = transaction.connection.execute(
        select(kiosk_order).where(kiosk_order.c.id == order_id, kiosk_order.c.kiosk_id == kiosk_id)
    ).one_or_none()
    if row is None or not is_there:
        return Refusal(RefusalCode.NOT_FOUND)
    record(transaction, actor, "see_kiosk_still", order_id)
    return told(transaction, row)


def told(transaction: Transaction, row: _AnyRow) -> Order:
    """An order as its operator is told of it, as it stands now."""
    stands = _standing(transaction, row)
    gave_up_at = row.asked_at + TAKEN_WITHIN if row.ended_at is None and not stands.is_open else row.ended_at
    return Order(
        id=row.id,
        kind=OrderKind(row.kind),
        state=stands.state,
        failure=stands.failure,
        failed=tuple(part for part in KioskPart if part in row.failed.split(",")),
        asked_at=row.asked_at,
        ended_at=gave_up_at,
    )


def _standing(transaction: Transaction, row: _AnyRow) -> Standing:
    failure = None if row.failure is None else OrderFailure(row.failure)
    return standing(OrderState(row.state), failure, row.asked_at, transaction.now)


def _row(transaction: Transaction, order_id: KioskOrderId) -> _AnyRow:
    return transaction.connection.execute(select(kiosk_order).where(kiosk_order.c.id == order_id)).one()


def _forget_old(transaction: Transaction, kiosk_id: KioskId) -> None:
    """Keep the last few, and no words of those that are over."""
    run = transaction.connection.execute
    mine = kiosk_order.c.kiosk_id == kiosk_id
    rows = run(select(kiosk_order).where(mine).order_by(kiosk_order.c.asked_at.desc(), kiosk_order.c.id)).all()
    over = [row.id for row in rows if row.text_sealed is not None and not _standing(transaction, row).is_open]
    if over:
        run(update(kiosk_order).where(kiosk_order.c.id.in_(over)).values(text_sealed=None))
    if len(rows) >= KEPT:
        run(delete(kiosk_order).where(kiosk_order.c.id.in_([row.id for row in rows[KEPT - 1 :]])))
