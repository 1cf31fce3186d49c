"""A screen in place of the camera: it begins, hides, goes, is refused and is told to end."""

import queue
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from desk_client.rtc.picture.screen_capture import even_within, gdi_input
from desk_client.rtc.picture.sharing import Sharing, SharingEvents
from desk_client.rtc.picture.x11 import Extent
from desk_client.rtc.port import OneWindow, ScreenArea, SharingFault, Shown
from tests.fakes.screen import FakeScreen, FakeScreenOpener

if TYPE_CHECKING:
    import av

SOURCE = ScreenArea(0, 0, 320, 240)


class Watched:
    """A running share and what it told."""

    def __init__(self, opener: FakeScreenOpener) -> None:
        self.pictures: queue.Queue[av.VideoFrame] = queue.Queue()
        self.told: queue.Queue[str | SharingFault | None] = queue.Queue()
        events = SharingEvents(lambda: self.told.put("started"), self.pictures.put, self.told.put)
        self.sharing = Sharing(SOURCE, 7, opener, events, again_every_s=0.05)


@contextmanager
def watched(opener: FakeScreenOpener) -> Iterator[Watched]:
    running = Watched(opener)
    try:
        yield running
    finally:
        running.sharing.close()
        assert running.sharing.join(2)


def test_what_is_shown_is_opened_at_the_wanted_rate_and_its_beginning_told_once() -> None:
    opener = FakeScreenOpener([FakeScreen()])
    with watched(opener) as running:
        sizes = {(frame.width, frame.height) for frame in (running.pictures.get(timeout=5) for _ in range(3))}
        assert running.told.get(timeout=5) == "started"
        assert running.told.empty()
    assert sizes == {(320, 240)}
    assert opener.asked == [(SOURCE, 7)]


def test_told_to_end_it_ends_without_a_fault_and_lets_go() -> None:
    screen = FakeScreen()
    with watched(FakeScreenOpener([screen])) as running:
        running.pictures.get(timeout=5)
    assert [running.told.get(timeout=5) for _ in range(2)] == ["started", None]
    assert screen.closed.is_set()


def test_a_window_that_is_closed_ends_it_with_the_reason() -> None:
    screen = FakeScreen()
    with watched(FakeScreenOpener([screen])) as running:
        running.pictures.get(timeout=5)
        screen.go(SharingFault.GONE)
        assert [running.told.get(timeout=5) for _ in range(2)] == ["started", SharingFault.GONE]
    assert screen.closed.is_set()
    assert running.told.empty()


def test_a_desktop_that_refuses_never_begins() -> None:
    with watched(FakeScreenOpener([SharingFault.PORTAL])) as running:
        assert running.told.get(timeout=5) is SharingFault.PORTAL
    assert running.pictures.empty()


def test_a_hidden_window_is_shown_as_it_was_before_now_and_then() -> None:
    screen = FakeScreen()
    with watched(FakeScreenOpener([screen])) as running:
        first = running.pictures.get(timeout=5)
        screen.hide()
        later = [running.pictures.get(timeout=5) for _ in range(3)]
        assert running.told.get(timeout=5) == "started"
        assert running.told.empty()
    assert all(frame.width == first.width for frame in later)


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        (Extent(0, 0, 1920, 1080), Extent(0, 0, 1920, 1080)),
        (Extent(10, 10, 101, 51), Extent(10, 10, 100, 50)),
        (Extent(-30, 5, 101, 51), Extent(0, 5, 70, 50)),
        (Extent(1900, 0, 101, 51), Extent(1900, 0, 20, 50)),
        (Extent(1910, 0, 101, 51), None),
        (Extent(5000, 0, 101, 51), None),
    ],
)
def test_only_what_lies_on_the_desktop_is_captured_and_in_even_sides(asked: Extent, given: Extent | None) -> None:
    assert even_within(asked, Extent(0, 0, 1920, 1080)) == given


@pytest.mark.parametrize(
    ("source", "name", "options"),
    [
        (OneWindow(0xABC), "hwnd=0xabc", {}),
        (ScreenArea(0, 0, 0, 0), "desktop", {}),
        (
            ScreenArea(-1920, 0, 1367, 768),
            "desktop",
            {"offset_x": "-1920", "offset_y": "0", "video_size": "1366x768"},
        ),
    ],
)
def test_windows_is_asked_in_its_own_words(source: Shown, name: str, options: dict[str, str]) -> None:
    assert gdi_input(source, 12) == (name, {"framerate": "12", "draw_mouse": "1", **options})
