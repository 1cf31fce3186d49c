"""Outages, restarts, floods, a device that has stopped: one remote voice in virtual time, when all goes wrong."""

import numpy as np
import pytest

from tests.fakes.ear import NATURAL_STEP, Ear, said
from tests.fakes.voice_path import BLOCK, Arrival, frame, steepest, talk


def test_an_outage_grows_silent_and_what_comes_after_it_begins_anew() -> None:
    ear = Ear(guess=lambda length: np.full(length, 5000, np.int16))
    heard = ear.listen(talk(400, late_s=lambda index: None if 50 <= index < 250 else 0.0), 7.9)
    assert not heard[round(2.6 * 48_000) : round(5.0 * 48_000)].any()
    assert np.all(np.diff(heard[round(2.05 * 48_000) : round(2.5 * 48_000)].astype(int)) <= 0)
    assert steepest(heard[round(1.5 * 48_000) :]) <= 1.1 * NATURAL_STEP
    counters = ear.counters
    assert counters.lost == 200
    assert counters.delay_ms == 20
    assert ear.decoder.played()[-100:] == list(range(294, 394))


def test_an_outages_backlog_is_left_out_by_one_skip_without_a_click() -> None:
    ear = Ear(guess=None)

    def held_back(index: int) -> float:
        return max(0.0, 2.0 - index * 0.02) if index >= 50 else 0.0

    heard = ear.listen(talk(300, late_s=held_back), 5.9)
    counters = ear.counters
    assert counters.skips == 1
    assert 40 < counters.overflowed <= 50
    assert ear.decoder.played()[-100:] == list(range(194, 294))
    at_the_skip = heard[round(2.0101 * 48_000) : round(2.2 * 48_000)]
    assert steepest(at_the_skip) <= 1.5 * NATURAL_STEP
    assert ear.at(3.0).delay_ms == pytest.approx(20, abs=20)


def test_a_backlog_that_trickles_in_is_caught_up_with() -> None:
    ear = Ear(guess=None)
    ear.listen(talk(400, late_s=lambda index: max(0.0, 1.0 - (index - 50) * 0.016) if index >= 50 else 0.0), 7.9)
    counters = ear.counters
    assert counters.delay_ms is not None
    assert counters.delay_ms < 60
    assert counters.lost == 0
    assert max(seen.delay_ms or 0 for _, seen in ear.seen) < 1100


@pytest.mark.parametrize("pull", [240, 480])
def test_a_sender_that_begins_anew_is_followed_without_a_click(pull: int) -> None:
    ear = Ear(guess=None)
    heard = ear.listen(talk(98) + talk(100, number=40_000, timestamp=77, begin_s=2.01), 3.9, pull=pull)
    counters = ear.counters
    assert (counters.restarts, counters.lost, counters.skips) == (1, 0, 0)
    assert ear.decoder.done.count(("reset", 0)) == 1
    assert ear.decoder.played() == [*range(98), *range(1, 94)]
    assert counters.delay_ms == 20
    assert steepest(heard) <= 1.1 * NATURAL_STEP + 100


def test_a_single_stray_packet_disturbs_nothing() -> None:
    ear = Ear()
    stray = Arrival(1.0, 40_000, 3_000_000_000, frame(9999))
    heard = ear.listen(sorted([*talk(100), stray], key=lambda arrival: arrival.at_s), 1.9)
    assert ear.counters.refused == 1
    assert np.array_equal(heard[2 * BLOCK : 90 * BLOCK], said(1, 89))


def test_a_timestamp_that_stood_still_while_the_sender_paused_is_no_lateness() -> None:
    ear = Ear()
    before, after = talk(50), talk(100, number=150, timestamp=50_000 + 50 * BLOCK, begin_s=30.0)
    ear.listen(before + after, 31.9)
    counters = ear.counters
    assert counters.skips == 0
    assert counters.delay_ms == 20
    assert counters.target_ms == 20
    assert ear.decoder.played()[50:] == list(range(94))


def test_padding_without_sound_takes_no_time() -> None:
    ear = Ear()
    sent = []
    for index, arrival in enumerate(talk(100)):
        sent.append(Arrival(arrival.at_s, 100 + 2 * index, arrival.timestamp, arrival.payload))
        sent.append(Arrival(arrival.at_s, 101 + 2 * index, arrival.timestamp, b""))
    heard = ear.listen(sent, 1.9)
    assert np.array_equal(heard[2 * BLOCK : 90 * BLOCK], said(1, 89))
    assert ear.counters.lost == 0


def test_a_device_that_has_stopped_costs_no_memory_and_when_it_goes_on_hears_the_present() -> None:
    ear = Ear(guess=None)
    sent = talk(3500)
    ear.listen([each for each in sent if each.at_s < 1], 1.0)
    for arrival in sent[50:3000]:
        ear.buffer.add(arrival.number, arrival.timestamp, arrival.payload, arrival.at_s)
    assert len(ear.buffer._voice._waiting) <= 51
    heard = ear.listen(sent[3000:], 9.9, begin_s=60.0)
    counters = ear.counters
    assert (counters.skips, counters.lost) == (1, 0)
    assert counters.shortened_samples < 1000
    assert counters.delay_ms == pytest.approx(20, abs=11)
    assert ear.decoder.played()[-100:] == list(range(3394, 3494))
    assert steepest(heard) <= 1.5 * NATURAL_STEP


def test_a_device_that_starts_long_after_the_voice_hears_the_present() -> None:
    ear = Ear()
    sent = talk(600)
    for arrival in sent[:500]:
        ear.buffer.add(arrival.number, arrival.timestamp, arrival.payload, arrival.at_s)
    ear.listen(sent[500:], 1.9, begin_s=10.0)
    assert ear.decoder.played()[0] >= 498
    assert ear.counters.delay_ms == pytest.approx(20, abs=11)


def test_a_flood_fills_no_memory_and_the_buffer_lives_on() -> None:
    ear = Ear()
    for index in range(20_000):
        ear.buffer.add(index % 65_536, index * 120, bytes([0x80, 1, 2, 3, 4, 5]) + bytes(300), index * 1e-5)
    voice = ear.buffer._voice
    assert len(voice._waiting) <= 401
    assert ear.counters.received == 20_000
    assert all(ear.buffer.pull(480).size == 480 for _ in range(100))
    assert sum(len(part) for part in (voice._waiting, voice._given_up)) < 1000


def test_a_peer_that_leaves_out_most_numbers_keeps_no_device_waiting() -> None:
    ear = Ear()
    for index in range(400):
        ear.buffer.add(index * 2999 % 65_536, 0, b"" if index % 40 else frame(index), index * 1e-5)
    ear.listen([], 0.5)
    voice = ear.buffer._voice
    assert ear.counters.lost == 2998 * 399
    assert len(voice._given_up) == 512
