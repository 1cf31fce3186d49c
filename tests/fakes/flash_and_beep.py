"""A camera that flashes and a microphone that beeps at the same moments, by the machine's monotonic clock."""

import threading
import time
from collections.abc import Iterator

import av
import numpy as np

from desk_client.rtc.picture.camera_device import CameraDevice
from desk_client.rtc.port import DeviceFault, MediaChoice
from desk_client.rtc.sound.card import FRAME, Heard, SoundStream, Wanted
from desk_client.rtc.sound.devices import SoundDevice
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.processing import VoiceProcessor
from desk_client.rtc.studio import Hardware
from tests.fakes.camera import grey_picture
from tests.fakes.sound_card import USUAL, FakeSoundStream

EVERY_S = 1.0
LASTS_S = 0.2
DARK, BRIGHT = 60, 220
_FPS = 30


def is_on(at_s: float) -> bool:
    """Whether there is light and sound at that time."""
    return at_s % EVERY_S < LASTS_S


class FlashCamera:
    """Thirty times a second: bright while the light is on."""

    def __init__(self) -> None:
        self._closed = threading.Event()

    def pictures(self) -> Iterator[av.VideoFrame | None]:
        beat = 0.0
        while not self._closed.is_set():
            self._closed.wait(max(0.001, beat - time.monotonic()))
            now = time.monotonic()
            beat = (int(now * _FPS) + 1) / _FPS  # one of them is captured just when the light goes on
            yield grey_picture(BRIGHT if is_on(now) else DARK)

    def close(self) -> None:
        self._closed.set()


class BeepCard:
    """A sound card of one microphone, which hears a tone while the light is on.

    Args:
        tone_hz: which.
    """

    def __init__(self, tone_hz: float) -> None:
        self._tone_hz = tone_hz

    def devices(self) -> tuple[SoundDevice, ...]:
        return USUAL

    def changes(self) -> int:
        return 0

    def open_microphone(self, heard: Heard, wanted: str | None = None) -> SoundStream | DeviceFault:
        del wanted
        stream = FakeSoundStream()
        threading.Thread(target=self._hear, args=(heard, stream), name="beep", daemon=True).start()
        return stream

    def open_speaker(self, give: Wanted, wanted: str | None = None) -> SoundStream | DeviceFault:
        del give, wanted
        return DeviceFault.ABSENT

    def _hear(self, heard: Heard, stream: FakeSoundStream) -> None:
        """As a device does: a block is given once its last sample was heard."""
        count, first_s = 0, time.monotonic()
        while not stream.closed.is_set():
            begins_s = first_s + count * FRAME / SAMPLE_RATE
            stream.closed.wait(max(0.0, begins_s + FRAME / SAMPLE_RATE - time.monotonic()))
            heard(self._sound(begins_s), begins_s)
            count += 1

    def _sound(self, begins_s: float) -> Samples:
        times = begins_s + np.arange(FRAME) / SAMPLE_RATE
        tone = 6000 * np.sin(2 * np.pi * self._tone_hz * times) * (times % EVERY_S < LASTS_S)
        sound: Samples = np.rint(tone).astype(np.int16)
        return sound


def _no_processor() -> VoiceProcessor:
    raise ImportError("sound goes through as it is")


def open_flash(choice: MediaChoice) -> CameraDevice:
    """In the place of the system's camera."""
    del choice
    return FlashCamera()


def flashing(tone_hz: float) -> Hardware:
    """A machine that flashes and beeps."""
    return Hardware(open_flash, BeepCard(tone_hz), make_processor=_no_processor)
