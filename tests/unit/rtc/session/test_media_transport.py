"""Two ends in memory: what one sends, the other hears of, asks for and tells."""

import asyncio
import struct
import time
from collections.abc import AsyncIterator

import pytest
from aiortc.rtp import RTCP_PSFB, RTCP_RTPFB, RTCP_SR, RtcpPacket, RtcpSrPacket, RtpPacket, is_rtcp

from desk_client.rtc.wire import reports, transport_feedback
from desk_client.rtc.wire.rtp import ExtensionIds
from tests.fakes.media_pair import MediaEnd, connected_pair, soon

NACK, PLI, REMB = 1, 1, 15


@pytest.fixture
async def pair() -> AsyncIterator[tuple[MediaEnd, MediaEnd]]:
    one, other = connected_pair()
    yield one, other
    one.media.stop()
    other.media.stop()


def feedbacks(end: MediaEnd) -> list[transport_feedback.Feedback]:
    return [transport_feedback.unpack(next(reports.messages(data)).fci) for data in end.rtcp(RTCP_RTPFB, 15)]


def is_media(data: bytes) -> bool:
    return not is_rtcp(data)


async def test_what_is_sent_arrives_in_order_and_is_told_of(pair: tuple[MediaEnd, MediaEnd]) -> None:
    one, other = pair
    one.show(3)
    await soon(lambda: len(other.received) >= 3, "three packets")
    assert [packet.marker for packet in other.received[:3]] == [0, 0, 1]
    assert other.received[0].extensions.mid == "v"
    await soon(lambda: one.media.told_at_s is not None, "feedback")
    await soon(lambda: one.media._sent.in_flight < 1000, "feedback about each of the three")


async def test_the_extensions_of_sound_are_kept_when_pictures_begin(pair: tuple[MediaEnd, MediaEnd]) -> None:
    one, _ = pair
    assert one.media.ids == ExtensionIds(mid=1, audio_level=4, abs_send_time=2, transport_sequence_number=3)
    one.media.start(ExtensionIds(mid=1, abs_send_time=2), 8)
    assert (one.media.ids.audio_level, one.media.feedback_agreed) == (4, True)


async def test_after_a_silence_the_first_packet_is_told_of_at_once(pair: tuple[MediaEnd, MediaEnd]) -> None:
    one, other = pair
    for _ in range(2):
        await asyncio.sleep(0.2)
        before = len(feedbacks(other))
        one.show(1)
        for _turn in range(4):
            await asyncio.sleep(0.001)  # far less than the tick with which it would go out otherwise
        assert len(feedbacks(other)) > before


async def test_a_probe_is_filled_with_repeats(pair: tuple[MediaEnd, MediaEnd]) -> None:
    one, other = pair
    one.media._wanted_bps = lambda: 4_000_000
    one.show(2)
    await soon(lambda: len([data for data in one.sent if is_media(data) and data[1] & 0x7F == 98]) >= 3, "padding")
    await soon(lambda: one.media.estimator.target_bps > 1_000_000, "what the probe told")
    assert {packet.payload_type for packet in other.received} == {97}  # repeats are unwrapped


async def test_what_is_asked_for_is_sent_again_in_the_stream_of_repeats(pair: tuple[MediaEnd, MediaEnd]) -> None:
    one, other = pair
    pictures: list[bytes] = []

    def lose(data: bytes) -> bool:
        if not is_media(data) or data[1] & 0x7F != 97:
            return False
        pictures.append(data)
        return len(pictures) == 2

    one.lose = lose
    one.show(3)
    await soon(lambda: len(other.received) == 2, "two of three")
    [missing] = struct.unpack_from("!H", pictures[1], 2)
    other.receiver.ask_for([missing])
    await soon(lambda: len(other.received) >= 3, "the third")
    again = next(packet for packet in other.received if packet.sequence_number == missing)
    assert (again.ssrc, again.payload_type) == (one.sender._ssrc, 97)
    assert len(other.rtcp(RTCP_RTPFB, NACK)) == 1
    assert one.sender.repeats == 1


async def test_one_who_asks_without_end_does_not_get_more_than_the_line_carries(
    pair: tuple[MediaEnd, MediaEnd],
) -> None:
    one, other = pair
    for _ in range(40):
        one.show(30, 1100)
        await asyncio.sleep(0)
    await soon(lambda: len(other.received) > 0, "a packet")
    numbers = list(one.sender._history._kept)
    for _ in range(30):
        for at in range(0, len(numbers), 50):
            other.receiver.ask_for(numbers[at : at + 50])
        await asyncio.sleep(0.01)
    assert one.media._pacer.queued < 3_000_000
    queued = one.media._pacer.queued
    for at in range(0, len(numbers), 50):
        other.receiver.ask_for(numbers[at : at + 50])
    await asyncio.sleep(0)
    assert one.media._pacer.queued <= queued + 2 * 64 * 1200


async def test_a_lost_picture_is_told_of_and_a_key_frame_asked_for(pair: tuple[MediaEnd, MediaEnd]) -> None:
    one, other = pair
    other.receiver.ask_for_key_frame()
    assert other.sent == []  # of what, is not known before the first packet
    one.show(1)
    await soon(lambda: other.receiver.ssrc is not None, "a packet")
    other.receiver.ask_for_key_frame()
    await soon(lambda: one.key_frames_wanted == 1, "the request")
    assert len(other.rtcp(RTCP_PSFB, PLI)) == 1


async def test_while_the_path_is_dead_something_small_goes_out_and_its_arrival_is_told(
    pair: tuple[MediaEnd, MediaEnd],
) -> None:
    one, other = pair
    resumed: list[float] = []
    one.media.on_resumed(lambda: resumed.append(time.monotonic()))
    one.show(2)
    await soon(lambda: one.media.told_at_s is not None, "feedback")
    one.lose = lambda _data: True
    for _ in range(10):
        one.show(20)
    await soon(lambda: one.media.stalled, "much under way and nothing told")
    before = len(one.sent)
    await asyncio.sleep(0.35)
    small = [data for data in one.sent[before:] if is_media(data) and len(data) < 40]
    assert 8 <= len(small) <= 20
    assert resumed == []
    target_bps = one.media.estimator.target_bps
    one.lose = lambda _data: False
    await soon(lambda: len(resumed) == 1, "what was dead lives again")
    assert not one.media.stalled
    assert target_bps <= 1_000_000
    assert other.media.packets_received > 0


async def test_both_ends_know_the_round_trip_and_where_they_are_in_time(pair: tuple[MediaEnd, MediaEnd]) -> None:
    one, other = pair
    for _ in range(6):
        one.show(1)
        other.show(1)
        await asyncio.sleep(0.02)
    await soon(lambda: len(one.rtcp(RTCP_SR)) >= 1, "a sender report")
    [report, *_] = RtcpPacket.parse(one.rtcp(RTCP_SR)[0])
    assert isinstance(report, RtcpSrPacket)
    assert report.ssrc == one.sender._ssrc
    assert 1 <= report.sender_info.packet_count <= one.sender.packets
    await soon(lambda: one.media.round_trips.rtt_s is not None, "the round trip")
    assert (one.media.round_trips.rtt_s or 0) < 0.1


async def test_a_peer_that_knows_no_transport_wide_feedback_says_what_it_can_take() -> None:
    one, other = connected_pair(feedback=False)
    assert not one.media.feedback_agreed
    one.show(2)
    await soon(lambda: len(other.received) == 2, "two packets")
    assert other.received[0].extensions.transport_sequence_number is None
    assert other.received[0].extensions.abs_send_time is not None
    one.media.remb(300_000)
    assert one.media.estimator.target_bps == 300_000
    one.media.stop()
    other.media.stop()


async def test_a_goodbye_is_said_and_nothing_leaves_after_the_end(pair: tuple[MediaEnd, MediaEnd]) -> None:
    one, _ = pair
    await one.sender.stop()
    assert len(one.rtcp(203)) == 1
    one.media.stop()
    one.show(1)
    await asyncio.sleep(0.05)
    assert len([data for data in one.sent if is_media(data)]) == 0


async def test_where_there_is_no_connection_sending_is_without_effect(pair: tuple[MediaEnd, MediaEnd]) -> None:
    one, _ = pair

    async def gone(_data: bytes) -> None:
        raise ConnectionError

    one.dtls.transport._send = gone  # type: ignore[assignment]  # as where the socket was closed
    one.show(3)
    assert one.media.packets_sent == 0


async def test_a_repeat_that_repeats_a_repeat_is_left_out(pair: tuple[MediaEnd, MediaEnd]) -> None:
    one, other = pair
    other.receiver._codecs[98].parameters = {"apt": 98}
    try:
        packet = RtpPacket(payload_type=98, sequence_number=1, ssrc=one.sender._rtx_ssrc, payload=b"abcdef")
        other.comes(packet.serialize())
        assert other.received == []
    finally:
        other.receiver._codecs[98].parameters = {"apt": 97}


async def test_a_peer_that_never_tells_of_anything_is_sent_pictures_all_the_same(
    pair: tuple[MediaEnd, MediaEnd], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk_client.rtc.session.media_transport._FIRST_FEEDBACK_S", 0.4)
    one, other = pair
    other.lose = is_rtcp
    for _ in range(15):
        one.show(3)
        other.show(2)
        await asyncio.sleep(0.01)
    assert one.media.stalled
    await soon(lambda: not one.media.stalled, "it is seen that nothing is told")
    assert one.media.picture_bps() > 100_000
    before = len(other.received)
    one.show(3)
    await soon(lambda: len(other.received) > before, "a picture")
