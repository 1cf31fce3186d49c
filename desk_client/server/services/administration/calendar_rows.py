"""An office's calendar between its tables and its document."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Table, delete, insert, select, update

from desk_client.domain.ids import OfficeId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.schedule import Weekday
from desk_client.protocol.calendars import (
    CalendarAsk,
    DayOff,
    DutyDays,
    Names,
    PauseHours,
    SeasonHours,
    ServiceTerms,
    SingleStretch,
    WeekHours,
)
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.calendars import (
    duty,
    pause,
    schedule_exception,
    season,
    season_hours,
    service_hours,
    weekly_hours,
)
from desk_client.server.storage.tables.region import holiday, office, service, service_kind

_TERMS: Final = (
    "slot_minutes",
    "buffer_minutes",
    "lead_minutes",
    "horizon_minutes",
    "capacity",
    "cancel_before_minutes",
    "change_before_minutes",
    "most_open",
    "by_request",
)
_AnyRow = Row[Any]  # a row's columns are of many types


def read(transaction: Transaction, office_id: OfficeId) -> CalendarAsk:
    """What the tables say."""
    run = transaction.connection.execute
    seasons = run(select(season).where(season.c.office_id == office_id).order_by(season.c.first, season.c.id)).all()
    services = run(select(service).where(service.c.office_id == office_id).order_by(service.c.rank, service.c.id)).all()
    shows = run(select(office.c.shows_position).where(office.c.id == office_id)).scalar_one()
    pauses = run(select(pause).where(pause.c.office_id == office_id).order_by(pause.c.first, pause.c.opens))
    exceptions = run(
        select(schedule_exception)
        .where(schedule_exception.c.office_id == office_id)
        .order_by(schedule_exception.c.starts_at, schedule_exception.c.kind)
    )
    duties = run(select(duty).where(duty.c.office_id == office_id).order_by(duty.c.first))
    return CalendarAsk(
        weekly=week(transaction, weekly_hours, weekly_hours.c.office_id == office_id),
        seasons=tuple(
            SeasonHours(
                name=Names(ar=row.name_ar, en=row.name_en),
                first=date.fromisoformat(row.first),
                last=date.fromisoformat(row.last),
                weekly=week(transaction, season_hours, season_hours.c.season_id == row.id),
            )
            for row in seasons
        ),
        pauses=tuple(
            PauseHours(
                opens=row.opens,
                closes=row.closes,
                days=tuple(Weekday(int(day)) for day in row.weekdays.split(",")) if row.weekdays else (),
                first=date.fromisoformat(row.first) if row.first else None,
                last=date.fromisoformat(row.last) if row.last else None,
            )
            for row in pauses
        ),
        exceptions=tuple(
            SingleStretch(kind=row.kind, starts_at=row.starts_at, ends_at=row.ends_at) for row in exceptions
        ),
        duties=tuple(
            DutyDays(
                stand_in_id=row.stand_in_id, first=date.fromisoformat(row.first), last=date.fromisoformat(row.last)
            )
            for row in duties
        ),
        services=tuple(_terms(transaction, row) for row in services),
        shows_position=shows,
    )


def write(transaction: Transaction, office_id: OfficeId, whole: CalendarAsk) -> None:
    """Replace what the tables say by a calendar that was checked."""
    run = transaction.connection.execute
    put_rows(transaction, weekly_hours, {"office_id": office_id}, day_rows(whole.weekly))
    old = select(season.c.id).where(season.c.office_id == office_id)
    run(delete(season_hours).where(season_hours.c.season_id.in_(old)))
    run(delete(season).where(season.c.office_id == office_id))
    for each in whole.seasons:
        season_id = f"{office_id}:{each.first}"
        names = {"name_ar": each.name.ar, "name_en": each.name.en}
        days = {"first": str(each.first), "last": str(each.last)}
        run(insert(season).values(id=season_id, office_id=office_id, **days, **names))
        put_rows(transaction, season_hours, {"season_id": season_id}, day_rows(each.weekly))
    put_rows(
        transaction,
        pause,
        {"office_id": office_id},
        [
            {
                "opens": each.opens,
                "closes": each.closes,
                "first": "" if each.first is None else each.first.isoformat(),
                "last": "" if each.last is None else each.last.isoformat(),
                "weekdays": ",".join(str(day.value) for day in sorted(set(each.days))),
            }
            for each in whole.pauses
        ],
    )
    put_rows(
        transaction,
        schedule_exception,
        {"office_id": office_id},
        [{"kind": each.kind, "starts_at": each.starts_at, "ends_at": each.ends_at} for each in whole.exceptions],
    )
    put_rows(
        transaction,
        duty,
        {"office_id": office_id},
        [
            {
                "id": f"{office_id}:{each.first.isoformat()}",
                "stand_in_id": each.stand_in_id,
                "first": each.first.isoformat(),
                "last": each.last.isoformat(),
                "entered_at": transaction.now,
            }
            for each in whole.duties
        ],
    )
    for terms in whole.services:
        run(update(service).where(service.c.id == terms.id).values(**terms.model_dump(include=set(_TERMS))))
        kinds = [{"kind": kind.value} for kind in dict.fromkeys(terms.kinds)]
        put_rows(transaction, service_kind, {"service_id": terms.id}, kinds)
        put_rows(transaction, service_hours, {"service_id": terms.id}, day_rows(terms.hours))


def write_holidays(transaction: Transaction, days: Iterable[DayOff]) -> None:
    """Replace the administrator's own days."""
    rows = [
        {"day": each.day.isoformat(), "name_ar": each.name.ar, "name_en": each.name.en, "works": each.works}
        for each in days
    ]
    put_rows(transaction, holiday, {}, rows)


def put_rows(transaction: Transaction, table: Table, whose: Mapping[str, str], rows: list[dict[str, Any]]) -> None:
    """Put these rows in place of all that somebody, or something, has."""
    transaction.connection.execute(delete(table).where(*(table.c[name] == value for name, value in whose.items())))
    if rows:
        transaction.connection.execute(insert(table), [{**whose, **row} for row in rows])


def day_rows(weekly: Iterable[WeekHours]) -> list[dict[str, Any]]:
    """A week as rows: one for each day and stretch."""
    return [
        {"weekday": day.value, "opens": hours.opens, "closes": hours.closes} for hours in weekly for day in hours.days
    ]


def week(transaction: Transaction, table: Table, whose: ColumnElement[bool]) -> tuple[WeekHours, ...]:
    """A week out of the rows that are somebody's: the days of the same hours together."""
    by_hours: dict[tuple[str, str], list[Weekday]] = defaultdict(list)
    for row in transaction.connection.execute(select(table).where(whose).order_by(table.c.weekday)):
        by_hours[row.opens, row.closes].append(Weekday(row.weekday))
    return tuple(
        WeekHours(days=tuple(days), opens=opens, closes=closes) for (opens, closes), days in sorted(by_hours.items())
    )


def _terms(transaction: Transaction, row: _AnyRow) -> ServiceTerms:
    kinds = transaction.connection.execute(
        select(service_kind.c.kind).where(service_kind.c.service_id == row.id).order_by(service_kind.c.kind)
    ).scalars()
    return ServiceTerms(
        id=row.id,
        kinds=tuple(AppointmentKind(kind) for kind in kinds),
        hours=week(transaction, service_hours, service_hours.c.service_id == row.id),
        **{name: getattr(row, name) for name in _TERMS},
    )
