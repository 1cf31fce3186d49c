"""Which day and hour a moment is here: slots carry their own wall time, everything else is Riyadh's.

The server decides every moment (domain.md, "Time"); this only reads them. No zone database is asked: a slot's wall time
beside its instant tells the offset, and Riyadh has none but +3.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone

from desk_client.client.visit import Slot
from desk_client.i18n.dates import clock_time, full_date, time_range
from desk_client.i18n.language import Language

RIYADH = timezone(timedelta(hours=3), "Asia/Riyadh")
_DAY = timedelta(days=1)
_EASTERNMOST = timedelta(hours=14)


@dataclass(frozen=True)
class WallSpan:
    """A slot as the clock and the calendar on the wall show it."""

    day: date
    start: time
    end: time

    def spelled_day(self, language: Language) -> str:
        """Return the day in both calendars."""
        return full_date(self.day, language)

    def spelled_time(self, language: Language) -> str:
        """Return the span of time."""
        return time_range(self.start, self.end, language)


def offset_of(slot: Slot) -> timedelta:
    """Return how far the slot's wall is ahead of UTC: over -10 and up to +14 hours."""
    utc = slot.starts_at.astimezone(UTC)
    wall = datetime.combine(utc.date(), slot.wall_time, UTC)
    ahead = (wall - utc) % _DAY
    return ahead if ahead <= _EASTERNMOST else ahead - _DAY


def wall_span(slot: Slot) -> WallSpan:
    """Return the slot on its own wall."""
    offset = offset_of(slot)
    start = slot.starts_at.astimezone(UTC) + offset
    end = slot.ends_at.astimezone(UTC) + offset
    return WallSpan(start.date(), start.time().replace(tzinfo=None), end.time().replace(tzinfo=None))


def wall_time(moment: datetime, slot: Slot, language: Language) -> str:
    """Return a moment's time of day on the slot's wall: when check-in opens."""
    return clock_time((moment.astimezone(UTC) + offset_of(slot)).time(), language)


def wall_day(moment: datetime, slot: Slot) -> date:
    """Return the day of a moment on the slot's wall."""
    return (moment.astimezone(UTC) + offset_of(slot)).date()


def here(moment: datetime) -> datetime:
    """Return a moment as this hall's clock shows it."""
    return moment.astimezone(RIYADH)
