"""Which free time goes to whom on the waitlist: looks only, and changes nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from desk_client.domain.appointment import AHEAD_STATES, AppointmentState
from desk_client.domain.ids import OfficeId, PersonId, ServiceId, SiteId, WaitlistId
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.part_of_day import PartOfDay
from desk_client.domain.slot_grid import moments
from desk_client.domain.slots import quanta
from desk_client.domain.waitlist import FreedSlot, Wish, WishId, may_be_offered, next_in_line
from desk_client.protocol.waitlists import WaitState
from desk_client.server.services.booking.claims import person_resource
from desk_client.server.services.finding.availability import MOST_DAYS, free_in, stretches
from desk_client.server.services.finding.occupancy import taken_bits
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import ServiceRules
from desk_client.server.services.transaction import Transaction
from desk_client.server.services.waitlist.offers import deciding
from desk_client.server.storage.tables.booking import appointment, waitlist, waitlist_offer
from desk_client.server.storage.tables.people import person, session

_A_DAY: Final = timedelta(days=1)
_UNSERVED: Final = AppointmentState.UNSERVED.value


@dataclass(frozen=True, slots=True)
class Match:
    """Who is next, and for what."""

    wait_id: WaitlistId
    slot: FreedSlot


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found for one service, and a mark that stays the same while nothing changes."""

    match: Match | None
    mark: int


def wanted_services(transaction: Transaction) -> list[ServiceId]:
    """The services for which somebody waits."""
    found = transaction.connection.execute(
        select(waitlist.c.service_id).where(waitlist.c.state == WaitState.WAITING.value).distinct()
    ).scalars()
    return sorted(ServiceId(each) for each in found)


def look(
    transaction: Transaction,
    service_id: ServiceId,
    failed: Collection[tuple[WaitlistId, datetime]] = (),
    mark: int | None = None,
) -> Looked:
    """Who is next for which free slot of a service; the earliest slot first.

    `failed` are pairs that did not come about just now. With the `mark` of an earlier look at which nothing has
    changed since, nobody is looked for.
    """
    service = rules(transaction).services[service_id]
    wishes, missed = _wishes(transaction, service_id)
    if not wishes:
        return Looked(None, 0)
    zone = ZoneInfo(rules(transaction).offices[service.office_id].zone)
    free = {
        starts_at: ways
        for starts_at, ways in _free(transaction, service, wishes, zone).items()
        if may_be_offered(starts_at, transaction.now, service.rule.lead_time, zone)
    }
    busy = frozenset(PersonId(each) for each in deciding(transaction))
    offered = _offered(transaction, wishes)
    for wait_id, starts_at in (*failed, *missed):
        offered.setdefault(starts_at, set()).add(WishId(wait_id))
    elsewhere = _elsewhere(transaction, service, wishes, failed)
    seen = hash(
        (
            tuple(wishes),
            tuple(free),
            busy,
            frozenset(failed),
            elsewhere,
            tuple((k, *sorted(v)) for k, v in offered.items()),
        )
    )
    if seen == mark:
        return Looked(None, seen)
    for starts_at in sorted(free):
        found = next_in_line(wishes, free[starts_at], offered.get(starts_at, ()), busy)
        if found is not None:
            return Looked(Match(WaitlistId(found[0].id), found[1]), seen)
    return Looked(None, seen)


def _free(
    transaction: Transaction, service: ServiceRules, wishes: list[Wish], zone: ZoneInfo
) -> Mapping[datetime, list[FreedSlot]]:
    """Every free start with the ways in which somebody on the list might use it."""
    asked = sorted({(kind, site) for wish in wishes for kind in wish.kinds for site in (wish.sites or {None})}, key=str)
    first = transaction.now.astimezone(zone).date()
    days = min(service.rule.horizon // _A_DAY + 2, MOST_DAYS)
    parts = [
        (stretch, kind, site_id)
        for kind, site_id in asked
        for stretch in stretches(rules(transaction), service, first, days, kind, site_id=site_id)
    ]
    found: dict[datetime, list[FreedSlot]] = {}
    for (stretch, kind, site_id), starts in zip(
        parts, free_in(transaction, [part for part, _, _ in parts], None), strict=True
    ):
        for starts_at in moments(stretch.grid, starts):
            slot = FreedSlot(service.office_id, service.id, kind, starts_at, zone, site_id)
            found.setdefault(starts_at, []).append(slot)
    return found


def _wishes(transaction: Transaction, service_id: ServiceId) -> tuple[list[Wish], list[tuple[WaitlistId, datetime]]]:
    """Whoever waits for the service and can be told: with a mobile, and a booking that still stands, if any.

    Beside them the times at which we could not receive them: those are not offered again.
    """
    rows = transaction.connection.execute(
        select(
            waitlist,
            appointment.c.state.label("own_state"),
            appointment.c.starts_at.label("own_starts_at"),
            select(func.max(session.c.created_at))
            .where(session.c.person_id == waitlist.c.person_id)
            .scalar_subquery()
            .label("seen_at"),
            select(func.max(waitlist_offer.c.offered_at))
            .where(waitlist_offer.c.waitlist_id == waitlist.c.id)
            .scalar_subquery()
            .label("offered_at"),
        )
        .join(person, person.c.id == waitlist.c.person_id)
        .outerjoin(appointment, appointment.c.id == waitlist.c.appointment_id)
        .where(
            waitlist.c.service_id == service_id,
            waitlist.c.state == WaitState.WAITING.value,
            person.c.mobile_sealed.is_not(None),
            person.c.erased_at.is_(None),
            person.c.disabled_at.is_(None),
        )
        .order_by(waitlist.c.joined_at, waitlist.c.id)
    ).all()
    wishes: list[Wish] = []
    missed: list[tuple[WaitlistId, datetime]] = []
    for row in rows:
        ahead = row.own_state is not None and row.own_state in {state.value for state in AHEAD_STATES}
        if row.own_state is not None and not ahead and row.own_state != _UNSERVED:
            continue
        if row.own_state == _UNSERVED:
            missed.append((WaitlistId(row.id), row.own_starts_at))
        limits = [each for each in (row.before, row.own_starts_at if ahead else None) if each is not None]
        # rule: whoever shows themselves again is asked again
        shown = row.seen_at is not None and row.offered_at is not None and row.seen_at > row.offered_at
        kind = AppointmentKind(row.kind)
        wishes.append(
            Wish(
                WishId(row.id),
                PersonId(row.person_id),
                OfficeId(row.office_id),
                ServiceId(row.service_id),
                frozenset({kind}),
                row.joined_at,
                sites=frozenset() if row.site_id is None else frozenset({SiteId(row.site_id)}),
                part=None if row.part_of_day is None else PartOfDay(row.part_of_day),
                earlier_than=min(limits, default=None),
                fault_was_ours=row.priority > 0,
                unanswered=0 if shown else row.unanswered,
            )
        )
    return wishes, missed


def _elsewhere(
    transaction: Transaction,
    service: ServiceRules,
    wishes: list[Wish],
    failed: Collection[tuple[WaitlistId, datetime]],
) -> frozenset[tuple[WaitlistId, datetime]]:
    """Which of the pairs that did not come about have their person somewhere else at that time.

    Once that is given up they are asked, though nothing has changed for the service itself.
    """
    whose = {WaitlistId(wish.id): person_resource(wish.person_id) for wish in wishes}
    found: set[tuple[WaitlistId, datetime]] = set()
    for at in {starts_at for _, starts_at in failed}:
        then = {wait_id: whose[wait_id] for wait_id, starts_at in failed if starts_at == at and wait_id in whose}
        taken = taken_bits(transaction, then.values(), quanta(at, service.rule.claimed))
        found.update((wait_id, at) for wait_id, resource in then.items() if taken[resource])
    return frozenset(found)


def _offered(transaction: Transaction, wishes: list[Wish]) -> dict[datetime, set[WishId]]:
    """To whom each time was offered before, whatever they said."""
    rows = transaction.connection.execute(
        select(waitlist_offer.c.waitlist_id, appointment.c.starts_at)
        .join(appointment, appointment.c.id == waitlist_offer.c.appointment_id)
        .where(
            waitlist_offer.c.waitlist_id.in_([wish.id for wish in wishes]), appointment.c.starts_at > transaction.now
        )
    )
    found: dict[datetime, set[WishId]] = {}
    for row in rows:
        found.setdefault(row.starts_at, set()).add(WishId(row.waitlist_id))
    return found
