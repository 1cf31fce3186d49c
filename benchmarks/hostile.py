"""A million hostile inputs: RTP, RTCP, feedback, pictures, sound, descriptions, candidates, STUN and DTLS.

What is looked for: an exception where the engine expects none, and memory that grows with what comes.

    python benchmarks/hostile.py [--inputs N] [--seed N] [--only media,handshake,negotiation,stun]

Most inputs are real ones with something wrong in them, since noise alone is refused at the first look. How many of each
kind got past that look is told, and has a target: what reaches nothing shows nothing. Each station (see
`benchmarks.hostile_rooms`) is made anew every few thousand inputs. The last line is one JSON object.
"""

import argparse
import asyncio
import gc
import json
import logging
import sys
import time
import traceback
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, Final

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.hostile_rooms.handshakes import HandshakeStation
from benchmarks.hostile_rooms.media import MediaStation
from benchmarks.hostile_rooms.negotiations import NegotiationStation, StunStation, nothing_leaves
from benchmarks.hostile_rooms.stations import Station
from benchmarks.server_rooms.figures import Figures, figure

_STATIONS: Final[dict[str, tuple[type[Station], int]]] = {
    "media": (MediaStation, 6),
    "handshake": (HandshakeStation, 1),
    "negotiation": (NegotiationStation, 2),
    "stun": (StunStation, 1),
}
"""Each with its share of the inputs."""
_LEAST_REACHED: Final = 0.1
_SETTLED: Final = 0.2
"""Share of the inputs after which memory should not grow any more."""
_TOLD_EVERY: Final = 100_000


class _Errors(logging.Handler):
    """Counts what was logged as an error, by what it was."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.kinds: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        self.kinds[f"{record.msg.splitlines()[0]}: {_told(error) if error else record.args}"] += 1


@dataclass(frozen=True)
class Found:
    """What came of the inputs."""

    raised: Counter[str]
    grown_mib: float
    took_s: float
    inputs: Counter[str]
    reached: Counter[str]


def _told(error: BaseException) -> str:
    """What it was, and where."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    return f"{error!r}" + "".join(f" at {Path(frame.filename).name}:{frame.lineno}" for frame in last)


def _resident_mib() -> float:
    gc.collect()
    return float(psutil.Process().memory_info().rss) / 2**20


async def put_in(inputs: int, seed: int, names: list[str]) -> Found:
    """Put so many inputs in, in turns at the stations of those names."""
    chance = Random(seed)  # noqa: S311 - repeatable chance, no secret
    raised: Counter[str] = Counter()

    def unforeseen(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        raised[_told(error) if error else str(context["message"])] += 1

    asyncio.get_running_loop().set_exception_handler(unforeseen)
    stations = [_STATIONS[name][0](chance) for name in names]
    order = [station for station, name in zip(stations, names, strict=True) for _ in range(_STATIONS[name][1])]
    settled_mib, began_s = _resident_mib(), time.monotonic()
    for n in range(inputs):
        try:
            await order[n % len(order)].put()
        except Exception as error:  # noqa: BLE001 - what is looked for
            raised[_told(error)] += 1
        if n == round(inputs * _SETTLED):
            settled_mib = _resident_mib()
        if n and n % _TOLD_EVERY == 0:
            print(f"{n} inputs, {time.monotonic() - began_s:.0f} s, {_resident_mib():.0f} MiB", flush=True)
    for station in stations:
        await station.close()
    took_s = time.monotonic() - began_s
    return Found(
        raised,
        _resident_mib() - settled_mib,
        took_s,
        sum((station.inputs for station in stations), Counter()),
        sum((station.reached for station in stations), Counter()),
    )


def figures_of(found: Found, errors: Counter[str], inputs: int) -> Figures:
    """The figures, after the exceptions for people."""
    for what, count in (found.raised + errors).most_common(30):
        print(f"{count} × {what}")
    return {
        "inputs": figure(inputs, "inputs", least=inputs),
        "exceptions": figure(found.raised.total() + errors.total(), "exceptions", most=0),
        "grown": figure(found.grown_mib, "MiB", most=20),
        "speed": figure(inputs / found.took_s, "inputs a second"),
        **{
            f"{kind} reached".replace(" ", "_"): figure(
                found.reached[kind] / count, f"of {count} got past the first look", least=_LEAST_REACHED
            )
            for kind, count in sorted(found.inputs.items())
        },
    }


def main() -> int:
    """Put in, and tell what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default=",".join(_STATIONS), help="stations, by commas (all)")
    asked = parser.parse_args()
    names = asked.only.split(",")
    if unknown := set(names) - set(_STATIONS):
        parser.error(f"no such stations: {', '.join(unknown)}")
    errors = _Errors()
    logging.getLogger().addHandler(errors)
    with nothing_leaves():
        found = asyncio.run(put_in(asked.inputs, asked.seed, names))
    figures = figures_of(found, errors.kinds, asked.inputs)
    print(json.dumps(figures))
    return 0 if all(each["reached"] for each in figures.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
