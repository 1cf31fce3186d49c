"""The rows of sound: speech on lines that lose packets, and how long a word takes from mouth to ear.

Words are played into a virtual device that the first end takes for its microphone, and are recorded from the one that
the second plays on; `sound_devices` tells how. Calls have their pictures as always.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.media_rooms.bench import CLEAN, FAR, OURS, Bench, Outcome, compared, in_turn
from benchmarks.media_rooms.ends import Kind
from benchmarks.media_rooms.listening import Recorded, aligned, lags_s, spectral_error_db
from benchmarks.media_rooms.shaper import Line
from benchmarks.media_rooms.sound_devices import SoundServerError, booths
from benchmarks.media_rooms.speech import WORST_PESQ, has_pesq, pesq, spoken
from benchmarks.server_rooms.figures import percentile

LOSSES: Final = {"5": 0.05, "10": 0.1, "20": 0.2}
WAYS: Final = {
    "lan": ("LAN", CLEAN),
    "far": ("50 to 60 ms one way", Line(replace(FAR, jitter_s=0.01))),
}
_SPOKEN_S: Final = 120.0
"""More than any call takes with its set-up."""
_BEGUN_S: Final = 2.0
"""Until then buffers look for their size."""
_TRIES: Final = 3
_PASSAGE_S: Final = 9.0
"""PESQ is made for 8 to 12 seconds."""
_TAIL_S: Final = 1.0
"""What was said in the end may not have been heard yet."""


@dataclass(frozen=True)
class _Heard:
    """What became of the words of one call; the opinion is None without PESQ."""

    error_db: float
    opinion: float | None


def speech(bench: Bench) -> list[Outcome]:
    """How much of the words is left on lines that lose packets; what is heard is sent as it is, unprocessed."""
    outcomes = []
    for name, loss in LOSSES.items():

        def hear(kinds: tuple[Kind, Kind], run: int, loss: float = loss) -> list[_Heard]:
            call = _call(bench, kinds, Line(replace(FAR, loss=loss), seed=run), processed=False)
            if call is None and kinds is OURS:
                return [_Heard(math.inf, WORST_PESQ if has_pesq() else None)]
            return [] if call is None else [_scored(call)]

        ours, theirs = ([heard for run in runs for heard in run] for runs in in_turn(bench.effort.seeds, hear))
        if theirs:
            outcomes.append(_speech(name, ours, theirs))
    return outcomes


def _speech(name: str, ours: Sequence[_Heard], theirs: Sequence[_Heard]) -> Outcome:
    words = f"speech, {name} % loss, round trip 100 ms"
    errors = [statistics.median(each.error_db for each in runs) for runs in (ours, theirs)]
    told = f"{errors[0]:.1f} and {errors[1]:.1f} dB"
    if not has_pesq():
        measure = f"{words}: spectral error, median of seeds"
        return compared(f"speech-{name}", measure, errors[0], errors[1], "dB", 1.0, "PESQ is not installed")
    ranges = [sorted(each.opinion for each in runs if each.opinion is not None) for runs in (ours, theirs)]
    opinions = [statistics.median(each) for each in ranges]
    return Outcome(
        f"speech-{name}",
        f"{words}: wide-band PESQ, median of seeds, ours less Chromium's",
        opinions[0],
        opinions[1],
        "of 4.64",
        opinions[0] - opinions[1],
        least=0.0,
        remark=f"worst seed {ranges[0][0]:.2f} and {ranges[1][0]:.2f}; spectral error {told}",
    )


def mouth_to_ear(bench: Bench) -> list[Outcome]:
    """How long a word takes, with echo cancellation and the rest of the processing that each end has."""
    outcomes = []
    for name, (words, line) in WAYS.items():

        def hear(kinds: tuple[Kind, Kind], run: int, line: Line = line) -> list[float]:
            call = _call(bench, kinds, replace(line, seed=run), processed=True)
            return [] if call is None else lags_s(call.said, call.heard, call.from_s, call.until_s)

        ours, theirs = ([1000 * lag for run in runs for lag in run] for runs in in_turn(bench.effort.runs, hear))
        if theirs:
            outcomes.append(
                compared(
                    f"mouth-to-ear-{name}",
                    f"mouth to ear, {words}, virtual devices and processing included, median of seconds",
                    percentile(ours, 0.5),
                    percentile(theirs, 0.5),
                    "ms",
                    1.0,
                    f"p95 {percentile(ours, 0.95):.0f} and {percentile(theirs, 0.95):.0f} ms",
                )
            )
    return outcomes


@dataclass(frozen=True)
class _Call:
    """What was said and heard in a call, and between when it counts."""

    said: Recorded
    heard: Recorded
    from_s: float
    until_s: float


def _call(bench: Bench, kinds: tuple[Kind, Kind], line: Line, *, processed: bool) -> _Call | None:
    """Hold one; None where it did not come about. Chromium's are then left out, and without any of them the row is."""
    for _ in range(_TRIES):
        with TemporaryDirectory() as folder, booths() as there:
            words = Path(folder) / "words"
            words.write_bytes(spoken(_SPOKEN_S).tobytes())
            with there.listening(words):
                talk = bench.talk(kinds, line, devices=there.devices(processed=processed))
        if talk is None:
            return None
        if min(there.said.until_s, there.heard.until_s) > talk.until_s:
            return _Call(there.said, there.heard, talk.from_s + _BEGUN_S, talk.until_s - _TAIL_S)
        print("the sound server did not last until the call was over")
    raise SoundServerError(f"it ended {_TRIES} times")


def _scored(call: _Call) -> _Heard:
    """The means of passages of the same length."""
    whole_s = call.until_s - call.from_s
    count = max(1, round(whole_s / _PASSAGE_S))
    passages = [
        aligned(call.said, call.heard, call.from_s + number * whole_s / count, whole_s / count)
        for number in range(count)
    ]
    return _Heard(
        statistics.fmean(spectral_error_db(*each) for each in passages),
        statistics.fmean(pesq(*each) for each in passages) if has_pesq() else None,
    )
