"""One tile's scaler: YUV frames in from any thread, pictures of the tile's size out, the newest always first."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

import av
import numpy as np
import numpy.typing as npt
from av.video.reformatter import Interpolation, VideoReformatter


@dataclass(frozen=True)
class Picture:
    """A picture ready to be painted: rows of `stride` bytes, each pixel B, G, R, 255."""

    width: int
    height: int
    stride: int
    data: bytes
    sequence: int
    """Counts the pictures of this scaler, so that a painter can tell a new one from an old one."""

    def luma(self) -> npt.NDArray[np.uint8]:
        """Height × width view of the green channel: grey enough to read a stamp in it."""
        pixels = np.frombuffer(self.data, dtype=np.uint8).reshape(self.height, self.stride // 4, 4)
        return pixels[:, : self.width, 1]


class TileScaler:
    """Scales in its own thread, so that neither the engine nor the window waits.

    A picture covers the tile: it has the frame's aspect and is as large as the tile in one direction and as large or
    larger in the other; the tile crops it about its centre.

    Args:
        on_picture: called in the scaler's thread with each picture; what it does is waited for, and frames that come
            meanwhile are dropped but for the newest.
    """

    def __init__(self, on_picture: Callable[[Picture], None]) -> None:
        self._on_picture = on_picture
        self._changed = threading.Condition()
        self._frame: av.VideoFrame | None = None
        self._fresh = False
        self._size = (0, 0)
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="rtc-scaler", daemon=True)
        self._thread.start()

    def resize(self, width: int, height: int) -> None:
        """Set the tile's size in device pixels; the last frame is scaled anew, so that a still picture follows."""
        with self._changed:
            if self._size != (width, height):
                self._size = (width, height)
                self._fresh = self._frame is not None
                self._changed.notify()

    def offer(self, frame: av.VideoFrame) -> None:
        """Give the newest frame (any thread, never blocks); one that was not yet scaled is dropped for it."""
        with self._changed:
            self._frame = frame
            self._fresh = True
            self._changed.notify()

    def clear(self) -> None:
        """Forget the last frame, so that it cannot come back with a resize."""
        with self._changed:
            self._frame = None
            self._fresh = False

    def close(self) -> None:
        """End the thread; after this returns `on_picture` is not called again (unless called from within it)."""
        with self._changed:
            self._closing = True
            self._changed.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        reformatter = VideoReformatter()
        sequence = 0
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or (self._fresh and min(self._size) > 0))
                if self._closing:
                    return
                frame, size = self._frame, self._size
                self._fresh = False
            if frame is None:
                continue
            sequence += 1
            self._on_picture(_scaled(reformatter, frame, size, sequence))


def covering(frame_width: int, frame_height: int, tile_width: int, tile_height: int) -> tuple[int, int]:
    """The smallest even size of the frame's aspect that covers the tile."""
    scale = max(tile_width / frame_width, tile_height / frame_height)
    return _even_above(frame_width * scale), _even_above(frame_height * scale)


def _even_above(length: float) -> int:
    return max(2, 2 * -int(-(length - 1e-6) // 2))


def _scaled(reformatter: VideoReformatter, frame: av.VideoFrame, size: tuple[int, int], sequence: int) -> Picture:
    width, height = covering(frame.width, frame.height, *size)
    scaled = reformatter.reformat(
        frame,
        width=width,
        height=height,
        format="bgra",
        interpolation=Interpolation.FAST_BILINEAR,
        threads=1,  # swscale's own pool would keep a thread for each core and tile
    )
    plane = scaled.planes[0]
    return Picture(width, height, plane.line_size, bytes(plane), sequence)
