"""What was left without a line leads to the same, in whichever order it arrives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import Final

import pytest

from desk_client.domain.appointment import TRANSITIONS, AppointmentState, Step
from desk_client.domain.deposits import (
    AHEAD,
    MOST_AWAY,
    SETTLED,
    Answered,
    Audience,
    Left,
    Verdict,
    check_in,
    counted,
    first_answer,
    merged,
)

NOW: Final = datetime(2026, 11, 22, 9, tzinfo=UTC)
MINUTE: Final = timedelta(minutes=1)
STARTS: Final = NOW
OPENS: Final = STARTS - 30 * MINUTE
ENDS: Final = STARTS + 30 * MINUTE
S = AppointmentState


@pytest.mark.parametrize(
    ("claimed", "at", "plausible"),
    [
        (NOW, NOW, True),
        (NOW - 3 * 60 * MINUTE, NOW - 3 * 60 * MINUTE, True),
        (NOW - MOST_AWAY, NOW - MOST_AWAY, True),
        (NOW - MOST_AWAY - MINUTE, NOW, False),
        (NOW + AHEAD, NOW, True),
        (NOW + AHEAD + MINUTE, NOW, False),
        (NOW + timedelta(days=1), NOW, False),
    ],
)
def test_a_kiosk_s_clock_is_believed_within_reason(claimed: datetime, at: datetime, plausible: bool) -> None:
    found = counted(claimed, NOW)
    assert (found.at, found.is_plausible) == (at, plausible)


@pytest.mark.parametrize(
    ("state", "at", "now", "verdict"),
    [
        (S.BOOKED, OPENS - MINUTE, STARTS, Verdict.TOO_EARLY),
        (S.BOOKED, OPENS, STARTS, Verdict.CHECKED_IN),
        (S.REMINDED, ENDS - MINUTE, ENDS - MINUTE, Verdict.CHECKED_IN),
        (S.BOOKED, ENDS - MINUTE, ENDS, Verdict.MADE_GOOD),
        (S.BOOKED, ENDS, ENDS, Verdict.TOO_LATE),
        (S.NO_SHOW, ENDS - MINUTE, ENDS + 60 * MINUTE, Verdict.MADE_GOOD),
        (S.NO_SHOW, ENDS, ENDS + 60 * MINUTE, Verdict.TOO_LATE),
        (S.NO_SHOW, OPENS - MINUTE, ENDS + 60 * MINUTE, Verdict.TOO_EARLY),
        (S.UNSERVED, STARTS, ENDS, Verdict.MADE_GOOD),
        (S.CANCELLED, STARTS, ENDS, Verdict.CANCELLED),
        (S.WAITING, STARTS, STARTS, Verdict.ALREADY_HERE),
        (S.IN_SESSION, OPENS - MINUTE, STARTS, Verdict.ALREADY_HERE),
        (S.CONFIRMED, ENDS + MINUTE, ENDS + 2 * MINUTE, Verdict.ALREADY_HERE),
        (S.HELD, STARTS, STARTS, Verdict.NOT_HELD),
    ],
)
def test_a_check_in_is_judged(state: AppointmentState, at: datetime, now: datetime, verdict: Verdict) -> None:
    assert check_in(Audience(state, OPENS, ENDS), at, now).verdict is verdict


def test_every_state_has_an_answer_and_steps_that_the_table_knows() -> None:
    for state in S:
        for at in (OPENS - MINUTE, STARTS, ENDS):
            for now in (STARTS, ENDS, ENDS + MINUTE):
                judged = check_in(Audience(state, OPENS, ENDS), at, max(at, now))
                if judged.at is None:
                    continue
                step = Step.CHECK_IN
                if judged.verdict is Verdict.MADE_GOOD:
                    step = Step.LIFT_NO_SHOW if state is S.NO_SHOW else Step.MARK_UNSERVED
                assert (state, step) in TRANSITIONS


# --- all orders of arrival --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class World:
    """One audience, as far as it matters here."""

    state: AppointmentState = S.BOOKED
    starts_at: datetime = STARTS
    checked_in_at: datetime | None = None

    @property
    def audience(self) -> Audience:
        return Audience(self.state, self.starts_at - 30 * MINUTE, self.starts_at + 30 * MINUTE, self.checked_in_at)


def arrives(world: World, left_at: datetime, now: datetime) -> World:
    """An entry of an outbox."""
    judged = check_in(world.audience, left_at, now)
    if judged.at is None:
        return world
    states = {Verdict.CHECKED_IN: S.WAITING, Verdict.MADE_GOOD: S.UNSERVED, Verdict.ALREADY_HERE: world.state}
    return replace(world, state=states[judged.verdict], checked_in_at=judged.at)


STEPS: Final = {
    "cancel": Step.CANCEL,
    "no_show": Step.MARK_NO_SHOW,
    "online": Step.CHECK_IN,
    "move": Step.RESCHEDULE,
}


def happens(world: World, event: str, now: datetime) -> World:
    """Something at the server, if the table lets it."""
    step = {"cancel": Step.CANCEL, "no_show": Step.MARK_NO_SHOW, "online": Step.CHECK_IN, "move": Step.RESCHEDULE}[
        event
    ]
    following = TRANSITIONS.get((world.state, step))
    if following is None or (event == "online" and not world.audience.opens_at <= now < world.audience.ends_at):
        return world
    if event == "online":
        return replace(world, state=S.WAITING, checked_in_at=now)
    return replace(world, state=following, starts_at=world.starts_at + timedelta(days=1) * (event == "move"))


LEFT: Final = {"kiosk 1 early": OPENS - MINUTE, "kiosk 1": STARTS + MINUTE, "kiosk 2": OPENS + MINUTE, "late": ENDS}
"""When each was left; the two kiosks come back into line whenever they do."""


def ends_of(events: Sequence[str], at: datetime) -> Iterator[tuple[tuple[str, ...], World]]:
    """Every order in which all entries and all events come, one minute after the other from ``at`` on."""
    for order in permutations([*LEFT, *events]):
        world = World()
        for place, one in enumerate(order):
            now = at + place * MINUTE
            world = arrives(world, LEFT[one], now) if one in LEFT else happens(world, one, now)
        yield order, world


def test_after_the_slot_no_order_leaves_somebody_a_no_show_who_was_there() -> None:
    ends = {world for _, world in ends_of(["no_show"], ENDS + MINUTE)}
    assert ends == {World(S.UNSERVED, STARTS, OPENS + MINUTE)}


def test_within_the_slot_the_earliest_moment_in_time_counts_in_any_order() -> None:
    ends = {world for _, world in ends_of(["online"], STARTS + 2 * MINUTE)}
    assert ends == {World(S.WAITING, STARTS, OPENS + MINUTE)}


def test_a_cancellation_stands_in_any_order() -> None:
    assert {world.state for _, world in ends_of(["cancel"], STARTS + 2 * MINUTE)} == {S.CANCELLED}
    within = {world.state for _, world in ends_of(["cancel", "online"], STARTS + 2 * MINUTE)}
    assert within == {S.CANCELLED}


def test_where_it_is_moved_whatever_was_done_first_stands() -> None:
    """A check-in that arrived before keeps the time, a move before it needs another check-in."""
    for order, world in ends_of(["move"], STARTS + 2 * MINUTE):
        first = next(one for one in order if one in {"kiosk 1", "kiosk 2", "move"})
        expected = S.BOOKED if first == "move" else S.WAITING
        assert world.state is expected, order


def test_only_those_who_came_in_time_are_made_good() -> None:
    for order in permutations(["kiosk 1 early", "late", "no_show"]):
        world = World()
        for place, one in enumerate(order):
            now = ENDS + (place + 1) * MINUTE
            world = arrives(world, LEFT[one], now) if one in LEFT else happens(world, one, now)
        assert world == World(S.NO_SHOW), order


def test_the_first_answer_stands_in_any_order() -> None:
    month = datetime(2026, 11, 1, tzinfo=UTC)
    answers = {
        "kiosk 1": Answered(NOW, "a"),
        "online": Answered(NOW + MINUTE, "b"),
        "kiosk 2": Answered(NOW + 2 * MINUTE, "c"),
        "same moment": Answered(NOW, "0"),
    }
    for order in permutations(answers):
        kept: Answered | None = None
        for one in order:
            kept = first_answer(kept, answers[one], month) or kept
        assert kept == answers["same moment"], order


def test_a_month_that_is_over_is_neither_added_to_nor_changed() -> None:
    december = datetime(2026, 12, 1, tzinfo=UTC)
    given = Answered(NOW, "a")
    assert first_answer(None, given, december) == Answered(december, "a")
    assert first_answer(Answered(NOW + MINUTE, "b"), given, december) is None


def test_one_wish_comes_of_all_the_times_it_was_left_in_any_order() -> None:
    left = [
        Left("a", NOW, "عبدالله", "الطريق", (date(2026, 11, 24),)),
        Left("b", NOW + MINUTE, "عبدالله محمد", "الطريق", (date(2026, 11, 23),)),
        Left("c", NOW + MINUTE, "عبدالله أحمد", "والماء", ()),
        Left("d", NOW - MINUTE, "عبدالله", "", (date(2026, 11, 24), date(2026, 11, 25))),
        Left("a", NOW, "عبدالله", "الطريق", (date(2026, 11, 24),)),
    ]
    wishes = {merged(order, 2000) for order in permutations(left)}
    assert len(wishes) == 1
    wish = wishes.pop()
    assert (wish.first_at, wish.name, wish.text) == (NOW - MINUTE, "عبدالله أحمد", "الطريق\nوالماء")
    assert wish.days == (date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 25))
    assert merged(left, 3).text == "الط"


def test_what_is_set_aside_is_what_was_not_done() -> None:
    assert {Verdict.TOO_LATE, Verdict.CANCELLED, Verdict.INVALID, Verdict.UNREADABLE}.isdisjoint(SETTLED)
