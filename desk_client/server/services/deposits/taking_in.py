"""An entry of a kiosk's outbox comes in: once, whatever it leads to."""

from datetime import timedelta
from typing import Final

from pydantic import ValidationError
from sqlalchemy import Row, insert, select

from desk_client.domain.access import Action
from desk_client.domain.consents import Purpose
from desk_client.domain.deposits import SETTLED, AtKiosk, LeftKind, Verdict, counted
from desk_client.domain.ids import KioskId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.deposits import (
    INSIDE,
    CheckInLeft,
    Deposit,
    DepositAsk,
    DepositTerms,
    RequestLeft,
    SurveyLeft,
    outside,
)
from desk_client.server.security.deposit_box import DepositBox
from desk_client.server.services import throttle
from desk_client.server.services.actor import Actor
from desk_client.server.services.deposits import check_ins, surveys, wishes
from desk_client.server.services.deposits.led_to import LedTo
from desk_client.server.services.privacy.consent_texts import present
from desk_client.server.services.throttle import Limit
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import deposit
from desk_client.server.storage.tables.region import kiosk

_BY_KIOSK: Final = 2_000
"""An hour; a whole outbox is handed in at once, and a stolen credential tries no more tickets than that."""
_HOUR: Final = timedelta(hours=1)


def terms(transaction: Transaction, actor: Actor, box: DepositBox) -> DepositTerms | Refusal:
    """What the asking kiosk needs for the hours in which it cannot ask. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.HAND_IN_DEPOSITS)) is not None:
        return refusal
    wording = present(Purpose.PROCESSING)
    return DepositTerms.of(box.key_id, box.public_key, wording.version, wording.text, transaction.now)


def take_in(
    transaction: Transaction, actor: Actor, box: DepositBox, entry_id: str, ask: DepositAsk
) -> Deposit | Refusal:
    """Do what was left, as far as it can still be done, and remember what became of it.

    Whatever is wrong with an entry is a verdict: it comes in, and is not sent again. Refusals: FORBIDDEN, RATE_LIMITED.
    """
    if (refusal := actor.refused(Action.HAND_IN_DEPOSITS)) is not None or actor.kiosk_id is None:
        return refusal or Refusal(RefusalCode.FORBIDDEN)
    lock_row(transaction.connection, kiosk, actor.kiosk_id)  # of two at once the second finds what the first did
    if (known := _known(transaction, actor.kiosk_id, entry_id)) is not None:
        return _answer(known)
    if (refusal := throttle.taken(transaction, Limit("deposit", actor.kiosk_id, _BY_KIOSK, _HOUR))) is not None:
        return refusal
    moment = counted(ask.happened_at, transaction.now)
    inside = box.opened(ask.key_id, ask.sealed, outside(entry_id, ask.sequence, ask.happened_at))
    led_to, kind = LedTo(Verdict.UNREADABLE), None
    if inside is not None:
        try:
            left = INSIDE.validate_json(inside)
        except ValidationError:
            led_to = LedTo(Verdict.INVALID)
        else:
            kind = LeftKind(left.kind)
            match left:
                case CheckInLeft():
                    led_to = check_ins.check_in(transaction, actor, left, moment.at)
                case SurveyLeft():
                    led_to = surveys.answer(transaction, actor, left, entry_id, moment.at)
                case RequestLeft():
                    led_to = wishes.wish(transaction, actor, left, entry_id, moment.at)
    transaction.connection.execute(
        insert(deposit).values(
            kiosk_id=actor.kiosk_id,
            id=entry_id,
            sequence=ask.sequence,
            claimed_at=ask.happened_at,
            counted_at=moment.at,
            plausible=moment.is_plausible,
            received_at=transaction.now,
            verdict=led_to.verdict.value,
            subject=led_to.subject,
            kind=kind,
            settled_at=transaction.now if led_to.verdict in SETTLED else None,
        )
    )
    record(transaction, actor, "take_in_deposit", led_to.subject or entry_id)
    done = _known(transaction, actor.kiosk_id, entry_id)
    assert done is not None  # written a moment ago
    return _answer(done)


def _known(transaction: Transaction, kiosk_id: KioskId, entry_id: str) -> Row[tuple[object, ...]] | None:
    return transaction.connection.execute(
        select(deposit).where(deposit.c.kiosk_id == kiosk_id, deposit.c.id == entry_id)
    ).one_or_none()


def _answer(row: Row[tuple[object, ...]]) -> Deposit:
    # what a kiosk has set aside by itself it does not hand in any more
    verdict = Verdict.UNREADABLE if row.verdict in {each.value for each in AtKiosk} else Verdict(row.verdict)
    return Deposit(id=row.id, verdict=verdict, counted_at=row.counted_at, clock_is_plausible=row.plausible)
