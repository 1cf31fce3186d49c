"""What is written, as upstream reads it, and what of it may be sent again."""

import struct

from aiortc.rtcrtpparameters import RTCRtpHeaderExtensionParameters, RTCRtpParameters
from aiortc.rtp import HeaderExtensionsMap, RtpPacket, unwrap_rtx
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.wire import reports, transport_feedback
from desk_client.rtc.wire.history import History
from desk_client.rtc.wire.rtp import ExtensionIds, OutgoingPacket, packed, retransmission

IDS = ExtensionIds(mid=1, audio_level=2, abs_send_time=3, transport_sequence_number=4)
URIS = {
    1: "urn:ietf:params:rtp-hdrext:sdes:mid",
    2: "urn:ietf:params:rtp-hdrext:ssrc-audio-level",
    3: "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time",
    4: transport_feedback.EXTENSION_URI,
}
EXTENSIONS = HeaderExtensionsMap()
EXTENSIONS.configure(
    RTCRtpParameters(headerExtensions=[RTCRtpHeaderExtensionParameters(id=id_, uri=uri) for id_, uri in URIS.items()])
)

packets = st.builds(
    OutgoingPacket,
    ssrc=st.integers(0, 0xFFFFFFFF),
    payload_type=st.integers(96, 127),
    sequence_number=st.integers(0, 65535),
    timestamp=st.integers(0, 0xFFFFFFFF),
    marker=st.booleans(),
    payload=st.binary(max_size=40),
    mid=st.one_of(st.none(), st.sampled_from([b"0", b"video", b"0123456789abcdef"])),
    audio_level_dbov=st.one_of(st.none(), st.integers(0, 127)),
    padding=st.integers(0, 255),
)


@settings(deadline=None)
@given(packets, st.one_of(st.none(), st.integers(0, 65535)), st.integers(0, (1 << 64) - 1))
def test_upstream_reads_what_was_written(packet: OutgoingPacket, number: int | None, ntp: int) -> None:
    data = packed(packet, IDS, number, ntp)
    read = RtpPacket.parse(data, EXTENSIONS)
    assert (read.ssrc, read.payload_type, read.sequence_number) == (
        packet.ssrc,
        packet.payload_type,
        packet.sequence_number,
    )
    assert (read.timestamp, bool(read.marker), read.payload) == (packet.timestamp, packet.marker, packet.payload)
    assert read.padding_size == packet.padding
    assert read.extensions.mid == (packet.mid.decode() if packet.mid else None)
    assert read.extensions.transport_sequence_number == number
    if packet.audio_level_dbov is not None:
        assert read.extensions.audio_level == (False, packet.audio_level_dbov)
    assert len(data) <= packet.size + 4 + 2 + len(packet.mid or b"")


def test_without_transport_wide_numbers_the_time_of_sending_is_told() -> None:
    ids = ExtensionIds(abs_send_time=3)
    packet = OutgoingPacket(1, 96, 2, 3, marker=False, payload=b"x")
    seconds = 1000.5
    read = RtpPacket.parse(packed(packet, ids, None, round(seconds * (1 << 32))), EXTENSIONS)
    assert read.extensions.abs_send_time == round(seconds % 64 * (1 << 18))


def test_without_extensions_there_are_none() -> None:
    data = packed(OutgoingPacket(1, 96, 2, 3, marker=True, payload=b"xyz"), ExtensionIds(), 7, 0)
    assert (len(data), data[0] & 0x10) == (15, 0)


def test_a_repeat_unwraps_to_what_was_sent_first() -> None:
    packet = OutgoingPacket(1, 96, 65535, 3000, marker=True, payload=b"xyz", mid=b"0")
    again = RtpPacket.parse(packed(retransmission(packet, 9, 97, 12), IDS, 1, 0), EXTENSIONS)
    assert (again.ssrc, again.payload_type, again.sequence_number) == (9, 97, 12)
    first = unwrap_rtx(again, payload_type=96, ssrc=1)
    assert (first.sequence_number, first.timestamp, first.marker, first.payload) == (65535, 3000, 1, b"xyz")


def outgoing(number: int, size: int = 100) -> OutgoingPacket:
    return OutgoingPacket(1, 96, number & 0xFFFF, 0, marker=False, payload=bytes(size))


def test_a_packet_is_sent_again_at_most_twice_a_round_trip() -> None:
    history = History()
    history.sent(outgoing(7), 10.0)
    assert history.asked(8, 10.1, 0.1) is None
    given_ = [history.asked(7, 10.1 + step / 1000, 0.1) is not None for step in range(300)]
    assert [step for step, again in enumerate(given_) if again][:4] == [0, 1, 80, 81]
    assert sum(given_) <= 8
    quick = [history.asked(7, 11 + step / 1000, 0.0) is not None for step in range(100)]
    assert sum(quick) <= 10


@settings(deadline=None)
@given(st.lists(st.floats(0, 0.05), min_size=1, max_size=100), st.integers(0, 65535))
def test_history_keeps_the_newest_three_seconds(pauses_s: list[float], first: int) -> None:
    history, now = History(), 0.0
    for number, pause_s in enumerate(pauses_s):
        now += pause_s
        history.sent(outgoing(first + number), now)
    newest = history.asked(first + len(pauses_s) - 1 & 0xFFFF, now, 0.1)
    assert newest is not None
    assert all(now - kept.at_s <= 3 for kept in history._kept.values())


def test_history_is_bounded_in_number_and_by_the_turn_of_the_count() -> None:
    history = History()
    for number in range(70_000):
        history.sent(outgoing(number), number / 1000)
    assert len(history._kept) == 1200
    assert history.asked(70_000 - 1200 & 0xFFFF, 70.0, 0.1) is not None
    assert history.asked(70_000 - 1201 & 0xFFFF, 70.0, 0.1) is None


def test_a_probe_is_filled_with_the_largest_of_the_newest() -> None:
    history = History()
    assert history.largest_lately() is None
    for number, size in enumerate((1200, 10, 20, 900, 30, 10, 10, 10, 10)):
        history.sent(outgoing(number, size), 1.0)
    largest = history.largest_lately()
    assert largest is not None
    assert largest.sequence_number == 3


def feedback(fci: bytes, *, padded: bool = False) -> bytes:
    body = struct.pack("!II", 1, 2) + fci
    return struct.pack("!BBH", 0x80 | (0x20 if padded else 0) | transport_feedback.FORMAT, 205, len(body) // 4) + body


def test_a_compound_packet_is_taken_apart() -> None:
    bye = struct.pack("!BBHI", 0x81, 203, 1, 5)
    found = list(reports.messages(bye + feedback(b"abcdefgh") + feedback(b"abcd\0\0\0\3", padded=True) + bye))
    assert [message.is_transport_feedback for message in found] == [False, True, True, False]
    assert [message.fci for message in found[1:3]] == [b"abcdefgh", b"abcd\0"]
    assert found[0].data == bye


def test_wrong_padding_leaves_nothing() -> None:
    [message] = reports.messages(feedback(b"abcdefg\xff", padded=True))
    assert message.fci == b""


feedbacks = st.binary(max_size=16).map(lambda fci: feedback(fci + bytes(-len(fci) % 4)))


@settings(deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=30), feedbacks), max_size=5))
def test_any_bytes_are_taken_apart_and_none_is_lost(parts: list[bytes]) -> None:
    data = b"".join(parts)
    found = list(reports.messages(data))
    assert b"".join(message.data for message in found)[: len(data)] == data
    for message in found:
        assert message.is_transport_feedback in (True, False)
        assert len(message.fci) <= len(data)
