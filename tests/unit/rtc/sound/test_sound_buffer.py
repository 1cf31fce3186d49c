"""One remote voice between the network and the ear, in virtual time, with sound that is known."""

import sys
import threading
from itertools import pairwise

import numpy as np
import pytest

from desk_client.rtc.sound.counters import Tally
from desk_client.rtc.sound.meter import Samples
from tests.fakes.ear import NATURAL_STEP, Ear, jitter, said, silent_between, tone
from tests.fakes.voice_path import BLOCK, Arrival, frame, listen, payloads_as_arrivals, steepest, talk

FADE_IN = 240


@pytest.mark.parametrize("pull", [240, 480, 960])
def test_on_a_clean_line_the_voice_is_heard_whole_20_ms_late(pull: int) -> None:
    ear = Ear()
    heard = ear.listen(talk(100), 2.5, pull=pull)
    begin = int(np.flatnonzero(heard)[0]) - 1
    assert begin == pytest.approx(BLOCK, abs=pull)
    assert np.array_equal(heard[begin + FADE_IN :][: 90 * BLOCK - FADE_IN], said(0, 90)[FADE_IN:])
    assert ear.decoder.played() == list(range(100))
    counters = ear.at(1.9)
    assert (counters.lost, counters.concealed_samples, counters.lengthened_samples) == (0, 0, 0)
    assert counters.delay_ms == pytest.approx(20, abs=pull / 48)
    assert counters.target_ms == 20


@pytest.mark.parametrize("pull", [441, 1024, 2880])
def test_a_device_that_takes_gulps_of_another_size_has_no_gaps_once_that_is_known(pull: int) -> None:
    ear = Ear()
    heard = ear.listen(talk(500), 9.9, pull=pull)
    soon, counters = ear.at(2.0), ear.counters
    assert counters.concealed_samples == soon.concealed_samples <= pull
    assert counters.lost == counters.skips == 0
    assert steepest(heard[96_000:]) <= 1.1 * NATURAL_STEP


def test_before_the_first_packet_there_is_silence_and_nothing_is_decoded() -> None:
    ear = Ear()
    assert not ear.listen([], 1.0).any()
    assert ear.decoder.done == []
    assert ear.counters == Tally().seen(delay_ms=None, target_ms=20)
    assert ear.buffer.pull(0).size == 0


def test_a_lost_packet_is_played_from_its_copy_in_the_next_without_a_seam() -> None:
    ear = Ear()
    heard = ear.listen(talk(100, late_s=lambda index: None if index % 10 == 5 else 0.0), 2.3)
    begin = 20 * BLOCK  # by then it has learnt to wait for copies
    start = next(
        at for at in range(begin, begin + 5 * BLOCK) if np.array_equal(heard[at : at + 5 * BLOCK], said(20, 25))
    )
    assert np.array_equal(heard[start : start + 70 * BLOCK], said(20, 90))
    assert (ear.counters.lost, ear.counters.recovered, ear.at(2.0).concealed_samples) == (10, 10, 0)


def test_where_packets_are_lost_often_it_waits_for_the_copies() -> None:
    ear = Ear()
    later = jitter(0, 0.006)
    ear.listen(talk(500, late_s=lambda index: None if index % 10 == 5 else later()), 9.9)
    counters = ear.counters
    assert counters.delay_ms == pytest.approx(30, abs=6)
    assert counters.concealed_samples == ear.at(2.0).concealed_samples
    assert counters.recovered == counters.lost == 49


def test_a_lost_packet_without_a_copy_is_guessed_and_takes_its_time() -> None:
    ear = Ear()
    heard = ear.listen(talk(100, copy=False, late_s=lambda index: None if index == 50 else 0.0), 1.9)
    assert np.array_equal(heard[51 * BLOCK : 52 * BLOCK], np.zeros(BLOCK))
    assert np.array_equal(heard[52 * BLOCK : 90 * BLOCK], said(51, 89))
    counters = ear.counters
    assert (counters.lost, counters.recovered, counters.concealed_samples, counters.skips) == (1, 0, BLOCK, 0)


def test_of_a_burst_all_but_the_last_are_guessed() -> None:
    ear = Ear()
    ear.listen(talk(100, late_s=lambda index: None if 50 <= index < 55 else 0.0), 1.9)
    counters = ear.counters
    assert (counters.lost, counters.recovered, counters.concealed_samples) == (5, 1, 4 * BLOCK)
    assert counters.delay_ms == 20


def stalled_at_50(index: int) -> float:
    """Nothing comes for 50 ms, then what was sent meanwhile at once."""
    return max(0.0, 0.05 - (index - 50) * 0.02) if index >= 50 else 0.0


def test_a_packet_that_is_only_late_is_played_whole_and_what_follows_later() -> None:
    ear = Ear()
    ear.listen(talk(200, late_s=stalled_at_50), 1.4)
    assert ear.decoder.played()[:60] == list(range(60))
    counters = ear.counters
    assert (counters.lost, counters.late) == (0, 0)
    assert counters.concealed_samples == 30 * 48
    assert counters.delay_ms == pytest.approx(50, abs=1)


def test_the_delay_then_comes_down_again_bit_by_bit_without_a_click() -> None:
    ear = Ear(guess=None)
    heard = ear.listen(talk(400, late_s=stalled_at_50), 7.9)
    counters = ear.counters
    assert counters.delay_ms is not None
    assert counters.delay_ms < 31
    assert counters.skips == 0
    assert counters.shortened_samples >= 19 * 48
    assert steepest(heard[60 * BLOCK :]) <= 1.1 * NATURAL_STEP


def test_a_packet_that_comes_after_it_was_given_up_is_dropped_and_counted() -> None:
    ear = Ear()
    ear.listen(talk(100, late_s=lambda index: 0.5 if index == 50 else 0.0), 1.9)
    assert 50 not in ear.decoder.played()[51:]
    assert (ear.counters.lost, ear.counters.recovered, ear.counters.late, ear.counters.duplicates) == (1, 1, 1, 0)


def test_what_comes_twice_is_played_once() -> None:
    ear = Ear()
    twice = [arrival for arrival in talk(50) for _ in range(2)]
    again = [Arrival(arrival.at_s + 0.5, *(arrival.number, arrival.timestamp, arrival.payload)) for arrival in talk(20)]
    ear.listen(sorted(twice + again, key=lambda arrival: arrival.at_s), 0.99)
    assert ear.decoder.played() == list(range(49))
    assert (ear.counters.duplicates, ear.counters.late, ear.counters.lost) == (70, 0, 0)


def test_what_comes_out_of_order_is_played_in_order() -> None:
    ear = Ear()
    ear.listen(talk(300, late_s=lambda index: 0.025 if index % 2 else 0.0), 5.9)
    assert ear.decoder.played() == sorted(set(ear.decoder.played()))
    assert len(ear.decoder.played()) > 290
    assert ear.counters.concealed_samples == ear.at(1.0).concealed_samples


def test_numbers_and_timestamps_may_turn_over() -> None:
    ear = Ear()
    heard = ear.listen(talk(100, number=65_500, timestamp=(1 << 32) - 30 * BLOCK), 1.9)
    assert ear.decoder.played() == list(range(94))
    assert np.array_equal(heard[2 * BLOCK : 90 * BLOCK], said(1, 89))
    assert ear.counters.restarts == 0


def test_a_line_that_begins_to_jitter_is_followed_within_a_second_and_has_no_gaps_then() -> None:
    ear = Ear()
    later = jitter(0, 0.08)
    ear.listen(talk(1000, late_s=lambda index: later() if index >= 100 else 0.0), 19.9)
    adapted = ear.at(3.0)
    counters = ear.counters
    assert counters.concealed_samples == adapted.concealed_samples
    assert counters.lost == 0
    assert adapted.concealed_samples < 0.15 * 48_000
    assert counters.delay_ms is not None
    assert 70 < counters.delay_ms < 100


def test_a_line_that_calms_down_gets_its_short_delay_back_within_half_a_minute() -> None:
    ear = Ear(guess=None)
    later = jitter(0, 0.08)
    ear.listen(talk(2000, late_s=lambda index: later() if index < 300 else 0.0), 39.9)
    soon, counters = ear.at(8.0), ear.counters
    assert soon.delay_ms is not None
    assert soon.delay_ms > 60  # not at once: jitter comes back
    assert counters.delay_ms is not None
    assert counters.delay_ms < 31
    assert (counters.skips, counters.concealed_samples) == (0, ear.at(6.0).concealed_samples)


def test_no_jitter_makes_it_wait_longer_than_400_ms() -> None:
    ear = Ear()
    later = jitter(0, 0.49)
    ear.listen(talk(1000, late_s=lambda _index: later()), 19.9)
    assert ear.counters.target_ms == 400
    assert max(counters.delay_ms or 0 for _, counters in ear.seen) < 600


@pytest.mark.no_cover
@pytest.mark.parametrize("ppm", [200, -200])
def test_a_clock_that_drifts_is_followed_for_ten_minutes_without_a_gap_or_a_click(ppm: int) -> None:
    ear = Ear()
    heard = ear.listen(talk(30_000, rate=1 + ppm / 1e6), 599, pull=960, look_every=100)
    counters = ear.counters
    assert (counters.skips, counters.overflowed, counters.lost, counters.concealed_samples) == (0, 0, 0, 0)
    drifted = 600 * 48_000 * ppm / 1e6
    assert counters.shortened_samples - counters.lengthened_samples == pytest.approx(drifted, abs=40 * 48)
    delays_ms = [counters.delay_ms for _, counters in ear.seen if counters.delay_ms is not None]
    assert min(delays_ms) > 5
    assert max(delays_ms) < 40
    assert steepest(heard) <= 1.1 * NATURAL_STEP


def test_silence_that_was_never_sent_is_no_loss() -> None:
    ear = Ear(guess=lambda length: np.full(length, 7, np.int16))
    heard = ear.listen(payloads_as_arrivals(silent_between(50, 150, 250), lambda _index: 0.0), 4.9)
    counters = ear.counters
    assert (counters.lost, counters.concealed_samples, counters.late) == (0, 0, 0)
    assert counters.comfort_samples == (100 - 5) * BLOCK
    assert np.array_equal(heard[152 * BLOCK : 240 * BLOCK], said(151, 239))
    assert set(heard[52 * BLOCK : 62 * BLOCK]) == {7}
    assert counters.delay_ms == 20


def test_a_packet_lost_in_silence_is_one_packets_loss() -> None:
    ear = Ear()
    lost = [84]
    ear.listen(payloads_as_arrivals(silent_between(50, 150, 250), lambda index: None if index in lost else 0.0), 4.9)
    counters = ear.counters
    assert (counters.lost, counters.recovered) == (1, 1)
    assert counters.comfort_samples == (100 - 5) * BLOCK + counters.lengthened_samples
    assert counters.concealed_samples == 0


def test_silence_that_was_sent_counts_as_comfort() -> None:
    ear = Ear(broken=range(0))
    sent = talk(100)
    sent[30:40] = [Arrival(each.at_s, each.number, each.timestamp, b"\x78") for each in sent[30:40]]
    ear.listen(sent, 1.9)
    assert (ear.counters.comfort_samples, ear.counters.lost) == (10 * BLOCK, 0)


def test_a_packet_that_cannot_be_read_is_guessed() -> None:
    ear = Ear(broken=[50, 51])
    heard = ear.listen(talk(100), 1.9)
    assert (ear.counters.refused, ear.counters.concealed_samples, ear.counters.lost) == (2, 2 * BLOCK, 0)
    assert np.array_equal(heard[53 * BLOCK : 90 * BLOCK], said(52, 89))


def test_in_silence_the_delay_changes_at_once_and_no_voice_is_stretched() -> None:
    ear = Ear()
    sent = payloads_as_arrivals(silent_between(50, 150, 250), lambda _index: 0.0)
    ear.listen([each for each in sent if each.at_s < 1.5], 1.5)
    ear.buffer.hold_at_least(0.06)
    heard = ear.listen([each for each in sent if each.at_s >= 1.5], 3.4, begin_s=1.5)
    assert ear.at(3.0).delay_ms == pytest.approx(60, abs=5)
    after = heard[round((3.02 + 0.06 - 1.5) * 48_000) :]
    beginning = next(at for at in range(BLOCK) if np.array_equal(after[at : at + BLOCK], tone(3)))
    assert np.array_equal(after[beginning : beginning + 50 * BLOCK], said(3, 53))


def hiss(index: int) -> Samples:
    """Noise, which resembles itself nowhere: half a second loud, half a second quiet."""
    loud = index // 25 % 2 == 0
    return np.random.default_rng(index).normal(0, 3000 if loud else 20, BLOCK).astype(np.int16)


def test_what_resembles_nothing_is_shortened_where_it_is_quiet_and_only_there() -> None:
    ear = Ear(source=hiss)
    heard = ear.listen(talk(500, late_s=stalled_at_50), 9.9)
    counters = ear.counters
    assert counters.delay_ms is not None
    assert counters.delay_ms < 31
    assert counters.shortened_samples > 900
    at = 0
    for first in range(100, 450, 50):
        loud = np.concatenate([hiss(index) for index in range(first, first + 25)])
        at = next(
            at for at in range(first * BLOCK, first * BLOCK + 5 * BLOCK) if np.array_equal(heard[at : at + 9], loud[:9])
        )
        assert np.array_equal(heard[at : at + loud.size], loud)


def test_the_delay_asked_for_by_the_picture_comes_and_goes_smoothly() -> None:
    ear = Ear()
    sent = talk(800)
    ear.listen([each for each in sent if each.at_s < 2], 2.0)
    ear.buffer.hold_at_least(0.2)
    ear.listen([each for each in sent if 2 <= each.at_s < 7], 5.0, begin_s=2.0)
    ear.buffer.hold_at_least(0.0)
    heard = ear.listen([each for each in sent if each.at_s >= 7], 8.0, begin_s=7.0)
    delays_ms = {at_s: counters.delay_ms or 0.0 for at_s, counters in ear.seen}
    assert ear.at(3.0).delay_ms == pytest.approx(90, abs=25)
    assert ear.at(6.9).delay_ms == pytest.approx(200, abs=12)
    assert ear.at(14.9).delay_ms == pytest.approx(20, abs=12)
    assert max(abs(later - sooner) for sooner, later in pairwise(delays_ms.values())) <= 20
    assert ear.at(14.9).concealed_samples == ear.at(14.9).skips == 0
    assert steepest(heard[:-24_000]) <= 1.1 * NATURAL_STEP


def test_the_timestamp_that_is_played_is_that_of_the_sample_heard() -> None:
    ear = Ear()
    assert ear.buffer.playing_timestamp() is None
    start = (1 << 32) - 20 * BLOCK
    found = []
    heard = listen(
        ear.buffer, talk(100, timestamp=start), 1.9, each=lambda _: found.append(ear.buffer.playing_timestamp())
    )
    for turn in range(10, 180):
        timestamp = found[turn]
        assert timestamp is not None
        at = (timestamp - start) % (1 << 32)
        assert np.array_equal(heard[turn * 480 : (turn + 1) * 480], said(0, 100)[at : at + 480])


def test_closed_it_is_silent_and_lets_go_of_its_decoder() -> None:
    ear = Ear()
    ear.listen(talk(50), 0.5)
    ear.buffer.close()
    ear.buffer.close()
    assert ear.decoder.closed
    ear.buffer.add(1, 1, frame(1), 1.0)
    assert not ear.buffer.pull(480).any()


def test_two_threads_may_use_it_at_once() -> None:
    ear = Ear()
    sent = talk(3000)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)

    def feed() -> None:
        for arrival in sent:
            ear.buffer.add(arrival.number, arrival.timestamp, arrival.payload, arrival.at_s)

    feeder = threading.Thread(target=feed, name="feeder")
    feeder.start()
    try:
        while feeder.is_alive():
            assert ear.buffer.pull(480).size == 480
            ear.buffer.counters()
    finally:
        feeder.join()
        sys.setswitchinterval(interval)
    assert ear.counters.received == 3000
    assert ear.decoder.played() == sorted(set(ear.decoder.played()))
