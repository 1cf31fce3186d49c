"""One encode for all who receive, a second one for poor lines, none for who has no room."""

import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import av
import pytest

from desk_client.rtc.picture.encoders import Encoded
from desk_client.rtc.picture.encoding import PictureEncoding
from desk_client.rtc.picture.synthetic import SyntheticPicture
from desk_client.rtc.wire.payloads import VideoCodec

GOOD_BPS = 1_000_000
POOR_BPS = 100_000
NOTHING_BPS = 10_000
PERIOD_S = 0.02


class Outlet:
    """Remembers what it was given, and says what the test says."""

    def __init__(self, rate_bps: int = GOOD_BPS) -> None:
        self.codec: VideoCodec | None = VideoCodec.H264
        self.rate, self.room = rate_bps, True
        self.taken: list[tuple[Encoded, float]] = []
        self._wants_key_frame = True

    def rate_bps(self) -> int:
        return self.rate

    def has_room(self) -> bool:
        return self.room

    def take_key_frame_request(self) -> bool:
        wanted, self._wants_key_frame = self._wants_key_frame, False
        return wanted

    def take(self, picture: Encoded, captured_s: float) -> None:
        self.taken.append((picture, captured_s))

    @property
    def is_sound(self) -> bool:
        """Whether what was taken begins with a key frame and each picture has a time of its own."""
        times = [captured_s for _, captured_s in self.taken]
        return self.taken[0][0].key_frame and all(later > earlier for earlier, later in pairwise(times))

    @property
    def height(self) -> int:
        """Of the first picture."""
        decoder = av.CodecContext.create("h264", "r")
        frames = [*decoder.decode(av.Packet(self.taken[0][0].data)), *decoder.decode(None)]
        assert isinstance(frames[0], av.VideoFrame)
        return frames[0].height


@pytest.fixture
def encoding() -> Iterator[PictureEncoding]:
    encoding = PictureEncoding()
    yield encoding
    encoding.close()


def film(encoding: PictureEncoding, until: Callable[[], bool], within_s: float = 8.0, height: int = 180) -> None:
    """Offer small pictures, at the pace of a camera, until that is so."""
    drawn, deadline_s = SyntheticPicture(1, height * 16 // 9, height), time.monotonic() + within_s
    counter = 0
    while not until():
        assert time.monotonic() < deadline_s, "it did not come about"
        counter += 1
        encoding.offer(drawn.draw(counter, counter / 30))
        threading.Event().wait(PERIOD_S)


def test_alike_lines_are_sent_one_encode(encoding: PictureEncoding) -> None:
    outlets = tuple(Outlet(rate) for rate in (GOOD_BPS, GOOD_BPS, GOOD_BPS * 2 // 3))
    encoding.send_to(outlets)
    film(encoding, lambda: len(outlets[0].taken) >= 10)
    assert encoding.encoded <= len(outlets[0].taken) + 1
    for one in outlets[1:]:
        shared = min(len(one.taken), len(outlets[0].taken))
        assert shared >= 9
        assert all(mine[0] is theirs[0] for mine, theirs in zip(one.taken[:shared], outlets[0].taken, strict=False))


def test_a_poor_line_has_a_picture_of_its_own_and_the_others_keep_theirs(encoding: PictureEncoding) -> None:
    good, poor = Outlet(), Outlet(POOR_BPS)
    encoding.send_to((good, poor))
    film(encoding, lambda: len(good.taken) >= 20 and len(poor.taken) >= 10, height=360)
    assert good.is_sound
    assert poor.is_sound
    assert not {id(picture) for picture, _ in good.taken} & {id(picture) for picture, _ in poor.taken}
    assert (good.height, poor.height) == (360, 180)


def test_a_line_that_becomes_poor_costs_the_others_no_key_frame(encoding: PictureEncoding) -> None:
    good, falling = Outlet(), Outlet()
    encoding.send_to((good, falling))
    film(encoding, lambda: len(falling.taken) >= 5)
    falling.rate = POOR_BPS
    before = len(falling.taken)
    film(encoding, lambda: len(falling.taken) >= before + 5 and len(good.taken) >= 15)
    assert sum(picture.key_frame for picture, _ in good.taken) == 1
    assert sum(picture.key_frame for picture, _ in falling.taken) == 2


def test_a_line_with_no_room_for_pictures_is_alone_in_having_none(encoding: PictureEncoding) -> None:
    good, none = Outlet(), Outlet(NOTHING_BPS)
    encoding.send_to((good, none))
    film(encoding, lambda: encoding.stopped_to([none]))
    assert not encoding.stopped_to([good])
    assert not encoding.stopped_to([good, none])
    assert not encoding.stopped_to([])
    good_before, none_before = len(good.taken), len(none.taken)
    film(encoding, lambda: len(good.taken) >= good_before + 10)
    assert len(none.taken) == none_before
    none.rate = GOOD_BPS
    film(encoding, lambda: len(none.taken) > none_before)
    assert none.taken[none_before][0].key_frame, "it comes back with a key frame"
    assert not encoding.stopped_to([none])


def test_a_path_that_takes_nothing_holds_the_others_up_for_a_moment_only(encoding: PictureEncoding) -> None:
    good, full = Outlet(), Outlet()
    encoding.send_to((good, full))
    film(encoding, lambda: len(full.taken) >= 5)
    full.room = False
    before = len(good.taken)
    film(encoding, lambda: len(good.taken) >= before + 10, within_s=2.0)
    left_out = len(full.taken)
    full.room = True
    film(encoding, lambda: len(full.taken) > left_out)
    assert full.taken[left_out][0].key_frame
    assert sum(picture.key_frame for picture, _ in good.taken) == 1, "the others pay no key frame for it"


def test_the_only_receiver_is_waited_for_without_a_key_frame(encoding: PictureEncoding) -> None:
    alone = Outlet()
    encoding.send_to((alone,))
    film(encoding, lambda: len(alone.taken) >= 5)
    alone.room = False
    until_s = time.monotonic() + 0.4
    film(encoding, lambda: time.monotonic() > until_s)
    alone.room, before = True, len(alone.taken)
    film(encoding, lambda: len(alone.taken) >= before + 5)
    assert sum(picture.key_frame for picture, _ in alone.taken) == 1


def test_who_comes_late_has_a_key_frame_at_once_and_no_picture_bears_another_one_s_time(
    encoding: PictureEncoding,
) -> None:
    first, late = Outlet(), Outlet()
    encoding.send_to((first,))
    film(encoding, lambda: len(first.taken) >= 10)
    encoding.send_to((first, late))  # no picture is offered any more: the last one serves
    deadline_s = time.monotonic() + 1.0
    while not late.taken and time.monotonic() < deadline_s:
        threading.Event().wait(0.005)
    assert late.taken[0][0].key_frame
    assert late.is_sound
    assert first.is_sound
