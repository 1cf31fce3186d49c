"""Loads a region into the store. Loading a changed file again brings the store to what the file says.

Rows that a file no longer names are left alone: appointments may stand on them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from sqlalchemy import Table, delete, insert, select, update

from desk_client.domain.ids import KioskId, new_person_id, new_staff_id
from desk_client.domain.slots import next_mark
from desk_client.server.region.model import Office, Region, Schedule, Texts
from desk_client.server.services.calendars import OPENING
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables import (
    agency,
    holiday,
    kiosk,
    office,
    pause,
    person,
    schedule_exception,
    service,
    site,
    staff,
    weekly_hours,
)

OPEN_FOR: Final = timedelta(hours=2)
_MINUTES_A_DAY: Final = 24 * 60
_Row = Mapping[str, Any]  # a row's columns are of many types; the table checks them


class UnknownOfficeError(LookupError):
    """Somebody names an office that the region does not have."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a region brought: ids of offices and kiosks, user names of staff."""

    offices: tuple[str, ...]
    kiosks: tuple[KioskId, ...]
    staff: tuple[str, ...]


def load(
    transaction: Transaction, region: Region, *, password_hash: str | None, open_now: Sequence[str] = ()
) -> Loaded:
    """Write the region.

    Args:
        transaction: all of it or nothing.
        region: what the file says.
        password_hash: of the first password of staff who are new; None adds no staff.
        open_now: ids of offices that receive from this moment on for `OPEN_FOR`, on any day and at any hour, without
            lead time; for demonstrations and open days.

    Raises:
        UnknownOfficeError: `open_now` names an office that is not the region's.
    """
    unknown = set(open_now) - {each.id for each in region.offices}
    if unknown:
        raise UnknownOfficeError(", ".join(sorted(unknown)))
    for rank, each in enumerate(region.agencies):
        _put(transaction, agency, {"id": each.id}, {**_texts("name", each.name), "rank": rank})
    for rank, receiving in enumerate(region.offices):
        _office(transaction, region, receiving, rank, open_now=receiving.id in open_now)
    for off in region.holidays:
        _put(transaction, holiday, {"day": off.day.isoformat()}, _texts("name", off.name))
    kiosks = _sites(transaction, region)
    if password_hash is not None:
        _staff(transaction, region, password_hash)
    _citizens(transaction, region)
    return Loaded(tuple(each.id for each in region.offices), kiosks, tuple(member.username for member in region.staff))


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
        },
    )
    for place, offered in enumerate(receiving.services):
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
                "rank": place,
            },
        )
    _schedule(transaction, receiving.id, region.schedules[receiving.schedule])
    if open_now:
        starts_at = next_mark(transaction.now)
        _put(
            transaction,
            schedule_exception,
            {"office_id": receiving.id, "kind": OPENING, "starts_at": starts_at},
            {"ends_at": starts_at + OPEN_FOR},
        )


def _schedule(transaction: Transaction, office_id: str, schedule: Schedule) -> None:
    transaction.connection.execute(delete(weekly_hours).where(weekly_hours.c.office_id == office_id))
    transaction.connection.execute(delete(pause).where(pause.c.office_id == office_id))
    for hours in schedule.weekly:
        for day in hours.days:
            transaction.connection.execute(
                insert(weekly_hours).values(
                    office_id=office_id, weekday=day.value, opens=hours.opens, closes=hours.closes
                )
            )
    for rest in schedule.pauses:
        transaction.connection.execute(insert(pause).values(office_id=office_id, opens=rest.opens, closes=rest.closes))


def _sites(transaction: Transaction, region: Region) -> tuple[KioskId, ...]:
    kiosks = []
    for rank, hall in enumerate(region.sites):
        texts = {**_texts("name", hall.name), **_texts("governorate", hall.governorate)}
        _put(transaction, site, {"id": hall.id}, {**texts, "rank": rank})
        for number in range(1, hall.kiosks + 1):
            kiosk_id = KioskId(f"{hall.id}-{number}")
            _put(transaction, kiosk, {"id": kiosk_id}, {"site_id": hall.id, "number": number})
            kiosks.append(kiosk_id)
    return tuple(kiosks)


def _staff(transaction: Transaction, region: Region, password_hash: str) -> None:
    known = set(transaction.connection.execute(select(staff.c.username)).scalars())
    for member in region.staff:
        values = {"role": member.role.value, "office_id": member.office, **_texts("name", member.name)}
        if member.username not in known:
            values |= {"id": new_staff_id(transaction.id_bytes()), "password_hash": password_hash}
        _put(transaction, staff, {"username": member.username}, values)


def _citizens(transaction: Transaction, region: Region) -> None:
    """People who are known from the start; whoever is known already keeps their own mobile and name."""
    known = set(transaction.connection.execute(select(person.c.national_id)).scalars())
    for citizen in region.citizens:
        if citizen.national_id not in known:
            transaction.connection.execute(
                insert(person).values(
                    id=new_person_id(transaction.id_bytes()),
                    national_id=citizen.national_id,
                    mobile=citizen.mobile,
                    name=citizen.name,
                    created_at=transaction.now,
                )
            )


def _put(transaction: Transaction, table: Table, key: _Row, values: _Row) -> None:
    """Change the row, or make it where there is none; the same on every backend."""
    same = [table.c[name] == value for name, value in key.items()]
    if transaction.connection.execute(update(table).where(*same).values(**values)).rowcount == 0:
        transaction.connection.execute(insert(table).values(**key, **values))


def _texts(name: str, texts: Texts) -> dict[str, Any]:
    return {f"{name}_ar": texts.ar, f"{name}_en": texts.en}
