"""Where things lie in a week: lanes beside each other, moments to pixels and back, in both directions."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint

from desk_client.ui.desk.calendar.lanes import Lane, lanes
from desk_client.ui.desk.calendar.week_shape import WeekShape, hours_shown
from tests.gallery.desk_calendar import SUNDAY, at, audiences, days, slot

_DAYS = tuple(SUNDAY + timedelta(days=index) for index in range(7))


def shape(*, right_to_left: bool) -> WeekShape:
    return WeekShape(_DAYS, ZoneInfo("Asia/Riyadh"), 7 * 60, 16 * 60, 784, 84, 60, right_to_left)


def test_what_overlaps_lies_side_by_side_and_what_follows_has_the_whole_width() -> None:
    found = lanes(
        [
            ("a", at(0, 9), at(0, 10)),
            ("b", at(0, 9, 30), at(0, 11)),
            ("c", at(0, 10), at(0, 10, 30)),
            ("d", at(0, 11), at(0, 12)),
        ]
    )
    assert found == {"a": Lane(0, 2), "b": Lane(1, 2), "c": Lane(0, 2), "d": Lane(0, 1)}


@pytest.mark.parametrize("right_to_left", [True, False])
def test_a_moment_is_found_again_where_it_lies(right_to_left: bool) -> None:
    week = shape(right_to_left=right_to_left)
    for index, hour, minute in ((0, 7, 0), (3, 11, 35), (6, 15, 55)):
        moment = at(index, hour, minute)
        place = week.place(index, moment, moment + timedelta(minutes=5))
        assert week.moment_at(QPoint(place.center().x(), place.top() + 1)) == moment
    first, last = week.column(0), week.column(6)
    assert (first.left() > last.left()) == right_to_left


def test_what_lasts_over_midnight_is_seen_on_both_days() -> None:
    week = shape(right_to_left=True)
    assert week.touched(at(1, 15), at(3, 0)) == range(1, 3)
    assert week.touched(at(-3, 0), at(0, 8)) == range(1)
    assert week.touched(at(9, 0), at(9, 8)) == range(0)
    assert week.place(1, at(1, 15), at(3, 0)).bottom() + 1 == week.height_px


def test_the_hours_that_are_shown_hold_everything_that_lies_there() -> None:
    assert hours_shown(days()) == (7 * 60, 16 * 60)
    late = audiences()[0].model_copy(update={"slot": slot(at(0, 19, 30))})
    assert hours_shown(days().model_copy(update={"audiences": (late,)})) == (7 * 60, 21 * 60)
