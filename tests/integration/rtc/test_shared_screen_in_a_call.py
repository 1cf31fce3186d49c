"""A shared screen takes the camera's place in the same track, and gives it back."""

from functools import partial

from desk_client.bootstrap.virtual_screen import virtual_screen
from desk_client.rtc.picture.scaler import TileScaler
from desk_client.rtc.picture.screen_capture import open_screen
from desk_client.rtc.port import (
    CloseMedia,
    ClosePeer,
    DeviceFault,
    MediaStalled,
    OneWindow,
    ScreenArea,
    ShareScreen,
    SharingEnded,
    SharingFault,
    SharingStarted,
    StopSharing,
    Stream,
)
from desk_client.rtc.studio import Hardware
from tests.fakes.call_end import CallEnd, Gathered, negotiate
from tests.fakes.screen import FakeScreen, FakeScreenOpener
from tests.fakes.sound_card import FakeSoundCard
from tests.fakes.x_window import XPainter

SOURCE = ScreenArea(0, 0, 320, 240)


def hardware_with(opener: FakeScreenOpener) -> Hardware:
    return Hardware(sound_card=FakeSoundCard(DeviceFault.ABSENT), open_screen=opener)


def test_a_real_window_is_seen_at_the_other_end_until_it_is_closed() -> None:
    with virtual_screen(640, 480) as display, XPainter(display) as painter:
        window = painter.window((20, 20, 400, 300), 0xFFFFFF)
        hardware = Hardware(open_screen=partial(open_screen, environment={"DISPLAY": display}))
        with CallEnd(1, hardware=hardware) as one, CallEnd(2) as other:
            negotiate(other, one, 1)
            other.sees(one.source)
            one.engine.post(ShareScreen(OneWindow(window), fps=15))
            assert one.next_event(SharingStarted) == SharingStarted(OneWindow(window))
            other.looks(lambda picture: int(picture.luma().mean()) > 240, "the white window is seen")
            other.measured(lambda stats: (stats.remote_width, stats.remote_height) == (400, 300), "at its own size")
            other.forget()
            other.remote.until(lambda: len(other.remote.pictures) > 2, "the window goes on being seen")
            assert other.remote.stamps == [], "the camera was seen beside the window"
            other.forget()
            painter.close(window)
            assert one.next_event(SharingEnded) == SharingEnded(SharingFault.GONE)
            other.sees(one.source)
            assert not other.all_events(MediaStalled)


def test_a_second_one_replaces_the_first_and_the_camera_comes_back_on_command() -> None:
    opener = FakeScreenOpener([FakeScreen(), FakeScreen(120)])
    with CallEnd(1, hardware=hardware_with(opener)) as one, CallEnd(2) as other:
        negotiate(other, one, 1)
        one.engine.post(ShareScreen(SOURCE))
        assert one.next_event(SharingStarted) == SharingStarted(SOURCE)
        one.forget()
        one.engine.post(ShareScreen(OneWindow(5)))
        assert one.next_event(SharingStarted) == SharingStarted(OneWindow(5))
        assert one.all_events(SharingEnded) == [SharingEnded(None)]
        one.forget()
        one.engine.post(StopSharing())
        assert one.next_event(SharingEnded) == SharingEnded(None)
        other.forget()
        other.sees(one.source)


def test_whoever_leaves_a_call_shows_no_screen_in_the_next() -> None:
    opener = FakeScreenOpener([FakeScreen()])
    with CallEnd(1, hardware=hardware_with(opener)) as one:
        one.engine.post(ShareScreen(SOURCE))
        one.next_event(SharingStarted)
        one.engine.post(ClosePeer())
        assert one.next_event(SharingEnded) == SharingEnded(None)


def test_oneself_goes_on_seeing_oneself() -> None:
    mirror = Gathered()
    tile = TileScaler(mirror.picture)
    tile.resize(640, 360)
    with CallEnd(1, hardware=hardware_with(FakeScreenOpener([FakeScreen()]))) as one:
        one.engine.attach(Stream.LOCAL, tile)
        one.engine.post(ShareScreen(SOURCE))
        one.next_event(SharingStarted)
        mirror.clear()
        mirror.until(lambda: len(mirror.stamps) > 5, "the camera is seen in the preview")
    tile.close()


def test_without_a_camera_open_there_is_nothing_to_replace() -> None:
    with CallEnd(1, hardware=hardware_with(FakeScreenOpener([]))) as one:
        one.engine.post(CloseMedia())
        one.engine.post(ShareScreen(SOURCE))
        assert one.next_event(SharingEnded) == SharingEnded(None)
