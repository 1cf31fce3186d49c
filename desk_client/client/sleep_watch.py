"""Notices that this computer slept, or that the program was stopped for a while: nothing ran, and lines are dead."""

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Final

LEAST: Final = timedelta(seconds=8)
"""What is shorter is a busy machine; a line that was silent for so long is found out about by itself."""
_EVERY_S: Final = 1.0


def elapsed_s() -> float:
    """Seconds since whenever, those asleep included: Linux' monotonic clock stands still meanwhile."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class SleepWatch:
    """Looks each second whether more than that has passed. Belongs to the application's loop."""

    def __init__(
        self,
        on_woken: Callable[[timedelta], None],
        *,
        clock: Callable[[], float] = elapsed_s,
        every_s: float = _EVERY_S,
    ) -> None:
        """``on_woken`` is told for how long nothing ran."""
        self._on_woken = on_woken
        self._clock = clock
        self._every_s = every_s
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to look. Idempotent."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._look(), name="sleep-watch")

    async def stop(self) -> None:
        """Look no more."""
        if self._task is not None:
            task, self._task = self._task, None
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def _look(self) -> None:
        looked_s = self._clock()
        while True:
            await asyncio.sleep(self._every_s)
            before_s, looked_s = looked_s, self._clock()
            gap = timedelta(seconds=looked_s - before_s - self._every_s)
            if gap >= LEAST:
                self._on_woken(gap)
