"""When offices can be met: an office's calendar, all offices' month at one glance, and the first free slot anywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from desk_client.domain.access import Action
from desk_client.domain.ids import OfficeId, PersonId, ServiceId, SiteId
from desk_client.domain.kinds import AppointmentKind, needs_site
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.slot_grid import NOTHING, Bitmap, SlotGrid, counts, free_starts, on_day, slots_of
from desk_client.protocol.slots import Availability, Day, Month, MonthOfService
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import slot_answer
from desk_client.server.services.booking.claims import Wanted, wanted
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
        person_id=actor.person_id,
        interpreter=query.interpreter,
    ):
        free = free_in(transaction, (stretch,))[0]
        sizes = counts(stretch.grid, stretch.grid.starts)
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
    all_stretches = [
        stretch
        for service in rulebook.services.values()
        for stretch in stretches(
            rulebook,
            service,
            first,
            days,
            _usual_kind(service, actor),
            site_id=actor.site_id,
            person_id=actor.person_id,
        )
    ]
    answers: list[MonthOfService] = []
    pairs = zip(all_stretches, free_in(transaction, all_stretches), strict=True)
    for service_id, group in groupby(pairs, key=lambda pair: pair[0].service.id):
        free, sizes = [0] * days, [0] * days
        for stretch, starts in group:
            offset = (stretch.first - first).days
            free[offset : offset + stretch.days] = counts(stretch.grid, starts)
            sizes[offset : offset + stretch.days] = counts(stretch.grid, stretch.grid.starts)
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
    person_id: PersonId | None,
    interpreter: bool = False,
) -> Iterator[Stretch]:
    """The days of a service in as few stretches as its duty roster allows; days without anybody are left out."""
    if needs_site(kind) and site_id is None:
        return  # nowhere to come to
    offset = 0
    whole = (rulebook.attending(service.office_id, first + timedelta(days=count)) for count in range(days))
    for attending_id, same in groupby(whole):
        length = sum(1 for _ in same)
        if attending_id is not None:
            begins = first + timedelta(days=offset)
            yield Stretch(
                service,
                begins,
                length,
                rulebook.grid(service, attending_id, begins, length),
                wanted(
                    rulebook,
                    service,
                    attending_id,
                    kind,
                    site_id=site_id,
                    person_id=person_id,
                    interpreter=interpreter,
                ),
            )
        offset += length


def free_in(transaction: Transaction, parts: Sequence[Stretch]) -> list[Bitmap]:
    """The starts of each stretch that may be booked now. One reading of what is taken serves them all."""
    if not parts:
        return []
    low = min(part.grid.claimed_quanta.start for part in parts)
    high = max(part.grid.claimed_quanta.stop for part in parts)
    names = {name for part in parts for name in part.needs.names}
    taken = taken_bits(transaction, names, range(low, high))
    found: list[Bitmap] = []
    for part in parts:
        shift = part.grid.base - low

        def of(name: str, shift: int = shift) -> Bitmap:
            return Bitmap(taken.get(name, NOTHING) >> shift)

        found.append(
            free_starts(
                part.grid,
                transaction.now,
                [of(name) for name in part.needs.each],
                [[of(name) for name in group] for group in part.needs.any_of],
            )
        )
    return found


def _usual_kind(service: ServiceRules, actor: Actor) -> AppointmentKind:
    """By video from a kiosk for whoever stands at one; else whatever the service offers, video first."""
    order = (
        list(AppointmentKind)
        if actor.site_id is not None
        else [*list(AppointmentKind)[1:], AppointmentKind.VIDEO_KIOSK]
    )
    return next((kind for kind in order if kind in service.kinds), AppointmentKind.VIDEO_KIOSK)


def _within_reason(transaction: Transaction, first: date) -> bool:
    """A calendar is for the years around now; the ends of time itself are nobody's business."""
    return abs((first - transaction.now.date()).days) <= _REASON_DAYS


_REASON_DAYS: Final = 5 * 366
