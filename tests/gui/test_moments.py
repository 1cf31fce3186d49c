"""Days and hours on the wall of whoever reads them."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from desk_client.client.visit import Slot
from desk_client.ui.moments import here, offset_of, wall_span


def slot(starts_at: datetime, wall_time: time) -> Slot:
    return Slot(starts_at=starts_at, ends_at=starts_at + timedelta(minutes=15), wall_time=wall_time)


@pytest.mark.parametrize(
    ("utc", "wall", "hours", "day"),
    [
        (datetime(2026, 3, 15, 6, 20, tzinfo=UTC), time(9, 20), 3, date(2026, 3, 15)),
        (datetime(2026, 3, 15, 22, 30, tzinfo=UTC), time(1, 30), 3, date(2026, 3, 16)),
        (datetime(2026, 3, 15, 2, 0, tzinfo=UTC), time(21, 0), -5, date(2026, 3, 14)),
        (datetime(2026, 3, 15, 12, 0, tzinfo=UTC), time(2, 0), 14, date(2026, 3, 16)),
    ],
)
def test_a_slot_tells_its_own_offset(utc: datetime, wall: time, hours: int, day: date) -> None:
    offered = slot(utc, wall)
    assert offset_of(offered) == timedelta(hours=hours)
    span = wall_span(offered)
    assert (span.day, span.start) == (day, wall)


def test_the_hall_s_clock_is_three_hours_ahead() -> None:
    assert here(datetime(2026, 3, 15, 22, 0, tzinfo=UTC)).date() == date(2026, 3, 16)
