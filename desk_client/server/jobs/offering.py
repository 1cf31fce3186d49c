"""Offers freed time to the waitlist, the earliest slot to the first in line; and takes unanswered offers back.

It looks at what is free, not at what was freed, so nothing that became free is ever missed: a cancelled booking, one
that moved, a hold that ran out, an office that opened. Several servers may do it at once.
"""

from datetime import datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import or_, select, update

from desk_client.domain.appointment import AHEAD_STATES, OPEN_STATES, AppointmentState
from desk_client.domain.ids import ServiceId, WaitlistId
from desk_client.protocol.waitlists import WaitState
from desk_client.server.house import House
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.services.waitlist import offers
from desk_client.server.services.waitlist.matching import Looked, look, wanted_services
from desk_client.server.storage.tables.booking import appointment, waitlist

REST: Final = timedelta(seconds=1)
"""Between two rounds: a rush of bookings must not keep the list's thread busy all the time."""
EVERY: Final = timedelta(minutes=1)
_KEPT: Final = [state.value for state in sorted(OPEN_STATES | AHEAD_STATES | {AppointmentState.UNSERVED})]
_MOST_TRIES: Final = 200


class Offering:
    """One server's offers."""

    def __init__(self, house: House) -> None:
        """Nothing happens before the first `round`."""
        self._house = house
        self._marks: dict[ServiceId, tuple[int, frozenset[tuple[WaitlistId, datetime]]]] = {}

    def round(self) -> timedelta:
        """Expire, clear away, offer; returns the pause until the next round, unless a commit wakes it before."""
        for offer_id in self._house.read_now(offers.due):
            self._house.write_now(partial(offers.expire, offer_id=offer_id))
        for appointment_id in self._house.read_now(offers.orphans):
            self._house.write_now(partial(offers.give_up, appointment_id=appointment_id))
        if self._house.read_now(_stale):
            self._house.write_now(_clear_stale)
        for service_id in self._house.read_now(wanted_services):
            self._offer(service_id)
        ends_at = self._house.read_now(offers.earliest_end)
        return EVERY if ends_at is None else min(EVERY, max(timedelta(), ends_at - self._house.clock.now()))

    def _offer(self, service_id: ServiceId) -> None:
        """Offer until nobody is left for whom something is free."""
        if service_id in self._marks:
            mark, vain = self._marks[service_id]
            if self._look(service_id, vain, mark).mark == mark:
                return  # nothing has changed since the last round
        failed: set[tuple[WaitlistId, datetime]] = set()
        for _ in range(_MOST_TRIES):
            looked = self._look(service_id, frozenset(failed))
            if looked.match is None:
                self._marks[service_id] = looked.mark, frozenset(failed)
                return
            match = looked.match
            made = self._house.write_now(partial(offers.make, wait_id=match.wait_id, slot=match.slot))
            if made is None:  # somebody was quicker, or they have something else at that time
                failed.add((match.wait_id, match.slot.starts_at))

    def _look(
        self, service_id: ServiceId, failed: frozenset[tuple[WaitlistId, datetime]], mark: int | None = None
    ) -> Looked:
        return self._house.read_now(partial(look, service_id=service_id, failed=failed, mark=mark))


def _stale(transaction: Transaction) -> list[WaitlistId]:
    """Places that nothing can serve any more: their time has passed, or the booking they would improve is gone."""
    ids = transaction.connection.execute(
        select(waitlist.c.id)
        .outerjoin(appointment, appointment.c.id == waitlist.c.appointment_id)
        .where(
            waitlist.c.state == WaitState.WAITING.value,
            or_(
                waitlist.c.before <= transaction.now,
                appointment.c.state.not_in(_KEPT),
            ),
        )
        .limit(_MOST_TRIES)
    ).scalars()
    return [WaitlistId(each) for each in ids]


def _clear_stale(transaction: Transaction) -> None:
    for wait_id in sorted(_stale(transaction)):
        gone = transaction.connection.execute(
            update(waitlist)
            .where(waitlist.c.id == wait_id, waitlist.c.state == WaitState.WAITING.value)
            .values(state=WaitState.LEFT.value)
        )
        if gone.rowcount:
            record(transaction, None, "leave_waitlist", wait_id)
