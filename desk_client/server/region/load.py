"""Loads a region into the store. Loading a changed file again brings the store to what the file says.

Rows that a file no longer names are left alone: appointments may stand on them. So is what an administrator set on a
screen since (`own`), unless the file is to go before it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Table, delete, insert, select, update

from desk_client.domain.ids import KioskId, new_staff_id
from desk_client.domain.people import Document, DocumentKind, DocumentNumber, Mobile, PersonName
from desk_client.domain.slots import next_mark
from desk_client.i18n.language import Language
from desk_client.protocol.appointments import WORDINGS
from desk_client.protocol.offices import QUESTIONS
from desk_client.server.region.model import (
    Office,
    Region,
    Schedule,
    Service,
    Texts,
    WeekHours,
    questions_of,
    wordings_of,
)
from desk_client.server.services.access import people
from desk_client.server.services.rulebook import OPENING, rules_changed
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
from desk_client.server.storage.tables.people import staff
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

OPEN_FOR: Final = timedelta(hours=2)
_MINUTES_A_DAY: Final = 24 * 60
_Row = Mapping[str, Any]  # a row's columns are of many types; the table checks them


class UnknownOfficeError(LookupError):
    """Somebody names an office that the region does not have."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a region brought: ids of offices and kiosks, user names of staff; and what it did not touch."""

    offices: tuple[str, ...]
    kiosks: tuple[KioskId, ...]
    staff: tuple[str, ...]
    left: tuple[str, ...] = ()
    """What was set on a screen and stayed as it is, as "questions of mayor-remarks"."""


def load(
    transaction: Transaction,
    region: Region,
    *,
    password_hash: str | None,
    must_change: bool = False,
    open_now: Sequence[str] = (),
    over_screens: bool = False,
) -> Loaded:
    """Write the region.

    Args:
        transaction: all of it or nothing.
        region: what the file says.
        password_hash: of the first password of staff who are new; None adds no staff.
        must_change: whether they have to take one of their own before anything else.
        open_now: ids of offices that receive from this moment on for `OPEN_FOR`, on any day and at any hour, without
            lead time; for demonstrations and open days.
        over_screens: bring back also what was set on an administrator's screen since; else that stays.

    Raises:
        UnknownOfficeError: `open_now` names an office that is not the region's.
    """
    unknown = set(open_now) - {each.id for each in region.offices}
    if unknown:
        raise UnknownOfficeError(", ".join(sorted(unknown)))
    if over_screens:
        _forget_screens(transaction, region)
    left = _set_on_screens(transaction, region)
    for rank, each in enumerate(region.agencies):
        # a file that does not speak of it leaves what a screen has set
        link = {} if each.transaction_link is None else {"transaction_link": each.transaction_link or None}
        _put(transaction, agency, {"id": each.id}, {**_texts("name", each.name), "rank": rank, **link})
    for rank, receiving in enumerate(region.offices):
        _office(transaction, region, receiving, rank, open_now=receiving.id in open_now)
    for off in region.holidays:
        _put(transaction, holiday, {"day": off.day.isoformat()}, {**_texts("name", off.name), "works": off.works})
    for rank, helper in enumerate(region.interpreters):
        values = {**_texts("name", helper.name), "language": helper.language, "rank": rank}
        _put(transaction, interpreter, {"id": helper.id}, values)
    _duties(transaction, region)
    kiosks = _sites(transaction, region)
    if password_hash is not None:
        _staff(transaction, region, {"password_hash": password_hash, "password_is_first": must_change})
    _citizens(transaction, region)
    rules_changed(transaction)
    usernames = tuple(member.username for member in region.staff)
    return Loaded(tuple(each.id for each in region.offices), kiosks, usernames, left)


def _forget_screens(transaction: Transaction, region: Region) -> None:
    """Let the file's own word count again."""
    for table, columns, ids in _own_columns(region):
        values = dict.fromkeys(columns, False)
        transaction.connection.execute(update(table).where(table.c.id.in_(ids)).values(values))


def _set_on_screens(transaction: Transaction, region: Region) -> tuple[str, ...]:
    """What of this file's an administrator set on a screen, by name."""
    found: list[str] = []
    for table, columns, ids in _own_columns(region):
        for column, what in columns.items():
            own = select(table.c.id).where(table.c.id.in_(ids), table.c[column]).order_by(table.c.id)
            found += [f"{what} {each}" for each in transaction.connection.execute(own).scalars()]
    return tuple(found)


def _own_columns(region: Region) -> tuple[tuple[Table, Mapping[str, str], list[str]], ...]:
    services = [each.id for receiving in region.offices for each in receiving.services]
    teams = [each.id for receiving in region.offices for each in receiving.teams]
    return (
        (service, {"own_triage": "questions of", "own_wordings": "wordings of"}, services),
        (visiting_team, {"own": "team"}, teams),
        (interpreter, {"own": "interpreter"}, [each.id for each in region.interpreters]),
    )


def _office(transaction: Transaction, region: Region, receiving: Office, rank: int, *, open_now: bool) -> None:
    _put(
        transaction,
        office,
        {"id": receiving.id},
        {
            "agency_id": receiving.agency,
            **_texts("title", receiving.title),
            **_texts("honorific", receiving.honorific),
            **_texts("holder", receiving.holder),
            "zone": region.zone,
            "rank": rank,
            "rung": receiving.rung.value,
            "shows_position": receiving.shows_position,
        },
    )
    for place, offered in enumerate(receiving.services):
        _service(transaction, receiving, offered, place, open_now=open_now)
    for place, team in enumerate(receiving.teams):
        values = {"office_id": receiving.id, **_texts("name", team.name), "rank": place}
        _put(transaction, visiting_team, {"id": team.id}, values)
    _schedule(transaction, receiving.id, region.schedules[receiving.schedule])
    if open_now:
        starts_at = next_mark(transaction.now)
        _put(
            transaction,
            schedule_exception,
            {"office_id": receiving.id, "kind": OPENING, "starts_at": starts_at},
            {"ends_at": starts_at + OPEN_FOR},
        )


def _service(transaction: Transaction, receiving: Office, offered: Service, rank: int, *, open_now: bool) -> None:
    own = transaction.connection.execute(
        select(service.c.own_triage, service.c.own_wordings).where(service.c.id == offered.id)
    ).first()
    guided: dict[str, str | None] = {}
    if own is None or not own.own_triage:
        asked = questions_of(offered.questions)
        guided["triage"] = QUESTIONS.dump_json(asked).decode() if asked else None
    if own is None or not own.own_wordings:
        usual = wordings_of(offered.outcomes)
        guided["wordings"] = WORDINGS.dump_json(usual).decode() if usual else None
    _put(
        transaction,
        service,
        {"id": offered.id},
        {
            "office_id": receiving.id,
            **_texts("name", offered.name),
            "slot_minutes": offered.slot_minutes,
            "buffer_minutes": offered.buffer_minutes,
            "lead_minutes": 0 if open_now else offered.lead_minutes,
            "horizon_minutes": offered.horizon_days * _MINUTES_A_DAY,
            "capacity": offered.capacity,
            "cancel_before_minutes": offered.cancel_before_minutes,
            "change_before_minutes": offered.change_before_minutes,
            "most_open": offered.most_open,
            "by_request": offered.by_request,
            "group_id": offered.group,
            **guided,
            "rank": rank,
        },
    )
    run = transaction.connection.execute
    run(delete(service_kind).where(service_kind.c.service_id == offered.id))
    run(insert(service_kind), [{"service_id": offered.id, "kind": kind.value} for kind in dict.fromkeys(offered.kinds)])
    run(delete(service_hours).where(service_hours.c.service_id == offered.id))
    _week(transaction, service_hours, {"service_id": offered.id}, offered.hours)


def _schedule(transaction: Transaction, office_id: str, schedule: Schedule) -> None:
    run = transaction.connection.execute
    run(delete(weekly_hours).where(weekly_hours.c.office_id == office_id))
    _week(transaction, weekly_hours, {"office_id": office_id}, schedule.weekly)
    run(delete(pause).where(pause.c.office_id == office_id))
    for rest in schedule.pauses:
        run(
            insert(pause).values(
                office_id=office_id,
                opens=rest.opens,
                closes=rest.closes,
                first="" if rest.first is None else rest.first.isoformat(),
                last="" if rest.last is None else rest.last.isoformat(),
                weekdays=",".join(str(day.value) for day in rest.days),
            )
        )
    old = select(season.c.id).where(season.c.office_id == office_id)
    run(delete(season_hours).where(season_hours.c.season_id.in_(old)))
    run(delete(season).where(season.c.office_id == office_id))
    for each in schedule.seasons:
        season_id = f"{office_id}:{each.id}"
        days = {"first": each.first.isoformat(), "last": each.last.isoformat()}
        run(insert(season).values(id=season_id, office_id=office_id, **_texts("name", each.name), **days))
        _week(transaction, season_hours, {"season_id": season_id}, each.weekly)


def _week(transaction: Transaction, table: Table, whose: _Row, weekly: Sequence[WeekHours]) -> None:
    rows = [
        {**whose, "weekday": day.value, "opens": hours.opens, "closes": hours.closes}
        for hours in weekly
        for day in hours.days
    ]
    if rows:
        transaction.connection.execute(insert(table), rows)


def _duties(transaction: Transaction, region: Region) -> None:
    for each in region.duties:
        values = {"stand_in_id": each.stand_in, "last": each.last.isoformat(), "entered_at": transaction.now}
        key = {"id": f"{each.office}:{each.first.isoformat()}"}
        _put(transaction, duty, key, {"office_id": each.office, "first": each.first.isoformat(), **values})


def _sites(transaction: Transaction, region: Region) -> tuple[KioskId, ...]:
    kiosks = []
    for rank, hall in enumerate(region.sites):
        texts = {**_texts("name", hall.name), **_texts("governorate", hall.governorate)}
        address = {} if hall.address is None else _texts("address", hall.address)
        place = {
            "address_ar": None,
            "address_en": None,
            **address,
            "phone": hall.phone,
            "governorate_id": hall.governorate_id,
            "latitude": hall.latitude,
            "longitude": hall.longitude,
        }
        _put(transaction, site, {"id": hall.id}, {**texts, **place, "rank": rank})
        transaction.connection.execute(delete(site_hours).where(site_hours.c.site_id == hall.id))
        _week(transaction, site_hours, {"site_id": hall.id}, hall.hours)
        for number in range(1, hall.kiosks + 1):
            kiosk_id = KioskId(f"{hall.id}-{number}")
            _put(transaction, kiosk, {"id": kiosk_id}, {"site_id": hall.id, "number": number})
            kiosks.append(kiosk_id)
    return tuple(kiosks)


def _staff(transaction: Transaction, region: Region, first: _Row) -> None:
    known = set(transaction.connection.execute(select(staff.c.username)).scalars())
    for member in region.staff:
        values = {
            "role": member.role.value,
            "office_id": member.office,
            "agency_id": member.agency,
            "site_id": member.site,
            "governorate_id": member.governorate,
            **_texts("name", member.name),
        }
        if member.username not in known:
            values |= {"id": new_staff_id(transaction.id_bytes()), **first}
        _put(transaction, staff, {"username": member.username}, values)


def _citizens(transaction: Transaction, region: Region) -> None:
    """People who are known from the start; whoever is known already keeps their own mobile and name."""
    for citizen in region.citizens:
        document = Document(DocumentKind.NATIONAL_ID, DocumentNumber(citizen.national_id))
        if people.with_document(transaction, document) is None:
            person_id = people.remembered(transaction, document, Mobile(citizen.mobile), Language.ARABIC)
            people.rename(transaction, person_id, PersonName(citizen.name))


def _put(transaction: Transaction, table: Table, key: _Row, values: _Row) -> None:
    """Change the row, or make it where there is none; the same on every backend. What is a screen's own stays."""
    same = [table.c[name] == value for name, value in key.items()]
    if "own" in table.c and transaction.connection.execute(select(table.c.own).where(*same)).scalar():
        return
    grown = {"version": table.c.version + 1} if "version" in table.c else {}
    if transaction.connection.execute(update(table).where(*same).values(**values, **grown)).rowcount == 0:
        transaction.connection.execute(insert(table).values(**key, **values))


def _texts(name: str, texts: Texts) -> dict[str, Any]:
    return {f"{name}_ar": texts.ar, f"{name}_en": texts.en}
