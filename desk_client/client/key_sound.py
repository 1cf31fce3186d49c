"""A soft tick for each key that is touched, where there is a loudspeaker: glass does not give way under a finger."""

import threading
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_client.rtc.sound.card import SoundCard
    from desk_client.rtc.sound.meter import Samples

_HELD_S: Final = 5.0
"""The device is let go of when no key was touched for so long."""
_LOOK_EVERY_S: Final = 0.1
_LATE_S: Final = 0.15
"""A tick that comes later than this belongs to no touch any more."""
_TICK_S: Final = 0.012
_TICK_HZ: Final = 1_900.0
_FADE: Final = 6.0
_LEVEL: Final = 0.12


def _usual_card() -> "SoundCard":
    from desk_client.rtc.sound.portaudio import PortAudioCard  # noqa: PLC0415 - loaded with the first key

    return PortAudioCard()


class KeySound:
    """Opens the device with the first key, in a thread of its own, and holds it while somebody types."""

    def __init__(self, make_card: "Callable[[], SoundCard]" = _usual_card, held_s: float = _HELD_S) -> None:
        """Nothing is opened, or loaded, yet. ``held_s`` is how long the device is kept after the last key."""
        self._make_card = make_card
        self._held_s = held_s
        self._card: SoundCard | None = None
        self._thread: threading.Thread | None = None
        self._hushed = threading.Event()
        self._struck_s = 0.0

    def strike(self) -> None:
        """Tick once; returns at once."""
        self._struck_s = time.monotonic()
        if self._thread is None or not self._thread.is_alive():
            self._hushed.clear()
            self._thread = threading.Thread(target=self._serve, name="key-sound", daemon=True)
            self._thread.start()

    def hush(self) -> None:
        """Let go of the device within a tenth of a second: somebody else is to have it."""
        self._hushed.set()

    def close(self) -> None:
        """Let go of the device, and wait until it is free."""
        self.hush()
        if self._thread is not None:
            self._thread.join()

    def _serve(self) -> None:
        from desk_client.rtc.port import DeviceFault  # noqa: PLC0415 - loaded with the first key

        if self._card is None:
            self._card = self._make_card()
        stream = self._card.open_speaker(_ticks(lambda: self._struck_s))
        if isinstance(stream, DeviceFault):
            return
        while time.monotonic() - self._struck_s < self._held_s and not self._hushed.wait(_LOOK_EVERY_S):
            pass
        stream.close()


def _ticks(struck_s: "Callable[[], float]") -> "Callable[[int, float], Samples]":
    """What the loudspeaker asks: silence, and from each new strike on its tick."""
    import numpy as np  # noqa: PLC0415 - loaded with the first key

    from desk_client.rtc.sound.meter import SAMPLE_RATE  # noqa: PLC0415 - the same

    at_s = np.arange(round(_TICK_S * SAMPLE_RATE)) / SAMPLE_RATE
    wave = np.sin(2 * np.pi * _TICK_HZ * at_s) * np.exp(-_FADE * at_s / _TICK_S) * _LEVEL
    tick = (wave * np.iinfo(np.int16).max).astype(np.int16)
    heard_s, position = 0.0, len(tick)

    def wanted(count: int, _at_s: float) -> "Samples":
        nonlocal heard_s, position
        if (struck := struck_s()) != heard_s:
            heard_s = struck
            position = 0 if time.monotonic() - struck < _LATE_S else len(tick)
        part = tick[position : position + count]
        position += len(part)
        return np.pad(part, (0, count - len(part)))

    return wanted
