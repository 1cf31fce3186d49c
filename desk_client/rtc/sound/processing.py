"""From what a microphone hears to a voice: echo cancelled, noise suppressed, gain capped, 10 ms at a time."""

import importlib
import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np

from desk_client.rtc.sound.gain import CappedGain
from desk_client.rtc.sound.meter import FLOOR_DBFS, SAMPLE_RATE, Samples, level_dbfs
from desk_client.rtc.sound.played import PlayedSound

_log = logging.getLogger(__name__)

_LIBRARY: Final = "pywebrtc_audio"
_SUPPRESSION: Final = 1
"""Of 0 to 3: up to 12 dB. More than that, and voices begin to sound of the machine."""
LOUDSPEAKER_DBFS: Final = -55.0
"""What the loudspeaker plays below this leaves no echo; comfort noise is well below."""


@dataclass(frozen=True)
class Voice:
    """What a microphone heard, made fit to be sent.

    Attributes:
        samples: as many as were heard; they are late by what the processing takes, some 15 ms.
        speech: how likely it is that somebody speaks, 0..1; None where nobody can tell.
        loudspeaker_dbfs: how loud the loudspeaker was at that time.
    """

    samples: Samples
    speech: float | None
    loudspeaker_dbfs: float


class VoiceProcessor(Protocol):
    """Belongs to one microphone and one loudspeaker. Times as in `sound/card.py`."""

    def played(self, block: Samples, at_s: float) -> None:
        """What the loudspeaker is given, and when it will sound; called in the loudspeaker's thread."""

    def heard(self, block: Samples, at_s: float) -> Voice:
        """What the microphone heard in the next 10 ms; always called in the same thread."""


class PassThrough:
    """Changes nothing and knows nothing: where there is no library, or where it failed."""

    def __init__(self) -> None:
        self._played = PlayedSound()

    def played(self, block: Samples, at_s: float) -> None:
        """See `VoiceProcessor`."""
        self._played.put(block, at_s)

    def heard(self, block: Samples, at_s: float) -> Voice:
        """See `VoiceProcessor`."""
        return Voice(block, None, level_dbfs(self._played.beside(at_s, block.size)))


class _Canceller(Protocol):
    """What we use of `pywebrtc_audio.EchoCanceller`."""

    stream_delay_ms: int

    def process(self, near: Samples, far: Samples) -> Samples: ...


class _Suppressor(Protocol):
    """What we use of `pywebrtc_audio.NoiseSuppressor`."""

    speech_probability: float

    def process(self, audio: Samples) -> Samples: ...


class WebRtcProcessor:
    """WebRTC's own echo canceller (AEC3) and noise suppressor, by `pywebrtc-audio`; the gain is ours.

    Two of its parts, one after the other: its `AudioProcessor` suppresses noise by 6 dB whatever it is told, and the
    automatic gain begins at 15 dB whatever its cap is, and lifts what is left of the noise by all of it.

    Raises:
        ImportError: the library is not installed, or not for this machine.
    """

    def __init__(self) -> None:
        library = importlib.import_module(_LIBRARY)
        self._canceller: _Canceller = library.EchoCanceller(sample_rate=SAMPLE_RATE)
        self._suppressor: _Suppressor = library.NoiseSuppressor(sample_rate=SAMPLE_RATE, level=_SUPPRESSION)
        self._played = PlayedSound()
        self._gain = CappedGain()

    def played(self, block: Samples, at_s: float) -> None:
        """See `VoiceProcessor`."""
        self._played.put(block, at_s)

    def heard(self, block: Samples, at_s: float) -> Voice:
        """See `VoiceProcessor`."""
        beside = self._played.beside(at_s, block.size)
        self._canceller.stream_delay_ms = round(self._played.lead_s * 1000)
        clean = self._suppressor.process(self._canceller.process(block, beside))
        speech, loudspeaker_dbfs = self._suppressor.speech_probability, level_dbfs(beside)
        voice = self._gain.apply(clean, speech, is_alone=loudspeaker_dbfs < LOUDSPEAKER_DBFS)
        return Voice(voice, speech, loudspeaker_dbfs)


class Replaceable:
    """A processor in whose place, the first time that it fails, a pass-through goes on.

    Args:
        make: makes the processor; it may fail as well.
        on_lost: told once, in the thread in which it failed, that echo is not cancelled any more.
    """

    def __init__(self, make: Callable[[], VoiceProcessor], on_lost: Callable[[], None]) -> None:
        self._on_lost = on_lost
        self._processor: VoiceProcessor = PassThrough()
        self._telling = threading.Lock()  # both devices' threads may meet it at once
        self._is_lost = False
        try:
            self._processor = make()
        except Exception as error:  # noqa: BLE001  (a missing wheel, a wrong one, a library beneath it: the talk goes on)
            self._lost(error)

    def played(self, block: Samples, at_s: float) -> None:
        """See `VoiceProcessor`."""
        try:
            self._processor.played(block, at_s)
        except Exception as error:  # noqa: BLE001  (as above)
            self._lost(error)

    def heard(self, block: Samples, at_s: float) -> Voice:
        """See `VoiceProcessor`."""
        try:
            voice = self._processor.heard(block, at_s)
            if voice.samples.shape != block.shape or voice.samples.dtype != np.int16:
                raise ValueError(f"{voice.samples.shape} samples of {voice.samples.dtype}")  # noqa: TRY301  (one way out)
        except Exception as error:  # noqa: BLE001  (as above)
            self._lost(error)
            return Voice(block, None, FLOOR_DBFS)
        return voice

    def _lost(self, error: Exception) -> None:
        self._processor = PassThrough()
        with self._telling:
            if self._is_lost:
                return
            self._is_lost = True
        _log.warning("echo is not cancelled: %s: %s", type(error).__name__, error)
        self._on_lost()
