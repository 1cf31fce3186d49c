"""Offers of the waitlist: who is next for time that became free, and what they say to it.

An offer holds its slot as any booker would, so the claims' primary key keeps two from having it; a place on the list
goes from `waiting` to `offered` by a conditional update, so that two servers never offer to one person twice.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, Select, insert, select, update

from desk_client.domain.access import Action
from desk_client.domain.appointment import AHEAD_STATES, AppointmentState, Step
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import AppointmentId, OfferId, WaitlistId, new_offer_id
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.waitlist import OFFER_LIFETIME, FreedSlot, expires_at
from desk_client.protocol.appointments import Appointment
from desk_client.protocol.waitlists import Offer, OfferAccepted, WaitState
from desk_client.server.notify.notices import WaitlistOffer
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.security.tokens import digits, keyed_hash
from desk_client.server.services import throttle
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import claims
from desk_client.server.services.booking.appointments import (
    Record,
    appointment_answer,
    find,
    found_again,
    moved,
    slot_answer,
)
from desk_client.server.services.booking.given import let_go, settle
from desk_client.server.services.booking.holding import hold, place_of
from desk_client.server.services.booking.telling import tell_about
from desk_client.server.services.privacy.consents import agrees
from desk_client.server.services.rulebook import rules
from desk_client.server.services.throttle import Limit
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment, claim, waitlist, waitlist_offer
from desk_client.server.storage.tables.people import person

OPEN: Final = "open"
ACCEPTED: Final = "accepted"
DECLINED: Final = "declined"
EXPIRED: Final = "expired"

CODE_DIGITS: Final = 8
"""More than a ticket's: the code alone says whose the offer is."""
_CODE: Final = "offer-code"
_GUESSES_AT_A_KIOSK: Final = 10
_AnyRow = Row[Any]  # a row's columns are of many types


def make(transaction: Transaction, wait_id: WaitlistId, slot: FreedSlot) -> OfferId | None:
    """Hold the slot for whoever waits there, and tell them; None where either is not to be had any more."""
    waiting = transaction.connection.execute(
        select(waitlist).where(waitlist.c.id == wait_id, waitlist.c.state == WaitState.WAITING.value)
    ).one_or_none()
    if waiting is None:
        return None
    if not people.keep(transaction, waiting.person_id) or not agrees(
        transaction, waiting.person_id, Purpose.PROCESSING
    ):
        return None
    own = None if waiting.appointment_id is None else find(transaction, AppointmentId(waiting.appointment_id))
    if deciding(transaction, {waiting.person_id}) or not _still_helps(own, slot):
        return None
    place = place_of(
        transaction,
        rules(transaction).services[slot.service_id],
        slot.starts_at,
        slot.kind,
        site_id=slot.site_id,
        person_id=waiting.person_id,
        interpreter=own is not None and own.interpreter,
    )
    if isinstance(place, Refusal):
        return None
    until = expires_at(transaction.now)
    offer_id = new_offer_id(transaction.id_bytes())
    attempt = transaction.attempt()
    held_id = hold(
        transaction,
        place,
        waiting.person_id,
        until,
        case_id=None if own is None else own.case_id,
        priority=waiting.priority,
        follows=own.id if own is not None and own.state is AppointmentState.UNSERVED else None,
        offer_id=offer_id,
    )
    if held_id is None or not _goes(transaction, wait_id, WaitState.WAITING, WaitState.OFFERED):
        attempt.rollback()
        return None
    code = digits(transaction.id_bytes(), CODE_DIGITS)
    transaction.connection.execute(
        insert(waitlist_offer).values(
            id=offer_id,
            waitlist_id=wait_id,
            appointment_id=held_id,
            code_hash=keyed_hash(transaction.pepper, _CODE, code),
            state=OPEN,
            offered_at=transaction.now,
            expires_at=until,
        )
    )
    attempt.commit()
    tell_about(
        transaction,
        found_again(transaction, held_id),
        lambda meeting: WaitlistOffer(meeting, code, OFFER_LIFETIME),
        expires_at=until,
    )
    record(transaction, None, "offer_slot", wait_id)
    return offer_id


def accept(transaction: Transaction, actor: Actor, offer_id: OfferId) -> Appointment | Refusal:
    """A citizen takes what is offered to them: their own appointment moves there, or they have a new one.

    Refusals: FORBIDDEN, NOT_FOUND, OFFER_EXPIRED, ILLEGAL_TRANSITION (they came for the earlier booking meanwhile),
    CONSENT_REQUIRED (withdrawn since they joined).
    """
    found = _own(transaction, actor, offer_id)
    if isinstance(found, Refusal):
        return found
    taken = _accepted(transaction, actor, found)
    return taken if isinstance(taken, Refusal) else appointment_answer(transaction, taken)


def shown_by_code(transaction: Transaction, actor: Actor, code: str) -> Offer | Refusal:
    """What is offered to whoever has the code, at any kiosk.

    Refusals: FORBIDDEN, RATE_LIMITED, CODE_WRONG, OFFER_EXPIRED, OFFER_ANSWERED.
    """
    found = _by_code(transaction, actor, code)
    if isinstance(found, Refusal):
        return found
    held = found_again(transaction, found.appointment_id)
    return Offer(
        id=found.id,
        slot=slot_answer(held.starts_at, held.ends_at, held.zone),
        zone=held.zone,
        kind=held.kind,
        site_id=held.site_id,
        office_title=rules(transaction).offices[held.attending_id].title,
        expires_at=found.expires_at,
    )


def accept_by_code(transaction: Transaction, actor: Actor, code: str) -> OfferAccepted | Refusal:
    """Whoever has the offer's code takes it, at any kiosk.

    Refusals: FORBIDDEN, RATE_LIMITED, CODE_WRONG, OFFER_ANSWERED, and those of `accept`.
    """
    found = _by_code(transaction, actor, code)
    if isinstance(found, Refusal):
        return found
    taken = _accepted(transaction, actor, found)
    if isinstance(taken, Refusal):
        return taken
    throttle.forget(transaction, _tries(actor))
    rulebook = rules(transaction)
    return OfferAccepted(
        ticket_number=taken.ticket_number,
        office_title=rulebook.offices[taken.attending_id].title,
        slot=slot_answer(taken.starts_at, taken.ends_at, taken.zone),
        zone=taken.zone,
        site_name=None if taken.site_id is None else rulebook.sites[taken.site_id].name,
    )


def decline_by_code(transaction: Transaction, actor: Actor, code: str) -> Refusal | None:
    """Whoever has the offer's code leaves it to others, and keeps their place.

    Refusals: FORBIDDEN, RATE_LIMITED, CODE_WRONG, OFFER_ANSWERED, OFFER_EXPIRED.
    """
    found = _by_code(transaction, actor, code)
    if isinstance(found, Refusal):
        return found
    refusal = _declined(transaction, actor, found)
    if refusal is None:
        throttle.forget(transaction, _tries(actor))
    return refusal


def decline(transaction: Transaction, actor: Actor, offer_id: OfferId) -> Refusal | None:
    """They do not want this one, and keep their place. Refusals: FORBIDDEN, NOT_FOUND, OFFER_EXPIRED."""
    found = _own(transaction, actor, offer_id)
    return found if isinstance(found, Refusal) else _declined(transaction, actor, found)


def withdraw(transaction: Transaction, actor: Actor, wait_id: WaitlistId) -> None:
    """Take back whatever is offered to a place on the list."""
    rows = transaction.connection.execute(
        _offers().where(waitlist_offer.c.waitlist_id == wait_id, waitlist_offer.c.state == OPEN)
    ).all()
    for row in rows:
        if _closes(transaction, row.id, DECLINED):
            let_go(transaction, actor, found_again(transaction, row.appointment_id), "offer_declined")


def expire(transaction: Transaction, offer_id: OfferId) -> bool:
    """Nobody answered in time: the slot is free, the place on the list is kept. Whether this call did it."""
    row = transaction.connection.execute(_offers().where(waitlist_offer.c.id == offer_id)).one()
    lock_row(transaction.connection, person, row.person_id)
    closed = transaction.connection.execute(
        update(waitlist_offer)
        .where(
            waitlist_offer.c.id == offer_id,
            waitlist_offer.c.state == OPEN,
            waitlist_offer.c.expires_at <= transaction.now,
        )
        .values(state=EXPIRED)
    )
    if not closed.rowcount:
        return False
    unanswered = waitlist.c.unanswered + 1
    _goes(transaction, row.waitlist_id, WaitState.OFFERED, WaitState.WAITING, unanswered=unanswered)
    let_go(transaction, None, found_again(transaction, row.appointment_id), "offer_expired")
    record(transaction, None, "expire_offer", row.waitlist_id)
    return True


def due(transaction: Transaction, most: int = 100) -> list[OfferId]:
    """Open offers that are over, the oldest first."""
    ids = transaction.connection.execute(
        select(waitlist_offer.c.id)
        .where(waitlist_offer.c.state == OPEN, waitlist_offer.c.expires_at <= transaction.now)
        .order_by(waitlist_offer.c.expires_at)
        .limit(most)
    ).scalars()
    return [OfferId(each) for each in ids]


def orphans(transaction: Transaction, most: int = 100) -> list[AppointmentId]:
    """What is still held for offers that are closed: their person was erased meanwhile."""
    ids = transaction.connection.execute(
        select(appointment.c.id)
        .join(waitlist_offer, waitlist_offer.c.id == appointment.c.offer_id)
        .where(
            appointment.c.held_until <= transaction.now,
            appointment.c.held_until.is_not(None),
            appointment.c.state == AppointmentState.HELD.value,
            waitlist_offer.c.state != OPEN,
        )
        .limit(most)
    ).scalars()
    return [AppointmentId(each) for each in ids]


def give_up(transaction: Transaction, appointment_id: AppointmentId) -> None:
    """Let go of what such an offer held."""
    held = find(transaction, appointment_id)
    if held is not None and held.state is AppointmentState.HELD:
        let_go(transaction, None, held, "offer_expired")


def deciding(transaction: Transaction, of: Collection[str] | None = None) -> frozenset[str]:
    """The people who have an open offer before them; of these people, or of all."""
    open_ones = (
        select(waitlist.c.person_id)
        .join(waitlist_offer, waitlist_offer.c.waitlist_id == waitlist.c.id)
        .where(waitlist_offer.c.state == OPEN)
    )
    if of is not None:
        open_ones = open_ones.where(waitlist.c.person_id.in_(of))
    return frozenset(transaction.connection.execute(open_ones).scalars())


def _offers() -> Select[Any]:  # a row's columns are of many types
    return select(waitlist_offer, waitlist.c.person_id, waitlist.c.appointment_id.label("own_id")).join(
        waitlist, waitlist.c.id == waitlist_offer.c.waitlist_id
    )


def _own(transaction: Transaction, actor: Actor, offer_id: OfferId) -> _AnyRow | Refusal:
    """The citizen's own offer, answered or not."""
    if actor.person_id is None or actor.refused(Action.JOIN_WAITLIST) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    row: _AnyRow | None = transaction.connection.execute(
        _offers().where(waitlist_offer.c.id == offer_id, waitlist.c.person_id == actor.person_id)
    ).one_or_none()
    return Refusal(RefusalCode.NOT_FOUND) if row is None else row


def _tries(actor: Actor) -> Limit:
    return Limit(_CODE, str(actor.kiosk_id), _GUESSES_AT_A_KIOSK)


def _by_code(transaction: Transaction, actor: Actor, code: str) -> _AnyRow | Refusal:
    """The open offer of a code; each call is a guess that is counted."""
    if (refusal := actor.refused(Action.START_CITIZEN_SESSION)) is not None or actor.kiosk_id is None:
        return refusal or Refusal(RefusalCode.FORBIDDEN)
    if (refusal := throttle.taken(transaction, _tries(actor))) is not None:
        return refusal
    every: list[_AnyRow] = list(
        transaction.connection.execute(
            _offers().where(waitlist_offer.c.code_hash == keyed_hash(transaction.pepper, _CODE, code))
        )
    )
    still_open = [row for row in every if row.state == OPEN and row.expires_at > transaction.now]
    if len(still_open) == 1:
        return still_open[0]
    if still_open or not every:  # two have the same: whose it is cannot be told
        return Refusal(RefusalCode.CODE_WRONG)
    last = max(every, key=lambda row: row.offered_at)
    is_over = last.state in {OPEN, EXPIRED}
    return Refusal(RefusalCode.OFFER_EXPIRED if is_over else RefusalCode.OFFER_ANSWERED)


def _declined(transaction: Transaction, actor: Actor, row: _AnyRow) -> Refusal | None:
    lock_row(transaction.connection, person, row.person_id)
    if not _closes(transaction, row.id, DECLINED):
        return Refusal(RefusalCode.OFFER_EXPIRED)
    _goes(transaction, row.waitlist_id, WaitState.OFFERED, WaitState.WAITING, unanswered=0)
    let_go(transaction, actor, found_again(transaction, row.appointment_id), "offer_declined")
    record(transaction, actor, "decline_offer", row.waitlist_id)
    return None


def _accepted(transaction: Transaction, actor: Actor | None, row: _AnyRow) -> Record | Refusal:
    lock_row(transaction.connection, person, row.person_id)
    if not agrees(transaction, row.person_id, Purpose.PROCESSING):
        return Refusal(RefusalCode.CONSENT_REQUIRED, field=Purpose.PROCESSING.value)
    attempt = transaction.attempt()
    if not _closes(transaction, row.id, ACCEPTED):
        attempt.rollback()
        return Refusal(RefusalCode.OFFER_EXPIRED)
    held = found_again(transaction, row.appointment_id)
    own = None if row.own_id is None else find(transaction, AppointmentId(row.own_id))
    if own is not None and own.state is not AppointmentState.UNSERVED:
        taken = _moved_there(transaction, actor, own, held)
    else:
        taken = settle(transaction, actor, held, "", like=None if own is None else own.id)
    if isinstance(taken, Refusal):
        attempt.rollback()
        return Refusal(RefusalCode.OFFER_EXPIRED) if taken.code is RefusalCode.HOLD_EXPIRED else taken
    _goes(transaction, row.waitlist_id, WaitState.OFFERED, WaitState.SERVED, unanswered=0)
    attempt.commit()
    record(transaction, actor, "accept_offer", row.waitlist_id)
    return taken


def _moved_there(transaction: Transaction, actor: Actor | None, own: Record, held: Record) -> Record | Refusal:
    """The person's own appointment takes over what the offer holds; its old time is free for others."""
    seat = transaction.connection.execute(
        select(appointment.c.seat, appointment.c.interpreter_id).where(appointment.c.id == held.id)
    ).one()
    claims.release(transaction, [own.id])
    handed_over = transaction.connection.execute(
        update(claim).where(claim.c.owner == held.id).values(owner=own.id, expires_at=None)
    )
    if handed_over.rowcount != held.claims:
        return Refusal(RefusalCode.HOLD_EXPIRED)
    changed = moved(
        transaction,
        actor,
        own,
        Step.RESCHEDULE,
        attending_id=held.attending_id,
        site_id=held.site_id,
        governorate_id=held.governorate_id,
        kind=held.kind.value,
        starts_at=held.starts_at,
        ends_at=held.ends_at,
        seat=seat.seat,
        claims=held.claims,
        interpreter_id=seat.interpreter_id,
        reminded_at=None,
    )
    if isinstance(changed, Refusal):
        return changed
    given_up = moved(transaction, actor, held, Step.CANCEL, cancel_reason="offer_accepted", held_until=None)
    assert not isinstance(given_up, Refusal)  # whoever changes what an offer holds has locked the person, as we have
    tell_about(transaction, changed, TemplateKey.MOVED, dedupe_key=f"moved:{own.id}:{changed.version}")
    return changed


def _still_helps(own: Record | None, slot: FreedSlot) -> bool:
    if own is None or own.state is AppointmentState.UNSERVED:
        return True
    return own.state in AHEAD_STATES and slot.starts_at < own.starts_at


def _closes(transaction: Transaction, offer_id: str, state: str) -> bool:
    """Whether an offer that was still open is answered thus, by this call."""
    closed = transaction.connection.execute(
        update(waitlist_offer)
        .where(
            waitlist_offer.c.id == offer_id,
            waitlist_offer.c.state == OPEN,
            waitlist_offer.c.expires_at > transaction.now,
        )
        .values(state=state)
    )
    return closed.rowcount == 1


def _goes(transaction: Transaction, wait_id: str, before: WaitState, after: WaitState, **values: object) -> bool:
    """Whether a place on the list went from one state to the other, by this call."""
    gone = transaction.connection.execute(
        update(waitlist)
        .where(waitlist.c.id == wait_id, waitlist.c.state == before.value)
        .values(state=after.value, **values)
    )
    return gone.rowcount == 1


def earliest_end(transaction: Transaction) -> datetime | None:
    """When the first of the open offers is over."""
    return transaction.connection.execute(
        select(waitlist_offer.c.expires_at)
        .where(waitlist_offer.c.state == OPEN)
        .order_by(waitlist_offer.c.expires_at)
        .limit(1)
    ).scalar_one_or_none()
