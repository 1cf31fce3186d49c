"""The calendar in words: what is read aloud of it, and what its questions say."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from desk_client.client.office_calendar import BusyKind, BusyTime, CalendarAudience
from desk_client.i18n.bidi import embedded
from desk_client.i18n.dates import clock_time, full_date, short_date, time_range
from desk_client.i18n.language import Language
from desk_client.ui.bilingual import said
from desk_client.ui.desk.audience_words import state_words


def busy_words(busy: BusyTime) -> str:
    """Why nobody is received then."""
    if busy.kind is BusyKind.IMPORTED:
        return QCoreApplication.translate("Calendar", "Busy in your own calendar")
    return busy.reason or QCoreApplication.translate("Calendar", "Blocked")


def stretch_words(starts_at: datetime, ends_at: datetime, zone: ZoneInfo, language: Language) -> str:
    """When, in full: the day in both calendars, from then to then."""
    begins, ends = starts_at.astimezone(zone), ends_at.astimezone(zone)
    day = full_date(begins.date(), language)
    if ends.date() == begins.date():
        return f"{embedded(day)} · {embedded(time_range(begins.time(), ends.time(), language))}"
    last = f"{short_date(ends.date(), language)} {clock_time(ends.time(), language)}"
    return f"{embedded(day)} {clock_time(begins.time(), language)} – {embedded(last)}"


def moment_words(moment: datetime, zone: ZoneInfo, language: Language) -> str:
    """A day and an hour, shortly."""
    wall = moment.astimezone(zone)
    return f"{embedded(short_date(wall.date(), language))} · {embedded(clock_time(wall.time(), language))}"


def audience_words(audience: CalendarAudience, language: Language) -> str:
    """Who comes, about what, and how it stands."""
    parts = [audience.citizen_name, said(audience.service_name, language), state_words(audience.state)]
    if not audience.fits:
        parts.append(QCoreApplication.translate("Calendar", "lies in time that is not offered"))
    return " · ".join(embedded(part) for part in parts if part)


def move_question(audience: CalendarAudience, starts_at: datetime, zone: ZoneInfo, language: Language) -> str:
    """From when to when, and that the person hears of it."""
    return QCoreApplication.translate(
        "Calendar", "{name}\nFrom {old}\nTo {new}\n\nThe person will be told at once, in their own language."
    ).format(
        name=embedded(audience.citizen_name),
        old=moment_words(audience.slot.starts_at, zone, language),
        new=moment_words(starts_at, zone, language),
    )
