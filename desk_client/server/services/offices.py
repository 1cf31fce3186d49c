"""Who can be met, and when: the list of offices and their free slots."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import select

from desk_client.domain.access import Action
from desk_client.domain.ids import OfficeId, ServiceId, SiteId
from desk_client.domain.intervals import Interval
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.schedule import open_intervals
from desk_client.domain.slots import Slot as FreeSlot
from desk_client.domain.slots import free_slots
from desk_client.protocol.base import Texts
from desk_client.protocol.offices import Office, Offices, Service
from desk_client.protocol.slots import Availability, Day, Slot
from desk_client.server.services.actor import Actor
from desk_client.server.services.calendars import calendar_of, taken_quanta
from desk_client.server.services.transaction import Transaction
from desk_client.server.storage.tables.region import agency, kiosk, office, service

MOST_DAYS = 62


@dataclass(frozen=True, slots=True)
class AvailabilityQuery:
    """Which slots are asked for: `days` days from `first` on, in the office's own zone."""

    office_id: OfficeId
    service_id: ServiceId
    first: date
    days: int


def list_offices(transaction: Transaction, actor: Actor) -> Offices | Refusal:
    """All offices by rank, each with its services. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.SEE_OFFICES)) is not None:
        return refusal
    services: dict[str, list[Service]] = {}
    for row in transaction.connection.execute(select(service).order_by(service.c.rank)):
        services.setdefault(row.office_id, []).append(
            Service(id=row.id, name=Texts(ar=row.name_ar, en=row.name_en), slot_minutes=row.slot_minutes)
        )
    offices = transaction.connection.execute(
        select(office, agency.c.name_ar, agency.c.name_en).join_from(office, agency).order_by(office.c.rank)
    )
    return Offices(
        offices=tuple(
            Office(
                id=row.id,
                title=Texts(ar=row.title_ar, en=row.title_en),
                honorific=Texts(ar=row.honorific_ar, en=row.honorific_en),
                holder=Texts(ar=row.holder_ar, en=row.holder_en),
                agency=Texts(ar=row.name_ar, en=row.name_en),
                order=row.rank,
                services=tuple(services.get(row.id, ())),
            )
            for row in offices
        )
    )


def availability(transaction: Transaction, actor: Actor, query: AvailabilityQuery) -> Availability | Refusal:
    """The free slots by day, for whoever asks at their site. Refusals: FORBIDDEN, NOT_FOUND, INVALID_REQUEST."""
    if (refusal := actor.refused(Action.SEE_OFFICES)) is not None:
        return refusal
    if not 1 <= query.days <= MOST_DAYS:
        return Refusal(RefusalCode.INVALID_REQUEST, field="days")
    calendar = calendar_of(transaction, query.office_id, query.service_id)
    if calendar is None:
        return Refusal(RefusalCode.NOT_FOUND)
    zone = ZoneInfo(calendar.schedule.zone)
    days = [query.first + timedelta(days=count) for count in range(query.days)]
    window = Interval(_midnight(days[0], zone), _midnight(days[-1] + timedelta(days=1), zone))
    hours = open_intervals(calendar.schedule, window)
    taken = taken_quanta(transaction, window, query.office_id, actor.person_id, site_of(transaction, actor))
    free = _by_day(free_slots(hours, calendar.rule, taken, transaction.now), zone)
    # the day's size does not depend on the hour at which it is looked at
    whole = replace(calendar.rule, lead_time=timedelta(), horizon=window.length)
    all_slots = _by_day(free_slots(hours, whole, frozenset(), window.starts_at), zone)
    return Availability(
        zone=calendar.schedule.zone,
        days=tuple(
            Day(
                date=day,
                capacity=len(all_slots.get(day, ())),
                slots=tuple(slot_answer(slot.starts_at, slot.ends_at, zone) for slot in free.get(day, ())),
            )
            for day in days
        ),
    )


def slot_answer(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> Slot:
    """A slot with what the clock on the wall shows at its start."""
    return Slot(starts_at=starts_at, ends_at=ends_at, wall_time=starts_at.astimezone(zone).time())


def site_of(transaction: Transaction, actor: Actor) -> SiteId | None:
    """The site of the kiosk that the actor is or stands at."""
    if actor.kiosk_id is None:
        return None
    return SiteId(
        transaction.connection.execute(select(kiosk.c.site_id).where(kiosk.c.id == actor.kiosk_id)).scalar_one()
    )


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(0), zone)


def _by_day(slots: Iterable[FreeSlot], zone: ZoneInfo) -> dict[date, list[FreeSlot]]:
    days: dict[date, list[FreeSlot]] = {}
    for slot in slots:
        days.setdefault(slot.starts_at.astimezone(zone).date(), []).append(slot)
    return days
