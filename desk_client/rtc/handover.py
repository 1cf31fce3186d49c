"""From the engine's thread to the loop of whoever shows what it tells; who stops reading costs nothing."""

import asyncio
import threading
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Final

from desk_client.rtc.port import Event, Measured, SoundLevels, SpeakingWhileMuted

_MOST: Final[Mapping[type[Event], int]] = MappingProxyType({SoundLevels: 1, SpeakingWhileMuted: 10, Measured: 180})
"""Signs of a moment that wait at most; of figures a minute's, of three others in a talk."""


class Handover:
    """Give it to `Engine.start`. Measurements that nobody reads give way to newer ones; all else waits, in order."""

    def __init__(self, loop: asyncio.AbstractEventLoop, take: Callable[[Event], None]) -> None:
        """Hand events to `take`, on `loop`; once that is closed they are lost."""
        self._loop = loop
        self._take = take
        self._guard = threading.Lock()
        self._waiting: deque[Event] = deque()

    def __call__(self, event: Event) -> None:
        """Hand it over; from any thread, and at once."""
        kind = type(event)
        with self._guard:
            is_first = not self._waiting
            if kind in _MOST:
                alike = [place for place, each in enumerate(self._waiting) if type(each) is kind]
                if len(alike) >= _MOST[kind]:
                    del self._waiting[alike[0]]
            self._waiting.append(event)
        if is_first:
            with suppress(RuntimeError):  # the loop is closed
                self._loop.call_soon_threadsafe(self._take_all)

    def _take_all(self) -> None:
        with self._guard:
            events = [*self._waiting]
            self._waiting.clear()
        for event in events:
            try:
                self._take(event)
            except Exception as error:  # noqa: BLE001  (as the loop does with a callback: told of, and the next is taken)
                self._loop.call_exception_handler(
                    {"message": f"nobody took {type(event).__name__}", "exception": error}
                )
