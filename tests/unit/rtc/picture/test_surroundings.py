"""What is seen behind a person: never sharply while it is to be blurred, whatever fails."""

import threading
from collections.abc import Callable

import av
import numpy as np
import pytest

from desk_client.rtc.background_port import Background
from desk_client.rtc.picture.person import HEIGHT, WIDTH, FinderOpener, Likelihood, PersonFinder, open_person_finder
from desk_client.rtc.picture.surroundings import Surroundings, mask_of
from tests.fakes.photograph import photograph
from tests.unit.rtc.picture.test_blending import planes, sharpness, stripes

_LOG = "desk_client.rtc.picture.surroundings"


class Finder:
    """Finds the right half of each picture to be a person."""

    def __init__(self) -> None:
        self.looked = 0
        self.fails: Exception | None = None

    def find(self, _frame: av.VideoFrame) -> Likelihood:
        self.looked += 1
        if self.fails is not None:
            raise self.fails
        found = np.zeros((HEIGHT, WIDTH), np.float32)
        found[:, WIDTH // 2 :] = 1
        return found


class Seen:
    """Surroundings that are told to blur, and what they tell."""

    def __init__(self, opener: FinderOpener, clock: Callable[[], float] | None = None) -> None:
        self.told: list[Background] = []
        self.now_s = 0.0
        self.surroundings = Surroundings(self.told.append, opener, clock=clock or (lambda: self.now_s))

    def switched_on(self) -> "Seen":
        self.surroundings.set_on(on=True)
        self.surroundings.join(5)
        return self

    def left_and_right(self) -> tuple[bool, bool]:
        """Which half of the next picture is sharp."""
        self.now_s += 1 / 30
        luma = planes(self.surroundings.seen(stripes()))[0]
        return sharpness(luma[:, :300]) > 5, sharpness(luma[:, 340:]) > 5


def test_a_picture_is_itself_until_it_is_switched_and_nothing_is_loaded() -> None:
    seen = Seen(lambda: pytest.fail("nobody asked for it"))
    frame = stripes()
    assert seen.surroundings.seen(frame) is frame
    assert seen.told == []


def test_somebody_is_sharp_before_a_blurred_room_from_the_first_picture_on() -> None:
    finder = Finder()
    seen = Seen(lambda: finder).switched_on()
    assert [seen.left_and_right() for _ in range(6)] == [(False, True)] * 6
    assert seen.told == [Background.STARTING, Background.BLURRED]
    assert finder.looked == 3, "in every other picture"
    seen.surroundings.set_on(on=False)
    assert seen.left_and_right() == (True, True)
    assert seen.told[-1] is Background.SHARP


def test_until_the_person_can_be_looked_for_the_whole_picture_is_blurred() -> None:
    may_load = threading.Event()

    def slowly() -> PersonFinder:
        assert may_load.wait(10)
        return Finder()

    seen = Seen(slowly)
    seen.surroundings.set_on(on=True)
    assert [seen.left_and_right() for _ in range(3)] == [(False, False)] * 3
    assert seen.told == [Background.STARTING]
    may_load.set()
    seen.surroundings.join(5)
    assert seen.left_and_right() == (False, True)


def test_switched_off_and_on_while_it_loads_it_is_loaded_once() -> None:
    may_load, loaded = threading.Event(), []

    def slowly() -> PersonFinder:
        loaded.append(1)
        assert may_load.wait(10)
        return Finder()

    seen = Seen(slowly)
    for on in (True, False, True):
        seen.surroundings.set_on(on=on)
    may_load.set()
    seen.surroundings.join(5)
    assert seen.left_and_right() == (False, True)
    assert loaded == [1]


def test_where_the_library_is_missing_all_is_blurred_and_that_is_told() -> None:
    def missing() -> PersonFinder:
        raise ModuleNotFoundError("No module named 'ai_edge_litert'")

    seen = Seen(missing).switched_on()
    assert [seen.left_and_right() for _ in range(3)] == [(False, False)] * 3
    assert seen.told == [Background.STARTING, Background.MISSING]


def test_where_the_network_is_damaged_all_is_blurred_until_it_is_switched_anew() -> None:
    turns: list[Exception | None] = [ValueError("the file is no network"), None]

    def opener() -> PersonFinder:
        if (error := turns.pop(0)) is not None:
            raise error
        return Finder()

    seen = Seen(opener).switched_on()
    assert [seen.left_and_right() for _ in range(3)] == [(False, False)] * 3
    assert seen.told == [Background.STARTING, Background.FAILED]
    seen.surroundings.set_on(on=False)
    seen.switched_on()
    assert seen.left_and_right() == (False, True)
    assert seen.told[2:] == [Background.SHARP, Background.STARTING, Background.BLURRED]


def test_a_finder_that_fails_in_the_middle_leaves_nothing_sharp() -> None:
    finder = Finder()
    seen = Seen(lambda: finder).switched_on()
    assert seen.left_and_right() == (False, True)
    finder.fails = RuntimeError("invoke failed")
    assert [seen.left_and_right() for _ in range(4)][1:] == [(False, False)] * 3
    assert seen.told[-1] is Background.FAILED
    assert finder.looked == 2, "it is not asked again and again"
    finder.fails = None
    seen.surroundings.set_on(on=False)
    seen.switched_on()
    assert seen.left_and_right() == (False, True)


def test_where_not_even_blurring_works_the_picture_is_dark(caplog: pytest.LogCaptureFixture) -> None:
    seen = Seen(Finder).switched_on()
    for _ in range(3):
        shown = seen.surroundings.seen(stripes().reformat(format="rgb24"))
        assert shown.format.name == "yuv420p"
        assert planes(shown)[0].max() < 40
    assert len([each for each in caplog.records if each.name == _LOG]) == 1, "it is not tried again with each picture"
    assert seen.told[-1] is Background.FAILED
    seen.surroundings.set_on(on=False)
    seen.switched_on()
    assert seen.left_and_right() == (False, True)


def test_a_slow_machine_blurs_all_and_says_so_until_it_is_faster() -> None:
    clock_s, cost_s = 0.0, 0.05

    def clock() -> float:
        return clock_s

    class Slow(Finder):
        def find(self, frame: av.VideoFrame) -> Likelihood:
            nonlocal clock_s
            clock_s += cost_s
            return super().find(frame)

    seen = Seen(Slow, clock).switched_on()

    def halves(seconds: float) -> set[tuple[bool, bool]]:
        nonlocal clock_s
        halves = set()
        for _ in range(int(seconds * 30)):
            clock_s += 1 / 30
            halves.add(seen.left_and_right())
        return halves

    halves(12)
    assert seen.told == [Background.STARTING, Background.BLURRED, Background.TOO_SLOW]
    assert halves(5) == {(False, False)}
    cost_s = 0.003
    halves(9)
    assert seen.told[-1] is Background.BLURRED
    assert halves(1) == {(False, True)}


def test_where_somebody_was_until_now_the_room_does_not_shine_through() -> None:
    class Moving(Finder):
        def find(self, frame: av.VideoFrame) -> Likelihood:
            found = super().find(frame)
            return found if self.looked % 2 else found[:, ::-1]

    seen = Seen(Moving).switched_on()
    halves = [seen.left_and_right() for _ in range(6)]
    assert halves == [(False, True), (False, True), (True, False), (True, False), (False, True), (False, True)]


def test_an_edge_that_is_guessed_otherwise_each_time_hardly_moves() -> None:
    class Unsure(Finder):
        def find(self, frame: av.VideoFrame) -> Likelihood:
            return super().find(frame) * np.float32(0.45 if self.looked % 2 else 0.55)

    seen = Seen(Unsure).switched_on()
    right = []
    for _ in range(12):
        seen.now_s += 1 / 30
        right.append(sharpness(planes(seen.surroundings.seen(stripes()))[0][:, 340:]))
    swing = max(right[4:]) - min(right[4:])
    unsteady = (0.55 - 0.45) / 0.45 * sharpness(planes(stripes())[0])
    assert swing < 0.8 * unsteady


def test_another_size_in_the_middle_shows_no_room() -> None:
    seen = Seen(Finder).switched_on()
    seen.left_and_right()
    for size in ((320, 180), (1280, 720), (480, 360)):
        luma = planes(seen.surroundings.seen(stripes(*size)))[0]
        assert sharpness(luma[:, : size[0] // 2 - 20]) < 2


def test_with_the_real_network_the_flag_is_gone_and_the_face_is_not() -> None:
    seen = Seen(open_person_finder).switched_on()
    frame = photograph()
    was = planes(frame)[0].copy()
    shown = planes(seen.surroundings.seen(frame))[0]
    face, flag = np.s_[60:150, 250:340], np.s_[0:200, 0:130]
    assert seen.told[-1] is Background.BLURRED
    assert sharpness(shown[face]) > 0.95 * sharpness(was[face])
    assert sharpness(shown[flag]) < 0.25 * sharpness(was[flag])


def test_a_mask_is_sharp_inside_blurred_outside_and_soft_between() -> None:
    mask = mask_of(np.array([0, 0.1, 0.375, 0.7, 1], np.float32))
    assert list(mask) == [0, 0, 127, 255, 255]
