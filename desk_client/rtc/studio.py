"""Camera, microphone and speaker of one choice of media, and to whom their pictures and sound go."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import av

from desk_client.rtc.camera import RETRY_S, Camera, CameraEvents
from desk_client.rtc.camera_device import CameraOpener, open_camera
from desk_client.rtc.meter import LastSecond, Samples
from desk_client.rtc.microphone import Microphone, MicrophoneEvents
from desk_client.rtc.port import Device, DeviceFault, MediaChoice
from desk_client.rtc.senders import PictureSender, VoiceSender
from desk_client.rtc.sound import PortAudioCard, SoundCard
from desk_client.rtc.speaker import Speaker, SpeakerEvents

_log = logging.getLogger(__name__)

_END_S: Final = 1.5


@dataclass(frozen=True)
class Hardware:
    """How devices are reached: the system's own, or in a test those that fail on purpose."""

    open_camera: CameraOpener = open_camera
    sound_card: SoundCard = field(default_factory=PortAudioCard)
    retry_s: float = RETRY_S
    """After how long a device that failed is tried again."""


@dataclass(frozen=True)
class StudioEvents:
    """Called in the devices' threads; must return soon."""

    on_picture: Callable[[av.VideoFrame], None]
    on_device: Callable[[Device, DeviceFault | None], None]
    """A device failed, or (None) serves again."""


class Studio:
    """Captures from its making until `close`."""

    def __init__(self, choice: MediaChoice, hardware: Hardware, events: StudioEvents) -> None:
        self.choice = choice
        self.captured = 0
        """Pictures so far."""
        self.sound = LastSecond()
        """What is sent, silence included."""
        self._events = events
        self._senders: tuple[tuple[PictureSender, VoiceSender], ...] = ()

        def faults(device: Device) -> Callable[[DeviceFault], None]:
            return lambda fault: events.on_device(device, fault)

        def restorations(device: Device) -> Callable[[], None]:
            return lambda: events.on_device(device, None)

        self._speaker = (
            Speaker(
                hardware.sound_card,
                SpeakerEvents(faults(Device.SPEAKER), restorations(Device.SPEAKER)),
                retry_s=hardware.retry_s,
            )
            if choice.speaker == "auto"
            else None
        )
        self._microphone = Microphone(
            choice,
            hardware.sound_card,
            MicrophoneEvents(self._block, faults(Device.MICROPHONE), restorations(Device.MICROPHONE)),
            retry_s=hardware.retry_s,
        )
        self._camera = Camera(
            choice,
            hardware.open_camera,
            CameraEvents(self._picture, faults(Device.CAMERA), restorations(Device.CAMERA)),
            retry_s=hardware.retry_s,
        )

    def send_to(self, senders: tuple[tuple[PictureSender, VoiceSender], ...]) -> None:
        """From the next picture and block on (any thread)."""
        self._senders = senders

    def play(self, block: Samples) -> None:
        """Sound of the peer, mono at 48 kHz."""
        if self._speaker is not None:
            self._speaker.play(block)

    def set_microphone(self, *, on: bool) -> None:
        """Off delivers silence."""
        self._microphone.set_on(on=on)

    def set_camera(self, *, on: bool) -> None:
        """Off delivers a still, dark picture at a low rate."""
        self._camera.set_on(on=on)

    def close(self) -> None:
        """Let go of the devices; blocks for as long as their drivers do, at most 1.5 seconds."""
        parts = [part for part in (self._camera, self._microphone, self._speaker) if part is not None]
        for part in parts:
            part.close()
        until = time.monotonic() + _END_S
        ended = [part.join(max(0.0, until - time.monotonic())) for part in parts]
        if not all(ended):
            _log.warning("a device's driver did not let go in time")

    def _picture(self, frame: av.VideoFrame) -> None:
        self.captured += 1
        self._events.on_picture(frame)
        for picture, _ in self._senders:
            picture.offer(frame)

    def _block(self, block: Samples) -> None:
        self.sound.add(block)
        for _, voice in self._senders:
            voice.offer(block)
