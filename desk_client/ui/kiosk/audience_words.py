"""The visitor's own audiences in words: how each stands, and why it cannot be begun yet."""

from datetime import datetime
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from desk_client.client.visit import Appointment
from desk_client.domain.appointment import AHEAD_STATES, AppointmentState
from desk_client.domain.kinds import VIDEO_KINDS
from desk_client.i18n.dates import short_date
from desk_client.i18n.language import Language
from desk_client.ui.moments import wall_day, wall_span, wall_time
from desk_client.ui.paper.ticket_words import kind_name
from desk_client.ui.widgets.banner import Mood


def state_words(state: AppointmentState) -> tuple[str, Mood | None]:
    """Return how an audience stands, and its mood."""
    match state:
        case AppointmentState.HELD:
            return QCoreApplication.translate("AudienceWords", "Being booked"), None
        case AppointmentState.BOOKED:
            return QCoreApplication.translate("AudienceWords", "Booked"), Mood.SUCCESS
        case AppointmentState.REMINDED:
            return QCoreApplication.translate("AudienceWords", "Booked, and coming soon"), Mood.SUCCESS
        case AppointmentState.CHECKED_IN | AppointmentState.WAITING:
            return QCoreApplication.translate("AudienceWords", "You are checked in"), Mood.INFO
        case AppointmentState.IN_SESSION:
            return QCoreApplication.translate("AudienceWords", "The official is waiting for you"), Mood.INFO
        case AppointmentState.PAUSED:
            return QCoreApplication.translate("AudienceWords", "A short break; please stay near"), Mood.INFO
        case AppointmentState.COMPLETED:
            return QCoreApplication.translate("AudienceWords", "The outcome is being written"), Mood.INFO
        case AppointmentState.OUTCOME_RECORDED:
            return QCoreApplication.translate("AudienceWords", "The outcome is ready for you"), Mood.SUCCESS
        case AppointmentState.CONFIRMED:
            return QCoreApplication.translate("AudienceWords", "Completed"), None
        case AppointmentState.CANCELLED:
            return QCoreApplication.translate("AudienceWords", "Cancelled"), Mood.WARNING
        case AppointmentState.NO_SHOW:
            return QCoreApplication.translate("AudienceWords", "Missed"), Mood.WARNING
        case AppointmentState.UNSERVED:
            return QCoreApplication.translate("AudienceWords", "Not held, through a fault of ours"), Mood.WARNING
        case _ as never:
            assert_never(never)


def next_step(appointment: Appointment, now: datetime) -> str:
    """Return what the visitor can do with it now, as a button's name; empty where there is nothing to do yet."""
    match appointment.state:
        case AppointmentState.BOOKED | AppointmentState.REMINDED:
            is_here = appointment.kind in VIDEO_KINDS  # whoever is received elsewhere does not wait at a kiosk
            is_open = is_here and appointment.check_in_opens_at <= now < appointment.slot.ends_at
            return QCoreApplication.translate("AudienceWords", "Check in") if is_open else ""
        case (
            AppointmentState.CHECKED_IN
            | AppointmentState.WAITING
            | AppointmentState.IN_SESSION
            | AppointmentState.PAUSED
        ):
            return QCoreApplication.translate("AudienceWords", "Back to my place")
        case AppointmentState.COMPLETED | AppointmentState.OUTCOME_RECORDED:
            return QCoreApplication.translate("AudienceWords", "Read the outcome")
        case (
            AppointmentState.HELD
            | AppointmentState.CONFIRMED
            | AppointmentState.CANCELLED
            | AppointmentState.NO_SHOW
            | AppointmentState.UNSERVED
        ):
            return ""
        case _ as never:
            assert_never(never)


def why_not_yet(appointment: Appointment, now: datetime, language: Language) -> str:
    """Return why a booked audience cannot be begun now; empty where it can, or where nothing is to come."""
    if appointment.state not in AHEAD_STATES or next_step(appointment, now):
        return ""
    if now >= appointment.slot.ends_at:
        return QCoreApplication.translate("AudienceWords", "Its time has passed.")
    if appointment.kind not in VIDEO_KINDS:
        return kind_name(appointment.kind)
    opens = wall_time(appointment.check_in_opens_at, appointment.slot, language)
    day = wall_span(appointment.slot).day
    if wall_day(now, appointment.slot) == day:
        return QCoreApplication.translate("AudienceWords", "Check-in opens at {time}.").format(time=opens)
    text = QCoreApplication.translate("AudienceWords", "Check-in opens on {day} at {time}.")
    return text.format(day=short_date(day, language), time=opens)
