"""The words of schedules: what an entry says, and the slots that a calendar makes."""

from datetime import date, timedelta
from typing import Final, assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.administration import OfficeSchedule, Texts
from desk_client.client.office_hours import CalendarPreview, Part, Values
from desk_client.domain.outcomes import Refusal, RefusalCode
from desk_client.i18n.dates import clock_time, gregorian_date, short_date, unbroken, weekday_name
from desk_client.i18n.digits import to_ascii
from desk_client.ui.bilingual import said
from desk_client.ui.theme.appearance import Appearance

_A_MONDAY: Final = date(2026, 3, 16)
_MOST_TIMES: Final = 8


def ascii_day(text: str) -> str:
    """A typed day in the digits of ISO 8601."""
    return to_ascii(text)


def part_words(part: Part) -> str:
    """What kind of entry it is."""
    match part:
        case Part.WEEK:
            return QCoreApplication.translate("Schedules", "Weekly hours")
        case Part.SEASON:
            return QCoreApplication.translate("Schedules", "Season")
        case Part.PAUSE:
            return QCoreApplication.translate("Schedules", "Pause for prayer")
        case Part.EXCEPTION:
            return QCoreApplication.translate("Schedules", "Closed or open once")
        case Part.DUTY:
            return QCoreApplication.translate("Schedules", "Duty roster")
        case Part.SERVICE:
            return QCoreApplication.translate("Schedules", "Service")
    assert_never(part)


def days_words(look: Appearance, days: str) -> str:
    """Days of the week; every day for none."""
    if not days:
        return QCoreApplication.translate("Schedules", "every day")
    names = [weekday_name(_A_MONDAY + timedelta(days=int(each)), look.language) for each in days.split(",")]
    return QCoreApplication.translate("Schedules", ", ").join(names)


def hours_words(look: Appearance, values: Values) -> str:
    """From when until when."""
    return look.number(f"{values['opens']}–{values['closes']}")


def span_words(look: Appearance, values: Values) -> str:
    """From which day until which; empty for all the year."""
    days = [values.get(code, "") for code in ("first", "last")]
    shown = [unbroken(gregorian_date(date.fromisoformat(day), look.language)) for day in days if day]
    return " – ".join(dict.fromkeys(shown))


def entry_words(look: Appearance, schedule: OfficeSchedule, part: Part, place: int, values: Values) -> tuple[str, str]:
    """What an entry is about, and what it says."""
    match part:
        case Part.WEEK:
            return days_words(look, values["days"]), hours_words(look, values)
        case Part.SEASON:
            hours = (
                f"{days_words(look, values['days'])} {hours_words(look, values)}"
                if values["days"]
                else QCoreApplication.translate("Schedules", "nobody is received")
            )
            name = said(Texts(ar=values["name_ar"], en=values["name_en"]), look.language)
            return name, f"{span_words(look, values)} · {hours}"
        case Part.PAUSE:
            return days_words(look, values["days"]), " · ".join(
                text for text in (hours_words(look, values), span_words(look, values)) if text
            )
        case Part.EXCEPTION:
            closed = QCoreApplication.translate("Schedules", "Closed")
            opened = QCoreApplication.translate("Schedules", "Open")
            what = closed if values["exception"] == "closure" else opened
            return what, f"{span_words(look, values)} · {hours_words(look, values)}"
        case Part.DUTY:
            return values["stand_in"], span_words(look, values)
        case Part.SERVICE:
            terms = schedule.calendar.calendar.services[place]
            service = schedule.services.get(terms.id)
            minutes = QCoreApplication.translate("Schedules", "%Ln min each", "", int(values["slot_minutes"]))
            return (terms.id if service is None else said(service, look.language)), minutes
    assert_never(part)


def slots_words(look: Appearance, schedule: OfficeSchedule, preview: CalendarPreview) -> str:
    """The slots of each service, a line for each day that has any."""
    blocks = []
    for service in preview.services:
        name = schedule.services.get(service.service_id)
        lines = [service.service_id if name is None else said(name, look.language)]
        for day in service.days:
            if not day.starts:
                continue
            count = QCoreApplication.translate("Schedules", "Slots: %Ln", "", len(day.starts))
            times = [clock_time(each, look.language) for each in day.starts[:_MOST_TIMES]]
            more = "…" if len(day.starts) > _MOST_TIMES else ""
            between = QCoreApplication.translate("Schedules", ", ")
            lines.append(f"{short_date(day.day, look.language)} · {count}: {between.join(times)}{more}")
        if len(lines) == 1:
            lines.append(QCoreApplication.translate("Schedules", "No slot in this week."))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def stranded_words(preview: CalendarPreview) -> str:
    """How many bookings would not fit any more; empty for none."""
    if not preview.stranded_count:
        return ""
    return QCoreApplication.translate(
        "Schedules",
        "Bookings that would not fit any more: %Ln. They stand, and the office decides.",
        "",
        preview.stranded_count,
    )


def fault_words(preview: CalendarPreview) -> str:
    """Why the calendar could not be put as it is."""
    kinds = {fault.kind for fault in preview.faults}
    code = RefusalCode.ALREADY_EXISTS if RefusalCode.ALREADY_EXISTS in kinds else RefusalCode.INVALID_REQUEST
    return refused_words(Refusal(code))


def refused_words(refusal: Refusal) -> str:
    """Why it was not done; empty for the usual words."""
    match refusal.code:
        case RefusalCode.INVALID_REQUEST:
            return QCoreApplication.translate(
                "Schedules",
                "These hours do not go together: look whether they overlap, end before they begin, or share a day.",
            )
        case RefusalCode.ALREADY_EXISTS:
            return QCoreApplication.translate("Schedules", "On one of these days somebody stands in already.")
        case RefusalCode.NOT_FOUND:
            return QCoreApplication.translate("Schedules", "This office is not there any more.")
        case _:
            return ""
