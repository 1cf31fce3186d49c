"""A terminal's clock may be wrong; what it tells people is the server's."""

from datetime import UTC, datetime, timedelta

from desk_client.client.server_clock import ServerClock

OWN = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
SERVER = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)


class Elapsed:
    """Seconds since whenever."""

    def __init__(self) -> None:
        self.s = 1_000.0

    def __call__(self) -> float:
        return self.s


def test_it_is_the_machines_own_until_the_server_has_spoken() -> None:
    assert ServerClock(lambda: OWN).now() == OWN


def test_then_it_is_the_servers_however_wrong_the_machine_is() -> None:
    elapsed = Elapsed()
    clock = ServerClock(lambda: OWN, elapsed)
    clock.ask()(SERVER)
    assert clock.now() == SERVER
    elapsed.s += 90
    assert clock.now() == SERVER + timedelta(seconds=90)


def test_a_slow_line_counts_half() -> None:
    elapsed = Elapsed()
    clock = ServerClock(lambda: OWN, elapsed)
    hear = clock.ask()
    elapsed.s += 4
    hear(SERVER)
    assert clock.now() == SERVER + timedelta(seconds=2)


def test_the_last_word_counts() -> None:
    clock = ServerClock(lambda: OWN, Elapsed())
    clock.ask()(SERVER)
    clock.ask()(SERVER + timedelta(minutes=5))
    assert clock.now() == SERVER + timedelta(minutes=5)
