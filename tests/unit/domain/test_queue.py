from datetime import UTC, datetime, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_client.domain.ids import AppointmentId
from desk_client.domain.queue import Eta, Lengths, Told, Waiting, etas, in_order, lengths, moved, moved_to, to_tell

NOW = datetime(2026, 11, 22, 8, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
SLOT = 20 * MINUTE


def person(name: str, planned: int = -60) -> Waiting:
    return Waiting(AppointmentId(name), NOW + planned * MINUTE)


def exactly(minutes: int) -> Lengths:
    """Sessions that all last the same."""
    return lengths([minutes * MINUTE] * 30, SLOT)


def ranges(found: tuple[Eta, ...]) -> list[tuple[int, int]]:
    return [(eta.earliest_min, eta.latest_min) for eta in found]


def test_sessions_that_all_last_the_same_give_narrow_ranges() -> None:
    found = etas([person("a"), person("b"), person("c")], exactly(12), NOW, NOW - 4 * MINUTE)
    assert ranges(found) == [(5, 10), (20, 25), (30, 35)], "8, 20 and 32 minutes, rounded outward"
    assert [eta.position for eta in found] == [1, 2, 3]


def test_a_buffer_is_waited_for_too() -> None:
    found = etas([person("a"), person("b")], exactly(12), NOW, NOW - 4 * MINUTE, 5 * MINUTE)
    assert ranges(found) == [(10, 15), (30, 35)]


def test_a_free_office_admits_who_is_next_at_once() -> None:
    assert ranges(etas([person("a"), person("b")], exactly(12), NOW)) == [(0, 5), (10, 15)]


def test_nobody_is_promised_a_turn_before_their_own_time() -> None:
    assert ranges(etas([person("a", planned=38), person("b", planned=12)], exactly(12), NOW)) == [(40, 45), (50, 55)]


def test_without_any_session_the_slots_length_stands_in() -> None:
    (first, second) = etas([person("a"), person("b")], lengths([], SLOT), NOW)
    assert ranges((first,)) == [(0, 5)]
    assert second.earliest_min <= 20 <= second.latest_min
    assert second.latest_min - second.earliest_min >= 15, "what is not known is not pretended"


def test_one_odd_session_does_not_promise_nonsense() -> None:
    usual = lengths([], SLOT).usual
    assert abs(lengths([1 * MINUTE], SLOT).usual - usual) < 5
    assert abs(lengths([180 * MINUTE], SLOT).usual - usual) < 15
    calm = [15 * MINUTE] * 29
    assert lengths([*calm, 300 * MINUTE], SLOT).usual < 16


def test_only_recent_sessions_count() -> None:
    assert lengths([90 * MINUTE] * 40 + [10 * MINUTE] * 30, SLOT).usual == 10


def test_a_session_that_overruns_moves_all_the_others() -> None:
    waiting = [person("a"), person("b")]
    before = etas(waiting, exactly(20), NOW, NOW - 5 * MINUTE)
    later = NOW + 40 * MINUTE
    after = etas(waiting, exactly(20), later, NOW - 5 * MINUTE)
    told = {each.appointment_id: Told(eta, NOW) for each, eta in zip(waiting, before, strict=True)}
    assert ranges(before) == [(15, 20), (35, 40)]
    assert after[0].latest_min >= 10, "it has lasted 45 minutes: nobody knows that it ends now"
    assert to_tell(told, waiting, after, later) == ("a", "b")
    assert to_tell({}, waiting, after, later) == (), "who was never told anything cannot be told otherwise"


def test_a_queue_that_moves_as_told_is_no_news() -> None:
    waiting = [person("a"), person("b"), person("c")]
    before = etas(waiting, exactly(20), NOW, NOW)
    on_time = NOW + 20 * MINUTE
    after = etas(waiting[1:], exactly(20), on_time, on_time)
    told = {each.appointment_id: Told(eta, NOW) for each, eta in zip(waiting, before, strict=True)}
    assert to_tell(told, waiting[1:], after, on_time) == ()


@pytest.mark.parametrize(
    ("after", "minutes_later", "is_news"),
    [
        (Eta(1, 20, 40), 15, True),  # told 20-40 from then, now 35-55: fifteen minutes later
        (Eta(1, 10, 30), 15, False),  # 25-45: five minutes later
        (Eta(1, 15, 35), 15, True),  # 30-50: ten minutes later
        (Eta(1, 15, 20), 15, False),  # 30-35: narrower than was told
        (Eta(1, 0, 5), 15, False),  # 15-20: five minutes sooner
        (Eta(1, 0, 5), 10, True),  # 10-15: ten minutes sooner
        (Eta(1, 60, 90), 9, False),  # told nine minutes ago
    ],
)
def test_somebody_is_told_again_where_the_range_left_what_was_told(
    after: Eta, minutes_later: int, is_news: bool
) -> None:
    assert moved(Told(Eta(2, 20, 40), NOW), after, NOW + minutes_later * MINUTE) is is_news


def test_coming_early_overtakes_nobody_and_being_sent_back_loses_no_place() -> None:
    early, sent_back = person("early", 30), person("sent back", -10)
    assert in_order([early, sent_back]) == (sent_back, early)


session_minutes = st.integers(1, 240).map(lambda count: count * MINUTE)


@given(
    st.lists(session_minutes, max_size=40),
    st.integers(1, 24).map(lambda count: count * 5 * MINUTE),
    st.one_of(st.none(), st.integers(0, 300)),
    st.lists(st.integers(-120, 240), max_size=8),
    st.integers(0, 4),
)
def test_ranges_are_in_order_in_steps_of_five_and_never_before_ones_time(
    recent: list[timedelta], slot: timedelta, running: int | None, planned: list[int], buffers: int
) -> None:
    known = lengths(recent, slot)
    assert 0 < known.short <= known.usual <= known.long
    waiting = [person(str(number), minutes) for number, minutes in enumerate(planned)]
    since = None if running is None else NOW - running * MINUTE
    found = etas(waiting, known, NOW, since, buffers * 5 * MINUTE)
    assert [eta.position for eta in found] == list(range(1, len(planned) + 1))
    for eta, minutes in zip(found, planned, strict=True):
        assert eta.earliest_min % 5 == eta.latest_min % 5 == 0
        assert max(minutes, 0) <= eta.earliest_min < eta.latest_min
    for one, following in pairwise(found):
        assert one.earliest_min <= following.earliest_min
        assert one.latest_min <= following.latest_min


def test_the_range_is_kept_for_three_people_of_four() -> None:
    """Sessions of very different lengths, as audiences are; each of five people in 200 waiting rooms."""
    chance = Random(7)  # noqa: S311 - a simulation, not a secret

    def length() -> float:
        return chance.lognormvariate(0, 0.45) * 18

    kept = 0
    for _ in range(200):
        known = lengths([length() * MINUTE for _ in range(30)], SLOT)
        present = length()
        lasted = chance.random() * present
        turn = present - lasted
        for eta in etas([person(str(number)) for number in range(5)], known, NOW, NOW - lasted * MINUTE):
            kept += eta.earliest_min <= turn <= eta.latest_min
            turn += length()
    assert kept >= 750


# --- a break, and another place -------------------------------------------------------------------------------------


def test_nobody_is_promised_a_turn_within_the_offices_break() -> None:
    waiting = [person("a"), person("b")]
    assert ranges(etas(waiting, exactly(12), NOW, rests_until=NOW + 7 * MINUTE)) == [(10, 15), (15, 20)]
    assert etas(waiting, exactly(12), NOW, rests_until=NOW - MINUTE) == etas(waiting, exactly(12), NOW)


def test_a_break_that_ends_before_the_talk_does_changes_nothing() -> None:
    talking = etas([person("a")], exactly(30), NOW, NOW)
    assert etas([person("a")], exactly(30), NOW, NOW, rests_until=NOW + 5 * MINUTE) == talking


def with_turns(waiting: list[Waiting], turns: dict[AppointmentId, datetime]) -> list[Waiting]:
    return [Waiting(each.appointment_id, each.starts_at, turns.get(each.appointment_id, each.turn)) for each in waiting]


names = st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(-60, 60)), min_size=1, unique_by=lambda each: each[0])


@given(names, st.data())
def test_whoever_is_moved_comes_where_they_should_and_nobody_else_overtakes(
    people: list[tuple[str, int]], data: st.DataObject
) -> None:
    waiting = [person(*each) for each in people]
    before = [each.appointment_id for each in in_order(waiting)]
    who = data.draw(st.sampled_from(before))
    position = data.draw(st.integers(1, 8))
    after = [each.appointment_id for each in in_order(with_turns(waiting, moved_to(waiting, who, position)))]
    others = [each for each in before if each != who]
    assert after == [*others[: position - 1], who, *others[position - 1 :]]


def test_two_of_the_same_hour_are_told_apart_and_who_comes_later_keeps_their_own() -> None:
    waiting = [person("a", 0), person("b", 0), person("d", 20)]
    moved_all = with_turns(waiting, moved_to(waiting, AppointmentId("a"), 2))
    assert [each.appointment_id for each in in_order([*moved_all, person("c", 10)])] == ["b", "a", "c", "d"]
    assert not moved_to(waiting, AppointmentId("d"), 9), "nothing is written where nothing changes"
