"""Tells those who wait that their turn has moved, where a session overruns or others are quicker."""

from datetime import timedelta
from functools import partial
from typing import Final

from desk_client.server.house import House
from desk_client.server.services.life.queues import remember, tell_moved, unheard

EVERY: Final = timedelta(seconds=30)


def follow_queues(house: House) -> timedelta:
    """One round; returns the pause until the next."""
    fresh, late = house.read_now(unheard)
    if fresh:
        house.write_now(partial(remember, turns=fresh))
    for turn, before in late:
        house.write_now(partial(tell_moved, turn=turn, before=before))
    return EVERY
