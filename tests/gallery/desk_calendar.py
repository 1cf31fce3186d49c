"""A believable week of an office in Jazan, for the calendar's screens: nobody in it exists."""

from datetime import UTC, date, datetime, time, timedelta

from desk_client.client.day import Texts
from desk_client.client.office_calendar import (
    BusyKind,
    BusyTime,
    CalendarAudience,
    CalendarView,
    Landing,
    OfficeDay,
    OfficeDays,
    Span,
    Stretch,
)
from desk_client.client.visit import Slot
from desk_client.domain.appointment import AppointmentState
from tests.gallery import desk_day

SUNDAY = date(2026, 3, 15)
NOW = datetime(2026, 3, 16, 6, 50, tzinfo=UTC)
_WALL = timedelta(hours=3)
_FRIDAY = 5
_TWENTY = timedelta(minutes=20)
_PLACES = ((0, 9, 0), (0, 9, 20), (0, 10, 0), (1, 9, 20), (1, 11, 0), (2, 9, 40), (3, 10, 40))
"""Day of the week, hour and minute of each of the day's people."""


def at(day: int, hour: int, minute: int = 0, first: date = SUNDAY) -> datetime:
    """A wall time of Jazan, so many days after the first."""
    return datetime.combine(first + timedelta(days=day), time(hour, minute), UTC) - _WALL


def slot(starts_at: datetime) -> Slot:
    """Twenty minutes."""
    return Slot(starts_at=starts_at, ends_at=starts_at + _TWENTY, wall_time=(starts_at + _WALL).time())


def audiences(first: date = SUNDAY) -> tuple[CalendarAudience, ...]:
    """Those of the week; one of them lies in time that was blocked since."""
    made = []
    for item, (day, hour, minute) in zip(desk_day.items(), _PLACES, strict=True):
        starts_at = at(day, hour, minute, first)
        is_over = starts_at < NOW
        state = AppointmentState.CONFIRMED if is_over else AppointmentState.BOOKED
        fields = dict(item) | {"slot": slot(starts_at), "state": state, "present_since": None}
        made.append(
            CalendarAudience(
                **fields, office_id="emir", service_id="emir-audience", site_id="jazan", fits=item.id != "a5"
            )
        )
    return tuple(made)


def days(first: date = SUNDAY, count: int = 7, *, is_empty: bool = False, may_change: bool = True) -> OfficeDays:
    """Days of the office from a Sunday on."""
    listed = []
    for index in range(count):
        works = index % 7 < _FRIDAY
        is_holiday = index == 4
        stretches = ((8, 12), (13, 15)) if works and not is_holiday else ()
        listed.append(
            OfficeDay(
                date=first + timedelta(days=index),
                open=tuple(
                    Stretch(starts_at=at(index, opens, first=first), ends_at=at(index, closes, first=first))
                    for opens, closes in stretches
                ),
                is_holiday=is_holiday,
                holiday=Texts(ar="عيد الفطر", en="Eid al-Fitr") if is_holiday else None,
                stand_in=Texts(ar="وكيل الإمارة", en="Deputy Governor") if index == 3 else None,
            )
        )
    busy = (
        BusyTime(
            id="b1",
            kind=BusyKind.BLOCKED,
            starts_at=at(2, 9, first=first),
            ends_at=at(2, 10, 30, first),
            reason="مجلس المنطقة",
        ),
        BusyTime(
            id="b2", kind=BusyKind.IMPORTED, starts_at=at(1, 13, first=first), ends_at=at(1, 14, first=first), reason=""
        ),
    )
    return OfficeDays(
        office_id="emir",
        title=Texts(ar="مكتب أمير منطقة جازان", en="Office of the Emir of Jazan"),
        zone="Asia/Riyadh",
        now=NOW,
        first=first,
        days=tuple(listed),
        audiences=() if is_empty else audiences(first),
        busy=() if is_empty else busy,
        may_change=may_change,
    )


def view(count: int = 7, *, moving: str | None = None, is_empty: bool = False) -> CalendarView:
    """The calendar with some days, and perhaps somebody who is being moved."""
    answer = days(count=count, is_empty=is_empty)
    landing = None
    if moving is not None:
        audience = next(each for each in answer.audiences if each.id == moving)
        landing = Landing(audience, tuple(slot(at(day, 10, 20 * n)) for day in (1, 2, 3) for n in range(2)))
    return CalendarView(span=Span(SUNDAY, count), days=answer, landing=landing)
