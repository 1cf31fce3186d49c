from datetime import UTC, datetime, timedelta

from desk_client.domain.appointment import AppointmentState
from desk_client.domain.punctuality import Planned, behind, next_up

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
BOOKED, WAITING, TALKS = AppointmentState.BOOKED, AppointmentState.WAITING, AppointmentState.IN_SESSION


def planned(name: str, state: AppointmentState, begins: int, position: int | None = None) -> Planned:
    starts = NOW + begins * MINUTE
    return Planned(name, state, starts, starts + 20 * MINUTE, position)


def test_a_talk_beyond_its_end_makes_the_office_late_and_one_within_it_does_not() -> None:
    waits = planned("b", WAITING, -12)
    assert behind([planned("a", TALKS, -32), waits], NOW) == 12 * MINUTE
    assert behind([planned("a", TALKS, -10), waits], NOW) == timedelta()


def test_whoever_is_here_and_whose_hour_has_come_makes_it_late_and_who_did_not_come_does_not() -> None:
    assert behind([planned("a", WAITING, -9), planned("b", WAITING, 5)], NOW) == 9 * MINUTE
    assert behind([planned("a", WAITING, -3)], NOW) == timedelta(), "within what is tolerated"
    assert behind([planned("a", BOOKED, -15), planned("b", WAITING, 5)], NOW) == timedelta()
    assert behind([], NOW) == timedelta()


def test_next_is_who_is_first_in_line_and_else_whose_hour_comes_first() -> None:
    line = [planned("a", WAITING, -9, 2), planned("b", WAITING, 5, 1), planned("c", BOOKED, 25)]
    assert next_up(line, NOW) == "b"
    assert next_up([planned("gone", BOOKED, -25), planned("d", BOOKED, 45), planned("c", BOOKED, 25)], NOW) == "c"
    assert next_up([planned("a", AppointmentState.CONFIRMED, -40)], NOW) is None
