"""A long call in virtual time: everything between encoder and decoder, both ways, in one process.

Encoded pictures and Opus are recorded once and sent over and over; decoded are sounds alone (a decoder of pictures has
its own thread, and so its own time). The path changes every ten seconds: clean, lossy, lossy in bursts, narrow, mixed
up, long, dead for a while, and from the beginning again. Numbers turn over, a stranger names a new source each second,
and each minute two others meet and part: what remains of them would be found as well.
"""

# ruff: noqa: SLF001  (numbers are set to where they turn over, which nobody else may)

import asyncio
import gc
import itertools
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Final
from unittest.mock import patch

import av
import numpy as np
import psutil
from aiortc.rtp import RtpPacket

from benchmarks.memory_rooms.in_use import InUse, in_use
from desk_client.rtc.picture.encoders import Encoded, VideoEncoder
from desk_client.rtc.recording.tap import ConnectionTap
from desk_client.rtc.sound.card import BLOCK
from desk_client.rtc.sound.meter import SAMPLE_RATE
from desk_client.rtc.sound.opus import VoiceEncoder
from desk_client.rtc.streams import incoming_picture
from desk_client.rtc.streams.incoming_picture import IncomingPicture
from desk_client.rtc.streams.incoming_voice import IncomingVoice
from desk_client.rtc.streams.outgoing_picture import OutgoingPicture
from desk_client.rtc.streams.outgoing_voice import OutgoingVoice
from desk_client.rtc.wire.frame_buffer import EncodedPicture
from desk_client.rtc.wire.payloads import VideoCodec
from tests.fakes.media_pair import PICTURE, PICTURE_H264, MediaEnd, at_once
from tests.fakes.network_path import Bursts, Conditions, Path
from tests.fakes.virtual_loop import run_in_virtual_time

_SIZE: Final = (320, 180)
_FPS: Final = 30
_WANTED_BPS: Final = 600_000
_BLOCK_S: Final = BLOCK / SAMPLE_RATE
_RECORDED_S: Final = 2
_UDP_IP: Final = 28
MINUTE_S: Final = 60.0
_MB: Final = 1e6
_VISIT_S: Final = 1.0

_WEATHER: Final = (
    Conditions(delay_s=0.02),
    Conditions(delay_s=0.05, loss=0.05),
    Conditions(delay_s=0.05, bursts=Bursts.of(0.03, 8), jitter_s=0.02),
    Conditions(delay_s=0.1, rate_bps=400_000),
    Conditions(delay_s=0.03, late=0.05, twice=0.05, jitter_s=0.03),
    Conditions(delay_s=0.3, rate_bps=1_000_000, loss=0.1),
)
_DEAD: Final = Conditions(delay_s=0.02, out=True)
_DEAD_S: Final = 3.0
"""At the end of each minute."""


@dataclass(frozen=True)
class Recorded:
    """What is sent: pictures, the first of which is a key frame, and sound (None where nothing need be sent)."""

    codec: VideoCodec
    pictures: list[Encoded]
    sound: list[bytes | None]


@dataclass(frozen=True)
class VirtualSample:
    """What the process held; the last two count from the beginning, of both ends together."""

    at_s: float
    in_use: InUse
    resident_mb: float
    shown: int
    packets: int


class _AtOnce:
    """In the place of `PictureDecoder`: whatever comes is a small picture."""

    def __init__(
        self, _codec: VideoCodec, on_frame: Callable[[av.VideoFrame], None], _on_loss: Callable[[], None]
    ) -> None:
        self._on_frame = on_frame

    def put(self, picture: EncodedPicture) -> None:
        frame = av.VideoFrame(16, 16, "yuv420p")
        frame.pts = picture.timestamp
        self._on_frame(frame)

    def close(self) -> None:
        """There is no thread."""


class Talker(MediaEnd):
    """One end with all four streams."""

    def __init__(self, recorded: Recorded, *, listens: bool = True) -> None:
        picture = PICTURE if recorded.codec is VideoCodec.VP8 else PICTURE_H264
        super().__init__(wanted_bps=_WANTED_BPS, picture=picture)
        self.shown = 0
        self._recorded = recorded
        self._listens = listens
        self._outgoing = OutgoingPicture(self.dtls, self.media, lambda: None, ConnectionTap(1))
        self.incoming = IncomingPicture(self.dtls, self.media, self._picture_came, ConnectionTap(1))
        self.voice = OutgoingVoice(self.dtls, self.media, ConnectionTap(1))
        self.heard = IncomingVoice(self.dtls, self.media, ConnectionTap(1))
        self.sender, self.receiver = self._outgoing.sender, self.incoming.receiver
        self.receiver._set_rtcp_ssrc(self.sender._ssrc)
        self.heard.receiver._set_rtcp_ssrc(self.voice.sender._ssrc)
        for sender, rate in ((self.sender, 90_000), (self.voice.sender, SAMPLE_RATE)):
            sender._sequence_number = (1 << 16) - 500
            sender._timestamp_origin = (1 << 32) - 90 * rate

    def meet(self, other: "Talker", path: Path, on_sent: Callable[[bytes], None]) -> None:
        """From now on what is sent takes that path there."""
        self.connect(other)
        self.negotiated("audio", self.voice.sender, self.heard.receiver, other.voice.sender)

        def sent(data: bytes) -> None:
            on_sent(data)
            loop = self.media._loop
            for arrival_s in path.carry(loop.time(), len(data) + _UDP_IP).arrivals_s:
                loop.call_at(arrival_s, other.comes, data)

        self.carrier.on_sent = sent

    async def go_on_showing(self) -> None:
        """Send pictures at their pace."""
        place = 0
        begun_s = time.monotonic()
        for count in itertools.count():
            if self._outgoing.has_room():
                place = 0 if self._outgoing.take_key_frame_request() else 1 + place % (len(self._recorded.pictures) - 1)
                self._outgoing.take(self._recorded.pictures[place], time.monotonic())
            await asyncio.sleep(begun_s + (count + 1) / _FPS - time.monotonic())

    async def go_on_talking(self) -> None:
        """Send sound at its pace, and take at the same pace what comes."""
        begun_s = time.monotonic()
        for count in itertools.count():
            payload = self._recorded.sound[count % len(self._recorded.sound)]
            if payload is not None:
                self.voice.take(payload, count * BLOCK, time.monotonic(), 30)
            if self._listens:
                self.heard.pull(BLOCK)
            await asyncio.sleep(begun_s + (count + 1) * _BLOCK_S - time.monotonic())

    def end(self) -> None:
        """Part."""
        for stopped in (self.sender, self.voice.sender, self.receiver, self.heard.receiver):
            at_once(stopped.stop())
        for closed in (self._outgoing, self.incoming, self.heard):
            closed.close()
        self.media.stop()

    def _picture_came(self, _frame: av.VideoFrame) -> None:
        self.shown += 1


def recorded(codec: VideoCodec = VideoCodec.VP8, *, key_frame_every: int = _RECORDED_S * _FPS) -> Recorded:
    """Noise that moves, and a voice-like sound with pauses."""
    chance = np.random.default_rng(1)
    encoder = VideoEncoder(codec, *_SIZE, _FPS, _WANTED_BPS)
    pictures = []
    for n in range(_RECORDED_S * _FPS):
        planes = np.full((_SIZE[1] * 3 // 2, _SIZE[0]), 128, np.uint8)
        planes[: _SIZE[1]] += chance.integers(0, 30, (_SIZE[1], _SIZE[0]), np.uint8)
        frame = av.VideoFrame.from_ndarray(planes, "yuv420p")
        frame.pts = n
        encoded = encoder.encode(frame, bitrate_bps=_WANTED_BPS, key_frame=n % key_frame_every == 0)
        assert encoded is not None
        pictures.append(encoded)
    voice = VoiceEncoder()
    at = np.arange(_RECORDED_S * SAMPLE_RATE) / SAMPLE_RATE
    loud = 6000 * (np.sin(2 * np.pi * at) > 0) * np.sin(2 * np.pi * 220 * at)
    blocks = np.rint(loud + chance.normal(0, 20, loud.size)).astype(np.int16).reshape(-1, BLOCK)
    sound = [voice.encode(np.ascontiguousarray(block)) for block in blocks]
    voice.close()
    return Recorded(codec, pictures, sound)


def sampled_in_virtual_time(
    minutes: float,
    every_s: float = MINUTE_S,
    *,
    unread: bool = False,
    keep: Callable[[bytes], None] = lambda _data: None,
    on_sample: Callable[[VirtualSample], None] = lambda _sample: None,
) -> list[VirtualSample]:
    """Hold a call of so many minutes.

    Args:
        minutes: of virtual time.
        every_s: between two samples; the path's changes come back each minute, so that whole ones are alike.
        unread: whether one end takes none of the sound that comes.
        keep: is given each packet that is sent; one that keeps it is a leak.
        on_sample: is given each sample when it is taken.
    """
    with patch.object(incoming_picture, "PictureDecoder", _AtOnce):
        return run_in_virtual_time(lambda: _call(minutes * MINUTE_S, every_s, keep, on_sample, unread=unread))


async def _call(
    seconds: float,
    every_s: float,
    keep: Callable[[bytes], None],
    on_sample: Callable[[VirtualSample], None],
    *,
    unread: bool,
) -> list[VirtualSample]:
    sent = recorded()
    ends = _met(sent, list(_changing(seconds)), keep, unread=unread)
    tasks = [asyncio.create_task(each) for end in ends for each in (end.go_on_showing(), end.go_on_talking())]
    tasks += [asyncio.create_task(_stranger(ends[0])), asyncio.create_task(_visitors(sent))]
    samples = []
    for turn in range(1, round(seconds / every_s) + 1):
        await asyncio.sleep(turn * every_s - time.monotonic())
        if failed := next((task for task in tasks if task.done()), None):
            failed.result()
        samples.append(_sample(ends))
        on_sample(samples[-1])
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    for end in ends:
        end.end()
    return samples


def _met(
    sent: Recorded, course: list[tuple[float, Conditions]], keep: Callable[[bytes], None], *, unread: bool = False
) -> tuple[Talker, ...]:
    ends = Talker(sent), Talker(sent, listens=not unread)
    for seed, (one, other) in enumerate((ends, ends[::-1])):
        one.meet(other, Path(course, seed), keep)
    return ends


def _changing(seconds: float) -> Iterator[tuple[float, Conditions]]:
    """The same each minute."""
    for minute in range(int(seconds / MINUTE_S) + 1):
        for place, conditions in enumerate(_WEATHER):
            yield MINUTE_S * (minute + place / len(_WEATHER)), conditions
        yield MINUTE_S * (minute + 1) - _DEAD_S, _DEAD


async def _stranger(end: Talker) -> None:
    chance = Random(1)  # noqa: S311 - repeatable chance, no secret
    while True:
        await asyncio.sleep(1.0)
        number, timestamp, source = (chance.getrandbits(bits) for bits in (16, 32, 32))
        end.comes(RtpPacket(PICTURE.payloadType or 0, 1, number, timestamp, source, b"x").serialize())


async def _visitors(sent: Recorded) -> None:
    while True:
        ends = _met(sent, [(0.0, _WEATHER[0])], lambda _data: None)
        tasks = [asyncio.create_task(each) for end in ends for each in (end.go_on_showing(), end.go_on_talking())]
        await asyncio.sleep(_VISIT_S)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for end in ends:
            end.end()
        await asyncio.sleep(MINUTE_S - _VISIT_S)


def _sample(ends: tuple[Talker, ...]) -> VirtualSample:
    gc.collect()
    return VirtualSample(
        time.monotonic(),
        in_use(),
        psutil.Process().memory_info().rss / _MB,
        sum(end.shown for end in ends),
        sum(end.media.packets_received for end in ends),
    )
