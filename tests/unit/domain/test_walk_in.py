from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.walk_in import (
    BLOCK,
    ENDED,
    InLine,
    WalkInState,
    WalkInStep,
    after,
    behind_a_few,
    block_at,
    block_of,
    day_of,
    expected,
    in_order,
    number_at,
    streak_after,
)

NINE = datetime(2026, 11, 22, 6, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def person(number: str, minute: int, *, is_priority: bool = False) -> InLine:
    return InLine(number, is_priority, NINE + minute * MINUTE)


def called(waiting: list[InLine], streak: int = 0) -> list[str]:
    return [each.number for each in in_order(waiting, streak)]


def test_numbers_go_on_with_the_next_letter_and_end_some_time() -> None:
    assert [number_at(place) for place in (1, 12, 999, 1000, 1998, 1999)] == [
        "A001",
        "A012",
        "A999",
        "B001",
        "B999",
        "C001",
    ]
    assert number_at(8 * 999) == "H999"
    for place in (0, -1, 8 * 999 + 1):
        assert number_at(place) == Refusal(RefusalCode.LIMIT_REACHED)


def test_no_number_of_a_block_is_ever_the_servers_or_another_blocks() -> None:
    servers = {number_at(place) for place in range(1, 8 * 999 + 1)}
    blocks = [block_at(place) for place in range(1, 8 * 19 + 1)]
    assert block_at(len(blocks) + 1) == Refusal(RefusalCode.LIMIT_REACHED)
    numbers = [number for block in blocks if not isinstance(block, Refusal) for number in block]
    assert len(numbers) == len(set(numbers)) == len(blocks) * BLOCK
    assert not servers & set(numbers)
    assert blocks[0] == tuple(f"S{number:03d}" for number in range(1, 51))


def test_a_number_of_a_block_leads_back_to_it() -> None:
    for place in range(1, 8 * 19 + 1):
        block = block_at(place)
        assert not isinstance(block, Refusal)
        assert {block_of(number) for number in block} == {place}
    for stray in ("", "S", "S000", "S951", "S999", "A001", "S٠٠١", "S01", "S0012", "s001", "S-01"):
        assert block_of(stray) is None, stray


def test_the_day_is_riyadhs() -> None:
    assert day_of(datetime(2026, 11, 22, 20, 59, tzinfo=UTC)) == "2026-11-22"
    assert day_of(datetime(2026, 11, 22, 21, 0, tzinfo=UTC)) == "2026-11-23"


def test_the_priority_lane_goes_first_but_not_alone() -> None:
    line = [person("A001", 0), person("A002", 1), *(person(f"A01{n}", 10 + n, is_priority=True) for n in range(4))]
    assert called(line) == ["A010", "A011", "A001", "A012", "A013", "A002"]
    assert called(line, streak=2)[0] == "A001", "two of the priority lane were called just now"


def test_whoever_is_alone_in_the_hall_is_called_whatever_came_before() -> None:
    assert called([person("A001", 0, is_priority=True)], streak=2) == ["A001"]
    assert called([]) == []


@given(st.lists(st.booleans(), max_size=40), st.integers(0, 40), st.integers(0, 2))
def test_nobody_starves_however_many_come_into_the_priority_lane(
    arrivals: list[bool], before: int, streak: int
) -> None:
    """One more comes before each call; whoever has n before them in their lane is called by the 3(n+1)th call."""
    waiting = [person(f"A{n:03d}", n) for n in range(before + 1)]
    last, calls = waiting[-1], 0
    while last in waiting and calls < 3 * (before + 1):
        is_priority = arrivals[calls % len(arrivals)] if arrivals else True
        waiting.append(InLine(f"B{calls:03d}", is_priority, NINE + (1000 + calls) * MINUTE))
        following = in_order(waiting, streak)[0]
        waiting.remove(following)
        streak = streak_after(streak, is_priority=following.is_priority)
        calls += 1
    assert last not in waiting


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 30)), max_size=30), st.integers(0, 2))
def test_the_order_loses_nobody_and_keeps_each_lane(people: list[tuple[bool, int]], streak: int) -> None:
    waiting = [person(f"A{n:03d}", minute, is_priority=lane) for n, (lane, minute) in enumerate(people)]
    ordered = in_order(waiting, streak)
    assert sorted(ordered, key=lambda each: each.number) == waiting
    for lane in (True, False):
        mine = [each for each in ordered if each.is_priority is lane]
        assert mine == sorted(mine, key=lambda each: (each.since, each.number))


@given(st.sets(st.integers(0, 30), max_size=12), st.booleans())
def test_who_is_put_back_comes_after_two_others_of_their_lane(minutes: set[int], is_priority: bool) -> None:
    lane = [person(f"A{n:03d}", minute, is_priority=is_priority) for n, minute in enumerate(sorted(minutes))]
    since = behind_a_few(lane, is_priority=is_priority, now=NINE + timedelta(hours=1))
    back = InLine("Z", is_priority, since)
    assert in_order([*lane, back], 0).index(back) == min(len(lane), 2)


def test_what_may_become_of_a_number() -> None:
    waiting, there, served, left = WalkInState
    assert after(waiting, WalkInStep.CALL, 0) is there
    assert after(there, WalkInStep.RECALL, 1) is there
    assert after(there, WalkInStep.SERVE, 1) is served
    assert after(there, WalkInStep.PUT_BACK, 1) is waiting
    assert after(waiting, WalkInStep.LEAVE, 0) is left
    for over in ENDED:
        assert after(over, WalkInStep.PUT_BACK, 1) is waiting
        for step in set(WalkInStep) - {WalkInStep.PUT_BACK}:
            assert after(over, step, 2) == Refusal(RefusalCode.ILLEGAL_TRANSITION)
    for step in (WalkInStep.SERVE, WalkInStep.RECALL, WalkInStep.PUT_BACK):
        assert after(waiting, step, 0) == Refusal(RefusalCode.ILLEGAL_TRANSITION)


def test_nobody_is_gone_who_was_called_only_once() -> None:
    assert after(WalkInState.CALLED, WalkInStep.LEAVE, 1) == Refusal(RefusalCode.TOO_EARLY)
    assert after(WalkInState.CALLED, WalkInStep.LEAVE, 2) is WalkInState.LEFT


@pytest.mark.parametrize("desks", [0, 1, 2, 3])
def test_the_range_grows_along_the_line_and_shrinks_with_each_desk(desks: int) -> None:
    line = [person(f"A{n:03d}", n) for n in range(6)]
    recent = [timedelta(minutes=length) for length in (8, 9, 10, 11, 12) * 4]
    found = expected(line, recent, desks, NINE + 30 * MINUTE, None)
    assert [eta.position for eta in found] == [1, 2, 3, 4, 5, 6]
    assert found[0].earliest_min == 0
    spans = [(eta.earliest_min, eta.latest_min) for eta in found]
    assert spans == sorted(spans)
    last = found[-1]
    assert last.earliest_min <= 50 / max(desks, 1) <= last.latest_min


def test_a_busy_desk_is_waited_for() -> None:
    line = [person("A001", 0)]
    now = NINE + 10 * MINUTE
    (free,) = expected(line, [], 1, now, None)
    (busy,) = expected(line, [], 1, now, now - 2 * MINUTE)
    assert (free.earliest_min, free.latest_min) == (0, 5)
    assert busy.latest_min > free.latest_min
