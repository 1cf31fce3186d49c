"""Known pixels on a real X server, read back through the capture."""

import time
from collections.abc import Callable, Iterator
from contextlib import closing

import av
import numpy as np
import numpy.typing as npt
import pytest

from desk_client.bootstrap.virtual_screen import virtual_screen
from desk_client.rtc.picture.screen_capture import ScreenDevice, ScreenLostError, Shareable, open_screen, shareable
from desk_client.rtc.port import OneWindow, ScreenArea, SharingFault, Shown
from tests.fakes.x_window import XPainter

SIZE = (1280, 720)
BLACK, WHITE, GREY = 0x000000, 0xFFFFFF, 0x808080
DARK_LUMA, LIGHT_LUMA = 16, 235
SOON_S = 5.0

Luma = npt.NDArray[np.uint8]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with virtual_screen(*SIZE) as name:
        yield name


@pytest.fixture
def painter(display: str) -> Iterator[XPainter]:
    with XPainter(display) as made:
        made.point(1279, 719)
        yield made


@pytest.fixture
def opened(display: str) -> Iterator[Callable[..., ScreenDevice]]:
    devices: list[ScreenDevice] = []

    def open_it(source: Shown, fps: int = 15) -> ScreenDevice:
        devices.append(open_screen(source, fps, {"DISPLAY": display}))
        return devices[-1]

    yield open_it
    for device in devices:
        device.close()


def luma_of(frame: av.VideoFrame) -> Luma:
    plane = frame.planes[0]
    return np.frombuffer(memoryview(plane), np.uint8).reshape(-1, plane.line_size)[: frame.height, : frame.width].copy()


def first(pictures: Iterator[av.VideoFrame | None]) -> av.VideoFrame:
    return until(pictures, lambda _frame: True)


def until(pictures: Iterator[av.VideoFrame | None], wanted: Callable[[av.VideoFrame], bool]) -> av.VideoFrame:
    """The first picture that is as wanted."""
    deadline = time.monotonic() + SOON_S
    for frame in pictures:
        if frame is not None and wanted(frame):
            return frame
        assert time.monotonic() < deadline
    raise AssertionError("the pictures ended")


def test_each_pixel_of_a_screen_comes_as_it_is(painter: XPainter, opened: Callable[..., ScreenDevice]) -> None:
    for column in range(0, 64, 2):  # stripes of one pixel: what is scaled or softened turns grey
        painter.window((100 + column, 200, 1, 40), WHITE)
        painter.window((101 + column, 200, 1, 40), BLACK)
    frame = first(opened(ScreenArea(0, 0, *SIZE)).pictures())
    assert (frame.width, frame.height, frame.format.name) == (*SIZE, "yuv420p")
    stripes = luma_of(frame)[200:240, 100:164]
    assert (stripes[:, 0::2] == LIGHT_LUMA).all()
    assert (stripes[:, 1::2] == DARK_LUMA).all()


def test_a_part_of_the_desktop_is_that_part(painter: XPainter, opened: Callable[..., ScreenDevice]) -> None:
    painter.window((640, 360, 320, 180), WHITE)
    frame = first(opened(ScreenArea(630, 360, 101, 51)).pictures())
    luma = luma_of(frame)
    assert luma.shape == (50, 100)
    assert (luma[:, :10] == DARK_LUMA).all()
    assert (luma[:, 10:] == LIGHT_LUMA).all()


def test_the_pointer_is_seen(painter: XPainter, opened: Callable[..., ScreenDevice]) -> None:
    window = painter.window((0, 0, 200, 200), GREY)
    pictures = opened(OneWindow(window)).pictures()
    painter.point(900, 600)
    plain = until(pictures, lambda frame: bool(np.ptp(luma_of(frame)) == 0))
    painter.point(100, 100)
    seen = until(pictures, lambda frame: bool((luma_of(frame) != luma_of(plain)).any()))
    rows, columns = np.nonzero(luma_of(seen) != luma_of(plain))
    assert 80 <= rows.mean() <= 130
    assert 80 <= columns.mean() <= 130


def test_a_window_is_followed_as_it_grows_moves_over_the_edge_and_hides(
    painter: XPainter, opened: Callable[..., ScreenDevice]
) -> None:
    window = painter.window((50, 60, 200, 100), WHITE)
    pictures = opened(OneWindow(window)).pictures()
    assert luma_of(first(pictures)).shape == (100, 200)
    painter.place(window, (50, 60, 301, 151))
    grown = until(pictures, lambda frame: (frame.width, frame.height) == (300, 150))
    assert (luma_of(grown) == LIGHT_LUMA).all()
    painter.place(window, (SIZE[0] - 100, 60, 301, 151))
    assert (luma_of(until(pictures, lambda frame: frame.width == 100)) == LIGHT_LUMA).all()
    painter.hide(window)
    assert until_none(pictures)
    painter.place(window, (10, 10, 80, 60))
    painter.show(window)
    assert (luma_of(until(pictures, lambda frame: frame.width == 80)) == LIGHT_LUMA).all()


def until_none(pictures: Iterator[av.VideoFrame | None]) -> bool:
    deadline = time.monotonic() + SOON_S
    return any(frame is None and time.monotonic() < deadline for frame in pictures)


def test_a_window_that_is_closed_ends_it(painter: XPainter, opened: Callable[..., ScreenDevice]) -> None:
    window = painter.window((50, 60, 200, 100), WHITE)
    pictures = opened(OneWindow(window)).pictures()
    first(pictures)
    painter.close(window)
    with pytest.raises(ScreenLostError) as ended:
        list(pictures)
    assert ended.value.fault is SharingFault.GONE


def test_a_screen_that_goes_ends_it() -> None:
    with virtual_screen(320, 240) as name:
        device = open_screen(ScreenArea(0, 0, 320, 240), 15, {"DISPLAY": name})
        pictures = device.pictures()
        first(pictures)
    with closing(device), pytest.raises(ScreenLostError) as ended:
        list(pictures)
    assert ended.value.fault is SharingFault.GONE


@pytest.mark.parametrize(("asked", "pictures", "least_s"), [(1, 5, 0.75), (60, 15, 0.75)])
def test_the_rate_is_kept_within_five_and_fifteen(
    opened: Callable[..., ScreenDevice], asked: int, pictures: int, least_s: float
) -> None:
    coming = opened(ScreenArea(0, 0, 160, 120), asked).pictures()
    first(coming)
    began = time.monotonic()
    for _ in range(pictures):
        first(coming)
    assert least_s <= time.monotonic() - began < 4.0


def test_what_is_larger_than_full_hd_is_made_smaller() -> None:
    with virtual_screen(2560, 1600) as name:
        device = open_screen(ScreenArea(0, 0, 2560, 1600), 5, {"DISPLAY": name})
        with closing(device):
            frame = first(device.pictures())
    assert (frame.width, frame.height) == (1728, 1080)


def test_screens_and_windows_are_offered_by_title(painter: XPainter, display: str) -> None:
    window = painter.window((50, 60, 200, 100), WHITE, title="Letters")
    hidden = painter.window((50, 60, 200, 100), WHITE, title="Hidden")
    painter.window((50, 60, 200, 100), WHITE)
    painter.hide(hidden)
    assert shareable({"DISPLAY": display}) == (
        Shareable(ScreenArea(0, 0, *SIZE), ""),
        Shareable(OneWindow(window), "Letters"),
    )


def test_what_the_window_manager_lists_is_offered_and_nothing_else(painter: XPainter, display: str) -> None:
    painter.window((0, 0, 300, 20), WHITE, title="Panel of the desktop")
    first_window, second = (painter.window((50, 60, 200, 100), WHITE, title="old name") for _ in range(2))
    painter.title(first_window, "  خريطة\nفرسان " + "x" * 500)
    painter.list_clients((second, first_window, 0x7654321))
    try:
        offered = shareable({"DISPLAY": display})[1:]
    finally:
        painter.list_clients(())
    assert [each.source for each in offered] == [OneWindow(second), OneWindow(first_window)]
    assert offered[0].title == "old name"
    assert offered[1].title.startswith("خريطة فرسان x")
    assert len(offered[1].title) == 200


@pytest.mark.parametrize(
    ("environment", "fault"),
    [
        ({}, SharingFault.ABSENT),
        ({"DISPLAY": ":65000"}, SharingFault.ABSENT),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, SharingFault.PORTAL),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, SharingFault.PORTAL),
    ],
)
def test_a_desktop_that_cannot_be_captured_says_why(environment: dict[str, str], fault: SharingFault) -> None:
    for attempt in (lambda: shareable(environment), lambda: open_screen(ScreenArea(0, 0, 64, 64), 10, environment)):
        with pytest.raises(ScreenLostError) as refused:
            attempt()
        assert refused.value.fault is fault


def test_what_is_not_there_is_refused(opened: Callable[..., ScreenDevice]) -> None:
    for nothing in (OneWindow(0x12345678), ScreenArea(5000, 0, 640, 480)):
        with pytest.raises(ScreenLostError) as refused:
            opened(nothing)
        assert refused.value.fault is SharingFault.GONE
