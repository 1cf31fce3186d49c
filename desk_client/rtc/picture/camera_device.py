"""Opening and reading what PyAV can open as a camera: the system's own, or a recorded clip that plays as one."""

import errno
import logging
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

import av
from av.video.reformatter import Interpolation, VideoReformatter

from desk_client.rtc.picture.cameras import cameras
from desk_client.rtc.port import DeviceFault, MediaChoice

_log = logging.getLogger(__name__)

_MOST_RAW_PIXELS: Final = 640 * 480
_UNKNOWN_WAY: Final = frozenset((errno.EINVAL, errno.EIO, errno.ENOSYS, errno.ENOTTY))
"""What drivers say of a size or format that the camera does not have."""
_NO_PICTURE_S: Final = 3.0
_POLL_S: Final = 0.004
_LONGEST_SLEEP_S: Final = 0.1


class CameraDevice(Protocol):
    """An open camera."""

    def pictures(self) -> Iterator[av.VideoFrame | None]:
        """Frames of 4:2:0 as they come, and None now and then while there is none, so that the reader can look up.

        Raises:
            OSError, av.FFmpegError: the device was lost.
        """

    def close(self) -> None:
        """Let go of the device."""


CameraOpener = Callable[[MediaChoice], CameraDevice]
"""Opens what `choice.camera` names; raises one of `CAMERA_ERRORS` when it cannot."""

CAMERA_ERRORS: Final = (OSError, av.FFmpegError)
"""What PyAV raises for a driver's errno, and for what is no picture at all."""


def open_camera(choice: MediaChoice) -> CameraDevice:
    """Open the clip, the camera that is named, or the system's first one.

    Raises:
        OSError, av.FFmpegError: with the errno of the driver; `fault_of` names it.
    """
    if isinstance(choice.camera, Path):
        return _Clip(choice.camera, choice)
    return SystemCamera(_open_system_camera(choice), choice)


def fault_of(error: OSError | av.FFmpegError) -> DeviceFault:
    """What a user can be told of an error of opening or reading a camera."""
    match error.errno:
        case errno.ENOENT | errno.ENODEV | errno.ENXIO:
            return DeviceFault.ABSENT
        case errno.EBUSY:
            return DeviceFault.BUSY
        case errno.EACCES | errno.EPERM:
            return DeviceFault.DENIED
        case _:
            return DeviceFault.LOST


class _Fitter:
    """Brings frames of any size and format to 4:2:0 within the wanted size, aspect kept, sides even."""

    def __init__(self, width: int, height: int) -> None:
        self._width, self._height = width, height
        self._reformatter = VideoReformatter()

    def fit(self, frame: av.VideoFrame) -> av.VideoFrame:
        scale = min(self._width / frame.width, self._height / frame.height, 1.0)
        return self._reformatter.reformat(
            frame,
            width=max(2, round(frame.width * scale / 2) * 2),
            height=max(2, round(frame.height * scale / 2) * 2),
            format="yuv420p",
            interpolation=Interpolation.FAST_BILINEAR,
            threads=1,
        )


class Driver(Protocol):
    """What we use of an open PyAV container in non-blocking mode."""

    def decode(self, *, video: int) -> Iterator[av.VideoFrame]:
        """Frames; raises BlockingIOError while there is none."""

    def close(self) -> None:
        """Let go of the device."""


class SystemCamera:
    """The system's camera: Video4Linux2, or DirectShow on Windows."""

    def __init__(self, driver: Driver, choice: MediaChoice, *, no_picture_s: float = _NO_PICTURE_S) -> None:
        self._driver = driver
        self._fitter = _Fitter(choice.width, choice.height)
        self._no_picture_s = no_picture_s

    def pictures(self) -> Iterator[av.VideoFrame | None]:
        """See `CameraDevice`; a driver that gives nothing for three seconds counts as lost."""
        heard_at = time.monotonic()
        while True:
            try:
                for frame in self._driver.decode(video=0):
                    heard_at = time.monotonic()
                    yield self._fitter.fit(frame)
                raise OSError(errno.EIO, "the camera's stream ended")
            except (BlockingIOError, av.InvalidDataError):  # nothing yet, or a broken picture (as the first often are)
                if time.monotonic() - heard_at > self._no_picture_s:
                    raise OSError(errno.EIO, "the camera delivers nothing") from None
                time.sleep(_POLL_S)
                yield None

    def close(self) -> None:
        """See `CameraDevice`."""
        self._driver.close()


def _open_system_camera(choice: MediaChoice) -> Driver:
    address = _address(choice.camera_device)
    if sys.platform == "win32":
        return opened(f"video={address}", "dshow", ways_to_ask(choice, "vcodec"))
    # Non-blocking, or a camera that hangs in its driver would hold our thread for ever
    ways = [{**way, "fflags": "nonblock"} for way in ways_to_ask(choice, "input_format")]
    return opened(address, "v4l2", ways)


def _address(name: str | None) -> str:
    for each in cameras():
        if name is None or each.name == name:
            return each.address
    raise FileNotFoundError(errno.ENOENT, "no such camera")


def ways_to_ask(choice: MediaChoice, compression: str) -> list[dict[str, str]]:
    """Options to open a camera with, the best first.

    USB carries raw pictures only up to about 640×480 at 30 a second: what is larger comes faster as JPEG, which then
    has to be decoded. A camera that lists neither gives what it likes, and that is scaled.

    Args:
        choice: the size and rate that are wanted.
        compression: the name of the driver's option for it.
    """
    wanted = {"video_size": f"{choice.width}x{choice.height}", "framerate": str(choice.fps)}
    compressed = {**wanted, compression: "mjpeg"}
    is_large = choice.width * choice.height > _MOST_RAW_PIXELS
    return [compressed, wanted, {}] if is_large else [wanted, compressed, {}]


def opened(name: str, driver: str, ways: list[dict[str, str]], opener: Callable[..., Driver] = av.open) -> Driver:
    """The camera, opened in the first of these ways that it knows.

    Raises:
        OSError, av.FFmpegError: it cannot be opened at all, or not now.
    """
    for way in ways[:-1]:
        try:
            return opener(name, format=driver, options=way)
        except (OSError, av.FFmpegError) as error:
            if error.errno not in _UNKNOWN_WAY:
                raise
    return opener(name, format=driver, options=ways[-1])


class _Clip:
    """A recorded clip, played at its own pace, over and over."""

    def __init__(self, path: Path, choice: MediaChoice) -> None:
        self._fitter = _Fitter(choice.width, choice.height)
        self._container = av.open(str(path))
        if not self._container.streams.video:
            self._container.close()
            raise OSError(errno.EINVAL, "the clip has no picture")
        self._container.streams.video[0].thread_count = 1

    def pictures(self) -> Iterator[av.VideoFrame | None]:
        while True:
            started: float | None = None
            for frame in self._container.decode(video=0):
                at = float(frame.time or 0.0)
                if started is None:
                    started = time.monotonic() - at
                while (early := started + at - time.monotonic()) > 0:
                    time.sleep(min(early, _LONGEST_SLEEP_S))
                    if early > _LONGEST_SLEEP_S:
                        yield None
                yield self._fitter.fit(frame)
            if started is None:
                raise OSError(errno.EINVAL, "the clip has no picture")
            with suppress(av.FFmpegError):  # what cannot seek is played once; the next round then finds no picture
                self._container.seek(0)

    def close(self) -> None:
        self._container.close()
