"""The camera's thread: pictures at the wanted rate, come what may."""

import itertools
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

import av

from desk_client.rtc.clock import Beat
from desk_client.rtc.picture.camera_device import CAMERA_ERRORS, CameraDevice, CameraOpener, fault_of
from desk_client.rtc.picture.synthetic import SyntheticPicture, dismissed_picture
from desk_client.rtc.port import DeviceFault, MediaChoice

_log = logging.getLogger(__name__)

RETRY_S: Final = 5.0
_LOOK_S: Final = 1.0
"""How often it is looked whether the wanted camera, or any, was plugged in meanwhile."""
_SERVED_PICTURES: Final = 10
_DISMISSED_FPS: Final = 5

ListCameras = Callable[[], tuple[str, ...]]
"""The names of the cameras that there are now; nothing is opened for it."""


def unlisted() -> tuple[str, ...]:
    """Whoever opens them chooses: there is nothing to choose between."""
    return ()


@dataclass(frozen=True)
class CameraEvents:
    """Where a camera tells what happens; all are called in its thread and must return soon."""

    on_picture: Callable[[av.VideoFrame], None]
    """A 4:2:0 frame that nobody writes to any more."""
    on_fault: Callable[[DeviceFault], None]
    """The device does not serve; synthetic pictures follow, and it is tried again every few seconds."""
    on_restored: Callable[[], None]
    """It serves again after a fault."""
    on_device: Callable[[str], None] = lambda _name: None
    """Another camera is in use from now on; its name."""


class Camera:
    """Delivers the camera's pictures; the synthetic one where there is no camera; a still, dark one while off.

    A camera that is lost is replaced by another at once where there is one, and the chosen one is taken again once it
    is back.
    """

    def __init__(
        self,
        choice: MediaChoice,
        opener: CameraOpener,
        events: CameraEvents,
        *,
        names: ListCameras = unlisted,
        retry_s: float = RETRY_S,
    ) -> None:
        self._choice = choice
        self._opener = opener
        self._events = events
        self._names = names
        self._retry_s = retry_s
        self._ended = threading.Event()
        self._on = True
        self._wanted = choice.camera_device
        self._chosen_anew = False
        self._listed: tuple[str, ...] = ()
        self._next_look_s = 0.0
        self._brief = 0
        """How many in a row were lost as soon as they were opened."""
        self._device_name: str | None = None
        self._faulty: DeviceFault | None = None
        self._counter = itertools.count()
        self._synthetic = SyntheticPicture(choice.source, choice.width, choice.height)
        self._thread = threading.Thread(target=self._run, name="rtc-camera", daemon=True)
        self._thread.start()

    def choose(self, name: str | None) -> None:
        """Use that camera from now on; None, or one that is not there, leaves the choice to the system."""
        self._wanted = name
        self._chosen_anew = True

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
            self._chosen_anew = False
            if not self._on:
                self._dismissed()
            elif self._choice.camera == "synthetic":
                self._stand_in(None)
            else:
                self._serve()

    def _serve(self) -> None:
        """With a camera until it ends, or with its substitute until there may be one."""
        self._listed = self._names() if self._choice.camera == "auto" else ()
        found = self._opened()
        if not isinstance(found, tuple):
            self._fail(fault_of(found), found)
            self._stand_in(self._retry_s)
            return
        device, name = found
        pictures = 0
        try:
            for frame in device.pictures():
                if self._ended.is_set() or not self._on or self._chosen_anew or self._is_wanted_back(name):
                    return
                if frame is None:
                    continue
                if pictures == 0:
                    self._serves(name)
                pictures += 1
                self._events.on_picture(frame)
        except CAMERA_ERRORS as error:
            self._brief = 0 if pictures >= _SERVED_PICTURES else self._brief + 1
            if self._listed in {(), (name,)} or self._brief >= len(self._listed):
                self._fail(DeviceFault.LOST, error)
                self._stand_in(self._retry_s)
        finally:
            device.close()

    def _opened(self) -> tuple[CameraDevice, str | None] | OSError | av.FFmpegError:
        """The wanted one where it serves, otherwise any; or what the one that was most wanted failed with."""
        in_order: list[str | None] = [*sorted(self._listed, key=lambda name: name != self._wanted)]
        failed: OSError | av.FFmpegError | None = None
        for name in in_order or [None]:
            try:
                return self._opener(replace(self._choice, camera_device=name)), name
            except CAMERA_ERRORS as error:
                failed = failed or error
        assert failed is not None
        return failed

    def _is_wanted_back(self, used: str | None) -> bool:
        """Whether the chosen camera, which was not there, has been plugged in again."""
        if self._wanted is None or used is None or self._wanted in self._listed or not self._looks():
            return False
        return self._wanted in self._names()

    def _looks(self) -> bool:
        now = time.monotonic()
        if now < self._next_look_s:
            return False
        self._next_look_s = now + _LOOK_S
        return True

    def _serves(self, name: str | None) -> None:
        if self._faulty is not None:
            self._faulty = None
            self._events.on_restored()
        if name is not None and name != self._device_name:
            self._device_name = name
            self._events.on_device(name)

    def _fail(self, fault: DeviceFault, error: OSError | av.FFmpegError) -> None:
        if self._faulty != fault:
            _log.warning("the camera does not serve (%s): %s", fault.value, error)
            self._faulty = fault
            self._device_name = None
            self._events.on_fault(fault)

    def _stand_in(self, duration_s: float | None) -> None:
        """Synthetic pictures, until the time to try a device again, the switch, another choice or the end."""
        until = None if duration_s is None else time.monotonic() + duration_s
        beat = Beat(1 / self._choice.fps, self._ended)
        while self._on and not self._chosen_anew and beat.wait():
            now = time.monotonic()
            self._events.on_picture(self._synthetic.draw(next(self._counter), now))
            if until is not None and (now >= until or (self._looks() and self._names() != self._listed)):
                return

    def _dismissed(self) -> None:
        frame = dismissed_picture(self._choice.width, self._choice.height)
        beat = Beat(1 / _DISMISSED_FPS, self._ended)
        while not self._on:
            self._events.on_picture(frame)
            if not beat.wait():
                return
