"""The halls where people can be received: the nearest first, and when they are open."""

from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from desk_client.domain.access import Action
from desk_client.domain.distances import by_distance, distance_km
from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.outcomes import Refusal
from desk_client.domain.schedule import Schedule, open_on
from desk_client.protocol.base import Texts
from desk_client.protocol.service_points import OpenSpan, PointDay, ServicePoint, ServicePoints, WhyClosed
from desk_client.server.services.actor import Actor
from desk_client.server.services.finding.places import place_of_site
from desk_client.server.services.rulebook import rules
from desk_client.server.services.rules import Rulebook, SiteRules
from desk_client.server.services.transaction import Transaction

_DAYS: Final = 8
"""Today, and the week after it: whoever finds a hall closed learns when it opens, also over a weekend."""


def service_points(transaction: Transaction, actor: Actor) -> ServicePoints | Refusal:
    """Every hall that has a kiosk in service. Refusal: FORBIDDEN."""
    if (refusal := actor.refused(Action.SEE_OFFICES)) is not None:
        return refusal
    rulebook = rules(transaction)
    zone = min((office.zone for office in rulebook.offices.values()), default="UTC")
    today = transaction.now.astimezone(ZoneInfo(zone)).date()
    here = place_of_site(rulebook, actor.site_id)
    served = [site for site in rulebook.sites.values() if site.kiosk_ids and not is_closed(site, today)]
    places = {site.id: place_of_site(rulebook, site.id) for site in served}
    ranks = by_distance(places, here)
    agencies = _agencies(rulebook, transaction.now)
    found = []
    for site in sorted(served, key=lambda site: (site.id != actor.site_id, ranks[site.id], site.rank)):
        there = places[site.id]
        found.append(
            ServicePoint(
                id=site.id,
                name=site.name,
                governorate=site.governorate,
                address=site.address,
                phone=site.phone,
                latitude=site.latitude,
                longitude=site.longitude,
                distance_km=None if here is None or there is None else round(distance_km(here, there), 1),
                is_here=site.id == actor.site_id,
                kiosks=len(site.kiosk_ids),
                agencies=agencies,
                days=() if site.schedule is None else _days(site.schedule, today),
            )
        )
    return ServicePoints(zone=zone, as_of=transaction.now, points=tuple(found))


def is_closed(site: SiteRules, today: date) -> bool:
    """Whether nobody is received at a hall any more."""
    return site.closed_from is not None and site.closed_from <= today


def _agencies(rulebook: Rulebook, now: datetime) -> tuple[Texts, ...]:
    """Who receives by video, each once: from every hall it is the same."""
    by_video = {
        service.office_id for service in rulebook.services.values() if AppointmentKind.VIDEO_KIOSK in service.kinds
    }
    offices = [office for office in rulebook.offices.values() if office.id in by_video and not office.is_closed(now)]
    return tuple({office.agency_id: office.agency for office in offices}.values())


def _days(schedule: Schedule, today: date) -> tuple[PointDay, ...]:
    return tuple(_day(schedule, today + timedelta(days=count)) for count in range(_DAYS))


def _day(schedule: Schedule, day: date) -> PointDay:
    zone = ZoneInfo(schedule.zone)
    spans = tuple(
        OpenSpan(
            opens=each.starts_at.astimezone(zone).time().replace(tzinfo=None),
            closes=each.ends_at.astimezone(zone).time().replace(tzinfo=None),
        )
        for each in open_on(schedule, day)
    )
    why = None
    if not spans:
        why = WhyClosed.HOLIDAY if schedule.is_holiday(day) else WhyClosed.NO_HOURS
    return PointDay(day=day, spans=spans, closed=why)
