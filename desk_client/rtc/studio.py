"""Camera (or a screen in its place), microphone and speaker of one choice of media, and to whom all of it goes."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from typing import Final

import av
import numpy as np

from desk_client.rtc.background_port import Background
from desk_client.rtc.picture.camera import RETRY_S, Camera, CameraEvents, ListCameras
from desk_client.rtc.picture.camera_device import CameraOpener, open_camera
from desk_client.rtc.picture.cameras import camera_names
from desk_client.rtc.picture.encoding import PictureEncoding
from desk_client.rtc.picture.person import FinderOpener, open_person_finder
from desk_client.rtc.picture.screen_capture import ScreenOpener, open_screen
from desk_client.rtc.picture.sharing import Sharing, SharingEvents
from desk_client.rtc.picture.surroundings import Surroundings
from desk_client.rtc.picture.synthetic import dismissed_picture
from desk_client.rtc.port import Device, DeviceFault, MediaChoice, SharingFault, Shown
from desk_client.rtc.rate.ladder import DOCUMENT, FACE
from desk_client.rtc.sound.card import SoundCard
from desk_client.rtc.sound.loudspeaker_probe import LoudspeakerProbe
from desk_client.rtc.sound.meter import LastSecond, LevelMeter, Samples
from desk_client.rtc.sound.microphone import Microphone, MicrophoneEvents
from desk_client.rtc.sound.mixer import Metered, Mixer
from desk_client.rtc.sound.portaudio import PortAudioCard
from desk_client.rtc.sound.processing import PassThrough, Replaceable, VoiceProcessor, WebRtcProcessor
from desk_client.rtc.sound.speaker import Speaker, SpeakerEvents
from desk_client.rtc.sound.speaking import VoiceEncoding
from desk_client.rtc.streams.outgoing_picture import OutgoingPicture
from desk_client.rtc.streams.outgoing_voice import OutgoingVoice

_log = logging.getLogger(__name__)

_END_S: Final = 1.5


class ContentHint(Enum):
    """What a picture is of, and so what is kept of it where the line cannot carry all."""

    FACE = "face"
    """Movement is kept; sharpness gives way."""
    DOCUMENT = "document"
    """Each letter is kept; the frame rate gives way."""


@dataclass(frozen=True)
class Hardware:
    """How devices are reached: the system's own, or in a test those that fail on purpose."""

    open_camera: CameraOpener = open_camera
    sound_card: SoundCard = field(default_factory=PortAudioCard)
    retry_s: float = RETRY_S
    """After how long a device that failed is tried again."""
    open_screen: ScreenOpener = open_screen
    make_processor: Callable[[], VoiceProcessor] = WebRtcProcessor
    """Takes the loudspeaker's echo out of what a real microphone hears."""
    list_cameras: ListCameras = camera_names
    open_finder: FinderOpener = open_person_finder
    """Loads what finds the person whose background is blurred."""


@dataclass(frozen=True)
class StudioEvents:
    """Called in the devices' threads; must return soon."""

    on_picture: Callable[[av.VideoFrame], None]
    on_device: Callable[[Device, DeviceFault | None], None]
    """A device failed, or (None) serves again."""
    on_sharing: Callable[[Shown], None]
    """What is sent is this, from the next picture on."""
    on_sharing_ended: Callable[[SharingFault | None], None]
    """What is sent is the camera's picture again."""
    on_device_in_use: Callable[[Device, str], None] = lambda _device, _name: None
    on_echo_not_cancelled: Callable[[], None] = lambda: None
    on_background: Callable[[Background], None] = lambda _background: None
    on_speaking_while_muted: Callable[[], None] = lambda: None
    on_loudspeaker_probed: Callable[[bool], None] = lambda _heard: None
    """Whether the microphone heard what the loudspeaker was given."""


class Studio:
    """Captures from its making until `close`, with a blurred background from the first picture on where that is so."""

    def __init__(self, choice: MediaChoice, hardware: Hardware, events: StudioEvents, *, blurs: bool = False) -> None:
        self.choice = choice
        self.captured = 0
        """Pictures so far, of the camera or of what is shown in its place."""
        self._hardware = hardware
        self.sound = LastSecond()
        """What is sent, silence included."""
        self.content = ContentHint.FACE
        """Of the pictures that are sent: what an encoder does well to keep of them."""
        self._sharing: Sharing | None = None
        self.said, self.played = LevelMeter(), LevelMeter()
        """How loud what is sent is, and what is played; for one reader."""
        self.mixer = Mixer()
        """What is played: each voice is a source of its own."""
        self._events = events
        self._probe: LoudspeakerProbe | None = None
        self._pictures = PictureEncoding(choice.most_bps)
        self._voice = VoiceEncoding()
        self._still: PictureEncoding | None = None
        """Made where somebody is to be sent nothing of us: it is a thread."""
        self._silence = VoiceEncoding()
        self._keeps_apart = False
        self._dark = dismissed_picture(choice.width, choice.height)

        def faults(device: Device) -> Callable[[DeviceFault], None]:
            return lambda fault: events.on_device(device, fault)

        def restorations(device: Device) -> Callable[[], None]:
            return lambda: events.on_device(device, None)

        def in_use(device: Device) -> Callable[[str], None]:
            return lambda name: events.on_device_in_use(device, name)

        processor = (
            PassThrough()
            if choice.microphone == "synthetic"
            else Replaceable(hardware.make_processor, events.on_echo_not_cancelled)
        )
        self._speaker = Speaker(
            hardware.sound_card if choice.speaker == "auto" else None,
            Metered(self.mixer, self.played),
            SpeakerEvents(
                faults(Device.SPEAKER), restorations(Device.SPEAKER), processor.played, in_use(Device.SPEAKER)
            ),
            wanted=choice.speaker_device,
            retry_s=hardware.retry_s,
        )
        self._microphone = Microphone(
            choice,
            hardware.sound_card,
            processor,
            MicrophoneEvents(
                self._block,
                faults(Device.MICROPHONE),
                restorations(Device.MICROPHONE),
                events.on_speaking_while_muted,
                in_use(Device.MICROPHONE),
                self._raw,
            ),
            retry_s=hardware.retry_s,
        )
        self._surroundings = Surroundings(events.on_background, hardware.open_finder)
        self._surroundings.set_on(on=blurs)
        self._camera = Camera(
            choice,
            hardware.open_camera,
            CameraEvents(self._picture, faults(Device.CAMERA), restorations(Device.CAMERA), in_use(Device.CAMERA)),
            names=hardware.list_cameras,
            retry_s=hardware.retry_s,
        )

    @property
    def wanted_bps(self) -> int:
        """What our picture would take of a path if there were room."""
        return self._pictures.wanted_bps

    @property
    def encoded(self) -> int:
        """Pictures so far."""
        return self._pictures.encoded

    def audio_only_to(self, outlets: tuple[tuple[OutgoingPicture, OutgoingVoice], ...]) -> bool:
        """Whether our picture is not sent there for want of bandwidth; others may be sent it all the same."""
        return self._pictures.stopped_to([picture for picture, _ in outlets])

    def send_to(
        self,
        outlets: tuple[tuple[OutgoingPicture, OutgoingVoice], ...],
        dark: tuple[tuple[OutgoingPicture, OutgoingVoice], ...] = (),
    ) -> None:
        """From the next picture and block on (any thread). To ``dark`` go silence and a still, dark picture."""
        self._pictures.send_to(tuple(picture for picture, _ in outlets))
        self._voice.send_to(tuple(voice for _, voice in outlets))
        if dark and self._still is None:
            self._still = PictureEncoding(self.choice.most_bps)
        if self._still is not None:
            self._still.send_to(tuple(picture for picture, _ in dark))
        self._silence.send_to(tuple(voice for _, voice in dark))
        self._keeps_apart = bool(dark)

    def hurry(self) -> None:
        """Someone waits for our picture (any thread)."""
        self._pictures.hurry()
        if self._still is not None:
            self._still.hurry()

    def set_microphone(self, *, on: bool) -> None:
        """Off delivers silence."""
        self._microphone.set_on(on=on)

    def choose(self, device: Device, name: str | None) -> None:
        """Use another camera, microphone or speaker; None leaves the choice to the system."""
        match device:
            case Device.CAMERA:
                self._camera.choose(name)
            case Device.MICROPHONE:
                self._microphone.choose(name)
            case Device.SPEAKER:
                self._speaker.choose(name)

    def probe_loudspeaker(self) -> None:
        """Play two notes and listen for them; one that was asked for before is given up."""
        if self._probe is not None:
            self.mixer.remove(self._probe)
        self._probe = LoudspeakerProbe(self._events.on_loudspeaker_probed)
        self.mixer.add(self._probe)

    def set_camera(self, *, on: bool) -> None:
        """Off delivers a still, dark picture at a low rate."""
        self._camera.set_on(on=on)

    def blur_background(self, *, on: bool) -> None:
        """What is shown and sent is blurred around the person, from the next picture on; a shown screen never is."""
        self._surroundings.set_on(on=on)

    def share(self, source: Shown, fps: int) -> None:
        """Send a screen or window in place of the camera's picture, which the preview goes on showing.

        Blocks until one that was sent before is no longer.
        """
        self.stop_sharing()
        events = SharingEvents(
            on_started=partial(self._sharing_started, source),
            on_picture=self._send,
            on_ended=self._sharing_ended,
        )
        self._sharing = Sharing(source, fps, self._hardware.open_screen, events)

    def stop_sharing(self) -> None:
        """Send the camera's picture again; blocks until the last picture of the screen was sent."""
        sharing, self._sharing = self._sharing, None
        if sharing is not None:
            sharing.close()
            if not sharing.join(_END_S):
                _log.warning("the system did not let go of the screen in time")

    def close(self) -> None:
        """Let go of the devices; blocks for as long as their drivers do, at most 1.5 seconds."""
        possible = (self._sharing, self._camera, self._microphone, self._speaker)
        parts = [part for part in possible if part is not None]
        for part in parts:
            part.close()
        until = time.monotonic() + _END_S
        ended = [part.join(max(0.0, until - time.monotonic())) for part in parts]
        self._surroundings.join(max(0.0, until - time.monotonic()))
        if not all(ended):
            _log.warning("a device's driver did not let go in time")
        else:
            self._voice.close()
            self._silence.close()
        self._pictures.close()
        if self._still is not None:
            self._still.close()

    def _picture(self, frame: av.VideoFrame) -> None:
        seen = self._surroundings.seen(frame)
        self._events.on_picture(seen)
        if self.content is ContentHint.FACE:
            self._send(seen)

    def _sharing_started(self, source: Shown) -> None:
        self.content = ContentHint.DOCUMENT
        self._pictures.climb(DOCUMENT)
        self._events.on_sharing(source)

    def _sharing_ended(self, fault: SharingFault | None) -> None:
        self.content = ContentHint.FACE
        self._pictures.climb(FACE)
        self._events.on_sharing_ended(fault)

    def _send(self, frame: av.VideoFrame) -> None:
        """From the camera's thread or, while one is shown, from the screen's."""
        self.captured += 1
        self._pictures.offer(frame)
        if self._keeps_apart and self._still is not None:
            self._still.offer(self._dark)

    def _raw(self, frame: Samples) -> None:
        probe = self._probe
        if probe is not None:
            probe.hear(frame)
            if probe.is_over:
                self.mixer.remove(probe)
                self._probe = None

    def _block(self, block: Samples) -> None:
        self.sound.add(block)
        self.said.add(block)
        self._voice.offer(block)
        self._silence.offer(np.zeros_like(block))
