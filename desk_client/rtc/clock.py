"""Steady beats for capture threads."""

import threading
import time


class Beat:
    """Wakes its thread at an even rate, without drift; after a hold-up it goes on from now instead of catching up."""

    def __init__(self, period_s: float, ended: threading.Event) -> None:
        self._period_s = period_s
        self._ended = ended
        self._next = time.monotonic()

    def wait(self) -> bool:
        """Sleep until the next beat; False once `ended` is set, at once."""
        now = time.monotonic()
        self._next += self._period_s
        if self._next < now - self._period_s:
            self._next = now
        return not self._ended.wait(max(0.0, self._next - now))
