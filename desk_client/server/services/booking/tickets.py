"""A ticket's number and code open that one appointment, at any kiosk, and nothing else of its person's.

Six digits are few, so tries are counted before they are judged: by ticket number, whether it exists or not, and by
kiosk. A number that nobody has costs the same statements and the same hash as one that somebody has.
"""

import hmac
from datetime import timedelta
from typing import Final

from sqlalchemy import select

from desk_client.domain.access import Action, Role
from desk_client.domain.appointment import OPEN_STATES
from desk_client.domain.ids import AppointmentId, PersonId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.digits import to_ascii
from desk_client.protocol.appointments import TicketAsk, TicketSession
from desk_client.server.security.tokens import keyed_hash
from desk_client.server.services import throttle
from desk_client.server.services.access.sessions import Holder, open_session
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import appointment_answer, found_again
from desk_client.server.services.booking.booking import TICKET_HASH
from desk_client.server.services.throttle import Limit
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment

VERIFIED_BY: Final = "ticket"
_BY_NUMBER: Final = 5
_BY_NUMBER_A_DAY: Final = 15
_BY_KIOSK: Final = 30
_NOBODY: Final = "apt_"
_OPEN: Final = [state.value for state in sorted(OPEN_STATES)]


def open_ticket(transaction: Transaction, actor: Actor, ask: TicketAsk) -> TicketSession | Refusal:
    """A session for the appointment of this ticket. Refusals: FORBIDDEN, RATE_LIMITED, TICKET_UNKNOWN."""
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
    opened = open_session(
        transaction,
        Holder(
            Role.CITIZEN,
            VERIFIED_BY,
            person_id=PersonId(row.person_id),
            kiosk_id=actor.kiosk_id,
            appointment_id=appointment_id,
        ),
    )
    if isinstance(opened, Refusal):
        return Refusal(
            RefusalCode.TICKET_UNKNOWN
        )  # the person may not come in; whose ticket it is, is nobody's business
    record(transaction, opened.actor, "open_ticket", appointment_id)
    return TicketSession(
        token=opened.token,
        appointment=appointment_answer(transaction, found_again(transaction, appointment_id)),
        expires_at=opened.expires_at,
    )
