"""Pictures of real encoders, cut up and put together."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.picture.encoders import Encoded, VideoEncoder
from desk_client.rtc.picture.synthetic import SyntheticPicture
from desk_client.rtc.wire.payloads import Packetiser, VideoCodec, begins_key_frame, depayloader

codecs = pytest.mark.parametrize("codec", list(VideoCodec))


def encoded(codec: VideoCodec, pictures: int = 12, key_frame_at: int = 6) -> list[Encoded]:
    encoder, picture = VideoEncoder(codec, 640, 360, 30, 1_500_000), SyntheticPicture(1, 640, 360)
    found = []
    for counter in range(pictures):
        each = encoder.encode(
            picture.draw(counter, counter / 30), bitrate_bps=1_500_000, key_frame=counter == key_frame_at
        )
        assert each is not None
        found.append(each)
    return found


@codecs
def test_a_key_frame_begins_with_its_first_payload_or_the_one_behind_its_parameters(codec: VideoCodec) -> None:
    packetiser = Packetiser(codec)
    pictures = encoded(codec)
    assert [picture.key_frame for picture in pictures] == [n in (0, 6) for n in range(12)]
    for picture in pictures:
        payloads = packetiser.payloads(picture.data)
        begins = [begins_key_frame(codec, payload) for payload in payloads]
        assert begins[0] == picture.key_frame
        assert any(begins) == picture.key_frame


@codecs
def test_what_was_cut_up_is_put_together_again(codec: VideoCodec) -> None:
    packetiser, depayload = Packetiser(codec), depayloader(codec)
    for picture in encoded(codec):
        payloads = packetiser.payloads(picture.data)
        assert max(map(len, payloads)) <= 1300
        together = b"".join(depayload(payload) for payload in payloads)
        if codec is VideoCodec.H264:
            assert together.replace(b"\0\0\0\1", b"\0\0\1") == picture.data.replace(b"\0\0\0\1", b"\0\0\1")
        else:
            assert together == picture.data


@codecs
def test_nothing_is_cut_into_nothing(codec: VideoCodec) -> None:
    assert Packetiser(codec).payloads(b"") == []


def test_a_vp8_payload_of_another_sender_with_all_its_extensions() -> None:
    key, other = 0x00, 0x01
    descriptor = bytes((0x90, 0xF0, 0x80 | 0x12, 0x34, 0x56, 0x78))  # X and S; I of two bytes, L, T and K
    assert begins_key_frame(VideoCodec.VP8, descriptor + bytes((key, 0, 0)))
    assert not begins_key_frame(VideoCodec.VP8, descriptor + bytes((other, 0, 0)))
    assert begins_key_frame(VideoCodec.VP8, bytes((0x90, 0x80, 0x12, key)))  # I of one byte
    assert not begins_key_frame(VideoCodec.VP8, bytes((0x11, key)))  # of the second partition
    assert not begins_key_frame(VideoCodec.VP8, bytes((0x00, key)))  # not its start


def test_h264_payloads_of_another_sender() -> None:
    assert begins_key_frame(VideoCodec.H264, bytes((0x67, 0x42)))  # parameters
    assert begins_key_frame(VideoCodec.H264, bytes((0x7C, 0x87, 0)))  # their first piece
    assert not begins_key_frame(VideoCodec.H264, bytes((0x7C, 0x07, 0)))  # a later one
    assert begins_key_frame(VideoCodec.H264, bytes((0x78, 0, 2, 0x67, 0x42)))
    assert not begins_key_frame(VideoCodec.H264, bytes((0x61, 0x9A)))


@pytest.mark.parametrize("payload", [bytes((0x65, 0x88)), bytes((0x7C, 0x85, 0)), bytes((0x78, 0, 2, 0x65, 0x88))])
def test_a_whole_h264_picture_whose_parameters_may_be_lost_is_no_beginning(payload: bytes) -> None:
    assert not begins_key_frame(VideoCodec.H264, payload)


@codecs
@settings(deadline=None)
@given(payload=st.binary(max_size=60))
def test_any_payload_is_read_or_refused(codec: VideoCodec, payload: bytes) -> None:
    assert begins_key_frame(codec, payload) in (True, False)
    try:
        depayloader(codec)(payload)
    except ValueError:
        return
