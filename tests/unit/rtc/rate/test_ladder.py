"""How pictures are sent for the rate that there is."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.rate.ladder import DOCUMENT, FACE, Ladder, Rung


def climbed(ladder: Ladder, rate_bps: float, since: float, seconds: float) -> list[Rung | None]:
    return [ladder.step(rate_bps, since + n / 30) for n in range(int(seconds * 30))]


def heights(rungs: list[Rung | None]) -> list[int | None]:
    """Each change of height, in order."""
    found: list[int | None] = []
    for rung in rungs:
        height = None if rung is None else rung.height
        if not found or found[-1] != height:
            found.append(height)
    return found


def test_it_begins_small_while_the_rate_is_a_guess_and_then_takes_what_it_is_worth() -> None:
    assert heights(climbed(Ladder(), 1_100_000, 0, 1)) == [360, 720]
    assert heights(climbed(Ladder(), 1_100_000, 0, 0.49)) == [360]
    assert heights(climbed(Ladder(), 60_000, 0, 0.5)) == [180]


def test_it_climbs_no_sooner_than_after_two_seconds_and_with_some_room() -> None:
    ladder = Ladder()
    climbed(ladder, 300_000, 0, 1)
    assert heights(climbed(ladder, 510_000, 1, 10)) == [360]  # worth it, but with no room to spare
    assert heights(climbed(ladder, 600_000, 11, 3)) == [540]
    assert heights(climbed(ladder, 1_100_000, 12, 0.9)) == [540]


def test_it_steps_down_at_once_but_not_for_a_little_less() -> None:
    ladder = Ladder()
    climbed(ladder, 1_100_000, 0, 3)
    assert heights(climbed(ladder, 800_000, 3, 3)) == [720]
    assert heights(climbed(ladder, 400_000, 6, 0.1)) == [360]


def test_a_rate_that_swings_about_a_rung_does_not_make_it_swing() -> None:
    ladder = Ladder()
    climbed(ladder, 1_100_000, 0, 3)
    rungs = [ladder.step(900_000 * (1.1 if n % 2 else 0.9), 3 + n / 10) for n in range(200)]
    assert heights(rungs) == [720]


def test_without_room_pictures_stop_after_a_second_and_return_after_three_with_room() -> None:
    ladder = Ladder()
    climbed(ladder, 300_000, 0, 1)
    going = climbed(ladder, 40_000, 1, 0.9)
    stopped = [ladder.stopped]
    assert None not in going
    assert climbed(ladder, 40_000, 2, 1)[-1] is None
    stopped.append(ladder.stopped)
    assert set(climbed(ladder, 80_000, 4, 10)) == {None}  # more than it stopped at, yet not enough to begin again
    back = climbed(ladder, 250_000, 14, 4)
    assert back[: 2 * 30] == [None] * 60
    assert heights(back) == [None, 360]
    assert [*stopped, ladder.stopped] == [False, True, False]


def test_a_document_gives_up_movement_before_detail() -> None:
    rung = Ladder(DOCUMENT).step(400_000, 0)
    assert rung is not None
    assert (rung.height, rung.fps) == (1080, 8)
    face = Ladder(FACE).step(400_000, 0)
    assert face is not None
    assert (face.height, face.fps) == (360, 30)


@settings(deadline=None)
@given(st.lists(st.integers(0, 6_000_000), min_size=1, max_size=300))
def test_whatever_the_rate_a_climb_leaves_two_seconds_to_the_change_before(rates: list[int]) -> None:
    ladder, before, changed_s, least_s = Ladder(), None, 0.0, 0.5  # the first rung is a guess
    for n, rate_bps in enumerate(rates):
        rung = ladder.step(rate_bps, n / 10)
        if rung is not None and before is not None and rung.from_bps > before.from_bps:
            assert n / 10 - changed_s >= least_s - 1e-9
        if rung != before:
            least_s = 0.5 if before is None else 2.0
            before, changed_s = rung, n / 10


def test_room_that_is_almost_enough_for_the_highest_is_taken_for_the_next() -> None:
    assert heights(climbed(Ladder(), 2_300_000, 0, 3)) == [360, 720]
