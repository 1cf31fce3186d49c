"""The stamp survives what a call does to a picture, and is found nowhere else."""

import av
import numpy as np
import pytest
from av.video.reformatter import Interpolation, VideoReformatter
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.picture.encoders import VideoEncoder
from desk_client.rtc.picture.stamp import Luma, Stamp, read, write
from desk_client.rtc.picture.synthetic import SyntheticPicture
from desk_client.rtc.wire.payloads import VideoCodec
from tests.fakes.camera import grey_picture

STAMPS = st.builds(Stamp, st.integers(0, 255), st.integers(0, 2**32 - 1), st.integers(0, 2**32 - 1))
ONE = Stamp(7, 123_456, 4_000_000_000)


def luma_of(frame: av.VideoFrame) -> Luma:
    return np.ascontiguousarray(frame.to_ndarray(format="gray"), dtype=np.uint8)


def scaled(luma: Luma, width: int, height: int) -> Luma:
    frame = av.VideoFrame.from_ndarray(luma, format="gray")
    small = VideoReformatter().reformat(frame, width=width, height=height, interpolation=Interpolation.FAST_BILINEAR)
    return luma_of(small)


@given(stamp=STAMPS, level=st.integers(0, 255))
def test_what_is_written_is_read(stamp: Stamp, level: int) -> None:
    luma = np.full((360, 640), level, dtype=np.uint8)
    write(luma, stamp)
    assert read(luma) == stamp


@settings(max_examples=40, deadline=None)
@given(stamp=STAMPS, scale=st.floats(0.4, 2.0))
def test_it_survives_scaling(stamp: Stamp, scale: float) -> None:
    luma = np.full((360, 640), 120, dtype=np.uint8)
    write(luma, stamp)
    assert read(scaled(luma, round(640 * scale / 2) * 2, round(360 * scale / 2) * 2)) == stamp


@pytest.mark.parametrize(("across", "down"), [(4, 3), (1, 1), (21, 9), (16, 10)])
@pytest.mark.parametrize("scale", [0.5, 1.0, 1.7])
def test_it_survives_a_tile_s_crop(across: int, down: int, scale: float) -> None:
    whole = np.full((360, 640), 120, dtype=np.uint8)
    write(whole, ONE)
    luma = scaled(whole, round(640 * scale), round(360 * scale))
    height, width = luma.shape
    seen_w, seen_h = min(width, height * across // down), min(height, width * down // across)
    left, top = (width - seen_w) // 2, (height - seen_h) // 2
    assert read(luma[top : top + seen_h, left : left + seen_w]) == ONE


@pytest.mark.parametrize("codec", list(VideoCodec))
def test_it_survives_a_codec_at_300_kbit_s_and_half_size(codec: VideoCodec) -> None:
    encoder = VideoEncoder(codec, 640, 360, 30, 1_200_000)
    decoder = av.VideoCodecContext.create("h264" if codec is VideoCodec.H264 else "libvpx", "r")
    picture = SyntheticPicture(3, 640, 360)
    found = []
    for counter in range(90):
        packet = encoder.encode(picture.draw(counter, counter / 30), bitrate_bps=300_000, key_frame=False)
        assert packet is not None
        for frame in decoder.decode(av.Packet(packet.data)):
            assert isinstance(frame, av.VideoFrame)
            found.append(read(scaled(luma_of(frame), 320, 180)))
    assert found == [Stamp(3, counter, int(counter / 30 * 1000)) for counter in range(90)]


@given(st.integers(0, 255))
def test_an_even_picture_has_none(level: int) -> None:
    assert read(luma_of(grey_picture(level, 320, 180))) is None


@settings(max_examples=60)
@given(st.integers(0, 2**32 - 1))
def test_noise_has_none(seed: int) -> None:
    assert read(np.random.default_rng(seed).integers(0, 256, (180, 320), dtype=np.uint8)) is None


@given(cell=st.integers(20, 107))
def test_a_single_wrong_cell_is_noticed(cell: int) -> None:
    luma = np.full((360, 640), 120, dtype=np.uint8)
    write(luma, ONE)
    top, left = 280 + 10 * (cell // 36), 140 + 10 * (cell % 36)
    luma[top : top + 10, left : left + 10] = 240 - luma[top + 5, left + 5]
    assert read(luma) is None


def test_a_picture_too_small_for_it_has_none() -> None:
    assert read(np.zeros((20, 30), dtype=np.uint8)) is None
