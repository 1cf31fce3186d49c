"""Which packets are asked for, when, and for how long."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.wire.nacks import Nacks


class Stream:
    """Packets that come one after the other, at moments of the test's own."""

    def __init__(self, *, round_trip_s: float | None = 0.1, begins: int = 1000) -> None:
        self.now_s = 50.0
        self.round_trip_s = round_trip_s
        self.nacks = Nacks(deadline_s=0.6, widest=60, round_trip_s=lambda: self.round_trip_s)
        assert self.comes(begins) == []

    def comes(self, number: int, after_s: float = 0.0) -> list[int]:
        """What is asked for once this one came."""
        self.now_s += after_s
        missing = self.nacks.add(number % 65536, self.now_s)
        due = self.nacks.due(self.now_s)
        assert missing or not due
        return due

    def loses_much(self) -> None:
        """One in ten, for a while; all of it comes late."""
        for number in range(1001, 1200):
            if number % 10:
                self.comes(number, after_s=0.01)
                if number % 10 == 1:
                    self.comes(number - 1)


def test_nothing_is_asked_for_where_nothing_is_missing() -> None:
    stream = Stream()
    assert [stream.comes(number) for number in range(1001, 1010)] == [[]] * 9


def test_a_gap_is_asked_for_at_once_and_again_after_each_round_trip() -> None:
    stream = Stream(round_trip_s=0.11)
    assert stream.comes(1003) == [1001, 1002]
    asked = [stream.comes(1004 + step, after_s=1 / 64) for step in range(40)]
    assert [step for step, numbers in enumerate(asked, 1) if numbers] == [8, 16, 24, 32]
    assert all(numbers in ([], [1001, 1002]) for numbers in asked)


def test_on_a_path_that_loses_much_each_question_is_asked_twice() -> None:
    stream = Stream(round_trip_s=0.1)
    stream.loses_much()
    assert stream.comes(1202, after_s=0.01) == [1200, 1201]
    times_ms = [ms for ms in range(300) if 1201 in stream.nacks.due(stream.now_s + ms / 1000 + 1e-6)]
    assert times_ms == [12, 122, 134, 244, 256]


def test_what_has_come_is_not_asked_for_again() -> None:
    stream = Stream()
    stream.comes(1003)
    assert stream.comes(1001, after_s=0.05) == []
    assert stream.comes(1004, after_s=0.1) == [1002]


def test_what_would_come_too_late_is_not_asked_for() -> None:
    stream = Stream()
    stream.comes(1002)
    assert stream.comes(1003, after_s=0.59) == [1001]
    assert stream.comes(1004, after_s=0.02) == []
    assert stream.comes(1005, after_s=0.2) == []


def test_on_a_short_path_it_is_asked_for_often_but_not_without_end() -> None:
    stream = Stream(round_trip_s=0.001)
    stream.comes(1002)
    asked = [stream.comes(1003 + step, after_s=0.001) for step in range(590)]
    times = [step for step, numbers in enumerate(asked, 1) if numbers]
    assert len(times) <= 19  # with the first, twenty
    assert min(later - earlier for earlier, later in pairwise(times)) >= 30


def test_before_the_round_trip_is_known_a_tenth_of_a_second_is_taken_for_it() -> None:
    stream = Stream(round_trip_s=None)
    stream.comes(1002)
    assert stream.comes(1003, after_s=0.1) == []
    assert stream.comes(1004, after_s=0.011) == [1001]


def test_a_gap_wider_than_a_picture_is_not_asked_for_and_what_was_missing_before_it_neither() -> None:
    stream = Stream()
    assert stream.comes(1002) == [1001]
    assert stream.comes(1100) == []
    assert stream.comes(1101, after_s=0.2) == []
    assert stream.comes(1103) == [1102]


def test_a_peer_that_leaves_out_most_of_its_numbers_costs_no_more_than_others() -> None:
    stream = Stream(round_trip_s=0.0)
    asked = [stream.comes(1000 + 50 * step, after_s=0.0005) for step in range(1, 1000)]
    assert max(len(numbers) for numbers in asked) <= 256
    last = 1000 + 50 * 999
    asked_again = stream.comes(last + 1, after_s=0.05)
    assert len(asked_again) == 256
    assert max(asked_again) == last - 1


@pytest.mark.parametrize("number", [999, 1000, 500])
def test_what_comes_late_or_twice_asks_for_nothing(number: int) -> None:
    stream = Stream()
    assert stream.comes(number) == []
    assert stream.comes(1001) == []


def test_the_sequence_may_turn_over() -> None:
    stream = Stream(begins=65534)
    assert stream.comes(65536 + 1) == [65535, 0]
    assert stream.comes(0, after_s=0.01) == []
    assert stream.comes(2, after_s=0.2) == [65535]


def test_a_peer_that_counts_from_elsewhere_is_asked_again_after_a_while() -> None:
    stream = Stream(begins=30_000)
    for number in range(5_000, 5_300):
        stream.comes(number, after_s=0.001)
    assert stream.comes(5_301) == [5_300]


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 65535), st.floats(0, 1)), max_size=200), st.one_of(st.none(), st.floats(0, 5)))
def test_whatever_comes_the_questions_are_few_and_of_16_bits(
    steps: list[tuple[int, float]], round_trip_s: float | None
) -> None:
    stream = Stream(round_trip_s=round_trip_s)
    for number, after_s in steps:
        asked = stream.comes(number, after_s)
        assert len(asked) <= 256
        assert all(0 <= each <= 65535 for each in asked)
