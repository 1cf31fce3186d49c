"""A long call between two processes over loopback, and what each of them holds meanwhile.

Each process runs the whole engine with pictures and sound both ways (see `benchmarks.call`) and keeps nothing of what
it sees: what grows is the engine's.
"""

import asyncio
import multiprocessing
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.connection import Connection
from statistics import median
from typing import Final

import psutil

from benchmarks.call import SIZE, relayed
from benchmarks.memory_rooms.in_use import InUse, in_use
from benchmarks.memory_rooms.slope import Slope, slope
from desk_client.rtc.engine import Engine
from desk_client.rtc.picture import stamp
from desk_client.rtc.picture.scaler import Picture, TileScaler
from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    CreateOffer,
    Event,
    LocalDescription,
    Measured,
    MediaChoice,
    OpenMedia,
    Stream,
)

NAMES: Final = ("offering end", "answering end")
_MB: Final = 1e6
_END_S: Final = 10.0
_HEARD_DBFS: Final = -50.0
_PATIENCE_S: Final = 10.0
"""Of an end that is asked what it is at."""


@dataclass(frozen=True)
class Inside:
    """What an end tells of itself; the last two count from the beginning."""

    in_use: InUse
    tasks: int
    pictures: int
    """Of the other end, painted."""
    seconds_heard: int
    """In which the other end's tone was heard."""


@dataclass(frozen=True)
class Sample:
    """What an end held at a moment."""

    at_s: float
    resident_mb: float
    descriptors: int
    threads: int
    inside: Inside


@dataclass(frozen=True)
class Held:
    """What one end held from its warm-up on.

    Attributes:
        resident: in MB (10⁶ bytes) for each hour.
        heap: of that, what the C library has lent out (see `InUse`).
        blocks: of Python's allocator, in use, for each hour.
        more: descriptors, threads and tasks, by name: how many more they were in the last quarter than in the first.
        fps: pictures of the other end that were painted.
        heard: share of the seconds in which its tone was heard.
    """

    resident: Slope
    heap: Slope
    blocks: Slope
    more: dict[str, float]
    fps: float
    heard: float


def held(samples: Sequence[Sample]) -> Held:
    """What the samples of one end tell.

    Raises:
        ValueError: they are too few.
    """
    moments = [each.at_s for each in samples]
    quarter = len(samples) // 4
    counts = {
        "descriptors": [each.descriptors for each in samples],
        "threads": [each.threads for each in samples],
        "tasks": [each.inside.tasks for each in samples],
    }
    first, last = samples[0], samples[-1]
    took_s = last.at_s - first.at_s
    return Held(
        slope(moments, [each.resident_mb for each in samples]),
        slope(moments, [each.inside.in_use.heap_mb for each in samples]),
        slope(moments, [each.inside.in_use.blocks for each in samples]),
        {name: median(count[-quarter:]) - median(count[:quarter]) for name, count in counts.items()},
        (last.inside.pictures - first.inside.pictures) / took_s,
        (last.inside.seconds_heard - first.inside.seconds_heard) / took_s,
    )


def sampled(
    warm_up_s: float, seconds: float, every_s: float, planted_mb_an_hour: float = 0.0
) -> Iterator[tuple[Sample, ...]]:
    """Hold a call; what its ends hold, the one that offers first, from after the warm-up on.

    Args:
        warm_up_s: how long nothing is sampled.
        seconds: how long something is, from then on.
        every_s: between two samples.
        planted_mb_an_hour: what each end leaks, to see that it is found.
    """
    with _call(planted_mb_an_hour) as ends:
        time.sleep(warm_up_s)
        began_s = time.monotonic()
        due_s = began_s
        while due_s <= began_s + seconds:
            time.sleep(max(0.0, due_s - time.monotonic()))
            yield tuple(_sample(*end) for end in ends)
            due_s = max(due_s + every_s, time.monotonic())


def _sample(process: psutil.Process, pipe: Connection) -> Sample:
    pipe.send("look")
    if not pipe.poll(_PATIENCE_S):
        raise TimeoutError("an end does not answer")
    inside = pipe.recv()
    with process.oneshot():
        resident_mb = process.memory_info().rss / _MB
        return Sample(time.monotonic(), resident_mb, process.num_fds(), process.num_threads(), inside)


@contextmanager
def _call(planted_mb_an_hour: float) -> Iterator[list[tuple[psutil.Process, Connection]]]:
    context = multiprocessing.get_context("spawn")
    pipes = [context.Pipe() for _ in NAMES]
    processes = [
        context.Process(target=_end, args=(index == 0, pipe[1], planted_mb_an_hour), name=f"end-{index}")
        for index, pipe in enumerate(pipes)
    ]
    for process in processes:
        process.start()
    try:
        relayed(pipes[0][0], pipes[1][0])
        yield [(psutil.Process(process.pid), pipe[0]) for process, pipe in zip(processes, pipes, strict=True)]
        for ours, _ in pipes:
            ours.send("end")
        for process in processes:
            process.join(_END_S)
    finally:
        for process in processes:
            process.kill()
            process.join()


class _Attention:
    """Counts what comes from the other end."""

    def __init__(self, peer: int) -> None:
        self._peer = peer
        self.pictures = self.seconds_heard = 0

    def picture(self, picture: Picture) -> None:
        """Called by the scaler."""
        found = stamp.read(picture.luma())
        self.pictures += found is not None and found.source == self._peer

    def measured(self, dbfs: float | None) -> None:
        """Called once a second with how loud it was."""
        self.seconds_heard += dbfs is not None and dbfs > _HEARD_DBFS


def _end(offers: bool, pipe: Connection, planted_mb_an_hour: float) -> None:  # noqa: FBT001  (a process's arguments come in order)
    """One process of the two."""
    mine, theirs = (1, 2) if offers else (2, 1)
    attention = _Attention(theirs)
    engine = Engine()
    scalers = TileScaler(attention.picture), TileScaler(lambda _picture: None)
    for stream, scaler in zip((Stream.REMOTE, Stream.LOCAL), scalers, strict=True):
        scaler.resize(*SIZE)
        engine.attach(stream, scaler)

    def on_event(event: Event) -> None:
        match event:
            case LocalDescription(_, _, sdp):
                pipe.send(sdp)
            case Measured(stats):
                attention.measured(stats.remote_audio_dbfs)
            case _:
                pass

    engine.start(on_event)
    engine.post(OpenMedia(MediaChoice(mine, 400.0 * mine, "synthetic", "synthetic", "none", *SIZE)))
    pipe.send("ready")
    pipe.recv()
    if offers:
        engine.post(CreateOffer(1, ()))
        engine.post(AcceptAnswer(1, pipe.recv()))
    else:
        engine.post(AcceptOffer(1, pipe.recv(), ()))
    leaked: list[bytes] = []
    looked_s = time.monotonic()
    while pipe.recv() == "look":
        before_s, looked_s = looked_s, time.monotonic()
        leaked.append(b"\1" * round(planted_mb_an_hour * _MB * (looked_s - before_s) / 3600))
        pipe.send(Inside(in_use(), _tasks(engine), attention.pictures, attention.seconds_heard))
    engine.stop()
    for scaler in scalers:
        scaler.close()


def _tasks(engine: Engine) -> int:
    loop = engine._loop  # noqa: SLF001 - an engine tells nobody of its tasks, and who looks for leaks wants them counted
    assert loop is not None
    return len(asyncio.all_tasks(loop))
