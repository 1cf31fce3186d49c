"""The server's time, as a terminal can tell it whose own clock may be wrong by a day."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


def utc_now() -> datetime:
    """Return the moment, by this machine's clock."""
    return datetime.now(UTC)


class ServerClock:
    """Goes by what the server said last, and by a clock that nobody sets; by the machine's own until it was told.

    It is for countdowns and for the clock on the wall: what is early and what is late the server decides.
    """

    def __init__(self, own: Callable[[], datetime] = utc_now, elapsed: Callable[[], float] = time.monotonic) -> None:
        """`own` is the machine's clock, `elapsed` tells seconds since whenever and is never set."""
        self._own = own
        self._elapsed = elapsed
        self._told: tuple[datetime, float] | None = None

    def ask(self) -> Callable[[datetime], None]:
        """Begin to ask the server for its time; what is returned takes the answer, half of the way being behind it."""
        asked_s = self._elapsed()

        def hear(server_time: datetime) -> None:
            answered_s = self._elapsed()
            self._told = server_time, (asked_s + answered_s) / 2

        return hear

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        if self._told is None:
            return self._own()
        told, at_s = self._told
        return told + timedelta(seconds=self._elapsed() - at_s)
