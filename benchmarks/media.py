"""The media engine beside a real Chromium, on the lines that our kiosks have.

    python benchmarks/media.py [--rows clean,set-up,…] [--runs N] [--seeds N] [--seconds N] [--quick] [--clip FILE]

Needs root (network namespaces) and Chromium; the rows of sound need PulseAudio and espeak-ng as well, and give PESQ
where the package `pesq` is installed, otherwise the spectral error. Writes benchmarks/media/RESULTS.md, and with the
row `plot` a picture beside it; the last line is one JSON object. Everything together takes about three hours, `--quick`
a tenth of that.
"""

import argparse
import json
import signal
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.media_rooms import results
from benchmarks.media_rooms.bench import QUICK, Bench, Effort, Outcome
from benchmarks.media_rooms.plot import plot
from benchmarks.media_rooms.rows import GROUPS, ORDER
from benchmarks.media_rooms.talk import laboratory

_PLOT = results.TABLE.with_name("five-lines.png")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", default=",".join((*GROUPS, "plot")), help="groups of rows, by commas (all)")
    parser.add_argument("--runs", type=int, help="of each call that is not about chance")
    parser.add_argument("--seeds", type=int, help="of each call on a line that loses packets")
    parser.add_argument("--seconds", type=float, help="of each call, once pictures flow")
    parser.add_argument("--quick", action="store_true", help="only to see that it works")
    parser.add_argument("--clip", type=Path, help="what both ends show, instead of a drawn head")
    parser.add_argument("--no-table", action="store_true", help="leave the table and the plot as they are")
    asked = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that namespaces are cleared away then as well
    names = asked.rows.split(",")
    if unknown := set(names) - {*GROUPS, "plot"}:
        parser.error(f"no such rows: {', '.join(unknown)}; there are {', '.join((*GROUPS, 'plot'))}")
    effort = QUICK if asked.quick else Effort()
    given = {name: getattr(asked, name) for name in ("runs", "seeds", "seconds") if getattr(asked, name) is not None}
    effort = replace(effort, **given)
    outcomes: list[Outcome] = []
    with laboratory() as lab, tempfile.TemporaryDirectory() as kept:
        bench = Bench(lab, effort, asked.clip, Path(kept))
        for name in names:
            if name == "plot":
                plot(bench, _PLOT if not asked.no_table else Path(kept) / _PLOT.name)
                continue
            for outcome in GROUPS[name](bench):
                print(outcome)
                outcomes.append(outcome)
    if outcomes and not asked.no_table:
        clip = asked.clip
        words = (clip.name if clip is not None and word == str(clip) else word for word in sys.argv[1:])
        command = " ".join(("python benchmarks/media.py", *words))
        remark = ", quick" if asked.quick else ""
        results.write(results.TABLE, outcomes, about=results.about(), command=command, order=ORDER, remark=remark)
    print(json.dumps(results.figures(outcomes)))


if __name__ == "__main__":
    main()
