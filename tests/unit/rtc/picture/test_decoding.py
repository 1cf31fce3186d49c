"""The decoder's thread, whatever it is given."""

import resource
import threading
from collections.abc import Callable
from typing import Self

import av
import pytest

from desk_client.rtc.picture.decoding import PictureDecoder
from desk_client.rtc.picture.encoders import VideoEncoder
from desk_client.rtc.wire.frame_buffer import EncodedPicture
from desk_client.rtc.wire.payloads import VideoCodec
from tests.fakes.camera import grey_picture

codecs = pytest.mark.parametrize("codec", list(VideoCodec))


class Decoding:
    """A decoder, and what came of what it was given."""

    def __init__(self, codec: VideoCodec) -> None:
        self._changed = threading.Condition()
        self.frames: list[av.VideoFrame] = []
        self.losses = 0
        self.decoder = PictureDecoder(codec, self._frame, self._loss)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.decoder.close()

    def put(self, data: bytes, timestamp: int = 0) -> None:
        self.decoder.put(EncodedPicture(data, timestamp, key_frame=True))

    def until(self, holds: Callable[[], bool]) -> None:
        with self._changed:
            assert self._changed.wait_for(holds, 10)

    def _frame(self, frame: av.VideoFrame) -> None:
        with self._changed:
            self.frames.append(frame)
            self._changed.notify_all()

    def _loss(self) -> None:
        with self._changed:
            self.losses += 1
            self._changed.notify_all()


def pictures(codec: VideoCodec, count: int, width: int = 320, height: int = 180) -> list[bytes]:
    encoder = VideoEncoder(codec, width, height, 30, 500_000)
    found = []
    for n in range(count):
        picture = encoder.encode(grey_picture(60 + n, width, height), bitrate_bps=500_000, key_frame=False)
        assert picture is not None
        found.append(picture.data)
    return found


@codecs
def test_each_picture_becomes_a_frame_that_bears_its_time(codec: VideoCodec) -> None:
    with Decoding(codec) as decoding:
        for n, data in enumerate(pictures(codec, 5)):
            decoding.put(data, (1 << 32) + 3000 * n)
        decoding.until(lambda: len(decoding.frames) == 5)
        assert [frame.pts for frame in decoding.frames] == [(1 << 32) + 3000 * n for n in range(5)]
        assert decoding.losses == 0


@codecs
def test_garbage_is_told_of_and_a_good_picture_behind_it_is_decoded(codec: VideoCodec) -> None:
    with Decoding(codec) as decoding:
        for junk in (b"\xff" * 50, b"\0\0\0\1\x65" + b"\x11" * 400, b"\0", b"\0\0\0\1\x67\x42"):
            decoding.put(junk)
        decoding.until(lambda: decoding.losses >= 1)
        decoding.put(pictures(codec, 1)[0], 7)
        decoding.until(lambda: any(frame.pts == 7 for frame in decoding.frames))


class Bits:
    """Writes what a parameter set is made of (H.264 section 9.1)."""

    def __init__(self) -> None:
        self._bits = ""

    def u(self, value: int, width: int) -> "Bits":
        self._bits += f"{value:0{width}b}"
        return self

    def ue(self, value: int) -> "Bits":
        code = f"{value + 1:b}"
        self._bits += "0" * (len(code) - 1) + code
        return self

    def nal(self, header: int) -> bytes:
        bits = self._bits + "1"
        bits += "0" * (-len(bits) % 8)
        body = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))
        for triple in (0, 1, 2, 3):  # emulation prevention (section 7.4.1)
            body = body.replace(bytes((0, 0, triple)), bytes((0, 0, 3, triple)))
        return b"\0\0\0\1" + bytes((header,)) + body


def h264_of(width: int, height: int) -> bytes:
    """A key frame that claims that size: its parameters are sound, its one slice says that all is skipped."""
    sps = Bits().u(66, 8).u(0, 8).u(51, 8).ue(0).ue(0).ue(0).ue(0).ue(1).u(0, 1)
    sps.ue(width // 16 - 1).ue(height // 16 - 1).u(1, 1).u(1, 1).u(0, 1).u(0, 1)
    pps = Bits().ue(0).ue(0).u(0, 1).u(0, 1).ue(0).ue(0).ue(0).u(0, 1).u(0, 2).ue(0).ue(0).ue(0).u(0, 1).u(0, 1).u(0, 1)
    slice_ = Bits().ue(0).ue(7).ue(0).u(0, 4).ue(0).ue(0).u(0, 1).u(0, 1).ue(0)
    return sps.nal(0x67) + pps.nal(0x68) + slice_.nal(0x65) + b"\x55" * 200


def vp8_of(width: int, height: int) -> bytes:
    """The head of a key frame that claims that size (RFC 6386 section 9.1)."""
    tag = 0 | (1 << 4) | (100 << 5)
    return (
        tag.to_bytes(3, "little")
        + b"\x9d\x01\x2a"
        + width.to_bytes(2, "little")
        + height.to_bytes(2, "little")
        + bytes(400)
    )


@pytest.mark.parametrize(
    ("codec", "bomb"),
    [
        (VideoCodec.H264, h264_of(16384, 16384)),
        (VideoCodec.H264, h264_of(8192, 8192)),
        (VideoCodec.VP8, vp8_of(16383, 16383)),
        (VideoCodec.VP8, vp8_of(8192, 8192)),
    ],
    ids=["H264 16k", "H264 8k", "VP8 16k", "VP8 8k"],
)
def test_a_picture_that_claims_a_huge_size_is_refused_and_takes_no_memory(codec: VideoCodec, bomb: bytes) -> None:
    before_kib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with Decoding(codec) as decoding:
        for _ in range(5):
            decoding.put(bomb)
        decoding.until(lambda: decoding.losses == 5)
        assert decoding.frames == []
        decoding.put(pictures(codec, 1)[0], 7)
        decoding.until(lambda: any(frame.pts == 7 for frame in decoding.frames))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kib < 60_000  # one has 100 or 400 MB


def test_the_same_with_a_size_that_cameras_have_is_taken() -> None:
    with Decoding(VideoCodec.H264) as decoding:
        decoding.put(h264_of(1280, 720))
        decoding.until(lambda: bool(decoding.frames) or bool(decoding.losses))
        assert [(frame.width, frame.height) for frame in decoding.frames] == [(1280, 720)]


def test_one_that_comes_while_too_many_wait_is_lost_and_the_end_is_not_waited_for() -> None:
    held, entered = threading.Event(), threading.Event()
    lost: list[int] = []

    def hold(_frame: av.VideoFrame) -> None:
        entered.set()
        held.wait(10)

    decoder = PictureDecoder(VideoCodec.VP8, hold, lambda: lost.append(1))
    [data] = pictures(VideoCodec.VP8, 1)
    decoder.put(EncodedPicture(data, 0, key_frame=True))
    assert entered.wait(10)
    for n in range(70):
        decoder.put(EncodedPicture(data, n, key_frame=True))
    assert len(lost) == 10
    threading.Timer(0.05, held.set).start()
    decoder.close()
    assert not decoder._thread.is_alive()
