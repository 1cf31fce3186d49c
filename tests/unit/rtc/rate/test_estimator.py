"""How much is sent over which path: a whole sender in virtual time."""

import pytest

from desk_client.rtc.rate.estimator import LEAST_BPS, START_BPS, Estimator
from desk_client.rtc.rate.sent import Result
from tests.fakes.network_path import Bursts, Conditions, with_outages
from tests.fakes.paced_flow import PacedFlow

WANTED_BPS = 2_600_000
"""What the flow sends where there is room: pictures, sound and headers."""


def flow(conditions: Conditions, seconds: float, *, most_bps: int = 2_500_000) -> PacedFlow:
    made = PacedFlow(conditions, back_s=conditions.delay_s, most_bps=most_bps)
    made.run(seconds)
    return made


def reached_s(flowing: PacedFlow, bps: float, since_s: float = 0.0, until_s: float = 40.0) -> float:
    """How long after `since_s` so much arrived, over half a second."""
    at_s = since_s
    while flowing.delivered_bps(at_s, at_s + 0.5) < bps:
        at_s += 0.05
        assert at_s < until_s, "never"
    return at_s + 0.5 - since_s


@pytest.mark.parametrize("delay_s", [0.01, 0.05])
@pytest.mark.parametrize(
    ("rate_bps", "most_queued_ms"),
    [(300_000, 50), (1_000_000, 40), (2_500_000, 35)],
)
def test_a_narrow_path_is_used_well_soon_and_without_a_long_queue(
    rate_bps: int, most_queued_ms: float, delay_s: float
) -> None:
    flowing = flow(Conditions(delay_s=delay_s, rate_bps=rate_bps), 40, most_bps=4_000_000)
    assert flowing.delivered_bps(5, 40) >= 0.88 * rate_bps
    assert reached_s(flowing, 0.85 * rate_bps) <= 1.5
    assert flowing.queued_ms(3, 0.95) <= most_queued_ms


def test_a_path_without_a_bottleneck_is_filled_within_a_second_or_so() -> None:
    flowing = flow(Conditions(delay_s=0.05), 10)
    assert reached_s(flowing, 0.9 * WANTED_BPS) <= 1.5
    assert flowing.delivered_bps(2, 10) >= 0.95 * WANTED_BPS


@pytest.mark.parametrize(
    "lossy",
    [Conditions(delay_s=0.05, loss=0.1), Conditions(delay_s=0.05, bursts=Bursts.of(0.05, 6))],
    ids=["each for itself", "in bursts"],
)
def test_what_a_path_loses_of_itself_is_no_reason_to_send_less(lossy: Conditions) -> None:
    flowing = flow(lossy, 20)
    share = 1 - (lossy.loss or 0.07)
    assert flowing.delivered_bps(3, 20) >= 0.9 * share * WANTED_BPS


@pytest.mark.parametrize("loss", [0.05, 0.1])
def test_a_narrow_path_that_loses_is_used_all_the_same(loss: float) -> None:
    flowing = flow(Conditions(delay_s=0.05, loss=loss, rate_bps=1_000_000), 40)
    assert flowing.delivered_bps(5, 40) >= 0.75 * 1_000_000
    assert flowing.queued_ms(3, 0.95) <= 60


def test_a_queue_that_is_too_short_to_grow_is_used_but_not_flooded() -> None:
    flowing = flow(Conditions(delay_s=0.05, rate_bps=1_000_000, queue_s=0.03), 40)
    assert flowing.delivered_bps(5, 40) >= 0.85 * 1_000_000
    lost = sum(not fate.arrivals_s for fate in flowing.fates) / len(flowing.fates)
    assert lost < 0.3  # what we lose by ourselves is taken for the path's own: a third too much is sent


def test_a_path_that_becomes_narrow_and_wide_again_is_followed() -> None:
    course = [
        (0.0, Conditions(delay_s=0.04, rate_bps=2_000_000)),
        (10.0, Conditions(delay_s=0.04, rate_bps=500_000)),
        (25.0, Conditions(delay_s=0.04, rate_bps=2_000_000)),
    ]
    flowing = PacedFlow(course, back_s=0.04)
    flowing.run(45)
    assert flowing.delivered_bps(5, 10) >= 0.85 * 2_000_000
    settled = [target for at_s, target in flowing.targets if 12 <= at_s < 25]
    assert max(settled) <= 700_000
    assert flowing.delivered_bps(13, 25) >= 0.8 * 500_000
    waited = [1000 * queued for at_s, queued in flowing.queued if 13 <= at_s < 25]
    assert sorted(waited)[int(0.95 * len(waited))] <= 90
    assert reached_s(flowing, 0.85 * 2_000_000, since_s=25, until_s=40) <= 10


def test_after_an_outage_everything_flows_again_within_a_second() -> None:
    flowing = PacedFlow(with_outages(Conditions(delay_s=0.05), [(8.0, 9.0)]), back_s=0.05)
    flowing.run(13)
    assert flowing.delivered_bps(8.2, 9) == 0
    assert reached_s(flowing, 0.85 * WANTED_BPS, since_s=9, until_s=13) <= 1.2


def test_after_an_outage_a_narrow_path_is_used_again() -> None:
    course = with_outages(Conditions(delay_s=0.05, rate_bps=1_000_000), [(8.0, 9.0)])
    flowing = PacedFlow(course, back_s=0.05)
    flowing.run(16)
    assert flowing.delivered_bps(9, 10) >= 0.4 * 1_000_000
    assert reached_s(flowing, 0.8 * 1_000_000, since_s=9, until_s=16) <= 5


def test_one_that_sends_little_is_not_taken_for_one_that_may_send_little() -> None:
    flowing = flow(Conditions(delay_s=0.03, jitter_s=0.01), 20, most_bps=200_000)
    assert min(target for at_s, target in flowing.targets if at_s > 2) >= START_BPS * 0.8


def told(estimator: Estimator, now: float, *, came: int, number: int = 0) -> None:
    """A feedback of so many packets of the last 50 ms, none of which had to wait."""
    at_s = [now - 0.05 + 0.05 * place / came for place in range(came)]
    estimator.told([Result(number + n, at, 100 + at, 1200, None) for n, at in enumerate(at_s)], now, 0.05)


def test_where_nothing_is_told_any_more_less_is_sent() -> None:
    estimator = Estimator()
    told(estimator, 1.0, came=5)
    estimator.tick(1.2, 20_000)
    assert estimator.target_bps == START_BPS
    for step in range(1, 101):
        estimator.tick(1.2 + step / 50, 20_000)
    assert estimator.target_bps < 0.5 * START_BPS


def test_where_nothing_is_under_way_nothing_needs_to_be_told() -> None:
    estimator = Estimator()
    told(estimator, 1.0, came=5)
    for step in range(500):
        estimator.tick(1.0 + step / 50, 0)
    assert estimator.target_bps == START_BPS


def test_a_peer_that_never_tells_anything_is_sent_less_and_less_down_to_the_least() -> None:
    estimator = Estimator()
    for step in range(45):
        estimator.tick(step / 50, 50_000)
    assert estimator.target_bps == START_BPS
    for step in range(45, 1500):
        estimator.tick(step / 50, 50_000)
    assert estimator.target_bps == LEAST_BPS


def test_a_peer_that_says_itself_what_it_can_take_is_obeyed_at_once_up_and_down() -> None:
    estimator = Estimator()
    found = []
    for bps in (300_000, 2_200_000, 10, 1 << 81, 800_000):
        estimator.remb(bps)
        found.append(estimator.target_bps)
    assert found == [300_000, 2_200_000, LEAST_BPS, 6_000_000, 800_000]


def test_no_probe_is_sent_where_there_is_room_enough_nor_a_second_before_the_first_is_known() -> None:
    estimator = Estimator()
    assert estimator.probe(0.0, START_BPS) is None
    probe = estimator.probe(0.0, 3_000_000)
    assert probe is not None
    assert probe.rate_bps == 3.5 * START_BPS
    assert all(estimator.probe(step / 10, 3_000_000) is None for step in range(100))
