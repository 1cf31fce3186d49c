"""The sound card as the engine sees it: mono, 48 kHz, 16 bit, blocks of 10 ms with the time at which they sound.

All times are seconds of the process's monotonic clock, whatever clock the driver keeps.
"""

from collections.abc import Callable
from enum import Enum
from typing import Final, Protocol

from desk_client.rtc.port import DeviceFault
from desk_client.rtc.sound.devices import SoundDevice
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples

FRAME: Final = SAMPLE_RATE // 100
"""Samples in 10 ms: what devices give and take, and what echo is cancelled in."""
BLOCK: Final = SAMPLE_RATE // 50
"""Samples in 20 ms: one Opus packet (RFC 7587)."""

Heard = Callable[[Samples, float], None]
"""Is given a block of 10 ms, and the time at which its first sample reached the microphone."""
Wanted = Callable[[int, float], Samples]
"""Is asked for so many samples, the first of which will leave the loudspeaker at that time."""


class StreamState(Enum):
    """How an open device stands."""

    SERVING = "serving"
    LOST = "lost"
    """It is gone: unplugged, or its driver failed."""
    STALE = "stale"
    """It serves, but devices came or went: whoever closes it and opens again gets the one that is best now."""


class SoundStream(Protocol):
    """An open device that calls back, until it is closed or lost."""

    @property
    def device(self) -> str:
        """Its name in the list of devices."""

    def state(self) -> StreamState:
        """How it stands; cheap enough to be asked ten times a second."""

    def close(self) -> None:
        """Let go of the device; no callback after this returns."""


class SoundCard(Protocol):
    """Opens devices: the wanted one where it serves, otherwise the system's default, otherwise any that serves."""

    def devices(self) -> tuple[SoundDevice, ...]:
        """What there is now, as far as it is known without disturbing what is open."""

    def changes(self) -> int:
        """A number that is another one once devices came or went; cheap enough to be asked ten times a second."""

    def open_microphone(self, heard: Heard, wanted: str | None = None) -> SoundStream | DeviceFault:
        """Start recording; `heard` is called in the device's thread with each block."""

    def open_speaker(self, give: Wanted, wanted: str | None = None) -> SoundStream | DeviceFault:
        """Start playing; `give` is called in the device's thread for the next so many samples."""
