"""Events that return, against an independent implementation of the same section of the RFC, and against malice."""

from datetime import datetime, timedelta
from itertools import islice, takewhile

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]  # icalendar brings it along, without types
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.domain.recurrence import (
    DayOfWeek,
    Frequency,
    Patience,
    Recurrence,
    TooManyDaysError,
    beginnings,
)
from desk_client.domain.schedule import Weekday

NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
FIRST = datetime(2026, 1, 6, 9, 30)  # noqa: DTZ001 - by the clock on the wall
BEYOND = FIRST + timedelta(days=900)


def texts(rule: Recurrence) -> str:
    """The rule as a calendar file has it."""
    parts = [f"FREQ={rule.frequency}", f"INTERVAL={rule.interval}", f"WKST={NAMES[rule.week_starts]}"]
    for name, values in (("BYMONTH", rule.months), ("BYMONTHDAY", rule.days), ("BYSETPOS", rule.places)):
        if values:
            parts.append(f"{name}={','.join(str(each) for each in sorted(values))}")
    if rule.weekdays:
        parts.append("BYDAY=" + ",".join(f"{each.ordinal or ''}{NAMES[each.weekday]}" for each in rule.weekdays))
    if rule.count is not None:
        parts.append(f"COUNT={rule.count}")
    return ";".join(parts)


@st.composite
def rules(draw: st.DrawFn) -> Recurrence:
    """Rules as calendar programs make them."""
    frequency = draw(st.sampled_from(list(Frequency)))
    in_month = frequency in {Frequency.MONTHLY, Frequency.YEARLY}
    days: frozenset[int] = frozenset()
    if frequency is not Frequency.WEEKLY:
        days = draw(st.frozensets(st.sampled_from([1, 2, 13, 28, 30, 31, -1, -2]), max_size=3))
    ordinals = [1, 2, -1] if in_month and not days and draw(st.booleans()) else [0]
    weekdays = draw(
        st.frozensets(st.builds(DayOfWeek, st.sampled_from(list(Weekday)), st.sampled_from(ordinals)), max_size=3)
    )
    places = st.frozensets(st.sampled_from([1, 2, -1]), max_size=2) if in_month else st.just(frozenset())
    return Recurrence(
        frequency,
        interval=draw(st.integers(1, 4)),
        count=draw(st.none() | st.integers(1, 12)),
        months=draw(st.frozensets(st.integers(1, 12), max_size=3)),
        days=days,
        weekdays=weekdays,
        places=draw(places),
        week_starts=draw(st.sampled_from(list(Weekday))),
    )


@settings(max_examples=150, deadline=None)
@given(rules())
def test_it_is_what_another_program_makes_of_the_rule(rule: Recurrence) -> None:
    mine = list(beginnings(rule, FIRST, BEYOND, Patience(1_000_000)))
    if len(mine) < 3:
        return  # the other one looks for a day that may never come, until the end of its calendar
    one_more = islice(rrulestr(texts(rule), dtstart=FIRST), len(mine) + 1)
    theirs = list(takewhile(lambda each: each < BEYOND, one_more))
    if theirs[0] != FIRST:  # the first time counts, whether the rule names its day or not (RFC 5545, section 3.8.5.3)
        theirs = [FIRST, *theirs][: rule.count]
    assert mine == theirs[: len(mine)]
    assert len(theirs) <= len(mine) or rule.count is not None or theirs[len(mine) - 1] == mine[-1]


def test_it_ends_at_its_last_moment() -> None:
    until = FIRST + timedelta(days=2)
    assert len(list(beginnings(Recurrence(Frequency.DAILY, until=until), FIRST, BEYOND, Patience(100)))) == 3
    assert list(beginnings(Recurrence(Frequency.DAILY, until=FIRST - timedelta(1)), FIRST, BEYOND, Patience(9))) == []


@pytest.mark.parametrize(
    "rule",
    [
        Recurrence(Frequency.DAILY),
        Recurrence(Frequency.DAILY, months=frozenset({2}), days=frozenset({30})),
        Recurrence(Frequency.YEARLY, weekdays=frozenset({DayOfWeek(Weekday.MONDAY, 300)})),
    ],
)
def test_what_would_go_on_for_ever_ends_with_the_patience_of_whoever_asks(rule: Recurrence) -> None:
    long_ago = datetime(1900, 1, 1)  # noqa: DTZ001 - by the clock on the wall
    patience = Patience(20_000)
    with pytest.raises(TooManyDaysError):
        list(beginnings(rule, long_ago, BEYOND, patience))
    assert patience.days >= 0


def test_what_is_no_rule_is_none() -> None:
    with pytest.raises(ValueError, match="every period"):
        Recurrence(Frequency.DAILY, interval=0)
    with pytest.raises(ValueError, match="second Sunday"):
        Recurrence(Frequency.WEEKLY, weekdays=frozenset({DayOfWeek(Weekday.SUNDAY, 2)}))
    with pytest.raises(ValueError, match="days of the month"):
        Recurrence(Frequency.WEEKLY, days=frozenset({3}))
