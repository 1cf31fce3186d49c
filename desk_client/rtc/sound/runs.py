"""Sound that is made and not yet played, with the RTP timestamps it stands for. Pure."""

from collections import deque
from dataclasses import dataclass

import numpy as np

from desk_client.rtc.sound.meter import Samples


@dataclass(frozen=True)
class _Run:
    sound: Samples
    timestamp: float
    rate: float
    """Timestamps per sample: 1 where it was neither lengthened nor shortened."""


class Runs:
    """First in, first out."""

    def __init__(self) -> None:
        self._runs: deque[_Run] = deque()
        self.held = 0
        """Samples."""

    def append(self, sound: Samples, timestamp: int, span: int) -> None:
        """Put sound at the end (not nothing) that stands for `span` timestamps from `timestamp` on."""
        self._runs.append(_Run(sound, timestamp, span / sound.size))
        self.held += sound.size

    def begin(self) -> float | None:
        """The timestamp of the next sample to be taken."""
        return self._runs[0].timestamp if self._runs else None

    def take(self, length: int) -> Samples:
        """The next samples, of which there are that many."""
        parts: list[Samples] = []
        missing = length
        while missing:
            run = self._runs.popleft()
            parts.append(run.sound[:missing])
            if run.sound.size > missing:
                self._runs.appendleft(_Run(run.sound[missing:], run.timestamp + missing * run.rate, run.rate))
            missing -= parts[-1].size
        self.held -= length
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int16)
