"""The line in which work waits for a store's writers, and how long it has waited."""

import queue
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Final, Generic, TypeVar

J = TypeVar("J")
_END: Final = None


class Line(Generic[J]):
    """First come, first served. Safe to use from several threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Nobody waits. The clock counts seconds."""
        self._clock = clock
        self._jobs: queue.SimpleQueue[J | None] = queue.SimpleQueue()
        self._since: deque[float] = deque()
        self._joining = threading.Lock()
        self._closed = False

    def __len__(self) -> int:
        """How many wait, about."""
        return len(self._since)

    @property
    def delay_s(self) -> float:
        """How long the first in line has been there; 0 where nobody is."""
        try:
            return self._clock() - self._since[0]
        except IndexError:
            return 0.0

    def join(self, job: J) -> None:
        """Stand at its end. Raises RuntimeError after `close`."""
        with self._joining:
            if self._closed:
                raise RuntimeError("the store is closed")
            self._since.append(self._clock())
            self._jobs.put(job)

    def close(self, writers: int = 1) -> bool:
        """Let nobody join any more; each of so many writers meets the end once. False where it was closed before."""
        with self._joining:
            if self._closed:
                return False
            self._closed = True
            for _ in range(writers):
                self._jobs.put(_END)
            return True

    def next(self) -> J | None:
        """Wait for the first in line; None at the end."""
        return self._taken(self._jobs.get())

    def next_if_any(self) -> J | None:
        """The first in line, or None at the end. Raises queue.Empty where nobody waits."""
        return self._taken(self._jobs.get_nowait())

    def _taken(self, job: J | None) -> J | None:
        if job is not _END:
            self._since.popleft()
        return job
