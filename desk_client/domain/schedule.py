"""When an office receives: weekly hours in its own zone, pauses, holidays, closures and extra openings.

The rules are the domain's "Work week" and "Time": wall time belongs to the office's zone, every result is in UTC, and
the administrator's own entries win over everything that is computed.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

from desk_client.domain.intervals import Interval, clipped, difference, union


class Weekday(IntEnum):
    """Days of the week, numbered as `date.weekday()` numbers them."""

    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6


@dataclass(frozen=True, slots=True)
class DayHours:
    """A stretch of one day in wall time; a `closes` of 00:00 means the day's end."""

    opens: time
    closes: time

    def __post_init__(self) -> None:
        if self.closes != time(0) and self.closes <= self.opens:
            raise ValueError(f"hours close after they open: {self.opens:%H:%M}-{self.closes:%H:%M}")

    def on(self, day: date, zone: ZoneInfo) -> Interval:
        """These hours on one day, in UTC."""
        last_day = day + timedelta(days=1) if self.closes == time(0) else day
        return Interval(
            datetime.combine(day, self.opens, zone).astimezone(UTC),
            datetime.combine(last_day, self.closes, zone).astimezone(UTC),
        )


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """Hours that return every week on one day."""

    weekday: Weekday
    hours: DayHours


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything that says when an office is open.

    Attributes:
        zone: IANA name of the office's zone, for example Asia/Riyadh.
        weekly: hours by weekday.
        pauses: taken out of every day (prayer times), in wall time.
        holidays: days on which the weekly hours do not count.
        closures: stretches taken out of the weekly hours.
        openings: extra stretches; they count on any day and at any hour, over all of the above.
    """

    zone: str
    weekly: tuple[WeeklyHours, ...]
    pauses: tuple[DayHours, ...] = ()
    holidays: frozenset[date] = frozenset()
    closures: tuple[Interval, ...] = ()
    openings: tuple[Interval, ...] = ()


def open_intervals(schedule: Schedule, window: Interval) -> tuple[Interval, ...]:
    """When the office is open within the window, in UTC and in order."""
    zone = ZoneInfo(schedule.zone)
    regular = [
        entry.hours.on(day, zone)
        for day in _days(window, zone, schedule.holidays)
        for entry in schedule.weekly
        if entry.weekday == day.weekday()
    ]
    pauses = [pause.on(day, zone) for day in _days(window, zone, frozenset()) for pause in schedule.pauses]
    open_regularly = difference(regular, (*pauses, *schedule.closures))
    return clipped(union((*open_regularly, *schedule.openings)), window)


def _days(window: Interval, zone: ZoneInfo, left_out: AbstractSet[date]) -> Iterator[date]:
    day = window.starts_at.astimezone(zone).date()
    last = window.ends_at.astimezone(zone).date()
    while day <= last:
        if day not in left_out:
            yield day
        day += timedelta(days=1)
