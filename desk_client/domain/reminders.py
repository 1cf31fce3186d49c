"""When an office is reminded of an audience that is about to begin."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from typing import Final

BEFORE_MIN: Final = (10, 1)
"""So many minutes before it begins, the farther one first."""

_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One that is due, or was given. An audience that is moved is reminded of anew, since its hour is another.

    Attributes:
        id: the audience's.
        starts_at: its hour.
        before_min: which of `BEFORE_MIN` it is.
    """

    id: str
    starts_at: datetime
    before_min: int

    def left_min(self, now: datetime) -> int:
        """In how many minutes the audience begins: whole ones, and one at least."""
        return max(1, ceil((self.starts_at - now) / _MINUTE))


def due(ahead: Mapping[str, datetime], now: datetime, given: Collection[Reminder]) -> tuple[Reminder, ...]:
    """What to remind of now, the soonest first.

    Where both are due of one audience (a desk that was opened late, a machine that slept), the nearer one alone
    is given; of one that should have begun, none.

    Args:
        ahead: when each audience begins that is still to come.
        now: the present moment.
        given: what was given already.
    """
    found = []
    for audience, starts_at in ahead.items():
        passed = [before for before in BEFORE_MIN if starts_at - before * _MINUTE <= now < starts_at]
        if passed and (reminder := Reminder(audience, starts_at, min(passed))) not in given:
            found.append(reminder)
    return tuple(sorted(found, key=lambda each: (each.starts_at, each.id)))
