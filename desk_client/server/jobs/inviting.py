"""Sends a link to whoever joins from a browser, when check-in opens, or at once where it is open already."""

from datetime import timedelta
from functools import partial
from typing import Final

from desk_client.server.house import House
from desk_client.server.services.life import guests

EVERY: Final = timedelta(seconds=20)


def invite_guests(house: House) -> timedelta:
    """One round; returns the pause until the next."""
    while ids := house.read_now(guests.due):
        if house.write_now(partial(guests.invite_due, ids=ids)) == 0:
            break  # others are at it; the next round looks again
    return EVERY
