"""Cameras that serve, fail, are taken, forbidden, unplugged and come back."""

import errno
import queue
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import av
import numpy as np
import pytest
from av.error import err_check

from desk_client.rtc.picture import stamp
from desk_client.rtc.picture.camera import Camera, CameraEvents
from desk_client.rtc.picture.camera_device import (
    CameraOpener,
    SystemCamera,
    fault_of,
    open_camera,
    opened,
    ways_to_ask,
)
from desk_client.rtc.picture.stamp import Stamp
from desk_client.rtc.port import DeviceFault, MediaChoice
from tests.fakes.camera import FakeCamera, FakeCameraOpener, driver_error, grey_picture

FAULTS = [
    (errno.EBUSY, DeviceFault.BUSY),
    (errno.ENOENT, DeviceFault.ABSENT),
    (errno.ENODEV, DeviceFault.ABSENT),
    (errno.EACCES, DeviceFault.DENIED),
    (errno.EPERM, DeviceFault.DENIED),
    (errno.EIO, DeviceFault.LOST),
]


class Watched:
    """A running camera and what it told."""

    def __init__(self, opener: CameraOpener, which: Literal["auto", "synthetic"] | Path) -> None:
        self.pictures: queue.Queue[av.VideoFrame] = queue.Queue()
        self.told: queue.Queue[DeviceFault | None] = queue.Queue()
        events = CameraEvents(self.pictures.put, self.told.put, lambda: self.told.put(None))
        self.camera = Camera(MediaChoice(4, 440, which, "synthetic", "none"), opener, events, retry_s=0.2)

    def next_stamp(self) -> Stamp | None:
        return stamp.read(luma_of(self.pictures.get(timeout=5)))

    def until_level(self, level: int) -> None:
        """Until an even picture of that luma comes."""
        while abs(int(luma_of(self.pictures.get(timeout=5)).mean()) - level) > 2:
            pass


@contextmanager
def watched(opener: CameraOpener, which: Literal["auto", "synthetic"] | Path = "auto") -> Iterator[Watched]:
    running = Watched(opener, which)
    try:
        yield running
    finally:
        running.camera.close()
        assert running.camera.join(2)


def luma_of(frame: av.VideoFrame) -> stamp.Luma:
    return np.frombuffer(memoryview(frame.planes[0]), np.uint8).reshape(-1, frame.planes[0].line_size)[:, : frame.width]


@pytest.mark.parametrize(("number", "fault"), FAULTS)
def test_a_camera_that_cannot_be_opened_is_told_of_once_and_the_synthetic_picture_stands_in(
    number: int, fault: DeviceFault
) -> None:
    opener = FakeCameraOpener([number])
    with watched(opener) as running:
        assert running.told.get(timeout=5) is fault
        counters = [each.counter for each in (running.next_stamp() for _ in range(20)) if each and each.source == 4]
        assert counters == list(range(20))
        assert opener.opened >= 2
        assert running.told.empty()


def test_what_pyav_raises_is_what_the_table_says() -> None:
    assert [fault_of(driver_error(number)) for number, _ in FAULTS] == [fault for _, fault in FAULTS]


def test_a_camera_that_was_taken_serves_once_it_is_free() -> None:
    with watched(FakeCameraOpener([errno.EBUSY, FakeCamera(luma=150)])) as running:
        assert running.told.get(timeout=5) is DeviceFault.BUSY
        assert running.next_stamp() is not None
        assert running.told.get(timeout=5) is None
        running.until_level(150)


def test_a_camera_that_is_unplugged_is_lost_and_serves_when_it_comes_back() -> None:
    first, second = FakeCamera(luma=90), FakeCamera(luma=180)
    with watched(FakeCameraOpener([first, errno.ENODEV, second])) as running:
        running.until_level(90)
        first.unplug(errno.ENODEV)
        assert running.told.get(timeout=5) is DeviceFault.LOST
        assert first.closed.wait(5)
        assert running.told.get(timeout=5) is DeviceFault.ABSENT
        assert running.told.get(timeout=5) is None
        running.until_level(180)
    assert second.closed.is_set()


def test_off_lets_go_of_the_device_and_on_takes_it_again() -> None:
    first, second = FakeCamera(luma=90), FakeCamera(luma=180)
    with watched(FakeCameraOpener([first, second])) as running:
        running.until_level(90)
        running.camera.set_on(on=False)
        assert first.closed.wait(5)
        running.until_level(28)
        running.camera.set_on(on=True)
        running.until_level(180)
        assert running.told.empty()


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten pictures at 20 a second, each one lighter."""
    path = tmp_path_factory.mktemp("clip") / "clip.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=20)
        stream.width, stream.height, stream.pix_fmt = 320, 180, "yuv420p"
        for index in range(10):
            container.mux(stream.encode(grey_picture(60 + 12 * index, 320, 180)))
        container.mux(stream.encode(None))
    return path


def test_a_clip_plays_in_a_loop_at_its_own_size_and_order(clip: Path) -> None:
    with watched(open_camera, clip) as running:
        frames = [running.pictures.get(timeout=5) for _ in range(25)]
    levels = [round(luma_of(frame).mean()) for frame in frames]
    assert [round((level - 60) / 12) for level in levels] == [index % 10 for index in range(25)]
    assert {(frame.width, frame.height, frame.format.name) for frame in frames} == {(320, 180, "yuv420p")}
    assert running.told.empty()


def test_a_clip_that_is_missing_or_no_clip_is_told_of(tmp_path: Path) -> None:
    words = tmp_path / "words.mp4"
    words.write_text("these are words")
    for path, fault in ((tmp_path / "nothing.mp4", DeviceFault.ABSENT), (words, DeviceFault.LOST)):
        with watched(open_camera, path) as running:
            assert running.told.get(timeout=5) is fault
            assert running.next_stamp() is not None


class FakeDriver:
    """A container in non-blocking mode: gives its turns one by one, then blocks for ever."""

    def __init__(self, turns: list[int | OSError | av.FFmpegError]) -> None:
        self._turns = turns
        self.closed = False

    def decode(self, *, video: int) -> Iterator[av.VideoFrame]:
        assert video == 0
        while self._turns:
            turn = self._turns.pop(0)
            if not isinstance(turn, int):
                raise turn
            yield grey_picture(turn, 1280, 960)
        raise driver_error(errno.EAGAIN)

    def close(self) -> None:
        self.closed = True


def invalid_data() -> av.FFmpegError:
    try:
        err_check(-error_number("INDA"))
    except av.FFmpegError as error:
        return error
    raise AssertionError


def error_number(tag: str) -> int:
    """FFmpeg's own errors are tags of four letters."""
    return sum(ord(letter) << (8 * place) for place, letter in enumerate(tag))


def camera_of(driver: FakeDriver) -> SystemCamera:
    return SystemCamera(driver, MediaChoice(1, 440, "auto", "synthetic", "none"), no_picture_s=0.2)


def test_what_the_driver_gives_is_fitted_into_the_wanted_size() -> None:
    camera = camera_of(FakeDriver([90, driver_error(errno.EAGAIN), invalid_data(), 120]))
    pictures = camera.pictures()
    seen = [next(pictures) for _ in range(4)]
    assert [(frame.width, frame.height, frame.format.name) if frame else None for frame in seen] == [
        (480, 360, "yuv420p"),
        None,
        None,
        (480, 360, "yuv420p"),
    ]


def test_a_camera_that_hangs_or_is_unplugged_is_an_error_not_a_wait() -> None:
    hanging = camera_of(FakeDriver([90]))
    with pytest.raises(OSError, match="delivers nothing"):
        list(hanging.pictures())
    unplugged = camera_of(FakeDriver([90, driver_error(errno.ENODEV)]))
    with pytest.raises(OSError, match="No such device"):
        list(unplugged.pictures())


def test_closing_a_camera_lets_go_of_its_driver() -> None:
    driver = FakeDriver([])
    camera_of(driver).close()
    assert driver.closed


def test_a_node_that_is_no_camera_is_refused_as_pyav_refuses_it() -> None:
    for node, fault in (("/dev/video99", DeviceFault.ABSENT), ("/dev/null", DeviceFault.LOST)):
        with pytest.raises(OSError, match=node) as raised:
            av.open(node, format="v4l2")
        assert fault_of(raised.value) is fault


class Listing:
    """A camera's driver that knows some ways to be asked, and says of the others what drivers say."""

    def __init__(self, *knows: str | None, refusal: int = errno.EINVAL) -> None:
        self.knows, self.refusal = knows, refusal
        self.asked: list[dict[str, str]] = []

    def open(self, _name: str, *, format: str, options: dict[str, str]) -> "Listing":  # noqa: A002 - as PyAV names it
        assert format == "v4l2"
        self.asked.append(options)
        if options.get("input_format", "raw" if "video_size" in options else None) not in self.knows:
            raise OSError(self.refusal, "no")
        return self

    def decode(self, *, video: int) -> Iterator[av.VideoFrame]:
        raise NotImplementedError(video)

    def close(self) -> None:
        pass


def asked_of(camera: Listing, width: int, height: int) -> list[str | None]:
    choice = MediaChoice(1, 440.0, "auto", "auto", "auto", width=width, height=height)
    opened("/dev/video0", "v4l2", ways_to_ask(choice, "input_format"), camera.open)
    return [way.get("input_format", "raw" if way else None) for way in camera.asked]


def test_large_pictures_are_asked_for_compressed_and_small_ones_raw() -> None:
    assert asked_of(Listing("mjpeg", "raw"), 1280, 720) == ["mjpeg"]
    assert asked_of(Listing("mjpeg", "raw"), 640, 360) == ["raw"]


def test_a_camera_that_knows_none_of_the_ways_gives_what_it_likes() -> None:
    assert asked_of(Listing("raw"), 1280, 720) == ["mjpeg", "raw"]
    assert asked_of(Listing(None), 1280, 720) == ["mjpeg", "raw", None]


def test_a_camera_that_is_taken_is_not_asked_in_other_ways() -> None:
    camera = Listing(refusal=errno.EBUSY)
    with pytest.raises(OSError, match="no"):
        asked_of(camera, 1280, 720)
    assert len(camera.asked) == 1
