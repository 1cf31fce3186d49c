"""Packets in whatever order, whole pictures that can be decoded in theirs."""

from dataclasses import dataclass, field, replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.wire.frame_buffer import PICTURE_PATIENCE, EncodedPicture, FrameBuffer, VideoPacket


def stream(sizes: list[int], keys: set[int] = frozenset({0}), first: int = 100) -> list[VideoPacket]:  # type: ignore[assignment]  # never changed
    """Pictures of so many packets each; what a packet holds tells of which picture it is, and which of its parts."""
    packets, number = [], first
    for picture, size in enumerate(sizes):
        for part in range(size):
            packets.append(
                VideoPacket(
                    sequence_number=number & 0xFFFF,
                    timestamp=(picture * 3000 + 0xFFFFFFFF - 9000) & 0xFFFFFFFF,
                    marker=part == size - 1,
                    data=bytes((picture % 256, part)),
                    begins_key_frame=picture in keys and part == 0,
                )
            )
            number += 1
    return packets


@dataclass
class Receiver:
    """Takes what the buffer gives."""

    now: float = 0.0
    buffer: FrameBuffer = field(default_factory=FrameBuffer)
    pictures: list[EncodedPicture] = field(default_factory=list)

    def waits(self) -> bool:
        return self.buffer.wants_key_frame

    def receive(self, *packets: VideoPacket) -> list[int]:
        """Which pictures that gives."""
        given_ = [picture for packet in packets for picture in self.buffer.add(packet, self.now)]
        self.pictures += given_
        return [picture.data[0] for picture in given_]


def test_a_picture_is_given_with_its_last_packet() -> None:
    receiver = Receiver()
    packets = stream([3, 1])
    assert receiver.waits()
    assert receiver.receive(*packets[:2]) == []
    assert receiver.receive(packets[2]) == [0]
    assert receiver.receive(packets[3]) == [1]
    assert [picture.key_frame for picture in receiver.pictures] == [True, False]
    assert receiver.pictures[0].data == bytes((0, 0, 0, 1, 0, 2))
    assert (receiver.buffer.pictures, receiver.buffer.skips) == (2, 0)


def test_a_picture_without_a_marker_ends_where_the_next_begins() -> None:
    receiver = Receiver()
    packets = stream([2, 1])
    assert receiver.receive(packets[0], replace(packets[1], marker=False)) == []
    assert receiver.receive(packets[2]) == [0, 1]


def test_nothing_is_given_before_the_first_key_frame() -> None:
    receiver = Receiver()
    assert receiver.receive(*stream([1, 2, 2, 1, 1], keys={3})) == [3, 4]


def test_parameters_in_packets_of_their_own_belong_to_their_key_frame() -> None:
    receiver = Receiver()
    packets = stream([3, 1])
    packets[1] = replace(packets[1], begins_key_frame=True)
    assert receiver.receive(packets[3], packets[2], packets[0], packets[1]) == [0, 1]
    assert receiver.pictures[0].data == bytes((0, 0, 0, 1, 0, 2))


def test_one_packet_that_was_missed_lets_all_the_waiting_pictures_go() -> None:
    receiver = Receiver()
    packets = stream([1, 2, 1, 1])
    assert receiver.receive(packets[0], packets[1], *packets[3:]) == [0]
    assert receiver.receive(packets[2]) == [1, 2, 3]


def test_what_never_comes_is_given_up_and_what_refers_to_it_is_not_given() -> None:
    receiver = Receiver()
    packets = stream([1, 2, 2, 1, 1, 1], keys={0, 4})
    assert receiver.receive(packets[0], packets[1], packets[3]) == [0]
    receiver.now = PICTURE_PATIENCE.seconds - 0.01
    assert receiver.receive(packets[4]) == []
    assert not receiver.waits()
    receiver.now += 0.02
    assert receiver.receive(packets[5]) == []
    assert receiver.waits()
    assert receiver.buffer.skips == 1
    assert receiver.receive(packets[2]) == []  # far too late
    assert receiver.receive(*packets[6:]) == [4, 5]
    assert not receiver.waits()


def test_time_alone_ends_the_waiting() -> None:
    receiver = Receiver()
    packets = stream([1, 2, 1])
    receiver.receive(packets[0], packets[2])
    receiver.buffer.tick(0.5)
    assert not receiver.waits()
    receiver.buffer.tick(0.61)
    assert receiver.waits()


def test_a_whole_key_frame_behind_a_gap_is_not_kept_waiting() -> None:
    receiver = Receiver()
    packets = stream([1, 2, 2, 1], keys={0, 2})
    assert receiver.receive(packets[0], packets[1], packets[3]) == [0]
    assert receiver.receive(packets[4]) == [2]
    assert receiver.receive(packets[5]) == [3]
    assert receiver.buffer.skips == 1


def test_a_wide_gap_is_not_waited_for() -> None:
    receiver = Receiver()
    packets = stream([2] * 100)
    receiver.receive(*packets[:4])
    receiver.receive(packets[150])
    assert receiver.waits()


def test_after_a_picture_that_could_not_be_decoded_it_goes_on_with_a_key_frame() -> None:
    receiver = Receiver()
    packets = stream([1] * 5, keys={0, 3})
    receiver.receive(packets[0])
    receiver.buffer.lost_one()
    assert receiver.receive(*packets[1:]) == [3, 4]


def test_empty_packets_are_no_pictures() -> None:
    receiver = Receiver()
    packets = stream([1, 1, 1])
    packets[1] = replace(packets[1], data=b"")
    assert receiver.receive(*packets) == [0, 2]


def test_timestamps_turn_over() -> None:
    receiver = Receiver()
    receiver.receive(*stream([1] * 8))
    stamps = [picture.timestamp for picture in receiver.pictures]
    assert [later - earlier for earlier, later in pairwise(stamps)] == [3000] * 7


def test_a_peer_that_counts_from_elsewhere_is_followed_with_its_next_key_frame() -> None:
    receiver = Receiver()
    receiver.receive(*stream([1] * 50, first=30_000))
    again = stream([1] * 500, keys={0, 300}, first=5_000)
    assert set(receiver.receive(*again[:300])) <= {0}
    assert receiver.receive(*again[300:])[-1] == 499 % 256


@settings(deadline=None)
@given(sizes=st.lists(st.integers(1, 5), min_size=2, max_size=20), data=st.data(), first=st.integers(0, 65535))
def test_whatever_the_order_every_picture_comes_once_and_in_order(
    sizes: list[int], data: st.DataObject, first: int
) -> None:
    packets = stream(sizes, first=first)
    receiver = Receiver()
    receiver.receive(packets[0], *data.draw(st.permutations(packets[1:] + packets[1::3])))
    assert [picture.data[0] for picture in receiver.pictures] == list(range(len(sizes)))


@settings(deadline=None)
@given(
    sizes=st.lists(st.integers(1, 4), min_size=1, max_size=40),
    keys=st.sets(st.integers(0, 39), max_size=6),
    first=st.integers(0, 65535),
    lost=st.sets(st.integers(0, 160)),
    twice=st.sets(st.integers(0, 160)),
    late=st.dictionaries(st.integers(0, 160), st.integers(1, 30)),
    undecodable=st.sets(st.integers(0, 39), max_size=3),
)
def test_no_picture_is_given_that_refers_to_one_that_was_not(
    sizes: list[int],
    keys: set[int],
    first: int,
    lost: set[int],
    twice: set[int],
    late: dict[int, int],
    undecodable: set[int],
) -> None:
    keys = keys | {0}
    packets = stream(sizes, keys, first)
    order = sorted(
        (place + late.get(place, 0), place) for place in range(len(packets)) for _ in range(1 + (place in twice))
    )
    receiver = Receiver()
    before, fresh_start = None, True
    for at, place in order:
        receiver.now = at / 50
        come = receiver.receive(packets[place]) if place not in lost else []
        for picture in come:
            assert receiver.pictures[receiver.buffer.pictures - len(come) + come.index(picture)].data == b"".join(
                bytes((picture, part)) for part in range(sizes[picture])
            )
            assert picture in keys or (not fresh_start and before == picture - 1)
            assert before is None or picture > before
            before, fresh_start = picture, False
        if undecodable & set(come):
            receiver.buffer.lost_one()
            fresh_start = True
        receiver.buffer.tick(receiver.now)
    if not receiver.waits() and not lost and not late and not undecodable:
        assert before == len(sizes) - 1
