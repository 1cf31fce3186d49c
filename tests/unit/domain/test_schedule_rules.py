from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.intervals import Interval, clipped, intersection
from desk_client.domain.schedule import (
    DayHours,
    Pause,
    Schedule,
    Season,
    ServiceHours,
    Weekday,
    WeeklyHours,
    day_window,
    open_intervals,
    open_on,
)

SUNDAY = date(2026, 11, 22)
MONDAY = SUNDAY + timedelta(days=1)
WORK_WEEK = (Weekday.SUNDAY, Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY)


def riyadh(day: date, hour: int, minute: int = 0) -> datetime:
    """Riyadh is three hours ahead of UTC, all year."""
    return datetime.combine(day, time(hour, minute), UTC) - timedelta(hours=3)


def stretch(day: date, opens: int, closes: int) -> Interval:
    return Interval(riyadh(day, opens), riyadh(day, closes))


def weekly(opens: int, closes: int, days: tuple[Weekday, ...] = WORK_WEEK) -> tuple[WeeklyHours, ...]:
    return tuple(WeeklyHours(day, DayHours(time(opens), time(closes))) for day in days)


def schedule(**rules: object) -> Schedule:
    return Schedule("Asia/Riyadh", weekly(8, 14), **rules)  # type: ignore[arg-type] # each test names fields of its own


def test_a_season_replaces_the_weekly_hours_on_its_days_only() -> None:
    ramadan = Season("Ramadan", MONDAY, MONDAY + timedelta(days=1), weekly(10, 13))
    office = schedule(seasons=(ramadan,))
    assert open_on(office, SUNDAY) == (stretch(SUNDAY, 8, 14),)
    assert open_on(office, ramadan.first) == (stretch(ramadan.first, 10, 13),)
    assert open_on(office, ramadan.last) == (stretch(ramadan.last, 10, 13),)
    after = ramadan.last + timedelta(days=1)
    assert open_on(office, after) == (stretch(after, 8, 14),)


def test_of_two_seasons_the_later_entry_counts_and_one_without_hours_closes() -> None:
    month = Season("Ramadan", SUNDAY, SUNDAY + timedelta(days=29), weekly(10, 13))
    last_days = Season("its last ten days", MONDAY, MONDAY, ())
    assert open_on(schedule(seasons=(month, last_days)), MONDAY) == ()
    assert open_on(schedule(seasons=(last_days, month)), MONDAY) == (stretch(MONDAY, 10, 13),)


def test_a_season_or_a_pause_that_ends_before_it_begins_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="ends before"):
        Season("Ramadan", MONDAY, SUNDAY, ())
    with pytest.raises(ValueError, match="ends before"):
        Pause(DayHours(time(12), time(13)), first=MONDAY, last=SUNDAY)


@pytest.mark.parametrize(
    ("pause", "days"),
    [
        (Pause(DayHours(time(12), time(13))), {0, 1, 2}),
        (Pause(DayHours(time(12), time(13)), frozenset({Weekday.MONDAY})), {1}),
        (Pause(DayHours(time(12), time(13)), first=MONDAY), {1, 2}),
        (Pause(DayHours(time(12), time(13)), last=MONDAY), {0, 1}),
    ],
)
def test_a_pause_counts_on_its_weekdays_and_between_its_days(pause: Pause, days: set[int]) -> None:
    office = schedule(pauses=(pause,))
    for count in range(3):
        day = SUNDAY + timedelta(days=count)
        whole = (stretch(day, 8, 14),)
        assert open_on(office, day) == ((stretch(day, 8, 12), stretch(day, 13, 14)) if count in days else whole)


def test_the_administrators_calendar_wins_both_ways() -> None:
    computed = frozenset({SUNDAY, MONDAY})
    office = schedule(
        holidays=computed, working_days=frozenset({MONDAY}), own_holidays=frozenset({MONDAY + timedelta(days=1)})
    )
    assert open_on(office, SUNDAY) == ()
    assert open_on(office, MONDAY) == (stretch(MONDAY, 8, 14),)
    assert open_on(office, MONDAY + timedelta(days=1)) == ()
    assert schedule(own_holidays=computed, working_days=computed).is_holiday(MONDAY)


def test_a_closure_wins_over_a_working_day_and_an_opening_over_a_closure() -> None:
    office = schedule(
        holidays=frozenset({SUNDAY}),
        working_days=frozenset({SUNDAY}),
        closures=(stretch(SUNDAY, 8, 14),),
        openings=(stretch(SUNDAY, 9, 10),),
        pauses=(Pause(DayHours(time(9), time(10))),),
    )
    assert open_on(office, SUNDAY) == (stretch(SUNDAY, 9, 10),)


def test_a_service_narrows_its_office() -> None:
    office = schedule(
        pauses=(Pause(DayHours(time(9), time(10))),),
        service=ServiceHours(weekly(7, 11, (Weekday.SUNDAY,)), openings=(stretch(MONDAY, 13, 15),)),
    )
    assert open_on(office, SUNDAY) == (stretch(SUNDAY, 8, 9), stretch(SUNDAY, 10, 11))
    assert open_on(office, MONDAY) == (stretch(MONDAY, 13, 14),), "its opening does not open the office"


def test_a_service_without_hours_of_its_own_has_its_offices_but_for_its_seasons_and_closures() -> None:
    office = schedule(
        service=ServiceHours(
            seasons=(Season("Ramadan", MONDAY, MONDAY, weekly(10, 11)),), closures=(stretch(SUNDAY, 8, 13),)
        )
    )
    assert open_on(office, SUNDAY) == (stretch(SUNDAY, 13, 14),)
    assert open_on(office, MONDAY) == (stretch(MONDAY, 10, 11),)
    assert open_on(office, MONDAY + timedelta(days=1)) == (stretch(MONDAY + timedelta(days=1), 8, 14),)


def test_hours_that_the_clocks_jump_over_are_not_there() -> None:
    spring = date(2026, 3, 29)
    night = Schedule("Europe/Berlin", (WeeklyHours(Weekday.SUNDAY, DayHours(time(2), time(3))),))
    assert open_on(night, spring) == ()
    assert day_window(spring, ZoneInfo("Europe/Berlin")).length == timedelta(hours=23)


hours_of_day = st.tuples(st.integers(0, 22), st.integers(1, 23)).filter(lambda pair: pair[0] < pair[1])
weeks = st.lists(st.tuples(st.sampled_from(Weekday), hours_of_day), max_size=4).map(
    lambda entries: tuple(WeeklyHours(day, DayHours(time(a), time(b))) for day, (a, b) in entries)
)
stretches = st.lists(st.tuples(st.integers(0, 6), hours_of_day), max_size=3).map(
    lambda entries: tuple(stretch(SUNDAY + timedelta(days=count), a, b) for count, (a, b) in entries)
)


@given(weeks, weeks, stretches, stretches, stretches)
def test_a_service_is_never_open_when_its_office_is_not(
    of_office: tuple[WeeklyHours, ...],
    of_service: tuple[WeeklyHours, ...],
    openings: tuple[Interval, ...],
    closures: tuple[Interval, ...],
    service_openings: tuple[Interval, ...],
) -> None:
    week = Interval(riyadh(SUNDAY, 0), riyadh(SUNDAY, 0) + timedelta(days=7))
    alone = Schedule("Asia/Riyadh", of_office, openings=openings)
    narrowed = Schedule(
        "Asia/Riyadh",
        of_office,
        openings=openings,
        service=ServiceHours(of_service, closures=closures, openings=service_openings),
    )
    whole, part = open_intervals(alone, week), open_intervals(narrowed, week)
    assert intersection(whole, part) == part
    days = tuple(open_on(narrowed, SUNDAY + timedelta(days=count)) for count in range(7))
    assert [piece for day in days for piece in day] == [
        piece
        for count in range(7)
        for piece in clipped(part, day_window(SUNDAY + timedelta(days=count), ZoneInfo("Asia/Riyadh")))
    ]
