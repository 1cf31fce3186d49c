"""Booking what is held: the ticket, its SMS, and all that a booked audience is known by."""

from dataclasses import replace
from typing import Final

from sqlalchemy import bindparam, select, update

from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState, Step
from desk_client.domain.consents import Purpose
from desk_client.domain.kinds import needs_address
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.words import is_readable
from desk_client.protocol.appointments import MAX_SUBJECT_LENGTH, AppointmentAsk, Booked
from desk_client.server.notify.notices import Ticket
from desk_client.server.security.tokens import digits, keyed_hash
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking import claims
from desk_client.server.services.booking.appointments import appointment_answer, opened, record_of, records
from desk_client.server.services.booking.holding import drop_holds
from desk_client.server.services.booking.telling import reach_of, tell_about
from desk_client.server.services.privacy import consents
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import announce, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.prepared import Prepared
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import person, session

TICKET_NUMBER_DIGITS: Final = 8
TICKET_CODE_DIGITS: Final = 6
TICKET_HASH: Final = "ticket-code"


def book(transaction: Transaction, actor: Actor, ask: AppointmentAsk) -> Booked | Refusal:
    """Turn a hold into a booking, and send the ticket by SMS.

    Refusals: FORBIDDEN, NOT_FOUND, HOLD_EXPIRED, INVALID_SUBJECT, INVALID_ADDRESS (a home visit without one),
    INVALID_NAME (nobody is received without a name), those of `consents.needed`.
    """
    row = _HELD_ONE.first(transaction.connection, {"hold_id": ask.hold_id, "session_id": actor.session_id})
    action = Action.BOOK_FOR if actor.is_staff else Action.BOOK
    if row is None:
        # a hold is cleared away some time after it expired; its owner cannot know when
        return actor.refused(action) or Refusal(RefusalCode.HOLD_EXPIRED)
    found = record_of(transaction, row)
    if (refusal := actor.refused(action, found.ownership(rules(transaction)))) is not None:
        return refusal
    if found.state is not AppointmentState.HELD or row.held_until <= transaction.now or row.offer_id is not None:
        return Refusal(RefusalCode.HOLD_EXPIRED)
    subject, address = ask.subject.strip(), ask.address.strip()
    if not is_readable(subject) or len(subject) > MAX_SUBJECT_LENGTH:
        return Refusal(RefusalCode.INVALID_SUBJECT, field="subject")
    if not is_readable(address) or (needs_address(found.kind) and not address):
        return Refusal(RefusalCode.INVALID_ADDRESS, field="address")
    if not found.citizen_name:
        return Refusal(RefusalCode.INVALID_NAME, field="name")

    said = ask.consent_version
    if (refusal := consents.needed(transaction, actor, found.person_id, said, agrees_already=row.agrees)) is not None:
        return refusal
    if not claims.keep(transaction, found.id, found.claims):
        drop_holds(transaction, [found.id])
        return Refusal(RefusalCode.HOLD_EXPIRED)
    number = _new_number(transaction)
    code = digits(transaction.id_bytes(), TICKET_CODE_DIGITS)
    represented = opened(transaction, "session.represented", actor.session_id, row.session_represented)
    _BOOK.send(
        transaction.connection,
        {
            "own_id": found.id,
            "state": AppointmentState.BOOKED.value,
            "version": found.version + 1,
            "held_until": None,
            "subject_sealed": _sealed(transaction, "appointment.subject", found.id, subject),
            "address_sealed": _sealed(transaction, "appointment.address", found.id, address),
            "represented_sealed": _sealed(transaction, "appointment.represented", found.id, represented),
            "companions": ask.companions,
            "ticket_number": number,
            "ticket_code_hash": keyed_hash(transaction.pepper, TICKET_HASH, found.id, code),
            "booked_at": transaction.now,
            "booked_by": actor.staff_id,
        },
    )
    booked = replace(
        found,
        state=AppointmentState.BOOKED,
        version=found.version + 1,
        subject=subject,
        ticket_number=number,
        booked_at=transaction.now,
    )
    tell_about(transaction, booked, lambda meeting: Ticket(meeting, code), to=reach_of(transaction, row))
    record(transaction, actor, Step.BOOK.value, booked.id)
    for office_id in {booked.office_id, booked.attending_id}:
        announce(transaction, booked.id, office_id, booked.person_id)
    return Booked(appointment=appointment_answer(transaction, booked), ticket_code=code)


_HELD_ONE: Final = Prepared(
    records()
    .add_columns(
        person.c.mobile_sealed,
        person.c.language,
        session.c.represented_sealed.label("session_represented"),
        consents.standing(appointment.c.person_id, Purpose.PROCESSING).label("agrees"),
    )
    .outerjoin(session, session.c.id == bindparam("session_id"))
    .where(appointment.c.id == bindparam("hold_id"), person.c.erased_at.is_(None))
    .with_for_update(read=True, of=person)  # nobody is erased while something is booked for them
)
_BOOK: Final = Prepared(update(appointment).where(appointment.c.id == bindparam("own_id")))
_TICKET: Final = Prepared(select(appointment.c.id).where(appointment.c.ticket_number == bindparam("number")))


def _new_number(transaction: Transaction) -> str:
    """A ticket number that nobody has; a random one waits for nobody's and does not tell how many there are."""
    while True:
        number = digits(transaction.id_bytes(), TICKET_NUMBER_DIGITS)
        if _TICKET.first(transaction.connection, {"number": number}) is None:
            return number


def _sealed(transaction: Transaction, column: str, row: str, text: str) -> bytes | None:
    return transaction.vault.seal(column, row, text) if text else None
