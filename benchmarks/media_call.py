"""One call on a line of one's own choice, second by second: to look into what a row of the media benchmark says.

    python benchmarks/media_call.py [ours|chromium] [ours|chromium] --loss 0.05 --rate-kbit 1000 --seconds 20 …

The first end offers. Both ways are told: what got through the bottleneck (kbit/s), how long it stood before it (p95,
ms), pictures a second, how late they were (median, ms), and where the picture stood still. Needs root; the last line is
one JSON object.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.media_rooms.bench import Bench, Effort, ways
from benchmarks.media_rooms.ends import Kind
from benchmarks.media_rooms.reading import freezes, latencies_ms, queued_ms, rate_bps
from benchmarks.media_rooms.shaper import Line
from benchmarks.media_rooms.talk import Talk, Way, laboratory
from benchmarks.server_rooms.figures import percentile
from tests.fakes.network_path import Bursts, Conditions, Course, with_outages

_KINDS = {"ours": Kind.OURS, "chromium": Kind.CHROMIUM}


def told(talk: Talk, way: Way) -> dict[str, object]:
    """Print one way's seconds; what it comes to."""
    late = latencies_ms(way.sender.sent, way.receiver.seen)
    frozen = freezes([each.at_s for each in way.receiver.seen], talk.from_s, talk.until_s)
    print("second  kbit/s  queued  pictures  late  frozen")
    for second in range(int(talk.until_s - talk.joined_s)):
        since = talk.joined_s + second
        until = since + 1
        lates = [ms for at_s, ms in late if since <= at_s < until]
        stood_s = sum(max(0.0, min(begin + length, until) - max(begin, since)) for begin, length in frozen.times)
        print(
            f"{second:6d}  {rate_bps(way.carried, since, until) / 1000:6.0f}"
            f"  {_shown(queued_ms(way.carried, since, until, 0.95)):>6}  {len(lates):8d}"
            f"  {_shown(percentile(lates, 0.5)):>4}  {stood_s:6.2f}"
        )
    lost = [each.lost.name for each in way.carried if each.lost is not None]
    lates = [ms for _, ms in late]
    return {
        "kbit": round(rate_bps(way.carried, talk.from_s, talk.until_s) / 1000),
        "late_ms": [round(percentile(lates, part)) for part in (0.5, 0.95)] if lates else None,
        "frozen_s": round(frozen.total_s, 2),
        "longest_s": round(frozen.longest_s, 2),
        "lost": {name: lost.count(name) for name in sorted(set(lost))},
        "packets": len(way.carried),
    }


def course(asked: argparse.Namespace) -> Course:
    """What the options say of the line."""
    conditions = Conditions(
        delay_s=asked.delay_ms / 1000,
        jitter_s=asked.jitter_ms / 1000,
        loss=asked.loss,
        bursts=Bursts.of(asked.burst_loss, 8) if asked.burst_loss else None,
        late=asked.late,
        twice=asked.twice,
        rate_bps=1000 * asked.rate_kbit if asked.rate_kbit else None,
        queue_s=asked.queue_ms / 1000,
    )
    if asked.then:
        return [(0.0, conditions), *((at_s, replace(conditions, rate_bps=1000 * kbit)) for at_s, kbit in asked.then)]
    return with_outages(conditions, [(asked.outage_s, asked.outage_s + 1)] if asked.outage_s else [])


def _at(text: str) -> tuple[float, float]:
    kbit, _, at_s = text.partition("@")
    return float(at_s), float(kbit)


def _shown(value: float) -> str:
    return f"{value:.0f}" if value != float("inf") else "-"


def _options(words: Iterable[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kinds", nargs="*", default=["ours", "ours"], help="who offers, and who answers")
    parser.add_argument("--seconds", type=float, default=15.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--codec", choices=("H264", "VP8"), default="H264")
    parser.add_argument("--size", choices=("small", "large"), default="small", help="360p or 720p")
    parser.add_argument("--most-kbit", type=float, help="the most that a browser's pictures may take")
    parser.add_argument("--delay-ms", type=float, default=50.0, help="one way")
    parser.add_argument("--jitter-ms", type=float, default=0.0)
    parser.add_argument("--loss", type=float, default=0.0, help="0 to 1")
    parser.add_argument("--burst-loss", type=float, default=0.0, help="0 to 1, in bursts of 8")
    parser.add_argument("--late", type=float, default=0.0, help="share of packets that are overtaken")
    parser.add_argument("--twice", type=float, default=0.0, help="share of packets that arrive twice")
    parser.add_argument("--rate-kbit", type=float, help="of the bottleneck")
    parser.add_argument("--then", action="append", type=_at, metavar="KBIT@S", help="its rate from some second on")
    parser.add_argument("--queue-ms", type=float, default=300.0, help="before it")
    parser.add_argument("--clip", type=Path, help="what both ends show, instead of a drawn head")
    parser.add_argument("--outage-s", type=float, help="when the line is dead for a second, from the word to begin")
    asked = parser.parse_args(None if words is None else list(words))
    if len(asked.kinds) != 2 or not set(asked.kinds) <= set(_KINDS):
        parser.error("two ends, each ours or chromium")
    return asked


def main() -> None:
    asked = _options()
    kinds = _KINDS[asked.kinds[0]], _KINDS[asked.kinds[1]]
    with laboratory() as lab, tempfile.TemporaryDirectory() as kept:
        talk = Bench(lab, Effort(), asked.clip, Path(kept)).talk(
            kinds,
            Line(course(asked), seed=asked.seed),
            size=asked.size,
            codec=asked.codec,
            most_bps=1000 * asked.most_kbit if asked.most_kbit else None,
            seconds=asked.seconds,
        )
    if talk is None:
        sys.exit(1)
    figures: dict[str, object] = {"set_up_ms": [round(1000 * (each - talk.joined_s)) for each in talk.first_s]}
    for way, (sender, receiver) in zip(ways(talk), (asked.kinds, asked.kinds[::-1]), strict=True):
        print(f"\n{sender} to {receiver}")
        figures[f"{sender} to {receiver}" + (" back" if way is talk.back else "")] = told(talk, way)
    figures["cpu_percent"] = [round(100 * each) for each in talk.cpu]
    figures["ends"] = [way.sender.notes for way in ways(talk)]
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
