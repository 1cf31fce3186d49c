"""What lies in an office's time: its audiences, and whether their time is still offered."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, select, true

from desk_client.domain.access import Action, Ownership
from desk_client.domain.appointment import AHEAD_STATES, OPEN_STATES, AppointmentState
from desk_client.domain.ids import OfficeId
from desk_client.domain.intervals import Interval
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.protocol.office_calendars import BusyKind, BusyTime, CalendarAudience
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration import calendars
from desk_client.server.services.booking.appointments import Record, agenda_item, opened, record_of, records
from desk_client.server.services.rulebook import rules
from desk_client.server.services.trail import looked_at
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.calendars import busy_time

REASON: Final = "busy_time.reason"
_NOT_SHOWN: Final = [AppointmentState.HELD.value, AppointmentState.CANCELLED.value]
_OPEN: Final = [state.value for state in sorted(OPEN_STATES)]


def refused(transaction: Transaction, actor: Actor, action: Action, office_id: OfficeId) -> Refusal | None:
    """None where the actor may do this in the office's calendar. Refusals: FORBIDDEN, NOT_FOUND.

    A calendar with names in it is its office's own: those who oversee it, or lay down its hours, have no business here.
    """
    if (refusal := actor.refused(action)) is not None:
        return refusal
    if actor.office_id is None:
        return Refusal(RefusalCode.FORBIDDEN)
    receiving = rules(transaction).offices.get(office_id)
    if receiving is None:
        return Refusal(RefusalCode.NOT_FOUND)
    return actor.refused(action, Ownership(office_ids=frozenset({office_id}), agency_id=receiving.agency_id))


def within(transaction: Transaction, actor: Actor, office_id: OfficeId, window: Interval) -> list[Record]:
    """The audiences that the office receives in the window, by time: those to come, those that are, those that were."""
    return _found(transaction, actor, office_id, window, appointment.c.state.not_in(_NOT_SHOWN))


def in_the_way(
    transaction: Transaction, actor: Actor, office_id: OfficeId, stretches: Iterable[Interval]
) -> list[Record]:
    """Those of the audiences to come, or under way, that lie in any of the stretches; by time."""
    apart = sorted(stretches)
    if not apart:
        return []
    window = Interval(apart[0].starts_at, max(each.ends_at for each in apart))
    found = _found(transaction, actor, office_id, window, appointment.c.state.in_(_OPEN))
    return [
        each for each in found if any(Interval(each.starts_at, each.ends_at).overlaps(stretch) for stretch in apart)
    ]


def told(transaction: Transaction, actor: Actor, found: Iterable[Record]) -> tuple[CalendarAudience, ...]:
    """The audiences as the office sees them; that it did is in the register."""
    shown: list[CalendarAudience] = []
    for each in found:
        looked_at(transaction, actor, Action.SEE_AGENDA.value, each.person_id, each.id)
        item = agenda_item(transaction, each)
        shown.append(
            CalendarAudience(
                **dict(item),
                office_id=each.office_id,
                service_id=each.service_id,
                site_id=each.site_id,
                fits=each.state not in AHEAD_STATES or calendars.fits(transaction, each),
            )
        )
    return tuple(shown)


def busy_within(transaction: Transaction, office_id: OfficeId, window: Interval) -> list[BusyTime]:
    """When the office does not receive, by time."""
    rows = transaction.connection.execute(
        select(busy_time)
        .where(
            busy_time.c.office_id == office_id,
            busy_time.c.ends_at > window.starts_at,
            busy_time.c.starts_at < window.ends_at,
        )
        .order_by(busy_time.c.starts_at, busy_time.c.id)
    )
    return [busy_answer(transaction, row) for row in rows]


def busy_answer(transaction: Transaction, row: Any) -> BusyTime:  # a row's columns are of many types
    """One stretch as the office sees it."""
    return BusyTime(
        id=row.id,
        kind=BusyKind(row.kind),
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        reason=opened(transaction, REASON, row.id, row.reason_sealed),
    )


def _found(
    transaction: Transaction, actor: Actor, office_id: OfficeId, window: Interval, which: ColumnElement[bool]
) -> list[Record]:
    rows = transaction.connection.execute(
        records()
        .where(
            appointment.c.attending_id == office_id,
            appointment.c.ends_at > window.starts_at,
            appointment.c.starts_at < window.ends_at,
            which,
            # what takes place nowhere is everywhere's
            true() if actor.governorate_id is None else appointment.c.governorate_id.in_(["", actor.governorate_id]),
        )
        .order_by(appointment.c.starts_at, appointment.c.id)
    )
    return [record_of(transaction, row) for row in rows]
