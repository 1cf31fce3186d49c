"""What leaves the encoders."""

import av
import numpy as np
import pytest

from desk_client.rtc.encoders import VIDEO_CLOCK, VideoCodec, VideoEncoder, VoiceEncoder
from desk_client.rtc.meter import SAMPLE_RATE, Samples, level_dbfs, tone_hz
from desk_client.rtc.sound import BLOCK
from desk_client.rtc.synthetic import SyntheticPicture, SyntheticTone
from tests.fakes.camera import grey_picture


@pytest.mark.parametrize("codec", list(VideoCodec))
def test_each_picture_leaves_at_once_with_the_time_of_its_capture(codec: VideoCodec) -> None:
    encoder, picture = VideoEncoder(codec, 30), SyntheticPicture(1, 320, 180)
    for counter, at_s in enumerate((5.0, 5.04, 5.2, 5.21)):
        packet = encoder.encode(picture.draw(counter, at_s), at_s, bitrate_bps=500_000, keyframe=False)
        assert packet is not None
        assert packet.pts == int(at_s / VIDEO_CLOCK)
        assert packet.is_keyframe == (counter == 0)


@pytest.mark.parametrize("codec", list(VideoCodec))
def test_a_key_frame_comes_when_asked_for_and_with_a_new_size(codec: VideoCodec) -> None:
    encoder = VideoEncoder(codec, 30)
    plan = [(640, False), (640, False), (640, True), (640, False), (480, False), (480, False)]
    packets = [
        encoder.encode(grey_picture(100, width, 360), index / 30, bitrate_bps=500_000, keyframe=keyframe)
        for index, (width, keyframe) in enumerate(plan)
    ]
    assert [packet and packet.is_keyframe for packet in packets] == [True, False, True, False, True, False]


def test_a_change_of_rate_needs_no_key_frame_and_is_followed() -> None:
    encoder, picture = VideoEncoder(VideoCodec.H264, 30), SyntheticPicture(1, 640, 360)
    sizes, keyframes = [], 0
    for counter in range(240):
        rate_bps = 1_500_000 if counter < 120 else 200_000
        frame = picture.draw(counter, counter / 30)
        packet = encoder.encode(frame, counter / 30, bitrate_bps=rate_bps, keyframe=False)
        assert packet is not None
        sizes.append(packet.size)
        keyframes += packet.is_keyframe
    assert keyframes == 1
    assert sum(sizes[180:]) * 8 / 2 < 220_000 < 0.5 * sum(sizes[60:120]) * 8 / 2


def test_voice_is_heard_as_it_was_said_in_few_bits() -> None:
    encoder, tone = VoiceEncoder(), SyntheticTone(440)
    decoder = av.AudioCodecContext.create("libopus", "r")
    decoder.format, decoder.layout, decoder.sample_rate = "s16", "mono", SAMPLE_RATE
    heard: list[Samples] = []
    size = 0
    for index in range(100):
        packet = encoder.encode(tone.block(BLOCK))
        assert packet is not None
        assert packet.pts == index * BLOCK
        size += packet.size
        for frame in decoder.decode(av.Packet(bytes(packet))):
            assert isinstance(frame, av.AudioFrame)
            heard.append(frame.to_ndarray().reshape(-1).astype(np.int16))
    sound = np.concatenate(heard)[-SAMPLE_RATE:]
    assert tone_hz(sound) == pytest.approx(440, abs=1)
    assert level_dbfs(sound) == pytest.approx(-20, abs=1.5)
    assert size * 8 / 2 < 60_000
