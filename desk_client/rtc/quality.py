"""How good the line is, each way, in four levels that do not flicker. Pure: fed once a second with its figures.

Whoever raises a false alarm is not believed the next time. So the level that is shown worsens only when most of the
last few seconds were worse, and improves only when nearly all of a longer while was better; and a picture that comes
slowly counts against the line only beside a sign from the line itself: a camera that is off, a document that stands
still and a muted microphone send little, and are no fault.
"""

from collections import deque
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from desk_client.rtc.port import CallStats

START_S: Final = 5
"""Seconds of a connection that are not judged: encoders and estimates are still finding out what the line carries."""
WORSE_AFTER_S: Final = 4
WORSE_WITHIN_S: Final = 6
"""It worsens when four of the last six known seconds were worse: to what those four agree on."""
BETTER_AFTER_S: Final = 8
BETTER_WITHIN_S: Final = 10
"""It improves when eight of the last ten were better: one bad second does not keep an alarm up for ever."""

_SILENCE_DBFS: Final = -60.0
_NOTHING_BPS: Final = 200.0
"""Not even reports: those alone are more, once or twice a second."""
_FEWEST_FRAMES: Final = 5
"""Assembled in a second, to say anything of how many of them were shown."""
_SQUEEZED: Final = 0.85
"""Share of what the line is thought to carry above which we would send more if we could."""
_STARVED_BPS: Final = 150_000.0


class Level(IntEnum):
    """What a person makes of the line."""

    LOST = 0
    """Nothing comes through."""
    POOR = 1
    """The talk suffers: pictures stand still, words are missing, answers come late."""
    FAIR = 2
    """One notices the line, and talks on."""
    GOOD = 3


@dataclass(frozen=True)
class LineQuality:
    """Both ways; None where nothing is known yet."""

    mine: Level | None = None
    """How the other side sees and hears us."""
    theirs: Level | None = None
    """How we see and hear the other side."""

    @property
    def worse(self) -> Level | None:
        """The worse of what is known."""
        return min((each for each in (self.mine, self.theirs) if each is not None), default=None)


@dataclass(frozen=True)
class _Bound:
    """Up to where a figure is good, and up to where it is fair."""

    good: float
    fair: float
    worst: Level = Level.POOR

    def level(self, value: float | None) -> Level:
        """Of a figure that is better the smaller it is; one that is not known is no fault."""
        if value is None or value <= self.good:
            return Level.GOOD
        return Level.FAIR if value <= self.fair else self.worst


_LOSS: Final = _Bound(0.02, 0.08)
_DELAY_MS: Final = _Bound(250.0, 400.0)
"""One way. Beyond 400 ms people begin to speak at the same time (ITU-T G.114)."""
_JITTER_MS: Final = _Bound(80.0, 80.0, worst=Level.FAIR)
"""The receive buffers take it up; what they cannot shows in the other figures."""
_CONCEALED: Final = _Bound(0.03, 0.10)
_FROZEN: Final = _Bound(0.15, 0.5)
"""Share of the second in which the picture stood still."""
_UNSHOWN: Final = _Bound(0.2, 0.5)
"""Share of the assembled pictures that could not be shown, for want of those before them."""


def theirs_of_second(stats: CallStats, before: CallStats | None) -> Level | None:
    """How we had the other side in the last second; None where nothing can be said.

    Args:
        stats: of the second.
        before: of the second before it, for what only ever grows.
    """
    if stats.bitrate_in_bps is not None and stats.bitrate_in_bps <= _NOTHING_BPS:
        return Level.LOST
    if stats.loss is None and stats.rtt_ms is None and stats.fps_decoded is None:
        return None
    levels = [
        _LOSS.level(stats.loss),
        _DELAY_MS.level(_delay_ms(stats.rtt_ms, stats.sound_delay_ms)),
        _JITTER_MS.level(stats.jitter_ms),
    ]
    if stats.remote_audio_dbfs is not None and stats.remote_audio_dbfs > _SILENCE_DBFS:
        levels.append(_CONCEALED.level(stats.sound_concealed))
    if _is_strained(stats) and before is not None:
        levels.append(_FROZEN.level(_grown(before.freeze_s, stats.freeze_s)))
        levels.append(_UNSHOWN.level(_unshown(before, stats)))
    return min(levels)


def mine_of_second(stats: CallStats) -> Level | None:
    """How the other side had us in the last second, as far as it and our own estimate of the line tell."""
    if stats.audio_only:
        return Level.POOR
    if stats.rtt_ms is None and stats.loss_out is None:
        return None
    levels = [_LOSS.level(stats.loss_out), _DELAY_MS.level(_delay_ms(stats.rtt_ms, None))]
    if stats.available_bps is not None and stats.bitrate_out_bps is not None:
        is_squeezed = stats.bitrate_out_bps >= _SQUEEZED * stats.available_bps
        levels.append(Level.FAIR if is_squeezed and stats.available_bps < _STARVED_BPS else Level.GOOD)
    return min(levels)


class LineJudge:
    """Remembers what is shown of a call's line, and changes it only for what has lasted."""

    def __init__(self) -> None:
        """Of one call: another one has another judge."""
        self._seconds = 0
        self._before: CallStats | None = None
        self._mine, self._theirs = Steady(), Steady()

    def hear(self, stats: CallStats) -> LineQuality:
        """Take the next second; returns what is to be shown now."""
        before, self._before = self._before, stats
        if stats.connected:
            self._seconds += 1
            if self._seconds > START_S:
                self._mine.hear(mine_of_second(stats))
                self._theirs.hear(theirs_of_second(stats, before))
        elif self._seconds > START_S:
            self._mine.hear(Level.LOST)
            self._theirs.hear(Level.LOST)
        return LineQuality(self._mine.shown, self._theirs.shown)


class Steady:
    """One level that does not flicker."""

    def __init__(self) -> None:
        """Nothing is known yet; the first second that is known finds the line taken for good."""
        self._shown: Level | None = None
        self._recent: deque[Level] = deque(maxlen=BETTER_WITHIN_S)

    @property
    def shown(self) -> Level | None:
        """The level to show; None before anything was known."""
        return self._shown

    def hear(self, second: Level | None) -> Level | None:
        """Take one more second, of which None says nothing either way; returns what is to be shown now."""
        if second is None:
            return self._shown
        if self._shown is None:
            self._shown = Level.GOOD
        self._recent.append(second)
        worse = sorted(list(self._recent)[-WORSE_WITHIN_S:])[:WORSE_AFTER_S]
        better = sorted(self._recent, reverse=True)[:BETTER_AFTER_S]
        if len(worse) == WORSE_AFTER_S and worse[-1] < self._shown:
            self._show(worse[-1])
        elif len(better) == BETTER_AFTER_S and better[-1] > self._shown:
            self._show(better[-1])
        return self._shown

    def _show(self, level: Level) -> None:
        self._shown = level
        self._recent.clear()  # what led here is spent: the next change needs evidence of its own


def _delay_ms(rtt_ms: float | None, held_ms: float | None) -> float | None:
    return None if rtt_ms is None else rtt_ms / 2 + (held_ms or 0.0)


def _is_strained(stats: CallStats) -> bool:
    """Whether the line itself shows any sign of trouble."""
    return (stats.loss or 0.0) > _LOSS.good / 2 or (stats.jitter_ms or 0.0) > _JITTER_MS.good / 2


def _grown(before: float | None, now: float | None) -> float | None:
    """What was added; less than nothing where a new connection counts anew, which is no fault."""
    return None if before is None or now is None else now - before


def _unshown(before: CallStats, now: CallStats) -> float | None:
    received = _grown(before.frames_received, now.frames_received)
    decoded = _grown(before.frames_decoded, now.frames_decoded)
    if received is None or decoded is None or received < _FEWEST_FRAMES:
        return None
    return 1 - decoded / received
