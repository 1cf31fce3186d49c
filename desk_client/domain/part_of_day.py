"""Morning or afternoon, which is how people say when they have time."""

from datetime import datetime, time
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

NOON: Final = time(12)


class PartOfDay(StrEnum):
    """Half of a day by the clock on the office's wall. The value is the wire code."""

    MORNING = "morning"
    """Before 12:00."""
    AFTERNOON = "afternoon"
    """From 12:00 on."""


def part_of(starts_at: datetime, zone: ZoneInfo) -> PartOfDay:
    """The part of the day in which something begins (domain rule "Time": wall time is the zone's)."""
    return PartOfDay.MORNING if starts_at.astimezone(zone).time() < NOON else PartOfDay.AFTERNOON
