"""Appointments that the house gives: from a request, from the waitlist, in place of one that we could not hold."""

from datetime import timedelta
from typing import Final

from sqlalchemy import select

from desk_client.domain.appointment import Step
from desk_client.domain.ids import AppointmentId, CaseId, PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.server.notify.notices import Ticket
from desk_client.server.security.tokens import digits, keyed_hash
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import claims
from desk_client.server.services.booking.appointments import Record, found_again, moved, opened
from desk_client.server.services.booking.booking import TICKET_CODE_DIGITS, TICKET_HASH, TICKET_NUMBER_DIGITS
from desk_client.server.services.booking.holding import Place, hold
from desk_client.server.services.booking.telling import tell_about
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment

_A_MOMENT: Final = timedelta(minutes=1)


def give(
    transaction: Transaction,
    actor: Actor | None,
    place: Place,
    person_id: PersonId,
    *,
    subject: str,
    case_id: CaseId | None = None,
    priority: int = 0,
    follows: AppointmentId | None = None,
) -> Record | Refusal:
    """Claim a place and book it at once; the person is sent ticket and code. Refusal: SLOT_TAKEN.

    The caller has locked the person's row.
    """
    held_id = hold(
        transaction,
        place,
        person_id,
        transaction.now + _A_MOMENT,
        case_id=case_id,
        priority=priority,
        follows=follows,
    )
    if held_id is None:
        return Refusal(RefusalCode.SLOT_TAKEN)
    return settle(transaction, actor, found_again(transaction, held_id), subject, like=follows)


def settle(
    transaction: Transaction,
    actor: Actor | None,
    held: Record,
    subject: str,
    *,
    like: AppointmentId | None = None,
) -> Record | Refusal:
    """Make what is held a booking; the person is sent ticket and code.

    What was said for the appointment `like`, which this one makes good, counts for it too: subject, address, for whom a
    representative comes, who stands beside.
    Refusals: HOLD_EXPIRED (others have its time by now), ILLEGAL_TRANSITION. The caller undoes what it did before.
    """
    if not claims.keep(transaction, held.id, held.claims):
        return Refusal(RefusalCode.HOLD_EXPIRED)
    code = digits(transaction.id_bytes(), TICKET_CODE_DIGITS)
    booked = moved(
        transaction,
        actor,
        held,
        Step.BOOK,
        held_until=None,
        offer_id=None,
        **_said(transaction, held, subject, like),
        ticket_number=digits(transaction.id_bytes(), TICKET_NUMBER_DIGITS),
        ticket_code_hash=keyed_hash(transaction.pepper, TICKET_HASH, held.id, code),
        booked_at=transaction.now,
        booked_by=None if actor is None else actor.staff_id,
    )
    if isinstance(booked, Refusal):
        return booked
    tell_about(transaction, booked, lambda meeting: Ticket(meeting, code))
    return booked


def _said(transaction: Transaction, held: Record, subject: str, like: AppointmentId | None) -> dict[str, object]:
    """The columns of what was said about an appointment, sealed for it."""
    said: dict[str, object] = {}
    texts = {"subject": subject}
    if like is not None:
        row = transaction.connection.execute(select(appointment).where(appointment.c.id == like)).one()
        for name in ("subject", "address", "represented"):
            texts[name] = opened(transaction, f"appointment.{name}", like, getattr(row, f"{name}_sealed"))
        said["companions"] = row.companions
    for name, text in texts.items():
        said[f"{name}_sealed"] = transaction.vault.seal(f"appointment.{name}", held.id, text) if text else None
    return said


def let_go(transaction: Transaction, actor: Actor | None, held: Record, reason: str) -> None:
    """Give up what is held for an offer: its row stays, since the offer speaks of it."""
    claims.release(transaction, [held.id])
    moved(transaction, actor, held, Step.CANCEL, cancel_reason=reason, held_until=None)
