"""How large and how often pictures are sent for the rate that there is, down to none at all. Pure.

Sound comes first: below what a picture is worth sending with, only sound is sent until there has been room for a while.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rung:
    """One way to send pictures."""

    height: int
    """At most; the width follows the picture's own shape."""
    fps: int
    from_bps: int
    """The rate from which it looks better than the rung below."""
    most_bps: int
    """The rate beyond which the rung above looks better.

    An encoder may put two pictures of it into one: on a thin line that must not be much.
    """


FACE: Final = (
    Rung(180, 15, 70_000, 190_000),
    Rung(270, 20, 130_000, 270_000),
    Rung(360, 30, 240_000, 400_000),
    Rung(360, 30, 330_000, 700_000),
    Rung(540, 30, 500_000, 1_300_000),
    Rung(720, 30, 900_000, 3_000_000),
    Rung(1080, 30, 2_200_000, 4_000_000),
)
"""Movement before detail."""
DOCUMENT: Final = (
    Rung(540, 2, 70_000, 200_000),
    Rung(720, 5, 150_000, 450_000),
    Rung(1080, 8, 350_000, 1_200_000),
    Rung(1080, 15, 900_000, 4_000_000),
)
"""Detail before movement: text must be read."""

_STEP_UP: Final = 1.15
"""How far above a rung's rate to be before climbing it: a climb costs a key frame."""
_STAY_S: Final = 2.0
_FIRST_HEIGHT: Final = 360
_FIRST_STAY_S: Final = 0.5
"""By then the path has told what it can take."""
_STEP_DOWN: Final = 0.85
_BACK_BPS: Final = 90_000
_BACK_AFTER_S: Final = 3.0
_STOP_AFTER_S: Final = 1.0


class Ladder:
    """Of one picture that is sent."""

    def __init__(self, rungs: tuple[Rung, ...] = FACE) -> None:
        self._rungs = rungs
        self._at: int | None = None
        self._stopped = False
        self._changed_s: float | None = None
        self._stay_s = _FIRST_STAY_S
        self._could_since_s: float | None = None
        self._low_since_s: float | None = None

    @property
    def stopped(self) -> bool:
        """Whether there is no room for pictures."""
        return self._stopped

    def step(self, rate_bps: float, now: float) -> Rung | None:
        """The rung to send on; None where there is no room for pictures.

        Args:
            rate_bps: what there is for pictures.
            now: monotonic seconds.
        """
        if self._stopped:
            return self._resumed(rate_bps, now)
        if rate_bps < self._rungs[0].from_bps * _STEP_DOWN:
            self._low_since_s = now if self._low_since_s is None else self._low_since_s
            if now - self._low_since_s >= _STOP_AFTER_S:
                self._stopped, self._could_since_s, self._at = True, None, None
                return None
        else:
            self._low_since_s = None
        best = self._highest(rate_bps)
        if self._at is None:
            # What the path can take is a guess yet, and the first key frame must not stand in its queue for long
            self._at, self._changed_s, self._stay_s = min(best, self._first()), now, _FIRST_STAY_S
        elif (higher := self._highest(rate_bps / _STEP_UP)) > self._at:
            if self._changed_s is None or now - self._changed_s >= self._stay_s:
                self._at, self._changed_s, self._stay_s = higher, now, _STAY_S
        elif rate_bps < self._rungs[self._at].from_bps * _STEP_DOWN:
            self._at, self._changed_s, self._stay_s = best, now, _STAY_S
        return self._rungs[self._at]

    def _first(self) -> int:
        small = [index for index, rung in enumerate(self._rungs) if rung.height <= _FIRST_HEIGHT]
        return small[-1] if small else len(self._rungs) - 1

    def _highest(self, rate_bps: float) -> int:
        return max((index for index, rung in enumerate(self._rungs) if rung.from_bps <= rate_bps), default=0)

    def _resumed(self, rate_bps: float, now: float) -> Rung | None:
        if rate_bps < _BACK_BPS:
            self._could_since_s = None
            return None
        self._could_since_s = now if self._could_since_s is None else self._could_since_s
        if now - self._could_since_s < _BACK_AFTER_S:
            return None
        self._stopped, self._low_since_s = False, None
        self._at, self._changed_s = self._highest(rate_bps), now
        return self._rungs[self._at]
