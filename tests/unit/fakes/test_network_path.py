"""What a path does to packets, to the microsecond."""

from itertools import groupby, pairwise

import pytest

from tests.fakes.network_path import Bursts, Conditions, Fate, Lost, Path, with_outages

MBIT = Conditions(rate_bps=1e6)


def carried(path: Path, packets: int, every_s: float, size_bytes: int = 1250) -> list[Fate]:
    return [path.carry(number * every_s, size_bytes) for number in range(packets)]


def lost(fates: list[Fate]) -> float:
    return sum(fate.lost is not None for fate in fates) / len(fates)


def test_a_perfect_path_hands_packets_over_at_once() -> None:
    assert Path(Conditions()).carry(5.0, 1500) == Fate((5.0,), 0.0)


def test_a_packet_comes_after_the_delay() -> None:
    assert Path(Conditions(delay_s=0.05)).carry(1.0, 100).arrivals_s == pytest.approx((1.05,))


def test_packets_pass_the_bottleneck_one_after_the_other() -> None:
    path = Path(MBIT)
    fates = [path.carry(0.0, 1250) for _ in range(3)]
    assert [fate.arrivals_s[0] for fate in fates] == pytest.approx([0.01, 0.02, 0.03])
    assert [fate.queued_s for fate in fates] == pytest.approx([0, 0.01, 0.02])
    assert path.carry(1.0, 125).arrivals_s == pytest.approx((1.001,)), "it is idle meanwhile"


def test_more_than_the_queue_holds_is_dropped_and_the_rate_is_kept() -> None:
    fates = carried(Path(Conditions(rate_bps=1e6, queue_s=0.3)), 1000, 0.005)
    arrived = [fate.arrivals_s[0] for fate in fates if fate.lost is None]
    assert {fate.lost for fate in fates} == {None, Lost.QUEUE}
    assert max(fate.queued_s for fate in fates if fate.lost is None) <= 0.3
    assert len([at for at in arrived if 2.005 < at < 4.005]) == 200
    assert max(later - earlier for earlier, later in pairwise(arrived)) == pytest.approx(0.01)


def test_a_queue_may_be_given_in_bytes() -> None:
    path = Path(Conditions(rate_bps=1e6, queue_bytes=3000))
    fates = [path.carry(0.0, 1250) for _ in range(4)]
    assert [fate.lost for fate in fates] == [None, None, Lost.QUEUE, Lost.QUEUE]
    assert path.carry(0.01, 1250).lost is None, "one of them has passed"
    assert Path(Conditions(rate_bps=1e6, queue_bytes=3000)).carry(0.0, 4000).lost is None, "an empty one takes any"


def test_a_rate_that_falls_holds_up_what_already_waits() -> None:
    path = Path([(0.0, MBIT), (0.015, Conditions(rate_bps=0.5e6))])
    arrivals = [path.carry(0.0, 1250).arrivals_s[0] for _ in range(3)]
    assert arrivals == pytest.approx([0.01, 0.025, 0.045])


def test_a_queue_in_bytes_knows_what_waits_across_a_change_of_rate() -> None:
    slow = Conditions(rate_bps=0.5e6, queue_bytes=2500)
    path = Path([(0.0, Conditions(rate_bps=1e6)), (0.015, slow)])
    for _ in range(3):
        path.carry(0.0, 1250)
    assert path.carry(0.016, 620).lost is None, "62.5 bytes of the second and the third are before it"
    assert path.carry(0.016, 1000).lost is Lost.QUEUE


def test_a_queue_in_bytes_is_not_taken_for_fuller_because_it_will_drain_slowly() -> None:
    path = Path([(0.0, Conditions(rate_bps=1e6, queue_bytes=5001)), (0.015, Conditions(rate_bps=0.5e6))])
    assert [path.carry(0.0, 1250).lost for _ in range(5)] == [None, None, None, None, Lost.QUEUE]


def test_a_bottleneck_that_opens_lets_all_pass_that_waits() -> None:
    path = Path([(0.0, MBIT), (0.015, Conditions())])
    assert [path.carry(0.0, 1250).arrivals_s[0] for _ in range(3)] == pytest.approx([0.01, 0.015, 0.015])


def test_jitter_spreads_arrivals_and_keeps_their_order() -> None:
    fates = carried(Path(Conditions(delay_s=0.05, jitter_s=0.03), seed=1), 2000, 0.005)
    arrivals = [fate.arrivals_s[0] for fate in fates]
    delays = [arrival - 0.005 * number for number, arrival in enumerate(arrivals)]
    assert arrivals == sorted(arrivals)
    assert min(delays) >= 0.05
    assert 0.078 < max(delays) <= 0.08


def test_the_share_of_lost_packets_is_the_one_asked_for() -> None:
    fates = carried(Path(Conditions(loss=0.05), seed=3), 20_000, 0.001)
    assert lost(fates) == pytest.approx(0.05, abs=0.005)
    assert {fate.lost for fate in fates} == {None, Lost.CHANCE}


def test_bursts_have_the_length_and_the_share_asked_for() -> None:
    fates = carried(Path(Conditions(bursts=Bursts.of(0.05, 8)), seed=2), 30_000, 0.001)
    runs = [len(list(run)) for bad, run in groupby(fates, lambda fate: fate.lost is not None) if bad]
    assert lost(fates) == pytest.approx(0.05, abs=0.01)
    assert sum(runs) / len(runs) == pytest.approx(8, rel=0.15)


def test_a_bad_time_may_let_some_packets_through() -> None:
    fates = carried(Path(Conditions(bursts=Bursts(begin=1.0, end=0.0, loss=0.4)), seed=2), 5_000, 0.001)
    assert lost(fates) == pytest.approx(0.4, abs=0.02)


def test_a_late_packet_is_overtaken_by_those_behind_it() -> None:
    fates = carried(Path(Conditions(delay_s=0.02, late=0.1, late_by_s=0.012), seed=4), 1000, 0.005)
    order = sorted(range(1000), key=lambda number: fates[number].arrivals_s[0])
    late = [n for n, fate in enumerate(fates) if fate.arrivals_s[0] - 0.005 * n > 0.03]
    assert 60 < len(late) < 140
    assert all(order.index(n) > n for n in late[:20] if not {n + 1, n + 2} & set(late))


def test_some_packets_come_twice() -> None:
    fates = carried(Path(Conditions(delay_s=0.02, twice=0.1), seed=4), 2000, 0.005)
    twice = [fate for fate in fates if len(fate.arrivals_s) == 2]
    assert len(twice) == pytest.approx(200, abs=50)
    assert all(fate.arrivals_s[0] == fate.arrivals_s[1] for fate in twice)


def test_nothing_gets_in_during_an_outage_and_what_was_on_its_way_arrives() -> None:
    path = Path(with_outages(Conditions(delay_s=0.1), [(1.0, 2.0), (5.0, 5.5)]))
    fates = {at: path.carry(at, 100) for at in (0.99, 1.0, 1.99, 2.0, 5.2, 5.5)}
    assert fates[0.99].arrivals_s == pytest.approx((1.09,))
    assert [at for at, fate in fates.items() if fate.lost is Lost.OUTAGE] == [1.0, 1.99, 5.2]


def test_the_same_seed_is_the_same_luck_and_another_is_not() -> None:
    rough = Conditions(delay_s=0.05, jitter_s=0.02, loss=0.1, bursts=Bursts.of(0.02, 4), late=0.05, twice=0.02)
    one, same, other = (carried(Path(rough, seed), 500, 0.01) for seed in (7, 7, 8))
    assert one == same != other


def test_the_luck_of_a_packet_does_not_hang_on_the_conditions_before_it() -> None:
    lossy = Conditions(loss=0.1)
    throughout = carried(Path(lossy, seed=9), 400, 0.01)
    later = carried(Path([(0.0, Conditions(jitter_s=0.1, rate_bps=5e4)), (2.0, lossy)], seed=9), 400, 0.01)
    assert [f.lost for f in later[200:]] == [f.lost for f in throughout[200:]]


@pytest.mark.parametrize("course", [[], [(0.0, MBIT), (0.0, MBIT)], [(2.0, MBIT), (1.0, MBIT)]])
def test_a_course_that_does_not_rise_is_refused(course: list[tuple[float, Conditions]]) -> None:
    with pytest.raises(ValueError, match="rise"):
        Path(course)
