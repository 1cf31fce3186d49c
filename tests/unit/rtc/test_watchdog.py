"""When pictures flow, stall, and when nothing comes at all."""

from desk_client.rtc.watchdog import DEAD_AFTER_S, STALLED_AFTER_S, Flow, Watchdog


def test_the_first_picture_flows_and_further_ones_say_nothing() -> None:
    dog = Watchdog(connected_at=100)
    assert dog.picture(100.1) is Flow.FLOWING
    assert dog.picture(100.2) is None
    assert dog.tick(100.3, 5) is None


def test_two_seconds_without_a_picture_are_a_stall_told_once() -> None:
    dog = Watchdog(connected_at=100)
    dog.picture(100)
    assert dog.tick(100 + STALLED_AFTER_S - 0.1, 1) is None
    assert dog.tick(100 + STALLED_AFTER_S, 2) is Flow.STALLED
    assert dog.tick(100 + STALLED_AFTER_S + 1, 3) is None
    assert dog.picture(104) is Flow.FLOWING
    assert dog.tick(106, 4) is Flow.STALLED


def test_a_connection_that_never_shows_a_picture_stalls() -> None:
    dog = Watchdog(connected_at=100)
    assert dog.tick(102, 0) is Flow.STALLED


def test_sound_alone_keeps_it_alive() -> None:
    dog = Watchdog(connected_at=100)
    told = [dog.tick(100 + second, second) for second in range(60)]
    assert [each for each in told if each] == [Flow.STALLED]


def test_when_nothing_at_all_comes_it_is_dead_told_once() -> None:
    dog = Watchdog(connected_at=100)
    dog.tick(101, 7)
    told = [(second, dog.tick(101 + second, 7)) for second in range(1, 30)]
    assert [each for each in told if each[1]] == [(1, Flow.STALLED), (int(DEAD_AFTER_S), Flow.DEAD)]
