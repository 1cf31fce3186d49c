"""The region that storms rage over, and the storms: to the end, or through the deaths of servers and databases."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from typing import Final

from desk_client.domain.access import Role
from desk_client.domain.clock import Clock
from desk_client.domain.ids import OfficeId, ServiceId, SessionId, SiteId
from desk_client.domain.outcomes import Refusal
from desk_client.server.house import House
from desk_client.server.services.actor import Actor
from desk_client.server.services.finding.availability import AvailabilityQuery, availability
from tests.integration.server.storm.bookers import Choice, Plan, Storm
from tests.integration.server.storm.history import History
from tests.integration.server.storm.lab import Region, Service, site_id
from tests.integration.server.storm.process import Spoken, opened
from tests.integration.server.storm.ways import Inside, Wire

BOOKERS: Final = 500
SLOTS: Final = 50

_AUDIENCE: Final = Service("audience", "mayor")
_LONG: Final = Service("long", "mayor", minutes=30, buffer=10)
_GROUP: Final = Service("group", "hall", capacity=3)

REGION: Final = Region(services=(_AUDIENCE, _LONG, _GROUP), sites=3, kiosks_a_site=2, people=BOOKERS)
"""An official with two services on different grids, one who receives three at a time, and fewer kiosks than wanted."""

_DAYS: Final = 14
_STALLED_S: Final = 60.0
_AFTERWARDS_S: Final = 0.03


def choices(house: House, service: Service, most: int) -> list[Choice]:
    """The first free slots of a service, from tomorrow on."""
    actor = Actor(SessionId("ses_storm"), Role.KIOSK, site_id=SiteId(site_id(0)))
    tomorrow = (house.clock.now() + timedelta(days=1)).date()
    query = AvailabilityQuery(OfficeId(service.office_id), ServiceId(service.id), tomorrow, _DAYS)
    found = house.read_now(lambda transaction: availability(transaction, actor, query))
    assert not isinstance(found, Refusal)
    slots = (slot.starts_at.isoformat() for day in found.days for slot in day.slots)
    return [Choice(service.id, starts_at) for starts_at in islice(slots, most)]


def plan_of(house: House, *, tries: int = 4, crowd: int = 1) -> Plan:
    """Fifty slots of one official, wanted by all; some of them want a longer one, or their neighbour."""
    audience = choices(house, _AUDIENCE, SLOTS)
    assert len(audience) == SLOTS
    # the same five days, by half as many long slots; the hall's are the ones that cost a kiosk as well
    return Plan(
        slots=(*audience, *choices(house, _LONG, SLOTS // 2), *choices(house, _GROUP, SLOTS // 2)),
        tries=tries,
        crowd=crowd,
    )


def planned(settings: Spoken, clock: Clock | None = None) -> Plan:
    """The plan for a store that no server has open."""
    plans: list[Plan] = []
    opened(settings, lambda house: plans.append(plan_of(house)), clock)
    return plans[0]


async def storm_inside(house: House, seed: int, *, bookers: int = BOOKERS, tries: int = 4, crowd: int = 1) -> History:
    """Five hundred at once, through the gate of an open house."""
    return await Storm(Inside(house, REGION), plan_of(house, tries=tries, crowd=crowd), seed).rage(bookers)


async def storm_on(port: int, plan: Plan, seed: int, *, bookers: int = BOOKERS) -> History:
    """The same over HTTP."""
    wire = Wire(port, REGION)
    try:
        return await Storm(wire, plan, seed).rage(bookers)
    finally:
        await wire.close()


async def storm_through(
    port: int, plan: Plan, seed: int, deaths: list[Callable[[], None]], *, bookers: int, apart: int = 12
) -> History:
    """A storm that goes on while somebody dies again and again, and comes back.

    Args:
        port: of the server.
        plan: what bookers want; they do not go home.
        seed: of everybody's chance.
        deaths: each kills, and returns once what it killed is started again.
        bookers: how many.
        apart: how many bookings are acknowledged between two deaths, at the most.
    """
    chance = random.Random(seed)  # noqa: S311 - a storm wants repeatable chance
    wire = Wire(port, REGION)
    storm = Storm(wire, replace(plan, tries=0, cancels=0.9), seed)
    raging = asyncio.create_task(storm.rage(bookers))
    try:
        for death in deaths:
            await asyncio.wait_for(storm.until_booked(storm.booked + chance.randrange(1, apart)), _STALLED_S)
            await asyncio.sleep(chance.random() * _AFTERWARDS_S)  # at no moment in particular
            await asyncio.to_thread(death)
        await asyncio.wait_for(storm.until_booked(storm.booked + apart), _STALLED_S)  # it serves after the last, too
        storm.ending = True
        return await asyncio.wait_for(raging, _STALLED_S)
    finally:
        raging.cancel()
        await wire.close()
