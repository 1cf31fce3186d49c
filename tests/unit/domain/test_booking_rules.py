from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from desk_client.domain.booking_rules import (
    ChangeRule,
    cancel_until,
    change_until,
    may_begin,
    may_book_another,
    may_cancel,
    may_change,
)
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.domain.slots import SlotRule

NINE = datetime(2026, 11, 22, 6, tzinfo=UTC)
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
TOO_LATE = Refusal(RefusalCode.TOO_LATE_TO_CHANGE)
Question = Callable[[datetime, datetime, ChangeRule], Refusal | None]


@pytest.mark.parametrize(
    ("may", "rule"),
    [(may_cancel, ChangeRule(cancel_before=2 * HOUR)), (may_change, ChangeRule(change_before=2 * HOUR))],
)
def test_a_mind_may_be_changed_until_the_limit_and_not_a_second_longer(may: Question, rule: ChangeRule) -> None:
    assert may(NINE - 2 * HOUR, NINE, rule) is None
    assert may(NINE - 2 * HOUR + SECOND, NINE, rule) == TOO_LATE


def test_cancelling_and_moving_have_limits_of_their_own() -> None:
    rule = ChangeRule(cancel_before=HOUR, change_before=24 * HOUR)
    assert may_cancel(NINE - 2 * HOUR, NINE, rule) is None
    assert may_change(NINE - 2 * HOUR, NINE, rule) == TOO_LATE
    assert (cancel_until(NINE, rule), change_until(NINE, rule)) == (NINE - HOUR, NINE - 24 * HOUR)


@pytest.mark.parametrize("may", [may_cancel, may_change])
def test_what_has_begun_is_neither_cancelled_nor_moved(may: Question) -> None:
    assert may(NINE - SECOND, NINE, ChangeRule()) is None
    assert may(NINE, NINE, ChangeRule()) == TOO_LATE


def test_a_booking_gives_notice_and_stays_within_the_horizon() -> None:
    rule = SlotRule(timedelta(minutes=20), timedelta(), lead_time=2 * HOUR, horizon=48 * HOUR)
    refusal = Refusal(RefusalCode.SLOT_UNAVAILABLE, field="starts_at")
    assert may_begin(NINE - 2 * HOUR, NINE, rule) is None
    assert may_begin(NINE - 2 * HOUR + SECOND, NINE, rule) == refusal
    assert may_begin(NINE - 48 * HOUR, NINE, rule) is None
    assert may_begin(NINE - 48 * HOUR - SECOND, NINE, rule) == refusal


def test_a_person_has_so_many_bookings_before_them_and_no_more() -> None:
    assert may_book_another(1, ChangeRule(most_open=2)) is None
    assert may_book_another(2, ChangeRule(most_open=2)) == Refusal(RefusalCode.LIMIT_REACHED)
    assert may_book_another(1000, ChangeRule()) is None


def test_a_rule_that_cannot_be_kept_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="not negative"):
        ChangeRule(cancel_before=-HOUR)
    with pytest.raises(ValueError, match="not negative"):
        ChangeRule(change_before=-HOUR)
    with pytest.raises(ValueError, match="once at least"):
        ChangeRule(most_open=0)
