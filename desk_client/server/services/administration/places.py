"""Agencies, offices, services and halls: made, named and changed; each change under the version that was seen.

What a place is made of is the region's; when it receives, and on which terms, is its calendar's.
"""

import re
from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, func, insert, select, update

from desk_client.domain.access import Action, Ownership
from desk_client.domain.ids import GovernorateId
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.transaction_link import fault_in_link
from desk_client.i18n.phones import telephone_of
from desk_client.protocol.calendars import Names
from desk_client.protocol.regions import AgencyAsk, NewServiceAsk, OfficeAsk, PlaceKind, Region, ServiceAsk, SiteAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.administration.calendar_rows import day_rows, put_rows
from desk_client.server.services.administration.region import whole
from desk_client.server.services.rulebook import rules, rules_changed
from desk_client.server.services.trail import record
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.region import (
    agency,
    interpreter,
    kiosk,
    office,
    service,
    service_kind,
    site,
    site_hours,
    visiting_team,
)

TABLES: Final[Mapping[PlaceKind, Table]] = {
    PlaceKind.AGENCY: agency,
    PlaceKind.OFFICE: office,
    PlaceKind.SERVICE: service,
    PlaceKind.SITE: site,
    PlaceKind.TEAM: visiting_team,
    PlaceKind.INTERPRETER: interpreter,
}
_ZONE: Final = "Asia/Riyadh"
_LONGEST_ID: Final = 36
_TERMS: Final = {
    "slot_minutes": 15,
    "buffer_minutes": 0,
    "lead_minutes": 0,
    "horizon_minutes": 28 * 24 * 60,
    "capacity": 1,
    "cancel_before_minutes": 120,
    "change_before_minutes": 120,
    "most_open": 3,
    "by_request": False,
}
"""How a new service is booked until its office's calendar says otherwise: as the region's file has it by itself."""
_Values = dict[str, Any]  # a row's columns are of many types; the table checks them


def add_agency(transaction: Transaction, actor: Actor, ask: AgencyAsk) -> Region | Refusal:
    """A new agency.

    Refusals: FORBIDDEN, INVALID_REQUEST (of its link), ALREADY_EXISTS (field `name`: an open one is called so).
    """
    values = _agency(actor, ask)
    if isinstance(values, Refusal):
        return values
    return added(transaction, actor, PlaceKind.AGENCY, ask.name, values)


def change_agency(
    transaction: Transaction, actor: Actor, agency_id: str, ask: AgencyAsk, version: int | None
) -> Region | Refusal:
    """Another name, or another place where its transactions are found.

    Refusals: FORBIDDEN, INVALID_REQUEST (field `transaction_link.<fault>`, as `domain.transaction_link` names it),
    NOT_FOUND, PRECONDITION_REQUIRED, PRECONDITION_FAILED.
    """
    values = _agency(actor, ask)
    if isinstance(values, Refusal):
        return values
    return changed(transaction, actor, PlaceKind.AGENCY, agency_id, version, values)


def add_office(transaction: Transaction, actor: Actor, ask: OfficeAsk) -> Region | Refusal:
    """A new office, which receives nobody before its calendar has hours.

    Refusals: FORBIDDEN, NOT_FOUND (field `agency_id`), ALREADY_EXISTS (field `title`).
    """
    if (refusal := _no_agency(transaction, actor, ask.agency_id)) is not None:
        return refusal
    zones = select(func.min(office.c.zone))
    zone = transaction.connection.execute(zones).scalar_one_or_none() or _ZONE
    values = {**_office(ask), "zone": zone, "shows_position": True}
    return added(transaction, actor, PlaceKind.OFFICE, ask.title, values)


def change_office(
    transaction: Transaction, actor: Actor, office_id: str, ask: OfficeAsk, version: int | None
) -> Region | Refusal:
    """Another title, honorific, holder, agency or rung.

    Refusals: FORBIDDEN, NOT_FOUND (also field `agency_id`), PRECONDITION_REQUIRED, PRECONDITION_FAILED.
    """
    if (refusal := _no_agency(transaction, actor, ask.agency_id)) is not None:
        return refusal
    return changed(transaction, actor, PlaceKind.OFFICE, office_id, version, _office(ask))


def add_service(transaction: Transaction, actor: Actor, ask: NewServiceAsk) -> Region | Refusal:
    """A new service of an office, on the usual terms; the office's calendar, which names each service, is another then.

    Refusals: FORBIDDEN, NOT_FOUND (field `office_id`), ALREADY_EXISTS (field `name`).
    """
    if (refusal := actor.refused(Action.ADMINISTER)) is not None:
        return refusal
    run = transaction.connection.execute
    grown = office.c.calendar_version + 1
    still_open = (office.c.id == ask.office_id, office.c.closed_from.is_(None))
    if run(update(office).where(*still_open).values(calendar_version=grown)).rowcount == 0:
        return Refusal(RefusalCode.NOT_FOUND, field="office_id")
    values = {"office_id": ask.office_id, **texts("name", ask.name), "group_id": ask.group, **_TERMS}
    kinds = [{"kind": kind.value} for kind in dict.fromkeys(ask.kinds)]
    return added(transaction, actor, PlaceKind.SERVICE, ask.name, values, kinds=kinds)


def change_service(
    transaction: Transaction, actor: Actor, service_id: str, ask: ServiceAsk, version: int | None
) -> Region | Refusal:
    """Another name or group. Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_REQUIRED, PRECONDITION_FAILED."""
    values = {**texts("name", ask.name), "group_id": ask.group}
    return changed(transaction, actor, PlaceKind.SERVICE, service_id, version, values)


def add_site(transaction: Transaction, actor: Actor, ask: SiteAsk) -> Region | Refusal:
    """A new hall, without kiosks.

    Refusals: FORBIDDEN, INVALID_REQUEST (with the field), NOT_FOUND (a governorate that is not theirs), ALREADY_EXISTS
    (field `name`).
    """
    values = _site(transaction, actor, ask)
    if isinstance(values, Refusal):
        return values
    return added(transaction, actor, PlaceKind.SITE, ask.name, values, hours=day_rows(ask.hours))


def change_site(
    transaction: Transaction, actor: Actor, site_id: str, ask: SiteAsk, version: int | None
) -> Region | Refusal:
    """Another name, place, telephone or hours.

    Refusals: FORBIDDEN, INVALID_REQUEST (with the field), NOT_FOUND, PRECONDITION_REQUIRED, PRECONDITION_FAILED.
    """
    values = _site(transaction, actor, ask)
    if isinstance(values, Refusal):
        return values
    return changed(transaction, actor, PlaceKind.SITE, site_id, version, values, hours=day_rows(ask.hours))


def add_kiosk(transaction: Transaction, actor: Actor, site_id: str) -> Region | Refusal:
    """One more kiosk for a hall, to be enrolled. Refusals: FORBIDDEN, NOT_FOUND (also a hall that is closed)."""
    if (refusal := not_theirs(transaction, actor, PlaceKind.SITE, site_id)) is not None:
        return refusal
    rules_changed(transaction)  # first of all, so that one who adds a kiosk waits for the other
    run = transaction.connection.execute
    still_open = select(site.c.id).where(site.c.id == site_id, site.c.closed_from.is_(None))
    if run(still_open).first() is None:
        return Refusal(RefusalCode.NOT_FOUND)
    number = (run(select(func.max(kiosk.c.number)).where(kiosk.c.site_id == site_id)).scalar_one() or 0) + 1
    kiosk_id = _free_id(transaction, kiosk, f"{site_id}-{number}")
    run(insert(kiosk).values(id=kiosk_id, site_id=site_id, number=number))
    rules_changed(transaction)
    record(transaction, actor, "add_kiosk", kiosk_id)
    return whole(transaction, actor)


def not_theirs(transaction: Transaction, actor: Actor, what: PlaceKind, place_id: str) -> Refusal | None:
    """Why they have no say in this place: FORBIDDEN, NOT_FOUND (also a hall of another governorate than theirs)."""
    if (refusal := actor.refused(Action.ADMINISTER)) is not None:
        return refusal
    table = TABLES[what]
    row = transaction.connection.execute(select(table).where(table.c.id == place_id)).first()
    if row is None:
        return Refusal(RefusalCode.NOT_FOUND)
    where = GovernorateId(row.governorate_id) if what is PlaceKind.SITE else None
    return actor.refused(Action.ADMINISTER, Ownership(governorate_id=where))


def changed(
    transaction: Transaction,
    actor: Actor,
    what: PlaceKind,
    place_id: str,
    version: int | None,
    values: _Values,
    *,
    hours: list[_Values] | None = None,
    action: str = "",
) -> Region | Refusal:
    """Give a place these values, if nobody changed it meanwhile; in the trail under `action`, or as a change.

    Refusals: FORBIDDEN, NOT_FOUND, PRECONDITION_REQUIRED, PRECONDITION_FAILED.
    """
    if (refusal := not_theirs(transaction, actor, what, place_id)) is not None:
        return refusal
    if version is None:
        return Refusal(RefusalCode.PRECONDITION_REQUIRED)
    table, run = TABLES[what], transaction.connection.execute
    mine = run(
        update(table).where(table.c.id == place_id, table.c.version == version).values(**values, version=version + 1)
    )
    if mine.rowcount == 0:
        return Refusal(RefusalCode.PRECONDITION_FAILED)
    if hours is not None:
        put_rows(transaction, site_hours, {"site_id": place_id}, hours)
    rules_changed(transaction)
    record(transaction, actor, action or f"change_{what.value}", place_id)
    return whole(transaction, actor)


def added(
    transaction: Transaction,
    actor: Actor,
    what: PlaceKind,
    name: Names,
    values: _Values,
    *,
    kinds: list[_Values] | None = None,
    hours: list[_Values] | None = None,
) -> Region | Refusal:
    """Make a place of these values; in the trail under its kind. Refusals: FORBIDDEN, ALREADY_EXISTS (by name)."""
    if (refusal := actor.refused(Action.ADMINISTER)) is not None:
        return refusal
    rules_changed(transaction)  # first of all, so that who adds the same a second time waits, and is refused
    table, run = TABLES[what], transaction.connection.execute
    named = "title" if what is PlaceKind.OFFICE else "name"
    same: list[ColumnElement[bool]] = [table.c[f"{named}_ar"] == name.ar, table.c.closed_from.is_(None)]
    same += [table.c[whose] == values[whose] for whose in ("agency_id", "office_id") if whose in table.c]
    if run(select(table.c.id).where(*same)).first() is not None:  # pressed twice, or asked again after a lost answer
        return Refusal(RefusalCode.ALREADY_EXISTS, field=named)
    place_id = _free_id(transaction, table, _slug(name.en, what.value))
    rank = (run(select(func.max(table.c.rank))).scalar_one() or 0) + 1
    run(insert(table).values(id=place_id, rank=rank, **values))
    if kinds is not None:
        put_rows(transaction, service_kind, {"service_id": place_id}, kinds)
    if hours is not None:
        put_rows(transaction, site_hours, {"site_id": place_id}, hours)
    rules_changed(transaction)
    record(transaction, actor, f"add_{what.value}", place_id)
    return whole(transaction, actor)


def _no_agency(transaction: Transaction, actor: Actor, agency_id: str) -> Refusal | None:
    if (refusal := actor.refused(Action.ADMINISTER)) is not None:
        return refusal
    still_open = select(agency.c.id).where(agency.c.id == agency_id, agency.c.closed_from.is_(None))
    known = transaction.connection.execute(still_open).first()
    return Refusal(RefusalCode.NOT_FOUND, field="agency_id") if known is None else None


def _agency(actor: Actor, ask: AgencyAsk) -> _Values | Refusal:
    if (refusal := actor.refused(Action.ADMINISTER)) is not None:
        return refusal
    if ask.transaction_link is None:
        return texts("name", ask.name)
    fault = fault_in_link(ask.transaction_link) if ask.transaction_link else None
    if fault is not None:
        return Refusal(RefusalCode.INVALID_REQUEST, field=f"transaction_link.{fault.value}")
    return {**texts("name", ask.name), "transaction_link": ask.transaction_link or None}


def _office(ask: OfficeAsk) -> _Values:
    return {
        "agency_id": ask.agency_id,
        **texts("title", ask.title),
        **texts("honorific", ask.honorific),
        **texts("holder", ask.holder),
        "rung": ask.rung.value,
    }


def _site(transaction: Transaction, actor: Actor, ask: SiteAsk) -> _Values | Refusal:
    if (refusal := actor.refused(Action.ADMINISTER)) is not None:
        return refusal
    where = None if ask.governorate_id is None else GovernorateId(ask.governorate_id)
    if (refusal := actor.refused(Action.ADMINISTER, Ownership(governorate_id=where))) is not None:
        return refusal
    phone = None if ask.phone is None else telephone_of(ask.phone)
    known = {str(each.governorate_id) for each in rules(transaction).sites.values()}
    faults = {
        "phone": phone is None and ask.phone is not None,
        "latitude": (ask.latitude is None) != (ask.longitude is None),
        "governorate_id": ask.governorate_id is not None and ask.governorate_id not in known,
        "hours": any(each.closes != "00:00" and each.closes <= each.opens for each in ask.hours)
        or _doubled(day_rows(ask.hours)),
    }
    if (fault := next((name for name, wrong in faults.items() if wrong), None)) is not None:
        return Refusal(RefusalCode.INVALID_REQUEST, field=fault)
    address = {"address_ar": None, "address_en": None} if ask.address is None else texts("address", ask.address)
    return {
        **texts("name", ask.name),
        **texts("governorate", ask.governorate),
        "governorate_id": ask.governorate_id or _unused(_slug(ask.governorate.en, "governorate"), known),
        **address,
        "phone": phone,
        "latitude": ask.latitude,
        "longitude": ask.longitude,
    }


def _doubled(rows: list[_Values]) -> bool:
    return len({(row["weekday"], row["opens"]) for row in rows}) < len(rows)


def _free_id(transaction: Transaction, table: Table, wanted: str) -> str:
    return _unused(wanted, set(transaction.connection.execute(select(table.c.id)).scalars()))


def _unused(wanted: str, known: set[str]) -> str:
    """The name, or where it is somebody's the first numbered one that is not."""
    number, free = 1, wanted
    while free in known:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _slug(name: str, otherwise: str) -> str:
    """What an id is made of, so that the trail can be read: the English name's letters and digits."""
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:_LONGEST_ID].strip("-") or otherwise


def texts(name: str, said: Names) -> _Values:
    """The columns of a text in both languages."""
    return {f"{name}_ar": said.ar, f"{name}_en": said.en}
