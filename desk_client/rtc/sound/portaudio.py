"""The system's sound devices, by PortAudio through `sounddevice`, where it and its library are installed."""

import logging
import threading
import time
from collections.abc import Callable
from types import ModuleType
from typing import Final, Protocol

import numpy as np

from desk_client.rtc.port import DeviceFault
from desk_client.rtc.sound.card import FRAME, Heard, SoundStream, StreamState, Wanted
from desk_client.rtc.sound.devices import Direction, SoundDevice, in_order
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.plugged import plugged_in

_log = logging.getLogger(__name__)

_LOOK_S: Final = 1.0
"""How often it is looked whether something was plugged in or out."""
_GIVE_WAY_S: Final = 1.0
"""How long whoever wants the list read anew waits for others to let go of their devices, and how often it asks."""
_FRESH_S: Final = 2.0
"""How long a list of devices is taken for new where this system does not tell of changes."""
_MOST_LATENCY_S: Final = 1.0
"""What a driver says beyond this is no time of its sound."""
_LATENCY_S: Final = 0.03
"""What we ask for: three blocks, which a Python callback keeps up with on a busy machine."""


class _Times(Protocol):
    """PortAudio's times of one callback, in the seconds of the stream's own clock."""

    currentTime: float  # noqa: N815  (PortAudio's name)
    inputBufferAdcTime: float  # noqa: N815  (PortAudio's name)
    outputBufferDacTime: float  # noqa: N815  (PortAudio's name)


class _Stream(Protocol):
    """What we use of a `sounddevice` stream, which publishes no types."""

    @property
    def active(self) -> bool: ...
    @property
    def time(self) -> float: ...
    def start(self) -> None: ...
    def stop(self) -> None: ...
    def close(self) -> None: ...


_Callback = Callable[[Samples, int, _Times, object], None]


class _PortAudio:
    """PortAudio as this process has it: one list of devices, and streams that end when that list is read anew."""

    def __init__(self) -> None:
        # PortAudio's opening and closing are not safe from two threads at once
        self.turn = threading.Condition()
        self.streams: set[_PortAudioStream] = set()
        self.changes = 0
        self._sought = False
        self._library: ModuleType | None = None
        self._plugged: object = None
        self._next_look_s = 0.0
        self._outdated_from_s: float | None = None
        self._listed_s = 0.0

    def look(self) -> None:
        """Once a second, see whether something was plugged in or out; any thread."""
        now = time.monotonic()
        if now < self._next_look_s or not self.turn.acquire(blocking=False):
            return  # whoever has the turn may open a device for long, and the caller has sound to see to
        try:
            self._next_look_s = now + _LOOK_S
            plugged = plugged_in()
            if plugged != self._plugged:
                self._plugged = plugged
                self._outdated_from_s = now
                self.changes += 1
        finally:
            self.turn.release()

    def is_outdated(self, opened_s: float) -> bool:
        """Whether a stream that was opened then stands in the way of a new list."""
        since = self._outdated_from_s
        return since is not None and opened_s < since <= time.monotonic()

    def library(self) -> ModuleType | None:
        """With a list of devices that is new where it can be; None where there is no PortAudio. The turn is held."""
        if not self._sought:  # once: where it is missing, looking for it starts a compiler
            self._plugged = plugged_in()
            self._library, self._sought = _sounddevice(), True
            self._listed_s = time.monotonic()
        elif self._library is not None:
            self._renew(self._library)
        return self._library

    def _renew(self, library: ModuleType) -> None:
        """Read the list anew where nothing is open; where devices changed, wait until others have let go of theirs."""
        if self._outdated_from_s is not None:
            self.turn.wait_for(lambda: not self.streams, _GIVE_WAY_S)
        if not self.streams and (self._outdated_from_s is not None or time.monotonic() > self._listed_s + _FRESH_S):
            for step in (library._terminate, library._initialize):  # noqa: SLF001  (python-sounddevice knows no other way)
                try:
                    step()
                except library.PortAudioError as error:  # what did not start the last time cannot be ended, but started
                    _log.warning("the sound devices cannot be listed: %s", error)
            self._listed_s = time.monotonic()
            self._outdated_from_s = None
        elif self._outdated_from_s is not None:  # somebody holds on, a chime perhaps: ask again in a while
            self._outdated_from_s = time.monotonic() + _GIVE_WAY_S


class PortAudioCard:
    """The devices of the system's preferred interface."""

    _shared = _PortAudio()

    def devices(self) -> tuple[SoundDevice, ...]:
        """See `SoundCard`."""
        with self._shared.turn:
            library = self._shared.library()
            return () if library is None else _listed(library)

    def changes(self) -> int:
        """See `SoundCard`."""
        self._shared.look()
        return self._shared.changes

    def open_microphone(self, heard: Heard, wanted: str | None = None) -> SoundStream | DeviceFault:
        """See `SoundCard`."""

        def opened(library: ModuleType, device: int) -> _Stream:
            stream: _Stream

            def callback(indata: Samples, _frames: int, times: _Times, _status: object) -> None:
                at_s = time.monotonic() - _latency_s(_now_s(stream, times) - times.inputBufferAdcTime)
                heard(indata[:, 0].copy(), at_s)

            stream = _made(library.InputStream, device, callback)
            return stream

        return self._open(Direction.IN, wanted, opened)

    def open_speaker(self, give: Wanted, wanted: str | None = None) -> SoundStream | DeviceFault:
        """See `SoundCard`."""

        def opened(library: ModuleType, device: int) -> _Stream:
            stream: _Stream

            def callback(outdata: Samples, frames: int, times: _Times, _status: object) -> None:
                at_s = time.monotonic() + _latency_s(times.outputBufferDacTime - _now_s(stream, times))
                outdata[:, 0] = give(frames, at_s)

            stream = _made(library.OutputStream, device, callback)
            return stream

        return self._open(Direction.OUT, wanted, opened)

    def _open(
        self, direction: Direction, wanted: str | None, opened: Callable[[ModuleType, int], _Stream]
    ) -> SoundStream | DeviceFault:
        self._shared.look()
        with self._shared.turn:
            library = self._shared.library()
            if library is None:
                return DeviceFault.ABSENT
            fault: DeviceFault | None = None
            for device in in_order(_listed(library), direction, wanted):
                try:
                    stream = opened(library, device.index)
                    stream.start()
                except library.PortAudioError as error:
                    _log.warning("a sound device cannot be opened: %s", error)
                    fault = fault or _fault_of(str(error))  # that of the one that was most wanted
                    continue
                return _PortAudioStream(stream, device.name, self._shared)
            return fault or DeviceFault.ABSENT


class _PortAudioStream:
    """An open device. The turn is held while it is made."""

    def __init__(self, stream: _Stream, device: str, shared: _PortAudio) -> None:
        self.device = device
        self._stream = stream
        self._shared = shared
        self._opened_s = time.monotonic()
        shared.streams.add(self)

    def state(self) -> StreamState:
        self._shared.look()
        if not self._stream.active:
            return StreamState.LOST
        return StreamState.STALE if self._shared.is_outdated(self._opened_s) else StreamState.SERVING

    def close(self) -> None:
        with self._shared.turn:
            self._stream.stop()  # not abort(): that would cancel its thread in the middle of our callback
            self._stream.close()
            self._shared.streams.discard(self)
            self._shared.turn.notify_all()


def _made(kind: Callable[..., _Stream], device: int, callback: _Callback) -> _Stream:
    return kind(
        samplerate=SAMPLE_RATE,
        blocksize=FRAME,
        device=device,
        channels=1,
        dtype=np.int16,
        latency=_LATENCY_S,
        callback=callback,
    )


def _now_s(stream: _Stream, times: _Times) -> float:
    """By the stream's clock, now: the callback itself may have waited for its turn since it was told the time."""
    try:
        return stream.time
    except Exception:  # noqa: BLE001  (its PortAudioError has no name here; a callback that raises would end the stream)
        return times.currentTime


def _latency_s(told_s: float) -> float:
    """Between now and the sound; drivers that know no times tell zeros or anything else."""
    return told_s if 0 <= told_s <= _MOST_LATENCY_S else 0.0


def _sounddevice() -> ModuleType | None:
    try:
        import sounddevice  # noqa: PLC0415  (its import starts PortAudio, and raises where the library is missing)
    except Exception as error:  # noqa: BLE001  (OSError without the library; what its own start fails with, it alone names)
        _log.warning("no sound: %s", error)
        return None
    module: ModuleType = sounddevice
    return module


def _listed(library: ModuleType) -> tuple[SoundDevice, ...]:
    """The devices of the preferred interface alone: others list the same ones again, under other names."""
    try:
        interfaces, every = library.query_hostapis(), library.query_devices()
    except library.PortAudioError:
        return ()
    found: list[SoundDevice] = []
    for interface in interfaces[library.default.hostapi : library.default.hostapi + 1]:
        for direction in Direction:
            default = interface[f"default_{direction.value}_device"]
            found += [
                SoundDevice(index, every[index]["name"], direction, index == default)
                for index in interface["devices"]
                if every[index][f"max_{direction.value}_channels"] > 0
            ]
    return tuple(found)


def _fault_of(message: str) -> DeviceFault:
    """PortAudio tells a taken device only in words: by ALSA's, or its own (paDeviceUnavailable, -9985)."""
    lowered = message.lower()
    if "busy" in lowered or "unavailable" in lowered:
        return DeviceFault.BUSY
    if "denied" in lowered or "permission" in lowered:
        return DeviceFault.DENIED
    return DeviceFault.ABSENT
