"""An office's calendar at its desk, as a read model: which days are looked at, and what lies on them."""

from dataclasses import dataclass
from datetime import date

from desk_client.client.visit import Slot
from desk_client.domain.outcomes import Refusal
from desk_client.protocol.office_calendars import (
    Blocked,
    BusyKind,
    BusyTime,
    CalendarAudience,
    Feed,
    Imported,
    OfficeDay,
    OfficeDays,
    Stretch,
)

__all__ = [
    "Blocked",
    "BusyKind",
    "BusyTime",
    "CalendarAudience",
    "CalendarView",
    "Feed",
    "Imported",
    "Landing",
    "OfficeDay",
    "OfficeDays",
    "Span",
    "Stretch",
]


@dataclass(frozen=True)
class Span:
    """Some days in a row."""

    first: date
    count: int


@dataclass(frozen=True)
class Landing:
    """An audience that is being moved, and the free slots of its service to which it may go on the days shown.

    `slots` is None while they are being read.
    """

    audience: CalendarAudience
    slots: tuple[Slot, ...] | None = None


@dataclass(frozen=True)
class CalendarView:
    """What the calendar's page shows.

    Attributes:
        span: the days that were asked for last; None before anybody looked.
        days: the newest answer; while other days are read it is still that of the days before.
        trouble: why the newest question was not answered; None where it was.
        landing: what is being moved.
    """

    span: Span | None = None
    days: OfficeDays | None = None
    trouble: Refusal | None = None
    landing: Landing | None = None

    @property
    def shown(self) -> OfficeDays | None:
        """The answer for the days that are asked for; None while they are read."""
        if self.days is None or self.span is None or self.days.first != self.span.first:
            return None
        return self.days if len(self.days.days) == self.span.count else None
