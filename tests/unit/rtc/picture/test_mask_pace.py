"""How often a person is looked for."""

import pytest

from desk_client.rtc.picture.mask_pace import MaskPace


def looked_at(pace: MaskPace, pictures: int, cost_s: float, since_s: float = 0.0) -> list[int]:
    """Of pictures that come thirty times a second the numbers of those in which the person was looked for."""
    looked = []
    for number in range(pictures):
        now_s = since_s + number / 30
        if pace.is_due(now_s):
            looked.append(number)
            pace.took(now_s + cost_s, cost_s)
    return looked


@pytest.mark.parametrize("cost_s", [0.0, 0.003, 0.0066])
def test_every_other_picture_where_it_costs_little(cost_s: float) -> None:
    assert looked_at(MaskPace(), 12, cost_s) == [0, 2, 4, 6, 8, 10]


def test_pictures_that_come_a_little_early_or_late_change_nothing() -> None:
    pace, looked = MaskPace(), 0
    for number in range(60):
        now_s = number / 30 + (0.004 if number % 3 else -0.004)
        if pace.is_due(now_s):
            looked += 1
            pace.took(now_s + 0.003, 0.003)
    assert 28 <= looked <= 31


def test_what_costs_more_is_done_less_often_and_takes_no_more_of_a_core() -> None:
    looked = looked_at(MaskPace(), 300, 0.02)
    assert len(looked) * 0.02 / 10 <= 0.11
    assert len(looked) >= 40


def test_a_few_slow_ones_are_no_slow_machine() -> None:
    pace = MaskPace()
    for number in range(60):
        pace.took(number * 0.1, 0.2 if number % 5 == 0 else 0.003)
        assert not pace.is_too_slow


def test_a_slow_machine_gives_up_and_looks_now_and_then_whether_it_is_faster() -> None:
    pace = MaskPace()
    looked_at(pace, 200, 0.04)
    assert pace.is_too_slow
    assert len(looked_at(pace, 300, 0.04, since_s=100)) == 5
    assert pace.is_too_slow


def test_a_machine_that_is_free_again_goes_on_where_it_keeps_up() -> None:
    pace = MaskPace()
    looked_at(pace, 200, 0.04)
    pace.took(20.0, 0.003)
    pace.took(22.0, 0.003)
    pace.took(24.0, 0.02)
    assert pace.is_too_slow, "not well enough: it would be given up again at once"
    tried = []
    for now_s in (26.0, 28.0, 30.0):
        pace.took(now_s, 0.003)
        tried.append(pace.is_too_slow)
    assert tried == [True, True, False]
    assert looked_at(pace, 4, 0.003, since_s=31.0) == [0, 2]
