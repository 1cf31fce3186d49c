"""A sound card whose devices the test holds in its hand."""

import threading
import time
from dataclasses import dataclass

import numpy as np

from desk_client.rtc.port import DeviceFault
from desk_client.rtc.sound.card import BLOCK, FRAME, Heard, SoundStream, StreamState, Wanted
from desk_client.rtc.sound.devices import Direction, SoundDevice, in_order
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples

USUAL = (SoundDevice(0, "inside", Direction.IN, True), SoundDevice(1, "inside", Direction.OUT, True))
"""What is plugged in unless a test says otherwise: one microphone, one speaker."""


def plugged(*names: str) -> tuple[SoundDevice, ...]:
    """A microphone and a speaker of each name; the first is the system's own choice."""
    return tuple(
        SoundDevice(2 * number + side, name, direction, number == 0)
        for number, name in enumerate(names)
        for side, direction in enumerate(Direction)
    )


class FakeSoundStream:
    """An open device."""

    def __init__(self, device: str = "inside") -> None:
        self.device = device
        self._state = StreamState.SERVING
        self.closed = threading.Event()

    def lose(self) -> None:
        """Unplug it."""
        self._state = StreamState.LOST

    def grow_stale(self) -> None:
        """Something else was plugged in or out."""
        if self._state is StreamState.SERVING:
            self._state = StreamState.STALE

    def state(self) -> StreamState:
        return self._state

    def close(self) -> None:
        self.closed.set()


@dataclass
class _Open:
    stream: FakeSoundStream
    heard: Heard | None = None
    give: Wanted | None = None


class FakeSoundCard:
    """Opens, or fails with the fault that is set at the time: for every device, or for those that are busy.

    Its clock stands still in between what the test does: a block is heard, or asked for, 10 ms after the one before it.
    """

    def __init__(self, fault: DeviceFault | None = None) -> None:
        self.fault = fault
        self.busy: set[str] = set()
        """Names of devices that another program holds."""
        self.opened = threading.Event()
        self.stream = FakeSoundStream()
        """The one that was opened last."""
        self._plugged: tuple[SoundDevice, ...] = USUAL
        self._changes = 0
        self._microphone = self._speaker = _Open(self.stream)
        self.heard_s = self.asked_s = time.monotonic()
        """When the next block is heard, and when the next one that is asked for will sound."""

    def plug(self, *devices: SoundDevice) -> None:
        """From now on exactly these are plugged in."""
        self._plugged = devices
        self._changes += 1
        for each, direction in ((self._microphone, Direction.IN), (self._speaker, Direction.OUT)):
            if any(device.name == each.stream.device and device.direction is direction for device in devices):
                each.stream.grow_stale()
            else:
                each.stream.lose()

    def devices(self) -> tuple[SoundDevice, ...]:
        return self._plugged

    def changes(self) -> int:
        return self._changes

    def open_microphone(self, heard: Heard, wanted: str | None = None) -> SoundStream | DeviceFault:
        opened = self._open(Direction.IN, wanted)
        if isinstance(opened, DeviceFault):
            return opened
        self._microphone = _Open(opened, heard=heard)
        self.opened.set()
        return opened

    def open_speaker(self, give: Wanted, wanted: str | None = None) -> SoundStream | DeviceFault:
        opened = self._open(Direction.OUT, wanted)
        if isinstance(opened, DeviceFault):
            return opened
        self._speaker = _Open(opened, give=give)
        self.opened.set()
        return opened

    @property
    def is_in_use(self) -> bool:
        """Whether both a microphone and a speaker have been opened."""
        return self._microphone.heard is not None and self._speaker.give is not None

    def speak(self, level: int, blocks: int = 1) -> None:
        """As the device's thread would: blocks of 20 ms of a steady level."""
        for _ in range(blocks * BLOCK // FRAME):
            self.hear(np.full(FRAME, level, dtype=np.int16))

    def hear(self, frame: Samples, at_s: float | None = None) -> None:
        """As the device's thread would: 10 ms of whatever sound, heard at that time."""
        assert self._microphone.heard is not None
        self._microphone.heard(frame, self.heard_s if at_s is None else at_s)
        self.heard_s += frame.size / SAMPLE_RATE

    def listen(self, length: int) -> Samples:
        """As the device's thread would: take what is to be played."""
        assert self._speaker.give is not None
        asked_s, self.asked_s = self.asked_s, self.asked_s + length / SAMPLE_RATE
        return self._speaker.give(length, asked_s)

    def _open(self, direction: Direction, wanted: str | None) -> FakeSoundStream | DeviceFault:
        if self.fault is not None:
            return self.fault
        fault = DeviceFault.ABSENT
        for device in in_order(self._plugged, direction, wanted):
            if device.name not in self.busy:
                self.stream = FakeSoundStream(device.name)
                return self.stream
            fault = DeviceFault.BUSY
        return fault
