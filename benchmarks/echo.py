"""Whether anybody hears themselves, and what it costs: see `media_rooms/echo.py`.

    python benchmarks/echo.py [--rooms N]

The last line is one JSON object.
"""

import argparse
import json
import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.media_rooms.echo import AIMED_AT, Timed, echoes
from benchmarks.server_rooms.figures import Figures, figure


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rooms", type=int, default=5)
    asked = parser.parse_args()
    found: Figures = {}
    for case, echo in echoes(asked.rooms).items():
        erle, loss = echo.erle_db, echo.double_talk_loss_db
        print(f"echo {case}: ERLE {min(erle):.1f} to {max(erle):.1f} dB, ", end="")
        print(f"double-talk loss {min(loss):.2f} to {max(loss):.2f} dB")
        aimed_at = case == AIMED_AT
        name = "" if aimed_at else f" {case}"
        found[f"erle{name}"] = figure(statistics.median(erle), "dB", least=30 if aimed_at else None)
        found[f"double_talk_loss{name}"] = figure(statistics.median(loss), "dB", most=3 if aimed_at else None)
    found["cpu"] = figure(Timed.cpu_s * 1000 / (Timed.blocks / 100), "ms per s of sound", most=20)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
