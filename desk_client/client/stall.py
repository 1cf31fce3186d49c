"""Tells a line that was cut from one that still carries sound, while no picture of the other end comes. Pure.

The engine says after two seconds that pictures have stalled; why, a second's figures tell. Where sound goes on, the
line has no room for more: to make a new connection would take of it what is left.
"""

from enum import Enum, auto
from typing import Final

from desk_client.rtc.port import CallStats

_SOUND_BPS: Final = 1_000.0
"""More comes of a silent microphone, which sends little."""
_AGREEING: Final = 2
"""Seconds that must say the same, to change what was made of it before."""


class Finding(Enum):
    """What is made of it."""

    CUT = auto()
    """Nothing comes: a new connection is needed."""
    SOUND_ONLY = auto()


class _State(Enum):
    FLOWING = auto()
    DOUBTFUL = auto()
    CUT = auto()
    SOUND_ONLY = auto()


class Stall:
    """Of one call, whatever connection carries it."""

    def __init__(self) -> None:
        """Nothing has stalled."""
        self._state = _State.FLOWING
        self._last: CallStats | None = None
        self._agreeing = 0

    @property
    def is_sound_only(self) -> bool:
        """Whether the other end is heard and not seen."""
        return self._state is _State.SOUND_ONLY

    def flowing(self) -> None:
        """Pictures come."""
        self._enter(_State.FLOWING)

    def disconnected(self) -> None:
        """There is no connection: what comes next is another one's."""
        self._last = None
        self._enter(_State.FLOWING)

    def stalled(self) -> Finding | None:
        """Pictures come no more; None where the next second has to tell why.

        A second in which pictures still came says nothing of why they ended, and the next one is due.
        """
        last = self._last
        if self._state is _State.SOUND_ONLY:
            return None
        if last is None or not _carries_sound(last):
            self._enter(_State.CUT)
            return Finding.CUT
        self._enter(_State.DOUBTFUL)
        return None

    def second(self, stats: CallStats) -> Finding | None:
        """One more second; what is newly found."""
        self._last = stats if stats.connected else None
        if not stats.connected or self._state is _State.FLOWING:
            return None
        carries = _carries_sound(stats)
        if self._state is _State.DOUBTFUL:
            self._enter(_State.SOUND_ONLY if carries else _State.CUT)
            return Finding.SOUND_ONLY if carries else Finding.CUT
        self._agreeing = self._agreeing + 1 if carries is (self._state is _State.CUT) else 0
        if self._agreeing < _AGREEING:
            return None
        self._enter(_State.CUT if self._state is _State.SOUND_ONLY else _State.SOUND_ONLY)
        return Finding.SOUND_ONLY if self._state is _State.SOUND_ONLY else Finding.CUT

    def _enter(self, state: _State) -> None:
        self._state, self._agreeing = state, 0


def _carries_sound(stats: CallStats) -> bool:
    return (stats.bitrate_in_bps or 0.0) > _SOUND_BPS
