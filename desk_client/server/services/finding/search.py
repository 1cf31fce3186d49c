"""The first free slots across officials, sites and days, for somebody who cares more about soon than about whom."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from desk_client.domain.access import Action
from desk_client.domain.distances import Coordinates, by_distance, distance_km
from desk_client.domain.ids import ServiceId, SiteId
from desk_client.domain.kinds import needs_site
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.search import Found, SiteAt, Source, first_free
from desk_client.domain.slot_grid import in_part, moments
from desk_client.protocol.slots import FoundSlot, FoundSlots, SearchAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import slot_answer
from desk_client.server.services.finding.availability import MOST_DAYS, Stretch, free_in, stretches
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import Rulebook
from desk_client.server.services.transaction import Transaction

_A_DAY: Final = timedelta(days=1)


def search(transaction: Transaction, actor: Actor, ask: SearchAsk) -> FoundSlots | Refusal:
    """The first free slots, the earliest first, then the nearest site. Refusals: FORBIDDEN, NOT_FOUND."""
    if (refusal := actor.refused(Action.SEE_OFFICES)) is not None:
        return refusal
    rulebook = rules(transaction)
    here = actor.site_id if ask.site_id is None else SiteId(ask.site_id)
    services = [rulebook.services.get(ServiceId(each)) for each in dict.fromkeys(ask.service_ids)]
    if None in services or (here is not None and here not in rulebook.sites):
        return Refusal(RefusalCode.NOT_FOUND)
    sites: list[SiteId | None] = [None]
    if needs_site(ask.kind):
        sites = [SiteId(ask.site_id)] if ask.site_id is not None else list(rulebook.sites)
    parts: list[tuple[Stretch, SiteId | None]] = []
    today = (transaction.now - _A_DAY).date()  # the day before in UTC: no zone's today is missed
    for service in services:
        if service is None or ask.kind not in service.kinds:
            continue
        days = min(service.rule.horizon // _A_DAY + 3, MOST_DAYS)
        parts += [
            (stretch, site_id)
            for site_id in sites
            for stretch in stretches(
                rulebook,
                service,
                today,
                days,
                ask.kind,
                site_id=site_id,
                person_id=actor.person_id,
                interpreter=ask.interpreter,
            )
        ]
    ranks = by_distance({site_id: _at(rulebook, site_id) for site_id in rulebook.sites}, _at(rulebook, here))
    sources = []
    for (stretch, site_id), free in zip(parts, free_in(transaction, [part for part, _ in parts]), strict=True):
        suits = free if ask.part_of_day is None else in_part(stretch.grid, free, ask.part_of_day)
        sources.append(
            Source(
                stretch.service.office_id,
                stretch.service.id,
                ask.kind,
                moments(stretch.grid, suits),
                rulebook.offices[stretch.service.office_id].rank,
                None if site_id is None else _always(SiteAt(site_id, ranks[site_id])),
            )
        )
    return FoundSlots(slots=tuple(_answer(rulebook, each, here) for each in first_free(sources, ask.most)))


def _always(site: SiteAt) -> Callable[[datetime], tuple[SiteAt]]:
    """Each stretch is of one site, whose seats are part of what it claims: where it is free, there is a seat."""
    return lambda _starts_at: (site,)


def _answer(rulebook: Rulebook, found: Found, here: SiteId | None) -> FoundSlot:
    zone = rulebook.offices[found.source.office_id].zone
    rule = rulebook.services[found.source.service_id].rule
    start, there = _at(rulebook, here), _at(rulebook, found.site_id)
    return FoundSlot(
        office_id=found.source.office_id,
        service_id=found.source.service_id,
        site_id=found.site_id,
        kind=found.source.kind,
        slot=slot_answer(found.starts_at, found.starts_at + rule.length, zone),
        zone=zone,
        distance_km=None if start is None or there is None else round(distance_km(start, there), 1),
    )


def _at(rulebook: Rulebook, site_id: SiteId | None) -> Coordinates | None:
    site = None if site_id is None else rulebook.sites[site_id]
    if site is None or site.latitude is None or site.longitude is None:
        return None
    return Coordinates(site.latitude, site.longitude)
