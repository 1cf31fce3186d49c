"""The first free slots across officials, sites and days, for somebody who cares more about soon than about whom."""

from datetime import datetime, timedelta
from itertools import islice
from typing import Final

from desk_client.domain.access import Action
from desk_client.domain.distances import by_distance, distance_km
from desk_client.domain.ids import ServiceId, SiteId
from desk_client.domain.kinds import needs_site
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.search import Found, SiteAt, Source, first_free
from desk_client.domain.slot_grid import NOTHING, Bitmap, in_part, is_among, moments
from desk_client.protocol.slots import FoundSlot, FoundSlots, SearchAsk
from desk_client.server.services.actor import Actor
from desk_client.server.services.booking.appointments import slot_answer
from desk_client.server.services.finding.availability import MOST_DAYS, Stretch, free_in, stretches
from desk_client.server.services.finding.places import place_of_site
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
    today = (transaction.now - _A_DAY).date()  # the day before in UTC: no zone's today is missed
    ways: list[list[Stretch]] = []  # the same days of a service, at each of the sites
    for service in services:
        if service is None or ask.kind not in service.kinds:
            continue
        days = min(service.rule.horizon // _A_DAY + 3, MOST_DAYS)
        at_sites = [
            stretches(
                rulebook,
                service,
                today,
                days,
                ask.kind,
                site_id=site_id,
                interpreter=ask.interpreter,
            )
            for site_id in sites
        ]
        ways += [list(same) for same in zip(*at_sites, strict=True)]
    ranks = by_distance(
        {site_id: place_of_site(rulebook, site_id) for site_id in rulebook.sites}, place_of_site(rulebook, here)
    )
    near = [None if site_id is None else SiteAt(site_id, ranks[site_id]) for site_id in sites]
    free = iter(free_in(transaction, [part for way in ways for part in way], actor.person_id))
    sources = [_source(rulebook, way, list(islice(free, len(way))), near, ask) for way in ways]
    return FoundSlots(slots=tuple(_answer(rulebook, each, here) for each in first_free(sources, ask.most)))


def _source(
    rulebook: Rulebook, way: list[Stretch], free: list[Bitmap], near: list[SiteAt | None], ask: SearchAsk
) -> Source:
    """One official's days: free where any site has a seat, and which sites these are."""
    service, grid = way[0].service, way[0].grid
    somewhere = NOTHING
    for starts in free:
        somewhere = Bitmap(somewhere | starts)
    suits = somewhere if ask.part_of_day is None else in_part(grid, somewhere, ask.part_of_day)

    def sites(starts_at: datetime) -> list[SiteAt]:
        return [
            site
            for site, starts in zip(near, free, strict=True)
            if site is not None and is_among(grid, starts, starts_at)
        ]

    return Source(
        service.office_id,
        service.id,
        ask.kind,
        moments(grid, suits),
        rulebook.offices[service.office_id].rank,
        sites if needs_site(ask.kind) else None,
    )


def _answer(rulebook: Rulebook, found: Found, here: SiteId | None) -> FoundSlot:
    zone = rulebook.offices[found.source.office_id].zone
    rule = rulebook.services[found.source.service_id].rule
    start, there = place_of_site(rulebook, here), place_of_site(rulebook, found.site_id)
    return FoundSlot(
        office_id=found.source.office_id,
        service_id=found.source.service_id,
        site_id=found.site_id,
        kind=found.source.kind,
        slot=slot_answer(found.starts_at, found.starts_at + rule.length, zone),
        zone=zone,
        distance_km=None if start is None or there is None else round(distance_km(start, there), 1),
    )
