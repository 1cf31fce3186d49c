"""Reads the rulebook from its tables, and keeps it for as long as nobody changes them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any, Final, TypeGuard

from sqlalchemy import Row, Table, select

from desk_client.domain.booking_rules import ChangeRule
from desk_client.domain.ids import AgencyId, GovernorateId, OfficeId, ServiceId, SiteId
from desk_client.domain.intervals import Interval, union
from desk_client.domain.kinds import SIGN_LANGUAGE, AppointmentKind
from desk_client.domain.roster import Duty, Receiver
from desk_client.domain.schedule import DayHours, Pause, Schedule, Season, ServiceHours, Weekday, WeeklyHours
from desk_client.domain.slots import SlotRule
from desk_client.i18n.holidays import saudi_holidays
from desk_client.protocol.appointments import WORDINGS
from desk_client.protocol.base import Texts
from desk_client.protocol.offices import QUESTIONS
from desk_client.server.services.rules import (
    OfficeRules,
    Rulebook,
    ServiceRules,
    SiteRules,
    interpreter_resource,
    team_resource,
)
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.books import within
from desk_client.server.storage.portable import bump
from desk_client.server.storage.tables.bookkeeping import counter, message_template
from desk_client.server.storage.tables.calendars import (
    busy_time,
    duty,
    pause,
    schedule_exception,
    season,
    season_hours,
    service_hours,
    weekly_hours,
)
from desk_client.server.storage.tables.region import (
    agency,
    holiday,
    interpreter,
    kiosk,
    office,
    service,
    service_kind,
    site,
    site_hours,
    visiting_team,
)

OPENING: Final = "opening"
CLOSURE: Final = "closure"
_COUNTER: Final = "rules"
RULES_VERSION: Final = select(counter.c.value).where(counter.c.name == _COUNTER)
_YEARS_AHEAD: Final = 2
_LATELY: Final = timedelta(days=7)
_AnyRow = Row[Any]  # a row's columns are of many types


def rules(transaction: Transaction) -> Rulebook:
    """The rulebook as this transaction sees it."""
    if transaction.rulebook is None:
        version = transaction.rules_version
        if version is None:
            version = transaction.connection.execute(RULES_VERSION).scalar_one_or_none() or 0
        known = transaction.memory.rulebook
        if not _holds(known, version, transaction):
            known = _missed(transaction, version) if transaction.writes else _read(transaction, version)
            if not transaction.writes:  # what a writing transaction sees may yet be undone
                transaction.memory.rulebook = known
        transaction.rulebook = known
    return transaction.rulebook


def _holds(known: Rulebook | None, version: int, transaction: Transaction) -> TypeGuard[Rulebook]:
    return known is not None and known.version == version and known.year == transaction.now.year


def _missed(transaction: Transaction, version: int) -> Rulebook:
    """Read for a writing transaction, and for all that share its commit; the house then has it read once more."""
    kept = within(transaction.connection)
    known: Rulebook | None = kept.get(_COUNTER)
    if not _holds(known, version, transaction):
        known = kept[_COUNTER] = _read(transaction, version)
        transaction.memory.rulebook_missed = True
    return known


def rules_changed(transaction: Transaction) -> None:
    """Whoever changes a table of the region or of calendars calls this in the same transaction."""
    within(transaction.connection).pop(_COUNTER, None)
    bump(transaction.connection, counter, "name", "value", [_COUNTER])
    transaction.rules_version = transaction.rulebook = None


def _read(transaction: Transaction, version: int) -> Rulebook:
    def by(table: Table, column: str) -> dict[str, list[_AnyRow]]:
        found: dict[str, list[_AnyRow]] = defaultdict(list)
        for row in transaction.connection.execute(select(table)):
            found[getattr(row, column)].append(row)
        return found

    run = transaction.connection.execute
    year = transaction.now.year
    days_off = list(run(select(holiday)))
    common = Schedule(
        zone="UTC",
        weekly=(),
        holidays=saudi_holidays(range(year - 1, year + _YEARS_AHEAD)),
        own_holidays=frozenset(date.fromisoformat(row.day) for row in days_off if not row.works),
        working_days=frozenset(date.fromisoformat(row.day) for row in days_off if row.works),
    )
    kinds, hours = by(service_kind, "service_id"), by(service_hours, "service_id")
    teams = by(visiting_team, "office_id")
    interpreters = run(select(interpreter).order_by(interpreter.c.rank, interpreter.c.id)).all()
    schedules = _schedules(
        common,
        {row.id: row.zone for row in run(select(office.c.id, office.c.zone))},
        by(weekly_hours, "office_id"),
        by(pause, "office_id"),
        by(schedule_exception, "office_id"),
        _seasons(by(season, "office_id"), by(season_hours, "season_id")),
    )
    closing = {row.id: row.closed_from for row in run(select(office.c.id, office.c.closed_from))}
    services = {
        ServiceId(row.id): _service(
            row,
            kinds[row.id],
            hours[row.id],
            schedules[row.office_id],
            _first_of(row.closed_from, closing[row.office_id]),
        )
        for row in run(select(service).order_by(service.c.rank, service.c.id))
    }
    blocked = _blocked(transaction)
    seats: dict[str, int] = defaultdict(lambda: 1)
    for each in services.values():
        seats[each.office_id] = max(seats[each.office_id], each.rule.capacity)
    offices = {
        OfficeId(row.id): OfficeRules(
            id=OfficeId(row.id),
            agency_id=AgencyId(row.agency_id),
            agency=Texts(ar=row.agency_ar, en=row.agency_en),
            title=Texts(ar=row.title_ar, en=row.title_en),
            honorific=Texts(ar=row.honorific_ar, en=row.honorific_en),
            holder=Texts(ar=row.holder_ar, en=row.holder_en),
            zone=row.zone,
            rank=row.rank,
            rung=row.rung,
            shows_position=row.shows_position,
            schedule=schedules[row.id],
            blocked=union(blocked.get(row.id, ())),
            seats=seats[row.id],
            team_ids=tuple(team.id for team in sorted(teams[row.id], key=lambda team: (team.rank, team.id))),
            closed_from=_first_of(row.closed_from),
            transaction_link=row.transaction_link,
        )
        for row in run(
            select(
                office,
                agency.c.name_ar.label("agency_ar"),
                agency.c.name_en.label("agency_en"),
                agency.c.transaction_link,
            )
            .join_from(office, agency)
            .order_by(office.c.rank, office.c.id)
        )
    }
    halls = _halls(common, by(site_hours, "site_id"), {row.zone for row in run(select(office.c.zone))})
    kiosks = list(run(select(kiosk).order_by(kiosk.c.site_id, kiosk.c.number)))
    return Rulebook(
        version=version,
        year=year,
        offices=offices,
        services=services,
        sites=_sites(run(select(site).order_by(site.c.rank, site.c.id)), kiosks, halls),
        site_of_kiosk={row.id: SiteId(row.site_id) for row in kiosks},
        kiosk_numbers={row.id: row.number for row in kiosks},
        interpreter_ids=tuple(each.id for each in interpreters if each.language == SIGN_LANGUAGE),
        ended={
            name: date.fromisoformat(each.closed_from)
            for name, each in _helpers(interpreters, teams)
            if each.closed_from is not None
        },
        wording={
            (row.key, row.language): row.body
            for row in run(select(message_template.c.key, message_template.c.language, message_template.c.body))
        },
        duties=tuple(_duty(row) for row in run(select(duty).order_by(duty.c.entered_at, duty.c.id))),
    )


def _helpers(interpreters: Iterable[_AnyRow], teams: Mapping[str, list[_AnyRow]]) -> Iterator[tuple[str, _AnyRow]]:
    """Each by the name under which it is claimed."""
    yield from ((interpreter_resource(each.id), each) for each in interpreters)
    yield from ((team_resource(each.id), each) for of_office in teams.values() for each in of_office)


def _schedules(
    common: Schedule,
    zones: Mapping[str, str],
    weekly: Mapping[str, list[_AnyRow]],
    pauses: Mapping[str, list[_AnyRow]],
    exceptions: Mapping[str, list[_AnyRow]],
    seasons: Mapping[str, tuple[Season, ...]],
) -> dict[str, Schedule]:
    return {
        office_id: replace(
            common,
            zone=zone,
            weekly=_weekly(weekly.get(office_id, ())),
            pauses=tuple(_pause(row) for row in pauses.get(office_id, ())),
            closures=_exceptions(exceptions.get(office_id, ()), CLOSURE),
            openings=_exceptions(exceptions.get(office_id, ()), OPENING),
            seasons=seasons.get(office_id, ()),
        )
        for office_id, zone in zones.items()
    }


def _service(
    row: _AnyRow, kinds: list[_AnyRow], hours: list[_AnyRow], schedule: Schedule, closed_from: date | None
) -> ServiceRules:
    return ServiceRules(
        id=ServiceId(row.id),
        office_id=OfficeId(row.office_id),
        name=Texts(ar=row.name_ar, en=row.name_en),
        rank=row.rank,
        rule=SlotRule(
            length=timedelta(minutes=row.slot_minutes),
            buffer=timedelta(minutes=row.buffer_minutes),
            lead_time=timedelta(minutes=row.lead_minutes),
            horizon=timedelta(minutes=row.horizon_minutes),
            capacity=row.capacity,
        ),
        kinds=frozenset(AppointmentKind(each.kind) for each in kinds),
        change=ChangeRule(
            timedelta(minutes=row.cancel_before_minutes), timedelta(minutes=row.change_before_minutes), row.most_open
        ),
        by_request=row.by_request,
        group_id=row.group_id,
        questions=() if row.triage is None else QUESTIONS.validate_json(row.triage),
        wordings=() if row.wordings is None else WORDINGS.validate_json(row.wordings),
        schedule=replace(schedule, service=ServiceHours(weekly=_weekly(hours))) if hours else schedule,
        closed_from=closed_from,
    )


def _first_of(*days: str | None) -> date | None:
    return min((date.fromisoformat(day) for day in days if day is not None), default=None)


def _halls(common: Schedule, hours: Mapping[str, list[_AnyRow]], zones: set[str]) -> dict[str, Schedule]:
    """When halls are open: by their own week, in the region's zone, and on no holiday."""
    zone = min(zones, default=common.zone)
    return {site_id: replace(common, zone=zone, weekly=_weekly(rows)) for site_id, rows in hours.items() if rows}


def _sites(rows: Iterable[_AnyRow], kiosks: list[_AnyRow], halls: Mapping[str, Schedule]) -> dict[SiteId, SiteRules]:
    return {
        SiteId(row.id): SiteRules(
            id=SiteId(row.id),
            name=Texts(ar=row.name_ar, en=row.name_en),
            governorate=Texts(ar=row.governorate_ar, en=row.governorate_en),
            governorate_id=GovernorateId(row.governorate_id),
            latitude=row.latitude,
            longitude=row.longitude,
            rank=row.rank,
            kiosk_ids=tuple(each.id for each in kiosks if each.site_id == row.id and each.disabled_at is None),
            address=None if row.address_ar is None else Texts(ar=row.address_ar, en=row.address_en),
            phone=row.phone,
            schedule=halls.get(row.id),
            closed_from=_first_of(row.closed_from),
        )
        for row in rows
    }


def _seasons(seasons: Mapping[str, list[_AnyRow]], hours: Mapping[str, list[_AnyRow]]) -> dict[str, tuple[Season, ...]]:
    return {
        office_id: tuple(
            Season(row.id, date.fromisoformat(row.first), date.fromisoformat(row.last), _weekly(hours.get(row.id, ())))
            for row in sorted(rows, key=lambda row: (row.first, row.id))
        )
        for office_id, rows in seasons.items()
    }


def _blocked(transaction: Transaction) -> dict[str, list[Interval]]:
    """When offices do not receive; what is long over changes nothing any more."""
    found: dict[str, list[Interval]] = defaultdict(list)
    lately = busy_time.c.ends_at > transaction.now - _LATELY
    for row in transaction.connection.execute(select(busy_time).where(lately)):
        found[row.office_id].append(Interval(row.starts_at, row.ends_at))
    return found


def _duty(row: _AnyRow) -> Duty:
    return Duty(
        OfficeId(row.office_id),
        Receiver(OfficeId(row.stand_in_id)),
        date.fromisoformat(row.first),
        date.fromisoformat(row.last),
    )


def _weekly(rows: Iterable[_AnyRow]) -> tuple[WeeklyHours, ...]:
    return tuple(WeeklyHours(Weekday(row.weekday), _hours(row)) for row in rows)


def _pause(row: _AnyRow) -> Pause:
    return Pause(
        _hours(row),
        frozenset(Weekday(int(number)) for number in row.weekdays.split(",")) if row.weekdays else None,
        date.fromisoformat(row.first) if row.first else None,
        date.fromisoformat(row.last) if row.last else None,
    )


def _exceptions(rows: Iterable[_AnyRow], kind: str) -> tuple[Interval, ...]:
    return tuple(Interval(row.starts_at, row.ends_at) for row in rows if row.kind == kind)


def _hours(row: _AnyRow) -> DayHours:
    return DayHours(time.fromisoformat(row.opens), time.fromisoformat(row.closes))
