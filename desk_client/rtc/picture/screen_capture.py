"""A screen or a window as a source of pictures: X11 through x11grab, Windows through gdigrab, with the pointer on it.

Pictures keep the size of what they show as long as that is no more than 1920×1080: a letter that is scaled by a hair is
a blurred letter. What has an odd side loses its last row or column.
"""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final, Protocol

import av
from av.video.reformatter import Interpolation, VideoReformatter

from desk_client.rtc.picture.x11 import Extent, NoDisplayError, XDisplay
from desk_client.rtc.port import OneWindow, ScreenArea, SharingFault, Shown

WIDEST: Final = 1920
HIGHEST: Final = 1080
LEAST_FPS: Final = 5
MOST_FPS: Final = 15
_LEAST_SIDE: Final = 16
"""In pixels: no encoder likes less."""
_LOOK_EVERY_S: Final = 0.5
"""How often a window is asked whether it has another size."""
_HIDDEN_POLL_S: Final = 0.2
_MOST_FAILURES: Final = 5
"""In a row: a window that is dragged over the desktop's edge fails once or twice until it is asked where it lies."""


class ScreenLostError(OSError):
    """A screen or window cannot be captured (any more).

    Attributes:
        fault: why.
    """

    def __init__(self, fault: SharingFault, words: str) -> None:
        super().__init__(errno.EIO, words)
        self.fault = fault


class ScreenDevice(Protocol):
    """An open screen or window; see `camera_device.CameraDevice`, whose shape it has."""

    def pictures(self) -> Iterator[av.VideoFrame | None]:
        """Frames of 4:2:0 as they come, and None now and then while there is none (the window is minimised).

        Raises:
            ScreenLostError: it ended.
        """

    def close(self) -> None:
        """Let go of it."""


ScreenOpener = Callable[[Shown, int], ScreenDevice]
"""Opens what is to be shown at so many pictures a second; raises `ScreenLostError` where it cannot."""


@dataclass(frozen=True)
class Shareable:
    """Something that a person can choose to show."""

    source: Shown
    title: str
    """Of a window; empty for a screen."""


def open_screen(source: Shown, fps: int, environment: Mapping[str, str] | None = None) -> ScreenDevice:
    """Open what is to be shown.

    Args:
        source: what.
        fps: wanted; `LEAST_FPS` to `MOST_FPS`.
        environment: where the desktop says what it is; the process's own.

    Raises:
        ScreenLostError: it cannot be captured.
    """
    fps = min(MOST_FPS, max(LEAST_FPS, fps))
    if sys.platform == "win32":
        return _Windows(source, fps)
    name = _display(os.environ if environment is None else environment)
    return _X11(name, source, fps)


def shareable(environment: Mapping[str, str] | None = None) -> tuple[Shareable, ...]:
    """What there is to choose from: the screens, the primary one first, then the windows. Blocks for milliseconds.

    On Windows only the whole desktop is offered.

    Raises:
        ScreenLostError: nothing can be captured here.
    """
    if sys.platform == "win32":
        return (Shareable(_WHOLE_DESKTOP, ""),)
    with _connected(_display(os.environ if environment is None else environment)) as display:
        screens = [Shareable(_area(each), "") for each in display.screens()]
        return (*screens, *(Shareable(OneWindow(number), title) for number, title in display.windows()))


_WHOLE_DESKTOP: Final = ScreenArea(0, 0, 0, 0)
"""gdigrab's own default: all screens."""


def even_within(extent: Extent, whole: Extent) -> Extent | None:
    """The part of an extent that lies within the whole, its sides made even; None where next to nothing is left."""
    left, top = max(extent.left, whole.left), max(extent.top, whole.top)
    width = (min(extent.left + extent.width, whole.left + whole.width) - left) // 2 * 2
    height = (min(extent.top + extent.height, whole.top + whole.height) - top) // 2 * 2
    return Extent(left, top, width, height) if min(width, height) >= _LEAST_SIDE else None


class _Sharp:
    """Turns the screen's RGB to 4:2:0; scales only what is larger than is sent, aspect kept, sides even."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()

    def fit(self, frame: av.VideoFrame) -> av.VideoFrame:
        scale = min(WIDEST / frame.width, HIGHEST / frame.height, 1.0)
        return self._reformatter.reformat(
            frame,
            width=max(2, round(frame.width * scale / 2) * 2),
            height=max(2, round(frame.height * scale / 2) * 2),
            format="yuv420p",
            interpolation=Interpolation.BILINEAR,
            threads=1,
        )


class _X11:
    """Reads one area of the root window, or one window whatever its size is just now."""

    def __init__(self, name: str, source: Shown, fps: int) -> None:
        self._name, self._source, self._fps = name, source, fps
        self._sharp = _Sharp()
        self._display = _connected(name)
        try:
            self._captured = self._extent()
            self._grab = None if self._captured is None else self._opened(self._captured)
        except ScreenLostError:
            self._display.close()
            raise

    def pictures(self) -> Iterator[av.VideoFrame | None]:
        """See `ScreenDevice`."""
        looked_at = time.monotonic()
        failures = 0
        while True:
            try:
                for frame in self._grab.decode(video=0) if self._grab is not None else ():
                    failures = 0
                    yield self._sharp.fit(frame)
                    if time.monotonic() - looked_at >= _LOOK_EVERY_S:
                        looked_at = time.monotonic()
                        if self._extent() != self._captured:
                            break
            except av.FFmpegError as error:
                # It was closed, minimised, moved or made smaller between two looks: the next one tells which
                failures += 1
                if failures > _MOST_FAILURES:
                    raise ScreenLostError(SharingFault.LOST, str(error)) from error
                self._let_go()
            self._look()
            if self._grab is None or failures:
                time.sleep(_HIDDEN_POLL_S)
            yield None

    def close(self) -> None:
        """See `ScreenDevice`."""
        self._let_go()
        self._display.close()

    def _look(self) -> None:
        """Follow the window: another size is captured anew, a hidden one is waited for."""
        extent = self._extent()
        if extent != self._captured:
            self._let_go()
            self._captured = extent
        if self._grab is None and extent is not None:
            self._grab = self._opened(extent)

    def _let_go(self) -> None:
        grab, self._grab = self._grab, None
        if grab is not None:
            grab.close()

    def _extent(self) -> Extent | None:
        """What is to be captured now; None while nothing can be seen of it."""
        match self._source:
            case ScreenArea(left, top, width, height):
                whole = self._display.desktop()
                if not whole.width:
                    raise ScreenLostError(SharingFault.GONE, "the X server is gone")
                extent = even_within(Extent(left, top, width, height), whole)
                if extent is None:
                    raise ScreenLostError(SharingFault.GONE, "there is no screen there")
                return extent
            case OneWindow(number):
                state = self._display.window(number)
                if state is None:
                    raise ScreenLostError(SharingFault.GONE, "the window is closed")
                # An X server gives no picture of what hangs over the desktop's edge
                seen = even_within(state.extent, self._display.desktop()) if state.is_viewable else None
                if seen is None:
                    return None
                return replace(seen, left=seen.left - state.extent.left, top=seen.top - state.extent.top)

    def _opened(self, extent: Extent) -> "av.container.InputContainer":
        options = {
            "framerate": str(self._fps),
            "video_size": f"{extent.width}x{extent.height}",
            "grab_x": str(extent.left),
            "grab_y": str(extent.top),
            "draw_mouse": "1",
        }
        if isinstance(self._source, OneWindow):
            options["window_id"] = str(self._source.window_id)
        return _open(self._name, "x11grab", options)


class _Windows:
    """Reads the desktop, or one window."""

    def __init__(self, source: Shown, fps: int) -> None:
        self._sharp = _Sharp()
        name, options = gdi_input(source, fps)
        self._grab = _open(name, "gdigrab", options)

    def pictures(self) -> Iterator[av.VideoFrame | None]:
        """See `ScreenDevice`."""
        try:
            for frame in self._grab.decode(video=0):
                yield self._sharp.fit(frame)
        except (OSError, av.FFmpegError) as error:
            raise ScreenLostError(SharingFault.GONE, str(error)) from error
        raise ScreenLostError(SharingFault.GONE, "there are no more pictures")

    def close(self) -> None:
        """See `ScreenDevice`."""
        self._grab.close()


def gdi_input(source: Shown, fps: int) -> tuple[str, dict[str, str]]:
    """Name and options under which gdigrab knows what is to be shown."""
    options = {"framerate": str(fps), "draw_mouse": "1"}
    match source:
        case OneWindow(number):
            return f"hwnd={number:#x}", options
        case ScreenArea(left, top, width, height) if width and height:
            options |= {
                "offset_x": str(left),
                "offset_y": str(top),
                "video_size": f"{width // 2 * 2}x{height // 2 * 2}",
            }
            return "desktop", options
        case _:
            return "desktop", options


def _open(name: str, kind: str, options: dict[str, str]) -> "av.container.InputContainer":
    if kind not in av.formats_available:
        raise ScreenLostError(SharingFault.UNSUPPORTED, f"{kind} is not built in")
    # What a screen gives is known beforehand; without this FFmpeg would watch it for a second, and hand that out first
    unprobed = {"probesize": "32", "analyzeduration": "0", "fpsprobesize": "0"}
    try:
        return av.open(name, format=kind, options={**options, **unprobed})
    except (OSError, av.FFmpegError) as error:
        raise ScreenLostError(SharingFault.LOST, str(error)) from error


def _display(environment: Mapping[str, str]) -> str:
    """The X server's name."""
    if environment.get("WAYLAND_DISPLAY") or environment.get("XDG_SESSION_TYPE") == "wayland":
        # There is an X server for old programs (Xwayland), which would give us a black desktop
        raise ScreenLostError(SharingFault.PORTAL, "a Wayland desktop is captured through its portal only")
    name = environment.get("DISPLAY")
    if not name:
        raise ScreenLostError(SharingFault.ABSENT, "there is no screen")
    return name


def _connected(name: str) -> XDisplay:
    try:
        return XDisplay(name)
    except NoDisplayError as error:
        raise ScreenLostError(SharingFault.ABSENT, str(error)) from error


def _area(extent: Extent) -> ScreenArea:
    return ScreenArea(extent.left, extent.top, extent.width, extent.height)
