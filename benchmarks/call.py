"""A call between two processes over loopback: how soon it stands, how late its pictures are, how many, at what cost.

Each process runs the whole engine (synthetic camera and tone, encoder, ICE, DTLS, SRTP, decoder, own preview and the
peer's tile scaled to 640×360). Latency is taken from the stamp in the painted picture: capture in one process to the
scaled picture in the other, by their common monotonic clock.

    python benchmarks/call.py [seconds]
"""

import json
import multiprocessing
import resource
import statistics
import sys
import threading
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desk_client.rtc.engine import Engine
from desk_client.rtc.picture import stamp
from desk_client.rtc.picture.scaler import Picture, TileScaler
from desk_client.rtc.port import (
    AcceptAnswer,
    AcceptOffer,
    CallStats,
    CreateOffer,
    Event,
    LocalDescription,
    Measured,
    MediaChoice,
    OpenMedia,
    Stream,
)

WARM_UP_S = 2.0
SIZE = (640, 360)


@dataclass
class Seen:
    """What one end saw of the other."""

    peer: int
    first_at: float | None = None
    counting: bool = False
    latencies_ms: list[float] = field(default_factory=list)
    counters: list[int] = field(default_factory=list)
    first: threading.Event = field(default_factory=threading.Event)

    def picture(self, picture: Picture) -> None:
        """Called by the scaler."""
        found = stamp.read(picture.luma())
        if found is None or found.source != self.peer:
            return
        now = time.monotonic()
        if self.first_at is None:
            self.first_at = now
            self.first.set()
        if self.counting:
            self.latencies_ms.append((int(now * 1000) - found.clock_ms) % 2**32)
            self.counters.append(found.counter)


@dataclass(frozen=True)
class Result:
    """Of one end."""

    first_at: float | None
    fps: float
    latencies_ms: list[float]
    cpu_percent: float
    stats: CallStats | None


def run_end(offers: bool, pipe: Connection, seconds: float) -> None:  # noqa: FBT001  (started by multiprocessing)
    """One process of the two."""
    mine, theirs = (1, 2) if offers else (2, 1)
    seen = Seen(theirs)
    last: list[CallStats] = []
    engine = Engine()
    remote, local = TileScaler(seen.picture), TileScaler(lambda _picture: None)
    for stream, scaler in ((Stream.REMOTE, remote), (Stream.LOCAL, local)):
        scaler.resize(*SIZE)
        engine.attach(stream, scaler)

    def on_event(event: Event) -> None:
        match event:
            case LocalDescription(_, _, sdp):
                pipe.send(sdp)
            case Measured(stats):
                last[:] = [stats]
            case _:
                pass

    engine.start(on_event)
    engine.post(OpenMedia(MediaChoice(mine, 400.0 * mine, "synthetic", "synthetic", "none")))
    pipe.send("ready")
    pipe.recv()  # the other end is ready too, or (for the one who offers) the word to begin
    if offers:
        engine.post(CreateOffer(1, ()))
        engine.post(AcceptAnswer(1, pipe.recv()))
    else:
        engine.post(AcceptOffer(1, pipe.recv(), ()))
    seen.first.wait(10)
    time.sleep(WARM_UP_S)
    before, started = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
    seen.counting = True
    time.sleep(seconds)
    seen.counting = False
    after, took = resource.getrusage(resource.RUSAGE_SELF), time.monotonic() - started
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    fps = len(set(seen.counters)) / took
    pipe.send(Result(seen.first_at, fps, seen.latencies_ms, 100 * cpu_s / took, last[0] if last else None))
    engine.stop()
    remote.close()
    local.close()


def relayed(a: Connection, b: Connection) -> float:
    """Let both ends begin and carry their descriptions; when it began."""
    a.recv()
    b.recv()
    started = time.monotonic()
    b.send("begin")
    a.send("begin")
    b.send(a.recv())
    a.send(b.recv())
    return started


def measured(seconds: float) -> dict[str, dict[str, object]]:
    context = multiprocessing.get_context("spawn")
    pipes = [context.Pipe() for _ in range(2)]
    ends = [
        context.Process(target=run_end, args=(index == 0, pipes[index][1], seconds), name=f"end-{index}")
        for index in range(2)
    ]
    for end in ends:
        end.start()
    started = relayed(pipes[0][0], pipes[1][0])
    results: list[Result] = [pipe[0].recv() for pipe in pipes]
    for end in ends:
        end.join(5)
    for name, result in zip(("offering end", "answering end"), results, strict=True):
        print(f"{name}: {result.fps:.1f} fps, cpu {result.cpu_percent:.1f}%, {result.stats}")
    firsts = [result.first_at for result in results]
    setup_ms = max(first - started for first in firsts if first) * 1000 if all(firsts) else float("inf")
    latencies = sorted(latency for result in results for latency in result.latencies_ms) or [float("inf")]
    return {
        "setup_ms": figure(setup_ms, "ms", most=1000),
        "latency_ms_median": figure(statistics.median(latencies), "ms", most=60),
        "latency_ms_p95": figure(latencies[int(len(latencies) * 0.95)], "ms", most=100),
        "fps": figure(min(result.fps for result in results), "1/s", least=28),
        "cpu": figure(max(result.cpu_percent for result in results), "% of a core, each end", most=40),
    }


def figure(value: float, unit: str, *, most: float | None = None, least: float | None = None) -> dict[str, object]:
    reached = (most is None or value <= most) and (least is None or value >= least)
    return {"value": round(value, 1), "unit": unit, "target": most if most is not None else least, "reached": reached}


if __name__ == "__main__":
    print(json.dumps(measured(float(sys.argv[1]) if len(sys.argv) > 1 else 8.0)))
