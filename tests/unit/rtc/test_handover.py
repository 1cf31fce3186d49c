"""Events on their way from the engine's thread to a loop that reads them, or does not."""

import asyncio
import itertools
import threading
import tracemalloc
from collections.abc import Callable
from dataclasses import MISSING, fields, replace

import pytest

from desk_client.rtc.handover import Handover
from desk_client.rtc.port import (
    CallStats,
    Event,
    Measured,
    MediaFlowing,
    MediaStalled,
    SoundLevels,
    SpeakingWhileMuted,
)

_TWO_HOURS_S = 7200
_FIGURES = CallStats(**{each.name: None for each in fields(CallStats) if each.default is MISSING})  # type: ignore[arg-type]  # nothing is known


def told_by_an_engine(handover: Callable[[Event], None], seconds: int) -> None:
    """What it tells in so long a talk of four, from a thread of its own."""

    def tell() -> None:
        for second in range(seconds):
            for tenth in range(10):
                handover(SoundLevels(-20.0, -second - tenth / 10))
            for peer in "abc":
                handover(Measured(replace(_FIGURES, frames_painted=second), peer))
            if second % 10 == 0:
                handover(SpeakingWhileMuted())

    engine = threading.Thread(target=tell)
    engine.start()
    engine.join()


async def turned() -> None:
    """Let the loop do what is due."""
    for _ in range(5):
        await asyncio.sleep(0)


async def test_each_event_is_taken_once_and_in_order_on_the_loop() -> None:
    taken: list[tuple[Event, int]] = []
    handover = Handover(asyncio.get_running_loop(), lambda event: taken.append((event, threading.get_ident())))
    told: list[Event] = [MediaFlowing("a"), SoundLevels(-20.0, -30.0), MediaStalled("a"), MediaFlowing("b")]
    for event in told:
        await asyncio.to_thread(handover, event)
    await turned()
    assert taken == [(event, threading.get_ident()) for event in told]


@pytest.mark.no_cover
async def test_two_hours_that_nobody_reads_take_no_memory_and_the_newest_is_read_then() -> None:
    taken: list[Event] = []
    handover = Handover(asyncio.get_running_loop(), taken.append)
    tracemalloc.start()
    handover(MediaStalled("a"))
    told_by_an_engine(handover, 120)
    before, _ = tracemalloc.get_traced_memory()
    told_by_an_engine(handover, _TWO_HOURS_S)  # this loop does not run meanwhile
    handover(MediaFlowing("a"))
    after, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert after - before < 20_000
    await turned()
    figures = [event for event in taken if isinstance(event, Measured)]
    assert len(figures) == 180
    assert figures[-1] == Measured(replace(_FIGURES, frames_painted=_TWO_HOURS_S - 1), "c")
    assert [event for event in taken if isinstance(event, SoundLevels)] == [SoundLevels(-20.0, -7199.9)]
    assert [event for event in taken if isinstance(event, MediaStalled | MediaFlowing)] == [
        MediaStalled("a"),
        MediaFlowing("a"),
    ]


async def test_what_is_no_sign_of_a_moment_is_never_left_out() -> None:
    taken: list[Event] = []
    handover = Handover(asyncio.get_running_loop(), taken.append)
    told = [event for peer in map(str, range(500)) for event in (MediaFlowing(peer), MediaStalled(peer))]
    for event in told:
        handover(event)
    await turned()
    assert taken == told


async def test_one_that_cannot_be_taken_does_not_hold_up_the_next() -> None:
    taken: list[Event] = []
    failed: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _loop, context: failed.append(context["exception"]))

    def take(event: Event) -> None:
        if event == MediaStalled("a"):
            raise KeyError(event)
        taken.append(event)

    handover = Handover(asyncio.get_running_loop(), take)
    handover(MediaStalled("a"))
    handover(MediaFlowing("a"))
    await turned()
    assert taken == [MediaFlowing("a")]
    assert [type(error) for error in failed] == [KeyError]


def test_after_the_loops_end_nothing_is_raised() -> None:
    loop = asyncio.new_event_loop()
    handover = Handover(loop, lambda _event: pytest.fail("nobody is there"))
    loop.close()
    for _ in itertools.repeat(None, 3):
        handover(MediaFlowing())
