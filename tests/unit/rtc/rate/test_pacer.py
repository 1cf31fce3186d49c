"""Who leaves when."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desk_client.rtc.rate.pacer import Pacer, Priority
from desk_client.rtc.rate.probes import Probe


def left(pacer: Pacer[str], now: float) -> list[str]:
    return [departure.item for departure in pacer.take(now)]


def run(pacer: Pacer[str], since: float, until: float, step: float = 0.001) -> list[tuple[float, str]]:
    """What leaves by whom is asked every millisecond."""
    steps = round((until - since) / step)
    return [(since + n * step, item) for n in range(steps) for item in left(pacer, since + n * step)]


def test_sound_goes_first_then_repeats_then_pictures_each_in_its_order() -> None:
    pacer: Pacer[str] = Pacer(10_000_000)
    for n in range(2):
        pacer.put(f"picture {n}", 100, Priority.PICTURE)
        pacer.put(f"repeat {n}", 100, Priority.REPEAT)
        pacer.put(f"sound {n}", 100, Priority.SOUND)
    found = [item for _, item in run(pacer, 0, 0.1)]
    assert found == ["sound 0", "sound 1", "repeat 0", "repeat 1", "picture 0", "picture 1"]
    assert pacer.queued == 0


def test_a_large_picture_is_spread_by_two_and_a_half_times_the_rate() -> None:
    pacer: Pacer[str] = Pacer(1_000_000)
    for _ in range(60):
        pacer.put("picture", 1000, Priority.PICTURE)
    departures = run(pacer, 0, 0.5)
    assert len(departures) == 60
    sent_by_100_ms = sum(1000 for at_s, _ in departures if at_s < 0.1)
    assert 8 * sent_by_100_ms / 0.1 < 2_500_000 * 1.1
    assert departures[-1][0] <= 0.25


def test_on_a_full_path_it_is_spread_with_more_care() -> None:
    pacer: Pacer[str] = Pacer(1_000_000)
    pacer.set_rate(1_000_000, careful=True)
    for _ in range(40):
        pacer.put("picture", 1000, Priority.PICTURE)
    departures = run(pacer, 0, 0.5)
    assert len(departures) == 40
    assert 8 * sum(1000 for at_s, _ in departures if at_s < 0.1) / 0.1 < 1_500_000 * 1.1


def test_nobody_waits_for_ever_however_much_is_put() -> None:
    pacer: Pacer[str] = Pacer(50_000)
    for _ in range(500):
        pacer.put("picture", 1000, Priority.PICTURE)
    assert pacer.wait_s() <= 0.36
    departures = run(pacer, 0, 2.5)
    assert len(departures) == 500
    assert departures[450][0] < 1.0


def test_sound_leaves_at_once_even_where_the_budget_is_used_up() -> None:
    pacer: Pacer[str] = Pacer(100_000)
    for _ in range(50):
        pacer.put("picture", 1000, Priority.PICTURE)
    left(pacer, 0.0)
    pacer.put("sound", 100, Priority.SOUND)
    assert left(pacer, 0.0) == ["sound"]


def test_a_probe_leaves_at_its_own_rate_and_bears_its_number() -> None:
    pacer: Pacer[str] = Pacer(300_000)
    probe = Probe(3, 2_000_000)
    pacer.begin(probe, 1.0)
    while pacer.padding_wanted > 0:
        pacer.put("padding", 1000, Priority.PICTURE)
    found = [(1 + n / 1000, departure) for n in range(50) for departure in pacer.take(1 + n / 1000)]
    assert len(found) == 4
    assert {departure.probe for _, departure in found} == {3}
    took_s = found[-1][0] - found[0][0]
    assert 1_500_000 < 8 * 3 * 1000 / took_s < 2_500_000
    assert pacer.padding_wanted == 0
    pacer.put("picture", 1000, Priority.PICTURE)
    assert [departure.probe for n in range(500) for departure in pacer.take(1.1 + n / 1000)] == [None]


def test_what_waits_may_be_taken_back() -> None:
    pacer: Pacer[str] = Pacer(1000)
    pacer.put("picture", 100, Priority.PICTURE)
    pacer.put("repeat", 10, Priority.REPEAT)
    assert pacer.drop(Priority.PICTURE) == ["picture"]
    assert pacer.queued == 10
    assert left(pacer, 0.0) == ["repeat"]


def test_one_who_looks_again_when_told_to_sends_all_there_is() -> None:
    pacer: Pacer[str] = Pacer(1_000_000)
    assert pacer.due_s(0) is None
    for _ in range(30):
        pacer.put("picture", 1000, Priority.PICTURE)
    now, looks, found = 0.0, 0, left(pacer, 0.0)
    while (due_s := pacer.due_s(now)) is not None:
        now, looks = due_s, looks + 1
        found += left(pacer, now)
        assert looks < 100
    assert len(found) == 30
    assert now <= 0.15


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(Priority), st.integers(1, 1500)), max_size=200),
    st.integers(20_000, 6_000_000),
    st.booleans(),
)
def test_whatever_is_put_leaves_once_and_within_two_seconds(
    puts: list[tuple[Priority, int]], rate_bps: int, careful: bool
) -> None:
    pacer: Pacer[int] = Pacer(rate_bps)
    pacer.set_rate(rate_bps, careful=careful)
    for n, (priority, size) in enumerate(puts):
        pacer.put(n, size, priority)
    found = [departure.item for step in range(200) for departure in pacer.take(step / 100)]
    assert sorted(found) == list(range(len(puts)))
    assert pacer.queued == 0
