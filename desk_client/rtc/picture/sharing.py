"""The thread that shows a screen or window in place of the camera, until it is told to end or what it shows is gone."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import av

from desk_client.rtc.picture.screen_capture import ScreenLostError, ScreenOpener
from desk_client.rtc.port import SharingFault, Shown

_log = logging.getLogger(__name__)

_AGAIN_EVERY_S: Final = 0.5
"""A window that is hidden goes on being shown as it was: pictures that stop would look like a dead line."""


@dataclass(frozen=True)
class SharingEvents:
    """Where the thread tells what happens; all are called in it and must return soon."""

    on_started: Callable[[], None]
    """The first picture comes now."""
    on_picture: Callable[[av.VideoFrame], None]
    """A 4:2:0 frame that nobody writes to any more."""
    on_ended: Callable[[SharingFault | None], None]
    """Once, at the end; None: it was told to."""


class Sharing:
    """Captures from its making on."""

    def __init__(
        self,
        source: Shown,
        fps: int,
        opener: ScreenOpener,
        events: SharingEvents,
        *,
        again_every_s: float = _AGAIN_EVERY_S,
    ) -> None:
        self._source, self._fps = source, fps
        self._again_every_s = again_every_s
        self._opener = opener
        self._events = events
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="rtc-screen", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Ask the thread to end; see `join`."""
        self._ended.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the thread's end; False if the system still holds it."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        fault: SharingFault | None = None
        try:
            self._capture()
        except ScreenLostError as error:
            _log.info("the screen is not shown (%s): %s", error.fault.value, error)
            fault = None if self._ended.is_set() else error.fault
        finally:
            self._events.on_ended(fault)

    def _capture(self) -> None:
        device = self._opener(self._source, self._fps)
        try:
            last: av.VideoFrame | None = None
            given_at = 0.0
            for frame in device.pictures():
                if self._ended.is_set():
                    return
                if frame is None and (last is None or time.monotonic() - given_at < self._again_every_s):
                    continue
                if last is None:
                    self._events.on_started()
                last, given_at = frame or last, time.monotonic()
                if last is not None:
                    self._events.on_picture(last)
        finally:
            device.close()
