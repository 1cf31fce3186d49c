"""Several sources of sound into one. Pure but for its lock."""

import logging
import threading
from typing import Protocol

import numpy as np

from desk_client.rtc.sound.gain import rounded_off
from desk_client.rtc.sound.meter import LevelMeter, Samples

_log = logging.getLogger(__name__)


class Source(Protocol):
    """Whatever gives sound at the pace at which it is asked."""

    def pull(self, length: int) -> Samples:
        """The next `length` samples, mono at 48 kHz; called in a device's thread, and returns at once."""


class Metered:
    """A source whose level is measured as it is pulled."""

    def __init__(self, source: Source, meter: LevelMeter) -> None:
        self._source = source
        self._meter = meter

    def pull(self, length: int) -> Samples:
        """See `Source`."""
        block = self._source.pull(length)
        self._meter.add(block)
        return block


class Mixer:
    """Itself a source. Sources come and go in any thread.

    One source alone passes through untouched; sums are rounded off near full scale. Nothing is added of its own: the
    noise that makes a silent line bearable belongs to the source, which knows how its own silence sounds.
    """

    def __init__(self) -> None:
        self._changing = threading.Lock()
        self._sources: tuple[Source, ...] = ()

    def add(self, source: Source) -> None:
        """Have it heard from the next pull on; a second time does nothing."""
        with self._changing:
            if source not in self._sources:
                self._sources = (*self._sources, source)

    def remove(self, source: Source) -> None:
        """A pull that is under way may still ask it; one that is not there is no error."""
        with self._changing:
            self._sources = tuple(each for each in self._sources if each is not source)

    def pull(self, length: int) -> Samples:
        """See `Source`; silence where there is none."""
        blocks = [block for source in self._sources if (block := self._asked(source, length)) is not None]
        match blocks:
            case []:
                return np.zeros(length, dtype=np.int16)
            case [block]:
                return block
            case _:
                return rounded_off(np.sum(blocks, axis=0, dtype=np.float32))

    def _asked(self, source: Source, length: int) -> Samples | None:
        try:
            block = source.pull(length)
            if block.shape != (length,) or block.dtype != np.int16:
                raise ValueError(f"{block.shape} samples of {block.dtype} instead of {length}")  # noqa: TRY301  (one way out)
        except Exception:  # noqa: BLE001  (whatever ails one voice, the others must be heard)
            _log.exception("a source of sound failed, and is not asked any more")
            self.remove(source)
            return None
        return block
