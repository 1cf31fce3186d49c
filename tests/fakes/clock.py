"""A clock that stands until it is moved."""

import threading
from datetime import UTC, datetime, timedelta


class StandingClock:
    """A `Clock` for tests. Sunday morning in Riyadh, unless told otherwise."""

    def __init__(self, now: datetime = datetime(2026, 11, 22, 6, 2, tzinfo=UTC)) -> None:
        self._lock = threading.Lock()
        self._now = now

    def now(self) -> datetime:
        """The moment at which it stands."""
        with self._lock:
            return self._now

    def advance(self, by: timedelta) -> None:
        """Move it."""
        with self._lock:
            self._now += by


class ClockAhead:
    """The machine's clock, ahead of itself: a later life of a process, without waiting for it."""

    def __init__(self, by: timedelta) -> None:
        self._by = by

    def now(self) -> datetime:
        """A moment to come."""
        return datetime.now(UTC) + self._by
