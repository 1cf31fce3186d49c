"""libopus, as the engine uses it."""

import ctypes.util
import gc
import importlib.util
import sys
from collections.abc import Iterator
from importlib.machinery import ModuleSpec
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.sound import opus
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples, level_dbfs, tone_hz
from desk_client.rtc.sound.opus import OpusMissingError, PayloadFault, VoiceDecoder, VoiceEncoder
from desk_client.rtc.sound.tone import SyntheticTone

BLOCK = 960
SILENCE = np.zeros(BLOCK, dtype=np.int16)


@pytest.fixture
def encoder() -> Iterator[VoiceEncoder]:
    made = VoiceEncoder()
    yield made
    made.close()


@pytest.fixture
def decoder() -> Iterator[VoiceDecoder]:
    made = VoiceDecoder()
    yield made
    made.close()


def noise(blocks: int) -> Samples:
    return np.random.default_rng(7).normal(0, 3000, (blocks, BLOCK)).astype(np.int16)


def sent(encoder: VoiceEncoder, blocks: Samples) -> list[bytes]:
    packets = [encoder.encode(block) for block in blocks]
    assert None not in packets
    return [packet for packet in packets if packet is not None]


def sound_of(found: Samples | PayloadFault) -> Samples:
    assert not isinstance(found, PayloadFault)
    return found


def test_voice_is_heard_as_it_was_said_in_few_bits(encoder: VoiceEncoder, decoder: VoiceDecoder) -> None:
    tone = SyntheticTone(440)
    packets = sent(encoder, np.stack([tone.block(BLOCK) for _ in range(100)]))
    sound = np.concatenate([sound_of(decoder.decode(packet)) for packet in packets])
    assert sound.size == 100 * BLOCK
    assert tone_hz(sound[-SAMPLE_RATE:]) == pytest.approx(440, abs=1)
    assert level_dbfs(sound[-SAMPLE_RATE:]) == pytest.approx(-20, abs=1.5)
    assert sum(map(len, packets)) * 8 / 2 < 45_000


def test_the_rate_follows_what_is_set_while_it_runs(encoder: VoiceEncoder) -> None:
    blocks = noise(100)
    much = sum(map(len, sent(encoder, blocks[:50])))
    encoder.set_bitrate(12_000)
    little = sum(map(len, sent(encoder, blocks[50:])))
    assert little * 8 < 14_000
    assert much * 8 > 26_000


def test_absurd_rates_and_losses_are_kept_within_what_the_codec_can_do(encoder: VoiceEncoder) -> None:
    encoder.set_bitrate(-5)
    encoder.set_loss(1000)
    assert encoder.encode(noise(1)[0]) is not None
    encoder.set_bitrate(10**9)
    encoder.set_loss(-3)
    assert encoder.encode(noise(1)[0]) is not None


def test_nothing_said_is_mostly_not_sent(encoder: VoiceEncoder) -> None:
    packets = [encoder.encode(SILENCE) for _ in range(100)]
    kept = [index for index, packet in enumerate(packets) if packet is not None]
    assert len(kept) < 25
    assert max(np.diff(kept)) <= 21  # of 20 packets in silence one is sent, so that the peer knows the room's noise
    assert encoder.encode(noise(1)[0]) is not None


@pytest.mark.parametrize("block", [np.zeros(959, np.int16), np.zeros((1, 960), np.int16), np.zeros(960, np.float32)])
def test_a_block_of_another_shape_is_refused(encoder: VoiceEncoder, block: Samples) -> None:
    with pytest.raises(ValueError, match="960 samples"):
        encoder.encode(block)


def test_every_other_sample_of_a_wider_array_is_read_as_it_stands(encoder: VoiceEncoder) -> None:
    wide = np.repeat(noise(1)[0], 2)
    other = VoiceEncoder()
    assert encoder.encode(wide[::2]) == other.encode(wide[::2].copy())
    other.close()


def test_a_lost_packet_is_nearer_the_truth_from_its_copy_than_guessed(encoder: VoiceEncoder) -> None:
    encoder.set_loss(20)
    at = np.arange(40 * BLOCK) / SAMPLE_RATE
    sweep = 6000 * np.sin(2 * np.pi * (300 * at + 1500 * at * at))  # each packet is 60 Hz above the one before
    packets = sent(encoder, sweep.astype(np.int16).reshape(40, BLOCK))
    distances = []
    for mend in ("recover", "conceal", "go on"):
        whole, broken = VoiceDecoder(), VoiceDecoder()
        for packet in packets[:30]:
            whole.decode(packet)
            broken.decode(packet)
        truth = sound_of(whole.decode(packets[30]))
        match mend:
            case "recover":
                found = sound_of(broken.recover(packets[31], BLOCK))
            case "conceal":
                found = broken.conceal(BLOCK)
            case _:
                found = sound_of(broken.decode(packets[31]))
        assert found.size == BLOCK
        spectra = [np.abs(np.fft.rfft(each * np.hanning(BLOCK))) for each in (truth, found)]
        distances.append(float(np.linalg.norm(spectra[0] - spectra[1]) / np.linalg.norm(spectra[0])))
        whole.close()
        broken.close()
    assert distances[0] < 0.6 * min(distances[1:])


def test_a_guess_goes_on_with_the_sound_and_fades(encoder: VoiceEncoder, decoder: VoiceDecoder) -> None:
    for packet in sent(encoder, noise(30)):
        last = sound_of(decoder.decode(packet))
    first = decoder.conceal(480)
    assert level_dbfs(first) > level_dbfs(last) - 12
    for _ in range(40):
        decoder.conceal(480)
    assert decoder.conceal(120).size == 120


def test_a_stereo_packet_is_mixed_down(decoder: VoiceDecoder) -> None:
    context = av.AudioCodecContext.create("libopus", "w")
    context.sample_rate, context.format, context.layout = SAMPLE_RATE, "s16", "stereo"
    tone, sound = SyntheticTone(600), []
    for index in range(50):
        frame = av.AudioFrame.from_ndarray(
            np.repeat(tone.block(BLOCK), 2).reshape(1, -1), format="s16", layout="stereo"
        )
        frame.sample_rate, frame.pts = SAMPLE_RATE, index * BLOCK
        sound += [sound_of(decoder.decode(bytes(packet))) for packet in context.encode(frame)]
    heard = np.concatenate(sound)
    assert heard.size == len(sound) * BLOCK
    assert tone_hz(heard[-SAMPLE_RATE // 2 :]) == pytest.approx(600, abs=3)


@pytest.mark.parametrize(
    ("payload", "fault"),
    [
        (b"", PayloadFault.EMPTY),
        (bytes(9000), PayloadFault.TOO_LONG),
        (b"\x03\x00", PayloadFault.MALFORMED),
        (b"\x01\x00", PayloadFault.MALFORMED),
    ],
)
def test_an_absurd_payload_is_a_fault_and_the_next_is_decoded(
    encoder: VoiceEncoder, decoder: VoiceDecoder, payload: bytes, fault: PayloadFault
) -> None:
    assert decoder.decode(payload) is fault
    assert decoder.recover(payload, BLOCK) is fault
    assert sound_of(decoder.decode(sent(encoder, noise(1))[0])).size == BLOCK


@settings(deadline=None)  # a decoder is built for each
@given(st.lists(st.binary(max_size=200), max_size=20))
def test_whatever_the_bytes_nothing_breaks(payloads: list[bytes]) -> None:
    decoder = VoiceDecoder()
    for payload in payloads:
        for found in (decoder.recover(payload, BLOCK), decoder.decode(payload)):
            assert isinstance(found, PayloadFault) or 120 <= found.size <= 5760
    decoder.close()


@pytest.mark.parametrize("length", [0, -120, 100, 121, 5880])
def test_a_guess_of_an_impossible_length_is_refused(decoder: VoiceDecoder, length: int) -> None:
    with pytest.raises(ValueError, match=r"multiple of 2\.5 ms"):
        decoder.conceal(length)


def test_after_a_reset_nothing_of_the_old_stream_is_left(encoder: VoiceEncoder, decoder: VoiceDecoder) -> None:
    for packet in sent(encoder, noise(20)):
        decoder.decode(packet)
    decoder.reset()
    assert not decoder.conceal(BLOCK).any()


def test_what_is_closed_refuses_to_work_and_may_be_closed_again(encoder: VoiceEncoder, decoder: VoiceDecoder) -> None:
    for each in (encoder, decoder):
        each.close()
        each.close()
    with pytest.raises(ValueError, match="closed"):
        encoder.encode(SILENCE)
    with pytest.raises(ValueError, match="closed"):
        decoder.conceal(120)
    with pytest.raises(ValueError, match="closed"):
        decoder.reset()


def test_what_is_forgotten_is_released() -> None:
    decoder = VoiceDecoder()
    release = decoder._release
    del decoder
    gc.collect()
    assert not release.alive


@pytest.fixture
def _sought_anew() -> Iterator[None]:
    opus.library_path.cache_clear()
    yield
    opus.library_path.cache_clear()


@pytest.mark.usefixtures("_sought_anew")
def test_the_library_comes_from_pyavs_wheel_whatever_its_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "av").mkdir()
    (tmp_path / "av.libs").mkdir()
    library = tmp_path / "av.libs" / ("opus-0123abcd.dll" if sys.platform == "win32" else "libopus-0123abcd.so.0.11.1")
    library.touch()
    (tmp_path / "av.libs" / "libopusfile-99.so").touch()
    spec = ModuleSpec("av", None, origin=str(tmp_path / "av" / "__init__.py"))
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: spec)
    assert opus.library_path() == str(library)


@pytest.mark.usefixtures("_sought_anew")
def test_without_pyavs_the_systems_serves_and_without_both_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    monkeypatch.setattr(ctypes.util, "find_library", lambda name: f"lib{name}.so.0")
    assert opus.library_path() == "libopus.so.0"
    opus.library_path.cache_clear()
    monkeypatch.setattr(ctypes.util, "find_library", lambda _name: None)
    with pytest.raises(OpusMissingError, match="the system has none"):
        opus.library_path()
