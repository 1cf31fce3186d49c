"""The buffer with libopus behind it: what is really heard, and what a hostile peer achieves."""

from collections.abc import Callable

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.sound import opus_packet
from desk_client.rtc.sound.counters import SoundCounters
from desk_client.rtc.sound.meter import Samples, level_dbfs, tone_hz
from desk_client.rtc.sound.opus import VoiceDecoder, VoiceEncoder
from desk_client.rtc.sound.sound_buffer import SoundBuffer
from desk_client.rtc.sound.tone import SyntheticTone
from tests.fakes.voice_path import BLOCK, Arrival, babble, listen, payloads_as_arrivals, steepest

NATURAL_STEP = 270
"""Of a tone of 440 Hz at -20 dBFS."""
SECOND = 48_000


def encoded(sound: Samples, *, loss: float = 20) -> list[bytes | None]:
    encoder = VoiceEncoder()
    encoder.set_loss(loss)
    packets = [encoder.encode(block) for block in sound.reshape(-1, BLOCK)]
    encoder.close()
    return packets


def tone_packets(count: int, *, loss: float = 20, silent: range = range(0)) -> list[bytes | None]:
    sound = SyntheticTone(440).block(count * BLOCK)
    sound[silent.start * BLOCK : silent.stop * BLOCK] = 0
    return encoded(sound, loss=loss)


def heard(
    packets: list[bytes | None], late_s: Callable[[int], float | None], seconds: float
) -> tuple[Samples, SoundCounters]:
    buffer = SoundBuffer(VoiceDecoder())
    sound = listen(buffer, payloads_as_arrivals(packets, late_s), seconds)
    counters = buffer.counters()
    buffer.close()
    return sound, counters


def test_a_voice_is_heard_as_it_was_said() -> None:
    sound, counters = heard(tone_packets(150), lambda _index: 0.0, 2.9)
    assert tone_hz(sound[SECOND : 2 * SECOND]) == pytest.approx(440, abs=1)
    assert level_dbfs(sound[SECOND : 2 * SECOND]) == pytest.approx(-20, abs=1.5)
    assert steepest(sound) <= 1.3 * NATURAL_STEP
    assert (counters.lost, counters.concealed_samples, counters.comfort_samples) == (0, 0, 0)


def test_single_losses_are_neither_gaps_nor_clicks() -> None:
    packets = encoded(babble(300))
    whole, _ = heard(packets, lambda _index: 0.0, 5.9)
    sound, counters = heard(packets, lambda index: None if index % 10 == 7 else 0.0, 5.9)
    assert counters.lost == 29
    facts = [opus_packet.read(packet or b"") for packet in packets]
    assert counters.recovered == sum(each is not None and each.brings_previous for each in facts[8:298:10]) > 15
    pieces = [level_dbfs(sound[at : at + BLOCK]) for at in range(SECOND, 5 * SECOND, BLOCK)]
    assert min(pieces) > min(level_dbfs(whole[at : at + BLOCK]) for at in range(SECOND, 5 * SECOND, BLOCK)) - 4
    assert steepest(sound) <= 1.5 * steepest(whole)


@pytest.mark.parametrize("lost", [1, 2, 5, 20, 80])
def test_a_guess_begins_fades_and_ends_without_a_click(lost: int) -> None:
    sound, _ = heard(tone_packets(300, loss=0), lambda index: None if 100 <= index < 100 + lost else 0.0, 5.9)
    assert steepest(sound) <= 2 * NATURAL_STEP
    begin = 101 * BLOCK
    if lost >= 5:
        assert level_dbfs(sound[begin + 4 * BLOCK : begin + 5 * BLOCK]) < -26
    if lost >= 80:
        assert not sound[begin + 77 * BLOCK : begin + 79 * BLOCK].any()
    assert level_dbfs(sound[-SECOND:]) == pytest.approx(-20, abs=1.5)


def test_jitter_and_its_end_leave_no_click_in_a_tone() -> None:
    chance = np.random.default_rng(5).uniform(0, 0.06, 400)
    sound, counters = heard(tone_packets(1400), lambda index: chance[index] if index < 400 else 0.0, 27.9)
    assert counters.lengthened_samples > 0
    assert counters.shortened_samples > 1000
    assert counters.delay_ms is not None
    assert counters.delay_ms < 31
    assert steepest(sound[2 * SECOND :]) <= 1.5 * NATURAL_STEP


def test_packets_of_10_ms_are_stretched_as_well() -> None:
    context = av.AudioCodecContext.create("libopus", "w")
    context.sample_rate, context.format, context.layout = SECOND, "s16", "mono"
    context.options = {"frame_duration": "10", "application": "voip"}
    tone = SyntheticTone(440)
    arrivals: list[Arrival] = []
    for index in range(1000):
        block = av.AudioFrame.from_ndarray(tone.block(480).reshape(1, -1), format="s16", layout="mono")
        block.sample_rate, block.pts = SECOND, index * 480
        late_s = max(0.0, 0.06 - (index - 100) * 0.01) if index >= 100 else 0.0
        packets = context.encode(block)
        arrivals += [Arrival(index * 0.01 + late_s, index, index * 480, bytes(packet)) for packet in packets]
    buffer = SoundBuffer(VoiceDecoder())
    sound = listen(buffer, arrivals, 9.9)
    counters = buffer.counters()
    buffer.close()
    assert counters.delay_ms is not None
    assert counters.delay_ms < 31
    assert steepest(sound[2 * SECOND :]) <= 1.5 * NATURAL_STEP


def test_a_pause_of_a_real_encoder_is_comfort_noise_and_no_loss() -> None:
    sound, counters = heard(tone_packets(400, silent=range(100, 300)), lambda _index: 0.0, 7.9)
    assert (counters.lost, counters.concealed_samples) == (0, 0)
    assert counters.comfort_samples > 150 * BLOCK
    assert level_dbfs(sound[3 * SECOND : 5 * SECOND]) < -50
    assert steepest(sound) <= 2 * NATURAL_STEP
    assert tone_hz(sound[-SECOND:]) == pytest.approx(440, abs=1)


def test_a_skip_after_a_backlog_is_no_click() -> None:
    def held_back(index: int) -> float:
        return max(0.0, 3.0 - index * 0.02) if index >= 120 else 0.0

    sound, counters = heard(tone_packets(300), held_back, 5.9)
    assert counters.skips == 1
    assert steepest(sound) <= 2 * NATURAL_STEP


def test_a_packet_that_opus_cannot_read_is_guessed_and_the_voice_goes_on() -> None:
    packets = tone_packets(150)
    packets[70] = b"\xff\xff\xff" + bytes(40)
    sound, counters = heard(packets, lambda _index: 0.0, 2.9)
    assert counters.refused == 1
    assert level_dbfs(sound[-SECOND:]) == pytest.approx(-20, abs=1.5)


_WILD = st.tuples(
    st.one_of(st.integers(0, 65_535), st.integers(-3, 3)),
    st.one_of(st.integers(0, (1 << 32) - 1), st.integers(-3, 3).map(lambda steps: steps * 960)),
    st.binary(max_size=80),
    st.floats(0, 0.2),
    st.integers(0, 2000),
)


@settings(deadline=None)  # decoders are built for each
@given(st.lists(_WILD, max_size=40))
def test_whatever_a_peer_sends_the_device_gets_its_sound(packets: list[tuple[int, int, bytes, float, int]]) -> None:
    buffer = SoundBuffer(VoiceDecoder())
    number = timestamp = 0
    now_s = 0.0
    for number_step, timestamp_step, payload, later_s, length in packets:
        number, timestamp, now_s = (
            (number + number_step) % 65_536,
            (timestamp + timestamp_step) % (1 << 32),
            now_s + later_s,
        )
        buffer.add(number, timestamp, payload, now_s)
        sound = buffer.pull(length)
        assert sound.shape == (length,)
        assert sound.dtype == np.int16
    counters = buffer.counters()
    assert counters.received == len(packets)
    assert len(buffer._voice._waiting) <= 401
    buffer.close()


@settings(deadline=None)  # decoders are built for each
@given(st.lists(st.tuples(st.integers(-4, 8), st.binary(min_size=1, max_size=60)), min_size=1, max_size=60))
def test_whatever_the_payloads_and_losses_it_stays_in_time(packets: list[tuple[int, bytes]]) -> None:
    buffer = SoundBuffer(VoiceDecoder())
    arrivals = [
        Arrival(0.02 * at, (at + step) % 65_536, (at + step) * BLOCK % (1 << 32), payload)
        for at, (step, payload) in enumerate(packets)
    ]
    seconds = 0.02 * len(packets) + 0.5
    assert listen(buffer, arrivals, seconds).size == round(seconds * 100) * 480
    counters = buffer.counters()
    assert counters.target_ms <= 400
    buffer.close()
