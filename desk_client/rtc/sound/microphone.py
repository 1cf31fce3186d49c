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
from desk_client.rtc.port import DeviceFault, MediaChoice
from desk_client.rtc.sound.card import BLOCK, FRAME, SoundCard, SoundStream, StreamState
from desk_client.rtc.sound.meter import SAMPLE_RATE, Samples
from desk_client.rtc.sound.muted import SpeakingWhileMutedDetector
from desk_client.rtc.sound.processing import VoiceProcessor
from desk_client.rtc.sound.tone import SyntheticTone

_log = logging.getLogger(__name__)

RETRY_S: Final = 5.0
_NOTHING_HEARD_S: Final = 1.0
_NOTHING_YET_S: Final = 4.0
"""Bluetooth takes its time before the first block."""
_WAITING_FRAMES: Final = 20
_LOOK_FRAMES: Final = 10
_SETTLED_S: Final = 0.06
"""How long it stays silent once it is switched on: processed sound is late, and a driver's times may err."""


@dataclass(frozen=True)
class MicrophoneEvents:
    """Where a microphone tells what happens; all are called in its thread and must return soon."""

    on_block: Callable[[Samples], None]
    """20 ms of mono sound at 48 kHz."""
    on_fault: Callable[[DeviceFault], None]
    on_restored: Callable[[], None]
    on_speaking_while_muted: Callable[[], None] = lambda: None
    on_device: Callable[[str], None] = lambda _name: None
    """Another device is in use from now on; its name."""
    on_raw: Callable[[Samples], None] = lambda _frame: None
    """10 ms as a device heard them, with the loudspeaker's echo in them; also while off."""


class Microphone:
    """Delivers what the microphone hears, processed; silence while off, whatever is heard meanwhile.

    Where there is none at all, the synthetic tone stands in (a machine without sound is a test bench); where there is
    one that is taken, forbidden or lost, silence does: nobody wants a tone in the middle of a talk. A device that is
    lost is replaced by another at once where there is one, and the chosen one is taken again once it is back.
    """

    def __init__(
        self,
        choice: MediaChoice,
        card: SoundCard,
        processor: VoiceProcessor,
        events: MicrophoneEvents,
        *,
        retry_s: float = RETRY_S,
    ) -> None:
        self._choice = choice
        self._card = card
        self._processor = processor
        self._events = events
        self._retry_s = retry_s
        self._ended = threading.Event()
        self._wanted = choice.microphone_device
        self._chosen_anew = False
        self._on = True
        self._on_since_s = float("-inf")
        self._fault: DeviceFault | None = None
        self._has_served = False
        self._device: str | None = None
        self._tone = SyntheticTone(choice.tone_hz)
        self._silence: Samples = np.zeros(BLOCK, dtype=np.int16)
        self._first_half: Samples | None = None
        self._muted = SpeakingWhileMutedDetector()
        self._thread = threading.Thread(target=self._run, name="rtc-microphone", daemon=True)
        self._thread.start()

    def set_on(self, *, on: bool) -> None:
        """Off delivers silence from the next block on; on delivers nothing that was heard before."""
        if on and not self._on:
            self._on_since_s = time.monotonic() + _SETTLED_S
        self._on = on

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
            if self._choice.microphone == "synthetic":
                self._stand_in(lambda: False)
            else:
                self._serve()

    def _serve(self) -> None:
        """With a device until it ends, or with its substitute until there may be one."""
        heard: queue.Queue[tuple[Samples, float]] = queue.Queue(_WAITING_FRAMES)

        def keep(frame: Samples, at_s: float) -> None:
            with suppress(queue.Full):  # we were held up for 200 ms: what is too late is not sent
                heard.put_nowait((frame, at_s))

        self._chosen_anew = False
        changes = self._card.changes()
        match self._card.open_microphone(keep, self._wanted):
            case DeviceFault() as fault:
                # Who had a microphone and has none any more lost it, whatever the list of devices says
                self._fail(DeviceFault.LOST if self._has_served and fault is DeviceFault.ABSENT else fault)
            case stream:
                try:
                    served = self._read(stream, heard)
                finally:
                    stream.close()
                self._first_half = None
                if served or self._ended.is_set():
                    return
                self._fail(DeviceFault.LOST)
        until_s = time.monotonic() + self._retry_s
        self._stand_in(lambda: time.monotonic() >= until_s or self._chosen_anew or self._card.changes() != changes)

    def _read(self, stream: SoundStream, heard: "queue.Queue[tuple[Samples, float]]") -> bool:
        """Until the end, until the device is lost or until there may be a better one.

        Returns:
            Whether it served: one that is lost as soon as it is opened is not to be opened again at once.
        """
        frames = 0
        heard_s = time.monotonic()
        while not self._ended.is_set() and not self._chosen_anew:
            patience_s = _NOTHING_HEARD_S if frames else _NOTHING_YET_S
            try:
                frame, at_s = heard.get(timeout=0.1)
            except queue.Empty:
                if stream.state() is not StreamState.SERVING or time.monotonic() - heard_s > patience_s:
                    break
                continue
            heard_s = time.monotonic()
            if frames == 0:
                self._serves(stream.device)
            self._take(frame, at_s)
            frames += 1
            if frames % _LOOK_FRAMES == 0 and stream.state() is not StreamState.SERVING:
                break
        return frames >= _LOOK_FRAMES or self._chosen_anew or stream.state() is StreamState.STALE

    def _serves(self, device: str) -> None:
        self._has_served = True
        if self._fault is not None:
            self._fault = None
            self._events.on_restored()
        if device != self._device:
            self._device = device
            self._events.on_device(device)

    def _take(self, frame: Samples, at_s: float) -> None:
        """Process what was heard; while off, all that becomes of it is the knowledge that somebody speaks."""
        self._events.on_raw(frame)
        voice = self._processor.heard(frame, at_s)
        if self._on:
            self._muted.forget()
        elif self._muted.hear(voice, at_s):
            self._events.on_speaking_while_muted()
        may_leave = self._on and at_s >= self._on_since_s
        samples = voice.samples if may_leave else self._silence[:FRAME]
        if self._first_half is None:
            self._first_half = samples
        else:
            first, self._first_half = self._first_half, None
            self._deliver(np.concatenate((first, samples)))

    def _fail(self, fault: DeviceFault) -> None:
        if self._fault != fault:
            _log.warning("the microphone does not serve (%s)", fault.value)
            self._fault = fault
            self._device = None
            self._events.on_fault(fault)

    def _stand_in(self, is_over: Callable[[], bool]) -> None:
        """Tone or silence, until it is over or the end."""
        beat = Beat(BLOCK / SAMPLE_RATE, self._ended)
        toned = self._fault in (None, DeviceFault.ABSENT)
        while beat.wait():
            self._deliver(self._tone.block(BLOCK) if toned else self._silence)
            if is_over():
                return

    def _deliver(self, block: Samples) -> None:
        self._events.on_block(block if self._on else self._silence)
