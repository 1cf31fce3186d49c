"""When somebody is busy, read from a calendar file of whatever program; nothing else of it is kept.

What counts as busy: events that are neither cancelled nor marked as free (TRANSP, and Outlook's own mark), and lists of
busy times. An event without a zone, and a whole day, are those of the office's own zone; one in a zone that neither the
file nor anybody else describes is not understood.

The file is somebody else's: however it is made, it costs no more than `_MOST_COMPONENTS` and `_MOST_DAYS` say. One
event that cannot be read is counted and passed over; a file of which nothing can be read is refused.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final, TypeAlias
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, FreeBusy

from desk_client.domain.intervals import Interval, clipped, union
from desk_client.domain.recurrence import (
    DayOfWeek,
    Frequency,
    Patience,
    Recurrence,
    TooManyDaysError,
    beginnings,
)
from desk_client.domain.schedule import Weekday

_Component: TypeAlias = Any
"""A dictionary of properties, each of one of thirty types, or a list of these."""

_MOST_COMPONENTS: Final = 3_000
_MOST_DAYS: Final = 100_000
"""How many days all the rules of a file may look at: two hundred weekly events of a year need half."""
_MOST_STRETCHES: Final = 2_000
_LONGEST: Final = timedelta(days=366)
_WEEKDAYS: Final = {name: Weekday(at) for at, name in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))}
_RULE_PARTS: Final = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "WKST"}
)
_FREE: Final = {
    "STATUS": {"CANCELLED"},
    "TRANSP": {"TRANSPARENT"},
    "X-MICROSOFT-CDO-BUSYSTATUS": {"FREE", "WORKINGELSEWHERE"},
}
"""By which an event says that its owner may be met all the same."""


class NotACalendarError(Exception):
    """The text is no calendar file, or one that asks for more than anybody's calendar does."""


@dataclass(frozen=True, slots=True)
class BusyFile:
    """What was found: apart and in order, in UTC; and how many events were not understood."""

    busy: tuple[Interval, ...]
    not_understood: int


def read_busy(text: str, window: Interval, zone: ZoneInfo) -> BusyFile:
    """When the file's owner is busy within the window. Raises NotACalendarError."""
    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, RecursionError):
        raise NotACalendarError from None
    whole = [
        component for calendar in calendars if calendar.name == "VCALENDAR" for component in calendar.subcomponents
    ]
    if not any(calendar.name == "VCALENDAR" for calendar in calendars) or len(whole) > _MOST_COMPONENTS:
        raise NotACalendarError
    events = [component for component in whole if isinstance(component, Event)]
    found, lost = _of_events(events, window, zone)
    for component in whole:
        if isinstance(component, FreeBusy):
            try:
                found += _of_free_busy(component, zone)
            except _UNREADABLE:
                lost += 1
    if lost and not found and lost == len(events):
        raise NotACalendarError
    busy = union(clipped(found, window))
    if len(busy) > _MOST_STRETCHES:
        raise NotACalendarError
    return BusyFile(busy, lost)


class _UnknownRuleError(ValueError):
    """A rule that is not worked out here."""


class _UnknownZoneError(ValueError):
    """A zone that is named and nowhere described: by whose clock it is meant cannot be told."""


_UNREADABLE: Final = (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError)
"""What a broken property makes of whoever reads it: a date that is none, a value of another type, a year beyond all."""


def _of_events(events: Sequence[_Component], window: Interval, zone: ZoneInfo) -> tuple[list[Interval], int]:
    """The events, each return of one that was moved put in the place of the original (RECURRENCE-ID)."""
    moved: dict[str, set[datetime]] = defaultdict(set)
    found: list[Interval] = []
    lost = 0
    patience = Patience(_MOST_DAYS)
    for event in events:
        try:
            if "RECURRENCE-ID" in event:
                moved[str(event.get("UID"))].add(_moment(event["RECURRENCE-ID"].dt, zone))
        except _UNREADABLE:
            lost += 1
    for event in events:
        if _is_free(event):
            continue
        try:
            replaced = set() if "RECURRENCE-ID" in event else moved[str(event.get("UID"))]
            found += _of_event(event, replaced, window, zone, patience)
        except TooManyDaysError:
            raise NotACalendarError from None
        except _UNREADABLE:
            lost += 1
    return found, lost


def _is_free(event: _Component) -> bool:
    return any(str(event.get(name, "")).upper() in values for name, values in _FREE.items())


def _of_event(
    event: _Component, replaced: set[datetime], window: Interval, zone: ZoneInfo, patience: Patience
) -> Iterator[Interval]:
    _refuse_unknown_zones(event)
    starts = event["DTSTART"].dt
    length = _length(event, starts)
    if length <= timedelta():
        return
    own_zone = starts.tzinfo if isinstance(starts, datetime) and starts.tzinfo is not None else zone
    first = _wall(starts)
    beyond = window.ends_at.astimezone(own_zone).replace(tzinfo=None)
    without = replaced | {_moment(each, zone) for each in _dates(event.get("EXDATE"))}
    walls: Iterable[datetime] = (first,)
    if "RRULE" in event:
        rules = event["RRULE"] if isinstance(event["RRULE"], list) else [event["RRULE"]]
        since = window.starts_at.astimezone(own_zone).replace(tzinfo=None) - length - timedelta(days=1)
        walls = {
            each
            for rule in rules
            for each in beginnings(_rule(rule, own_zone), first, beyond, patience)
            if each > since
        }
    begins = {wall.replace(tzinfo=own_zone).astimezone(UTC) for wall in walls}
    begins |= {_moment(each, zone) for each in _dates(event.get("RDATE"))}
    for each in sorted(begins - without):
        stretch = Interval(each, _end(each, length, own_zone))
        if stretch.overlaps(window):
            yield stretch


def _refuse_unknown_zones(event: _Component) -> None:
    for name in ("DTSTART", "DTEND", "EXDATE", "RDATE", "RECURRENCE-ID"):
        said = event.get(name, [])
        for each in said if isinstance(said, list) else [said]:
            moments = list(_dates(each)) if name in {"EXDATE", "RDATE"} else [each.dt]
            if "TZID" in each.params and any(isinstance(one, datetime) and one.tzinfo is None for one in moments):
                raise _UnknownZoneError


def _end(starts_at: datetime, length: timedelta, zone: Any) -> datetime:  # icalendar's zones are of several types
    """By the clock on the wall where it lasts for whole days (RFC 5545, section 3.3.6)."""
    if length % timedelta(days=1):
        return starts_at + length
    wall = starts_at.astimezone(zone).replace(tzinfo=None) + length
    return wall.replace(tzinfo=zone).astimezone(UTC)


def _length(event: _Component, starts: date) -> timedelta:
    length = timedelta() if isinstance(starts, datetime) else timedelta(days=1)
    if "DTEND" in event:
        ends = event["DTEND"].dt
        both = isinstance(starts, datetime) and isinstance(ends, datetime) and starts.tzinfo and ends.tzinfo
        length = ends - starts if both else _wall(ends) - _wall(starts)
    elif "DURATION" in event:
        length = event["DURATION"].dt
    if length > _LONGEST:
        raise ValueError("an event lasts for a year at most")
    return length


def _rule(said: Any, zone: Any) -> Recurrence:  # a `vRecur` is a dictionary of lists of any kind
    """Raises _UnknownRuleError for what no calendar program offers: by the hour, by the number of the week."""
    parts = {str(name).upper(): values if isinstance(values, list) else [values] for name, values in said.items()}
    if not set(parts) <= _RULE_PARTS:
        raise _UnknownRuleError
    until: Any = next(iter(parts.get("UNTIL", ())), None)
    if isinstance(until, datetime):
        until = until if until.tzinfo is None else until.astimezone(zone).replace(tzinfo=None)
    elif until is not None:
        until = datetime.combine(until, time.max)
    return Recurrence(
        Frequency(str(parts["FREQ"][0]).upper()),
        interval=int(parts.get("INTERVAL", [1])[0]),
        count=int(parts["COUNT"][0]) if "COUNT" in parts else None,
        until=until,
        months=frozenset(int(each) for each in parts.get("BYMONTH", ())),
        days=frozenset(int(each) for each in parts.get("BYMONTHDAY", ())),
        weekdays=frozenset(_day_of_week(str(each)) for each in parts.get("BYDAY", ())),
        places=frozenset(int(each) for each in parts.get("BYSETPOS", ())),
        week_starts=_WEEKDAYS[str(parts.get("WKST", ["MO"])[0]).upper()],
    )


def _day_of_week(said: str) -> DayOfWeek:
    return DayOfWeek(_WEEKDAYS[said[-2:].upper()], int(said[:-2] or 0))


def _dates(said: Any) -> Iterator[date]:  # one property, or a list of those, each with several values
    for each in said if isinstance(said, list) else [] if said is None else [said]:
        for value in each.dts:
            yield value.dt[0] if isinstance(value.dt, tuple) else value.dt


def _of_free_busy(component: _Component, zone: ZoneInfo) -> list[Interval]:
    said = component.get("FREEBUSY")
    found: list[Interval] = []
    for period in said if isinstance(said, list) else [] if said is None else [said]:
        if str(period.params.get("FBTYPE", "BUSY")).upper() == "FREE":
            continue
        starts, ends = period.start, period.end
        if _moment(starts, zone) < _moment(ends, zone):
            found.append(Interval(_moment(starts, zone), _moment(ends, zone)))
    return found


def _wall(said: date) -> datetime:
    """What the clock on the wall shows; a day begins at midnight."""
    return said.replace(tzinfo=None) if isinstance(said, datetime) else datetime.combine(said, time(0))


def _moment(said: date, zone: ZoneInfo) -> datetime:
    if isinstance(said, datetime) and said.tzinfo is not None:
        return said.astimezone(UTC)
    return _wall(said).replace(tzinfo=zone).astimezone(UTC)
