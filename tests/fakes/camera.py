"""Cameras that fail as real ones do: what they raise is what PyAV raises for the driver's errno."""

import errno
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import av
from av.error import err_check

from desk_client.rtc.picture.camera_device import CameraDevice
from desk_client.rtc.port import MediaChoice


def driver_error(number: int) -> OSError:
    """The very exception with which PyAV reports an errno of the driver."""
    try:
        err_check(-number)
    except OSError as error:
        return error
    raise AssertionError(number)


class FakeCamera:
    """An open camera: gives plain grey pictures until it is unplugged."""

    def __init__(self, luma: int = 100) -> None:
        self._luma = luma
        self._unplugged_by: OSError | None = None
        self.closed = threading.Event()

    def unplug(self, number: int) -> None:
        """Have the next read fail with that errno."""
        self._unplugged_by = driver_error(number)

    def pictures(self) -> Iterator[av.VideoFrame | None]:
        while True:
            if self._unplugged_by is not None:
                raise self._unplugged_by
            yield self.picture()
            self.closed.wait(0.01)
            yield None

    def picture(self) -> av.VideoFrame:
        """What is before it."""
        return grey_picture(self._luma)

    def close(self) -> None:
        self.closed.set()


@dataclass
class FakeCameraOpener:
    """Opens its cameras in turn; an errno among them fails as the driver would. The last one repeats."""

    turns: list[int | FakeCamera]
    opened: int = field(default=0, init=False)

    def __call__(self, choice: MediaChoice) -> CameraDevice:
        assert choice.camera != "synthetic"
        turn = self.turns[min(self.opened, len(self.turns) - 1)]
        self.opened += 1
        if isinstance(turn, int):
            raise driver_error(turn)
        return turn


class CameraShelf:
    """Cameras by name, plugged in and out by the test; one that is plugged out is lost to who reads it."""

    def __init__(self, **lumas: int) -> None:
        """``lumas`` are their names, in the system's order, and how light their pictures are."""
        self._lumas = lumas
        self._plugged = dict.fromkeys(lumas, True)
        self._open: dict[str, FakeCamera] = {}
        self.busy: set[str] = set()

    def names(self) -> tuple[str, ...]:
        return tuple(name for name, is_in in self._plugged.items() if is_in)

    def plug_out(self, name: str) -> None:
        self._plugged[name] = False
        if name in self._open:
            self._open[name].unplug(errno.ENODEV)

    def plug_in(self, name: str, luma: int | None = None) -> None:
        """It is there again; or, with ``luma``, for the first time."""
        if luma is not None:
            self._lumas[name] = luma
        self._plugged[name] = True

    def opened(self, name: str) -> FakeCamera:
        """What was opened of it last."""
        return self._open[name]

    def is_open(self, name: str) -> bool:
        return name in self._open and not self._open[name].closed.is_set()

    def __call__(self, choice: MediaChoice) -> CameraDevice:
        name = choice.camera_device
        if name is None or not self._plugged[name]:
            raise driver_error(errno.ENOENT)
        if name in self.busy:
            raise driver_error(errno.EBUSY)
        camera = self._open[name] = FakeCamera(self._lumas[name])
        return camera


def grey_picture(luma: int, width: int = 640, height: int = 360) -> av.VideoFrame:
    """An even picture without a stamp."""
    frame = av.VideoFrame(width, height, "yuv420p")
    for plane, level in zip(frame.planes, (luma, 128, 128), strict=True):
        plane.update(bytes([level]) * plane.buffer_size)
    return frame
