"""The kiosk's camera as it looks at a document: live, and one whole picture when the shutter is pressed.

It is opened by itself, without microphone and engine, and closed when nobody looks: its light goes out.
"""

import threading
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import numpy as np

from desk_client.client.documents.flatten import Pixels
from desk_client.client.pictures import TileScaler
from desk_client.rtc.picture.camera import Camera, CameraEvents
from desk_client.rtc.picture.camera_device import open_camera
from desk_client.rtc.port import DeviceFault, MediaChoice, Stream

if TYPE_CHECKING:
    import av

    from desk_client.client.conference import Conference

_SIZE: Final = (1920, 1080)
"""What a document is read in: a call takes less. A camera that has less gives what it has."""

OnFault = Callable[[DeviceFault | None], None]
"""Told, in the camera's thread, that it does not serve and why, or with None that it serves again."""


class _Newest(TileScaler):
    """Scales nothing, and keeps the newest frame whole."""

    def __init__(self) -> None:
        super().__init__(lambda _picture: None)
        self.frame: av.VideoFrame | None = None

    def offer(self, frame: "av.VideoFrame") -> None:
        """Keep it."""
        self.frame = frame

    def clear(self) -> None:
        """Forget it."""
        self.frame = None


class TalkCamera:
    """The camera of a talk that goes on, which cannot be opened twice: a document is read from what it takes."""

    def __init__(self, conference: "Conference") -> None:
        """Whose talk it is."""
        self._conference = conference
        self._newest: _Newest | None = None

    def attach(self, stream: None, scaler: TileScaler) -> None:
        """Let a tile have the live picture."""
        del stream
        self._newest = _Newest()
        for each in (scaler, self._newest):
            self._conference.attach(Stream.LOCAL, each)

    def detach(self, stream: None, scaler: TileScaler) -> None:
        """Take it away again."""
        del stream
        self._conference.detach(Stream.LOCAL, scaler)
        if self._newest is not None:
            self._conference.detach(Stream.LOCAL, self._newest)
            self._newest.close()
        self._newest = None

    def shot(self) -> Pixels | None:
        """The newest picture, whole; None while there is none."""
        return _pixels(None if self._newest is None else self._newest.frame)


class DocumentCamera:
    """Open from the first `attach` to the last `detach`, and closed again. Belongs to the application's loop."""

    def __init__(self, media: MediaChoice, on_fault: OnFault) -> None:
        """``media`` names the camera; a real one's size is chosen here."""
        drawn = media.camera == "synthetic"
        width, height = (media.width, media.height) if drawn else _SIZE
        self._media = replace(media, width=width, height=height, fps=15)
        self._on_fault = on_fault
        self._camera: Camera | None = None
        self._lock = threading.Lock()
        self._newest: av.VideoFrame | None = None
        self._tile: TileScaler | None = None
        self._is_faulty = False

    def attach(self, stream: None, scaler: TileScaler) -> None:
        """Let a tile have the live picture."""
        del stream
        self._tile = scaler
        self._is_faulty = False
        events = CameraEvents(self._seen, self._failed, self._restored)
        self._camera = Camera(self._media, open_camera, events)

    def detach(self, stream: None, scaler: TileScaler) -> None:
        """Take it away again, and let go of the camera; its thread ends by itself."""
        del stream, scaler
        camera, self._camera, self._tile = self._camera, None, None
        if camera is not None:
            camera.close()
        with self._lock:
            self._newest = None

    def shot(self) -> Pixels | None:
        """The newest picture, whole; None while there is none, or no camera."""
        with self._lock:
            frame = self._newest
        return _pixels(frame)

    def _seen(self, frame: "av.VideoFrame") -> None:
        if self._is_faulty:  # what stands in for a camera is no document
            return
        with self._lock:
            self._newest = frame
        tile = self._tile
        if tile is not None:
            tile.offer(frame)

    def _failed(self, fault: DeviceFault) -> None:
        self._is_faulty = True
        with self._lock:
            self._newest = None
        self._on_fault(fault)

    def _restored(self) -> None:
        self._is_faulty = False
        self._on_fault(None)


def _pixels(frame: "av.VideoFrame | None") -> Pixels | None:
    return None if frame is None else frame.to_ndarray(format="rgb24").astype(np.uint8, copy=False)
