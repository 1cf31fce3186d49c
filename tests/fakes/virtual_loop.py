"""An event loop in virtual time: it never waits, and whoever asks for the time is told the loop's."""

import asyncio
import selectors
import time
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from unittest.mock import patch

from aiortc import clock

Result = TypeVar("Result")

_BEGIN = datetime(2026, 11, 22, 6, 2, tzinfo=UTC)


class _Leaping(selectors.SelectSelector):
    """Where others wait, time leaps."""

    def __init__(self) -> None:
        super().__init__()
        self.now_s = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        ready = super().select(0)
        if not ready:
            if timeout is None:
                raise RuntimeError("nothing would ever happen any more")
            self.now_s += max(0.0, timeout)
        return ready


class _VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self, leaping: _Leaping) -> None:
        super().__init__(leaping)
        self._leaping = leaping

    def time(self) -> float:
        return self._leaping.now_s


def run_in_virtual_time(main: Callable[[], Coroutine[Any, Any, Result]]) -> Result:
    """Run a coroutine to its end as fast as it goes; from zero on, `time.monotonic` and aiortc's clock are virtual.

    Nothing else in this process may depend on the time meanwhile.
    """
    leaping = _Leaping()
    with (
        patch.object(time, "monotonic", lambda: leaping.now_s),
        patch.object(time, "monotonic_ns", lambda: round(leaping.now_s * 1e9)),
        patch.object(clock, "current_datetime", lambda: _BEGIN + timedelta(seconds=leaping.now_s)),
        asyncio.Runner(loop_factory=lambda: _VirtualLoop(leaping)) as runner,
    ):
        return runner.run(main())
