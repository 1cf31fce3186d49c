"""That this computer slept is noticed by a clock that goes on meanwhile."""

import asyncio
import time
from datetime import timedelta

import pytest

from desk_client.client.desk import DeskClient, Slept
from desk_client.client.gateway import Gateway
from desk_client.client.sleep_watch import LEAST, SleepWatch, elapsed_s
from tests.gallery.desk_screens import conference


class Clock:
    """Goes on by so much at each look."""

    def __init__(self, *steps_s: float) -> None:
        self._steps_s = list(steps_s)
        self.now_s = 0.0
        self.is_over = asyncio.Event()

    def __call__(self) -> float:
        self.now_s += self._steps_s.pop(0) if self._steps_s else 0.001
        if not self._steps_s:
            self.is_over.set()
        return self.now_s


async def woken_by(*steps_s: float) -> list[timedelta]:
    told: list[timedelta] = []
    clock = Clock(0.0, *steps_s)
    watch = SleepWatch(told.append, clock=clock, every_s=0.001)
    watch.start()
    watch.start()
    await asyncio.wait_for(clock.is_over.wait(), 5)
    await asyncio.sleep(0)
    await watch.stop()
    return told


async def test_a_night_is_told_of_once_and_a_busy_second_is_not() -> None:
    (night,) = await woken_by(0.001, 2.5, 30_000.0, 0.001)
    assert night == pytest.approx(timedelta(seconds=30_000), abs=timedelta(seconds=0.01))
    assert await woken_by(0.001, LEAST.total_seconds() - 0.5, 0.001) == []


def test_the_clock_goes_on_while_the_computer_sleeps() -> None:
    awake_s = time.monotonic()
    assert elapsed_s() >= awake_s
    if hasattr(time, "CLOCK_BOOTTIME"):
        assert elapsed_s() == pytest.approx(time.clock_gettime(time.CLOCK_BOOTTIME), abs=1)


async def test_a_client_that_wakes_begins_every_line_anew_and_says_why() -> None:
    hurried: list[str] = []

    class Line:
        def hurry(self) -> None:
            hurried.append("line")

    client = DeskClient(Gateway("http://127.0.0.1:9"), conference)
    client.line = Line()  # type: ignore[assignment]  # all that waking asks of one
    client._woken(timedelta(minutes=3))
    client._woken(timedelta(minutes=3))
    assert hurried == ["line", "line"]
    assert client.slept.value == Slept(2, timedelta(minutes=3))
    client.line = None
    await client.close()
