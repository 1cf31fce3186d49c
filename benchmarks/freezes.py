"""How long pictures stand still on a path that loses packets, and how late they are.

    python benchmarks/freezes.py [--seeds N] [--seconds N] [--loss 0.1] [--delay-ms 50]

Two of our ends in one process, over loopback, synthetic pictures both ways; those that one end paints are looked at. A
picture stands still where the next one was taken more than max(3 δ, δ + 150 ms) later, δ being the usual distance (W3C
webrtc-stats, `freezeCount`). The last line is one JSON object; its targets are Chromium's figures at 10 % loss and a
round trip of 100 ms, as they were measured once (480p VP8, 20 s): a hint, no comparison in one run.
"""

import argparse
import json
import statistics
import sys
import threading
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.media_rooms.lossy_path import LossyPath, between_all_ends
from benchmarks.server_rooms.figures import figure
from tests.fakes.call_end import CallEnd, negotiate

_FRAME_MS = 1000 / 30
_LEAST_MS = max(3 * _FRAME_MS, _FRAME_MS + 150)


@dataclass(frozen=True)
class Seen:
    """What one end saw in one call."""

    frozen_s: float
    longest_s: float
    pictures_a_second: float


def seen(path: LossyPath, seconds: float) -> Seen:
    with between_all_ends(path), CallEnd(1) as one, CallEnd(2) as other:
        negotiate(one, other, 1)
        one.sees(other.source, 30)
        one.forget()
        threading.Event().wait(seconds)
        clocks_ms = [stamp.clock_ms for stamp in one.remote.stamps if stamp.source == other.source]
    gaps_ms = [later - earlier for earlier, later in pairwise(clocks_ms)]
    frozen_ms = [gap for gap in gaps_ms if gap > _LEAST_MS]
    return Seen(sum(frozen_ms) / 1000, max(gaps_ms) / 1000, len(clocks_ms) / seconds)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--loss", type=float, default=0.1)
    parser.add_argument("--delay-ms", type=float, default=50.0, help="one way")
    asked = parser.parse_args()
    found = [seen(LossyPath(run, asked.loss, asked.delay_ms / 1000), asked.seconds) for run in range(asked.seeds)]
    for each in found:
        print(each)
    frozen, longest = (
        statistics.median(values) for values in zip(*((x.frozen_s, x.longest_s) for x in found), strict=True)
    )
    print(f"median: {frozen:.2f} s frozen of {asked.seconds:.0f}, longest {longest:.2f} s")
    figures = {
        "frozen": figure(frozen, f"s of {asked.seconds:.0f} at {asked.loss:.0%} loss", most=3.1 * asked.seconds / 20),
        "longest": figure(longest, "s", most=0.41),
    }
    print(json.dumps(figures))
