"""What is plugged in, told without PortAudio, which lists the devices once and would have to be restarted for it."""

import ctypes
import sys
from pathlib import Path
from typing import Final

_ALSA_CARDS: Final = Path("/proc/asound/cards")


def plugged_in() -> object:
    """Something that is equal as long as the same devices are plugged in; None where this system does not tell.

    Under a sound server (PulseAudio, PipeWire) its own device stays in the list, and it moves our sound by itself.
    """
    if sys.platform == "win32":
        multimedia = ctypes.WinDLL("winmm")
        return multimedia.waveInGetNumDevs(), multimedia.waveOutGetNumDevs()
    try:
        return _ALSA_CARDS.read_bytes()
    except OSError:  # no ALSA in this kernel, or another system altogether
        return None
