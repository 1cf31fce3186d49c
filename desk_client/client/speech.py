"""A kiosk that reads aloud: a voice that was recorded where there is one, a synthetic one otherwise.

What somebody has to hear whether or not they have pages read is announced: two soft notes, then the words, as one sound
on one loudspeaker, so that neither talks into the other.

Nothing that needs a codec is loaded before the first word. What is said goes to the synthesizer through a pipe: the
words on a command line are everybody's.
"""

import io
import logging
import shutil
import subprocess
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desk_client.i18n.language import Language

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_client.rtc.sound.card import SoundCard
    from desk_client.rtc.sound.meter import Samples

logger = logging.getLogger(__name__)

_SYNTHESIZER: Final = "espeak-ng"
_WORDS_A_MINUTE: Final = "130"
"""Slower than it would speak by itself: people listen in a hall, and read along."""
_NOTES_LEVEL: Final = 0.16
_SPOKEN_WITHIN_S: Final = 20.0
_ENDINGS: Final = ("opus", "ogg", "mp3", "wav")


def _usual_card() -> "SoundCard":
    from desk_client.rtc.sound.portaudio import PortAudioCard  # noqa: PLC0415 - loaded with the first word

    return PortAudioCard()


class Speech:
    """Says one thing at a time: what is said next interrupts it. Belongs to one thread."""

    def __init__(
        self,
        recordings: Path | None = None,
        make_card: "Callable[[], SoundCard]" = _usual_card,
        synthesizer: str = _SYNTHESIZER,
    ) -> None:
        """``recordings`` holds ``ar/home.opus`` and the like: a language, and the name of what is said."""
        self._recordings = recordings
        self._make_card = make_card
        self._card: SoundCard | None = None
        self._synthesizer = shutil.which(synthesizer)
        self._thread: threading.Thread | None = None
        self._stopped = threading.Event()

    @property
    def can_speak(self) -> bool:
        """Whether there is a voice on this machine."""
        return self._synthesizer is not None or self._recordings is not None

    def say(self, name: str, text: str, language: Language) -> None:
        """Say this text; the recording of that name in its place, where there is one."""
        self._begin(name, text, language, chimes=False)

    def announce(self, name: str, text: str, language: Language) -> None:
        """Sound the two notes and say this text; without a voice the notes alone."""
        self._begin(name, text, language, chimes=True)

    def _begin(self, name: str, text: str, language: Language, *, chimes: bool) -> None:
        self.stop()
        stopped, before = threading.Event(), self._thread
        self._stopped = stopped
        self._thread = threading.Thread(
            target=self._speak, args=(name, text, language, chimes, stopped, before), name="speech", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Be silent, within a tenth of a second."""
        self._stopped.set()

    def close(self) -> None:
        """Be silent, and wait until the loudspeaker is free."""
        self.stop()
        if self._thread is not None:
            self._thread.join()

    def _speak(
        self,
        name: str,
        text: str,
        language: Language,
        chimes: bool,  # noqa: FBT001 - a thread's arguments have places
        stopped: threading.Event,
        before: threading.Thread | None,
    ) -> None:
        if before is not None:
            before.join()  # one voice at a time
        try:
            sound = None if stopped.is_set() else self._sound(name, text, language)
        except (OSError, subprocess.SubprocessError, ValueError) as error:
            logger.warning("nothing could be read aloud: %s", type(error).__name__)
            sound = None
        if chimes and not stopped.is_set():
            sound = _after_notes(sound)
        if sound is None or stopped.is_set():
            return
        from desk_client.client.playback import play  # noqa: PLC0415 - loaded with the first word

        if self._card is None:
            self._card = self._make_card()
        fault = play(self._card, sound, stopped)
        if fault is not None:
            logger.info("nothing can be heard: the loudspeaker is %s", fault.value)

    def _sound(self, name: str, text: str, language: Language) -> "Samples | None":
        recorded = self._recorded(name, language)
        if recorded is not None:
            return _decoded(recorded.read_bytes())
        if self._synthesizer is None:
            return None
        arguments = (self._synthesizer, "-v", language.value, "-s", _WORDS_A_MINUTE, "--stdin", "--stdout")
        spoken = subprocess.run(  # noqa: S603 - the system's own program, with our arguments
            arguments, input=text.encode(), capture_output=True, check=True, timeout=_SPOKEN_WITHIN_S
        )
        return _decoded(spoken.stdout)

    def _recorded(self, name: str, language: Language) -> Path | None:
        if self._recordings is None:
            return None
        paths = (self._recordings / language.value / f"{name}.{ending}" for ending in _ENDINGS)
        return next((path for path in paths if path.is_file()), None)


def _after_notes(sound: "Samples | None") -> "Samples":
    """The two notes, and then what is said."""
    import numpy as np  # noqa: PLC0415 - loaded with the first word

    from desk_client.rtc.sound.notes import notes  # noqa: PLC0415 - the same

    struck = notes(_NOTES_LEVEL)
    return struck if sound is None else np.concatenate([struck, sound])


def _decoded(file: bytes) -> "Samples":
    """The samples of a sound file, as the sound card takes them. ValueError for what is none."""
    import av  # noqa: PLC0415 - loaded with the first word
    import numpy as np  # noqa: PLC0415 - the same

    from desk_client.rtc.sound.meter import SAMPLE_RATE  # noqa: PLC0415 - the same

    resampler = av.AudioResampler(format="s16", layout="mono", rate=SAMPLE_RATE)
    try:
        with av.open(io.BytesIO(file), "r") as container:
            frames = [each for frame in container.decode(audio=0) for each in resampler.resample(frame)]
    except (av.FFmpegError, IndexError) as error:
        raise ValueError("not a sound file") from error
    frames += resampler.resample(None)
    parts = [frame.to_ndarray().reshape(-1) for frame in frames]
    return np.concatenate(parts).astype(np.int16) if parts else np.zeros(0, np.int16)
