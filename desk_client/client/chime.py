"""Two soft notes for an arrival, where there is a sound device; without one nothing is heard, and nothing is said."""

import threading
from collections.abc import Callable
from typing import Final

import numpy as np

from desk_client.client.playback import play
from desk_client.rtc.sound.card import SoundCard
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.portaudio import PortAudioCard

_NOTES_HZ: Final = (659.26, 880.0)  # e'' and a'': rising, as a question is
_NOTE_S: Final = 0.28
_LEVEL: Final = 0.16
_FADE: Final = 5.0


class Chime:
    """Opens the device for each chime, in a thread of its own that ends with it: opening one may take a while."""

    def __init__(self, make_card: Callable[[], SoundCard] = PortAudioCard) -> None:
        """Nothing is opened yet."""
        self._make_card = make_card
        self._card: SoundCard | None = None
        self._thread: threading.Thread | None = None

    def play(self) -> None:
        """Sound once; while it sounds, another wish is passed over."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._sound, name="chime", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Wait until it has faded."""
        if self._thread is not None:
            self._thread.join()

    def _sound(self) -> None:
        if self._card is None:
            self._card = self._make_card()
        play(self._card, notes_of(_NOTES_HZ), threading.Event())


def notes_of(frequencies_hz: tuple[float, ...]) -> Samples:
    """Notes one after the other, each struck and fading, mono at ``SAMPLE_RATE``; a silent tail follows."""
    at_s = np.arange(round(_NOTE_S * SAMPLE_RATE)) / SAMPLE_RATE
    envelope = np.minimum(1.0, at_s / 0.01) * np.exp(-_FADE * at_s / _NOTE_S)
    struck = [np.sin(2 * np.pi * hertz * at_s) * envelope * _LEVEL for hertz in frequencies_hz]
    tail = np.zeros(SAMPLE_RATE // 5)
    samples: Samples = (np.concatenate([*struck, tail]) * np.iinfo(np.int16).max).astype(np.int16)
    return samples
