"""From a peer's packets to frames that are shown, each at its time."""

import asyncio
import threading
import time
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

from desk_client.rtc.picture.encoders import VideoEncoder
from desk_client.rtc.recording.tap import ConnectionTap
from desk_client.rtc.streams import incoming_picture
from desk_client.rtc.streams.incoming_picture import IncomingPicture
from desk_client.rtc.wire.payloads import VIDEO_CLOCK_HZ, Packetiser, VideoCodec
from tests.fakes.camera import grey_picture
from tests.fakes.media_pair import connected_pair, soon

if TYPE_CHECKING:
    import av


class Showing:
    """One end sends pictures that were encoded, the other shows them."""

    def __init__(self) -> None:
        self.one, self.other = connected_pair()
        self.shown: list[av.VideoFrame] = []
        self.picture = IncomingPicture(self.other.dtls, self.other.media, self.shown.append, ConnectionTap(1))
        self.picture.receiver._streams = self.other.receiver._streams  # its place in the transceiver is the fake's
        self.picture.receiver._own_ssrc = self.other.sender._ssrc
        self.other.receiver._on_packet = self.picture._packet
        self._encoder = VideoEncoder(VideoCodec.VP8, 320, 180, 30, 500_000)
        self._packetiser = Packetiser(VideoCodec.VP8)
        self._count = 0

    def send(self, *, key_frame: bool = False) -> None:
        """The next picture; its timestamp is a thirtieth of a second after the one before."""
        picture = self._encoder.encode(
            grey_picture(60 + self._count % 100, 320, 180), bitrate_bps=500_000, key_frame=key_frame
        )
        assert picture is not None
        payloads = self._packetiser.payloads(picture.data)
        self.one.sender.send_media(payloads, self._count * VIDEO_CLOCK_HZ // 30, time.monotonic())
        self._count += 1

    def end(self) -> None:
        self.picture.close()
        for end in (self.one, self.other):
            end.media.stop()


@pytest.fixture
async def showing() -> AsyncIterator[Showing]:
    made = Showing()
    yield made
    made.end()


async def test_each_picture_is_shown_as_soon_as_it_came(showing: Showing) -> None:
    for n in range(5):
        showing.send()
        await soon(lambda n=n: len(showing.shown) == n + 1, "the picture")  # type: ignore[misc]  # a lambda with a default
    assert (showing.picture.decoded, showing.picture.shown, showing.picture.dropped) == (5, 5, 0)
    assert showing.picture.buffer.pictures == 5


async def test_with_pictures_that_wait_there_is_one_timer_and_not_one_more_with_each(
    showing: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    showing.picture.delay.at_least_s = 0.2
    loop = asyncio.get_running_loop()
    wakes = 0
    show = showing.picture._show

    def counted(now: float) -> None:
        nonlocal wakes
        wakes += 1
        show(now)

    monkeypatch.setattr(showing.picture, "_show", counted)
    for _ in range(25):
        showing.send()
        await asyncio.sleep(1 / 30)
    await soon(lambda: len(showing.shown) + showing.picture.dropped == 25, "all of them")
    assert wakes <= 2 * 25 + 5  # with each that is decoded, and with each that is due
    assert loop.is_running()


async def test_what_was_decoded_and_cannot_be_shown_yet_is_bounded(showing: Showing) -> None:
    showing.picture.delay.at_least_s = 30.0
    for n in range(40):
        showing.send()
        await soon(lambda n=n: showing.picture.decoded == n + 1, "decoded")  # type: ignore[misc]  # a lambda with a default
    assert len(showing.picture._ready) <= incoming_picture._MOST_READY
    assert showing.picture.dropped == 40 - incoming_picture._MOST_READY


async def test_a_lost_picture_is_asked_for_and_shown(showing: Showing) -> None:
    showing.send()
    await soon(lambda: len(showing.shown) == 1, "the first")
    dropped: list[bytes] = []

    def lose(data: bytes) -> bool:
        if data[1] & 0x7F == 97 and not dropped:
            dropped.append(data)
            return True
        return False

    showing.one.lose = lose
    showing.send()
    showing.send()
    await soon(lambda: len(showing.shown) + showing.picture.dropped == 3, "the lost one and the one behind it")
    assert len(dropped) == 1
    assert showing.one.sender.repeats >= 1
    assert showing.one.key_frames_wanted == 0


async def test_before_a_key_frame_it_is_asked_for_until_one_comes(showing: Showing) -> None:
    showing.one.lose = lambda data: data[1] & 0x7F in (97, 98)
    showing.send()
    showing.one.lose = lambda data: data[1] & 0x7F == 98  # or a probe would be filled with what was lost
    await asyncio.sleep(0.01)
    showing.send()
    await soon(lambda: showing.one.key_frames_wanted >= 2, "asked, and asked again")
    showing.send(key_frame=True)
    await soon(lambda: len(showing.shown) == 1, "the key frame")
    await asyncio.sleep(0.05)
    asked = showing.one.key_frames_wanted
    await asyncio.sleep(0.25)
    assert showing.one.key_frames_wanted == asked


async def test_after_the_end_nothing_is_shown_and_no_thread_is_left(showing: Showing) -> None:
    showing.send()
    await soon(lambda: len(showing.shown) == 1, "the first")
    showing.picture.close()
    showing.send()
    await asyncio.sleep(0.05)
    assert len(showing.shown) == 1
    assert not [thread for thread in threading.enumerate() if thread.name == "rtc-decoder" and thread.is_alive()]
