"""What an Opus packet says of itself, beside what libopus says of it."""

import ctypes

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.sound import opus_packet
from desk_client.rtc.sound.opus import VoiceEncoder, library_path
from desk_client.rtc.sound.opus_packet import PacketFacts

_LIBRARY = ctypes.CDLL(library_path())


def length_by_libopus(payload: bytes) -> int | None:
    frames, sizes = (ctypes.c_char_p * 48)(), (ctypes.c_int16 * 48)()
    count = _LIBRARY.opus_packet_parse(payload, len(payload), None, frames, sizes, None)
    return _LIBRARY.opus_packet_get_nb_samples(payload, len(payload), 48_000) if count > 0 else None


@pytest.mark.parametrize(
    ("first", "length"),
    [(0x00, 480), (0x08, 960), (0x10, 1920), (0x18, 2880), (0x60, 480), (0x78, 960), (0x80, 120), (0xF8, 960)],
)
def test_the_first_byte_tells_how_long_a_frame_sounds(first: int, length: int) -> None:
    assert opus_packet.read(bytes([first]) + bytes(10)) == PacketFacts(length, brings_previous=False, is_silence=False)


@pytest.mark.parametrize("payload", [b"", b"\x03", b"\x03\x00", b"\x1b\x03" + bytes(6), b"\x01\x00", b"\x02\xff"])
def test_what_breaks_the_rules_is_no_packet(payload: bytes) -> None:
    assert opus_packet.read(payload) is None


def test_a_packet_padded_beyond_all_use_is_none() -> None:
    assert opus_packet.read(b"\x03\x41" + b"\xff" * 30 + b"\x00" + bytes(7650)) is None


def test_a_packet_without_a_coded_frame_is_silence() -> None:
    facts = opus_packet.read(b"\x78")
    assert facts is not None
    assert facts.is_silence
    assert facts.length == 960


@given(st.binary(min_size=1, max_size=400))
def test_whatever_the_bytes_libopus_agrees_on_their_length(payload: bytes) -> None:
    facts = opus_packet.read(payload)
    assert (None if facts is None else facts.length) == length_by_libopus(payload)


@given(config=st.integers(0, 15), rest=st.binary(min_size=2, max_size=60), stereo=st.booleans(), code=st.integers(0, 3))
def test_whatever_the_bytes_libopus_agrees_on_the_copy_they_bring(
    config: int, rest: bytes, stereo: bool, code: int
) -> None:
    payload = bytes([config << 3 | stereo << 2 | code]) + rest
    facts = opus_packet.read(payload)
    if facts is not None:
        found = _LIBRARY.opus_packet_has_lbrr(payload, len(payload))
        assert facts.brings_previous == (found == 1)


@pytest.mark.parametrize(("loss", "brings"), [(0, False), (20, True)])
def test_our_own_packets_bring_a_copy_once_loss_is_expected(loss: int, brings: bool) -> None:
    encoder = VoiceEncoder()
    encoder.set_loss(loss)
    sound = np.random.default_rng(1).normal(0, 3000, (30, 960)).astype(np.int16)
    packets = [opus_packet.read(encoder.encode(block) or b"") for block in sound]
    encoder.close()
    assert [packet.brings_previous for packet in packets[5:] if packet is not None] == [brings] * 25
