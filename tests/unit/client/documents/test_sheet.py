"""The corners of a sheet are found in drawn photos of it, to a few pixels; where there is no sheet, none is found."""

import itertools

import numpy as np
import pytest

from desk_client.client.documents.sheet import WHOLE, Corners, found_sheet, ordered
from tests.fakes.sheet_photo import Scene, photo_of

_WITHIN_PX = 6.0
"""Of 1280 × 720: a millimetre and a half of a sheet of A4."""
_TURNED = (0, 3, -7, 15, 30, 45, 60, 90, -40)
_LEANING_AND_NOISY = ((0.0, 2.0), (0.15, 12.0), (0.3, 6.0))


def off_px(found: Corners | None, true: Corners) -> float:
    """How far the worst corner is from where it should be."""
    assert found is not None, "no sheet is found"
    size = (1280, 720)
    wanted, seen = np.array(true) * size, np.array(found) * size
    return min(float(np.abs(np.roll(seen, turn, axis=0) - wanted).max()) for turn in range(4))


@pytest.mark.parametrize("angle_deg", _TURNED)
def test_a_sheet_is_found_however_it_lies(angle_deg: float) -> None:
    for lean, noise in _LEANING_AND_NOISY:
        photo, corners = photo_of(Scene(angle_deg, lean, share=0.72, noise=noise, shadow=0.3))
        assert off_px(found_sheet(photo[:, :, 1]), corners) < _WITHIN_PX, (angle_deg, lean, noise)


def test_the_corners_begin_at_the_top_left() -> None:
    photo, corners = photo_of(Scene(7, 0.1))
    found = found_sheet(photo[:, :, 1])
    assert found is not None
    assert np.abs(np.array(found) - np.array(corners)).max() < 0.01


def test_a_small_card_and_a_bright_table_serve_as_well() -> None:
    for scene in (Scene(12, share=0.48), Scene(5, share=0.7, table=150)):
        photo, corners = photo_of(scene)
        assert off_px(found_sheet(photo[:, :, 1]), corners) < _WITHIN_PX, scene


def test_nothing_is_made_up() -> None:
    x, y = np.meshgrid(np.arange(1280), np.arange(720))
    ball = np.where((x - 640) ** 2 + (y - 360) ** 2 < 250**2, 220, 60).astype(np.uint8)
    hand = np.where((abs(x - 640) < 60) | ((abs(y - 360) < 60) & (x > 300)), 200, 60).astype(np.uint8)
    table = photo_of(Scene(share=0.01))[0][:, :, 1]
    far = photo_of(Scene(share=0.2))[0][:, :, 1]
    same = photo_of(Scene(share=0.7, table=215))[0][:, :, 1]
    for name, seen in (("ball", ball), ("hand", hand), ("table", table), ("far", far), ("white on white", same)):
        assert found_sheet(seen) is None, name
    for flat in (0, 128, 255):
        assert found_sheet(np.full((720, 1280), flat, dtype=np.uint8)) is None


def test_pictures_of_any_size_are_looked_at() -> None:
    random = np.random.default_rng(1)
    for height, width in ((1, 1), (2, 900), (17, 23), (360, 640), (2160, 3840)):
        found_sheet(random.integers(0, 256, (height, width), dtype=np.uint8))


def test_corners_are_put_in_order_from_any() -> None:
    for shuffled in itertools.permutations(WHOLE):
        assert ordered(shuffled) == WHOLE
