"""A service point in words: how far it is, its telephone, and when it is open."""

from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication

from desk_client.client.kiosk import OpenSpan, PointDay, ServicePoint, WhyClosed
from desk_client.i18n.bidi import isolated
from desk_client.i18n.dates import clock_time, short_date, time_range, weekday_name
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.i18n.phones import spelled_telephone
from desk_client.ui.moments import here
from desk_client.ui.widgets.banner import Mood

_MIDNIGHT = time(0)


def distance_words(point: ServicePoint, language: Language) -> str:
    """How far it is as the crow flies; empty where nobody knows."""
    if point.is_here:
        return QCoreApplication.translate("PointWords", "You are here")
    if point.distance_km is None:
        return ""
    km = shown(f"{point.distance_km:.0f}" if point.distance_km >= 10 else f"{point.distance_km:.1f}", language)  # noqa: PLR2004 - a tenth of ten kilometres tells nobody anything
    return QCoreApplication.translate("PointWords", "{km} km from here, in a straight line").format(km=km)


def phone_words(point: ServicePoint) -> str:
    """Its telephone as one dials it; empty where nobody knows."""
    return "" if point.phone is None else isolated(spelled_telephone(point.phone))


def way_link(point: ServicePoint) -> str | None:
    """What a phone's camera opens the way with (RFC 5870); None where nobody knows where it is."""
    if point.latitude is None or point.longitude is None:
        return None
    return f"geo:{point.latitude:.5f},{point.longitude:.5f}"


def day_hours(point: ServicePoint, language: Language) -> tuple[tuple[str, str], ...]:
    """Each of the days that are known, and when it is open then."""
    return tuple(
        (
            f"{weekday_name(day.day, language)}\n{short_date(day.day, language)}",
            _all(day, language) if day.spans else _closed_words(day),
        )
        for day in point.days
    )


def hours_words(point: ServicePoint, now: datetime, language: Language) -> tuple[str, Mood]:
    """Whether it is open at this moment, until when or why not, and when it opens next."""
    wall = here(now)
    today = next((day for day in point.days if day.day == wall.date()), None)
    if today is None:  # nobody has entered any, or what is known is older than a week
        return QCoreApplication.translate("PointWords", "Opening hours are not known; please ask there"), Mood.INFO
    current = next((span for span in today.spans if _holds(span, wall.time())), None)
    if current is not None:
        text = QCoreApplication.translate("PointWords", "Open now, until {time}")
        return text.format(time=clock_time(current.closes, language)), Mood.SUCCESS
    later = next((span for span in today.spans if wall.time() < span.opens), None)
    if later is not None:
        text = QCoreApplication.translate("PointWords", "Opens today: {times}")
        return text.format(times=time_range(later.opens, later.closes, language)), Mood.INFO
    closed = _why_closed(today)
    opens = next((day for day in point.days if day.day > wall.date() and day.spans), None)
    if opens is None:
        return closed, Mood.WARNING
    text = QCoreApplication.translate("PointWords", "{closed} · opens {day}: {times}")
    return text.format(closed=closed, day=_day_words(opens.day, wall.date(), language), times=_all(opens, language)), (
        Mood.WARNING
    )


def _closed_words(day: PointDay) -> str:
    if day.closed is WhyClosed.HOLIDAY:
        return QCoreApplication.translate("PointWords", "Closed: a holiday")
    return QCoreApplication.translate("PointWords", "Closed")


def _why_closed(today: PointDay) -> str:
    if today.spans:
        return QCoreApplication.translate("PointWords", "Closed for today")
    if today.closed is WhyClosed.HOLIDAY:
        return QCoreApplication.translate("PointWords", "Closed today: a holiday")
    return QCoreApplication.translate("PointWords", "Closed today")


def _day_words(day: date, today: date, language: Language) -> str:
    if (day - today).days == 1:
        return QCoreApplication.translate("PointWords", "tomorrow")
    return weekday_name(day, language)


def _all(day: PointDay, language: Language) -> str:
    comma = "، " if language.is_right_to_left else ", "
    return comma.join(time_range(span.opens, span.closes, language) for span in day.spans)


def _holds(span: OpenSpan, moment: time) -> bool:
    return span.opens <= moment and (moment < span.closes or span.closes == _MIDNIGHT)
