"""The rows of what is ours alone: the echo that is left, and what a call holds after two hours."""

import statistics
from collections.abc import Sequence
from typing import Final

from benchmarks.media_rooms.bench import Bench, Outcome
from benchmarks.media_rooms.echo import AIMED_AT, echoes
from benchmarks.memory_rooms.slope import Slope, slope
from benchmarks.memory_rooms.virtual_call import MINUTE_S, sampled_in_virtual_time

NAMES: Final = ("erle", "double-talk", "memory-virtual", "memory-real")
MOST_MB_AN_HOUR: Final = 1.0
VIRTUAL_WARM_UP_MINUTES: Final = 20.0
"""By then what remembers the last so many losses is full."""


def echo(bench: Bench) -> list[Outcome]:
    """How much of an echo 10 dB below the voice in the room is sent, and what it takes from that voice."""
    found = echoes(bench.effort.rooms)
    aimed_at = found[AIMED_AT]
    erle, loss = statistics.median(aimed_at.erle_db), statistics.median(aimed_at.double_talk_loss_db)
    others = "; ".join(
        f"{case} {statistics.median(each.erle_db):.0f} and {statistics.median(each.double_talk_loss_db):.1f} dB"
        for case, each in found.items()
        if case != AIMED_AT
    )
    remark = f"{AIMED_AT}, {bench.effort.rooms} synthetic rooms; ERLE and loss {others}"
    return [
        Outcome("erle", "echo return loss enhancement", erle, None, "dB", erle, least=30.0, remark=remark),
        Outcome("double-talk", "what both talking at once loses", loss, None, "dB", loss, most=3.0, remark=AIMED_AT),
    ]


def memory(bench: Bench) -> list[Outcome]:
    """A long call in virtual time; the one in real time writes its row itself (`benchmarks/memory.py --table`)."""
    samples = sampled_in_virtual_time(VIRTUAL_WARM_UP_MINUTES + bench.effort.virtual_minutes)
    kept = [each for each in samples if each.at_s >= VIRTUAL_WARM_UP_MINUTES * MINUTE_S]
    grown = slope([each.at_s for each in kept], [each.resident_mb for each in kept])
    return [
        memory_row("memory-virtual", "virtual time, between encoder and decoder", bench.effort.virtual_minutes, [grown])
    ]


def memory_row(name: str, what: str, minutes: float, ends: Sequence[Slope]) -> Outcome:
    """The row of a long call; the slope is that of the end which grows most."""
    value = max(each.an_hour for each in ends)
    remark = f"{what}; 95 %: {' and '.join(f'{each.at_least:+.2f} to {each.at_most:+.2f}' for each in ends)}"
    measure = f"resident memory, slope over {minutes:.0f} minutes after the warm-up"
    return Outcome(name, measure, value, None, "MB/h", value, most=MOST_MB_AN_HOUR, remark=remark)
