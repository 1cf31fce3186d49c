"""A clock that a step of the machine's own clock does not move: sessions, codes and room tokens end when they were to.

Time goes by the machine's monotonic clock from the moment at which the server started. Small corrections, as a time
service makes them all day, are followed at once; a step is not, for from inside nobody can tell a mended clock from a
broken one, and an hour's step would end every session or keep every code alive. It is told in the log, and counts from
the next start of the server.
"""

import logging
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

_log = logging.getLogger(__name__)
FOLLOWED: Final = timedelta(seconds=2)
"""The largest correction that is taken over in one go."""

FOLLOWED_IN_ALL: Final = timedelta(seconds=30)
"""By how much small corrections may move the clock within an hour."""

_HOUR_S: Final = 3600.0


class SteadyClock:
    """A `Clock`. Safe to use from several threads."""

    def __init__(self, wall: Callable[[], float] = time.time, elapsed: Callable[[], float] | None = None) -> None:
        """`wall` tells seconds since 1970 and may step; `elapsed` tells seconds since whenever and never does."""
        self._wall = wall
        self._elapsed = _elapsed if elapsed is None else elapsed
        self._lock = threading.Lock()
        self._base = wall() - self._elapsed()
        self._followed_s = 0.0
        self._hour_began = self._elapsed()
        self._apart_s = 0.0
        self._told_s = 0.0

    @property
    def apart(self) -> timedelta:
        """How far the machine's clock has stepped away from this one; zero as long as it has not."""
        return timedelta(seconds=self._apart_s)

    def now(self) -> datetime:
        """The present moment, in UTC."""
        with self._lock:
            elapsed, wall = self._elapsed(), self._wall()
            self._follow(elapsed, wall - (self._base + elapsed))
            return datetime.fromtimestamp(self._base + elapsed, UTC)

    def _follow(self, elapsed: float, apart_s: float) -> None:
        if elapsed - self._hour_began >= _HOUR_S:
            self._hour_began, self._followed_s = elapsed, 0.0
        small = abs(apart_s) <= FOLLOWED.total_seconds()
        if small and self._followed_s + abs(apart_s) <= FOLLOWED_IN_ALL.total_seconds():
            self._base += apart_s
            self._followed_s += abs(apart_s)
            apart_s = self._told_s = 0.0
        self._apart_s = apart_s
        if abs(apart_s - self._told_s) > FOLLOWED.total_seconds():
            self._told_s = apart_s
            _log.error(
                "the machine's clock has stepped by %.0f s; this server goes by its own until it is started anew",
                apart_s,
            )


def _elapsed() -> float:
    """Seconds that go on while the machine sleeps, where the system has such a clock."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)  # Linux alone has it; elsewhere a server does not sleep
    return time.monotonic() if boottime is None else time.clock_gettime(boottime)
