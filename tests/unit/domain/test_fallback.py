"""The ladder over sequences of seconds: down for what has lasted, up after a stay, and never to and fro."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.domain.fallback import (
    BETTER_FOR_S,
    CALL_AWAITED,
    CALL_BACK_AFTER_S,
    FIRST_STAY_S,
    LONGEST_STAY_S,
    POOR_FOR_S,
    CallBackResult,
    Cause,
    Fallback,
    Rung,
    Second,
    stay_s,
    step,
    told,
)

GOOD = Second(0, is_heard=True)
POOR = replace(GOOD, is_poor=True)
BLIND = replace(GOOD, has_pictures=False)
SILENT = replace(GOOD, is_heard=False, has_pictures=False)
GONE = replace(SILENT, is_expected=False)


def walked(seconds: Iterable[Second], state: Fallback | None = None) -> Iterator[Fallback]:
    """Each state, second after second."""
    state = state or Fallback()
    for at_s, second in enumerate(seconds, round(state.since_s or 0)):
        state = step(state, replace(second, at_s=float(at_s)))
        yield state


def after(*spells: tuple[Second, float]) -> Fallback:
    """The state after so many seconds of each."""
    return list(walked(each for each, lasts_s in spells for _ in range(round(lasts_s) + 1)))[-1]


def test_a_good_line_stays_as_it_is() -> None:
    assert after((GOOD, 600)).rung is Rung.VIDEO


def test_without_pictures_sound_comes_first_soon_and_a_poor_line_is_borne_for_longer() -> None:
    assert after((GOOD, 5), (BLIND, 2)).rung is Rung.VIDEO
    blind = after((GOOD, 5), (BLIND, 3))
    assert (blind.rung, blind.cause) == (Rung.SOUND_FIRST, Cause.NO_PICTURES)
    assert after((GOOD, 5), (POOR, POOR_FOR_S - 2)).rung is Rung.VIDEO
    poor = after((GOOD, 5), (POOR, POOR_FOR_S))
    assert (poor.rung, poor.cause) == (Rung.SOUND_FIRST, Cause.POOR)


def test_single_bad_seconds_change_nothing() -> None:
    spells = [(GOOD, 3), (POOR, 5), (GOOD, 0), (BLIND, 1), (GOOD, 0), (SILENT, 20)] * 5
    assert after(*spells, (GOOD, 0)).rung is Rung.VIDEO


def test_the_picture_comes_back_by_itself_after_a_stay_and_only_to_a_line_that_has_been_well() -> None:
    down = (BLIND, 4)
    assert after(down, (GOOD, FIRST_STAY_S - 3)).rung is Rung.SOUND_FIRST
    assert after(down, (GOOD, FIRST_STAY_S + 1)).rung is Rung.VIDEO
    assert after(down, (BLIND, 60), (GOOD, BETTER_FOR_S - 2)).rung is Rung.SOUND_FIRST
    assert after(down, (BLIND, 60), (GOOD, BETTER_FOR_S)).rung is Rung.VIDEO


def test_each_relapse_makes_the_stay_longer_and_a_long_peace_forgets_them() -> None:
    assert [stay_s(relapses) for relapses in (0, 1, 2, 3, 9)] == [15, 30, 60, 120, LONGEST_STAY_S]
    twice = after((BLIND, 4), (GOOD, FIRST_STAY_S + 1), (BLIND, 4))
    assert (twice.rung, twice.relapses) == (Rung.SOUND_FIRST, 1)
    assert after((BLIND, 4), (GOOD, FIRST_STAY_S + 1), (BLIND, 4), (GOOD, FIRST_STAY_S + 5)).rung is Rung.SOUND_FIRST
    later = after((BLIND, 4), (GOOD, FIRST_STAY_S + 90), (BLIND, 4))
    assert (later.rung, later.relapses) == (Rung.SOUND_FIRST, 0)


def test_without_a_way_to_talk_the_office_owes_a_call_and_the_talk_comes_back_if_the_line_does() -> None:
    assert after((GOOD, 5), (SILENT, CALL_BACK_AFTER_S - 2)).rung is Rung.VIDEO
    assert after((GOOD, 5), (SILENT, CALL_BACK_AFTER_S)).rung is Rung.CALL_BACK
    assert after((SILENT, CALL_BACK_AFTER_S), (GOOD, 1), (SILENT, 5)).rung is Rung.CALL_BACK
    back = after((SILENT, CALL_BACK_AFTER_S), (GOOD, 4))
    assert back.rung is Rung.SOUND_FIRST, "sound first: such a line is not trusted at once"
    assert after((SILENT, CALL_BACK_AFTER_S), (GOOD, 4 + FIRST_STAY_S + 2)).rung is Rung.VIDEO


def test_nobody_is_called_who_left_or_is_not_there_yet() -> None:
    assert after((GONE, 4 * CALL_BACK_AFTER_S)).rung is Rung.VIDEO
    assert after((SILENT, 40), (GONE, 1), (SILENT, 40)).rung is Rung.VIDEO


def test_who_is_not_called_or_not_reached_is_booked_again_and_who_was_called_is_not() -> None:
    waits_s = CALL_AWAITED.total_seconds()
    owed = after((SILENT, CALL_BACK_AFTER_S))
    assert after((SILENT, CALL_BACK_AFTER_S + waits_s - 3)).rung is Rung.CALL_BACK
    assert after((SILENT, CALL_BACK_AFTER_S + waits_s + 2)).rung is Rung.REBOOKING
    assert told(owed, CallBackResult.NOT_REACHED).rung is Rung.REBOOKING
    called = told(owed, CallBackResult.CALLED_BACK)
    assert list(walked([SILENT] * (round(waits_s) * 2), called))[-1].rung is Rung.CALL_BACK
    assert told(after((GOOD, 5)), CallBackResult.NOT_REACHED).rung is Rung.VIDEO, "nobody was to call"
    assert told(owed, None).rung is Rung.CALL_BACK


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from((GOOD, POOR, BLIND, SILENT, GONE)), st.integers(1, 70)), min_size=1, max_size=30)
)
def test_it_never_flickers(spells: list[tuple[Second, int]]) -> None:
    """Whatever the line does, the picture comes back only after its stay, and each rung is entered for a reason."""
    seconds = [each for each, lasts_s in spells for _ in range(lasts_s)]
    before = Fallback()
    for at_s, state in enumerate(walked(seconds)):
        if state.rung is not before.rung:
            assert state.since_s is not None
            if (before.rung, state.rung) == (Rung.SOUND_FIRST, Rung.VIDEO):
                assert before.since_s is not None
                assert at_s - before.since_s >= FIRST_STAY_S
                assert seconds[at_s] == GOOD
            if state.rung is Rung.CALL_BACK:
                assert all(each == SILENT for each in seconds[at_s - round(CALL_BACK_AFTER_S) : at_s])
            assert before.rung is not Rung.REBOOKING
        before = state
