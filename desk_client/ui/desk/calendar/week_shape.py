"""Where days and hours lie in a week's picture: moments to pixels and back, without painting anything."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import QPoint, QRect

from desk_client.client.office_calendar import OfficeDays
from desk_client.ui.widgets.paint import mirrored

STEP: Final = timedelta(minutes=5)
"""Slots lie on five-minute marks."""
_HOUR_MIN: Final = 60
_DAY_MIN: Final = 24 * _HOUR_MIN
_USUAL: Final = (8 * _HOUR_MIN, 15 * _HOUR_MIN)
"""What is shown where nothing says otherwise."""


@dataclass(frozen=True)
class WeekShape:
    """A picture of some days, a column each, the hours below each other.

    Attributes:
        zone: whose clock the hours are of.
        first_min, last_min: minutes after midnight at which the picture begins and ends; whole hours.
        gutter_px: the width of the column with the hours, at the line's beginning.
    """

    days: tuple[date, ...]
    zone: ZoneInfo
    first_min: int
    last_min: int
    width_px: int
    gutter_px: int
    hour_px: int
    right_to_left: bool

    @property
    def height_px(self) -> int:
        """How high the picture is."""
        return self.y_of(self.last_min)

    def y_of(self, minutes: float) -> int:
        """Where a minute of the day lies."""
        return round((minutes - self.first_min) * self.hour_px / _HOUR_MIN)

    def column(self, index: int) -> QRect:
        """The place of a day."""
        width = (self.width_px - self.gutter_px) / len(self.days)
        left = self.gutter_px + round(index * width)
        right = self.gutter_px + round((index + 1) * width)
        whole = QRect(0, 0, self.width_px, self.height_px)
        return mirrored(QRect(left, 0, right - left, self.height_px), whole, right_to_left=self.right_to_left)

    def place(self, index: int, starts_at: datetime, ends_at: datetime) -> QRect:
        """The place of a stretch on one of the days; what lies beyond the day or the picture is cut off."""
        first, last = (self._minutes(index, each) for each in (starts_at, ends_at))
        top = self.y_of(min(max(first, self.first_min), self.last_min))
        bottom = self.y_of(min(max(last, self.first_min), self.last_min))
        column = self.column(index)
        return QRect(column.left(), top, column.width(), bottom - top)

    def index_at(self, x: int) -> int:
        """The day whose column lies at a horizontal place; the nearest one where none does."""
        return min(range(len(self.days)), key=lambda index: abs(self.column(index).center().x() - x))

    def moment_at(self, point: QPoint, step: timedelta = STEP) -> datetime:
        """The moment at a point, on the mark of a step before it."""
        minutes = self.first_min + point.y() * _HOUR_MIN / self.hour_px
        marks = int(min(max(minutes, self.first_min), self.last_min) // (step.total_seconds() / 60))
        return self.moment(self.index_at(point.x()), marks * step)

    def moment(self, index: int, after_midnight: timedelta) -> datetime:
        """A moment of one of the days, in UTC."""
        wall = datetime.combine(self.days[index], time(0)) + after_midnight
        return wall.replace(tzinfo=self.zone).astimezone(UTC)

    def index_of(self, moment: datetime) -> int | None:
        """On which of the days a moment lies."""
        day = moment.astimezone(self.zone).date()
        return self.days.index(day) if day in self.days else None

    def touched(self, starts_at: datetime, ends_at: datetime) -> range:
        """The days that a stretch touches."""
        first = starts_at.astimezone(self.zone).date()
        last = (ends_at - timedelta(microseconds=1)).astimezone(self.zone).date()
        found = [index for index, day in enumerate(self.days) if first <= day <= last]
        return range(found[0], found[-1] + 1) if found else range(0)

    def _minutes(self, index: int, moment: datetime) -> float:
        wall = moment.astimezone(self.zone).replace(tzinfo=None)
        return (wall - datetime.combine(self.days[index], time(0))).total_seconds() / 60


def hours_shown(answer: OfficeDays) -> tuple[int, int]:
    """From which to which minute of the day something lies in these days, in whole hours, with one more on each side.

    Blocked time makes the picture no longer: a whole day would.
    """
    zone = ZoneInfo(answer.zone)
    stretches = [
        *((each.starts_at, each.ends_at) for day in answer.days for each in day.open),
        *((each.slot.starts_at, each.slot.ends_at) for each in answer.audiences),
    ]
    firsts, lasts = [_USUAL[0]], [_USUAL[1]]
    for starts_at, ends_at in stretches:
        begins, ends = starts_at.astimezone(zone), ends_at.astimezone(zone)
        firsts.append(begins.hour * _HOUR_MIN + begins.minute)
        lasts.append(_DAY_MIN if ends.date() > begins.date() else ends.hour * _HOUR_MIN + ends.minute)
    first = max(0, min(firsts) // _HOUR_MIN - 1) * _HOUR_MIN
    last = min(_DAY_MIN, (-(-max(lasts) // _HOUR_MIN) + 1) * _HOUR_MIN)
    return first, last
