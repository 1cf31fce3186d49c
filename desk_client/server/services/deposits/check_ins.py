"""Somebody was at a kiosk whose server was away, with number and code of their ticket."""

import hmac
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import select, update

from desk_client.domain import deposits
from desk_client.domain.appointment import AHEAD_STATES, AppointmentState, Step
from desk_client.domain.deposits import Verdict
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal
from desk_client.i18n.digits import to_ascii
from desk_client.protocol.deposits import CheckInLeft, TicketLeft
from desk_client.server.security.tokens import keyed_hash
from desk_client.server.services import throttle
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import Record, found_again, moved
from desk_client.server.services.booking.booking import TICKET_HASH
from desk_client.server.services.deposits.led_to import LedTo
from desk_client.server.services.life.making_good import make_good
from desk_client.server.services.throttle import Limit
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import lock_row
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.people import person

_BY_NUMBER_A_DAY: Final = 15
"""The same as at `booking.tickets`: what is typed at a kiosk without a line is no better guess."""
_DAY: Final = timedelta(days=1)
_TO_BE_MOVED: Final = AHEAD_STATES | {AppointmentState.NO_SHOW}


def check_in(transaction: Transaction, actor: Actor, left: CheckInLeft, at: datetime) -> LedTo:
    """They were here at that moment: they wait for their turn, or it is made good, or it says why neither."""
    found = _of_ticket(transaction, left)
    if isinstance(found, Verdict):
        return LedTo(found)
    lock_row(transaction.connection, person, found.person_id)
    found = found_again(transaction, found.id)
    judged = deposits.check_in(
        deposits.Audience(
            state=found.state,
            opens_at=found.starts_at - transaction.settings.audiences.check_in_before,
            ends_at=found.ends_at,
            checked_in_at=found.checked_in_at,
        ),
        at,
        transaction.now,
    )
    if judged.at is None:
        return LedTo(judged.verdict, found.id)
    here = {"checked_in_at": judged.at, "checked_in_kiosk_id": actor.kiosk_id}
    match judged.verdict:
        case Verdict.ALREADY_HERE | Verdict.MADE_GOOD if found.state not in _TO_BE_MOVED:
            transaction.connection.execute(update(appointment).where(appointment.c.id == found.id).values(**here))
        case Verdict.CHECKED_IN:
            arrived = moved(transaction, actor, found, Step.CHECK_IN, **here)
            _must(arrived if isinstance(arrived, Refusal) else _wait(transaction, actor, arrived, judged.at))
        case _:
            missed = found.state is AppointmentState.NO_SHOW
            taken = Step.LIFT_NO_SHOW if missed else Step.MARK_UNSERVED
            _must(make_good(transaction, actor, found, taken, **here))
    return LedTo(judged.verdict, found.id)


def _wait(transaction: Transaction, actor: Actor, here: Record, at: datetime) -> Record | Refusal:
    return moved(transaction, actor, here, Step.WAIT, queued_at=at)


def _must(done: object) -> None:
    """What the rule allows, the table of steps does as well; where it did not, nothing of the entry would be kept."""
    assert not isinstance(done, Refusal), done.code


def _of_ticket(transaction: Transaction, left: TicketLeft) -> Record | Verdict:
    """The appointment of a ticket, whatever became of it; TICKET_UNKNOWN, TOO_MANY_TRIES."""
    number, code = to_ascii(left.ticket_number).strip(), to_ascii(left.ticket_code).strip()
    tries = Limit("ticket-day", number, _BY_NUMBER_A_DAY, window=_DAY)
    if throttle.taken(transaction, tries) is not None:
        return Verdict.TOO_MANY_TRIES
    row = transaction.connection.execute(
        select(appointment.c.id, appointment.c.ticket_code_hash).where(appointment.c.ticket_number == number)
    ).one_or_none()
    if row is None or row.ticket_code_hash is None:
        return Verdict.TICKET_UNKNOWN
    shown = keyed_hash(transaction.pepper, TICKET_HASH, row.id, code)
    if not hmac.compare_digest(shown, row.ticket_code_hash):
        return Verdict.TICKET_UNKNOWN
    return found_again(transaction, AppointmentId(row.id))
