from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.intervals import Interval, clipped, difference, intersection, union
from desk_client.domain.schedule import DayHours, Pause, Schedule, Weekday, WeeklyHours, open_intervals
from desk_client.domain.slots import QUANTUM, SlotRule, free_slots, is_offered, next_mark, quanta, quantum_of

SUNDAY = date(2026, 11, 22)
MORNING = DayHours(time(9), time(12))
WEEK = tuple(
    WeeklyHours(day, MORNING)
    for day in (Weekday.SUNDAY, Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY)
)
RULE = SlotRule(timedelta(minutes=20), timedelta(minutes=10), timedelta(), timedelta(days=28))


def riyadh(day: date, hour: int, minute: int = 0) -> datetime:
    """Riyadh is three hours ahead of UTC, all year."""
    return datetime.combine(day, time(hour, minute), UTC) - timedelta(hours=3)


def days(first: date, count: int) -> Interval:
    return Interval(riyadh(first, 0), riyadh(first, 0) + timedelta(days=count))


def test_weekly_hours_are_wall_time_of_the_zone() -> None:
    schedule = Schedule("Asia/Riyadh", WEEK)
    assert open_intervals(schedule, days(SUNDAY, 1)) == (Interval(riyadh(SUNDAY, 9), riyadh(SUNDAY, 12)),)


def test_friday_and_saturday_are_closed() -> None:
    friday = SUNDAY + timedelta(days=5)
    assert open_intervals(Schedule("Asia/Riyadh", WEEK), days(friday, 2)) == ()


def test_pauses_holidays_and_closures_take_time_away() -> None:
    monday = SUNDAY + timedelta(days=1)
    schedule = Schedule(
        "Asia/Riyadh",
        WEEK,
        pauses=(Pause(DayHours(time(10), time(10, 30))),),
        holidays=frozenset({monday}),
        closures=(Interval(riyadh(SUNDAY, 11), riyadh(SUNDAY, 14)),),
    )
    assert open_intervals(schedule, days(SUNDAY, 2)) == (
        Interval(riyadh(SUNDAY, 9), riyadh(SUNDAY, 10)),
        Interval(riyadh(SUNDAY, 10, 30), riyadh(SUNDAY, 11)),
    )


def test_an_opening_counts_over_holidays_pauses_and_nights() -> None:
    opening = Interval(riyadh(SUNDAY, 23), riyadh(SUNDAY, 23) + timedelta(hours=2))
    schedule = Schedule("Asia/Riyadh", WEEK, holidays=frozenset({SUNDAY}), openings=(opening,))
    assert open_intervals(schedule, days(SUNDAY, 2))[0] == opening


def test_hours_until_midnight_end_with_the_day() -> None:
    schedule = Schedule("Asia/Riyadh", (WeeklyHours(Weekday.SUNDAY, DayHours(time(22), time(0))),))
    (evening,) = open_intervals(schedule, days(SUNDAY, 2))
    assert evening.length == timedelta(hours=2)


def test_hours_that_close_before_they_open_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="close after"):
        DayHours(time(12), time(9))


def test_slots_keep_their_buffer_and_leave_out_what_is_taken() -> None:
    hours = (Interval(riyadh(SUNDAY, 9), riyadh(SUNDAY, 11)),)
    taken = frozenset(quanta(riyadh(SUNDAY, 9, 30), RULE.claimed))
    starts = [slot.starts_at for slot in free_slots(hours, RULE, taken, riyadh(SUNDAY, 8))]
    assert starts == [riyadh(SUNDAY, 9), riyadh(SUNDAY, 10), riyadh(SUNDAY, 10, 30)]


def test_one_taken_quantum_of_the_buffer_takes_the_slot() -> None:
    hours = (Interval(riyadh(SUNDAY, 9), riyadh(SUNDAY, 9, 30)),)
    last = frozenset({quantum_of(riyadh(SUNDAY, 9, 25))})
    assert list(free_slots(hours, RULE, last, riyadh(SUNDAY, 8))) == []


def test_lead_time_and_horizon_bound_what_is_offered() -> None:
    hours = (Interval(riyadh(SUNDAY, 9), riyadh(SUNDAY, 12)),)
    rule = SlotRule(timedelta(minutes=30), timedelta(), timedelta(hours=1), timedelta(hours=2))
    starts = [slot.starts_at for slot in free_slots(hours, rule, frozenset(), riyadh(SUNDAY, 9))]
    assert starts == [riyadh(SUNDAY, 10), riyadh(SUNDAY, 10, 30), riyadh(SUNDAY, 11)]
    assert is_offered(riyadh(SUNDAY, 10), hours, rule, riyadh(SUNDAY, 9))
    assert not is_offered(riyadh(SUNDAY, 10, 5), hours, rule, riyadh(SUNDAY, 9))


@pytest.mark.parametrize(("length", "buffer"), [(0, 0), (7, 0), (10, 3), (10, -5)])
def test_lengths_that_are_no_multiples_of_five_minutes_are_a_mistake(length: int, buffer: int) -> None:
    with pytest.raises(ValueError, match="five minutes"):
        SlotRule(timedelta(minutes=length), timedelta(minutes=buffer), timedelta(), timedelta(days=1))


def test_a_claim_begins_on_a_mark() -> None:
    with pytest.raises(ValueError, match="mark"):
        quanta(riyadh(SUNDAY, 9, 1), timedelta(minutes=10))
    assert next_mark(riyadh(SUNDAY, 9, 1)) == riyadh(SUNDAY, 9, 5)
    assert next_mark(riyadh(SUNDAY, 9, 5)) == riyadh(SUNDAY, 9, 5)


minutes = st.integers(0, 600)
stretches = st.lists(
    st.tuples(minutes, st.integers(1, 120)).map(
        lambda pair: Interval(
            riyadh(SUNDAY, 0) + timedelta(minutes=pair[0]), riyadh(SUNDAY, 0) + timedelta(minutes=sum(pair))
        )
    ),
    max_size=6,
)


def covered(intervals: tuple[Interval, ...] | list[Interval]) -> set[int]:
    start = riyadh(SUNDAY, 0)
    return {
        minute
        for interval in intervals
        for minute in range(
            int((interval.starts_at - start).total_seconds() // 60),
            int((interval.ends_at - start).total_seconds() // 60),
        )
    }


@given(stretches, stretches)
def test_intervals_obey_the_algebra_of_sets(one: list[Interval], other: list[Interval]) -> None:
    window = Interval(riyadh(SUNDAY, 2), riyadh(SUNDAY, 5))
    assert covered(union([*one, *other])) == covered(one) | covered(other)
    assert covered(difference(one, other)) == covered(one) - covered(other)
    assert covered(intersection(one, other)) == covered(one) & covered(other)
    assert intersection(one, other) == union(intersection(one, other))
    assert difference(one, other) == union(difference(one, other))
    assert covered(clipped(union(one), window)) == covered(one) & covered([window])


@given(stretches, st.frozensets(st.integers(0, 200)), st.integers(1, 8), st.integers(0, 3))
def test_free_slots_never_touch_a_claim_nor_each_other(
    hours: list[Interval], taken_after: frozenset[int], length: int, buffer: int
) -> None:
    rule = SlotRule(length * QUANTUM, buffer * QUANTUM, timedelta(), timedelta(days=2))
    base = quantum_of(riyadh(SUNDAY, 0))
    taken = frozenset(base + each for each in taken_after)
    claimed: set[int] = set()
    for slot in free_slots(union(hours), rule, taken, riyadh(SUNDAY, 0)):
        wanted = set(quanta(slot.starts_at, rule.length))
        assert not wanted & taken
        assert not wanted & claimed
        claimed |= wanted
