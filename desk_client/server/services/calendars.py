"""An office's calendar as the domain wants it: rows become a `Schedule`, a `SlotRule` and taken quanta."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlalchemy import or_, select

from desk_client.domain.ids import OfficeId, PersonId, ServiceId, SiteId
from desk_client.domain.intervals import Interval
from desk_client.domain.schedule import DayHours, Pause, Schedule, Weekday, WeeklyHours
from desk_client.domain.slots import SlotRule, quantum_of
from desk_client.server.services.claims import kiosk_resource, office_resource, person_resource
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables import (
    claim,
    holiday,
    kiosk,
    office,
    pause,
    schedule_exception,
    service,
    weekly_hours,
)

OPENING = "opening"
CLOSURE = "closure"


@dataclass(frozen=True, slots=True)
class Calendar:
    """When an office receives, and how one of its services cuts that into slots."""

    schedule: Schedule
    rule: SlotRule


def calendar_of(transaction: Transaction, office_id: OfficeId, service_id: ServiceId) -> Calendar | None:
    """The calendar of one office for one of its own services; None where there is no such pair."""
    run = transaction.connection.execute
    row = run(
        select(service, office.c.zone)
        .join_from(service, office)
        .where(service.c.id == service_id, service.c.office_id == office_id)
    ).one_or_none()
    if row is None:
        return None
    weekly = run(select(weekly_hours).where(weekly_hours.c.office_id == office_id)).all()
    pauses = run(select(pause).where(pause.c.office_id == office_id)).all()
    exceptions = run(
        select(schedule_exception).where(
            schedule_exception.c.office_id == office_id, schedule_exception.c.ends_at > transaction.now
        )
    ).all()
    holidays = run(select(holiday.c.day)).scalars()
    return Calendar(
        Schedule(
            zone=row.zone,
            weekly=tuple(WeeklyHours(Weekday(entry.weekday), _hours(entry.opens, entry.closes)) for entry in weekly),
            pauses=tuple(Pause(_hours(entry.opens, entry.closes)) for entry in pauses),
            holidays=frozenset(date.fromisoformat(day) for day in holidays),
            closures=tuple(Interval(entry.starts_at, entry.ends_at) for entry in exceptions if entry.kind == CLOSURE),
            openings=tuple(Interval(entry.starts_at, entry.ends_at) for entry in exceptions if entry.kind == OPENING),
        ),
        SlotRule(
            length=timedelta(minutes=row.slot_minutes),
            buffer=timedelta(minutes=row.buffer_minutes),
            lead_time=timedelta(minutes=row.lead_minutes),
            horizon=timedelta(minutes=row.horizon_minutes),
        ),
    )


def taken_quanta(
    transaction: Transaction, window: Interval, office_id: OfficeId, person_id: PersonId | None, site_id: SiteId | None
) -> frozenset[int]:
    """Quanta of the window that the office, the person or every kiosk of the site has already given away."""
    single = {office_resource(office_id)}
    if person_id is not None:
        single.add(person_resource(person_id))
    seats = {kiosk_resource(kiosk_id) for kiosk_id in kiosks_of(transaction, site_id)} if site_id is not None else set()
    rows = transaction.connection.execute(
        select(claim.c.resource, claim.c.quantum).where(
            claim.c.resource.in_(single | seats),
            claim.c.quantum >= quantum_of(window.starts_at),
            claim.c.quantum < quantum_of(window.ends_at) + 1,
            or_(claim.c.expires_at.is_(None), claim.c.expires_at > transaction.now),
        )
    ).all()
    taken = {row.quantum for row in rows if row.resource in single}
    return frozenset(taken | _full(((row.resource, row.quantum) for row in rows), seats))


def kiosks_of(transaction: Transaction, site_id: SiteId) -> tuple[str, ...]:
    """The ids of a site's kiosks, in the order of their numbers."""
    rows = transaction.connection.execute(select(kiosk.c.id).where(kiosk.c.site_id == site_id).order_by(kiosk.c.number))
    return tuple(rows.scalars())


def _full(claims: Iterable[tuple[str, int]], seats: set[str]) -> set[int]:
    """Quanta at which no seat is left."""
    occupied: dict[int, int] = {}
    for resource, quantum in claims:
        if resource in seats:
            occupied[quantum] = occupied.get(quantum, 0) + 1
    return {quantum for quantum, count in occupied.items() if count == len(seats)}


def _hours(opens: str, closes: str) -> DayHours:
    return DayHours(time.fromisoformat(opens), time.fromisoformat(closes))
