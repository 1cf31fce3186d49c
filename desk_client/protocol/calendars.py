"""An office's calendar as one document: when it receives, by whom, and on what terms.

Wall times are the office's own ("09:00"; a `closes` of "00:00" is the day's end); days are Gregorian. Ramadan is given
by its Hijri year, and its days are worked out once, when it is entered; from then on they may be changed as any others.
"""

from datetime import date, time
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from desk_client.domain.kinds import AppointmentKind
from desk_client.domain.schedule import Weekday
from desk_client.protocol.base import Answer, Ask, CalendarDay, Identifier, Instant
from desk_client.protocol.problem import FieldProblem

Clock = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][05]$")]
_Name = Annotated[str, StringConstraints(min_length=1, max_length=200)]
_YEAR = 366 * 24 * 60


def _five(minutes: int) -> int:
    if minutes % 5:
        raise ValueError("must be a multiple of five minutes")
    return minutes


_Minutes = Annotated[int, Field(ge=0, le=_YEAR), AfterValidator(_five)]


class Names(Ask):
    """A name in both languages."""

    ar: _Name
    en: _Name


class WeekHours(Ask):
    """The same hours on some days of the week (0 is Monday, 6 Sunday)."""

    days: tuple[Weekday, ...] = Field(min_length=1, max_length=7)
    opens: Clock
    closes: Clock


class SeasonHours(Ask):
    """Days on which another week counts; without hours, nobody is received.

    Either `first` and `last`, or `ramadan`, the Hijri year whose ninth month it is (Umm al-Qura).
    """

    name: Names
    first: date | None = None
    last: date | None = None
    ramadan: int | None = Field(default=None, ge=1343, le=1500)
    weekly: tuple[WeekHours, ...] = Field(default=(), max_length=50)


class PauseHours(Ask):
    """Prayer time: on all days or some, all year or for a stretch of it."""

    opens: Clock
    closes: Clock
    days: tuple[Weekday, ...] = Field(default=(), max_length=7)
    first: date | None = None
    last: date | None = None


class SingleStretch(Ask):
    """A single stretch: closed although the week says open, or open whatever else says closed."""

    kind: Literal["closure", "opening"]
    starts_at: Instant
    ends_at: Instant


class DutyDays(Ask):
    """On these days the visitors of this office are another office's."""

    stand_in_id: Identifier
    first: date
    last: date


class ServiceTerms(Ask):
    """On what terms a service of the office is booked. Every service of the office is named, and no other."""

    id: Identifier
    slot_minutes: Annotated[int, Field(ge=5, le=24 * 60), AfterValidator(_five)]
    buffer_minutes: _Minutes = 0
    lead_minutes: _Minutes = 0
    horizon_minutes: _Minutes = 28 * 24 * 60
    capacity: int = Field(default=1, ge=1, le=50)
    cancel_before_minutes: _Minutes = 0
    change_before_minutes: _Minutes = 0
    most_open: int = Field(default=1, ge=1, le=100)
    by_request: bool = False
    kinds: tuple[AppointmentKind, ...] = Field(min_length=1, max_length=4)
    hours: tuple[WeekHours, ...] = Field(default=(), max_length=50)


class CalendarAsk(Ask):
    """``PUT /v1/offices/{id}/calendar`` with ``If-Match``: the whole calendar; what is not named is gone."""

    weekly: tuple[WeekHours, ...] = Field(max_length=50)
    seasons: tuple[SeasonHours, ...] = Field(default=(), max_length=20)
    pauses: tuple[PauseHours, ...] = Field(default=(), max_length=500)
    exceptions: tuple[SingleStretch, ...] = Field(default=(), max_length=500)
    duties: tuple[DutyDays, ...] = Field(default=(), max_length=200)
    services: tuple[ServiceTerms, ...] = Field(max_length=50)
    shows_position: bool = True


class Stranded(Answer):
    """A booking that the calendar, as it is now, would not offer any more. It stands; the office decides."""

    appointment_id: Identifier
    ticket_number: str
    starts_at: Instant


class Calendar(Answer):
    """``GET /v1/offices/{id}/calendar``, and the answer to a change; ``version`` is also the entity tag.

    `stranded` are the first of the bookings to come that do not fit it, `stranded_count` is how many they are.
    """

    office_id: Identifier
    version: int
    zone: str
    calendar: CalendarAsk
    stranded_count: int
    stranded: tuple[Stranded, ...]


class CalendarPreviewAsk(Ask):
    """``POST /v1/offices/{id}/calendar/preview``: which slots a calendar would make, on some days."""

    calendar: CalendarAsk
    first: CalendarDay
    days: int = Field(default=7, ge=1, le=31)


class DaySlots(Answer):
    """When the slots of one day begin, by the office's own clock."""

    day: date
    starts: tuple[time, ...]


class ServiceSlots(Answer):
    """The slots of one service, day by day."""

    service_id: Identifier
    slot_minutes: int
    days: tuple[DaySlots, ...]


class CalendarPreview(Answer):
    """What a calendar would make, were it put; nothing is changed.

    Where `faults` has any, it could not be put: each names its field, and the code with which it would be refused.
    `stranded_count` bookings to come would not fit it any more; `stranded` are the first of them.
    """

    services: tuple[ServiceSlots, ...]
    stranded_count: int
    stranded: tuple[Stranded, ...]
    faults: tuple[FieldProblem, ...] = ()


class DayOff(Ask):
    """One day of the administrator's own calendar, which wins over what is computed.

    `works`: a day that would be a holiday is none.
    """

    day: date
    name: Names
    works: bool = False


class HolidaysAsk(Ask):
    """``PUT /v1/holidays`` with ``If-Match``: all of the administrator's own days."""

    days: tuple[DayOff, ...] = Field(max_length=1000)


class Holidays(Answer):
    """``GET /v1/holidays``: the administrator's own days, and those that are computed for this year and the next."""

    version: int
    days: tuple[DayOff, ...]
    computed: tuple[date, ...]
    stranded_count: int
