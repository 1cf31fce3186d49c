"""An office's calendar in its entries: each is read from the document into texts, and written back from them.

Days are "2026-03-15", wall times "09:00", days of the week the numbers of `Weekday` after each other ("6,0,1").
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import Any, Final

from pydantic import ValidationError

from desk_client.domain.schedule import Weekday
from desk_client.i18n.digits import to_ascii
from desk_client.protocol.calendars import (
    Calendar,
    CalendarAsk,
    CalendarPreview,
    DayOff,
    DutyDays,
    Holidays,
    Names,
    PauseHours,
    SeasonHours,
    ServiceTerms,
    SingleStretch,
    WeekHours,
)

__all__ = [
    "Calendar",
    "CalendarAsk",
    "CalendarPreview",
    "DayOff",
    "DutyDays",
    "Entry",
    "Holidays",
    "Part",
    "PauseHours",
    "SeasonHours",
    "ServiceTerms",
    "SingleStretch",
    "Values",
    "WeekHours",
    "day_off",
    "entries",
    "first_day",
    "values_of",
    "with_entry",
    "without_entry",
]

_RIYADH: Final = timezone(timedelta(hours=3), "Asia/Riyadh")
_DAY_MIN: Final = 24 * 60
_TERMS: Final = (
    "slot_minutes",
    "buffer_minutes",
    "capacity",
    "lead_minutes",
    "cancel_before_minutes",
    "change_before_minutes",
    "most_open",
)
"""Of a service: numbers as they are."""

Values = Mapping[str, str]


class Part(StrEnum):
    """A part of the document; the value is its field's name."""

    WEEK = "weekly"
    SEASON = "seasons"
    PAUSE = "pauses"
    EXCEPTION = "exceptions"
    DUTY = "duties"
    SERVICE = "services"


@dataclass(frozen=True)
class Entry:
    """One entry of a part, by its place there; its key names both."""

    part: Part
    place: int

    @property
    def key(self) -> str:
        """Names it as long as the document stands."""
        return f"{self.part}:{self.place}"

    @classmethod
    def of(cls, key: str) -> "Entry":
        """The entry of that key."""
        part, _, place = key.partition(":")
        return cls(Part(part), int(place))


def entries(calendar: CalendarAsk) -> list[Entry]:
    """Every entry, part by part."""
    return [Entry(part, place) for part in Part for place in range(len(getattr(calendar, part)))]


def values_of(calendar: CalendarAsk, entry: Entry) -> dict[str, str]:
    """An entry as texts."""
    return _READ[entry.part](getattr(calendar, entry.part)[entry.place])


def with_entry(calendar: CalendarAsk, part: Part, place: int | None, values: Values) -> CalendarAsk | None:
    """The calendar with an entry written anew, or with a new one for the place None; None where a text is none."""
    rows = list(getattr(calendar, part))
    before = None if place is None else rows[place]
    try:
        made = _WRITE[part](before, {code: to_ascii(text) for code, text in values.items()})
    except (ValueError, ValidationError):
        return None
    if place is None:
        rows.append(made)
    else:
        rows[place] = made
    return calendar.model_copy(update={part.value: tuple(rows)})


def without_entry(calendar: CalendarAsk, entry: Entry) -> CalendarAsk:
    """The calendar without an entry."""
    rows = list(getattr(calendar, entry.part))
    del rows[entry.place]
    return calendar.model_copy(update={entry.part.value: tuple(rows)})


def first_day(values: Values, today: date) -> date:
    """From which day on it is worth looking at what an entry makes."""
    try:
        return max(today, date.fromisoformat(to_ascii(values.get("first", ""))))
    except ValueError:
        return today


def day_off(values: Values) -> DayOff | None:
    """One of the administrator's own days; None where a text is none."""
    try:
        day = date.fromisoformat(to_ascii(values["first"]))
        return DayOff(day=day, name=Names(ar=values["name_ar"], en=values["name_en"]), works=values["works"] == "works")
    except (ValueError, ValidationError, KeyError):
        return None


def _numbers(days: tuple[Weekday, ...]) -> str:
    return ",".join(str(day.value) for day in sorted(days, key=lambda day: (day.value + 1) % 7))


def _weekdays(text: str) -> tuple[Weekday, ...]:
    return tuple(Weekday(int(number)) for number in text.split(",") if number)


def _week(hours: WeekHours) -> dict[str, str]:
    return {"days": _numbers(hours.days), "opens": hours.opens, "closes": hours.closes}


def _season(season: SeasonHours) -> dict[str, str]:
    hours = _week(season.weekly[0]) if season.weekly else {"days": "", "opens": "", "closes": ""}
    days = {"first": _iso(season.first), "last": _iso(season.last), "ramadan": ""}
    return {"name_ar": season.name.ar, "name_en": season.name.en, **days, **hours}


def _pause(pause: PauseHours) -> dict[str, str]:
    days = {"days": _numbers(pause.days), "first": _iso(pause.first), "last": _iso(pause.last)}
    return {"opens": pause.opens, "closes": pause.closes, **days}


def _exception(stretch: SingleStretch) -> dict[str, str]:
    begins, ends = stretch.starts_at.astimezone(_RIYADH), stretch.ends_at.astimezone(_RIYADH)
    days = {"first": begins.date().isoformat(), "last": ends.date().isoformat()}
    return {"exception": stretch.kind, **days, "opens": f"{begins:%H:%M}", "closes": f"{ends:%H:%M}"}


def _duty(duty: DutyDays) -> dict[str, str]:
    return {"stand_in": duty.stand_in_id, "first": _iso(duty.first), "last": _iso(duty.last)}


def _service(terms: ServiceTerms) -> dict[str, str]:
    return {
        **{name: str(getattr(terms, name)) for name in _TERMS},
        "horizon_days": str(terms.horizon_minutes // _DAY_MIN),
    }


def _iso(day: date | None) -> str:
    return "" if day is None else day.isoformat()


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _needed_day(text: str) -> date:
    return date.fromisoformat(text)


def _to_week(_before: Any, values: Values) -> WeekHours:  # each part's own type
    return WeekHours(days=_weekdays(values["days"]), opens=_clock(values["opens"]), closes=_clock(values["closes"]))


def _to_season(before: SeasonHours | None, values: Values) -> SeasonHours:
    rest = () if before is None else before.weekly[1:]
    hours = () if not values["days"] else (_to_week(None, values),)
    name = Names(ar=values["name_ar"], en=values["name_en"])
    if values.get("ramadan"):
        return SeasonHours(name=name, ramadan=int(values["ramadan"]), weekly=(*hours, *rest))
    first, last = _needed_day(values["first"]), _needed_day(values["last"])
    if last < first:
        raise ValueError("a season ends before it begins")
    return SeasonHours(name=name, first=first, last=last, weekly=(*hours, *rest))


def _to_pause(_before: PauseHours | None, values: Values) -> PauseHours:
    return PauseHours(
        opens=_clock(values["opens"]),
        closes=_clock(values["closes"]),
        days=_weekdays(values["days"]),
        first=_day(values["first"]),
        last=_day(values["last"]),
    )


def _to_exception(_before: SingleStretch | None, values: Values) -> SingleStretch:
    begins = datetime.combine(_needed_day(values["first"]), time.fromisoformat(_clock(values["opens"])), _RIYADH)
    ends = datetime.combine(_needed_day(values["last"]), time.fromisoformat(_clock(values["closes"])), _RIYADH)
    if ends <= begins:
        raise ValueError("a stretch ends before it begins")
    return SingleStretch.model_validate({"kind": values["exception"], "starts_at": begins, "ends_at": ends})


def _to_duty(_before: DutyDays | None, values: Values) -> DutyDays:
    first, last = _needed_day(values["first"]), _needed_day(values["last"])
    return DutyDays(stand_in_id=values["stand_in"], first=first, last=last)


def _to_service(before: ServiceTerms, values: Values) -> ServiceTerms:
    named = {name: int(values[name]) for name in _TERMS}
    horizon = int(values["horizon_days"]) * _DAY_MIN
    return ServiceTerms.model_validate({**before.model_dump(), **named, "horizon_minutes": horizon})


def _clock(text: str) -> str:
    """A wall time as it is usually typed: "9:00" is "09:00"."""
    hours, _, minutes = text.partition(":")
    return f"{int(hours):02}:{int(minutes):02}"


_READ: Final[Mapping[Part, Callable[[Any], dict[str, str]]]] = {  # each part's own type
    Part.WEEK: _week,
    Part.SEASON: _season,
    Part.PAUSE: _pause,
    Part.EXCEPTION: _exception,
    Part.DUTY: _duty,
    Part.SERVICE: _service,
}
_WRITE: Final[Mapping[Part, Callable[[Any, Values], Any]]] = {  # the same
    Part.WEEK: _to_week,
    Part.SEASON: _to_season,
    Part.PAUSE: _to_pause,
    Part.EXCEPTION: _to_exception,
    Part.DUTY: _to_duty,
    Part.SERVICE: _to_service,
}
