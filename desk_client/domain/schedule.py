"""When an office, or one of its services, receives: weekly and seasonal hours, pauses, holidays, closures, openings.

The rules are the domain's "Work week" and "Time": wall time belongs to the office's zone, every result is in UTC, and
the administrator's own entries win over everything that is computed. From weak to strong: weekly hours, the season that
replaces them, a computed holiday, a working day of the administrator's, a holiday of theirs, pauses and closures,
openings.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

from desk_client.domain.intervals import Interval, clipped, difference, intersection, union


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

    def on(self, day: date, zone: ZoneInfo) -> Interval | None:
        """These hours on one day, in UTC; None where the clocks jump over all of them."""
        last_day = day + timedelta(days=1) if self.closes == time(0) else day
        starts_at = datetime.combine(day, self.opens, zone).astimezone(UTC)
        ends_at = datetime.combine(last_day, self.closes, zone).astimezone(UTC)
        return Interval(starts_at, ends_at) if starts_at < ends_at else None


@dataclass(frozen=True, slots=True)
class WeeklyHours:
    """Hours that return every week on one day."""

    weekday: Weekday
    hours: DayHours


@dataclass(frozen=True, slots=True)
class Season:
    """Days on which other weekly hours count, such as Ramadan's; without hours, nobody is received all season.

    Attributes:
        name: what the administrator calls it.
        first: its first day, Gregorian; a season of the Hijri year is turned into days at the edge.
        last: its last day, which belongs to it.
        weekly: the hours that replace the usual ones.
    """

    name: str
    first: date
    last: date
    weekly: tuple[WeeklyHours, ...]

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a season ends before it begins: {self.first} … {self.last}")


@dataclass(frozen=True, slots=True)
class Pause:
    """A stretch taken out of the day, such as a prayer's, in wall time.

    Attributes:
        hours: when.
        weekdays: the days of the week on which it counts; None for all.
        first: the first day on which it counts; None from the beginning. Prayer times move with the sun, so an
            administrator may give a pause per week or month.
        last: the last day on which it counts; None without end.
    """

    hours: DayHours
    weekdays: frozenset[Weekday] | None = None
    first: date | None = None
    last: date | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.last < self.first:
            raise ValueError(f"a pause ends before it begins: {self.first} … {self.last}")

    def counts_on(self, day: date) -> bool:
        """Whether it is taken out of this day."""
        return (
            (self.weekdays is None or day.weekday() in self.weekdays)
            and (self.first is None or self.first <= day)
            and (self.last is None or day <= self.last)
        )


@dataclass(frozen=True, slots=True)
class ServiceHours:
    """How a service narrows its office's hours; it never opens an office that is closed.

    Attributes:
        weekly: when the service is received; empty for all the hours of its office.
        seasons: replace `weekly` on their days.
        closures: stretches in which the service is not received.
        openings: stretches in which it is received outside its own hours, as far as the office is open.
    """

    weekly: tuple[WeeklyHours, ...] = ()
    seasons: tuple[Season, ...] = ()
    closures: tuple[Interval, ...] = ()
    openings: tuple[Interval, ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """Everything that says when an office is open.

    Attributes:
        zone: IANA name of the office's zone, for example Asia/Riyadh.
        weekly: hours by weekday.
        pauses: taken out of the days on which they count (prayer times), in wall time.
        holidays: computed days on which the weekly hours do not count.
        closures: stretches taken out of the weekly hours.
        openings: extra stretches; they count on any day and at any hour, over all of the above.
        seasons: other weekly hours for some days; of two that overlap, the later in the tuple counts.
        own_holidays: the administrator's holidays; they count in addition to the computed ones.
        working_days: days on which a computed holiday does not count after all. A day that is also one of
            `own_holidays` is a holiday.
        service: how one service narrows all this; None for the office as such.
    """

    zone: str
    weekly: tuple[WeeklyHours, ...]
    pauses: tuple[Pause, ...] = ()
    holidays: frozenset[date] = frozenset()
    closures: tuple[Interval, ...] = ()
    openings: tuple[Interval, ...] = ()
    seasons: tuple[Season, ...] = ()
    own_holidays: frozenset[date] = frozenset()
    working_days: frozenset[date] = frozenset()
    service: ServiceHours | None = None

    def is_holiday(self, day: date) -> bool:
        """Whether the weekly hours do not count on this day; the administrator's calendar wins both ways."""
        return day in self.own_holidays or (day in self.holidays and day not in self.working_days)


def day_window(day: date, zone: ZoneInfo) -> Interval:
    """One day of the zone, from midnight to midnight, in UTC."""
    return Interval(
        datetime.combine(day, time(0), zone).astimezone(UTC),
        datetime.combine(day + timedelta(days=1), time(0), zone).astimezone(UTC),
    )


def open_intervals(schedule: Schedule, window: Interval) -> tuple[Interval, ...]:
    """When the office, or the service that the schedule names, is open within the window, in UTC and in order."""
    zone = ZoneInfo(schedule.zone)
    days = tuple(_days(window, zone))
    working = (day for day in days if not schedule.is_holiday(day))
    regular = _weekly_on(working, schedule.weekly, schedule.seasons, zone)
    pauses = [
        hours
        for day in days
        for pause in schedule.pauses
        if pause.counts_on(day) and (hours := pause.hours.on(day, zone)) is not None
    ]
    of_office = union((*difference(regular, (*pauses, *schedule.closures)), *schedule.openings))
    if schedule.service is None:
        return clipped(of_office, window)
    return clipped(intersection(of_office, _received(schedule.service, days, zone)), window)


def open_on(schedule: Schedule, day: date) -> tuple[Interval, ...]:
    """When it is open on one day of its zone; what lasts beyond midnight is cut there."""
    return open_intervals(schedule, day_window(day, ZoneInfo(schedule.zone)))


def _received(service: ServiceHours, days: tuple[date, ...], zone: ZoneInfo) -> tuple[Interval, ...]:
    """When the service is received on these days, were its office always open."""
    own = list(_weekly_on(days, service.weekly, service.seasons, zone))
    if not service.weekly:
        own += [day_window(day, zone) for day in days if _season_on(day, service.seasons) is None]
    return union((*difference(own, service.closures), *service.openings))


def _weekly_on(
    days: Iterable[date], weekly: tuple[WeeklyHours, ...], seasons: tuple[Season, ...], zone: ZoneInfo
) -> Iterator[Interval]:
    for day in days:
        season = _season_on(day, seasons)
        for entry in weekly if season is None else season.weekly:
            if entry.weekday == day.weekday() and (hours := entry.hours.on(day, zone)) is not None:
                yield hours


def _season_on(day: date, seasons: tuple[Season, ...]) -> Season | None:
    return next((season for season in reversed(seasons) if season.first <= day <= season.last), None)


def _days(window: Interval, zone: ZoneInfo) -> Iterator[date]:
    day = window.starts_at.astimezone(zone).date()
    last = window.ends_at.astimezone(zone).date()
    while day <= last:
        yield day
        day += timedelta(days=1)
