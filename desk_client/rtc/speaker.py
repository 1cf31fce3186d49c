"""The speaker's thread: opens the device, watches over it, and plays what is pushed."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desk_client.rtc.meter import Samples
from desk_client.rtc.playout import PlayoutBuffer
from desk_client.rtc.port import DeviceFault
from desk_client.rtc.sound import SoundCard

_log = logging.getLogger(__name__)

RETRY_S: Final = 5.0
_LOOK_S: Final = 0.5


@dataclass(frozen=True)
class SpeakerEvents:
    """Where a speaker tells what happens; both are called in its thread and must return soon."""

    on_fault: Callable[[DeviceFault], None]
    on_restored: Callable[[], None]


class Speaker:
    """Plays on the default device where there is one; otherwise what is pushed goes nowhere."""

    def __init__(self, card: SoundCard, events: SpeakerEvents, *, retry_s: float = RETRY_S) -> None:
        self._card = card
        self._events = events
        self._retry_s = retry_s
        self._ended = threading.Event()
        self._fault: DeviceFault | None = None
        self._buffer = PlayoutBuffer()
        self._thread = threading.Thread(target=self._run, name="rtc-speaker", daemon=True)
        self._thread.start()

    def play(self, block: Samples) -> None:
        """Append mono sound at 48 kHz (any thread, never blocks for long)."""
        self._buffer.push(block)

    def close(self) -> None:
        """Ask the thread to end; see `join`."""
        self._ended.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the thread's end; False if the driver still holds it."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._ended.is_set():
            match self._card.open_speaker(self._buffer.pull):
                case DeviceFault() as fault:
                    self._fail(fault)
                case stream:
                    if self._fault is not None:
                        self._fault = None
                        self._events.on_restored()
                    while stream.serving() and not self._ended.wait(_LOOK_S):
                        pass
                    stream.close()
                    if not self._ended.is_set():
                        self._fail(DeviceFault.LOST)
            self._ended.wait(self._retry_s)

    def _fail(self, fault: DeviceFault) -> None:
        if self._fault != fault:
            _log.warning("the speaker does not serve (%s)", fault.value)
            self._fault = fault
            self._events.on_fault(fault)
