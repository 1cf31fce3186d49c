"""A ticket's number and code open that one appointment, at any kiosk, and nothing else of its person's.

They also tell who it is that comes, and spare that person typing ID and mobile: the code for signing in goes to the
mobile that is known of them. What lies on a bench lets nobody into a talk.

Six digits are few, so tries are counted before they are judged: by ticket number, whether it exists or not, and by
kiosk. A number that nobody has costs the same statements and the same hash as one that somebody has.
"""

import hmac
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from sqlalchemy import select

from desk_client.domain.access import Action, Role
from desk_client.domain.appointment import OPEN_STATES
from desk_client.domain.ids import AppointmentId, PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.digits import to_ascii
from desk_client.i18n.language import Language
from desk_client.protocol.appointments import TicketAsk, TicketScanAsk, TicketSession
from desk_client.protocol.sessions import Challenge
from desk_client.server.identity.port import Claimed
from desk_client.server.security.tokens import keyed_hash
from desk_client.server.services import throttle
from desk_client.server.services.access import citizens, people
from desk_client.server.services.access.sessions import Holder, open_session
from desk_client.server.services.actor import BY_TICKET, Actor
from desk_client.server.services.booking.appointments import appointment_answer, found_again
from desk_client.server.services.booking.booking import TICKET_HASH
from desk_client.server.services.booking.calendar_links import is_sealed
from desk_client.server.services.throttle import Limit
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment

_BY_NUMBER: Final = 5
_BY_NUMBER_A_DAY: Final = 15
_BY_KIOSK: Final = 30
_NOBODY: Final = "apt_"
_OPEN: Final = [state.value for state in sorted(OPEN_STATES)]


@dataclass(frozen=True, slots=True)
class _Ticket:
    appointment_id: AppointmentId
    person_id: PersonId


def open_ticket(transaction: Transaction, actor: Actor, ask: TicketAsk) -> TicketSession | Refusal:
    """A session for the appointment of this ticket. Refusals: FORBIDDEN, RATE_LIMITED, TICKET_UNKNOWN."""
    ticket = _held(transaction, actor, ask)
    if isinstance(ticket, Refusal):
        return ticket
    opened = open_session(
        transaction,
        Holder(
            Role.CITIZEN,
            BY_TICKET,
            person_id=ticket.person_id,
            kiosk_id=actor.kiosk_id,
            appointment_id=ticket.appointment_id,
        ),
    )
    if isinstance(opened, Refusal):
        return Refusal(
            RefusalCode.TICKET_UNKNOWN
        )  # the person may not come in; whose ticket it is, is nobody's business
    record(transaction, opened.actor, "open_ticket", ticket.appointment_id)
    return TicketSession(
        token=opened.token,
        appointment=appointment_answer(transaction, found_again(transaction, ticket.appointment_id)),
        expires_at=opened.expires_at,
    )


def challenge_by_ticket(transaction: Transaction, actor: Actor, ask: TicketAsk) -> Challenge | Refusal:
    """Have a code sent to the mobile of whoever this ticket belongs to.

    Refusals: FORBIDDEN, RATE_LIMITED, TICKET_UNKNOWN, INVALID_MOBILE for somebody of whom none is known.
    """
    ticket = _held(transaction, actor, ask)
    return ticket if isinstance(ticket, Refusal) else _challenged(transaction, actor, ticket, Language(ask.language))


def challenge_by_scan(transaction: Transaction, actor: Actor, ask: TicketScanAsk) -> Challenge | Refusal:
    """The same for whoever holds the ticket before a kiosk's camera: its QR code's seal stands for number and code.

    The seal has 128 bits: only the kiosk's tries are counted. Refusals as those of `challenge_by_ticket`.
    """
    ticket = _scanned(transaction, actor, ask)
    return ticket if isinstance(ticket, Refusal) else _challenged(transaction, actor, ticket, Language(ask.language))


def _challenged(transaction: Transaction, actor: Actor, ticket: _Ticket, language: Language) -> Challenge | Refusal:
    known = people.reached(transaction, ticket.person_id)
    if known is None:
        return Refusal(RefusalCode.INVALID_MOBILE)
    document, mobile = known
    return citizens.by_sms(transaction, Claimed(actor.kiosk_id, actor.site_id, document, mobile, language))


def _scanned(transaction: Transaction, actor: Actor, ask: TicketScanAsk) -> _Ticket | Refusal:
    """The ticket that is sealed so, as long as its booking is open."""
    if (refusal := actor.refused(Action.START_CITIZEN_SESSION)) is not None or actor.kiosk_id is None:
        return refusal or Refusal(RefusalCode.FORBIDDEN)
    if (refusal := throttle.taken(transaction, Limit("ticket-kiosk", actor.kiosk_id, _BY_KIOSK))) is not None:
        return refusal
    appointment_id = AppointmentId(ask.appointment_id)
    sealed = is_sealed(transaction, appointment_id, ask.seal)
    person_id = transaction.connection.execute(
        select(appointment.c.person_id).where(
            appointment.c.id == appointment_id, appointment.c.state.in_(_OPEN), appointment.c.booked_at.is_not(None)
        )
    ).scalar_one_or_none()
    if person_id is None or not sealed:
        return Refusal(RefusalCode.TICKET_UNKNOWN)
    return _Ticket(appointment_id, PersonId(person_id))


def _held(transaction: Transaction, actor: Actor, ask: TicketAsk) -> _Ticket | Refusal:
    """The ticket of this number, for whoever knows its code."""
    if (refusal := actor.refused(Action.START_CITIZEN_SESSION)) is not None or actor.kiosk_id is None:
        return refusal or Refusal(RefusalCode.FORBIDDEN)
    number, code = to_ascii(ask.ticket_number).strip(), to_ascii(ask.ticket_code).strip()
    tries = Limit("ticket", number, _BY_NUMBER)
    limits = (
        tries,
        Limit("ticket-day", number, _BY_NUMBER_A_DAY, window=timedelta(days=1)),
        Limit("ticket-kiosk", actor.kiosk_id, _BY_KIOSK),
    )
    if (refusal := throttle.taken(transaction, *limits)) is not None:
        return refusal
    row = transaction.connection.execute(
        select(appointment.c.id, appointment.c.person_id, appointment.c.ticket_code_hash).where(
            appointment.c.ticket_number == number, appointment.c.state.in_(_OPEN)
        )
    ).one_or_none()
    appointment_id = AppointmentId(_NOBODY if row is None else row.id)
    kept = None if row is None else row.ticket_code_hash
    shown = keyed_hash(transaction.pepper, TICKET_HASH, appointment_id, code)
    same = hmac.compare_digest(shown, transaction.random(len(shown)) if kept is None else kept)
    if row is None or not same:
        return Refusal(RefusalCode.TICKET_UNKNOWN)
    throttle.forget(transaction, tries)  # the others go on counting: a ticket of one's own is no key to more guesses
    return _Ticket(appointment_id, PersonId(row.person_id))
