"""When offices can be met: an office's calendar, all offices' month at one glance, and the first free slot anywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Final

from desk_client.domain.access import Action
from desk_client.domain.ids import OfficeId, PersonId, ServiceId, SiteId
from desk_client.domain.kinds import AppointmentKind, needs_site
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.slot_grid import (
    NOTHING,
    Bitmap,
    SlotGrid,
    counts,
    on_day,
    open_starts,
    slots_of,
    where_any,
)
from desk_client.domain.slots import QUANTUM
from desk_client.protocol.slots import Availability, Day, Month, MonthOfService
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import slot_answer
from desk_client.server.services.booking.claims import Wanted, person_resource, wanted
from desk_client.server.services.finding.occupancy import taken_bits
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import Rulebook, ServiceRules
from desk_client.server.services.transaction import Transaction

MOST_DAYS: Final = 62


@dataclass(frozen=True, slots=True)
class AvailabilityQuery:
    """Which slots are asked for: `days` days from `first` on, in the office's own zone.

    Without a site it is that of the kiosk that asks; without a kind, the one that is usual there.
    """

    office_id: OfficeId
    service_id: ServiceId
    first: date
    days: int
    kind: AppointmentKind = AppointmentKind.VIDEO_KIOSK
    site_id: SiteId | None = None
    interpreter: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some days in a row on which the same office attends: the grid of its slots, and what each would claim."""

    service: ServiceRules
    first: date
    days: int
    grid: SlotGrid
    needs: Wanted


def availability(transaction: Transaction, actor: Actor, query: AvailabilityQuery) -> Availability | Refusal:
    """The free slots by day, for whoever asks. Refusals: FORBIDDEN, NOT_FOUND, INVALID_REQUEST, KIND_NOT_OFFERED."""
    if (refusal := actor.refused(Action.SEE_OFFICES)) is not None:
        return refusal
    if not 1 <= query.days <= MOST_DAYS or not _within_reason(transaction, query.first):
        return Refusal(RefusalCode.INVALID_REQUEST, field="days")
    rulebook = rules(transaction)
    service = rulebook.services.get(query.service_id)
    site_id = actor.site_id if query.site_id is None else query.site_id
    if service is None or service.office_id != query.office_id or (site_id and site_id not in rulebook.sites):
        return Refusal(RefusalCode.NOT_FOUND)
    if query.kind not in service.kinds:
        return Refusal(RefusalCode.KIND_NOT_OFFERED, field="kind")
    zone = rulebook.offices[service.office_id].zone
    found: list[Day] = []
    for stretch in stretches(
        rulebook,
        service,
        query.first,
        query.days,
        query.kind,
        site_id=site_id,
        interpreter=query.interpreter,
    ):
        free = free_in(transaction, (stretch,), actor.person_id)[0]
        sizes = stretch.grid.sizes
        for place in range(stretch.days):
            day = stretch.first + timedelta(days=place)
            slots = slots_of(stretch.grid, on_day(stretch.grid, free, day))
            found.append(
                Day(
                    date=day,
                    capacity=sizes[place],
                    slots=tuple(slot_answer(slot.starts_at, slot.ends_at, zone) for slot in slots),
                )
            )
    by_day = {day.date: day for day in found}
    days = (query.first + timedelta(days=count) for count in range(query.days))
    return Availability(zone=zone, days=tuple(by_day.get(day, Day(date=day, capacity=0, slots=())) for day in days))


def month(transaction: Transaction, actor: Actor, first: date, days: int) -> Month | Refusal:
    """How many slots of each service are free on each day, at one's site. Refusals: FORBIDDEN, INVALID_REQUEST."""
    if (refusal := actor.refused(Action.SEE_OFFICES)) is not None:
        return refusal
    if not 1 <= days <= MOST_DAYS or not _within_reason(transaction, first):
        return Refusal(RefusalCode.INVALID_REQUEST, field="days")
    rulebook = rules(transaction)
    kinds = _usual_first(actor)
    all_stretches = [
        stretch
        for service in rulebook.services.values()
        if rulebook.offered(service.id, transaction.now) is not None
        for stretch in stretches(
            rulebook,
            service,
            first,
            days,
            next((kind for kind in kinds if kind in service.kinds), AppointmentKind.VIDEO_KIOSK),
            site_id=actor.site_id,
        )
    ]
    answers: list[MonthOfService] = []
    pairs = zip(all_stretches, free_in(transaction, all_stretches, actor.person_id), strict=True)
    for service_id, group in groupby(pairs, key=lambda pair: pair[0].service.id):
        free, sizes = [0] * days, [0] * days
        for stretch, starts in group:
            offset = (stretch.first - first).days
            free[offset : offset + stretch.days] = counts(stretch.grid, starts)
            sizes[offset : offset + stretch.days] = stretch.grid.sizes
        answers.append(
            MonthOfService(
                office_id=rulebook.services[service_id].office_id,
                service_id=service_id,
                free=tuple(free),
                capacity=tuple(sizes),
            )
        )
    return Month(first=first, days=days, services=tuple(answers))


def stretches(
    rulebook: Rulebook,
    service: ServiceRules,
    first: date,
    days: int,
    kind: AppointmentKind,
    *,
    site_id: SiteId | None,
    interpreter: bool = False,
) -> tuple[Stretch, ...]:
    """The days of a service in as few stretches as its duty roster allows; days without anybody are left out."""
    key = (Stretch, service.id, first, days, kind, site_id, interpreter)
    known: tuple[Stretch, ...] | None = rulebook.derived.get(key)
    if known is not None:
        return known
    if needs_site(kind) and site_id is None:
        return ()  # nowhere to come to
    found = [
        Stretch(
            service,
            begins,
            length,
            rulebook.grid(service, attending_id, begins, length, site_id if needs_site(kind) else None),
            wanted(rulebook, service, attending_id, kind, begins, site_id=site_id, interpreter=interpreter),
        )
        for roster_first, roster_days, attending_id in rulebook.attendance(service.office_id, first, days)
        if attending_id is not None
        for begins, length in _whole(rulebook, roster_first, roster_days)
    ]
    return rulebook.keep(key, tuple(found))


def _whole(rulebook: Rulebook, first: date, days: int) -> Iterator[tuple[date, int]]:
    """Some days, cut where somebody who could be sent ends: on each part the same can be."""
    beyond = first + timedelta(days=days)
    edges = sorted({first, beyond, *(day for day in rulebook.ended.values() if first < day < beyond)})
    return ((begins, (ends - begins).days) for begins, ends in pairwise(edges))


def free_in(transaction: Transaction, parts: Sequence[Stretch], person_id: PersonId | None) -> list[Bitmap]:
    """The starts of each stretch that may be booked now, by this person if one is named.

    One reading of what is taken serves them all; what many of them share (the kiosks of a site serve every office, an
    official is the same at every site) is looked at once.
    """
    if not parts:
        return []
    low = min(part.grid.base for part in parts)
    high = max(part.grid.claimed_quanta.stop for part in parts)
    person = () if person_id is None else (person_resource(person_id),)
    everybody = {part.needs.each for part in parts} | {group for part in parts for group in part.needs.any_of}
    taken = taken_bits(transaction, {*person, *(name for names in everybody for name in names)}, range(low, high))
    opened: dict[tuple[int, tuple[str, ...]], Bitmap] = {}
    places: dict[tuple[tuple[str, ...], int], Bitmap] = {}
    found: list[Bitmap] = []
    for part in parts:
        grid, each = part.grid, part.needs.each
        shift = grid.base - low
        free = opened.get((id(grid), each))
        if free is None:
            given_away = [Bitmap(taken.get(name, NOTHING) >> shift) for name in (*each, *person)]
            free = opened[id(grid), each] = open_starts(grid, transaction.now, given_away)
        for group in part.needs.any_of:
            claimed = grid.rule.claimed // QUANTUM
            place = places.get((group, claimed))
            if place is None:
                place = places[group, claimed] = where_any([taken.get(name, NOTHING) for name in group], claimed)
            free = Bitmap(free & place >> shift)
        found.append(free)
    return found


def _usual_first(actor: Actor) -> list[AppointmentKind]:
    """By video from a kiosk for whoever stands at one; else whatever the service offers, video first."""
    if actor.site_id is not None:
        return list(AppointmentKind)
    return [*list(AppointmentKind)[1:], AppointmentKind.VIDEO_KIOSK]


def _within_reason(transaction: Transaction, first: date) -> bool:
    """A calendar is for the years around now; the ends of time itself are nobody's business."""
    return abs((first - transaction.now.date()).days) <= _REASON_DAYS


_REASON_DAYS: Final = 5 * 366
