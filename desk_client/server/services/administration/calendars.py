"""An office's calendar as one document: read, checked and changed whole; and the administrator's own holidays.

A change never touches a booking. What no longer fits is told in the answer, and the office decides about each.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Row, select, update

from desk_client.domain.access import Action, Ownership
from desk_client.domain.appointment import AHEAD_STATES
from desk_client.domain.ids import OfficeId, ServiceId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.slot_grid import is_on_grid
from desk_client.i18n.holidays import saudi_holidays
from desk_client.protocol.calendars import Calendar, CalendarAsk, DayOff, Holidays, HolidaysAsk, Names, Stranded
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration import calendar_rows
from desk_client.server.services.administration.calendar_check import checked
from desk_client.server.services.booking.appointments import Record
from desk_client.server.services.rulebook import rules, rules_changed
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.portable import insert_new
from desk_client.server.storage.tables.booking import appointment
from desk_client.server.storage.tables.bookkeeping import counter
from desk_client.server.storage.tables.region import holiday, office

MOST_SHOWN: Final = 100
_HOLIDAYS: Final = "holidays"
_AHEAD: Final = [state.value for state in sorted(AHEAD_STATES)]


def read(transaction: Transaction, actor: Actor, office_id: OfficeId) -> Calendar | Refusal:
    """The calendar of an office. Refusals: FORBIDDEN, NOT_FOUND."""
    refusal = not_theirs(transaction, actor, office_id)
    return _answer(transaction, office_id) if refusal is None else refusal


def put(
    transaction: Transaction, actor: Actor, office_id: OfficeId, ask: CalendarAsk, version: int | None
) -> Calendar | Refusal:
    """Replace the calendar of an office.

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_REQUIRED, PRECONDITION_FAILED, INVALID_REQUEST (with the field),
    ALREADY_EXISTS (field `duties`: two duties of the office share a day).
    """
    if (refusal := not_theirs(transaction, actor, office_id)) is not None:
        return refusal
    if version is None:
        return Refusal(RefusalCode.PRECONDITION_REQUIRED)
    # first of all, so that one change of calendars waits for the other: two rosters may lead in a circle together
    rules_changed(transaction)
    seen = select(office.c.id).where(office.c.id == office_id, office.c.calendar_version == version)
    if transaction.connection.execute(seen).first() is None:  # before what is wrong with it: it speaks of what was
        return Refusal(RefusalCode.PRECONDITION_FAILED)
    whole = checked(rules(transaction), office_id, ask)
    if isinstance(whole, Refusal):
        return whole
    mine = transaction.connection.execute(
        update(office)
        .where(office.c.id == office_id, office.c.calendar_version == version)
        .values(calendar_version=version + 1, shows_position=ask.shows_position)
    )
    if mine.rowcount == 0:
        return Refusal(RefusalCode.PRECONDITION_FAILED)
    calendar_rows.write(transaction, office_id, whole)
    rules_changed(transaction)  # what this transaction has read of them is old now
    record(transaction, actor, "change_calendar", office_id)
    return _answer(transaction, office_id)


def holidays(transaction: Transaction, actor: Actor) -> Holidays | Refusal:
    """The administrator's own days. Refusals: FORBIDDEN, NOT_FOUND (those of one office have no say in them)."""
    if (refusal := actor.refused(Action.MANAGE_CALENDAR, Ownership())) is not None:
        return refusal
    return _holidays(transaction, stranded=0)


def put_holidays(transaction: Transaction, actor: Actor, ask: HolidaysAsk, version: int | None) -> Holidays | Refusal:
    """Replace them.

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_REQUIRED, PRECONDITION_FAILED, INVALID_REQUEST (field `days`).
    """
    if (refusal := actor.refused(Action.MANAGE_CALENDAR, Ownership())) is not None:
        return refusal
    if version is None:
        return Refusal(RefusalCode.PRECONDITION_REQUIRED)
    if len({each.day for each in ask.days}) < len(ask.days):
        return Refusal(RefusalCode.INVALID_REQUEST, field="days")
    insert_new(transaction.connection, counter, [{"name": _HOLIDAYS, "value": 0}])
    mine = transaction.connection.execute(
        update(counter).where(counter.c.name == _HOLIDAYS, counter.c.value == version).values(value=version + 1)
    )
    if mine.rowcount == 0:
        return Refusal(RefusalCode.PRECONDITION_FAILED)
    before = {row.day: row.works for row in transaction.connection.execute(select(holiday))}
    calendar_rows.write_holidays(transaction, ask.days)
    rules_changed(transaction)
    record(transaction, actor, "change_holidays", _HOLIDAYS)
    after = {each.day.isoformat(): each.works for each in ask.days}
    touched = [date.fromisoformat(day) for day in {*before, *after} if before.get(day) != after.get(day)]
    return _holidays(transaction, stranded=sum(1 for _ in _stranded_on(transaction, touched)))


def not_theirs(transaction: Transaction, actor: Actor, office_id: OfficeId) -> Refusal | None:
    """Why they may not see to the calendar of this office: FORBIDDEN, NOT_FOUND; None where they may."""
    if (refusal := actor.refused(Action.MANAGE_CALENDAR)) is not None:
        return refusal
    receiving = rules(transaction).offices.get(office_id)
    if receiving is None:
        return Refusal(RefusalCode.NOT_FOUND)
    owner = Ownership(office_ids=frozenset({office_id}), agency_id=receiving.agency_id)
    return actor.refused(Action.MANAGE_CALENDAR, owner)


def _answer(transaction: Transaction, office_id: OfficeId) -> Calendar:
    version, zone = transaction.connection.execute(
        select(office.c.calendar_version, office.c.zone).where(office.c.id == office_id)
    ).one()
    lost = stranded(transaction, office_id)
    return Calendar(
        office_id=office_id,
        version=version,
        zone=zone,
        calendar=calendar_rows.read(transaction, office_id),
        stranded_count=len(lost),
        stranded=lost[:MOST_SHOWN],
    )


def stranded(transaction: Transaction, office_id: OfficeId) -> tuple[Stranded, ...]:
    """The bookings to come, with the office or received by it, that it would not offer any more; by time."""
    rows = transaction.connection.execute(
        select(appointment)
        .where(
            (appointment.c.office_id == office_id) | (appointment.c.attending_id == office_id),
            appointment.c.state.in_(_AHEAD),
            appointment.c.starts_at > transaction.now,
        )
        .order_by(appointment.c.starts_at, appointment.c.id)
    )
    return tuple(
        Stranded(appointment_id=row.id, ticket_number=row.ticket_number or "", starts_at=row.starts_at)
        for row in rows
        if not fits(transaction, row)
    )


def _stranded_on(transaction: Transaction, days: Iterable[date]) -> Iterable[str]:
    """The bookings to come on some days, of whatever office, that would not be offered any more."""
    for day in sorted(days):
        # a day is somewhere on earth from 14 hours before it is in UTC to 12 hours after
        rows = transaction.connection.execute(
            select(appointment).where(
                appointment.c.state.in_(_AHEAD),
                appointment.c.starts_at > transaction.now,
                appointment.c.starts_at >= _midnight(day) - timedelta(hours=14),
                appointment.c.starts_at < _midnight(day) + timedelta(hours=36),
            )
        )
        for row in rows:
            local = row.starts_at.astimezone(ZoneInfo(row.zone)).date()
            if local == day and not fits(transaction, row):
                yield row.id


def fits(transaction: Transaction, row: Row[Any] | Record) -> bool:  # a row's columns are of many types
    """Whether the slot of a booking would be offered now, by whoever is to receive it, were nobody there."""
    rulebook = rules(transaction)
    service = rulebook.services[ServiceId(row.service_id)]
    day = row.starts_at.astimezone(ZoneInfo(rulebook.offices[service.office_id].zone)).date()
    attending_id = rulebook.attending(service.office_id, day)
    return (
        attending_id is not None
        and attending_id == row.attending_id
        and AppointmentKind(row.kind) in service.kinds
        and is_on_grid(rulebook.grid(service, attending_id, day, 1, row.site_id), row.starts_at)
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), UTC)


def _holidays(transaction: Transaction, *, stranded: int) -> Holidays:
    version = transaction.connection.execute(
        select(counter.c.value).where(counter.c.name == _HOLIDAYS)
    ).scalar_one_or_none()
    year = transaction.now.year
    return Holidays(
        version=version or 0,
        days=tuple(
            DayOff(day=date.fromisoformat(row.day), name=Names(ar=row.name_ar, en=row.name_en), works=row.works)
            for row in transaction.connection.execute(select(holiday).order_by(holiday.c.day))
        ),
        computed=tuple(sorted(saudi_holidays(range(year, year + 2)))),
        stranded_count=stranded,
    )
