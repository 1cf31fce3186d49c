"""What a kiosk whose next audience is near still begins."""

from datetime import UTC, datetime, timedelta

import pytest

from desk_client.domain.walk_up import BOOKING_TAKES, MARGIN, WARNED_BEFORE, Standing, standing, warns

NOW = datetime(2026, 3, 15, 7, tzinfo=UTC)
A_SECOND = timedelta(seconds=1)
ENOUGH = BOOKING_TAKES + MARGIN


@pytest.mark.parametrize(
    ("until_next", "expected"),
    [
        (None, Standing.FREE),
        (ENOUGH, Standing.FREE),
        (ENOUGH - A_SECOND, Standing.TOO_NEAR),
        (A_SECOND, Standing.TOO_NEAR),
        (timedelta(), Standing.IN_USE),
        (-timedelta(minutes=5), Standing.IN_USE),
    ],
)
def test_only_what_ends_in_time_begins(until_next: timedelta | None, expected: Standing) -> None:
    assert standing(NOW, None if until_next is None else NOW + until_next) is expected


def test_what_takes_no_time_may_begin_closer_to_the_audience() -> None:
    assert standing(NOW, NOW + MARGIN, takes=timedelta()) is Standing.FREE
    assert standing(NOW, NOW + MARGIN) is Standing.TOO_NEAR


def test_whoever_is_under_way_is_warned_before_and_not_earlier() -> None:
    assert not warns(NOW, None)
    assert not warns(NOW, NOW + WARNED_BEFORE + A_SECOND)
    assert warns(NOW, NOW + WARNED_BEFORE)
    assert warns(NOW, NOW - A_SECOND)
