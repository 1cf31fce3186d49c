"""How late a voice's packets are, and how long one must wait for nearly all of them. Pure: the caller brings the clock.

Late is what comes after the fastest of the last packets would have. The answer follows a jump up within a few packets
and falls slowly, because old packets are forgotten gradually: one part in a hundred of all weights is enough to count.
"""

from collections import deque
from typing import Final

import numpy as np

from desk_client.rtc.sound.meter import SAMPLE_RATE

MOST_S: Final = 0.5
"""Whatever is later is an outage: no buffer should wait for it."""
_NEARLY_ALL: Final = 0.99
_FORGETTING: Final = 0.994
"""What a packet counts, compared with the one after it."""
_KEPT: Final = 768
_FASTEST_OF: Final = 100
"""Packets: two seconds of speech. A new, slower path is the normal one after that."""
_NEW_NORMAL: Final = 10
"""Packets that are all too late, at their usual pace: then they are not late, the path (or the clock) is another."""
_LOOK_AFTER: Final = 10
"""Packets: it takes a sorting to find the answer, so it is looked for less often while it can only fall."""
_WEIGHTS: Final = _FORGETTING ** np.arange(_KEPT - 1, -1, -1, dtype=np.float64)


class Lateness:
    """Of one remote voice."""

    def __init__(self) -> None:
        self._transits = np.zeros(_KEPT)
        self._count = 0
        self._recent: deque[float] = deque(maxlen=_FASTEST_OF)
        self._fastest = 0.0
        self._before: tuple[float, float] | None = None
        self._draining = False
        self._too_late = 0
        self._nearly_all = 0.0
        self._looked_at = 0

    def note(self, timestamp: int, now_s: float) -> float | None:
        """A packet came.

        Args:
            timestamp: in samples at 48 kHz, without turns.
            now_s: monotonic.

        Returns:
            Seconds that it is late; None where that tells nothing, because an outage's backlog is coming in.
        """
        sent_s = timestamp / SAMPLE_RATE
        transit = now_s - sent_s
        paced = self._before is None or now_s - self._before[0] >= (sent_s - self._before[1]) / 2
        self._before = now_s, sent_s
        if self._recent and transit - self._fastest > MOST_S:
            self._draining = True
            self._too_late += paced
            if self._too_late < _NEW_NORMAL:
                return None
            self.forget()
        elif self._draining and not paced:
            return None
        self._draining = False
        self._too_late = 0
        self._recent.append(transit)
        self._fastest = min(self._recent)
        self._keep(transit)
        return transit - self._fastest

    def note_copy(self, timestamp: int, now_s: float) -> None:
        """A packet that is missing came as a copy inside the next one: so long one must wait for it.

        Args:
            timestamp: of the missing one.
            now_s: monotonic.
        """
        if self._recent and not self._draining:
            self._keep(now_s - timestamp / SAMPLE_RATE)

    def needed_s(self) -> float:
        """Seconds after which nearly all of the packets are there, counted from when the fastest would be."""
        if not self._recent:
            return 0.0
        if self._count - self._looked_at >= _LOOK_AFTER:
            self._look()
        return max(0.0, self._nearly_all - self._fastest)

    def forget(self) -> None:
        """Begin anew."""
        self._count = self._looked_at = 0
        self._recent.clear()
        self._draining = False
        self._too_late = 0

    def _keep(self, transit: float) -> None:
        self._transits[self._count % _KEPT] = transit
        self._count += 1
        if transit > self._nearly_all or self._count <= _LOOK_AFTER:
            self._looked_at = self._count - _LOOK_AFTER

    def _look(self) -> None:
        """Find the time by which nearly all packets were there, the newest weighing most."""
        self._looked_at = self._count
        kept = min(self._count, _KEPT)
        transits = np.roll(self._transits, -self._count)[-kept:]
        weights = np.where(transits - self._fastest <= MOST_S, _WEIGHTS[-kept:], 0.0)
        order = np.argsort(transits)
        gathered = np.cumsum(weights[order])
        self._nearly_all = float(transits[order[np.searchsorted(gathered, _NEARLY_ALL * gathered[-1])]])
