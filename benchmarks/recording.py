"""How far apart light and sound of both ends are in a recorded talk, and what recording and composing cost.

    python benchmarks/recording.py [--seconds N] [--out FILE.mkv]

The last line is one JSON object.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.media_rooms.recorded_talk import composed, middle_ms, onsets, record, worst_ms
from benchmarks.server_rooms.figures import Figures, figure
from desk_client.rtc.recording.sealed_file import BlockReader, sealed_block

PAIRS = {
    "tiles": ("own_light", "peer_light"),
    "own lips": ("own_light", "own_sound"),
    "peer's lips": ("peer_light", "peer_sound"),
    "voices": ("own_sound", "peer_sound"),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=20.0)
    parser.add_argument("--out", type=Path, help="keep the file here, in the clear")
    asked = parser.parse_args()
    found: Figures = {}
    with tempfile.TemporaryDirectory() as root:
        folder, key = record(Path(root), asked.seconds)
        made, path, took_s = composed(folder, key)
        seen = onsets(made, path, key)
        if asked.out is not None:
            with path.open("rb") as file:
                reader = BlockReader("r1", key, made.size, lambda number: sealed_block(file, number))
                asked.out.write_bytes(reader.read())
    for name, (one, other) in PAIRS.items():
        apart = seen.apart_ms(one, other)
        print(f"{name}: {len(apart)} times, median {middle_ms(apart):+.1f} ms, worst {worst_ms(apart):.1f} ms")
        found[f"{name}, median"] = figure(abs(middle_ms(apart)), "ms", most=20)
        found[f"{name}, worst"] = figure(worst_ms(apart), "ms", most=60)
    found["composing"] = figure(took_s / (made.duration_ms / 1000), "s per s of talk")
    found["file"] = figure(made.size * 8 / made.duration_ms, "kbit/s")
    print(json.dumps(found))


if __name__ == "__main__":
    main()
