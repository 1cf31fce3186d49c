"""Keys are heard where there is a loudspeaker, and let go of it."""

import threading

import numpy as np

from desk_client.client.key_sound import KeySound
from desk_client.rtc.port import DeviceFault
from tests.fakes.sound_card import FakeSoundCard


def test_a_key_ticks_once_softly_and_shortly() -> None:
    card = FakeSoundCard()
    keys = KeySound(lambda: card)
    keys.strike()
    assert card.opened.wait(5)
    keys.strike()  # the first may have come too early for its device
    heard = np.concatenate([card.listen(480) for _ in range(10)]).astype(int)
    assert 500 < np.abs(heard).max() < 6_000
    assert not heard[960:].any(), "it rings on"
    keys.close()
    assert card.stream.closed.is_set()


def test_each_touch_ticks_anew() -> None:
    card = FakeSoundCard()
    keys = KeySound(lambda: card)
    keys.strike()
    assert card.opened.wait(5)
    for _ in range(3):
        keys.strike()
        assert card.listen(480).any()
        assert not card.listen(4_800)[960:].any()
    keys.close()


def test_the_loudspeaker_is_let_go_of_when_nobody_types() -> None:
    card = FakeSoundCard()
    keys = KeySound(lambda: card, held_s=0.0)
    keys.strike()
    assert card.opened.wait(5)
    assert card.stream.closed.wait(5)
    keys.strike()
    keys.close()
    assert card.stream.closed.is_set()


def test_without_a_loudspeaker_keys_are_silent() -> None:
    keys = KeySound(lambda: FakeSoundCard(DeviceFault.ABSENT))
    keys.strike()
    keys.close()
    assert not any(thread.name == "key-sound" for thread in threading.enumerate())
