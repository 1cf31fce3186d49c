"""The camera as it looks for a ticket: what it sees, for a page to show, and pictures for its tile. No sound is taken.

Nothing is kept of a picture, and what a code holds is forgotten at once unless it is a ticket's link.
"""

import asyncio
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import av

from desk_client.client.model import Model
from desk_client.client.scan_view import ScanView, Seen
from desk_client.domain.ticket_link import parse_ticket_link
from desk_client.rtc.picture.camera import Camera, CameraEvents
from desk_client.rtc.picture.camera_device import CameraOpener, open_camera
from desk_client.rtc.picture.code_reader import CodeReader, Sight
from desk_client.rtc.port import DeviceFault, MediaChoice, Stream

if TYPE_CHECKING:
    from desk_client.client.pictures import TileScaler

_SIZE_PX: Final = (1280, 720)
_FPS: Final = 15
_REMARK_S: Final = 3.0
"""For so long stays said what was wrong with what was held before the camera."""
_ENDS_WITHIN_S: Final = 2.0


class TicketScanner:
    """Runs from its making until `close`. All methods belong to the application's loop.

    Args:
        choice: which camera; its size is not taken over, as a code needs more of it than a talk.
        view: is set to what is seen.
        on_fault: called once where the camera does not serve, or no longer.
    """

    def __init__(
        self,
        choice: MediaChoice,
        view: Model[ScanView],
        on_fault: Callable[[DeviceFault], None],
        *,
        opener: CameraOpener = open_camera,
    ) -> None:
        self._view = view
        self._on_fault = on_fault
        self._loop = asyncio.get_running_loop()
        self._guard = threading.Lock()
        self._scalers: tuple[TileScaler, ...] = ()
        self._said_at_s = 0.0
        self._is_closed = False
        self._reader = CodeReader(lambda sight: self._hand_over(lambda: self._saw(sight)))
        events = CameraEvents(
            on_picture=self._on_picture,
            on_fault=lambda fault: self._hand_over(lambda: self._failed(fault)),
            on_restored=lambda: None,
        )
        width, height = _SIZE_PX
        self._camera = Camera(replace(choice, width=width, height=height, fps=_FPS), opener, events)

    def attach(self, stream: Stream, scaler: "TileScaler") -> None:
        """Let a tile have the pictures; there is only one stream."""
        del stream
        with self._guard:
            self._scalers = (*self._scalers, scaler)

    def detach(self, stream: Stream, scaler: "TileScaler") -> None:
        """Take them away again."""
        del stream
        with self._guard:
            self._scalers = tuple(each for each in self._scalers if each is not scaler)

    def stop(self) -> None:
        """Let go of the camera; see `close`."""
        self._is_closed = True
        self._camera.close()
        self._reader.close()

    async def close(self) -> None:
        """Let go of the camera, and wait until it is free for the next who wants it."""
        self.stop()
        await asyncio.get_running_loop().run_in_executor(None, self._join)

    def _join(self) -> None:
        self._camera.join(_ENDS_WITHIN_S)
        self._reader.join(_ENDS_WITHIN_S)

    # --- the camera's thread --------------------------------------------------------------------------------------

    def _on_picture(self, frame: av.VideoFrame) -> None:
        with self._guard:
            scalers = self._scalers
        for scaler in scalers:
            scaler.offer(frame)
        self._reader.offer(frame)

    def _hand_over(self, say: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(say)

    # --- the loop -------------------------------------------------------------------------------------------------

    def _failed(self, fault: DeviceFault) -> None:
        if not self._is_closed:
            self.stop()
            self._on_fault(fault)

    def _saw(self, sight: Sight) -> None:
        if self._is_closed:
            return
        links = [link for link in map(parse_ticket_link, sight.texts) if link is not None]
        now_s = time.monotonic()
        if links:
            view = ScanView(Seen.TICKET, links[0])
        elif sight.texts:
            view = ScanView(Seen.NO_TICKET)
        elif sight.is_dark:
            view = ScanView(Seen.TOO_DARK)
        elif now_s - self._said_at_s < _REMARK_S:
            return
        else:
            view = ScanView()
        if view.seen is not Seen.NOTHING:
            self._said_at_s = now_s
        self._view.set(view)
