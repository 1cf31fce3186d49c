"""The chime: heard where there is a device, silent where there is none, and its thread ends."""

import threading

import numpy as np

from desk_client.client.chime import Chime
from desk_client.rtc.port import DeviceFault
from tests.fakes.sound_card import FakeSoundCard


def test_it_sounds_softly_and_lets_go_of_the_device() -> None:
    card = FakeSoundCard()
    chime = Chime(lambda: card)
    chime.play()
    assert card.opened.wait(5)
    heard = np.concatenate([card.listen(4800) for _ in range(10)])
    chime.close()
    assert card.stream.closed.is_set()
    assert 1000 < np.abs(heard.astype(int)).max() < 10_000
    assert not heard[-100:].any()


def test_without_a_device_nothing_happens() -> None:
    chime = Chime(lambda: FakeSoundCard(DeviceFault.ABSENT))
    chime.play()
    chime.close()
    assert not any(thread.name == "chime" for thread in threading.enumerate())
