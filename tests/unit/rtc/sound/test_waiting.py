"""Packets that wait, and how many may."""

from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.sound.arrivals import Place
from desk_client.rtc.sound.waiting import MOST_SAMPLES, Packet, WaitingPackets


def packet(number: int, timestamp: int | None = None, size: int = 10) -> Packet:
    return Packet(Place(number, number * 960 if timestamp is None else timestamp), bytes(size), None)


@given(st.sets(st.integers(100, 140), min_size=1).flatmap(lambda found: st.permutations(sorted(found))))
def test_whatever_the_order_they_go_by_their_numbers(numbers: list[int]) -> None:
    waiting = WaitingPackets()
    for number in numbers:
        assert waiting.add(packet(number)) == 0
        assert number in waiting
    newest = waiting.newest()
    assert newest is not None
    assert newest.place.number == max(numbers)
    gone = []
    while (first := waiting.first()) is not None:
        gone.append(first.place.number)
        waiting.take()
    assert gone == sorted(numbers)
    assert waiting.newest() is None
    waiting.take()  # of nothing, nothing


def test_more_than_a_second_is_not_kept() -> None:
    waiting = WaitingPackets()
    gone = sum(waiting.add(packet(100 + index)) for index in range(200))
    assert len(waiting) == MOST_SAMPLES // 960 + 1
    assert gone == 200 - len(waiting)


def test_one_that_is_a_second_ahead_drives_all_others_out() -> None:
    waiting = WaitingPackets()
    for index in range(10):
        waiting.add(packet(100 + index))
    assert waiting.add(packet(2000)) == 10
    assert len(waiting) == 1


def test_neither_a_crowd_of_packets_nor_of_bytes_fills_the_memory() -> None:
    crowd, heavy = WaitingPackets(), WaitingPackets()
    for index in range(3000):
        crowd.add(packet(100 + index, timestamp=0))
        heavy.add(packet(100 + index, timestamp=0, size=7000))
    assert len(crowd) == 400
    assert len(heavy) * 7000 <= 1 << 18


def test_cleared_it_is_as_new() -> None:
    waiting = WaitingPackets()
    waiting.add(packet(100, size=7000))
    waiting.clear()
    assert len(waiting) == 0
    assert waiting.first() is None
    waiting.add(packet(5))
    assert waiting.first() == packet(5)
