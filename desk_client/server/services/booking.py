"""Booking in two steps: a slot is held for a few minutes while the form is filled, then booked."""

from datetime import UTC, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import delete, insert, select, update

from desk_client.domain.access import Action, Ownership
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import (
    HoldId,
    OfficeId,
    PersonId,
    ServiceId,
    new_appointment_id,
    new_hold_id,
)
from desk_client.domain.intervals import Interval
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.schedule import open_intervals
from desk_client.domain.slots import is_offered, quanta
from desk_client.protocol.appointments import MAX_SUBJECT_LENGTH, AppointmentAsk, Booked
from desk_client.protocol.slots import Hold, HoldAsk
from desk_client.server.notify.outbox import enqueue_sms
from desk_client.server.notify.texts import Ticket, ticket_text
from desk_client.server.security.tokens import digits, keyed_hash
from desk_client.server.services import claims
from desk_client.server.services.actor import Actor
from desk_client.server.services.appointments import appointment_answer, find
from desk_client.server.services.calendars import calendar_of, kiosks_of
from desk_client.server.services.offices import site_of, slot_answer
from desk_client.server.services.trail import announce, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment, hold
from desk_client.server.storage.tables.bookkeeping import counter
from desk_client.server.storage.tables.people import person
from desk_client.server.storage.tables.region import office

TICKET_CODE_DIGITS: Final = 6
TICKET_HASH: Final = "ticket-code"
_FIRST_TICKET: Final = 10001
_DAY: Final = timedelta(days=1)


def place_hold(transaction: Transaction, actor: Actor, ask: HoldAsk) -> Hold | Refusal:
    """Claim a slot for a few minutes; the person's earlier hold is given back for it.

    Refusals: FORBIDDEN, NOT_FOUND (office and service), SLOT_UNAVAILABLE (no such slot, too soon, too far), SLOT_TAKEN.
    """
    site_id = site_of(transaction, actor)
    if actor.person_id is None or site_id is None or actor.refused(Action.BOOK) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    office_id, service_id = OfficeId(ask.office_id), ServiceId(ask.service_id)
    calendar = calendar_of(transaction, office_id, service_id)
    if calendar is None:
        return Refusal(RefusalCode.NOT_FOUND)
    starts_at = ask.starts_at.astimezone(UTC)
    hours = open_intervals(calendar.schedule, Interval(starts_at - _DAY, starts_at + _DAY))
    if not is_offered(starts_at, hours, calendar.rule, transaction.now):
        return Refusal(RefusalCode.SLOT_UNAVAILABLE)

    hold_id = new_hold_id(transaction.id_bytes())
    expires_at = transaction.now + transaction.settings.audiences.hold_lifetime
    wanted = quanta(starts_at, calendar.rule.claimed)
    own = (claims.office_resource(office_id), claims.person_resource(actor.person_id))
    seats = [claims.kiosk_resource(kiosk_id) for kiosk_id in kiosks_of(transaction, site_id)]
    exchange = transaction.connection.begin_nested()
    _give_back(transaction, actor.person_id)
    if not any(claims.take(transaction, (*own, seat), wanted, hold_id, expires_at) for seat in seats):
        exchange.rollback()  # whoever comes too late for another slot keeps the one they hold
        return Refusal(RefusalCode.SLOT_TAKEN)
    exchange.commit()
    ends_at = starts_at + calendar.rule.length
    transaction.connection.execute(
        insert(hold).values(
            id=hold_id,
            person_id=actor.person_id,
            office_id=office_id,
            service_id=service_id,
            site_id=site_id,
            starts_at=starts_at,
            ends_at=ends_at,
            expires_at=expires_at,
        )
    )
    record(transaction, actor, "hold", hold_id)
    slot = slot_answer(starts_at, ends_at, ZoneInfo(calendar.schedule.zone))
    return Hold(id=hold_id, slot=slot, expires_at=expires_at)


def release_hold(transaction: Transaction, actor: Actor, hold_id: HoldId) -> Refusal | None:
    """Give a held slot back. Refusals: FORBIDDEN, NOT_FOUND."""
    row = transaction.connection.execute(select(hold.c.person_id).where(hold.c.id == hold_id)).one_or_none()
    owner = Ownership(person_id=None if row is None else PersonId(row.person_id))
    if (refusal := actor.refused(Action.BOOK, owner)) is not None:
        return refusal
    claims.release(transaction, hold_id)
    transaction.connection.execute(delete(hold).where(hold.c.id == hold_id))
    record(transaction, actor, "release_hold", hold_id)
    return None


def book(transaction: Transaction, actor: Actor, ask: AppointmentAsk) -> Booked | Refusal:
    """Turn a hold into a booking, and send the ticket by SMS.

    Refusals: FORBIDDEN, NOT_FOUND, HOLD_EXPIRED, INVALID_SUBJECT, INVALID_NAME (nobody is received without a name).
    """
    row = transaction.connection.execute(select(hold).where(hold.c.id == ask.hold_id)).one_or_none()
    if row is None:
        # a hold is cleared away some time after it expired; its owner cannot know when
        return actor.refused(Action.BOOK) or Refusal(RefusalCode.HOLD_EXPIRED)
    owner = PersonId(row.person_id)
    if (refusal := actor.refused(Action.BOOK, Ownership(person_id=owner))) is not None:
        return refusal
    if row.expires_at <= transaction.now:
        return Refusal(RefusalCode.HOLD_EXPIRED)
    subject = ask.subject.strip()
    if len(subject) > MAX_SUBJECT_LENGTH or not all(sign.isprintable() or sign == "\n" for sign in subject):
        return Refusal(RefusalCode.INVALID_SUBJECT, field="subject")
    who = transaction.connection.execute(select(person.c.name, person.c.mobile).where(person.c.id == owner)).one()
    if who.name is None:
        return Refusal(RefusalCode.INVALID_NAME, field="name")

    appointment_id = new_appointment_id(transaction.id_bytes())
    ticket_code = digits(transaction.id_bytes(), TICKET_CODE_DIGITS)
    if claims.hand_over(transaction, row.id, appointment_id) == 0:
        return Refusal(RefusalCode.HOLD_EXPIRED)
    transaction.connection.execute(delete(hold).where(hold.c.id == row.id))
    transaction.connection.execute(
        insert(appointment).values(
            id=appointment_id,
            person_id=owner,
            office_id=row.office_id,
            service_id=row.service_id,
            site_id=row.site_id,
            state=AppointmentState.BOOKED.value,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            zone=transaction.connection.execute(select(office.c.zone).where(office.c.id == row.office_id)).scalar_one(),
            subject=subject,
            ticket_number=_next_ticket(transaction),
            ticket_code_hash=keyed_hash(transaction.pepper, TICKET_HASH, appointment_id, ticket_code),
            booked_at=transaction.now,
        )
    )
    booked = find(transaction, appointment_id)
    if booked is None:
        raise LookupError("an appointment is found in the transaction that made it")
    answer = appointment_answer(transaction, booked)
    ticket = Ticket(
        answer.ticket_number,
        ticket_code,
        answer.office_title.ar,
        answer.site_name.ar,
        booked.starts_at,
        booked.zone,
    )
    enqueue_sms(transaction, who.mobile, ticket_text(ticket))
    record(transaction, actor, "book", appointment_id)
    announce(transaction, appointment_id, booked.office_id, owner)
    return Booked(appointment=answer, ticket_code=ticket_code)


def _give_back(transaction: Transaction, person_id: PersonId) -> None:
    """A person holds one slot at a time: changing one's mind does not lock a calendar."""
    earlier = transaction.connection.execute(select(hold.c.id).where(hold.c.person_id == person_id)).scalars().all()
    for hold_id in earlier:
        claims.release(transaction, hold_id)
    if earlier:
        transaction.connection.execute(delete(hold).where(hold.c.id.in_(earlier)))


def _next_ticket(transaction: Transaction) -> str:
    counted = transaction.connection.execute(
        update(counter).where(counter.c.name == "ticket").values(value=counter.c.value + 1)
    )
    if counted.rowcount == 0:
        transaction.connection.execute(insert(counter).values(name="ticket", value=_FIRST_TICKET))
    return str(transaction.connection.execute(select(counter.c.value).where(counter.c.name == "ticket")).scalar_one())
