"""Whether an office is on time, and who comes next."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from desk_client.domain.appointment import AHEAD_STATES, QUEUED_STATES, AppointmentState

TOLERATED: Final = timedelta(minutes=3)
"""Who is met within it is met on time."""


@dataclass(frozen=True, slots=True)
class Planned:
    """An audience of the day. `position` is the place in line of whoever waits, where it is known."""

    id: str
    state: AppointmentState
    starts_at: datetime
    ends_at: datetime
    position: int | None = None


def behind(day: Iterable[Planned], now: datetime) -> timedelta:
    """By how much the office runs late: zero while it is on time.

    A talk that lasts beyond its end makes it late; so does somebody who is here and whose hour has come, as long as
    nobody is talked with. Who has not come does not: they are late themselves.
    """
    planned = list(day)
    talks = [each for each in planned if each.state is AppointmentState.IN_SESSION]
    if talks:
        late = max(now - each.ends_at for each in talks)
    else:
        waiting = [each.starts_at for each in planned if each.state in QUEUED_STATES]
        late = now - min(waiting) if waiting else timedelta()
    return late if late > TOLERATED else timedelta()


def next_up(day: Iterable[Planned], now: datetime) -> str | None:
    """Who is received next: whoever is first in line, else whoever's hour comes first. None where nobody is to come."""
    planned = list(day)
    waiting = [each for each in planned if each.state in QUEUED_STATES]
    if waiting:
        return min(waiting, key=lambda each: (each.position or 0, each.starts_at, each.id)).id
    ahead = [each for each in planned if each.state in AHEAD_STATES and each.ends_at > now]
    return min(ahead, key=lambda each: (each.starts_at, each.id)).id if ahead else None
