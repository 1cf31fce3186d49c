"""When a picture is shown, and what counts as standing still."""

import pytest

from desk_client.rtc.picture.freezes import Freezes
from desk_client.rtc.picture.playout_delay import PlayoutDelay

CLOCK_HZ = 90_000


def shown(delay: PlayoutDelay, lateness_s: list[float], since: float = 100.0, first: int = 0) -> list[float]:
    """When each of 30 pictures a second is shown, beyond when it could have come at the earliest."""
    found = []
    for n, late_s in enumerate(lateness_s, first):
        due_s = since + n / 30
        found.append(delay.show_at(n * CLOCK_HZ // 30, due_s + late_s) - due_s)
    return found


def test_pictures_that_come_evenly_are_not_held_back() -> None:
    delay = PlayoutDelay()
    assert max(shown(delay, [0.0, 0.002, 0.005, 0.001] * 50)) < 0.006
    assert delay.seconds == 0


def test_a_little_unevenness_is_shown_as_it_is() -> None:
    delay = PlayoutDelay()
    shown(delay, [0.045 if n % 3 == 0 else 0.0 for n in range(300)])
    assert delay.seconds == 0


def test_where_some_come_late_the_others_wait_for_them() -> None:
    delay = PlayoutDelay()
    lateness = [0.12 if n % 10 == 0 else 0.0 for n in range(1, 301)]
    found = shown(delay, lateness)
    assert delay.seconds == pytest.approx(0.07, abs=0.01)  # what is left of their lateness hardly shows
    assert found[-30:] == pytest.approx([0.12 if n % 10 == 0 else 0.07 for n in range(271, 301)], abs=0.01)


def test_one_late_picture_in_a_hundred_is_not_waited_for() -> None:
    delay = PlayoutDelay()
    shown(delay, [0.3 if n % 100 == 50 else 0.0 for n in range(400)])
    assert delay.seconds < 0.012


def test_it_falls_slowly_once_all_come_in_time() -> None:
    delay = PlayoutDelay()
    shown(delay, [0.2 if n % 5 == 0 else 0.0 for n in range(300)])
    high_s = delay.seconds
    shown(delay, [0.0] * 165, first=300)
    later_s = delay.seconds
    shown(delay, [0.0] * 15, first=465)
    assert high_s == pytest.approx(0.15, abs=0.02)
    assert later_s < high_s
    assert 0 < later_s - delay.seconds < 0.05
    shown(delay, [0.0] * 200, first=480)
    assert delay.seconds == 0


def test_it_never_holds_back_for_longer_than_two_fifths_of_a_second() -> None:
    delay = PlayoutDelay()
    found = shown(delay, [2.0 if n % 3 == 0 else 0.0 for n in range(300)])
    assert delay.seconds == pytest.approx(0.4, abs=0.01)
    assert max(found[1::3]) <= 0.41


def test_no_picture_is_shown_before_it_came_and_sound_may_ask_for_more() -> None:
    delay = PlayoutDelay()
    lateness = [0.5 * (n % 7 == 3) for n in range(100)]
    assert all(at_s >= late_s - 1e-9 for at_s, late_s in zip(shown(delay, lateness), lateness, strict=True))
    delay = PlayoutDelay()
    delay.at_least_s = 0.08
    assert shown(delay, [0.0] * 10) == pytest.approx([0.08] * 10)


@pytest.mark.parametrize("jump_s", [-1000, 5, 100_000])
def test_another_count_of_time_begins_anew(jump_s: float) -> None:
    delay = PlayoutDelay()
    shown(delay, [0.2 if n % 5 == 0 else 0.0 for n in range(200)])
    at_s = delay.show_at(200 * 3000 + round(jump_s * CLOCK_HZ), 100 + 200 / 30)
    assert at_s == 100 + 200 / 30
    assert delay.seconds == 0


def test_a_clock_that_drifts_by_200_ppm_adds_nothing() -> None:
    delay = PlayoutDelay()
    found = [delay.show_at(n * 3000, 100 + n / 30 * 1.0002) - (100 + n / 30 * 1.0002) for n in range(3600)]
    assert max(found) < 0.012


def test_what_is_remembered_is_bounded() -> None:
    delay = PlayoutDelay()
    for n in range(5000):
        delay.show_at((n * 7919 * 90) % (1 << 33), 100 + n / 100)
    assert len(delay._buckets) <= 22
    assert len(delay._lateness) <= 240


def freezes(gaps_s: list[float]) -> Freezes:
    found, now = Freezes(), 10.0
    found.shown(now)
    for gap_s in gaps_s:
        now += gap_s
        found.shown(now)
    return found


def test_pictures_that_come_as_usual_are_no_freeze() -> None:
    found = freezes([1 / 30] * 100 + [0.18] + [1 / 30] * 10)
    assert (found.count, found.seconds, found.longest_s) == (0, 0, 0)


def test_one_that_stands_150_ms_and_more_longer_than_usual_is() -> None:
    found = freezes([1 / 30] * 100 + [0.19] + [1 / 30] * 100 + [0.5] + [1 / 30] * 10)
    assert found.count == 2
    assert found.seconds == pytest.approx(0.69)
    assert found.longest_s == pytest.approx(0.5)


def test_where_pictures_are_rare_three_times_the_usual_is_no_freeze_yet() -> None:
    assert freezes([0.5] * 40 + [1.45] + [0.5] * 5).count == 0
    assert freezes([0.5] * 40 + [1.55] + [0.5] * 5).count == 1


def test_usual_is_the_mean_of_the_last_thirty_pictures() -> None:
    assert freezes([0.2] * 10 + [1 / 30] * 40 + [0.25]).count == 1
    assert freezes([0.1] * 10 + [0.05] * 40 + [0.19]).count == 0
    assert freezes([0.1] * 10 + [0.05] * 40 + [0.21]).count == 1
    assert freezes([2.0]).count == 0  # nothing is usual yet
