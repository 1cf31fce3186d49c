"""Somebody who stands at an operator's desk: their papers are seen, and what is theirs is looked up to help them."""

from sqlalchemy import select

from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.consents import Purpose
from desk_client.domain.ids import PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.people import parse_document, parse_name
from desk_client.i18n.digits import to_ascii
from desk_client.i18n.language import Language
from desk_client.protocol.accounts import PersonFound, PersonSeenAsk
from desk_client.protocol.appointments import Appointments
from desk_client.protocol.base import MOST_ROWS
from desk_client.protocol.privacy import Consent
from desk_client.server.services.access import people
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import appointment_answer, record_of, records
from desk_client.server.services.privacy import consents
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import looked_at, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import person


def seen(transaction: Transaction, actor: Actor, ask: PersonSeenAsk) -> PersonFound | Refusal:
    """Know somebody by the papers that the operator has seen; the trail has under whose name.

    Refusals: FORBIDDEN, INVALID_NATIONAL_ID, INVALID_DOCUMENT, INVALID_NATIONALITY, INVALID_NAME.
    """
    if (refusal := actor.refused(Action.ASSIST_SIGN_IN)) is not None:
        return refusal
    document = parse_document(ask.document, to_ascii(ask.number), ask.nationality)
    if isinstance(document, Refusal):
        return document
    name = parse_name(ask.name)
    if isinstance(name, Refusal):
        return name
    person_id = people.remembered(transaction, document, None, Language.ARABIC)
    known = people.shown(transaction, person_id)
    assert known is not None  # remembered a moment ago
    if known.name is None:
        people.rename(transaction, person_id, name)
        known = people.shown(transaction, person_id) or known
    record(transaction, actor, "see_papers", person_id)
    looked_at(transaction, actor, "see_papers", person_id, person_id)
    return people.answered(known)


def appointments_of(transaction: Transaction, actor: Actor, person_id: PersonId) -> Appointments | Refusal:
    """A person's audiences that are not over, as far as the asker may see them; by time. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.FIND_PERSON) or actor.refused(Action.SEE_APPOINTMENT)) is not None:
        return refusal
    rows = transaction.connection.execute(
        records()
        .where(
            appointment.c.person_id == person_id,
            appointment.c.state != AppointmentState.HELD.value,
            appointment.c.booked_at.is_not(None),
            appointment.c.ends_at > transaction.now,
        )
        .order_by(appointment.c.starts_at)
        .limit(MOST_ROWS)
    ).all()
    book = rules(transaction)
    found = [
        each
        for each in (record_of(transaction, row) for row in rows)
        if actor.refused(Action.SEE_APPOINTMENT, each.ownership(book)) is None
    ]
    for each in found:
        looked_at(transaction, actor, Action.SEE_APPOINTMENT.value, person_id, each.id)
    return Appointments(appointments=tuple(appointment_answer(transaction, each) for each in found))


def consent_of(transaction: Transaction, actor: Actor, person_id: PersonId) -> Consent | Refusal:
    """The words to read to somebody before anything is booked for them, and whether they agreed to them already.

    Refusals: FORBIDDEN, NOT_FOUND.
    """
    if not actor.is_staff or actor.refused(Action.BOOK_FOR) is not None:
        return Refusal(RefusalCode.FORBIDDEN)
    there = select(person.c.id).where(person.c.id == person_id, person.c.erased_at.is_(None))
    if transaction.connection.execute(there).first() is None:
        return Refusal(RefusalCode.NOT_FOUND)
    return consents.about(transaction, person_id, Purpose.PROCESSING)
