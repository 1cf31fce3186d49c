"""What may be chosen in a week, and where the arrow keys lead from there; nothing is painted here."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from PySide6.QtCore import Qt

from desk_client.client.office_calendar import BusyKind, BusyTime, CalendarAudience, OfficeDays
from desk_client.client.visit import Slot
from desk_client.domain.appointment import AHEAD_STATES
from desk_client.ui.desk.calendar.week_shape import WeekShape

STEP: Final = timedelta(minutes=30)
"""From one half hour to the next, where nothing lies between."""


@dataclass(frozen=True)
class Chosen:
    """Empty time, from then to then."""

    starts_at: datetime
    ends_at: datetime


Choice: TypeAlias = CalendarAudience | BusyTime | Chosen


def may_be_moved(audience: CalendarAudience) -> bool:
    """Whether its person has yet to come."""
    return audience.state in AHEAD_STATES


def can_unblock(busy: BusyTime) -> bool:
    """Whether it was blocked here: what was imported goes with its calendar."""
    return busy.kind is BusyKind.BLOCKED


def stepped(
    answer: OfficeDays, shape: WeekShape, cursor: datetime, choice: Choice | None, *, forward: bool
) -> datetime:
    """To the next thing of the day, or the next half hour where that comes first; it stays at the picture's ends."""
    index = shape.index_of(cursor) or 0
    marks = [
        *(shape.moment(index, timedelta(minutes=each)) for each in range(shape.first_min, shape.last_min, 30)),
        *(each.slot.starts_at for each in answer.audiences if shape.index_of(each.slot.starts_at) == index),
    ]
    if isinstance(choice, CalendarAudience):  # the half hours that it covers are its own
        marks = [each for each in marks if not choice.slot.starts_at < each < choice.slot.ends_at]
    there = sorted(each for each in set(marks) if (each > cursor) == forward and each != cursor)
    if not there:
        return cursor
    return there[0] if forward else there[-1]


def next_slot(slots: tuple[Slot, ...], target: Slot | None, key: Qt.Key, *, forward: int) -> Slot:
    """The free slot to which an arrow leads: up and down by time, to the sides by day."""
    at = slots.index(target) if target in slots else 0
    if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
        return slots[min(max(at + (1 if key == Qt.Key.Key_Down else -1), 0), len(slots) - 1)]
    later = (key == Qt.Key.Key_Right) == (forward > 0)
    here = slots[at].starts_at
    wanted = here + timedelta(days=1 if later else -1)
    others = [slot for slot in slots if (slot.starts_at > here) == later and slot.starts_at.date() != here.date()]
    return min(others, key=lambda slot: abs(slot.starts_at - wanted), default=slots[at])
