"""What a demonstration's call was like, from both ends' reports."""

import json
from dataclasses import fields
from pathlib import Path
from typing import Any, Final

from desk_client.bootstrap.demo.pilots import DemoFailedError
from desk_client.bootstrap.media import SOURCE, TONE_HZ
from desk_client.client.call_meter import CallReport, faults
from desk_client.domain.party import Party

_END: Final = (
    "fps",
    "freezes",
    "latency_ms_median",
    "latency_ms_p95",
    "audio_dbfs",
    "rtt_ms",
    "loss",
    "bitrate_bps",
    "cpu_percent",
    "rss_mb",
    "ui_lateness_ms_p99",
)


def read(path: Path) -> CallReport:
    """One end's report.

    Raises:
        DemoFailedError: there is none.
    """
    if not path.exists():
        raise DemoFailedError(f"the {path.stem} left no figures of its call")
    kept = json.loads(path.read_text(encoding="utf-8"))
    kept["sources"] = tuple(kept["sources"])
    return CallReport(**{field.name: kept[field.name] for field in fields(CallReport)})


def combined(kiosk: Path, desk: Path) -> dict[str, Any]:
    """The content of ``call.json``; the slower end's set-up and the shorter talk count."""
    ends = {"kiosk": read(kiosk), "desk": read(desk)}
    setups = [end.setup_ms for end in ends.values() if end.setup_ms is not None]
    return {
        "setup_ms": max(setups) if len(setups) == len(ends) else None,
        "duration_s": min(end.duration_s for end in ends.values()),
        **{role: {name: getattr(end, name) for name in _END} for role, end in ends.items()},
    }


def judged(kiosk: Path, desk: Path, *, least_s: float) -> list[str]:
    """What is wrong at either end; empty when both saw the other move and heard the other's tone."""
    found = []
    for role, path, other in (("kiosk", kiosk, Party.OFFICIAL), ("desk", desk, Party.CITIZEN)):
        wrong = faults(read(path), other_source=SOURCE[other], other_tone_hz=TONE_HZ[other], least_s=least_s)
        found += [f"{role}: {fault}" for fault in wrong]
    return found
