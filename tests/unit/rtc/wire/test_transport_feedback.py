"""Which packets came and when, there and back."""

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.wire import transport_feedback
from desk_client.rtc.wire.arrivals import Arrivals

TICK_S = 0.00025

arrivals = st.lists(
    st.one_of(
        st.none(), st.floats(0, 7), st.integers(0, 300).map(lambda ticks: ticks * TICK_S), st.floats(100_000, 100_001)
    ),
    min_size=1,
    max_size=400,
).filter(lambda found: any(at_s is not None for at_s in found))


@settings(deadline=None)
@given(arrivals, st.integers(0, 1000), st.integers(0, 100_000))
def test_what_is_packed_is_read_again_to_a_quarter_of_a_millisecond(
    came_s: list[float | None], count: int, first: int
) -> None:
    read: list[float | None] = []
    while len(read) < len(came_s):
        left = came_s[len(read) :]
        if all(at_s is None for at_s in left):
            read += left
            break
        body, told = transport_feedback.pack(count, first + len(read), left)
        feedback = transport_feedback.unpack(body)
        assert len(body) % 4 == 0
        assert (feedback.count, feedback.first) == (count & 0xFF, (first + len(read)) & 0xFFFF)
        assert len(feedback.arrivals_s) == told > 0
        read += feedback.arrivals_s
    for at_s, again_s in zip(came_s, read, strict=True):
        assert (at_s is None) == (again_s is None)
        if at_s is not None and again_s is not None:
            assert abs(at_s - again_s) <= TICK_S / 2 + 1e-9


def test_a_message_as_another_wrote_it_is_read() -> None:
    """By hand, after section 3.1 of the draft: a run, a vector of one bit and one of two bits each."""
    header = struct.pack("!HHI", 65534, 3 + 14 + 2, (1000 << 8) | 7)
    run = struct.pack("!H", (1 << 13) | 3)  # three small deltas
    one_bit = struct.pack("!H", (0b10 << 14) | 0b10000000000001)  # the first and the last of fourteen came
    two_bits = struct.pack("!H", (0b11 << 14) | (2 << 12))  # a large delta, then nothing
    deltas = bytes((0, 4, 8, 12, 16)) + struct.pack("!h", -40)
    feedback = transport_feedback.unpack(header + run + one_bit + two_bits + deltas + b"\0")
    began_s = 1000 * 0.064
    assert (feedback.count, feedback.first) == (7, 65534)
    assert feedback.arrivals_s == (
        *(pytest.approx(began_s + ticks * TICK_S) for ticks in (0, 4, 12)),
        pytest.approx(began_s + 24 * TICK_S),
        *(None,) * 12,
        pytest.approx(began_s + 40 * TICK_S),
        pytest.approx(began_s),
        None,
    )


@settings(deadline=None)
@given(st.binary(max_size=120))
def test_any_bytes_are_a_message_or_refused(fci: bytes) -> None:
    try:
        feedback = transport_feedback.unpack(fci)
    except ValueError:
        return
    assert len(feedback.arrivals_s) <= 8192


@settings(deadline=None)
@given(arrivals, st.data())
def test_a_message_with_wrong_bytes_in_it_is_a_message_or_refused(
    came_s: list[float | None], data: st.DataObject
) -> None:
    body = bytearray(transport_feedback.pack(1, 2, came_s[:1] if came_s[0] is not None else [1.0])[0])
    for _ in range(data.draw(st.integers(1, 4))):
        body[data.draw(st.integers(0, len(body) - 1))] = data.draw(st.integers(0, 255))
    try:
        transport_feedback.unpack(bytes(body[: data.draw(st.integers(0, len(body)))]))
    except ValueError:
        return


def test_two_dozen_bytes_do_not_tell_of_65535_packets() -> None:
    body = struct.pack("!HHI", 0, 65535, 0) + struct.pack("!H", 0x1FFF) * 9
    with pytest.raises(ValueError, match="too many"):
        transport_feedback.unpack(body)


def test_a_message_of_nothing_is_not_written() -> None:
    with pytest.raises(ValueError, match="none of the packets"):
        transport_feedback.pack(0, 0, [None, None])


def taken(arrivals_: Arrivals, now: float) -> list[tuple[int, list[bool]]]:
    read = [transport_feedback.unpack(message) for message in arrivals_.take(now)]
    return [(feedback.first, [at_s is not None for at_s in feedback.arrivals_s]) for feedback in read]


def test_each_arrival_is_told_of_once_and_what_is_missing_between_with_it() -> None:
    told = Arrivals()
    pending = [told.pending]
    for number in (65534, 65535, 1):
        told.came(number, 1.0)
    told.came(1, 1.1)
    pending.append(told.pending)
    assert taken(told, 1.1) == [(65534, [True, True, False, True])]
    assert [*pending, told.pending] == [False, True, False]
    assert taken(told, 1.2) == []


def test_what_is_missing_between_two_messages_is_told_too() -> None:
    told = Arrivals()
    told.came(10, 1.0)
    assert taken(told, 1.05) == [(10, [True])]
    told.came(13, 1.06)
    assert taken(told, 1.1) == [(11, [False, False, True])]


def test_an_outage_is_not_told_as_loss() -> None:
    told = Arrivals()
    told.came(10, 1.0)
    told.take(1.05)
    told.came(500, 3.0)
    assert taken(told, 3.05) == [(500, [True])]


def test_one_that_comes_late_is_told_of_with_what_came_after_it() -> None:
    told = Arrivals()
    for number in (1, 3):
        told.came(number, 1.0)
    assert taken(told, 1.05) == [(1, [True, False, True])]
    told.came(2, 1.06)
    assert taken(told, 1.1) == [(2, [True, True])]


@settings(deadline=None)
@given(st.lists(st.tuples(st.one_of(st.integers(0, 65535), st.just(-1)), st.floats(0, 0.2)), max_size=300))
def test_whatever_numbers_come_little_is_kept_and_little_is_told(steps: list[tuple[int, float]]) -> None:
    told, now, number = Arrivals(), 0.0, 0
    for step, after_s in steps:
        now += after_s
        number = (number + 1) & 0xFFFF if step == -1 else step
        told.came(number, now)
        if now % 0.1 < 0.05:
            messages = told.take(now)
            assert sum(map(len, messages)) < 20_000
            assert not told.pending
    assert len(told._at_s) <= 1024


def test_a_count_that_leaps_by_half_a_turn_each_time_costs_no_more_than_another() -> None:
    told = Arrivals()
    for step in range(5000):
        told.came(step * 32_767 & 0xFFFF, step / 100_000)
    assert sum(map(len, told.take(0.05))) < 2000
    for step in range(2000):
        told.came(step * 4000 & 0xFFFF, 0.1 + step / 100_000)
    assert sum(map(len, told.take(0.12))) < 2000
