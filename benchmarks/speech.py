"""What speech is like on a path that loses packets: with silence in their place, guessed, or by the buffer's whole art.

    python benchmarks/speech.py [--seeds N] [--seconds N]

An Arabic text from espeak-ng is encoded as a kiosk does it, and loses packets in virtual time. For every packet that
was lost while somebody spoke, the spectrum of what is heard in its place is compared with that of the loss-free decode:
log-spectral distance between 0.1 and 8 kHz, in decibels; the mean over all lost packets, the median over the seeds. The
targets are what was measured once with PyAV's libopus at 10 % loss, outside of any buffer (silence 21.7 dB, guessed
10.3, mended by a copy 8.7); in bursts, that the buffer beats the guess. Where `pesq` can be imported, its wide-band
score is printed too. The last line is one JSON object.
"""

import argparse
import json
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.media_rooms.speech import SPOKEN_DBFS, distance_db, has_pesq, pesq, spoken
from benchmarks.server_rooms.figures import Figures, figure, percentile
from desk_client.rtc.sound.counters import SoundCounters
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples, level_dbfs
from desk_client.rtc.sound.opus import PayloadFault, VoiceDecoder, VoiceEncoder
from desk_client.rtc.sound.sound_buffer import SoundBuffer
from tests.fakes.voice_path import BLOCK, payloads_as_arrivals

PULL = 480


@dataclass(frozen=True)
class Line:
    """A path: which packets it loses, and how late the others come."""

    name: str
    loss: float
    burst: float = 1.0
    """Packets lost in a row, on average (Gilbert's model)."""
    jitter_s: float = 0.0
    """Of exponential lateness."""

    def late(self, seed: int) -> Callable[[int], float | None]:
        """How late each packet is, in turn; None where it is lost."""
        chance = random.Random(seed)  # noqa: S311 - repeatable chance, no secret
        leaves = 1 / self.burst
        enters = leaves * self.loss / (1 - self.loss)
        losing = False

        def late_s(_index: int) -> float | None:
            nonlocal losing
            losing = chance.random() >= leaves if losing else chance.random() < enters
            late = chance.expovariate(1 / self.jitter_s) if self.jitter_s else 0.0
            return None if losing else min(0.3, late)

        return late_s


LINES = (
    Line("5 %", 0.05, jitter_s=0.002),
    Line("10 %", 0.10, jitter_s=0.002),
    Line("20 %", 0.20, jitter_s=0.002),
    Line("10 % in bursts of 2.5, jitter 20 ms", 0.10, burst=2.5, jitter_s=0.02),
)
_GUESSED_ONCE_DB, _MENDED_ONCE_DB = 10.3, 8.7


@dataclass(frozen=True)
class Heard:
    """What became of one seed's talk."""

    skipped_db: float
    guessed_db: float
    mended_db: float
    counters: SoundCounters
    delays_ms: list[float]
    pull_ms: float
    pesq: tuple[float, float, float] | None
    """Skipped, guessed, mended."""


def encoded(sound: Samples, loss: float) -> list[bytes | None]:
    encoder = VoiceEncoder()
    encoder.set_loss(100 * loss)
    packets = [encoder.encode(block) for block in sound.reshape(-1, BLOCK)]
    encoder.close()
    return packets


def decoded(packets: list[bytes | None], lost: set[int], *, guess: bool) -> Samples:
    """Without a buffer: what is lost is guessed, or nothing is put in its place and the decoder is not told."""
    decoder, sound = VoiceDecoder(), []
    for index, packet in enumerate(packets):
        if index in lost and not guess:
            sound.append(np.zeros(BLOCK, dtype=np.int16))
        elif packet is None or index in lost:
            sound.append(decoder.conceal(BLOCK))
        else:
            said = decoder.decode(packet)
            assert not isinstance(said, PayloadFault)
            sound.append(said)
    decoder.close()
    return np.concatenate(sound)


def heard(packets: list[bytes | None], line: Line, seed: int) -> Heard:
    late_s = line.late(seed)
    lates = [late_s(index) for index in range(len(packets))]
    lost = {index for index, late in enumerate(lates) if late is None and packets[index] is not None}
    whole = decoded(packets, set(), guess=True)
    counted = [index for index in lost if level_dbfs(frame(whole, index * BLOCK)) > SPOKEN_DBFS]
    skipped, guessed = (decoded(packets, lost, guess=guess) for guess in (False, True))
    mended, where, counters, delays_ms, pull_ms = mended_by_buffer(packets, lates)

    def mean_db(sound: Samples, at: Callable[[int], int]) -> float:
        return statistics.fmean(
            distance_db(frame(whole, index * BLOCK), frame(sound, at(index * BLOCK))) for index in counted
        )

    return Heard(
        mean_db(skipped, lambda timestamp: timestamp),
        mean_db(guessed, lambda timestamp: timestamp),
        mean_db(mended, where),
        counters,
        delays_ms,
        pull_ms,
        scores(whole, (skipped, guessed, mended)),
    )


def frame(sound: Samples, begin: int) -> Samples:
    found = sound[max(0, begin) : begin + BLOCK]
    return np.pad(found, (0, BLOCK - found.size))


def mended_by_buffer(
    packets: list[bytes | None], lates: list[float | None]
) -> tuple[Samples, Callable[[int], int], SoundCounters, list[float], float]:
    """What is heard, where in it a timestamp is played, the counters, the delay over time, and what a pull costs."""
    buffer = SoundBuffer(VoiceDecoder())
    waiting = payloads_as_arrivals(packets, lambda index: lates[index])[::-1]
    sound: list[Samples] = []
    timestamps: list[int] = []
    delays_ms: list[float] = []
    cost_s = 0.0
    for turn in range((len(packets) + 25) * BLOCK // PULL):
        now_s = turn * PULL / SAMPLE_RATE
        began = time.process_time()
        while waiting and waiting[-1].at_s <= now_s:
            arrival = waiting.pop()
            buffer.add(arrival.number, arrival.timestamp, arrival.payload, arrival.at_s)
        sound.append(buffer.pull(PULL))
        cost_s += time.process_time() - began
        begin = buffer.playing_timestamp()
        timestamps.append(-(1 << 40) if begin is None else (begin + (1 << 31)) % (1 << 32) - (1 << 31))
        delay_ms = buffer.counters().delay_ms
        if delay_ms is not None:
            delays_ms.append(delay_ms)
    counters = buffer.counters()
    buffer.close()

    def where(timestamp: int) -> int:
        return round(float(np.interp(timestamp, timestamps, np.arange(len(timestamps)) * PULL)))

    return np.concatenate(sound), where, counters, delays_ms, cost_s / len(sound) * 1000


def scores(whole: Samples, others: tuple[Samples, ...]) -> tuple[float, float, float] | None:
    """Wide-band PESQ (ITU-T P.862.2) against the loss-free decode, where it is installed."""
    if not has_pesq():
        return None
    skipped, guessed, mended = (pesq(whole, other[: whole.size]) for other in others)
    return skipped, guessed, mended


def measured(line: Line, seeds: int, sound: Samples) -> Figures:
    packets = encoded(sound, line.loss)
    found = [heard(packets, line, seed) for seed in range(seeds)]
    by_way = {
        "skipped": statistics.median(each.skipped_db for each in found),
        "guessed": statistics.median(each.guessed_db for each in found),
        "mended": statistics.median(each.mended_db for each in found),
    }
    delays_ms = [delay for each in found for delay in each.delays_ms]
    pull_ms = statistics.median(each.pull_ms for each in found)
    print(f"{line.name}: " + ", ".join(f"{way} {value:.1f} dB" for way, value in by_way.items()))
    print(f"  delay median {statistics.median(delays_ms):.0f} ms, p95 {percentile(delays_ms, 0.95):.0f} ms")
    print(f"  10 ms of sound cost {pull_ms:.3f} ms")
    print(f"  first seed: {found[0].counters}")
    if found[0].pesq is not None:
        each_way = zip(*(each.pesq for each in found if each.pesq is not None), strict=True)
        print("  PESQ skipped, guessed, mended: " + ", ".join(f"{statistics.median(way):.2f}" for way in each_way))
    name = line.name.split(" ", 1)[0] + ("% bursts" if line.burst > 1 else "%")
    return {
        f"skipped {name}": figure(by_way["skipped"], "dB"),
        f"guessed {name}": figure(by_way["guessed"], "dB", most=None if line.burst > 1 else _GUESSED_ONCE_DB),
        f"mended {name}": figure(by_way["mended"], "dB", most=by_way["guessed"] if line.burst > 1 else _MENDED_ONCE_DB),
        f"delay {name}": figure(percentile(delays_ms, 0.95), "ms, p95"),
        f"pull {name}": figure(pull_ms, "ms of CPU for 10 ms", most=0.3),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=40.0)
    asked = parser.parse_args()
    speech = spoken(asked.seconds)
    figures: Figures = {}
    for each_line in LINES:
        figures |= measured(each_line, asked.seeds, speech)
    print(json.dumps(figures))
