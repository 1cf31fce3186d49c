"""Finding QR codes in a camera's pictures: at a modest rate, in a thread of its own, the newest picture first."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import av
import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from types import ModuleType

_EVERY_S: Final = 0.125
"""Between two looks: eight a second, whatever the camera gives."""
_DARK_LUMA: Final = 40.0
"""Below this mean of 0..255 nobody can make out what is held before the camera."""
_THIN_OUT: Final = 8

Luma = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Sight:
    """What one picture shows.

    Attributes:
        texts: what its QR codes hold, whatever that is; nothing of it is known to be ours, or to be text at all.
        is_dark: too dark for anything to be found.
    """

    texts: tuple[str, ...] = ()
    is_dark: bool = False


class CodeReader:
    """Looks at the pictures that are offered, and tells what it saw in each that it had time for.

    Args:
        on_sight: called in the reader's thread after each look; it must return soon.
    """

    def __init__(self, on_sight: Callable[[Sight], None], *, every_s: float = _EVERY_S) -> None:
        self._on_sight = on_sight
        self._every_s = every_s
        self._changed = threading.Condition()
        self._frame: av.VideoFrame | None = None
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="rtc-code-reader", daemon=True)
        self._thread.start()

    def offer(self, frame: av.VideoFrame) -> None:
        """Give the newest picture (any thread, never blocks), of 4:2:0; one that was not yet looked at is dropped."""
        with self._changed:
            self._frame = frame
            self._changed.notify()

    def close(self) -> None:
        """Ask the thread to end; see `join`."""
        with self._changed:
            self._closing = True
            self._frame = None
            self._changed.notify()

    def join(self, timeout_s: float) -> bool:
        """Wait for the thread's end; False if it still looks."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        library = _library()
        turn = 0
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._frame is not None)
                if self._closing:
                    return
                frame, self._frame = self._frame, None
            if frame is None:
                continue
            began_s = time.monotonic()
            # mostly the middle, where people hold things; now and then all of it, for who holds them elsewhere
            turn += 1
            picture = luma_of(frame)
            self._on_sight(seen_in(picture if turn % 2 == 0 else middle_of(picture), library))
            with self._changed:
                self._changed.wait_for(
                    lambda: self._closing, timeout=max(0.0, self._every_s - (time.monotonic() - began_s))
                )


def luma_of(frame: av.VideoFrame) -> Luma:
    """The grey picture of a 4:2:0 frame, height × width, without a copy."""
    plane = frame.planes[0]
    rows = np.frombuffer(memoryview(plane), dtype=np.uint8).reshape(-1, plane.line_size)
    return rows[: frame.height, : frame.width]


def middle_of(picture: Luma) -> Luma:
    """The square in the middle."""
    height, width = picture.shape
    side = min(height, width)
    top, left = (height - side) // 2, (width - side) // 2
    return picture[top : top + side, left : left + side]


def seen_in(picture: Luma, library: "ModuleType | None" = None) -> Sight:
    """What the picture shows."""
    reading = library or _library()
    found = reading.read_barcodes(
        np.ascontiguousarray(picture), formats=reading.BarcodeFormat.QRCode, text_mode=reading.TextMode.Plain
    )
    texts = tuple(barcode.text for barcode in found if barcode.valid)
    return Sight(texts, is_dark=not texts and float(picture[::_THIN_OUT, ::_THIN_OUT].mean()) < _DARK_LUMA)


def _library() -> "ModuleType":
    import zxingcpp  # noqa: PLC0415 - loaded with the first ticket that is held before a camera

    return zxingcpp
