"""What becomes of what was sent, by what the peer tells."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.rate.sent import SentPackets
from desk_client.rtc.wire.transport_feedback import Feedback


def sent(packets: int, size: int = 100) -> SentPackets:
    """So many, 10 ms apart."""
    made = SentPackets()
    for n in range(packets):
        assert made.sent(size, n / 100) == n & 0xFFFF
    return made


def test_each_packet_is_told_of_once_in_the_order_of_sending() -> None:
    packets = sent(5)
    results = packets.told(Feedback(0, 0, (7.0, None, 7.1)))
    assert [(each.number, each.sent_s, each.arrived_s) for each in results] == [
        (0, 0.0, 7.0),
        (1, 0.01, None),
        (2, 0.02, 7.1),
    ]
    assert packets.in_flight == 200
    assert packets.acknowledged_sent_s == 0.02
    assert packets.told(Feedback(1, 0, (7.0, None, 7.1))) == []


def test_one_that_was_thought_lost_may_still_have_come() -> None:
    packets = sent(2)
    packets.told(Feedback(0, 0, (None, 7.0)))
    [late] = packets.told(Feedback(1, 0, (7.2,)))
    assert (late.number, late.arrived_s) == (0, 7.2)
    assert packets.in_flight == 0


def test_what_no_message_tells_of_is_under_way_no_longer_once_a_later_one_came() -> None:
    packets = sent(10)
    packets.told(Feedback(0, 8, (7.0,)))
    assert packets.in_flight == 100


def test_numbers_turn_over() -> None:
    packets = SentPackets()
    for n in range(65536 + 10):
        packets.sent(100, n / 1000)
    results = packets.told(Feedback(0, 65534, (1.0, None, 1.1)))
    assert [each.number for each in results] == [65534, 65535, 65536]


def test_the_receivers_clock_turns_over() -> None:
    packets = sent(3)
    turn_s = (1 << 24) * 0.064
    found = packets.told(Feedback(0, 0, (turn_s - 0.01, 0.01, 0.02)))
    arrivals = [each.arrived_s for each in found if each.arrived_s is not None]
    assert arrivals == sorted(arrivals)
    assert arrivals[-1] - arrivals[0] < 0.1


feedbacks = st.builds(
    Feedback,
    st.integers(0, 255),
    st.integers(0, 65535),
    st.lists(st.one_of(st.none(), st.floats(0, 1e6)), max_size=30).map(tuple),
)


@settings(deadline=None)
@given(st.lists(st.one_of(st.integers(1, 200), feedbacks), max_size=60))
def test_whatever_a_peer_tells_what_is_under_way_is_never_less_than_nothing(steps: list[int | Feedback]) -> None:
    packets, at_s, seen = SentPackets(), 0.0, set()
    for step in steps:
        if isinstance(step, int):
            for _ in range(step):
                packets.sent(100, at_s)
                at_s += 0.001
        else:
            for result in packets.told(step):
                assert (result.number, result.arrived_s is None) not in seen
                seen.add((result.number, result.arrived_s is None))
        assert 0 <= packets.in_flight <= 100 * len(packets._sent)
    assert len(packets._sent) <= 4096


def test_a_peer_that_tells_nothing_fills_no_memory() -> None:
    packets = sent(10_000)
    assert len(packets._sent) == 4096
    assert packets.in_flight == 409_600
