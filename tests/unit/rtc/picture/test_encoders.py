"""What leaves the encoders."""

import av
import numpy as np
import pytest

from desk_client.rtc.picture.encoders import Encoded, VideoEncoder
from desk_client.rtc.picture.synthetic import SyntheticPicture
from desk_client.rtc.wire.payloads import VideoCodec
from tests.fakes.camera import grey_picture

codecs = pytest.mark.parametrize("codec", list(VideoCodec))


def encoded(encoder: VideoEncoder, frame: av.VideoFrame, bps: int = 500_000, *, key_frame: bool = False) -> Encoded:
    """Each picture leaves at once."""
    picture = encoder.encode(frame, bitrate_bps=bps, key_frame=key_frame)
    assert picture is not None
    return picture


def noisy_picture(number: int) -> av.VideoFrame:
    """Takes whatever rate it is given."""
    planes = np.random.default_rng(number).integers(118, 138, (540, 640), np.uint8)
    return av.VideoFrame.from_ndarray(planes, "yuv420p")


@codecs
def test_a_key_frame_comes_first_and_when_asked_for(codec: VideoCodec) -> None:
    encoder, picture = VideoEncoder(codec, 320, 180, 30, 500_000), SyntheticPicture(1, 320, 180)
    keys = [encoded(encoder, picture.draw(n, n / 30), key_frame=n == 4).key_frame for n in range(8)]
    assert keys == [True, False, False, False, True, False, False, False]


@codecs
def test_what_leaves_can_be_decoded_picture_by_picture(codec: VideoCodec) -> None:
    encoder = VideoEncoder(codec, 320, 180, 30, 500_000)
    decoder = av.VideoCodecContext.create("h264" if codec is VideoCodec.H264 else "libvpx", "r")
    decoder.options = {"flags": "low_delay"}
    levels = []
    for n in range(6):
        picture = encoded(encoder, grey_picture(60 + 20 * n, 320, 180), key_frame=n == 3)
        for frame in decoder.decode(av.Packet(picture.data)):
            assert isinstance(frame, av.VideoFrame)
            assert (frame.width, frame.height) == (320, 180)
            levels.append(frame.to_ndarray()[:180].mean())
    assert levels == pytest.approx([60 + 20 * n for n in range(6)], abs=4)


@pytest.mark.parametrize("begins_bps", [1_500_000, 200_000])
def test_a_change_of_rate_needs_no_key_frame_and_is_followed_both_ways(begins_bps: int) -> None:
    encoder = VideoEncoder(VideoCodec.H264, 640, 360, 30, 2_000_000)
    then_bps = 1_700_000 - begins_bps
    found = [encoded(encoder, noisy_picture(n), begins_bps if n < 120 else then_bps) for n in range(240)]
    assert [picture.key_frame for picture in found] == [True, *[False] * 239]
    before, after = (sum(len(picture.data) for picture in part) * 8 / 2 for part in (found[60:120], found[180:]))
    low, high = sorted((before, after))
    assert low < 240_000 < 0.4 * high
    assert high < 1_800_000
    assert (after > before) == (then_bps > begins_bps)


def test_no_rate_is_obeyed_beyond_the_bounds() -> None:
    encoder, picture = VideoEncoder(VideoCodec.H264, 320, 180, 30, 300_000), SyntheticPicture(1, 320, 180)
    sizes = [len(encoded(encoder, picture.draw(n, n / 30), 50_000_000).data) for n in range(90)]
    assert sum(sizes[30:]) * 8 / 2 < 330_000
    for bps in (0, -5):
        encoded(encoder, picture.draw(1, 1.0), bps)
