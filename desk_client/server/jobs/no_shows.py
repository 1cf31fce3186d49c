"""Who did not come is noted, but never where the fault was ours: then they are booked again with priority."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from typing import Final

from sqlalchemy import and_, or_, select

from desk_client.domain.appointment import AHEAD_STATES, AppointmentState, Step
from desk_client.domain.ids import AppointmentId
from desk_client.domain.outcomes import Refusal
from desk_client.server.house import House
from desk_client.server.notify.templates import TemplateKey
from desk_client.server.services.booking.appointments import find, moved
from desk_client.server.services.booking.telling import tell_about
from desk_client.server.services.life.changes import GRACE, fault_was_ours
from desk_client.server.services.life.incidents import beat
from desk_client.server.services.life.making_good import make_good
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment

EVERY: Final = timedelta(minutes=1)
FORGOTTEN: Final = timedelta(hours=6)
"""Who still waits so long after their slot's end was not admitted by us."""
_AT_ONCE: Final = 50
_AHEAD: Final = [state.value for state in sorted(AHEAD_STATES)]


def settle_missed(house: House) -> timedelta:
    """One round; returns the pause until the next.

    The server's own absence is noted first: whoever came while it was away is no no-show.
    """
    house.write_now(beat)
    while ids := house.read_now(_due):
        done = [house.write_now(partial(_settle, appointment_id=each)) for each in ids]
        if not any(done):
            break  # others are at it; the next round looks again
    return EVERY


def _due(transaction: Transaction) -> Sequence[AppointmentId]:
    over = transaction.now - GRACE
    ids = transaction.connection.execute(
        select(appointment.c.id)
        .where(
            or_(
                and_(appointment.c.state.in_(_AHEAD), appointment.c.ends_at <= over),
                and_(
                    appointment.c.state == AppointmentState.WAITING.value,
                    appointment.c.ends_at <= transaction.now - FORGOTTEN,
                ),
            )
        )
        .order_by(appointment.c.starts_at, appointment.c.id)
        .limit(_AT_ONCE)
    ).scalars()
    return [AppointmentId(each) for each in ids]


def _settle(transaction: Transaction, appointment_id: AppointmentId) -> bool:
    """What becomes of one of them; whether this call did it."""
    found = find(transaction, appointment_id)
    if found is None or found.ends_at + GRACE > transaction.now:  # it was moved meanwhile
        return False
    if found.state is AppointmentState.WAITING or (found.state in AHEAD_STATES and fault_was_ours(transaction, found)):
        return not isinstance(make_good(transaction, None, found), Refusal)
    missed = moved(transaction, None, found, Step.MARK_NO_SHOW)
    if isinstance(missed, Refusal):
        return False
    tell_about(transaction, missed, TemplateKey.NO_SHOW, dedupe_key=f"no_show:{found.id}")
    return True
