"""Sound on its way to the speaker: evens out the network's haste and delay. Pure but for its lock."""

import threading
from collections import deque
from typing import Final

import numpy as np

from desk_client.rtc.meter import SAMPLE_RATE, Samples

CUSHION: Final = SAMPLE_RATE * 60 // 1000
"""Samples gathered before playing begins (or begins again): 60 ms."""
LIMIT: Final = SAMPLE_RATE * 200 // 1000
"""Above 200 ms the oldest sound is dropped down to the cushion: being late for ever is worse than one skip."""


class PlayoutBuffer:
    """Mono sound in as it comes, sound out as the device asks; silence while there is too little."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._blocks: deque[Samples] = deque()
        self._held = 0
        self._playing = False

    def push(self, block: Samples) -> None:
        """Append what was heard."""
        with self._lock:
            self._blocks.append(block)
            self._held += block.size
            if self._held > LIMIT:
                while self._held - self._blocks[0].size >= CUSHION:
                    self._held -= self._blocks.popleft().size

    def pull(self, length: int) -> Samples:
        """The next `length` samples; silence where there are none."""
        with self._lock:
            if not self._playing and self._held < CUSHION:
                return np.zeros(length, dtype=np.int16)
            taken = self._take(length)
            self._playing = taken.size == length
        return taken if taken.size == length else np.concatenate((taken, np.zeros(length - taken.size, dtype=np.int16)))

    def _take(self, length: int) -> Samples:
        parts: list[Samples] = []
        missing = length
        while missing and self._blocks:
            block = self._blocks.popleft()
            parts.append(block[:missing])
            if block.size > missing:
                self._blocks.appendleft(block[missing:])
            missing -= parts[-1].size
        self._held -= length - missing
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.int16)
