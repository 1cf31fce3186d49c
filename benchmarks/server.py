"""The server: what it carries on one core, how soon it answers, and that it never books twice nor loses anything.

    python benchmarks/server.py [part …] [--seconds N] [--seeds N] [--kills N]

Parts: throughput, million, storms, kills; all of them where none is named. Each begins at the same hour of the
same day, by a clock of its own (`server_rooms/hour.py`). The last line is one JSON object.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.server_rooms import kills, million, storms, throughput
from benchmarks.server_rooms.figures import Figures

PARTS = ("throughput", "million", "storms", "kills")


def measured(parts: list[str], *, seconds: float, seeds: int, deaths: int) -> Figures:
    found: Figures = {}
    for part in parts:
        match part:
            case "throughput":
                with tempfile.TemporaryDirectory() as folder:
                    found |= throughput.measured(seconds, Path(folder))
            case "million":
                found |= million.measured()
            case "storms":
                found |= storms.measured(seeds)
            case _:
                found |= kills.measured(deaths)
    return found


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], default=[])
    parser.add_argument("--seconds", type=float, default=60.0, help="of the sustained load, on each store")
    parser.add_argument("--seeds", type=int, default=100, help="storms at the gate, on each store")
    parser.add_argument("--kills", type=int, default=200, help="deaths, half of them on each store")
    asked = parser.parse_args()
    figures = measured(asked.parts or list(PARTS), seconds=asked.seconds, seeds=asked.seeds, deaths=asked.kills)
    assert all(each["target"] is not None for each in figures.values())
    print(json.dumps(figures))
