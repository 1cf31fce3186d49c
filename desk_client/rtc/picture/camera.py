"""The camera's thread: pictures at the wanted rate, come what may."""

import itertools
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import av

from desk_client.rtc.clock import Beat
from desk_client.rtc.picture.camera_device import CAMERA_ERRORS, CameraDevice, CameraOpener, fault_of
from desk_client.rtc.picture.synthetic import SyntheticPicture, dismissed_picture
from desk_client.rtc.port import DeviceFault, MediaChoice

_log = logging.getLogger(__name__)

RETRY_S: Final = 5.0
_DISMISSED_FPS: Final = 5


@dataclass(frozen=True)
class CameraEvents:
    """Where a camera tells what happens; all are called in its thread and must return soon."""

    on_picture: Callable[[av.VideoFrame], None]
    """A 4:2:0 frame that nobody writes to any more."""
    on_fault: Callable[[DeviceFault], None]
    """The device does not serve; synthetic pictures follow, and it is tried again every few seconds."""
    on_restored: Callable[[], None]
    """It serves again after a fault."""


class Camera:
    """Delivers the camera's pictures; the synthetic one where there is no camera; a still, dark one while off."""

    def __init__(
        self, choice: MediaChoice, opener: CameraOpener, events: CameraEvents, *, retry_s: float = RETRY_S
    ) -> None:
        self._choice = choice
        self._opener = opener
        self._events = events
        self._retry_s = retry_s
        self._ended = threading.Event()
        self._on = True
        self._faulty: DeviceFault | None = None
        self._counter = itertools.count()
        self._synthetic = SyntheticPicture(choice.source, choice.width, choice.height)
        self._thread = threading.Thread(target=self._run, name="rtc-camera", daemon=True)
        self._thread.start()

    def set_on(self, *, on: bool) -> None:
        """Off lets go of the device: its light goes out."""
        self._on = on

    def close(self) -> None:
        """Ask the thread to end; see `join`."""
        self._ended.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the thread's end; False if the driver still holds it."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._ended.is_set():
            if not self._on:
                self._dismissed()
            elif self._choice.camera == "synthetic":
                self._stand_in(None)
            else:
                self._device()

    def _device(self) -> None:
        try:
            device = self._opener(self._choice)
        except CAMERA_ERRORS as error:
            self._fail(fault_of(error), error)
            self._stand_in(self._retry_s)
            return
        try:
            self._read(device)
        except CAMERA_ERRORS as error:
            self._fail(DeviceFault.LOST, error)
            self._stand_in(self._retry_s)
        finally:
            device.close()

    def _read(self, device: CameraDevice) -> None:
        for frame in device.pictures():
            if self._ended.is_set() or not self._on:
                return
            if frame is None:
                continue
            if self._faulty is not None:
                self._faulty = None
                self._events.on_restored()
            self._events.on_picture(frame)

    def _fail(self, fault: DeviceFault, error: OSError | av.FFmpegError) -> None:
        if self._faulty != fault:
            _log.warning("the camera does not serve (%s): %s", fault.value, error)
            self._faulty = fault
            self._events.on_fault(fault)

    def _stand_in(self, duration_s: float | None) -> None:
        """Synthetic pictures, until the time to try the device again, the switch or the end."""
        until = None if duration_s is None else time.monotonic() + duration_s
        beat = Beat(1 / self._choice.fps, self._ended)
        while self._on and beat.wait():
            now = time.monotonic()
            self._events.on_picture(self._synthetic.draw(next(self._counter), now))
            if until is not None and now >= until:
                return

    def _dismissed(self) -> None:
        frame = dismissed_picture(self._choice.width, self._choice.height)
        beat = Beat(1 / _DISMISSED_FPS, self._ended)
        while not self._on:
            self._events.on_picture(frame)
            if not beat.wait():
                return
