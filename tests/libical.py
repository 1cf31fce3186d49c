"""Calendar files as a program of somebody else's reads them: libical (Debian's package), by ctypes.

It is the engine of GNOME's calendar and of KDE's, was Thunderbird's for many years, and shares nothing with the library
that writes our files. It knows the restrictions of RFC 5546 as well, and works zones and recurrences out by itself.
"""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any, Final

_LIBRARY: Final = "libical.so.3"
_SAID: Final = b"X-LIC-ERROR"
"""The property that it puts in the place of what it cannot read, and beside what is against the rules."""


class BrokenCalendarError(ValueError):
    """It cannot be read, or is against the rules; what libical says of it."""


@dataclass(frozen=True, slots=True)
class Read:
    """An event: texts unescaped, moments in UTC as libical works them out."""

    uid: str
    sequence: int
    status: str
    summary: str
    place: str
    starts_at: datetime
    ends_at: datetime


class _Time(ctypes.Structure):
    """`icaltimetype` of libical 3."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", ctypes.c_int),
        ("is_daylight", ctypes.c_int),
        ("zone", ctypes.c_void_p),
    )


class _Span(ctypes.Structure):
    """`icaltime_span`."""

    _fields_ = (("start", ctypes.c_long), ("end", ctypes.c_long), ("is_busy", ctypes.c_int))


_EachTime = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.POINTER(_Span), ctypes.c_void_p)


def read_events(file: bytes) -> list[Read]:
    """Every event of a file that keeps every rule. Raises BrokenCalendarError."""
    library = _library()
    with _parsed(file) as calendar:
        kept = library.icalrestriction_check(calendar)
        if (wrong := _errors(calendar)) or not kept:
            raise BrokenCalendarError(wrong or "it is against the rules")
        try:
            return [_event(each) for each in _events(calendar)]
        except UnicodeDecodeError:
            raise BrokenCalendarError("a letter is torn in two") from None


def times(file: bytes, first: datetime, beyond: datetime) -> list[tuple[datetime, datetime]]:
    """When what a file says takes place between both, in order: its recurrences worked out, in the file's own zones.

    An event that was moved in a row (RECURRENCE-ID) is told of beside the row, and its first place still in the row.
    """
    library = _library()
    found: list[tuple[datetime, datetime]] = []

    def tell(_event: int, span: Any, _data: int) -> None:  # a pointer; ctypes names no type for it
        found.append((_moment(span.contents.start), _moment(span.contents.end)))

    told = _EachTime(tell)
    window = [library.icaltime_from_timet_with_zone(int(each.timestamp()), 0, _utc()) for each in (first, beyond)]
    with _parsed(file) as calendar:
        if wrong := _errors(calendar):
            raise BrokenCalendarError(wrong)
        for each in _events(calendar):
            library.icalcomponent_foreach_recurrence(each, *window, told, None)
    return sorted(found)


@contextmanager
def _parsed(file: bytes) -> Iterator[int]:
    library = _library()
    calendar = library.icalparser_parse_string(file)
    if calendar is None:
        raise BrokenCalendarError("it is no calendar at all")
    try:
        if library.icalcomponent_isa(calendar) != library.icalcomponent_string_to_kind(b"VCALENDAR"):
            raise BrokenCalendarError("it is several things, or none")
        yield calendar
    finally:
        library.icalcomponent_free(calendar)


def _events(calendar: int) -> Iterator[int]:
    library = _library()
    kind = library.icalcomponent_string_to_kind(b"VEVENT")
    event = library.icalcomponent_get_first_component(calendar, kind)
    while event is not None:
        yield event
        event = library.icalcomponent_get_next_component(calendar, kind)


def _event(event: int) -> Read:
    library = _library()
    starts_at, ends_at = (
        _moment(library.icaltime_as_timet_with_zone(each, each.zone or _utc()))
        for each in (library.icalcomponent_get_dtstart(event), library.icalcomponent_get_dtend(event))
    )
    uid, summary, place = (
        (getattr(library, f"icalcomponent_get_{name}")(event) or b"").decode()
        for name in ("uid", "summary", "location")
    )
    status = library.icalproperty_status_to_string(library.icalcomponent_get_status(event)) or b""
    sequence = library.icalcomponent_get_sequence(event)
    return Read(uid, sequence, status.decode(), summary, place, starts_at, ends_at)


def _errors(component: int) -> str:
    """Of the component and of all within it."""
    library = _library()
    said = []
    kind = library.icalproperty_string_to_kind(_SAID)
    error = library.icalcomponent_get_first_property(component, kind)
    while error is not None:
        said.append(library.icalproperty_get_xlicerror(error).decode())
        error = library.icalcomponent_get_next_property(component, kind)
    any_kind = library.icalcomponent_string_to_kind(b"ANY")
    within = library.icalcomponent_get_first_component(component, any_kind)
    while within is not None:
        said += filter(None, [_errors(within)])
        within = library.icalcomponent_get_next_component(component, any_kind)
    return "; ".join(said)


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


def _utc() -> Any:  # a pointer, as above
    return _library().icaltimezone_get_utc_timezone()


@cache
def _library() -> Any:  # ctypes makes a library's functions when they are named
    try:
        library = ctypes.CDLL(_LIBRARY)
    except OSError as error:
        raise FileNotFoundError(
            "libical is not installed; installer/debian/packages-test.txt names its package"
        ) from error
    this, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    for name, result, arguments in (
        ("icalparser_parse_string", this, (text,)),
        ("icalrestriction_check", number, (this,)),
        ("icalcomponent_isa", number, (this,)),
        ("icalcomponent_free", None, (this,)),
        ("icalcomponent_string_to_kind", number, (text,)),
        ("icalcomponent_get_first_component", this, (this, number)),
        ("icalcomponent_get_next_component", this, (this, number)),
        ("icalcomponent_get_first_property", this, (this, number)),
        ("icalcomponent_get_next_property", this, (this, number)),
        ("icalproperty_string_to_kind", number, (text,)),
        ("icalproperty_get_xlicerror", text, (this,)),
        ("icalcomponent_get_uid", text, (this,)),
        ("icalcomponent_get_summary", text, (this,)),
        ("icalcomponent_get_location", text, (this,)),
        ("icalcomponent_get_sequence", number, (this,)),
        ("icalcomponent_get_status", number, (this,)),
        ("icalproperty_status_to_string", text, (number,)),
        ("icalcomponent_get_dtstart", _Time, (this,)),
        ("icalcomponent_get_dtend", _Time, (this,)),
        ("icaltimezone_get_utc_timezone", this, ()),
        ("icaltime_as_timet_with_zone", ctypes.c_long, (_Time, this)),
        ("icaltime_from_timet_with_zone", _Time, (ctypes.c_long, number, this)),
        ("icalcomponent_foreach_recurrence", None, (this, _Time, _Time, _EachTime, this)),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library
