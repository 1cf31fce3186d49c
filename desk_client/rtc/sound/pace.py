"""How far behind the fastest packets a voice is played, and by how much that should change now. Pure.

The delay is measured when a packet comes: how many samples are to be played before it, plus how late it is itself. For
clocks that agree and a steady device that is always the same number, whatever the path does; the least of the last ones
is what one can rely on where the device takes its sound in gulps.
"""

from collections import deque
from typing import Final

from desk_client.rtc.sound.meter import SAMPLE_RATE

_MS: Final = SAMPLE_RATE // 1000
LEAST: Final = 20 * _MS
MOST: Final = 400 * _MS
"""Samples of delay that are aimed at."""
MARGIN: Final = 5 * _MS
"""More than the packets' lateness asks for; as much as the delay may fall below its aim."""
_TOO_MUCH: Final = 10 * _MS
_HOPELESS: Final = 200 * _MS
"""Beyond the aim: to play faster for so long is worse than one skip."""
_HURRY_UP: Final = 100 * _MS
_HURRY_DOWN: Final = 30 * _MS
"""How far from the aim there is no time to lose."""
_PAUSE: Final = 100 * _MS
"""Samples between two changes while there is time: one voice in ten is then faster or slower, which nobody hears."""
_HOLD_STEP: Final = 0.1
"""Of the time played: how fast the delay that is asked for from outside takes effect."""
_MEASURED: Final = 25


class Pace:
    """Of one remote voice. All lengths are samples at 48 kHz."""

    def __init__(self) -> None:
        self._delays: deque[int] = deque(maxlen=_MEASURED)
        self._shifted = 0
        self._since_change = _PAUSE
        self._asked = 0
        self._held = 0.0
        self._needed = 0

    def note(self, before: int, late: int) -> None:
        """A packet came, with so many samples to be played before it, and so late."""
        self._delays.append(before + late - self._shifted)

    def need(self, late: int) -> None:
        """So long must be waited for nearly all packets."""
        self._needed = late

    def hold_at_least(self, delay: int) -> None:
        """Whoever keeps picture and sound together asks for this delay."""
        self._asked = min(MOST, max(0, delay))

    def played(self, length: int) -> None:
        """So much was taken by the device."""
        self._since_change += length
        step = _HOLD_STEP * length
        self._held += min(step, max(-step, self._asked - self._held))

    def shifted(self, by: int) -> None:
        """What is played comes so much later from now on (sooner where negative)."""
        self._shifted += by

    def changed(self, by: int) -> None:
        """The sound was lengthened by so much (shortened where negative)."""
        self.shifted(by)
        self._since_change = 0

    def forget(self, *, but_the_newest: bool = False) -> None:
        """What was measured says nothing any more."""
        newest = self._delays[-1] if but_the_newest and self._delays else None
        self._delays.clear()
        if newest is not None:
            self._delays.append(newest)

    def target(self) -> int:
        """The delay that is aimed at."""
        return min(MOST, max(LEAST, self._needed + MARGIN, round(self._held)))

    def delay(self) -> int | None:
        """The delay there is; None where it is not known."""
        return min(self._delays) + self._shifted if self._delays else None

    def excess(self) -> int:
        """The delay beyond the aim; negative below it, 0 while it is not known."""
        delay = self.delay()
        return 0 if delay is None else delay - self.target()

    def wanted(self) -> int:
        """By how much the sound should be made longer (shorter where negative) now; mostly 0."""
        excess = self.excess()
        if -MARGIN <= excess <= _TOO_MUCH:
            return 0
        return -excess if self._since_change >= _PAUSE or self.hurried() else 0

    def hurried(self) -> bool:
        """Whether what is far from alike must do to be lengthened or shortened."""
        excess = self.excess()
        return excess > _HURRY_UP or excess < -_HURRY_DOWN

    def is_hopeless(self) -> bool:
        """Whether only a skip leads back to the aim."""
        return self.excess() > _HOPELESS
