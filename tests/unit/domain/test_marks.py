"""Marks on documents: what is one, and where it lies on a page however that is turned."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.client.viewing.drawing import PageSize
from desk_client.domain.marks import LONGEST_MARK, MarkKind, Spot, drawn, fault_in
from desk_client.ui.desk.papers.layout import (
    GAP_PX,
    LARGEST_ZOOM,
    SMALLEST_ZOOM,
    PageLayout,
    turned_spot,
    unturned_spot,
    widest,
    within_bounds,
)

PARTS = st.floats(0, 1)
ANY = st.floats(-3, 3)


@pytest.mark.parametrize(
    ("kind", "spot", "text", "field"),
    [
        (MarkKind.NOTE, Spot(0.5, 0.5), "words", None),
        (MarkKind.NOTE, Spot(0, 1), "x" * LONGEST_MARK, None),
        (MarkKind.NOTE, Spot(0.5, 0.5), "", "text"),
        (MarkKind.NOTE, Spot(0.5, 0.5), "x" * (LONGEST_MARK + 1), "text"),
        (MarkKind.NOTE, Spot(0.5, 0.5), "a\0", "text"),
        (MarkKind.NOTE, Spot(0.5, 0.5, 0.1, 0), "words", "width"),
        (MarkKind.NOTE, Spot(0.5, 0.5, 0, 0.1), "words", "height"),
        (MarkKind.HIGHLIGHT, Spot(0, 0, 1, 1), "", None),
        (MarkKind.HIGHLIGHT, Spot(0.5, 0, 0.51, 0.5), "", "x"),
        (MarkKind.HIGHLIGHT, Spot(0, 0.5, 0.5, 0.51), "", "y"),
        (MarkKind.HIGHLIGHT, Spot(-0.1, 0, 0.5, 0.5), "", "x"),
        (MarkKind.HIGHLIGHT, Spot(math.nan, 0, 0.5, 0.5), "", "x"),
        (MarkKind.HIGHLIGHT, Spot(0, 0, 0.001, 0.5), "", "width"),
        (MarkKind.HIGHLIGHT, Spot(0, 0, 0.5, 0.001), "", "height"),
    ],
)
def test_what_is_a_mark(kind: MarkKind, spot: Spot, text: str, field: str | None) -> None:
    assert fault_in(kind, spot, text) == field


@given(ANY, ANY, ANY, ANY)
def test_what_is_drawn_lies_on_the_page(x: float, y: float, other_x: float, other_y: float) -> None:
    spot = drawn(x, y, other_x, other_y)
    assert fault_in(MarkKind.HIGHLIGHT, spot, "") in {None, "width", "height"}
    assert spot == drawn(other_x, other_y, x, y)


@given(PARTS, PARTS, PARTS, PARTS, st.sampled_from([0, 90, 180, 270]))
def test_turned_and_turned_back_it_is_where_it_was(x: float, y: float, to_x: float, to_y: float, turn: int) -> None:
    spot = drawn(x, y, to_x, to_y)
    back = unturned_spot(turned_spot(spot, turn), turn)
    for one, other in zip(
        (spot.x, spot.y, spot.width, spot.height), (back.x, back.y, back.width, back.height), strict=True
    ):
        assert one == pytest.approx(other, abs=1e-9)


def test_the_upper_left_goes_round_with_the_clock() -> None:
    corner = Spot(0, 0, 0.1, 0.2)
    assert turned_spot(corner, 90) == Spot(0.8, 0, 0.2, 0.1)
    assert turned_spot(corner, 180) == Spot(0.9, 0.8, 0.1, 0.2)
    assert turned_spot(corner, 270) == Spot(0, 0.9, 0.2, 0.1)


def test_pages_lie_one_below_the_other_in_the_middle() -> None:
    pages = (PageSize(72, 144), None, PageSize(720, 72))
    layout = PageLayout(pages, 1.0, 0)
    first, second, third = (layout.place(number, 2000) for number in range(3))
    assert (first.width, first.height, first.top) == (96, 192, GAP_PX)
    assert second.top == first.top + first.height + GAP_PX
    assert third.left + third.width / 2 == 1000
    assert [layout.page_at(top) for top in (0, first.top, second.top - 1, second.top, 1e9)] == [0, 0, 0, 1, 2]
    assert list(layout.between(0, second.top)) == [0, 1]
    turned = PageLayout(pages, 1.0, 90)
    assert (turned.place(0, 0).width, turned.place(0, 0).height) == (192, 96)


def test_the_widest_page_fills_the_view_and_zoom_has_bounds() -> None:
    pages = (PageSize(72, 144), PageSize(720, 72))
    zoom = widest(pages, 0, 1000)
    assert PageLayout(pages, zoom, 0).width == pytest.approx(1000)
    assert widest(pages, 90, 1000) > zoom
    assert (within_bounds(0), within_bounds(99)) == (SMALLEST_ZOOM, LARGEST_ZOOM)
    assert widest((), 0, 10) == SMALLEST_ZOOM
