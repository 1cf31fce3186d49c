"""From captured pictures and sound to the packets that aiortc takes."""

import asyncio
from collections.abc import AsyncIterator

import numpy as np
import pytest

from desk_client.rtc import peer
from desk_client.rtc.encoders import VideoCodec
from desk_client.rtc.port import IceServer
from desk_client.rtc.senders import PictureSender, VoiceSender
from desk_client.rtc.sound import BLOCK
from desk_client.rtc.tracks import AnyPacket, PacketTrack
from tests.fakes.camera import grey_picture


class Sending:
    """A picture sender and the end of aiortc that takes its packets."""

    def __init__(self) -> None:
        self.track = PacketTrack("video")
        self.sender = PictureSender(self.track, 30, lambda: VideoCodec.H264, lambda: 500_000)

    async def sent(self, level: int) -> AnyPacket:
        taking = asyncio.create_task(self.track.recv())
        await asyncio.sleep(0)  # the sender begins to wait
        self.sender.offer(grey_picture(level, 320, 180))
        return await asyncio.wait_for(taking, 5)


@pytest.fixture
async def sending() -> AsyncIterator[Sending]:
    made = Sending()
    yield made
    made.sender.close()


async def test_the_first_picture_is_whole_and_another_when_it_is_asked_for(sending: Sending) -> None:
    assert (await sending.sent(60)).is_keyframe
    assert not (await sending.sent(61)).is_keyframe
    sending.sender.request_keyframe()
    assert (await sending.sent(62)).is_keyframe
    assert not (await sending.sent(63)).is_keyframe
    assert sending.track.given == 4


async def test_nothing_is_encoded_before_it_is_wanted(sending: Sending) -> None:
    for level in range(50, 60):
        sending.sender.offer(grey_picture(level, 320, 180))
    assert (await sending.sent(100)).is_keyframe
    assert sending.track.given == 1


async def test_voice_leaves_in_packets_of_20_ms() -> None:
    track = PacketTrack("audio")
    sender = VoiceSender(track)
    silence = np.zeros(BLOCK, dtype=np.int16)
    sender.offer(silence)
    taking = asyncio.create_task(track.recv())
    await asyncio.sleep(0)
    for _ in range(3):
        sender.offer(silence)
    packets = [await asyncio.wait_for(taking, 5), await track.recv(), await track.recv()]
    assert [packet.pts for packet in packets] == [0, BLOCK, 2 * BLOCK]


async def test_a_track_that_nobody_empties_does_not_grow_for_ever() -> None:
    track = PacketTrack("audio")
    sender = VoiceSender(track)
    track.wanted = True
    for _ in range(200):
        sender.offer(np.zeros(BLOCK, dtype=np.int16))
    await asyncio.sleep(0)
    assert track._packets.qsize() < 100


def test_the_servers_are_always_named_if_they_are_none() -> None:
    assert peer._configuration(()).iceServers == []
    servers = (IceServer(("turn:relay.example?transport=tcp", "junk"), "user", "secret"), IceServer(("http://no",)))
    [server] = peer._configuration(servers).iceServers or []
    assert (server.urls, server.username, server.credential) == (["turn:relay.example?transport=tcp"], "user", "secret")
