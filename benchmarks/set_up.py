"""How soon one sees the other, on a path that loses one packet in ten: STUN, handshake and media alike.

    python benchmarks/set_up.py [--runs N] [--loss 0.1] [--delay-ms 0]

Two of our ends in one process, over loopback; what is lost is drawn from the run's number, so that it can be repeated.
From the offer asked for to the first picture at both ends. The last line is one JSON object.
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.media_rooms.lossy_path import LossyPath, between_all_ends
from benchmarks.server_rooms.figures import figure, percentile
from tests.fakes.call_end import CallEnd, negotiate

_TARGET_MS = 700.0


def set_up_ms(path: LossyPath) -> float:
    with between_all_ends(path), CallEnd(1) as one, CallEnd(2) as other:
        began = time.perf_counter()
        negotiate(one, other, 1)
        return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--loss", type=float, default=0.1)
    parser.add_argument("--delay-ms", type=float, default=0.0, help="one way")
    asked = parser.parse_args()
    took = [set_up_ms(LossyPath(run, asked.loss, asked.delay_ms / 1000)) for run in range(asked.runs)]
    median, p95 = percentile(took, 0.5), percentile(took, 0.95)
    print(
        f"{asked.runs} set-ups at {asked.loss:.0%} loss: median {median:.0f} ms, p95 {p95:.0f}, worst {max(took):.0f}"
    )
    print(json.dumps({"set_up_p95": figure(p95, f"ms at {asked.loss:.0%} loss", most=_TARGET_MS)}))
