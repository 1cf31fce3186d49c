"""When losses are a reason to send less."""

import random

import pytest

from desk_client.rtc.rate.loss import LossControl

TARGET_BPS = 1_000_000.0


def control(losses: list[int], *, begun: LossControl | None = None, since: int = 0) -> LossControl:
    """So many of a hundred packets are lost in each second."""
    losing = begun or LossControl()
    losing.told(0, 0, float(since), None, TARGET_BPS)
    for second, lost in enumerate(losses, since + 1):
        losing.told(100 - lost, lost, float(second), 1_000_000, TARGET_BPS)
    return losing


def test_a_path_that_always_loses_sets_no_ceiling() -> None:
    losing = control([10, 9, 11, 10, 12, 8] * 3)
    assert losing.ceiling_bps is None
    assert losing.loss == 0.08


def test_more_than_the_path_loses_of_itself_sets_one_which_rises_again() -> None:
    losing = control([1, 0, 1, 0, 30])
    assert losing.ceiling_bps is not None
    assert losing.ceiling_bps < 0.9 * TARGET_BPS
    lowest = losing.ceiling_bps
    losing = control([0] * 3, begun=losing, since=6)
    assert losing.ceiling_bps is not None
    assert lowest < losing.ceiling_bps < TARGET_BPS * 2
    assert control([0] * 8, begun=losing, since=10).ceiling_bps is None


def test_who_has_slowed_down_since_the_losses_is_not_slowed_down_once_more() -> None:
    losing = control([0, 0, 0])
    losing.told(50, 0, 3.1, 500_000, 2_000_000)
    losing.told(0, 50, 3.9, 500_000, 400_000)  # the queue has overflown, and its growth has been noticed
    losing.told(10, 0, 4.2, 200_000, 250_000)
    assert losing.ceiling_bps is not None
    assert losing.ceiling_bps > 300_000


def test_what_lasts_is_what_most_of_the_last_seconds_lost() -> None:
    assert control([0, 0, 0, 60, 40]).lasting == 0.0
    assert control([0, 0, 0, 10, 12, 11]).lasting == 0.1
    assert LossControl().lasting == 0.0


def test_a_few_packets_tell_nothing() -> None:
    losing = LossControl()
    for second in range(10):
        losing.told(0, 1, float(second), 1_000_000, TARGET_BPS)
    assert (losing.ceiling_bps, losing.loss) == (None, 0.0)


def test_one_good_second_is_not_the_path() -> None:
    losing = control([10, 10, 0, 10, 10])
    assert losing.inherent == 0.1
    assert losing.ceiling_bps is not None  # of the first second, when nothing was known of the path
    assert losing.ceiling_bps > TARGET_BPS


def test_a_trial_tells_what_is_lost_by_sending_too_much_from_the_path_s_own_way() -> None:
    for during_trial, is_ours in ((1, True), (19, False)):
        losing = control([20] * 8)
        assert losing.ceiling_bps is not None
        assert losing.ceiling_bps <= 0.7 * TARGET_BPS  # the trial
        losing = control([20, during_trial], begun=losing, since=8)
        assert (losing.inherent < 0.05) is is_ours
        assert (losing.ceiling_bps is not None) is is_ours
        control([20] * 3, begun=losing, since=10)
        assert (losing.ceiling_bps is not None) is is_ours  # no second trial so soon


@pytest.mark.parametrize("seed", range(5))
def test_what_few_packets_lose_by_chance_is_no_reason_to_send_less(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - repeatable chance, no secret
    losing = LossControl()
    losing.told(0, 0, 0.0, None, TARGET_BPS)
    ceilings = []
    for second in range(1, 61):
        lost = sum(chance.random() < 0.2 for _ in range(50))  # sound alone
        losing.told(50 - lost, lost, float(second), 48_000, 300_000)
        if second > 12 and losing.ceiling_bps is not None:
            ceilings.append(losing.ceiling_bps)
    assert not ceilings or min(ceilings) > 100_000
