from datetime import UTC, datetime, timedelta

from desk_client.domain.reminders import Reminder, due

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def told(minutes_ahead: float, given: frozenset[Reminder] = frozenset()) -> list[int]:
    return [each.before_min for each in due({"a": NOW + minutes_ahead * MINUTE}, NOW, given)]


def test_one_is_reminded_ten_minutes_and_one_minute_before() -> None:
    cases = {11: [], 10: [10], 2: [10], 1: [1], 0.1: [1], 0: [], -5: []}
    assert {minutes: told(minutes) for minutes in cases} == cases


def test_each_is_given_once_and_again_where_the_hour_is_another() -> None:
    at = NOW + 10 * MINUTE
    given = frozenset(due({"a": at}, NOW, ()))
    assert due({"a": at}, NOW + 5 * MINUTE, given) == ()
    assert [each.before_min for each in due({"a": at}, NOW + 9 * MINUTE, given)] == [1]
    assert [each.before_min for each in due({"a": at + 5 * MINUTE}, NOW + 5 * MINUTE, given)] == [10]


def test_the_soonest_comes_first_and_says_how_much_is_left() -> None:
    found = due({"b": NOW + 9.2 * MINUTE, "a": NOW + 0.5 * MINUTE}, NOW, ())
    assert [(each.id, each.left_min(NOW)) for each in found] == [("a", 1), ("b", 10)]
