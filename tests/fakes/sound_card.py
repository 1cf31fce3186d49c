"""A sound card whose devices the test holds in its hand."""

import threading
from collections.abc import Callable

import numpy as np

from desk_client.rtc.meter import Samples
from desk_client.rtc.port import DeviceFault
from desk_client.rtc.sound import BLOCK, SoundStream


class FakeSoundStream:
    """An open device."""

    def __init__(self) -> None:
        self._lost = threading.Event()
        self.closed = threading.Event()

    def lose(self) -> None:
        """Unplug it."""
        self._lost.set()

    def serving(self) -> bool:
        return not self._lost.is_set()

    def close(self) -> None:
        self.closed.set()


class FakeSoundCard:
    """Opens, or fails with the fault that is set at the time."""

    def __init__(self, fault: DeviceFault | None = None) -> None:
        self.fault = fault
        self.opened = threading.Event()
        self.stream = FakeSoundStream()
        self._heard: Callable[[Samples], None] | None = None
        self._wanted: Callable[[int], Samples] | None = None

    def open_microphone(self, heard: Callable[[Samples], None]) -> SoundStream | DeviceFault:
        self._heard = heard
        return self._open()

    def open_speaker(self, wanted: Callable[[int], Samples]) -> SoundStream | DeviceFault:
        self._wanted = wanted
        return self._open()

    def speak(self, level: int) -> None:
        """As the device's thread would: 20 ms of a steady level."""
        assert self._heard is not None
        self._heard(np.full(BLOCK, level, dtype=np.int16))

    def listen(self, length: int) -> Samples:
        """As the device's thread would: take what is to be played."""
        assert self._wanted is not None
        return self._wanted(length)

    def _open(self) -> SoundStream | DeviceFault:
        if self.fault is not None:
            return self.fault
        self.stream = FakeSoundStream()
        self.opened.set()
        return self.stream
