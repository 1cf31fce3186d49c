"""A peer that has the keys and means ill: nothing it sends raises, and nothing grows without end."""

import asyncio
import logging
import struct
from collections.abc import AsyncIterator, Sized
from random import Random

import pytest
from aioice import stun
from aiortc.rtp import RtpPacket
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_client.rtc.recording.tap import ConnectionTap
from desk_client.rtc.session import upstream
from desk_client.rtc.streams.incoming_picture import IncomingPicture
from tests.fakes.hostile_peer import HostilePeer
from tests.fakes.media_pair import PICTURE, MediaEnd, connected_pair


@pytest.fixture
async def pair() -> AsyncIterator[tuple[MediaEnd, MediaEnd]]:
    one, other = connected_pair()
    yield one, other
    one.media.stop()
    other.media.stop()


HEADS = [b"", b"\x80\x61", b"\x90\x61", b"\x80\xc8", b"\x8f\xcd"]
"""None, then those of RTP without and with extensions, of a sender report and of transport-wide feedback."""


def hostile(end: MediaEnd, theirs: MediaEnd, seed: int) -> HostilePeer:
    return HostilePeer(Random(seed), theirs.sender._ssrc, theirs.sender._rtx_ssrc, end.sender._ssrc)  # noqa: S311 - repeatable chance, no secret


def flood(end: MediaEnd, peer: HostilePeer, packets: int) -> None:
    for n in range(packets):
        end.comes((peer.rtp, peer.rtcp, peer.feedback)[n % 3]())
        if n % 50 == 0:
            end.show(2)


def remembered(end: MediaEnd) -> int:
    """Entries of whatever a peer's packets may fill."""
    media, receiver = end.media, end.receiver
    entries: list[Sized] = [
        end.dtls._rtp_router.ssrc_table,
        receiver._streams,
        receiver._reports,
        media._arrivals._at_s,
        media._sent._sent,
        media.estimator._throughput._arrived,
        media.estimator._standing._lately,
        media.estimator._standing._buckets,
        media.estimator._trend._points,
        media.round_trips._sent_at,
        *media._pacer._queues,
    ]
    return sum(map(len, entries))


async def test_thousands_of_its_packets_raise_nothing_and_fill_nothing(
    pair: tuple[MediaEnd, MediaEnd], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    end, theirs = pair
    for seed in range(4):
        flood(end, hostile(end, theirs, seed), 1500)
        await asyncio.sleep(0)
        end.received.clear()
    assert caplog.records == []  # what would have raised is logged as an error
    assert remembered(end) < 12_000
    assert 50_000 <= end.media.estimator.target_bps <= 6_000_000


def comes(end: MediaEnd, datagrams: list[bytes]) -> None:
    for data in datagrams:
        end.comes(data)


@settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.binary(max_size=80), max_size=5),
    st.sampled_from([b"", b"\x80\x61", b"\x90\x61", b"\x80\xc8", b"\x8f\xcd"]),
)
def test_any_bytes_may_come(datagrams: list[bytes], begins: bytes) -> None:
    async def there() -> None:
        end, other = connected_pair()
        comes(end, [begins + data for data in datagrams])
        end.media.stop()
        other.media.stop()

    asyncio.run(there())


async def test_a_header_extension_of_the_wrong_size_does_not_end_the_receiving(
    pair: tuple[MediaEnd, MediaEnd],
) -> None:
    end, theirs = pair
    extension = struct.pack("!HHI", 0xBEDE, 1, 0x30070000)  # one byte where a number has two
    end.comes(struct.pack("!BBHII", 0x90, 97, 1, 0, theirs.sender._ssrc) + extension + b"\x10abc")
    end.comes(RtpPacket(97, 1, 2, 0, theirs.sender._ssrc, b"\x10abc").serialize())
    assert [packet.sequence_number for packet in end.received] == [2]


async def test_a_truncated_remb_does_not_end_it(pair: tuple[MediaEnd, MediaEnd]) -> None:
    end, _ = pair
    body = struct.pack("!II", 1, end.sender._ssrc) + b"REMB" + bytes((200, 0, 0, 9))
    end.comes(struct.pack("!BBH", 0x8F, 206, len(body) // 4) + body)


async def test_an_empty_datagram_does_not_end_it(pair: tuple[MediaEnd, MediaEnd]) -> None:
    end, theirs = pair
    packet = RtpPacket(97, 1, 2, 0, theirs.sender._ssrc, b"\x10abc").serialize()
    for datagram in (b"", b"", packet):
        end.carrier.datagrams.put_nowait(datagram)
    assert await asyncio.wait_for(end.dtls.transport._recv(), 5) == packet


async def test_a_new_source_in_each_packet_is_not_remembered(pair: tuple[MediaEnd, MediaEnd]) -> None:
    end, theirs = pair
    for ssrc in range(5000):
        end.comes(RtpPacket(97, 1, ssrc & 0xFFFF, 0, ssrc, b"\x10abc").serialize())
    assert len(end.dtls._rtp_router.ssrc_table) <= upstream._MOST_SOURCES
    assert len(end.receiver._streams) <= 4
    end.receiver._streams.clear()
    end.comes(RtpPacket(97, 1, 2, 0, theirs.sender._ssrc, b"\x10abc").serialize())
    assert end.received[-1].ssrc == theirs.sender._ssrc  # its real one was agreed upon, and goes on


@pytest.mark.expected_errors("a packet was left out")
async def test_an_error_of_our_own_does_not_end_it_and_is_told_once(
    pair: tuple[MediaEnd, MediaEnd], caplog: pytest.LogCaptureFixture
) -> None:
    end, theirs = pair
    end.receiver._on_packet = lambda _codec, _packet, _now: 1 // 0  # type: ignore[assignment]  # an error
    for number in range(5):
        end.comes(RtpPacket(97, 1, number, 0, theirs.sender._ssrc, b"\x10abc").serialize())
    assert len([record for record in caplog.records if record.levelno >= logging.ERROR]) == 1


@pytest.fixture
async def seen(pair: tuple[MediaEnd, MediaEnd]) -> AsyncIterator[tuple[IncomingPicture, MediaEnd]]:
    end, theirs = pair
    made = IncomingPicture(end.dtls, end.media, lambda _frame: None, ConnectionTap(1))
    made.receiver._streams, made.receiver._codecs = end.receiver._streams, end.receiver._codecs
    end.receiver._on_packet = made._packet
    yield made, theirs
    made.close()


async def test_pictures_of_noise_are_asked_for_anew_and_fill_nothing(
    pair: tuple[MediaEnd, MediaEnd], seen: tuple[IncomingPicture, MediaEnd], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    end, theirs = pair
    picture, _ = seen
    peer = hostile(end, theirs, 5)
    for n in range(1500):
        end.comes(peer.rtp())
        if n % 100 == 0:
            await asyncio.sleep(0.002)
    assert caplog.records == []
    assert picture.key_frames_asked > 0
    assert len(picture.buffer._held) <= 2048
    assert len(picture._show_at) <= 120
    assert PICTURE.payloadType == 97


@given(st.integers(0, 2**32 - 1))
@settings(deadline=None, max_examples=200)
def test_what_comes_before_there_are_keys_is_stun_or_is_not(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - repeatable chance, no secret
    message = stun.Message(stun.Method.BINDING, stun.Class.REQUEST)
    message.attributes.update(USERNAME="us:them", PRIORITY=7)
    message.attributes["XOR-MAPPED-ADDRESS"] = ("10.0.0.1", 9)
    data = bytearray(bytes(message))
    for _ in range(3):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        str(stun.parse_message(bytes(data)))
    except ValueError:
        return
