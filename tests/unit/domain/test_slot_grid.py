from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.intervals import Interval
from desk_client.domain.part_of_day import PartOfDay, part_of
from desk_client.domain.schedule import DayHours, Pause, Schedule, Weekday, WeeklyHours, day_window, open_on
from desk_client.domain.slot_grid import (
    NOTHING,
    bitmap,
    counts,
    cut_out,
    free_seats,
    free_starts,
    in_part,
    is_among,
    is_on_grid,
    moments,
    on_day,
    open_mask,
    places,
    slot_grid,
    slots_of,
    unhindered,
)
from desk_client.domain.slots import QUANTUM, Slot, SlotRule, free_slots, quanta, quantum_of

SUNDAY = date(2026, 11, 22)
MINUTE = timedelta(minutes=1)
WEEK = tuple(
    WeeklyHours(day, DayHours(time(9), time(11)))
    for day in (Weekday.SUNDAY, Weekday.MONDAY, Weekday.TUESDAY, Weekday.WEDNESDAY, Weekday.THURSDAY)
)
OFFICE = Schedule("Asia/Riyadh", WEEK)
RULE = SlotRule(20 * MINUTE, 10 * MINUTE, timedelta(), timedelta(days=28))


def riyadh(day: date, hour: int, minute: int = 0) -> datetime:
    """Riyadh is three hours ahead of UTC, all year."""
    return datetime.combine(day, time(hour, minute), UTC) - timedelta(hours=3)


def test_a_grid_holds_the_days_slots_and_their_numbers() -> None:
    grid = slot_grid(OFFICE, RULE, SUNDAY, 7)
    assert counts(grid, grid.starts) == (4, 4, 4, 4, 4, 0, 0)
    assert list(moments(grid, on_day(grid, grid.starts, SUNDAY))) == [
        riyadh(SUNDAY, 9) + count * 30 * MINUTE for count in range(4)
    ]
    assert on_day(grid, grid.starts, SUNDAY - timedelta(days=1)) == on_day(grid, grid.starts, date(2027, 1, 1)) == 0
    assert is_on_grid(grid, riyadh(SUNDAY, 9, 30))
    assert is_among(grid, grid.starts, riyadh(SUNDAY, 9, 30))
    assert not is_among(grid, grid.starts, riyadh(SUNDAY, 9, 35))
    assert not is_on_grid(grid, riyadh(SUNDAY, 9, 35))
    assert not is_on_grid(grid, riyadh(SUNDAY, 9, 31)), "within a slot's first quantum is not at its start"
    assert not is_on_grid(grid, riyadh(SUNDAY - timedelta(days=1), 9, 30))


def test_what_was_taken_is_not_free() -> None:
    grid = slot_grid(OFFICE, RULE, SUNDAY, 1)
    taken = bitmap(quanta(riyadh(SUNDAY, 9, 30), RULE.claimed), grid.claimed_quanta)
    free = free_starts(grid, riyadh(SUNDAY, 8), [taken])
    assert [slot.starts_at for slot in slots_of(grid, free)] == [
        riyadh(SUNDAY, 9),
        riyadh(SUNDAY, 10),
        riyadh(SUNDAY, 10, 30),
    ]


def test_whoever_cannot_be_replaced_must_be_free() -> None:
    grid = slot_grid(OFFICE, RULE, SUNDAY, 1)
    official = bitmap(quanta(riyadh(SUNDAY, 9), RULE.claimed), grid.claimed_quanta)
    citizen = bitmap(quanta(riyadh(SUNDAY, 10), RULE.claimed), grid.claimed_quanta)
    free = free_starts(grid, riyadh(SUNDAY, 8), [official, citizen])
    assert list(moments(grid, free)) == [riyadh(SUNDAY, 9, 30), riyadh(SUNDAY, 10, 30)]


def test_the_last_slots_buffer_reaches_into_the_day_after() -> None:
    late = Schedule("Asia/Riyadh", (WeeklyHours(Weekday.SUNDAY, DayHours(time(23, 40), time(0))),))
    grid = slot_grid(late, RULE, SUNDAY, 1)
    just_after_midnight = quantum_of(riyadh(SUNDAY + timedelta(days=1), 0, 5))
    assert grid.claimed_quanta[-1] == just_after_midnight
    taken = bitmap([just_after_midnight], grid.claimed_quanta)
    assert counts(grid, free_starts(grid, riyadh(SUNDAY, 8))) == (1,)
    assert counts(grid, free_starts(grid, riyadh(SUNDAY, 8), [taken])) == (0,)


def test_with_room_for_two_a_slot_is_free_until_both_seats_are_taken() -> None:
    grid = slot_grid(OFFICE, RULE, SUNDAY, 1)
    one = bitmap(quanta(riyadh(SUNDAY, 9), RULE.claimed), grid.claimed_quanta)
    other = bitmap(quanta(riyadh(SUNDAY, 9, 30), RULE.claimed), grid.claimed_quanta)
    now = riyadh(SUNDAY, 8)
    assert counts(grid, free_starts(grid, now, seats=[[one, other]])) == (4,)
    assert counts(grid, free_starts(grid, now, seats=[[one, one]])) == (3,)
    assert counts(grid, free_starts(grid, now, seats=[[one], [other]])) == (2,)
    assert free_starts(grid, now, seats=[[]]) == 0, "nobody is received where there is no seat"


def test_two_seats_that_are_free_by_halves_make_no_free_slot() -> None:
    """Counting heads per quantum would offer this slot, and then no seat could be given."""
    grid = slot_grid(OFFICE, RULE, SUNDAY, 1)
    first_half = bitmap([quantum_of(riyadh(SUNDAY, 9))], grid.claimed_quanta)
    second_half = bitmap([quantum_of(riyadh(SUNDAY, 9, 15))], grid.claimed_quanta)
    free = free_starts(grid, riyadh(SUNDAY, 8), seats=[[first_half, second_half]])
    assert riyadh(SUNDAY, 9) not in set(moments(grid, free))


def test_the_free_seats_of_a_slot_are_tried_from_where_the_booker_begins() -> None:
    grid = slot_grid(OFFICE, RULE, SUNDAY, 1)
    full = bitmap(quanta(riyadh(SUNDAY, 9), RULE.claimed), grid.claimed_quanta)
    seats = [NOTHING, full, NOTHING, NOTHING]
    assert free_seats(grid, riyadh(SUNDAY, 9), seats) == (0, 2, 3)
    assert free_seats(grid, riyadh(SUNDAY, 9), seats, first=2) == (2, 3, 0)
    assert free_seats(grid, riyadh(SUNDAY, 9, 30), seats) == (0, 1, 2, 3)


def test_the_grid_is_the_same_through_every_window() -> None:
    """An office that never closes has one open stretch without a beginning; its days begin at midnight all the same."""
    always = Schedule("Asia/Riyadh", tuple(WeeklyHours(day, DayHours(time(0), time(0))) for day in Weekday))
    rule = SlotRule(50 * MINUTE, timedelta(), timedelta(), timedelta(days=28))
    month = slot_grid(always, rule, SUNDAY, 30)
    for count in (0, 1, 17):
        day = SUNDAY + timedelta(days=count)
        alone = slot_grid(always, rule, day, 1)
        assert list(moments(alone, alone.starts)) == list(moments(month, on_day(month, month.starts, day)))


def test_a_day_of_twenty_three_hours_is_as_long_as_it_is() -> None:
    berlin = Schedule("Europe/Berlin", tuple(WeeklyHours(day, DayHours(time(0), time(0))) for day in Weekday))
    rule = SlotRule(60 * MINUTE, timedelta(), timedelta(), timedelta(days=28))
    grid = slot_grid(berlin, rule, date(2026, 3, 28), 3)
    assert counts(grid, grid.starts) == (24, 23, 24)


@given(st.frozensets(st.integers(-5, 320)))
def test_a_bitmap_holds_the_quanta_of_its_window(numbers: frozenset[int]) -> None:
    window = range(300)
    assert set(places(bitmap(numbers, window))) == numbers & set(window)


@given(st.frozensets(st.integers(0, 60)), st.integers(1, 20))
def test_unhindered_is_where_the_whole_length_is_free(taken: frozenset[int], claimed: int) -> None:
    mask = unhindered(bitmap(taken, range(61)), claimed)
    for start in range(80):
        assert bool(mask >> start & 1) == taken.isdisjoint(range(start, start + claimed))


def test_open_quanta_lie_wholly_within_open_hours() -> None:
    base = quantum_of(riyadh(SUNDAY, 9))
    ragged = Interval(riyadh(SUNDAY, 9, 1), riyadh(SUNDAY, 9, 14))
    assert list(places(open_mask([ragged], base))) == [1]
    assert open_mask([Interval(riyadh(SUNDAY, 9, 1), riyadh(SUNDAY, 9, 4))], base) == 0


clock_times = st.integers(0, 47).map(lambda half: time(half // 2, half % 2 * 30))
day_hours = (
    st.tuples(clock_times, clock_times)
    .filter(lambda pair: pair[1] == time(0) or pair[0] < pair[1])
    .map(lambda pair: DayHours(*pair))
)
schedules = st.builds(
    Schedule,
    st.sampled_from(["Asia/Riyadh", "Europe/Berlin"]),
    st.lists(st.builds(WeeklyHours, st.sampled_from(Weekday), day_hours), max_size=5).map(tuple),
    pauses=st.lists(st.builds(Pause, day_hours), max_size=2).map(tuple),
)
rules = st.builds(
    SlotRule,
    st.integers(1, 12).map(lambda count: count * QUANTUM),
    st.integers(0, 4).map(lambda count: count * QUANTUM),
    st.integers(0, 600).map(lambda minutes: minutes * MINUTE),
    st.integers(0, 6000).map(lambda minutes: minutes * MINUTE),
)
takings = st.frozensets(st.integers(-20, 4 * 288))


@given(
    schedules,
    rules,
    st.integers(1, 3),
    st.integers(-300, 3000),
    takings,
    st.lists(st.lists(takings, min_size=1, max_size=2), max_size=2),
)
def test_the_fast_way_finds_what_the_plain_way_finds(
    schedule: Schedule,
    rule: SlotRule,
    days: int,
    minutes: int,
    taken: frozenset[int],
    seats: list[list[frozenset[int]]],
) -> None:
    first = date(2026, 10, 24)  # the clocks change in Berlin on the day after
    now = day_window(first, ZoneInfo(schedule.zone)).starts_at + minutes * MINUTE + timedelta(seconds=minutes % 60)
    grid = slot_grid(schedule, rule, first, days)
    taken = frozenset(grid.base + each for each in taken)
    groups = [[frozenset(grid.base + each for each in seat) for seat in group] for group in seats]
    plain: list[Slot] = []
    for count in range(days):
        plain += free_slots(open_on(schedule, first + timedelta(days=count)), rule, taken, now, groups)
    known = grid.claimed_quanta
    fast = free_starts(grid, now, [bitmap(taken, known)], [[bitmap(seat, known) for seat in group] for group in groups])
    assert list(slots_of(grid, fast)) == plain
    for part in PartOfDay:
        of_part = in_part(grid, fast, part)
        expected = [slot.starts_at for slot in plain if part_of(slot.starts_at, ZoneInfo(schedule.zone)) is part]
        assert list(moments(grid, of_part)) == expected
    assert all(is_among(grid, fast, slot.starts_at) for slot in plain)
    assert sum(counts(grid, fast)) == len(plain)


@given(schedules, rules, st.lists(st.integers(1, 4), min_size=1, max_size=3), st.data())
def test_what_is_cut_out_of_grids_that_follow_on_each_other_is_the_grid_of_those_days(
    schedule: Schedule, rule: SlotRule, lengths: list[int], data: st.DataObject
) -> None:
    begins = date(2026, 10, 23)  # the clocks change in Berlin two days later
    pieces = []
    for place, length in enumerate(lengths):
        pieces.append(slot_grid(schedule, rule, begins + timedelta(days=sum(lengths[:place])), length))
    first = data.draw(st.integers(0, sum(lengths) - 1))
    days = data.draw(st.integers(1, sum(lengths) - first))
    wanted = begins + timedelta(days=first)
    assert cut_out(pieces, wanted, days) == slot_grid(schedule, rule, wanted, days)


def test_nothing_is_cut_out_that_is_not_there() -> None:
    week = slot_grid(OFFICE, RULE, SUNDAY, 7)
    with pytest.raises(ValueError, match="do not hold"):
        cut_out([week], SUNDAY + timedelta(days=6), 2)
    with pytest.raises(ValueError, match="do not hold"):
        cut_out([week], SUNDAY - timedelta(days=3), 2)


def test_a_capacity_below_one_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="room for one"):
        SlotRule(20 * MINUTE, timedelta(), timedelta(), timedelta(days=1), capacity=0)
