"""FFmpeg's filters, which put somebody before a blurred room."""

import av
import numpy as np
import numpy.typing as npt
import pytest
from av.video.reformatter import ColorRange

from desk_client.rtc.picture.blending import BLENDING_ERRORS, Blender
from tests.fakes.photograph import photograph

Levels = npt.NDArray[np.uint8]
NOT_SAID, FULL_RANGE = (2, 0), (1, 2)
"""Colour space and range, as FFmpeg counts them."""
ALL = np.full((144, 256), 255, np.uint8)
NOTHING = np.zeros((144, 256), np.uint8)


def planes(frame: av.VideoFrame) -> list[Levels]:
    return [
        np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
        for plane in frame.planes
    ]


def painted(luma: Levels) -> av.VideoFrame:
    frame = av.VideoFrame(luma.shape[1], luma.shape[0], "yuv420p")
    shown, *colours = planes(frame)
    shown[:] = luma
    for plane in colours:
        plane[:] = 128
    return frame


def stripes(width: int = 640, height: int = 360) -> av.VideoFrame:
    """As sharp as a picture can be: what is left of it after blurring is not read by anybody."""
    return painted(np.where(np.arange(width) % 16 < 8, 40, 210).astype(np.uint8)[None].repeat(height, 0))


def sharpness(luma: Levels) -> float:
    """How much each differs from the mean of its neighbours, on average: nothing of a smooth wall."""
    return float(np.abs(np.diff(luma.astype(np.int16), n=2, axis=1)).mean())


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (480, 360), (322, 182)])
def test_without_a_mask_the_whole_picture_is_blurred(size: tuple[int, int]) -> None:
    frame = stripes(*size)
    blended = Blender(frame).blend(frame)
    assert (blended.width, blended.height, blended.format.name) == (*size, "yuv420p")
    assert sharpness(planes(frame)[0]) > 15
    assert sharpness(planes(blended)[0]) < 1


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (480, 360), (322, 182)])
@pytest.mark.parametrize("colours", [NOT_SAID, FULL_RANGE])
def test_where_the_mask_says_so_the_picture_is_what_it_was(size: tuple[int, int], colours: tuple[int, int]) -> None:
    frame = photograph(*size)
    frame.colorspace, frame.color_range = colours
    before = [plane.copy() for plane in planes(frame)]
    blender = Blender(frame)
    blender.show(ALL)
    blended = blender.blend(frame)
    for was, now in zip(before, planes(blended), strict=True):
        assert int(np.abs(was.astype(np.int16) - now).max()) <= 1
    blender.show(NOTHING)
    assert sharpness(planes(blender.blend(frame))[0]) < sharpness(before[0]) / 2


def test_ffmpeg_has_nothing_to_say_against_it() -> None:
    before = av.logging.get_level()
    av.logging.set_level(av.logging.WARNING)
    try:
        with av.logging.Capture(local=True) as said:
            for colours in (NOT_SAID, FULL_RANGE):
                frame = stripes()
                frame.colorspace, frame.color_range = colours
                blender = Blender(frame)
                blender.show(ALL)
                blender.blend(frame)
    finally:
        av.logging.set_level(before)
    assert said == []


def test_half_a_mask_is_half_a_picture_and_covering_it_takes_that_back() -> None:
    frame = stripes()
    blender = Blender(frame)
    mask = NOTHING.copy()
    mask[:, 128:] = 255
    blender.show(mask)
    luma = planes(blender.blend(frame))[0]
    assert sharpness(luma[:, :300]) < 1
    assert sharpness(luma[:, 340:]) > 15
    blender.cover()
    assert sharpness(planes(blender.blend(frame))[0]) < 1


def test_a_white_headcloth_does_not_shine_upon_the_wall_around_it() -> None:
    luma = np.full((360, 640), 30, np.uint8)
    luma[100:, 240:400] = 235
    mask = NOTHING.copy()
    mask[40:, 96:160] = 255
    frame = painted(luma)
    blender = Blender(frame)
    blender.show(mask)
    blended = planes(blender.blend(frame))[0]
    assert blended[250, 320] == 235
    assert int(blended[250, 200:230].max()) < 60, "the wall is dark up to the cloth"


def test_many_pictures_follow_each_other_whatever_times_they_bear() -> None:
    blender = Blender(stripes())
    for number in (7, None, 3, 3, 90_000):
        frame = stripes()
        frame.pts = number
        assert sharpness(planes(blender.blend(frame))[0]) < 1


def test_another_size_or_colour_wants_another_one() -> None:
    frame = stripes()
    blender = Blender(frame)
    assert blender.is_for(stripes())
    assert not blender.is_for(stripes(320, 180))
    full = stripes()
    full.color_range = int(ColorRange.JPEG)
    assert not blender.is_for(full)


def test_what_is_no_picture_for_it_is_an_error_and_not_a_picture() -> None:
    for other in (stripes(320, 180), stripes(1280, 720), stripes().reformat(format="rgb24")):
        with pytest.raises(BLENDING_ERRORS):
            Blender(stripes()).blend(other)
    with pytest.raises(BLENDING_ERRORS):
        Blender(stripes().reformat(format="rgb24"))
