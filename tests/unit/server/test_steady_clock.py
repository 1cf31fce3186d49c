from datetime import UTC, datetime, timedelta

import pytest

from desk_client.server.steady_clock import FOLLOWED_IN_ALL, SteadyClock

START = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
HOUR = 3600.0


class Machine:
    """A machine whose wall clock can be set while time goes on."""

    def __init__(self) -> None:
        self.wall_s = START.timestamp()
        self.elapsed_s = 17.0
        self.clock = SteadyClock(lambda: self.wall_s, lambda: self.elapsed_s)

    def passes(self, seconds: float) -> None:
        self.wall_s += seconds
        self.elapsed_s += seconds

    def off_by_s(self) -> float:
        """By how much the clock is away from the time that has really passed."""
        return (self.clock.now() - START).total_seconds() - (self.elapsed_s - 17.0)


@pytest.mark.expected_errors("has stepped by")
@pytest.mark.parametrize("step_s", [HOUR, -HOUR, 90.0, -90.0])
def test_a_step_moves_nothing(step_s: float) -> None:
    machine = Machine()
    machine.passes(60)
    assert machine.off_by_s() == pytest.approx(0)
    machine.wall_s += step_s
    for _ in range(120):
        machine.passes(60)
        assert abs(machine.off_by_s()) < 1
    assert machine.clock.apart.total_seconds() == pytest.approx(step_s)


@pytest.mark.expected_errors("has stepped by 3600", "has stepped by -3600")
def test_there_and_back_again_is_told_and_forgotten() -> None:
    machine = Machine()
    machine.wall_s += HOUR
    machine.clock.now()
    machine.wall_s -= 2 * HOUR
    machine.clock.now()
    machine.wall_s += HOUR
    assert machine.off_by_s() == pytest.approx(0)
    assert machine.clock.apart == timedelta()


@pytest.mark.expected_errors("has stepped by")
def test_small_corrections_are_followed_and_no_more_of_them_than_harmless() -> None:
    machine = Machine()
    machine.wall_s += 0.5
    assert machine.off_by_s() == pytest.approx(0.5)
    for _ in range(100):  # a clock that is pulled on and on is no correction any more
        machine.passes(1)
        machine.wall_s += 1.5
        machine.clock.now()
    assert abs(machine.off_by_s()) <= FOLLOWED_IN_ALL.total_seconds()
