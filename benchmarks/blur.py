"""What a blurred background costs: the real network and the real filters, thirty pictures a second in real time.

    python benchmarks/blur.py [--seconds N]

Of one core, in the camera's thread: the person is looked for in every other picture. The last line is one JSON object.
"""

import argparse
import json
import statistics
import sys
import threading
import time
from pathlib import Path
from typing import Final

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.server_rooms.figures import Figures, figure, percentile
from desk_client.rtc.background_port import Background
from desk_client.rtc.clock import Beat
from desk_client.rtc.picture.surroundings import Surroundings
from tests.fakes.photograph import photograph

_FPS: Final = 30
_SIZES: Final = ((640, 360), (1280, 720))
_ROUNDS: Final = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=5)
    asked = parser.parse_args()
    found: Figures = {}
    before = psutil.Process().memory_info().rss
    found["until somebody is found"] = figure(until_found_ms(), "ms")
    found["memory"] = figure((psutil.Process().memory_info().rss - before) / 2**20, "MiB")
    for width, height in _SIZES:
        name = f"{width}x{height}"
        rounds = [cost(width, height, asked.seconds) for _ in range(_ROUNDS)]
        shares = sorted(share for share, _ in rounds)
        pictures = [picture_ms for _, all_ms in rounds for picture_ms in all_ms]
        print(f"{name}: {shares} % of a core, a picture {statistics.median(pictures):.1f} ms")
        found[f"core {name}"] = figure(statistics.median(shares), "% of a core", most=15)
        found[f"picture p99 {name}"] = figure(percentile(pictures, 0.99), "ms", most=1000 / _FPS)
    print(json.dumps(found))


def until_found_ms() -> float:
    """From switching it on to the first picture in which somebody is sharp; the library is loaded in it."""
    told: list[Background] = []
    surroundings = Surroundings(told.append)
    frame = photograph()
    beat = Beat(1 / _FPS, threading.Event())
    began = time.monotonic()
    surroundings.set_on(on=True)
    while Background.BLURRED not in told:
        surroundings.seen(frame)
        beat.wait()
    return (time.monotonic() - began) * 1000


def cost(width: int, height: int, seconds: int) -> tuple[float, list[float]]:
    """How much of a core this process took, which does nothing else, and how long each picture did, in ms."""
    surroundings = Surroundings(lambda _background: None)
    surroundings.set_on(on=True)
    surroundings.join(10)
    frame = photograph(width, height)
    surroundings.seen(frame)
    beat = Beat(1 / _FPS, threading.Event())
    took: list[float] = []
    processor_s = time.process_time()
    for _ in range(seconds * _FPS):
        beat.wait()
        began = time.monotonic()
        surroundings.seen(frame)
        took.append((time.monotonic() - began) * 1000)
    return round((time.process_time() - processor_s) / seconds * 100, 1), took


if __name__ == "__main__":
    main()
