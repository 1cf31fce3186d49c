"""Packets in whatever order, frames in theirs."""

from dataclasses import dataclass, field

import pytest
from aiortc.jitterbuffer import JitterFrame
from aiortc.rtp import RtpPacket
from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.receive_buffer import PICTURE_PATIENCE, SOUND_PATIENCE, ReceiveBuffer


@dataclass
class Receiver:
    """As aiortc's: takes what the buffer gives, in order."""

    is_video: bool = True
    now: float = 0.0
    frames: list[tuple[int, bytes]] = field(default_factory=list)
    plis: int = 0

    def __post_init__(self) -> None:
        self.buffer = ReceiveBuffer(
            is_video=self.is_video,
            patience=PICTURE_PATIENCE if self.is_video else SOUND_PATIENCE,
            overflow=lambda _packet, frame: self._take(frame),
            clock=lambda: self.now,
        )

    def receive(self, *packets: RtpPacket) -> None:
        for packet in packets:
            pli, frame = self.buffer.add(packet)
            self.plis += pli
            if frame is not None:
                self._take(frame)

    def _take(self, frame: JitterFrame) -> None:
        self.frames.append((frame.timestamp, frame.data))


def pictures(sizes: list[int], first: int = 100) -> tuple[list[RtpPacket], list[tuple[int, bytes]]]:
    """Packets of frames of so many packets each, and the frames."""
    packets, frames, number = [], [], first
    for index, size in enumerate(sizes):
        data = b""
        for part in range(size):
            packet = RtpPacket(
                sequence_number=number % 65536, timestamp=index * 3000, marker=int(part == size - 1), payload_type=97
            )
            packet._data = bytes([index % 256, part])  # type: ignore[attr-defined]  # as aiortc's receiver leaves it
            data += packet._data  # type: ignore[attr-defined]  # private
            packets.append(packet)
            number += 1
        frames.append((index * 3000, data))
    return packets, frames


def test_a_frame_is_given_with_its_last_packet() -> None:
    receiver = Receiver()
    packets, frames = pictures([3, 1])
    receiver.receive(*packets[:2])
    assert receiver.frames == []
    receiver.receive(packets[2])
    assert receiver.frames == frames[:1]
    receiver.receive(packets[3])
    assert receiver.frames == frames
    assert receiver.plis == 0


def test_a_frame_without_a_marker_ends_where_the_next_begins() -> None:
    receiver = Receiver()
    packets, frames = pictures([2, 1])
    packets[1].marker = 0
    receiver.receive(*packets)
    assert receiver.frames == frames


@given(sizes=st.lists(st.integers(1, 5), min_size=2, max_size=20), data=st.data(), first=st.integers(0, 65535))
def test_whatever_the_order_every_frame_comes_once_and_in_order(
    sizes: list[int], data: st.DataObject, first: int
) -> None:
    packets, frames = pictures(sizes, first)
    rest = data.draw(st.permutations(packets[1:] + packets[1::3]))
    receiver = Receiver()
    receiver.receive(packets[0], *rest)
    assert receiver.frames == frames
    assert receiver.plis == 0


def test_one_packet_that_was_missed_lets_all_the_waiting_frames_go() -> None:
    receiver = Receiver()
    packets, frames = pictures([1, 2, 1, 1])
    receiver.receive(packets[0], packets[1], *packets[3:])
    assert receiver.frames == frames[:1]
    receiver.receive(packets[2])
    assert receiver.frames == frames
    assert receiver.buffer.frames == 4


def test_a_packet_that_never_comes_is_given_up_and_a_key_frame_asked_for() -> None:
    receiver = Receiver()
    packets, frames = pictures([1, 2, 2, 1, 1])
    receiver.receive(packets[0], packets[1], packets[3])
    receiver.now = PICTURE_PATIENCE.seconds - 0.01
    receiver.receive(packets[4])
    assert (receiver.frames, receiver.plis) == (frames[:1], 0)
    receiver.now += 0.02
    receiver.receive(packets[5])
    assert receiver.plis == 1
    assert receiver.frames[1:] == frames[3:4]  # the one behind the gap may lack its beginning, the next does not
    receiver.receive(packets[6])
    assert receiver.frames[-1] == frames[4]
    assert receiver.plis == 1
    receiver.receive(packets[2])  # far too late
    assert receiver.frames[-1] == frames[4]
    assert receiver.buffer.skips == 1


def test_the_tail_of_a_frame_without_its_head_is_not_given() -> None:
    receiver = Receiver()
    packets, frames = pictures([1, 4, 1])
    receiver.receive(packets[0], packets[3])
    receiver.now = 1
    receiver.receive(packets[4])
    assert receiver.frames == frames[:1]
    receiver.receive(packets[5])
    assert receiver.frames == [frames[0], frames[2]]


@pytest.mark.parametrize("lost", [5, 6, 50])
def test_many_losses_hold_it_up_no_longer_than_its_patience(lost: int) -> None:
    receiver = Receiver()
    packets, _ = pictures([2] * 200)
    for index, packet in enumerate(packets):
        receiver.now = index / 60
        if index % 97 != lost:
            receiver.receive(packet)
    assert len(receiver.frames) > 120
    stamps = [timestamp for timestamp, _ in receiver.frames]
    assert stamps == sorted(stamps)


def test_after_an_outage_nothing_is_waited_for() -> None:
    receiver = Receiver()
    packets, frames = pictures([2] * 100)
    receiver.receive(*packets[:4], *packets[150:153])
    assert receiver.plis == 1
    receiver.receive(packets[153])
    assert receiver.frames == [*frames[:2], frames[76]]
    assert receiver.now == 0


def test_sound_is_given_packet_by_packet_and_waits_for_three() -> None:
    receiver = Receiver(is_video=False)
    packets, frames = pictures([1] * 10)
    receiver.receive(packets[0], packets[2], packets[3])
    assert receiver.frames == frames[:1]
    receiver.receive(packets[1])
    assert receiver.frames == frames[:4]
    receiver.receive(packets[5], packets[6], packets[7])
    assert receiver.frames == frames[:4] + frames[5:8]
    assert receiver.plis == 0


def test_empty_packets_are_no_frames() -> None:
    receiver = Receiver()
    packets, frames = pictures([1, 1, 1])
    packets[1]._data = b""  # type: ignore[attr-defined]  # as of a probe for bandwidth
    receiver.receive(*packets)
    assert receiver.frames == [frames[0], frames[2]]
