"""Time in which an office does not receive: blocked by its own people with a reason, and given back.

A block never takes an audience away: where one lies in it, or a slot is just being booked, nothing is changed and the
asker is told which ones are in the way.
"""

from datetime import timedelta
from typing import Final

from sqlalchemy import delete, insert, select

from desk_client.domain.access import Action
from desk_client.domain.appointment import AppointmentState
from desk_client.domain.ids import BusyTimeId, OfficeId, new_busy_time_id
from desk_client.domain.intervals import Interval
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.office_calendars import MOST_BLOCKED_DAYS, BlockAsk, Blocked, BusyKind, BusyTime
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.claims import office_resource
from desk_client.server.services.calendar import lying
from desk_client.server.services.rulebook import rules, rules_changed
from desk_client.server.services.trail import announce_office, record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import bump
from desk_client.server.storage.tables.booking import appointment, occupancy
from desk_client.server.storage.tables.calendars import busy_time

_LONGEST: Final = timedelta(days=MOST_BLOCKED_DAYS)
_FARTHEST: Final = timedelta(days=366)
_KEPT: Final = timedelta(days=366)
"""Why somebody was not received a year ago is nobody's business any more."""


def block(transaction: Transaction, actor: Actor, office_id: OfficeId, ask: BlockAsk) -> Blocked | Refusal:
    """Take a stretch out of what the office offers.

    Refusals: FORBIDDEN, NOT_FOUND, INVALID_REQUEST (field `ends_at`: it ends before it begins, lasts for more than two
    weeks, is over, or lies more than a year ahead), SLOT_TAKEN (somebody is booking a slot of it at this moment).
    """
    if (refusal := lying.refused(transaction, actor, Action.MANAGE_CALENDAR, office_id)) is not None:
        return refusal
    now = transaction.now
    if not ask.starts_at < ask.ends_at <= ask.starts_at + _LONGEST or not now < ask.ends_at < now + _FARTHEST:
        return Refusal(RefusalCode.INVALID_REQUEST, field="ends_at")
    prepare(transaction, office_id)
    stretch = Interval(ask.starts_at, ask.ends_at)
    found = lying.in_the_way(transaction, actor, office_id, [stretch])
    if found:
        return Blocked(block=None, in_the_way=lying.told(transaction, actor, found))
    if _is_being_booked(transaction, office_id, stretch):
        return Refusal(RefusalCode.SLOT_TAKEN)
    busy_id = new_busy_time_id(transaction.id_bytes())
    reason = ask.reason.strip()
    transaction.connection.execute(
        insert(busy_time).values(
            id=busy_id,
            office_id=office_id,
            kind=BusyKind.BLOCKED.value,
            starts_at=ask.starts_at,
            ends_at=ask.ends_at,
            reason_sealed=transaction.vault.seal(lying.REASON, busy_id, reason),
            made_by=actor.staff_id,
            made_at=now,
        )
    )
    changed(transaction, actor, "block_time", office_id, busy_id)
    return Blocked(
        block=BusyTime(id=busy_id, kind=BusyKind.BLOCKED, starts_at=ask.starts_at, ends_at=ask.ends_at, reason=reason),
        in_the_way=(),
    )


def unblock(transaction: Transaction, actor: Actor, office_id: OfficeId, busy_id: BusyTimeId) -> Refusal | None:
    """Offer a blocked stretch again. Refusals: FORBIDDEN, NOT_FOUND (also for what was imported)."""
    if (refusal := lying.refused(transaction, actor, Action.MANAGE_CALENDAR, office_id)) is not None:
        return refusal
    gone = transaction.connection.execute(
        delete(busy_time).where(
            busy_time.c.id == busy_id,
            busy_time.c.office_id == office_id,
            busy_time.c.kind == BusyKind.BLOCKED.value,
        )
    )
    if gone.rowcount == 0:
        return Refusal(RefusalCode.NOT_FOUND)
    changed(transaction, actor, "unblock_time", office_id, busy_id)
    return None


def prepare(transaction: Transaction, office_id: OfficeId) -> None:
    """Before anything is blocked: forget what is long over, and let those who are just booking come to their end.

    On PostgreSQL they hold the rows that count the changes of the office's time until they have committed.
    """
    seats = rules(transaction).offices[office_id].seats
    names = [office_resource(office_id, number) for number in range(seats)]
    bump(transaction.connection, occupancy, "resource", "version", names)
    long_over = busy_time.c.ends_at < transaction.now - _KEPT
    transaction.connection.execute(delete(busy_time).where(busy_time.c.office_id == office_id, long_over))


def changed(transaction: Transaction, actor: Actor, action: str, office_id: OfficeId, subject: str) -> None:
    """What the office offers is other than it was: for the rules, the trail, and those who have the calendar open."""
    rules_changed(transaction)
    record(transaction, actor, action, subject)
    announce_office(transaction, office_id, subject)


def _is_being_booked(transaction: Transaction, office_id: OfficeId, stretch: Interval) -> bool:
    """Whether somebody holds a slot there for a few minutes, or was offered one."""
    held = select(appointment.c.id).where(
        appointment.c.attending_id == office_id,
        appointment.c.state == AppointmentState.HELD.value,
        appointment.c.held_until > transaction.now,
        appointment.c.ends_at > stretch.starts_at,
        appointment.c.starts_at < stretch.ends_at,
    )
    return transaction.connection.execute(held.limit(1)).first() is not None
