"""The speaker's thread: opens the device, watches over it, and sees to it that sound is taken where there is none."""

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from desk_client.rtc.clock import Beat
from desk_client.rtc.port import DeviceFault
from desk_client.rtc.sound.card import FRAME, SoundCard, SoundStream, StreamState
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.mixer import Source

_log = logging.getLogger(__name__)

RETRY_S: Final = 5.0
_LOOK_S: Final = 0.1
_NOTHING_ASKED_S: Final = 1.0
_NOTHING_YET_S: Final = 4.0
"""Bluetooth takes its time before the first block."""


@dataclass(frozen=True)
class SpeakerEvents:
    """Where a speaker tells what happens; all but `on_played` are called in its thread, and all must return soon."""

    on_fault: Callable[[DeviceFault], None]
    on_restored: Callable[[], None]
    on_played: Callable[[Samples, float], None] = lambda _block, _at_s: None
    """What is about to sound, and when; called in the device's thread, and not where there is none."""
    on_device: Callable[[str], None] = lambda _name: None
    """Another device is in use from now on; its name."""


class Speaker:
    """Plays a source on the wanted device, on another where that one is missing, and otherwise to nobody.

    Nobody, too, takes 10 ms every 10 ms: what is received is then taken from its buffers, measured and dropped just as
    if it were played.

    Args:
        card: None where nothing shall be played.
        wanted: a device's name; None leaves the choice to the system.
    """

    def __init__(
        self,
        card: SoundCard | None,
        source: Source,
        events: SpeakerEvents,
        *,
        wanted: str | None = None,
        retry_s: float = RETRY_S,
    ) -> None:
        self._card = card
        self._source = source
        self._events = events
        self._retry_s = retry_s
        self._ended = threading.Event()
        self._wanted = wanted
        self._chosen_anew = False
        self._fault: DeviceFault | None = None
        self._has_served = False
        self._device: str | None = None
        self._asked_s = 0.0
        self._thread = threading.Thread(target=self._run, name="rtc-speaker", daemon=True)
        self._thread.start()

    def choose(self, device: str | None) -> None:
        """Use that device from now on, by its name; None leaves the choice to the system."""
        self._wanted = device
        self._chosen_anew = True

    def close(self) -> None:
        """Ask the thread to end; see `join`."""
        self._ended.set()

    def join(self, timeout_s: float) -> bool:
        """Wait for the thread's end; False if the driver still holds it."""
        self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while not self._ended.is_set():
            if self._card is None:
                self._drain(lambda: False)
            else:
                self._serve(self._card)

    def _serve(self, card: SoundCard) -> None:
        """With a device until it ends, or without one until there may be one."""
        self._chosen_anew = False
        changes = card.changes()
        opened_s = self._asked_s = time.monotonic()
        match card.open_speaker(self._give, self._wanted):
            case DeviceFault() as fault:
                # Who had a speaker and has none any more lost it, whatever the list of devices says
                self._fail(DeviceFault.LOST if self._has_served and fault is DeviceFault.ABSENT else fault)
            case stream:
                self._serves(stream.device)
                try:
                    self._watch(stream, opened_s)
                finally:
                    stream.close()
                if self._asked_s > opened_s or self._ended.is_set():
                    return  # it did serve: look at once for what is there now
                self._fail(DeviceFault.LOST)
        until_s = time.monotonic() + self._retry_s
        self._drain(lambda: time.monotonic() >= until_s or self._chosen_anew or card.changes() != changes)

    def _give(self, length: int, at_s: float) -> Samples:
        self._asked_s = time.monotonic()
        block = self._source.pull(length)
        self._events.on_played(block, at_s)
        return block

    def _watch(self, stream: SoundStream, opened_s: float) -> None:
        """Until the end, until the device is lost or until there may be a better one."""
        while not self._ended.wait(_LOOK_S) and not self._chosen_anew:
            patience_s = _NOTHING_ASKED_S if self._asked_s > opened_s else _NOTHING_YET_S
            if stream.state() is not StreamState.SERVING or time.monotonic() - self._asked_s > patience_s:
                return

    def _serves(self, device: str) -> None:
        self._has_served = True
        if self._fault is not None:
            self._fault = None
            self._events.on_restored()
        if device != self._device:
            self._device = device
            self._events.on_device(device)

    def _fail(self, fault: DeviceFault) -> None:
        if self._fault != fault:
            _log.warning("the speaker does not serve (%s)", fault.value)
            self._fault = fault
            self._device = None
            self._events.on_fault(fault)

    def _drain(self, is_over: Callable[[], bool]) -> None:
        """Take the source's sound for nobody, until it is over or the end."""
        beat = Beat(FRAME / SAMPLE_RATE, self._ended)
        while beat.wait():
            self._source.pull(FRAME)
            if is_over():
                return
