"""Sounds that are played once on the loudspeaker, beside any call."""

import threading
from typing import Final

import numpy as np

from desk_client.rtc.port import DeviceFault
from desk_client.rtc.sound.card import SoundCard
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples

_PATIENCE_S: Final = 3.0
"""Beyond a sound's own length: a device that takes no more is let go."""
_LOOK_EVERY_S: Final = 0.05


def play(card: SoundCard, sound: Samples, stopped: threading.Event) -> DeviceFault | None:
    """Play mono samples of `SAMPLE_RATE` to their end, or until stopped; why there is nothing to play them on."""
    played = threading.Event()
    position = 0

    def wanted(count: int, _at_s: float) -> Samples:
        nonlocal position
        part = sound[position : position + count]
        position += count
        if position >= len(sound):
            played.set()
        return np.pad(part, (0, count - len(part)))

    stream = card.open_speaker(wanted)
    if isinstance(stream, DeviceFault):
        return stream
    patience_s = len(sound) / SAMPLE_RATE + _PATIENCE_S
    while patience_s > 0 and not stopped.is_set() and not played.wait(_LOOK_EVERY_S):
        patience_s -= _LOOK_EVERY_S
    stream.close()
    return None
