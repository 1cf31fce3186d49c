"""When a guest's link lets in."""

from datetime import UTC, datetime, timedelta

import pytest

from desk_client.domain.appointment import AppointmentState as State
from desk_client.domain.guests import GuestStage, page_presence, stage_of
from desk_client.domain.kiosk_health import Presence

STARTS = datetime(2026, 11, 22, 7, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("state", "after_start", "is_spent", "stage"),
    [
        (State.BOOKED, -2 * HOUR, False, GuestStage.EARLY),
        (State.BOOKED, -HOUR, False, GuestStage.OPEN),
        (State.REMINDED, timedelta(minutes=29), False, GuestStage.OPEN),
        (State.REMINDED, timedelta(minutes=30), False, GuestStage.OVER),
        (State.BOOKED, -HOUR, True, GuestStage.USED),
        (State.WAITING, 3 * HOUR, False, GuestStage.OPEN),
        (State.IN_SESSION, HOUR, True, GuestStage.USED),
        (State.CANCELLED, -HOUR, False, GuestStage.OVER),
        (State.COMPLETED, timedelta(minutes=20), True, GuestStage.OVER),
    ],
)
def test_a_link_lets_in_in_its_hour_and_once(
    state: State, after_start: timedelta, *, is_spent: bool, stage: GuestStage
) -> None:
    ends_at = STARTS + timedelta(minutes=30)
    assert stage_of(state, STARTS - HOUR, ends_at, STARTS + after_start, is_spent=is_spent) is stage


@pytest.mark.parametrize(
    ("ago_s", "is_over", "presence"),
    [
        (0, False, Presence.GOOD),
        (149, False, Presence.GOOD),
        (150, False, Presence.LOST),
        (0, True, Presence.AWAY),
        (900, True, Presence.AWAY),
    ],
)
def test_a_page_may_miss_one_question_before_it_does_not_answer(
    ago_s: int, *, is_over: bool, presence: Presence
) -> None:
    seen_at = STARTS - timedelta(seconds=ago_s)
    assert page_presence(seen_at, STARTS, timedelta(seconds=30), is_over=is_over) is presence
