"""Events that return (RFC 5545, section 3.3.10), worked out within bounds, whatever a calendar file asks for.

By day, week, month or year: what returns every hour or second blocks nobody's calendar, and is how a file keeps a
program busy for ever. Each rule is walked period by period, and every day that is looked at costs one of those that
whoever asks allows; a rule that never yields a day ends as soon as one that yields many.
"""

import calendar
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from desk_client.domain.schedule import Weekday


class Frequency(StrEnum):
    """How often an event returns; the value is the RFC's own word."""

    DAILY = "DAILY"
    WEEKLY = "WEEKLY"
    MONTHLY = "MONTHLY"
    YEARLY = "YEARLY"


@dataclass(frozen=True, slots=True)
class DayOfWeek:
    """A weekday; with an `ordinal` the n-th of its month or year, counted from the end where it is negative."""

    weekday: Weekday
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A rule by which an event returns.

    Attributes:
        interval: every so many periods.
        count: how often it takes place at most, the first time included; None without end.
        until: the last moment at which it may begin, by the same clock as the event's own beginning.
        months, days, weekdays: BYMONTH, BYMONTHDAY and BYDAY.
        places: BYSETPOS: which of a period's days, counted from the end where negative.
        week_starts: WKST.
    """

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: datetime | None = None
    months: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()
    weekdays: frozenset[DayOfWeek] = frozenset()
    places: frozenset[int] = frozenset()
    week_starts: Weekday = Weekday.MONDAY

    def __post_init__(self) -> None:
        if self.interval < 1:
            raise ValueError("an event returns every period, or every few of them")
        if any(each.ordinal for each in self.weekdays) and self.frequency not in _WITH_ORDINALS:
            raise ValueError("only a month or a year has a second Sunday")
        if self.frequency is Frequency.WEEKLY and self.days:
            raise ValueError("a week has no days of the month (RFC 5545, section 3.3.10)")


class TooManyDaysError(Exception):
    """More would have to be looked through than was allowed."""


@dataclass(slots=True)
class Patience:
    """How many days may still be looked through, over all the rules of a file."""

    days: int

    def spend(self, days: int) -> None:
        """Use some of them up. Raises TooManyDaysError where there are not so many any more."""
        if days > self.days:
            raise TooManyDaysError
        self.days -= days


_LOOKED_AT: Final = {Frequency.DAILY: 1, Frequency.WEEKLY: 7, Frequency.MONTHLY: 31, Frequency.YEARLY: 366}
_WITH_ORDINALS: Final = frozenset({Frequency.MONTHLY, Frequency.YEARLY})
_LAST_YEAR: Final = 2199


def beginnings(rule: Recurrence, first: datetime, beyond: datetime, patience: Patience) -> Iterator[datetime]:
    """When the event begins, from its first time on, before `beyond`; by the wall clock, without an offset.

    The first time is one of them, whether the rule names its day or not. Raises TooManyDaysError.
    """
    told = 1
    if first < beyond and (rule.until is None or first <= rule.until):
        yield first
    for day in _days(rule, first.date(), beyond.date(), patience):
        begins = datetime.combine(day, first.time())
        if begins <= first:
            continue
        over = begins >= beyond or (rule.until is not None and begins > rule.until)
        if over or (rule.count is not None and told >= rule.count):
            return
        told += 1
        yield begins


def _days(rule: Recurrence, first: date, last: date, patience: Patience) -> Iterator[date]:
    """The days of each period in order, the periods one after the other."""
    for period in _periods(rule, first):
        if period > last:
            return
        patience.spend(_LOOKED_AT[rule.frequency])
        days = _of_period(rule, first, period)
        if rule.places:
            size = len(days)
            chosen = {place - 1 if place > 0 else size + place for place in rule.places}
            days = [day for at, day in enumerate(days) if at in chosen]
        yield from days


def _periods(rule: Recurrence, first: date) -> Iterator[date]:
    """The first day of each period that counts; the calendar's own end is theirs as well."""
    match rule.frequency:
        case Frequency.DAILY:
            step, begins = timedelta(days=rule.interval), first
        case Frequency.WEEKLY:
            step = timedelta(weeks=rule.interval)
            begins = first - timedelta(days=(first.weekday() - rule.week_starts) % 7)
        case Frequency.MONTHLY:
            yield from _months(first, rule.interval)
            return
        case Frequency.YEARLY:
            yield from (date(year, 1, 1) for year in range(first.year, _LAST_YEAR + 1, rule.interval))
            return
    last = date(_LAST_YEAR, 12, 31)
    while begins <= last:
        yield begins
        if step > last - begins:
            return
        begins += step


def _months(first: date, interval: int) -> Iterator[date]:
    for number in range(first.year * 12 + first.month - 1, (_LAST_YEAR + 1) * 12, interval):
        yield date(number // 12, number % 12 + 1, 1)


def _of_period(rule: Recurrence, first: date, period: date) -> list[date]:
    match rule.frequency:
        case Frequency.DAILY:
            return [period] if _named(rule, period) else []
        case Frequency.WEEKLY:
            wanted = {each.weekday for each in rule.weekdays} or {Weekday(first.weekday())}
            week = (period + timedelta(days=each) for each in range(7))
            return [day for day in week if day.weekday() in wanted and _in_months(rule, day)]
        case Frequency.MONTHLY:
            return _of_month(rule, first, period.year, period.month) if _in_months(rule, period) else []
        case Frequency.YEARLY:
            return _of_year(rule, first, period.year)


def _of_year(rule: Recurrence, first: date, year: int) -> list[date]:
    if rule.weekdays and not rule.months and not rule.days:
        whole = [date(year, 1, 1) + timedelta(days=each) for each in range(366 if calendar.isleap(year) else 365)]
        return _on_weekdays(rule.weekdays, whole)
    months = sorted(rule.months) or ([*range(1, 13)] if rule.days or rule.weekdays else [first.month])
    return [day for month in months for day in _of_month(rule, first, year, month)]


def _of_month(rule: Recurrence, first: date, year: int, month: int) -> list[date]:
    length = calendar.monthrange(year, month)[1]
    whole = [date(year, month, day) for day in range(1, length + 1)]
    if not rule.days and not rule.weekdays:
        return [day for day in whole if day.day == first.day]  # the 31st of a short month is passed over
    if rule.days:
        whole = [day for day in whole if not rule.days.isdisjoint({day.day, day.day - length - 1})]
    if not rule.weekdays:
        return whole
    if rule.days:
        plain = {each.weekday for each in rule.weekdays}
        return [day for day in whole if day.weekday() in plain]
    return _on_weekdays(rule.weekdays, whole)


def _on_weekdays(wanted: frozenset[DayOfWeek], days: Sequence[date]) -> list[date]:
    """Those of the days of one month or year that fall on the weekdays, or are the n-th of them."""
    chosen: set[date] = set()
    for each in wanted:
        those = [day for day in days if day.weekday() == each.weekday]
        if each.ordinal == 0:
            chosen.update(those)
        elif abs(each.ordinal) <= len(those):
            chosen.add(those[each.ordinal - 1 if each.ordinal > 0 else each.ordinal])
    return sorted(chosen)


def _named(rule: Recurrence, day: date) -> bool:
    """For daily events, whose other parts only narrow them."""
    length = calendar.monthrange(day.year, day.month)[1]
    in_days = not rule.days or not rule.days.isdisjoint({day.day, day.day - length - 1})
    in_week = not rule.weekdays or day.weekday() in {each.weekday for each in rule.weekdays}
    return in_days and in_week and _in_months(rule, day)


def _in_months(rule: Recurrence, day: date) -> bool:
    return not rule.months or day.month in rule.months


__all__ = ["DayOfWeek", "Frequency", "Patience", "Recurrence", "TooManyDaysError", "beginnings"]
