"""The walk-up rule: who has an audience at a kiosk soon finds it free, whoever came by before.

A kiosk whose next audience is near does not let a walk-up begin what will not end in time; whoever is under way already
is warned beforehand, and is never thrown out.
"""

from datetime import datetime, timedelta
from enum import Enum, auto
from typing import Final

BOOKING_TAKES: Final = timedelta(minutes=8)
"""What somebody who has not done it before needs to book an audience, from ID to ticket."""
MARGIN: Final = timedelta(minutes=2)
"""Between the end of one visit and the next audience: somebody gathers their papers, somebody sits down."""
WARNED_BEFORE: Final = timedelta(minutes=5)
"""Whoever is under way is told so long before that the kiosk will be needed."""


class Standing(Enum):
    """What a kiosk may begin now."""

    FREE = auto()
    """Whatever it is."""
    TOO_NEAR = auto()
    """Nothing that would not end before the next audience."""
    IN_USE = auto()
    """The next audience's time has come."""


def standing(now: datetime, next_at: datetime | None, takes: timedelta = BOOKING_TAKES) -> Standing:
    """What may begin at a kiosk with its next audience at `next_at` (None: none is near), if it takes so long."""
    if next_at is None or now + takes + MARGIN <= next_at:
        return Standing.FREE
    return Standing.TOO_NEAR if now < next_at else Standing.IN_USE


def warns(now: datetime, next_at: datetime | None) -> bool:
    """Whether somebody who is under way is told that the kiosk will be needed."""
    return next_at is not None and next_at - now <= WARNED_BEFORE
