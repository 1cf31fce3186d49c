"""Where the tiles of several people lie."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from desk_client.ui.call.grid import grid

LANDSCAPE, SMALL, UPRIGHT = QRect(16, 16, 1888, 912), QRect(16, 16, 1248, 632), QRect(16, 16, 1048, 1752)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 6])
@pytest.mark.parametrize("within", [LANDSCAPE, SMALL, UPRIGHT])
def test_the_tiles_fill_the_place_and_are_apart(within: QRect, count: int) -> None:
    places = grid(within, count)
    assert len(places) == count
    united = QRect()
    for place in places:
        assert within.contains(place)
        united = united.united(place)
    assert united == within
    assert not any(one.intersects(other) for one, other in combinations(places, 2))
    covered = sum(place.width() * place.height() for place in places)
    assert covered > 0.93 * within.width() * within.height()


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("within", [LANDSCAPE, SMALL, UPRIGHT])
def test_a_stamp_and_a_face_are_seen_in_each_tile(within: QRect, count: int) -> None:
    for place in grid(within, count):
        assert 0.95 <= place.width() / place.height() <= 2.48 or count == 1


def test_of_three_the_first_is_the_largest_in_a_wide_window_and_all_are_alike_upright() -> None:
    first, second, third = grid(LANDSCAPE, 3)
    assert first.width() > 1.8 * second.width()
    assert second.size() == third.size()
    assert len({place.width() for place in grid(UPRIGHT, 3)}) == 1


def test_nobody_needs_no_place() -> None:
    assert grid(LANDSCAPE, 0) == ()
