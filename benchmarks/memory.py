"""Whether a call's memory grows: two of our ends for two hours, pictures (640×360) and sound both ways.

    python benchmarks/memory.py [--minutes 120] [--warm-up-minutes 10] [--planted MB] [--samples FILE] [--table]
    python benchmarks/memory.py --accelerated [--minutes 120] [--warm-up-minutes 20] [--planted MB] [--unread] [--trace]

Two processes over loopback, sampled from outside every few seconds: resident memory, file descriptors, threads, and
from inside the tasks of the engine's loop and what is in use of the memory. What is judged is the upper end of the
resident memory's 95 % interval: a run that is too short to tell does not pass. With `--table` it takes its place among
the media benchmark's rows.

`--accelerated` takes the same time in virtual seconds, some twenty times faster: two ends in one process with all that
is between encoder and decoder, over a path that loses, delays, repeats and changes its rate. It finds within minutes a
table that only grows; threads, sockets, codecs and devices are the long run's. Judged there is how many blocks Python
has in use, with confidence, and by its slope alone what is larger, which comes in steps of a megabyte. With `--unread`
one end takes none of what comes. `--trace` tells as well which lines hold more at its end than after the warm-up, at a
third of that speed. The last line is one JSON object.
"""

import argparse
import json
import sys
import time
import tracemalloc
from collections.abc import Iterable
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.media_rooms import results
from benchmarks.media_rooms.alone_rows import MOST_MB_AN_HOUR, VIRTUAL_WARM_UP_MINUTES, memory_row
from benchmarks.media_rooms.rows import ORDER
from benchmarks.memory_rooms.long_call import NAMES, Held, Sample, held, sampled
from benchmarks.memory_rooms.slope import slope
from benchmarks.memory_rooms.virtual_call import MINUTE_S, VirtualSample, sampled_in_virtual_time
from benchmarks.server_rooms.figures import Figures, figure

_MOST_BLOCKS_AN_HOUR: Final = 5000
"""An entry for each packet that is lost would be some thirty thousand."""
_WARM_UP_MINUTES: Final = 10.0
_LEAST_FPS: Final = 20
"""Painted, so that it was a call at all."""
_EVERY_S: Final = 5.0
_TOLD_EVERY: Final = 60
"""Samples between two lines of what is held."""
_TOLD_EVERY_MINUTES: Final = 10
_LINES_TOLD: Final = 12


def of_an_end(name: str, end: Held) -> Figures:
    """Its figures, after a line for people."""
    print(f"{name}: resident MB {end.resident}; in use of it, heap MB {end.heap}, Python's blocks {end.blocks}")
    short = name.split(maxsplit=1)[0]
    return {
        f"{short}_slope": figure(end.resident.an_hour, "MB/h"),
        f"{short}_slope_at_most": figure(end.resident.at_most, "MB/h, with 95 % confidence", most=MOST_MB_AN_HOUR),
        f"{short}_heap_slope": figure(end.heap.an_hour, "MB/h in use"),
        **{f"{short}_more_{what}": figure(more, what, most=0) for what, more in end.more.items()},
        f"{short}_fps": figure(end.fps, "1/s", least=_LEAST_FPS),
        f"{short}_heard": figure(end.heard, "share of the seconds", least=0.95),
    }


def long_call(asked: argparse.Namespace) -> Figures:
    """Hold the call, and tell of it while it lasts."""
    samples: list[tuple[Sample, ...]] = []
    for both in sampled(60 * asked.warm_up_minutes, 60 * asked.minutes, _EVERY_S, asked.planted):
        if len(samples) % _TOLD_EVERY == 0:
            told = (f"{each.resident_mb:.1f} MB, {each.descriptors} fds, {each.threads} threads" for each in both)
            print(f"minute {len(samples) * _EVERY_S / 60:.0f}:", "; ".join(told), flush=True)
        samples.append(both)
        if asked.samples is not None:
            with asked.samples.open("a") as file:
                file.writelines(
                    f"{name},{each.at_s:.1f},{each.resident_mb:.3f},{each.descriptors},{each.threads},{each.inside.tasks},"
                    f"{each.inside.in_use.heap_mb:.3f},{each.inside.in_use.blocks}\n"
                    for name, each in zip(NAMES, both, strict=True)
                )
    found = {"minutes": figure(asked.minutes, "min"), "warm_up": figure(asked.warm_up_minutes, "min")}
    ends = {name: held(of_one) for name, of_one in zip(NAMES, zip(*samples, strict=True), strict=True)}
    for name, end in ends.items():
        found |= of_an_end(name, end)
    if asked.table:
        what = "real time, whole engine, a process each: the end that grows most"
        row = memory_row("memory-real", what, asked.minutes, [end.resident for end in ends.values()])
        command = f"python benchmarks/memory.py --minutes {asked.minutes:g} --table"
        results.write(results.TABLE, [row], about=results.about(), command=command, order=ORDER, remark="")
    return found


def virtual_call(
    minutes: float, warm_up_minutes: float, planted_mb_an_hour: float, *, unread: bool, trace: bool
) -> Figures:
    """The same in virtual time."""
    leaked: list[bytes] = []
    leaked_bytes = 0
    before: list[tracemalloc.Snapshot] = []

    def keep(data: bytes) -> None:
        """Leak as much of what is sent as was asked for."""
        nonlocal leaked_bytes
        if leaked_bytes < planted_mb_an_hour * 1e6 * time.monotonic() / 3600:
            leaked.append(data)
            leaked_bytes += len(data)

    def on_sample(sample: VirtualSample) -> None:
        minute = round(sample.at_s / MINUTE_S)
        if minute % _TOLD_EVERY_MINUTES == 0:
            print(f"minute {minute}: {sample.resident_mb:.1f} MB, in use {sample.in_use}", flush=True)
        if trace and not before and minute >= warm_up_minutes:
            before.append(tracemalloc.take_snapshot())

    if trace:
        tracemalloc.start()
    began_s = time.perf_counter()
    samples = sampled_in_virtual_time(warm_up_minutes + minutes, unread=unread, keep=keep, on_sample=on_sample)
    took_s = time.perf_counter() - began_s
    for line in tracemalloc.take_snapshot().compare_to(before[0], "lineno")[:_LINES_TOLD] if before else ():
        print(line)
    return of_virtual_time([each for each in samples if each.at_s >= warm_up_minutes * MINUTE_S], took_s)


def of_virtual_time(samples: list[VirtualSample], took_s: float) -> Figures:
    """The figures of samples after the warm-up, after two lines for people."""
    moments = [each.at_s for each in samples]
    resident = slope(moments, [each.resident_mb for each in samples])
    heap = slope(moments, [each.in_use.heap_mb for each in samples])
    blocks = slope(moments, [each.in_use.blocks for each in samples])
    print(f"resident MB {resident}\nin use of it: heap MB {heap}\n              Python's blocks {blocks}")
    return {
        "virtual_minutes": figure((moments[-1] - moments[0]) / MINUTE_S, "min"),
        "packets": figure(samples[-1].packets - samples[0].packets, "packets"),
        "pictures": figure(
            samples[-1].shown - samples[0].shown, "pictures", least=round(_LEAST_FPS * (moments[-1] - moments[0]))
        ),
        "slope": figure(resident.an_hour, "MB/h", most=MOST_MB_AN_HOUR),
        "heap": figure(heap.an_hour, "MB/h in use", most=MOST_MB_AN_HOUR),
        "blocks_at_most": figure(blocks.at_most, "blocks/h, with 95 % confidence", most=_MOST_BLOCKS_AN_HOUR),
        "took": figure(took_s / 60, "min"),
    }


def main(words: Iterable[str] | None = None) -> int:
    """Run it; 1 where something was not reached."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=120.0, help="sampled, after the warm-up")
    parser.add_argument("--warm-up-minutes", type=float, help="10; in virtual time 20")
    parser.add_argument("--accelerated", action="store_true", help="in virtual time")
    parser.add_argument("--unread", action="store_true", help="in virtual time: one end takes none of the sound")
    parser.add_argument(
        "--trace", action="store_true", help="in virtual time: tell the lines that hold more at the end"
    )
    parser.add_argument("--planted", type=float, default=0.0, metavar="MB", help="leak so much an hour: is it found?")
    parser.add_argument(
        "--samples", type=Path, help="append to it: end, s, MB, descriptors, threads, tasks, heap, blocks"
    )
    parser.add_argument("--table", action="store_true", help="write the row of the media benchmark's table")
    asked = parser.parse_args(None if words is None else list(words))
    if asked.warm_up_minutes is None:
        asked.warm_up_minutes = VIRTUAL_WARM_UP_MINUTES if asked.accelerated else _WARM_UP_MINUTES
    if asked.accelerated:
        figures = virtual_call(
            asked.minutes, asked.warm_up_minutes, asked.planted, unread=asked.unread, trace=asked.trace
        )
    else:
        figures = long_call(asked)
    print(json.dumps(figures))
    return 0 if all(each["reached"] for each in figures.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
