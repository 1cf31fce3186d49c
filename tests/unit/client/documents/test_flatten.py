"""A photo becomes a page: flat, upright, white where paper is and dark where ink is, and no larger than it may be."""

import io

import numpy as np
import pytest
from PIL import Image

from desk_client.client.documents.flatten import MOST_SIDE_PX, Handling, as_jpeg, laid_flat, page_of, whitened
from desk_client.client.documents.sheet import WHOLE, found_sheet
from tests.fakes.sheet_photo import Scene, ink_of, photo_of


@pytest.mark.parametrize("scene", [Scene(3, 0.05), Scene(-12, 0.2, shadow=0.5, noise=8), Scene(25, 0.1, share=0.7)])
def test_what_was_written_is_where_it_was_written(scene: Scene) -> None:
    photo, _ = photo_of(scene)
    corners = found_sheet(photo[:, :, 1])
    assert corners is not None
    page = page_of(photo, Handling(corners))
    ink = ink_of(*page.shape[:2])
    dark = page[:, :, 1] < 128
    both, either = (dark & ink).sum(), (dark | ink).sum()
    assert both / either > 0.6, "letters of three pixels, and each edge is half a pixel of doubt"
    assert np.corrcoef(dark.ravel(), ink.ravel())[0, 1] > 0.7


def test_paper_becomes_white_and_ink_dark_in_any_light() -> None:
    for shadow in (0.0, 0.3, 0.6):
        photo, corners = photo_of(Scene(8, 0.15, shadow=shadow, noise=6))
        before = laid_flat(photo, corners)
        page = whitened(before)
        ink = ink_of(*page.shape[:2])
        assert np.median(page[~ink]) == 255
        assert np.percentile(page[~ink], 10) > 225
        assert np.median(page[ink]) < 20
        assert np.ptp([np.median(page[~ink][:, colour]) for colour in range(3)]) == 0, "the lamp's tint is gone"
        if shadow:
            left, right = (before[:, side, 1].astype(float).mean() for side in (slice(0, 40), slice(-40, None)))
            assert left - right > 8, "or there was nothing to even out"


def test_a_stamp_keeps_its_colour() -> None:
    page = np.full((400, 300, 3), 215, dtype=np.uint8)
    page[100:160, 100:160] = (40, 60, 190)
    red, green, blue = whitened(page)[130, 130].astype(int)
    assert blue > 200
    assert max(red, green) < 60


def test_a_page_is_turned_by_quarters() -> None:
    photo, corners = photo_of(Scene(0))
    upright = page_of(photo, Handling(corners))
    for turns in range(5):
        turned = page_of(photo, Handling(corners, turns))
        assert np.array_equal(turned, np.rot90(upright, -turns))
    left_as_it_is = page_of(photo, Handling(contrast=False))
    assert np.array_equal(left_as_it_is, photo)


def test_corners_that_make_no_sheet_break_nothing() -> None:
    photo, _ = photo_of(Scene())
    for corners in (
        ((0.5, 0.5),) * 4,
        ((0.0, 0.0), (0.5, 0.5), (1.0, 1.0), (0.2, 0.2)),
        ((1.0, 1.0), (0.0, 1.0), (0.0, 0.0), (1.0, 0.0)),
    ):
        page = page_of(photo, Handling(corners))
        assert page.ndim == 3
        assert max(page.shape) <= MOST_SIDE_PX


def test_a_large_photo_becomes_a_page_of_bounded_size() -> None:
    photo = np.zeros((3000, 4000, 3), dtype=np.uint8)
    page = laid_flat(photo, ((0.01, 0.01), (0.99, 0.0), (1.0, 1.0), (0.0, 0.99)))
    assert max(page.shape) == MOST_SIDE_PX


def test_a_page_fits_where_it_is_sent() -> None:
    random = np.random.default_rng(1)
    grain = random.integers(0, 256, (600, 400, 3), dtype=np.uint8)
    best = as_jpeg(grain, 10_000_000)
    assert best is not None
    smaller = as_jpeg(grain, len(best) - 1)
    assert smaller is not None
    assert len(smaller) < len(best)
    assert Image.open(io.BytesIO(smaller)).size == (400, 600)
    assert as_jpeg(grain, 1_000) is None
    photo, corners = photo_of(Scene(5, width=1920, height=1080))
    written = as_jpeg(page_of(photo, Handling(corners)), 10_000_000)
    assert written is not None
    assert len(written) < 400_000


def test_nothing_of_the_whole_photo_is_cut_away() -> None:
    photo, _ = photo_of(Scene())
    assert page_of(photo, Handling(WHOLE)).shape == photo.shape
