"""The sound card as the engine sees it, and PortAudio behind it."""

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from desk_client.rtc.meter import SAMPLE_RATE, Samples
from desk_client.rtc.port import DeviceFault

if TYPE_CHECKING:
    from types import ModuleType

_log = logging.getLogger(__name__)

BLOCK: Final = SAMPLE_RATE // 50
"""Samples in 20 ms: one Opus packet (RFC 7587)."""


class SoundStream(Protocol):
    """An open device that calls back, until it is closed or lost."""

    def serving(self) -> bool:
        """False once the device is gone."""

    def close(self) -> None:
        """Let go of the device; no callback after this returns."""


class SoundCard(Protocol):
    """Opens the system's default devices: mono, 48 kHz, 16 bit, blocks of 20 ms."""

    def open_microphone(self, heard: Callable[[Samples], None]) -> SoundStream | DeviceFault:
        """Start recording; `heard` is called in the device's thread with each block."""

    def open_speaker(self, wanted: Callable[[int], Samples]) -> SoundStream | DeviceFault:
        """Start playing; `wanted` is called in the device's thread for the next so many samples."""


class PortAudioCard:
    """The default devices, by PortAudio through `sounddevice`, where it and its library are installed."""

    def __init__(self) -> None:
        # PortAudio's opening and closing are not safe from two threads at once
        self._turn = threading.Lock()
        self._sought = False
        self._library: ModuleType | None = None

    def open_microphone(self, heard: Callable[[Samples], None]) -> SoundStream | DeviceFault:
        """See `SoundCard`."""

        def callback(indata: Samples, _frames: int, _time: object, _status: object) -> None:
            heard(indata[:, 0].copy())

        return self._open("InputStream", callback)

    def open_speaker(self, wanted: Callable[[int], Samples]) -> SoundStream | DeviceFault:
        """See `SoundCard`."""

        def callback(outdata: Samples, frames: int, _time: object, _status: object) -> None:
            outdata[:, 0] = wanted(frames)

        return self._open("OutputStream", callback)

    def _open(self, kind: str, callback: Callable[[Samples, int, object, object], None]) -> SoundStream | DeviceFault:
        with self._turn:
            if not self._sought:  # once: where it is missing, looking for it starts a compiler
                self._library, self._sought = _sounddevice(), True
            library = self._library
            if library is None or not _has_default(library, "input" if kind == "InputStream" else "output"):
                return DeviceFault.ABSENT
            try:
                stream = getattr(library, kind)(
                    samplerate=SAMPLE_RATE, blocksize=BLOCK, channels=1, dtype=np.int16, callback=callback
                )
                stream.start()
            except library.PortAudioError as error:
                _log.warning("a sound device cannot be opened: %s", error)
                return _fault_of(str(error))
            return _PortAudioStream(stream, self._turn)


class _Stream(Protocol):
    """What we use of a `sounddevice` stream, which publishes no types."""

    @property
    def active(self) -> bool: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...


class _PortAudioStream:
    def __init__(self, stream: _Stream, turn: threading.Lock) -> None:
        self._stream = stream
        self._turn = turn

    def serving(self) -> bool:
        return bool(self._stream.active)

    def close(self) -> None:
        with self._turn:
            self._stream.stop()  # not abort(): that would cancel its thread in the middle of our callback
            self._stream.close()


def _sounddevice() -> "ModuleType | None":
    try:
        import sounddevice  # noqa: PLC0415  (its import starts PortAudio, and raises where the library is missing)
    except Exception as error:  # noqa: BLE001  (OSError without the library; what its own start fails with, it alone names)
        _log.warning("no sound: %s", error)
        return None
    module: ModuleType = sounddevice
    return module


def _has_default(library: "ModuleType", kind: str) -> bool:
    try:
        library.query_devices(kind=kind)
    except (library.PortAudioError, ValueError):  # ValueError where there is no device at all
        return False
    return True


def _fault_of(message: str) -> DeviceFault:
    """PortAudio tells a taken device only in words: by ALSA's, or its own (paDeviceUnavailable, -9985)."""
    lowered = message.lower()
    if "busy" in lowered or "unavailable" in lowered:
        return DeviceFault.BUSY
    if "denied" in lowered or "permission" in lowered:
        return DeviceFault.DENIED
    return DeviceFault.ABSENT
