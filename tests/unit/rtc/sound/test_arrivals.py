"""Where a packet belongs."""

from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.sound.arrivals import Arrivals, Place

BLOCK = 960


def test_places_go_on_where_the_numbers_turn_over() -> None:
    arrivals = Arrivals()
    first = arrivals.place(65_534, (1 << 32) - BLOCK, 0.0)
    assert first is not None
    for step in range(1, 6):
        found = arrivals.place((65_534 + step) % 65_536, (step - 1) * BLOCK, step * 0.02)
        assert found == Place(first.number + step, first.timestamp + step * BLOCK)


def test_what_comes_out_of_order_has_its_place_even_before_the_first() -> None:
    arrivals = Arrivals()
    first = arrivals.place(0, 0, 0.0)
    assert first is not None
    assert arrivals.place(65_535, (1 << 32) - BLOCK, 0.01) == Place(first.number - 1, first.timestamp - BLOCK)
    assert arrivals.place(1, BLOCK, 0.02) == Place(first.number + 1, first.timestamp + BLOCK)


def test_a_stray_is_none_of_the_stream_and_changes_nothing() -> None:
    arrivals = Arrivals()
    first = arrivals.place(10, 0, 0.0)
    assert first is not None
    assert arrivals.place(40_000, 77, 0.01) is None
    assert arrivals.place(40_000, 77, 0.01) is None  # the same, twice
    assert arrivals.place(11, 3_000_000_000, 0.01) is None
    assert arrivals.place(11, BLOCK, 0.02) == Place(first.number + 1, first.timestamp + BLOCK)
    assert arrivals.restarts == 0


def test_a_second_packet_that_follows_on_a_stray_is_another_stream() -> None:
    arrivals = Arrivals()
    arrivals.place(10, 0, 0.0)
    assert arrivals.place(40_000, 900_000, 1.0) is None
    assert arrivals.place(40_001, 900_000 + BLOCK, 1.02) == Place(40_001 + 65_536, 900_000 + BLOCK + (1 << 32))
    assert arrivals.restarts == 1


def test_timestamps_that_jump_while_the_numbers_go_on_are_another_stream() -> None:
    arrivals = Arrivals()
    arrivals.place(10, 0, 0.0)
    assert arrivals.place(11, 48_000 * 60, 0.02) is None
    assert arrivals.place(12, 48_000 * 60 + BLOCK, 0.04) is not None
    assert arrivals.restarts == 1


def test_a_pause_as_long_by_the_clock_as_by_the_timestamps_is_the_same_stream() -> None:
    arrivals = Arrivals()
    arrivals.place(10, 0, 0.0)
    assert arrivals.place(11, 48_000 * 60, 60.3) is not None
    assert arrivals.restarts == 0


def test_what_claims_to_be_from_long_ago_is_not_believed() -> None:
    arrivals = Arrivals()
    arrivals.place(10, 1_000_000, 0.0)
    assert arrivals.place(9, 500_000, 0.0) is None
    assert arrivals.place(9, 600_000, 0.0) is not None


def test_one_number_with_two_timestamps_is_not_believed() -> None:
    arrivals = Arrivals()
    arrivals.place(10, 0, 0.0)
    assert arrivals.place(10, BLOCK, 0.0) is None


@given(st.lists(st.tuples(st.integers(0, 65_535), st.integers(0, (1 << 32) - 1), st.floats(0, 100)), max_size=50))
def test_whatever_the_numbers_places_are_above_zero(packets: list[tuple[int, int, float]]) -> None:
    arrivals = Arrivals()
    for number, timestamp, now_s in packets:
        place = arrivals.place(number, timestamp, now_s)
        if place is not None:
            assert place.number % 65_536 == number
            assert place.timestamp % (1 << 32) == timestamp
