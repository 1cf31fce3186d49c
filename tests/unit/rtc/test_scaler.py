"""A tile's scaler."""

import queue
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.rtc.picture import stamp
from desk_client.rtc.picture.scaler import Picture, TileScaler, covering
from desk_client.rtc.picture.screens import Screens
from desk_client.rtc.picture.synthetic import SyntheticPicture
from desk_client.rtc.port import Stream
from tests.fakes.camera import grey_picture

Pictures = queue.Queue[Picture]


def test_a_picture_covers_the_tile_and_is_bgra() -> None:
    pictures: Pictures = queue.Queue()
    scaler = TileScaler(pictures.put)
    scaler.resize(300, 300)
    scaler.offer(grey_picture(125))
    picture = pictures.get(timeout=5)
    scaler.close()
    assert (picture.width, picture.height) == (534, 300)
    assert picture.stride >= 4 * picture.width
    assert len(picture.data) >= picture.stride * picture.height
    assert picture.luma().shape == (300, 534)
    blue, green, red, alpha = picture.data[:4]
    assert alpha == 255
    assert abs(int(green) - 127) < 4
    assert abs(int(blue) - red) < 4


def test_the_newest_frame_wins() -> None:
    pictures: Pictures = queue.Queue()
    busy, go_on = threading.Event(), threading.Event()

    def painted(picture: Picture) -> None:
        pictures.put(picture)
        busy.set()
        go_on.wait(5)

    scaler = TileScaler(painted)
    scaler.resize(640, 360)
    drawing = SyntheticPicture(1, 640, 360)
    scaler.offer(drawing.draw(0, 0.0))
    assert busy.wait(5)
    for counter in range(1, 10):
        scaler.offer(drawing.draw(counter, counter / 30))
    go_on.set()
    seen = [stamp.read(pictures.get(timeout=5).luma()) for _ in range(2)]
    scaler.close()
    assert [each.counter for each in seen if each] == [0, 9]
    assert pictures.empty()


def test_nothing_is_scaled_before_the_tile_has_a_size_and_a_resize_scales_the_last_frame_anew() -> None:
    pictures: Pictures = queue.Queue()
    scaler = TileScaler(pictures.put)
    scaler.offer(grey_picture(125))
    with pytest.raises(queue.Empty):
        pictures.get(timeout=0.1)
    scaler.resize(320, 180)
    assert pictures.get(timeout=5).width == 320
    scaler.resize(640, 360)
    second = pictures.get(timeout=5)
    assert (second.width, second.sequence) == (640, 2)
    scaler.clear()
    scaler.resize(320, 180)
    scaler.close()
    assert pictures.empty()


def test_after_close_nothing_is_called() -> None:
    pictures: Pictures = queue.Queue()
    scaler = TileScaler(pictures.put)
    scaler.resize(64, 36)
    scaler.close()
    scaler.offer(grey_picture(125))
    scaler.close()
    assert pictures.empty()


@given(st.integers(2, 2000), st.integers(2, 2000), st.integers(1, 2000), st.integers(1, 2000))
def test_covering_is_even_and_covers(frame_w: int, frame_h: int, tile_w: int, tile_h: int) -> None:
    width, height = covering(frame_w, frame_h, tile_w, tile_h)
    assert width >= tile_w
    assert height >= tile_h
    assert width % 2 == height % 2 == 0
    assert width < tile_w + 3 or height < tile_h + 3


def test_a_tile_that_comes_late_is_given_the_last_frame_and_one_that_left_nothing() -> None:
    pictures: Pictures = queue.Queue()
    screens = Screens()
    screens.show(Stream.REMOTE, grey_picture(125))
    scaler = TileScaler(pictures.put)
    scaler.resize(64, 36)
    screens.attach(Stream.REMOTE, scaler)
    screens.attach(Stream.REMOTE, scaler)
    assert pictures.get(timeout=5).sequence == 1
    screens.detach(Stream.REMOTE, scaler)
    screens.show(Stream.REMOTE, grey_picture(125))
    screens.show(Stream.LOCAL, grey_picture(125))
    scaler.close()
    assert pictures.empty()


def test_a_stream_that_ended_is_not_shown_to_those_who_come_later() -> None:
    pictures: Pictures = queue.Queue()
    screens = Screens()
    screens.show(Stream.REMOTE, grey_picture(125))
    screens.clear(Stream.REMOTE)
    scaler = TileScaler(pictures.put)
    scaler.resize(64, 36)
    screens.attach(Stream.REMOTE, scaler)
    scaler.close()
    assert pictures.empty()
