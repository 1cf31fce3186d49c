"""The whole schema: whoever needs every table imports it from here, so that none is forgotten."""

from desk_client.server.storage.tables import (
    booking,
    bookkeeping,
    calendars,
    halls,
    people,
    recordings,
    region,
    rooms,
    walk_ins,
)
from desk_client.server.storage.tables.base import metadata

__all__ = ["ROOMS", "metadata"]

ROOMS = (region, calendars, people, booking, rooms, recordings, halls, walk_ins, bookkeeping)
"""The modules that hold tables, in the order of what they refer to."""
