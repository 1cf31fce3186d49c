"""Nobody hears themselves: the whole way from loudspeaker through a room to what is sent, with the real canceller."""

import numpy as np
import pytest

from desk_client.rtc.sound.meter import SAMPLE_RATE
from desk_client.rtc.sound.processing import PassThrough, WebRtcProcessor
from tests.fakes import synthetic_room as room
from tests.fakes.synthetic_room import Devices, Talk, through_the_chain


@pytest.mark.parametrize(
    "devices",
    [Devices(), Devices(in_s=0.06, out_s=0.09, jitter_s=0.01, drift=1e-4)],
    ids=["quick and steady devices", "slow devices with unsteady clocks"],
)
def test_echo_is_cancelled_and_who_speaks_meanwhile_is_heard(devices: Devices) -> None:
    talk = room.talk()
    response = room.impulse_response(seed=1, delay_s=0.004, gain_db=-10)
    together = through_the_chain(talk.far, talk.near, response, WebRtcProcessor, devices)
    alone = through_the_chain(np.zeros_like(talk.far), talk.near, response, WebRtcProcessor, devices)
    assert room.dbfs(together.heard[Talk.FAR_ALONE]) > -34, "an echo is heard in the room"
    assert room.erle_db(together, Talk.FAR_ALONE) >= 30
    assert room.double_talk_loss_db(together.sent[Talk.BOTH], alone.sent[Talk.BOTH]) <= 3


def test_without_the_canceller_the_measure_finds_the_echo_whole() -> None:
    talk = room.talk()
    response = room.impulse_response(seed=1, delay_s=0.004, gain_db=-10)
    sent = through_the_chain(talk.far, talk.near, response, PassThrough)
    assert abs(room.erle_db(sent, Talk.FAR_ALONE)) < 0.1


def test_a_fan_is_softened_and_not_lifted_in_pauses() -> None:
    fan = room.noise(12, 3, -50)
    voice = np.zeros_like(fan)
    voice[2 * SAMPLE_RATE : 6 * SAMPLE_RATE] = room.at_length(room.spoken(room.NEAR_WORDS, "ar", -45), 4)
    sent = through_the_chain(np.zeros_like(fan), fan + voice, room.impulse_response(1, 0.004, -8), WebRtcProcessor)
    pause = slice(8 * SAMPLE_RATE, 12 * SAMPLE_RATE)
    assert room.dbfs(sent.sent[pause]) < room.dbfs(sent.heard[pause]) - 9


def test_a_soft_voice_is_lifted_by_no_more_than_the_cap() -> None:
    voice = room.at_length(room.spoken(room.NEAR_WORDS, "ar", -42), 12)
    near = voice + room.noise(12, 3, -80)
    sent = through_the_chain(np.zeros_like(near), near, room.impulse_response(1, 0.004, -8), WebRtcProcessor)
    spoken = slice(6 * SAMPLE_RATE, 12 * SAMPLE_RATE)
    assert 6 < room.dbfs(sent.sent[spoken]) - room.dbfs(sent.heard[spoken]) < 9.1


def test_who_speaks_while_muted_is_told_so_and_not_a_sample_of_it_leaves() -> None:
    near = room.at_length(room.spoken(room.NEAR_WORDS, "ar", -30), 8) + room.noise(8, 3, -60)
    sent = through_the_chain(
        np.zeros_like(near), near, room.impulse_response(1, 0.004, -10), WebRtcProcessor, muted=True
    )
    assert sent.told_muted == 1
    assert not sent.sent.any()


def test_neither_the_loudspeaker_nor_a_fan_nor_a_keyboard_is_taken_for_somebody_who_speaks_while_muted() -> None:
    far = room.at_length(room.spoken(room.FAR_WORDS, "ar"), 16)
    keys = np.random.default_rng(1)
    near = room.noise(16, 3, -45)
    for at in keys.integers(0, near.size - 2000, 80):
        near[at : at + 900] += keys.normal(0, 0.1, 900) * np.exp(-np.arange(900) / 150)
    response = room.impulse_response(1, 0.004, -4)
    assert through_the_chain(far, near, response, WebRtcProcessor, muted=True).told_muted == 0
    assert through_the_chain(np.zeros_like(far), near, response, WebRtcProcessor, muted=True).told_muted == 0
