"""An ear for one remote voice in virtual time, which hears sound that is known to the sample."""

import random
from collections.abc import Callable, Container
from functools import cache

import numpy as np

from desk_client.rtc.sound.counters import SoundCounters
from desk_client.rtc.sound.meter import Samples
from desk_client.rtc.sound.sound_buffer import SoundBuffer
from tests.fakes.voice_path import Arrival, KnownSound, frame, listen, sine, steepest

NATURAL_STEP = steepest(np.concatenate([sine(index) for index in range(5)]))


@cache
def _periodic(turn: int) -> Samples:
    return sine(turn)


def tone(index: int) -> Samples:
    """As `sine`: 440 Hz come around after five packets."""
    return _periodic(index % 5)


def said(first: int, last: int) -> Samples:
    """The tone of packets `first` to `last`, without the last."""
    return np.concatenate([tone(index) for index in range(first, last)])


def nothing(length: int) -> Samples:
    """A guess that is told apart from any sound."""
    return np.zeros(length, dtype=np.int16)


class Ear:
    """A buffer, what it decodes with, and what became of it."""

    def __init__(
        self,
        guess: Callable[[int], Samples] | None = nothing,
        source: Callable[[int], Samples] = tone,
        broken: Container[int] = (),
    ) -> None:
        self.decoder = KnownSound(source, guess, broken)
        self.buffer = SoundBuffer(self.decoder)
        self.seen: list[tuple[float, SoundCounters]] = []

    def listen(
        self, arrivals: list[Arrival], seconds: float, *, pull: int = 480, begin_s: float = 0.0, look_every: int = 1
    ) -> Samples:
        """See `voice_path.listen`; the counters are looked at after every so many pulls."""

        def look(at_s: float) -> None:
            if round(at_s * 48_000 / pull) % look_every == 0:
                self.seen.append((at_s, self.buffer.counters()))

        return listen(self.buffer, arrivals, seconds, pull=pull, begin_s=begin_s, each=look)

    @property
    def counters(self) -> SoundCounters:
        """As they are now."""
        return self.buffer.counters()

    def at(self, at_s: float) -> SoundCounters:
        """As they were then."""
        return next(counters for now_s, counters in self.seen if now_s >= at_s - 1e-9)


def jitter(lowest_s: float, highest_s: float, seed: int = 1) -> Callable[[], float]:
    """How late one packet after the other is, evenly spread, the same for one seed."""
    chance = random.Random(seed)  # noqa: S311 - repeatable chance, no secret
    return lambda: chance.uniform(lowest_s, highest_s)


def silent_between(first: int, last: int, count: int) -> list[bytes | None]:
    """A sender that speaks, then sends one packet in 21, then speaks."""
    return [frame(index) if not first <= index < last or index % 21 == 0 else None for index in range(count)]
