"""What the room's window saw and heard of each of the others; fed by the window's thread."""

import time
from collections.abc import Iterable
from typing import Any, Final

import psutil

from desk_client.bootstrap.demo.room_people import tone_of
from desk_client.client.call_meter import CallMeter, faults
from desk_client.rtc.picture.scaler import Picture
from desk_client.rtc.port import CallStats

_SOUND_DBFS: Final = -40.0
"""Below it a person is not speaking."""
_ALL_BUT: Final = 0.5
"""Seconds of a talk of so many that may be over before the first picture is seen, and the like."""
_SHOWN: Final = ("fps", "painted", "freezes", "sources", "setup_ms", "latency_ms_median", "tone_hz", "bitrate_bps")


def is_heard(stats: CallStats) -> bool:
    """Whether that one spoke in the last second."""
    return stats.remote_audio_dbfs is not None and stats.remote_audio_dbfs > _SOUND_DBFS


class RoomFigures:
    """From the window's beginning on."""

    def __init__(self, others: Iterable[int]) -> None:
        self._meters = {seat: CallMeter() for seat in others}
        self._stats: dict[int, CallStats] = {}
        self._seen: set[int] = set()
        self._left: set[int] = set()
        self._process = psutil.Process()
        self._since_s: float | None = None
        self._fresh: dict[int, int] = {}

    def on_painted(self, seat: int, picture: Picture) -> None:
        """A picture is on the glass of that one's tile."""
        self._meters[seat].on_painted(picture)
        self._seen.add(seat)
        if self._since_s is None and len(self._seen) == len(self._meters):
            self._since_s = time.monotonic()
            self._process.cpu_percent()

    def on_stats(self, seat: int, stats: CallStats) -> None:
        """A second of that leg is over; of those in which nothing is said only the counters count."""
        self._stats[seat] = stats
        if is_heard(stats):
            self._meters[seat].on_stats(stats)

    def on_left(self, seat: int) -> None:
        """That one has gone."""
        self._left.add(seat)

    def report(self) -> dict[str, Any]:
        """Everything so far; ``wrong`` is empty where all are seen moving, as themselves, and heard."""
        together_s = 0.0 if self._since_s is None else time.monotonic() - self._since_s
        tiles, wrong = {}, []
        for seat, meter in self._meters.items():
            report = meter.report()
            found = faults(
                report, other_source=seat, other_tone_hz=tone_of(seat), least_s=max(0.0, together_s - _ALL_BUT)
            )
            wrong += [f"person {seat}: {each}" for each in found]
            stats = self._stats.get(seat)
            tiles[str(seat)] = {
                **{name: getattr(report, name) for name in _SHOWN},
                "right": report.sources == (seat,),
                "frames_sent": stats.frames_sent if stats else None,
                "audio_only": stats.audio_only if stats else None,
                "available_bps": stats.available_bps if stats else None,
            }
        newest = next(iter(self._stats.values()), None)
        return {
            "together_s": round(together_s, 2),
            "tiles": tiles,
            "cpu_percent": round(self._process.cpu_percent(), 1) if self._since_s is not None else None,
            "frames_captured": newest.frames_captured if newest else None,
            "frames_encoded": newest.frames_encoded if newest else None,
            "frames_sent": sum(stats.frames_sent or 0 for stats in self._stats.values()),
            "left": sorted(self._left),
            "wrong": wrong,
        }
