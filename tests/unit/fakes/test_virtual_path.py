"""Time that passes only when told to, and a link in it."""

import pytest

from tests.fakes.network_path import Conditions, Lost, Path
from tests.fakes.virtual_path import VirtualClock, VirtualLink


def test_things_happen_in_their_order_and_those_of_one_moment_as_they_were_asked_for() -> None:
    clock, happened = VirtualClock(), list[tuple[str, float]]()
    for name, at_s in (("late", 2.0), ("early", 1.0), ("early too", 1.0), ("never", 3.5)):
        clock.call_at(at_s, lambda name=name: happened.append((name, clock.now())))  # type: ignore[misc]  # mypy cannot infer a lambda with a default
    clock.run_until(3.0)
    assert happened == [("early", 1.0), ("early too", 1.0), ("late", 2.0)]
    assert clock.now() == 3.0


def test_what_is_called_off_does_not_happen() -> None:
    clock, happened = VirtualClock(), list[float]()
    appointment = clock.call_at(1.0, lambda: happened.append(1.0))
    clock.call_at(0.5, appointment.cancel)
    clock.run_until(2.0)
    assert happened == []


def test_a_chain_of_appointments_runs_as_far_as_asked_and_goes_on_later() -> None:
    clock, beats = VirtualClock(), list[float]()

    def beat() -> None:
        beats.append(clock.now())
        clock.call_at(clock.now() + 0.25, beat)

    clock.call_at(0.0, beat)
    clock.run_until(0.6)
    assert beats == [0.0, 0.25, 0.5]
    clock.run_until(0.75)
    assert beats[-1] == 0.75


def test_a_past_moment_counts_as_now() -> None:
    clock, happened = VirtualClock(), list[float]()
    clock.run_until(2.0)
    clock.call_at(1.0, lambda: happened.append(clock.now()))
    clock.run_until(2.0)
    assert happened == [2.0]


def test_a_link_delivers_when_its_path_says_and_remembers_what_became_of_each_packet() -> None:
    clock, came = VirtualClock(), list[tuple[str, float]]()
    path = Path(Conditions(delay_s=0.05, rate_bps=1e6, queue_s=0.005, twice=1.0))
    link = VirtualLink[str](clock, path, lambda packet: came.append((packet, clock.now())))
    clock.call_at(1.0, lambda: link.send("one", 1250))
    clock.call_at(1.0, lambda: link.send("two", 1250))
    clock.call_at(1.1, lambda: link.send("three", 125))
    clock.run_until(2.0)
    assert [packet for packet, _ in came] == ["one", "one", "three", "three"]
    assert [at_s for _, at_s in came] == pytest.approx([1.06, 1.06, 1.151, 1.151])
    assert [fate.lost for fate in link.fates] == [None, Lost.QUEUE, None]
