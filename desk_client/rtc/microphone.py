"""The microphone's thread: a block of sound every 20 ms, come what may."""

import logging
import queue
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

import numpy as np

from desk_client.rtc.clock import Beat
from desk_client.rtc.meter import SAMPLE_RATE, Samples
from desk_client.rtc.port import DeviceFault, MediaChoice
from desk_client.rtc.sound import BLOCK, SoundCard, SoundStream
from desk_client.rtc.synthetic import SyntheticTone

_log = logging.getLogger(__name__)

RETRY_S: Final = 5.0
_NOTHING_HEARD_S: Final = 2.0
_WAITING_BLOCKS: Final = 10


@dataclass(frozen=True)
class MicrophoneEvents:
    """Where a microphone tells what happens; all are called in its thread and must return soon."""

    on_block: Callable[[Samples], None]
    """20 ms of mono sound at 48 kHz."""
    on_fault: Callable[[DeviceFault], None]
    on_restored: Callable[[], None]


class Microphone:
    """Delivers what the microphone hears; silence while off.

    Where there is none at all, the synthetic tone stands in (a machine without sound is a test bench); where there is
    one that is taken, forbidden or lost, silence does: nobody wants a tone in the middle of a talk.
    """

    def __init__(
        self, choice: MediaChoice, card: SoundCard, events: MicrophoneEvents, *, retry_s: float = RETRY_S
    ) -> None:
        self._choice = choice
        self._card = card
        self._events = events
        self._retry_s = retry_s
        self._ended = threading.Event()
        self._on = True
        self._fault: DeviceFault | None = None
        self._tone = SyntheticTone(choice.tone_hz)
        self._silence: Samples = np.zeros(BLOCK, dtype=np.int16)
        self._thread = threading.Thread(target=self._run, name="rtc-microphone", daemon=True)
        self._thread.start()

    def set_on(self, *, on: bool) -> None:
        """Off delivers silence from the next block on."""
        self._on = on

    def close(self) -> None:
        """Ask the thread to end; see `join`."""
        self._ended.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the thread's end; False if the driver still holds it."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        if self._choice.microphone == "synthetic":
            self._stand_in(None)
        while not self._ended.is_set():
            self._device()

    def _device(self) -> None:
        heard: queue.Queue[Samples] = queue.Queue(_WAITING_BLOCKS)

        def keep(block: Samples) -> None:
            with suppress(queue.Full):  # we were held up for 200 ms: what is too late is not sent
                heard.put_nowait(block)

        match self._card.open_microphone(keep):
            case DeviceFault() as fault:
                self._fail(fault)
            case stream:
                try:
                    self._read(stream, heard)
                finally:
                    stream.close()
                if self._ended.is_set():
                    return
                self._fail(DeviceFault.LOST)
        self._stand_in(self._retry_s)

    def _read(self, stream: SoundStream, heard: "queue.Queue[Samples]") -> None:
        """Until the end, or until the device is lost."""
        heard_at = time.monotonic()
        while not self._ended.is_set():
            try:
                block = heard.get(timeout=0.1)
            except queue.Empty:
                if not stream.serving() or time.monotonic() - heard_at > _NOTHING_HEARD_S:
                    return
                continue
            heard_at = time.monotonic()
            if self._fault is not None:
                self._fault = None
                self._events.on_restored()
            self._deliver(block)

    def _fail(self, fault: DeviceFault) -> None:
        if self._fault != fault:
            _log.warning("the microphone does not serve (%s)", fault.value)
            self._fault = fault
            self._events.on_fault(fault)

    def _stand_in(self, duration_s: float | None) -> None:
        """Tone or silence, until the time to try the device again or the end."""
        until = None if duration_s is None else time.monotonic() + duration_s
        beat = Beat(BLOCK / SAMPLE_RATE, self._ended)
        toned = self._fault in (None, DeviceFault.ABSENT)
        while beat.wait():
            self._deliver(self._tone.block(BLOCK) if toned else self._silence)
            if until is not None and time.monotonic() >= until:
                return

    def _deliver(self, block: Samples) -> None:
        self._events.on_block(block if self._on else self._silence)
