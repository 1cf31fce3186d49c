"""That a kiosk is needed for an audience: what may still begin there, and where else somebody can go."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desk_client.client.kiosk import KioskDay
from desk_client.domain.walk_up import Standing, standing, warns
from desk_client.i18n.dates import clock_time
from desk_client.i18n.digits import shown
from desk_client.i18n.language import Language
from desk_client.ui.moments import here


def may_begin(day: KioskDay | None, now: datetime) -> bool:
    """Whether a booking that begins now ends before the next audience; while nobody knows, it does."""
    return day is None or standing(now, day.next_at) is Standing.FREE


def reserved_words(day: KioskDay | None, now: datetime, language: Language) -> str:
    """What whoever comes by is told; empty where any errand may begin."""
    if day is None or day.next_at is None or may_begin(day, now):
        return ""
    if now < day.next_at:
        text = QCoreApplication.translate("ReservedWords", "This kiosk is reserved for an audience from {time}.")
        told = text.format(time=_clock(day.next_at, language))
    else:
        told = QCoreApplication.translate("ReservedWords", "This kiosk is reserved for an audience now.")
    return f"{told} {elsewhere_words(day, language)}"


def warning_words(day: KioskDay | None, now: datetime, language: Language) -> str:
    """What whoever is under way is told; empty while there is time enough."""
    if day is None or day.next_at is None or not warns(now, day.next_at):
        return ""
    if now < day.next_at:
        text = QCoreApplication.translate(
            "ReservedWords", "Somebody has an audience at this kiosk at {time}. Please finish by then."
        )
        told = text.format(time=_clock(day.next_at, language))
    else:
        told = QCoreApplication.translate(
            "ReservedWords", "Somebody’s audience at this kiosk begins now. Please finish soon."
        )
    return f"{told} {elsewhere_words(day, language)}" if day.free else told


def elsewhere_words(day: KioskDay, language: Language) -> str:
    """Which other kiosk is free, the lowest number of those that are so for longest; or that none is."""
    if not day.free:
        return QCoreApplication.translate(
            "ReservedWords", "No other kiosk is free now; the staff in the hall will help."
        )
    best = max(day.free, key=lambda each: (each.until is None, each.until, -each.number))
    number = shown(best.number, language)
    if best.until is None:
        return QCoreApplication.translate("ReservedWords", "Kiosk {number} is free.").format(number=number)
    text = QCoreApplication.translate("ReservedWords", "Kiosk {number} is free until {time}.")
    return text.format(number=number, time=_clock(best.until, language))


def _clock(moment: datetime, language: Language) -> str:
    return clock_time(here(moment).time(), language)
